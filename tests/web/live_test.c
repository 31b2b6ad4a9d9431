/* SPDX-License-Identifier: MIT */
/* Connections and sessions: who may stay how long. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "life.h"
#include "web/live.h"
#include "web/owned.h"

static char people[UH_LIVE_MAX + 1]; /* addresses to tell apart */

static uh_boot_ms at(int64_t ms)
{
    return (uh_boot_ms){ms};
}

static void whoever_brings_no_whole_request_is_let_go(void **state)
{
    uh_live live = {0};
    assert_int_equal(uh_live_deadline(&live).ms, UH_NEVER.ms);
    assert_int_equal(uh_live_add(&live, &people[0], at(0)), UH_OK);
    assert_int_equal(uh_live_add(&live, &people[1], at(1000)), UH_OK);
    uh_live_renew(&live, &people[0], at(5000));
    assert_int_equal(uh_live_deadline(&live).ms, 1000 + UH_LIVE_MS);
    assert_null(uh_live_next(&live, at(1000 + UH_LIVE_MS - 1)));
    assert_ptr_equal(uh_live_next(&live, at(1000 + UH_LIVE_MS)), &people[1]);
    assert_null(uh_live_next(&live, at(1000 + UH_LIVE_MS))); /* told once */
    assert_int_equal(uh_live_deadline(&live).ms, 5000 + UH_LIVE_MS);
    uh_live_remove(&live, &people[1]);
    uh_live_remove(&live, &people[0]);
    uh_live_remove(&live, &people[0]);
    assert_int_equal(live.count, 0);
}

static void who_waited_longest_makes_room(void **state)
{
    static uh_live live;
    live = (uh_live){0};
    for (uint32_t i = 0; i <= UH_LIVE_ENOUGH; i++) {
        assert_int_equal(uh_live_add(&live, &people[i], at(i)), UH_OK);
    }
    uh_live_renew(&live, &people[0], at(1000));
    assert_ptr_equal(uh_live_next(&live, at(1000)), &people[1]);
    assert_null(uh_live_next(&live, at(1000)));
}

static void there_is_an_end_to_how_many(void **state)
{
    static uh_live live;
    live = (uh_live){0};
    for (uint32_t i = 0; i < UH_LIVE_MAX; i++) {
        assert_int_equal(uh_live_add(&live, &people[i], at(0)), UH_OK);
    }
    assert_int_equal(uh_live_add(&live, &people[UH_LIVE_MAX], at(0)), UH_ERR_FULL);
}

/* -- sessions -- */

static uh_session_fact open_session(uh_unix_ms now)
{
    uh_session_fact session = life_session(1, life_moment(0, 0), UH_HELPED_NOT_ASKED).is.session;
    session.end = UH_ENDING_OPEN;
    session.ended = UH_NO_TIME;
    session.lease = (uh_unix_ms){now.ms + UH_LEASE_MS};
    return session;
}

static void a_session_that_the_terminal_plays_stays_the_terminals(void **state)
{
    const uh_unix_ms now = life_moment(0, 0).at;
    uh_owned owned = {0};
    uh_session_fact session = open_session(now);
    assert_true(uh_owned_elsewhere(&owned, &session, now, now, now));
    /* the lease ran out: it may go on anywhere */
    session.lease = now;
    assert_false(uh_owned_elsewhere(&owned, &session, now, now, now));
}

static void what_the_page_wrote_last_is_the_pages(void **state)
{
    const uh_unix_ms now = life_moment(0, 0).at;
    const uh_unix_ms after = {now.ms + 1000};
    uh_owned owned = {0};
    const uh_session_fact session = open_session(now);
    uh_owned_take(&owned, session.id, now);
    assert_false(uh_owned_elsewhere(&owned, &session, now, after, after));
    assert_false(uh_owned_elsewhere(&owned, &session, now, now, after)); /* the same again */
    /* somebody else wrote it since */
    assert_true(uh_owned_elsewhere(&owned, &session, after, after, after));
}

static void after_a_restart_the_later_word_counts(void **state)
{
    const uh_unix_ms now = life_moment(0, 0).at;
    const uh_unix_ms after = {now.ms + 1000};
    uh_owned owned = {0};
    const uh_session_fact session = open_session(now);
    uh_owned_take(&owned, session.id, UH_NO_TIME);
    assert_false(uh_owned_elsewhere(&owned, &session, now, after, after));
    assert_true(uh_owned_elsewhere(&owned, &session, after, now, after));
}

static void the_one_used_longest_ago_is_forgotten(void **state)
{
    const uh_unix_ms now = life_moment(0, 0).at;
    uh_owned owned = {0};
    for (uint32_t i = 0; i <= UH_OWNED_MAX; i++) {
        char id[UH_FACT_ID_SIZE];
        life_name(i, id);
        uh_owned_take(&owned, id, now);
    }
    char first[UH_FACT_ID_SIZE];
    char second[UH_FACT_ID_SIZE];
    life_name(0, first);
    life_name(1, second);
    assert_int_equal(owned.count, UH_OWNED_MAX);
    assert_string_equal(owned.ids[0], second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_brings_no_whole_request_is_let_go),
        cmocka_unit_test(who_waited_longest_makes_room),
        cmocka_unit_test(there_is_an_end_to_how_many),
        cmocka_unit_test(a_session_that_the_terminal_plays_stays_the_terminals),
        cmocka_unit_test(what_the_page_wrote_last_is_the_pages),
        cmocka_unit_test(after_a_restart_the_later_word_counts),
        cmocka_unit_test(the_one_used_longest_ago_is_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
