/* SPDX-License-Identifier: MIT */
/* gather.h: the facts of some days, one after another as the store hands them out. */
#ifndef UNHUNCH_SHELL_GATHER_H
#define UNHUNCH_SHELL_GATHER_H

#include "shell/past.h"

typedef struct uh_gathered {
    uh_fact *facts;
    uint32_t count;
    uint32_t capacity;
} uh_gathered;

/* False after a complaint: there is no memory left, or the store could not be read to its end. */
bool uh_gather(const uh_shell *shell, uh_past *past, uint32_t kinds, uh_date from, uh_date to,
               uh_gathered *ret_gathered);

/* NULL in it is fine. */
void uh_gathered_free(uh_gathered *gathered);

#endif
