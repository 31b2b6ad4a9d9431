/* SPDX-License-Identifier: MIT */
#include "present/screen.h"

#include <string.h>

const char *uh_screen_say(const uh_screen *screen, uh_phrase phrase, char out[SCREEN_TEXT_SIZE])
{
    (void)uh_words(screen->language, screen->catalogue, &phrase, out, SCREEN_TEXT_SIZE);
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

/* -- keys, the most needed first -- */

#define NAMED(name, does)                                                                          \
    {                                                                                              \
        name, "", does                                                                             \
    }
#define LETTER(letter, does)                                                                       \
    {                                                                                              \
        UH_MESSAGE_COUNT, letter, does                                                             \
    }

static const screen_key running_keys[] = {
    NAMED(UH_MSG_KEY_NAME_SPACE, UH_MSG_KEY_PAUSE),
    LETTER("s", UH_MSG_KEY_STOP),
    LETTER("e", UH_MSG_KEY_EASE),
    LETTER("k", UH_MSG_KEY_SKIP),
    LETTER("b", UH_MSG_KEY_BACK),
    LETTER("q", UH_MSG_KEY_END),
    LETTER("?", UH_MSG_KEY_HELP),
};
static const screen_key waiting_keys[] = {
    LETTER("r", UH_MSG_KEY_READY), NAMED(UH_MSG_KEY_NAME_SPACE, UH_MSG_KEY_PAUSE),
    LETTER("s", UH_MSG_KEY_STOP),  LETTER("k", UH_MSG_KEY_SKIP),
    LETTER("b", UH_MSG_KEY_BACK),  LETTER("q", UH_MSG_KEY_END),
    LETTER("?", UH_MSG_KEY_HELP),
};
static const screen_key paused_keys[] = {
    NAMED(UH_MSG_KEY_NAME_SPACE, UH_MSG_KEY_RESUME),
    LETTER("s", UH_MSG_KEY_STOP),
    LETTER("k", UH_MSG_KEY_SKIP),
    LETTER("b", UH_MSG_KEY_BACK),
    LETTER("q", UH_MSG_KEY_END),
    LETTER("?", UH_MSG_KEY_HELP),
};
static const screen_key precaution_keys[] = {
    LETTER("y", UH_MSG_KEY_ADMIT),
    LETTER("n", UH_MSG_KEY_DECLINE),
};
static const screen_key declined_keys[] = {NAMED(UH_MSG_KEY_NAME_ANY, UH_MSG_KEY_LEAVE)};
static const screen_key intro_keys[] = {
    NAMED(UH_MSG_KEY_NAME_ANY, UH_MSG_KEY_START),
    LETTER("q", UH_MSG_KEY_LEAVE),
};
static const screen_key help_keys[] = {NAMED(UH_MSG_KEY_NAME_ANY, UH_MSG_KEY_RETURN)};
static const screen_key why_keys[] = {NAMED(UH_MSG_KEY_NAME_ESCAPE, UH_MSG_KEY_RETURN)};
static const screen_key stopped_keys[] = {
    NAMED(UH_MSG_KEY_NAME_ENTER, UH_MSG_KEY_FINISH),
    LETTER("u", UH_MSG_KEY_UNDO),
};
static const screen_key finished_keys[] = {NAMED(UH_MSG_KEY_NAME_ENTER, UH_MSG_KEY_LEAVE)};

typedef struct key_line {
    const screen_key *keys;
    uint32_t count;
} key_line;

#define KEYS(row)                                                                                  \
    {                                                                                              \
        row, (uint32_t)UH_COUNT(row)                                                               \
    }

static bool can_go_on_early(uh_phase phase)
{
    return phase == UH_PHASE_NEXT_STRETCH || phase == UH_PHASE_WAY_IN ||
           phase == UH_PHASE_GET_READY || phase == UH_PHASE_SWITCH_SIDE || phase == UH_PHASE_REST ||
           phase == UH_PHASE_WAY_OUT;
}

static key_line keys_of(const uh_screen *screen)
{
    static const key_line by_page[UH_SCREEN_PAGE_COUNT] = {
        [UH_SCREEN_SESSION] = KEYS(running_keys),   [UH_SCREEN_PRECAUTIONS] = KEYS(precaution_keys),
        [UH_SCREEN_DECLINED] = KEYS(declined_keys), [UH_SCREEN_INTRO] = KEYS(intro_keys),
        [UH_SCREEN_HELP] = KEYS(help_keys),         [UH_SCREEN_WHY_STOP] = KEYS(why_keys),
        [UH_SCREEN_WHY_SKIP] = KEYS(why_keys),      [UH_SCREEN_STOPPED] = KEYS(stopped_keys),
        [UH_SCREEN_FINISHED] = KEYS(finished_keys),
    };
    static const key_line waiting = KEYS(waiting_keys);
    static const key_line paused = KEYS(paused_keys);
    if (screen->page == UH_SCREEN_SESSION && screen->view.state == UH_SESSION_PAUSED) {
        return paused;
    }
    if (screen->page == UH_SCREEN_SESSION && can_go_on_early(screen->view.phase)) {
        return waiting;
    }
    key_line line = by_page[screen->page];
    if (screen->page == UH_SCREEN_STOPPED && screen->undo_left_ms == 0) {
        line.count = 1;
    }
    return line;
}

static const char *key_name(const uh_screen *screen, const screen_key *key,
                            char out[SCREEN_TEXT_SIZE])
{
    if (key->name == UH_MESSAGE_COUNT) {
        return key->letter;
    }
    return uh_screen_say(screen, uh_say(key->name), out);
}

/* Where only the names fit, they still stand there: the hand knows the way. */
void uh_screen_keys(const uh_screen *screen, uh_grid *grid, uh_area area)
{
    const key_line line = keys_of(screen);
    int32_t x = area.x;
    for (uint32_t i = 0; i < line.count; i++) {
        char name[SCREEN_TEXT_SIZE], does[SCREEN_TEXT_SIZE];
        (void)uh_screen_say(screen, uh_say(line.keys[i].does), does);
        const char *key = key_name(screen, &line.keys[i], name);
        const int32_t width = uh_grid_columns(key) + 1 + uh_grid_columns(does);
        if (x + width > area.x + area.width) {
            break;
        }
        x += uh_grid_text(grid, x, area.y, area.width, key, UH_ROLE_KEY) + 1;
        x += uh_grid_text(grid, x, area.y, area.width, does, UH_ROLE_DIM) + 3;
    }
}

void uh_screen_note(const uh_screen *screen, uh_grid *grid, uh_area area)
{
    if (screen->has_note) {
        char note[SCREEN_TEXT_SIZE];
        (void)uh_grid_text(grid, area.x, area.y, area.width,
                           uh_screen_say(screen, screen->note, note), UH_ROLE_WARN);
    }
}

/* -- pages of text -- */

typedef struct text_page {
    uh_grid *grid;
    uh_area area;
    int32_t scroll;
    int32_t line; /* from the top of the text */
} text_page;

/* The column at which the text of a paragraph begins, after its mark. */
static int32_t indent_of(const uh_paragraph *paragraph)
{
    if (paragraph->kind == UH_PARAGRAPH_POINT) {
        return 2;
    }
    return paragraph->kind == UH_PARAGRAPH_KEY ? 8 : 0;
}

static void draw_paragraph(void *to, const uh_paragraph *paragraph)
{
    text_page *page = to;
    if (paragraph->kind == UH_PARAGRAPH_GAP) {
        page->line++;
        return;
    }
    int32_t indent = indent_of(paragraph);
    if (indent * 3 > page->area.width) {
        indent = 2;
    }
    const int32_t row = page->line - page->scroll;
    uh_area area = page->area;
    area.x += indent;
    area.width -= indent;
    if (area.width < 1) {
        return;
    }
    if (row >= 0 && row < page->area.height) {
        (void)uh_grid_text(page->grid, page->area.x, page->area.y + row, indent, paragraph->mark,
                           UH_ROLE_KEY);
    }
    const int32_t skipped = row < 0 ? -row : 0;
    area.y += row > 0 ? row : 0;
    area.height -= row > 0 ? row : 0;
    page->line += uh_grid_paragraph(page->grid, area, skipped, paragraph->text, paragraph->role);
}

/* The widest column that is still read with ease. */
enum { READING_WIDTH = 88 };

static uh_area reading_area(const uh_grid *grid)
{
    const int32_t margin = grid->width >= 40 ? 2 : 0;
    uh_area area = {margin, grid->height >= 12 ? 1 : 0, grid->width - 2 * margin, 0};
    if (area.width > READING_WIDTH) {
        area.width = READING_WIDTH;
    }
    const int32_t keys = grid->height >= 10 ? 2 : 1;
    area.height = grid->height - area.y - keys;
    return area;
}

static void draw_scroll_marks(const uh_screen *screen, uh_grid *grid, uh_area area, int32_t beyond)
{
    const int32_t x = area.x + area.width;
    if (screen->scroll > 0) {
        uh_grid_put(grid, x, area.y, 0x2191, UH_ROLE_KEY);
    }
    if (screen->scroll < beyond) {
        char more[SCREEN_TEXT_SIZE];
        const int32_t y = grid->height - 1;
        (void)uh_screen_say(screen, uh_say(UH_MSG_KEY_SCROLL), more);
        const int32_t width = uh_grid_columns(more) + 2;
        uh_grid_put(grid, grid->width - width - 1, y, 0x2193, UH_ROLE_KEY);
        (void)uh_grid_text(grid, grid->width - width + 1, y, width, more, UH_ROLE_DIM);
    }
}

static int32_t draw_text_page(const uh_screen *screen, uh_grid *grid)
{
    const uh_area area = reading_area(grid);
    if (area.height < 1 || area.width < 1) {
        return 0;
    }
    text_page page = {grid, area, screen->scroll, 0};
    uh_screen_text(screen, draw_paragraph, &page);
    const int32_t beyond = page.line > area.height ? page.line - area.height : 0;
    const uh_area bottom = {area.x, grid->height - 1, grid->width - area.x, 1};
    uh_screen_keys(screen, grid, bottom);
    draw_scroll_marks(screen, grid, area, beyond);
    return beyond;
}

int32_t uh_screen_draw(const uh_screen *screen, uh_grid *grid)
{
    uh_grid_clear(grid);
    if (screen->page == UH_SCREEN_SESSION) {
        uh_screen_session(screen, grid);
        return 0;
    }
    return draw_text_page(screen, grid);
}
