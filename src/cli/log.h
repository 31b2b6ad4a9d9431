/* SPDX-License-Identifier: MIT */
/* log.h: what `unhunch log` shares between its listing, its notes and its corrections. */
#ifndef UNHUNCH_CLI_LOG_H
#define UNHUNCH_CLI_LOG_H

#include "cli/cli.h"
#include "shell/past.h"

enum { UH_LOG_NO_NUMBER = 11, UH_LOG_NO_CHOICE = 255 };

typedef struct uh_log_options {
    uint32_t days; /* 0: not given */
    bool json;
    bool rest;
    bool flare;
    bool stood;
    uint32_t pain; /* UH_LOG_NO_NUMBER: not given */
    uint32_t stiffness;
    const char *again;
    uint32_t side;
    const char *edit;
    uint32_t did; /* UH_LOG_NO_CHOICE: not given */
    uint32_t felt;
    const char *forget;
    bool yes;
    bool purge;
    bool purge_yes;
} uh_log_options;

/* What is asked for, as it was typed: words are those that follow the options. */
typedef struct uh_log_request {
    uh_cli *cli;
    uh_past *past;
    const uh_log_options *options;
    int count;
    char **words;
} uh_log_request;

/* Each does one thing and returns the exit code. */
int uh_log_rest(uh_log_request *request); /* a rest or a flare day, today or DATE */
int uh_log_stood(uh_log_request *request);
int uh_log_rate(uh_log_request *request);
int uh_log_again(uh_log_request *request);
int uh_log_edit(uh_log_request *request);
int uh_log_delete(uh_log_request *request);
int uh_log_purge(uh_log_request *request);

/* Keeps a fact, made or changed now. UH_EXIT_DONE, also where it has to wait, which is then said.
 */
int uh_log_keep(uh_log_request *request, uh_fact *fact);

/* A message on stderr, as a complaint; UH_EXIT_USAGE. */
int uh_log_refuse(const uh_log_request *request, uh_phrase why);
/* A message on stderr, as news. */
void uh_log_tell(const uh_log_request *request, uh_phrase what);

#endif
