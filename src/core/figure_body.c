/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "body_tables.h"
#include "figure_parts.h"

/* The flesh on the bones, in fractions of stature, in the axes of the segment it hangs on; limbs
 * are left ones. Breadths of chest, hips and foot and the length of hand and foot are Drillis &
 * Contini (body.h); depths and limb girths are our own, those of a lean adult, evened out until the
 * figure reads well at every size. */
typedef struct flesh {
    uint8_t segment; /* uh_segment */
    uh_vec3 at;
    uh_vec3 half; /* half axes; only x: a ball */
} flesh;

typedef struct anatomy {
    const flesh *flesh;
    uint32_t flesh_count;
    const solid *solid;
    uint32_t solid_count;
    double shade;
} anatomy;

#define ANATOMY(NAME, SHADE)                                                                       \
    {                                                                                              \
        NAME##_flesh, UH_COUNT(NAME##_flesh), NAME##_solids, UH_COUNT(NAME##_solids), SHADE        \
    }

#define BALL(SEGMENT, X, Y, Z, RADIUS)                                                             \
    {                                                                                              \
        UH_SEGMENT_##SEGMENT, {X, Y, Z},                                                           \
        {                                                                                          \
            RADIUS, 0.0, 0.0                                                                       \
        }                                                                                          \
    }

/* -- trunk ----------------------------------------------------------------------------- */

/* A stack of cross-sections from the seat to the neck; its back edge is the curve of the spine. The
 * last ones are sided: buttocks, shoulder balls and the slopes from neck to shoulder. */
enum {
    T_SEAT,
    T_HIPS,
    T_RIM,
    T_L5,
    T_L3,
    T_WAIST,
    T_T11,
    T_T9,
    T_T7,
    T_T4,
    T_T1,
    T_C6,
    T_C4,
    T_C2,
    T_STATIONS,
    T_NAPE = T_STATIONS,
    T_LEFT_BUTTOCK,
    T_LEFT_JOINT,
    T_LEFT_TIP,
    T_LEFT_BREAST,
    T_LEFT_FOLD,
    T_RIGHT_BUTTOCK,
    T_RIGHT_JOINT,
    T_RIGHT_TIP,
    T_RIGHT_BREAST,
    T_RIGHT_FOLD,
    T_COUNT
};

#define SIDED_FLESH(SIDE, S)                                                                       \
    [T_##SIDE##                                                                                    \
        _BUTTOCK] = {UH_SEGMENT_PELVIS, {(S)*0.040, -0.014, -0.034}, {0.046, 0.046, 0.040}},       \
        [T_##SIDE##_JOINT] = BALL(SIDE##_UPPER_ARM, 0.0, 0.0, 0.0, 0.0310),                        \
        [T_##SIDE##_TIP] = BALL(SIDE##_SHOULDER, 0.090, 0.012, -0.042, 0.0210),                    \
        [T_##SIDE##_BREAST] = {UH_SEGMENT_UPPER_THORAX_3,                                          \
                               {(S)*0.042, -0.050, 0.046},                                         \
                               {0.042, 0.034, 0.036}},                                             \
        [T_##SIDE##_FOLD] = BALL(SIDE##_UPPER_ARM, -0.003, -0.034, 0.0, 0.0250)

static const flesh trunk_flesh[T_COUNT] = {
    [T_SEAT] = {UH_SEGMENT_PELVIS, {0.0, -0.034, -0.006}, {0.070, 0.030, 0.052}},
    [T_HIPS] = {UH_SEGMENT_PELVIS, {0.0, 0.002, -0.008}, {0.0955, 0.040, 0.062}},
    [T_RIM] = {UH_SEGMENT_PELVIS, {0.0, 0.044, -0.006}, {0.0890, 0.036, 0.059}},
    [T_L5] = {UH_SEGMENT_LUMBAR_1, {0.0, 0.021, 0.020}, {0.0790, 0.032, 0.053}},
    [T_L3] = {UH_SEGMENT_LUMBAR_2, {0.0, 0.021, 0.0145}, {0.0730, 0.030, 0.0500}},
    [T_WAIST] = {UH_SEGMENT_LUMBAR_3, {0.0, 0.021, 0.0150}, {0.0735, 0.030, 0.0525}},
    [T_T11] = {UH_SEGMENT_LOWER_THORAX_1, {0.0, 0.022, 0.0250}, {0.0785, 0.030, 0.0590}},
    [T_T9] = {UH_SEGMENT_LOWER_THORAX_2, {0.0, 0.026, 0.0330}, {0.0830, 0.030, 0.0660}},
    [T_T7] = {UH_SEGMENT_UPPER_THORAX_1, {0.0, 0.004, 0.0420}, {0.0860, 0.046, 0.0700}},
    [T_T4] = {UH_SEGMENT_UPPER_THORAX_2, {0.0, 0.002, 0.0350}, {0.0800, 0.044, 0.0620}},
    [T_T1] = {UH_SEGMENT_UPPER_THORAX_3, {0.0, 0.002, 0.0170}, {0.0560, 0.032, 0.0450}},
    [T_C6] = {UH_SEGMENT_NECK_1, {0.0, 0.006, 0.0060}, {0.0360, 0.018, 0.0350}},
    [T_C4] = {UH_SEGMENT_NECK_2, {0.0, 0.006, 0.0050}, {0.0315, 0.018, 0.0325}},
    [T_C2] = {UH_SEGMENT_NECK_3, {0.0, 0.006, 0.0050}, {0.0305, 0.018, 0.0320}},
    [T_NAPE] = {UH_SEGMENT_HEAD, {0.0, 0.018, -0.004}, {0.0285, 0.028, 0.0290}},
    SIDED_FLESH(LEFT, 1.0),
    SIDED_FLESH(RIGHT, -1.0),
};

#define SIDED_SOLIDS(SIDE)                                                                         \
    {3, false, {T_##SIDE##_BUTTOCK, T_HIPS, T_SEAT}}, {3, false, {T_##SIDE##_TIP, T_C4, T_T1}},    \
        {4, false, {T_##SIDE##_TIP, T_##SIDE##_JOINT, T_T4, T_T1}},                                \
        {3, false, {T_##SIDE##_BREAST, T_##SIDE##_FOLD, T_##SIDE##_JOINT}},                        \
    {                                                                                              \
        2, false,                                                                                  \
        {                                                                                          \
            T_##SIDE##_FOLD, T_T9                                                                  \
        }                                                                                          \
    }

/* Seat to hips and T4 to T1 are inside the sided ones. */
static const solid trunk_solids[] = {
    {2, false, {T_HIPS, T_RIM}}, {2, false, {T_RIM, T_L5}},    {2, false, {T_L5, T_L3}},
    {2, false, {T_L3, T_WAIST}}, {2, false, {T_WAIST, T_T11}}, {2, false, {T_T11, T_T9}},
    {2, false, {T_T9, T_T7}},    {2, false, {T_T7, T_T4}},     {2, false, {T_T1, T_C6}},
    {2, false, {T_C6, T_C4}},    {2, false, {T_C4, T_C2}},     {2, false, {T_C2, T_NAPE}},
    SIDED_SOLIDS(LEFT),          SIDED_SOLIDS(RIGHT),
};

/* -- head ------------------------------------------------------------------------------ */

enum { H_SKULL, H_JAW, H_CHIN, H_BRIDGE, H_NOSE, H_LIP, H_NAPE, H_NECK };

static const flesh head_flesh[] = {
    [H_SKULL] = {UH_SEGMENT_HEAD, {0.0, 0.053, 0.010}, {0.0430, 0.0455, 0.0540}},
    [H_JAW] = {UH_SEGMENT_HEAD, {0.0, 0.004, 0.030}, {0.0325, 0.026, 0.0300}},
    [H_CHIN] = {UH_SEGMENT_HEAD, {0.0, -0.017, 0.050}, {0.0140, 0.012, 0.0120}},
    [H_BRIDGE] = BALL(HEAD, 0.0, 0.036, 0.0605, 0.0050),
    [H_NOSE] = BALL(HEAD, 0.0, 0.0175, 0.0715, 0.0055),
    [H_LIP] = BALL(HEAD, 0.0, 0.0100, 0.0590, 0.0050),
    [H_NAPE] = {UH_SEGMENT_HEAD, {0.0, 0.018, -0.004}, {0.0285, 0.028, 0.0290}},
    [H_NECK] = {UH_SEGMENT_NECK_3, {0.0, 0.006, 0.0050}, {0.0305, 0.018, 0.0320}},
};

static const solid head_solids[] = {
    {3, false, {H_SKULL, H_JAW, H_CHIN}},
    {3, false, {H_BRIDGE, H_NOSE, H_LIP}},
    {2, true, {H_NAPE, H_NECK}},
};

/* -- arm ------------------------------------------------------------------------------- */

/* The last one of each is the first one of the next: there they grow together. */
static const flesh upper_arm_flesh[] = {
    BALL(LEFT_UPPER_ARM, 0.0, 0.0, 0.0, 0.0310),
    BALL(LEFT_UPPER_ARM, 0.003, -0.022, 0.001, 0.0305),
    BALL(LEFT_UPPER_ARM, 0.004, -0.046, 0.002, 0.0285),
    BALL(LEFT_UPPER_ARM, 0.001, -0.092, 0.003, 0.0256),
    BALL(LEFT_UPPER_ARM, 0.0, -0.172, 0.0, 0.0207),
    BALL(LEFT_FOREARM, 0.0, 0.0, 0.0, 0.0205),
};
static const solid upper_arm_solids[] = {{4, false, {0, 1, 2, 3}}, {3, false, {3, 4, 5}}};

static const flesh forearm_flesh[] = {
    BALL(LEFT_FOREARM, 0.0, 0.0, 0.0, 0.0205),
    BALL(LEFT_FOREARM, 0.0, -0.010, 0.0, 0.0205),
    BALL(LEFT_FOREARM, 0.001, -0.034, 0.002, 0.0213),
    BALL(LEFT_FOREARM, 0.0, -0.075, 0.001, 0.0190),
    BALL(LEFT_FOREARM, 0.0, -0.125, 0.0, 0.0150),
    BALL(LEFT_HAND, 0.0, 0.0, 0.0, 0.0138),
};
static const solid forearm_solids[] = {{4, false, {0, 1, 2, 3}}, {3, false, {3, 4, 5}}};

enum { P_WRIST, P_PALM, P_KNUCKLES, P_FINGERS, P_THUMB_ROOT, P_THUMB_TIP };

static const flesh hand_flesh[] = {
    [P_WRIST] = BALL(LEFT_HAND, 0.0, 0.0, 0.0, 0.0140),
    [P_PALM] = {UH_SEGMENT_LEFT_HAND, {-0.001, -0.030, 0.001}, {0.0115, 0.024, 0.0215}},
    [P_KNUCKLES] = {UH_SEGMENT_LEFT_HAND, {0.0, -0.056, 0.0}, {0.0095, 0.012, 0.0215}},
    [P_FINGERS] = {UH_SEGMENT_LEFT_FINGERS, {-0.001, -0.038, -0.001}, {0.0075, 0.012, 0.0150}},
    [P_THUMB_ROOT] = BALL(LEFT_HAND, -0.005, -0.022, 0.014, 0.0105),
    [P_THUMB_TIP] = BALL(LEFT_HAND, -0.010, -0.054, 0.031, 0.0070),
};
static const solid hand_solids[] = {
    {3, false, {P_WRIST, P_PALM, P_KNUCKLES}},
    {2, false, {P_KNUCKLES, P_FINGERS}},
    {2, false, {P_THUMB_ROOT, P_THUMB_TIP}},
};

/* -- leg ------------------------------------------------------------------------------- */

static const flesh thigh_flesh[] = {
    BALL(LEFT_THIGH, -0.001, -0.008, -0.003, 0.0480), BALL(LEFT_THIGH, 0.0, -0.035, -0.002, 0.0480),
    BALL(LEFT_THIGH, 0.001, -0.085, 0.002, 0.0462),   BALL(LEFT_THIGH, 0.0, -0.175, 0.004, 0.0355),
    BALL(LEFT_THIGH, 0.0, -0.228, 0.003, 0.0305),     BALL(LEFT_SHANK, 0.0, 0.0, 0.003, 0.0300),
};
static const solid thigh_solids[] = {{4, false, {0, 1, 2, 3}}, {3, false, {3, 4, 5}}};

static const flesh shank_flesh[] = {
    BALL(LEFT_SHANK, 0.0, 0.0, 0.003, 0.0300),
    BALL(LEFT_SHANK, 0.0, -0.014, 0.001, 0.0297),
    BALL(LEFT_SHANK, 0.002, -0.055, -0.006, 0.0300),
    BALL(LEFT_SHANK, 0.001, -0.098, -0.008, 0.0282),
    BALL(LEFT_SHANK, 0.0, -0.140, -0.005, 0.0238),
    BALL(LEFT_SHANK, 0.0, -0.222, -0.001, 0.0175),
    BALL(LEFT_FOOT, 0.0, 0.0, 0.0, 0.0175),
};
static const solid shank_solids[] = {{5, false, {0, 1, 2, 3, 4}}, {3, false, {4, 5, 6}}};

enum { F_ANKLE, F_HEEL, F_BALL, F_TOES };

static const flesh foot_flesh[] = {
    [F_ANKLE] = BALL(LEFT_FOOT, 0.0, 0.0, 0.0, 0.0175),
    [F_HEEL] = {UH_SEGMENT_LEFT_FOOT, {0.0, -0.0215, -0.020}, {0.0165, 0.0175, 0.0180}},
    [F_BALL] = {UH_SEGMENT_LEFT_FOOT, {0.001, -0.0280, 0.066}, {0.0265, 0.0110, 0.0220}},
    [F_TOES] = {UH_SEGMENT_LEFT_TOES, {0.0, -0.0015, 0.020}, {0.0215, 0.0085, 0.0200}},
};
static const solid foot_solids[] = {
    {3, false, {F_ANKLE, F_HEEL, F_BALL}},
    {2, false, {F_BALL, F_TOES}},
};

static const anatomy bodies[] = {
    ANATOMY(trunk, 0.16), ANATOMY(head, 0.16),  ANATOMY(upper_arm, 0.24), ANATOMY(forearm, 0.24),
    ANATOMY(hand, 0.20),  ANATOMY(thigh, 0.24), ANATOMY(shank, 0.24),     ANATOMY(foot, 0.24),
};

/* -- from bones to blobs --------------------------------------------------------------- */

/* Right segments stand in the same order as left ones. */
enum { TO_RIGHT = UH_SEGMENT_RIGHT_SHOULDER - UH_SEGMENT_LEFT_SHOULDER };

void uh_figure_see(const canvas *c, const uh_skeleton *skeleton, seen_body *ret_body)
{
    for (int i = UH_SEGMENT_PELVIS; i < UH_SEGMENT_COUNT; i++) {
        seen_frame *seen = &ret_body->segment[i];
        uh_canvas_see(c, &skeleton->segment[i], skeleton->stature_m, seen);
        if (i >= UH_SEGMENT_RIGHT_SHOULDER) {
            seen->axes.x = uh_vec3_scale(seen->axes.x, -1.0);
        }
    }
}

static bool is_right(limb_part which)
{
    return which >= PART_RIGHT_UPPER_ARM;
}

static limb_part as_left(limb_part which)
{
    return is_right(which) ? (limb_part)(which - (PART_RIGHT_UPPER_ARM - PART_LEFT_UPPER_ARM))
                           : which;
}

static void add_flesh(const seen_body *body, const flesh *f, bool right, part *p)
{
    int segment = f->segment + (right ? TO_RIGHT : 0);
    uh_part_blob(p, &body->segment[segment], &f->at, &f->half);
}

uint32_t uh_figure_flesh(limb_part which, uint32_t index, bone_blob ret_blobs[SOLID_BLOBS])
{
    const anatomy *a = &bodies[as_left(which)];
    const uint32_t count = index < a->solid_count ? a->solid[index].count : 0;
    for (uint32_t i = 0; i < count; i++) {
        const flesh *f = &a->flesh[a->solid[index].blob[i]];
        const int segment = f->segment + (is_right(which) ? TO_RIGHT : 0);
        ret_blobs[i] = (bone_blob){(uh_segment)segment, f->at, f->half};
    }
    return count;
}

/* Blobs that a part shares with one beside it: where that one is painted before, they keep no
 * outline, so that the two grow together. */
typedef struct seam {
    limb_part beside;
    uint32_t blobs; /* bits */
} seam;

static const seam all_seams[][2] = {
    [PART_TRUNK] = {{PART_LEFT_UPPER_ARM, 1u << T_LEFT_JOINT | 1u << T_LEFT_FOLD},
                    {PART_RIGHT_UPPER_ARM, 1u << T_RIGHT_JOINT | 1u << T_RIGHT_FOLD}},
    [PART_LEFT_UPPER_ARM] = {{PART_TRUNK, 1u}, {PART_LEFT_FOREARM, 1u << 5}},
    [PART_LEFT_FOREARM] = {{PART_LEFT_UPPER_ARM, 1u}, {PART_LEFT_HAND, 1u << 5}},
    [PART_LEFT_HAND] = {{PART_LEFT_FOREARM, 1u << P_WRIST}},
    [PART_LEFT_THIGH] = {{PART_TRUNK, 1u}, {PART_LEFT_SHANK, 1u << 5}},
    [PART_LEFT_SHANK] = {{PART_LEFT_THIGH, 1u}, {PART_LEFT_FOOT, 1u << 6}},
    [PART_LEFT_FOOT] = {{PART_LEFT_SHANK, 1u << F_ANKLE}},
};

static uint32_t seams(limb_part which, uint32_t drawn)
{
    const seam *both = all_seams[as_left(which)];
    uint32_t blobs = 0;
    for (int i = 0; i < 2; i++) {
        bool right = is_right(which) && both[i].beside != PART_TRUNK;
        uint32_t beside =
            (uint32_t)both[i].beside + (right ? PART_RIGHT_UPPER_ARM - PART_LEFT_UPPER_ARM : 0u);
        blobs |= (drawn >> beside & 1u) != 0u ? both[i].blobs : 0u;
    }
    return blobs;
}

/* How much of a head is seen from behind: 0 to 1. */
static double from_behind(const seen_body *body)
{
    const seen_frame *head = &body->segment[UH_SEGMENT_HEAD];
    const double behind = (-uh_seen_facing(head, head->axes.z) - 0.3) / 0.4;
    return behind < 0.0 ? 0.0 : behind > 1.0 ? 1.0 : behind;
}

/* From behind, jaw and chin are hidden by the neck, which is painted before the head: there they
 * draw in under the ears, or a bent head shows its chin on its back. */
static void add_jaw(const seen_body *body, const flesh *f, part *p)
{
    static const flesh drawn_in = {UH_SEGMENT_HEAD, {0.0, 0.016, 0.004}, {0.0345, 0.024, 0.0300}};
    const double hidden = from_behind(body);
    const flesh seen = {f->segment, uh_vec3_mix(f->at, drawn_in.at, hidden),
                        uh_vec3_mix(f->half, drawn_in.half, hidden)};
    add_flesh(body, &seen, false, p);
}

void uh_figure_part(const seen_body *body, limb_part which, uint32_t drawn, part *ret_part)
{
    const anatomy *a = &bodies[as_left(which)];
    part *p = ret_part;
    uh_part_open(p, UH_TONE_BODY, UH_TONE_BODY_SHADE, UH_TONE_OUTLINE, a->solid, a->solid_count);
    p->shade = a->shade;
    p->seamless = seams(which, drawn);
    for (uint32_t i = 0; i < a->flesh_count; i++) {
        if (which == PART_HEAD && (i == H_JAW || i == H_CHIN)) {
            add_jaw(body, &a->flesh[i], p);
        } else {
            add_flesh(body, &a->flesh[i], is_right(which), p);
        }
    }
}

/* -- the trunk's surface --------------------------------------------------------------- */

/* A ring round the trunk at a station between 0 (seat) and T_C2; fractions lie between two. */
typedef struct ring {
    uh_vec3 centre;
    uh_vec3 side;  /* to the skin at the person's left */
    uh_vec3 front; /* to the skin in front */
} ring;

static ring ring_at(const seen_body *body, int station)
{
    const flesh *f = &trunk_flesh[station];
    const seen_frame *on = &body->segment[f->segment];
    return (ring){uh_seen_place(on, f->at), uh_vec3_scale(on->axes.x, f->half.x),
                  uh_vec3_scale(on->axes.z, f->half.z)};
}

static ring ring_between(const ring rings[T_STATIONS], double station)
{
    int below = (int)station;
    below = below > T_C2 - 1 ? T_C2 - 1 : below;
    double t = station - below;
    const ring *a = &rings[below];
    const ring *b = &rings[below + 1];
    return (ring){uh_vec3_mix(a->centre, b->centre, t), uh_vec3_mix(a->side, b->side, t),
                  uh_vec3_mix(a->front, b->front, t)};
}

/* Just under the skin, so that the body's outline stays. */
static uh_point2 on_ring(const ring *r, uh_sine angle)
{
    const double depth = 0.985;
    double side = angle.sin * depth;
    double front = angle.cos * depth;
    return (uh_point2){r->centre.x + (r->side.x * side + r->front.x * front),
                       r->centre.y + (r->side.y * side + r->front.y * front)};
}

/* A rounded patch on the skin: `station` plus or minus `length`, round the trunk plus or minus
 * `width_deg`. */
typedef struct patch {
    uh_tint tint;
    double station;
    double length;
    double angle_deg;
    double width_deg;
} patch;

static const patch patches[] = {
    {UH_TINT_THORACIC, 8.2, 2.5, 180.0, 62.0}, {UH_TINT_NECK, 12.0, 1.6, 180.0, 120.0},
    {UH_TINT_CHEST, 8.5, 1.3, 0.0, 62.0},      {UH_TINT_SHOULDER_BLADES, 8.6, 1.5, 180.0, 50.0},
    {UH_TINT_TRUNK, 5.8, 2.4, 90.0, 55.0},     {UH_TINT_TRUNK, 5.8, 2.4, -90.0, 55.0},
};

/* -- tint ------------------------------------------------------------------------------ */

static double cross(uh_vec3 a, uh_vec3 b)
{
    return a.x * b.y - a.y * b.x;
}

static double half_turn_deg(double angle_deg)
{
    return angle_deg - 360.0 * floor(angle_deg / 360.0 + 0.5);
}

/* What of the skin is seen at one height: round the trunk, from its middle as far each way. */
typedef struct sight {
    double middle_deg;
    double limit_deg; /* 0: nothing, 180: all round */
} sight;

/* Skin is seen where going round the trunk and going up it turn the right way in the picture. A
 * trunk that widens upwards hides more of itself from above; looked at along the spine, a height is
 * seen all round or not at all. */
static sight sight_at(const ring rings[T_STATIONS], int station)
{
    int below = station > 0 ? station - 1 : 0;
    int above = station < T_C2 ? station + 1 : T_C2;
    const ring *r = &rings[station];
    const uh_vec3 *half = &trunk_flesh[station].half;
    const uh_vec3 *low = &trunk_flesh[below].half;
    const uh_vec3 *high = &trunk_flesh[above].half;
    uh_vec3 up = uh_vec3_sub(rings[above].centre, rings[below].centre);
    double widens = (high->x + high->z - low->x - low->z) / (half->x + half->z);
    double front = -cross(r->side, up);
    double side = cross(r->front, up);
    double lost = widens * cross(r->side, r->front);
    double square = front * front + side * side;
    double left = square - lost * lost;
    return (sight){.middle_deg = uh_atan2_deg(side, front),
                   .limit_deg = uh_atan2_deg(left > 0.0 ? sqrt(left) : 0.0, lost)};
}

/* How a patch lies to the camera. */
typedef struct patch_view {
    bool seen;
    double facing_deg;       /* round the trunk, what faces the camera at its middle */
    double middle_deg;       /* of the patch, from there, -180 to 180 */
    sight sight[T_STATIONS]; /* of the heights it covers; from there, too */
} patch_view;

/* A turned chest shows another side than the hips below it, so that each height has its own rim. */
static void view_patch(const ring rings[T_STATIONS], const patch *p, patch_view *ret)
{
    int low = (int)(p->station - p->length);
    int high = (int)(p->station + p->length) + 1;
    ret->facing_deg = sight_at(rings, (int)(p->station + 0.5)).middle_deg;
    ret->middle_deg = half_turn_deg(p->angle_deg - ret->facing_deg);
    for (int i = low; i <= high && i < T_STATIONS; i++) {
        ret->sight[i] = sight_at(rings, i);
        ret->sight[i].middle_deg = half_turn_deg(ret->sight[i].middle_deg - ret->facing_deg);
    }
}

static sight sight_between(const patch_view *view, double station)
{
    int below = (int)station;
    below = below > T_C2 - 1 ? T_C2 - 1 : below;
    double t = station - below;
    const sight *a = &view->sight[below];
    const sight *b = &view->sight[below + 1];
    return (sight){a->middle_deg + t * (b->middle_deg - a->middle_deg),
                   a->limit_deg + t * (b->limit_deg - a->limit_deg)};
}

/* What is on the far side shrinks into the rim. */
static uh_sine round_to(const patch_view *view, const sight *s, double off_deg)
{
    double off = off_deg - s->middle_deg;
    off = off > s->limit_deg ? s->limit_deg : (off < -s->limit_deg ? -s->limit_deg : off);
    return uh_sine_deg(view->facing_deg + s->middle_deg + off);
}

/* By how much a patch is narrower of which this much is left before the rim: a little of one would
 * be a flake on it. */
static double narrowed_deg(double left_deg)
{
    double less = 20.0 - 0.5 * left_deg;
    return less < 0.0 ? 0.0 : less;
}

/* Points of one height lie on the same ring. `middle_deg` from what faces the camera. Nothing of it
 * seen: no contour. */
static void patch_contour(canvas *c, const ring rings[T_STATIONS], const patch *p,
                          const patch_view *view, double middle_deg, double size)
{
    uh_point2 points[RIM];
    bool seen = false;
    for (int i = 0; i <= RIM / 2; i++) {
        double station = p->station + size * p->length * c->rim_x[i];
        sight s = sight_between(view, station);
        double beyond_deg = fabs(middle_deg - s.middle_deg) - s.limit_deg;
        double width_deg = size * p->width_deg;
        width_deg = width_deg * c->rim_y[i] - narrowed_deg(width_deg - beyond_deg);
        width_deg = width_deg > 0.0 ? width_deg : 0.0;
        seen = seen || beyond_deg < width_deg;
        ring r = ring_between(rings, station);
        points[i] = on_ring(&r, round_to(view, &s, middle_deg + width_deg));
        points[i > 0 ? RIM - i : 0] = on_ring(&r, round_to(view, &s, middle_deg - width_deg));
    }
    if (seen) {
        uh_canvas_polygon(c, points, RIM);
    }
}

/* A patch on the back that is wide shows at both sides of who is seen from the front. */
static void paint_patch(canvas *c, const ring rings[T_STATIONS], const patch *p,
                        const patch_view *view, double size)
{
    double middle = view->middle_deg;
    patch_contour(c, rings, p, view, middle, size);
    if (fabs(middle) + size * p->width_deg > 180.0) {
        patch_contour(c, rings, p, view, middle > 0.0 ? middle - 360.0 : middle + 360.0, size);
    }
}

static void tint_trunk(canvas *c, const seen_body *body, unsigned tints)
{
    static const double sizes[2] = {1.0, 0.72};
    static const uh_tone tones[2] = {UH_TONE_TARGET_SOFT, UH_TONE_TARGET};
    ring rings[T_STATIONS];
    patch_view views[UH_COUNT(patches)];
    for (int i = 0; i < T_STATIONS; i++) {
        rings[i] = ring_at(body, i);
    }
    for (size_t i = 0; i < UH_COUNT(patches); i++) {
        views[i].seen = (tints & (unsigned)patches[i].tint) != 0u;
        if (views[i].seen) {
            view_patch(rings, &patches[i], &views[i]);
        }
    }
    for (int k = 0; k < 2; k++) {
        uh_canvas_shape(c, UH_SHAPE_FILL, tones[k]);
        for (size_t i = 0; i < UH_COUNT(patches); i++) {
            if (views[i].seen) {
                paint_patch(c, rings, &patches[i], &views[i], sizes[k]);
            }
        }
    }
}

static const solid pair[] = {{2, false, {0, 1}}};

/* A cap over the two uppermost balls of the arm. */
static void tint_shoulder(canvas *c, const seen_body *body, limb_part which)
{
    part cap;
    uh_part_open(&cap, UH_TONE_TARGET_SOFT, UH_TONE_TARGET_SOFT, UH_TONE_TARGET_SOFT, pair, 1);
    for (int i = 0; i < 2; i++) {
        add_flesh(body, &upper_arm_flesh[i], is_right(which), &cap);
        cap.blob[i].radius *= 0.8;
    }
    uh_part_fill(c, &cap);
}

void uh_figure_tint(canvas *c, const seen_body *body, limb_part which, unsigned tints)
{
    if (which == PART_TRUNK && (tints & ~(unsigned)UH_TINT_SHOULDERS) != 0u) {
        tint_trunk(c, body, tints);
    }
    bool shoulder = as_left(which) == PART_LEFT_UPPER_ARM;
    if (shoulder && (tints & (unsigned)UH_TINT_SHOULDERS) != 0u) {
        tint_shoulder(c, body, which);
    }
}

/* -- fine drawing ---------------------------------------------------------------------- */

/* Lays a point that is out of the back's skin on it, ahead of where it is. False: that skin is on
 * the far side, or nearly. */
static bool lay_on_back(const ring *r, uh_vec3 *point)
{
    const double most = 0.97;
    double side_square = uh_vec3_dot(r->side, r->side);
    double front_square = uh_vec3_dot(r->front, r->front);
    uh_vec3 from = uh_vec3_sub(*point, r->centre);
    double side = uh_vec3_dot(from, r->side) / side_square;
    double front = uh_vec3_dot(from, r->front) / front_square;
    double inwards = side > most ? most - side : (side < -most ? -most - side : 0.0);
    double skin = -sqrt(1.0 - (side + inwards) * (side + inwards));
    double ahead = front < skin ? skin - front : 0.0;
    *point = uh_vec3_add(
        *point, uh_vec3_add(uh_vec3_scale(r->side, inwards), uh_vec3_scale(r->front, ahead)));
    uh_vec3 normal = uh_vec3_add(uh_vec3_scale(r->side, (side + inwards) / side_square),
                                 uh_vec3_scale(r->front, skin / front_square));
    return normal.z > 0.3 * uh_vec3_length(normal);
}

/* The inner border and lower tip of a shoulder blade. Blades stand off the chest when they are
 * drawn back or forward, the trunk's skin does not: their lines are drawn on it. */
static void draw_blade(canvas *c, const ring rings[T_STATIONS], const seen_frame *shoulder)
{
    static const spot border[] = {SPOT(0.031, 0.002, -0.113),  SPOT(0.0275, -0.014, -0.116),
                                  SPOT(0.026, -0.032, -0.118), SPOT(0.0275, -0.047, -0.117),
                                  SPOT(0.031, -0.057, -0.115), SPOT(0.036, -0.063, -0.113),
                                  SPOT(0.042, -0.064, -0.110)};
    static const double stations[] = {9.0, 8.75, 8.5, 8.25, 8.1, 8.0, 8.0};
    bool drawing = false;
    uh_canvas_line(c, UH_TONE_DETAIL, 0.7 * c->line);
    for (size_t i = 0; i < UH_COUNT(border); i++) {
        uh_vec3 point = uh_seen_place(shoulder, uh_spot_vec3(&border[i]));
        ring r = ring_between(rings, stations[i]);
        bool seen = lay_on_back(&r, &point);
        if (seen && !drawing) {
            uh_canvas_contour(c);
        }
        if (seen) {
            uh_canvas_point(c, (uh_point2){point.x, point.y});
        }
        drawing = seen;
    }
}

static void detail_trunk(canvas *c, const seen_body *body)
{
    const seen_frame *thorax = &body->segment[UH_SEGMENT_UPPER_THORAX_3];
    if (uh_seen_facing(thorax, thorax->axes.z) < -0.35) {
        ring rings[T_STATIONS];
        for (int i = T_T7; i <= T_T1; i++) {
            rings[i] = ring_at(body, i);
        }
        draw_blade(c, rings, &body->segment[UH_SEGMENT_LEFT_SHOULDER]);
        draw_blade(c, rings, &body->segment[UH_SEGMENT_RIGHT_SHOULDER]);
    }
}

static void draw_ear(canvas *c, const seen_frame *head, double side)
{
    part ear;
    uh_part_open(&ear, UH_TONE_DETAIL, UH_TONE_DETAIL, UH_TONE_DETAIL, pair, 1);
    static const uh_vec3 half[2] = {{0.004, 0.0110, 0.0080}, {0.003, 0.0060, 0.0045}};
    const uh_vec3 at[2] = {{side * 0.0425, 0.028, 0.004}, {side * 0.04165, 0.018, 0.007}};
    uh_part_blob(&ear, head, &at[0], &half[0]);
    uh_part_blob(&ear, head, &at[1], &half[1]);
    uh_part_fill(c, &ear);
}

/* The front of the head as a lighter plane: an oval on the skull's ellipsoid, as much of it as is
 * seen. */
static void draw_face(canvas *c, const seen_frame *head)
{
    const flesh *skull = &head_flesh[H_SKULL];
    const flesh *jaw = &head_flesh[H_JAW];
    const uh_vec3 camera = {uh_seen_facing(head, head->axes.x), uh_seen_facing(head, head->axes.y),
                            uh_seen_facing(head, head->axes.z)};
    uh_point2 points[RIM];
    for (int i = 0; i < RIM; i++) {
        uh_sine s = {c->rim_y[i], c->rim_x[i]};
        uh_vec3 n = uh_vec3_unit((uh_vec3){0.80 * s.cos, 0.55 * s.sin - 0.05, 0.72});
        double hidden = uh_vec3_dot(n, camera);
        if (hidden < 0.0) {
            n = uh_vec3_unit(uh_vec3_sub(n, uh_vec3_scale(camera, hidden)));
        }
        double low = s.sin < 0.0 ? -s.sin : 0.0;
        uh_vec3 half = uh_vec3_mix(skull->half, jaw->half, low);
        uh_vec3 centre = uh_vec3_mix(skull->at, jaw->at, low);
        points[i] = uh_seen_point(head, (uh_vec3){centre.x + n.x * half.x, centre.y + n.y * half.y,
                                                  centre.z + n.z * half.z});
    }
    uh_canvas_shape(c, UH_SHAPE_FILL, UH_TONE_FACE);
    uh_canvas_polygon(c, points, RIM);
}

static void detail_head(canvas *c, const seen_body *body)
{
    const seen_frame *head = &body->segment[UH_SEGMENT_HEAD];
    double left_ear = uh_seen_facing(head, head->axes.x);
    if (uh_seen_facing(head, head->axes.z) > -0.55) {
        draw_face(c, head);
    }
    if (fabs(left_ear) > 0.12) {
        draw_ear(c, head, left_ear > 0.0 ? 1.0 : -1.0);
    }
}

/* Lines between the fingers, on the side of the hand that is seen. */
static void detail_hand(canvas *c, const seen_frame *hand, const seen_frame *fingers)
{
    static const double gaps[] = {-0.0095, 0.0, 0.0095};
    double facing = uh_seen_facing(hand, hand->axes.x);
    if (fabs(facing) < 0.30) {
        return;
    }
    double side = facing > 0.0 ? 1.0 : -1.0;
    for (size_t i = 0; i < UH_COUNT(gaps); i++) {
        uh_canvas_line(c, UH_TONE_DETAIL, 0.6 * c->line);
        uh_canvas_contour(c);
        uh_canvas_point(c, uh_seen_point(hand, (uh_vec3){side * 0.008, -0.062, gaps[i]}));
        uh_canvas_point(c, uh_seen_point(fingers, (uh_vec3){side * 0.006, -0.044, 0.75 * gaps[i]}));
    }
}

void uh_figure_detail(canvas *c, const seen_body *body, limb_part which)
{
    if (which == PART_TRUNK) {
        detail_trunk(c, body);
    } else if (which == PART_HEAD) {
        detail_head(c, body);
    } else if (as_left(which) == PART_LEFT_HAND) {
        const seen_frame *hand =
            &body->segment[UH_SEGMENT_LEFT_HAND + (is_right(which) ? TO_RIGHT : 0)];
        detail_hand(c, hand, hand + 1);
    }
}
