/* SPDX-License-Identifier: MIT */
/* Any bytes as a translation: refused, or everything that is said stays inside. */
#include <stdlib.h>
#include <string.h>

#include "words/language.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern const uh_translation_rule uh_translation_rule_de;

enum { PAIR_SIZE = 12, TABLE_SIZE = UH_MESSAGE_COUNT * 4, OFFSET_COUNT = 8 };

/* The header is made to fit, because guessing it is no find; the table of messages says the same
 * few offsets again and again, because it is longer than what a fuzzer likes to write. Behind the
 * offsets the input is hashes and offsets of `count` pairs, then the texts. */
static unsigned char *make_image(const uint8_t *data, size_t size, size_t *ret_size)
{
    uint8_t head[1 + OFFSET_COUNT * 2] = {0};
    const size_t head_size = size < sizeof head ? size : sizeof head;
    memcpy(head, data, head_size);
    data += head_size;
    size -= head_size;
    const uint32_t count = head[0] % 8;
    const size_t pairs = count * (size_t)PAIR_SIZE < size ? count * (size_t)PAIR_SIZE : size;
    const uh_translation header = {.magic = {'u', 'h', 't', 'r'},
                                   .version = UH_TRANSLATION_VERSION,
                                   .english = uh_translation_rule_de.english,
                                   .tag = "de",
                                   .size = (uint32_t)(sizeof header + TABLE_SIZE + size),
                                   .forms = uh_translation_rule_de.forms,
                                   .count = count,
                                   .message_count = UH_MESSAGE_COUNT,
                                   .text_size = (uint32_t)(size - pairs)};
    unsigned char *image = malloc(header.size);
    unsigned char *at = image;
    memcpy(at, &header, sizeof header);
    at += sizeof header;
    memcpy(at, data, pairs);
    at += pairs;
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++, at += 4) {
        const uint8_t *two = head + 1 + i % OFFSET_COUNT * 2;
        const uint32_t offset = (uint32_t)two[0] << 8 | two[1];
        memcpy(at, &offset, sizeof offset);
    }
    memcpy(at, data + pairs, size - pairs);
    *ret_size = header.size;
    return image;
}

static size_t say_some(const uh_language *language, const uint8_t *data, size_t size)
{
    char text[128];
    size_t sum = 0;
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        const uh_argument number = uh_number(i % 3);
        const uh_phrase phrase = uh_say4((uh_message)i, number, number, number, number);
        sum += uh_words(language, NULL, &phrase, text, sizeof text);
    }
    const size_t length = size < sizeof text - 1 ? size : sizeof text - 1;
    memcpy(text, data, length);
    text[length] = '\0';
    const char *found = uh_translation_text(language->translation, text);
    return sum + (found ? strlen(found) : 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t image_size = 0;
    unsigned char *image = make_image(data, size, &image_size);
    uh_language language;
    volatile size_t sum = 0; /* what is read is used */
    if (uh_language_open(image, image_size, &language) == UH_OK) {
        sum = say_some(&language, data, size);
    }
    (void)sum;
    free(image);
    return 0;
}
