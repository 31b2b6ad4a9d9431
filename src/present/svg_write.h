/* SPDX-License-Identifier: MIT */
/* svg_write.h: the small parts of an SVG picture, each with a space before it. */
#ifndef UNHUNCH_PRESENT_SVG_WRITE_H
#define UNHUNCH_PRESENT_SVG_WRITE_H

#include "unhunch/out.h"
#include "unhunch/palette.h"

/* fill="#7d92a7", and fill-opacity where it is not opaque. */
void uh_svg_colour(uh_out out, const char *attribute, uh_colour colour);

/* x="12.5" */
void uh_svg_attribute(uh_out out, const char *name, double value);

/* Text between tags, without a space. */
void uh_svg_escaped(uh_out out, const char *text);

#endif
