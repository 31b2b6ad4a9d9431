/* SPDX-License-Identifier: MIT */
/* test_progress.c: progress in numbers, for the tests of the module: the page shows words and a
 * picture (door_progress.c). */
#include "unhunch/progress_show.h"
#include "wasm/door.h"
#include "wasm/door_inside.h"
#include "wasm/door_today.h"

/* As `unhunch progress --json` prints it. */
UH_DOOR(const char *, uh_door_progress_values, void)
{
    uh_show_progress_json(uh_door_json(), uh_door_the_catalogue(), uh_door_the_progress());
    return uh_door_json_text();
}
