/* SPDX-License-Identifier: MIT */
/* motion_data.h: motion data that no file of ours has, written behind the built-in catalogue in
 * memory. Include it after cmocka.h. */
#ifndef UNHUNCH_TESTS_CORE_MOTION_DATA_H
#define UNHUNCH_TESTS_CORE_MOTION_DATA_H

#include "core/patch.h"
#include "unhunch/motion.h"

#define S UH_BODY_STATURE_M

static uh_catalogue catalogue;
static uint32_t written; /* bytes of the image that are taken */

static inline int begin(void **state)
{
    (void)state;
    catalogue = patchable_catalogue();
    written = (uint32_t)uh_builtin_catalogue_size;
    return 0;
}

static inline uint32_t write_data(const void *data, size_t size)
{
    const uint32_t at = (written + 7U) & ~7U;
    assert_true(at + size <= sizeof(patch_image));
    memcpy(patch_image + at, data, size);
    written = at + (uint32_t)size;
    return at;
}

static inline uh_text write_text(const char *text)
{
    return text ? write_data(text, strlen(text) + 1) : 0;
}

static inline uh_list write_list(const void *records, uint32_t count, size_t size)
{
    return count > 0 ? (uh_list){write_data(records, count * size), count} : (uh_list){0, 0};
}

static inline uh_list write_keeps(const uh_keep *keeps, uint32_t count)
{
    return write_list(keeps, count, sizeof(*keeps));
}

static inline uh_list write_angle(uh_angle angle, double deg)
{
    const uh_joint_angle record = {.angle = (uint32_t)angle, .tenths = (int32_t)(10.0 * deg)};
    return write_list(&record, 1, sizeof(record));
}

static inline uh_list write_poses(const uh_key_pose *poses, uint32_t count)
{
    return write_list(poses, count, sizeof(*poses));
}

/* The stretch that is changed: cat and cow, on hands and knees, in its first form. */
static inline uh_exercise *the_stretch(void)
{
    return patch_exercise(&catalogue, "cat-cow");
}

static inline uh_variant *the_form(void)
{
    return patch_variant(&catalogue, "cat-cow");
}

static inline uint32_t the_index(void)
{
    return exercise_index(&catalogue, "cat-cow");
}

static inline uh_stance *stance_of(const char *key)
{
    uint32_t stance;
    assert_int_equal(uh_catalogue_find_stance(&catalogue, key, &stance), UH_OK);
    return patch_of(uh_catalogue_stance(&catalogue, stance));
}

/* No stance answers to its name any more. */
static inline void forget_stances(void)
{
    const uh_text nameless = write_text("nameless");
    for (uint32_t i = 0; i < uh_catalogue_stance_count(&catalogue); i++) {
        uh_stance *stance = patch_of(uh_catalogue_stance(&catalogue, i));
        stance->key = nameless;
    }
}

static inline uh_motion_key pose_of(const char *key, bool eased)
{
    uh_motion_key pose;
    uh_motion_pose(&catalogue, the_index(), 0, UH_SIDE_LEFT, key, eased, S, &pose);
    return pose;
}

#endif
