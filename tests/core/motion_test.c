/* SPDX-License-Identifier: MIT */
/* Every form of every stretch that has a motion, played as a session and looked at every 20 ms; and
 * commands on the way. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/motion_play.h"

static void every_form_moves_as_a_body_can(void **state)
{
    every_form_moves(ASKS_NEVER);
}

static void one_stretch_leads_to_the_next_without_a_jump(void **state)
{
    uh_routine routine = {.tour = true};
    for (uint32_t exercise = 0; exercise < uh_catalogue_exercise_count(&catalogue); exercise++) {
        uint32_t last = forms_of(exercise) - 1;
        if (uh_motion_known(&catalogue, exercise, last) && is_asked_for(exercise)) {
            add_form(&routine, exercise, last);
        }
    }
    if (routine.count > 0) {
        play(&routine);
    }
    assert_no_complaints();
}

/* -- commands -- */

static double most_moved_m(const uh_skeleton *a, const uh_skeleton *b)
{
    double most = 0.0;
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        double moved =
            apart_m(uh_skeleton_point(a, (uh_point)i), uh_skeleton_point(b, (uh_point)i));
        most = moved > most ? moved : most;
    }
    return most;
}

/* Plays the doorway stretch to the middle of its hold. */
static player *in_the_doorway(int64_t *ret_now_ms)
{
    static uh_routine routine;
    routine = (uh_routine){.tour = true};
    (void)add_stretch(&catalogue, &routine, "doorway-stretch", UH_LEVEL_START);
    (void)add_stretch(&catalogue, &routine, "cat-cow", UH_LEVEL_START);
    player *p = &the_player;
    assert_int_equal(uh_session_start(&catalogue, &routine, uh_session_default_options(),
                                      (uh_boot_ms){0}, &p->session),
                     UH_OK);
    uh_motion_start(&catalogue, S, &p->motion);
    int64_t now_ms = 0;
    for (;; now_ms += TICK_MS) {
        take_events(&p->session, now_ms);
        (void)uh_motion_follow(&p->motion, &p->session, (uh_boot_ms){now_ms});
        uh_session_view view = uh_session_look(&p->session, (uh_boot_ms){now_ms});
        if (view.phase == UH_PHASE_HOLD && view.phase_elapsed_ms >= 3000) {
            *ret_now_ms = now_ms;
            return p;
        }
    }
}

/* The farthest that any point moves within one tick from now on, for `for_ms`. */
static double fastest_tick_m(player *p, int64_t now_ms, int64_t for_ms)
{
    double most = 0.0;
    for (int64_t at_ms = now_ms; at_ms < now_ms + for_ms; at_ms += TICK_MS) {
        uh_skeleton before = p->motion.frame.body.skeleton;
        take_events(&p->session, at_ms);
        (void)uh_motion_follow(&p->motion, &p->session, (uh_boot_ms){at_ms});
        double moved = most_moved_m(&before, &p->motion.frame.body.skeleton);
        most = moved > most ? moved : most;
    }
    return most;
}

static void ease_gives_way_without_a_jump(void **state)
{
    int64_t now_ms;
    player *p = in_the_doorway(&now_ms);
    double behind = uh_skeleton_arm(&p->motion.frame.body.skeleton, UH_SIDE_LEFT).behind_deg;
    assert_int_equal(uh_session_ease(&p->session, (uh_boot_ms){now_ms}), UH_OK);
    assert_true(fastest_tick_m(p, now_ms, 3000) < 0.03);
    double eased = uh_skeleton_arm(&p->motion.frame.body.skeleton, UH_SIDE_LEFT).behind_deg;
    assert_true(eased < behind - 5.0);
}

static void skip_leaves_the_pose_without_a_jump(void **state)
{
    int64_t now_ms;
    player *p = in_the_doorway(&now_ms);
    assert_int_equal(uh_session_skip(&p->session, UH_SKIP_NOT_NOW, (uh_boot_ms){now_ms}), UH_OK);
    assert_true(fastest_tick_m(p, now_ms, 20000) < 0.05);
}

static void back_begins_again_without_a_jump(void **state)
{
    int64_t now_ms;
    player *p = in_the_doorway(&now_ms);
    assert_int_equal(uh_session_back(&p->session, (uh_boot_ms){now_ms}), UH_OK);
    assert_true(fastest_tick_m(p, now_ms, 8000) < 0.05);
}

/* -- leaving on the way in -- */

typedef enum leaving { LEAVES_BY_SKIP, LEAVES_BY_END, GOES_ON_EASED, LEAVING_COUNT } leaving;

static void leave(uh_session *session, leaving how, uh_boot_ms now)
{
    uh_status status = UH_OK;
    switch (how) {
    case LEAVES_BY_SKIP:
        status = uh_session_skip(session, UH_SKIP_NOT_NOW, now);
        break;
    case LEAVES_BY_END:
        status = uh_session_end(session, now);
        break;
    case GOES_ON_EASED:
        status = uh_session_ease(session, now);
        break;
    case LEAVING_COUNT:
        break;
    }
    assert_int_equal(status, UH_OK);
}

/* False: the way in is over by then. What comes after leaving is looked at for half a minute. */
static bool leaves_on_the_way(const uh_routine *routine, int64_t when_ms, leaving how)
{
    enum { LOOKED_MS = 30000, STEP_MS = 40 };
    player *p = &the_player;
    begin_playing(routine, p);
    for (int64_t now_ms = 0; now_ms < when_ms + LOOKED_MS; now_ms += STEP_MS) {
        take_events(&p->session, now_ms);
        if (p->session.state == UH_SESSION_DONE) {
            break;
        }
        if (now_ms < when_ms) {
            (void)uh_motion_follow(&p->motion, &p->session, (uh_boot_ms){now_ms});
            continue;
        }
        const uh_session_view view = uh_session_look(&p->session, (uh_boot_ms){now_ms});
        if (now_ms == when_ms && view.phase != UH_PHASE_WAY_IN) {
            return false;
        }
        if (now_ms == when_ms) {
            leave(&p->session, how, (uh_boot_ms){now_ms});
        }
        look(p, now_ms);
    }
    return true;
}

static void who_leaves_on_the_way_in_turns_round_there(void **state)
{
    for (uint32_t exercise = 0; exercise < uh_catalogue_exercise_count(&catalogue); exercise++) {
        for (uint32_t form = 0; form < forms_of(exercise); form++) {
            uh_routine routine = {.tour = true};
            add_form(&routine, exercise, form);
            add_form(&routine, exercise_index(&catalogue, "cat-cow"), 0);
            for (int how = 0; how < LEAVING_COUNT && is_asked_for(exercise); how++) {
                int64_t when_ms = 2000;
                while (leaves_on_the_way(&routine, when_ms, (leaving)how)) {
                    when_ms += 4000;
                }
            }
        }
    }
    assert_no_complaints();
}

int main(int argc, char **argv)
{
    only = argc > 1 ? argv[1] : NULL;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_moves_as_a_body_can),
        cmocka_unit_test(one_stretch_leads_to_the_next_without_a_jump),
        cmocka_unit_test(ease_gives_way_without_a_jump),
        cmocka_unit_test(skip_leaves_the_pose_without_a_jump),
        cmocka_unit_test(back_begins_again_without_a_jump),
        cmocka_unit_test(who_leaves_on_the_way_in_turns_round_there),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
