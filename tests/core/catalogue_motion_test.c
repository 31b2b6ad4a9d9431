/* SPDX-License-Identifier: MIT */
/* An image is refused where what it says about bodies could not be drawn. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/patch.h"
#include "unhunch/body.h"

static uh_catalogue catalogue;

static int begin(void **state)
{
    catalogue = patchable_catalogue();
    return 0;
}

static uh_status reopen(void)
{
    uh_catalogue again;
    return uh_catalogue_open(patch_image, uh_builtin_catalogue_size, &again);
}

/* The first stretch's poses hold angles and keeps: a place to damage. */
static uh_key_pose *some_pose(void)
{
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_motion_data *motion = &uh_catalogue_exercise(&catalogue, i)->motion;
        for (uint32_t k = 0; k < motion->poses.count; k++) {
            const uh_key_pose *pose = uh_catalogue_pose(&catalogue, motion->poses, k);
            if (pose->angles.count > 0 && pose->keeps.count > 0) {
                return patch_of(pose);
            }
        }
    }
    fail_msg("no pose has angles and keeps");
    return NULL;
}

static void assert_is_stance(uh_text key, const char *of)
{
    uint32_t stance;
    const char *name = key != 0 ? uh_catalogue_text(&catalogue, key) : "";
    if (key != 0 && uh_catalogue_find_stance(&catalogue, name, &stance) != UH_OK) {
        fail_msg("%s names a stance %s that there is not", of, name);
    }
}

/* A way that names none that is known would end in the air. */
static void every_stance_that_a_stance_names_is_there(void **state)
{
    for (uint32_t i = 0; i < uh_catalogue_stance_count(&catalogue); i++) {
        const uh_stance *stance = uh_catalogue_stance(&catalogue, i);
        const char *key = uh_catalogue_text(&catalogue, stance->key);
        assert_is_stance(stance->from, key);
        assert_is_stance(stance->down_from, key);
        assert_is_stance(stance->up_to, key);
        assert_is_stance(stance->slump, key);
    }
}

static void every_stance_has_a_key_of_its_own(void **state)
{
    const uint32_t count = uh_catalogue_stance_count(&catalogue);
    assert_in_range(count, 1, UH_STANCES_MAX);
    for (uint32_t i = 0; i < count; i++) {
        const char *key = uh_catalogue_text(&catalogue, uh_catalogue_stance(&catalogue, i)->key);
        assert_true(key[0] != '\0');
        for (uint32_t k = 0; k < i; k++) {
            assert_string_not_equal(
                key, uh_catalogue_text(&catalogue, uh_catalogue_stance(&catalogue, k)->key));
        }
    }
}

static void an_angle_that_no_joint_has_is_refused(void **state)
{
    const uh_key_pose *pose = some_pose();
    uh_joint_angle *angle = patch_of(uh_catalogue_angle(&catalogue, pose->angles, 0));
    const uh_joint_angle was = *angle;
    angle->angle = UH_ANGLE_COUNT;
    assert_int_equal(reopen(), UH_ERR_FORMAT);
    *angle = was;
    assert_int_equal(reopen(), UH_OK);
}

static void an_angle_beyond_its_joint_is_refused_at_either_end(void **state)
{
    const uh_key_pose *pose = some_pose();
    uh_joint_angle *angle = patch_of(uh_catalogue_angle(&catalogue, pose->angles, 0));
    const uh_angle_limit limit = uh_angle_range((uh_angle)angle->angle);
    angle->tenths = (int32_t)(10.0 * limit.max_deg);
    assert_int_equal(reopen(), UH_OK);
    angle->tenths++;
    assert_int_equal(reopen(), UH_ERR_FORMAT);
    angle->tenths = (int32_t)(10.0 * limit.min_deg);
    assert_int_equal(reopen(), UH_OK);
    angle->tenths--;
    assert_int_equal(reopen(), UH_ERR_FORMAT);
}

static void more_angles_than_a_pose_has_room_for_are_refused(void **state)
{
    some_pose()->angles.count = 10000;
    assert_int_equal(reopen(), UH_ERR_FORMAT);
}

static void a_list_inside_the_header_is_refused(void **state)
{
    some_pose()->angles.offset = 8;
    assert_int_equal(reopen(), UH_ERR_FORMAT);
    begin(state);
    some_pose()->keeps.offset = 0;
    assert_int_equal(reopen(), UH_ERR_FORMAT);
}

static void a_place_far_outside_of_the_room_is_refused(void **state)
{
    const uh_key_pose *pose = some_pose();
    uh_keep *keep = patch_of(uh_catalogue_keep(&catalogue, pose->keeps, 0));
    int32_t *const numbers[] = {&keep->at.x, &keep->at.y, &keep->at.z, &keep->pole.x};
    for (size_t i = 0; i < UH_COUNT(numbers); i++) {
        const int32_t was = *numbers[i];
        *numbers[i] = INT32_MAX;
        assert_int_equal(reopen(), UH_ERR_FORMAT);
        *numbers[i] = INT32_MIN;
        assert_int_equal(reopen(), UH_ERR_FORMAT);
        *numbers[i] = was;
        assert_int_equal(reopen(), UH_OK);
    }
}

/* A text far from the image's end that runs on beyond what any field may be long. */
static void a_text_that_does_not_end_is_refused(void **state)
{
    const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, 0);
    memset(patch_image + exercise->name, 'x', uh_builtin_catalogue_size - exercise->name);
    assert_int_equal(reopen(), UH_ERR_FORMAT);
    begin(state);
    /* and one in the image's last bytes */
    patch_image[uh_builtin_catalogue_size - 1] = 'x';
    patch_image[uh_builtin_catalogue_size - 2] = 'x';
    ((uh_exercise *)patch_of(exercise))->name = (uint32_t)uh_builtin_catalogue_size - 2;
    assert_int_equal(reopen(), UH_ERR_FORMAT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(every_stance_that_a_stance_names_is_there, begin),
        cmocka_unit_test_setup(every_stance_has_a_key_of_its_own, begin),
        cmocka_unit_test_setup(an_angle_that_no_joint_has_is_refused, begin),
        cmocka_unit_test_setup(an_angle_beyond_its_joint_is_refused_at_either_end, begin),
        cmocka_unit_test_setup(more_angles_than_a_pose_has_room_for_are_refused, begin),
        cmocka_unit_test_setup(a_list_inside_the_header_is_refused, begin),
        cmocka_unit_test_setup(a_place_far_outside_of_the_room_is_refused, begin),
        cmocka_unit_test_setup(a_text_that_does_not_end_is_refused, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
