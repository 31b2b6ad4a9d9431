/* SPDX-License-Identifier: MIT */
/* screen_text.c: the pages that are read in a terminal: before the start, keys, why; and which page
 * is which. */
#include "present/screen_page.h"

#include <string.h>

#include "unhunch/motion.h"
#include "unhunch/own.h"

/* -- before the start -- */

static const char *needs_of(const uh_screen *screen, char out[SCREEN_TEXT_SIZE])
{
    const uint32_t needs = uh_routine_equipment(screen->catalogue, screen->routine);
    char things[SCREEN_TEXT_SIZE];
    const size_t length = uh_equipment_words(screen->language, needs, things, sizeof things);
    return uh_screen_say(screen,
                         length == 0 ? uh_say(UH_MSG_INTRO_NEED_NOTHING)
                                     : uh_say1(UH_MSG_INTRO_NEED, uh_literal(things)),
                         out);
}

static void write_needs(const screen_writer *writer)
{
    char needs[SCREEN_TEXT_SIZE];
    uh_page_give(writer, (uh_paragraph){UH_PARAGRAPH_TEXT, UH_ROLE_TEXT, "",
                                        needs_of(writer->screen, needs)});
}

/* Was this said for an earlier stretch of the routine? */
static bool said_before(const uh_screen *screen, uint32_t entry, const char *words)
{
    for (uint32_t i = 0; i < entry; i++) {
        const uh_exercise *exercise =
            uh_catalogue_exercise(screen->catalogue, screen->routine->entries[i].exercise);
        for (uint32_t j = 0; j < exercise->take_off.count; j++) {
            const uh_text other = uh_catalogue_list_text(screen->catalogue, exercise->take_off, j);
            if (strcmp(uh_catalogue_text(screen->catalogue, other), words) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* Each thing once, with the first stretch that asks for it. */
static void write_take_off(const screen_writer *writer)
{
    const uh_screen *screen = writer->screen;
    for (uint32_t i = 0; i < screen->routine->count; i++) {
        const uh_exercise *exercise =
            uh_catalogue_exercise(screen->catalogue, screen->routine->entries[i].exercise);
        for (uint32_t j = 0; j < exercise->take_off.count; j++) {
            const uh_text what = uh_catalogue_list_text(screen->catalogue, exercise->take_off, j);
            if (!said_before(screen, i, uh_catalogue_text(screen->catalogue, what))) {
                uh_page_point(writer, what, UH_ROLE_TEXT);
            }
        }
    }
}

/* What the gate took out, and why. */
static void write_left_out(const screen_writer *writer)
{
    for (uint32_t i = 0; i < writer->screen->left_out_count; i++) {
        char reason[SCREEN_TEXT_SIZE];
        (void)uh_screen_say(writer->screen, writer->screen->left_out[i], reason);
        uh_page_paragraph(writer, uh_say1(UH_MSG_STRETCH_LEFT_OUT, uh_literal(reason)));
    }
}

/* One stretch alone is named by the title. */
static void write_stretches(const screen_writer *writer)
{
    const uh_screen *screen = writer->screen;
    if (screen->routine->count == 1) {
        return;
    }
    for (uint32_t i = 0; i < screen->routine->count; i++) {
        const uh_routine_entry *entry = &screen->routine->entries[i];
        const uh_exercise *exercise = uh_catalogue_exercise(screen->catalogue, entry->exercise);
        uh_page_point(writer, exercise->name, UH_ROLE_TEXT);
    }
    uh_page_gap(writer);
}

/* Of which stretch it is said; the title names one that is alone. */
static void remark(const screen_writer *writer, const uh_exercise *exercise, uh_phrase phrase)
{
    char words[SCREEN_TEXT_SIZE];
    if (writer->screen->routine->count == 1) {
        uh_page_paragraph(writer, phrase);
        return;
    }
    (void)uh_screen_say(writer->screen, phrase, words);
    uh_page_paragraph(
        writer, uh_say2(UH_MSG_INTRO_OF, uh_catalogue_argument(exercise->name), uh_literal(words)));
}

/* Did this form come before? */
static bool is_repeated(const uh_routine *routine, uint32_t entry)
{
    for (uint32_t i = 0; i < entry; i++) {
        if (routine->entries[i].exercise == routine->entries[entry].exercise &&
            routine->entries[i].variant == routine->entries[entry].variant) {
            return true;
        }
    }
    return false;
}

/* Who answers for a stretch of one's own, and that nothing will be seen of it. */
static void write_remarks(const screen_writer *writer)
{
    const uh_screen *screen = writer->screen;
    for (uint32_t i = 0; i < screen->routine->count; i++) {
        const uh_routine_entry *entry = &screen->routine->entries[i];
        const uh_exercise *exercise = uh_catalogue_exercise(screen->catalogue, entry->exercise);
        if (is_repeated(screen->routine, i)) {
            continue;
        }
        if (uh_exercise_has_therapist(exercise)) {
            remark(writer, exercise, uh_therapist_phrase(exercise));
        }
        if (!screen->words_only &&
            !uh_motion_known(screen->catalogue, entry->exercise, entry->variant)) {
            remark(writer, exercise, uh_say(UH_MSG_NO_FIGURE));
        }
    }
}

/* Why these, and what belongs to it. */
static void write_why(const screen_writer *writer)
{
    for (uint32_t i = 0; i < writer->screen->why_count; i++) {
        uh_page_paragraph(writer, writer->screen->why[i]);
    }
    if (writer->screen->why_count > 0) {
        uh_page_gap(writer);
    }
}

static void write_intro(const screen_writer *writer)
{
    const uh_screen *screen = writer->screen;
    char name[SCREEN_TEXT_SIZE];
    (void)uh_screen_say(screen, screen->title, name);
    uh_page_title(
        writer,
        uh_say2(UH_MSG_INTRO_TAKES, uh_literal(name), uh_duration((int64_t)screen->total_ms)),
        UH_ROLE_STRONG);
    write_why(writer);
    write_stretches(writer);
    write_needs(writer);
    write_take_off(writer);
    write_remarks(writer);
    write_left_out(writer);
    if (writer->screen->has_keys) {
        uh_page_gap(writer);
        uh_page_paragraph(writer, uh_say(UH_MSG_INTRO_HANDS));
    }
}

/* -- keys -- */

typedef struct key_row {
    const char *name; /* NULL: the word for the space bar */
    uh_message does;
} key_row;

static void write_help(const screen_writer *writer)
{
    static const key_row rows[] = {
        {NULL, UH_MSG_HELP_PAUSE}, {"s", UH_MSG_HELP_STOP}, {"e", UH_MSG_HELP_EASE},
        {"r", UH_MSG_HELP_READY},  {"k", UH_MSG_HELP_SKIP}, {"b", UH_MSG_HELP_BACK},
        {"a", UH_MSG_HELP_AGAIN},  {"+", UH_MSG_HELP_MORE}, {"-", UH_MSG_HELP_LESS},
        {"q", UH_MSG_HELP_END},    {"?", UH_MSG_HELP_HELP},
    };
    uh_page_title(writer, uh_say(UH_MSG_HELP_TITLE), UH_ROLE_STRONG);
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        char space[SCREEN_TEXT_SIZE];
        const char *name = rows[i].name;
        if (name == NULL) {
            name = uh_screen_say(writer->screen, uh_say(UH_MSG_KEY_NAME_SPACE), space);
        }
        uh_page_key(writer, name, rows[i].does);
    }
}

static void write_choice(const screen_writer *writer, uh_message question, uh_message first)
{
    static const char *const digits[] = {"1", "2", "3", "4"};
    uh_page_title(writer, uh_say(question), UH_ROLE_STRONG);
    for (size_t i = 0; i < UH_COUNT(digits); i++) {
        uh_page_key(writer, digits[i], (uh_message)(first + (uh_message)i));
    }
    uh_page_gap(writer);
    char escape[SCREEN_TEXT_SIZE];
    uh_page_key(writer, uh_screen_say(writer->screen, uh_say(UH_MSG_KEY_NAME_ESCAPE), escape),
                UH_MSG_WHY_ESCAPE);
}

static void write_why_stop(const screen_writer *writer)
{
    write_choice(writer, UH_MSG_WHY_STOP, UH_MSG_WHY_STOP_PAIN);
}

static void write_why_skip(const screen_writer *writer)
{
    write_choice(writer, UH_MSG_WHY_SKIP, UH_MSG_WHY_SKIP_NOT_NOW);
}

void uh_screen_text(const uh_screen *screen, void (*take)(void *to, const uh_paragraph *paragraph),
                    void *to)
{
    static void (*const pages[UH_SCREEN_PAGE_COUNT])(const screen_writer *) = {
        [UH_SCREEN_CARD] = uh_page_card,
        [UH_SCREEN_OUTCOME] = uh_page_outcome,
        [UH_SCREEN_INTRO] = write_intro,
        [UH_SCREEN_HELP] = write_help,
        [UH_SCREEN_WHY_STOP] = write_why_stop,
        [UH_SCREEN_WHY_SKIP] = write_why_skip,
        [UH_SCREEN_STOPPED] = uh_page_stopped,
        [UH_SCREEN_FINISHED] = uh_page_finished,
        [UH_SCREEN_RATE_PAIN] = uh_page_rate_pain,
        [UH_SCREEN_RATE_STIFFNESS] = uh_page_rate_stiffness,
        [UH_SCREEN_REST_TODAY] = uh_page_rest_today,
        [UH_SCREEN_CALL] = uh_page_call,
    };
    UH_ASSERT(screen->page < UH_SCREEN_PAGE_COUNT && pages[screen->page] != NULL);
    const screen_writer writer = {screen, take, to};
    pages[screen->page](&writer);
}

void uh_screen_row(const uh_screen *screen, uint32_t row,
                   void (*take)(void *to, const uh_paragraph *paragraph), void *to)
{
    UH_ASSERT(screen->page == UH_SCREEN_CARD && row < screen->screener->count);
    const screen_writer writer = {screen, take, to};
    uh_page_card_row(&writer, row);
}
