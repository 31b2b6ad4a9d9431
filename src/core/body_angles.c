/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unhunch/body.h"

/* -- ranges ---------------------------------------------------------------------------- */

typedef struct angle_range {
    int16_t min_deg;
    int16_t max_deg;
} angle_range;

/* Where no other source is named: American Academy of Orthopaedic Surgeons, Joint Motion: Method of
 * Measuring and Recording, 1965, rounded to what is drawn. Spine: White & Panjabi, Clinical
 * Biomechanics of the Spine, 1990, kept to the caps of drawing (lumbar 45 / 15 / 6; thoracic
 * together 25 / 12 / 38; neck and head together 50 / 50 / 72; shoulder extension 48, elevation 172;
 * 22 behind the chest; shoulder blade 20 either way). */
#define TRUNK(FLEXION, EXTENSION, BEND, TURN)                                                      \
    {-(EXTENSION), FLEXION}, {-(BEND), BEND},                                                      \
    {                                                                                              \
        -(TURN), TURN                                                                              \
    }

static const angle_range trunk_ranges[UH_ANGLE_LEFT] = {
    {-360, 360},
    {-180, 180},
    {-180, 180},
    /* the pelvis tilts on the thighs as far as hips and low back let it */
    [UH_PELVIS_FLEXION] = TRUNK(45, 45, 15, 20),
    [UH_LUMBAR_FLEXION] = TRUNK(45, 15, 20, 6),
    [UH_LOWER_THORACIC_FLEXION] = TRUNK(16, 8, 15, 22),
    [UH_UPPER_THORACIC_FLEXION] = TRUNK(16, 10, 10, 22),
    [UH_NECK_FLEXION] = TRUNK(40, 40, 30, 40),
    [UH_HEAD_FLEXION] = TRUNK(22, 25, 10, 45),
};

static const angle_range side_ranges[UH_ANGLES_PER_SIDE] = {
    [UH_SCAPULA_PROTRACTION] = {-20, 20},
    [UH_SCAPULA_ELEVATION] = {-10, 30},
    [UH_SHOULDER_FLEXION] = {-48, 172},
    [UH_SHOULDER_ABDUCTION] = {-45, 172},
    [UH_SHOULDER_HORIZONTAL_ABDUCTION] = {-130, 22},
    [UH_SHOULDER_INTERNAL_ROTATION] = {-95, 90},
    [UH_ELBOW_FLEXION] = {0, 148},
    [UH_FOREARM_PRONATION] = {-88, 85},
    [UH_WRIST_FLEXION] = {-85, 80},
    [UH_WRIST_ULNAR_DEVIATION] = {-25, 35},
    [UH_FINGERS_FLEXION] = {-10, 90},
    [UH_HIP_FLEXION] = {-25, 125},
    [UH_HIP_ABDUCTION] = {-30, 50},
    [UH_HIP_INTERNAL_ROTATION] = {-60, 45},
    [UH_KNEE_FLEXION] = {0, 145},
    [UH_ANKLE_DORSIFLEXION] = {-55, 30},
    [UH_ANKLE_INVERSION] = {-20, 35},
    [UH_ANKLE_INTERNAL_ROTATION] = {-30, 30},
    [UH_TOES_EXTENSION] = {-40, 75},
};

uh_angle_limit uh_angle_range(uh_angle angle)
{
    UH_ASSERT((int)angle >= 0 && angle < UH_ANGLE_COUNT);
    const angle_range *range = angle < UH_ANGLE_LEFT
                                   ? &trunk_ranges[angle]
                                   : &side_ranges[(angle - UH_ANGLE_LEFT) % UH_ANGLES_PER_SIDE];
    return (uh_angle_limit){range->min_deg, range->max_deg};
}

/* -- names ----------------------------------------------------------------------------- */

typedef struct angle_row {
    const char *name;
    const char *opposite;
} angle_row;

#define TRUNK_NAMES(NAME)                                                                          \
    {NAME "-flexion", NAME "-extension"}, {NAME "-right-bend", NAME "-left-bend"},                 \
    {                                                                                              \
        NAME "-left-rotation", NAME "-right-rotation"                                              \
    }

#define SIDE_NAMES(S)                                                                              \
    {S "scapula-protraction", S "scapula-retraction"},                                             \
        {S "scapula-elevation", S "scapula-depression"},                                           \
        {S "shoulder-flexion", S "shoulder-extension"},                                            \
        {S "shoulder-abduction", S "shoulder-adduction"},                                          \
        {S "shoulder-horizontal-abduction", S "shoulder-horizontal-adduction"},                    \
        {S "shoulder-internal-rotation", S "shoulder-external-rotation"},                          \
        {S "elbow-flexion", S "elbow-extension"}, {S "forearm-pronation", S "forearm-supination"}, \
        {S "wrist-flexion", S "wrist-extension"},                                                  \
        {S "wrist-ulnar-deviation", S "wrist-radial-deviation"},                                   \
        {S "fingers-flexion", S "fingers-extension"}, {S "hip-flexion", S "hip-extension"},        \
        {S "hip-abduction", S "hip-adduction"},                                                    \
        {S "hip-internal-rotation", S "hip-external-rotation"},                                    \
        {S "knee-flexion", S "knee-extension"},                                                    \
        {S "ankle-dorsiflexion", S "ankle-plantarflexion"},                                        \
        {S "ankle-inversion", S "ankle-eversion"},                                                 \
        {S "ankle-internal-rotation", S "ankle-external-rotation"},                                \
    {                                                                                              \
        S "toes-extension", S "toes-flexion"                                                       \
    }

static const angle_row rows[UH_ANGLE_COUNT] = {
    {"root-left-turn", "root-right-turn"},
    {"root-forward-pitch", "root-backward-pitch"},
    {"root-right-roll", "root-left-roll"},
    TRUNK_NAMES("pelvis"),
    TRUNK_NAMES("lumbar"),
    TRUNK_NAMES("lower-thoracic"),
    TRUNK_NAMES("upper-thoracic"),
    TRUNK_NAMES("neck"),
    TRUNK_NAMES("head"),
    SIDE_NAMES("left-"),
    SIDE_NAMES("right-"),
};

/* The same names without a side. */
static const angle_row both_rows[UH_ANGLES_PER_SIDE] = {SIDE_NAMES("")};

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
        look_at(rows[i].name, pose->angle_deg[i], uh_angle_range((uh_angle)i), &worst, &excess);
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
        const uh_angle_limit limit = uh_angle_range((uh_angle)i);
        double value = pose->angle_deg[i];
        value = value < limit.min_deg ? limit.min_deg : value;
        value = value > limit.max_deg ? limit.max_deg : value;
        pose->angle_deg[i] = value;
    }
}
