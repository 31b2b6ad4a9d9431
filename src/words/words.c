/* SPDX-License-Identifier: MIT */
#include "words/language.h"

#include <string.h>

uh_pen uh_pen_to(const uh_language *language, const uh_catalogue *catalogue, char *out,
                 size_t capacity)
{
    return (uh_pen){.language = language, .catalogue = catalogue, .out = out, .capacity = capacity};
}

void uh_pen_bytes(uh_pen *pen, const char *text, size_t length)
{
    if (pen->length < pen->capacity) {
        size_t room = pen->capacity - pen->length;
        memcpy(pen->out + pen->length, text, length < room ? length : room);
    }
    pen->length += length;
}

/* The largest end at or before `end` that is not inside a character. */
static size_t character_end(const char *text, size_t end)
{
    while (end > 0 && ((unsigned char)text[end] & 0xC0U) == 0x80U) {
        end--;
    }
    return end;
}

size_t uh_pen_end(uh_pen *pen)
{
    if (pen->length < pen->capacity) {
        pen->out[pen->length] = '\0';
    } else if (pen->capacity > 0) {
        pen->out[character_end(pen->out, pen->capacity - 1)] = '\0';
    }
    return pen->length;
}

static void write_literal(uh_pen *pen, const char *text)
{
    uh_pen_bytes(pen, text, strlen(text));
}

static void write_digits(uh_pen *pen, uint64_t value, int least)
{
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0 || (int)(sizeof digits - at) < least);
    uh_pen_bytes(pen, digits + at, sizeof digits - at);
}

/* Writes the sign; what is left is the size of the number. */
static uint64_t write_sign(uh_pen *pen, int64_t value)
{
    if (value >= 0) {
        return (uint64_t)value;
    }
    write_literal(pen, "-");
    return 0U - (uint64_t)value;
}

static void write_number(uh_pen *pen, int64_t value)
{
    write_digits(pen, write_sign(pen, value), 1);
}

static void write_duration(uh_pen *pen, int64_t ms)
{
    uint64_t seconds = (write_sign(pen, ms) + 500) / 1000;
    write_digits(pen, seconds / 60, 1);
    write_literal(pen, ":");
    write_digits(pen, seconds % 60, 2);
}

static void write_seconds(uh_pen *pen, int64_t ms)
{
    uint64_t tenths = (write_sign(pen, ms) + 50) / 100;
    write_digits(pen, tenths / 10, 1);
    if (tenths % 10 != 0) {
        write_literal(pen, pen->language->decimal_mark);
        write_digits(pen, tenths % 10, 1);
    }
}

static void write_hundredths(uh_pen *pen, int64_t value)
{
    uint64_t hundredths = write_sign(pen, value);
    write_digits(pen, hundredths / 100, 1);
    if (hundredths % 100 == 0) {
        return;
    }
    write_literal(pen, pen->language->decimal_mark);
    if (hundredths % 10 == 0) {
        write_digits(pen, hundredths % 100 / 10, 1);
    } else {
        write_digits(pen, hundredths % 100, 2);
    }
}

void uh_pen_text(uh_pen *pen, uh_text text)
{
    UH_ASSERT(pen->catalogue);
    const char *bytes = uh_language_text(pen->language, pen->catalogue, text);
    if (bytes[0] == '\0') {
        return;
    }
    write_literal(pen, pen->language->open);
    pen->language->write(pen, bytes, strlen(bytes));
    write_literal(pen, pen->language->close);
}

static void write_argument(uh_pen *pen, const uh_argument *argument)
{
    switch (argument->kind) {
    case UH_ARGUMENT_NUMBER:
        write_number(pen, argument->is.number);
        break;
    case UH_ARGUMENT_DURATION:
        write_duration(pen, argument->is.number);
        break;
    case UH_ARGUMENT_SECONDS:
        write_seconds(pen, argument->is.number);
        break;
    case UH_ARGUMENT_HUNDREDTHS:
        write_hundredths(pen, argument->is.number);
        break;
    case UH_ARGUMENT_LITERAL:
        write_literal(pen, argument->is.literal);
        break;
    case UH_ARGUMENT_CATALOGUE:
        uh_pen_text(pen, argument->is.text);
        break;
    case UH_ARGUMENT_MESSAGE:
        uh_pen_phrase(pen, &(uh_phrase){.message = argument->is.message});
        break;
    }
}

/* "{0}" to "{3}" at `text`: the argument's index, else -1. */
static int placeholder(const char *text)
{
    if (text[0] == '{' && text[1] >= '0' && text[1] < '0' + UH_ARGUMENTS_MAX && text[2] == '}') {
        return text[1] - '0';
    }
    return -1;
}

uint32_t uh_pen_placeholders(const char *text)
{
    uint32_t found = 0;
    for (; *text; text++) {
        const int index = placeholder(text);
        found |= index >= 0 ? 1U << index : 0;
    }
    return found;
}

static void write_form(uh_pen *pen, const char *form, const uh_phrase *phrase)
{
    const char *plain = form; /* where the text since the last placeholder begins */
    const char *at = form;
    for (; *at; at++) {
        int index = placeholder(at);
        if (index < 0) {
            continue;
        }
        UH_ASSERT((uint32_t)index < phrase->count);
        pen->language->write(pen, plain, (size_t)(at - plain));
        write_argument(pen, &phrase->arguments[index]);
        at += 2;
        plain = at + 1;
    }
    pen->language->write(pen, plain, (size_t)(at - plain));
}

void uh_pen_phrase(uh_pen *pen, const uh_phrase *phrase)
{
    UH_ASSERT((uint32_t)phrase->message < UH_MESSAGE_COUNT);
    write_literal(pen, pen->language->open);
    write_form(pen, uh_language_form(pen->language, phrase), phrase);
    write_literal(pen, pen->language->close);
}

size_t uh_words(const uh_language *language, const uh_catalogue *catalogue, const uh_phrase *phrase,
                char *out, size_t capacity)
{
    uh_pen pen = uh_pen_to(language, catalogue, out, capacity);
    uh_pen_phrase(&pen, phrase);
    return uh_pen_end(&pen);
}

size_t uh_words_text(const uh_language *language, const uh_catalogue *catalogue, uh_text text,
                     char *out, size_t capacity)
{
    uh_pen pen = uh_pen_to(language, catalogue, out, capacity);
    uh_pen_text(&pen, text);
    return uh_pen_end(&pen);
}
