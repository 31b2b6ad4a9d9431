/* SPDX-License-Identifier: MIT */
/* request.h: from the words of a person to a routine that the gate has admitted. */
#ifndef UNHUNCH_CLI_REQUEST_H
#define UNHUNCH_CLI_REQUEST_H

#include "cli/cli.h"
#include "shell/past.h"
#include "unhunch/planner.h"

enum {
    UH_REQUEST_NO_LEVEL = UH_LEVEL_USUAL + 1,
    UH_REQUEST_WHY_MAX = 1 + UH_PLAN_NOTE_COUNT + UH_ROUTINE_MAX
};

/* What was asked for. */
typedef struct uh_request {
    int count;
    char **names;       /* stretches, or one routine; none: the program chooses */
    uint32_t minutes;   /* 0: not said */
    uint32_t context;   /* UH_CONTEXT_COUNT: not said */
    uint32_t equipment; /* bit set; 0: not said */
    uint32_t level;     /* of stretches asked for by name; UH_REQUEST_NO_LEVEL: not said */
    bool micro;         /* a micro-break; only where the program chooses */
} uh_request;

/* What is played. A plain value; phrases borrow from the catalogue. */
typedef struct uh_answer {
    uh_routine routine;
    uh_phrase title;
    bool first; /* the very first session */
    uint32_t why_count;
    uh_phrase why[UH_REQUEST_WHY_MAX]; /* these, and what of it comes back eased */
    uh_origin origin;
    uint32_t recipe; /* of a stored routine; UINT32_MAX: it is none */
    uh_person person;
    uint32_t left_out_count;
    uh_phrase left_out[UH_OBJECTIONS_MAX]; /* of a stored routine, and why */
} uh_answer;

/* UH_EXIT_GO_ON and *ret_answer; else the exit code, after saying why. */
int uh_request_answer(const uh_cli *cli, const uh_request *request, const uh_past *past,
                      uh_answer *ret_answer);

/* What the planner is asked where nothing is named, and for whom: the desk where no place is said,
 * and what is said to be there instead of what the person has. */
uh_plan_request uh_request_for_plan(const uh_request *request, const uh_past *past);
uh_person uh_request_person(const uh_request *request, const uh_past *past);

/* Plans with room of its own to work in: what is shown is what is played. As uh_plan_make(), and
 * where nothing was said as uh_plan_make_unasked(). */
UH_MUST_USE uh_status uh_request_plan(const uh_cli *cli, const uh_request *request,
                                      const uh_past *past, uh_plan *ret_plan);

/* The exit code of an answer of the planner. */
int uh_request_exit(uh_status status);

#endif
