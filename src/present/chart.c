/* SPDX-License-Identifier: MIT */
#include "present/chart.h"

#include "unhunch/grid.h"

enum {
    BRAILLE = 0x2800,
    BRAILLE_FULL = 0x28ff,
    BRAILLE_HALF = 0x2847, /* the left column */
    DATE_COLUMNS = 10,
    WEEKS_A_ROW = 4,
    GAP = 2
};

static void write_spaces(const uh_chart *chart, uint32_t count)
{
    for (; count > 0; count--) {
        uh_out_text(chart->page->out, " ");
    }
}

static void write_character(const uh_chart *chart, uint32_t codepoint)
{
    char bytes[4];
    uh_out_bytes(chart->page->out, bytes, uh_text_encode(codepoint, bytes));
}

static void write_date(const uh_chart *chart, uh_date date)
{
    char text[UH_DATE_TEXT_SIZE];
    uh_date_write(date, text);
    uh_out_text(chart->page->out, text);
}

/* -- days -- */

typedef struct day_letter {
    uint32_t braille;
    uint32_t ascii;
    uh_message name;
} day_letter;

static const day_letter letters[UH_DAY_LOOK_COUNT] = {
    [UH_DAY_UNKNOWN] = {' ', ' ', UH_MSG_PROGRESS_TITLE}, /* has no name */
    [UH_DAY_FREE] = {0x2804, '.', UH_MSG_PROGRESS_LETTER_FREE},
    [UH_DAY_REST] = {0x2812, '-', UH_MSG_PROGRESS_LETTER_REST},
    [UH_DAY_FLARE] = {0x2855, '~', UH_MSG_PROGRESS_LETTER_FLARE},
    [UH_DAY_BREAK] = {0x28e4, '+', UH_MSG_PROGRESS_LETTER_BREAK},
    [UH_DAY_STRETCHED] = {BRAILLE_FULL, '#', UH_MSG_PROGRESS_LETTER_STRETCHED},
};

static void write_letter(const uh_chart *chart, uh_day_look look)
{
    write_character(chart, chart->ascii ? letters[look].ascii : letters[look].braille);
}

/* Of the days of one row, from `monday` on; the days of the window that lie in it. */
typedef struct day_row {
    uh_date monday;
    uint32_t weeks;
} day_row;

/* Days before today; INT32_MAX outside the window. */
static int32_t days_ago(const uh_progress *progress, uh_date date)
{
    const int32_t ago = uh_date_between(date, progress->today);
    return ago >= 0 && (uint32_t)ago < progress->days ? ago : INT32_MAX;
}

static bool is_done(uh_day_look look)
{
    return look == UH_DAY_STRETCHED || look == UH_DAY_BREAK;
}

static uh_phrase row_phrase(uint32_t done)
{
    return uh_say1(UH_MSG_PROGRESS_ROW_DONE, uh_number(done));
}

static void write_row(const uh_chart *chart, const uh_progress *progress, day_row row)
{
    uint32_t done = 0;
    for (uint32_t i = 0; i < row.weeks * UH_WEEK_DAYS; i++) {
        const int32_t ago = days_ago(progress, uh_date_add(row.monday, (int32_t)i));
        const uh_day_look look = ago == INT32_MAX ? UH_DAY_UNKNOWN : progress->day[ago];
        done += is_done(look);
        write_spaces(chart, i > 0 && i % UH_WEEK_DAYS == 0);
        write_letter(chart, look);
    }
    char words[UH_PAGE_TEXT_MAX];
    write_spaces(chart, 2);
    uh_out_text(
        chart->page->out,
        uh_page_render(chart->page, uh_say1(UH_MSG_PROGRESS_ROW_DONE, uh_number(done)), words));
    uh_out_text(chart->page->out, "\n");
}

static void write_legend(const uh_chart *chart)
{
    char line[UH_PAGE_TEXT_MAX];
    uh_buffer text = {line, sizeof line, 0};
    const uh_page legend = {uh_out_to_buffer(&text), chart->page->language, chart->page->catalogue,
                            chart->page->width};
    const uh_chart inside = {&legend, chart->ascii};
    for (uint32_t look = UH_DAY_LOOK_COUNT - 1; look > UH_DAY_UNKNOWN; look--) {
        char name[UH_PAGE_TEXT_MAX];
        uh_out_text(legend.out, look < UH_DAY_LOOK_COUNT - 1 ? ", " : "");
        write_letter(&inside, (uh_day_look)look);
        uh_out_text(legend.out, " ");
        uh_out_text(legend.out, uh_page_render(&legend, uh_say(letters[look].name), name));
    }
    write_spaces(chart, UH_CHART_INDENT);
    uh_page_wrap(chart->page, line, UH_CHART_INDENT, UH_CHART_INDENT);
}

/* As many as leave room for the words behind them; one at least. */
static uint32_t weeks_a_row(const uh_chart *chart)
{
    uint32_t weeks = WEEKS_A_ROW;
    for (; weeks > 1; weeks--) {
        char words[UH_PAGE_TEXT_MAX];
        const uint32_t most = weeks * UH_WEEK_DAYS;
        const uint32_t columns =
            UH_CHART_INDENT + DATE_COLUMNS + GAP + most + weeks - 1 + GAP +
            uh_text_columns(uh_page_render(chart->page, row_phrase(most), words));
        if (columns <= chart->page->width) {
            break;
        }
    }
    return weeks;
}

void uh_chart_days(const uh_chart *chart, const uh_progress *progress)
{
    const uh_date first = uh_date_add(progress->today, 1 - (int32_t)progress->known);
    day_row row = {uh_date_add(first, -(int32_t)uh_date_weekday(first)), weeks_a_row(chart)};
    while (row.monday.days <= progress->today.days) {
        write_spaces(chart, UH_CHART_INDENT);
        write_date(chart, row.monday);
        write_spaces(chart, GAP);
        write_row(chart, progress, row);
        row.monday = uh_date_add(row.monday, (int32_t)(row.weeks * UH_WEEK_DAYS));
    }
    write_legend(chart);
}

/* -- bars -- */

void uh_chart_bar(const uh_chart *chart, uint32_t cells, uint32_t part, uint32_t whole)
{
    const uint64_t shown = part < whole ? part : whole;
    uint32_t halves = (uint32_t)((shown * cells * 2 + whole / 2) / whole);
    halves += halves == 0 && part > 0;
    for (uint32_t i = 0; i < cells; i++) {
        const uint32_t here = halves > 2 * i ? halves - 2 * i : 0;
        if (chart->ascii) {
            uh_out_text(chart->page->out, here >= 2 || (here == 1 && i == 0) ? "=" : " ");
        } else {
            write_character(chart, here == 0 ? ' ' : here == 1 ? BRAILLE_HALF : BRAILLE_FULL);
        }
    }
    uh_out_text(chart->page->out, "|");
}

/* -- medians -- */

enum {
    AXIS_COLUMNS = 4, /* "10 |" */
    LAST_COLUMNS = 3, /* " 10" */
    COURSE_CELLS_MAX = 60,
    BRAILLE_ROWS = 3, /* of four dots: 0 to 10 and one to spare */
    ASCII_ROWS = 4,   /* of three heights */
    BOTTOM = 11
};

/* The dots of a cell by row and column. */
static const uint32_t dots[4][2] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

/* The median at one of `columns` across the window; UH_NOT_ASKED: there is none yet. */
static int32_t median_at(const uh_progress *progress, uh_complaint which, uint32_t column,
                         uint32_t columns)
{
    const uint32_t day = progress->known - 1 - column * progress->known / columns;
    return progress->courses[which].median[day];
}

/* Both the level of a column and the way to it from the column before. */
static bool is_inked(int32_t level, int32_t before, int32_t height)
{
    if (level == UH_NOT_ASKED) {
        return false;
    }
    const int32_t from = before == UH_NOT_ASKED || before == level ? level
                         : before < level                          ? before + 1
                                                                   : before - 1;
    return from <= level ? from <= height && height <= level : level <= height && height <= from;
}

static uint32_t braille_cell(const uh_progress *progress, uh_complaint which, uint32_t cell,
                             uint32_t cells, uint32_t row)
{
    uint32_t bits = 0;
    for (uint32_t x = 0; x < 2; x++) {
        const uint32_t column = 2 * cell + x;
        const int32_t level = median_at(progress, which, column, 2 * cells);
        const int32_t before =
            column == 0 ? UH_NOT_ASKED : median_at(progress, which, column - 1, 2 * cells);
        for (uint32_t y = 0; y < 4; y++) {
            const int32_t height = BOTTOM - (int32_t)(row * 4 + y);
            bits |= is_inked(level, before, height) ? dots[y][x] : 0;
        }
    }
    return bits == 0 ? ' ' : BRAILLE + bits;
}

static uint32_t ascii_cell(const uh_progress *progress, uh_complaint which, uint32_t cell,
                           uint32_t cells, uint32_t row)
{
    static const char heights[] = {'_', '-', '\''};
    const int32_t level = median_at(progress, which, cell, cells);
    const int32_t bottom = (int32_t)(ASCII_ROWS - 1 - row) * 3;
    const bool is_here = level != UH_NOT_ASKED && level >= bottom && level < bottom + 3;
    return is_here ? (uint32_t)heights[level - bottom] : ' ';
}

static void write_axis(const uh_chart *chart, uint32_t row, uint32_t rows)
{
    write_spaces(chart, UH_CHART_INDENT);
    uh_out_text(chart->page->out, row == 0 ? "10 |" : row == rows - 1 ? " 0 |" : "   |");
}

/* The row in which a level is drawn. */
static uint32_t row_of(const uh_chart *chart, int32_t level)
{
    return chart->ascii ? ASCII_ROWS - 1 - (uint32_t)level / 3 : (uint32_t)(BOTTOM - level) / 4;
}

static void write_course_row(const uh_chart *chart, const uh_progress *progress, uh_complaint which,
                             uint32_t row, uint32_t cells)
{
    const int32_t last = progress->courses[which].last;
    const bool is_last = last != UH_NOT_ASKED && row == row_of(chart, last);
    uint32_t blanks = 0;
    for (uint32_t cell = 0; cell < cells; cell++) {
        const uint32_t codepoint = chart->ascii ? ascii_cell(progress, which, cell, cells, row)
                                                : braille_cell(progress, which, cell, cells, row);
        if (codepoint == ' ') {
            blanks++;
            continue;
        }
        write_spaces(chart, blanks);
        blanks = 0;
        write_character(chart, codepoint);
    }
    if (is_last) {
        write_spaces(chart, blanks + 1);
        uh_out_number(chart->page->out, last);
    }
    uh_out_text(chart->page->out, "\n");
}

static uint32_t course_cells(const uh_chart *chart)
{
    const uint32_t room = chart->page->width - UH_CHART_INDENT - AXIS_COLUMNS - LAST_COLUMNS;
    return room < COURSE_CELLS_MAX ? room : COURSE_CELLS_MAX;
}

void uh_chart_course(const uh_chart *chart, const uh_progress *progress, uh_complaint which)
{
    const uint32_t rows = chart->ascii ? ASCII_ROWS : BRAILLE_ROWS;
    const uint32_t cells = course_cells(chart);
    for (uint32_t row = 0; row < rows; row++) {
        write_axis(chart, row, rows);
        write_course_row(chart, progress, which, row, cells);
    }
    write_spaces(chart, UH_CHART_INDENT + AXIS_COLUMNS);
    write_date(chart, uh_date_add(progress->today, 1 - (int32_t)progress->known));
    write_spaces(chart, cells - 2 * DATE_COLUMNS);
    write_date(chart, progress->today);
    uh_out_text(chart->page->out, "\n");
}
