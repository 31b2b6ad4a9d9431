/* SPDX-License-Identifier: MIT */
/* mo.h: reads what msgfmt makes of a .po file: a sorted table of texts and their translations. */
#ifndef UNHUNCH_WORDC_MO_H
#define UNHUNCH_WORDC_MO_H

#include <stddef.h>

#include "unhunch/base.h"

/* A checked view of the bytes of a .mo file; they must outlive it. */
typedef struct uh_mo {
    const unsigned char *bytes;
    uint32_t count;
    uint32_t originals;    /* offset of the table of originals */
    uint32_t translations; /* and of their translations */
} uh_mo;

/* One entry. Texts are NUL-terminated; further forms stand behind the first, one after another. */
typedef struct uh_mo_entry {
    const char *context; /* "" for none; not terminated: context_length */
    uint32_t context_length;
    const char *id;
    const char *plural; /* NULL: one form */
    const char *text;   /* the translation */
    uint32_t forms;     /* how many it has */
} uh_mo_entry;

/* UH_ERR_FORMAT: not a .mo file of this machine's byte order, or a broken one. */
UH_MUST_USE uh_status uh_mo_open(const unsigned char *bytes, size_t size, uh_mo *ret_mo);

/* index below count; the first one may be the header: context and id are empty. */
uh_mo_entry uh_mo_at(const uh_mo *from, uint32_t index);

/* The form with this index; below uh_mo_entry.forms. */
const char *uh_mo_form(const uh_mo_entry *entry, uint32_t index);

#endif
