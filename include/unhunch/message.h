/* SPDX-License-Identifier: MIT */
/* message.h: every sentence a person can meet, as an id with arguments.
 *
 * The core and the shells decide what to say; src/words renders it in a language (words.h). The
 * English texts are the rows of the files that messages/all.def names: UH_MESSAGE(ID, "text with
 * {0} and {1}") and UH_PLURAL(ID, "one", "other") where argument 0 is the number that decides the
 * form: a NUMBER or SECONDS. Other languages may have more forms than two. The page has fewer
 * messages (UH_FOR_PAGE) and other numbers for them: a number is never stored. */
#ifndef UNHUNCH_MESSAGE_H
#define UNHUNCH_MESSAGE_H

#include "unhunch/base.h"

#define UH_MESSAGE(id, text) id,
#define UH_PLURAL(id, one, other) id,
typedef enum uh_message {
#include "unhunch/messages/all.def"
    UH_MESSAGE_COUNT
} uh_message;
#undef UH_MESSAGE
#undef UH_PLURAL

/* A text of the catalogue image: offset of its first byte in the image, 0 = none. */
typedef uint32_t uh_text;

typedef enum uh_argument_kind {
    UH_ARGUMENT_NUMBER,     /* decimal, no grouping */
    UH_ARGUMENT_DURATION,   /* milliseconds, shown as 0:45 or 12:05 */
    UH_ARGUMENT_SECONDS,    /* milliseconds, shown as seconds with at most one decimal: 10 or 2.5 */
    UH_ARGUMENT_HUNDREDTHS, /* shown with at most two decimals: 250 is 2.5 */
    UH_ARGUMENT_LITERAL,    /* text that no language changes: a file name, a key, a command */
    UH_ARGUMENT_CATALOGUE,  /* a text of the catalogue, translated with it */
    UH_ARGUMENT_MESSAGE     /* another message without arguments */
} uh_argument_kind;

typedef struct uh_argument {
    uh_argument_kind kind;
    union {
        int64_t number;
        const char *literal; /* borrowed for as long as the phrase is used */
        uh_text text;
        uh_message message;
    } is;
} uh_argument;

enum { UH_ARGUMENTS_MAX = 4 };

/* A message with its arguments: a value that can be kept, compared and rendered later. */
typedef struct uh_phrase {
    uh_message message;
    uint32_t count;
    uh_argument arguments[UH_ARGUMENTS_MAX];
} uh_phrase;

static inline uh_argument uh_number(int64_t value)
{
    return (uh_argument){UH_ARGUMENT_NUMBER, {.number = value}};
}

static inline uh_argument uh_duration(int64_t ms)
{
    return (uh_argument){UH_ARGUMENT_DURATION, {.number = ms}};
}

static inline uh_argument uh_seconds(int64_t ms)
{
    return (uh_argument){UH_ARGUMENT_SECONDS, {.number = ms}};
}

static inline uh_argument uh_hundredths(int64_t value)
{
    return (uh_argument){UH_ARGUMENT_HUNDREDTHS, {.number = value}};
}

static inline uh_argument uh_literal(const char *text)
{
    return (uh_argument){UH_ARGUMENT_LITERAL, {.literal = text}};
}

static inline uh_argument uh_catalogue_argument(uh_text text)
{
    return (uh_argument){UH_ARGUMENT_CATALOGUE, {.text = text}};
}

static inline uh_argument uh_message_argument(uh_message message)
{
    return (uh_argument){UH_ARGUMENT_MESSAGE, {.message = message}};
}

/* A phrase of `count` arguments, in the order of {0} {1} {2} {3}. */
uh_phrase uh_phrase_of(uh_message message, uint32_t count, const uh_argument *arguments);

static inline uh_phrase uh_say(uh_message message)
{
    return uh_phrase_of(message, 0, NULL);
}

static inline uh_phrase uh_say1(uh_message message, uh_argument a)
{
    return uh_phrase_of(message, 1, &a);
}

static inline uh_phrase uh_say2(uh_message message, uh_argument a, uh_argument b)
{
    return uh_phrase_of(message, 2, (const uh_argument[]){a, b});
}

static inline uh_phrase uh_say3(uh_message message, uh_argument a, uh_argument b, uh_argument c)
{
    return uh_phrase_of(message, 3, (const uh_argument[]){a, b, c});
}

static inline uh_phrase uh_say4(uh_message message, uh_argument a, uh_argument b, uh_argument c,
                                uh_argument d)
{
    return uh_phrase_of(message, 4, (const uh_argument[]){a, b, c, d});
}

#endif
