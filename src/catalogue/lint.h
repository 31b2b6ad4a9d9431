/* SPDX-License-Identifier: MIT */
/* lint.h: what the files of the second reading share. */
#ifndef UH_CATALOGUE_LINT_H
#define UH_CATALOGUE_LINT_H

#include "catalogue/inner.h"

/* The document under the loupe. */
struct loupe {
    uh_binder *binder;
    const uh_draft_document *document;
};

#define IN(type, member) ((uint32_t)offsetof(type, member))

const void *uh_draft_at(const uh_binder *binder, uint32_t at);

/* Where the value of `key` stood, NULL: it is not there. The last one: where a record and its first
 * key share a place and a name, the key's came later. */
const uh_spot *uh_loupe_spot(const struct loupe *loupe, uint32_t at, const char *key);

bool uh_loupe_given(const struct loupe *loupe, uint32_t at, const char *key);

/* Given, and what it says could be read. */
bool uh_loupe_known(const struct loupe *loupe, uint32_t at, const char *key);

void uh_loupe_complain(const struct loupe *loupe, uint32_t at, const char *key, uh_phrase phrase);

uh_argument uh_loupe_quote(const struct loupe *loupe, uh_text text);

/* The four numbers of a dose, in their order: key in files, place in a uh_dose_range. */
enum { UH_DOSE_PLACES = 4 };
typedef struct uh_dose_place {
    const char *key;
    uint32_t offset;
} uh_dose_place;
extern const uh_dose_place uh_dose_places[UH_DOSE_PLACES];

/* lint_own.c: what holds for files of one's own only. Beside an image every file is one that does
 * not replace what is in it. */
bool uh_is_ones_own(const struct loupe *loupe);
void uh_lint_own(const struct loupe *loupe);

/* Adds the limits that nobody wrote to a stretch that could be read. */
void uh_infer_limits(const struct loupe *loupe);

#endif
