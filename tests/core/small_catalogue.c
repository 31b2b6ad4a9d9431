/* SPDX-License-Identifier: MIT */
#include "core/small_catalogue.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/plan_worlds.h"
#include "unhunch/binder.h"
#include "unhunch/words.h"

enum { FILE_SIZE = 8192, KEY_SIZE = 48 };

typedef struct file_text {
    char bytes[FILE_SIZE];
    size_t length;
    uint64_t *seed;
    small_kind kind;
} file_text;

__attribute__((format(printf, 2, 3))) static void put(file_text *to, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    to->length +=
        (size_t)vsnprintf(to->bytes + to->length, FILE_SIZE - to->length, format, arguments);
    va_end(arguments);
    if (to->length >= FILE_SIZE) {
        abort();
    }
}

static uint32_t below(file_text *to, uint32_t count)
{
    return world_random(to->seed, count);
}

/* -- one form -- */

typedef enum shape { SHAPE_HELD, SHAPE_MOVED, SHAPE_BOTH_WAYS, SHAPE_COUNT } shape;

static void put_position(file_text *to)
{
    static const char *const positions[][2] = {
        {"standing", ""},
        {"sitting", "chair"},
        {"standing", "doorway"},
        {"sitting", "sturdy-chair"},
        {"floor-sitting", "floor"},
        {"hands-knees", "floor"},
        {"prone", "floor"},
        {"side-lying", "floor"},
        {"supine", "floor"},
        {"supine", "floor, towel"},
        {"supine", "floor, foam-roller"},
        {"supine", "floor, long-foam-roller"},
    };
    const uint32_t at = to->kind == SMALL_CROWDED ? 0 : below(to, UH_COUNT(positions));
    put(to, "    position: %s\n    equipment: [%s]\n", positions[at][0], positions[at][1]);
}

static void put_lists(file_text *to)
{
    if (to->kind == SMALL_CROWDED) {
        put(to, "    contexts: [desk, floor]\n");
        return;
    }
    static const char *const contexts[] = {"desk, floor", "floor, bedtime", "desk, floor, travel",
                                           "floor", "desk, floor, morning, post-workout"};
    static const char *const not_for[] = {"", "", "", "", "no-neck", "gentle, no-kneeling"};
    static const char *const opt_ins[] = {"", "", "", "", "", "overpressure"};
    put(to, "    contexts: [%s]\n", contexts[below(to, UH_COUNT(contexts))]);
    put(to, "    not_for: [%s]\n", not_for[below(to, UH_COUNT(not_for))]);
    put(to, "    opt_in: [%s]\n", opt_ins[below(to, UH_COUNT(opt_ins)) * below(to, 2)]);
    put(to, "    discreet: %s\n", below(to, 3) == 0 ? "true" : "false");
}

static void put_design(file_text *to, const char *name, uint32_t start, uint32_t more,
                       uint32_t ceiling, uint32_t fraction)
{
    const uint32_t usual = start + below(to, more + 1);
    const char *const fractions[] = {"", ".5", ".001"};
    put(to, "      %s: {design: {start: %u%s, default: %u%s, ceiling: %u, reason: D-03}}\n", name,
        start, fractions[fraction], usual, fractions[fraction], ceiling);
}

static void put_dose(file_text *to, shape what)
{
    put(to, "    dose:\n");
    const uint32_t repetitions = 1 + below(to, to->kind == SMALL_CROWDED ? 6 : 3);
    if (what != SHAPE_MOVED) {
        /* both ways and sides of it are four minutes at most: more nobody begins with */
        const uint32_t most = 240 / (repetitions * 4) - 1;
        put_design(to, "hold_s", 2 + below(to, most < 20 ? most - 1 : 20), 12, 60, below(to, 3));
    }
    put_design(to, "repetitions", repetitions, 4, 10, 0);
    put_design(to, "sets", 1, 1, 3, 0);
    put(to, "      per_day: {design: {start: 1, default: 1, ceiling: %u, reason: D-03}}\n",
        below(to, 4) == 0 ? 1 : 3);
}

static void put_parts(file_text *to, shape what)
{
    put(to, "    parts:\n");
    if (what == SHAPE_MOVED) {
        put(to, "      - {kind: move, seconds: %u.5, pose: full, label: There}\n",
            1 + below(to, 4));
        put(to, "      - {kind: move, seconds: 2, pose: start, label: Back}\n");
        return;
    }
    put(to, "      - {kind: move-in, seconds: 3, pose: full, label: There}\n");
    put(to, "      - {kind: hold, pose: full, label: Stay}\n");
    put(to, "      - {kind: release, seconds: 3, pose: start, label: Back}\n");
    if (what == SHAPE_BOTH_WAYS) {
        put(to, "      - {kind: hold, pose: start, label: Stay}\n");
    }
}

static void put_form(file_text *to, const char *key)
{
    static const char *const modes[SHAPE_COUNT] = {"hold", "repetitions", "alternating-holds"};
    const shape what = (shape)below(to, SHAPE_COUNT);
    put(to, "  - key: %s\n    name: A form\n    mode: %s\n    eyes: part\n", key, modes[what]);
    /* in a crowd some take long to reach, so that a shorter hold may cost more */
    put(to, "    setup_s: %u\n    side_ready_s: %u\n    finish_s: %u\n",
        below(to, to->kind == SMALL_CROWDED ? 24 : 3) * 5, below(to, 2) * 8, below(to, 2) * 3);
    put_position(to);
    put_lists(to);
    put_dose(to, what);
    put_parts(to, what);
}

/* -- one stretch -- */

static void put_stretch(file_text *to, const char *key)
{
    static const char *const families[] = {"chest-open", "rotation", "extension",
                                           "flex-ext",   "scapular", "neck"};
    static const char *const regions[] = {"thoracic", "neck", "chest", "trunk, shoulders"};
    static const char *const not_for[] = {"", "", "", "no-head-down", "no-roller"};
    put(to, "stretch: %s\nname: The %s\ncite: A:21\nsummary: One of a few.\n", key, key);
    put(to, "therapist: {name: A Therapist, reason: To try what nobody else may.}\n");
    const uint32_t family = below(to, 2) * below(to, 4);
    /* both forms of the clasped hands are of one family, as in the built-in catalogue */
    const bool clasped =
        strcmp(key, "chest-expansion") == 0 || strcmp(key, "backward-shoulder-rolls") == 0;
    const bool first = clasped || to->kind == SMALL_CROWDED;
    put(to, "family: %s\nkind: stretch\n", families[first ? 0 : family]);
    put(to, "regions: [%s]\n", regions[below(to, UH_COUNT(regions))]);
    put(to, "not_for: [%s]\n", not_for[below(to, UH_COUNT(not_for))]);
    put(to, below(to, 2) == 0
                ? "sides: {kind: both}\n"
                : "sides: {kind: left-right, left: to the left, right: to the right}\n");
    put(to, "felt: {here: Here.}\nspace: {width: 1.0, depth: 1.0}\nbreathing: {text: Slowly.}\n"
            "steps:\n  - {at: move, pose: full, cue: Move slowly., text: Move slowly.}\n"
            "stops:\n  - {sign: Pain., action: Stop.}\nvariants:\n");
    put_form(to, "standard");
    if (to->kind != SMALL_CROWDED && below(to, 3) > 0) {
        put_form(to, below(to, 2) == 0 ? "small" : "forward-only");
    }
    if (to->kind != SMALL_CROWDED && below(to, 3) == 0) {
        put_form(to, "third");
    }
}

/* Some have the keys that rules know by name. */
static void name_stretch(uint32_t index, bool plain, char key[KEY_SIZE])
{
    static const char *const known[] = {"chest-expansion", "backward-shoulder-rolls", "chin-tuck",
                                        "seated-cervical-rotation", "shoulder-blade-squeeze"};
    if (!plain && index < UH_COUNT(known)) {
        (void)snprintf(key, KEY_SIZE, "%s", known[index]);
    } else {
        (void)snprintf(key, KEY_SIZE, "own-%03u", index);
    }
}

static void complain(const uh_binder *binder)
{
    for (uint32_t i = 0; i < uh_binder_diagnostic_count(binder); i++) {
        const uh_diagnostic *diagnostic = uh_binder_diagnostic(binder, i);
        char text[512];
        (void)uh_words(uh_language_find("en"), NULL, &diagnostic->phrase, text, sizeof text);
        (void)fprintf(stderr, "%s:%u: %s\n", diagnostic->file, diagnostic->line, text);
    }
    abort();
}

uh_catalogue small_catalogue(uint64_t *seed, uint32_t count, small_kind kind,
                             const uh_catalogue *base, void **ret_image)
{
    static file_text text;
    uh_binder *binder = uh_binder_open();
    if (binder && base) {
        uh_binder_add_image(binder, base, false);
    }
    for (uint32_t i = 0; binder && i < count; i++) {
        char key[KEY_SIZE];
        const bool plain = kind == SMALL_OWN || world_random(seed, 3) == 0;
        name_stretch(i, plain && kind != SMALL_CROWDED, key);
        text = (file_text){.seed = seed, .kind = kind};
        put_stretch(&text, key);
        uh_binder_add(binder, key, text.bytes, text.length);
    }
    size_t size = 0;
    uh_catalogue catalogue = {0};
    if (!binder || uh_binder_finish(binder, ret_image, &size) != UH_OK ||
        uh_catalogue_open(*ret_image, size, &catalogue) != UH_OK) {
        complain(binder);
    }
    uh_binder_close(binder);
    return catalogue;
}
