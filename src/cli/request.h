/* SPDX-License-Identifier: MIT */
/* request.h: from the words of a person to a routine that the gate has admitted. */
#ifndef UNHUNCH_CLI_REQUEST_H
#define UNHUNCH_CLI_REQUEST_H

#include "cli/cli.h"
#include "unhunch/fact.h"

enum { UH_REQUEST_NO_LEVEL = UH_LEVEL_USUAL + 1 };

/* What was asked for. */
typedef struct uh_request {
    int count;
    char **names;       /* stretches, or one routine; none: the program chooses */
    uint32_t minutes;   /* 0: not said */
    uint32_t context;   /* UH_CONTEXT_COUNT: not said */
    uint32_t equipment; /* bit set; 0: not said */
    uint32_t level;     /* of stretches asked for by name; UH_REQUEST_NO_LEVEL: not said */
} uh_request;

/* What is played. A plain value; phrases borrow from the catalogue. */
typedef struct uh_answer {
    uh_routine routine;
    uh_phrase title;
    bool chosen; /* the program chose it */
    uh_origin origin;
    uint32_t recipe; /* of a stored routine; UINT32_MAX: it is none */
    uh_person person;
    uint32_t left_out_count;
    uh_phrase left_out[UH_OBJECTIONS_MAX]; /* of a stored routine, and why */
} uh_answer;

/* UH_EXIT_GO_ON and *ret_answer; else the exit code, after saying why. */
int uh_request_answer(const uh_cli *cli, const uh_request *request, const uh_screening *screening,
                      uh_answer *ret_answer);

#endif
