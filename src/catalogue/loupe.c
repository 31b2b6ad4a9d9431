/* SPDX-License-Identifier: MIT */
/* The places of what a draft holds. */
#include <string.h>

#include "catalogue/lint.h"

const uh_dose_place uh_dose_places[UH_DOSE_PLACES] = {
    {"hold_s", IN(uh_dose_range, hold)},
    {"repetitions", IN(uh_dose_range, repetitions)},
    {"sets", IN(uh_dose_range, sets)},
    {"per_day", IN(uh_dose_range, per_day)},
};

const void *uh_draft_at(const uh_binder *binder, uint32_t at)
{
    return binder->draft.bytes + at;
}

const uh_spot *uh_loupe_spot(const struct loupe *loupe, uint32_t at, const char *key)
{
    const uh_spot *first = loupe->binder->spots + loupe->document->first_spot;
    for (uint32_t i = loupe->document->spot_count; i > 0; i--) {
        if (first[i - 1].at == at && strcmp(first[i - 1].key, key) == 0) {
            return &first[i - 1];
        }
    }
    return NULL;
}

bool uh_loupe_given(const struct loupe *loupe, uint32_t at, const char *key)
{
    return uh_loupe_spot(loupe, at, key) != NULL;
}

bool uh_loupe_known(const struct loupe *loupe, uint32_t at, const char *key)
{
    const uh_spot *spot = uh_loupe_spot(loupe, at, key);
    return spot && !spot->bad;
}

void uh_loupe_complain(const struct loupe *loupe, uint32_t at, const char *key, uh_phrase phrase)
{
    const uh_spot *spot = uh_loupe_spot(loupe, at, key);
    uh_binder_complain(loupe->binder, loupe->document->file, spot ? spot->line : 0,
                       spot ? spot->column : 0, phrase);
}

uh_argument uh_loupe_quote(const struct loupe *loupe, uh_text text)
{
    return uh_binder_literal(loupe->binder, uh_binder_text(loupe->binder, text));
}
