/* SPDX-License-Identifier: MIT */
#include "unhunch/plan_show.h"

enum { INDENT = 2, COLUMN = 28, DAY_COLUMN = 24 };

static const char *key_of(const uh_catalogue *catalogue, uint32_t exercise)
{
    return uh_catalogue_text(catalogue, uh_catalogue_exercise(catalogue, exercise)->key);
}

/* -- one entry: "Sitting: 5 times 2 s" -- */

static uh_phrase dose_phrase(const uh_routine_entry *entry, const uh_variant *variant)
{
    const uh_argument form = uh_catalogue_argument(variant->name);
    const uh_argument times = uh_number(entry->dose.repetitions);
    return entry->dose.hold_ms > 0
               ? uh_say3(UH_MSG_PLAN_DOSE_HELD, times, form, uh_seconds(entry->dose.hold_ms))
               : uh_say2(UH_MSG_PLAN_DOSE_MOVED, times, form);
}

/* Puts a phrase round what stands in the buffer. */
static void wrap(const uh_page *page, uh_phrase phrase, char *text)
{
    char words[UH_PAGE_TEXT_MAX];
    uh_buffer out = {text, UH_PAGE_TEXT_MAX, 0};
    uh_page_render(page, phrase, words);
    uh_out_text(uh_out_to_buffer(&out), words);
}

const char *uh_plan_render_dose(const uh_page *page, const uh_routine_entry *entry, char *text)
{
    const uh_exercise *exercise = uh_catalogue_exercise(page->catalogue, entry->exercise);
    const uh_sides *sides = &exercise->sides;
    uh_page_render(
        page, dose_phrase(entry, uh_exercise_variant(page->catalogue, exercise, entry->variant)),
        text);
    if (entry->dose.sets > 1) {
        wrap(page, uh_say2(UH_MSG_PLAN_DOSE_SETS, uh_number(entry->dose.sets), uh_literal(text)),
             text);
    }
    if (entry->one_side_only) {
        const uh_text side = entry->first_side == UH_SIDE_LEFT ? sides->left : sides->right;
        wrap(page,
             uh_say2(UH_MSG_PLAN_DOSE_ONE_SIDE, uh_literal(text), uh_catalogue_argument(side)),
             text);
    } else if (entry->first_side != UH_SIDE_BOTH) {
        wrap(page, uh_say1(UH_MSG_PLAN_DOSE_SIDES, uh_literal(text)), text);
    }
    return text;
}

/* -- groups -- */

static void reason_line(const uh_page *page, const uh_plan *plan, uint32_t exercise)
{
    char text[UH_PAGE_TEXT_MAX];
    uh_page_item(
        page, INDENT, key_of(page->catalogue, exercise), COLUMN,
        uh_page_render(page, uh_plan_reason_phrase(page->catalogue, plan, exercise), text));
}

static void show_entries(const uh_page *page, const uh_plan *plan)
{
    for (uint32_t i = 0; i < plan->routine.count; i++) {
        char text[UH_PAGE_TEXT_MAX];
        const uh_routine_entry *entry = &plan->routine.entries[i];
        reason_line(page, plan, entry->exercise);
        uh_page_item(page, INDENT, "", COLUMN, uh_plan_render_dose(page, entry, text));
    }
}

static void show_others(const uh_page *page, const uh_plan *plan, uh_plan_group group)
{
    for (uint32_t i = 0; i < plan->reason_count; i++) {
        if (uh_plan_group_of(plan->reasons[i].code) == group) {
            reason_line(page, plan, i);
        }
    }
}

static bool has_group(const uh_plan *plan, uh_plan_group group)
{
    for (uint32_t i = 0; i < plan->reason_count; i++) {
        if (uh_plan_group_of(plan->reasons[i].code) == group) {
            return true;
        }
    }
    return false;
}

static const uh_message headings[UH_PLAN_GROUP_COUNT] = {
    [UH_PLAN_GROUP_IN] = UH_MSG_PLAN_GROUP_IN,
    [UH_PLAN_GROUP_COULD_BE] = UH_MSG_PLAN_GROUP_COULD_BE,
    [UH_PLAN_GROUP_NOT_FOR_YOU] = UH_MSG_PLAN_GROUP_NOT_FOR_YOU,
    [UH_PLAN_GROUP_NO_ROOM] = UH_MSG_PLAN_GROUP_NO_ROOM,
};

static void show_group(const uh_page *page, const uh_plan *plan, uh_plan_group group)
{
    if (!has_group(plan, group)) {
        return;
    }
    uh_page_blank(page);
    uh_page_message(page, 0, headings[group]);
    if (group == UH_PLAN_GROUP_IN) {
        show_entries(page, plan);
    } else {
        show_others(page, plan, group);
    }
}

/* -- the page -- */

static uh_phrase head_phrase(const uh_plan_request *request, const uh_plan *plan)
{
    const uh_argument place = uh_message_argument(
        (uh_message)((uint32_t)UH_MSG_CONTEXT_ANY + (uint32_t)request->context));
    const uh_argument duration = uh_duration(plan->duration_ms);
    return request->micro ? uh_say2(UH_MSG_PLAN_HEAD_MICRO, place, duration)
                          : uh_say3(UH_MSG_PLAN_HEAD, uh_number(request->minutes), place, duration);
}

static void show_refusal(const uh_page *page, const uh_plan *plan)
{
    uh_page_phrase(page, 0, uh_plan_refusal_phrase(plan));
    if (plan->refusal.kind != UH_PLAN_NO_EMERGENCY) {
        uh_page_phrase(page, 0, uh_plan_nearest_phrase(page->catalogue, plan));
    }
}

/* One reason for all of them is told once. */
static bool is_against_all(const uh_plan *plan)
{
    const uh_plan_refusal_kind kind = plan->refusal.kind;
    return kind == UH_PLAN_NO_EMERGENCY || kind == UH_PLAN_NO_CLINICIAN || kind == UH_PLAN_NO_PAIN;
}

static void show_head(const uh_page *page, const uh_plan_request *request, const uh_plan *plan)
{
    if (plan->refusal.kind != UH_PLAN_POSSIBLE) {
        show_refusal(page, plan);
        return;
    }
    uh_page_phrase(page, 0, head_phrase(request, plan));
    uh_page_message(page, 0, uh_plan_why_message(plan));
    for (uint32_t note = 0; note < UH_PLAN_NOTE_COUNT; note++) {
        if ((plan->notes & 1U << note) != 0) {
            uh_page_phrase(page, 0, uh_plan_note_phrase((uh_plan_note)note));
        }
    }
}

static void show_anchors(const uh_page *page, const uh_plan_anchor *anchors, uint32_t count)
{
    if (count == 0) {
        return;
    }
    uh_page_blank(page);
    uh_page_message(page, 0, UH_MSG_PLAN_ANCHORS);
    for (uint32_t i = 0; i < count; i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(page->catalogue, anchors[i].exercise);
        uh_page_phrase(page, INDENT,
                       uh_say2(UH_MSG_PLAN_ANCHOR, uh_literal(anchors[i].moment),
                               uh_catalogue_argument(exercise->name)));
    }
}

void uh_plan_show(const uh_page *page, const uh_plan_request *request, const uh_plan *plan,
                  const uh_plan_anchor *anchors, uint32_t anchor_count)
{
    show_head(page, request, plan);
    if (is_against_all(plan)) {
        return;
    }
    for (uint32_t group = 0; group < UH_PLAN_GROUP_COUNT; group++) {
        show_group(page, plan, (uh_plan_group)group);
    }
    show_anchors(page, anchors, anchor_count);
}

/* -- the page in short -- */

static const char *name_of(const uh_page *page, uint32_t exercise, char *text)
{
    return uh_page_render_text(page, uh_catalogue_exercise(page->catalogue, exercise)->name, text);
}

/* What comes back after a stop says so; why the others are in stands above them all. */
static void show_entries_short(const uh_page *page, const uh_plan *plan)
{
    for (uint32_t i = 0; i < plan->routine.count; i++) {
        const uh_routine_entry *entry = &plan->routine.entries[i];
        char name[UH_PAGE_TEXT_MAX];
        char text[UH_PAGE_TEXT_MAX];
        uh_page_item(page, INDENT, name_of(page, entry->exercise, name), COLUMN,
                     uh_plan_render_dose(page, entry, text));
        if (plan->reasons[entry->exercise].code == UH_PLAN_IN_RETURN) {
            const uh_phrase why = uh_plan_reason_phrase(page->catalogue, plan, entry->exercise);
            uh_page_item(page, INDENT, "", COLUMN, uh_page_render(page, why, text));
        }
    }
}

/* "No room today: Chin tuck, Cat and cow" */
static void show_names(const uh_page *page, const uh_plan *plan, uh_plan_group group)
{
    char names[UH_PAGE_TEXT_MAX] = "";
    uh_buffer list = {names, sizeof names, 0};
    for (uint32_t i = 0; i < plan->reason_count; i++) {
        char name[UH_PAGE_TEXT_MAX];
        if (uh_plan_group_of(plan->reasons[i].code) == group) {
            uh_out_text(uh_out_to_buffer(&list), list.length > 0 ? ", " : "");
            uh_out_text(uh_out_to_buffer(&list), name_of(page, i, name));
        }
    }
    uh_page_phrase(
        page, 0,
        uh_say2(UH_MSG_PLAN_NAMES, uh_message_argument(headings[group]), uh_literal(names)));
}

/* What is not for this person now keeps its reasons: they are about safety. */
static void show_group_short(const uh_page *page, const uh_plan *plan, uh_plan_group group)
{
    if (group != UH_PLAN_GROUP_IN && group != UH_PLAN_GROUP_NOT_FOR_YOU) {
        show_names(page, plan, group);
        return;
    }
    uh_page_message(page, 0, headings[group]);
    if (group == UH_PLAN_GROUP_IN) {
        show_entries_short(page, plan);
        return;
    }
    for (uint32_t i = 0; i < plan->reason_count; i++) {
        if (uh_plan_group_of(plan->reasons[i].code) == group) {
            uh_page_phrase(page, INDENT, uh_plan_reason_phrase(page->catalogue, plan, i));
        }
    }
}

void uh_plan_show_short(const uh_page *page, const uh_plan_request *request, const uh_plan *plan,
                        const uh_plan_anchor *anchors, uint32_t anchor_count)
{
    show_head(page, request, plan);
    if (is_against_all(plan)) {
        return;
    }
    for (uint32_t group = 0; group < UH_PLAN_GROUP_COUNT; group++) {
        if (has_group(plan, (uh_plan_group)group)) {
            uh_page_blank(page);
            show_group_short(page, plan, (uh_plan_group)group);
        }
    }
    show_anchors(page, anchors, anchor_count);
}

/* -- a week -- */

void uh_plan_week_head(const uh_page *page, uint32_t goal_days)
{
    uh_page_phrase(page, 0,
                   goal_days == 0 ? uh_say(UH_MSG_PLAN_WEEK_FREE)
                                  : uh_say1(UH_MSG_PLAN_WEEK, uh_number(goal_days)));
    uh_page_blank(page);
}

static const char *render_day(const uh_page *page, uh_date date, char *text)
{
    static const uh_message names[] = {
        UH_MSG_PLAN_MONDAY, UH_MSG_PLAN_TUESDAY,  UH_MSG_PLAN_WEDNESDAY, UH_MSG_PLAN_THURSDAY,
        UH_MSG_PLAN_FRIDAY, UH_MSG_PLAN_SATURDAY, UH_MSG_PLAN_SUNDAY};
    char written[UH_DATE_TEXT_SIZE];
    uh_date_write(date, written);
    return uh_page_render(page,
                          uh_say2(UH_MSG_PLAN_WEEK_DAY,
                                  uh_message_argument(names[uh_date_weekday(date)]),
                                  uh_literal(written)),
                          text);
}

/* "4:50: Chin tuck, Shoulder blade squeeze" */
static const char *render_line(const uh_page *page, const uh_plan *plan, char *text)
{
    char names[UH_PAGE_TEXT_MAX];
    uh_buffer list = {names, sizeof names, 0};
    names[0] = '\0';
    for (uint32_t i = 0; i < plan->routine.count; i++) {
        char name[UH_PAGE_TEXT_MAX];
        const uint32_t exercise = plan->routine.entries[i].exercise;
        uh_out_text(uh_out_to_buffer(&list), i > 0 ? ", " : "");
        uh_out_text(uh_out_to_buffer(&list),
                    uh_page_render_text(
                        page, uh_catalogue_exercise(page->catalogue, exercise)->name, name));
    }
    return uh_page_render(
        page, uh_say2(UH_MSG_PLAN_WEEK_LINE, uh_duration(plan->duration_ms), uh_literal(names)),
        text);
}

void uh_plan_week_line(const uh_page *page, uh_date date, const uh_plan *plan)
{
    char day[UH_PAGE_TEXT_MAX];
    char line[UH_PAGE_TEXT_MAX];
    render_day(page, date, day);
    if (!plan) {
        uh_page_render(page, uh_say(UH_MSG_PLAN_WEEK_OFF), line);
    } else if (plan->refusal.kind != UH_PLAN_POSSIBLE) {
        uh_page_render(page, uh_plan_refusal_phrase(plan), line);
    } else {
        render_line(page, plan, line);
    }
    uh_page_item(page, INDENT, day, DAY_COLUMN, line);
}
