/* SPDX-License-Identifier: MIT */
/* stretch.c: `unhunch stretch`, a guided session. */
#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/cli.h"
#include "cli/dry_run.h"
#include "cli/request.h"
#include "cli/resume.h"
#include "cli/screen/first_run.h"
#include "cli/screen/player.h"
#include "host/terminal.h"

typedef struct stretch_options {
    uint32_t minutes;
    uint32_t context;
    uint32_t equipment;
    uint32_t level;
    uint32_t sound;
    uint32_t speed_percent;
    bool plain;
    bool mute;
    bool no_figure;
    bool acknowledge;
    bool dry_run;
    bool json;
    bool go_on;
    const char *record;
} stretch_options;

static const stretch_options defaults = {
    .context = UH_CONTEXT_COUNT,
    .level = UH_REQUEST_NO_LEVEL,
    .sound = UH_SOUND_AUTO,
    .speed_percent = 100,
};

static const char *level_name(uint32_t level)
{
    static const char *const names[] = {[UH_LEVEL_START] = "start", [UH_LEVEL_USUAL] = "usual"};
    return level < UH_COUNT(names) ? names[level] : "";
}

static const char *sound_name(uint32_t sound)
{
    static const char *const names[] = {[UH_SOUND_AUTO] = "auto",
                                        [UH_SOUND_VOICE] = "voice",
                                        [UH_SOUND_BELLS] = "bells",
                                        [UH_SOUND_NONE] = "none"};
    return sound < UH_COUNT(names) ? names[sound] : "";
}

static const uh_option options[] = {
    {.name = "minutes",
     .letter = 'm',
     .kind = UH_OPTION_NUMBER,
     .offset = offsetof(stretch_options, minutes),
     .argument = UH_MSG_OPTION_N,
     .help = UH_MSG_OPTION_MINUTES,
     .min = 1,
     .max = 120},
    {.name = "context",
     .letter = 'c',
     .kind = UH_OPTION_ENUM,
     .offset = offsetof(stretch_options, context),
     .argument = UH_MSG_OPTION_PLACE,
     .help = UH_MSG_OPTION_CONTEXT,
     .names = uh_context_name},
    {.name = "equipment",
     .letter = 'e',
     .kind = UH_OPTION_FLAGS,
     .offset = offsetof(stretch_options, equipment),
     .argument = UH_MSG_OPTION_LIST,
     .help = UH_MSG_OPTION_EQUIPMENT,
     .names = uh_equipment_name},
    {.name = "level",
     .kind = UH_OPTION_ENUM,
     .offset = offsetof(stretch_options, level),
     .argument = UH_MSG_OPTION_LEVEL,
     .help = UH_MSG_OPTION_LEVEL_HELP,
     .names = level_name},
    {.name = "plain",
     .letter = 'p',
     .kind = UH_OPTION_FLAG,
     .offset = offsetof(stretch_options, plain),
     .help = UH_MSG_OPTION_PLAIN},
    {.name = "no-figure",
     .kind = UH_OPTION_FLAG,
     .offset = offsetof(stretch_options, no_figure),
     .help = UH_MSG_OPTION_NO_FIGURE},
    {.name = "sound",
     .kind = UH_OPTION_ENUM,
     .offset = offsetof(stretch_options, sound),
     .argument = UH_MSG_OPTION_SOUND,
     .help = UH_MSG_OPTION_SOUND_HELP,
     .names = sound_name},
    {.name = "mute",
     .kind = UH_OPTION_FLAG,
     .offset = offsetof(stretch_options, mute),
     .help = UH_MSG_OPTION_MUTE},
    {.name = "acknowledge",
     .kind = UH_OPTION_FLAG,
     .offset = offsetof(stretch_options, acknowledge),
     .help = UH_MSG_OPTION_ACKNOWLEDGE},
    {.name = "speed",
     .kind = UH_OPTION_PERCENT,
     .offset = offsetof(stretch_options, speed_percent),
     .argument = UH_MSG_OPTION_FACTOR,
     .help = UH_MSG_OPTION_SPEED,
     .min = 10,
     .max = 100000},
    {.name = "dry-run",
     .letter = 'n',
     .kind = UH_OPTION_FLAG,
     .offset = offsetof(stretch_options, dry_run),
     .help = UH_MSG_OPTION_DRY_RUN},
    {.name = "json",
     .letter = 'j',
     .kind = UH_OPTION_FLAG,
     .offset = offsetof(stretch_options, json),
     .help = UH_MSG_OPTION_JSON},
    {.name = "continue",
     .kind = UH_OPTION_FLAG,
     .offset = offsetof(stretch_options, go_on),
     .help = UH_MSG_OPTION_CONTINUE},
    {.name = "record",
     .kind = UH_OPTION_FILE,
     .offset = offsetof(stretch_options, record),
     .argument = UH_MSG_OPTION_FILE,
     .help = UH_MSG_OPTION_RECORD},
};

static uh_argument why(void)
{
    return uh_cli_error(errno != 0 ? errno : ENOENT);
}

/* -- the gate before the first session (A:37, AMB-27) -- */

static void print_line(void *to, const uh_paragraph *paragraph)
{
    const uh_cli *cli = to;
    if (paragraph->kind != UH_PARAGRAPH_GAP) {
        uh_out_text(cli->out, paragraph->mark);
        uh_out_text(cli->out, paragraph->mark[0] != '\0' ? " " : "");
        uh_out_text(cli->out, paragraph->text);
    }
    uh_out_text(cli->out, "\n");
}

/* Nobody is there who could answer: they are printed, and that is all. */
static int print_precautions(uh_cli *cli, const stretch_options *chosen, const uh_answer *answer)
{
    const uh_screen screen = {
        .language = cli->language,
        .catalogue = &cli->catalogue,
        .routine = &answer->routine,
        .page = UH_SCREEN_PRECAUTIONS,
        .title = answer->title,
        .total_ms = uh_timeline_total_ms(&cli->catalogue, &answer->routine),
        .words_only = chosen->no_figure,
    };
    uh_screen_text(&screen, print_line, cli);
    const uh_phrase phrase = uh_say(UH_MSG_STRETCH_NOT_ACKNOWLEDGED);
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_REFUSED;
}

static void keep_flag(const uh_cli *cli)
{
    const uh_phrase said = uh_say(UH_MSG_STRETCH_FLAGGED);
    uh_cli_tell(cli, &said);
    errno = 0;
    if (uh_first_run_keep(UH_ACKNOWLEDGED_FLAG) != UH_OK) {
        const uh_phrase phrase = uh_say1(UH_MSG_STRETCH_STATE_FAILED, why());
        uh_cli_complain(cli, &phrase);
    }
}

/* UH_EXIT_GO_ON, and whether the session asks first. */
static int check_first_run(uh_cli *cli, const stretch_options *chosen, const uh_answer *answer,
                           bool *ret_ask)
{
    *ret_ask = false;
    if (chosen->acknowledge) {
        keep_flag(cli);
        return UH_EXIT_GO_ON;
    }
    if (uh_first_run_is_over()) {
        return UH_EXIT_GO_ON;
    }
    if (!uh_terminal_on_input()) {
        return print_precautions(cli, chosen, answer);
    }
    *ret_ask = true;
    return UH_EXIT_GO_ON;
}

/* -- playing -- */

static void tell_left_out(const uh_cli *cli, const uh_answer *answer)
{
    for (uint32_t i = 0; i < answer->left_out_count; i++) {
        char reason[UH_PAGE_TEXT_MAX];
        (void)uh_words(cli->language, &cli->catalogue, &answer->left_out[i], reason, sizeof reason);
        const uh_phrase phrase = uh_say1(UH_MSG_STRETCH_LEFT_OUT, uh_literal(reason));
        uh_cli_tell(cli, &phrase);
    }
}

static void tell_speed(const uh_cli *cli, uint32_t percent)
{
    const uh_phrase phrase = uh_say1(UH_MSG_STRETCH_SPEED, uh_hundredths(percent));
    uh_cli_tell(cli, &phrase);
}

/* What is known of the session before it begins. */
static uh_session_fact about(const uh_cli *cli, const stretch_options *chosen,
                             const uh_answer *answer)
{
    uh_session_fact fact = {
        .origin = answer->origin, .minutes = chosen->minutes, .acknowledged = chosen->acknowledge};
    if (answer->recipe != UINT32_MAX) {
        const char *key = uh_catalogue_text(
            &cli->catalogue, uh_catalogue_recipe(&cli->catalogue, answer->recipe)->key);
        memcpy(fact.routine, key, strlen(key) + 1); /* a key has at most 40 letters */
    }
    return fact;
}

/* Opens what is written besides, plays, and closes it again. */
static int play_what(uh_cli *cli, const stretch_options *chosen, uh_play *what)
{
    uh_record record;
    errno = 0;
    if (uh_record_open(chosen->record, &record) != UH_OK) {
        const uh_phrase phrase =
            uh_say2(UH_MSG_STRETCH_RECORD_OPEN, uh_literal(chosen->record), why());
        uh_cli_complain(cli, &phrase);
        return UH_EXIT_FAILED;
    }
    if (what->options.speed_percent != 100) {
        tell_speed(cli, what->options.speed_percent);
    }
    what->record = &record;
    const int played = uh_play_session(what);
    uh_record_close(&record);
    return played == UH_EXIT_DONE && record.problem != 0 ? UH_EXIT_FAILED : played;
}

static int play(uh_cli *cli, const stretch_options *chosen, uh_past *past, const uh_answer *answer)
{
    bool ask = false;
    const int code = check_first_run(cli, chosen, answer, &ask);
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    uh_session_options how = uh_session_options_for(&answer->person, &past->screening);
    how.speed_percent = chosen->speed_percent;
    const uint64_t takes_ms = uh_timeline_total_ms(&cli->catalogue, &answer->routine);
    const bool real = chosen->speed_percent == 100; /* a demonstration changes nobody's back */
    uh_keeper keeper = uh_keeper_for(past->store, &cli->catalogue, about(cli, chosen, answer));
    uh_play what = {
        .cli = cli,
        .routine = &answer->routine,
        .title = answer->title,
        .options = how,
        .plain = chosen->plain,
        .no_figure = chosen->no_figure,
        .first_run = ask,
        .chosen = answer->chosen,
        .sound = chosen->mute ? UH_SOUND_NONE : (uh_sound)chosen->sound,
        .keeper = &keeper,
        .rate_before = real && !ask && uh_rating_is_due_before(&past->history, takes_ms),
        .rate_after = real && uh_rating_is_due_after(takes_ms),
        .ask_helped = real,
        .left_out = answer->left_out,
        .left_out_count = answer->left_out_count,
    };
    return play_what(cli, chosen, &what);
}

/* -- a session that was left open -- */

static int go_on(uh_cli *cli, const stretch_options *chosen, const uh_past *past,
                 const uh_resume *resume)
{
    uh_keeper keeper = uh_keeper_for(past->store, &cli->catalogue, resume->fact);
    uh_play what = {
        .cli = cli,
        .routine = &resume->routine,
        .title = uh_say1(UH_MSG_INTRO_STRETCHES, uh_number(resume->routine.count)),
        .options = resume->session.options,
        .plain = chosen->plain,
        .no_figure = chosen->no_figure,
        .sound = chosen->mute ? UH_SOUND_NONE : (uh_sound)chosen->sound,
        .keeper = &keeper,
        .resume = resume,
        .ask_helped = !resume->fact.simulated,
    };
    return play_what(cli, chosen, &what);
}

/* The person left it: it is over, and what was done of it counts. Where that cannot be kept, the
 * lease rule says the same a little later. */
static bool leave(const uh_past *past, const uh_resume *resume)
{
    uh_fact fact = {.kind = UH_FACT_SESSION, .changed = past->now.at, .is.session = resume->fact};
    fact.is.session.end = UH_ENDING_EARLY;
    fact.is.session.ended = (uh_unix_ms){resume->fact.lease.ms - UH_LEASE_MS};
    return uh_store_put(past->store, &fact) == UH_OK;
}

/* UH_EXIT_GO_ON: a new one. */
static int offer_to_go_on(uh_cli *cli, const stretch_options *chosen, uh_past *past)
{
    uh_resume resume;
    if (chosen->dry_run || !(chosen->go_on || uh_terminal_on_input()) ||
        !uh_resume_find(cli, past, &resume)) {
        if (!chosen->go_on) {
            return UH_EXIT_GO_ON;
        }
        const uh_phrase phrase = uh_say(UH_MSG_RESUME_NONE);
        uh_cli_complain(cli, &phrase);
        return UH_EXIT_FAILED;
    }
    if (chosen->go_on) {
        return go_on(cli, chosen, past, &resume);
    }
    if (uh_session_is_held(&resume.fact, past->now.at)) {
        const uh_phrase phrase = uh_say(UH_MSG_RESUME_HELD);
        uh_cli_tell(cli, &phrase);
    }
    const char key = uh_ask_key(cli, uh_resume_question(&resume, past->now.at), "gnq");
    if (key == 'g') {
        return go_on(cli, chosen, past, &resume);
    }
    if (key == 'n') {
        (void)leave(past, &resume);
    }
    return key == 'q' ? UH_EXIT_DONE : UH_EXIT_GO_ON;
}

/* -- the command -- */

static int answer_request(uh_cli *cli, const stretch_options *chosen, uh_past *past, int count,
                          char **words)
{
    const uh_request request = {
        .count = count,
        .names = words,
        .minutes = chosen->minutes,
        .context = chosen->context,
        .equipment = chosen->equipment,
        .level = chosen->level,
    };
    uh_answer answer;
    const int code = uh_request_answer(cli, &request, &past->screening, &answer);
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    if (!chosen->dry_run) {
        return play(cli, chosen, past, &answer);
    }
    tell_left_out(cli, &answer);
    (chosen->json ? uh_dry_run_print_json : uh_dry_run_print)(cli, &answer.routine);
    return UH_EXIT_DONE;
}

static int run(uh_cli *cli, const void *values, int count, char **words)
{
    const stretch_options *chosen = values;
    if (chosen->json && !chosen->dry_run) {
        const uh_phrase phrase = uh_say(UH_MSG_STRETCH_JSON_ALONE);
        uh_cli_complain(cli, &phrase);
        return UH_EXIT_USAGE;
    }
    uh_past past;
    if (!uh_past_open(cli, &past)) {
        return UH_EXIT_FAILED;
    }
    int code = offer_to_go_on(cli, chosen, &past);
    if (code == UH_EXIT_GO_ON) {
        code = answer_request(cli, chosen, &past, count, words);
    }
    uh_past_close(&past);
    return code;
}

const uh_command uh_command_stretch = {
    .name = "stretch",
    .summary = UH_MSG_STRETCH_SUMMARY,
    .usage = UH_MSG_USAGE_NAMES,
    .about = UH_MSG_STRETCH_ABOUT,
    .words = UH_WORDS_STRETCHES_AND_ROUTINES,
    .words_min = 0,
    .words_max = UINT32_MAX,
    .needs_catalogue = true,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof(stretch_options),
    .run = run,
};
