/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unhunch/fact.h"

static uh_fact rating(const char *id, int32_t pain)
{
    uh_fact fact = {.kind = UH_FACT_RATING, .changed = {1000}};
    strcpy(fact.is.rating.id, id);
    fact.is.rating.at = uh_moment_at((uh_unix_ms){INT64_C(1795737600000)}, 3600);
    fact.is.rating.pain = pain;
    fact.is.rating.stiffness = UH_NOT_ASKED;
    return fact;
}

static void assert_refused(const uh_fact *fact, const char *field)
{
    const uh_fact_field *bad = NULL;
    assert_int_equal(uh_fact_check(fact, &bad), UH_ERR_RANGE);
    assert_string_equal(bad->name, field);
}

static void every_field_lies_in_its_fact_and_has_a_name_of_its_own(void **state)
{
    for (uh_fact_kind kind = 0; kind < UH_FACT_KIND_COUNT; kind++) {
        uint32_t count = 0;
        const uh_fact_field *fields = uh_fact_fields(kind, &count);
        assert_true(fields[0].identity);
        assert_string_equal(fields[count - 1].name, "changed");
        assert_string_not_equal(uh_fact_kind_name(kind), "");
        for (uint32_t i = 0; i < count; i++) {
            assert_true(fields[i].offset + fields[i].size <= sizeof(uh_fact));
            assert_true(i == 0 || !fields[i].identity || fields[i - 1].identity);
            for (uint32_t other = 0; other < i; other++) {
                assert_string_not_equal(fields[i].name, fields[other].name);
                assert_true(fields[i].offset >= fields[other].offset + fields[other].size ||
                            fields[other].offset >= fields[i].offset + fields[i].size);
            }
        }
    }
    assert_string_equal(uh_fact_kind_name(UH_FACT_KIND_COUNT), "");
}

static void a_number_out_of_its_range_is_named(void **state)
{
    uh_fact fact = rating("a", 10);
    const uh_fact_field *bad = NULL;
    assert_int_equal(uh_fact_check(&fact, &bad), UH_OK);
    fact.is.rating.pain = 11;
    assert_refused(&fact, "pain");
    fact.is.rating.pain = -2;
    assert_refused(&fact, "pain");
    fact.is.rating.pain = UH_NOT_ASKED;
    fact.is.rating.moment = 3;
    assert_refused(&fact, "moment");
    fact.is.rating.moment = UH_RATING_DAY;
    fact.changed.ms = -1;
    assert_refused(&fact, "changed");
    fact.is.rating.at.day = UH_NO_DATE;
    assert_refused(&fact, "day");
    fact.is.rating.at.day.days = 2932897; /* 10000-01-01 */
    assert_refused(&fact, "day");
}

static void a_text_is_terminated_utf8_without_control_characters(void **state)
{
    static const char *const bad_texts[] = {
        "\xff", "\xc0\x80",         "\xe0\x80\x80", "\xed\xa0\x80",    "a\nb",
        "\x7f", "\xf4\x90\x80\x80", "\xc3",         "\xf0\x80\x80\x80"};
    for (size_t i = 0; i < UH_COUNT(bad_texts); i++) {
        uh_fact fact = rating("a", 0);
        strcpy(fact.is.rating.session, bad_texts[i]);
        assert_refused(&fact, "session");
    }
    uh_fact fact = rating("a", 0);
    const uh_fact_field *bad = NULL;
    strcpy(fact.is.rating.session, "Ä€𐍈");
    assert_int_equal(uh_fact_check(&fact, &bad), UH_OK);
    memset(fact.is.rating.session, 'x', sizeof fact.is.rating.session);
    assert_refused(&fact, "session");
    fact = rating("", 0);
    assert_refused(&fact, "id");
}

static void facts_are_the_same_by_kind_and_identity(void **state)
{
    const uh_fact one = rating("a", 1);
    const uh_fact again = rating("a", 7);
    const uh_fact other = rating("b", 1);
    assert_true(uh_fact_same(&one, &again));
    assert_false(uh_fact_same(&one, &other));
    uh_fact mark = {.kind = UH_FACT_MARK};
    strcpy(mark.is.mark.id, "a");
    assert_false(uh_fact_same(&one, &mark));
    uh_fact set = {.kind = UH_FACT_SET, .is.set = {.session = "a", .set = 1, .attempt = 1}};
    uh_fact second = set;
    second.is.set.attempt = 2;
    assert_false(uh_fact_same(&set, &second));
}

static void a_session_lapses_a_quarter_of_an_hour_after_its_lease(void **state)
{
    uh_session_fact session = {.end = UH_ENDING_OPEN, .lease = {1000000}};
    assert_true(uh_session_is_held(&session, (uh_unix_ms){999999}));
    assert_false(uh_session_is_held(&session, (uh_unix_ms){1000000}));
    assert_false(uh_session_is_lapsed(&session, (uh_unix_ms){1000000 + UH_LEASE_GRACE_MS - 1}));
    assert_true(uh_session_is_lapsed(&session, (uh_unix_ms){1000000 + UH_LEASE_GRACE_MS}));
    session.end = UH_ENDING_COMPLETE;
    assert_false(uh_session_is_held(&session, (uh_unix_ms){0}));
    assert_false(uh_session_is_lapsed(&session, (uh_unix_ms){1000000 + UH_LEASE_GRACE_MS}));
}

static void an_unfinished_session_may_go_on_for_half_an_hour(void **state)
{
    const int64_t seen_ms = 1000000;
    uh_session_fact session = {.end = UH_ENDING_OPEN, .lease = {seen_ms + UH_LEASE_MS}};
    assert_true(uh_session_may_go_on(&session, (uh_unix_ms){seen_ms + UH_RESUME_MS}));
    assert_false(uh_session_may_go_on(&session, (uh_unix_ms){seen_ms + UH_RESUME_MS + 1}));
    assert_false(uh_session_may_go_on(&session, (uh_unix_ms){seen_ms - 1}));
    session.end = UH_ENDING_INTERRUPTED;
    assert_true(uh_session_may_go_on(&session, (uh_unix_ms){seen_ms + UH_RESUME_MS}));
    session.end = UH_ENDING_STOPPED;
    assert_false(uh_session_may_go_on(&session, (uh_unix_ms){seen_ms}));
}

static void a_reason_of_a_stop_and_of_a_skip_have_different_names(void **state)
{
    assert_string_equal(uh_reason_name(uh_reason_of(UH_ENDED_STOPPED, UH_STOP_NERVE)), "nerve");
    assert_string_equal(uh_reason_name(uh_reason_of(UH_ENDED_SKIPPED, UH_SKIP_NO_ROOM)), "no-room");
    assert_string_equal(uh_reason_name(uh_reason_of(UH_ENDED_COMPLETE, 3)), "none");
    assert_string_equal(uh_reason_name(UH_REASON_COUNT), "");
}

static void every_enumeration_has_an_end(void **state)
{
    assert_string_equal(uh_ending_name(UH_ENDING_INTERRUPTED), "interrupted");
    assert_string_equal(uh_ending_name(UH_ENDING_INTERRUPTED + 1), "");
    assert_string_equal(uh_origin_name(UH_ORIGIN_BREAK), "break");
    assert_string_equal(uh_origin_name(UH_ORIGIN_BREAK + 1), "");
    assert_string_equal(uh_correction_name(UH_CORRECTION_STOPPED), "stopped");
    assert_string_equal(uh_correction_name(UH_CORRECTION_STOPPED + 1), "");
    assert_string_equal(uh_helped_name(UH_HELPED_WORSE), "worse");
    assert_string_equal(uh_helped_name(UH_HELPED_WORSE + 1), "");
    assert_string_equal(uh_command_kind_name(UH_COMMAND_END), "end");
    assert_string_equal(uh_command_kind_name(UH_COMMAND_END + 1), "");
    assert_string_equal(uh_rating_moment_name(UH_RATING_AFTER), "after");
    assert_string_equal(uh_rating_moment_name(UH_RATING_AFTER + 1), "");
    assert_string_equal(uh_break_kind_name(UH_BREAK_BREATHS), "breaths");
    assert_string_equal(uh_break_kind_name(UH_BREAK_BREATHS + 1), "");
    assert_string_equal(uh_mark_kind_name(UH_MARK_STOP), "stop");
    assert_string_equal(uh_mark_kind_name(UH_MARK_STOP + 1), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_lies_in_its_fact_and_has_a_name_of_its_own),
        cmocka_unit_test(a_number_out_of_its_range_is_named),
        cmocka_unit_test(a_text_is_terminated_utf8_without_control_characters),
        cmocka_unit_test(facts_are_the_same_by_kind_and_identity),
        cmocka_unit_test(a_session_lapses_a_quarter_of_an_hour_after_its_lease),
        cmocka_unit_test(an_unfinished_session_may_go_on_for_half_an_hour),
        cmocka_unit_test(a_reason_of_a_stop_and_of_a_skip_have_different_names),
        cmocka_unit_test(every_enumeration_has_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
