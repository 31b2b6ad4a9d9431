/* SPDX-License-Identifier: MIT */
/* svg.h: a drawing as an SVG picture. */
#ifndef UNHUNCH_SVG_H
#define UNHUNCH_SVG_H

#include "unhunch/out.h"
#include "unhunch/palette.h"

typedef struct uh_svg_options {
    uh_palette palette;
    double height_px; /* of the picture; 0 leaves the size to whoever shows it */
    bool page;        /* paint the palette's page colour behind everything */
    bool round; /* curves instead of short straight lines: for pictures above about 500 px, half as
                   long again */
    const char *title; /* for screen readers, UTF-8; NULL: the picture is decoration */
} uh_svg_options;

/* A whole <svg> element, 1000 units high, without an XML declaration. */
void uh_svg_write(const uh_drawing *drawing, const uh_svg_options *options, uh_out out);

/* Only its shapes as a <g>, moved and scaled: for several drawings in one picture. Only palette and
 * round of the options are looked at. */
void uh_svg_write_group(const uh_drawing *drawing, const uh_svg_options *options, double x,
                        double y, double scale, uh_out out);

#endif
