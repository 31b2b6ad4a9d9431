/* SPDX-License-Identifier: MIT */
/* door_told.c: what the page shows, as JSON in the language; and pictures that live by themselves.
 */
#include <stddef.h>

#include "unhunch/screen_figure.h"
#include "unhunch/told.h"
#include "wasm/door.h"
#include "wasm/door_inside.h"

static const uh_page *page(void)
{
    UH_ASSERT(uh_door_the_catalogue() != NULL);
    return uh_door_page((uh_out){0});
}

static void check_exercise(uint32_t exercise)
{
    UH_ASSERT(uh_door_the_catalogue() != NULL &&
              exercise < uh_catalogue_exercise_count(uh_door_the_catalogue()));
}

/* -- the catalogue: told.h says what stands in it -- */

UH_DOOR(const char *, uh_door_told_stretches, void)
{
    uh_tell_stretches(uh_door_json(), page());
    return uh_door_json_text();
}

UH_DOOR(const char *, uh_door_told_stretch, uint32_t exercise)
{
    check_exercise(exercise);
    uh_tell_stretch(uh_door_json(), page(), exercise);
    return uh_door_json_text();
}

UH_DOOR(const char *, uh_door_told_recipes, void)
{
    uh_tell_recipes(uh_door_json(), page());
    return uh_door_json_text();
}

UH_DOOR(const char *, uh_door_told_topics, void)
{
    uh_tell_topics(uh_door_json(), page());
    return uh_door_json_text();
}

/* {exercises [], in_part}: those that answer to the words in the text buffer, best first. */
UH_DOOR(const char *, uh_door_told_search, void)
{
    const uh_found found =
        uh_search_exercises(uh_door_the_language(), uh_door_the_catalogue(), uh_door_the_text());
    uh_json *json = uh_door_json();
    uh_json_object(json, NULL);
    uh_json_list(json, "exercises");
    for (uint32_t i = 0; i < found.count; i++) {
        uh_json_number(json, NULL, found.exercises[i]);
    }
    uh_json_end_list(json);
    uh_json_bool(json, "in_part", found.in_part);
    uh_json_end_object(json);
    return uh_door_json_text();
}

/* -- the session's page, and those over it -- */

static uh_session_view view_at(double now_ms)
{
    UH_ASSERT(uh_door_the_session() != NULL);
    return uh_session_look(uh_door_the_session(), (uh_boot_ms){(int64_t)now_ms});
}

/* Until the next moment that is looked at. */
static uh_screen *screen_at(double now_ms, uint32_t speed_percent)
{
    static uh_screen screen;
    screen = (uh_screen){
        .language = uh_door_the_language(),
        .catalogue = uh_door_the_catalogue(),
        .routine = uh_door_the_routine(),
        .title = uh_say1(UH_MSG_INTRO_STRETCHES, uh_number(uh_door_the_routine()->count)),
        .total_ms = uh_timeline_total_ms(uh_door_the_catalogue(), uh_door_the_routine()),
        .speed_percent = speed_percent,
        .has_keys = true,
        .window = true,
    };
    screen.view = view_at(now_ms);
    return &screen;
}

UH_DOOR(const char *, uh_door_told_session, double now_ms, uint32_t speed_percent)
{
    uh_tell_session(uh_door_json(), screen_at(now_ms, speed_percent));
    return uh_door_json_text();
}

/* The key of the stretch that this stop sets aside, NULL for none: the history ends before the
 * session. */
static const char *set_aside(const uh_session_view *view)
{
    const uh_catalogue *catalogue = uh_door_the_catalogue();
    uh_stop_charge charge = {.side = UH_SIDE_BOTH};
    const bool parks =
        view->stop_reason == UH_STOP_PAIN && uh_session_charge(uh_door_the_session(), &charge) &&
        uh_history_would_park(uh_door_the_history(), catalogue, charge.exercise, charge.side);
    return parks ? uh_catalogue_text(catalogue,
                                     uh_catalogue_exercise(catalogue, charge.exercise)->key)
                 : NULL;
}

/* What to do now after a stop, in the next hour, and later. */
UH_DOOR(const char *, uh_door_told_stopped, double now_ms)
{
    uh_screen *screen = screen_at(now_ms, 100);
    screen->set_aside = set_aside(&screen->view);
    uh_tell_stopped(uh_door_json(), screen);
    return uh_door_json_text();
}

/* Signs of an emergency in a session. */
UH_DOOR(const char *, uh_door_told_call, double now_ms)
{
    uh_tell_call(uh_door_json(), screen_at(now_ms, 100));
    return uh_door_json_text();
}

/* Entries of which at least one repetition was done so far. */
UH_DOOR(uint32_t, uh_door_session_worked, double now_ms)
{
    return view_at(now_ms).entries_worked;
}

/* What the routine needs, in words; "" for nothing. Until the next text of this kind. */
UH_DOOR(const char *, uh_door_told_needs, void)
{
    static char words[512];
    UH_ASSERT(uh_door_the_catalogue() != NULL);
    const uint32_t needs = uh_routine_equipment(uh_door_the_catalogue(), uh_door_the_routine());
    (void)uh_equipment_words(uh_door_the_language(), needs, words, sizeof words);
    return words;
}

/* How long a picture of this moment stays true enough, in ms. */
UH_DOOR(uint32_t, uh_door_picture_ms, double now_ms)
{
    const uh_session_view view = view_at(now_ms);
    return uh_actor_picture_ms(&view);
}

/* The shape that this phase of the session leads to, for those who want no movement. */
UH_DOOR(void, uh_door_figure_key, double now_ms, double aspect)
{
    static uh_motion_frame frame;
    const uh_session_view view = view_at(now_ms);
    const bool at_rest = view.phase == UH_PHASE_NEXT_STRETCH || view.phase == UH_PHASE_WAY_OUT ||
                         view.phase == UH_PHASE_DONE;
    const uh_motion_moment moment = {
        .exercise = view.exercise,
        .variant = view.variant,
        .side = view.side,
        .phase = view.phase,
        .pose = view.pose != 0 ? uh_catalogue_text(uh_door_the_catalogue(), view.pose) : "start",
        .eased = view.eased,
        .progress = at_rest ? 0.0 : 1.0,
        .lungs = 0.5,
    };
    uh_motion_still(uh_door_the_catalogue(), &moment, UH_BODY_STATURE_M, &frame);
    uh_door_draw(&frame, aspect, false);
}

/* -- pictures that live by themselves -- */

UH_DOOR(uint32_t, uh_door_loop_ms, uint32_t exercise, uint32_t variant)
{
    check_exercise(exercise);
    return uh_motion_loop_ms(uh_door_the_catalogue(), exercise, variant);
}

/* The part that a moment of the round is in. */
UH_DOOR(uint32_t, uh_door_loop_part, uint32_t exercise, uint32_t variant, uint32_t at_ms)
{
    uh_motion_moment moment;
    check_exercise(exercise);
    return uh_motion_loop_at(uh_door_the_catalogue(), exercise, variant, UH_SIDE_LEFT, at_ms,
                             &moment);
}

/* Draws the moment of the round, the camera walked round by `yaw_deg` (0: where it belongs), or the
 * second view. Returns the part that it is in, plus 256 where there is a second view. */
UH_DOOR(uint32_t, uh_door_loop_draw, uint32_t exercise, uint32_t variant, uint32_t side,
        uint32_t at_ms, double yaw_deg, uint32_t inset, double aspect)
{
    static uh_motion_frame frame;
    check_exercise(exercise);
    UH_ASSERT(side <= UH_SIDE_RIGHT && yaw_deg >= -360.0 && yaw_deg <= 360.0);
    uh_motion_moment moment;
    const uint32_t part = uh_motion_loop_at(uh_door_the_catalogue(), exercise, variant,
                                            (uh_side)side, at_ms, &moment);
    uh_motion_still(uh_door_the_catalogue(), &moment, UH_BODY_STATURE_M, &frame);
    if (yaw_deg != 0.0) {
        uh_motion_turn(&frame, yaw_deg);
    }
    uh_door_draw(&frame, aspect, inset != 0);
    return part + (frame.has_inset ? 256U : 0U);
}
