/* SPDX-License-Identifier: MIT */
/* Any bytes as a catalogue image, and as a packed one: refused, or every accessor stays inside. */
#include <stdlib.h>
#include <string.h>

#include "unhunch/packed.h"
#include "unhunch/schema.h"
#include "unhunch/words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint32_t read_exercise(const uh_catalogue *catalogue, const uh_exercise *exercise)
{
    uint32_t sum = uh_words_match(uh_language_find("en"), catalogue, exercise, "S01 neck rolls");
    for (uint32_t i = 0; i < exercise->variants.count; i++) {
        const uh_variant *variant = uh_exercise_variant(catalogue, exercise, i);
        for (uint32_t part = 0; part < variant->parts.count; part++) {
            const uh_text pose = uh_variant_part(catalogue, variant, part)->pose;
            sum += (uint32_t)strlen(uh_catalogue_text(catalogue, pose));
        }
        for (uint32_t step = 0; step < uh_exercise_step_count(catalogue, exercise, i); step++) {
            const uh_text cue = uh_exercise_step(catalogue, exercise, i, step)->cue;
            sum += (uint32_t)strlen(uh_catalogue_text(catalogue, cue));
        }
    }
    for (uint32_t i = 0; i < exercise->take_off.count; i++) {
        const uh_text text = uh_catalogue_list_text(catalogue, exercise->take_off, i);
        sum += (uint32_t)strlen(uh_catalogue_text(catalogue, text));
    }
    return sum;
}

static uint32_t read_all(const uh_catalogue *catalogue)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(catalogue); i++) {
        sum += read_exercise(catalogue, uh_catalogue_exercise(catalogue, i));
    }
    for (uint32_t i = 0; i < uh_catalogue_routine_count(catalogue); i++) {
        const uh_list lines = uh_catalogue_recipe(catalogue, i)->lines;
        for (uint32_t line = 0; line < lines.count; line++) {
            const uh_text key = uh_catalogue_line(catalogue, lines, line)->exercise;
            uint32_t index;
            sum += uh_catalogue_find_exercise(catalogue, uh_catalogue_text(catalogue, key),
                                              &index) == UH_OK;
        }
    }
    for (uint32_t i = 0; i < uh_catalogue_topic_count(catalogue); i++) {
        const uh_list points = uh_catalogue_topic(catalogue, i)->points;
        for (uint32_t point = 0; point < points.count; point++) {
            const uh_text text = uh_catalogue_point(catalogue, points, point)->text;
            sum += (uint32_t)strlen(uh_catalogue_text(catalogue, text));
        }
    }
    return sum;
}

/* Pieces are of exactly their size, so that the first byte too far is seen; headers are made to
 * fit, because guessing them is no find. */

static uint32_t as_packed(const uint8_t *data, size_t size)
{
    const size_t room = 4 * size;
    unsigned char *packed = malloc(size ? size : 1);
    unsigned char *image = malloc(room ? room : 1);
    uh_catalogue catalogue;
    const uh_packed_header head = {.magic = {'u', 'h', 'c', 'p'}, .version = UH_CATALOGUE_VERSION};
    memcpy(packed, data, size);
    if (size >= sizeof(head)) {
        memcpy(packed, &head, offsetof(uh_packed_header, numbers));
    }
    const uint32_t sum = uh_catalogue_unpack(packed, size, image, room, &catalogue) == UH_OK
                             ? read_all(&catalogue)
                             : 0;
    free(image);
    free(packed);
    return sum;
}

static uint32_t as_image(const uint8_t *data, size_t size)
{
    unsigned char *image = malloc(size ? size : 1);
    uh_catalogue catalogue;
    static const char magic[] = {'u', 'h', 'c', 'a'};
    const uint32_t version = UH_CATALOGUE_VERSION;
    const uint32_t length = (uint32_t)size;
    memcpy(image, data, size);
    if (size >= sizeof(uh_image_header)) {
        memcpy(image, magic, sizeof(magic));
        memcpy(image + offsetof(uh_image_header, version), &version, sizeof(version));
        memcpy(image + offsetof(uh_image_header, size), &length, sizeof(length));
        memset(image + offsetof(uh_image_header, reserved), 0, 4);
    }
    const uint32_t sum =
        uh_catalogue_open(image, size, &catalogue) == UH_OK ? read_all(&catalogue) : 0;
    free(image);
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    volatile uint32_t sum = as_image(data, size); /* what is read is used */
    sum += as_packed(data, size);
    (void)sum;
    return 0;
}
