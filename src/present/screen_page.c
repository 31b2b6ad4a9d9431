/* SPDX-License-Identifier: MIT */
#include "present/screen_page.h"

void uh_page_give(const screen_writer *writer, uh_paragraph paragraph)
{
    writer->take(writer->to, &paragraph);
}

void uh_page_gap(const screen_writer *writer)
{
    uh_page_give(writer, (uh_paragraph){UH_PARAGRAPH_GAP, UH_ROLE_TEXT, "", ""});
}

void uh_page_say_this(const screen_writer *writer, uh_paragraph_kind kind, uh_role role,
                      const uh_phrase *phrase)
{
    char text[SCREEN_TEXT_SIZE];
    uh_page_give(writer,
                 (uh_paragraph){kind, role, "", uh_screen_say_this(writer->screen, phrase, text)});
}

void uh_page_title_this(const screen_writer *writer, const uh_phrase *phrase, uh_role role)
{
    uh_page_say_this(writer, UH_PARAGRAPH_TITLE, role, phrase);
    uh_page_gap(writer);
}

void uh_page_heading(const screen_writer *writer, uh_message message)
{
    uh_page_say(writer, UH_PARAGRAPH_HEADING, UH_ROLE_ACCENT, uh_say(message));
}

void uh_page_paragraph_this(const screen_writer *writer, const uh_phrase *phrase)
{
    uh_page_say_this(writer, UH_PARAGRAPH_TEXT, UH_ROLE_TEXT, phrase);
}

void uh_page_key(const screen_writer *writer, const char *name, uh_message does)
{
    char words[SCREEN_TEXT_SIZE];
    uh_page_give(writer, (uh_paragraph){UH_PARAGRAPH_KEY, UH_ROLE_TEXT, name,
                                        uh_screen_say(writer->screen, uh_say(does), words)});
}

void uh_page_point(const screen_writer *writer, uh_text words, uh_role role)
{
    char line[SCREEN_TEXT_SIZE];
    uh_page_give(writer, (uh_paragraph){UH_PARAGRAPH_POINT, role, "-",
                                        uh_screen_read(writer->screen, words, line)});
}
