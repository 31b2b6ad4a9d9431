/* SPDX-License-Identifier: MIT */
#include "words/language.h"

#include <string.h>

enum {
    COUNT_EACH = 6,       /* up to so many repetitions each one is numbered, */
    COUNT_EVERY = 5,      /* of more, every fifth */
    LONG_HOLD_MS = 10000, /* a hold so long is announced each time */
    PHRASE_SIZE = 512     /* of one whose time is taken before it is written */
};

/* One cue being written. */
typedef struct utterance {
    uh_pen pen;
    const uh_catalogue *catalogue;
    const uh_routine_entry *entry;
    const uh_exercise *exercise;
    const uh_variant *variant;
    const uh_session_event *event;
    int level;
    uint32_t spent_ms; /* of the window, by what was written with a budget */
} utterance;

/* -- sentences -- */

static void write_space(utterance *cue)
{
    if (cue->pen.length > 0) {
        uh_pen_bytes(&cue->pen, " ", 1);
    }
}

static void write_phrase(utterance *cue, uh_phrase phrase)
{
    write_space(cue);
    uh_pen_phrase(&cue->pen, &phrase);
}

static void write_message(utterance *cue, uh_message message)
{
    write_phrase(cue, uh_say(message));
}

static void write_text(utterance *cue, uh_text text)
{
    write_space(cue);
    uh_pen_text(&cue->pen, text);
}

/* A key: it has no language. */
static const char *key_of(const utterance *cue, uh_text text)
{
    return uh_catalogue_text(cue->catalogue, text);
}

/* How long it takes in the language in which it is said. */
static uint32_t text_ms(const utterance *cue, uh_text text)
{
    return uh_words_spoken_ms(cue->pen.language,
                              uh_language_text(cue->pen.language, cue->catalogue, text));
}

static uint32_t phrase_ms(const utterance *cue, uh_phrase phrase)
{
    char words[PHRASE_SIZE];
    (void)uh_words(cue->pen.language, cue->catalogue, &phrase, words, sizeof words);
    return uh_words_spoken_ms(cue->pen.language, words);
}

/* Writes it whatever the time, and counts it. */
static void write_and_count(utterance *cue, uh_phrase phrase)
{
    cue->spent_ms += phrase_ms(cue, phrase);
    write_phrase(cue, phrase);
}

/* Is there still time for `ms` more? Takes it where there is. A cue without a window has all the
 * time. */
static bool take_time(utterance *cue, uint32_t ms)
{
    uint32_t window_ms = cue->event->window_ms;
    if (cue->level != UH_CUE_LONG && window_ms > 0 && cue->spent_ms + ms > window_ms) {
        return false;
    }
    cue->spent_ms += ms;
    return true;
}

/* -- what the catalogue says -- */

static uh_text side_text(const utterance *cue)
{
    switch (cue->event->side) {
    case UH_SIDE_LEFT:
        return cue->exercise->sides.left;
    case UH_SIDE_RIGHT:
        return cue->exercise->sides.right;
    case UH_SIDE_BOTH:
        break;
    }
    return 0;
}

/* "Name" where there is no side, else "Name, side". */
static void write_named(utterance *cue, uh_message alone, uh_message with_side)
{
    uh_text side = side_text(cue);
    uh_argument name = uh_catalogue_argument(cue->exercise->name);
    write_and_count(cue, side ? uh_say2(with_side, name, uh_catalogue_argument(side))
                              : uh_say1(alone, name));
}

static const uh_part *part_of(const utterance *cue)
{
    if (cue->event->part >= cue->variant->parts.count) {
        return NULL;
    }
    return uh_variant_part(cue->catalogue, cue->variant, cue->event->part);
}

static uint32_t step_count(const utterance *cue)
{
    return uh_exercise_step_count(cue->catalogue, cue->exercise, cue->event->variant);
}

static const uh_step *step_of(const utterance *cue, uint32_t index)
{
    return uh_exercise_step(cue->catalogue, cue->exercise, cue->event->variant, index);
}

/* Does the step belong to this moment and, where it names a pose, to that pose? */
static bool step_suits(const utterance *cue, const uh_step *step, uh_step_at at, uh_text pose)
{
    if (step->at != (uint32_t)at) {
        return false;
    }
    return step->pose == 0 || pose == 0 || strcmp(key_of(cue, step->pose), key_of(cue, pose)) == 0;
}

/* Every step of a moment that still fits; the fuller text or the cue. True where one was written.
 */
static bool write_steps(utterance *cue, uh_step_at at, uh_text pose, bool fuller)
{
    bool written = false;
    for (uint32_t i = 0; i < step_count(cue); i++) {
        const uh_step *step = step_of(cue, i);
        if (!step_suits(cue, step, at, pose)) {
            continue;
        }
        uh_text text = fuller && step->text ? step->text : step->cue;
        if (take_time(cue, text_ms(cue, text))) {
            write_text(cue, text);
            written = true;
        }
    }
    return written;
}

/* The last set-up steps that fit: the first ones were said on the way in, or are where the body
 * already is. */
static void write_last_set_up(utterance *cue)
{
    uint32_t first = step_count(cue);
    for (uint32_t i = step_count(cue); i > 0; i--) {
        const uh_step *step = step_of(cue, i - 1);
        if (step->at != UH_STEP_SET_UP) {
            continue;
        }
        if (!take_time(cue, text_ms(cue, step->cue))) {
            break;
        }
        first = i - 1;
    }
    for (uint32_t i = first; i < step_count(cue); i++) {
        if (step_of(cue, i)->at == UH_STEP_SET_UP) {
            write_text(cue, step_of(cue, i)->cue);
        }
    }
}

/* "Then: ..." so that the first move is known before its few seconds begin. */
static void write_first_move(utterance *cue)
{
    for (uint32_t i = 0; i < step_count(cue); i++) {
        const uh_step *step = step_of(cue, i);
        if (step->at == UH_STEP_MOVE) {
            const uh_phrase then = uh_say1(UH_MSG_CUE_THEN, uh_catalogue_argument(step->cue));
            if (take_time(cue, phrase_ms(cue, then))) {
                write_phrase(cue, then);
            }
            return;
        }
    }
}

static void write_take_off(utterance *cue)
{
    for (uint32_t i = 0; i < cue->exercise->take_off.count; i++) {
        write_text(cue, uh_catalogue_list_text(cue->catalogue, cue->exercise->take_off, i));
    }
}

static void write_label(utterance *cue)
{
    const uh_part *part = part_of(cue);
    if (part) {
        write_phrase(cue, uh_say1(UH_MSG_CUE_SENTENCE, uh_catalogue_argument(part->label)));
    }
}

static bool is_second_side(const utterance *cue)
{
    return cue->event->side != UH_SIDE_BOTH && cue->event->side != cue->entry->first_side;
}

/* The first repetition of a side explains; the very first one explains at length. */
static bool is_first_repetition(const utterance *cue)
{
    return cue->event->repetition <= 1 && cue->event->set <= 1;
}

/* -- the cues -- */

static void say_next(utterance *cue)
{
    write_phrase(cue, uh_say1(UH_MSG_CUE_NEXT, uh_catalogue_argument(cue->exercise->name)));
    if (cue->level == UH_CUE_LONG) {
        write_take_off(cue);
    }
}

/* How to get to the place, where the body is elsewhere. */
static void write_way(utterance *cue)
{
    uh_place place = uh_variant_place(cue->variant);
    if (place == cue->event->place) {
        return;
    }
    write_and_count(cue, uh_say(uh_place_way_in(place)));
}

static uint32_t first_set_up_ms(const utterance *cue)
{
    for (uint32_t i = 0; i < step_count(cue); i++) {
        if (step_of(cue, i)->at == UH_STEP_SET_UP) {
            return text_ms(cue, step_of(cue, i)->cue);
        }
    }
    return 0;
}

/* The get ready names the stretch again: a short way in is better used for what is to be done. */
static bool has_time_for_name(const utterance *cue)
{
    uint32_t name_ms = text_ms(cue, cue->exercise->name) + text_ms(cue, side_text(cue));
    bool stays = uh_variant_place(cue->variant) == cue->event->place;
    return !stays || cue->event->window_ms == 0 ||
           name_ms + first_set_up_ms(cue) <= cue->event->window_ms;
}

static void say_way_in(utterance *cue)
{
    /* the first stretch has no pause before it that names it; and what is said of the side's hand
     * or of lying down needs the side */
    bool wanted = cue->event->entry == 0 || side_text(cue);
    if (wanted && cue->level != UH_CUE_SHORTEST && has_time_for_name(cue)) {
        write_named(cue, UH_MSG_CUE_SENTENCE, UH_MSG_CUE_NAME_SIDE);
    }
    write_way(cue);
    if (cue->level != UH_CUE_SHORTEST) {
        write_steps(cue, UH_STEP_SET_UP, 0, cue->level == UH_CUE_LONG);
    }
    if (cue->pen.length == 0) {
        write_named(cue, UH_MSG_CUE_SENTENCE, UH_MSG_CUE_NAME_SIDE);
    }
}

static void say_set(utterance *cue)
{
    uh_text side = side_text(cue);
    uh_argument set = uh_number(cue->event->set);
    uh_argument sets = uh_number(cue->event->sets);
    write_and_count(cue,
                    side ? uh_say3(UH_MSG_CUE_SET_OF_SIDE, set, sets, uh_catalogue_argument(side))
                         : uh_say2(UH_MSG_CUE_SET_OF, set, sets));
}

static void say_get_ready(utterance *cue)
{
    if (cue->event->set > 1) {
        say_set(cue);
    } else {
        write_named(cue, UH_MSG_CUE_SENTENCE, UH_MSG_CUE_NAME_SIDE);
    }
    if (cue->level != UH_CUE_SHORTEST) {
        write_last_set_up(cue);
        write_first_move(cue);
    }
}

static void say_side(utterance *cue)
{
    uh_text side = side_text(cue);
    if (side == 0) {
        write_message(cue, UH_MSG_CUE_CHANGE_SIDES);
    } else {
        write_and_count(cue, uh_say1(UH_MSG_CUE_NOW, uh_catalogue_argument(side)));
    }
    if (cue->level != UH_CUE_SHORTEST) {
        write_steps(cue, UH_STEP_SWITCH, 0, false);
    }
}

/* Few repetitions are all numbered, many only now and then. */
static bool is_numbered(const utterance *cue, uint32_t repetitions)
{
    return cue->event->part == 0 && cue->event->repetition > 0 &&
           (repetitions <= COUNT_EACH || cue->event->repetition % COUNT_EVERY == 0);
}

static void write_number_of(utterance *cue)
{
    uint32_t repetitions = cue->event->repetitions;
    uint32_t repetition = cue->event->repetition;
    if (repetitions > 1 && repetition == repetitions && cue->event->part == 0) {
        write_message(cue, UH_MSG_CUE_LAST_ONE);
    } else if (is_numbered(cue, repetitions)) {
        write_phrase(cue,
                     uh_say2(UH_MSG_CUE_COUNT_OF, uh_number(repetition), uh_number(repetitions)));
    }
}

static uint32_t breath_of(const utterance *cue)
{
    const uh_part *part = part_of(cue);
    return part ? part->breath : UH_BREATH_FREE;
}

/* The breath first: it is what sets the pace. Whoever speaks this leaves the BREATH event to the
 * bell. */
static void write_paced_breath(utterance *cue)
{
    uint32_t breath = breath_of(cue);
    if (breath != UH_BREATH_FREE) {
        write_and_count(
            cue, uh_say(breath == UH_BREATH_IN ? UH_MSG_CUE_BREATHE_IN : UH_MSG_CUE_BREATHE_OUT));
    }
}

/* A move into or out of a pose: explained the first time, named with its breath afterwards. */
static void say_part(utterance *cue, uh_step_at at)
{
    if (cue->level != UH_CUE_SHORTEST && is_first_repetition(cue)) {
        const uh_part *part = part_of(cue);
        bool fuller = cue->level == UH_CUE_LONG && !is_second_side(cue);
        if (write_steps(cue, at, part ? part->pose : 0, fuller)) {
            return;
        }
    }
    write_paced_breath(cue);
    write_label(cue);
    if (cue->level == UH_CUE_LONG) {
        write_number_of(cue);
    }
}

static void say_move(utterance *cue)
{
    say_part(cue, UH_STEP_MOVE);
}

/* After the last repetition there is no part any more, only the way back to where it began. */
static void say_finish(utterance *cue)
{
    if (!write_steps(cue, UH_STEP_RELEASE, 0, cue->level == UH_CUE_LONG)) {
        write_message(cue, UH_MSG_CUE_COME_BACK);
    }
}

static void say_release(utterance *cue)
{
    if (part_of(cue)) {
        say_part(cue, UH_STEP_RELEASE);
    } else {
        say_finish(cue);
    }
}

static uint32_t hold_ms(const utterance *cue)
{
    return cue->event->length_ms > 0 ? cue->event->length_ms : cue->entry->dose.hold_ms;
}

static uh_phrase hold_seconds(const utterance *cue)
{
    return uh_say1(UH_MSG_CUE_SECONDS, uh_seconds(hold_ms(cue)));
}

static void say_hold(utterance *cue)
{
    if (cue->level == UH_CUE_SHORTEST) {
        write_label(cue);
        return;
    }
    const uh_part *part = part_of(cue);
    if (is_first_repetition(cue)) {
        cue->spent_ms += phrase_ms(cue, hold_seconds(cue)); /* they have their time for sure */
        bool fuller = cue->level == UH_CUE_LONG && !is_second_side(cue);
        if (!write_steps(cue, UH_STEP_HOLD, part ? part->pose : 0, fuller)) {
            write_label(cue);
        }
        write_phrase(cue, hold_seconds(cue));
        return;
    }
    write_label(cue);
    if (cue->level == UH_CUE_LONG && hold_ms(cue) >= LONG_HOLD_MS) {
        write_phrase(cue, hold_seconds(cue));
    }
}

static void say_rest(utterance *cue)
{
    bool between_sets = cue->event->repetition == 0 && cue->event->set < cue->event->sets;
    if (cue->level == UH_CUE_SHORTEST) {
        write_message(cue, UH_MSG_CUE_REST);
    } else if (between_sets) {
        uh_argument next = uh_number(cue->event->set + 1);
        uh_argument sets = uh_number(cue->event->sets);
        write_phrase(cue, cue->level == UH_CUE_LONG
                              ? uh_say3(UH_MSG_CUE_REST_SET_LONG, uh_seconds(cue->event->length_ms),
                                        next, sets)
                              : uh_say2(UH_MSG_CUE_REST_SET, next, sets));
    } else {
        bool first = cue->level == UH_CUE_LONG && is_first_repetition(cue);
        write_message(cue, first ? UH_MSG_CUE_REST_LONG : UH_MSG_CUE_REST);
    }
}

/* From where the body is, which is not yet the place of a stretch that was only announced. */
static void say_way_out(utterance *cue)
{
    write_message(cue, uh_place_way_out(cue->event->place));
}

static void say_resumed(utterance *cue)
{
    if (cue->level == UH_CUE_LONG) {
        write_named(cue, UH_MSG_CUE_RESUMED_LONG, UH_MSG_CUE_RESUMED_SIDE);
    } else {
        write_message(cue, UH_MSG_CUE_RESUMED);
    }
}

static void say_back(utterance *cue)
{
    if (cue->level == UH_CUE_LONG) {
        write_named(cue, UH_MSG_CUE_BACK_LONG, UH_MSG_CUE_BACK_SIDE);
    } else {
        write_message(cue, UH_MSG_CUE_BACK);
    }
}

typedef struct three_lengths {
    uh_message at[UH_CUE_LEVELS];
} three_lengths;

static void say_stopped(utterance *cue)
{
    static const three_lengths by_reason[] = {
        [UH_STOP_NONE] = {{UH_MSG_CUE_STOP_OTHER_LONG, UH_MSG_CUE_STOP_OTHER_SHORT,
                           UH_MSG_CUE_STOP_OTHER}},
        [UH_STOP_PAIN] = {{UH_MSG_CUE_STOP_PAIN_LONG, UH_MSG_CUE_STOP_PAIN_SHORT,
                           UH_MSG_CUE_STOP_PAIN}},
        [UH_STOP_NERVE] = {{UH_MSG_CUE_STOP_NERVE_LONG, UH_MSG_CUE_STOP_NERVE_SHORT,
                            UH_MSG_CUE_STOP_NERVE}},
        [UH_STOP_DIZZY] = {{UH_MSG_CUE_STOP_DIZZY_LONG, UH_MSG_CUE_STOP_DIZZY_SHORT,
                            UH_MSG_CUE_STOP_DIZZY}},
        [UH_STOP_OTHER] = {{UH_MSG_CUE_STOP_OTHER_LONG, UH_MSG_CUE_STOP_OTHER_SHORT,
                            UH_MSG_CUE_STOP_OTHER}},
    };
    write_message(cue, by_reason[cue->event->reason].at[cue->level]);
}

/* A cue has either a writer or three fixed sentences. */
static const struct {
    void (*say)(utterance *cue);
    three_lengths fixed;
} cues[] = {
    [UH_CUE_NEXT] = {.say = say_next},
    [UH_CUE_WAY_IN] = {.say = say_way_in},
    [UH_CUE_GET_READY] = {.say = say_get_ready},
    [UH_CUE_SIDE] = {.say = say_side},
    [UH_CUE_MOVE] = {.say = say_move},
    [UH_CUE_HOLD] = {.say = say_hold},
    [UH_CUE_RELEASE] = {.say = say_release},
    [UH_CUE_REST] = {.say = say_rest},
    [UH_CUE_WAY_OUT] = {.say = say_way_out},
    [UH_CUE_DONE] = {.fixed = {{UH_MSG_CUE_DONE_LONG, UH_MSG_CUE_DONE_SHORT, UH_MSG_CUE_DONE}}},
    [UH_CUE_PAUSED] = {.fixed = {{UH_MSG_CUE_PAUSED_LONG, UH_MSG_CUE_PAUSED, UH_MSG_CUE_PAUSED}}},
    [UH_CUE_RESUMED] = {.say = say_resumed},
    [UH_CUE_EASED] = {.fixed = {{UH_MSG_CUE_EASED_LONG, UH_MSG_CUE_EASED_SHORT, UH_MSG_CUE_EASED}}},
    [UH_CUE_MORE] = {.fixed = {{UH_MSG_CUE_MORE_LONG, UH_MSG_CUE_MORE, UH_MSG_CUE_MORE}}},
    [UH_CUE_LESS] = {.fixed = {{UH_MSG_CUE_LESS, UH_MSG_CUE_LESS, UH_MSG_CUE_LESS}}},
    [UH_CUE_SKIPPED] = {.fixed = {{UH_MSG_CUE_SKIPPED_LONG, UH_MSG_CUE_SKIPPED,
                                   UH_MSG_CUE_SKIPPED}}},
    [UH_CUE_BACK] = {.say = say_back},
    [UH_CUE_STOPPED] = {.say = say_stopped},
};

static void write_cue(utterance *cue)
{
    uh_cue kind = cue->event->cue;
    if (kind == UH_CUE_NONE) {
        return;
    }
    if (cues[kind].say) {
        cues[kind].say(cue);
    } else {
        write_message(cue, cues[kind].fixed.at[cue->level]);
    }
}

static void write_count(utterance *cue)
{
    static const uh_message numbers[] = {UH_MSG_CUE_ONE, UH_MSG_CUE_TWO, UH_MSG_CUE_THREE};
    uint32_t count = cue->event->count;
    if (count >= 1 && count <= UH_COUNT(numbers)) {
        write_message(cue, numbers[count - 1]);
    }
}

static void write_breath(utterance *cue)
{
    if (cue->event->breath != UH_BREATH_FREE) {
        write_message(cue, cue->event->breath == UH_BREATH_IN ? UH_MSG_CUE_BREATHE_IN
                                                              : UH_MSG_CUE_BREATHE_OUT);
    }
}

/* The end itself is announced by its cue. */
static void write_milestone(utterance *cue)
{
    if (cue->event->milestone == UH_MILESTONE_HALFWAY) {
        write_message(cue, UH_MSG_CUE_HALFWAY);
    } else if (cue->event->milestone == UH_MILESTONE_LAST_STRETCH) {
        write_message(cue, UH_MSG_CUE_LAST_STRETCH);
    }
}

static void write_event(utterance *cue)
{
    switch (cue->event->kind) {
    case UH_EVENT_CUE:
        write_cue(cue);
        break;
    case UH_EVENT_COUNT_DOWN:
        write_count(cue);
        break;
    case UH_EVENT_BREATH:
        write_breath(cue);
        break;
    case UH_EVENT_MILESTONE:
        write_milestone(cue);
        break;
    case UH_EVENT_END:
    case UH_EVENT_RECORD:
    case UH_EVENT_START:
    case UH_EVENT_SIDE:
    case UH_EVENT_KIND_COUNT:
        break;
    }
}

size_t uh_cue_text(const uh_language *language, const uh_catalogue *catalogue,
                   const uh_routine *routine, const uh_session_event *event, int level, char *out,
                   size_t capacity)
{
    UH_ASSERT(level >= 0 && level < UH_CUE_LEVELS);
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, event->exercise);
    utterance cue = {
        .pen = uh_pen_to(language, catalogue, out, capacity),
        .catalogue = catalogue,
        .entry = &routine->entries[event->entry],
        .exercise = exercise,
        .variant = uh_exercise_variant(catalogue, exercise, event->variant),
        .event = event,
        .level = level,
    };
    write_event(&cue);
    return uh_pen_end(&cue.pen);
}

size_t uh_cue_fitting_text(const uh_language *language, const uh_catalogue *catalogue,
                           const uh_routine *routine, const uh_session_event *event, char *out,
                           size_t capacity)
{
    size_t length = 0;
    for (int level = 0; level < UH_CUE_LEVELS; level++) {
        length = uh_cue_text(language, catalogue, routine, event, level, out, capacity);
        if (capacity > 0 && uh_words_spoken_ms(language, out) <= event->window_ms) {
            break;
        }
    }
    return length;
}
