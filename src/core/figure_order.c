/* SPDX-License-Identifier: MIT */
#include "figure_parts.h"

/* Painting order from the depth of rods where they cross in the picture. Long limbs have no one
 * depth, so each pair is compared where it meets; a circle of "in front of" (rare) is cut at its
 * farthest rod. */

typedef struct rod_ends {
    uh_segment from;
    uh_segment to;
    double radius;
} rod_ends;

static const rod_ends ends[PART_COUNT] = {
    [PART_TRUNK] = {UH_SEGMENT_PELVIS, UH_SEGMENT_NECK_1, 0.085},
    [PART_HEAD] = {UH_SEGMENT_HEAD, UH_SEGMENT_HEAD, 0.050},
    [PART_LEFT_UPPER_ARM] = {UH_SEGMENT_LEFT_UPPER_ARM, UH_SEGMENT_LEFT_FOREARM, 0.027},
    [PART_LEFT_FOREARM] = {UH_SEGMENT_LEFT_FOREARM, UH_SEGMENT_LEFT_HAND, 0.021},
    [PART_LEFT_HAND] = {UH_SEGMENT_LEFT_HAND, UH_SEGMENT_LEFT_FINGERS, 0.022},
    [PART_LEFT_THIGH] = {UH_SEGMENT_LEFT_THIGH, UH_SEGMENT_LEFT_SHANK, 0.045},
    [PART_LEFT_SHANK] = {UH_SEGMENT_LEFT_SHANK, UH_SEGMENT_LEFT_FOOT, 0.030},
    [PART_LEFT_FOOT] = {UH_SEGMENT_LEFT_FOOT, UH_SEGMENT_LEFT_TOES, 0.022},
    [PART_RIGHT_UPPER_ARM] = {UH_SEGMENT_RIGHT_UPPER_ARM, UH_SEGMENT_RIGHT_FOREARM, 0.027},
    [PART_RIGHT_FOREARM] = {UH_SEGMENT_RIGHT_FOREARM, UH_SEGMENT_RIGHT_HAND, 0.021},
    [PART_RIGHT_HAND] = {UH_SEGMENT_RIGHT_HAND, UH_SEGMENT_RIGHT_FINGERS, 0.022},
    [PART_RIGHT_THIGH] = {UH_SEGMENT_RIGHT_THIGH, UH_SEGMENT_RIGHT_SHANK, 0.045},
    [PART_RIGHT_SHANK] = {UH_SEGMENT_RIGHT_SHANK, UH_SEGMENT_RIGHT_FOOT, 0.030},
    [PART_RIGHT_FOOT] = {UH_SEGMENT_RIGHT_FOOT, UH_SEGMENT_RIGHT_TOES, 0.022},
};

void uh_figure_rods(const canvas *c, const uh_skeleton *skeleton, rod rods[PART_COUNT])
{
    double s = skeleton->stature_m;
    for (int i = 0; i < PART_COUNT; i++) {
        uh_vec3 a = skeleton->segment[ends[i].from].origin_m;
        uh_vec3 b = skeleton->segment[ends[i].to].origin_m;
        if (i == PART_HEAD) {
            a = uh_skeleton_place(skeleton, UH_SEGMENT_HEAD, (uh_vec3){0.0, 0.015 * s, 0.02 * s});
            b = uh_skeleton_place(skeleton, UH_SEGMENT_HEAD, (uh_vec3){0.0, 0.055 * s, 0.01 * s});
        }
        rods[i] = (rod){.a = uh_mat3_into(&c->camera, a),
                        .b = uh_mat3_into(&c->camera, b),
                        .radius = ends[i].radius * s,
                        .rank = 0,
                        .part = (uint8_t)i};
    }
}

static double height_of(const uh_skeleton *skeleton, uh_segment segment)
{
    return skeleton->segment[segment].origin_m.y;
}

void uh_figure_shadow(canvas *c, const uh_skeleton *skeleton, limb_part which, double below_m)
{
    const rod_ends *two = &ends[which];
    double radius = two->radius * skeleton->stature_m;
    part p;
    uh_part_open(&p, UH_TONE_SHADOW, UH_TONE_SHADOW, UH_TONE_SHADOW);
    uint8_t blobs[2];
    uint32_t count = 0;
    if (height_of(skeleton, two->from) - radius < below_m) {
        blobs[count++] = uh_part_ball(&p, skeleton->segment[two->from].origin_m, radius);
    }
    if (height_of(skeleton, two->to) - radius < below_m) {
        blobs[count++] = uh_part_ball(&p, skeleton->segment[two->to].origin_m, radius);
    }
    if (count > 0) {
        uh_part_solid(&p, blobs, count, false);
        uh_part_shadow(c, &p, below_m);
    }
}

static double clamp01(double t)
{
    return t < 0.0 ? 0.0 : (t > 1.0 ? 1.0 : t);
}

/* Where on rod r, seen in the picture, the point is nearest: 0 at a, 1 at b. */
static double nearest_on(const rod *r, double x, double y)
{
    double dx = r->b.x - r->a.x;
    double dy = r->b.y - r->a.y;
    double square = dx * dx + dy * dy;
    return square < 1e-12 ? 0.5 : clamp01(((x - r->a.x) * dx + (y - r->a.y) * dy) / square);
}

typedef struct meeting {
    double apart; /* in the picture, metres, between the axes */
    double depth; /* of the first rod over the second */
} meeting;

static meeting meet_at(const rod *r, const rod *other, double t)
{
    uh_vec3 p = uh_vec3_mix(r->a, r->b, t);
    uh_vec3 q = uh_vec3_mix(other->a, other->b, nearest_on(other, p.x, p.y));
    double dx = p.x - q.x;
    double dy = p.y - q.y;
    return (meeting){dx * dx + dy * dy, p.z - q.z};
}

/* The closest of a few samples; `from` leaves out the near end, where joined limbs are the same
 * depth. */
static meeting meet(const rod *r, const rod *other, double from)
{
    meeting best = {1e9, 0.0};
    for (int i = 0; i <= 4; i++) {
        meeting m = meet_at(r, other, from + (1.0 - from) * 0.25 * i);
        best = m.apart < best.apart ? m : best;
    }
    return best;
}

static bool boxes_apart(const rod *r, const rod *other)
{
    double reach = r->radius + other->radius;
    double left = r->a.x < r->b.x ? r->a.x : r->b.x;
    double right = r->a.x < r->b.x ? r->b.x : r->a.x;
    double low = r->a.y < r->b.y ? r->a.y : r->b.y;
    double high = r->a.y < r->b.y ? r->b.y : r->a.y;
    double other_left = other->a.x < other->b.x ? other->a.x : other->b.x;
    double other_right = other->a.x < other->b.x ? other->b.x : other->a.x;
    double other_low = other->a.y < other->b.y ? other->a.y : other->b.y;
    double other_high = other->a.y < other->b.y ? other->b.y : other->a.y;
    return left > other_right + reach || other_left > right + reach || low > other_high + reach ||
           other_low > high + reach;
}

static bool is_upper(const rod *r)
{
    return r->part == PART_LEFT_UPPER_ARM || r->part == PART_RIGHT_UPPER_ARM ||
           r->part == PART_LEFT_THIGH || r->part == PART_RIGHT_THIGH;
}

static double middle_depth(const rod *r)
{
    return 0.5 * (r->a.z + r->b.z);
}

/* An upper arm or thigh against the trunk it hangs on: it lies over it unless it clearly points
 * behind. */
static double limb_over_trunk(const rod *limb, const rod *trunk)
{
    const double behind = 0.35 * trunk->radius;
    double depth = 0.0;
    int count = 0;
    for (int i = 2; i <= 4; i++) {
        meeting m = meet_at(limb, trunk, 0.25 * i);
        double reach = limb->radius + trunk->radius;
        if (m.apart < reach * reach) {
            depth += m.depth;
            count++;
        }
    }
    depth = count > 0 ? depth / count : limb->a.z - middle_depth(trunk);
    return depth + behind;
}

/* Neighbours on one limb share a joint. Bent sharply, the one whose middle is nearer lies over the
 * other. Otherwise either may, and the one that points away from the light does: the second tone of
 * its joint is then its own. */
static double upper_over_lower(const rod *upper, const rod *lower)
{
    double ux = upper->b.x - upper->a.x;
    double uy = upper->b.y - upper->a.y;
    double lx = lower->b.x - lower->a.x;
    double ly = lower->b.y - lower->a.y;
    double away = (ux + lx) * 0.6 - (uy + ly) * 0.8;
    if (ux * lx + uy * ly < 0.0) {
        return middle_depth(upper) - middle_depth(lower);
    }
    return away > 0.0 ? -1.0 : 1.0;
}

/* Each part of a limb hangs on the part before it. */
static bool are_joined(const rod *a, const rod *b)
{
    return b->part - a->part == 1 && a->part != PART_HEAD && a->part != PART_LEFT_HAND &&
           a->part != PART_LEFT_FOOT && a->part != PART_RIGHT_HAND;
}

/* The head is the last to go behind its own neck. */
static double trunk_over_head(const rod *trunk, const rod *head)
{
    double depth = trunk->b.z - head->a.z;
    return depth - trunk->radius;
}

/* Positive: a is painted after b. Zero: it does not matter. Of two parts of the body, a has the
 * lower number. */
static double over(const rod *a, const rod *b)
{
    if (a->rank != b->rank) {
        return a->rank - b->rank;
    }
    if (boxes_apart(a, b)) {
        return 0.0;
    }
    if (a->part == PART_TRUNK && is_upper(b)) {
        return -limb_over_trunk(b, a);
    }
    if (a->part == PART_TRUNK && b->part == PART_HEAD) {
        return trunk_over_head(a, b);
    }
    if (b->part < PART_COUNT && are_joined(a, b)) {
        return upper_over_lower(a, b);
    }
    meeting m = meet(a, b, 0.0);
    double reach = a->radius + b->radius;
    return m.apart < reach * reach ? m.depth : 0.0;
}

void uh_figure_order(const rod *rods, uint32_t count, uint8_t *ret_order)
{
    UH_ASSERT(count <= PARTS_MAX);
    uint64_t waits_for[PARTS_MAX] = {0};
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t j = i + 1; j < count; j++) {
            double depth = over(&rods[i], &rods[j]);
            if (depth > 0.0) {
                waits_for[i] |= (uint64_t)1 << j;
            } else if (depth < 0.0) {
                waits_for[j] |= (uint64_t)1 << i;
            }
        }
    }
    uint64_t painted = 0;
    for (uint32_t n = 0; n < count; n++) {
        uint32_t next = count;
        bool next_free = false;
        for (uint32_t i = 0; i < count; i++) {
            if ((painted >> i & 1u) != 0u) {
                continue;
            }
            bool free = (waits_for[i] & ~painted) == 0u;
            bool farther = next == count || middle_depth(&rods[i]) < middle_depth(&rods[next]);
            if (next == count || (free && !next_free) || (free == next_free && farther)) {
                next = i;
                next_free = free;
            }
        }
        ret_order[n] = (uint8_t)next;
        painted |= (uint64_t)1 << next;
    }
}
