/* SPDX-License-Identifier: MIT */
/* door_json.c: JSON that leaves through the door, in one buffer. */
#include "wasm/door_inside.h"

/* A year of ratings and days is about 60 KB, one day of the log a few. */
enum { JSON_SIZE = 1 << 19, NEVER_BROKEN = 1 << 20 };

static char bytes[JSON_SIZE];
static uh_buffer written;
static uh_json writer;

uh_json *uh_door_json(void)
{
    written = (uh_buffer){bytes, sizeof bytes, 0};
    writer = uh_json_to(uh_out_to_buffer(&written), false);
    return &writer;
}

const char *uh_door_json_text(void)
{
    return written.length < sizeof bytes ? bytes : NULL;
}

const uh_page *uh_door_page(uh_out out)
{
    static uh_page page;
    page = (uh_page){out, uh_door_the_language(), uh_door_the_catalogue(), NEVER_BROKEN};
    return &page;
}

void uh_door_say_this(uh_json *json, const char *key, const uh_phrase *phrase)
{
    char text[UH_PAGE_TEXT_MAX];
    (void)uh_words(uh_door_the_language(), uh_door_the_catalogue(), phrase, text, sizeof text);
    uh_json_text(json, key, text);
}

void uh_door_say_text(uh_json *json, const char *key, uh_text text)
{
    char words[UH_PAGE_TEXT_MAX];
    (void)uh_words_text(uh_door_the_language(), uh_door_the_catalogue(), text, words, sizeof words);
    uh_json_text(json, key, words);
}
