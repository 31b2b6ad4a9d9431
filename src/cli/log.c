/* SPDX-License-Identifier: MIT */
/* log.c: `unhunch log`: what was done, the latest first. What it notes and changes is in
 * log_note.c and log_change.c. */
#include "cli/log.h"

#include <stddef.h>
#include <string.h>

#include "shell/gather.h"
#include "unhunch/log_show.h"
#include "unhunch/progress.h"
#include "unhunch/rating.h"
#include "unhunch/today.h"

enum { DAYS_USUAL = 14, DAYS_MOST = 36525, CHUNK_DAYS = 56 };

static const uh_log_options defaults = {
    .pain = UH_LOG_NO_NUMBER,
    .stiffness = UH_LOG_NO_NUMBER,
    .side = UH_LOG_NO_CHOICE,
    .did = UH_LOG_NO_CHOICE,
    .felt = UH_LOG_NO_CHOICE,
};

#define FLAG(NAME, MEMBER, HELP)                                                                   \
    {                                                                                              \
        .name = (NAME), .offset = offsetof(uh_log_options, MEMBER), .help = (HELP)                 \
    }
#define RATING(NAME, MEMBER, HELP)                                                                 \
    {                                                                                              \
        .name = (NAME), .kind = UH_OPTION_NUMBER, .offset = offsetof(uh_log_options, MEMBER),      \
        .argument = UH_MSG_OPTION_N, .help = (HELP), .max = UH_RATING_MOST                         \
    }
#define WORD(NAME, MEMBER, ARGUMENT, HELP)                                                         \
    {                                                                                              \
        .name = (NAME), .kind = UH_OPTION_TEXT, .offset = offsetof(uh_log_options, MEMBER),        \
        .argument = (ARGUMENT), .help = (HELP)                                                     \
    }
#define CHOICE(NAME, MEMBER, NAMES, ARGUMENT, HELP)                                                \
    {                                                                                              \
        .name = (NAME), .kind = UH_OPTION_ENUM, .offset = offsetof(uh_log_options, MEMBER),        \
        .names = (NAMES), .argument = (ARGUMENT), .help = (HELP)                                   \
    }

static const uh_option options[] = {
    {.name = "days",
     .letter = 'd',
     .kind = UH_OPTION_NUMBER,
     .offset = offsetof(uh_log_options, days),
     .argument = UH_MSG_OPTION_N,
     .help = UH_MSG_LOG_OPTION_DAYS,
     .min = 1,
     .max = DAYS_MOST},
    {.name = "json",
     .letter = 'j',
     .offset = offsetof(uh_log_options, json),
     .help = UH_MSG_CLI_OPTION_JSON},
    FLAG("stood", stood, UH_MSG_LOG_OPTION_STOOD),
    FLAG("rest", rest, UH_MSG_LOG_OPTION_REST),
    FLAG("flare", flare, UH_MSG_LOG_OPTION_FLARE),
    RATING("pain", pain, UH_MSG_LOG_OPTION_PAIN),
    RATING("stiffness", stiffness, UH_MSG_LOG_OPTION_STIFFNESS),
    WORD("again", again, UH_MSG_USAGE_NAME, UH_MSG_LOG_OPTION_AGAIN),
    CHOICE("side", side, uh_side_name, UH_MSG_FIGURE_SIDE_ARGUMENT, UH_MSG_LOG_OPTION_SIDE),
    WORD("edit", edit, UH_MSG_LOG_ARGUMENT_ID, UH_MSG_LOG_OPTION_EDIT),
    CHOICE("did", did, uh_correction_name, UH_MSG_LOG_ARGUMENT_DID, UH_MSG_LOG_OPTION_DID),
    CHOICE("felt", felt, uh_helped_name, UH_MSG_LOG_ARGUMENT_FELT, UH_MSG_LOG_OPTION_FELT),
    WORD("delete", forget, UH_MSG_LOG_ARGUMENT_ID, UH_MSG_LOG_OPTION_DELETE),
    FLAG("yes", yes, UH_MSG_LOG_OPTION_YES),
    FLAG("purge-everything", purge, UH_MSG_LOG_OPTION_PURGE),
    FLAG("yes-purge-everything", purge_yes, UH_MSG_LOG_OPTION_PURGE_YES),
};

/* -- what the parts share -- */

int uh_log_refuse(const uh_log_request *request, uh_phrase why)
{
    uh_cli_complain(request->cli, &why);
    return UH_EXIT_USAGE;
}

void uh_log_tell(const uh_log_request *request, uh_phrase what)
{
    uh_cli_tell(request->cli, &what);
}

int uh_log_keep(uh_log_request *request, uh_fact *fact)
{
    uh_past *past = request->past;
    fact->changed = past->now.at;
    return uh_past_keep(request->cli, past, fact) ? UH_EXIT_DONE : UH_EXIT_FAILED;
}

/* -- the listing -- */

/* UH_NO_DATE for sets: they belong to the day of the session before them. */
static uh_date day_of(const uh_fact *fact)
{
    switch (fact->kind) {
    case UH_FACT_SESSION:
        return fact->is.session.began.day;
    case UH_FACT_RATING:
        return fact->is.rating.at.day;
    case UH_FACT_BREAK:
        return fact->is.pause.began.day;
    case UH_FACT_MARK:
        return fact->is.mark.at.day;
    case UH_FACT_ENTRY:
    case UH_FACT_COMMAND:
    case UH_FACT_SET:
    case UH_FACT_ANSWER:
    case UH_FACT_SETTING:
    case UH_FACT_KIND_COUNT:
        break;
    }
    return UH_NO_DATE;
}

/* The last day of the first `count` facts. */
static uh_log_day last_day(const uh_gathered *gathered, uint32_t count)
{
    uh_date day = UH_NO_DATE;
    uint32_t first = count;
    for (uint32_t i = count; i-- > 0;) {
        const uh_date of_fact = day_of(&gathered->facts[i]);
        if (of_fact.days == UH_NO_DATE.days) {
            continue;
        }
        if (day.days != UH_NO_DATE.days && of_fact.days != day.days) {
            break;
        }
        day = of_fact;
        first = i;
    }
    return (uh_log_day){day, &gathered->facts[first], count - first, gathered->facts,
                        gathered->count};
}

/* Where the days go: as text, or into `json`. */
typedef struct listing {
    const uh_page *page;
    uh_json *json;
    uint32_t days; /* that had something */
} listing;

static void list_days(listing *to, const uh_gathered *gathered)
{
    for (uint32_t left = gathered->count; left > 0; to->days++) {
        const uh_log_day day = last_day(gathered, left);
        if (to->json) {
            uh_show_log_day_json(to->json, &day);
        } else {
            if (to->days > 0) {
                uh_page_blank(to->page);
            }
            uh_show_log_day(to->page, &day);
        }
        left -= day.count;
    }
}

/* A rest day that was named for a day to come is none of the days that were asked for. */
static void leave_out_ahead(const uh_log_request *request, uh_gathered *gathered)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < gathered->count; i++) {
        const uh_fact *fact = &gathered->facts[i];
        const bool is_ahead = fact->kind == UH_FACT_MARK && fact->is.mark.mark == UH_MARK_REST &&
                              fact->is.mark.at.day.days > request->past->now.day.days;
        if (!is_ahead) {
            gathered->facts[kept++] = *fact;
        }
    }
    gathered->count = kept;
}

/* Some weeks at a time, so that memory stays small however far back it goes. Rest days can be noted
 * ahead: they come first. */
static bool list_backwards(const uh_log_request *request, uh_date first, uh_date last, listing *to)
{
    const uint32_t kinds = 1U << UH_FACT_SESSION | 1U << UH_FACT_SET | 1U << UH_FACT_RATING |
                           1U << UH_FACT_BREAK | 1U << UH_FACT_MARK;
    const uh_date tomorrow = uh_date_add(request->past->now.day, 1);
    for (uh_date from = last.days < tomorrow.days ? last : tomorrow; last.days >= first.days;
         last = uh_date_add(from, -1), from = uh_date_add(from, -CHUNK_DAYS)) {
        uh_gathered gathered;
        from = from.days > first.days ? from : first;
        if (!uh_gather(request->cli, request->past, kinds, from, last, &gathered)) {
            return false;
        }
        if (request->options->days != 0) {
            leave_out_ahead(request, &gathered);
        }
        list_days(to, &gathered);
        uh_gathered_free(&gathered);
    }
    return true;
}

static uint32_t days_of(const uh_log_request *request)
{
    return request->options->days != 0 ? request->options->days : DAYS_USUAL;
}

/* One day, or so many until today; where nobody said how many, also what was noted ahead. */
static uh_date first_day(const uh_log_request *request, uh_date day)
{
    return day.days != UH_NO_DATE.days
               ? day
               : uh_date_add(request->past->now.day, 1 - (int32_t)days_of(request));
}

static uh_date last_day_of(const uh_log_request *request, uh_date day)
{
    if (day.days != UH_NO_DATE.days) {
        return day;
    }
    return request->options->days == 0 ? UH_LAST_DATE : uh_today_until(request->past->now.day);
}

static bool list_json(const uh_log_request *request, uh_date day)
{
    char today[UH_DATE_TEXT_SIZE];
    uh_json json = uh_json_to(request->cli->out, true);
    listing to = {.json = &json};
    uh_date_write(request->past->now.day, today);
    uh_json_object(&json, NULL);
    uh_json_text(&json, "today", today);
    uh_json_list(&json, "days");
    const bool is_whole =
        list_backwards(request, first_day(request, day), last_day_of(request, day), &to);
    uh_json_end_list(&json);
    uh_json_end_object(&json);
    return is_whole;
}

static uh_phrase empty_phrase(const uh_log_request *request, uh_date day)
{
    const uh_date today = request->past->now.day;
    const uh_progress none = {.earlier = UH_NO_DATE};
    uh_date last;
    if (day.days != UH_NO_DATE.days) {
        return uh_say(UH_MSG_LOG_EMPTY_DAY);
    }
    return uh_past_find_earlier(request->past, UH_PAST_LISTED, first_day(request, day), &last)
               ? uh_progress_lately_phrase(days_of(request), uh_date_between(last, today),
                                           "unhunch log --days")
               : uh_progress_empty_phrase(&none);
}

static bool list_text(const uh_log_request *request, uh_date day)
{
    const uh_page page = uh_cli_page(request->cli);
    listing to = {.page = &page};
    const bool is_whole =
        list_backwards(request, first_day(request, day), last_day_of(request, day), &to);
    if (is_whole && to.days == 0) {
        uh_page_phrase(&page, 0, empty_phrase(request, day));
    }
    return is_whole;
}

/* `day`: UH_NO_DATE for the usual days. */
static int list(const uh_log_request *request, uh_date day)
{
    const bool is_whole =
        request->options->json ? list_json(request, day) : list_text(request, day);
    return is_whole ? UH_EXIT_DONE : UH_EXIT_FAILED;
}

/* -- one thing at a time -- */

static bool wants_rest(const uh_log_options *chosen)
{
    return chosen->rest;
}

static bool wants_flare(const uh_log_options *chosen)
{
    return chosen->flare;
}

static bool wants_stood(const uh_log_options *chosen)
{
    return chosen->stood;
}

static bool wants_rating(const uh_log_options *chosen)
{
    return chosen->pain != UH_LOG_NO_NUMBER || chosen->stiffness != UH_LOG_NO_NUMBER;
}

static bool wants_again(const uh_log_options *chosen)
{
    return chosen->again != NULL;
}

static bool wants_edit(const uh_log_options *chosen)
{
    return chosen->edit != NULL;
}

static bool wants_delete(const uh_log_options *chosen)
{
    return chosen->forget != NULL;
}

static bool wants_purge(const uh_log_options *chosen)
{
    return chosen->purge;
}

/* What it does, by the option that asks for it. */
typedef struct log_deed {
    const char *name;
    bool (*is_wanted)(const uh_log_options *chosen);
    int (*run)(uh_log_request *request);
    bool takes_words;
} log_deed;

static const log_deed deeds[] = {
    {"--rest", wants_rest, uh_log_rest, true},
    {"--flare", wants_flare, uh_log_rest, true},
    {"--stood", wants_stood, uh_log_stood, false},
    {"--pain", wants_rating, uh_log_rate, false},
    {"--again", wants_again, uh_log_again, true},
    {"--edit", wants_edit, uh_log_edit, false},
    {"--delete", wants_delete, uh_log_delete, false},
    {"--purge-everything", wants_purge, uh_log_purge, false},
};

static bool wants_side(const uh_log_options *chosen)
{
    return chosen->side != UH_LOG_NO_CHOICE;
}

static bool wants_did(const uh_log_options *chosen)
{
    return chosen->did != UH_LOG_NO_CHOICE;
}

static bool wants_felt(const uh_log_options *chosen)
{
    return chosen->felt != UH_LOG_NO_CHOICE;
}

static bool wants_yes(const uh_log_options *chosen)
{
    return chosen->yes;
}

static bool wants_purge_yes(const uh_log_options *chosen)
{
    return chosen->purge_yes;
}

/* Options that say more of another one. */
static const struct {
    const char *name;
    bool (*is_wanted)(const uh_log_options *chosen);
    const char *with;
    bool (*is_with)(const uh_log_options *chosen);
} companions[] = {
    {"--side", wants_side, "--again", wants_again},
    {"--did", wants_did, "--edit", wants_edit},
    {"--felt", wants_felt, "--edit", wants_edit},
    {"--yes", wants_yes, "--delete", wants_delete},
    {"--yes-purge-everything", wants_purge_yes, "--purge-everything", wants_purge},
};

/* UH_EXIT_GO_ON and what is wanted; NULL: the listing. */
static int choose(const uh_log_request *request, const log_deed **ret_deed)
{
    *ret_deed = NULL;
    for (size_t i = 0; i < UH_COUNT(deeds); i++) {
        if (!deeds[i].is_wanted(request->options)) {
            continue;
        }
        if (*ret_deed) {
            return uh_log_refuse(request,
                                 uh_say2(UH_MSG_LOG_ONE_THING, uh_literal((*ret_deed)->name),
                                         uh_literal(deeds[i].name)));
        }
        *ret_deed = &deeds[i];
    }
    for (size_t i = 0; i < UH_COUNT(companions); i++) {
        if (companions[i].is_wanted(request->options) && !companions[i].is_with(request->options)) {
            return uh_log_refuse(request,
                                 uh_say2(UH_MSG_LOG_GOES_WITH, uh_literal(companions[i].name),
                                         uh_literal(companions[i].with)));
        }
    }
    return UH_EXIT_GO_ON;
}

static int check_words(const uh_log_request *request, const log_deed *deed)
{
    uh_date day;
    const bool is_day =
        !deed && request->count == 1 && uh_date_read(request->words[0], &day) == UH_OK;
    if (request->count > 0 && !is_day && (!deed || !deed->takes_words)) {
        return uh_log_refuse(request, uh_say2(UH_MSG_CLI_WORDS_EXTRA, uh_literal("log"),
                                              uh_literal(request->words[0])));
    }
    if (request->options->days > 0 && (deed || is_day)) {
        return uh_log_refuse(request, uh_say2(UH_MSG_LOG_ONE_THING,
                                              uh_literal(deed ? deed->name : request->words[0]),
                                              uh_literal("--days")));
    }
    if (deed && request->options->json) {
        return uh_log_refuse(request, uh_say1(UH_MSG_LOG_LISTS_ALONE, uh_literal(deed->name)));
    }
    return UH_EXIT_GO_ON;
}

static int run(uh_cli *cli, const void *chosen, int count, char **words)
{
    const log_deed *deed = NULL;
    uh_past past;
    uh_log_request request = {cli, &past, chosen, count, words};
    int code = choose(&request, &deed);
    code = code == UH_EXIT_GO_ON ? check_words(&request, deed) : code;
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    if (!uh_past_open(cli, &past)) {
        return UH_EXIT_FAILED;
    }
    uh_date day = UH_NO_DATE;
    if (!deed && request.count == 1) {
        (void)!uh_date_read(request.words[0], &day); /* check_words() has read it */
    }
    code = deed ? deed->run(&request) : list(&request, day);
    uh_cli_close_past(&past);
    return code;
}

const uh_command uh_command_log = {
    .name = "log",
    .summary = UH_MSG_LOG_SUMMARY,
    .usage = UH_MSG_LOG_USAGE,
    .about = UH_MSG_LOG_ABOUT,
    .words = UH_WORDS_NONE,
    .words_max = UINT32_MAX,
    .needs_catalogue = true,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
