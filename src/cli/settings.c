/* SPDX-License-Identifier: MIT */
#include "cli/settings.h"

#include <string.h>

#include "cli/desk.h"
#include "shell/config.h"

enum { INDENT = 2, COLUMN = 16, NAMES_MAX = 512 };

/* -- what it may be -- */

static const char *join_names(const uh_setting_row *row, char buffer[NAMES_MAX])
{
    uh_buffer text = {buffer, NAMES_MAX, 0};
    const uh_out out = uh_out_to_buffer(&text);
    for (uint32_t i = 0; row->names(i)[0] != '\0'; i++) {
        uh_out_text(out, i > 0 ? ", " : "");
        uh_out_text(out, row->names(i));
    }
    return buffer;
}

/* A word that is near to nothing: what it could have been, where those are few. */
static uh_phrase wrong_phrase(uh_setting setting, uh_setting_problem problem, const char *word,
                              const char *near, char names[NAMES_MAX])
{
    const uh_setting_row *row = uh_setting_row_of(setting);
    return problem.fault == UH_SETTING_WORD && near == NULL && row->names != NULL
               ? uh_say3(UH_MSG_CLI_OPTION_CHOICE, uh_literal(row->name), uh_literal(word),
                         uh_literal(join_names(row, names)))
               : uh_setting_phrase(setting, problem, word, near);
}

static uh_phrase kind_phrase(const uh_setting_row *row, char names[NAMES_MAX])
{
    const uh_argument help = uh_message_argument(row->help);
    switch (row->type) {
    case UH_SETTING_IS_ENUM:
        return uh_say2(UH_MSG_CLI_ONE_OF, help, uh_literal(join_names(row, names)));
    case UH_SETTING_IS_FLAGS:
        return uh_say2(UH_MSG_CLI_ANY_OF, help, uh_literal(join_names(row, names)));
    case UH_SETTING_IS_BOOL:
        return uh_say2(UH_MSG_CLI_ONE_OF, help, uh_literal("yes, no"));
    case UH_SETTING_IS_NUMBER:
        return uh_say4(UH_MSG_SETTING_RANGE, help, uh_number(row->min), uh_number(row->max),
                       uh_message_argument(row->unit));
    case UH_SETTING_IS_STRETCHES:
        return uh_say1(UH_MSG_SETTING_KEYS, help);
    case UH_SETTING_IS_ANCHORS:
    case UH_SETTING_IS_HOURS:
    case UH_SETTING_IS_TIMES:
    case UH_SETTING_IS_TEXT:
        break;
    }
    return uh_say(row->help);
}

const char *uh_setting_help(const uh_page *page, uh_setting setting, char *buffer)
{
    const uh_setting_row *row = uh_setting_row_of(setting);
    char names[NAMES_MAX];
    char kind[UH_PAGE_TEXT_MAX];
    (void)uh_page_render(page, kind_phrase(row, names), kind);
    return uh_page_render(
        page, uh_say2(UH_MSG_SETTING_USUALLY, uh_literal(kind), uh_literal(row->usual)), buffer);
}

void uh_settings_help_print(const uh_page *page)
{
    uh_page_blank(page);
    uh_page_message(page, 0, UH_MSG_PROFILE_SETTINGS);
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        char words[UH_PAGE_TEXT_MAX];
        uh_page_item(page, INDENT, uh_setting_row_of(setting)->name, COLUMN,
                     uh_setting_help(page, setting, words));
    }
}

/* -- typed values -- */

typedef struct choices {
    const uh_cli *cli;
    uh_setting setting;
} choices;

static const char *choice_at(const void *from, uint32_t index)
{
    const choices *of = from;
    return uh_setting_choice(of->setting, &of->cli->catalogue, index);
}

static uint32_t choice_count(const choices *of)
{
    uint32_t count = 0;
    while (choice_at(of, count)[0] != '\0') {
        count++;
    }
    return count;
}

int uh_setting_complain(const uh_cli *cli, uh_setting setting, uh_setting_problem problem,
                        const char *value)
{
    char word[UH_SETTING_VALUE_SIZE] = "";
    const choices of = {cli, setting};
    const size_t length = problem.length < sizeof word - 1 ? problem.length : sizeof word - 1;
    memcpy(word, value + problem.at, length);
    const char *near = uh_nearest_name(word, choice_at, &of, choice_count(&of));
    char names[NAMES_MAX];
    const uh_phrase phrase = wrong_phrase(setting, problem, word, near, names);
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_USAGE;
}

static const char *setting_name_at(const void *from, uint32_t index)
{
    (void)from;
    return uh_setting_row_of((uh_setting)index)->name;
}

static int no_setting(const uh_cli *cli, const char *typed)
{
    const char *near = uh_nearest_name(typed, setting_name_at, NULL, UH_SETTING_COUNT);
    const uh_phrase phrase =
        near != NULL ? uh_say2(UH_MSG_PROFILE_NO_SETTING_HINT, uh_literal(typed), uh_literal(near))
                     : uh_say2(UH_MSG_PROFILE_NO_SETTING, uh_literal(typed),
                               uh_literal("unhunch help profile"));
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_USAGE;
}

int uh_setting_read(const uh_cli *cli, const char *word, uh_settings *draft,
                    uh_setting *ret_setting)
{
    char name[UH_SETTING_VALUE_SIZE] = "";
    const char *equals = strchr(word, '=');
    const size_t length = equals != NULL ? (size_t)(equals - word) : strlen(word);
    memcpy(name, word, length < sizeof name - 1 ? length : sizeof name - 1);
    if (uh_setting_find(name, ret_setting) != UH_OK) {
        return no_setting(cli, name);
    }
    if (equals == NULL) {
        const uh_phrase phrase = uh_say1(UH_MSG_PROFILE_NO_VALUE, uh_literal(name));
        uh_cli_complain(cli, &phrase);
        return UH_EXIT_USAGE;
    }
    const bool back = equals[1] == '\0';
    const char *value = back ? uh_setting_row_of(*ret_setting)->usual : equals + 1;
    const uh_setting_problem problem =
        uh_settings_put(draft, &cli->catalogue, *ret_setting, value,
                        back ? UH_SOURCE_DEFAULT : UH_SOURCE_STORED, 0);
    return problem.fault == UH_SETTING_GOOD
               ? UH_EXIT_GO_ON
               : uh_setting_complain(cli, *ret_setting, problem, value);
}

/* -- what is in force -- */

/* What somebody should know who chose this. */
static void tell_meaning(const uh_cli *cli, const uh_past *past, uh_setting setting)
{
    const bool gentle = uh_is_gentle(&past->person, &past->screening);
    uh_phrase phrase = uh_say(UH_MSG_PROFILE_GENTLE);
    if (setting == UH_SETTING_PROFILE && past->settings.profile == UH_PROFILE_PLAN) {
        phrase = uh_say(UH_MSG_PROFILE_PLAN);
    } else if (setting == UH_SETTING_AGREED && gentle && past->settings.agreed != 0) {
        phrase = uh_say(UH_MSG_PROFILE_AGREED_GENTLE);
    } else if (setting == UH_SETTING_GOAL_DAYS && gentle &&
               past->settings.goal_days != UH_GOAL_AUTO) {
        phrase = uh_say(UH_MSG_PROFILE_GOAL_GENTLE);
    } else if (setting != UH_SETTING_PROFILE || past->settings.profile != UH_PROFILE_FLEXIBLE) {
        return;
    }
    uh_cli_tell(cli, &phrase);
}

static void tell_config(const uh_cli *cli, const uh_past *past, uh_setting setting)
{
    const uh_setting_row *row = uh_setting_row_of(setting);
    const uh_phrase phrase = uh_say2(UH_MSG_PROFILE_CONFIG_WINS, uh_literal(row->name),
                                     uh_number(past->settings.lines[setting]));
    uh_cli_tell(cli, &phrase);
}

bool uh_setting_keep(uh_cli *cli, uh_past *past, const uh_settings *draft, uh_setting setting)
{
    const char *name = uh_setting_row_of(setting)->name;
    uh_fact fact = {.kind = UH_FACT_SETTING, .changed = past->now.at};
    memcpy(fact.is.setting.name, name, strlen(name) + 1);
    if (draft->sources[setting] != UH_SOURCE_DEFAULT) {
        (void)uh_settings_text(draft, setting, fact.is.setting.value);
    }
    if (!uh_past_keep(cli, past, &fact)) {
        return false;
    }
    uh_desk_hint("reload");
    uh_setting_print(cli, past, setting);
    if (past->settings.sources[setting] == UH_SOURCE_CONFIG) {
        tell_config(cli, past, setting);
    }
    tell_meaning(cli, past, setting);
    return true;
}

/* "5 (set in config.yaml:12)" */
static uh_phrase value_phrase(const uh_past *past, uh_setting setting, const char *value)
{
    static const uh_message sources[] = {
        [UH_SOURCE_DEFAULT] = UH_MSG_PROFILE_DEFAULT,
        [UH_SOURCE_STORED] = UH_MSG_PROFILE_STORED,
        [UH_SOURCE_CONFIG] = UH_MSG_PROFILE_CONFIG,
    };
    return uh_say2(sources[past->settings.sources[setting]], uh_literal(value),
                   uh_number(past->settings.lines[setting]));
}

void uh_setting_print(const uh_cli *cli, const uh_past *past, uh_setting setting)
{
    const uh_page page = uh_cli_page(cli);
    char value[UH_SETTING_VALUE_SIZE];
    char words[UH_PAGE_TEXT_MAX];
    (void)uh_settings_text(&past->settings, setting, value);
    (void)uh_page_render(&page, value_phrase(past, setting, value), words);
    uh_page_item(&page, 0, uh_setting_row_of(setting)->name, COLUMN, uh_cli_harmless(words));
}
