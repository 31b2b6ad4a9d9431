/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "cli/desk.h"
#include "host/clock.h"
#include "host/paths.h"
#include "host/terminal.h"
#include "host/voice.h"
#include "shell/config.h"
#include "store/look.h"

enum {
    MARK_COLUMN_LEAST = 14, /* where the state begins; the finding begins 8 columns behind it */
    STATE_LEAST = 8,
    VOICE_MS = 2000, /* a server that needs longer is too late for a cue, too */
    SCREEN_WIDTH = 80,
    SCREEN_HEIGHT = 24,
    BYTES_OF_KB = 1024
};

typedef enum health {
    HEALTH_GOOD,
    HEALTH_LESS, /* works, with less */
    HEALTH_BAD   /* something that is needed does not work */
} health;

/* What a look at one thing found. Borrowed texts live as long as the examination. */
typedef struct finding {
    health health;
    uh_phrase phrase;
    bool unsaid; /* another look says it */
} finding;

/* What more than one look needs. */
typedef struct examination {
    uh_cli *cli;
    uh_own_files own;
    uh_config_file config;
    char path[UH_PATH_SIZE];
    uh_store_look history;
    char day[UH_DATE_TEXT_SIZE];
    uh_desk_answer desk_how;
    char desk[UH_DESK_ANSWER_SIZE];
    char start[UH_DESK_START_SIZE];
    char trouble[512], source[32];
} examination;

typedef struct doctor_options {
    bool json;
} doctor_options;

static const doctor_options defaults = {0};
static const uh_option options[] = {
    {.name = "json",
     .letter = 'j',
     .offset = offsetof(doctor_options, json),
     .help = UH_MSG_CLI_OPTION_JSON},
};

static finding good(uh_phrase phrase)
{
    return (finding){.health = HEALTH_GOOD, .phrase = phrase};
}

static finding less(uh_phrase phrase)
{
    return (finding){.health = HEALTH_LESS, .phrase = phrase};
}

static finding bad(uh_phrase phrase)
{
    return (finding){.health = HEALTH_BAD, .phrase = phrase};
}

/* -- the terminal -- */

static finding look_at_terminal(examination *at)
{
    (void)at;
    return uh_terminal_is_screen() ? good(uh_say(UH_MSG_DOCTOR_TERMINAL_GOOD))
                                   : less(uh_say(UH_MSG_DOCTOR_TERMINAL_NONE));
}

static finding look_at_size(examination *at)
{
    (void)at;
    int32_t width = 0;
    int32_t height = 0;
    uh_terminal_size(&width, &height);
    uh_argument columns = uh_number(width);
    uh_argument rows = uh_number(height);
    return width >= SCREEN_WIDTH && height >= SCREEN_HEIGHT
               ? good(uh_say2(UH_MSG_DOCTOR_SIZE_GOOD, columns, rows))
               : less(uh_say2(UH_MSG_DOCTOR_SIZE_SMALL, columns, rows));
}

static finding look_at_characters(examination *at)
{
    (void)at;
    return uh_terminal_look_from_environment().utf8 ? good(uh_say(UH_MSG_DOCTOR_UTF8_GOOD))
                                                    : less(uh_say(UH_MSG_DOCTOR_UTF8_NONE));
}

static finding look_at_colours(examination *at)
{
    static const uh_message messages[] = {
        [UH_COLOURS_NONE] = UH_MSG_DOCTOR_COLOURS_NONE,
        [UH_COLOURS_16] = UH_MSG_DOCTOR_COLOURS_16,
        [UH_COLOURS_256] = UH_MSG_DOCTOR_COLOURS_256,
        [UH_COLOURS_TRUE] = UH_MSG_DOCTOR_COLOURS_TRUE,
    };
    (void)at;
    uh_colours colours = uh_terminal_look_from_environment().colours;
    uh_phrase phrase = uh_say(messages[colours]);
    return colours == UH_COLOURS_NONE ? less(phrase) : good(phrase);
}

/* -- voice and bells -- */

static finding look_at_voice(examination *at)
{
    uh_voice *voice = uh_voice_open(uh_language_tag(at->cli->language));
    uh_voice_state state = voice ? uh_voice_await(voice, VOICE_MS) : UH_VOICE_NONE;
    uh_voice_close(voice);
    switch (state) {
    case UH_VOICE_READY:
        return good(uh_say(UH_MSG_DOCTOR_VOICE_GOOD));
    case UH_VOICE_OPENING:
        return less(uh_say(UH_MSG_DOCTOR_VOICE_SLOW));
    case UH_VOICE_NONE:
        break;
    }
    return less(uh_say(UH_MSG_DOCTOR_VOICE_NONE));
}

static finding look_at_bells(examination *at)
{
    (void)at;
    return uh_terminal_on_output() ? good(uh_say(UH_MSG_DOCTOR_BELLS_GOOD))
                                   : less(uh_say(UH_MSG_DOCTOR_BELLS_NONE));
}

/* -- the catalogue -- */

static finding look_at_catalogue(examination *at)
{
    const uh_catalogue *catalogue = &at->cli->catalogue;
    return good(uh_say3(UH_MSG_DOCTOR_CATALOGUE_GOOD,
                        uh_number(uh_catalogue_exercise_count(catalogue)),
                        uh_number(uh_catalogue_routine_count(catalogue)),
                        uh_number(uh_catalogue_topic_count(catalogue))));
}

static finding look_at_own_files(examination *at)
{
    uh_argument folder = uh_literal(at->own.folder);
    if (at->own.folder[0] == '\0') { /* nor is there one for the settings, which says what to do */
        return (finding){.unsaid = true};
    }
    if (at->own.left_out > 0) {
        uh_buffer text = {at->path, sizeof at->path, 0};
        uh_out out = uh_out_to_buffer(&text);
        uh_out_text(out, "unhunch check ");
        uh_out_text(out, at->own.folder);
        uh_out_text(out, "/*.yaml");
        return bad(uh_say4(UH_MSG_DOCTOR_OWN_BAD, uh_number(at->own.left_out),
                           uh_number(at->own.count), uh_literal(at->own.missing),
                           uh_literal(at->path)));
    }
    return good(at->own.count == 0
                    ? uh_say1(UH_MSG_DOCTOR_OWN_NONE, folder)
                    : uh_say2(UH_MSG_DOCTOR_OWN_GOOD, uh_number(at->own.count), folder));
}

/* -- the settings -- */

static finding look_at_settings(examination *at)
{
    static const uh_out nowhere = {0};
    uh_settings settings = uh_settings_usual();
    uh_config_load(at->cli, nowhere, &settings, &at->config);
    const uh_argument path = uh_literal(at->config.path);
    if (at->config.path[0] == '\0') {
        return bad(uh_say(UH_MSG_DOCTOR_FOLDER_NONE));
    }
    if (at->config.mistakes > 0) {
        uh_buffer text = {at->path, sizeof at->path, 0};
        uh_out out = uh_out_to_buffer(&text);
        uh_out_text(out, "unhunch check ");
        uh_out_text(out, at->config.path);
        return bad(uh_say3(UH_MSG_DOCTOR_CONFIG_BAD, uh_number(at->config.mistakes), path,
                           uh_literal(at->path)));
    }
    return good(
        uh_say1(at->config.there ? UH_MSG_DOCTOR_CONFIG_GOOD : UH_MSG_DOCTOR_CONFIG_NONE, path));
}

/* -- folders -- */

/* The part of a path that is there: what is missing below it would be made in it. */
static void shorten_to_existing(char *path)
{
    while (access(path, F_OK) != 0) {
        char *slash = strrchr(path, '/');
        if (!slash || slash == path) {
            break;
        }
        *slash = '\0';
    }
}

static finding look_at_folder(examination *at, uh_folder folder)
{
    if (uh_path(folder, "", at->path) != UH_OK) {
        return bad(uh_say(UH_MSG_DOCTOR_FOLDER_NONE));
    }
    char existing[UH_PATH_SIZE];
    memcpy(existing, at->path, sizeof existing);
    shorten_to_existing(existing);
    uh_argument path = uh_literal(at->path);
    if (access(existing, W_OK | X_OK) == 0) {
        return good(uh_say1(UH_MSG_DOCTOR_FOLDER_GOOD, path));
    }
    return bad(uh_say2(UH_MSG_DOCTOR_FOLDER_BAD, path, uh_cli_error(errno)));
}

static finding look_at_memory(examination *at)
{
    return look_at_folder(at, UH_FOLDER_DATA);
}

/* -- the history -- */

/* "2026-11-20", in local time. */
static const char *day_of(uh_unix_ms at, char out[UH_DATE_TEXT_SIZE])
{
    uh_date_write(uh_date_at(at, uh_clock_offset_s(at)), out);
    return out;
}

static finding find_sound_history(examination *at)
{
    const uh_store_look *look = &at->history;
    const uh_argument sessions = uh_number((int64_t)look->sessions);
    const uh_argument size = uh_number((look->bytes + BYTES_OF_KB - 1) / BYTES_OF_KB);
    const uh_argument path = uh_literal(look->path);
    if (look->waiting) {
        return less(uh_say1(UH_MSG_DOCTOR_HISTORY_WAITING, uh_literal(look->journal)));
    }
    return good(look->backup.ms == UH_NO_TIME.ms
                    ? uh_say3(UH_MSG_DOCTOR_HISTORY_NO_BACKUP, sessions, size, path)
                    : uh_say4(UH_MSG_DOCTOR_HISTORY_GOOD, sessions, size, path,
                              uh_literal(day_of(look->backup, at->day))));
}

static finding find_history(examination *at)
{
    const uh_store_look *look = &at->history;
    const uh_argument path = uh_literal(look->path);
    if (look->damaged) {
        return bad(look->backup.ms == UH_NO_TIME.ms
                       ? uh_say1(UH_MSG_DOCTOR_HISTORY_LOST, path)
                       : uh_say2(UH_MSG_DOCTOR_HISTORY_DAMAGED, path,
                                 uh_literal(day_of(look->backup, at->day))));
    }
    switch (look->trouble) {
    case UH_STORE_SOUND:
        return find_sound_history(at);
    case UH_STORE_NEWER:
        return less(uh_say1(UH_MSG_DOCTOR_HISTORY_NEWER, path));
    case UH_STORE_READ_ONLY:
        return bad(uh_say1(UH_MSG_DOCTOR_HISTORY_READ_ONLY, path));
    case UH_STORE_FOREIGN:
        return bad(uh_say1(UH_MSG_DOCTOR_HISTORY_FOREIGN, path));
    case UH_STORE_FULL:
    case UH_STORE_BUSY:
    case UH_STORE_FAILING:
    case UH_STORE_RESTORED:
    case UH_STORE_LOST:
    case UH_STORE_NOWHERE:
        break;
    }
    return bad(uh_say2(UH_MSG_DOCTOR_HISTORY_UNREADABLE, path, uh_literal(look->detail)));
}

static finding look_at_history(examination *at)
{
    if (uh_path(UH_FOLDER_DATA, "", at->path) != UH_OK) {
        return bad(uh_say(UH_MSG_DOCTOR_FOLDER_NONE));
    }
    at->history = uh_store_look_at(at->path);
    return at->history.there
               ? find_history(at)
               : good(uh_say1(UH_MSG_DOCTOR_HISTORY_NONE, uh_literal(at->history.path)));
}

/* -- the desk -- */

/* As unhunchd names what it is without. */
static const char *trouble_name(uint32_t trouble)
{
    static const char *const names[] = {"bus",   "login",    "presence", "notifications",
                                        "state", "settings", "name"};
    return trouble < UH_COUNT(names) ? names[trouble] : "";
}

static finding look_at_desk(examination *at)
{
    static const char *const question[] = {"status", NULL};
    char names[sizeof at->trouble];
    at->desk_how = uh_desk_ask(question, at->desk);
    (void)uh_desk_words(at->cli, uh_desk_value(at->desk, "Trouble", names, sizeof names),
                        trouble_name, UH_MSG_TROUBLE_BUS, at->trouble, sizeof at->trouble);
    (void)uh_desk_value(at->desk, "IdleSource", at->source, sizeof at->source);
    switch (at->desk_how) {
    case UH_DESK_ANSWERED:
        return at->trouble[0] == '\0'
                   ? good(uh_say(UH_MSG_DOCTOR_DESK_GOOD))
                   : less(uh_say1(UH_MSG_DOCTOR_DESK_LESS, uh_literal(at->trouble)));
    case UH_DESK_NOT_BUILT:
        return less(uh_say(UH_MSG_DOCTOR_DESK_NONE));
    case UH_DESK_NOBODY:
    case UH_DESK_REFUSED:
        break;
    }
    return less(uh_say1(UH_MSG_DOCTOR_DESK_OFF, uh_literal(uh_desk_how_to_start(at->start))));
}

/* After the look at the desk, which has asked. */
static finding look_at_presence(examination *at)
{
    if (at->desk_how != UH_DESK_ANSWERED) {
        return less(uh_say(UH_MSG_DOCTOR_PRESENCE_OFF));
    }
    if (strcmp(at->source, uh_idle_source_name(UH_IDLE_NONE)) == 0) {
        return less(uh_say1(UH_MSG_DOCTOR_PRESENCE_NONE, uh_literal("unhunch break done")));
    }
    if (strcmp(at->source, uh_idle_source_name(UH_IDLE_LOGIND)) == 0) {
        return less(uh_say(UH_MSG_DOCTOR_PRESENCE_LOGIND));
    }
    return good(uh_say1(UH_MSG_DOCTOR_PRESENCE_GOOD, uh_literal(at->source)));
}

/* -- the whole -- */

static const struct {
    const char *key; /* in JSON */
    uh_message name;
    finding (*look)(examination *at);
} looks[] = {
    {"terminal", UH_MSG_DOCTOR_TERMINAL, look_at_terminal},
    {"size", UH_MSG_DOCTOR_SIZE, look_at_size},
    {"characters", UH_MSG_DOCTOR_UTF8, look_at_characters},
    {"colours", UH_MSG_DOCTOR_COLOURS, look_at_colours},
    {"voice", UH_MSG_DOCTOR_VOICE, look_at_voice},
    {"bells", UH_MSG_DOCTOR_BELLS, look_at_bells},
    {"catalogue", UH_MSG_DOCTOR_CATALOGUE, look_at_catalogue},
    {"own_files", UH_MSG_DOCTOR_OWN, look_at_own_files},
    {"config", UH_MSG_DOCTOR_CONFIG, look_at_settings},
    {"state", UH_MSG_DOCTOR_STATE, look_at_memory},
    {"history", UH_MSG_DOCTOR_HISTORY, look_at_history},
    {"desk", UH_MSG_DOCTOR_DESK, look_at_desk},
    {"presence", UH_MSG_DOCTOR_PRESENCE, look_at_presence},
};

static const uh_message health_words[] = {
    [HEALTH_GOOD] = UH_MSG_DOCTOR_GOOD,
    [HEALTH_LESS] = UH_MSG_DOCTOR_LESS,
    [HEALTH_BAD] = UH_MSG_DOCTOR_BAD,
};
static const char *const health_names[] = {
    [HEALTH_GOOD] = "good",
    [HEALTH_LESS] = "less",
    [HEALTH_BAD] = "bad",
};

/* Label, state and finding stand in columns. */
typedef struct columns {
    uint32_t state;
    uint32_t finding;
} columns;

static columns columns_of(const uh_page *page)
{
    uh_message names[UH_COUNT(looks)];
    for (size_t i = 0; i < UH_COUNT(looks); i++) {
        names[i] = looks[i].name;
    }
    const uint32_t name = uh_page_widest(page, names, UH_COUNT(names)) + 2;
    const uint32_t word = uh_page_widest(page, health_words, UH_COUNT(health_words)) + 2;
    columns at = {.state = name > MARK_COLUMN_LEAST ? name : MARK_COLUMN_LEAST};
    at.finding = at.state + (word > STATE_LEAST ? word : STATE_LEAST);
    return at;
}

static void print_finding(const uh_page *page, columns at, uh_message name, const finding *found)
{
    char label[UH_PAGE_TEXT_MAX];
    char word[UH_PAGE_TEXT_MAX];
    char both[UH_PAGE_TEXT_MAX * 2];
    char text[UH_PAGE_TEXT_MAX];
    uh_buffer mark = {both, sizeof both, 0};
    uh_out out = uh_out_to_buffer(&mark);
    uh_out_text(out, uh_page_render(page, uh_say(name), label));
    for (uint32_t column = uh_text_columns(label); column < at.state; column++) {
        uh_out_text(out, " ");
    }
    uh_out_text(out, uh_page_render(page, uh_say(health_words[found->health]), word));
    uh_page_item(page, 0, both, at.finding, uh_page_render(page, found->phrase, text));
}

static void json_finding(uh_json *json, const char *key, const finding *found)
{
    char text[UH_PAGE_TEXT_MAX];
    uh_words(uh_language_find("en"), NULL, &found->phrase, text, sizeof text);
    uh_json_object(json, NULL);
    uh_json_text(json, "what", key);
    uh_json_text(json, "state", health_names[found->health]);
    uh_json_text(json, "text", text);
    uh_json_end_object(json);
}

static health examine(examination *at, const uh_page *page, uh_json *json)
{
    health worst = HEALTH_GOOD;
    const columns at_columns = columns_of(page);
    for (size_t i = 0; i < UH_COUNT(looks); i++) {
        finding found = looks[i].look(at);
        if (found.unsaid) {
            continue;
        }
        if (json) {
            json_finding(json, looks[i].key, &found);
        } else {
            print_finding(page, at_columns, looks[i].name, &found);
        }
        worst = found.health > worst ? found.health : worst;
    }
    return worst;
}

static int run(uh_cli *cli, const void *chosen, int count, char **words)
{
    (void)count;
    (void)words;
    const doctor_options *doctor = chosen;
    examination at = {.cli = cli};
    if (!uh_shell_open_catalogue(cli, cli->err, &at.own)) {
        return UH_EXIT_FAILED;
    }
    uh_page page = uh_cli_page(cli);
    health worst = HEALTH_GOOD;
    if (doctor->json) {
        uh_json json = uh_json_to(cli->out, true);
        uh_json_list(&json, NULL);
        worst = examine(&at, &page, &json);
        uh_json_end_list(&json);
    } else {
        worst = examine(&at, &page, NULL);
    }
    return worst == HEALTH_BAD ? UH_EXIT_FAILED : UH_EXIT_DONE;
}

const uh_command uh_command_doctor = {
    .name = "doctor",
    .summary = UH_MSG_DOCTOR_SUMMARY,
    .usage = UH_MSG_USAGE_NOTHING,
    .about = UH_MSG_DOCTOR_ABOUT,
    .words = UH_WORDS_NONE,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
