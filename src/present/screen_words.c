/* SPDX-License-Identifier: MIT */
/* screen_words.c: what the page of a session says; screen_session.c decides where it stands. */
#include "present/screen.h"

#include <string.h>

#include "unhunch/out.h"

const char *uh_screen_say_this(const uh_screen *screen, const uh_phrase *phrase,
                               char out[SCREEN_TEXT_SIZE])
{
    (void)uh_words(screen->language, screen->catalogue, phrase, out, SCREEN_TEXT_SIZE);
    return out;
}

const char *uh_screen_read(const uh_screen *screen, uh_text text, char out[SCREEN_TEXT_SIZE])
{
    (void)uh_words_text(screen->language, screen->catalogue, text, out, SCREEN_TEXT_SIZE);
    return out;
}

const uh_exercise *uh_screen_exercise(const uh_screen *screen)
{
    return uh_catalogue_exercise(screen->catalogue, screen->view.exercise);
}

uh_text uh_screen_side(const uh_exercise *exercise, uh_side side)
{
    if (side == UH_SIDE_BOTH) {
        return 0;
    }
    return side == UH_SIDE_LEFT ? exercise->sides.left : exercise->sides.right;
}

/* -- how far, and what comes -- */

/* A second that has begun counts: 0 is shown only when it is over. */
static uint64_t whole_seconds_ms(uint64_t ms)
{
    return (ms + 999) / 1000 * 1000;
}

uh_phrase uh_screen_left(const uh_screen *screen)
{
    const uh_session_view *view = &screen->view;
    const uh_argument left = uh_duration((int64_t)whole_seconds_ms(view->session_remaining_ms));
    return view->entries > 1 ? uh_say3(UH_MSG_SCREEN_PLACE, uh_number((int64_t)view->entry + 1),
                                       uh_number(view->entries), left)
                             : uh_say1(UH_MSG_SCREEN_LEFT, left);
}

/* At another speed it says so: nobody is to keep up with a demonstration. */
uh_phrase uh_screen_title(const uh_screen *screen)
{
    return screen->speed_percent == 100
               ? screen->title
               : uh_say1(UH_MSG_SCREEN_FASTER, uh_number(screen->speed_percent));
}

uh_phrase uh_screen_next(const uh_screen *screen)
{
    const uh_session_view *view = &screen->view;
    const uh_exercise *next = uh_catalogue_exercise(screen->catalogue, view->next_exercise);
    const uh_argument name = uh_catalogue_argument(next->name);
    const uh_text side_text = uh_screen_side(next, view->next_side);
    const uh_argument side = uh_catalogue_argument(side_text);
    const bool same = view->next_exercise == view->exercise && view->entries > view->entry;
    const bool other_set = same && view->next_set > view->set;
    if (other_set) {
        const uh_argument set = uh_number(view->next_set);
        return side_text != 0 ? uh_say2(UH_MSG_SCREEN_NEXT_SET_SIDE, set, side)
                              : uh_say1(UH_MSG_SCREEN_NEXT_SET, set);
    }
    if (side_text == 0) {
        return uh_say1(UH_MSG_SCREEN_NEXT, name);
    }
    return same ? uh_say1(UH_MSG_SCREEN_NEXT_OTHER_SIDE, side)
                : uh_say2(UH_MSG_SCREEN_NEXT_SIDE, name, side);
}

/* -- the phase -- */

static bool is_paused(const uh_screen *screen)
{
    return screen->view.state == UH_SESSION_PAUSED;
}

static const uh_variant *variant_of(const uh_screen *screen)
{
    return uh_exercise_variant(screen->catalogue, uh_screen_exercise(screen), screen->view.variant);
}

static bool in_part(const uh_screen *screen)
{
    const uh_phase phase = screen->view.phase;
    return (phase == UH_PHASE_MOVE_IN || phase == UH_PHASE_HOLD || phase == UH_PHASE_RELEASE ||
            phase == UH_PHASE_MOVE) &&
           screen->view.part < variant_of(screen)->parts.count;
}

/* The part's own word where there is one: "Step through", not "Move". */
const char *uh_screen_phase(const uh_screen *screen, char out[SCREEN_TEXT_SIZE])
{
    if (is_paused(screen)) {
        return uh_screen_say(screen, uh_say(UH_MSG_PHASE_PAUSED), out);
    }
    if (in_part(screen)) {
        const uh_part *part =
            uh_variant_part(screen->catalogue, variant_of(screen), screen->view.part);
        if (part->label != 0) {
            return uh_screen_read(screen, part->label, out);
        }
    }
    const bool up = screen->view.place != UH_PLACE_STANDING; /* who stands is up already */
    const uh_message phase = (uh_message)(UH_MSG_PHASE_NEXT_STRETCH + (int)screen->view.phase);
    return uh_screen_say(
        screen, uh_say(screen->view.phase == UH_PHASE_WAY_OUT && !up ? UH_MSG_PHASE_LET_GO : phase),
        out);
}

/* The number as it is shown: 9, 45, 1:05. Digits are drawn, not worded. */
const char *uh_screen_countdown(const uh_screen *screen, char out[SCREEN_TEXT_SIZE])
{
    const int64_t seconds = (int64_t)(whole_seconds_ms(screen->view.phase_remaining_ms) / 1000);
    uh_buffer buffer = {out, SCREEN_TEXT_SIZE, 0};
    const uh_out sink = uh_out_to_buffer(&buffer);
    if (seconds < 60) {
        uh_out_number(sink, seconds);
        return out;
    }
    uh_out_number(sink, seconds / 60);
    uh_out_text(sink, seconds % 60 < 10 ? ":0" : ":");
    uh_out_number(sink, seconds % 60);
    return out;
}

/* -- the step to do now -- */

static void append_line(char out[SCREEN_TEXT_SIZE], const char *line)
{
    const size_t length = strlen(out);
    const size_t gap = length > 0 ? 1 : 0;
    const size_t size = strlen(line);
    if (size > 0 && length + gap + size < SCREEN_TEXT_SIZE) {
        memcpy(out + length, "\n", gap);
        memcpy(out + length + gap, line, size + 1);
    }
}

static void append_step(const uh_screen *screen, char out[SCREEN_TEXT_SIZE], const uh_step *step,
                        screen_detail detail)
{
    char line[SCREEN_TEXT_SIZE];
    const bool full = detail == SCREEN_FULL && step->text != 0;
    append_line(out, uh_screen_read(screen, full ? step->text : step->cue, line));
}

/* All steps of a moment, below each other: five seconds are too short for one after the other. */
static bool append_steps(const uh_screen *screen, char out[SCREEN_TEXT_SIZE], uh_step_at at,
                         screen_detail detail)
{
    const uh_catalogue *catalogue = screen->catalogue;
    const uint32_t variant = screen->view.variant;
    const uint32_t count = uh_exercise_step_count(catalogue, uh_screen_exercise(screen), variant);
    bool any = false;
    for (uint32_t i = 0; i < count; i++) {
        const uh_step *step = uh_exercise_step(catalogue, uh_screen_exercise(screen), variant, i);
        if (step->at == (uint32_t)at && !(any && detail == SCREEN_ONE_CUE)) {
            append_step(screen, out, step, detail);
            any = true;
        }
    }
    return any;
}

/* Who is there already has only to be set up. */
static bool is_elsewhere(const uh_screen *screen)
{
    return screen->view.place != uh_variant_place(variant_of(screen));
}

static void write_way_in(const uh_screen *screen, char out[SCREEN_TEXT_SIZE], screen_detail detail)
{
    const bool way = is_elsewhere(screen);
    if (way) {
        (void)uh_screen_say(screen, uh_say(uh_place_way_in(uh_variant_place(variant_of(screen)))),
                            out);
    }
    if (!way || detail != SCREEN_ONE_CUE) {
        (void)append_steps(screen, out, UH_STEP_SET_UP, detail);
    }
}

static void write_step_now(const uh_screen *screen, char out[SCREEN_TEXT_SIZE],
                           screen_detail detail)
{
    const uh_session_view *view = &screen->view;
    if (view->step != UINT32_MAX) {
        append_step(screen, out,
                    uh_exercise_step(screen->catalogue, uh_screen_exercise(screen), view->variant,
                                     view->step),
                    detail);
    } else if (view->phase == UH_PHASE_REST) {
        (void)uh_screen_say(screen, uh_say(UH_MSG_SCREEN_REST_STEP), out);
    }
}

const char *uh_screen_step(const uh_screen *screen, screen_detail detail,
                           char out[SCREEN_TEXT_SIZE])
{
    out[0] = '\0';
    if (is_paused(screen)) {
        return uh_screen_say(screen, uh_say(UH_MSG_SCREEN_PAUSED_STEP), out);
    }
    switch (screen->view.phase) {
    case UH_PHASE_NEXT_STRETCH:
        (void)uh_screen_read(screen, uh_screen_exercise(screen)->summary, out);
        break;
    case UH_PHASE_WAY_IN:
        write_way_in(screen, out, detail);
        break;
    case UH_PHASE_GET_READY:
        (void)append_steps(screen, out, UH_STEP_SET_UP, detail);
        break;
    case UH_PHASE_SWITCH_SIDE:
        if (!append_steps(screen, out, UH_STEP_SWITCH, detail)) {
            (void)append_steps(screen, out, UH_STEP_SET_UP, detail);
        }
        break;
    case UH_PHASE_WAY_OUT:
        (void)uh_screen_say(screen, uh_say(uh_place_way_out(screen->view.place)), out);
        break;
    case UH_PHASE_DONE:
        (void)uh_screen_say(screen, uh_say(UH_MSG_SCREEN_DONE_STEP), out);
        break;
    case UH_PHASE_MOVE_IN:
    case UH_PHASE_HOLD:
    case UH_PHASE_RELEASE:
    case UH_PHASE_MOVE:
    case UH_PHASE_REST:
    case UH_PHASE_COUNT:
        write_step_now(screen, out, detail);
        break;
    }
    return out;
}

/* -- what a routine needs -- */

static const uh_variant *entry_variant(const uh_catalogue *catalogue, const uh_routine_entry *entry)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, entry->exercise);
    return uh_exercise_variant(catalogue, exercise, entry->variant);
}

uint32_t uh_routine_equipment(const uh_catalogue *catalogue, const uh_routine *routine)
{
    uint32_t needs = 0;
    for (uint32_t i = 0; i < routine->count; i++) {
        needs |= entry_variant(catalogue, &routine->entries[i])->equipment;
    }
    const uint32_t sturdy = 1U << UH_EQUIPMENT_STURDY_CHAIR;
    const uint32_t long_roller = 1U << UH_EQUIPMENT_LONG_FOAM_ROLLER;
    if ((needs & sturdy) != 0) {
        needs &= ~(1U << UH_EQUIPMENT_CHAIR);
    }
    if ((needs & long_roller) != 0) {
        needs &= ~(1U << UH_EQUIPMENT_FOAM_ROLLER);
    }
    return needs;
}

size_t uh_equipment_words(const uh_language *language, uint32_t equipment, char *out,
                          size_t capacity)
{
    size_t length = 0;
    if (capacity > 0) {
        out[0] = '\0';
    }
    for (int thing = 0; thing < UH_EQUIPMENT_COUNT; thing++) {
        if ((equipment & 1U << thing) == 0) {
            continue;
        }
        char word[SCREEN_TEXT_SIZE];
        const uh_phrase name = uh_say((uh_message)(UH_MSG_NEEDS_CHAIR + thing));
        (void)uh_words(language, NULL, &name, word, sizeof word);
        const char *pieces[] = {length > 0 ? ", " : "", word};
        for (size_t i = 0; i < UH_COUNT(pieces); i++) {
            const size_t size = strlen(pieces[i]);
            if (length + size < capacity) {
                memcpy(out + length, pieces[i], size + 1);
            }
            length += size;
        }
    }
    return length;
}
