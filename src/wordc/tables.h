/* SPDX-License-Identifier: MIT */
/* tables.h: a translation as C: what src/words/language.h calls uh_translation. */
#ifndef UNHUNCH_WORDC_TABLES_H
#define UNHUNCH_WORDC_TABLES_H

#include <stdio.h>

#include "wordc/mo.h"
#include "wordc/po.h"

/* Writes uh_translation_NAME, and the same as an image (words/apart.h). UH_ERR_FORMAT: there are
 * mistakes, all of them told through `po`; UH_ERR_FULL: no memory. */
UH_MUST_USE uh_status uh_tables_write(FILE *out, FILE *image, const char *name, const uh_mo *from,
                                      uh_po *po);

/* The same without a text, for a build without gettext. */
void uh_tables_write_none(FILE *out, const char *name);

#endif
