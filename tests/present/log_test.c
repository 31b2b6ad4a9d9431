/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "life.h"
#include "unhunch/log_show.h"

enum { TEXT_MAX = 1 << 15, FACTS_MAX = 64 };

static uh_catalogue catalogue;
static uh_fact facts[FACTS_MAX];
static uint32_t count;
static char got[TEXT_MAX];

static int begin(void **state)
{
    catalogue = builtin_catalogue();
    count = 0;
    return 0;
}

static uh_fact *add(uh_fact fact)
{
    facts[count] = fact;
    return &facts[count++];
}

static uh_log_day day(void)
{
    return (uh_log_day){life_today(), facts, count, facts, count};
}

static const char *text_of(const char *language)
{
    uh_buffer buffer = {got, sizeof got, 0};
    const uh_page page = {uh_out_to_buffer(&buffer), uh_language_find(language), &catalogue, 100};
    const uh_log_day shown = day();
    uh_show_log_day(&page, &shown);
    assert_true(buffer.length < sizeof got);
    return got;
}

static const char *json_of(void)
{
    uh_buffer buffer = {got, sizeof got, 0};
    uh_json json = uh_json_to(uh_out_to_buffer(&buffer), false);
    const uh_log_day shown = day();
    uh_show_log_day_json(&json, &shown);
    assert_true(buffer.length < sizeof got);
    return got;
}

static void assert_says(const char *words)
{
    if (!strstr(text_of("en"), words)) {
        fail_msg("\"%s\" is not said in:\n%s", words, got);
    }
}

static uh_fact *add_session(uint32_t number)
{
    return add(life_session(number, life_moment(0, (int32_t)number), UH_HELPED_NOT_ASKED));
}

static uh_set_fact *add_set(const uh_fact *session, uint32_t entry, const char *key, uh_side side)
{
    return &add(life_set(session, entry, &catalogue, key, side, 20000))->is.set;
}

static void the_latest_comes_first(void **state)
{
    (void)add_session(1);
    (void)add_session(2);
    (void)add(life_break(3, life_moment(0, 3), UH_BREAK_STOOD));
    const char *text = text_of("en");
    assert_true(strstr(text, "12:03") < strstr(text, "12:02"));
    assert_true(strstr(text, "12:02") < strstr(text, "12:01"));
    assert_memory_equal(text, "Monday 2026-01-05\n", 18);
}

static void every_way_to_end_is_told(void **state)
{
    static const struct {
        uh_ending end;
        uh_reason reason;
        const char *words;
    } cases[] = {
        {UH_ENDING_OPEN, UH_REASON_NONE, "not closed yet; 0:00 at the stretches"},
        {UH_ENDING_COMPLETE, UH_REASON_NONE, "to the end; 0:00 at the stretches"},
        {UH_ENDING_EARLY, UH_REASON_NONE, "ended on the way; 0:00 at the stretches"},
        {UH_ENDING_STOPPED, UH_REASON_PAIN, "stopped: pain; 0:00 at the stretches"},
        {UH_ENDING_STOPPED, UH_REASON_NERVE,
         "stopped: tingling, numbness or weakness; 0:00 at the stretches"},
        {UH_ENDING_INTERRUPTED, UH_REASON_NONE, "interrupted; 0:00 at the stretches"},
    };
    uh_fact *session = add_session(1);
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        session->is.session.end = cases[i].end;
        session->is.session.reason = cases[i].reason;
        assert_says(cases[i].words);
    }
}

static void what_was_really_done_is_told_beside_what_was_planned(void **state)
{
    static const struct {
        uint32_t planned_hold_ms, planned, hold_ms, done;
        const char *words;
    } cases[] = {
        {20000, 1, 20000, 1, "Chin tuck: 20 s\n"},
        {20000, 1, 12500, 0, "Chin tuck: 12 of 20 s\n"},
        {20000, 2, 20000, 2, "Chin tuck: 2 times, 20 s held\n"},
        {20000, 2, 12000, 1, "Chin tuck: 1 of 2 times, 12 s held\n"},
        {0, 1, 0, 1, "Chin tuck: 1 time\n"},
        {0, 10, 0, 10, "Chin tuck: 10 times\n"},
        {0, 10, 0, 7, "Chin tuck: 7 of 10 times\n"},
        {20000, 2, 30000, 3, "Chin tuck: 3 times (2 planned), 30 s held\n"}, /* more than planned */
    };
    const uh_fact *session = add_session(1);
    uh_set_fact *set = add_set(session, 0, "chin-tuck", UH_SIDE_BOTH);
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        set->planned_hold_ms = cases[i].planned_hold_ms;
        set->planned_repetitions = cases[i].planned;
        set->actual_hold_ms = cases[i].hold_ms;
        set->actual_repetitions = cases[i].done;
        assert_says(cases[i].words);
    }
}

static void sets_and_attempts_of_a_side_are_told_together(void **state)
{
    const uh_fact *session = add_session(1);
    (void)add_set(session, 0, "seated-twist", UH_SIDE_LEFT);
    uh_set_fact *left_behind = add_set(session, 0, "seated-twist", UH_SIDE_RIGHT);
    left_behind->actual_hold_ms = 3000;
    left_behind->actual_repetitions = 0;
    left_behind->end = UH_ENDED_BACK;
    uh_set_fact *again = add_set(session, 0, "seated-twist", UH_SIDE_RIGHT);
    again->attempt = 2;
    assert_says("Seated twist: left 2 times, 20 s held; right 2 times, 23 s held\n");
}

static void a_stretch_that_was_skipped_says_why(void **state)
{
    const uh_fact *session = add_session(1);
    uh_set_fact *set = add_set(session, 0, "doorway-stretch", UH_SIDE_LEFT);
    set->end = UH_ENDED_SKIPPED;
    set->reason = UH_REASON_NO_ROOM;
    set->actual_hold_ms = set->actual_repetitions = 0;
    assert_says("Doorway stretch: skipped: no room or nothing to do it with\n");
    set->end = UH_ENDED_STOPPED;
    set->reason = UH_REASON_PAIN;
    set->actual_hold_ms = 4000;
    set->eased = true;
    assert_says("Doorway stretch: left 0 of 2 times, 4 s held; made easier; stopped: pain\n");
}

static const char *named(const uh_fact *session)
{
    static char names[UH_PAGE_TEXT_MAX];
    const uh_page page = {.language = uh_language_find("en"), .catalogue = &catalogue};
    uh_log_stretches(&page, &session->is.session, facts, count, names);
    return names;
}

static void a_session_is_named_by_what_was_done_in_it(void **state)
{
    const uh_fact *session = add_session(1);
    uh_set_fact *skipped = add_set(session, 0, "doorway-stretch", UH_SIDE_LEFT);
    skipped->end = UH_ENDED_SKIPPED;
    skipped->actual_hold_ms = skipped->actual_repetitions = 0;
    assert_string_equal(named(session), "Doorway stretch"); /* nothing was: all of it */
    (void)add_set(session, 1, "cat-cow", UH_SIDE_BOTH);
    assert_string_equal(named(session), "Cat and cow");
    skipped->end = UH_ENDED_STOPPED;
    skipped->reason = UH_REASON_PAIN;
    assert_string_equal(named(session), "Doorway stretch, Cat and cow");
}

static void what_does_not_count_says_so(void **state)
{
    uh_fact *session = add_session(1);
    assert_null(strstr(text_of("en"), "simulated"));
    assert_null(strstr(text_of("en"), "--acknowledge"));
    session->is.session.simulated = true;
    session->is.session.speed_percent = 1000;
    session->is.session.acknowledged = true;
    assert_says("simulated, at 1000 percent of the speed; it does not count\n");
    assert_says("started with --acknowledge\n");
}

static void what_the_person_said_of_it_is_told(void **state)
{
    static const char *const said[] = {NULL, "you said: all of it", "you said: a part of it",
                                       "you said: stopped on the way"};
    static const char *const felt[] = {NULL, "felt better afterwards", "felt the same afterwards",
                                       "felt worse afterwards"};
    uh_fact *session = add_session(1);
    for (uint32_t i = 0; i < UH_COUNT(said); i++) {
        session->is.session.correction = i;
        session->is.session.helped = i;
        assert_int_equal(strstr(text_of("en"), "you said") != NULL, said[i] != NULL);
        assert_int_equal(strstr(text_of("en"), "afterwards") != NULL, felt[i] != NULL);
        if (said[i]) {
            assert_says(said[i]);
            assert_says(felt[i]);
        }
    }
}

static void ratings_around_a_session_stand_with_it(void **state)
{
    uh_fact *before = add(life_rating(1, life_moment(0, -1), 4, UH_NOT_ASKED));
    uh_fact *session = add_session(2);
    uh_fact *after = add(life_rating(3, life_moment(0, 5), 3, 2));
    before->is.rating.moment = UH_RATING_BEFORE;
    after->is.rating.moment = UH_RATING_AFTER;
    memcpy(before->is.rating.session, session->is.session.id, UH_FACT_ID_SIZE);
    memcpy(after->is.rating.session, session->is.session.id, UH_FACT_ID_SIZE);
    assert_says("         Before: pain 4\n         After: pain 3, stiffness 2\n");
    assert_null(strstr(got, "11:59"));
    const char *json = json_of();
    assert_true(strstr(json, "\"moment\": \"before\"") < strstr(json, "\"breaks\": []"));
    assert_non_null(strstr(json, "\"ratings\": [], \"marks\": []"));
}

static void a_rating_whose_session_is_gone_stands_alone(void **state)
{
    uh_fact *rating = add(life_rating(1, life_moment(0, 0), UH_NOT_ASKED, 6));
    life_name(99, rating->is.rating.session);
    assert_says("  12:00  That day: stiffness 6 (a0000001)\n");
    rating->is.rating.stiffness = UH_NOT_ASKED;
    assert_says("  12:00  That day: not rated (a0000001)\n");
}

static void every_mark_and_break_has_its_words(void **state)
{
    static const char *const marks[] = {"Rest day",
                                        "Flare day",
                                        "Seated twist, left side, may be offered again",
                                        "The safety questions were answered",
                                        "Acknowledged by --acknowledge, for one session",
                                        "Seated twist was stopped: pain"};
    static const char *const breaks[] = {"Break: away from the desk, 6:00",
                                         "Break: stood up, walked", "Break: sat differently",
                                         "Break: five slow breaths"};
    for (uint32_t i = 0; i < UH_COUNT(marks); i++) {
        count = 0;
        uh_fact *mark = add(life_mark(1, life_moment(0, 0), i));
        (void)snprintf(mark->is.mark.exercise, UH_FACT_KEY_SIZE, "seated-twist");
        mark->is.mark.side = UH_SIDE_LEFT;
        mark->is.mark.reason = UH_REASON_PAIN;
        assert_says(marks[i]);
    }
    for (uint32_t i = 0; i < UH_COUNT(breaks); i++) {
        count = 0;
        uh_fact *pause = add(life_break(1, life_moment(0, 0), i));
        pause->is.pause.length_ms = i == UH_BREAK_AWAY ? 360000 : 0;
        assert_says(breaks[i]);
    }
}

static void a_stretch_that_the_catalogue_lost_keeps_its_key(void **state)
{
    const uh_fact *session = add_session(1);
    (void)add_set(session, 0, "my-own-stretch", UH_SIDE_BOTH);
    assert_says("12:01  my-own-stretch (a0000001)\n");
    assert_says("my-own-stretch: 2 times, 20 s held\n");
}

static void a_session_without_sets_says_so(void **state)
{
    (void)add_session(1);
    assert_says("Nothing done yet (a0000001)");
}

static void the_time_is_that_of_the_place_where_it_was(void **state)
{
    uh_fact *pause = add(life_break(1, life_moment(0, 0), UH_BREAK_STOOD));
    pause->is.pause.began.offset_s = -34200;
    assert_says("  02:30  Break");
    pause->is.pause.began.offset_s = 45900;
    assert_says("  00:45  Break");
}

static void ids_are_as_short_as_they_can_be_told_apart(void **state)
{
    static const char *const ids[] = {"01890000-aaaa-7000-8000-000000000001",
                                      "01890000-aaab-7000-8000-000000000001",
                                      "01890001-aaaa-7000-8000-000000000001", "short"};
    static const char *const shown[] = {"01890000-aaaa", "01890000-aaab", "01890001", "short"};
    char id[UH_FACT_ID_SIZE];
    for (size_t i = 0; i < UH_COUNT(ids); i++) {
        uh_fact *fact = add(life_break(1, life_moment(0, 0), UH_BREAK_STOOD));
        (void)snprintf(fact->is.pause.id, UH_FACT_ID_SIZE, "%s", ids[i]);
    }
    for (size_t i = 0; i < UH_COUNT(ids); i++) {
        assert_string_equal(uh_log_short_id(facts, count, ids[i], id), shown[i]);
    }
}

static void json_has_every_field_of_the_table(void **state)
{
    const uh_fact *session = add_session(1);
    (void)add_set(session, 0, "chin-tuck", UH_SIDE_BOTH);
    (void)add(life_break(2, life_moment(0, 2), UH_BREAK_STOOD));
    (void)add(life_mark(3, life_moment(0, 3), UH_MARK_REST));
    (void)add(life_rating(4, life_moment(0, 4), 0, UH_NOT_ASKED));
    const char *json = json_of();
    for (uint32_t i = 0; i < count; i++) {
        uint32_t fields = 0;
        const uh_fact_field *field = uh_fact_fields(facts[i].kind, &fields);
        for (; fields > 0; fields--, field++) {
            char key[64];
            (void)snprintf(key, sizeof key, "\"%s\": ", field->name);
            assert_non_null(strstr(json, key));
        }
    }
    assert_non_null(strstr(json, "\"pain\": 0, \"stiffness\": null"));
    assert_non_null(strstr(json, "\"side\": \"both\""));
    assert_non_null(strstr(json, "\"simulated\": false"));
    assert_non_null(strstr(json, "\"lease\": null"));
    assert_non_null(strstr(json, "\"routine\": null"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_latest_comes_first, begin),
        cmocka_unit_test_setup(every_way_to_end_is_told, begin),
        cmocka_unit_test_setup(what_was_really_done_is_told_beside_what_was_planned, begin),
        cmocka_unit_test_setup(sets_and_attempts_of_a_side_are_told_together, begin),
        cmocka_unit_test_setup(a_stretch_that_was_skipped_says_why, begin),
        cmocka_unit_test_setup(a_session_is_named_by_what_was_done_in_it, begin),
        cmocka_unit_test_setup(what_does_not_count_says_so, begin),
        cmocka_unit_test_setup(what_the_person_said_of_it_is_told, begin),
        cmocka_unit_test_setup(ratings_around_a_session_stand_with_it, begin),
        cmocka_unit_test_setup(a_rating_whose_session_is_gone_stands_alone, begin),
        cmocka_unit_test_setup(every_mark_and_break_has_its_words, begin),
        cmocka_unit_test_setup(a_stretch_that_the_catalogue_lost_keeps_its_key, begin),
        cmocka_unit_test_setup(a_session_without_sets_says_so, begin),
        cmocka_unit_test_setup(the_time_is_that_of_the_place_where_it_was, begin),
        cmocka_unit_test_setup(ids_are_as_short_as_they_can_be_told_apart, begin),
        cmocka_unit_test_setup(json_has_every_field_of_the_table, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
