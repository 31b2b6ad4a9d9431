/* SPDX-License-Identifier: MIT */
#include "cli/screen/first_run.h"

#include <string.h>
#include <unistd.h>

#include "cli/screen/cards.h"
#include "host/files.h"
#include "host/paths.h"
#include "host/terminal.h"

enum { FILE_SIZE = 512 };

static const char old_file[] = "precautions";
static const char old_first_line[] = "unhunch precautions 1\n";
static const char none_command[] = "unhunch screen --none";
static const char yes_command[] = "unhunch screen --yes";

/* -- the file of earlier versions -- */

/* "shown TIME" on a line of its own, its end included: a line that was cut says nothing. */
static bool says_shown(const char *text)
{
    static const char shown[] = "\nshown 2";
    const char *line = strstr(text, shown);
    return strncmp(text, old_first_line, sizeof old_first_line - 1) == 0 && line != NULL &&
           strchr(line + 1, '\n') != NULL;
}

static bool keep_precautions(uh_cli *cli, uh_past *past)
{
    uh_fact fact = {.kind = UH_FACT_ANSWER, .changed = past->now.at};
    fact.is.answer.at = past->now;
    fact.is.answer.yes = true;
    memcpy(fact.is.answer.question, UH_PRECAUTIONS_KEY, sizeof UH_PRECAUTIONS_KEY);
    return uh_past_put(cli, past, &fact);
}

void uh_first_run_take_over(uh_cli *cli, uh_past *past)
{
    char path[UH_PATH_SIZE];
    char text[FILE_SIZE];
    if (uh_path(UH_FOLDER_STATE, old_file, path) != UH_OK ||
        uh_file_read(path, text, sizeof text) != UH_OK) {
        return;
    }
    if (!says_shown(text) || past->answers.precautions || keep_precautions(cli, past)) {
        (void)unlink(path); /* what it said is kept, or it said nothing */
    }
}

/* -- saying no -- */

static int refuse(const uh_cli *cli, uh_phrase phrase)
{
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_REFUSED;
}

/* Nobody is there who could answer. */
static int print_questions(const uh_cli *cli, const uh_past *past)
{
    static const uh_message why[] = {
        [UH_SCREENING_NEVER] = UH_MSG_ASK_FIRST,
        [UH_SCREENING_VALID] = UH_MSG_ASK_FIRST,
        [UH_SCREENING_DUE] = UH_MSG_ASK_DUE,
        [UH_SCREENING_CHANGED] = UH_MSG_ASK_CHANGED,
    };
    const uh_page page = uh_cli_page(cli);
    uh_show_cards(&page);
    return refuse(cli, uh_say2(why[past->screening.state], uh_literal(none_command),
                               uh_literal(yes_command)));
}

/* What was said before keeps from stretching; a flag never lifts that. */
static int print_block(const uh_cli *cli, const uh_past *past, uint64_t blocking)
{
    char command[UH_FACT_KEY_SIZE * UH_QUESTIONS_MAX] = "";
    uh_buffer text = {command, sizeof command, 0};
    const uh_out out = uh_out_to_buffer(&text);
    uh_out_text(out, "unhunch screen --seen ");
    for (uint64_t set = blocking; set != 0; set &= set - 1) {
        uh_out_text(out, set != blocking ? "," : "");
        uh_out_text(out, uh_question_at((uint32_t)__builtin_ctzll(set))->key);
    }
    const uh_page page = uh_cli_page(cli);
    uh_show_screening(&page, &past->answers, past->now.day);
    return refuse(cli, uh_say1(UH_MSG_ASK_SEEN, uh_literal(command)));
}

static int check_today(const uh_cli *cli, const uh_past *past)
{
    return past->screening.sore_today ? refuse(cli, uh_say(UH_MSG_OUTCOME_SORE)) : UH_EXIT_GO_ON;
}

/* -- asking -- */

static int ask(uh_cli *cli, uh_past *past, uh_first_run *how)
{
    const uh_screener screener = uh_screener_start(&past->answers, past->now.day, false);
    const uh_cards_how cards = {
        .plain = how->plain, .large = past->settings.large_text != 0, .before_session = true};
    switch (uh_cards_ask(cli, past, screener, cards)) {
    case UH_CARDS_ANSWERED:
        break;
    case UH_CARDS_LEFT: {
        const uint64_t blocking = uh_answers_blocking(&past->answers);
        return blocking != 0 ? print_block(cli, past, blocking)
                             : refuse(cli, uh_say(UH_MSG_CARD_LEFT));
    }
    case UH_CARDS_FAILED:
        return UH_EXIT_FAILED;
    }
    how->asked = true;
    return uh_answers_blocking(&past->answers) != 0 ? UH_EXIT_REFUSED : check_today(cli, past);
}

static void keep_flag(uh_cli *cli, uh_past *past)
{
    uh_fact fact = {.kind = UH_FACT_MARK, .changed = past->now.at};
    fact.is.mark.at = past->now;
    fact.is.mark.mark = UH_MARK_ACKNOWLEDGED;
    uh_past_name(past, fact.is.mark.id);
    const uh_phrase said = uh_say(UH_MSG_ASK_FLAGGED);
    uh_cli_tell(cli, &said);
    (void)uh_past_put(cli, past, &fact); /* it has said what is the matter */
}

int uh_first_run_check(uh_cli *cli, uh_past *past, uh_first_run *how)
{
    const uint64_t blocking = uh_answers_blocking(&past->answers);
    const bool due = uh_screening_is_due(&past->screening);
    if (how->acknowledge && blocking == 0) {
        keep_flag(cli, past);
        return check_today(cli, past);
    }
    if (blocking == 0 && !due) {
        return check_today(cli, past);
    }
    if (!how->acknowledge && uh_terminal_on_input()) {
        return ask(cli, past, how);
    }
    return blocking != 0 ? print_block(cli, past, blocking) : print_questions(cli, past);
}
