/* SPDX-License-Identifier: MIT */
/* builtin.h: the image of the built-in catalogue, compiled by catc from catalogue/. */
#ifndef UH_CATALOGUE_BUILTIN_H
#define UH_CATALOGUE_BUILTIN_H

#include <stddef.h>

extern const unsigned char uh_builtin_catalogue[]; /* aligned to 8, for uh_catalogue_open() */
extern const size_t uh_builtin_catalogue_size;

#endif
