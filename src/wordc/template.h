/* SPDX-License-Identifier: MIT */
/* template.h: what there is to translate, as a .po file; and what of it a translation lacks. */
#ifndef UNHUNCH_WORDC_TEMPLATE_H
#define UNHUNCH_WORDC_TEMPLATE_H

#include <stdio.h>

#include "wordc/mo.h"
#include "wordc/texts.h"

/* Every message, then every text of the catalogue once, under its first place. */
void uh_template_write(FILE *out, const uh_placed_texts *texts);

/* What a translation knows of texts that are not where they were. A step that was put in moves the
 * places of those behind it, and their words stay the same; where the English changed, the old
 * words are marked as not sure. */
void uh_template_write_known(FILE *out, const uh_placed_texts *texts, const uh_mo *from);

/* Names to `out` what has no translation, and which translations belong to nothing any more.
 * Returns how many. */
uint32_t uh_template_write_missing(FILE *out, const uh_placed_texts *texts, const uh_mo *from);

#endif
