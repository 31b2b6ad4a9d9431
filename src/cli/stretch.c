/* SPDX-License-Identifier: MIT */
/* stretch.c: `unhunch stretch`, a guided session. */
#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/cli.h"
#include "cli/desk.h"
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
    bool micro;
} stretch_options;

enum { SOUND_NOT_SAID = UH_SOUND_NONE + 1, MINUTE_MS = 60000 };

static const stretch_options defaults = {
    .context = UH_CONTEXT_COUNT,
    .level = UH_REQUEST_NO_LEVEL,
    .sound = SOUND_NOT_SAID,
    .speed_percent = 100,
};

static const char *level_name(uint32_t level)
{
    static const char *const names[] = {[UH_LEVEL_START] = "start", [UH_LEVEL_USUAL] = "usual"};
    return level < UH_COUNT(names) ? names[level] : "";
}

static const uh_option options[] = {
    {.name = "minutes",
     .letter = 'm',
     .kind = UH_OPTION_NUMBER,
     .offset = offsetof(stretch_options, minutes),
     .argument = UH_MSG_OPTION_N,
     .help = UH_MSG_OPTION_MINUTES,
     .min = 1,
     .max = UH_PLAN_MINUTES_MAX,
     .apart = 1}, /* a micro-break has its own length */
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
    {.name = "micro",
     .kind = UH_OPTION_FLAG,
     .offset = offsetof(stretch_options, micro),
     .help = UH_MSG_PLAN_OPTION_MICRO,
     .apart = 1},
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
     .names = uh_sound_name},
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

/* Is it the flag that lets this person in, or does it say what the answers say anyway? */
static bool is_by_flag(const stretch_options *chosen, const uh_past *past)
{
    return chosen->acknowledge && uh_screening_is_due(&past->screening);
}

/* What is known of the session before it begins. */
static uh_session_fact about(const uh_cli *cli, const stretch_options *chosen, const uh_past *past,
                             const uh_answer *answer)
{
    uh_session_fact fact = {.origin = answer->origin,
                            .minutes = chosen->minutes,
                            .acknowledged = is_by_flag(chosen, past)};
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
    if (what->keeper->worked > 0) {
        uh_desk_hint("done"); /* that was a break, too */
    }
    uh_record_close(&record);
    what->record = NULL;
    if (record.problem == 0) {
        return played;
    }
    /* what the session said of it went by with it */
    const uh_phrase phrase = uh_say2(UH_MSG_STRETCH_RECORD_OPEN, uh_literal(chosen->record),
                                     uh_cli_error(record.problem));
    uh_cli_complain(cli, &phrase);
    return played == UH_EXIT_DONE ? UH_EXIT_FAILED : played;
}

/* What was said for this session, else what the person set. */
static uh_sound sound_of(const stretch_options *chosen, const uh_settings *settings)
{
    if (chosen->mute) {
        return UH_SOUND_NONE;
    }
    return (uh_sound)(chosen->sound == SOUND_NOT_SAID ? settings->voice : chosen->sound);
}

/* `at_once`: who has just answered the safety questions for the first time has read enough; so has
 * whoever wants the stretch of a break, by Start at the desk. */
static int play(uh_cli *cli, const stretch_options *chosen, uh_past *past, const uh_answer *answer,
                bool at_once)
{
    uh_session_options how = uh_session_options_for(&answer->person, &past->screening);
    uh_session_options_fit_day(&past->history.done, &answer->routine, &how);
    how.speed_percent = chosen->speed_percent;
    const uint64_t takes_ms = uh_timeline_total_ms(&cli->catalogue, &answer->routine);
    const bool real = chosen->speed_percent == 100; /* a demonstration changes nobody's back */
    uh_keeper keeper =
        uh_keeper_for(past->store, &cli->catalogue, about(cli, chosen, past, answer));
    uh_play what = {
        .cli = cli,
        .routine = &answer->routine,
        .title = answer->title,
        .options = how,
        .plain = chosen->plain,
        .no_figure = chosen->no_figure || past->settings.figure == 0,
        .large = past->settings.large_text != 0,
        .at_once = at_once,
        .why = answer->why,
        .why_count = answer->why_count,
        .sound = sound_of(chosen, &past->settings),
        .keeper = &keeper,
        .history = &past->history,
        .rate_before = real && !at_once && uh_rating_is_due_before(&past->history, takes_ms),
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
        .no_figure = chosen->no_figure || past->settings.figure == 0,
        .large = past->settings.large_text != 0,
        .sound = sound_of(chosen, &past->settings),
        .keeper = &keeper,
        .history = &past->history,
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
    return uh_store_write(past->store, &fact) == UH_OK;
}

static int complain(const uh_cli *cli, uh_phrase phrase, int code)
{
    uh_cli_complain(cli, &phrase);
    return code;
}

/* What was refused is over, and is not told again. */
static int refuse_to_go_on(const uh_cli *cli, const stretch_options *chosen, const uh_past *past,
                           const uh_resume *resume)
{
    uh_resume_tell_why_not(cli, resume);
    if (!uh_session_is_held(&resume->fact, past->now.at)) {
        (void)leave(past, resume);
    }
    return chosen->go_on ? UH_EXIT_REFUSED : UH_EXIT_GO_ON;
}

static int ask_to_go_on(uh_cli *cli, const stretch_options *chosen, const uh_past *past,
                        const uh_resume *resume)
{
    if (uh_session_is_held(&resume->fact, past->now.at)) {
        const uh_phrase phrase = uh_say(UH_MSG_RESUME_HELD);
        uh_cli_tell(cli, &phrase);
    }
    const char key = uh_ask_key(cli, uh_resume_question(resume, past->now.at), "gnq");
    if (key == 'g') {
        return go_on(cli, chosen, past, resume);
    }
    if (key == 'n') {
        (void)leave(past, resume);
    }
    return key == 'q' ? UH_EXIT_DONE : UH_EXIT_GO_ON;
}

/* Two windows are not to play one session: who is there is asked, else the lease decides. */
static int go_on_as_told(uh_cli *cli, const stretch_options *chosen, const uh_past *past,
                         const uh_resume *resume)
{
    if (!uh_session_is_held(&resume->fact, past->now.at)) {
        return go_on(cli, chosen, past, resume);
    }
    if (uh_terminal_on_input()) {
        return ask_to_go_on(cli, chosen, past, resume);
    }
    const int64_t left_ms = resume->fact.lease.ms - past->now.at.ms;
    return complain(
        cli, uh_say1(UH_MSG_RESUME_HELD_ALONE, uh_number((left_ms + MINUTE_MS - 1) / MINUTE_MS)),
        UH_EXIT_FAILED);
}

/* UH_EXIT_GO_ON: a new one. */
static int offer_to_go_on(uh_cli *cli, const stretch_options *chosen, uh_past *past)
{
    uh_resume resume;
    if (!chosen->go_on && !uh_terminal_on_input()) {
        return UH_EXIT_GO_ON;
    }
    switch (uh_resume_find(cli, past, &resume)) {
    case UH_RESUME_NONE:
        return chosen->go_on ? complain(cli, uh_say(UH_MSG_RESUME_NONE), UH_EXIT_FAILED)
                             : UH_EXIT_GO_ON;
    case UH_RESUME_REFUSED:
        return refuse_to_go_on(cli, chosen, past, &resume);
    case UH_RESUME_READY:
        break;
    }
    return chosen->go_on ? go_on_as_told(cli, chosen, past, &resume)
                         : ask_to_go_on(cli, chosen, past, &resume);
}

/* -- the command -- */

/* What was typed, with the answers as they are now. */
static int answer_request(uh_cli *cli, const stretch_options *chosen, uh_past *past, int count,
                          char **words, uh_answer *ret_answer)
{
    const uh_request request = {
        .count = count,
        .names = words,
        .minutes = chosen->minutes,
        .context = chosen->context,
        .equipment = chosen->equipment,
        .level = chosen->level,
        .micro = chosen->micro,
    };
    return uh_request_answer(cli, &request, past, ret_answer);
}

static int print_timetable(uh_cli *cli, const stretch_options *chosen, const uh_answer *answer)
{
    tell_left_out(cli, answer);
    (chosen->json ? uh_dry_run_print_json : uh_dry_run_print)(cli, &answer->routine);
    return UH_EXIT_DONE;
}

static void say_nothing(void *to, const char *text, size_t length)
{
    (void)to;
    (void)text;
    (void)length;
}

/* A wrong name is told before anybody answers questions for it; any other refusal too, unless there
 * is a session to go on with: that needs no plan for today. */
static int check_request(const uh_cli *cli, const stretch_options *chosen, uh_past *past, int count,
                         char **words)
{
    uh_answer answer;
    uh_session_fact open;
    uh_cli silent = *cli;
    silent.out = (uh_out){say_nothing, NULL};
    silent.err = silent.out;
    const int code = answer_request(&silent, chosen, past, count, words, &answer);
    return code == UH_EXIT_USAGE || !uh_resume_is_there(past, &open) ? code : UH_EXIT_GO_ON;
}

static int print_dry_run(uh_cli *cli, const stretch_options *chosen, uh_past *past, int count,
                         char **words)
{
    uh_answer answer;
    const int code = answer_request(cli, chosen, past, count, words, &answer);
    return code == UH_EXIT_GO_ON ? print_timetable(cli, chosen, &answer) : code;
}

/* What keeps from stretching comes before everything else, also before a session that was left
 * open. */
static int begin(uh_cli *cli, const stretch_options *chosen, uh_past *past, int count, char **words)
{
    uh_answer answer;
    const bool blocked = uh_answers_blocking(&past->answers) != 0;
    uh_first_run first = {.acknowledge =
                              is_by_flag(chosen, past) || (blocked && chosen->acknowledge),
                          .plain = chosen->plain};
    if (!blocked && !chosen->go_on &&
        check_request(cli, chosen, past, count, words) != UH_EXIT_GO_ON) {
        return answer_request(cli, chosen, past, count, words, &answer); /* says why */
    }
    int code = uh_first_run_check(cli, past, &first);
    code = code == UH_EXIT_GO_ON ? offer_to_go_on(cli, chosen, past) : code;
    if (code == UH_EXIT_GO_ON) { /* what was answered just now may limit it */
        code = answer_request(cli, chosen, past, count, words, &answer);
    }
    const bool at_once = chosen->micro || (first.asked && answer.first);
    return code == UH_EXIT_GO_ON ? play(cli, chosen, past, &answer, at_once) : code;
}

/* A session that goes on is what it was. */
static bool asks_for_another(const stretch_options *chosen, int count)
{
    return count > 0 || chosen->minutes != 0 || chosen->context != defaults.context ||
           chosen->equipment != 0 || chosen->micro || chosen->level != defaults.level ||
           chosen->speed_percent != defaults.speed_percent || chosen->dry_run;
}

static int run(uh_cli *cli, const void *values, int count, char **words)
{
    const stretch_options *chosen = values;
    if (chosen->json && !chosen->dry_run) {
        return complain(cli, uh_say(UH_MSG_STRETCH_JSON_ALONE), UH_EXIT_USAGE);
    }
    if (chosen->go_on && asks_for_another(chosen, count)) {
        return complain(cli, uh_say(UH_MSG_RESUME_AS_IT_WAS), UH_EXIT_USAGE);
    }
    uh_past past;
    if (!(chosen->dry_run ? uh_past_open : uh_past_open_to_play)(cli, &past)) {
        return UH_EXIT_FAILED;
    }
    uh_first_run_take_over(cli, &past);
    const int code = (chosen->dry_run ? print_dry_run : begin)(cli, chosen, &past, count, words);
    uh_cli_close_past(&past);
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
