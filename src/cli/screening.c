/* SPDX-License-Identifier: MIT */
/* screening.c: `unhunch screen`, the safety questions. */
#include <stddef.h>
#include <string.h>

#include "cli/screen/cards.h"
#include "cli/screen/first_run.h"
#include "host/terminal.h"

typedef struct screen_options {
    const char *yes;
    const char *seen;
    bool none;
    bool questions;
    bool json;
    bool plain;
} screen_options;

static const screen_options defaults = {0};
static const uh_option options[] = {
    {.name = "yes",
     .kind = UH_OPTION_TEXT,
     .offset = offsetof(screen_options, yes),
     .argument = UH_MSG_OPTION_LIST,
     .help = UH_MSG_SCREEN_OPTION_YES},
    {.name = "none", .offset = offsetof(screen_options, none), .help = UH_MSG_SCREEN_OPTION_NONE},
    {.name = "seen",
     .kind = UH_OPTION_TEXT,
     .offset = offsetof(screen_options, seen),
     .argument = UH_MSG_OPTION_LIST,
     .help = UH_MSG_SCREEN_OPTION_SEEN},
    {.name = "questions",
     .offset = offsetof(screen_options, questions),
     .help = UH_MSG_SCREEN_OPTION_QUESTIONS,
     .apart = 1},
    {.name = "plain",
     .letter = 'p',
     .offset = offsetof(screen_options, plain),
     .help = UH_MSG_OPTION_PLAIN},
    {.name = "json",
     .letter = 'j',
     .offset = offsetof(screen_options, json),
     .help = UH_MSG_CLI_OPTION_JSON,
     .apart = 1},
};

static int complain(const uh_cli *cli, uh_phrase phrase)
{
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_USAGE;
}

/* -- lists of questions -- */

static const char *question_key_at(const void *from, uint32_t index)
{
    (void)from;
    return uh_question_at(index)->key;
}

/* A line of the card stands for several questions: which of them is the answer. */
static int no_question(const uh_cli *cli, const char *typed)
{
    for (uh_health_line line = 0; line < UH_HEALTH_LINE_COUNT; line++) {
        if (strcmp(uh_health_line_name(line), typed) == 0) {
            char keys[UH_PAGE_TEXT_MAX] = "";
            uh_buffer text = {keys, sizeof keys, 0};
            for (uint64_t set = uh_health_line_questions(line); set != 0; set &= set - 1) {
                uh_out_text(uh_out_to_buffer(&text), text.length > 0 ? ", " : "");
                uh_out_text(uh_out_to_buffer(&text),
                            uh_question_at((uint32_t)__builtin_ctzll(set))->key);
            }
            return complain(cli, uh_say2(UH_MSG_SCREEN_WHICH, uh_literal(typed), uh_literal(keys)));
        }
    }
    const char *near = uh_nearest_name(typed, question_key_at, NULL, uh_question_count());
    return complain(cli, near != NULL ? uh_say2(UH_MSG_SCREEN_NO_QUESTION_HINT, uh_literal(typed),
                                                uh_literal(near))
                                      : uh_say2(UH_MSG_SCREEN_NO_QUESTION, uh_literal(typed),
                                                uh_literal("unhunch screen")));
}

/* "disc,kneeling" as a set; NULL: none. UH_EXIT_GO_ON, else the exit code after a complaint. */
static int read_set(const uh_cli *cli, const char *list, uint64_t *ret_set)
{
    if (list != NULL && *list == '\0') { /* a shell's empty variable says nothing of a body */
        return no_question(cli, list);
    }
    while (list != NULL && *list != '\0') {
        char key[UH_FACT_KEY_SIZE] = "";
        uint32_t index = 0;
        const size_t length = strcspn(list, ",");
        memcpy(key, list, length < sizeof key - 1 ? length : sizeof key - 1);
        if (uh_question_find(key, &index) != UH_OK) {
            return no_question(cli, key);
        }
        *ret_set |= UINT64_C(1) << index;
        list += length + (list[length] == ',');
    }
    return UH_EXIT_GO_ON;
}

/* A stop is no answer: it happened in a session. */
static int check_yes(const uh_cli *cli, uint64_t yes)
{
    const uint64_t stops = yes & uh_card_questions(UH_CARD_SESSION);
    if (stops == 0) {
        return UH_EXIT_GO_ON;
    }
    const char *key = uh_question_at((uint32_t)__builtin_ctzll(stops))->key;
    return complain(
        cli, uh_say2(UH_MSG_SCREEN_NO_QUESTION, uh_literal(key), uh_literal("unhunch screen")));
}

static int check_seen(const uh_cli *cli, const uh_past *past, uint64_t yes, uint64_t seen)
{
    for (; seen != 0; seen &= seen - 1) {
        const uint32_t index = (uint32_t)__builtin_ctzll(seen);
        const uh_argument key = uh_literal(uh_question_at(index)->key);
        if (((past->answers.yes | yes) & UINT64_C(1) << index) == 0) {
            return complain(cli, uh_say1(UH_MSG_SCREEN_NOT_TICKED, key));
        }
        if (!uh_question_needs_visit(uh_question_at(index))) {
            return complain(cli, uh_say1(UH_MSG_SCREEN_NO_VISIT, key));
        }
    }
    return UH_EXIT_GO_ON;
}

/* -- answering by list -- */

static int answer(uh_cli *cli, uh_past *past, const screen_options *chosen)
{
    uint64_t yes = 0;
    uint64_t seen = 0;
    if (chosen->none && chosen->yes != NULL) {
        return complain(cli, uh_say(UH_MSG_SCREEN_YES_OR_NONE));
    }
    int code = read_set(cli, chosen->yes, &yes);
    code = code == UH_EXIT_GO_ON ? check_yes(cli, yes) : code;
    code = code == UH_EXIT_GO_ON ? read_set(cli, chosen->seen, &seen) : code;
    code = code == UH_EXIT_GO_ON ? check_seen(cli, past, yes, seen) : code;
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    char id[UH_FACT_ID_SIZE];
    uh_past_name(past, id);
    uh_screener screener = uh_screener_start(&past->answers, past->now.day, true);
    if (chosen->none || chosen->yes != NULL) {
        uh_screener_answer(&screener, yes, seen, past->now);
    } else {
        uh_screener_see(&screener, seen, past->now);
    }
    return uh_cards_keep(cli, past, &screener, id) ? UH_EXIT_DONE : UH_EXIT_FAILED;
}

/* -- the command -- */

static int show(const uh_cli *cli, const uh_past *past)
{
    const uh_page page = uh_cli_page(cli);
    uh_show_screening(&page, &past->answers, past->now.day);
    return UH_EXIT_DONE;
}

static int show_json(const uh_cli *cli, const uh_past *past)
{
    uh_json json = uh_json_to(cli->out, true);
    uh_show_screening_json(&json, &past->answers, past->now.day);
    return UH_EXIT_DONE;
}

static int show_questions(const uh_cli *cli, const uh_past *past)
{
    const uh_page page = uh_cli_page(cli);
    uh_show_visit(&page, &past->answers, &past->history, past->now.day);
    return UH_EXIT_DONE;
}

/* For scripts and for screen readers that like text better than keys. */
static int show_all(const uh_cli *cli, const uh_past *past)
{
    const uh_page page = uh_cli_page(cli);
    uh_show_cards(&page);
    uh_page_phrase(&page, 0,
                   uh_say3(UH_MSG_SCREEN_HOW, uh_literal("unhunch screen --none"),
                           uh_literal("unhunch screen --yes kneeling,age-65"),
                           uh_literal("unhunch screen --seen disc")));
    uh_page_blank(&page);
    return show(cli, past);
}

static int ask(uh_cli *cli, uh_past *past, bool plain)
{
    const uh_screener screener = uh_screener_start(&past->answers, past->now.day, true);
    const uh_cards_how how = {.plain = plain, .large = past->settings.large_text != 0};
    switch (uh_cards_ask(cli, past, screener, how)) {
    case UH_CARDS_ANSWERED:
        return UH_EXIT_DONE;
    case UH_CARDS_LEFT: {
        const uh_phrase phrase = uh_say(UH_MSG_CARD_LEFT_AS_IT_WAS);
        uh_cli_tell(cli, &phrase);
        return UH_EXIT_DONE;
    }
    case UH_CARDS_FAILED:
        break;
    }
    return UH_EXIT_FAILED;
}

static int act(uh_cli *cli, uh_past *past, const screen_options *chosen)
{
    if (chosen->yes != NULL || chosen->none || chosen->seen != NULL) {
        const int code = answer(cli, past, chosen);
        if (code != UH_EXIT_DONE) {
            return code;
        }
        return chosen->json ? show_json(cli, past) : show(cli, past);
    }
    if (chosen->questions) {
        return show_questions(cli, past);
    }
    if (chosen->json) {
        return show_json(cli, past);
    }
    return uh_terminal_on_input() ? ask(cli, past, chosen->plain) : show_all(cli, past);
}

static int run(uh_cli *cli, const void *values, int count, char **words)
{
    (void)count;
    (void)words;
    uh_past past;
    if (!uh_past_open(cli, &past)) {
        return UH_EXIT_FAILED;
    }
    uh_first_run_take_over(cli, &past);
    const int code = act(cli, &past, values);
    uh_cli_close_past(&past);
    return code;
}

const uh_command uh_command_screen = {
    .name = "screen",
    .summary = UH_MSG_SCREEN_SUMMARY,
    .usage = UH_MSG_USAGE_NOTHING,
    .about = UH_MSG_SCREEN_ABOUT,
    .words = UH_WORDS_NONE,
    .words_max = 0,
    .needs_catalogue = true,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
