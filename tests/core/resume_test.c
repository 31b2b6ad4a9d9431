/* SPDX-License-Identifier: MIT */
/* What the scribe puts while a session plays brings the session back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "unhunch/fact_order.h"
#include "unhunch/resume.h"
#include "unhunch/scribe.h"

enum { FACTS_MAX = 128, BOOT_MS = 1000000 };

#define WALL_MS INT64_C(1795176000000)

/* The last of each fact, as a store keeps them. */
typedef struct kept {
    uint32_t count;
    uh_fact facts[FACTS_MAX];
} kept;

static uh_catalogue catalogue;
static kept facts;
static uh_routine routine;
static uh_session session;
static uh_scribe scribe;
static uh_person person;
static uh_screening screening;
static uh_day day;
static uh_command_fact commands[UH_RESUME_COMMANDS_MAX];

static void put(void *to, const uh_fact *fact)
{
    const uh_fact_field *bad = NULL;
    kept *store = to;
    assert_int_equal(uh_fact_check(fact, &bad), UH_OK);
    for (uint32_t i = 0; i < store->count; i++) {
        if (uh_fact_same(&store->facts[i], fact)) {
            store->facts[i] = *fact;
            return;
        }
    }
    assert_true(store->count < FACTS_MAX);
    store->facts[store->count++] = *fact;
}

static int32_t offset_s(void *to, uh_unix_ms at)
{
    (void)to;
    (void)at;
    return 3600;
}

static const uh_scribe_out out = {put, offset_s, &facts};

static uh_boot_ms boot(int64_t ms)
{
    return (uh_boot_ms){BOOT_MS + ms};
}

static const uh_scribe_now *now(int64_t ms)
{
    static uh_scribe_now both;
    both = (uh_scribe_now){boot(ms), {WALL_MS + ms}, out};
    return &both;
}

static void pass(int64_t ms)
{
    uh_session_event event;
    while (uh_session_next(&session, boot(ms), &event)) {
        if (event.kind == UH_EVENT_RECORD) {
            uh_scribe_set(&scribe, uh_session_record(&session), now(ms));
        }
    }
}

static int begin(void **state)
{
    (void)state;
    catalogue = builtin_catalogue();
    facts.count = 0;
    person = uh_person_unknown();
    screening = (uh_screening){0};
    day = (uh_day){.flare = false};
    routine = (uh_routine){.context = UH_CONTEXT_DESK};
    (void)add_stretch(&catalogue, &routine, "shoulder-blade-squeeze", UH_LEVEL_START);
    (void)add_stretch(&catalogue, &routine, "chin-tuck", UH_LEVEL_START);
    const uh_session_options options = uh_session_default_options();
    scribe = uh_scribe_for(&catalogue, (uh_session_fact){.origin = UH_ORIGIN_NAMES});
    if (uh_session_start(&catalogue, &routine, options, boot(0), &session) != UH_OK) {
        return 1;
    }
    uh_scribe_begin(&scribe, &routine, options, boot(0), "one", now(0));
    return 0;
}

static const uh_session_fact *kept_session(void)
{
    return &facts.facts[0].is.session; /* it is the first that is put */
}

static uh_resumable resume_at(int64_t ms, uh_resume *ret_resume)
{
    uh_resume_begin(&catalogue, kept_session(), ret_resume);
    for (uint32_t i = 0; i < facts.count; i++) {
        uh_resume_take(ret_resume, &catalogue, &facts.facts[i], commands);
    }
    const uh_resumable found = uh_resume_admit(ret_resume, &catalogue, &person, &screening);
    if (found == UH_RESUME_READY) {
        assert_int_equal(uh_resume_play(ret_resume, &catalogue, &ret_resume->routine, &person,
                                        &screening, &day, commands, boot(ms)),
                         UH_OK);
    }
    return found;
}

static void it_comes_back_paused_where_it_was(void **state)
{
    uh_resume resume;
    (void)state;
    pass(90000);
    assert_int_equal(resume_at(300000, &resume), UH_RESUME_READY);
    const uh_session_view view = uh_session_look(&resume.session, boot(300000));
    assert_int_equal(view.state, UH_SESSION_PAUSED);
    assert_int_equal(view.entry, 1);
    assert_int_equal(resume.routine.count, 2);
}

static void in_a_chair_one_is_in_place_and_on_the_floor_it_waits(void **state)
{
    uh_resume resume;
    (void)state;
    pass(90000);
    assert_int_equal(resume_at(300000, &resume), UH_RESUME_READY);
    assert_true(uh_resume_is_in_place(&resume.session));
    resume.session.timeline.place = UH_PLACE_FLOOR_SITTING; /* or on the way up */
    assert_false(uh_resume_is_in_place(&resume.session));
    (void)begin(state);
    routine.count = 0;
    (void)add_stretch(&catalogue, &routine, "cat-cow", UH_LEVEL_START);
    assert_int_equal(
        uh_session_start(&catalogue, &routine, uh_session_default_options(), boot(0), &session),
        UH_OK);
    assert_false(uh_resume_is_in_place(&session)); /* on the way down */
}

static void facts_of_others_are_passed_over(void **state)
{
    uh_resume resume;
    (void)state;
    uh_fact other = facts.facts[1]; /* an entry */
    memcpy(other.is.entry.session, "two", sizeof "two");
    put(&facts, &other);
    assert_int_equal(resume_at(60000, &resume), UH_RESUME_READY);
    assert_int_equal(resume.routine.count, 2);
}

static void an_entry_that_nobody_has_any_more_ends_it(void **state)
{
    uh_resume resume;
    (void)state;
    memcpy(facts.facts[2].is.entry.exercise, "gone", sizeof "gone");
    assert_int_equal(resume_at(60000, &resume), UH_RESUME_NONE);
}

static void answers_that_changed_refuse_it_with_a_reason(void **state)
{
    uh_resume resume;
    (void)state;
    screening.limits = 1U << UH_LIMIT_NO_NECK;
    assert_int_equal(resume_at(60000, &resume), UH_RESUME_REFUSED);
    assert_int_equal(resume.verdict.count, 1);
}

static void it_is_never_looser_than_it_began(void **state)
{
    uh_resume resume;
    (void)state;
    facts.facts[0].is.session.gentle = true;
    assert_int_equal(resume_at(60000, &resume), UH_RESUME_READY);
    assert_true(resume.session.options.gentle);
    screening.limits = 1U << UH_LIMIT_GENTLE;
    facts.facts[0].is.session.gentle = false;
    assert_int_equal(resume_at(60000, &resume), UH_RESUME_READY);
    assert_true(resume.session.options.gentle && resume.fact.gentle);
}

static void a_mark_that_cannot_be_deleted_loses_its_reason(void **state)
{
    (void)state;
    pass(20000);
    uh_scribe_stop(&scribe, UH_STOP_PAIN, "chin-tuck", UH_SIDE_BOTH, boot(20000), "mark",
                   now(20000));
    uh_scribe_unmark(&scribe, now(21000));
    uh_fact key = {.kind = UH_FACT_MARK, .is.mark = {.id = "mark"}};
    for (uint32_t i = 0; i < facts.count; i++) {
        if (uh_fact_same(&facts.facts[i], &key)) {
            assert_int_equal(facts.facts[i].is.mark.reason, UH_REASON_NONE);
            assert_string_equal(facts.facts[i].is.mark.exercise, "");
            return;
        }
    }
    fail();
}

static void a_session_stands_before_what_belongs_to_it(void **state)
{
    int64_t head[UH_FACT_STEPS];
    int64_t part[UH_FACT_STEPS];
    (void)state;
    pass(90000);
    uh_fact_steps(&facts.facts[0], head);
    for (uint32_t i = 1; i < facts.count; i++) {
        assert_string_equal(uh_fact_session(&facts.facts[i]), "one");
        assert_string_equal(uh_fact_owner(&facts.facts[i]), "one");
        assert_string_equal(uh_fact_id(&facts.facts[i]), "one");
        uh_fact_steps(&facts.facts[i], part);
        assert_true(head[0] < part[0]);
    }
    assert_null(uh_fact_session(&facts.facts[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(it_comes_back_paused_where_it_was, begin),
        cmocka_unit_test_setup(in_a_chair_one_is_in_place_and_on_the_floor_it_waits, begin),
        cmocka_unit_test_setup(facts_of_others_are_passed_over, begin),
        cmocka_unit_test_setup(an_entry_that_nobody_has_any_more_ends_it, begin),
        cmocka_unit_test_setup(answers_that_changed_refuse_it_with_a_reason, begin),
        cmocka_unit_test_setup(it_is_never_looser_than_it_began, begin),
        cmocka_unit_test_setup(a_mark_that_cannot_be_deleted_loses_its_reason, begin),
        cmocka_unit_test_setup(a_session_stands_before_what_belongs_to_it, begin),
    };
    return cmocka_run_group_tests_name("resume", tests, NULL, NULL);
}
