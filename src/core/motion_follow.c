/* SPDX-License-Identifier: MIT */
/* A session as movement: each phase is a way over one or more shapes, from whatever was shown last.
 */
#include <math.h>
#include <string.h>

#include "motion_inside.h"

/* -- the way from stance to stance -- */

enum { CHAIN_MAX = 8 };

typedef struct chain {
    uint32_t count;
    uint32_t stance[CHAIN_MAX];
} chain;

/* UINT32_MAX: none. */
static uint32_t named_stance(const uh_catalogue *catalogue, uh_text key)
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
        stance = named_stance(catalogue, up && s->up_to != 0 ? s->up_to : s->down_from);
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

static void add_leg(uh_motion *m, uh_motion_leg leg)
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

/* `by`: the lower one of the two stances, whose passing it is; UINT32_MAX: none. */
static void add_stance(uh_motion *m, uint32_t stance, uh_side side, uint32_t by)
{
    uh_motion_leg leg = {.is_stance = true, .stance = stance, .side = side};
    if (by != UINT32_MAX) {
        leg.passing = passing_of(m, by, side);
    }
    add_leg(m, leg);
}

static void add_pose(uh_motion *m, const char *pose)
{
    add_leg(m, (uh_motion_leg){.pose = pose, .side = m->side});
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

/* Back to where the stretch began, up to where both ways meet, down to the other one. Where that is
 * shorter, up by the way one came or down by the way up turned round: from a side to hands and
 * knees, from the back to a side. */
static void add_way(uh_motion *m, uint32_t to, uh_side to_side)
{
    route best = route_of(m->catalogue, m->stance, true, to, false);
    const route back = route_of(m->catalogue, m->stance, false, to, false);
    const route turned = route_of(m->catalogue, m->stance, true, to, true);
    uh_side side = m->stance_side; /* of the stance where both meet */
    if (is_shorter(&back, &best)) {
        best = back;
    }
    if (is_shorter(&turned, &best)) {
        best = turned;
        side = to_side;
    }
    const chain up = best.up;
    const chain down = best.down;
    for (uint32_t i = 0; i <= best.above && i < up.count; i++) {
        add_stance(m, up.stance[i], i > 0 && i == best.above ? side : m->stance_side,
                   i > 0 ? up.stance[i - 1] : UINT32_MAX);
        if (i == best.above && best.above + best.below > 0) {
            m->legs[m->leg_count - 1].turns = true;
        }
    }
    for (uint32_t i = best.below; i > 0; i--) {
        add_stance(m, down.stance[i - 1], to_side, down.stance[i - 1]);
    }
    m->stance = to;
    m->stance_side = to_side;
}

/* -- keys -- */

static void key_of_leg(const uh_motion *m, const uh_motion_leg *leg, bool eased,
                       uh_motion_key *ret_key)
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
        key_of_leg(m, &m->legs[i], eased && i + 1 == m->leg_count, &to);
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

/* Shares the phase among its legs by what they take. */
static void share_time(uh_motion *m, double length_s, bool eased)
{
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
}

/* -- one part of the session -- */

static bool same_part(const uh_motion *m, const uh_session_view *view, uint64_t played_ms)
{
    return m->begun && m->played_ms == played_ms && m->phase == (uint32_t)view->phase &&
           m->entry == view->entry && m->set == view->set && m->side_number == view->side_number &&
           m->repetition == view->repetition && m->part == view->part &&
           m->eased == (uint32_t)view->eased;
}

static void mark_part(uh_motion *m, const uh_session_view *view, uint64_t played_ms)
{
    m->begun = true;
    m->played_ms = played_ms;
    m->phase = (uint32_t)view->phase;
    m->entry = view->entry;
    m->set = view->set;
    m->side_number = view->side_number;
    m->repetition = view->repetition;
    m->part = view->part;
    m->eased = (uint32_t)view->eased;
    m->began_ms = view->phase_elapsed_ms;
}

static bool is_between_stretches(uh_phase phase)
{
    return phase == UH_PHASE_NEXT_STRETCH || phase == UH_PHASE_WAY_OUT || phase == UH_PHASE_DONE;
}

static uh_side shown_side(uh_side side)
{
    return side == UH_SIDE_RIGHT ? UH_SIDE_RIGHT : UH_SIDE_LEFT;
}

/* Lying down on a side is the get ready of each side: the way in ends before it. */
static uint32_t way_in_end(const uh_motion *m, const motion_layers *layers)
{
    const uh_variant *form = uh_exercise_variant(m->catalogue, layers->exercise, m->variant);
    if (uh_variant_place(form) != UH_PLACE_SIDE_LYING || layers->stance == UINT32_MAX) {
        return layers->stance;
    }
    return named_stance(m->catalogue, uh_catalogue_stance(m->catalogue, layers->stance)->down_from);
}

static void plan_way(uh_motion *m, uint32_t stance)
{
    if (stance != UINT32_MAX && m->stance != UINT32_MAX) {
        add_way(m, stance, m->side);
    }
}

/* Sits down or stands up into the slump, then grows tall. */
static void plan_slump(uh_motion *m)
{
    uint32_t slump =
        named_stance(m->catalogue, uh_catalogue_stance(m->catalogue, m->stance)->slump);
    if (slump == UINT32_MAX || m->leg_count == 0) {
        return;
    }
    uh_motion_leg *last = &m->legs[m->leg_count - 1];
    last->stance = slump;
    last->can_be_dropped = true;
    add_leg(m,
            (uh_motion_leg){
                .is_stance = true, .can_be_dropped = true, .stance = m->stance, .side = m->side});
}

typedef enum passed { PASSED_POSES, PASSED_ALL } passed;

/* Poses are passed where the straight way from the stance to the start would lead through a seat,
 * stances only on the way to the other side. */
static void add_passed(uh_motion *m, const motion_layers *layers, passed what)
{
    const uh_list passing = uh_motion_list(layers->own->passing, layers->common->passing);
    for (uint32_t i = 0; i < passing.count; i++) {
        const uh_text key = uh_catalogue_list_text(m->catalogue, passing, i);
        const uint32_t stance = named_stance(m->catalogue, key);
        if (stance == UINT32_MAX) {
            add_pose(m, uh_catalogue_text(m->catalogue, key));
        } else if (what == PASSED_ALL) {
            add_stance(m, stance, m->side, UINT32_MAX);
        }
    }
}

static void plan_switch(uh_motion *m, const motion_layers *layers)
{
    add_passed(m, layers, PASSED_ALL);
    add_pose(m, "start");
    m->stance_side = m->side;
}

/* To the place, slump to tall, to the start: the first change is half of the lesson. Who lies there
 * already, but on the other side, rolls over. */
static void plan_ready(uh_motion *m, const motion_layers *layers)
{
    const uh_variant *form = uh_exercise_variant(m->catalogue, layers->exercise, m->variant);
    if (uh_variant_place(form) == UH_PLACE_SIDE_LYING && m->stance == layers->stance &&
        m->stance_side != m->side) {
        plan_switch(m, layers);
        return;
    }
    plan_way(m, layers->stance);
    if (m->stance != UINT32_MAX) {
        plan_slump(m);
    }
    add_passed(m, layers, PASSED_POSES);
    add_pose(m, "start");
}

static uint32_t standing(const uh_motion *m)
{
    uint32_t stance;
    return uh_catalogue_find_stance(m->catalogue, "standing", &stance) == UH_OK ? stance
                                                                                : UINT32_MAX;
}

/* Who stands or sits on a chair stays there at the end: one breath, and the day goes on. */
static bool is_on_floor(const uh_motion *m)
{
    uint32_t up = standing(m);
    return m->stance != UINT32_MAX && m->stance != up &&
           named_stance(m->catalogue, uh_catalogue_stance(m->catalogue, m->stance)->down_from) !=
               up;
}

/* Where the pause between two stretches is spent: up from a chair that the next one does not use.
 */
static uint32_t resting_place(const uh_motion *m, const uh_session_view *view)
{
    motion_layers next = uh_motion_layers(m->catalogue, view->exercise, view->variant);
    if (m->stance == UINT32_MAX || next.stance == m->stance) {
        return m->stance;
    }
    uint32_t above =
        named_stance(m->catalogue, uh_catalogue_stance(m->catalogue, m->stance)->down_from);
    return above == standing(m) ? above : m->stance;
}

static void plan(uh_motion *m, const uh_session_view *view)
{
    motion_layers layers = uh_motion_layers(m->catalogue, m->exercise, m->variant);
    m->leg_count = 0;
    m->leg = 0;
    switch (view->phase) {
    case UH_PHASE_NEXT_STRETCH:
        add_passed(m, &layers, PASSED_POSES);
        plan_way(m, resting_place(m, view));
        break;
    case UH_PHASE_WAY_IN:
        plan_way(m, way_in_end(m, &layers));
        break;
    case UH_PHASE_GET_READY:
        plan_ready(m, &layers);
        break;
    case UH_PHASE_SWITCH_SIDE:
        plan_switch(m, &layers);
        break;
    case UH_PHASE_MOVE_IN:
    case UH_PHASE_HOLD:
    case UH_PHASE_RELEASE:
    case UH_PHASE_MOVE:
        add_pose(m, uh_catalogue_text(m->catalogue, view->pose));
        break;
    case UH_PHASE_REST:
        if (view->repetition > 0) {
            add_pose(m, "start");
        } else {
            add_passed(m, &layers, PASSED_POSES);
            plan_way(m, m->stance);
        }
        break;
    case UH_PHASE_WAY_OUT:
        add_passed(m, &layers, PASSED_POSES);
        plan_way(m, is_on_floor(m) ? standing(m) : m->stance);
        break;
    case UH_PHASE_DONE:
        plan_way(m, is_on_floor(m) ? standing(m) : m->stance);
        break;
    case UH_PHASE_COUNT:
        break;
    }
}

/* -- camera and things -- */

static bool shows_stretch(uh_phase phase)
{
    return phase != UH_PHASE_WAY_IN && !is_between_stretches(phase);
}

static const uh_motion_cameras *cameras_of(uh_motion *m)
{
    uh_motion_cameras *is = &m->cameras;
    if (!is->known || is->exercise != m->exercise || is->variant != m->variant ||
        is->side != m->side) {
        *is = (uh_motion_cameras){
            .known = true, .exercise = m->exercise, .variant = m->variant, .side = m->side};
        (void)uh_motion_shot(m->catalogue, m->exercise, m->variant, m->side, false, m->stature_m,
                             &is->shot);
        is->has_inset = uh_motion_shot(m->catalogue, m->exercise, m->variant, m->side, true,
                                       m->stature_m, &is->inset);
    }
    return is;
}

/* The room, and who and what is beyond it. */
static uh_shot shot_of_way(const uh_motion *m)
{
    const motion_layers layers = uh_motion_layers(m->catalogue, m->exercise, m->variant);
    uh_shot shot = uh_motion_room_shot(m->stature_m);
    uh_motion_widen_to_things(&layers, m->side, m->stature_m, &shot);
    uh_motion_widen(&m->from.pose, m->stature_m, &shot);
    for (uint32_t i = 0; i < m->leg_count; i++) {
        uh_motion_key key;
        key_of_leg(m, &m->legs[i], false, &key);
        uh_motion_widen(&key.pose, m->stature_m, &shot);
    }
    return shot;
}

static void aim_camera(uh_motion *m, uh_phase phase)
{
    m->shot_from = m->frame.shot;
    m->frame.has_inset = false;
    if (!shows_stretch(phase)) {
        m->shot_to = shot_of_way(m);
        return;
    }
    const uh_motion_cameras *cameras = cameras_of(m);
    m->shot_to = cameras->shot;
    bool shown = phase == UH_PHASE_MOVE_IN || phase == UH_PHASE_MOVE || phase == UH_PHASE_HOLD ||
                 phase == UH_PHASE_RELEASE;
    if (shown && cameras->has_inset) {
        m->frame.has_inset = true;
        m->frame.inset = cameras->inset;
    }
}

/* Chair, mat and roller change where the way turns: who stands or sits up there is off what is
 * taken away, and not yet on what comes. */
static void change_things(uh_motion *m)
{
    for (uint32_t i = m->leg; i < m->leg_count; i++) {
        if (m->legs[i].turns) {
            return;
        }
    }
    motion_layers layers = uh_motion_layers(m->catalogue, m->exercise, m->variant);
    uh_motion_things(&layers, m->side, m->stature_m, &m->frame);
}

static void dress(uh_motion *m, const uh_session_view *view)
{
    motion_layers layers = uh_motion_layers(m->catalogue, m->exercise, m->variant);
    bool moving = view->phase == UH_PHASE_MOVE_IN || view->phase == UH_PHASE_MOVE;
    m->frame.tints = shows_stretch(view->phase) ? uh_motion_tints(&layers) : 0;
    m->frame.arrow_count = 0;
    if (moving) {
        uh_motion_arrows(&layers, m->side, uh_catalogue_text(m->catalogue, view->pose), &m->from,
                         &m->to, m->stature_m, &m->frame);
    }
    m->frame.has_ghost = false;
    m->frame.plumb = false;
    if (moving || view->phase == UH_PHASE_HOLD || view->phase == UH_PHASE_RELEASE) {
        uh_motion_ghost(&layers, m->side, m->stature_m, &m->frame);
    }
}

/* -- following -- */

void uh_motion_start(const uh_catalogue *catalogue, double stature_m, uh_motion *ret_motion)
{
    *ret_motion = (uh_motion){.catalogue = catalogue, .stature_m = stature_m};
    uh_motion *m = ret_motion;
    m->stance = standing(m);
    m->frame.shot = uh_motion_room_shot(stature_m);
    m->shot_to = m->frame.shot;
    if (m->stance != UINT32_MAX) {
        uh_motion_stance(catalogue, m->stance, UH_SIDE_LEFT, stature_m, &m->frame.key);
    } else {
        m->frame.key.pose = uh_pose_neutral(stature_m);
    }
    m->from = m->frame.key;
    m->to = m->frame.key;
}

static void take_first_leg(uh_motion *m, bool eased)
{
    m->to = m->from;
    if (m->leg_count > 0) {
        key_of_leg(m, &m->legs[0], eased && m->leg_count == 1, &m->to);
    }
}

static void begin_part(uh_motion *m, const uh_session_view *view, uint64_t played_ms)
{
    mark_part(m, view, played_ms);
    if (!is_between_stretches(view->phase)) {
        m->exercise = view->exercise;
        m->variant = view->variant;
        m->side = shown_side(view->side);
    }
    m->from = m->frame.key;
    plan(m, view);
    share_time(m, view->phase_remaining_ms * 0.001, view->eased);
    take_first_leg(m, view->eased);
    m->thing_leg = UINT32_MAX;
    aim_camera(m, view->phase);
    dress(m, view);
}

/* 0 to 1 over what was left of the phase when it began to be followed; a hold is reached sooner. */
static double progress_of(const uh_motion *m, const uh_session_view *view)
{
    enum { SETTLE_MS = 1500 };
    uint32_t length_ms = view->phase_length_ms - m->began_ms;
    if (view->phase == UH_PHASE_HOLD && length_ms > SETTLE_MS) {
        length_ms = SETTLE_MS;
    }
    uint32_t elapsed_ms = view->phase_elapsed_ms - m->began_ms;
    return length_ms == 0 || elapsed_ms >= length_ms ? 1.0 : (double)elapsed_ms / length_ms;
}

/* Takes up the leg that is on now; the shape before it was reached exactly. */
static double enter_leg(uh_motion *m, double progress, bool eased)
{
    while (m->leg + 1 < m->leg_count && progress >= m->legs[m->leg].until) {
        m->leg++;
        m->from = m->to;
        key_of_leg(m, &m->legs[m->leg], eased && m->leg + 1 == m->leg_count, &m->to);
    }
    double began = m->leg > 0 ? m->legs[m->leg - 1].until : 0.0;
    double ends = m->leg_count > 0 ? m->legs[m->leg].until : 1.0;
    return ends > began ? (progress - began) / (ends - began) : 1.0;
}

/* The camera moves for three seconds: at once when the body leaves, last when it arrives. */
static double camera_share(const uh_session_view *view, uint32_t began_ms)
{
    enum { CAMERA_MS = 3000 };
    uint32_t length_ms = view->phase_length_ms - began_ms;
    uint32_t elapsed_ms = view->phase_elapsed_ms - began_ms;
    uint32_t takes_ms = length_ms < CAMERA_MS ? length_ms : CAMERA_MS;
    bool late = view->phase == UH_PHASE_GET_READY || view->phase == UH_PHASE_SWITCH_SIDE;
    uint32_t waits_ms = late ? length_ms - takes_ms : 0;
    if (elapsed_ms <= waits_ms) {
        return takes_ms == 0 ? 1.0 : 0.0;
    }
    return uh_minimum_jerk((double)(elapsed_ms - waits_ms) / takes_ms);
}

/* What was breathed in before is in the shape that the way begins with: so the breath of this part
 * comes in as that shape goes. */
static double lungs_of(const uh_session_view *view, double within)
{
    bool breathing = view->phase == UH_PHASE_HOLD || view->breath != UH_BREATH_FREE;
    return breathing ? view->guide_fill * uh_minimum_jerk(within) : 0.0;
}

const uh_motion_frame *uh_motion_follow(uh_motion *motion, const uh_session *session,
                                        uh_boot_ms now)
{
    uh_motion *m = motion;
    uh_session_view view = uh_session_look(session, now);
    uint64_t played_ms = view.session_elapsed_ms - view.phase_elapsed_ms;
    if (!same_part(m, &view, played_ms)) {
        begin_part(m, &view, played_ms);
    }
    double progress = progress_of(m, &view);
    double within = enter_leg(m, progress, view.eased);
    if (m->thing_leg != m->leg) {
        m->thing_leg = m->leg;
        change_things(m);
    }
    const uh_pose *passing = m->leg_count > 0 ? &m->legs[m->leg].passing : NULL;
    uh_motion_pass(&m->from, &m->to, passing, within, lungs_of(&view, within), m->stature_m,
                   &m->frame.key, &m->frame.body);
    m->frame.shot = uh_shot_mix(&m->shot_from, &m->shot_to, camera_share(&view, m->began_ms));
    return &m->frame;
}

/* -- stills of a way -- */

/* The timeline's length of getting ready (timeline.c), unhurried or not: its shares are the same.
 */
static double ready_s(const uh_motion *m, const motion_layers *layers)
{
    const uh_variant *form = uh_exercise_variant(m->catalogue, layers->exercise, m->variant);
    return 0.001 * (form->side_ready_ms > UH_GET_READY_MS ? form->side_ready_ms : UH_GET_READY_MS);
}

void uh_motion_ready(const uh_catalogue *catalogue, const uh_motion_moment *moment,
                     const uh_motion_key *from, double stature_m, motion_step *ret_step)
{
    uh_motion m;
    const motion_layers layers = uh_motion_layers(catalogue, moment->exercise, moment->variant);
    uh_motion_start(catalogue, stature_m, &m);
    m.exercise = moment->exercise;
    m.variant = moment->variant;
    m.side = shown_side(moment->side);
    m.stance = layers.stance;
    m.stance_side = m.side;
    m.from = *from;
    plan_ready(&m, &layers);
    share_time(&m, ready_s(&m, &layers), moment->eased);
    take_first_leg(&m, moment->eased);
    ret_step->within = enter_leg(&m, moment->progress, moment->eased);
    ret_step->from = m.from;
    ret_step->to = m.to;
}
