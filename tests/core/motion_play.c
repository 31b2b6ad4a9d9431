/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "core/motion_play.h"

uh_catalogue catalogue;

int set_up(void **state)
{
    (void)state;
    catalogue = builtin_catalogue();
    return 0;
}

void add_form(uh_routine *routine, uint32_t exercise, uint32_t variant)
{
    uh_person person = well_equipped_person();
    assert_int_equal(uh_routine_add(&catalogue, &person, &(uh_screening){0}, exercise, variant,
                                    UH_LEVEL_START, routine),
                     UH_OK);
    uh_dose *dose = &routine->entries[routine->count - 1].dose;
    dose->repetitions = dose->repetitions > 2 ? 2 : dose->repetitions;
    dose->hold_ms = dose->hold_ms > 6000 ? 6000 : dose->hold_ms;
}

char came_from[64];

static void place_name(const uh_session_view *view, const uh_motion *motion, char *where,
                       size_t capacity)
{
    const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, view->exercise);
    const uh_variant *form = uh_exercise_variant(&catalogue, exercise, view->variant);
    const uh_motion_leg *leg = &motion->legs[motion->leg];
    const char *to = "";
    if (motion->leg_count > 0) {
        to = leg->is_stance
                 ? uh_catalogue_text(&catalogue, uh_catalogue_stance(&catalogue, leg->stance)->key)
                 : leg->pose;
    }
    (void)snprintf(where, capacity, "%s%s %s, %s to %s", came_from,
                   uh_catalogue_text(&catalogue, exercise->key),
                   uh_catalogue_text(&catalogue, form->key), uh_phase_name((uint32_t)view->phase),
                   to);
}

/* Once the camera has arrived. */
static bool is_on_the_way(const uh_session_view *view)
{
    const bool walks = view->phase == UH_PHASE_WAY_IN || view->phase == UH_PHASE_WAY_OUT ||
                       view->phase == UH_PHASE_NEXT_STRETCH;
    return walks && view->phase_elapsed_ms > 3000;
}

static thing_list things_of(const uh_motion_frame *frame)
{
    thing_list things = {.count = frame->thing_count};
    memcpy(things.thing, frame->thing, sizeof things.thing);
    return things;
}

void look(player *p, int64_t now_ms)
{
    uh_boot_ms now = {now_ms};
    const uh_motion_frame *frame = uh_motion_follow(&p->motion, &p->session, now);
    uh_session_view view = uh_session_look(&p->session, now);
    char where[160];
    place_name(&view, &p->motion, where, sizeof where);
    look_at_bones(&frame->body.skeleton, where);
    look_at_joints(&frame->body.pose, where);
    look_at_floor(&frame->body.skeleton, where);
    look_at_things(frame, where);
    if (is_on_the_way(&view)) {
        look_at_picture(frame, where);
    }
    if (frame->body.residual_m > 0.003) {
        complain(where, "out of reach, mm", 1000.0 * frame->body.residual_m);
    }
    const thing_list things = things_of(frame);
    if (p->has_before) {
        look_at_change(&frame->body.skeleton, &things, &p->things_before, where);
        look_at_change(&frame->body.skeleton, &p->things_before, &things, where);
        look_at_speed(&p->before.skeleton, &frame->body.skeleton, now_ms - p->before_ms, where);
    }
    look_at_contacts(&frame->body, p->held, where);
    p->before = frame->body;
    p->things_before = things;
    p->has_before = true;
    p->before_ms = now_ms;
}

player the_player;

void take_events(uh_session *session, int64_t now_ms)
{
    uh_session_event event;
    while (uh_session_next(session, (uh_boot_ms){now_ms}, &event)) {
    }
}

void begin_playing(const uh_routine *routine, player *p)
{
    *p = (player){.has_before = false};
    assert_int_equal(uh_session_start(&catalogue, routine, uh_session_default_options(),
                                      (uh_boot_ms){0}, &p->session),
                     UH_OK);
    uh_motion_start(&catalogue, S, &p->motion);
}

static bool is_in_the_middle(const uh_session_view *view)
{
    return (view->phase == UH_PHASE_HOLD || view->phase == UH_PHASE_MOVE ||
            view->phase == UH_PHASE_MOVE_IN) &&
           view->phase_elapsed_ms * 2 >= view->phase_length_ms;
}

void play_asking(const uh_routine *routine, asking when)
{
    player *p = &the_player;
    bool asked = when == ASKS_NEVER;
    begin_playing(routine, p);
    for (int64_t now_ms = 0; p->session.state != UH_SESSION_DONE; now_ms += TICK_MS) {
        take_events(&p->session, now_ms);
        const uh_session_view view = uh_session_look(&p->session, (uh_boot_ms){now_ms});
        if (!asked && (when == ASKS_AT_ONCE || is_in_the_middle(&view))) {
            assert_int_equal(uh_session_ease(&p->session, (uh_boot_ms){now_ms}), UH_OK);
            asked = true;
        }
        look(p, now_ms);
    }
    assert_true(asked);
}

void play(const uh_routine *routine)
{
    play_asking(routine, ASKS_NEVER);
}

const char *only;

bool is_asked_for(uint32_t exercise)
{
    const uh_exercise *stretch = uh_catalogue_exercise(&catalogue, exercise);
    return !only || strcmp(only, uh_catalogue_text(&catalogue, stretch->key)) == 0;
}

uint32_t forms_of(uint32_t exercise)
{
    return uh_catalogue_exercise(&catalogue, exercise)->variants.count;
}

void every_form_moves(asking when)
{
    for (uint32_t exercise = 0; exercise < uh_catalogue_exercise_count(&catalogue); exercise++) {
        for (uint32_t form = 0; form < forms_of(exercise); form++) {
            if (uh_motion_known(&catalogue, exercise, form) && is_asked_for(exercise)) {
                uh_routine routine = {.tour = true};
                add_form(&routine, exercise, form);
                play_asking(&routine, when);
            }
        }
    }
    assert_no_complaints();
}
