/* SPDX-License-Identifier: MIT */
/* told_screen.c: the pages of a session for a page that is looked at: the terminal's words, without
 * its rows and columns. */
#include "unhunch/told.h"

#include "present/screen_page.h"

static void say(uh_json *json, const char *key, const uh_screen *screen, uh_phrase phrase)
{
    char words[SCREEN_TEXT_SIZE];
    uh_json_text(json, key, uh_screen_say_this(screen, &phrase, words));
}

static void place(uh_json *json, const uh_screen *screen)
{
    const uh_exercise *exercise = uh_screen_exercise(screen);
    char words[SCREEN_TEXT_SIZE];
    uh_json_text(json, "name", uh_screen_read(screen, exercise->name, words));
    uh_json_text(json, "side",
                 uh_screen_read(screen, uh_screen_side(exercise, screen->view.side), words));
    uh_json_text(json, "phase", uh_screen_phase(screen, words));
    uh_json_text(json, "countdown",
                 screen->view.phase == UH_PHASE_DONE ? "" : uh_screen_countdown(screen, words));
    uh_json_text(json, "step", uh_screen_step(screen, SCREEN_FULL, words));
}

static void counts(uh_json *json, const uh_screen *screen)
{
    const uh_session_view *view = &screen->view;
    if (view->repetitions > 1 && view->repetition > 0) {
        say(json, "repetition", screen,
            uh_say2(UH_MSG_SCREEN_REPETITION, uh_number(view->repetition),
                    uh_number(view->repetitions)));
    } else {
        uh_json_null(json, "repetition");
    }
    if (view->sets > 1 && view->phase != UH_PHASE_NEXT_STRETCH) {
        say(json, "set", screen,
            uh_say2(UH_MSG_SCREEN_SET, uh_number(view->set), uh_number(view->sets)));
    } else {
        uh_json_null(json, "set");
    }
    if (view->eased) {
        say(json, "eased", screen, uh_say(UH_MSG_SCREEN_EASED));
    } else {
        uh_json_null(json, "eased");
    }
}

static void next(uh_json *json, const uh_screen *screen)
{
    const uh_phase phase = screen->view.phase;
    if (phase == UH_PHASE_DONE || phase == UH_PHASE_WAY_OUT || phase == UH_PHASE_NEXT_STRETCH) {
        uh_json_null(json, "next");
    } else {
        say(json, "next", screen,
            screen->view.has_next ? uh_screen_next(screen) : uh_say(UH_MSG_SCREEN_NEXT_NOTHING));
    }
}

static void breath(uh_json *json, const uh_screen *screen)
{
    const uh_session_view *view = &screen->view;
    if (view->guide == UH_BREATH_FREE || view->state == UH_SESSION_PAUSED) {
        uh_json_null(json, "breath");
    } else {
        say(json, "breath", screen,
            uh_say(view->guide == UH_BREATH_IN ? UH_MSG_SCREEN_BREATHE_IN
                                               : UH_MSG_SCREEN_BREATHE_OUT));
    }
}

void uh_tell_session(uh_json *json, const uh_screen *screen)
{
    uh_json_object(json, NULL);
    place(json, screen);
    counts(json, screen);
    next(json, screen);
    say(json, "left", screen, uh_screen_left(screen));
    say(json, "title", screen, uh_screen_title(screen));
    breath(json, screen);
    uh_json_end_object(json);
}

static const char *role_name(uh_role role)
{
    static const char *const names[UH_ROLE_COUNT] = {
        [UH_ROLE_DIM] = "dim",   [UH_ROLE_STRONG] = "strong", [UH_ROLE_ACCENT] = "accent",
        [UH_ROLE_WARN] = "warn", [UH_ROLE_STOP] = "stop",
    };
    return names[role] != NULL ? names[role] : "text";
}

static void write_paragraph(uh_json *json, const uh_paragraph *paragraph, const char *role)
{
    static const char *const kinds[] = {
        [UH_PARAGRAPH_TITLE] = "title", [UH_PARAGRAPH_HEADING] = "heading",
        [UH_PARAGRAPH_TEXT] = "text",   [UH_PARAGRAPH_POINT] = "point",
        [UH_PARAGRAPH_KEY] = "key",     [UH_PARAGRAPH_GAP] = "gap",
        [UH_PARAGRAPH_FOLD] = "fold",
    };
    uh_json_object(json, NULL);
    uh_json_text(json, "kind", kinds[paragraph->kind]);
    if (role != NULL) {
        uh_json_text(json, "role", role);
    }
    uh_json_text(json, "mark", paragraph->mark);
    uh_json_text(json, "text", paragraph->text);
    uh_json_end_object(json);
}

static void take(void *to, const uh_paragraph *paragraph)
{
    write_paragraph(to, paragraph, role_name(paragraph->role));
}

static void take_plain(void *to, const uh_paragraph *paragraph)
{
    write_paragraph(to, paragraph, NULL);
}

/* One page and no table of them: those that only a terminal has are left out of the module. */
static void tell(const screen_writer *writer, const char *key,
                 void (*page)(const screen_writer *writer))
{
    uh_json_list(writer->to, key);
    page(writer);
    uh_json_end_list(writer->to);
}

void uh_tell_stopped(uh_json *json, const uh_screen *screen)
{
    tell(&(screen_writer){screen, take, json}, NULL, uh_page_stopped);
}

void uh_tell_call(uh_json *json, const uh_screen *screen)
{
    tell(&(screen_writer){screen, take, json}, NULL, uh_page_call);
}

void uh_tell_card(uh_json *json, const char *key, const uh_screen *screen)
{
    tell(&(screen_writer){screen, take_plain, json}, key, uh_page_card_top);
}

void uh_tell_outcome(uh_json *json, const char *key, const uh_screen *screen)
{
    tell(&(screen_writer){screen, take_plain, json}, key, uh_page_outcome);
}
