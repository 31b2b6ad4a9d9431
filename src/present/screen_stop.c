/* SPDX-License-Identifier: MIT */
/* screen_stop.c: what to do now after a stop, in the next hour, and how to come back. */
#include "present/screen_page.h"

typedef struct stop_words {
    uh_message title, now, hour;
    uh_message emergency; /* UH_MESSAGE_COUNT: none */
    uh_message later;
} stop_words;

static const stop_words stops[] = {
    [UH_STOP_NONE] = {UH_MSG_STOP_TITLE_OTHER, UH_MSG_STOP_NOW_OTHER, UH_MSG_STOP_HOUR_OTHER,
                      UH_MESSAGE_COUNT, UH_MSG_STOP_LATER_OTHER},
    [UH_STOP_PAIN] = {UH_MSG_STOP_TITLE_PAIN, UH_MSG_STOP_NOW_PAIN, UH_MSG_STOP_HOUR_PAIN,
                      UH_MSG_STOP_EMERGENCY_PAIN, UH_MSG_STOP_LATER_PAIN},
    [UH_STOP_NERVE] = {UH_MSG_STOP_TITLE_NERVE, UH_MSG_STOP_NOW_NERVE, UH_MSG_STOP_HOUR_NERVE,
                       UH_MSG_STOP_EMERGENCY_NERVE, UH_MSG_STOP_LATER_NERVE},
    [UH_STOP_DIZZY] = {UH_MSG_STOP_TITLE_DIZZY, UH_MSG_STOP_NOW_DIZZY, UH_MSG_STOP_HOUR_DIZZY,
                       UH_MSG_STOP_EMERGENCY_DIZZY, UH_MSG_STOP_LATER_DIZZY},
    [UH_STOP_OTHER] = {UH_MSG_STOP_TITLE_OTHER, UH_MSG_STOP_NOW_OTHER, UH_MSG_STOP_HOUR_OTHER,
                       UH_MESSAGE_COUNT, UH_MSG_STOP_LATER_OTHER},
};

/* Past the middle of a way in, where it leads to is nearer. */
static uh_place place_of_body(const uh_screen *screen)
{
    const uh_session_view *view = &screen->view;
    return view->phase == UH_PHASE_WAY_IN && view->phase_progress >= 0.5
               ? uh_variant_place(uh_exercise_variant(screen->catalogue, uh_screen_exercise(screen),
                                                      view->variant))
               : view->place;
}

/* After a stop on the floor the way up is told too; who is dizzy stays down. */
static void write_way_up(const screen_writer *writer)
{
    const uh_screen *screen = writer->screen;
    const uh_session_view *view = &screen->view;
    const uh_place place = place_of_body(screen);
    if (place == UH_PLACE_STANDING || place == UH_PLACE_CHAIR ||
        view->stop_reason == UH_STOP_DIZZY) {
        return;
    }
    char way[SCREEN_TEXT_SIZE];
    (void)uh_screen_say(screen, uh_say(uh_place_way_out(place)), way);
    uh_page_paragraph(writer, uh_say1(UH_MSG_STOP_UP, uh_literal(way)));
}

void uh_page_stopped(const screen_writer *writer)
{
    const stop_words *words = &stops[writer->screen->view.stop_reason];
    const bool grave = words->emergency != UH_MESSAGE_COUNT;
    uh_page_title(writer, uh_say(words->title), grave ? UH_ROLE_STOP : UH_ROLE_STRONG);
    uh_page_heading(writer, UH_MSG_STOP_NOW);
    uh_page_paragraph(writer, uh_say(words->now));
    write_way_up(writer);
    uh_page_gap(writer);
    uh_page_heading(writer, UH_MSG_STOP_HOUR);
    uh_page_paragraph(writer, uh_say(words->hour));
    uh_page_gap(writer);
    if (grave) {
        uh_page_say(writer, UH_PARAGRAPH_HEADING, UH_ROLE_STOP, uh_say(UH_MSG_STOP_EMERGENCY));
        uh_page_paragraph(writer, uh_say(words->emergency));
        uh_page_gap(writer);
    }
    uh_page_heading(writer, UH_MSG_STOP_LATER);
    const char *aside = writer->screen->set_aside;
    uh_page_paragraph(writer, aside == NULL
                                  ? uh_say(words->later)
                                  : uh_say1(UH_PROGRAM_OR_PAGE(UH_MSG_STOP_LATER_ASIDE,
                                                               UH_MSG_PAGE_STOP_LATER_ASIDE),
                                            uh_literal(aside)));
    if (writer->screen->undo_left_ms > 0) {
        uh_page_gap(writer);
        const uint32_t left = (writer->screen->undo_left_ms + 999) / 1000;
        uh_page_paragraph(writer, uh_say2(UH_MSG_STOP_UNDO, uh_literal("u"), uh_number(left)));
    }
}
