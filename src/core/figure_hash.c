/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "core/hash.h"
#include "unhunch/figure.h"

static uint64_t hash_real(uint64_t hash, double real)
{
    uint64_t bits = 0;
    memcpy(&bits, &real, sizeof(bits));
    return uh_hash_number(hash, bits);
}

static uint64_t hash_shape(uint64_t hash, const uh_shape *shape)
{
    const uint32_t numbers[] = {(uint32_t)shape->kind, (uint32_t)shape->tone, shape->first_contour,
                                shape->contour_count, (uint32_t)shape->outline_tone};
    for (size_t i = 0; i < UH_COUNT(numbers); i++) {
        hash = uh_hash_number(hash, numbers[i]);
    }
    hash = hash_real(hash, shape->outline);
    hash = hash_real(hash, shape->width);
    return hash_real(hash, shape->dash);
}

uint64_t uh_drawing_hash(uint64_t hash, const uh_drawing *drawing)
{
    hash = hash_real(hash == 0 ? uh_hash_start() : hash, drawing->width);
    for (uint32_t i = 0; i < drawing->shape_count; i++) {
        hash = hash_shape(hash, &drawing->shape[i]);
    }
    for (uint32_t i = 0; i < drawing->contour_count; i++) {
        const uh_contour *contour = &drawing->contour[i];
        hash = uh_hash_number(hash, (uint64_t)contour->point_count << 1 | (contour->rim ? 1u : 0u));
    }
    for (uint32_t i = 0; i < drawing->point_count; i++) {
        hash = hash_real(hash, drawing->point[i].x);
        hash = hash_real(hash, drawing->point[i].y);
    }
    return hash;
}
