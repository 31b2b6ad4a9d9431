/* SPDX-License-Identifier: MIT */
/* door.c: core, words and present for JavaScript. Only scalars and pointers into the module's
 * memory pass; there is one of everything, held here. Texts are NUL-terminated UTF-8 and live as
 * long as what they came from. A status is 0 or negative, as in base.h. */
#include <stddef.h>

#include "unhunch/motion.h"
#include "unhunch/packed.h"
#include "unhunch/palette.h"
#include "unhunch/planner.h"
#include "unhunch/schema.h"
#include "unhunch/words.h"
#include "wasm/door.h"
#include "wasm/door_inside.h"

/* -- text that comes in and goes out: words to search for, a language; what is said -- */

static char text_in[1024];
static char text_out[2048];

/* Where JavaScript writes a text that it passes by pointer; at most uh_door_text_size() bytes with
 * its NUL. */
UH_DOOR(char *, uh_door_text_buffer, void)
{
    return text_in;
}

UH_DOOR(uint32_t, uh_door_text_size, void)
{
    return sizeof(text_in);
}

/* -- catalogue: write what is packed into the buffer, then open it -- */

static unsigned char packed[UH_IMAGE_MAX];
static _Alignas(8) unsigned char image[UH_IMAGE_MAX];
static uh_catalogue catalogue;

/* Where catalogue.bin of `size` bytes goes; NULL: it is too large. Forget the open catalogue first.
 */
UH_DOOR(unsigned char *, uh_door_catalogue_buffer, uint32_t size)
{
    catalogue = (uh_catalogue){0};
    return size <= sizeof(packed) ? packed : NULL;
}

UH_DOOR(int32_t, uh_door_catalogue_open, uint32_t size)
{
    return uh_catalogue_unpack(packed, size, image, sizeof(image), &catalogue);
}

/* 0 while no catalogue is open; every index below is checked against it. */
UH_DOOR(uint32_t, uh_door_exercise_count, void)
{
    return catalogue.image ? uh_catalogue_exercise_count(&catalogue) : 0;
}

static const uh_exercise *exercise_at(uint32_t index)
{
    UH_ASSERT(index < uh_door_exercise_count());
    return uh_catalogue_exercise(&catalogue, index);
}

UH_DOOR(const char *, uh_door_exercise_key, uint32_t index)
{
    return uh_catalogue_text(&catalogue, exercise_at(index)->key);
}

/* -- for whom, and with what limits: until today is folded, nobody was asked -- */

static uh_person person = {.equipment = 1U << UH_EQUIPMENT_CHAIR};
static uh_screening screening;

/* -- the routine -- */

static uh_routine routine;
static uh_verdict verdict;
static uh_day day;

/* -- the session: times are milliseconds of a clock that never goes back -- */

static uh_session session;
static uh_session_event event;
static bool started;
static double numbers[32];

const uh_session_event *uh_door_the_event(void)
{
    UH_ASSERT(started);
    return &event;
}

int64_t uh_door_ms(double ms)
{
    UH_ASSERT(ms >= -9007199254740992.0 && ms <= 9007199254740992.0);
    return (int64_t)ms;
}

static uh_boot_ms time_of(double ms)
{
    return (uh_boot_ms){uh_door_ms(ms)};
}

/* Plays the routine, which must not be changed until it is over. UH_ERR_REFUSED: the gate says no.
 */
UH_DOOR(int32_t, uh_door_session_start, uint32_t speed_percent, double now_ms)
{
    uh_session_options options = uh_session_options_for(&person, &screening);
    uh_session_options_fit_day(&day, &routine, &options);
    options.speed_percent = speed_percent;
    uh_status status = uh_routine_admit(&catalogue, &person, &screening, &day, &routine, &verdict);
    if (status == UH_OK) {
        status = uh_session_start(&catalogue, &routine, options, time_of(now_ms), &session);
    }
    started = started || status == UH_OK;
    return status;
}

/* 1: an event was taken; uh_door_session_event() has it. */
UH_DOOR(uint32_t, uh_door_session_next, double now_ms)
{
    UH_ASSERT(started);
    return uh_session_next(&session, time_of(now_ms), &event);
}

/* Infinity: nothing is to come. */
UH_DOOR(double, uh_door_session_deadline, void)
{
    UH_ASSERT(started);
    uh_boot_ms due = uh_session_deadline(&session);
    return due.ms == UH_NEVER.ms ? __builtin_inf() : (double)due.ms;
}

static const double *write_numbers(const double *list, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        numbers[i] = list[i];
    }
    return numbers;
}

/* kind, at, session_ms, phase, entry, exercise, variant, set, side, repetition, part, length_ms,
 * cue, window_ms, count, breath, milestone, reason; until the next call that gives numbers. */
UH_DOOR(const double *, uh_door_session_event, void)
{
    const double list[] = {
        event.kind,       (double)event.at.ms, (double)event.session_ms,
        event.phase,      event.entry,         event.exercise,
        event.variant,    event.set,           event.side,
        event.repetition, event.part,          event.length_ms,
        event.cue,        event.window_ms,     event.count,
        event.breath,     event.milestone,     event.reason,
    };
    return write_numbers(list, UH_COUNT(list));
}

/* state, stop_reason, can_undo, phase, entry, entries, exercise, variant, set, sets, side,
 * side_number, side_count, repetition, repetitions, part, breath, breath_progress, guide,
 * guide_fill, eased, phase_length_ms, phase_elapsed_ms, phase_progress, session_elapsed_ms,
 * session_remaining_ms, session_progress, step (4294967295: none), has_next, next_exercise,
 * next_side, next_set. */
UH_DOOR(const double *, uh_door_session_view, double now_ms)
{
    UH_ASSERT(started);
    uh_session_view view = uh_session_look(&session, time_of(now_ms));
    const double list[] = {
        view.state,
        view.stop_reason,
        view.can_undo,
        view.phase,
        view.entry,
        view.entries,
        view.exercise,
        view.variant,
        view.set,
        view.sets,
        view.side,
        view.side_number,
        view.side_count,
        view.repetition,
        view.repetitions,
        view.part,
        view.breath,
        view.breath_progress,
        view.guide,
        view.guide_fill,
        view.eased,
        view.phase_length_ms,
        view.phase_elapsed_ms,
        view.phase_progress,
        (double)view.session_elapsed_ms,
        (double)view.session_remaining_ms,
        view.session_progress,
        view.step,
        view.has_next,
        view.next_exercise,
        view.next_side,
        view.next_set,
    };
    _Static_assert(sizeof(list) <= sizeof(numbers), "a view fits");
    return write_numbers(list, UH_COUNT(list));
}

/* -- the figure: a draw list that JavaScript reads where it lies -- */

static uh_motion motion;
static uh_drawing drawing;

/* A figure that stands; then it follows the session. Again for each session. */
UH_DOOR(void, uh_door_figure_start, double stature_m)
{
    UH_ASSERT(catalogue.image && stature_m >= 1.0 && stature_m <= 2.5);
    uh_motion_start(&catalogue, stature_m, &motion);
}

void uh_door_draw(const uh_motion_frame *frame, double aspect, bool inset)
{
    UH_ASSERT(aspect >= 0.1 && aspect <= 10.0);
    const uh_scene scene = uh_motion_scene(frame, inset, aspect);
    uh_figure_draw(&scene, &drawing);
}

/* Draws what the session shows now, into a picture of `aspect` (width by height). 1: there is a
 * second view as well, which uh_door_figure_inset() draws over the first. */
UH_DOOR(uint32_t, uh_door_figure_follow, double now_ms, double aspect)
{
    UH_ASSERT(started && motion.catalogue);
    const uh_motion_frame *frame = uh_motion_follow(&motion, &session, time_of(now_ms));
    uh_door_draw(frame, aspect, false);
    return frame->has_inset;
}

UH_DOOR(void, uh_door_figure_inset, double aspect)
{
    uh_door_draw(&motion.frame, aspect, true);
}

UH_DOOR(uint32_t, uh_door_shape_count, void)
{
    return drawing.shape_count;
}

UH_DOOR(uint32_t, uh_door_contour_count, void)
{
    return drawing.contour_count;
}

UH_DOOR(uint32_t, uh_door_point_count, void)
{
    return drawing.point_count;
}

/* Shapes are 48 bytes: the numbers kind, tone, first_contour, contour_count, outline_tone (uint32),
 * then, from byte 24, outline, width, dash (double). Contours are first_point and point_count
 * (uint32) and rim (a byte), 12 bytes. Points are two doubles. Valid until the next drawing. */
UH_DOOR(const uh_shape *, uh_door_shapes, void)
{
    _Static_assert(sizeof(uh_shape) == 48 && offsetof(uh_shape, outline) == 24, "as described");
    return drawing.shape;
}

UH_DOOR(const uh_contour *, uh_door_contours, void)
{
    _Static_assert(sizeof(uh_contour) == 12, "as described");
    return drawing.contour;
}

UH_DOOR(const uh_point2 *, uh_door_points, void)
{
    return drawing.point;
}

/* 0xRRGGBBAA */
static uint32_t colour_number(uh_colour colour)
{
    return (uint32_t)colour.red << 24 | (uint32_t)colour.green << 16 | (uint32_t)colour.blue << 8 |
           colour.alpha;
}

UH_DOOR(uint32_t, uh_door_tone_colour, uint32_t palette, uint32_t tone)
{
    UH_ASSERT(palette < UH_PALETTE_COUNT && tone < UH_TONE_COUNT);
    return colour_number(uh_palette_colour((uh_palette)palette, (uh_tone)tone));
}

UH_DOOR(uint32_t, uh_door_page_colour, uint32_t palette)
{
    UH_ASSERT(palette < UH_PALETTE_COUNT);
    return colour_number(uh_palette_page((uh_palette)palette));
}

/* -- words: what an event says -- */

/* What the event that was taken says within its window; "" for nothing. */
UH_DOOR(const char *, uh_door_event_text, void)
{
    UH_ASSERT(started);
    (void)uh_cue_fitting_text(uh_door_the_language(), &catalogue, &routine, &event, text_out,
                              sizeof(text_out));
    return text_out;
}

/* -- what the other parts of the door share -- */

static uh_history history;
static uh_plan plan;

const uh_catalogue *uh_door_the_catalogue(void)
{
    return catalogue.image ? &catalogue : NULL;
}

const char *uh_door_the_text(void)
{
    text_in[sizeof(text_in) - 1] = 0;
    return text_in;
}

uh_person *uh_door_the_person(void)
{
    return &person;
}

uh_screening *uh_door_the_screening(void)
{
    return &screening;
}

uh_day *uh_door_the_day(void)
{
    return &day;
}

uh_routine *uh_door_the_routine(void)
{
    return &routine;
}

uh_verdict *uh_door_the_verdict(void)
{
    return &verdict;
}

const uh_drawing *uh_door_the_drawing(void)
{
    return &drawing;
}

uh_history *uh_door_the_history(void)
{
    return &history;
}

uh_plan *uh_door_the_plan(void)
{
    return &plan;
}

uh_session *uh_door_the_session(void)
{
    return started ? &session : NULL;
}

uh_session *uh_door_open_session(void)
{
    started = true;
    return &session;
}
