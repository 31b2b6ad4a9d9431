/* SPDX-License-Identifier: MIT */
#include "present/screen.h"

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
static const screen_key card_keys[] = {
    NAMED(UH_MSG_KEY_NAME_ENTER, UH_MSG_KEY_NONE),
    LETTER("1-9", UH_MSG_KEY_TICK),
    LETTER("q", UH_MSG_KEY_LEAVE),
    LETTER("b", UH_MSG_KEY_BACK),
};
static const screen_key ticked_keys[] = {
    NAMED(UH_MSG_KEY_NAME_ENTER, UH_MSG_KEY_AS_TICKED),
    LETTER("1-9", UH_MSG_KEY_TICK),
    LETTER("n", UH_MSG_KEY_NONE),
    LETTER("q", UH_MSG_KEY_LEAVE),
    LETTER("b", UH_MSG_KEY_BACK),
};
static const screen_key before_keys[] = {
    NAMED(UH_MSG_KEY_NAME_ENTER, UH_MSG_KEY_NOTHING_NEW),
    LETTER("1-9", UH_MSG_KEY_TICK),
    LETTER("q", UH_MSG_KEY_LEAVE),
    LETTER("b", UH_MSG_KEY_BACK),
};
static const screen_key unread_keys[] = {
    NAMED(UH_MSG_KEY_NAME_ENTER, UH_MSG_KEY_READ_ON),
    LETTER("1-9", UH_MSG_KEY_TICK),
    LETTER("q", UH_MSG_KEY_LEAVE),
};
static const screen_key outcome_keys[] = {
    NAMED(UH_MSG_KEY_NAME_ENTER, UH_MSG_KEY_LEAVE),
    LETTER("b", UH_MSG_KEY_WRONG_TICK),
};
static const screen_key outcome_start_keys[] = {
    NAMED(UH_MSG_KEY_NAME_ENTER, UH_MSG_KEY_START),
    LETTER("b", UH_MSG_KEY_WRONG_TICK),
    LETTER("q", UH_MSG_KEY_LEAVE),
};
static const screen_key farewell_keys[] = {NAMED(UH_MSG_KEY_NAME_ANY, UH_MSG_KEY_LEAVE)};
static const screen_key call_keys[] = {
    NAMED(UH_MSG_KEY_NAME_ENTER, UH_MSG_KEY_LEAVE),
    LETTER("b", UH_MSG_KEY_BACK),
};
static const screen_key intro_keys[] = {
    NAMED(UH_MSG_KEY_NAME_ANY, UH_MSG_KEY_START),
    LETTER("q", UH_MSG_KEY_LEAVE),
};
static const screen_key help_keys[] = {
    LETTER("s", UH_MSG_KEY_STOP),
    NAMED(UH_MSG_KEY_NAME_ANY, UH_MSG_KEY_RETURN),
};
static const screen_key why_stop_keys[] = {NAMED(UH_MSG_KEY_NAME_ESCAPE, UH_MSG_KEY_RETURN)};
static const screen_key why_skip_keys[] = {
    LETTER("s", UH_MSG_KEY_STOP),
    NAMED(UH_MSG_KEY_NAME_ESCAPE, UH_MSG_KEY_RETURN),
};
static const screen_key stopped_keys[] = {
    NAMED(UH_MSG_KEY_NAME_ENTER, UH_MSG_KEY_FINISH),
    LETTER("u", UH_MSG_KEY_UNDO),
};
static const screen_key grave_keys[] = {
    NAMED(UH_MSG_KEY_NAME_ENTER, UH_MSG_KEY_FINISH),
    LETTER("e", UH_MSG_KEY_ONE_OF_THESE),
    LETTER("u", UH_MSG_KEY_UNDO),
};
static const screen_key finished_keys[] = {NAMED(UH_MSG_KEY_NAME_ENTER, UH_MSG_KEY_LEAVE)};

static const screen_key rate_keys[] = {
    LETTER("0-9", UH_MSG_RATE_KEY), NAMED(UH_MSG_KEY_NAME_ENTER, UH_MSG_RATE_KEY_SKIP),
    LETTER("q", UH_MSG_KEY_LEAVE), /* before a session */
};

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

/* A page is answered once all of it was on the screen. */
static key_line card_line(const uh_screen *screen, const uh_grid *grid)
{
    static const key_line none = KEYS(card_keys);
    static const key_line ticked = KEYS(ticked_keys);
    static const key_line before = KEYS(before_keys);
    static const key_line unread = KEYS(unread_keys);
    const int32_t from = uh_screen_ask_from(screen, grid);
    if (screen->scroll < from && screen->seen < from) {
        return unread;
    }
    key_line line = uh_screener_has_before(screen->screener) ? before : none;
    line = uh_screener_is_ticked(screen->screener) ? ticked : line;
    line.count -= screen->can_go_back ? 0 : 1;
    return line;
}

/* Does a session follow? */
static bool is_start(const uh_screen *screen)
{
    const uh_screener *screener = screen->screener;
    const uint32_t offers = uh_outcome_of(&screener->answers, screener->today).offers;
    return screen->before_session && (offers & 1U << UH_OFFER_STRETCHES) != 0;
}

static key_line keys_of(const uh_screen *screen, const uh_grid *grid)
{
    static const key_line by_page[UH_SCREEN_PAGE_COUNT] = {
        [UH_SCREEN_SESSION] = KEYS(running_keys),     [UH_SCREEN_CARD] = KEYS(card_keys),
        [UH_SCREEN_OUTCOME] = KEYS(outcome_keys),     [UH_SCREEN_INTRO] = KEYS(intro_keys),
        [UH_SCREEN_HELP] = KEYS(help_keys),           [UH_SCREEN_WHY_STOP] = KEYS(why_stop_keys),
        [UH_SCREEN_WHY_SKIP] = KEYS(why_skip_keys),   [UH_SCREEN_STOPPED] = KEYS(stopped_keys),
        [UH_SCREEN_FINISHED] = KEYS(finished_keys),   [UH_SCREEN_RATE_PAIN] = KEYS(rate_keys),
        [UH_SCREEN_RATE_STIFFNESS] = KEYS(rate_keys), [UH_SCREEN_REST_TODAY] = KEYS(farewell_keys),
        [UH_SCREEN_CALL] = KEYS(call_keys),
    };
    static const key_line waiting = KEYS(waiting_keys);
    static const key_line paused = KEYS(paused_keys);
    static const key_line start = KEYS(outcome_start_keys);
    static const key_line grave = KEYS(grave_keys);
    if (screen->page == UH_SCREEN_CARD) {
        return card_line(screen, grid);
    }
    if (screen->page == UH_SCREEN_OUTCOME && is_start(screen)) {
        return start;
    }
    if (screen->page == UH_SCREEN_SESSION && screen->view.state == UH_SESSION_PAUSED) {
        return paused;
    }
    if (screen->page == UH_SCREEN_SESSION && can_go_on_early(screen->view.phase)) {
        return waiting;
    }
    key_line line = by_page[screen->page];
    if (screen->page == UH_SCREEN_STOPPED && screen->view.stop_reason != UH_STOP_OTHER) {
        line = grave;
    }
    const bool no_undo = screen->page == UH_SCREEN_STOPPED && screen->undo_left_ms == 0;
    const bool nothing_to_leave = line.keys == rate_keys && screen->rating == UH_RATING_AFTER;
    line.count -= no_undo || nothing_to_leave ? 1 : 0;
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

enum { KEY_GAP = 3 };

static int32_t key_width(const uh_screen *screen, const screen_key *key)
{
    char name[SCREEN_TEXT_SIZE], does[SCREEN_TEXT_SIZE];
    (void)uh_screen_say(screen, uh_say(key->does), does);
    return uh_grid_columns(key_name(screen, key, name)) + 1 + uh_grid_columns(does);
}

static int32_t draw_key(const uh_screen *screen, uh_grid *grid, uh_area area, const screen_key *key)
{
    char name[SCREEN_TEXT_SIZE], does[SCREEN_TEXT_SIZE];
    (void)uh_screen_say(screen, uh_say(key->does), does);
    int32_t x = area.x;
    x += uh_grid_text(grid, x, area.y, area.width, key_name(screen, key, name), UH_ROLE_KEY) + 1;
    x += uh_grid_text(grid, x, area.y, area.x + area.width - x, does, UH_ROLE_DIM);
    return x - area.x;
}

/* How many of the first keys fit. */
static uint32_t keys_that_fit(const uh_screen *screen, key_line line, int32_t width)
{
    uint32_t count = 0;
    for (int32_t x = 0; count < line.count; count++) {
        x += key_width(screen, &line.keys[count]);
        if (x > width) {
            break;
        }
        x += KEY_GAP;
    }
    return count;
}

static bool is_letter(const screen_key *key, char letter)
{
    return key->letter[0] == letter;
}

/* Is stop among the first keys? */
static bool has_stop(key_line line, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (is_letter(&line.keys[i], 's')) {
            return true;
        }
    }
    return false;
}

/* Where keys are left out, the last place says where they are; stop is worth more than that. */
void uh_screen_keys(const uh_screen *screen, uh_grid *grid, uh_area area)
{
    static const screen_key more = LETTER("?", UH_MSG_KEY_MORE_KEYS);
    const key_line line = keys_of(screen, grid);
    uint32_t count = keys_that_fit(screen, line, area.width);
    count = count == 0 && line.count > 0 ? 1 : count; /* the first one is cut rather than lost */
    const int32_t hint = key_width(screen, &more) + KEY_GAP;
    bool hinted = false;
    if (count < line.count && is_letter(&line.keys[line.count - 1], '?')) {
        const uint32_t fewer = keys_that_fit(screen, line, area.width - hint);
        hinted = has_stop(line, fewer);
        count = hinted ? fewer : count;
    }
    for (uint32_t i = 0; i < count + (hinted ? 1 : 0); i++) {
        const int32_t width =
            draw_key(screen, grid, area, i < count ? &line.keys[i] : &more) + KEY_GAP;
        area.x += width;
        area.width -= width;
    }
}

int32_t uh_screen_note(const uh_screen *screen, uh_grid *grid, uh_area area)
{
    if (!screen->has_note) {
        return 0;
    }
    char note[SCREEN_TEXT_SIZE];
    const int32_t lines = uh_text_lines(uh_screen_say(screen, screen->note, note), area.width);
    const int32_t shown = lines < area.height ? lines : area.height;
    area.y += area.height - shown;
    area.height = shown;
    (void)uh_grid_paragraph(grid, area, 0, note, UH_ROLE_WARN);
    return shown;
}

/* -- pages of text -- */

typedef struct text_page {
    uh_grid *grid;
    uh_area area;
    int32_t scroll;
    int32_t line;   /* from the top of the text */
    int32_t fold;   /* the line at which what must be seen ends; 0: nothing must */
    bool tight;     /* no gaps above the fold */
    bool measuring; /* nothing is drawn */
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
        page->line += page->tight && page->fold == 0 ? 0 : 1;
        return;
    }
    if (paragraph->kind == UH_PARAGRAPH_FOLD) {
        page->fold = page->line;
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
    if (!page->measuring && row >= 0 && row < page->area.height) {
        (void)uh_grid_text(page->grid, page->area.x, page->area.y + row, indent, paragraph->mark,
                           UH_ROLE_KEY);
    }
    if (page->measuring) {
        page->line += uh_text_lines(paragraph->text, area.width);
        return;
    }
    const int32_t skipped = row < 0 ? -row : 0;
    area.y += row > 0 ? row : 0;
    area.height -= row > 0 ? row : 0;
    page->line += uh_grid_paragraph(page->grid, area, skipped, paragraph->text, paragraph->role);
}

/* The widest column that is still read with ease. */
enum { READING_WIDTH = 88 };

static uh_area reading_area(const uh_grid *grid, bool tight)
{
    const int32_t margin = grid->width < 40 ? 0 : tight ? 1 : 2;
    uh_area area = {margin, grid->height >= 12 && !tight ? 1 : 0, grid->width - 2 * margin, 0};
    if (area.width > READING_WIDTH) {
        area.width = READING_WIDTH;
    }
    const int32_t keys = grid->height >= 10 && !tight ? 2 : 1;
    area.height = grid->height - area.y - keys;
    return area;
}

static text_page measured_page(const uh_screen *screen, const uh_grid *grid, bool tight)
{
    text_page page = {.area = reading_area(grid, tight), .tight = tight, .measuring = true};
    if (page.area.width > 0) {
        uh_screen_text(screen, draw_paragraph, &page);
    }
    return page;
}

/* What must be seen goes before margins and gaps. */
static text_page best_page(const uh_screen *screen, const uh_grid *grid)
{
    const text_page roomy = measured_page(screen, grid, false);
    return roomy.fold > roomy.area.height ? measured_page(screen, grid, true) : roomy;
}

int32_t uh_screen_ask_from(const uh_screen *screen, const uh_grid *grid)
{
    const text_page page = best_page(screen, grid);
    return page.fold > page.area.height ? page.fold - page.area.height : 0;
}

enum { WORDY_WIDTH = 60 }; /* from so many columns on, the count of lines below has its word */

/* "17 more lines"; "17" */
static const char *lines_below(const uh_screen *screen, const uh_grid *grid, int32_t beyond,
                               char out[SCREEN_TEXT_SIZE])
{
    const uh_message words =
        grid->width >= WORDY_WIDTH ? UH_MSG_KEY_SCROLL : UH_MSG_KEY_SCROLL_SHORT;
    return uh_screen_say(screen, uh_say1(words, uh_number(beyond - screen->scroll)), out);
}

static void draw_scroll_marks(const uh_screen *screen, uh_grid *grid, uh_area area, int32_t beyond)
{
    const int32_t x = area.x + area.width;
    if (screen->scroll > 0) {
        uh_grid_put(grid, x, area.y, 0x2191, UH_ROLE_KEY);
    }
    if (screen->scroll < beyond) {
        char more[SCREEN_TEXT_SIZE];
        const int32_t width = uh_grid_columns(lines_below(screen, grid, beyond, more)) + 2;
        const int32_t y = grid->height - 1;
        uh_grid_put(grid, grid->width - width - 1, y, 0x2193, UH_ROLE_KEY);
        (void)uh_grid_text(grid, grid->width - width + 1, y, width, more, UH_ROLE_DIM);
    }
}

static int32_t draw_text_page(const uh_screen *screen, uh_grid *grid)
{
    const text_page measured = best_page(screen, grid);
    const uh_area area = measured.area;
    if (area.height < 1 || area.width < 1) {
        return 0;
    }
    text_page page = {
        .grid = grid, .area = area, .scroll = screen->scroll, .tight = measured.tight};
    uh_screen_text(screen, draw_paragraph, &page);
    const int32_t beyond = page.line > area.height ? page.line - area.height : 0;
    uh_area bottom = {area.x, grid->height - 1, grid->width - area.x, 1};
    if (screen->scroll < beyond) {
        char more[SCREEN_TEXT_SIZE];
        bottom.width -= uh_grid_columns(lines_below(screen, grid, beyond, more)) + KEY_GAP + 1;
    }
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
