/* SPDX-License-Identifier: MIT */
/* The way from every form to every other. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/motion_play.h"

/* -- from any form to any other -- */

/* Through the first stretch by the ends of its phases; the way to the second one is looked at,
 * every 40 ms: there are more than a thousand. */
static void play_way(const uh_routine *routine)
{
    enum { WAY_TICK_MS = 40 };
    player *p = &the_player;
    begin_playing(routine, p);
    for (int64_t now_ms = 0;;) {
        take_events(&p->session, now_ms);
        const uh_session_view view = uh_session_look(&p->session, (uh_boot_ms){now_ms});
        if (view.entry == 0) {
            (void)uh_motion_follow(&p->motion, &p->session, (uh_boot_ms){now_ms});
            now_ms += view.phase_remaining_ms > 1 ? view.phase_remaining_ms - 1 : 1;
        } else if (view.phase == UH_PHASE_NEXT_STRETCH || view.phase == UH_PHASE_WAY_IN ||
                   view.phase == UH_PHASE_GET_READY) {
            look(p, now_ms);
            now_ms += WAY_TICK_MS;
        } else {
            return;
        }
    }
}

typedef struct shown_form {
    uint32_t exercise;
    uint32_t form;
} shown_form;

static uint32_t all_forms(shown_form *forms, uint32_t room)
{
    uint32_t count = 0;
    for (uint32_t exercise = 0; exercise < uh_catalogue_exercise_count(&catalogue); exercise++) {
        for (uint32_t form = 0; form < forms_of(exercise); form++) {
            assert_true(count < room && uh_motion_known(&catalogue, exercise, form));
            forms[count++] = (shown_form){exercise, form};
        }
    }
    return count;
}

static void play_from_to(shown_form from, shown_form to)
{
    static uh_routine routine;
    routine = (uh_routine){.tour = true};
    add_form(&routine, from.exercise, from.form);
    add_form(&routine, to.exercise, to.form);
    const uh_exercise *stretch = uh_catalogue_exercise(&catalogue, from.exercise);
    const uh_variant *form = uh_exercise_variant(&catalogue, stretch, from.form);
    (void)snprintf(came_from, sizeof came_from,
                   "from %s %s: ", uh_catalogue_text(&catalogue, stretch->key),
                   uh_catalogue_text(&catalogue, form->key));
    play_way(&routine);
}

static void every_form_leads_to_every_other_as_a_body_can(void **state)
{
    shown_form forms[64];
    const uint32_t count = all_forms(forms, UH_COUNT(forms));
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t k = 0; k < count; k++) {
            if (is_asked_for(forms[k].exercise)) {
                play_from_to(forms[i], forms[k]);
            }
        }
    }
    came_from[0] = '\0';
    assert_no_complaints();
}

int main(int argc, char **argv)
{
    only = argc > 1 ? argv[1] : NULL;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_leads_to_every_other_as_a_body_can),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
