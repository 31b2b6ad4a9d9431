/* SPDX-License-Identifier: MIT */
/* motion_flesh.h: how deep the body as it is drawn, flesh and all, is in a roller. */
#ifndef UNHUNCH_TESTS_CORE_MOTION_FLESH_H
#define UNHUNCH_TESTS_CORE_MOTION_FLESH_H

#include <math.h>

#include "core/figure_parts.h"
#include "unhunch/motion.h"

/* A roller lies along x or z; metres. */
typedef struct lying_roller {
    uh_vec3 middle;
    double radius;
    double half_length;
    bool along_z;
} lying_roller;

static inline bool roller_of(const uh_prop *thing, double stature_m, lying_roller *ret)
{
    const bool across = thing->kind == UH_PROP_ROLLER_ACROSS;
    if (!across && thing->kind != UH_PROP_ROLLER_ALONG) {
        return false;
    }
    const double radius = (across ? 0.035 : 0.045) * thing->size * stature_m;
    *ret = (lying_roller){thing->at_m, radius, (across ? 0.125 : 0.28) * stature_m, !across};
    ret->middle.y += radius;
    return true;
}

/* A solid of the body: the hull of ellipsoids, each with its half axes as vectors; metres. */
typedef struct hull {
    uint32_t count;
    uh_vec3 centre[SOLID_BLOBS];
    uh_vec3 axis[SOLID_BLOBS][3];
} hull;

static inline hull hull_of(const uh_skeleton *body, limb_part which, uint32_t index)
{
    bone_blob blobs[SOLID_BLOBS];
    hull h = {.count = uh_figure_flesh(which, index, blobs)};
    for (uint32_t i = 0; i < h.count; i++) {
        const uh_frame *on = &body->segment[blobs[i].segment];
        const double sign = blobs[i].segment >= UH_SEGMENT_RIGHT_SHOULDER ? -1.0 : 1.0;
        const bool ball = blobs[i].half.y == 0.0;
        uh_vec3 at = uh_vec3_scale(blobs[i].at, body->stature_m);
        uh_vec3 half = uh_vec3_scale(blobs[i].half, body->stature_m);
        at.x *= sign;
        h.centre[i] = uh_vec3_add(on->origin_m, uh_mat3_apply(&on->axes, at));
        h.axis[i][0] = uh_vec3_scale(on->axes.x, half.x);
        h.axis[i][1] = uh_vec3_scale(on->axes.y, ball ? half.x : half.y);
        h.axis[i][2] = uh_vec3_scale(on->axes.z, ball ? half.x : half.z);
    }
    return h;
}

/* How far a hull reaches along a direction from the middle of the roller. */
static inline double reach_of(const hull *h, const lying_roller *roller, uh_vec3 along)
{
    double most = -1e9;
    for (uint32_t i = 0; i < h->count; i++) {
        const double x = uh_vec3_dot(h->axis[i][0], along);
        const double y = uh_vec3_dot(h->axis[i][1], along);
        const double z = uh_vec3_dot(h->axis[i][2], along);
        const double at = uh_vec3_dot(uh_vec3_sub(h->centre[i], roller->middle), along);
        const double reach = at + sqrt(x * x + y * y + z * z);
        most = reach > most ? reach : most;
    }
    return most;
}

/* How far the hull would have to be moved to be out of the roller: the least of all directions, of
 * which 72 are tried round it, at three angles to its ends each; 0: it is out. */
static inline double hull_depth_m(const hull *h, const lying_roller *roller)
{
    static const double to_end[] = {0.0, 0.5, 0.8660254};
    double least = 1e9;
    for (int i = 0; i < 72 && least > 0.0; i++) {
        const uh_sine round = uh_sine_deg(5.0 * i);
        for (size_t k = 0; k < 5 && least > 0.0; k++) {
            const double end = k < 3 ? to_end[k] : -to_end[k - 2];
            const double rim = sqrt(1.0 - end * end);
            const uh_vec3 away = roller->along_z ? (uh_vec3){rim * round.cos, rim * round.sin, end}
                                                 : (uh_vec3){end, rim * round.sin, rim * round.cos};
            const double far = rim * roller->radius + fabs(end) * roller->half_length;
            const double depth = far + reach_of(h, roller, uh_vec3_scale(away, -1.0));
            least = depth < least ? depth : least;
        }
    }
    for (int end = -1; end <= 1 && least > 0.0; end += 2) {
        const uh_vec3 away = roller->along_z ? (uh_vec3){0.0, 0.0, end} : (uh_vec3){end, 0.0, 0.0};
        const double depth = roller->half_length + reach_of(h, roller, uh_vec3_scale(away, -1.0));
        least = depth < least ? depth : least;
    }
    return least > 0.0 ? least : 0.0;
}

/* The deepest of a part's solids. */
static inline double depth_in_roller_m(const uh_skeleton *body, limb_part which,
                                       const lying_roller *roller)
{
    double most = 0.0;
    for (uint32_t i = 0;; i++) {
        const hull h = hull_of(body, which, i);
        if (h.count == 0) {
            return most;
        }
        const double depth = hull_depth_m(&h, roller);
        most = depth > most ? depth : most;
    }
}

/* How far anything of the body is within 5 mm of the roller; 0: it does not touch. */
static inline double touch_of_roller_m(const uh_skeleton *body, const lying_roller *roller)
{
    lying_roller wider = *roller;
    double most = 0.0;
    wider.radius += 0.005;
    wider.half_length += 0.005;
    for (int i = 0; i < PART_COUNT; i++) {
        const double depth = depth_in_roller_m(body, (limb_part)i, &wider);
        most = depth > most ? depth : most;
    }
    return most;
}

#endif
