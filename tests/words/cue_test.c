/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "unhunch/words.h"

enum { TEXT_MAX = 4096, SHORTEST_WORDS = 30, NAMED_WORDS = 12 };

static const uh_language *spoken; /* in which what follows is said */

/* Everything that is said while one form of a stretch plays. */
typedef void visit(const uh_catalogue *catalogue, const uh_routine *routine,
                   const uh_session_event *event);

static uh_routine routine_of(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant,
                             uh_level level)
{
    uh_person person = well_equipped_person();
    uh_routine routine = {.context = UH_CONTEXT_ANY};
    assert_int_equal(
        uh_routine_add(catalogue, &person, &(uh_screening){0}, exercise, variant, level, &routine),
        UH_OK);
    return routine;
}

static void play(const uh_catalogue *catalogue, const uh_routine *routine, visit *see)
{
    uh_session session;
    uh_session_event event;
    uh_boot_ms now = {0};
    assert_int_equal(
        uh_session_start(catalogue, routine, uh_session_default_options(), now, &session), UH_OK);
    for (;;) {
        now = uh_session_deadline(&session);
        if (now.ms == UH_NEVER.ms) {
            return;
        }
        while (uh_session_next(&session, now, &event)) {
            see(catalogue, routine, &event);
        }
    }
}

static void play_every_form(visit *see)
{
    uh_catalogue catalogue = builtin_catalogue();
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        for (uint32_t v = 0; v < uh_catalogue_exercise(&catalogue, i)->variants.count; v++) {
            uh_routine routine = routine_of(&catalogue, i, v, UH_LEVEL_USUAL);
            play(&catalogue, &routine, see);
        }
    }
}

static const char *translated(const uh_catalogue *catalogue, uh_text words)
{
    static char text[TEXT_MAX];
    (void)uh_words_text(spoken, catalogue, words, text, sizeof text);
    return text;
}

static const char *at_level(const uh_catalogue *catalogue, const uh_routine *routine,
                            const uh_session_event *event, int level)
{
    static char text[TEXT_MAX];
    size_t length = uh_cue_text(spoken, catalogue, routine, event, level, text, sizeof text);
    assert_int_equal(length, strlen(text));
    return text;
}

static bool is_spoken(const uh_session_event *event)
{
    return event->kind == UH_EVENT_CUE || event->kind == UH_EVENT_COUNT_DOWN ||
           event->kind == UH_EVENT_BREATH ||
           (event->kind == UH_EVENT_MILESTONE && event->milestone != UH_MILESTONE_DONE);
}

static void see_text_at_each_level(const uh_catalogue *catalogue, const uh_routine *routine,
                                   const uh_session_event *event)
{
    for (int level = 0; level < UH_CUE_LEVELS; level++) {
        const char *text = at_level(catalogue, routine, event, level);
        assert_int_equal(text[0] != '\0', is_spoken(event));
        if (text[0] != '\0') {
            assert_true(strchr(".!?", text[strlen(text) - 1]) != NULL);
        }
    }
}

static void every_spoken_event_of_every_form_has_a_text_at_each_length(void **state)
{
    play_every_form(see_text_at_each_level);
}

static void see_lengths_fall(const uh_catalogue *catalogue, const uh_routine *routine,
                             const uh_session_event *event)
{
    uint32_t before = UINT32_MAX;
    for (int level = 0; level < UH_CUE_LEVELS; level++) {
        uint32_t words = uh_words_count(at_level(catalogue, routine, event, level));
        assert_true(words <= before);
        before = words;
    }
    /* the ways in and out are told whole: nobody is left halfway to the floor */
    bool way = event->phase == UH_PHASE_WAY_IN || event->phase == UH_PHASE_WAY_OUT;
    assert_true(before <= (way ? SHORTEST_WORDS : NAMED_WORDS));
}

static void each_length_is_no_longer_than_the_one_before(void **state)
{
    play_every_form(see_lengths_fall);
}

static void see_the_side_on_the_way(const uh_catalogue *catalogue, const uh_routine *routine,
                                    const uh_session_event *event)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, event->exercise);
    if (event->cue != UH_CUE_WAY_IN || event->window_ms < 15000 || exercise->sides.left == 0) {
        return;
    }
    char text[TEXT_MAX];
    (void)uh_cue_fitting_text(spoken, catalogue, routine, event, text, sizeof text);
    assert_non_null(strstr(text, translated(catalogue, exercise->sides.left)));
}

/* "Lie on your side" and "this side's hand" are said there: which one? */
static void a_way_in_tells_the_side_that_it_prepares(void **state)
{
    play_every_form(see_the_side_on_the_way);
}

/* The last of two or more set-up steps of the form that an event is about; NULL: none. */
static const uh_step *last_set_up(const uh_catalogue *catalogue, const uh_session_event *event)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, event->exercise);
    const uh_step *last = NULL;
    uint32_t found = 0;
    for (uint32_t i = 0; i < uh_exercise_step_count(catalogue, exercise, event->variant); i++) {
        const uh_step *step = uh_exercise_step(catalogue, exercise, event->variant, i);
        if (step->at == UH_STEP_SET_UP) {
            last = step;
            found++;
        }
    }
    return found > 1 ? last : NULL;
}

static char heard[TEXT_MAX];

/* Collects what is heard before the first move of a stretch, then looks for the set-up in it. */
static void see_the_set_up_heard(const uh_catalogue *catalogue, const uh_routine *routine,
                                 const uh_session_event *event)
{
    const bool before = event->phase == UH_PHASE_WAY_IN || event->phase == UH_PHASE_GET_READY;
    char text[TEXT_MAX];
    if (event->kind == UH_EVENT_CUE && before) {
        (void)uh_cue_fitting_text(spoken, catalogue, routine, event, text, sizeof text);
        assert_true(strlen(heard) + strlen(text) < sizeof heard);
        memcpy(heard + strlen(heard), text, strlen(text) + 1);
    }
    const uh_step *step = last_set_up(catalogue, event);
    if (event->kind == UH_EVENT_END && event->phase == UH_PHASE_GET_READY) {
        if (step && !strstr(heard, translated(catalogue, step->cue)) &&
            !strstr(heard, translated(catalogue, step->text))) {
            fail_msg("%s: only heard: %s", translated(catalogue, step->cue), heard);
        }
        heard[0] = '\0';
    }
}

static void who_only_listens_is_told_how_to_set_up(void **state)
{
    uh_catalogue catalogue = builtin_catalogue();
    uh_person person = well_equipped_person();
    for (uint32_t i = 0; i < uh_catalogue_routine_count(&catalogue); i++) {
        uh_routine routine;
        assert_int_equal(
            uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0}, i, &routine), UH_OK);
        heard[0] = '\0';
        play(&catalogue, &routine, see_the_set_up_heard);
    }
}

static void see_what_fits(const uh_catalogue *catalogue, const uh_routine *routine,
                          const uh_session_event *event)
{
    char text[TEXT_MAX];
    (void)uh_cue_fitting_text(spoken, catalogue, routine, event, text, sizeof text);
    if (event->kind == UH_EVENT_CUE && uh_words_spoken_ms(spoken, text) > event->window_ms) {
        /* then nothing shorter was there */
        assert_string_equal(text, at_level(catalogue, routine, event, UH_CUE_SHORTEST));
        print_error("%s: %s needs %u ms, has %u\n", uh_phase_name(event->phase), text,
                    uh_words_spoken_ms(spoken, text), event->window_ms);
        fail();
    }
}

static void play_every_routine(visit *see)
{
    uh_catalogue catalogue = builtin_catalogue();
    uh_person person = well_equipped_person();
    for (uint32_t i = 0; i < uh_catalogue_routine_count(&catalogue); i++) {
        uh_routine routine;
        assert_int_equal(
            uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0}, i, &routine), UH_OK);
        play(&catalogue, &routine, see);
    }
}

static void every_cue_of_every_form_and_routine_can_be_spoken_in_its_window(void **state)
{
    play_every_form(see_what_fits);
    play_every_routine(see_what_fits);
}

static char before[TEXT_MAX]; /* what the last cue said */

static void see_no_cue_twice(const uh_catalogue *catalogue, const uh_routine *routine,
                             const uh_session_event *event)
{
    char text[TEXT_MAX];
    if (event->kind != UH_EVENT_CUE) {
        return;
    }
    (void)uh_cue_fitting_text(spoken, catalogue, routine, event, text, sizeof text);
    if (event->cue == UH_CUE_GET_READY && strncmp(text, before, strlen(before)) == 0) {
        fail_msg("said twice: %s", before);
    }
    memcpy(before, text, sizeof before);
}

static void a_way_in_says_more_than_the_get_ready_after_it(void **state)
{
    before[0] = '-';
    play_every_routine(see_no_cue_twice);
    play_every_form(see_no_cue_twice);
}

static void see_halfway_fit_in_a_rest(const uh_catalogue *catalogue, const uh_routine *routine,
                                      const uh_session_event *event)
{
    static uint32_t free_ms;
    char text[TEXT_MAX];
    (void)uh_cue_fitting_text(spoken, catalogue, routine, event, text, sizeof text);
    if (event->kind == UH_EVENT_CUE) {
        free_ms = event->window_ms - uh_words_spoken_ms(spoken, text);
    } else if (event->kind == UH_EVENT_MILESTONE && event->phase == UH_PHASE_REST) {
        assert_true(uh_words_spoken_ms(spoken, text) <= free_ms);
    }
}

static void a_rest_has_time_for_its_cue_and_halfway(void **state)
{
    play_every_routine(see_halfway_fit_in_a_rest);
}

/* -- single sentences -- */

static const char *cue_of(const char *key, uh_session_event event, int level)
{
    static char text[TEXT_MAX];
    uh_catalogue catalogue = builtin_catalogue();
    event.exercise = exercise_index(&catalogue, key);
    event.kind = UH_EVENT_CUE;
    uh_routine routine = routine_of(&catalogue, event.exercise, 0, UH_LEVEL_USUAL);
    (void)uh_cue_text(spoken, &catalogue, &routine, &event, level, text, sizeof text);
    return text;
}

static void what_comes_next_is_named_with_what_to_take_off(void **state)
{
    uh_session_event event = {.cue = UH_CUE_NEXT};
    assert_string_equal(cue_of("cat-cow", event, UH_CUE_SHORT), "Next: Cat and cow.");
    assert_non_null(strstr(cue_of("cat-cow", event, UH_CUE_LONG), "Next: Cat and cow. Glasses"));
}

static void get_ready_names_the_stretch_and_the_side(void **state)
{
    uh_session_event event = {
        .cue = UH_CUE_GET_READY, .set = 1, .sets = 1, .side = UH_SIDE_LEFT, .window_ms = 2400};
    assert_string_equal(cue_of("doorway-stretch", event, UH_CUE_SHORTEST),
                        "Doorway stretch, left foot in front.");
    /* only what there is time for */
    assert_string_equal(cue_of("doorway-stretch", event, UH_CUE_SHORT),
                        "Doorway stretch, left foot in front.");
    event.window_ms = 60000;
    assert_non_null(strstr(cue_of("doorway-stretch", event, UH_CUE_SHORT), " Then: "));
}

static void a_second_side_is_named_and_nothing_is_said_twice(void **state)
{
    uh_session_event event = {.cue = UH_CUE_SIDE, .side = UH_SIDE_RIGHT, .window_ms = 5000};
    assert_string_equal(cue_of("seated-trunk-rotation", event, UH_CUE_LONG),
                        "Now down to the right. Keep the fingers interlaced.");
    assert_string_equal(cue_of("seated-cervical-rotation", event, UH_CUE_LONG),
                        "Now turning right. Less on one side is fine.");
}

static void a_further_set_is_counted(void **state)
{
    uh_session_event event = {.cue = UH_CUE_GET_READY, .set = 2, .sets = 3};
    assert_string_equal(cue_of("prone-w", event, UH_CUE_SHORTEST), "Set 2 of 3.");
    event.cue = UH_CUE_REST;
    event.set = 1;
    event.length_ms = 30000;
    assert_string_equal(cue_of("prone-w", event, UH_CUE_LONG),
                        "Rest for 30 seconds. Then set 2 of 3.");
}

static void the_number_is_said_now_and_then_and_counts_what_is_planned_now(void **state)
{
    uh_session_event event = {.cue = UH_CUE_MOVE, .set = 1, .repetition = 5, .repetitions = 15};
    assert_string_equal(cue_of("cat-cow", event, UH_CUE_LONG), "Round. 5 of 15.");
    event.repetition = 6;
    assert_string_equal(cue_of("cat-cow", event, UH_CUE_LONG), "Round.");
    event.repetitions = 6; /* after an ease */
    assert_string_equal(cue_of("cat-cow", event, UH_CUE_LONG), "Round. Last one.");
    assert_string_equal(cue_of("cat-cow", event, UH_CUE_SHORT), "Round.");
}

static void a_breath_paced_part_says_its_breath(void **state)
{
    uh_session_event event = {.cue = UH_CUE_MOVE, .set = 1, .repetition = 2, .repetitions = 10};
    assert_int_equal(strncmp(cue_of("lying-arm-extension", event, UH_CUE_SHORTEST), "Breathe ", 8),
                     0);
}

static void a_stop_says_what_to_do_now(void **state)
{
    static const struct {
        uh_stop_reason reason;
        const char *shortest;
        const char *somewhere;
    } rows[] = {
        {UH_STOP_PAIN, "Stopped. Come out of it slowly.", "doctor or physiotherapist"},
        {UH_STOP_NERVE, "Stopped. Get medical advice at once.", "medical advice at once"},
        {UH_STOP_DIZZY, "Stopped. Sit or lie down now.", "do not drive"},
        {UH_STOP_OTHER, "Stopped.", "Nothing is owed"},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        uh_session_event event = {.cue = UH_CUE_STOPPED, .reason = rows[i].reason};
        assert_string_equal(cue_of("cat-cow", event, UH_CUE_SHORTEST), rows[i].shortest);
        assert_non_null(strstr(cue_of("cat-cow", event, UH_CUE_LONG), rows[i].somewhere));
    }
}

static void the_way_up_begins_where_the_body_is(void **state)
{
    uh_session_event event = {.cue = UH_CUE_WAY_OUT, .place = UH_PLACE_SUPINE};
    /* the next stretch was announced only: the body still lies */
    assert_non_null(strstr(cue_of("doorway-stretch", event, UH_CUE_LONG), "Roll to one side"));
}

static void answers_to_commands_have_three_lengths(void **state)
{
    static const uh_cue cues[] = {UH_CUE_DONE,    UH_CUE_PAUSED, UH_CUE_RESUMED,
                                  UH_CUE_EASED,   UH_CUE_MORE,   UH_CUE_LESS,
                                  UH_CUE_SKIPPED, UH_CUE_BACK,   UH_CUE_STOPPED};
    for (size_t i = 0; i < UH_COUNT(cues); i++) {
        uh_session_event event = {.cue = cues[i], .side = UH_SIDE_RIGHT};
        for (int level = 0; level < UH_CUE_LEVELS; level++) {
            assert_true(uh_words_count(cue_of("doorway-stretch", event, level)) > 0);
        }
        assert_true(uh_words_count(cue_of("doorway-stretch", event, UH_CUE_SHORTEST)) <= 7);
    }
}

/* How many steps of its form an event tells in a language, in short or in full. */
static uint32_t steps_told(const uh_language *language, const uh_catalogue *catalogue,
                           const uh_routine *routine, const uh_session_event *event)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, event->exercise);
    const uh_language *before_this = spoken;
    char text[TEXT_MAX];
    uint32_t told = 0;
    spoken = language;
    (void)uh_cue_fitting_text(language, catalogue, routine, event, text, sizeof text);
    for (uint32_t i = 0; i < uh_exercise_step_count(catalogue, exercise, event->variant); i++) {
        const uh_step *step = uh_exercise_step(catalogue, exercise, event->variant, i);
        told += strstr(text, translated(catalogue, step->cue)) ||
                strstr(text, translated(catalogue, step->text));
    }
    spoken = before_this;
    return told;
}

static void see_as_many_steps_told(const uh_catalogue *catalogue, const uh_routine *routine,
                                   const uh_session_event *event)
{
    /* later ones only name the part, and two seconds are four words and no explanation */
    const bool explains = event->repetition <= 1 && event->set <= 1 && event->window_ms > 2000;
    if (event->kind != UH_EVENT_CUE || !explains) {
        return;
    }
    const uint32_t wanted = steps_told(uh_language_find("en"), catalogue, routine, event);
    if (steps_told(spoken, catalogue, routine, event) < wanted) {
        char text[TEXT_MAX];
        (void)uh_cue_fitting_text(uh_language_find("en"), catalogue, routine, event, text,
                                  sizeof text);
        print_error("%u ms are not enough for what is: %s\n", event->window_ms, text);
        fail();
    }
}

static void every_language_explains_what_english_explains(void **state)
{
    play_every_form(see_as_many_steps_told);
    play_every_routine(see_as_many_steps_told);
}

static void no_cue_is_longer_than_twelve_words_and_no_label_than_five(void **state)
{
    uh_catalogue catalogue = builtin_catalogue();
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        for (uint32_t v = 0; v < exercise->variants.count; v++) {
            const uh_variant *variant = uh_exercise_variant(&catalogue, exercise, v);
            for (uint32_t n = 0; n < uh_exercise_step_count(&catalogue, exercise, v); n++) {
                const uh_step *step = uh_exercise_step(&catalogue, exercise, v, n);
                assert_in_range(uh_words_count(translated(&catalogue, step->cue)), 1, 12);
            }
            for (uint32_t n = 0; n < variant->parts.count; n++) {
                const uh_part *part = uh_variant_part(&catalogue, variant, n);
                assert_in_range(uh_words_count(translated(&catalogue, part->label)), 1, 5);
            }
        }
    }
}

static int run_in(const uh_language *language)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_spoken_event_of_every_form_has_a_text_at_each_length),
        cmocka_unit_test(each_length_is_no_longer_than_the_one_before),
        cmocka_unit_test(a_way_in_tells_the_side_that_it_prepares),
        cmocka_unit_test(who_only_listens_is_told_how_to_set_up),
        cmocka_unit_test(every_cue_of_every_form_and_routine_can_be_spoken_in_its_window),
        cmocka_unit_test(a_way_in_says_more_than_the_get_ready_after_it),
        cmocka_unit_test(a_rest_has_time_for_its_cue_and_halfway),
        cmocka_unit_test(answers_to_commands_have_three_lengths),
        cmocka_unit_test(every_language_explains_what_english_explains),
        cmocka_unit_test(no_cue_is_longer_than_twelve_words_and_no_label_than_five),
    };
    spoken = language;
    return cmocka_run_group_tests_name(uh_language_tag(language), tests, NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest sentences[] = {
        cmocka_unit_test(a_second_side_is_named_and_nothing_is_said_twice),
        cmocka_unit_test(what_comes_next_is_named_with_what_to_take_off),
        cmocka_unit_test(get_ready_names_the_stretch_and_the_side),
        cmocka_unit_test(a_further_set_is_counted),
        cmocka_unit_test(the_number_is_said_now_and_then_and_counts_what_is_planned_now),
        cmocka_unit_test(a_breath_paced_part_says_its_breath),
        cmocka_unit_test(a_stop_says_what_to_do_now),
        cmocka_unit_test(the_way_up_begins_where_the_body_is),
    };
    int failed = 0;
    for (uint32_t i = 0; uh_language_at(i); i++) {
        const bool pseudo = strcmp(uh_language_tag(uh_language_at(i)), "qps") == 0;
        failed += pseudo ? 0 : run_in(uh_language_at(i));
    }
    spoken = uh_language_find("en");
    return failed + cmocka_run_group_tests_name("sentences", sentences, NULL, NULL);
}
