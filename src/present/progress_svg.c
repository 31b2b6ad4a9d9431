/* SPDX-License-Identifier: MIT */
/* The picture is drawn twice, the first time into nothing: only then is its height known. */
#include "unhunch/progress_show.h"

#include <string.h>

#include "present/svg_write.h"

enum {
    WIDTH = 720,
    MARGIN = 32,
    TEXT_COLUMNS = 84, /* letters of 15 units that fit between the margins */
    LINE_SIZE = 512
};

#define LINE_UNITS 22.0
#define TEXT_UNITS 15.0
#define SMALL_LETTER_UNITS 7.5 /* hardly any letter of 13 units is wider, and never all */

typedef struct sheet {
    uh_out out;
    const uh_page *page; /* the words come from it */
    uh_palette palette;
    double y; /* the next line's base */
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

static void write_this(const sheet *s, double x, double y, const char *more,
                       const uh_phrase *phrase)
{
    char words[UH_PAGE_TEXT_MAX];
    write_text(s, x, y, more, uh_page_render_this(s->page, phrase, words));
}

static void write_phrase(const sheet *s, double x, double y, const char *more, uh_phrase phrase)
{
    write_this(s, x, y, more, &phrase);
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
        write_text(s, MARGIN, s->y, "", s->line);
        s->y += LINE_UNITS;
        s->length = 0;
    }
}

static void write_paragraph(sheet *s, uh_phrase phrase)
{
    const uh_page lines = {{take_words, s}, s->page->language, s->page->catalogue, TEXT_COLUMNS};
    uh_page_this_phrase(&lines, 0, &phrase);
}

static void write_heading(sheet *s, uh_message heading)
{
    s->y += 14.0;
    write_phrase(s, MARGIN, s->y, " font-size=\"17\" font-weight=\"600\"", uh_say(heading));
    s->y += LINE_UNITS + 2.0;
}

/* -- days -- */

enum { WEEKS = 4 };
#define DAYS_X 126.0
#define DAY_UNITS 14.0
#define DAY_PITCH 17.0
#define WEEK_GAP 8.0

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
    double x = DAYS_X;
    write_date(s, MARGIN, s->y, small, monday);
    for (int32_t i = 0; i < WEEKS * UH_WEEK_DAYS; i++) {
        const int32_t ago = uh_date_between(uh_date_add(monday, i), progress->today);
        if (ago >= 0 && (uint32_t)ago < progress->known) {
            write_day(s, x, s->y - 12.0, progress->day[ago]);
            done += is_done(progress->day[ago]);
        }
        x += DAY_PITCH + (i % UH_WEEK_DAYS == UH_WEEK_DAYS - 1 ? WEEK_GAP : 0.0);
    }
    write_phrase(s, x + 6.0, s->y, small, uh_say1(UH_MSG_PROGRESS_ROW_DONE, uh_number(done)));
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
    double x = MARGIN;
    for (uint32_t look = UH_DAY_LOOK_COUNT - 1; look > UH_DAY_UNKNOWN; look--) {
        char name[UH_PAGE_TEXT_MAX];
        write_day(s, x, s->y - 12.0, (uh_day_look)look);
        write_text(s, x + 20.0, s->y, small, uh_page_render(s->page, uh_say(names[look]), name));
        x += 40.0 + SMALL_LETTER_UNITS * uh_text_columns(name);
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
    for (; monday.days <= progress->today.days;
         monday = uh_date_add(monday, WEEKS * UH_WEEK_DAYS)) {
        write_days_row(s, progress, monday);
    }
    write_legend(s);
    close_group(s);
}

/* -- minutes -- */

#define BAR_X 190.0
#define BAR_UNITS 400.0

static uh_phrase family_name(uint32_t family)
{
    return uh_say((uh_message)((uint32_t)UH_MSG_FAMILY_CHEST_OPEN + family));
}

static void write_bar(sheet *s, const uh_progress *progress, uint32_t family)
{
    const uint32_t ms = progress->family_ms[family];
    const double share = ms < UH_FAMILY_ENOUGH_MS ? (double)ms / UH_FAMILY_ENOUGH_MS : 1.0;
    write_phrase(s, MARGIN, s->y, "", family_name(family));
    open_chart(s);
    write_rect(s, BAR_X, s->y - 12.0, BAR_UNITS, 14.0, GROUND);
    write_rect(s, BAR_X, s->y - 12.0, BAR_UNITS * share, 14.0, BODY);
    write_line(s, BAR_X + BAR_UNITS, s->y - 16.0, BAR_X + BAR_UNITS, s->y + 6.0, INK);
    close_group(s);
    write_phrase(s, WIDTH - MARGIN, s->y, end, uh_say1(UH_MSG_PROGRESS_MINUTES, uh_duration(ms)));
    s->y += LINE_UNITS + 4.0;
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

#define COURSE_X 64.0
#define COURSE_UNITS 580.0
#define POINT_UNITS 10.0 /* of height for each point from 0 to 10 */

static double course_x(const uh_progress *progress, uint32_t day)
{
    return COURSE_X + COURSE_UNITS * (progress->known - day - 0.5) / progress->known;
}

static void write_scale(const sheet *s, const uh_progress *progress, double bottom)
{
    for (int32_t value = 0; value <= 10; value += 5) {
        const double y = bottom - POINT_UNITS * value;
        write_line(s, COURSE_X, y, COURSE_X + COURSE_UNITS, y, GROUND);
        write_number(s, COURSE_X - 8.0, y + 4.0, small_end, value);
    }
    write_date(s, COURSE_X, bottom + 18.0, small,
               uh_date_add(progress->today, 1 - (int32_t)progress->known));
    write_date(s, COURSE_X + COURSE_UNITS, bottom + 18.0, small_end, progress->today);
}

static void write_ratings(const sheet *s, const uh_progress *progress, const uh_course *course,
                          double bottom)
{
    for (uint32_t i = progress->known; i-- > 0;) {
        if (course->rating[i] != UH_NOT_ASKED) {
            write_dot(s, course_x(progress, i), bottom - POINT_UNITS * course->rating[i], 2.5,
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
            uh_out_real(s->out, course_x(progress, i), 1);
            uh_out_text(s->out, " ");
            uh_out_real(s->out, bottom - POINT_UNITS * course->median[i], 1);
            command = "L";
        }
    }
    uh_out_text(s->out, "\"/>\n");
    write_number(s, COURSE_X + COURSE_UNITS + 8.0, bottom - POINT_UNITS * course->last + 5.0, "",
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
        write_text(s, MARGIN, s->y, "", uh_page_render_text(s->page, of, name));
        write_phrase(s, 260.0, s->y, "", uh_relief_phrase(relief));
        s->y += LINE_UNITS;
    }
    if (progress->relief_count > 0) {
        write_paragraph(s, uh_say(UH_MSG_PROGRESS_RELIEF_NOTE));
    }
}

/* -- the numbers once more, as a table -- */

static void write_cells(sheet *s, uh_phrase name, int64_t value)
{
    uh_out_text(s->out, "<g role=\"row\">\n");
    write_this(s, MARGIN, s->y, " role=\"rowheader\"", &name);
    write_phrase(s, 420.0, s->y, " role=\"cell\" text-anchor=\"end\"",
                 uh_say1(UH_MSG_NUMBERS_VALUE, uh_number(value)));
    close_group(s);
    s->y += LINE_UNITS;
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
    write_phrase(s, MARGIN, s->y, " font-size=\"20\" font-weight=\"600\"",
                 uh_say2(UH_MSG_PROGRESS_TITLE, uh_number(progress->days), uh_literal(today)));
    s->y += LINE_UNITS + 8.0;
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
    uh_out_text(s->out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    uh_out_number(s->out, WIDTH);
    uh_out_text(s->out, " ");
    uh_out_real(s->out, height, 0);
    uh_out_text(s->out, "\"");
    uh_svg_attribute(s->out, "width", WIDTH);
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

void uh_show_progress_svg(const uh_page *page, const uh_progress *progress, uh_palette palette)
{
    sheet measured = {.out = {write_nowhere, NULL}, .page = page, .palette = palette, .y = 48.0};
    draw(&measured, progress);
    sheet s = {.out = page->out, .page = page, .palette = palette, .y = 48.0};
    open_svg(&s, measured.y + MARGIN / 2.0);
    write_names(&s, progress);
    uh_out_text(s.out, "<rect width=\"100%\" height=\"100%\"");
    write_colour(&s, "fill", PAGE);
    uh_out_text(s.out, "/>\n");
    draw(&s, progress);
    uh_out_text(s.out, "</svg>\n");
}
