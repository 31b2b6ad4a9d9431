/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/suite.h"

#include "store/cell.h"
#include "store/made.h"

enum { TOLD_SIZE = 8192 };

static const suite_store *tested;

static int open_store(void **state)
{
    *state = tested->open();
    return *state == NULL;
}

static int close_store(void **state)
{
    if (*state != NULL) {
        tested->close(*state);
    }
    return 0;
}

static void reopen(void **state)
{
    *state = tested->again(*state);
    assert_non_null(*state);
}

static void put(uh_store *store, uh_fact fact)
{
    assert_int_equal(uh_store_put(store, &fact), UH_OK);
}

/* -- what a replay tells, as "session a; set a 0 1; ..." -- */

typedef struct told {
    char text[TOLD_SIZE];
    size_t length;
    uint32_t left; /* facts to take before it is enough */
} told;

static const char *id_of(const uh_fact *fact)
{
    uint32_t count = 0;
    return (const char *)fact + uh_fact_fields(fact->kind, &count)[0].offset;
}

static bool tell(void *to, const uh_fact *fact)
{
    told *tale = to;
    char more[32] = "";
    if (fact->kind == UH_FACT_ENTRY) {
        (void)snprintf(more, sizeof more, " %u", (unsigned)fact->is.entry.entry);
    } else if (fact->kind == UH_FACT_COMMAND) {
        (void)snprintf(more, sizeof more, " %u", (unsigned)fact->is.command.number);
    } else if (fact->kind == UH_FACT_SET) {
        (void)snprintf(more, sizeof more, " %u.%u", (unsigned)fact->is.set.entry,
                       (unsigned)fact->is.set.set);
    }
    tale->length += (size_t)snprintf(tale->text + tale->length, sizeof tale->text - tale->length,
                                     "%s %s%s; ", uh_fact_kind_name(fact->kind), id_of(fact), more);
    assert_true(tale->length < sizeof tale->text);
    return --tale->left > 0;
}

static void assert_told(uh_store *store, uint32_t kinds, int from, int to, const char *wanted)
{
    const uh_date day = uh_date_at((uh_unix_ms){MADE_NOON_MS}, 3600);
    told tale = {.left = UINT32_MAX};
    assert_int_equal(
        uh_store_replay(store, kinds, uh_date_add(day, from), uh_date_add(day, to), tell, &tale),
        UH_OK);
    assert_string_equal(tale.text, wanted);
}

static void assert_has(uh_store *store, uh_fact wanted)
{
    uh_fact got = {.kind = wanted.kind};
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(wanted.kind, &count);
    for (uint32_t i = 0; i < count && fields[i].identity; i++) {
        memcpy((char *)&got + fields[i].offset, (const char *)&wanted + fields[i].offset,
               fields[i].size);
    }
    assert_int_equal(uh_store_get(store, &got), UH_OK);
    assert_true(uh_fact_equal(&got, &wanted));
}

static void assert_has_not(uh_store *store, uh_fact wanted)
{
    assert_int_equal(uh_store_get(store, &wanted), UH_ERR_UNKNOWN);
}

static void fill(uh_store *store)
{
    put(store, made_setting("voice", "off"));
    put(store, made_answer("numb", 0, false));
    put(store, made_session("b", 1));
    put(store, made_session("a", 0));
    put(store, made_set("a", 0, 1, 1));
    put(store, made_set("a", 0, 0, 1));
    put(store, made_command("a", 1));
    put(store, made_command("a", 0));
    put(store, made_entry("a", 1));
    put(store, made_entry("a", 0));
    put(store, made_set("b", 1, 0, 1));
    put(store, made_mark("m", 1, UH_MARK_REST));
    put(store, made_break("p", 0));
    put(store, made_rating("r", "a", 0, 4));
}

/* -- the tests -- */

static void an_empty_store_has_nothing(void **state)
{
    uh_session_fact session;
    assert_told(*state, UH_STORE_ALL_KINDS, -1000000, 1000000, "");
    assert_int_equal(uh_store_last_session(*state, &session), UH_ERR_UNKNOWN);
    assert_has_not(*state, made_session("a", 0));
    assert_int_equal(uh_store_trouble_of(*state), UH_STORE_SOUND);
    assert_int_equal(uh_store_waiting(*state), 0);
}

static void what_is_put_is_there_also_after_opening_again(void **state)
{
    fill(*state);
    for (int i = 0; i < 2; i++) {
        assert_has(*state, made_session("a", 0));
        assert_has(*state, made_entry("a", 1));
        assert_has(*state, made_command("a", 1));
        assert_has(*state, made_set("b", 1, 0, 1));
        assert_has(*state, made_rating("r", "a", 0, 4));
        assert_has(*state, made_break("p", 0));
        assert_has(*state, made_mark("m", 1, UH_MARK_REST));
        assert_has(*state, made_answer("numb", 0, false));
        assert_has(*state, made_setting("voice", "off"));
        assert_has_not(*state, made_set("a", 0, 1, 2));
        reopen(state);
    }
}

static void facts_are_told_as_they_happened(void **state)
{
    fill(*state);
    assert_told(*state, UH_STORE_ALL_KINDS, 0, 1,
                "setting voice; answer numb; session a; entry a 0; entry a 1; command a 0; "
                "command a 1; set a 0.1; set a 1.1; rating r; break p; session b; set b 0.1; "
                "mark m; ");
}

static void only_the_days_and_kinds_asked_for_are_told(void **state)
{
    fill(*state);
    assert_told(*state, 1U << UH_FACT_SET | 1U << UH_FACT_MARK, 1, 1, "set b 0.1; mark m; ");
    assert_told(*state, 1U << UH_FACT_SESSION, 0, 0, "session a; ");
    assert_told(*state, 1U << UH_FACT_SESSION | 1U << UH_FACT_ANSWER, 2, 9, "answer numb; ");
    assert_told(*state, UH_STORE_ALL_KINDS, 1, 0, "setting voice; answer numb; ");
    assert_told(*state, 0, 0, 1, "");
}

static void whoever_has_heard_enough_can_end_a_replay(void **state)
{
    static const char *const tales[] = {"setting voice; ", "setting voice; answer numb; ",
                                        "setting voice; answer numb; session a; ",
                                        "setting voice; answer numb; session a; entry a 0; "};
    fill(*state);
    for (uint32_t i = 0; i < UH_COUNT(tales); i++) {
        told tale = {.left = i + 1};
        assert_int_equal(
            uh_store_replay(*state, UH_STORE_ALL_KINDS, UH_FIRST_DATE, UH_LAST_DATE, tell, &tale),
            UH_OK);
        assert_string_equal(tale.text, tales[i]);
    }
}

static void of_two_facts_with_one_identity_the_later_stands(void **state)
{
    uh_fact fact = made_rating("r", "", 0, 5);
    put(*state, fact);
    fact.is.rating.pain = 6;
    fact.changed.ms--;
    put(*state, fact);
    assert_has(*state, made_rating("r", "", 0, 5));
    fact.is.rating.pain = 7;
    fact.changed.ms++;
    put(*state, fact);
    assert_has(*state, fact);
    fact.is.rating.pain = 8;
    fact.changed.ms++;
    put(*state, fact);
    reopen(state);
    assert_has(*state, fact);
    assert_told(*state, UH_STORE_ALL_KINDS, 0, 0, "rating r; ");
}

static void what_is_said_now_stands_over_a_clock_that_ran_ahead(void **state)
{
    uh_fact fact = made_rating("r", "", 0, 5);
    fact.changed.ms += 1000000;
    put(*state, fact);
    uh_fact now = made_rating("r", "", 0, 6);
    assert_int_equal(uh_store_write(*state, &now), UH_OK);
    now.changed.ms = fact.changed.ms + 1;
    assert_has(*state, now);
    fact.is.rating.pain = 7; /* said elsewhere in the meantime */
    put(*state, fact);
    assert_has(*state, now);
}

static void what_belongs_to_no_session_is_refused(void **state)
{
    const uh_fact orphans[] = {made_set("gone", 0, 0, 1), made_entry("gone", 0),
                               made_command("gone", 0)};
    for (size_t i = 0; i < UH_COUNT(orphans); i++) {
        assert_int_equal(uh_store_put(*state, &orphans[i]), UH_ERR_UNKNOWN);
        assert_has_not(*state, orphans[i]);
    }
    put(*state, made_rating("r", "gone", 0, 3)); /* it may come before its session */
    assert_told(*state, UH_STORE_ALL_KINDS, -9, 9, "rating r; ");
    assert_int_equal(uh_store_trouble_of(*state), UH_STORE_SOUND);
}

static void a_session_goes_with_all_that_belongs_to_it(void **state)
{
    fill(*state);
    const uh_fact session = made_session("a", 0);
    assert_int_equal(uh_store_delete(*state, &session), UH_OK);
    assert_int_equal(uh_store_delete(*state, &session), UH_ERR_UNKNOWN);
    for (int i = 0; i < 2; i++) {
        assert_told(*state, UH_STORE_ALL_KINDS, 0, 1,
                    "setting voice; answer numb; break p; session b; set b 0.1; mark m; ");
        reopen(state);
    }
}

static void a_single_fact_is_forgotten(void **state)
{
    fill(*state);
    const uh_fact gone[] = {made_set("a", 0, 0, 1), made_rating("r", "a", 0, 4), made_break("p", 0),
                            made_setting("voice", "off")};
    for (size_t i = 0; i < UH_COUNT(gone); i++) {
        assert_int_equal(uh_store_delete(*state, &gone[i]), UH_OK);
        assert_has_not(*state, gone[i]);
        assert_int_equal(uh_store_delete(*state, &gone[i]), UH_ERR_UNKNOWN);
    }
    assert_has(*state, made_set("a", 0, 1, 1));
}

static void an_act_is_done_wholly_or_not_at_all(void **state)
{
    put(*state, made_rating("r", "", 0, 1));
    uh_fact fact = made_rating("r", "", 0, 2);
    assert_int_equal(uh_store_begin(*state), UH_OK);
    put(*state, made_session("a", 0));
    put(*state, made_set("a", 0, 0, 1));
    put(*state, fact);
    assert_has(*state, fact);
    fact.is.rating.pain = 3;
    put(*state, fact);
    uh_store_rollback(*state);
    assert_has(*state, made_rating("r", "", 0, 1));
    assert_told(*state, UH_STORE_ALL_KINDS, -9, 9, "rating r; ");

    assert_int_equal(uh_store_begin(*state), UH_OK);
    put(*state, made_session("a", 0));
    put(*state, made_set("a", 0, 0, 1));
    put(*state, fact);
    assert_int_equal(uh_store_commit(*state), UH_OK);
    reopen(state);
    assert_has(*state, fact);
    assert_told(*state, UH_STORE_ALL_KINDS, -9, 9, "session a; set a 0.1; rating r; ");
}

static void an_orphan_within_an_act_spoils_only_itself(void **state)
{
    const uh_fact orphan = made_set("gone", 0, 0, 1);
    assert_int_equal(uh_store_begin(*state), UH_OK);
    put(*state, made_break("p", 0));
    assert_int_equal(uh_store_put(*state, &orphan), UH_ERR_UNKNOWN);
    put(*state, made_break("q", 0));
    assert_int_equal(uh_store_commit(*state), UH_OK);
    reopen(state);
    assert_told(*state, UH_STORE_ALL_KINDS, -9, 9, "break p; break q; ");
}

static void the_last_session_is_the_one_that_began_last(void **state)
{
    uh_session_fact last;
    put(*state, made_session("b", 5));
    put(*state, made_session("a", 7));
    put(*state, made_session("c", 6));
    assert_int_equal(uh_store_last_session(*state, &last), UH_OK);
    assert_string_equal(last.id, "a");
    assert_int_equal(last.began.day.days, made_session("a", 7).is.session.began.day.days);
}

static void a_purge_leaves_nothing(void **state)
{
    uh_store_report report;
    fill(*state);
    assert_int_equal(uh_store_purge(*state, &report), UH_OK);
    for (int i = 0; i < 2; i++) {
        assert_told(*state, UH_STORE_ALL_KINDS, -1000000, 1000000, "");
        reopen(state);
    }
    put(*state, made_break("p", 0));
    assert_told(*state, UH_STORE_ALL_KINDS, -9, 9, "break p; ");
}

static void any_facts_come_back_as_they_were(void **state)
{
    uint64_t seed = 20261120;
    enum { SESSIONS = 20, IDENTITIES = 40, FACTS = 2000 };
    static uh_fact model[FACTS];
    uint32_t count = 0;
    for (uint32_t i = 0; i < SESSIONS; i++) {
        uh_fact session = made_fact(&seed, UH_FACT_SESSION, SESSIONS, 1);
        (void)snprintf(session.is.session.id, sizeof session.is.session.id, "session-%u",
                       (unsigned)i);
        put(*state, session);
        model[count++] = session;
    }
    while (count < FACTS) {
        const uh_fact_kind kind = (uh_fact_kind)made_below(&seed, UH_FACT_KIND_COUNT);
        model[count] = made_fact(&seed, kind, SESSIONS, IDENTITIES);
        put(*state, model[count++]);
    }
    reopen(state);
    for (uint32_t i = 0; i < count; i++) {
        const uh_fact *stands = &model[i];
        for (uint32_t other = 0; other < count; other++) {
            if (uh_fact_same(&model[other], &model[i]) &&
                (model[other].changed.ms > stands->changed.ms ||
                 (model[other].changed.ms == stands->changed.ms && &model[other] > stands))) {
                stands = &model[other];
            }
        }
        assert_has(*state, *stands);
    }
}

#define SUITE_TEST(name) cmocka_unit_test_setup_teardown(name, open_store, close_store)

int suite_run(const suite_store *store)
{
    const struct CMUnitTest tests[] = {
        SUITE_TEST(an_empty_store_has_nothing),
        SUITE_TEST(what_is_put_is_there_also_after_opening_again),
        SUITE_TEST(facts_are_told_as_they_happened),
        SUITE_TEST(only_the_days_and_kinds_asked_for_are_told),
        SUITE_TEST(whoever_has_heard_enough_can_end_a_replay),
        SUITE_TEST(of_two_facts_with_one_identity_the_later_stands),
        SUITE_TEST(what_is_said_now_stands_over_a_clock_that_ran_ahead),
        SUITE_TEST(what_belongs_to_no_session_is_refused),
        SUITE_TEST(a_session_goes_with_all_that_belongs_to_it),
        SUITE_TEST(a_single_fact_is_forgotten),
        SUITE_TEST(an_act_is_done_wholly_or_not_at_all),
        SUITE_TEST(an_orphan_within_an_act_spoils_only_itself),
        SUITE_TEST(the_last_session_is_the_one_that_began_last),
        SUITE_TEST(a_purge_leaves_nothing),
        SUITE_TEST(any_facts_come_back_as_they_were),
    };
    tested = store;
    return cmocka_run_group_tests_name(store->name, tests, NULL, NULL);
}
