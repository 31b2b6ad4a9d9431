/* SPDX-License-Identifier: MIT */
/* Backups: one a day, the right ones kept, and the newest good one in the place of what is
 * damaged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/backup.h"
#include "store/machine.h"
#include "store/made.h"
#include "store/repair.h"
#include "store/sqlite.h"

enum { SIXTEENTHS = 16, FLIPS = 300 };

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

static uh_unix_ms day(int number)
{
    return (uh_unix_ms){MADE_NOON_MS + number * MADE_DAY_MS};
}

static uh_store *open_on(int number, uh_store_report *ret_report)
{
    uh_sqlite_options options = uh_sqlite_usual();
    uh_store *store = NULL;
    options.busy_ms = 0;
    assert_int_equal(uh_sqlite_open(made_path("h"), day(number), &options, ret_report, &store),
                     UH_OK);
    return store;
}

static uh_store *open_sound(int number)
{
    uh_store_report report;
    uh_store *store = open_on(number, &report);
    assert_int_equal(report.trouble, UH_STORE_SOUND);
    return store;
}

static void put(uh_store *store, uh_fact fact)
{
    assert_int_equal(uh_store_put(store, &fact), UH_OK);
}

/* Sessions of one day, with all that belongs to them. */
static void put_day(uh_store *store, int number)
{
    char id[16];
    for (int i = 0; i < 12; i++) {
        (void)snprintf(id, sizeof id, "s%d-%d", number, i);
        put(store, made_session(id, number));
        for (uint32_t entry = 0; entry < 6; entry++) {
            put(store, made_entry(id, entry));
            put(store, made_set(id, number, entry, 1));
        }
    }
    (void)snprintf(id, sizeof id, "r%d", number);
    put(store, made_rating(id, "", number, 3));
}

/* -- which ones are kept -- */

static void assert_kept(const int *days, uint32_t count, const char *wanted)
{
    uh_date dates[UH_BACKUPS_MAX] = {{0}};
    bool kept[UH_BACKUPS_MAX];
    char got[UH_BACKUPS_MAX + 1] = "";
    for (uint32_t i = 0; i < count; i++) {
        dates[i] = uh_date_add(uh_date_at(day(0), 0), days[i]);
    }
    uh_backups_keep(dates, count, kept);
    for (uint32_t i = 0; i < count; i++) {
        got[i] = kept[i] ? 'x' : '.';
        got[i + 1] = '\0';
    }
    assert_string_equal(got, wanted);
}

static void the_last_seven_and_the_last_of_each_of_four_weeks_are_kept(void **state)
{
    /* day 0 is a Friday */
    int days[60];
    for (int i = 0; i < 60; i++) {
        days[i] = -i;
    }
    assert_kept(days, 5, "xxxxx");
    assert_kept(days, 8, "xxxxxxxx");
    assert_kept(days, 60,
                "xxxxxxx" /* Friday back to Saturday */
                "x...."   /* the rest of that Saturday's week */
                "x......"
                "x......"
                "x......"
                "...........................");
}

static void gaps_between_days_do_not_matter(void **state)
{
    static const int days[] = {-400, 0, -90, -3, -40, -41, -42, -5, -6, -7, -8};
    assert_kept(days, UH_COUNT(days), "xxxxxx.xxxx");
    assert_kept(days, 0, "");
}

static uint32_t backups;

static bool count_backup(void *to, const char *name)
{
    (void)to;
    backups += uh_backup_day(name).days != UH_NO_DATE.days;
    return true;
}

static uint32_t count_backups(void)
{
    backups = 0;
    uh_folder_list(made_path("h/backups"), count_backup, NULL);
    return backups;
}

static void the_first_close_of_a_day_makes_a_backup_and_no_opening_does(void **state)
{
    uh_store *store = open_sound(0);
    put_day(store, 0);
    uh_store_close(store);
    assert_int_equal(count_backups(), 0); /* there was nothing when it was opened */
    struct stat first;
    struct stat second;
    store = open_sound(0);
    put(store, made_rating("late", "", 0, 1));
    char *dump = made_dump(store);
    assert_false(uh_file_is_there(made_path("h/backups")));
    uh_store_close(store);
    assert_int_equal(stat(made_path("h/backups/history-2026-11-20.db"), &first), 0);
    store = open_sound(0);
    put(store, made_rating("later", "", 0, 1));
    uh_store_close(store);
    assert_int_equal(stat(made_path("h/backups/history-2026-11-20.db"), &second), 0);
    assert_int_equal(first.st_ino, second.st_ino); /* a day has one */
    assert_int_equal(unlink(made_path("h/history.db")), 0);
    uh_store_report report;
    store = open_on(0, &report);
    char *restored = made_dump(store);
    assert_string_equal(restored, dump);
    uh_store_close(store);
    free(restored);
    free(dump);
}

static void backups_of_sixty_days_leave_eleven(void **state)
{
    uh_store *store = open_sound(0);
    put_day(store, 0);
    uh_store_close(store);
    uh_store_close(open_sound(0));
    assert_true(uh_backup_is_there(made_path("h"), uh_date_at(day(0), 0)));
    assert_int_equal(uh_backup_newest(made_path("h")).ms, day(0).ms);
    for (int i = 1; i < 60; i++) {
        uh_store_close(open_sound(i));
    }
    const uint32_t kept = count_backups();
    assert_in_range(kept, 10, 11);
    assert_false(uh_backup_is_there(made_path("h"), uh_date_at(day(0), 0)));
    struct stat file;
    assert_int_equal(stat(made_path("h/backups/history-2027-01-18.db"), &file), 0);
    assert_int_equal(file.st_mode & 0777, 0600);
    assert_int_equal(stat(made_path("h/history.db"), &file), 0);
    assert_int_equal(file.st_mode & 0777, 0600);
    assert_int_equal(stat(made_path("h"), &file), 0);
    assert_int_equal(file.st_mode & 0777, 0700);
}

/* -- damage -- */

/* What a history was before somebody damaged it. */
typedef struct history {
    unsigned char *bytes;
    size_t length;
    char *all;   /* its facts, two days of them */
    char *first; /* those of the first day, which are in the backup */
} history;

static history make_history(void)
{
    history made = {0};
    uh_store *store = open_sound(0);
    put_day(store, 0);
    made.first = made_dump(store);
    uh_store_close(store);
    store = open_sound(1);
    put_day(store, 1);
    made.all = made_dump(store);
    uh_store_close(store);
    made.bytes = made_read(made_path("h/history.db"), &made.length);
    return made;
}

static void free_history(history *made)
{
    free(made->bytes);
    free(made->all);
    free(made->first);
}

/* Is every line of `part` also one of `whole`? */
static bool has_lines(const char *whole, const char *part)
{
    while (*part != '\0') {
        const size_t length = strcspn(part, "\n") + 1;
        char line[4096];
        assert_true(length < sizeof line);
        memcpy(line, part, length);
        line[length] = '\0';
        if (strstr(whole, line) == NULL) {
            return false;
        }
        part += length;
    }
    return true;
}

static void assert_restored(const uh_store_report *report)
{
    assert_int_equal(report->trouble, UH_STORE_RESTORED);
    assert_int_equal(report->backup.ms, day(1).ms);
    assert_true(uh_file_is_there(report->aside));
}

/* What was in the backup is there, what else is there was there before, and it can be used. */
static void assert_recovered(uh_store *store, const history *made)
{
    char *dump = made_dump(store);
    assert_non_null(dump);
    assert_true(has_lines(dump, made->first));
    assert_true(has_lines(made->all, dump));
    free(dump);
    put(store, made_rating("later", "", 3, 1));
    assert_int_equal(uh_store_trouble_of(store), UH_STORE_SOUND);
}

static void a_file_that_was_cut_off_anywhere_is_set_aside_and_restored(void **state)
{
    history made = make_history();
    for (size_t i = 0; i < SIXTEENTHS; i++) {
        uh_store_report report;
        made_copy(made_path("h"), made_path("before"));
        assert_int_equal(truncate(made_path("h/history.db"), (off_t)(made.length * i / SIXTEENTHS)),
                         0);
        uh_store *store = open_on(1, &report);
        assert_restored(&report);
        assert_recovered(store, &made);
        uh_store_close(store);
        size_t length = 0;
        unsigned char *aside = made_read(report.aside, &length);
        assert_int_equal(length, made.length * i / SIXTEENTHS);
        assert_memory_equal(aside, made.bytes, length);
        free(aside);
        made_remove(made_path("h"));
        assert_int_equal(rename(made_path("before"), made_path("h")), 0);
    }
    free_history(&made);
}

static void a_flipped_bit_anywhere_never_changes_a_record_unseen(void **state)
{
    history made = make_history();
    uint64_t seed = 99;
    uint32_t restored = 0;
    made_copy(made_path("h"), made_path("before"));
    for (int i = 0; i < FLIPS; i++) {
        uh_store_report report;
        const size_t at = made_random(&seed) % made.length;
        made.bytes[at] ^= (unsigned char)(1U << made_below(&seed, 8));
        made_remove(made_path("h"));
        made_copy(made_path("before"), made_path("h"));
        made_write(made_path("h/history.db"), made.bytes, made.length);
        uh_store *store = open_on(2, &report);
        char *dump = report.trouble == UH_STORE_SOUND ? made_dump(store) : NULL;
        report = *uh_store_report_of(store);
        if (dump != NULL) { /* a way to a record may be gone, which the day's backup finds */
            const bool all = strcmp(dump, made.all) == 0;
            assert_true(has_lines(made.all, dump));
            free(dump);
            uh_store_close(store);
            store = open_on(2, &report);
            assert_true(all || report.trouble != UH_STORE_SOUND);
        }
        if (report.trouble != UH_STORE_SOUND) {
            assert_restored(&report);
            restored++;
        }
        assert_int_equal(report.trouble == UH_STORE_SOUND,
                         uh_backup_is_there(made_path("h"), uh_date_at(day(2), 0)));
        assert_recovered(store, &made);
        uh_store_close(store);
        size_t length = 0;
        free(made.bytes);
        made.bytes = made_read(made_path("before/history.db"), &length);
    }
    print_message("%u of %d flips were damage\n", (unsigned)restored, FLIPS);
    assert_true(restored > FLIPS / 4); /* the others hit what is not used */
    free_history(&made);
}

static void damage_that_is_met_while_reading_is_repaired_at_once(void **state)
{
    history made = make_history();
    for (int other = 0; other < 2; other++) {
        uh_store_report report;
        made_copy(made_path("h"), made_path("before"));
        uh_store *store = open_on(1, &report); /* it has its backup: nothing is read */
        assert_int_equal(report.trouble, UH_STORE_SOUND);
        uh_store *second = other == 1 ? open_on(1, &report) : NULL;
        memset(made.bytes + made.length / 4, 0x5a, made.length / 2);
        made_write(made_path("h/history.db"), made.bytes, made.length);
        assert_null(made_dump(store));
        if (second != NULL) { /* it has the file open, too */
            const uh_fact fact = made_rating("waits", "", 1, 1);
            assert_int_equal(uh_store_trouble_of(store), UH_STORE_BUSY);
            assert_int_equal(uh_store_put(store, &fact), UH_ERR_PENDING);
            uh_store_close(second);
            put(store, made_rating("goes", "", 1, 1));
        }
        assert_restored(uh_store_report_of(store));
        if (second == NULL) {
            assert_int_equal(uh_store_trouble_of(store), UH_STORE_RESTORED);
            assert_recovered(store, &made);
        }
        uh_store_close(store);
        made_remove(made_path("h"));
        assert_int_equal(rename(made_path("before"), made_path("h")), 0);
        size_t length = 0;
        free(made.bytes);
        made.bytes = made_read(made_path("h/history.db"), &length);
    }
    free_history(&made);
}

/* Pages in the middle that no opening reads. */
static void damage_the_middle(history *made)
{
    memset(made->bytes + made->length / 2, 0, 4096);
    made_write(made_path("h/history.db"), made->bytes, made->length);
}

static void what_a_backup_finds_damaged_the_next_opening_restores_and_tells(void **state)
{
    uh_store_report report;
    history made = make_history();
    damage_the_middle(&made);
    uh_store *store = open_sound(2);
    put(store, made_rating("meanwhile", "", 2, 1));
    uh_store_close(store);
    assert_false(uh_backup_is_there(made_path("h"), uh_date_at(day(2), 0)));
    assert_true(uh_file_is_there(made_path("h/history.suspect")));
    store = open_on(2, &report);
    assert_restored(&report);
    uh_fact meanwhile = made_rating("meanwhile", "", 2, 1);
    assert_int_equal(uh_store_get(store, &meanwhile), UH_OK);
    assert_false(uh_file_is_there(made_path("h/history.suspect")));
    uh_store_close(store);
    assert_true(uh_backup_is_there(made_path("h"), uh_date_at(day(2), 0)));
    uh_store_close(open_sound(2));
    free_history(&made);
}

static void a_suspicion_that_was_wrong_changes_nothing(void **state)
{
    history made = make_history();
    made_write(made_path("h/history.suspect"), "", 0);
    uh_store *store = open_sound(2);
    char *dump = made_dump(store);
    assert_string_equal(dump, made.all);
    assert_false(uh_file_is_there(made_path("h/history.suspect")));
    uh_store_close(store);
    free(dump);
    free_history(&made);
}

static void without_a_backup_what_can_be_read_is_kept(void **state)
{
    uh_store_report report;
    history made = make_history();
    made_remove(made_path("h/backups"));
    damage_the_middle(&made);
    uh_store_close(open_sound(2)); /* the day's backup would be of what is damaged */
    assert_int_equal(count_backups(), 0);
    uh_store *store = open_on(2, &report);
    assert_int_equal(report.trouble, UH_STORE_LOST);
    assert_true(report.saved > 0);
    char *dump = made_dump(store);
    assert_true(dump[0] != '\0' && has_lines(made.all, dump));
    free(dump);
    uh_store_close(store);
    store = open_sound(2);
    uh_store_close(store);
    free_history(&made);
}

static void a_foreign_file_is_set_aside_untouched(void **state)
{
    static const char text[] = "Dear diary,\nthis is no database.\n";
    uh_store_report report;
    assert_int_equal(mkdir(made_path("h"), 0700), 0);
    made_write(made_path("h/history.db"), text, sizeof text - 1);
    uh_store *store = open_on(0, &report);
    assert_int_equal(report.trouble, UH_STORE_FOREIGN);
    assert_string_equal(report.aside, made_path("h/history-foreign-2026-11-20.db"));
    size_t length = 0;
    unsigned char *aside = made_read(report.aside, &length);
    assert_int_equal(length, sizeof text - 1);
    assert_memory_equal(aside, text, length);
    free(aside);
    put_day(store, 0);
    uh_store_close(store);
    uh_store_close(open_sound(0));
}

static void the_database_of_another_program_is_foreign_too(void **state)
{
    uh_store_report report;
    uh_database database;
    uh_database_fault fault;
    char *words = NULL;
    assert_int_equal(mkdir(made_path("h"), 0700), 0);
    sqlite3 *other = NULL;
    assert_int_equal(sqlite3_open(made_path("h/history.db"), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "CREATE TABLE urls (id); INSERT INTO urls VALUES (1);",
                                  NULL, NULL, &words),
                     SQLITE_OK);
    sqlite3_close(other);
    assert_int_equal(uh_database_open(made_path("h/history.db"), UH_DATABASE_READ, uh_schema_now(),
                                      0, &fault, &database),
                     SQLITE_NOTADB);
    uh_store_close(open_on(0, &report));
    assert_int_equal(report.trouble, UH_STORE_FOREIGN);
}

static void a_foreign_file_in_the_place_of_a_history_brings_the_backup_back(void **state)
{
    uh_store_report report;
    history made = make_history();
    made_write(made_path("h/history.db"), "not this one", 12);
    uh_store *store = open_on(2, &report);
    assert_restored(&report);
    assert_recovered(store, &made);
    uh_store_close(store);
    free_history(&made);
}

static void a_history_that_is_gone_comes_back_from_its_backup(void **state)
{
    uh_store_report report;
    history made = make_history();
    assert_int_equal(unlink(made_path("h/history.db")), 0);
    uh_store *store = open_on(2, &report);
    assert_int_equal(report.trouble, UH_STORE_RESTORED);
    assert_string_equal(report.aside, "");
    assert_recovered(store, &made);
    uh_store_close(store);
    free_history(&made);
}

static void a_damaged_backup_is_passed_over_for_the_one_before(void **state)
{
    uh_store_report report;
    history made = make_history();
    uh_store_close(open_sound(2));
    uh_store_close(open_sound(3));
    size_t length = 0;
    unsigned char *bytes = made_read(made_path("h/backups/history-2026-11-23.db"), &length);
    memset(bytes + length / 2, 0x33, 4096);
    made_write(made_path("h/backups/history-2026-11-23.db"), bytes, length);
    free(bytes);
    /* one that was made when a clock was wrong does not come first */
    made_write(made_path("h/backups/history-2099-01-01.db"), made.bytes, made.length);
    assert_int_equal(truncate(made_path("h/history.db"), 5000), 0);
    uh_store *store = open_on(3, &report);
    assert_int_equal(report.trouble, UH_STORE_RESTORED);
    assert_int_equal(report.backup.ms, day(2).ms);
    char *dump = made_dump(store);
    assert_string_equal(dump, made.all);
    free(dump);
    uh_store_close(store);
    free_history(&made);
}

static void files_of_one_day_are_set_aside_side_by_side(void **state)
{
    uh_store_report report;
    history made = make_history();
    static const char *const names[] = {"h/history-damaged-2026-11-21.db",
                                        "h/history-damaged-2026-11-21-2.db",
                                        "h/history-damaged-2026-11-21-3.db"};
    for (size_t i = 0; i < UH_COUNT(names); i++) {
        assert_int_equal(truncate(made_path("h/history.db"), 5000), 0);
        uh_store_close(open_on(1, &report));
        assert_string_equal(report.aside, made_path(names[i]));
    }
    free_history(&made);
}

static void a_few_flipped_bits_do_not_make_a_header_foreign(void **state)
{
    history made = make_history();
    unsigned char header[UH_HEADER_SIZE];
    memcpy(header, made.bytes, sizeof header);
    assert_true(uh_repair_is_ours(header, sizeof header));
    header[3] ^= 3;
    header[70] ^= 1;
    assert_true(uh_repair_is_ours(header, sizeof header));
    assert_true(uh_repair_is_ours(header, 20));
    assert_true(uh_repair_is_ours(header, 0));
    static const unsigned char other[4] = {'m', 'a', 'i', 'l'};
    memcpy(header + 68, other, sizeof other);
    assert_false(uh_repair_is_ours(header, sizeof header));
    assert_false(uh_repair_is_ours((const unsigned char *)"Dear diary, this is not", 23));
    free_history(&made);
}

#define FOLDER_TEST(name) cmocka_unit_test_setup_teardown(name, folder_before, folder_after)

int main(void)
{
    machine_install();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_seven_and_the_last_of_each_of_four_weeks_are_kept),
        cmocka_unit_test(gaps_between_days_do_not_matter),
        FOLDER_TEST(the_first_close_of_a_day_makes_a_backup_and_no_opening_does),
        FOLDER_TEST(backups_of_sixty_days_leave_eleven),
        FOLDER_TEST(a_file_that_was_cut_off_anywhere_is_set_aside_and_restored),
        FOLDER_TEST(a_flipped_bit_anywhere_never_changes_a_record_unseen),
        FOLDER_TEST(damage_that_is_met_while_reading_is_repaired_at_once),
        FOLDER_TEST(what_a_backup_finds_damaged_the_next_opening_restores_and_tells),
        FOLDER_TEST(a_suspicion_that_was_wrong_changes_nothing),
        FOLDER_TEST(without_a_backup_what_can_be_read_is_kept),
        FOLDER_TEST(a_foreign_file_is_set_aside_untouched),
        FOLDER_TEST(the_database_of_another_program_is_foreign_too),
        FOLDER_TEST(a_foreign_file_in_the_place_of_a_history_brings_the_backup_back),
        FOLDER_TEST(a_history_that_is_gone_comes_back_from_its_backup),
        FOLDER_TEST(a_damaged_backup_is_passed_over_for_the_one_before),
        FOLDER_TEST(files_of_one_day_are_set_aside_side_by_side),
        FOLDER_TEST(a_few_flipped_bits_do_not_make_a_header_foreign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
