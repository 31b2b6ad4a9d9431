/* SPDX-License-Identifier: MIT */
#include "body_tables.h"
#include "figure_parts.h"

/* Painting order from the depth of rods where they cross in the picture. Long limbs have no one
 * depth, so each pair is compared where it meets; a circle of "in front of" (rare) is cut at its
 * farthest rod. */

typedef struct rod_ends {
    uint8_t from; /* uh_segment, as is the next one */
    uint8_t to;
    int16_t radius; /* as the sizes of a spot */
} rod_ends;

static const rod_ends ends[PART_COUNT] = {
    [PART_TRUNK] = {UH_SEGMENT_PELVIS, UH_SEGMENT_NECK_1, SPOT_OF(0.085)},
    [PART_HEAD] = {UH_SEGMENT_HEAD, UH_SEGMENT_HEAD, SPOT_OF(0.050)},
    [PART_LEFT_UPPER_ARM] = {UH_SEGMENT_LEFT_UPPER_ARM, UH_SEGMENT_LEFT_FOREARM, SPOT_OF(0.027)},
    [PART_LEFT_FOREARM] = {UH_SEGMENT_LEFT_FOREARM, UH_SEGMENT_LEFT_HAND, SPOT_OF(0.021)},
    [PART_LEFT_HAND] = {UH_SEGMENT_LEFT_HAND, UH_SEGMENT_LEFT_FINGERS, SPOT_OF(0.022)},
    [PART_LEFT_THIGH] = {UH_SEGMENT_LEFT_THIGH, UH_SEGMENT_LEFT_SHANK, SPOT_OF(0.045)},
    [PART_LEFT_SHANK] = {UH_SEGMENT_LEFT_SHANK, UH_SEGMENT_LEFT_FOOT, SPOT_OF(0.030)},
    [PART_LEFT_FOOT] = {UH_SEGMENT_LEFT_FOOT, UH_SEGMENT_LEFT_TOES, SPOT_OF(0.022)},
    [PART_RIGHT_UPPER_ARM] = {UH_SEGMENT_RIGHT_UPPER_ARM, UH_SEGMENT_RIGHT_FOREARM, SPOT_OF(0.027)},
    [PART_RIGHT_FOREARM] = {UH_SEGMENT_RIGHT_FOREARM, UH_SEGMENT_RIGHT_HAND, SPOT_OF(0.021)},
    [PART_RIGHT_HAND] = {UH_SEGMENT_RIGHT_HAND, UH_SEGMENT_RIGHT_FINGERS, SPOT_OF(0.022)},
    [PART_RIGHT_THIGH] = {UH_SEGMENT_RIGHT_THIGH, UH_SEGMENT_RIGHT_SHANK, SPOT_OF(0.045)},
    [PART_RIGHT_SHANK] = {UH_SEGMENT_RIGHT_SHANK, UH_SEGMENT_RIGHT_FOOT, SPOT_OF(0.030)},
    [PART_RIGHT_FOOT] = {UH_SEGMENT_RIGHT_FOOT, UH_SEGMENT_RIGHT_TOES, SPOT_OF(0.022)},
};

void uh_figure_rods(const seen_body *body, rod rods[PART_COUNT])
{
    for (int i = 0; i < PART_COUNT; i++) {
        const seen_frame *from = &body->segment[ends[i].from];
        rods[i] = (rod){.a = from->origin,
                        .b = body->segment[ends[i].to].origin,
                        .radius = ends[i].radius / SPOT_SCALE * from->length,
                        .part = (uint8_t)i};
    }
    const seen_frame *head = &body->segment[UH_SEGMENT_HEAD];
    rods[PART_HEAD].a = uh_seen_place(head, (uh_vec3){0.0, 0.015, 0.02});
    rods[PART_HEAD].b = uh_seen_place(head, (uh_vec3){0.0, 0.055, 0.01});
}

void uh_figure_shadow(canvas *c, const uh_skeleton *skeleton, limb_part which, double below_m)
{
    uh_vec3 a = skeleton->segment[ends[which].from].origin_m;
    uh_vec3 b = skeleton->segment[ends[which].to].origin_m;
    double radius_m = ends[which].radius / SPOT_SCALE * skeleton->stature_m;
    bool a_is_low = a.y - radius_m < below_m;
    bool b_is_low = b.y - radius_m < below_m;
    if (a_is_low && b_is_low) {
        uh_vec3 half = uh_vec3_scale(uh_vec3_sub(b, a), 0.5);
        uh_canvas_shadow(c, uh_vec3_mix(a, b, 0.5), &half, 1, radius_m);
    } else if (a_is_low || b_is_low) {
        uh_canvas_shadow(c, a_is_low ? a : b, NULL, 0, radius_m);
    }
}

static double clamp01(double t)
{
    return t < 0.0 ? 0.0 : (t > 1.0 ? 1.0 : t);
}

/* How far along rod r, seen in the picture, the point is nearest: 0 at a, 1 at b. */
static double nearest_on(const rod *r, double x, double y)
{
    double dx = r->b.x - r->a.x;
    double dy = r->b.y - r->a.y;
    double square = dx * dx + dy * dy;
    return square < 1e-12 ? 0.5 : clamp01(((x - r->a.x) * dx + (y - r->a.y) * dy) / square);
}

typedef struct meeting {
    double apart; /* in the picture, between the axes: its square */
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

/* The closest of a few samples. */
static meeting meet(const rod *r, const rod *other)
{
    meeting best = {1e9, 0.0};
    for (int i = 0; i <= 4; i++) {
        meeting m = meet_at(r, other, 0.25 * i);
        best = m.apart < best.apart ? m : best;
    }
    return best;
}

/* What a rod covers of the picture. */
typedef struct box {
    double left;
    double right;
    double top;
    double bottom;
} box;

static box box_of(const rod *r)
{
    bool rightwards = r->a.x < r->b.x;
    bool downwards = r->a.y < r->b.y;
    return (box){.left = (rightwards ? r->a.x : r->b.x) - r->radius,
                 .right = (rightwards ? r->b.x : r->a.x) + r->radius,
                 .top = (downwards ? r->a.y : r->b.y) - r->radius,
                 .bottom = (downwards ? r->b.y : r->a.y) + r->radius};
}

static bool are_apart(const box *a, const box *b)
{
    return a->left > b->right || b->left > a->right || a->top > b->bottom || b->top > a->bottom;
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
    double away = (ux + lx) * 0.6 + (uy + ly) * 0.8;
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

/* Positive: a is painted after b. Zero: it does not matter. Both cover the same place; of two parts
 * of the body, a has the lower number. */
static double over(const rod *a, const rod *b)
{
    if (a->part == PART_TRUNK && is_upper(b)) {
        return -limb_over_trunk(b, a);
    }
    if (a->part == PART_TRUNK && b->part == PART_HEAD) {
        return trunk_over_head(a, b);
    }
    if (b->part < PART_COUNT && are_joined(a, b)) {
        return upper_over_lower(a, b);
    }
    meeting m = meet(a, b);
    double reach = a->radius + b->radius;
    return m.apart < reach * reach ? m.depth : 0.0;
}

/* For each rod the ones that are painted before it, as bits. */
static void find_waiting(const rod *rods, uint32_t count, uint64_t waits_for[PARTS_MAX])
{
    box boxes[PARTS_MAX];
    for (uint32_t i = 0; i < count; i++) {
        boxes[i] = box_of(&rods[i]);
        waits_for[i] = 0;
    }
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t j = i + 1; j < count; j++) {
            double depth = 0.0;
            if (rods[i].rank != rods[j].rank) {
                depth = rods[i].rank - rods[j].rank;
            } else if (!are_apart(&boxes[i], &boxes[j])) {
                depth = over(&rods[i], &rods[j]);
            }
            if (depth > 0.0) {
                waits_for[i] |= (uint64_t)1 << j;
            } else if (depth < 0.0) {
                waits_for[j] |= (uint64_t)1 << i;
            }
        }
    }
}

/* All, the farthest first. */
static void sort_by_depth(const rod *rods, uint32_t count, uint8_t *ret_sorted)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = i;
        while (at > 0 && middle_depth(&rods[ret_sorted[at - 1]]) > middle_depth(&rods[i])) {
            ret_sorted[at] = ret_sorted[at - 1];
            at--;
        }
        ret_sorted[at] = (uint8_t)i;
    }
}

void uh_figure_order(const rod *rods, uint32_t count, uint8_t *ret_order)
{
    UH_ASSERT(count <= PARTS_MAX);
    uint64_t waits_for[PARTS_MAX];
    uint8_t left[PARTS_MAX];
    uint64_t painted = 0;
    find_waiting(rods, count, waits_for);
    sort_by_depth(rods, count, left);
    for (uint32_t n = 0; n < count; n++) {
        uint32_t next = 0;
        while (next < count - n && (waits_for[left[next]] & ~painted) != 0u) {
            next++;
        }
        next = next < count - n ? next : 0; /* a circle: cut at its farthest */
        ret_order[n] = left[next];
        painted |= (uint64_t)1 << left[next];
        for (uint32_t i = next; i + 1 < count - n; i++) {
            left[i] = left[i + 1];
        }
    }
}
