/* SPDX-License-Identifier: MIT */
/* door.c: core, words and present for JavaScript. Only scalars and pointers into the module's
 * memory pass; there is one of everything, held here. Texts are NUL-terminated UTF-8 and live as
 * long as what they came from. A status is 0 or negative, as in base.h. */
#include "unhunch/schema.h"

#define UH_DOOR(type, name, ...)                                                                   \
    type name(__VA_ARGS__);                                                                        \
    __attribute__((export_name(#name))) type name(__VA_ARGS__)

/* -- catalogue: write the image into the buffer, then open it -- */

static _Alignas(8) unsigned char image[UH_IMAGE_MAX];
static uh_catalogue catalogue;

/* Where an image of `size` bytes goes; NULL: it is too large. Forget the open catalogue first. */
UH_DOOR(unsigned char *, uh_door_catalogue_buffer, uint32_t size)
{
    catalogue = (uh_catalogue){0};
    return size <= sizeof(image) ? image : NULL;
}

UH_DOOR(int32_t, uh_door_catalogue_open, uint32_t size)
{
    return uh_catalogue_open(image, size, &catalogue);
}

/* 0 while no catalogue is open; every index below is checked against it. */
UH_DOOR(uint32_t, uh_door_exercise_count, void)
{
    return catalogue.image ? uh_catalogue_exercise_count(&catalogue) : 0;
}

static const uh_exercise *exercise_at(uint32_t index)
{
    UH_ASSERT(index < uh_door_exercise_count());
    return uh_catalogue_exercise(&catalogue, index);
}

UH_DOOR(const char *, uh_door_exercise_key, uint32_t index)
{
    return uh_catalogue_text(&catalogue, exercise_at(index)->key);
}

UH_DOOR(const char *, uh_door_exercise_name, uint32_t index)
{
    return uh_catalogue_text(&catalogue, exercise_at(index)->name);
}

/* `words` is NUL-terminated in the module's memory. */
UH_DOOR(uint32_t, uh_door_exercise_match, uint32_t index, const char *words)
{
    return uh_exercise_match(&catalogue, exercise_at(index), words);
}

/* -- text that comes in: words to search for, a language -- */

static char text_in[256];

/* Where JavaScript writes a text that it passes by pointer; at most uh_door_text_size() bytes with
 * its NUL. */
UH_DOOR(char *, uh_door_text_buffer, void)
{
    return text_in;
}

UH_DOOR(uint32_t, uh_door_text_size, void)
{
    return sizeof(text_in);
}
