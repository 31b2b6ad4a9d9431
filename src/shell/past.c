/* SPDX-License-Identifier: MIT */
#include "shell/past.h"

#include "host/clock.h"
#include "host/paths.h"
#include "host/uuid.h"
#include "shell/config.h"
#include "shell/trouble.h"
#include "unhunch/today.h"

void uh_past_say_trouble(const uh_shell *shell, const uh_store_report *report, bool goes_on)
{
    if (report->trouble == UH_STORE_SOUND) {
        return;
    }
    const uh_phrase what = uh_say(uh_trouble_message(report->trouble, goes_on));
    uh_shell_complain(shell, &what);
    if (report->aside[0] != '\0') {
        const uh_phrase where = uh_say1(UH_MSG_KEEP_ASIDE, uh_literal(report->aside));
        uh_shell_tell(shell, &where);
    }
    if (report->trouble == UH_STORE_RESTORED) {
        char day[UH_DATE_TEXT_SIZE];
        uh_date_write(uh_date_at(report->backup, uh_clock_offset_s(report->backup)), day);
        const uh_phrase since = uh_say1(UH_MSG_KEEP_MISSING_SINCE, uh_literal(day));
        uh_shell_tell(shell, &since);
    }
}

/* No folder is no reason to leave somebody alone: the store then says NOWHERE. */
uh_status uh_past_open_store(uh_unix_ms now, uh_store_report *ret_report, uh_store **ret_store)
{
    char folder[UH_PATH_SIZE];
    const bool there =
        uh_path_make(UH_FOLDER_DATA) == UH_OK && uh_path(UH_FOLDER_DATA, "", folder) == UH_OK;
    if (!there && uh_path(UH_FOLDER_DATA, "", folder) != UH_OK) {
        folder[0] = '\0';
    }
    return uh_store_open(folder, now, ret_report, ret_store);
}

typedef struct reading {
    const uh_catalogue *catalogue;
    uh_past *past;
} reading;

static bool take(void *context, const uh_fact *fact)
{
    const reading *into = context;
    uh_history_take(&into->past->history, into->catalogue, fact);
    return true;
}

/* What is the matter was said already where opening it found out. */
static void say_unreadable(const uh_shell *shell, const uh_past *past)
{
    if (past->report.trouble == UH_STORE_SOUND) {
        const uh_phrase phrase = uh_say(UH_MSG_KEEP_UNREADABLE);
        uh_shell_complain(shell, &phrase);
    }
}

/* Who comes back after a long time has been here, and is not new. */
static void know_before(uh_past *past, uh_date from)
{
    uh_session_fact last;
    if (uh_store_last_session(past->store, &last) == UH_OK && !last.simulated &&
        last.began.day.days < from.days) {
        uh_history_know_before(&past->history, last.began.day);
    }
}

/* Of the days before the window only the marks: what was set aside after pain stays so. */
void uh_past_look_back(const uh_shell *shell, uh_past *past, uint32_t days)
{
    UH_ASSERT(days > 0 && days <= UH_HISTORY_DAYS);
    reading into = {&shell->catalogue, past};
    const uint32_t kinds = UH_STORE_ALL_KINDS & ~(1U << UH_FACT_ENTRY | 1U << UH_FACT_COMMAND);
    const uh_date from = uh_date_add(past->now.day, 1 - (int32_t)days);
    const uh_date before = uh_date_add(from, -1);
    uh_history_begin(past->now.day, &past->history);
    if (uh_store_replay(past->store, 1U << UH_FACT_MARK, UH_FIRST_DATE, before, take, &into) !=
            UH_OK ||
        uh_store_replay(past->store, kinds, from, uh_today_until(past->now.day), take, &into) !=
            UH_OK) {
        say_unreadable(shell, past);
    }
    know_before(past, from);
    uh_history_end(&past->history);
}

typedef struct span {
    uh_past_noted noted;
    uh_date last;
} span;

static uh_date day_of(const uh_fact *fact)
{
    return fact->kind == UH_FACT_SESSION  ? fact->is.session.began.day
           : fact->kind == UH_FACT_RATING ? fact->is.rating.at.day
           : fact->kind == UH_FACT_BREAK  ? fact->is.pause.began.day
                                          : fact->is.mark.at.day;
}

static bool take_day(void *context, const uh_fact *fact)
{
    span *over = context;
    const bool simulated = fact->kind == UH_FACT_SESSION && fact->is.session.simulated;
    if (!simulated || over->noted == UH_PAST_LISTED) {
        over->last = day_of(fact);
    }
    return true;
}

bool uh_past_find_earlier(uh_past *past, uh_past_noted noted, uh_date from, uh_date *ret_last)
{
    enum { FIRST_LOOK = 56, FARTHEST = 36525 };
    const uint32_t kinds = 1U << UH_FACT_SESSION | 1U << UH_FACT_RATING | 1U << UH_FACT_BREAK |
                           (noted == UH_PAST_LISTED ? 1U << UH_FACT_MARK : 0);
    span over = {noted, UH_NO_DATE};
    uh_date to = uh_date_add(from, -1);
    /* backwards, each look twice as long: what it costs is no matter of the history's age */
    for (int32_t days = FIRST_LOOK; over.last.days == UH_NO_DATE.days; days *= 2) {
        const uh_date since = days < FARTHEST ? uh_date_add(from, -days) : UH_FIRST_DATE;
        if (uh_store_replay(past->store, kinds, since, to, take_day, &over) != UH_OK) {
            return false;
        }
        if (days >= FARTHEST) {
            break;
        }
        to = uh_date_add(since, -1);
    }
    *ret_last = over.last;
    return over.last.days != UH_NO_DATE.days;
}

/* -- who it is, and what is allowed -- */

static void follow(const uh_shell *shell, uh_past *past)
{
    past->person = uh_person_from(&past->settings, &shell->catalogue);
    past->screening = uh_today_screening(&past->answers, past->now.day, past->unknown);
}

static bool take_answers(void *context, const uh_fact *fact)
{
    uh_past *past = context;
    uh_settings_take(&past->settings, fact);
    uh_today_answer(&past->answers, past->now.day, fact);
    return true;
}

/* Answers and marks of all days: what was once said holds until it is said otherwise. */
static void read_person(uh_shell *shell, uh_past *past, uh_out mistakes)
{
    const uint32_t always = 1U << UH_FACT_SETTING | 1U << UH_FACT_ANSWER | 1U << UH_FACT_MARK;
    past->settings = uh_settings_usual();
    past->answers = uh_answers_none();
    if (uh_store_replay(past->store, always, UH_FIRST_DATE, UH_LAST_DATE, take_answers, past) !=
            UH_OK ||
        uh_store_replay(past->store, 1U << UH_FACT_RATING, past->now.day,
                        uh_today_until(past->now.day), take_answers, past) != UH_OK) {
        past->unknown = true;
        say_unreadable(shell, past);
    }
    uh_config_file file;
    uh_config_load(shell, mistakes, &past->settings, &file);
    follow(shell, past);
}

static uh_status put(uh_shell *shell, uh_past *past, const uh_fact *fact)
{
    const uh_status status = uh_store_write(past->store, fact);
    const uh_store_trouble trouble = uh_store_trouble_of(past->store);
    if (status != UH_OK && trouble != past->report.trouble) { /* that was said at the start */
        const uh_phrase phrase = uh_say(uh_trouble_message(trouble, past->goes_on));
        uh_shell_complain(shell, &phrase);
    }
    uh_answers_take(&past->answers, fact);
    const uh_fact *setting = fact->kind == UH_FACT_SETTING ? fact : NULL;
    if (setting != NULL) { /* the person's own file still wins */
        uh_config_file file;
        uh_settings_take(&past->settings, setting);
        uh_config_load(shell, (uh_out){NULL, NULL}, &past->settings, &file);
    }
    follow(shell, past);
    return status;
}

bool uh_past_put(uh_shell *shell, uh_past *past, const uh_fact *fact)
{
    return put(shell, past, fact) == UH_OK;
}

bool uh_past_keep(uh_shell *shell, uh_past *past, const uh_fact *fact)
{
    const uh_status status = put(shell, past, fact);
    if (!uh_store_is_kept(past->store, status)) {
        const uh_phrase phrase = uh_say(UH_MSG_HISTORY_NOT_KEPT);
        uh_shell_complain(shell, &phrase);
        return false;
    }
    if (status == UH_ERR_PENDING && !past->told_waits) {
        const uh_phrase phrase = uh_say(UH_MSG_HISTORY_WAITS);
        uh_shell_tell(shell, &phrase);
        past->told_waits = true;
    }
    return true;
}

void uh_past_name(const uh_past *past, char out[UH_FACT_ID_SIZE])
{
    uh_uuid_make(past->now.at, out);
}

void uh_past_look(uh_shell *shell, uh_moment now, uh_store *store, uh_out mistakes,
                  uh_past *ret_past)
{
    *ret_past = (uh_past){.now = now, .store = store, .report = *uh_store_report_of(store)};
    read_person(shell, ret_past, mistakes);
    uh_past_look_back(shell, ret_past, UH_PLAN_DAYS);
}

static bool open_past(uh_shell *shell, bool goes_on, uh_past *ret_past)
{
    const uh_unix_ms now = uh_clock_unix();
    uh_store *store = NULL;
    uh_store_report report;
    if (uh_past_open_store(now, &report, &store) != UH_OK) {
        const uh_phrase phrase = uh_say(UH_MSG_CLI_NO_MEMORY);
        uh_shell_complain(shell, &phrase);
        return false;
    }
    uh_past_say_trouble(shell, &report, goes_on);
    uh_past_look(shell, uh_moment_at(now, uh_clock_offset_s(now)), store, shell->err, ret_past);
    ret_past->goes_on = goes_on;
    return true;
}

bool uh_past_open(uh_shell *shell, uh_past *ret_past)
{
    return open_past(shell, false, ret_past);
}

bool uh_past_open_to_play(uh_shell *shell, uh_past *ret_past)
{
    return open_past(shell, true, ret_past);
}

void uh_past_close(uh_past *past)
{
    uh_store_close(past->store);
    past->store = NULL;
}
