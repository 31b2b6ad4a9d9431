/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unhunch/body.h"

typedef struct angle_row {
    const char *name;
    const char *opposite;
    uh_angle_limit limit;
} angle_row;

/* Where no other source is named: American Academy of Orthopaedic Surgeons, Joint Motion: Method of
 * Measuring and Recording, 1965, rounded to what is drawn. Spine: White & Panjabi, Clinical
 * Biomechanics of the Spine, 1990, kept to the caps of drawing (lumbar 45 / 15 / 6; thoracic
 * together 25 / 12 / 38; neck and head together 50 / 50 / 72; shoulder extension 48, elevation 172;
 * 22 behind the chest; shoulder blade 20 either way). */
#define TRUNK(NAME, FLEXION, EXTENSION, BEND, TURN)                                                \
    {NAME "-flexion", NAME "-extension", {-(EXTENSION), FLEXION}},                                 \
        {NAME "-right-bend", NAME "-left-bend", {-(BEND), BEND}},                                  \
    {                                                                                              \
        NAME "-left-rotation", NAME "-right-rotation",                                             \
        {                                                                                          \
            -(TURN), TURN                                                                          \
        }                                                                                          \
    }

#define SIDE(S)                                                                                    \
    {S "scapula-protraction", S "scapula-retraction", {-20.0, 20.0}},                              \
        {S "scapula-elevation", S "scapula-depression", {-10.0, 30.0}},                            \
        {S "shoulder-flexion", S "shoulder-extension", {-48.0, 172.0}},                            \
        {S "shoulder-abduction", S "shoulder-adduction", {-45.0, 172.0}},                          \
        {S "shoulder-horizontal-abduction", S "shoulder-horizontal-adduction", {-130.0, 22.0}},    \
        {S "shoulder-internal-rotation", S "shoulder-external-rotation", {-95.0, 90.0}},           \
        {S "elbow-flexion", S "elbow-extension", {0.0, 148.0}},                                    \
        {S "forearm-pronation", S "forearm-supination", {-88.0, 85.0}},                            \
        {S "wrist-flexion", S "wrist-extension", {-85.0, 80.0}},                                   \
        {S "wrist-ulnar-deviation", S "wrist-radial-deviation", {-25.0, 35.0}},                    \
        {S "fingers-flexion", S "fingers-extension", {-10.0, 90.0}},                               \
        {S "hip-flexion", S "hip-extension", {-25.0, 125.0}},                                      \
        {S "hip-abduction", S "hip-adduction", {-30.0, 50.0}},                                     \
        {S "hip-internal-rotation", S "hip-external-rotation", {-60.0, 45.0}},                     \
        {S "knee-flexion", S "knee-extension", {0.0, 145.0}},                                      \
        {S "ankle-dorsiflexion", S "ankle-plantarflexion", {-55.0, 30.0}},                         \
        {S "ankle-inversion", S "ankle-eversion", {-20.0, 35.0}},                                  \
        {S "ankle-internal-rotation", S "ankle-external-rotation", {-30.0, 30.0}},                 \
    {                                                                                              \
        S "toes-extension", S "toes-flexion",                                                      \
        {                                                                                          \
            -40.0, 75.0                                                                            \
        }                                                                                          \
    }

static const angle_row rows[UH_ANGLE_COUNT] = {
    {"root-left-turn", "root-right-turn", {-360.0, 360.0}},
    {"root-forward-pitch", "root-backward-pitch", {-180.0, 180.0}},
    {"root-right-roll", "root-left-roll", {-180.0, 180.0}},
    /* the pelvis tilts on the thighs as far as hips and low back let it */
    TRUNK("pelvis", 45.0, 45.0, 15.0, 20.0),
    TRUNK("lumbar", 45.0, 15.0, 20.0, 6.0),
    TRUNK("lower-thoracic", 16.0, 8.0, 15.0, 22.0),
    TRUNK("upper-thoracic", 16.0, 10.0, 10.0, 22.0),
    TRUNK("neck", 40.0, 40.0, 30.0, 40.0),
    TRUNK("head", 22.0, 25.0, 10.0, 45.0),
    SIDE("left-"),
    SIDE("right-"),
};

/* The same names without a side. */
static const angle_row both_rows[UH_ANGLES_PER_SIDE] = {SIDE("")};

const char *uh_angle_name(uh_angle angle)
{
    UH_ASSERT((int)angle >= 0 && angle < UH_ANGLE_COUNT);
    return rows[angle].name;
}

const char *uh_angle_opposite_name(uh_angle angle)
{
    UH_ASSERT((int)angle >= 0 && angle < UH_ANGLE_COUNT);
    return rows[angle].opposite;
}

uh_angle_limit uh_angle_range(uh_angle angle)
{
    UH_ASSERT((int)angle >= 0 && angle < UH_ANGLE_COUNT);
    return rows[angle].limit;
}

static bool same_name(const char *known, const char *name, size_t length)
{
    return strlen(known) == length && memcmp(known, name, length) == 0;
}

static bool find_in(const angle_row *table, int count, const char *name, size_t length,
                    int *ret_row, double *ret_sign)
{
    for (int i = 0; i < count; i++) {
        bool plain = same_name(table[i].name, name, length);
        if (plain || same_name(table[i].opposite, name, length)) {
            *ret_row = i;
            *ret_sign = plain ? 1.0 : -1.0;
            return true;
        }
    }
    return false;
}

uh_status uh_angle_find(const char *name, size_t length, uh_angle_ref *ret_ref)
{
    int row = 0;
    double sign = 0.0;
    if (find_in(rows, UH_ANGLE_COUNT, name, length, &row, &sign)) {
        *ret_ref = (uh_angle_ref){(uh_angle)row, sign, false};
        return UH_OK;
    }
    if (find_in(both_rows, UH_ANGLES_PER_SIDE, name, length, &row, &sign)) {
        *ret_ref = (uh_angle_ref){(uh_angle)((int)UH_ANGLE_LEFT + row), sign, true};
        return UH_OK;
    }
    return UH_ERR_UNKNOWN;
}

/* -- limits ---------------------------------------------------------------------------- */

typedef struct sum_row {
    const char *name;
    uh_angle first;
    uh_angle second;
    uh_angle_limit limit;
} sum_row;

static const sum_row sums[] = {
    {"thoracic-flexion", UH_LOWER_THORACIC_FLEXION, UH_UPPER_THORACIC_FLEXION, {-12.0, 25.0}},
    {"thoracic-left-rotation",
     UH_LOWER_THORACIC_ROTATION,
     UH_UPPER_THORACIC_ROTATION,
     {-38.0, 38.0}},
    {"neck-and-head-flexion", UH_NECK_FLEXION, UH_HEAD_FLEXION, {-50.0, 50.0}},
    {"neck-and-head-left-rotation", UH_NECK_ROTATION, UH_HEAD_ROTATION, {-72.0, 72.0}},
};

static double amount_beyond(double value, uh_angle_limit limit)
{
    return value > limit.max_deg ? value - limit.max_deg : limit.min_deg - value;
}

static void look_at(const char *name, double value, uh_angle_limit limit, double *worst,
                    uh_pose_excess *excess)
{
    double beyond = amount_beyond(value, limit);
    if (beyond > *worst) {
        *worst = beyond;
        *excess =
            (uh_pose_excess){name, value, value > limit.max_deg ? limit.max_deg : limit.min_deg};
    }
}

/* The arm's elevation out of the angles alone: its long axis against the thorax's. */
static double elevation_deg(const uh_pose *pose, uh_side side)
{
    const double *angle = &pose->angle_deg[uh_angle_of(side, (uh_side_angle)0)];
    double along =
        uh_sine_deg(angle[UH_SHOULDER_FLEXION]).cos * uh_sine_deg(angle[UH_SHOULDER_ABDUCTION]).cos;
    return uh_deg(uh_acos(along));
}

bool uh_pose_beyond(const uh_pose *pose, double tolerance_deg, uh_pose_excess *ret_excess)
{
    double worst = tolerance_deg;
    uh_pose_excess excess = {0};
    for (int i = 0; i < UH_ANGLE_COUNT; i++) {
        look_at(rows[i].name, pose->angle_deg[i], rows[i].limit, &worst, &excess);
    }
    for (size_t i = 0; i < UH_COUNT(sums); i++) {
        double sum = pose->angle_deg[sums[i].first] + pose->angle_deg[sums[i].second];
        look_at(sums[i].name, sum, sums[i].limit, &worst, &excess);
    }
    uh_angle_limit elevation = {0.0, 172.0};
    look_at("left-shoulder-elevation", elevation_deg(pose, UH_SIDE_LEFT), elevation, &worst,
            &excess);
    look_at("right-shoulder-elevation", elevation_deg(pose, UH_SIDE_RIGHT), elevation, &worst,
            &excess);
    if (excess.name == NULL) {
        return false;
    }
    *ret_excess = excess;
    return true;
}

void uh_pose_clamp(uh_pose *pose)
{
    for (int i = 0; i < UH_ANGLE_COUNT; i++) {
        double value = pose->angle_deg[i];
        value = value < rows[i].limit.min_deg ? rows[i].limit.min_deg : value;
        value = value > rows[i].limit.max_deg ? rows[i].limit.max_deg : value;
        pose->angle_deg[i] = value;
    }
}
