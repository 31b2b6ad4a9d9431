/* SPDX-License-Identifier: MIT */
/* A session as movement: each phase is a way over one or more shapes, from whatever was shown last.
 */
#include "motion_inside.h"

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
    return uh_motion_named_stance(m->catalogue,
                                  uh_catalogue_stance(m->catalogue, layers->stance)->down_from);
}

static void plan_way(uh_motion *m, uint32_t stance)
{
    if (stance != UINT32_MAX && m->stance != UINT32_MAX) {
        uh_way_add_route(m, stance, m->side);
    }
}

/* Sits down or stands up into the slump, then grows tall. */
static void plan_slump(uh_motion *m)
{
    uint32_t slump =
        uh_motion_named_stance(m->catalogue, uh_catalogue_stance(m->catalogue, m->stance)->slump);
    if (slump == UINT32_MAX || m->leg_count == 0) {
        return;
    }
    uh_motion_leg *last = &m->legs[m->leg_count - 1];
    last->stance = slump;
    last->can_be_dropped = true;
    uh_way_add_leg(
        m, (uh_motion_leg){
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
        const uint32_t stance = uh_motion_named_stance(m->catalogue, key);
        if (stance == UINT32_MAX) {
            uh_way_add_pose(m, uh_catalogue_text(m->catalogue, key));
        } else if (what == PASSED_ALL) {
            uh_way_add_stance(m, stance, m->side, UINT32_MAX);
        }
    }
}

static void plan_switch(uh_motion *m, const motion_layers *layers)
{
    add_passed(m, layers, PASSED_ALL);
    uh_way_add_pose(m, "start");
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
    uh_way_add_pose(m, "start");
}

static uint32_t standing(const uh_motion *m)
{
    uint32_t stance;
    return uh_catalogue_find_stance(m->catalogue, "standing", &stance) == UH_OK ? stance
                                                                                : UINT32_MAX;
}

/* Who stands or sits on a chair stays there at the end: one breath, and the day goes on. On one
 * knee nobody stays. */
static bool has_to_stand_up(const uh_motion *m, const motion_layers *layers)
{
    uint32_t up = standing(m);
    if (m->stance == UINT32_MAX || m->stance == up) {
        return false;
    }
    return m->stance != layers->stance ||
           uh_motion_named_stance(m->catalogue,
                                  uh_catalogue_stance(m->catalogue, m->stance)->down_from) != up;
}

/* Where the pause between two stretches is spent: up from a chair that the next one does not use.
 */
static uint32_t resting_place(const uh_motion *m, const uh_session_view *view)
{
    motion_layers next = uh_motion_layers(m->catalogue, view->exercise, view->variant);
    if (m->stance == UINT32_MAX || next.stance == m->stance) {
        return m->stance;
    }
    uint32_t above = uh_motion_named_stance(
        m->catalogue, uh_catalogue_stance(m->catalogue, m->stance)->down_from);
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
        uh_way_add_pose(m, uh_catalogue_text(m->catalogue, view->pose));
        m->stance = layers.stance;
        m->stance_side = m->side;
        break;
    case UH_PHASE_REST:
        if (view->repetition > 0) {
            uh_way_add_pose(m, "start");
        } else {
            add_passed(m, &layers, PASSED_POSES);
            plan_way(m, m->stance);
        }
        break;
    case UH_PHASE_WAY_OUT:
        add_passed(m, &layers, PASSED_POSES);
        plan_way(m, has_to_stand_up(m, &layers) ? standing(m) : m->stance);
        break;
    case UH_PHASE_DONE:
        plan_way(m, has_to_stand_up(m, &layers) ? standing(m) : m->stance);
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
        uh_way_key(m, &m->legs[i], false, &key);
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
    if (is_between_stretches((uh_phase)m->phase)) {
        return;
    }
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

/* Who is still on the way goes on from the next shape of it, not from where it would have ended.
 * A slump is none to stay in. False: the way was at its end. */
static bool stops_on_the_way(uh_motion *m)
{
    const uh_motion_leg *leg = &m->legs[m->leg];
    if (m->leg + 1 >= m->leg_count || !leg->is_stance || leg->can_be_dropped) {
        return false;
    }
    m->stance = leg->stance;
    m->stance_side = leg->side;
    return true;
}

/* The way to that shape leads on as it did: by what of its passing is still to come. */
static void keep_passing(uh_motion *m, const uh_pose *passing, double share)
{
    const double left = (1.0 - share) * (1.0 - share);
    for (int i = 0; m->leg_count > 0 && m->legs[0].is_stance && i < UH_ANGLE_COUNT; i++) {
        m->legs[0].passing.angle_deg[i] = left * passing->angle_deg[i];
    }
}

/* False: there is less time than the way takes. */
static bool plan_in_time(uh_motion *m, const uh_session_view *view, const uh_pose *passing)
{
    plan(m, view);
    if (passing) {
        keep_passing(m, passing, uh_minimum_jerk(m->within));
    }
    return uh_way_share_time(m, view->phase_remaining_ms * 0.001, view->eased);
}

/* Off the floor as it is said; to another stretch on the floor, there may not be the time. */
static void plan_part(uh_motion *m, const uh_session_view *view, const uh_pose *passing)
{
    const uint32_t stance = m->stance;
    const uh_side side = m->stance_side;
    const bool leaves = view->phase == UH_PHASE_WAY_OUT || view->phase == UH_PHASE_DONE;
    m->hurries = false;
    if (!plan_in_time(m, view, passing) && !leaves) {
        m->stance = stance;
        m->stance_side = side;
        m->hurries = true;
        (void)plan_in_time(m, view, passing);
    }
}

static void begin_part(uh_motion *m, const uh_session_view *view, uint64_t played_ms)
{
    mark_part(m, view, played_ms);
    const uh_pose passing = m->legs[m->leg].passing;
    const bool stopped = stops_on_the_way(m);
    if (!is_between_stretches(view->phase)) {
        m->exercise = view->exercise;
        m->variant = view->variant;
        m->side = shown_side(view->side);
    }
    m->from = m->frame.key;
    plan_part(m, view, stopped ? &passing : NULL);
    m->to = m->from;
    if (m->leg_count > 0) {
        uh_way_key(m, &m->legs[0], view->eased && m->leg_count == 1, &m->to);
    }
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
        uh_way_key(m, &m->legs[m->leg], eased && m->leg + 1 == m->leg_count, &m->to);
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
    const double within = enter_leg(m, progress, view.eased);
    m->within = within;
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
