/* SPDX-License-Identifier: MIT */
/* status.c: `unhunch status`, how things are at the desk. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "cli/desk.h"
#include "host/clock.h"
#include "unhunch/schedule.h"

typedef struct status_options {
    bool json;
    bool waybar;
} status_options;

static const status_options defaults = {0};
static const uh_option options[] = {
    {.name = "json",
     .letter = 'j',
     .offset = offsetof(status_options, json),
     .help = UH_MSG_CLI_OPTION_JSON},
    {.name = "waybar",
     .offset = offsetof(status_options, waybar),
     .help = UH_MSG_STATUS_OPTION_WAYBAR},
};

enum { VALUE_SIZE = 512, SECOND_MS = 1000, MINUTE_S = 60, MINUTE_MS = 60000, LINES_MAX = 4 };

/* -- sentences -- */

static bool is_value(const char *answer, const char *name, const char *wanted)
{
    char value[VALUE_SIZE];
    return strcmp(uh_desk_value(answer, name, value, sizeof value), wanted) == 0;
}

static int64_t minutes_of(const char *answer, const char *name)
{
    return uh_desk_number(answer, name) / MINUTE_S;
}

/* "17:05", or with its day where that is not today. */
static const char *clock_of(int64_t unix_ms, char out[VALUE_SIZE])
{
    const int32_t offset_s = uh_clock_offset_s((uh_unix_ms){unix_ms});
    const int64_t minute = (unix_ms / SECOND_MS + offset_s) / MINUTE_S;
    const int32_t here_s = uh_clock_offset_s(uh_clock_unix());
    const int64_t now = (uh_clock_unix().ms / SECOND_MS + here_s) / MINUTE_S;
    const int64_t day = 24 * 60;
    char date[UH_DATE_TEXT_SIZE] = "";
    if (minute / day != now / day) {
        uh_date_write((uh_date){(int32_t)(minute / day)}, date);
    }
    (void)snprintf(out, VALUE_SIZE, "%s%s%02d:%02d", date, date[0] != '\0' ? " " : "",
                   (int)(minute % day / 60), (int)(minute % 60));
    return out;
}

/* Whether somebody sits, or why not. */
static uh_phrase presence_phrase(const char *answer)
{
    if (is_value(answer, "Phase", "started")) {
        return uh_say(UH_MSG_STATUS_STARTED);
    }
    if (!uh_desk_is(answer, "Present")) {
        return uh_say(UH_MSG_STATUS_AWAY);
    }
    return uh_say1(UH_MSG_STATUS_SITTING, uh_number(minutes_of(answer, "SittingSeconds")));
}

static uh_phrase due_phrase(const uh_cli *cli, const char *answer, char buffer[VALUE_SIZE])
{
    char names[VALUE_SIZE];
    const char *waits = uh_desk_words(cli, uh_desk_value(answer, "WaitsFor", names, sizeof names),
                                      uh_busy_name, UH_MSG_BUSY_DO_NOT_DISTURB, buffer, VALUE_SIZE);
    return waits[0] != '\0' ? uh_say1(UH_MSG_STATUS_WAITS, uh_literal(waits))
                            : uh_say(UH_MSG_STATUS_DUE);
}

static uh_phrase next_phrase(const uh_cli *cli, const char *answer, char buffer[VALUE_SIZE],
                             bool *ret_there)
{
    *ret_there = true;
    if (uh_desk_is(answer, "Quiet")) {
        return uh_say1(UH_MSG_STATUS_QUIET,
                       uh_literal(clock_of(uh_desk_number(answer, "QuietUntil"), buffer)));
    }
    if (!uh_desk_is(answer, "Open")) {
        return uh_say(UH_MSG_STATUS_CLOSED);
    }
    if (is_value(answer, "Phase", "due")) {
        return due_phrase(cli, answer, buffer);
    }
    if (is_value(answer, "Phase", "shown")) {
        return uh_say(UH_MSG_STATUS_SHOWN);
    }
    const int64_t next_ms = uh_desk_number(answer, "Next");
    *ret_there = next_ms > 0;
    const int64_t left = (next_ms - uh_clock_unix().ms + MINUTE_MS / 2) / MINUTE_MS;
    return left < 1 ? uh_say(UH_MSG_STATUS_SOON) : uh_say1(UH_MSG_STATUS_NEXT, uh_number(left));
}

bool uh_desk_line(const uh_cli *cli, const char *answer, uint32_t index, char *out, size_t capacity)
{
    char buffer[VALUE_SIZE];
    bool there = true;
    uh_phrase phrase = presence_phrase(answer);
    if (index == 1) {
        phrase = next_phrase(cli, answer, buffer, &there);
    } else if (index == 2) {
        there = uh_desk_is(answer, "Engaged") || uh_desk_is(answer, "Missed");
        phrase = uh_desk_is(answer, "Engaged")
                     ? uh_say(UH_MSG_STATUS_ENGAGED)
                     : uh_say1(UH_MSG_STATUS_MISSED, uh_literal("unhunch break start"));
    } else if (index == 3) {
        phrase = uh_say2(UH_MSG_STATUS_TODAY, uh_number(uh_desk_number(answer, "BreaksToday")),
                         uh_number(minutes_of(answer, "SittingTodaySeconds")));
    }
    out[0] = '\0';
    if (there) {
        (void)uh_words(cli->language, NULL, &phrase, out, capacity);
    }
    return index < LINES_MAX;
}

/* -- text -- */

static uh_phrase nobody_phrase(uh_desk_answer how, char start[UH_DESK_START_SIZE])
{
    return how == UH_DESK_NOT_BUILT
               ? uh_say(UH_MSG_BREAK_NOT_BUILT)
               : uh_say1(UH_MSG_STATUS_NOBODY, uh_literal(uh_desk_how_to_start(start)));
}

static void join_lines(const uh_cli *cli, const char *answer, char out[UH_PAGE_TEXT_MAX])
{
    char line[VALUE_SIZE];
    uh_buffer text = {out, UH_PAGE_TEXT_MAX, 0};
    const uh_out to = uh_out_to_buffer(&text);
    for (uint32_t i = 0; uh_desk_line(cli, answer, i, line, sizeof line); i++) {
        uh_out_text(to, text.length > 0 && line[0] != '\0' ? " " : "");
        uh_out_text(to, line);
    }
}

static int show(const uh_cli *cli, uh_desk_answer how, const char *answer)
{
    char text[UH_PAGE_TEXT_MAX];
    if (how != UH_DESK_ANSWERED) {
        char start[UH_DESK_START_SIZE];
        const uh_phrase phrase = nobody_phrase(how, start);
        uh_cli_print(cli, &phrase);
        return UH_EXIT_FAILED;
    }
    join_lines(cli, answer, text);
    uh_out_text(cli->out, text); /* one line, whatever the width: for bars and scripts */
    uh_out_text(cli->out, "\n");
    return UH_EXIT_DONE;
}

/* -- JSON -- */

typedef enum value_kind { IS_BOOL, IS_TEXT, IS_NUMBER, IS_SECONDS, IS_MOMENT } value_kind;

static const struct {
    const char *property;
    const char *key;
    value_kind kind;
} values[] = {
    {"Present", "present", IS_BOOL},
    {"Engaged", "engaged", IS_BOOL},
    {"Locked", "locked", IS_BOOL},
    {"Phase", "phase", IS_TEXT},
    {"Prompt", "prompt", IS_TEXT},
    {"Stretch", "stretch", IS_TEXT},
    {"SittingSeconds", "sitting_ms", IS_SECONDS},
    {"SittingSince", "sitting_since", IS_MOMENT},
    {"AwaySince", "away_since", IS_MOMENT},
    {"Next", "next", IS_MOMENT},
    {"WaitsFor", "waits_for", IS_TEXT},
    {"Missed", "missed", IS_BOOL},
    {"Open", "office_hours", IS_BOOL},
    {"Quiet", "paused", IS_BOOL},
    {"QuietUntil", "paused_until", IS_MOMENT},
    {"PutOffs", "put_offs", IS_NUMBER},
    {"SnoozeMostSeconds", "snooze_most_ms", IS_SECONDS},
    {"SittingTodaySeconds", "sitting_today_ms", IS_SECONDS},
    {"BreaksToday", "breaks_today", IS_NUMBER},
    {"StretchesToday", "stretches_today", IS_NUMBER},
    {"PromptsToday", "prompts_today", IS_NUMBER},
    {"SnoozesToday", "snoozes_today", IS_NUMBER},
    {"SkipsToday", "skips_today", IS_NUMBER},
    {"IdleSource", "idle_source", IS_TEXT},
    {"Trouble", "trouble", IS_TEXT},
};

static void write_value(uh_json *json, const char *answer, size_t index)
{
    char text[VALUE_SIZE];
    const char *key = values[index].key;
    const int64_t number = uh_desk_number(answer, values[index].property);
    switch (values[index].kind) {
    case IS_BOOL:
        uh_json_bool(json, key, uh_desk_is(answer, values[index].property));
        break;
    case IS_TEXT:
        uh_json_text(json, key, uh_desk_value(answer, values[index].property, text, sizeof text));
        break;
    case IS_NUMBER:
        uh_json_number(json, key, number);
        break;
    case IS_SECONDS:
        uh_json_number(json, key, number * SECOND_MS);
        break;
    case IS_MOMENT:
        if (number == 0) {
            uh_json_null(json, key);
        } else {
            uh_json_number(json, key, number);
        }
        break;
    }
}

static int show_json(const uh_cli *cli, uh_desk_answer how, const char *answer)
{
    uh_json json = uh_json_to(cli->out, true);
    uh_json_object(&json, NULL);
    uh_json_bool(&json, "running", how == UH_DESK_ANSWERED);
    for (size_t i = 0; how == UH_DESK_ANSWERED && i < UH_COUNT(values); i++) {
        write_value(&json, answer, i);
    }
    uh_json_end_object(&json);
    return UH_EXIT_DONE;
}

/* -- Waybar: one line of JSON -- */

/* A row for each state; the first that is so. */
static uint32_t bar_state(uh_desk_answer how, const char *answer)
{
    if (how != UH_DESK_ANSWERED) {
        return 0;
    }
    if (uh_desk_is(answer, "Quiet") || !uh_desk_is(answer, "Open")) {
        return 1;
    }
    if (!uh_desk_is(answer, "Present") || is_value(answer, "Phase", "started")) {
        return 2;
    }
    return is_value(answer, "Phase", "due") || is_value(answer, "Phase", "shown") ? 3 : 4;
}

static int show_waybar(const uh_cli *cli, uh_desk_answer how, const char *answer)
{
    static const struct {
        const char *name;
        uh_message text;
    } states[] = {{"off", UH_MSG_STATUS_BAR_OFF},
                  {"paused", UH_MSG_STATUS_BAR_QUIET},
                  {"away", UH_MSG_STATUS_BAR_AWAY},
                  {"due", UH_MSG_STATUS_BAR_DUE},
                  {"sitting", UH_MSG_STATUS_BAR_SITTING}};
    char text[VALUE_SIZE];
    char tooltip[UH_PAGE_TEXT_MAX];
    const uint32_t state = bar_state(how, answer);
    const uh_phrase short_phrase =
        uh_say1(states[state].text, uh_number(minutes_of(answer, "SittingSeconds")));
    char start[UH_DESK_START_SIZE];
    const uh_phrase nobody = nobody_phrase(how, start);
    (void)uh_words(cli->language, NULL, &short_phrase, text, sizeof text);
    if (how == UH_DESK_ANSWERED) {
        join_lines(cli, answer, tooltip);
    } else {
        (void)uh_words(cli->language, NULL, &nobody, tooltip, sizeof tooltip);
    }
    uh_json json = uh_json_to(cli->out, false);
    uh_json_object(&json, NULL);
    uh_json_text(&json, "text", text);
    uh_json_text(&json, "tooltip", tooltip);
    uh_json_text(&json, "class", states[state].name);
    uh_json_end_object(&json);
    return UH_EXIT_DONE;
}

static int run(uh_cli *cli, const void *chosen, int count, char **words)
{
    const status_options *status = chosen;
    static const char *const question[] = {"status", NULL};
    char answer[UH_DESK_ANSWER_SIZE];
    (void)count;
    (void)words;
    const uh_desk_answer how = uh_desk_ask(question, answer);
    if (status->waybar) {
        return show_waybar(cli, how, answer);
    }
    return status->json ? show_json(cli, how, answer) : show(cli, how, answer);
}

const uh_command uh_command_status = {
    .name = "status",
    .summary = UH_MSG_STATUS_SUMMARY,
    .usage = UH_MSG_USAGE_NOTHING,
    .about = UH_MSG_STATUS_ABOUT,
    .words = UH_WORDS_NONE,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
