/* SPDX-License-Identifier: MIT */
/* What a text of the catalogue may be: one rule for files and for images. */
#include <string.h>

#include "unhunch/date.h"
#include "unhunch/schema.h"

/* Lead bytes of UTF-8: how many bytes follow and the smallest code point that needs them. */
static const struct {
    unsigned char mask;
    unsigned char lead;
    unsigned char followers;
    uint32_t least;
} utf8_forms[] = {
    {0x80, 0x00, 0, 0x00},
    {0xe0, 0xc0, 1, 0x80},
    {0xf0, 0xe0, 2, 0x800},
    {0xf8, 0xf0, 3, 0x10000},
};

/* Code points that a text must not hold: controls, which steer terminals, no characters. */
static const struct {
    uint32_t first;
    uint32_t last;
} banned[] = {
    {0x00, 0x1f},     {0x7f, 0x9f},     {0x2028, 0x202e},
    {0x2066, 0x2069}, {0xd800, 0xdfff}, {0x110000, UINT32_MAX},
};

static bool allowed(uint32_t code_point)
{
    for (size_t i = 0; i < UH_COUNT(banned); i++) {
        if (code_point >= banned[i].first && code_point <= banned[i].last) {
            return false;
        }
    }
    return true;
}

/* Bytes of the character at the start of text, 0 where it is not one that may be shown. */
static uint32_t decode(const char *text, uint32_t length, uint32_t *ret_code_point)
{
    const unsigned char *bytes = (const unsigned char *)text;
    for (size_t form = 0; form < UH_COUNT(utf8_forms); form++) {
        if ((bytes[0] & utf8_forms[form].mask) != utf8_forms[form].lead) {
            continue;
        }
        const uint32_t followers = utf8_forms[form].followers;
        uint32_t code_point = bytes[0] & (unsigned char)~utf8_forms[form].mask;
        if (followers >= length) {
            return 0;
        }
        for (uint32_t i = 1; i <= followers; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return 0;
            }
            code_point = code_point << 6 | (bytes[i] & 0x3f);
        }
        *ret_code_point = code_point;
        return code_point >= utf8_forms[form].least && allowed(code_point) ? followers + 1 : 0;
    }
    return 0;
}

bool uh_text_is_readable(const char *text, uint32_t length)
{
    uint32_t at = 0;
    uint32_t code_point;
    while (at < length) {
        const uint32_t bytes = decode(text + at, length - at, &code_point);
        if (bytes == 0) {
            return false;
        }
        at += bytes;
    }
    return true;
}

uint32_t uh_text_characters(const char *text, uint32_t length)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < length; i++) {
        count += ((unsigned char)text[i] & 0xc0) != 0x80;
    }
    return count;
}

uint32_t uh_text_words(const char *text, uint32_t length)
{
    uint32_t count = length > 0;
    for (uint32_t i = 0; i < length; i++) {
        count += text[i] == ' ';
    }
    return count;
}

/* Where there are no letters: punctuation, blanks, marks, signs, what nobody sees. */
static const struct {
    uint32_t first;
    uint32_t last;
} letterless[] = {
    {0x00, 0x40},     {0x5b, 0x60},     {0x7b, 0xa9},       {0xab, 0xb4},        {0xb6, 0xb9},
    {0xbb, 0xbf},     {0xd7, 0xd7},     {0xf7, 0xf7},       {0x2b0, 0x36f},      {0x115f, 0x1160},
    {0x1680, 0x1680}, {0x17b4, 0x17b5}, {0x180b, 0x180e},   {0x2000, 0x20ff},    {0x2150, 0x2bff},
    {0x3000, 0x3004}, {0x3164, 0x3164}, {0xe000, 0xf8ff},   {0xfe00, 0xfe0f},    {0xfeff, 0xfeff},
    {0xffa0, 0xffa0}, {0xfff0, 0xffff}, {0x1f000, 0x1faff}, {0xe0000, 0x10ffff},
};

static bool is_letter(uint32_t code_point)
{
    for (size_t i = 0; i < UH_COUNT(letterless); i++) {
        if (code_point >= letterless[i].first && code_point <= letterless[i].last) {
            return false;
        }
    }
    return true;
}

bool uh_text_has_letter(const char *text, uint32_t length)
{
    uint32_t at = 0;
    uint32_t code_point = 0;
    while (at < length) {
        const uint32_t bytes = decode(text + at, length - at, &code_point);
        if (bytes == 0 || is_letter(code_point)) {
            return bytes != 0;
        }
        at += bytes;
    }
    return false;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A key that began with a hyphen could not be typed: it would be an option. */
static bool spelled_as_key(const char *text, uint32_t length)
{
    if (length > 0 && text[0] == '-') {
        return false;
    }
    for (uint32_t i = 0; i < length; i++) {
        if (!is_digit(text[i]) && text[i] != '-' && (text[i] < 'a' || text[i] > 'z')) {
            return false;
        }
    }
    return true;
}

/* What a cite can begin with; all but the last go on with a number, the first two with a range of
 * lines. */
static const struct {
    const char *prefix;
    bool number;
    bool range;
} cite_forms[] = {{"A:", true, true},
                  {"B:", true, true},
                  {"AMB-", true, false},
                  {"D-", true, false},
                  {"plan", false, false}};

static uint32_t digits(const char *text, uint32_t length)
{
    uint32_t count = 0;
    while (count < length && is_digit(text[count])) {
        count++;
    }
    return count;
}

/* Bytes of the one cite at the start of text, 0 where there is none. */
static uint32_t cite_bytes(const char *text, uint32_t length)
{
    for (size_t form = 0; form < UH_COUNT(cite_forms); form++) {
        const uint32_t prefix = (uint32_t)strlen(cite_forms[form].prefix);
        if (length < prefix || memcmp(text, cite_forms[form].prefix, prefix) != 0) {
            continue;
        }
        if (!cite_forms[form].number) {
            return prefix;
        }
        const uint32_t first = digits(text + prefix, length - prefix);
        const uint32_t end = prefix + first;
        if (first == 0) {
            return 0;
        }
        if (!cite_forms[form].range || end == length || text[end] != '-') {
            return end;
        }
        const uint32_t second = digits(text + end + 1, length - end - 1);
        return second ? end + 1 + second : 0;
    }
    return 0;
}

static bool spelled_as_cite(const char *text, uint32_t length)
{
    uint32_t at = 0;
    for (;;) {
        const uint32_t bytes = cite_bytes(text + at, length - at);
        at += bytes;
        if (bytes == 0 || at == length) {
            return bytes != 0;
        }
        if (text[at] != ';') {
            return false;
        }
        at++;
    }
}

static bool spelled_as_date(const char *text, uint32_t length)
{
    char copy[UH_DATE_TEXT_SIZE] = {0};
    uh_date date;
    if (length >= sizeof(copy)) {
        return false;
    }
    memcpy(copy, text, length);
    return uh_date_read(copy, &date) == UH_OK;
}

static const uh_field list_text = {.kind = UH_FIELD_TEXT, .min = 1, .max = UH_LIST_TEXT_MAX};

uh_text_fault uh_field_text_fault(const uh_field *field, const char *text, uint32_t length)
{
    const uh_field *rule = field->kind == UH_FIELD_TEXTS ? &list_text : field;
    if (!uh_text_is_readable(text, length)) {
        return UH_TEXT_BYTES;
    }
    const uint32_t characters = uh_text_characters(text, length);
    if (characters < (uint32_t)rule->min) {
        return UH_TEXT_SHORT;
    }
    if (characters > (uint32_t)rule->max) {
        return UH_TEXT_LONG;
    }
    if (rule->words && uh_text_words(text, length) > rule->words) {
        return UH_TEXT_WORDY;
    }
    if ((rule->kind == UH_FIELD_KEY && !spelled_as_key(text, length)) ||
        (rule->kind == UH_FIELD_CITE && !spelled_as_cite(text, length)) ||
        (rule->kind == UH_FIELD_DATE && !spelled_as_date(text, length))) {
        return UH_TEXT_SPELLING;
    }
    return UH_TEXT_GOOD;
}
