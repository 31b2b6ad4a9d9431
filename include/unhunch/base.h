/* SPDX-License-Identifier: MIT */
/* base.h: what every module of the core shares: status, time, sides and the mark of a caller's
 * mistake. */
#ifndef UNHUNCH_BASE_H
#define UNHUNCH_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UH_MUST_USE __attribute__((warn_unused_result))

/* A caller's mistake, never the world's: it traps, natively and in WASM. The coverage build only
 * evaluates the condition, so that a branch that no correct program takes is not counted. */
#ifdef UH_COVERAGE_BUILD
#define UH_ASSERT(condition) ((void)(condition))
#else
#define UH_ASSERT(condition) ((condition) ? (void)0 : __builtin_trap())
#endif

/* What only the programs need: the page's module is built without it. And what the page says in its
 * own way, because it has buttons where programs have commands. */
#ifdef UH_FOR_PAGE
#define UH_FOR_PROGRAMS(...)
#define UH_PROGRAM_OR_PAGE(program, page) (page)
#else
#define UH_FOR_PROGRAMS(...) __VA_ARGS__
#define UH_PROGRAM_OR_PAGE(program, page) (program)
#endif

#define UH_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The world's answer. 0 or negative; ret_ parameters are written only on UH_OK. */
typedef enum uh_status {
    UH_OK = 0,
    UH_ERR_EMPTY = -1,   /* nothing to do: no entries */
    UH_ERR_FULL = -2,    /* a named capacity is reached */
    UH_ERR_RANGE = -3,   /* a number is outside what its header says */
    UH_ERR_FORMAT = -4,  /* bytes that are not what they claim to be */
    UH_ERR_VERSION = -5, /* right kind of bytes, another version */
    UH_ERR_UNKNOWN = -6, /* no such name */
    UH_ERR_REFUSED = -7, /* a safety rule says no; the reasons are in the result that says so */
    UH_ERR_PENDING = -8, /* events are due that were not taken yet: take them first */
    UH_ERR_STATE = -9    /* not possible now: for example pause while paused */
} uh_status;

/* Milliseconds of the machine's boot clock, which also runs in suspend. Only differences mean
 * anything. */
typedef struct uh_boot_ms {
    int64_t ms;
} uh_boot_ms;

/* Milliseconds since 1970-01-01 00:00 UTC. */
typedef struct uh_unix_ms {
    int64_t ms;
} uh_unix_ms;

#define UH_NEVER ((uh_boot_ms){INT64_MAX})

/* The person's own left and right. What a side means for a stretch is in its catalogue entry:
 * the leading leg, the direction of a turn, the elbow that opens. */
typedef enum uh_side {
    UH_SIDE_BOTH = 0, /* not sided */
    UH_SIDE_LEFT = 1,
    UH_SIDE_RIGHT = 2
} uh_side;

#endif
