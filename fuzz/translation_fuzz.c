/* SPDX-License-Identifier: MIT */
/* Any bytes as a translation: refused, or everything that is said stays inside. */
#include <stdlib.h>
#include <string.h>

#include "words/language.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern const uh_translation_rule uh_translation_rule_de;

enum {
    PAIR_SIZE = 12,
    MESSAGE_SIZE = 24,
    MARK_COUNT = UH_MESSAGE_COUNT / UH_TRANSLATION_STRIDE + 1
};

/* The header is made to fit, because guessing it is no find; two messages are said again and again,
 * because all of them are longer than what a fuzzer likes to write. The input is the number of
 * pairs, the sizes of the two and their bytes, hashes and offsets of the pairs, then more texts. */
typedef struct input {
    const uint8_t *at;
    size_t left;
} input;

static const uint8_t *take(input *from, size_t most, size_t *ret_size)
{
    const uint8_t *taken = from->at;
    *ret_size = most < from->left ? most : from->left;
    from->at += *ret_size;
    from->left -= *ret_size;
    return taken;
}

static uint32_t take_below(input *from, uint32_t limit)
{
    size_t size;
    const uint8_t *byte = take(from, 1, &size);
    return size > 0 ? *byte % limit : 0;
}

static unsigned char *put(unsigned char *at, const void *bytes, size_t size)
{
    memcpy(at, bytes, size);
    return at + size;
}

static unsigned char *make_image(const uint8_t *data, size_t size, size_t *ret_size)
{
    input from = {data, size};
    const uint32_t count = take_below(&from, 8);
    const uint8_t *messages[2];
    size_t sizes[2];
    messages[0] = take(&from, take_below(&from, MESSAGE_SIZE), &sizes[0]);
    messages[1] = take(&from, take_below(&from, MESSAGE_SIZE), &sizes[1]);
    size_t pairs_size;
    const uint8_t *pairs = take(&from, (size_t)count * PAIR_SIZE, &pairs_size);
    const size_t said_size =
        (UH_MESSAGE_COUNT + 1) / 2 * sizes[0] + UH_MESSAGE_COUNT / 2 * sizes[1];
    const uh_translation header = {.magic = {'u', 'h', 't', 'r'},
                                   .version = UH_TRANSLATION_VERSION,
                                   .english = uh_translation_rule_de.english,
                                   .tag = "de",
                                   .size = (uint32_t)(sizeof header + pairs_size +
                                                      MARK_COUNT * sizeof(uint32_t) + said_size +
                                                      from.left),
                                   .forms = uh_translation_rule_de.forms,
                                   .count = count,
                                   .message_count = UH_MESSAGE_COUNT,
                                   .text_size = (uint32_t)(said_size + from.left)};
    unsigned char *image = malloc(header.size);
    unsigned char *at = put(image, &header, sizeof header);
    at = put(at, pairs, pairs_size);
    for (uint32_t i = 0; i < MARK_COUNT; i++) {
        const uint32_t mark = (uint32_t)(i * (sizes[0] + sizes[1]) * UH_TRANSLATION_STRIDE / 2);
        at = put(at, &mark, sizeof mark);
    }
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        at = put(at, messages[i % 2], sizes[i % 2]);
    }
    (void)put(at, from.at, from.left);
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
