/* SPDX-License-Identifier: MIT */
/* config.h: reads config.yaml, the settings that a person keeps in a file of their own. */
#ifndef UNHUNCH_CONFIG_H
#define UNHUNCH_CONFIG_H

#include "unhunch/binder.h"
#include "unhunch/settings.h"

#define UH_CONFIG_FILE "config.yaml"

/* Is it one, by its name? */
bool uh_config_is(const char *path);

/* Reads the file over `settings`: what it sets wins, and says in which line. Every mistake becomes
 * a diagnostic of `binder` with its place, in the order of lines; a setting with a mistake stays as
 * it was. An empty file sets nothing. `name` is how messages call it. Stretches are those of
 * `catalogue`; NULL takes every key. UH_ERR_FORMAT: there are mistakes. UH_ERR_FULL: no memory;
 * what was read until then stands. */
uh_status uh_config_read(uh_binder *binder, const char *name, const void *bytes, size_t length,
                         const uh_catalogue *catalogue, uh_settings *settings);

#endif
