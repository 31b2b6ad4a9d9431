/* SPDX-License-Identifier: MIT */
/* What looking back costs: opening, the day's backup at closing, and the fold of the days that
 * planner and progress see, in a life of fifty years with the program and in one of a year.
 * Milliseconds are the best of some rounds; the steps of SQLite's machine are the same on every
 * machine. The histories are made once, in the folder named by the build. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "catalogue/builtin.h"
#include "store/backup.h"
#include "store/look.h"
#include "store/sqlite.h"
#include "unhunch/history.h"

enum {
    SESSIONS_A_DAY = 11,
    SETS_A_SESSION = 10,
    DAYS_A_YEAR = 365,
    YEARS = 50,
    DAYS_AN_ACT = 50,
    ROUNDS = 5
};

static const int64_t day_ms = INT64_C(86400000);
static const int64_t noon_ms = INT64_C(1795176000000); /* 2026-11-20 12:00 UTC: today */

static uh_catalogue catalogue;
static uh_history history;

static double now_ms(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec * 1e-6;
}

static void insist(bool good, const char *what)
{
    if (!good) {
        (void)fprintf(stderr, "store_bench: %s\n", what);
        exit(1);
    }
}

/* -- a history -- */

static void name_session(char id[UH_FACT_ID_SIZE], int64_t began_ms)
{
    const uint64_t ms = (uint64_t)began_ms; /* as UUIDs that sort by time are made */
    (void)snprintf(id, UH_FACT_ID_SIZE, "%08x-%04x-7000-8000-%012llx", (unsigned)(ms >> 16U),
                   (unsigned)(ms & 0xffffU), (unsigned long long)(ms * 2654435761U & 0xffffffffU));
}

static void put(uh_store *store, const uh_fact *fact)
{
    insist(uh_store_put(store, fact) == UH_OK, "a fact was not taken");
}

static void put_session(uh_store *store, int64_t began_ms)
{
    uh_fact session = {.kind = UH_FACT_SESSION, .changed = {began_ms}};
    name_session(session.is.session.id, began_ms);
    session.is.session.began = uh_moment_at((uh_unix_ms){began_ms}, 3600);
    session.is.session.ended.ms = began_ms + 600000;
    session.is.session.end = UH_ENDING_COMPLETE;
    session.is.session.speed_percent = 100;
    put(store, &session);
    for (uint32_t i = 0; i < SETS_A_SESSION; i++) {
        const uh_exercise *exercise =
            uh_catalogue_exercise(&catalogue, (i + (uint32_t)(began_ms / day_ms)) %
                                                  uh_catalogue_exercise_count(&catalogue));
        uh_fact set = {.kind = UH_FACT_SET, .changed = {began_ms}};
        memcpy(set.is.set.session, session.is.session.id, UH_FACT_ID_SIZE);
        (void)snprintf(set.is.set.exercise, UH_FACT_KEY_SIZE, "%s",
                       uh_catalogue_text(&catalogue, exercise->key));
        set.is.set.entry = i;
        set.is.set.set = 1;
        set.is.set.attempt = 1;
        set.is.set.began = uh_moment_at((uh_unix_ms){began_ms + i * 60000}, 3600);
        set.is.set.ended.ms = began_ms + (i + 1) * 60000;
        set.is.set.planned_hold_ms = 30000;
        set.is.set.actual_hold_ms = 30000;
        put(store, &set);
    }
}

static void put_day(uh_store *store, int64_t noon)
{
    for (int i = 0; i < SESSIONS_A_DAY; i++) {
        put_session(store, noon + i * INT64_C(1800000));
    }
    uh_fact rating = {.kind = UH_FACT_RATING, .changed = {noon}};
    name_session(rating.is.rating.id, noon);
    rating.is.rating.at = uh_moment_at((uh_unix_ms){noon}, 3600);
    rating.is.rating.pain = 3;
    rating.is.rating.stiffness = 4;
    put(store, &rating);
}

static uh_store *open_on(const char *folder, int64_t at_ms)
{
    uh_store *store = NULL;
    uh_store_report report;
    insist(uh_store_open(folder, (uh_unix_ms){at_ms}, &report, &store) == UH_OK &&
               report.trouble == UH_STORE_SOUND,
           "the history cannot be opened");
    return store;
}

static void make(const char *folder, int days)
{
    if (uh_store_look_at(folder).sessions == (uint64_t)days * SESSIONS_A_DAY) {
        return;
    }
    uh_store *store = open_on(folder, noon_ms);
    for (int day = days - 1; day >= 0; day -= DAYS_AN_ACT) {
        insist(uh_store_begin(store) == UH_OK, "no act");
        for (int i = day; i >= 0 && i > day - DAYS_AN_ACT; i--) {
            put_day(store, noon_ms - i * day_ms);
        }
        insist(uh_store_commit(store) == UH_OK, "an act was not taken");
    }
    uh_store_close(store);
}

/* -- what it costs -- */

static bool take(void *to, const uh_fact *fact)
{
    uh_history_take(to, &catalogue, fact);
    return true;
}

static void fold(uh_store *store, int days)
{
    const uh_date today = uh_date_at((uh_unix_ms){noon_ms}, 3600);
    uh_history_begin(today, &history);
    insist(uh_store_replay(store, UH_STORE_ALL_KINDS, uh_date_add(today, 1 - days), today, take,
                           &history) == UH_OK,
           "the history cannot be read");
    uh_history_end(&history);
}

static void time_window(const char *name, const char *folder, int days)
{
    double opening_ms = 1e9;
    double folding_ms = 1e9;
    uint64_t steps = 0;
    for (int round = 0; round < ROUNDS; round++) {
        const double began = now_ms();
        uh_store *store = open_on(folder, noon_ms);
        const double opened = now_ms();
        fold(store, days);
        const double folded = now_ms();
        steps = ((const uh_sqlite *)store)->database.steps;
        uh_store_close(store);
        opening_ms = opened - began < opening_ms ? opened - began : opening_ms;
        folding_ms = folded - opened < folding_ms ? folded - opened : folding_ms;
    }
    (void)printf("store_%s_open %.2f ms\n", name, opening_ms);
    (void)printf("store_%s_fold_%d_days %.2f ms\n", name, days, folding_ms);
    (void)printf("store_%s_fold_%d_days_steps %llu steps\n", name, days, (unsigned long long)steps);
}

static void time_history(const char *name, int days)
{
    char folder[512];
    (void)snprintf(folder, sizeof folder, "%s/%s", HISTORIES, name);
    make(folder, days);
    char backup[1024];
    const double began = now_ms();
    uh_store *store = open_on(folder, noon_ms + day_ms);
    const double opened = now_ms();
    uh_store_close(store); /* the first time on a day: with its backup */
    (void)printf("store_%s_first_open_of_a_day %.2f ms\n", name, opened - began);
    (void)printf("store_%s_first_close_of_a_day %.0f ms\n", name, now_ms() - opened);
    (void)snprintf(backup, sizeof backup, "%s/%s/history-2026-11-21.db", folder, UH_BACKUP_FOLDER);
    uh_file_remove(backup);
    uh_store_close(open_on(folder, noon_ms));
    time_window(name, folder, UH_PLAN_DAYS);
    time_window(name, folder, 28);
    const uh_store_look look = uh_store_look_at(folder);
    (void)printf("store_%s_size %lld KB\n", name, (long long)look.bytes / 1024);
}

int main(void)
{
    insist(uh_catalogue_open(uh_builtin_catalogue, uh_builtin_catalogue_size, &catalogue) == UH_OK,
           "no catalogue");
    time_history("year", DAYS_A_YEAR);
    time_history("life", YEARS * DAYS_A_YEAR);
    return 0;
}
