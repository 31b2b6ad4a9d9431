/* SPDX-License-Identifier: MIT */
#include "web/target.h"

#include <string.h>

static int hex_digit(char letter)
{
    static const char digits[] = "0123456789abcdefABCDEF";
    const char *at = letter != '\0' ? strchr(digits, letter) : NULL;
    const int value = at != NULL ? (int)(at - digits) : -1;
    return value > 15 ? value - 6 : value;
}

/* One letter, decoded; -1: none that is taken. *length: how many it was written with. */
static int decode(const char *text, size_t *length)
{
    *length = 1;
    int letter = (unsigned char)text[0];
    if (text[0] == '%') {
        const int high = hex_digit(text[1]);
        const int low = high >= 0 ? hex_digit(text[2]) : -1;
        letter = low >= 0 ? high * 16 + low : -1;
        *length = 3;
        if (letter == '/') { /* it would be another segment */
            return -1;
        }
    }
    return letter >= 0x20 && letter < 0x7f && letter != '\\' ? letter : -1;
}

/* Decodes up to one of `ends` or the end. UH_ERR_FORMAT. */
static uh_status decode_part(const char **text, const char *ends, uh_target *target, size_t *used)
{
    const char *at = *text;
    while (*at != '\0' && strchr(ends, *at) == NULL) {
        size_t length = 0;
        const int letter = decode(at, &length);
        if (letter < 0) {
            return UH_ERR_FORMAT;
        }
        target->text[(*used)++] = (char)letter;
        at += length;
    }
    target->text[(*used)++] = '\0';
    *text = at;
    return UH_OK;
}

static bool is_path(const char *path)
{
    if (path[0] != '/') {
        return false;
    }
    for (const char *segment = path + 1; *segment != '\0';) {
        const size_t length = strcspn(segment, "/");
        const bool dots = segment[0] == '.' && (length == 1 || (length == 2 && segment[1] == '.'));
        if (length == 0 || dots) {
            return false;
        }
        segment += length + (segment[length] == '/');
    }
    return true;
}

static uh_status read_pair(const char **text, uh_target *target, size_t *used)
{
    if (target->pair_count == UH_TARGET_PAIRS_MAX) {
        return UH_ERR_FORMAT;
    }
    const size_t name = *used;
    uh_status status = decode_part(text, "=&#", target, used);
    const bool has_value = status == UH_OK && **text == '=';
    *text += has_value ? 1 : 0;
    const size_t value = has_value ? *used : *used - 1; /* without one it is empty */
    if (has_value) {
        status = decode_part(text, "&#", target, used);
    }
    if (status != UH_OK || uh_target_value(target, target->text + name) != NULL) {
        return UH_ERR_FORMAT;
    }
    target->names[target->pair_count] = (uint16_t)name;
    target->values[target->pair_count] = (uint16_t)value;
    target->pair_count++;
    return UH_OK;
}

uh_status uh_target_read(const char *text, uh_target *ret_target)
{
    uh_target target = {.pair_count = 0};
    size_t used = 0;
    if (strnlen(text, UH_TARGET_MAX) == UH_TARGET_MAX) {
        return UH_ERR_RANGE;
    }
    uh_status status = decode_part(&text, "?#", &target, &used);
    if (status != UH_OK || !is_path(target.text)) {
        return UH_ERR_FORMAT;
    }
    while (status == UH_OK && *text != '\0' && *text != '#') {
        text++; /* the '?' or '&' */
        status = *text != '\0' && *text != '&' ? read_pair(&text, &target, &used) : UH_OK;
    }
    if (status != UH_OK || *text == '#') { /* a fragment is never sent */
        return UH_ERR_FORMAT;
    }
    *ret_target = target;
    return UH_OK;
}

const char *uh_target_path(const uh_target *target)
{
    return target->text;
}

const char *uh_target_value(const uh_target *target, const char *name)
{
    for (uint32_t i = 0; i < target->pair_count; i++) {
        if (strcmp(target->text + target->names[i], name) == 0) {
            return target->text + target->values[i];
        }
    }
    return NULL;
}

bool uh_target_has_only(const uh_target *target, const char *const *names)
{
    for (uint32_t i = 0; i < target->pair_count; i++) {
        const char *const *name = names;
        while (*name != NULL && strcmp(*name, target->text + target->names[i]) != 0) {
            name++;
        }
        if (*name == NULL) {
            return false;
        }
    }
    return true;
}
