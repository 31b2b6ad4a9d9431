/* SPDX-License-Identifier: MIT */
/* figures.c: plays every routine, draws a picture every 200 ms (and the second view where there is
 * one), and prints a hash of all draw lists for each; figures.mjs does the same through the door.
 */
#include "core/builtin.h"

#include <inttypes.h>
#include <stdio.h>

#include "unhunch/motion.h"

enum { STEP_MS = 200 };

static uh_catalogue catalogue;
static uh_routine routine;
static uh_session session;
static uh_motion motion;
static uh_drawing drawing;

static uint64_t draw(uint64_t hash, const uh_motion_frame *frame, bool inset)
{
    const uh_scene scene = uh_motion_scene(frame, inset, 1.0);
    uh_figure_draw(&scene, &drawing);
    return uh_drawing_hash(hash, &drawing);
}

static void play(uint32_t recipe)
{
    const uh_person person = well_equipped_person();
    const uh_screening screening = {0};
    const char *key = uh_catalogue_text(&catalogue, uh_catalogue_recipe(&catalogue, recipe)->key);
    if (uh_routine_from_recipe(&catalogue, &person, &screening, recipe, &routine) != UH_OK ||
        uh_session_start(&catalogue, &routine, uh_session_options_for(&person, &screening),
                         (uh_boot_ms){0}, &session) != UH_OK) {
        abort();
    }
    uh_motion_start(&catalogue, UH_BODY_STATURE_M, &motion);
    const int64_t end_ms = (int64_t)uh_timeline_total_ms(&catalogue, &routine);
    uint64_t hash = 0;
    for (int64_t ms = 0; ms <= end_ms; ms += STEP_MS) {
        uh_session_event event;
        while (uh_session_next(&session, (uh_boot_ms){ms}, &event)) {
        }
        const uh_motion_frame *frame = uh_motion_follow(&motion, &session, (uh_boot_ms){ms});
        hash = draw(hash, frame, false);
        hash = frame->has_inset ? draw(hash, frame, true) : hash;
    }
    (void)printf("%s %016" PRIx64 "\n", key, hash);
}

int main(void)
{
    catalogue = builtin_catalogue();
    for (uint32_t i = 0; i < uh_catalogue_routine_count(&catalogue); i++) {
        play(i);
    }
    return 0;
}
