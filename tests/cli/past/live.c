/* SPDX-License-Identifier: MIT */
/* live [NUMBER]: puts a made-up past into the store of XDG_DATA_HOME, through its interface; ids
 * count from NUMBER. One fact a line of stdin; days are counted back from Monday, 2026-01-05, and
 * minutes on from noon:
 *
 *     DAYS MINUTES session KEY[,KEY...] HELPED ENDING REASON
 *     DAYS MINUTES simulated KEY[,KEY...]
 *     DAYS MINUTES break KIND
 *     DAYS MINUTES rating PAIN STIFFNESS
 *     DAYS MINUTES mark KIND
 *
 * Sided stretches are held 20 s left and 18 s right, others for 40 s; pain comes on the left side
 * of the last stretch, and a minute later its mark, whose id counts from 4096 on. */
#include <stdlib.h>

#include "core/builtin.h"
#include "life.h"
#include "store/store.h"

enum { WORDS = 8, FIRST_STOP = 4096 };

typedef struct life {
    uh_catalogue catalogue;
    uh_store *store;
    uint32_t number;
} life;

static void fail(const char *why)
{
    (void)fprintf(stderr, "live: %s\n", why);
    exit(1);
}

static void put(life *of, uh_fact fact)
{
    const uh_fact_field *bad = NULL;
    if (uh_fact_check(&fact, &bad) != UH_OK) {
        fail(bad->name);
    }
    if (uh_store_put(of->store, &fact) != UH_OK) {
        fail("the store does not take it");
    }
}

static uint32_t value_of(const char *name, const char *(*names)(uint32_t))
{
    for (uint32_t i = 0; names(i)[0] != '\0'; i++) {
        if (strcmp(names(i), name) == 0) {
            return i;
        }
    }
    fail(name);
    return 0;
}

static bool is_sided(const life *of, const char *key)
{
    uint32_t exercise = 0;
    return uh_catalogue_find_exercise(&of->catalogue, key, &exercise) == UH_OK &&
           uh_catalogue_exercise(&of->catalogue, exercise)->sides.kind != UH_SIDES_BOTH;
}

/* A set in which it hurt: half of it was done. */
static void hurt(uh_fact *set)
{
    set->is.set.actual_hold_ms /= 2;
    set->is.set.actual_repetitions /= 2;
    set->is.set.end = UH_ENDED_STOPPED;
    set->is.set.reason = UH_REASON_PAIN;
}

static void put_stretch(life *of, const uh_fact *session, uint32_t entry, const char *key,
                        bool is_painful)
{
    const bool sided = is_sided(of, key);
    uh_fact set = life_set(session, entry, &of->catalogue, key, sided ? UH_SIDE_LEFT : UH_SIDE_BOTH,
                           sided ? 20000 : 40000);
    set.is.set.simulated = session->is.session.simulated;
    if (is_painful) {
        hurt(&set);
    }
    put(of, set);
    if (sided && !is_painful) {
        set.is.set.side = UH_SIDE_RIGHT;
        set.is.set.actual_hold_ms = 18000;
        put(of, set);
    }
}

/* What is marked after a session that was stopped for pain. */
static void put_stop(life *of, const uh_fact *session, const char *key)
{
    const uh_moment began = session->is.session.began;
    const uh_moment at = uh_moment_at((uh_unix_ms){began.at.ms + LIFE_MINUTE_MS}, 0);
    uh_fact fact = life_mark(FIRST_STOP + of->number, at, UH_MARK_STOP);
    (void)snprintf(fact.is.mark.exercise, UH_FACT_KEY_SIZE, "%s", key);
    fact.is.mark.side = is_sided(of, key) ? UH_SIDE_LEFT : UH_SIDE_BOTH;
    fact.is.mark.reason = UH_REASON_PAIN;
    put(of, fact);
}

static void put_stretches(life *of, const uh_fact *session, char *keys)
{
    uint32_t entry = 0;
    char *rest = keys;
    for (char *key; (key = strtok_r(NULL, ",", &rest)) != NULL; entry++) {
        const bool is_last = rest == NULL || *rest == '\0';
        const bool is_painful = is_last && session->is.session.reason == UH_REASON_PAIN;
        put_stretch(of, session, entry, key, is_painful);
        if (is_painful) {
            put_stop(of, session, key);
        }
    }
}

static void put_session(life *of, uh_moment at, char *const *words)
{
    uh_fact session = life_session(of->number++, at, UH_HELPED_NOT_ASKED);
    session.is.session.helped = value_of(words[1], uh_helped_name);
    session.is.session.end = value_of(words[2], uh_ending_name);
    session.is.session.reason = value_of(words[3], uh_reason_name);
    if (session.is.session.end == UH_ENDING_OPEN) { /* it was known to play when it began */
        session.is.session.ended = UH_NO_TIME;
        session.is.session.lease = (uh_unix_ms){at.at.ms + UH_LEASE_MS};
    }
    put(of, session);
    put_stretches(of, &session, words[0]);
}

static void put_simulated(life *of, uh_moment at, char *const *words)
{
    uh_fact session = life_session(of->number++, at, UH_HELPED_NOT_ASKED);
    session.is.session.simulated = true;
    session.is.session.acknowledged = true;
    session.is.session.speed_percent = 1000;
    put(of, session);
    put_stretches(of, &session, words[0]);
}

static void put_break(life *of, uh_moment at, char *const *words)
{
    put(of, life_break(of->number++, at, value_of(words[0], uh_break_kind_name)));
}

static void put_rating(life *of, uh_moment at, char *const *words)
{
    put(of, life_rating(of->number++, at, atoi(words[0]), atoi(words[1])));
}

static void put_mark(life *of, uh_moment at, char *const *words)
{
    put(of, life_mark(of->number++, at, value_of(words[0], uh_mark_kind_name)));
}

static const struct {
    const char *name;
    uint32_t words;
    void (*put)(life *of, uh_moment at, char *const *words);
} kinds[] = {
    {"session", 4, put_session}, {"simulated", 1, put_simulated}, {"break", 1, put_break},
    {"rating", 2, put_rating},   {"mark", 1, put_mark},
};

static void read_line(life *of, char *line)
{
    char *words[WORDS] = {0};
    uint32_t count = 0;
    char *rest = line;
    for (char *word; count < WORDS && (word = strtok_r(NULL, " \n", &rest)) != NULL; count++) {
        words[count] = word;
    }
    if (count == 0) {
        return;
    }
    for (size_t i = 0; count > 3 && i < UH_COUNT(kinds); i++) {
        if (strcmp(words[2], kinds[i].name) == 0 && count == 3 + kinds[i].words) {
            kinds[i].put(of, life_moment(atoi(words[0]), atoi(words[1])), words + 3);
            return;
        }
    }
    fail(line);
}

int main(int argc, char **argv)
{
    life of = {.catalogue = builtin_catalogue(), .number = argc > 1 ? (uint32_t)atoi(argv[1]) : 0};
    const char *home = getenv("XDG_DATA_HOME");
    char folder[UH_STORE_PATH_SIZE];
    char line[512];
    uh_store_report report;
    (void)snprintf(folder, sizeof folder, "%s/unhunch", home ? home : ".");
    if (uh_store_open(folder, life_moment(0, 0).at, &report, &of.store) != UH_OK) {
        fail("no store");
    }
    while (fgets(line, sizeof line, stdin)) {
        read_line(&of, line);
    }
    uh_store_close(of.store);
    return 0;
}
