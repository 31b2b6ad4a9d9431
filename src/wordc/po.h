/* SPDX-License-Identifier: MIT */
/* po.h: what is wrong with the entries of a .po file, each with its line. */
#ifndef UNHUNCH_WORDC_PO_H
#define UNHUNCH_WORDC_PO_H

#include "wordc/mo.h"

/* A .po file as its author has it, to name lines; and how many mistakes were told. */
typedef struct uh_po {
    const char *path;
    const char *text; /* NUL-terminated */
    uint32_t mistakes;
} uh_po;

/* To stderr: PATH:LINE: CONTEXT: words. */
void uh_po_complain(uh_po *po, const uh_mo_entry *entry, const char *words);

/* The message that the entry translates; UH_MESSAGE_COUNT: none, or not its English of today. */
uint32_t uh_po_message(const uh_mo_entry *entry);

/* Is it an entry for a text of the catalogue? Their contexts have a dot: key.field. */
bool uh_po_is_catalogue(const uh_mo_entry *entry);

/* Complains about placeholders that are lost or added, and about forms that do not fit. */
void uh_po_check(uh_po *po, const uh_mo_entry *entry, uint32_t forms);

#endif
