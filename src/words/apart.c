/* SPDX-License-Identifier: MIT */
#include "words/apart.h"

#ifdef UH_WORDS_APART

#include <string.h>

#include "unhunch/message.h"
#include "words/language.h"

extern uh_translation uh_translation_de;

static const struct {
    const char *tag;
    uh_translation *translation;
} apart[] = {{"de", &uh_translation_de}};

const char *uh_language_apart(uint32_t index)
{
    return index < UH_COUNT(apart) ? apart[index].tag : NULL;
}

enum { HEAD_BYTES = 16 };

typedef struct head {
    uint32_t magic, messages, pairs, text_bytes;
} head;

static bool are_within(const uint32_t *offsets, uint32_t count, uint32_t end)
{
    for (uint32_t i = 0; i < count; i++) {
        if (offsets[i] >= end) {
            return false;
        }
    }
    return true;
}

static uh_status read_image(const void *image, size_t size, uh_translation *ret_translation)
{
    const unsigned char *bytes = image;
    head of;
    if (size < HEAD_BYTES) {
        return UH_ERR_FORMAT;
    }
    memcpy(&of, bytes, sizeof of);
    const uint64_t whole =
        HEAD_BYTES + (uint64_t)of.pairs * 12 + (uint64_t)of.messages * 4 + of.text_bytes;
    if (of.magic != UH_WORDS_MAGIC || of.messages != UH_MESSAGE_COUNT || whole != size ||
        of.text_bytes == 0 || bytes[size - 1] != 0) {
        return UH_ERR_FORMAT;
    }
    const uint64_t *hashes = (const void *)(bytes + HEAD_BYTES);
    const uint32_t *messages = (const void *)(hashes + of.pairs);
    const uint32_t *offsets = messages + of.messages;
    if (!are_within(messages, of.messages, of.text_bytes) ||
        !are_within(offsets, of.pairs, of.text_bytes)) {
        return UH_ERR_FORMAT;
    }
    ret_translation->texts = (const char *)(offsets + of.pairs);
    ret_translation->messages = messages;
    ret_translation->hashes = hashes;
    ret_translation->offsets = offsets;
    ret_translation->count = of.pairs;
    return UH_OK;
}

uh_status uh_language_give(const char *tag, const void *image, size_t size)
{
    for (size_t i = 0; i < UH_COUNT(apart); i++) {
        if (strcmp(apart[i].tag, tag) == 0 && apart[i].translation->plural != NULL) {
            return read_image(image, size, apart[i].translation);
        }
    }
    return UH_ERR_UNKNOWN;
}

#else

const char *uh_language_apart(uint32_t index)
{
    (void)index;
    return NULL;
}

uh_status uh_language_give(const char *tag, const void *image, size_t size)
{
    (void)tag;
    (void)image;
    (void)size;
    return UH_ERR_UNKNOWN;
}

#endif
