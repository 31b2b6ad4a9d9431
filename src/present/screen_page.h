/* SPDX-License-Identifier: MIT */
/* screen_page.h: how a page that is read is written, paragraph by paragraph. */
#ifndef UNHUNCH_PRESENT_SCREEN_PAGE_H
#define UNHUNCH_PRESENT_SCREEN_PAGE_H

#include "present/screen.h"

typedef struct screen_writer {
    const uh_screen *screen;
    void (*take)(void *to, const uh_paragraph *paragraph);
    void *to;
} screen_writer;

void uh_page_give(const screen_writer *writer, uh_paragraph paragraph);
void uh_page_gap(const screen_writer *writer);
void uh_page_say_this(const screen_writer *writer, uh_paragraph_kind kind, uh_role role,
                      const uh_phrase *phrase);
void uh_page_title_this(const screen_writer *writer, const uh_phrase *phrase,
                        uh_role role); /* and a gap */
void uh_page_heading(const screen_writer *writer, uh_message message);
void uh_page_paragraph_this(const screen_writer *writer, const uh_phrase *phrase);

static inline void uh_page_say(const screen_writer *writer, uh_paragraph_kind kind, uh_role role,
                               uh_phrase phrase)
{
    uh_page_say_this(writer, kind, role, &phrase);
}

static inline void uh_page_title(const screen_writer *writer, uh_phrase phrase, uh_role role)
{
    uh_page_title_this(writer, &phrase, role);
}

static inline void uh_page_paragraph(const screen_writer *writer, uh_phrase phrase)
{
    uh_page_paragraph_this(writer, &phrase);
}
void uh_page_key(const screen_writer *writer, const char *name, uh_message does);
void uh_page_point(const screen_writer *writer, uh_text words, uh_role role);

/* screen_stop.c */
void uh_page_stopped(const screen_writer *writer);

/* screen_cards.c */
void uh_page_precautions(const screen_writer *writer);
void uh_page_card_top(const screen_writer *writer); /* all above the rows */
void uh_page_outcome(const screen_writer *writer);
void uh_page_call(const screen_writer *writer);

/* screen_rows.c */
void uh_page_card(const screen_writer *writer);
void uh_page_card_row(const screen_writer *writer, uint32_t row);

/* screen_asks.c */
void uh_page_rate_pain(const screen_writer *writer);
void uh_page_rate_stiffness(const screen_writer *writer);
void uh_page_rest_today(const screen_writer *writer);
void uh_page_finished(const screen_writer *writer);

#endif
