/* SPDX-License-Identifier: MIT */
/* target.h: the target of a request, "/api/v1/progress?days=14", taken apart.
 *
 * Strict, because nothing that this server has needs more: printable ASCII once it is decoded, no
 * empty, "." or ".." segment, no slash that was written as %2F. Pure. */
#ifndef UNHUNCH_WEB_TARGET_H
#define UNHUNCH_WEB_TARGET_H

#include "unhunch/base.h"

enum { UH_TARGET_MAX = 1024, UH_TARGET_PAIRS_MAX = 8 };

/* A plain value. */
typedef struct uh_target {
    char text[UH_TARGET_MAX + 1]; /* the path, then names and values, each NUL-terminated */
    uint32_t pair_count;
    uint16_t names[UH_TARGET_PAIRS_MAX]; /* where in `text` */
    uint16_t values[UH_TARGET_PAIRS_MAX];
} uh_target;

/* UH_ERR_RANGE: longer than UH_TARGET_MAX. UH_ERR_FORMAT: not such a target, or more pairs than are
 * read, or a name twice. */
UH_MUST_USE uh_status uh_target_read(const char *text, uh_target *ret_target);

/* "/api/v1/progress"; lives as long as the target. */
const char *uh_target_path(const uh_target *target);

/* The value of a name in the query; NULL: it is not there. */
const char *uh_target_value(const uh_target *target, const char *name);

/* Is every name of the query one of these (NULL behind the last)? */
bool uh_target_has_only(const uh_target *target, const char *const *names);

#endif
