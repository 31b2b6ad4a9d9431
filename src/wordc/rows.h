/* SPDX-License-Identifier: MIT */
/* rows.h: every message with its name and its English texts, from messages/all.def. */
#ifndef UNHUNCH_WORDC_ROWS_H
#define UNHUNCH_WORDC_ROWS_H

#include "unhunch/message.h"

typedef struct uh_message_row {
    const char *name; /* without UH_MSG_: "CUE_NEXT" */
    const char *file; /* that it stands in: "cue.def" */
    const char *one;  /* NULL: the message has one form */
    const char *text; /* the English text; of more than one form, that of many */
    bool on_page;     /* can the page say it? */
} uh_message_row;

/* message below UH_MESSAGE_COUNT */
uh_message_row uh_message_row_of(uint32_t message);

/* By name; UH_MESSAGE_COUNT: there is none. */
uint32_t uh_message_named(const char *name);

#endif
