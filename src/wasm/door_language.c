/* SPDX-License-Identifier: MIT */
/* door_language.c: which language everything is said in.
 *
 * English is in the module. The texts of another language are an image of their own (TAG.bin,
 * translation.h), which the page fetches when that language is wanted, writes into the buffer and
 * opens; one at a time. */
#include "wasm/door.h"
#include "wasm/door_inside.h"
#include "words/language.h"

static _Alignas(8) unsigned char image[UH_TRANSLATION_MAX];
static uh_language opened; /* without a translation: none is */
static const uh_language *language;

const uh_language *uh_door_the_language(void)
{
    return language ? language : uh_language_find("en");
}

/* Where an image of `size` bytes goes; NULL: it is too large. What was opened is forgotten, and
 * what was said in it is said in English. */
UH_DOOR(unsigned char *, uh_door_translation_buffer, uint32_t size)
{
    opened = (uh_language){0};
    language = language == &opened ? NULL : language;
    return size <= sizeof(image) ? image : NULL;
}

/* The language in use stays the same; uh_door_language() now finds this one, too. UH_ERR_FORMAT: no
 * image, or not whole; UH_ERR_VERSION: of another build than this module. */
UH_DOOR(int32_t, uh_door_translation_open, uint32_t size)
{
    UH_ASSERT(size <= sizeof(image));
    return uh_language_open(image, size, &opened);
}

static bool is_opened(const char *tag)
{
    return opened.translation && uh_language_answers(&opened, tag);
}

/* By the tag in the text buffer; English until then, and where its texts are not here. */
UH_DOOR(void, uh_door_language, void)
{
    const char *tag = uh_door_the_text();
    language = is_opened(tag) ? &opened : uh_language_find(tag);
}

/* The tag of the language in use ("de"), and of those that this build knows; "" beyond the last. */
UH_DOOR(const char *, uh_door_language_tag, void)
{
    return uh_language_tag(uh_door_the_language());
}

UH_DOOR(const char *, uh_door_language_at, uint32_t index)
{
    const uh_language *known = uh_language_at(index);
    return known != NULL ? uh_language_tag(known) : "";
}

/* Are the texts here of the language whose tag is in the text buffer? 0: fetch them first. */
UH_DOOR(uint32_t, uh_door_language_is_here, void)
{
    const char *tag = uh_door_the_text();
    return is_opened(tag) || uh_language_answers(uh_language_find(tag), tag);
}
