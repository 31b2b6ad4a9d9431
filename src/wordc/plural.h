/* SPDX-License-Identifier: MIT */
/* plural.h: the line of a .po header that says which form belongs to a number. */
#ifndef UNHUNCH_WORDC_PLURAL_H
#define UNHUNCH_WORDC_PLURAL_H

#include "unhunch/base.h"

enum { UH_PLURAL_RULE_SIZE = 256 };

/* "nplurals=2; plural=(n != 1);" as gettext has it: the rule is an expression of C in n. */
typedef struct uh_plural_rule {
    uint32_t forms;
    char rule[UH_PLURAL_RULE_SIZE];
} uh_plural_rule;

/* Reads it from the header of a .po file. UH_ERR_FORMAT: it is not there, has more than
 * UH_TRANSLATION_FORMS_MAX forms, or holds anything but n, digits and operators. */
UH_MUST_USE uh_status uh_plural_read(const char *header, uh_plural_rule *ret_rule);

#endif
