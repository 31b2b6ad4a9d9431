/* SPDX-License-Identifier: MIT */
/* The picture is drawn twice, the first time into nothing: only then is its height known. */
#include "unhunch/progress_show.h"

#include <string.h>

#include "present/svg_write.h"

enum { LINE_SIZE = 512 };

#define LINE_UNITS 22.0
#define TEXT_UNITS 15.0
#define LETTER_UNITS 7.8 /* of 15 units, on the average */
#define HEADING_LETTER_UNITS 9.5
#define TITLE_LETTER_UNITS 11.0
#define SMALL_LETTER_UNITS 7.5 /* hardly any letter of 13 units is wider, and never all */

typedef struct sheet {
    uh_out out;
    const uh_page *page; /* the words come from it */
    uh_palette palette;
    int32_t row_days; /* whole weeks */
    double left;      /* between the margins */
    double right;
    double y;         /* the next line's base */
    const char *look; /* attributes of the lines that are wrapped */
    uint32_t length;
    char line[LINE_SIZE];
} sheet;

/* -- colours -- */

typedef enum ink { INK, PALE, BODY, GROUND, PAGE } ink;

static void write_colour(const sheet *s, const char *attribute, ink which)
{
    static const uh_tone tones[] = {[INK] = UH_TONE_OUTLINE,
                                    [PALE] = UH_TONE_GUIDE,
                                    [BODY] = UH_TONE_BODY,
                                    [GROUND] = UH_TONE_GROUND};
    if (which == PAGE) {
        uh_svg_colour(s->out, attribute, uh_palette_page(s->palette));
        return;
    }
    /* on a dark page the outline is darker than the page */
    const bool is_lighter = which == INK && s->palette == UH_PALETTE_DARK;
    uh_svg_colour(s->out, attribute,
                  uh_palette_colour(s->palette, is_lighter ? UH_TONE_FACE : tones[which]));
}

/* -- small parts -- */

static void write_rect(const sheet *s, double x, double y, double width, double height, ink fill)
{
    uh_out_text(s->out, "<rect");
    uh_svg_attribute(s->out, "x", x);
    uh_svg_attribute(s->out, "y", y);
    uh_svg_attribute(s->out, "width", width);
    uh_svg_attribute(s->out, "height", height);
    uh_svg_attribute(s->out, "rx", 3.0);
    write_colour(s, "fill", fill);
    write_colour(s, "stroke", PALE);
    uh_out_text(s->out, "/>\n");
}

static void write_line(const sheet *s, double x1, double y1, double x2, double y2, ink stroke)
{
    uh_out_text(s->out, "<line");
    uh_svg_attribute(s->out, "x1", x1);
    uh_svg_attribute(s->out, "y1", y1);
    uh_svg_attribute(s->out, "x2", x2);
    uh_svg_attribute(s->out, "y2", y2);
    write_colour(s, "stroke", stroke);
    uh_out_text(s->out, "/>\n");
}

static void write_dot(const sheet *s, double x, double y, double radius, ink fill)
{
    uh_out_text(s->out, "<circle");
    uh_svg_attribute(s->out, "cx", x);
    uh_svg_attribute(s->out, "cy", y);
    uh_svg_attribute(s->out, "r", radius);
    write_colour(s, "fill", fill);
    uh_out_text(s->out, "/>\n");
}

/* `more`: further attributes, each with a space before it. */
static void write_text(const sheet *s, double x, double y, const char *more, const char *text)
{
    uh_out_text(s->out, "<text");
    uh_svg_attribute(s->out, "x", x);
    uh_svg_attribute(s->out, "y", y);
    uh_out_text(s->out, more);
    uh_out_text(s->out, ">");
    uh_svg_escaped(s->out, text);
    uh_out_text(s->out, "</text>\n");
}

static void write_phrase(const sheet *s, double x, double y, const char *more, uh_phrase phrase)
{
    char words[UH_PAGE_TEXT_MAX];
    write_text(s, x, y, more, uh_page_render_this(s->page, &phrase, words));
}

static void write_date(const sheet *s, double x, double y, const char *more, uh_date date)
{
    char text[UH_DATE_TEXT_SIZE];
    uh_date_write(date, text);
    write_text(s, x, y, more, text);
}

static void write_number(const sheet *s, double x, double y, const char *more, int64_t value)
{
    char text[24];
    uh_buffer buffer = {text, sizeof text, 0};
    uh_out_number(uh_out_to_buffer(&buffer), value);
    write_text(s, x, y, more, text);
}

static const char end[] = " text-anchor=\"end\"";
static const char small[] = " font-size=\"13\"";
static const char small_end[] = " font-size=\"13\" text-anchor=\"end\"";

static void open_chart(const sheet *s)
{
    uh_out_text(s->out, "<g aria-hidden=\"true\">\n");
}

static void close_group(const sheet *s)
{
    uh_out_text(s->out, "</g>\n");
}

/* -- paragraphs -- */

/* What wraps text for a page wraps it for the picture, too: each line feed ends a <text>. */
static void take_words(void *to, const char *text, size_t length)
{
    sheet *s = to;
    for (size_t i = 0; i < length; i++) {
        if (text[i] != '\n') {
            s->line[s->length] = text[i];
            s->length += s->length < LINE_SIZE - 1;
            continue;
        }
        s->line[s->length] = '\0';
        write_text(s, s->left, s->y, s->look, s->line);
        s->y += LINE_UNITS;
        s->length = 0;
    }
}

static void write_lines(sheet *s, const char *look, double letter_units, double right,
                        const uh_phrase *phrase)
{
    const uint32_t columns = (uint32_t)((right - s->left) / letter_units);
    const uh_page lines = {{take_words, s}, s->page->language, s->page->catalogue, columns};
    s->look = look;
    uh_page_this_phrase(&lines, 0, phrase);
}

static void write_paragraph(sheet *s, uh_phrase phrase)
{
    write_lines(s, "", LETTER_UNITS, s->right, &phrase);
}

static void write_title(sheet *s, uh_phrase phrase)
{
    write_lines(s, " font-size=\"20\" font-weight=\"600\"", TITLE_LETTER_UNITS, s->right, &phrase);
    s->y += 8.0;
}

static void write_heading(sheet *s, uh_message heading)
{
    const uh_phrase phrase = uh_say(heading);
    s->y += 14.0;
    write_lines(s, " font-size=\"17\" font-weight=\"600\"", HEADING_LETTER_UNITS, s->right,
                &phrase);
    s->y += 2.0;
}

#define VALUE_UNITS 32.0 /* hardly any number is wider */

/* A name and what belongs to it, which ends at `end_x`: on a line of its own where the name's last
 * one is full. `group`: the element that holds the name; `look` has an end as the anchor. */
static void write_pair(sheet *s, const char *group, uh_phrase name, double end_x, const char *look,
                       uh_phrase value)
{
    char words[UH_PAGE_TEXT_MAX];
    (void)uh_page_render_this(s->page, &value, words);
    uh_out_text(s->out, group);
    write_lines(s, "", LETTER_UNITS, end_x - VALUE_UNITS, &name);
    close_group(s);
    const double columns = uh_text_columns(s->line) + 1.0 + uh_text_columns(words);
    s->y -= LETTER_UNITS * columns < end_x - s->left ? LINE_UNITS : 0.0;
    write_text(s, end_x, s->y, look, words);
    s->y += LINE_UNITS;
}

/* -- days -- */

#define DATE_UNITS 84.0
#define DAY_UNITS 13.0
#define DAY_PITCH 16.0
#define WEEK_GAP 8.0
#define ROW_WORDS_UNITS 60.0

/* Each look is a shape of its own, whatever the colours do. */
static void write_day(const sheet *s, double x, double y, uh_day_look look)
{
    const double middle_x = x + DAY_UNITS / 2.0;
    const double middle_y = y + DAY_UNITS / 2.0;
    switch (look) {
    case UH_DAY_UNKNOWN:
    case UH_DAY_LOOK_COUNT:
        break;
    case UH_DAY_FREE:
        write_dot(s, middle_x, middle_y, 2.0, PALE);
        break;
    case UH_DAY_REST:
        write_rect(s, x, y, DAY_UNITS, DAY_UNITS, PAGE);
        write_line(s, x + 3.0, middle_y, x + DAY_UNITS - 3.0, middle_y, INK);
        break;
    case UH_DAY_FLARE:
        write_rect(s, x, y, DAY_UNITS, DAY_UNITS, PAGE);
        write_line(s, x + 3.0, y + DAY_UNITS - 3.0, x + DAY_UNITS - 3.0, y + 3.0, INK);
        break;
    case UH_DAY_BREAK:
        write_rect(s, x, y, DAY_UNITS, DAY_UNITS, PAGE);
        write_rect(s, x, middle_y, DAY_UNITS, DAY_UNITS / 2.0, BODY);
        break;
    case UH_DAY_STRETCHED:
        write_rect(s, x, y, DAY_UNITS, DAY_UNITS, BODY);
        break;
    }
}

static bool is_done(uh_day_look look)
{
    return look == UH_DAY_STRETCHED || look == UH_DAY_BREAK;
}

static void write_days_row(sheet *s, const uh_progress *progress, uh_date monday)
{
    uint32_t done = 0;
    double x = s->left + DATE_UNITS;
    write_date(s, s->left, s->y, small, monday);
    for (int32_t i = 0; i < s->row_days; i++) {
        const int32_t ago = uh_date_between(uh_date_add(monday, i), progress->today);
        if (ago >= 0 && (uint32_t)ago < progress->known) {
            write_day(s, x, s->y - 12.0, progress->day[ago]);
            done += is_done(progress->day[ago]);
        }
        x += DAY_PITCH + (i % UH_WEEK_DAYS == UH_WEEK_DAYS - 1 ? WEEK_GAP : 0.0);
    }
    if (x < s->right - ROW_WORDS_UNITS) {
        write_phrase(s, x + 6.0, s->y, small, uh_say1(UH_MSG_PROGRESS_ROW_DONE, uh_number(done)));
    }
    s->y += LINE_UNITS;
}

static void write_legend(sheet *s)
{
    static const uh_message names[UH_DAY_LOOK_COUNT] = {
        [UH_DAY_FREE] = UH_MSG_PROGRESS_LETTER_FREE,
        [UH_DAY_REST] = UH_MSG_PROGRESS_LETTER_REST,
        [UH_DAY_FLARE] = UH_MSG_PROGRESS_LETTER_FLARE,
        [UH_DAY_BREAK] = UH_MSG_PROGRESS_LETTER_BREAK,
        [UH_DAY_STRETCHED] = UH_MSG_PROGRESS_LETTER_STRETCHED,
    };
    double x = s->left;
    for (uint32_t look = UH_DAY_LOOK_COUNT - 1; look > UH_DAY_UNKNOWN; look--) {
        char words[UH_PAGE_TEXT_MAX];
        const char *name = uh_page_render(s->page, uh_say(names[look]), words);
        const double width = 20.0 + SMALL_LETTER_UNITS * uh_text_columns(name);
        if (x + width > s->right) {
            x = s->left;
            s->y += LINE_UNITS;
        }
        write_day(s, x, s->y - 12.0, (uh_day_look)look);
        write_text(s, x + 20.0, s->y, small, name);
        x += width + 20.0;
    }
    s->y += LINE_UNITS;
}

static void draw_days(sheet *s, const uh_progress *progress)
{
    const uh_date first = uh_date_add(progress->today, 1 - (int32_t)progress->known);
    uh_date monday = uh_date_add(first, -(int32_t)uh_date_weekday(first));
    write_heading(s, UH_MSG_PROGRESS_DAYS_HEADING);
    write_paragraph(s, uh_progress_done_phrase(progress));
    write_paragraph(s, uh_progress_days_phrase(progress));
    if (progress->rest + progress->flare > 0) {
        write_paragraph(s, uh_progress_rest_phrase(progress));
    }
    if (progress->breaks > 0) {
        write_paragraph(s, uh_progress_breaks_phrase(progress));
    }
    s->y += 6.0;
    open_chart(s);
    for (; monday.days <= progress->today.days; monday = uh_date_add(monday, s->row_days)) {
        write_days_row(s, progress, monday);
    }
    write_legend(s);
    close_group(s);
}

/* -- minutes -- */

#define BAR_UNITS 12.0

static void write_bar(sheet *s, const uh_progress *progress, uint32_t family)
{
    const uint32_t ms = progress->family_ms[family];
    const double share = ms < UH_FAMILY_ENOUGH_MS ? (double)ms / UH_FAMILY_ENOUGH_MS : 1.0;
    const double width = s->right - s->left;
    write_pair(s, "<g>\n", uh_say((uh_message)((uint32_t)UH_MSG_FAMILY_CHEST_OPEN + family)),
               s->right, end, uh_say1(UH_MSG_PROGRESS_MINUTES, uh_duration(ms)));
    s->y += 8.0 - LINE_UNITS;
    open_chart(s);
    write_rect(s, s->left, s->y, width, BAR_UNITS, GROUND);
    write_rect(s, s->left, s->y, width * share, BAR_UNITS, BODY);
    write_line(s, s->right, s->y - 4.0, s->right, s->y + BAR_UNITS + 4.0, INK);
    close_group(s);
    s->y += BAR_UNITS + LINE_UNITS;
}

static void draw_minutes(sheet *s, const uh_progress *progress)
{
    bool is_any = false;
    write_heading(s, UH_MSG_PROGRESS_MINUTES_HEADING);
    for (uint32_t i = 0; i < UH_FAMILY_COUNT; i++) {
        if (progress->family_ms[i] > 0) {
            write_bar(s, progress, i);
            is_any = true;
        }
    }
    for (uint32_t i = 0; i < UH_FAMILY_COUNT; i++) {
        if (uh_progress_is_enough(progress, (uh_family)i)) {
            write_paragraph(s, uh_progress_family_phrase(progress, (uh_family)i));
        }
    }
    write_paragraph(s,
                    uh_say(is_any ? UH_MSG_PROGRESS_MINUTES_LINE : UH_MSG_PROGRESS_MINUTES_NONE));
}

/* -- ratings -- */

#define SCALE_UNITS 26.0 /* on the left for the scale, on the right for the last median */
#define POINT_UNITS 10.0 /* of height for each point from 0 to 10 */

static double course_left(const sheet *s)
{
    return s->left + SCALE_UNITS;
}

static double course_right(const sheet *s)
{
    return s->right - SCALE_UNITS;
}

static double course_x(const sheet *s, const uh_progress *progress, uint32_t day)
{
    const double units = course_right(s) - course_left(s);
    return course_left(s) + units * (progress->known - day - 0.5) / progress->known;
}

static void write_scale(const sheet *s, const uh_progress *progress, double bottom)
{
    for (int32_t value = 0; value <= 10; value += 5) {
        const double y = bottom - POINT_UNITS * value;
        write_line(s, course_left(s), y, course_right(s), y, GROUND);
        write_number(s, course_left(s) - 8.0, y + 4.0, small_end, value);
    }
    write_date(s, course_left(s), bottom + 18.0, small,
               uh_date_add(progress->today, 1 - (int32_t)progress->known));
    write_date(s, course_right(s), bottom + 18.0, small_end, progress->today);
}

static void write_ratings(const sheet *s, const uh_progress *progress, const uh_course *course,
                          double bottom)
{
    for (uint32_t i = progress->known; i-- > 0;) {
        if (course->rating[i] != UH_NOT_ASKED) {
            write_dot(s, course_x(s, progress, i), bottom - POINT_UNITS * course->rating[i], 2.5,
                      PALE);
        }
    }
}

static void write_medians(const sheet *s, const uh_progress *progress, const uh_course *course,
                          double bottom)
{
    const char *command = "M";
    uh_out_text(s->out, "<path fill=\"none\" stroke-width=\"3\" stroke-linejoin=\"round\"");
    write_colour(s, "stroke", INK);
    uh_out_text(s->out, " d=\"");
    for (uint32_t i = progress->known; i-- > 0;) {
        if (course->median[i] != UH_NOT_ASKED) {
            uh_out_text(s->out, command);
            uh_out_real(s->out, course_x(s, progress, i), 1);
            uh_out_text(s->out, " ");
            uh_out_real(s->out, bottom - POINT_UNITS * course->median[i], 1);
            command = "L";
        }
    }
    uh_out_text(s->out, "\"/>\n");
    write_number(s, course_right(s) + 8.0, bottom - POINT_UNITS * course->last + 5.0, "",
                 course->last);
}

static void draw_course(sheet *s, const uh_progress *progress, uh_complaint which)
{
    const uh_course *course = &progress->courses[which];
    write_heading(s, (uh_message)((uint32_t)UH_MSG_COMPLAINT_PAIN + which));
    write_paragraph(s, uh_progress_course_phrase(progress, which));
    if (course->ratings == 0) {
        return;
    }
    const double bottom = s->y + 10.0 * POINT_UNITS;
    open_chart(s);
    write_scale(s, progress, bottom);
    write_ratings(s, progress, course, bottom);
    if (course->last != UH_NOT_ASKED) {
        write_medians(s, progress, course, bottom);
    }
    close_group(s);
    s->y = bottom + 2.0 * LINE_UNITS;
    write_paragraph(s, uh_say(UH_MSG_PROGRESS_COURSE_LEGEND));
}

/* -- sides and relief -- */

static void draw_sides(sheet *s, const uh_progress *progress)
{
    if ((progress->left_ms | progress->right_ms) != 0) {
        write_heading(s, UH_MSG_PROGRESS_SIDES_HEADING);
        write_paragraph(s, uh_progress_sides_phrase(progress));
    }
}

static void draw_relief(sheet *s, const uh_progress *progress)
{
    if (progress->relief_asked == 0) {
        return;
    }
    write_heading(s, UH_MSG_PROGRESS_RELIEF_HEADING);
    write_paragraph(s, uh_progress_relief_phrase(progress));
    for (uint32_t i = 0; i < progress->relief_count; i++) {
        const uh_relief *relief = &progress->relief[i];
        char name[UH_PAGE_TEXT_MAX];
        const uh_text of = uh_catalogue_exercise(s->page->catalogue, relief->exercise)->name;
        (void)uh_page_render_text(s->page, of, name);
        write_pair(s, "<g>\n", uh_say1(UH_MSG_NUMBERS_VALUE, uh_literal(name)), s->right, end,
                   uh_relief_phrase(relief));
    }
    if (progress->relief_count > 0) {
        write_paragraph(s, uh_say(UH_MSG_PROGRESS_RELIEF_NOTE));
    }
}

/* -- the numbers once more, as a table -- */

#define CELLS_UNITS 420.0 /* no further from its name does a number stand */

static void write_cells(sheet *s, uh_phrase name, int64_t value)
{
    const double end_x = s->right < CELLS_UNITS ? s->right : CELLS_UNITS;
    uh_out_text(s->out, "<g role=\"row\">\n");
    write_pair(s, "<g role=\"rowheader\">\n", name, end_x, " role=\"cell\" text-anchor=\"end\"",
               uh_say1(UH_MSG_NUMBERS_VALUE, uh_number(value)));
    close_group(s);
}

static void write_count(sheet *s, uh_message name, uint32_t value)
{
    write_cells(s, uh_say(name), value);
}

static void write_course_cells(sheet *s, const uh_course *course, uh_message complaint)
{
    const uh_argument of = uh_message_argument(complaint);
    write_cells(s, uh_say1(UH_MSG_NUMBERS_RATINGS, of), course->ratings);
    if (course->last != UH_NOT_ASKED) {
        write_cells(s, uh_say1(UH_MSG_NUMBERS_FIRST, of), course->first);
        write_cells(s, uh_say1(UH_MSG_NUMBERS_LAST, of), course->last);
    }
}

static void draw_table(sheet *s, const uh_progress *progress)
{
    write_heading(s, UH_MSG_NUMBERS_HEADING);
    uh_out_text(s->out, "<g role=\"table\">\n");
    write_count(s, UH_MSG_NUMBERS_DAYS, progress->days);
    if (progress->goal > 0) {
        write_count(s, UH_MSG_NUMBERS_PLANNED, progress->planned);
    }
    write_count(s, UH_MSG_NUMBERS_DONE, progress->done);
    write_count(s, UH_MSG_NUMBERS_STRETCHED, progress->stretched);
    write_count(s, UH_MSG_NUMBERS_BREAK, progress->done - progress->stretched);
    write_count(s, UH_MSG_NUMBERS_REST, progress->rest);
    write_count(s, UH_MSG_NUMBERS_FLARE, progress->flare);
    write_count(s, UH_MSG_NUMBERS_SESSIONS, progress->sessions);
    write_count(s, UH_MSG_NUMBERS_BREAKS, progress->breaks);
    for (uint32_t i = 0; i < UH_COMPLAINT_COUNT; i++) {
        write_course_cells(s, &progress->courses[i],
                           (uh_message)((uint32_t)UH_MSG_COMPLAINT_PAIN + i));
    }
    close_group(s);
}

/* -- the whole -- */

static void draw(sheet *s, const uh_progress *progress)
{
    char today[UH_DATE_TEXT_SIZE];
    uh_date_write(progress->today, today);
    write_title(s, uh_say2(UH_MSG_PROGRESS_TITLE, uh_number(progress->days), uh_literal(today)));
    if (uh_progress_is_empty(progress)) {
        write_paragraph(s, uh_progress_empty_phrase(progress));
        return;
    }
    draw_days(s, progress);
    draw_minutes(s, progress);
    for (uint32_t i = 0; i < UH_COMPLAINT_COUNT; i++) {
        draw_course(s, progress, (uh_complaint)i);
    }
    draw_sides(s, progress);
    draw_relief(s, progress);
    draw_table(s, progress);
}

static void write_said(const sheet *s, uh_phrase phrase)
{
    char words[UH_PAGE_TEXT_MAX];
    uh_svg_escaped(s->out, uh_page_render_this(s->page, &phrase, words));
}

/* For those who hear it before, or instead of, reading it. */
static void write_names(const sheet *s, const uh_progress *progress)
{
    char today[UH_DATE_TEXT_SIZE];
    uh_date_write(progress->today, today);
    uh_out_text(s->out, "<title id=\"unhunch-title\">");
    write_said(s, uh_say2(UH_MSG_PROGRESS_TITLE, uh_number(progress->days), uh_literal(today)));
    uh_out_text(s->out, "</title>\n<desc id=\"unhunch-desc\">");
    if (uh_progress_is_empty(progress)) {
        write_said(s, uh_progress_empty_phrase(progress));
    } else {
        write_said(s, uh_progress_done_phrase(progress));
        for (uint32_t i = 0; i < UH_COMPLAINT_COUNT; i++) {
            uh_out_text(s->out, " ");
            write_said(s, uh_say((uh_message)((uint32_t)UH_MSG_COMPLAINT_PAIN + i)));
            uh_out_text(s->out, ": ");
            write_said(s, uh_progress_course_phrase(progress, (uh_complaint)i));
        }
    }
    uh_out_text(s->out, "</desc>\n");
}

static void open_svg(const sheet *s, double height)
{
    const double width = s->left + s->right;
    uh_out_text(s->out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    uh_out_real(s->out, width, 0);
    uh_out_text(s->out, " ");
    uh_out_real(s->out, height, 0);
    uh_out_text(s->out, "\"");
    uh_svg_attribute(s->out, "width", width);
    uh_svg_attribute(s->out, "height", height);
    uh_out_text(s->out, " lang=\"");
    uh_out_text(s->out, uh_language_tag(s->page->language));
    uh_out_text(s->out, "\" role=\"group\" aria-labelledby=\"unhunch-title unhunch-desc\""
                        " font-family=\"system-ui, sans-serif\"");
    uh_svg_attribute(s->out, "font-size", TEXT_UNITS);
    write_colour(s, "fill", INK);
    uh_out_text(s->out, ">\n");
}

static void write_nowhere(void *to, const char *text, size_t length)
{
    (void)to;
    (void)text;
    (void)length;
}

static sheet sheet_to(uh_out out, const uh_page *page, uh_palette palette, bool is_narrow)
{
    return is_narrow ? (sheet){.out = out,
                               .page = page,
                               .palette = palette,
                               .row_days = 2 * UH_WEEK_DAYS,
                               .left = 2.0,
                               .right = 318.0,
                               .y = 20.0}
                     : (sheet){.out = out,
                               .page = page,
                               .palette = palette,
                               .row_days = 4 * UH_WEEK_DAYS,
                               .left = 32.0,
                               .right = 688.0,
                               .y = 48.0};
}

void uh_show_progress_svg(const uh_page *page, const uh_progress *progress, uh_palette palette,
                          bool is_narrow)
{
    sheet measured = sheet_to((uh_out){write_nowhere, NULL}, page, palette, is_narrow);
    draw(&measured, progress);
    sheet s = sheet_to(page->out, page, palette, is_narrow);
    open_svg(&s, measured.y + s.left / 2.0);
    write_names(&s, progress);
    uh_out_text(s.out, "<rect width=\"100%\" height=\"100%\"");
    write_colour(&s, "fill", PAGE);
    uh_out_text(s.out, "/>\n");
    draw(&s, progress);
    uh_out_text(s.out, "</svg>\n");
}
