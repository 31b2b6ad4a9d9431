/* SPDX-License-Identifier: MIT */
/* break.c: `unhunch break`, which talks to unhunchd. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "cli/desk.h"
#include "unhunch/schedule.h"

typedef struct break_options {
    bool offer;
    bool keys;
    const char *picture;
    const char *seen;
} break_options;

static const break_options defaults = {0};
static const uh_option options[] = {
    {.name = "offer", .offset = offsetof(break_options, offer), .help = UH_MSG_BREAK_OPTION_OFFER},
    {.name = "picture",
     .kind = UH_OPTION_FILE,
     .offset = offsetof(break_options, picture),
     .argument = UH_MSG_OPTION_FILE,
     .help = UH_MSG_BREAK_OPTION_PICTURE},
    {.name = "seen",
     .kind = UH_OPTION_TEXT,
     .offset = offsetof(break_options, seen),
     .argument = UH_MSG_OPTION_LIST,
     .help = UH_MSG_BREAK_OPTION_SEEN},
    {.name = "keys", .offset = offsetof(break_options, keys), .help = UH_MSG_CLI_OPTION_KEYS},
};

enum { MINUTE_MS = 60000, LIST_SIZE = 256, COLUMN = 12 };

/* What follows a word. */
typedef enum argument_kind {
    TAKES_NOTHING,
    TAKES_PROMPT,
    TAKES_REASON,
    TAKES_MINUTES
} argument_kind;

static const struct {
    const char *word;
    argument_kind takes;
    const char *usual; /* where nothing is said */
    int64_t min_ms, max_ms;
    uh_message help;
} rows[] = {
    {"now", TAKES_PROMPT, "stand", 0, 0, UH_MSG_BREAK_NOW},
    {"start", TAKES_NOTHING, NULL, 0, 0, UH_MSG_BREAK_START},
    {"snooze", TAKES_MINUTES, "5", UH_SCHEDULE_SNOOZE_MIN_MS, UH_SCHEDULE_SNOOZE_MAX_MS,
     UH_MSG_BREAK_SNOOZE},
    {"skip", TAKES_REASON, "not-now", 0, 0, UH_MSG_BREAK_SKIP},
    {"pause", TAKES_MINUTES, "60", UH_SCHEDULE_QUIET_MIN_MS, UH_SCHEDULE_QUIET_MAX_MS,
     UH_MSG_BREAK_PAUSE},
    {"resume", TAKES_NOTHING, NULL, 0, 0, UH_MSG_BREAK_RESUME},
    {"done", TAKES_NOTHING, NULL, 0, 0, UH_MSG_BREAK_DONE},
};

static int complain(const uh_cli *cli, uh_phrase phrase, int code)
{
    uh_cli_complain(cli, &phrase);
    return code;
}

/* -- words -- */

static const char *word_at(const void *from, uint32_t index)
{
    (void)from;
    return rows[index].word;
}

static int find_word(const uh_cli *cli, const char *typed, uint32_t *ret_row)
{
    for (uint32_t i = 0; i < UH_COUNT(rows); i++) {
        if (strcmp(rows[i].word, typed) == 0) {
            *ret_row = i;
            return UH_EXIT_GO_ON;
        }
    }
    const char *near = uh_nearest_name(typed, word_at, NULL, UH_COUNT(rows));
    return complain(
        cli,
        near != NULL
            ? uh_say2(UH_MSG_BREAK_NO_WORD_HINT, uh_literal(typed), uh_literal(near))
            : uh_say2(UH_MSG_BREAK_NO_WORD, uh_literal(typed), uh_literal("unhunch help break")),
        UH_EXIT_USAGE);
}

/* Of postures nobody takes a break. */
static const char *prompt_name(uint32_t prompt)
{
    return prompt < UH_PROMPT_POSTURE ? uh_prompt_name(prompt) : "";
}

static int check_choice(const uh_cli *cli, uint32_t row, const char *typed,
                        const char *(*name_of)(uint32_t))
{
    char list[LIST_SIZE];
    uh_buffer text = {list, sizeof list, 0};
    const uh_out out = uh_out_to_buffer(&text);
    for (uint32_t i = 0; name_of(i)[0] != '\0'; i++) {
        if (strcmp(name_of(i), typed) == 0) {
            return UH_EXIT_GO_ON;
        }
        uh_out_text(out, i > 0 ? ", " : "");
        uh_out_text(out, name_of(i));
    }
    return complain(cli,
                    uh_say3(UH_MSG_BREAK_BAD_CHOICE, uh_literal(rows[row].word), uh_literal(typed),
                            uh_literal(list)),
                    UH_EXIT_USAGE);
}

static int check_minutes(const uh_cli *cli, uint32_t row, const char *typed)
{
    char *end = NULL;
    const long minutes = strtol(typed, &end, 10);
    const long min = (long)(rows[row].min_ms / MINUTE_MS);
    const long max = (long)(rows[row].max_ms / MINUTE_MS);
    if (typed[0] >= '0' && typed[0] <= '9' && *end == '\0' && minutes >= min && minutes <= max) {
        return UH_EXIT_GO_ON;
    }
    return complain(cli,
                    uh_say4(UH_MSG_BREAK_BAD_MINUTES, uh_literal(rows[row].word), uh_literal(typed),
                            uh_number(min), uh_number(max)),
                    UH_EXIT_USAGE);
}

static int check_argument(const uh_cli *cli, uint32_t row, const char *typed)
{
    switch (rows[row].takes) {
    case TAKES_PROMPT:
        return check_choice(cli, row, typed, prompt_name);
    case TAKES_REASON:
        return check_choice(cli, row, typed, uh_skip_reason_name);
    case TAKES_MINUTES:
        return check_minutes(cli, row, typed);
    case TAKES_NOTHING:
        break;
    }
    return UH_EXIT_GO_ON;
}

/* -- asking -- */

static int report(const uh_cli *cli, uh_desk_answer how, const char *answer)
{
    char start[UH_DESK_START_SIZE];
    switch (how) {
    case UH_DESK_NOBODY:
        return complain(cli, uh_say1(UH_MSG_BREAK_NOBODY, uh_literal(uh_desk_how_to_start(start))),
                        UH_EXIT_FAILED);
    case UH_DESK_NOT_BUILT:
        return complain(cli, uh_say(UH_MSG_BREAK_NOT_BUILT), UH_EXIT_FAILED);
    case UH_DESK_REFUSED:
        return complain(cli, uh_say(UH_MSG_BREAK_LOCKED), UH_EXIT_FAILED);
    case UH_DESK_ANSWERED:
        break;
    }
    if (strcmp(answer, "again\n") == 0) {
        const uh_phrase phrase = uh_say(UH_MSG_BREAK_AGAIN);
        uh_cli_tell(cli, &phrase);
        return UH_EXIT_FAILED;
    }
    return UH_EXIT_DONE;
}

static int ask(const uh_cli *cli, uint32_t row, const char *argument)
{
    char answer[UH_DESK_ANSWER_SIZE];
    const bool tomorrow = argument != NULL && strcmp(argument, "tomorrow") == 0;
    const char *const words[] = {tomorrow ? "tomorrow" : rows[row].word, tomorrow ? NULL : argument,
                                 NULL};
    const uh_desk_answer how = uh_desk_ask(words, answer);
    return report(cli, how, answer);
}

static int obey(const uh_cli *cli, int count, char **words)
{
    uint32_t row = 0;
    const char *typed = count > 0 ? words[0] : "now";
    const int found = find_word(cli, typed, &row);
    if (found != UH_EXIT_GO_ON) {
        return found;
    }
    if (count > 1 && rows[row].takes == TAKES_NOTHING) {
        return complain(
            cli, uh_say2(UH_MSG_BREAK_TAKES_NONE, uh_literal(rows[row].word), uh_literal(words[1])),
            UH_EXIT_USAGE);
    }
    const char *argument = count > 1 ? words[1] : rows[row].usual;
    const bool pauses = strcmp(rows[row].word, "pause") == 0;
    if (!(pauses && strcmp(argument, "tomorrow") == 0)) {
        const int checked = check_argument(cli, row, argument);
        if (checked != UH_EXIT_GO_ON) {
            return checked;
        }
    }
    return ask(cli, row, argument);
}

/* -- the command -- */

static void print_words(const uh_page *page)
{
    uh_page_blank(page);
    uh_page_message(page, 0, UH_MSG_BREAK_WORDS);
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        char help[UH_PAGE_TEXT_MAX];
        uh_page_item(page, 2, rows[i].word, COLUMN,
                     uh_page_render(page, uh_say(rows[i].help), help));
    }
}

static void print_keys(const uh_cli *cli, const char *(*name_of)(uint32_t))
{
    for (uint32_t i = 0; name_of(i)[0] != '\0'; i++) {
        uh_out_text(cli->out, name_of(i));
        uh_out_text(cli->out, "\n");
    }
}

static const char *row_word(uint32_t row)
{
    return row < UH_COUNT(rows) ? rows[row].word : "";
}

/* What may stand behind the words that were typed. */
static int list_keys(const uh_cli *cli, int count, char **words)
{
    uint32_t row = 0;
    if (count == 0) {
        print_keys(cli, row_word);
        return UH_EXIT_DONE;
    }
    const int found = find_word(cli, words[0], &row);
    if (found != UH_EXIT_GO_ON) {
        return found;
    }
    if (count == 1 && rows[row].takes == TAKES_PROMPT) {
        print_keys(cli, prompt_name);
    } else if (count == 1 && rows[row].takes == TAKES_REASON) {
        print_keys(cli, uh_skip_reason_name);
    }
    return UH_EXIT_DONE;
}

static int run(uh_cli *cli, const void *values, int count, char **words)
{
    const break_options *chosen = values;
    if (chosen->keys) {
        return list_keys(cli, count, words);
    }
    if (!chosen->offer && chosen->seen == NULL) {
        return obey(cli, count, words);
    }
    uh_own_files own;
    const uh_out nowhere = {0};
    if (!uh_shell_open_catalogue(cli, nowhere, &own)) { /* its mistakes are told elsewhere */
        return UH_EXIT_FAILED;
    }
    return chosen->offer ? uh_desk_offer(cli, chosen->picture)
                         : uh_desk_remember(cli, chosen->seen);
}

const uh_command uh_command_break = {
    .name = "break",
    .summary = UH_MSG_BREAK_SUMMARY,
    .usage = UH_MSG_BREAK_USAGE,
    .about = UH_MSG_BREAK_ABOUT,
    .more = print_words,
    .words = UH_WORDS_BREAKS,
    .words_max = 2,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
