/* SPDX-License-Identifier: MIT */
/* past.h: what this person's store says: who it is, what the screening
 * allows, what was done. */
#ifndef UNHUNCH_SHELL_PAST_H
#define UNHUNCH_SHELL_PAST_H

#include "shell/shell.h"
#include "store/store.h"
#include "unhunch/history.h"
#include "unhunch/screening.h"
#include "unhunch/settings.h"

/* It is large: 40 KB. */
typedef struct uh_past {
    uh_store *store;
    uh_store_report report;
    uh_moment now;
    uh_settings settings; /* config.yaml over what is stored */
    uh_answers answers;
    uh_person person;       /* of the settings */
    uh_screening screening; /* of the answers, today */
    bool goes_on;           /* a session follows: what waits in memory has time to arrive */
    bool told_waits;        /* that what is noted waits in a journal */
    bool unknown;           /* the answers could not be read: gentle until they can */
    uh_history history;     /* of UH_PLAN_DAYS, and the marks of all days */
} uh_past;

/* Opens the store in the data folder, says in one line on stderr what is the matter with it, and
 * reads what the planner needs, and config.yaml: a mistake in it is told, once, on stderr. The
 * catalogue is open. False after a complaint: there is no memory for it. */
bool uh_past_open(uh_shell *shell, uh_past *ret_past);
/* The same for a session, which goes on whatever is the matter. */
bool uh_past_open_to_play(uh_shell *shell, uh_past *ret_past);

/* The same in its parts, for a shell that keeps the store open. As uh_store_open(), in the data
 * folder. */
UH_MUST_USE uh_status uh_past_open_store(uh_unix_ms now, uh_store_report *ret_report,
                                         uh_store **ret_store);
/* Says what is the matter, and with `goes_on` what that means to a session; where nothing is,
 * nothing. */
void uh_past_say_trouble(const uh_shell *shell, const uh_store_report *report, bool goes_on);
/* Reads what an open store says at that moment, and config.yaml, whose mistakes are written to
 * `mistakes` (nowhere where its write is NULL). The store stays the caller's. */
void uh_past_look(uh_shell *shell, uh_moment now, uh_store *store, uh_out mistakes,
                  uh_past *ret_past);

/* Puts a fact and takes it in; person and screening follow. False after a complaint: it is not on
 * the disk; it holds for this run all the same. */
bool uh_past_put(uh_shell *shell, uh_past *past, const uh_fact *fact);

/* The same for a command that ends with it. False after saying that it is not kept; where it is in
 * a journal it is kept, and that it waits is said once. */
bool uh_past_keep(uh_shell *shell, uh_past *past, const uh_fact *fact);

/* A name for a fact. */
void uh_past_name(const uh_past *past, char out[UH_FACT_ID_SIZE]);

/* The fold again over the last `days` days, for those who look further back; at most
 * UH_HISTORY_DAYS. */
void uh_past_look_back(const uh_shell *shell, uh_past *past, uint32_t days);

/* The last day before `from` on which anything was noted: what `unhunch log` lists, or what
 * `unhunch progress` counts. Looks no further back than to that day. False: there is none, or it
 * could not be read. */
typedef enum uh_past_noted { UH_PAST_LISTED, UH_PAST_COUNTED } uh_past_noted;
bool uh_past_find_earlier(uh_past *past, uh_past_noted noted, uh_date from, uh_date *ret_last);

void uh_past_close(uh_past *past);

#endif
