/* SPDX-License-Identifier: MIT */
/* palette.h: the colours of a drawing.
 *
 * A slate body, one warm accent. Slate and orange differ in lightness as well as in hue, so that no
 * kind of colour blindness loses the target; in the monochrome palette it is told by lightness
 * alone. */
#ifndef UNHUNCH_PALETTE_H
#define UNHUNCH_PALETTE_H

#include "unhunch/figure.h"

typedef enum uh_palette {
    UH_PALETTE_LIGHT,
    UH_PALETTE_DARK,
    UH_PALETTE_HIGH_CONTRAST, /* black lines on white */
    UH_PALETTE_MONOCHROME,    /* for paper */
    UH_PALETTE_COUNT
} uh_palette;

/* "high-contrast"; valid for ever. */
const char *uh_palette_name(uh_palette palette);

/* UH_ERR_UNKNOWN: no such name. */
UH_MUST_USE uh_status uh_palette_find(const char *name, size_t length, uh_palette *ret_palette);

/* 0 to 255 each; alpha 255 is opaque. */
typedef struct uh_colour {
    uint8_t red;
    uint8_t green;
    uint8_t blue;
    uint8_t alpha;
} uh_colour;

uh_colour uh_palette_colour(uh_palette palette, uh_tone tone);

/* What is behind everything. */
uh_colour uh_palette_page(uh_palette palette);

#endif
