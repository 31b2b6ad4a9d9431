/* SPDX-License-Identifier: MIT */
#include "unhunch/translation.h"

#include <string.h>

#include "core/hash.h"
#include "unhunch/schema.h"

/* -- where the parts are -- */

static const uint64_t *hashes(const uh_translation *translation)
{
    const void *behind = translation + 1;
    return behind;
}

static const uint32_t *offsets(const uh_translation *translation)
{
    const void *behind = hashes(translation) + translation->count;
    return behind;
}

static const uint32_t *marks(const uh_translation *translation)
{
    return offsets(translation) + translation->count;
}

static uint32_t mark_count(const uh_translation *translation)
{
    return translation->message_count / UH_TRANSLATION_STRIDE + 1;
}

static const char *texts(const uh_translation *translation)
{
    const void *behind = marks(translation) + mark_count(translation);
    return behind;
}

/* -- the check -- */

static const char magic[4] = {'u', 'h', 't', 'r'};

/* As wide as it takes: no sum of what an image claims is too large. */
static uint64_t claimed_size(const uh_translation *header)
{
    const uint64_t pairs = (uint64_t)header->count * (sizeof(uint64_t) + sizeof(uint32_t));
    const uint64_t marks_size = (uint64_t)mark_count(header) * sizeof(uint32_t);
    return sizeof *header + pairs + marks_size + header->text_size;
}

static bool is_good_header(const uh_translation *header, size_t size)
{
    return header->size == size && header->reserved == 0 && claimed_size(header) == size &&
           header->forms >= 1 && header->forms <= UH_TRANSLATION_FORMS_MAX && header->text_size > 0;
}

/* NULL: there is no text, or no good one. */
static const char *behind_text(const char *at, const char *end)
{
    const size_t length = at < end ? strlen(at) : 0;
    return at < end && uh_text_is_readable(at, (uint32_t)length) ? at + length + 1 : NULL;
}

static const char *behind_message(const uh_translation *translation, const char *at,
                                  const char *end)
{
    const bool has_forms = at < end && at[0] == UH_TRANSLATION_PLURAL;
    at += has_forms ? 1 : 0;
    for (uint32_t left = has_forms ? translation->forms : 1; at && left > 0; left--) {
        at = behind_text(at, end);
    }
    return at;
}

static bool are_good_texts(const uh_translation *translation)
{
    const char *start = texts(translation);
    const char *end = start + translation->text_size;
    const char *at = end[-1] == '\0' ? start : NULL;
    for (uint32_t i = 0; at && i < translation->message_count; i++) {
        if (i % UH_TRANSLATION_STRIDE == 0 &&
            marks(translation)[i / UH_TRANSLATION_STRIDE] != (uint32_t)(at - start)) {
            return false;
        }
        at = behind_message(translation, at, end);
    }
    while (at && at < end) {
        at = behind_text(at, end);
    }
    return at != NULL;
}

static bool are_good_offsets(const uh_translation *translation)
{
    for (uint32_t i = 0; i < translation->count; i++) {
        if (offsets(translation)[i] >= translation->text_size) {
            return false;
        }
    }
    return true;
}

static bool are_rising(const uint64_t *list, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        if (list[i - 1] >= list[i]) {
            return false;
        }
    }
    return true;
}

const char *uh_translation_tag(const void *image, size_t size)
{
    const uh_translation *translation = image;
    const bool is_one = size >= sizeof *translation &&
                        memcmp(translation->magic, magic, sizeof magic) == 0 &&
                        memchr(translation->tag, 0, sizeof translation->tag) != NULL;
    return is_one ? translation->tag : NULL;
}

uh_status uh_translation_open(const void *image, size_t size, const uh_translation_rule *rule,
                              const uh_translation **ret_translation)
{
    UH_ASSERT((uintptr_t)image % 8 == 0);
    const uh_translation *translation = image;
    if (!uh_translation_tag(image, size) || size > UH_TRANSLATION_MAX) {
        return UH_ERR_FORMAT;
    }
    if (translation->version != UH_TRANSLATION_VERSION || translation->english != rule->english ||
        translation->forms != rule->forms || translation->message_count != rule->messages) {
        return UH_ERR_VERSION;
    }
    if (!is_good_header(translation, size) || !are_good_texts(translation) ||
        !are_rising(hashes(translation), translation->count) || !are_good_offsets(translation)) {
        return UH_ERR_FORMAT;
    }
    *ret_translation = translation;
    return UH_OK;
}

/* -- what it says -- */

static const char *next_text(const char *text)
{
    return text + strlen(text) + 1;
}

static const char *next_message(const uh_translation *translation, const char *message)
{
    const bool has_forms = message[0] == UH_TRANSLATION_PLURAL;
    for (uint32_t left = has_forms ? translation->forms : 1; left > 0; left--) {
        message = next_text(message);
    }
    return message;
}

const char *uh_translation_message(const uh_translation *translation, uh_message message,
                                   uint32_t form)
{
    const uint32_t index = (uint32_t)message;
    UH_ASSERT(index < translation->message_count && form < translation->forms);
    const char *text = texts(translation) + marks(translation)[index / UH_TRANSLATION_STRIDE];
    for (uint32_t left = index % UH_TRANSLATION_STRIDE; left > 0; left--) {
        text = next_message(translation, text);
    }
    if (text[0] != UH_TRANSLATION_PLURAL) {
        return text;
    }
    for (text++; form > 0; form--) {
        text = next_text(text);
    }
    return text;
}

uint64_t uh_translation_hash(const char *english)
{
    return uh_hash_text(uh_hash_start(), english);
}

/* The number of hashes below this one. */
static uint32_t place_of(const uh_translation *translation, uint64_t hash)
{
    const uint64_t *list = hashes(translation);
    uint32_t low = 0;
    uint32_t high = translation->count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (list[middle] < hash) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const char *uh_translation_text(const uh_translation *translation, const char *english)
{
    const uint64_t hash = uh_translation_hash(english);
    const uint32_t place = place_of(translation, hash);
    return place < translation->count && hashes(translation)[place] == hash
               ? texts(translation) + offsets(translation)[place]
               : NULL;
}
