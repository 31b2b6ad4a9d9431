/* SPDX-License-Identifier: MIT */
#include "wordc/plural.h"

#include <string.h>

#include "unhunch/translation.h"

static const char forms_key[] = "nplurals=";
static const char rule_key[] = " plural=";

/* It becomes C: nothing but what a rule is made of gets through. */
static bool copy_rule(const char *from, char to[UH_PLURAL_RULE_SIZE])
{
    const size_t length = strcspn(from, ";\n");
    if (length == 0 || length >= UH_PLURAL_RULE_SIZE || from[length] != ';') {
        return false;
    }
    memcpy(to, from, length);
    to[length] = '\0';
    return strspn(to, "n0123456789 ()%<>=!&|?:+-*/") == length;
}

uh_status uh_plural_read(const char *header, uh_plural_rule *ret_rule)
{
    const char *forms = strstr(header, forms_key);
    const char *rule = forms ? strstr(forms, rule_key) : NULL;
    if (!rule) {
        return UH_ERR_FORMAT;
    }
    uh_plural_rule read = {.forms = (uint32_t)(forms[sizeof forms_key - 1] - '0')};
    if (read.forms < 1 || read.forms > UH_TRANSLATION_FORMS_MAX ||
        !copy_rule(rule + sizeof rule_key - 1, read.rule)) {
        return UH_ERR_FORMAT;
    }
    *ret_rule = read;
    return UH_OK;
}
