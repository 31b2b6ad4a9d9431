/* SPDX-License-Identifier: MIT */
/* plain.c: a session as lines, for ears that a screen reader serves. What is done is said; seconds
 * are not counted down, because each line interrupts the one before it. */
#include <string.h>

#include "unhunch/own.h"
#include "unhunch/screen.h"

enum { CUE_SIZE = 1024 };

/* A stop is read in full however long it takes. */
static size_t line_text(const uh_language *language, const uh_catalogue *catalogue,
                        const uh_routine *routine, const uh_session_event *event, char *out)
{
    if (event->kind == UH_EVENT_COUNT_DOWN || event->kind == UH_EVENT_BREATH) {
        return 0;
    }
    if (event->kind == UH_EVENT_CUE && event->cue == UH_CUE_STOPPED) {
        return uh_cue_text(language, catalogue, routine, event, UH_CUE_LONG, out, CUE_SIZE);
    }
    return uh_cue_fitting_text(language, catalogue, routine, event, out, CUE_SIZE);
}

/* The first that is said of a stretch; going back to it is none. */
static bool is_announcement(const uh_session_event *event)
{
    return event->kind == UH_EVENT_CUE &&
           (event->cue == UH_CUE_NEXT || (event->entry == 0 && event->session_ms == 0));
}

/* Who answers for a stretch is told with its name. */
static void add_therapist(const uh_language *language, const uh_catalogue *catalogue,
                          const uh_session_event *event, char *cue)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, event->exercise);
    const size_t length = strlen(cue);
    if (is_announcement(event) && uh_exercise_has_therapist(exercise) && length + 1 < CUE_SIZE) {
        const uh_phrase who = uh_therapist_phrase(exercise);
        cue[length] = ' ';
        (void)uh_words(language, catalogue, &who, cue + length + 1, CUE_SIZE - length - 1);
    }
}

size_t uh_plain_line(const uh_language *language, const uh_catalogue *catalogue,
                     const uh_routine *routine, const uh_session_event *event, char *out,
                     size_t capacity)
{
    char cue[CUE_SIZE];
    if (line_text(language, catalogue, routine, event, cue) == 0) {
        return 0;
    }
    add_therapist(language, catalogue, event, cue);
    const uh_phrase line =
        uh_say2(UH_MSG_PLAIN_LINE, uh_duration((int64_t)event->session_ms), uh_literal(cue));
    return uh_words(language, catalogue, &line, out, capacity);
}
