/* SPDX-License-Identifier: MIT */
#include "cli/profile_ask.h"

#include <stdio.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/settings.h"

enum { LINE_SIZE = 512, COLUMN = 6, INDENT = 2 };

/* In the order in which they change most. */
static const uh_setting asked[] = {
    UH_SETTING_PROFILE,  UH_SETTING_EQUIPMENT,  UH_SETTING_PLACES, UH_SETTING_TIGHT_SIDE,
    UH_SETTING_STIFF,    UH_SETTING_MINUTES,    UH_SETTING_VOICE,  UH_SETTING_PACE,
    UH_SETTING_DISCREET, UH_SETTING_LARGE_TEXT,
};

/* -- lines -- */

/* Without its end; false at the end of input and for q, which leaves. A line that is too long is
 * read to its end and is as good as none that can be understood. */
static bool read_line(const uh_cli *cli, char line[LINE_SIZE])
{
    uh_out_text(cli->out, "> ");
    (void)fflush(stdout);
    if (fgets(line, LINE_SIZE, stdin) == NULL) {
        uh_out_text(cli->out, "\n");
        return false;
    }
    size_t length = strcspn(line, "\n");
    if (line[length] != '\n') {
        int next = 0;
        while ((next = getchar()) != EOF && next != '\n') {
        }
    }
    line[length] = '\0';
    while (length > 0 && (line[length - 1] == ' ' || line[length - 1] == '\r')) {
        line[--length] = '\0';
    }
    return strcmp(line, "q") != 0 && strcmp(line, "Q") != 0;
}

static void write_choice(const uh_page *page, uint32_t number, const char *words)
{
    char mark[16];
    (void)snprintf(mark, sizeof mark, "%u", (unsigned)number);
    uh_page_item(page, INDENT, mark, COLUMN, words);
}

/* -- yes or no -- */

/* 'y', 'n', or 0 where somebody leaves. */
static char ask_yes(const uh_cli *cli, uh_message question)
{
    char line[LINE_SIZE];
    for (;;) {
        const uh_phrase phrase = uh_say(question);
        uh_cli_print(cli, &phrase);
        if (!read_line(cli, line)) {
            return 0;
        }
        if (uh_ask_is_yes(cli, line[0])) {
            return 'y';
        }
        if (line[0] == 'n' || line[0] == 'N') {
            return 'n';
        }
        const uh_phrase again = uh_say(UH_MSG_PROFILE_ASK_YES_NO);
        uh_cli_print(cli, &again);
    }
}

/* From memory only: nobody is to bend a joint to its end to find out. */
static bool ask_five(const uh_cli *cli, uh_settings *draft)
{
    static const uh_message questions[UH_FIVE_QUESTIONS] = {UH_MSG_FIVE_FLOOR, UH_MSG_FIVE_THUMB,
                                                            UH_MSG_FIVE_TRICKS, UH_MSG_FIVE_SLIPPED,
                                                            UH_MSG_FIVE_CALLED};
    uint32_t yes = 0;
    const uh_phrase memory = uh_say(UH_MSG_FIVE_MEMORY);
    uh_cli_print(cli, &memory);
    for (uint32_t i = 0; i < UH_FIVE_QUESTIONS; i++) {
        const char answer = ask_yes(cli, questions[i]);
        if (answer == 0) {
            return false;
        }
        yes += answer == 'y';
    }
    if (!uh_five_questions_suggest(yes)) {
        const uh_phrase no = uh_say(UH_MSG_FIVE_NO);
        uh_cli_print(cli, &no);
        return true;
    }
    const char take = ask_yes(cli, UH_MSG_FIVE_YES);
    if (take == 'y') {
        draft->profile = UH_PROFILE_FLEXIBLE;
        draft->sources[UH_SETTING_PROFILE] = UH_SOURCE_STORED;
    }
    return take != 0;
}

/* -- any setting -- */

static const uh_message profiles[] = {
    [UH_PROFILE_TYPICAL] = UH_MSG_ASK_TYPICAL,
    [UH_PROFILE_STIFF] = UH_MSG_ASK_STIFF,
    [UH_PROFILE_FLEXIBLE] = UH_MSG_ASK_FLEXIBLE,
};

/* Those that are offered. A plan is none: it cannot be loaded yet. */
static uint32_t choice_count(uh_setting setting)
{
    uint32_t count = 0;
    while (uh_setting_choice(setting, NULL, count)[0] != '\0' &&
           (setting != UH_SETTING_PROFILE || count < UH_COUNT(profiles))) {
        count++;
    }
    return count;
}

/* A choice in words, where it is something that has words elsewhere; else its key. */
static const char *choice_words(const uh_page *page, uh_setting setting, const char *key, char *out)
{
    static const struct {
        uh_setting setting;
        const char *(*name)(uint32_t value);
        uh_message first;
    } rows[] = {
        {UH_SETTING_EQUIPMENT, uh_equipment_name, UH_MSG_NEEDS_CHAIR},
        {UH_SETTING_STIFF, uh_region_name, UH_MSG_REGION_THORACIC},
        {UH_SETTING_AGREED, uh_opt_in_name, UH_MSG_OPT_IN_OVERPRESSURE},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        for (uint32_t value = 0; rows[i].setting == setting && rows[i].name(value)[0] != '\0';
             value++) {
            if (strcmp(rows[i].name(value), key) == 0) {
                return uh_page_render(page, uh_say((uh_message)((uint32_t)rows[i].first + value)),
                                      out);
            }
        }
    }
    return key;
}

static void write_choices(const uh_page *page, uh_setting setting)
{
    const uint32_t count = choice_count(setting);
    for (uint32_t i = 0; i < count; i++) {
        char words[UH_PAGE_TEXT_MAX];
        const char *name = uh_setting_choice(setting, NULL, i);
        write_choice(page, i + 1,
                     setting == UH_SETTING_PROFILE && i < UH_COUNT(profiles)
                         ? uh_page_render(page, uh_say(profiles[i]), words)
                         : choice_words(page, setting, name, words));
    }
    if (setting == UH_SETTING_PROFILE) {
        char words[UH_PAGE_TEXT_MAX];
        write_choice(page, count + 1, uh_page_render(page, uh_say(UH_MSG_ASK_FIVE), words));
        uh_page_message(page, 0, UH_MSG_ASK_PLAN);
    }
}

static void write_question(const uh_cli *cli, const uh_settings *draft, uh_setting setting)
{
    const uh_page page = uh_cli_page(cli);
    const uh_setting_row *row = uh_setting_row_of(setting);
    char value[UH_SETTING_VALUE_SIZE];
    (void)uh_settings_text(draft, setting, value);
    uh_page_blank(&page);
    uh_page_message(&page, 0, row->help);
    write_choices(&page, setting);
    uh_page_phrase(&page, 0,
                   uh_say1(row->type == UH_SETTING_IS_FLAGS ? UH_MSG_PROFILE_ASK_SEVERAL
                                                            : UH_MSG_PROFILE_ASK_ONE,
                           uh_literal(value)));
}

/* "1 3" and "1,3" become the names that those numbers stand for. */
static void spell_out(uh_setting setting, const char *line, char out[UH_SETTING_VALUE_SIZE])
{
    const bool numbered = uh_setting_row_of(setting)->type != UH_SETTING_IS_NUMBER;
    uh_buffer text = {out, UH_SETTING_VALUE_SIZE, 0};
    const uh_out to = uh_out_to_buffer(&text);
    while (*line != '\0') {
        const size_t length = strcspn(line, " ,");
        uint32_t number = 0;
        for (size_t i = 0; i < length && number < 100; i++) {
            number =
                line[i] >= '0' && line[i] <= '9' ? number * 10 + (uint32_t)(line[i] - '0') : 100;
        }
        const bool is_choice =
            numbered && length > 0 && number >= 1 && number <= choice_count(setting);
        uh_out_text(to, text.length > 0 && length > 0 ? "," : "");
        if (is_choice) {
            uh_out_text(to, uh_setting_choice(setting, NULL, number - 1));
        } else {
            uh_out_bytes(to, line, length);
        }
        line += length;
        line += strspn(line, " ,");
    }
}

static bool is_five(uh_setting setting, const char *line)
{
    return setting == UH_SETTING_PROFILE && line[0] == (char)('1' + choice_count(setting)) &&
           line[1] == '\0';
}

/* False where somebody leaves. */
static bool ask(const uh_cli *cli, uh_settings *draft, uh_setting setting)
{
    char line[LINE_SIZE];
    for (;;) {
        write_question(cli, draft, setting);
        if (!read_line(cli, line)) {
            return false;
        }
        if (line[0] == '\0') {
            return true;
        }
        if (is_five(setting, line)) {
            return ask_five(cli, draft);
        }
        char value[UH_SETTING_VALUE_SIZE];
        spell_out(setting, line, value);
        const uh_setting_problem problem =
            uh_settings_put(draft, &cli->catalogue, setting, value, UH_SOURCE_STORED, 0);
        if (problem.fault == UH_SETTING_GOOD) {
            return true;
        }
        (void)uh_setting_complain(cli, setting, problem, value);
    }
}

static bool differs(const uh_settings *a, const uh_settings *b, uh_setting setting)
{
    char left[UH_SETTING_VALUE_SIZE];
    char right[UH_SETTING_VALUE_SIZE];
    (void)uh_settings_text(a, setting, left);
    (void)uh_settings_text(b, setting, right);
    return strcmp(left, right) != 0;
}

int uh_profile_ask(uh_cli *cli, uh_past *past)
{
    const uh_page page = uh_cli_page(cli);
    const uh_settings before = past->settings;
    uh_settings draft = before;
    size_t answered = 0;
    while (answered < UH_COUNT(asked) && ask(cli, &draft, asked[answered])) {
        answered++;
    }
    bool kept = true;
    uint32_t changes = 0;
    uh_page_blank(&page);
    for (size_t i = 0; kept && i < UH_COUNT(asked); i++) {
        if (differs(&before, &draft, asked[i])) {
            kept = uh_setting_keep(cli, past, &draft, asked[i]);
            changes++;
        }
    }
    if (changes == 0) {
        uh_page_message(&page, 0, UH_MSG_PROFILE_ASK_NOTHING);
    } else if (kept && answered < UH_COUNT(asked)) {
        uh_page_message(&page, 0, UH_MSG_PROFILE_ASK_LEFT);
    }
    return kept ? UH_EXIT_DONE : UH_EXIT_FAILED;
}
