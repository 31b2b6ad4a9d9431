/* SPDX-License-Identifier: MIT */
/* The legs of a way: over which shapes it leads, and how long each of them takes. */
#include "motion_inside.h"

/* -- the way from stance to stance -- */

enum { CHAIN_MAX = 12 };

typedef struct chain {
    uint32_t count;
    uint32_t stance[CHAIN_MAX];
} chain;

uint32_t uh_motion_named_stance(const uh_catalogue *catalogue, uh_text key)
{
    uint32_t stance;
    bool found = key != 0 && uh_catalogue_find_stance(catalogue, uh_catalogue_text(catalogue, key),
                                                      &stance) == UH_OK;
    return found ? stance : UINT32_MAX;
}

/* From a stance to standing, by the way down turned round or by the way up. */
static chain chain_of(const uh_catalogue *catalogue, uint32_t stance, bool up)
{
    chain c = {0};
    while (stance != UINT32_MAX && c.count < CHAIN_MAX) {
        const uh_stance *s = uh_catalogue_stance(catalogue, stance);
        c.stance[c.count++] = stance;
        stance = uh_motion_named_stance(catalogue, up && s->up_to != 0 ? s->up_to : s->down_from);
    }
    return c;
}

static uint32_t index_in(const chain *c, uint32_t stance)
{
    uint32_t i = 0;
    while (i < c->count && c->stance[i] != stance) {
        i++;
    }
    return i;
}

void uh_way_add_leg(uh_motion *m, uh_motion_leg leg)
{
    if (m->leg_count < UH_MOTION_LEGS_MAX) {
        m->legs[m->leg_count++] = leg;
    }
}

/* The angles that the way to or from `stance` passes by. */
static uh_pose passing_of(const uh_motion *m, uint32_t stance, uh_side side)
{
    uh_pose passing = {0};
    uh_list list = uh_catalogue_stance(m->catalogue, stance)->passing;
    for (uint32_t i = 0; i < list.count; i++) {
        const uh_joint_angle *angle = uh_catalogue_angle(m->catalogue, list, i);
        passing.angle_deg[angle->angle] = angle->tenths * 0.1;
    }
    return side == UH_SIDE_RIGHT ? uh_pose_mirror(&passing) : passing;
}

void uh_way_add_stance(uh_motion *m, uint32_t stance, uh_side side, uint32_t by)
{
    uh_motion_leg leg = {.is_stance = true, .stance = stance, .side = side};
    if (by != UINT32_MAX) {
        leg.passing = passing_of(m, by, side);
    }
    uh_way_add_leg(m, leg);
}

void uh_way_add_pose(uh_motion *m, const char *pose)
{
    uh_way_add_leg(m, (uh_motion_leg){.pose = pose, .side = m->side});
}

/* Up one chain to the stance where both meet, and down the other one. */
typedef struct route {
    chain up;
    chain down;
    uint32_t above; /* stances before the meeting, of the one and of the other */
    uint32_t below;
} route;

static route route_of(const uh_catalogue *catalogue, uint32_t from, bool up, uint32_t to, bool down)
{
    route r = {chain_of(catalogue, from, up), chain_of(catalogue, to, down), 0, 0};
    while (r.above < r.up.count && index_in(&r.down, r.up.stance[r.above]) == r.down.count) {
        r.above++;
    }
    r.below = r.above < r.up.count ? index_in(&r.down, r.up.stance[r.above]) : r.down.count;
    return r;
}

static bool is_shorter(const route *a, const route *b)
{
    return a->above + a->below < b->above + b->below;
}

/* Shorter, and not only because it leaves out what the way up, or that way turned round, is for: a
 * shortcut meets at a stance that the usual way does not lead over. */
static bool is_shortcut(const route *a, const route *usual, const chain *over)
{
    return a->above < a->up.count && index_in(over, a->up.stance[a->above]) == over->count &&
           is_shorter(a, usual);
}

/* Back to where the stretch began, up to where both ways meet, down to the other one. By a
 * shortcut up the way one came or down by the way up turned round: from a side to hands and
 * knees, from the back to a side. Who hurries goes up the way one came wherever that is shorter. */
void uh_way_add_route(uh_motion *m, uint32_t to, uh_side to_side)
{
    const route usual = route_of(m->catalogue, m->stance, true, to, false);
    const route back = route_of(m->catalogue, m->stance, false, to, false);
    const route turned = route_of(m->catalogue, m->stance, true, to, true);
    const route hurried = route_of(m->catalogue, m->stance, false, to, true);
    route best = usual;
    uh_side side = m->stance_side; /* of the stance where both meet */
    if (m->hurries ? is_shorter(&back, &usual) : is_shortcut(&back, &usual, &usual.up)) {
        best = back;
    }
    if (is_shortcut(&turned, &best, &usual.down)) {
        best = turned;
        side = to_side;
    }
    if (m->hurries && is_shorter(&hurried, &best)) {
        best = hurried;
        side = to_side;
    }
    const chain up = best.up;
    const chain down = best.down;
    for (uint32_t i = 0; i <= best.above && i < up.count; i++) {
        uh_way_add_stance(m, up.stance[i], i > 0 && i == best.above ? side : m->stance_side,
                          i > 0 ? up.stance[i - 1] : UINT32_MAX);
        if (i == best.above && best.above + best.below > 0) {
            m->legs[m->leg_count - 1].turns = true;
        }
    }
    for (uint32_t i = best.below; i > 0; i--) {
        uh_way_add_stance(m, down.stance[i - 1], to_side, down.stance[i - 1]);
    }
    m->stance = to;
    m->stance_side = to_side;
}

/* -- keys -- */

void uh_way_key(const uh_motion *m, const uh_motion_leg *leg, bool eased, uh_motion_key *ret_key)
{
    if (leg->is_stance) {
        uh_motion_stance(m->catalogue, leg->stance, leg->side, m->stature_m, ret_key);
    } else {
        uh_motion_pose(m->catalogue, m->exercise, m->variant, leg->side, leg->pose, eased,
                       m->stature_m, ret_key);
    }
}

/* -- how long each leg takes -- */

/* Degrees a second that a joint is moved at where it is fastest: in comfort, and where there is no
 * time for that. Neck, spine and shoulders have a limit of 45, 30 and 90; the rest is for what lies
 * between two samples. */
static const struct {
    uh_segment base;
    uh_segment of;
    double easy;
    double most;
} joints[] = {
    {UH_SEGMENT_WORLD, UH_SEGMENT_PELVIS, 76.0, 152.0},
    {UH_SEGMENT_PELVIS, UH_SEGMENT_LUMBAR_3, 25.0, 28.5},
    {UH_SEGMENT_LUMBAR_3, UH_SEGMENT_LOWER_THORAX_3, 25.0, 28.5},
    {UH_SEGMENT_LOWER_THORAX_3, UH_SEGMENT_UPPER_THORAX_3, 25.0, 28.5},
    {UH_SEGMENT_UPPER_THORAX_3, UH_SEGMENT_HEAD, 38.0, 43.0},
    {UH_SEGMENT_UPPER_THORAX_3, UH_SEGMENT_LEFT_UPPER_ARM, 79.0, 86.0},
    {UH_SEGMENT_UPPER_THORAX_3, UH_SEGMENT_RIGHT_UPPER_ARM, 79.0, 86.0},
    {UH_SEGMENT_LEFT_UPPER_ARM, UH_SEGMENT_LEFT_FOREARM, 108.0, 216.0},
    {UH_SEGMENT_RIGHT_UPPER_ARM, UH_SEGMENT_RIGHT_FOREARM, 108.0, 216.0},
    {UH_SEGMENT_PELVIS, UH_SEGMENT_LEFT_THIGH, 90.0, 180.0},
    {UH_SEGMENT_PELVIS, UH_SEGMENT_RIGHT_THIGH, 90.0, 180.0},
    {UH_SEGMENT_LEFT_THIGH, UH_SEGMENT_LEFT_SHANK, 108.0, 216.0},
    {UH_SEGMENT_RIGHT_THIGH, UH_SEGMENT_RIGHT_SHANK, 108.0, 216.0},
};

static double turned_deg(const uh_skeleton *a, const uh_skeleton *b, uh_segment base, uh_segment of)
{
    uh_mat3 was = uh_mat3_relative(&a->segment[base].axes, &a->segment[of].axes);
    uh_mat3 is = uh_mat3_relative(&b->segment[base].axes, &b->segment[of].axes);
    uh_mat3 by = uh_mat3_relative(&was, &is);
    return uh_deg(uh_acos(0.5 * (by.x.x + by.y.y + by.z.z - 1.0)));
}

/* Seconds: in comfort, and at the least. */
typedef struct leg_time {
    double easy;
    double least;
} leg_time;

static leg_time longer_time(leg_time a, leg_time b)
{
    return (leg_time){a.easy > b.easy ? a.easy : b.easy, a.least > b.least ? a.least : b.least};
}

/* At one speed all the way. */
static leg_time time_between(const uh_skeleton *a, const uh_skeleton *b)
{
    const double easy_way = 0.4; /* statures a second */
    uh_vec3 moved =
        uh_vec3_sub(b->segment[UH_SEGMENT_PELVIS].origin_m, a->segment[UH_SEGMENT_PELVIS].origin_m);
    double seconds = uh_vec3_length(moved) / (easy_way * a->stature_m);
    leg_time time = {seconds, 0.5 * seconds};
    for (size_t i = 0; i < UH_COUNT(joints); i++) {
        double by_deg = turned_deg(a, b, joints[i].base, joints[i].of);
        time = longer_time(time, (leg_time){by_deg / joints[i].easy, by_deg / joints[i].most});
    }
    return time;
}

/* A hand that stays on the floor takes its shoulder a longer way round than from the one pose to
 * the other: so the way is walked, and its fastest step says how long all of it takes. */
static leg_time time_of_way(const uh_motion *m, const uh_motion_key *from, const uh_motion_key *to,
                            const uh_pose *passing)
{
    enum { STEPS = 10 };
    uh_motion_key key;
    uh_solution before;
    uh_solution after;
    leg_time time = {0.0, 0.0};
    uh_motion_pass(from, to, passing, 0.0, 0.0, m->stature_m, &key, &before);
    for (int i = 1; i <= STEPS; i++) {
        uh_motion_pass(from, to, passing, (double)i / STEPS, 0.0, m->stature_m, &key, &after);
        time = longer_time(time, time_between(&before.skeleton, &after.skeleton));
        before = after;
    }
    return (leg_time){STEPS * time.easy, STEPS * time.least};
}

typedef struct leg_times {
    leg_time leg[UH_MOTION_LEGS_MAX];
    leg_time sum;
} leg_times;

static leg_times times_of_legs(const uh_motion *m, bool eased)
{
    leg_times times = {.sum = {0.0, 0.0}};
    uh_motion_key from = m->from;
    uh_motion_key to;
    for (uint32_t i = 0; i < m->leg_count; i++) {
        uh_way_key(m, &m->legs[i], eased && i + 1 == m->leg_count, &to);
        times.leg[i] = time_of_way(m, &from, &to, &m->legs[i].passing);
        times.sum.easy += times.leg[i].easy;
        times.sum.least += times.leg[i].least;
        from = to;
    }
    return times;
}

/* What may be left out where there is no time for it: growing tall comes with the start, then the
 * slump goes too. */
static bool drop_leg(uh_motion *m)
{
    for (uint32_t i = m->leg_count; i > 0; i--) {
        if (m->legs[i - 1].can_be_dropped) {
            m->leg_count--;
            for (uint32_t k = i - 1; k < m->leg_count; k++) {
                m->legs[k] = m->legs[k + 1];
            }
            return true;
        }
    }
    return false;
}

/* Seconds of a leg in a phase of that length. Nobody moves slower than half of the easy speed only
 * to fill the time; where time is short, each leg has its least first. */
static double seconds_of(leg_time leg, leg_time sum, double length_s)
{
    if (length_s >= sum.easy) {
        const double stretch = sum.easy > 0.0 ? length_s / sum.easy : 1.0;
        return leg.easy * (stretch < 2.0 ? stretch : 2.0);
    }
    if (length_s > sum.least) {
        return leg.least + (leg.easy - leg.least) * (length_s - sum.least) / (sum.easy - sum.least);
    }
    return leg.least * length_s / sum.least;
}

bool uh_way_share_time(uh_motion *m, double length_s, bool eased)
{
    const double reserve = 1.05; /* for what lies between the steps of a way that was walked */
    leg_times times = times_of_legs(m, eased);
    while (times.sum.easy > length_s && drop_leg(m)) {
        times = times_of_legs(m, eased);
    }
    double at = 0.0;
    for (uint32_t i = 0; i < m->leg_count; i++) {
        at += seconds_of(times.leg[i], times.sum, length_s);
        m->legs[i].until = length_s > 0.0 ? at / length_s : 1.0;
    }
    if (m->leg_count == 1) {
        m->legs[0].until = 1.0;
    }
    return reserve * times.sum.least <= length_s;
}
