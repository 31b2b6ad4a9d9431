/* SPDX-License-Identifier: MIT */
/* kill_writer FOLDER NOW_MS RUN: plays a session as fast as the store takes it, and says on stdout,
 * one byte each, which facts are durable. It is there to be killed. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/killed.h"
#include "store/made.h"

static void acknowledge(void)
{
    while (write(STDOUT_FILENO, "a", 1) < 0) {
        if (errno != EINTR) {
            exit(1);
        }
    }
}

static void put_act(uh_store *store, const uh_fact *facts, uint32_t count)
{
    if (uh_store_begin(store) != UH_OK) {
        exit(1);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (uh_store_put(store, &facts[i]) != UH_OK) {
            exit(1);
        }
    }
    if (uh_store_commit(store) != UH_OK) {
        exit(1);
    }
    acknowledge();
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        return 2;
    }
    const int64_t now_ms = strtoll(argv[2], NULL, 10);
    const unsigned run = (unsigned)strtoul(argv[3], NULL, 10);
    uh_store *store = NULL;
    uh_store_report report;
    if (uh_store_open(argv[1], (uh_unix_ms){now_ms}, &report, &store) != UH_OK ||
        report.trouble != UH_STORE_SOUND) {
        return 1;
    }
    const uh_fact first[] = {killed_session(run, now_ms, 0), killed_entry(run)};
    put_act(store, first, UH_COUNT(first));
    for (uint32_t set = 0; set < KILLED_SETS; set++) {
        /* the set, and a sign of life of its session */
        const uh_fact act[] = {killed_set(run, set), killed_session(run, now_ms, set + 1)};
        put_act(store, act, UH_COUNT(act));
    }
    uh_store_close(store);
    return 0;
}
