/* SPDX-License-Identifier: MIT */
/* door_progress.c: what the history says, as values, words and a picture; and today at a glance. */
#include "unhunch/glance.h"
#include "unhunch/progress_show.h"
#include "wasm/door.h"
#include "wasm/door_facts.h"
#include "wasm/door_inside.h"
#include "wasm/door_today.h"

static uh_today back; /* a look further back than the plan's */
static uh_progress progress;

static uint32_t goal(void)
{
    const uh_today *today = uh_door_the_today();
    return uh_settings_goal_days(&today->settings, &today->screening);
}

/* A look back over so many days, from the day that was folded last: then every fact again. */
UH_DOOR(void, uh_door_progress_begin, uint32_t days)
{
    UH_ASSERT(days >= UH_PROGRESS_DAYS_LEAST && days <= UH_HISTORY_DAYS);
    uh_today_begin(uh_door_the_today()->now, days, &back);
}

UH_DOOR(void, uh_door_progress_take, void)
{
    uh_today_take(&back, uh_door_the_catalogue(), uh_door_fact_in());
}

UH_DOOR(void, uh_door_progress_end, void)
{
    uh_today_end(&back, uh_door_the_catalogue(), false);
    uh_progress_look(&back.history, back.days, goal(), &progress);
}

const uh_progress *uh_door_the_progress(void)
{
    return &progress;
}

/* A whole <svg> element with its numbers as a table; uh_palette; is it for a phone? */
UH_DOOR(const char *, uh_door_progress_svg, uint32_t palette, uint32_t is_narrow)
{
    UH_ASSERT(palette < UH_PALETTE_COUNT);
    const uh_page *page = uh_door_page(uh_door_json()->out);
    uh_show_progress_svg(page, &progress, (uh_palette)palette, is_narrow != 0);
    return uh_door_json_text();
}

/* -- in words: {title, empty, sections [{key, heading, lines []}]} -- */

static void open_section(uh_json *json, const char *key, uh_message heading)
{
    uh_json_object(json, NULL);
    uh_json_text(json, "key", key);
    uh_door_say(json, "heading", uh_say(heading));
    uh_json_list(json, "lines");
}

static void close_section(uh_json *json)
{
    uh_json_end_list(json);
    uh_json_end_object(json);
}

static void write_days(uh_json *json)
{
    open_section(json, "days", UH_MSG_PROGRESS_DAYS_HEADING);
    uh_door_say(json, NULL, uh_progress_done_phrase(&progress));
    uh_door_say(json, NULL, uh_progress_days_phrase(&progress));
    if (progress.rest + progress.flare > 0) {
        uh_door_say(json, NULL, uh_progress_rest_phrase(&progress));
    }
    if (progress.breaks > 0) {
        uh_door_say(json, NULL, uh_progress_breaks_phrase(&progress));
    }
    close_section(json);
}

static void write_minutes(uh_json *json)
{
    bool is_any = false;
    open_section(json, "minutes", UH_MSG_PROGRESS_MINUTES_HEADING);
    for (uint32_t family = 0; family < UH_FAMILY_COUNT; family++) {
        if (progress.family_ms[family] > 0) {
            uh_door_say(json, NULL, uh_progress_family_phrase(&progress, (uh_family)family));
            is_any = true;
        }
    }
    uh_door_say(json, NULL,
                uh_say(is_any ? UH_MSG_PROGRESS_MINUTES_LINE : UH_MSG_PROGRESS_MINUTES_NONE));
    close_section(json);
}

static void write_courses(uh_json *json)
{
    for (uint32_t which = 0; which < UH_COMPLAINT_COUNT; which++) {
        open_section(json, uh_complaint_name(which),
                     (uh_message)((uint32_t)UH_MSG_COMPLAINT_PAIN + which));
        uh_door_say(json, NULL, uh_progress_course_phrase(&progress, (uh_complaint)which));
        close_section(json);
    }
}

static void write_relief(uh_json *json)
{
    if (progress.relief_asked == 0) {
        return;
    }
    open_section(json, "relief", UH_MSG_PROGRESS_RELIEF_HEADING);
    uh_door_say(json, NULL, uh_progress_relief_phrase(&progress));
    close_section(json);
}

static void write_relief_rows(uh_json *json)
{
    uh_json_list(json, "relief");
    for (uint32_t i = 0; progress.relief_asked >= UH_RELIEF_LEAST && i < progress.relief_count;
         i++) {
        uh_json_object(json, NULL);
        uh_json_number(json, "exercise", progress.relief[i].exercise);
        uh_door_say(json, "text", uh_relief_phrase(&progress.relief[i]));
        uh_json_end_object(json);
    }
    uh_json_end_list(json);
    if (progress.relief_count > 0) {
        uh_door_say(json, "relief_note", uh_say(UH_MSG_PROGRESS_RELIEF_NOTE));
    } else {
        uh_json_null(json, "relief_note");
    }
}

/* Sections are "days", "minutes", "pain", "stiffness", "sides" and "relief"; `relief` has a row for
 * each stretch of which something can be said. */
UH_DOOR(const char *, uh_door_progress_words, void)
{
    uh_json *json = uh_door_json();
    char today[UH_DATE_TEXT_SIZE];
    uh_date_write(progress.today, today);
    uh_json_object(json, NULL);
    uh_door_say(json, "title",
                uh_say2(UH_MSG_PROGRESS_TITLE, uh_number(progress.days), uh_literal(today)));
    if (uh_progress_is_empty(&progress)) {
        uh_door_say(json, "empty", uh_progress_empty_phrase(&progress));
    } else {
        uh_json_null(json, "empty");
    }
    uh_json_list(json, "sections");
    write_days(json);
    write_minutes(json);
    write_courses(json);
    if ((progress.left_ms | progress.right_ms) != 0) {
        open_section(json, "sides", UH_MSG_PROGRESS_SIDES_HEADING);
        uh_door_say(json, NULL, uh_progress_sides_phrase(&progress));
        close_section(json);
    }
    write_relief(json);
    uh_json_end_list(json);
    write_relief_rows(json);
    uh_json_end_object(json);
    return uh_door_json_text();
}

/* -- today at a glance -- */

/* {day, text, week}: `text` says what would fit, or what comes before all else; `week` what was
 * done in seven days, null where nothing was. */
UH_DOOR(const char *, uh_door_today_words, void)
{
    static uh_progress of_today;
    const uh_today *today = uh_door_the_today();
    char day[UH_DATE_TEXT_SIZE];
    uh_date_write(today->now.day, day);
    uh_progress_look(uh_door_the_history(), UH_PROGRESS_DAYS, goal(), &of_today);
    uh_json *json = uh_door_json();
    uh_json_object(json, NULL);
    uh_json_text(json, "day", day);
    uh_door_say(json, "text",
                uh_say(uh_glance_message(&today->screening, &today->history, &of_today,
                                         uh_session_may_go_on(&today->last, today->now.at))));
    if (of_today.week_done > 0) {
        uh_door_say(json, "week", uh_glance_week_phrase(&of_today));
    } else {
        uh_json_null(json, "week");
    }
    uh_json_end_object(json);
    return uh_door_json_text();
}
