/* SPDX-License-Identifier: MIT */
/* Records as lines of JSON and CSV and as an archive: nothing is lost, nothing is let in that is
 * not one, and a mistake is told with its place. */
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/archive.h"
#include "store/fact_csv.h"
#include "store/fact_json.h"
#include "store/made.h"
#include "unhunch/words.h"

enum { FACTS = 3000, SESSIONS = 12, TEXT_SIZE = 1024 };

static int folder_before(void **state)
{
    (void)made_folder();
    return 0;
}

static int folder_after(void **state)
{
    made_folder_end();
    return 0;
}

static uh_store *open_memory(void)
{
    uh_store *store = NULL;
    assert_int_equal(uh_store_open_memory(&store), UH_OK);
    return store;
}

static uh_store *open_file(const char *name)
{
    uh_store *store = NULL;
    uh_store_report report;
    assert_int_equal(uh_store_open(made_path(name), (uh_unix_ms){MADE_NOON_MS}, &report, &store),
                     UH_OK);
    assert_int_equal(report.trouble, UH_STORE_SOUND);
    return store;
}

/* Facts of every kind, with every field anything that it may be. */
static void fill(uh_store *store)
{
    uint64_t seed = 4;
    for (uint32_t i = 0; i < SESSIONS; i++) {
        uh_fact session = made_fact(&seed, UH_FACT_SESSION, SESSIONS, 1);
        (void)snprintf(session.is.session.id, sizeof session.is.session.id, "session-%u",
                       (unsigned)i);
        assert_int_equal(uh_store_put(store, &session), UH_OK);
    }
    assert_int_equal(uh_store_begin(store), UH_OK);
    for (uint32_t i = 0; i < FACTS; i++) {
        const uh_fact fact =
            made_fact(&seed, (uh_fact_kind)made_below(&seed, UH_FACT_KIND_COUNT), SESSIONS, FACTS);
        assert_int_equal(uh_store_put(store, &fact), UH_OK);
    }
    assert_int_equal(uh_store_commit(store), UH_OK);
}

static void write_file(void *to, const char *text, size_t length)
{
    assert_int_equal(fwrite(text, 1, length, to), length);
}

static void export_to(uh_store *store, uh_exchange form, uint32_t kinds, const char *name)
{
    FILE *file = fopen(made_path(name), "wb");
    assert_non_null(file);
    assert_int_equal(uh_store_export(store, form, kinds, UH_FIRST_DATE, UH_LAST_DATE,
                                     (uh_out){write_file, file}),
                     UH_OK);
    assert_int_equal(fclose(file), 0);
}

static void tell(const uh_fault *fault, char out[TEXT_SIZE])
{
    char choices[UH_FAULT_CHOICES_SIZE];
    const uh_phrase phrase = uh_fault_phrase(fault, choices);
    const int length =
        snprintf(out, TEXT_SIZE, "%u:%u: ", (unsigned)fault->line, (unsigned)fault->column);
    (void)uh_words(uh_language_find("en"), NULL, &phrase, out + length, TEXT_SIZE - (size_t)length);
}

static uh_import import_from(uh_store *store, const char *name, uh_exchange form)
{
    uh_import import;
    FILE *file = fopen(made_path(name), "rb");
    assert_non_null(file);
    const uh_status status = uh_store_import(store, form, file, &import);
    if (status == UH_ERR_FORMAT) {
        char told[TEXT_SIZE];
        tell(&import.fault, told);
        fail_msg("%s:%s", name, told);
    }
    assert_int_equal(status, UH_OK);
    (void)fclose(file);
    return import;
}

static void assert_same(uh_store *a, uh_store *b)
{
    char *one = made_dump(a);
    char *other = made_dump(b);
    assert_non_null(one);
    assert_non_null(other);
    assert_string_equal(one, other);
    free(one);
    free(other);
}

/* -- nothing is lost -- */

static void what_leaves_as_json_comes_back_byte_for_byte_and_twice_is_once(void **state)
{
    uh_store *from = open_memory();
    uh_store *to = open_file("h");
    fill(from);
    export_to(from, UH_EXCHANGE_JSONL, UH_STORE_ALL_KINDS, "a.jsonl");
    uh_import import = import_from(to, "a.jsonl", UH_EXCHANGE_JSONL);
    assert_int_equal(import.changed + import.known, 0);
    assert_true(import.fresh > FACTS / 2);
    assert_same(from, to);
    const uint32_t all = import.fresh;
    import = import_from(to, "a.jsonl", UH_EXCHANGE_JSONL);
    assert_int_equal(import.fresh + import.changed, 0);
    assert_int_equal(import.known, all);
    assert_same(from, to);
    uh_store_close(from);
    uh_store_close(to);
}

static void what_leaves_as_csv_comes_back_byte_for_byte_kind_by_kind(void **state)
{
    uh_store *from = open_memory();
    uh_store *to = open_file("h");
    fill(from);
    for (uint32_t kind = 0; kind < UH_FACT_KIND_COUNT; kind++) {
        export_to(from, UH_EXCHANGE_CSV, 1U << kind, uh_fact_kind_name(kind));
        (void)import_from(to, uh_fact_kind_name(kind), UH_EXCHANGE_CSV);
    }
    assert_same(from, to);
    for (uint32_t kind = 0; kind < UH_FACT_KIND_COUNT; kind++) {
        const uh_import import = import_from(to, uh_fact_kind_name(kind), UH_EXCHANGE_CSV);
        assert_int_equal(import.fresh + import.changed, 0);
        assert_true(import.known > 0);
    }
    assert_same(from, to);
    uh_store_close(from);
    uh_store_close(to);
}

static void an_archive_has_everything_and_is_one_file(void **state)
{
    uh_store *from = open_file("h");
    uh_store *to = open_memory();
    uh_store_report report;
    uint32_t count = 0;
    fill(from);
    assert_int_equal(uh_store_archive(from, made_path("a.db"), &report), UH_OK);
    assert_int_equal(uh_store_archive(from, made_path("a.db"), &report), UH_ERR_STATE);
    assert_string_not_equal(report.detail, "");
    size_t length = 0;
    free(made_read(made_path("a.db"), &length));
    assert_true(length > 0);
    assert_null(made_read(made_path("a.db-wal"), &length));
    assert_int_equal(uh_store_import_archive(to, made_path("a.db"), &count, &report), UH_OK);
    assert_same(from, to);
    const uint32_t all = count;
    assert_int_equal(uh_store_import_archive(to, made_path("a.db"), &count, &report), UH_OK);
    assert_int_equal(count, all);
    assert_same(from, to);
    uh_store_close(from);
    uh_store_close(to);
}

static void a_memory_can_be_archived_and_an_archive_read_into_a_file(void **state)
{
    uh_store *from = open_memory();
    uh_store *to = open_file("h");
    uh_store_report report;
    uh_import import;
    fill(from);
    assert_int_equal(uh_store_archive(from, made_path("a.db"), &report), UH_OK);
    assert_int_equal(uh_archive_read(to, made_path("a.db"), &import, &report), UH_OK);
    assert_int_equal(import.changed + import.known, 0);
    assert_same(from, to);
    uh_store_close(from);
    uh_store_close(to);
}

static void what_is_no_archive_is_refused_and_stays_as_it_is(void **state)
{
    static const char text[] = "kind,of,a,file\r\n1,2,3,4\r\n";
    uh_store *store = open_memory();
    uh_store_report report;
    uint32_t count = 0;
    made_write(made_path("a.db"), text, sizeof text - 1);
    assert_int_equal(uh_store_import_archive(store, made_path("a.db"), &count, &report),
                     UH_ERR_FORMAT);
    assert_int_equal(uh_store_import_archive(store, made_path("none.db"), &count, &report),
                     UH_ERR_STATE);
    size_t length = 0;
    unsigned char *bytes = made_read(made_path("a.db"), &length);
    assert_int_equal(length, sizeof text - 1);
    assert_memory_equal(bytes, text, length);
    free(bytes);
    uh_store_close(store);
}

static void an_archive_with_a_text_that_no_record_may_have_is_refused(void **state)
{
    uh_store *from = open_memory();
    uh_store *to = open_memory();
    uh_store_report report;
    uint32_t count = 0;
    uh_fact fact = made_setting("voice", "off");
    assert_int_equal(uh_store_put(from, &fact), UH_OK);
    assert_int_equal(uh_store_archive(from, made_path("a.db"), &report), UH_OK);
    (void)strcpy(fact.is.setting.value, "o\nf");
    char sql[160];
    sqlite3 *connection = NULL;
    (void)snprintf(sql, sizeof sql, "UPDATE setting SET value = 'o' || char(10) || 'f', sum = %lld",
                   (long long)uh_fact_sum(&fact));
    assert_int_equal(sqlite3_open(made_path("a.db"), &connection), SQLITE_OK);
    assert_int_equal(sqlite3_exec(connection, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(connection);
    assert_int_equal(uh_store_import_archive(to, made_path("a.db"), &count, &report),
                     UH_ERR_FORMAT);
    uh_store_close(from);
    uh_store_close(to);
}

static void a_session_may_stand_behind_what_belongs_to_it(void **state)
{
    uh_store *store = open_memory();
    const uh_fact facts[] = {made_set("a", 0, 0, 1), made_entry("a", 0), made_session("a", 0)};
    FILE *file = fopen(made_path("a.jsonl"), "wb");
    assert_non_null(file);
    for (size_t i = 0; i < UH_COUNT(facts); i++) {
        uh_fact_write_json(&facts[i], (uh_out){write_file, file});
        (void)fputs("\n", file); /* an empty line between records is no record */
    }
    (void)fclose(file);
    const uh_import import = import_from(store, "a.jsonl", UH_EXCHANGE_JSONL);
    assert_int_equal(import.fresh, 3);
    uh_store_close(store);
}

static void a_newer_record_changes_and_an_older_one_is_known(void **state)
{
    uh_store *store = open_memory();
    uh_fact fact = made_rating("r", "", 0, 3);
    assert_int_equal(uh_store_put(store, &fact), UH_OK);
    uh_import import = {0};
    fact.changed.ms--;
    fact.is.rating.pain = 4;
    assert_int_equal(uh_import_put(store, &fact, &import), UH_OK);
    assert_int_equal(import.known, 1);
    fact.changed.ms += 2;
    assert_int_equal(uh_import_put(store, &fact, &import), UH_OK);
    assert_int_equal(import.changed, 1);
    uh_store_close(store);
}

static void the_form_of_a_file_is_seen_from_its_beginning(void **state)
{
    assert_int_equal(uh_exchange_of("SQLite format 3", 16), UH_EXCHANGE_ARCHIVE);
    assert_int_equal(uh_exchange_of("  {\"record\"", 9), UH_EXCHANGE_JSONL);
    assert_int_equal(uh_exchange_of("[{", 2), UH_EXCHANGE_JSONL);
    assert_int_equal(uh_exchange_of("\xef\xbb\xbf{\"record\"", 12), UH_EXCHANGE_JSONL);
    assert_int_equal(uh_exchange_of("id,began", 8), UH_EXCHANGE_CSV);
    assert_int_equal(uh_exchange_of("", 0), UH_EXCHANGE_CSV);
}

/* -- mistakes -- */

static void assert_refused(const char *text, size_t length, uh_exchange form, const char *wanted)
{
    uh_store *store = open_memory();
    uh_import import;
    char told[TEXT_SIZE];
    made_write(made_path("bad"), text, length);
    FILE *file = fopen(made_path("bad"), "rb");
    assert_non_null(file);
    assert_int_equal(uh_store_import(store, form, file, &import), UH_ERR_FORMAT);
    (void)fclose(file);
    tell(&import.fault, told);
    assert_string_equal(told, wanted);
    char *dump = made_dump(store);
    assert_string_equal(dump, ""); /* all or nothing */
    free(dump);
    uh_store_close(store);
}

#define GOOD_SETTING "{\"record\": \"setting\", \"name\": \"a\", \"value\": null, \"changed\": 5}\n"

static void each_mistake_in_json_has_its_place_and_its_words(void **state)
{
    static const struct {
        const char *line;
        const char *told;
    } rows[] = {
        {"{\"record\": \"setting\"", "2:20: the line ends too early"},
        {"nonsense", "2:8: this is no JSON object on one line"},
        {"[1]", "2:1: this is no JSON object on one line"},
        {"{}",
         "2:1: 'record' is missing: one of session, entry, command, set, rating, break, mark, "
         "answer, setting"},
        {"{\"record\": \"sesion\"}",
         "2:2: 'sesion' is no kind of record: one of session, entry, command, set, rating, break, "
         "mark, answer, setting"},
        {"{\"record\": 5}",
         "2:2: '' is no kind of record: one of session, entry, command, set, rating, break, mark, "
         "answer, setting"},
        {"{\"record\": \"setting\", \"value\": \"x\", \"changed\": 5}",
         "2:1: 'name' is missing in this record of kind 'setting'"},
        {"{\"record\": \"setting\", \"name\": null, \"value\": \"x\", \"changed\": 5}",
         "2:23: 'name' must not be empty"},
        {"{\"record\": \"setting\", \"name\": \"\", \"value\": \"x\", \"changed\": 5}",
         "2:23: 'name' must not be empty"},
        {"{\"record\": \"setting\", \"name\": \"a\", \"value\": 7, \"changed\": 5}",
         "2:36: 'value' must be a text"},
        {"{\"record\": \"setting\", \"name\": \"a\", \"value\": \"\xc3\xa4\", \"changed\": \"5\"}",
         "2:50: 'changed' must be a whole number"},
        {"{\"record\": \"setting\", \"name\": \"a\", \"value\": null, \"changed\": 1.5}",
         "2:51: 'changed' must be a whole number"},
        {"{\"record\": \"setting\", \"name\": \"a\", \"value\": null, \"changed\": -1}",
         "2:51: 'changed' is -1, must be 0 to 253402300799999"},
        {"{\"record\": \"setting\", \"name\": \"a\", \"value\": null, \"changed\": 5, \"mood\": 1}",
         "2:65: a record of kind 'setting' has no 'mood'"},
        {"{\"record\": \"setting\", \"name\": \"a\", \"name\": \"b\"}",
         "2:41: a key stands here for the second time"},
        {"{\"record\": \"setting\", \"name\": \"a\\nb\", \"value\": null, \"changed\": 5}",
         "2:23: 'name' must be UTF-8 of at most 47 bytes without control characters"},
        {"{\"record\": \"setting\", \"name\": \"a\\u0000b\", \"value\": null, \"changed\": 5}",
         "2:40: a text cannot hold a zero character"},
        {"{\"record\": \"setting\", \"name\": \"\xff\", \"value\": null, \"changed\": 5}",
         "2:31: these bytes are not UTF-8"},
        {"{\"record\": \"setting\", \"name\": \"a\", \"value\": null, \"changed\": "
         "99999999999999999999}",
         "2:81: this number is too large"},
        {"{\"record\": \"entry\", \"session\": \"gone\", \"entry\": 0, \"exercise\": null, "
         "\"variant\": null, \"hold_ms\": 0, \"repetitions\": 1, \"sets\": 1, \"first_side\": "
         "\"both\", \"one_side_only\": false, \"changed\": 5}",
         "2:1: its session 'gone' is neither in the history nor in this file"},
        {"{\"record\": \"entry\", \"session\": \"gone\", \"entry\": 0, \"exercise\": null, "
         "\"variant\": null, \"hold_ms\": 0, \"repetitions\": 1, \"sets\": 1, \"first_side\": "
         "\"top\", \"one_side_only\": false, \"changed\": 5}",
         "2:130: 'first_side' is 'top', must be one of both, left, right"},
        {"{\"record\": \"entry\", \"session\": \"gone\", \"entry\": 0, \"exercise\": null, "
         "\"variant\": null, \"hold_ms\": 0, \"repetitions\": 1, \"sets\": 1, \"first_side\": "
         "\"left\", \"one_side_only\": 1, \"changed\": 5}",
         "2:152: 'one_side_only' must be true or false"},
        {"{\"record\": \"rating\", \"id\": \"r\", \"session\": null, \"moment\": \"day\", \"at\": "
         "5, \"offset_s\": 0, \"day\": \"2026-02-30\", \"pain\": 3, \"stiffness\": 3, "
         "\"changed\": 5}",
         "2:91: 'day' is '2026-02-30', must be a day like 2026-11-20"},
        {"{\"record\": \"rating\", \"id\": \"r\", \"session\": null, \"moment\": \"day\", \"at\": "
         "5, \"offset_s\": 0, \"day\": \"2026-02-28\", \"pain\": -1, \"stiffness\": 3, "
         "\"changed\": 5}",
         "2:112: 'pain' is -1, must be 0 to 10"},
        {"[{\"record\": \"setting\", \"name\": \"a\", \"value\": null, \"changed\": 5}, "
         "{\"record\": \"setting\", \"name\": \"a\", \"value\": 5, \"changed\": 5}]",
         "2:102: 'value' must be a text"},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        char text[TEXT_SIZE];
        const int length = snprintf(text, sizeof text, GOOD_SETTING "%s\n", rows[i].line);
        assert_refused(text, (size_t)length, UH_EXCHANGE_JSONL, rows[i].told);
    }
}

static void each_mistake_in_csv_has_its_place_and_its_words(void **state)
{
    static const struct {
        const char *text;
        const char *told;
    } rows[] = {
        {"\r\n", "1:1: the first line must name the fields of one kind of record"},
        {"name,,changed\r\n", "1:6: the first line must name the fields of one kind of record"},
        {"name,value\r\n", "1:1: 'changed' is missing in this record of kind 'setting'"},
        {"name,valeu,changed\r\n", "1:6: a record of kind 'setting' has no 'valeu'"},
        {"name,value,changed,name\r\n", "1:20: a key stands here for the second time"},
        {"na\"me,value,changed\r\n", "1:3: a quote that opens or closes in the wrong place"},
        {"name,value,changed\r\na,b,5\r\na,b\r\n", "3:4: this line has 2 cells, the first line 3"},
        {"name,value,changed\r\na,b,5,6\r\n", "2:8: this line has 4 cells, the first line 3"},
        {"name,value,changed\r\na,\"b,5\r\n",
         "2:7: a quote that opens or closes in the wrong place"},
        {"name,value,changed\r\na,\"b\"c,5\r\n",
         "2:6: a quote that opens or closes in the wrong place"},
        {"name,value,changed\r\n,b,5\r\n", "2:1: 'name' must not be empty"},
        {"name,value,changed\r\n\xc3\xa4,b,soon\r\n", "2:5: 'changed' must be a whole number"},
        {"name,value,changed\r\na,b,-3\r\n", "2:5: 'changed' is -3, must be 0 to 253402300799999"},
        {"name,value,changed\r\na,\tb,3\r\n",
         "2:3: 'value' must be UTF-8 of at most 511 bytes without control characters"},
        {"value,changed,name\r\nx,5,\xff\r\n",
         "2:5: 'name' must be UTF-8 of at most 47 bytes without control characters"},
        {"session,number,at_ms,command,reason,changed\na,0,0,jump,none,5\n",
         "2:7: 'command' is 'jump', must be one of ready, pause, resume, interrupt, ease, stop, "
         "undo-stop, skip, back, repeat, more, less, end"},
        {"session,number,at_ms,command,reason,changed\na,0,0,pause,none,5\n",
         "2:1: its session 'a' is neither in the history nor in this file"},
        {"question,at,offset_s,day,yes,seen,changed\nq,5,0,2026-11-20,maybe,,5\n",
         "2:18: 'yes' must be true or false"},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        assert_refused(rows[i].text, strlen(rows[i].text), UH_EXCHANGE_CSV, rows[i].told);
    }
    assert_refused("name,value,changed\r\na\0b,c,5\r\n", 30, UH_EXCHANGE_CSV,
                   "2:1: 'name' must be a text");
}

static void the_columns_of_csv_may_stand_in_any_order_behind_a_byte_order_mark(void **state)
{
    static const char text[] = "\xef\xbb\xbf"
                               "changed,name,value\n5,\"a\"\"b, c\",\n6,second,\"\"\n";
    uh_store *store = open_memory();
    made_write(made_path("a"), text, sizeof text - 1);
    assert_int_equal(import_from(store, "a", UH_EXCHANGE_CSV).fresh, 2);
    char *dump = made_dump(store);
    assert_string_equal(
        dump,
        "{\"record\": \"setting\", \"name\": \"a\\\"b, c\", \"value\": null, \"changed\": 5}\n"
        "{\"record\": \"setting\", \"name\": \"second\", \"value\": null, \"changed\": 6}\n");
    free(dump);
    uh_store_close(store);
}

static void a_line_without_an_end_is_too_long_and_no_danger(void **state)
{
    const size_t length = (size_t)UH_STORE_WAITING_MAX * 4096;
    char *text = malloc(length);
    assert_non_null(text);
    memset(text, ' ', length);
    text[0] = '{';
    assert_refused(text, length, UH_EXCHANGE_JSONL, "1:1: this line is too long for a record");
    free(text);
}

#define FOLDER_TEST(name) cmocka_unit_test_setup_teardown(name, folder_before, folder_after)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(what_leaves_as_json_comes_back_byte_for_byte_and_twice_is_once),
        FOLDER_TEST(what_leaves_as_csv_comes_back_byte_for_byte_kind_by_kind),
        FOLDER_TEST(an_archive_has_everything_and_is_one_file),
        FOLDER_TEST(a_memory_can_be_archived_and_an_archive_read_into_a_file),
        FOLDER_TEST(what_is_no_archive_is_refused_and_stays_as_it_is),
        FOLDER_TEST(an_archive_with_a_text_that_no_record_may_have_is_refused),
        FOLDER_TEST(a_session_may_stand_behind_what_belongs_to_it),
        FOLDER_TEST(a_newer_record_changes_and_an_older_one_is_known),
        FOLDER_TEST(the_form_of_a_file_is_seen_from_its_beginning),
        FOLDER_TEST(each_mistake_in_json_has_its_place_and_its_words),
        FOLDER_TEST(each_mistake_in_csv_has_its_place_and_its_words),
        FOLDER_TEST(the_columns_of_csv_may_stand_in_any_order_behind_a_byte_order_mark),
        FOLDER_TEST(a_line_without_an_end_is_too_long_and_no_danger),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
