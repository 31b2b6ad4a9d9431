/* SPDX-License-Identifier: MIT */
#include "present/chart.h"

enum {
    INDENT = UH_CHART_INDENT,
    NUMBER_COLUMNS = 8, /* a gap and "123:45" */
    BAR_LEAST = 8,
    BAR_MOST = 40,
    NAME_COLUMN = 28
};

static bool has_charts(const uh_page *page)
{
    return page->width >= UH_CHART_WIDTH_LEAST;
}

static void write_heading(const uh_page *page, uh_message heading)
{
    uh_page_blank(page);
    uh_page_message(page, 0, heading);
}

static void write_title(const uh_page *page, const uh_progress *progress)
{
    char today[UH_DATE_TEXT_SIZE];
    uh_date_write(progress->today, today);
    uh_page_phrase(page, 0,
                   uh_say2(UH_MSG_PROGRESS_TITLE, uh_number(progress->days), uh_literal(today)));
}

/* -- days -- */

static void show_days(const uh_chart *chart, const uh_progress *progress)
{
    const uh_page *page = chart->page;
    write_heading(page, UH_MSG_PROGRESS_DAYS_HEADING);
    uh_page_phrase(page, INDENT, uh_progress_done_phrase(progress));
    uh_page_phrase(page, INDENT, uh_progress_days_phrase(progress));
    if (progress->rest + progress->flare > 0) {
        uh_page_phrase(page, INDENT, uh_progress_rest_phrase(progress));
    }
    if (progress->breaks > 0) {
        uh_page_phrase(page, INDENT, uh_progress_breaks_phrase(progress));
    }
    if (has_charts(page)) {
        uh_page_blank(page);
        uh_chart_days(chart, progress);
    }
}

/* -- minutes -- */

static const char *family_words(const uh_page *page, uint32_t family, char *buffer)
{
    return uh_page_render(page, uh_say((uh_message)((uint32_t)UH_MSG_FAMILY_CHEST_OPEN + family)),
                          buffer);
}

static uint32_t longest_name(const uh_page *page, const uh_progress *progress)
{
    uint32_t longest = 0;
    for (uint32_t i = 0; i < UH_FAMILY_COUNT; i++) {
        char name[UH_PAGE_TEXT_MAX];
        const uint32_t columns = uh_text_columns(family_words(page, i, name));
        longest = progress->family_ms[i] > 0 && columns > longest ? columns : longest;
    }
    return longest;
}

static void write_right(const uh_page *page, const char *text, uint32_t columns)
{
    for (uint32_t at = uh_text_columns(text); at < columns; at++) {
        uh_out_text(page->out, " ");
    }
    uh_out_text(page->out, text);
}

static void write_family(const uh_chart *chart, const uh_progress *progress, uint32_t family,
                         uint32_t column)
{
    const uh_page *page = chart->page;
    char words[UH_PAGE_TEXT_MAX];
    const uint32_t room = page->width - column - 1 - NUMBER_COLUMNS;
    const char *name = family_words(page, family, words);
    uh_out_text(page->out, "  ");
    uh_out_text(page->out, name);
    write_right(page, "", column - INDENT - uh_text_columns(name));
    uh_chart_bar(chart, room < BAR_MOST ? room : BAR_MOST, progress->family_ms[family],
                 UH_FAMILY_ENOUGH_MS);
    const uh_phrase minutes =
        uh_say1(UH_MSG_PROGRESS_MINUTES, uh_duration(progress->family_ms[family]));
    write_right(page, uh_page_render(page, minutes, words), NUMBER_COLUMNS);
    uh_out_text(page->out, "\n");
}

/* A language of long names still gets bars of a length. */
static bool fits(const uh_page *page, uint32_t column)
{
    return has_charts(page) && column + BAR_LEAST + 1 + NUMBER_COLUMNS <= page->width;
}

static bool was_anything_held(const uh_progress *progress)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < UH_FAMILY_COUNT; i++) {
        sum += progress->family_ms[i];
    }
    return sum > 0;
}

static void show_minutes(const uh_chart *chart, const uh_progress *progress)
{
    const uh_page *page = chart->page;
    const uint32_t column = INDENT + longest_name(page, progress) + 2;
    const bool has_bars = fits(page, column);
    write_heading(page, UH_MSG_PROGRESS_MINUTES_HEADING);
    if (!was_anything_held(progress)) {
        uh_page_message(page, INDENT, UH_MSG_PROGRESS_MINUTES_NONE);
        return;
    }
    for (uint32_t i = 0; has_bars && i < UH_FAMILY_COUNT; i++) {
        if (progress->family_ms[i] > 0) {
            write_family(chart, progress, i, column);
        }
    }
    for (uint32_t i = 0; i < UH_FAMILY_COUNT; i++) {
        if (progress->family_ms[i] > 0 &&
            (!has_bars || uh_progress_is_enough(progress, (uh_family)i))) {
            uh_page_phrase(page, INDENT, uh_progress_family_phrase(progress, (uh_family)i));
        }
    }
    if (has_bars) {
        uh_page_message(page, INDENT, UH_MSG_PROGRESS_MINUTES_LINE);
    }
}

/* -- ratings -- */

static void show_course(const uh_chart *chart, const uh_progress *progress, uh_complaint which)
{
    const uh_page *page = chart->page;
    const uh_course *course = &progress->courses[which];
    write_heading(page, (uh_message)((uint32_t)UH_MSG_COMPLAINT_PAIN + which));
    uh_page_phrase(page, INDENT, uh_progress_course_phrase(progress, which));
    if (course->ratings == 0) {
        uh_page_phrase(
            page, INDENT,
            uh_say1(UH_MSG_PROGRESS_COURSE_NOTE,
                    uh_literal(which == UH_COMPLAINT_PAIN ? "unhunch log --pain N"
                                                          : "unhunch log --stiffness N")));
    }
    if (course->change > 0) {
        uh_page_phrase(
            page, INDENT,
            uh_say1(UH_MSG_PROGRESS_COURSE_SEE, uh_literal("unhunch learn see-somebody")));
    }
    if (course->last != UH_NOT_ASKED && has_charts(page)) {
        uh_chart_course(chart, progress, which);
    }
}

/* -- sides and relief -- */

static void show_sides(const uh_page *page, const uh_progress *progress)
{
    if ((progress->left_ms | progress->right_ms) != 0) {
        write_heading(page, UH_MSG_PROGRESS_SIDES_HEADING);
        uh_page_phrase(page, INDENT, uh_progress_sides_phrase(progress));
    }
}

static void show_relief(const uh_page *page, const uh_progress *progress)
{
    if (progress->relief_asked == 0) {
        return;
    }
    write_heading(page, UH_MSG_PROGRESS_RELIEF_HEADING);
    uh_page_phrase(page, INDENT, uh_progress_relief_phrase(progress));
    if (progress->relief_asked < UH_RELIEF_LEAST) {
        return;
    }
    for (uint32_t i = 0; i < progress->relief_count; i++) {
        const uh_relief *relief = &progress->relief[i];
        char name[UH_PAGE_TEXT_MAX];
        char text[UH_PAGE_TEXT_MAX];
        const uh_text of = uh_catalogue_exercise(page->catalogue, relief->exercise)->name;
        uh_page_item(page, INDENT, uh_page_render_text(page, of, name), NAME_COLUMN,
                     uh_page_render(page, uh_relief_phrase(relief), text));
    }
    if (progress->relief_count == 0) {
        uh_page_phrase(page, INDENT,
                       uh_say1(UH_MSG_PROGRESS_RELIEF_NO_ROW, uh_number(UH_RELIEF_LEAST)));
    } else {
        uh_page_message(page, INDENT, UH_MSG_PROGRESS_RELIEF_NOTE);
    }
}

void uh_show_progress(const uh_page *page, const uh_progress *progress, bool ascii)
{
    const uh_chart chart = {page, ascii};
    if (uh_progress_is_empty(progress)) {
        uh_page_phrase(page, 0, uh_progress_empty_phrase(progress));
        return;
    }
    write_title(page, progress);
    show_days(&chart, progress);
    show_minutes(&chart, progress);
    for (uint32_t i = 0; i < UH_COMPLAINT_COUNT; i++) {
        show_course(&chart, progress, (uh_complaint)i);
    }
    show_sides(page, progress);
    show_relief(page, progress);
}
