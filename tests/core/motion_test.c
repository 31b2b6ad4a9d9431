/* SPDX-License-Identifier: MIT */
/* Every form of every stretch that has a motion, played as a session and looked at every 20 ms. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/motion_names.h"
#include "core/patch.h"
#include "unhunch/motion.h"

#define S UH_BODY_STATURE_M

enum { TICK_MS = 20 };

static uh_catalogue catalogue;

/* -- what went wrong, told once for each way of going wrong -- */

enum { COMPLAINTS_MAX = 64 };

typedef struct complaint {
    char what[96];
    char where[160];
    double worst;
} complaint;

static complaint complaints[COMPLAINTS_MAX];
static uint32_t complaint_count;

static void complain(const char *where, const char *what, double amount)
{
    for (uint32_t i = 0; i < complaint_count; i++) {
        complaint *c = &complaints[i];
        if (strcmp(c->what, what) == 0 && strcmp(c->where, where) == 0) {
            c->worst = amount > c->worst ? amount : c->worst;
            return;
        }
    }
    if (complaint_count < COMPLAINTS_MAX) {
        complaint *c = &complaints[complaint_count++];
        (void)snprintf(c->what, sizeof c->what, "%s", what);
        (void)snprintf(c->where, sizeof c->where, "%s", where);
        c->worst = amount;
    }
}

static void assert_no_complaints(void)
{
    for (uint32_t i = 0; i < complaint_count; i++) {
        print_error("%s: %s %.2f\n", complaints[i].where, complaints[i].what, complaints[i].worst);
    }
    bool good = complaint_count == 0;
    complaint_count = 0;
    assert_true(good);
}

/* -- one moment, and what is between two -- */

static double apart_m(uh_vec3 a, uh_vec3 b)
{
    return uh_vec3_length(uh_vec3_sub(a, b));
}

static uh_skeleton quiet;

static void look_at_bones(const uh_skeleton *body, const char *where)
{
    for (int i = UH_SEGMENT_PELVIS + 1; i < UH_SEGMENT_COUNT; i++) {
        uh_segment parent = uh_segment_parent((uh_segment)i);
        double was = apart_m(quiet.segment[i].origin_m, quiet.segment[parent].origin_m);
        double is = apart_m(body->segment[i].origin_m, body->segment[parent].origin_m);
        if (fabs(was - is) > 1e-4) {
            complain(where, "bone longer or shorter, mm", 1000.0 * fabs(was - is));
        }
    }
}

static void look_at_joints(const uh_pose *pose, const char *where)
{
    uh_pose_excess excess;
    if (uh_pose_beyond(pose, 0.1, &excess)) {
        char what[96];
        (void)snprintf(what, sizeof what, "%s beyond %.0f:", excess.name, excess.limit_deg);
        complain(where, what, fabs(excess.value_deg));
    }
}

static void look_at_floor(const uh_skeleton *body, const char *where)
{
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        double depth_m = -uh_skeleton_point(body, (uh_point)i).y;
        if (depth_m > 0.005) {
            char what[96];
            (void)snprintf(what, sizeof what, "%s below the floor, mm", uh_point_name((uh_point)i));
            complain(where, what, 1000.0 * depth_m);
        }
    }
}

/* What bears a body, as boxes: from its foot, in statures. A chair's back of another size is
 * higher, a towel thicker. The skin over a bone may lie 5 mm deep in wood; foam and towels give way
 * by 16 mm, and are looked at while one lies on them, not while one gets there. */
static const struct {
    uh_prop_kind kind;
    bool soft;
    uh_vec3 low;
    uh_vec3 high;
    double grows_from; /* heights above it are scaled by the size */
} boxes[] = {
    {UH_PROP_CHAIR, false, {-0.124, 0.1, -0.088}, {0.124, 0.236, 0.148}, 0.2365},
    {UH_PROP_CHAIR, false, {-0.120, 0.354, -0.108}, {0.120, 0.454, -0.086}, 0.2365},
    {UH_PROP_STOOL, false, {-0.124, 0.1, -0.088}, {0.124, 0.236, 0.148}, 0.2365},
    {UH_PROP_ROLLER_ACROSS, true, {-0.125, 0.0, -0.035}, {0.125, 0.07, 0.035}, 0.0},
    {UH_PROP_ROLLER_ALONG, true, {-0.045, 0.0, -0.28}, {0.045, 0.09, 0.28}, 0.0},
    {UH_PROP_TOWEL_ROLL, true, {-0.15, 0.0, -0.015}, {0.15, 0.03, 0.015}, 0.0},
    {UH_PROP_TOWEL_FOLDED, true, {-0.075, 0.0, -0.055}, {0.075, 0.016, 0.055}, 0.0},
};

static double scaled_height(double y, double from, double size)
{
    return y > from ? from + (y - from) * size : y;
}

/* How far from the nearest face, where inside. */
static double depth_in(uh_vec3 p, uh_vec3 low, uh_vec3 high)
{
    const double to_face[] = {p.x - low.x,  high.x - p.x, p.y - low.y,
                              high.y - p.y, p.z - low.z,  high.z - p.z};
    double least = to_face[0];
    for (size_t i = 1; i < UH_COUNT(to_face); i++) {
        least = to_face[i] < least ? to_face[i] : least;
    }
    return least;
}

static void look_at_thing(const uh_skeleton *body, const uh_prop *thing, bool getting_there,
                          const char *where)
{
    for (size_t b = 0; b < UH_COUNT(boxes); b++) {
        if (boxes[b].kind != thing->kind || (boxes[b].soft && getting_there)) {
            continue;
        }
        uh_vec3 low = boxes[b].low;
        uh_vec3 high = boxes[b].high;
        low.y = scaled_height(low.y, boxes[b].grows_from, thing->size);
        high.y = scaled_height(high.y, boxes[b].grows_from, thing->size);
        for (int i = 0; i < UH_POINT_COUNT; i++) {
            uh_vec3 p = uh_vec3_sub(uh_skeleton_point(body, (uh_point)i), thing->at_m);
            double depth_m = S * depth_in(uh_vec3_scale(p, 1.0 / S), low, high);
            if (depth_m > (boxes[b].soft ? 0.016 : 0.005)) {
                char what[96];
                (void)snprintf(what, sizeof what, "%s in the %s, mm", uh_point_name((uh_point)i),
                               uh_prop_name(thing->kind));
                complain(where, what, 1000.0 * depth_m);
            }
        }
    }
}

static void look_at_things(const uh_motion_frame *frame, uh_phase phase, const char *where)
{
    const bool getting_there = phase != UH_PHASE_MOVE_IN && phase != UH_PHASE_MOVE &&
                               phase != UH_PHASE_HOLD && phase != UH_PHASE_RELEASE;
    for (uint32_t t = 0; t < frame->thing_count; t++) {
        assert_true(frame->thing[t].turn_deg == 0.0);
        look_at_thing(&frame->body.skeleton, &frame->thing[t], getting_there, where);
    }
}

static double turned_deg(const uh_skeleton *a, const uh_skeleton *b, uh_segment base, uh_segment of)
{
    uh_mat3 was = uh_mat3_relative(&a->segment[base].axes, &a->segment[of].axes);
    uh_mat3 is = uh_mat3_relative(&b->segment[base].axes, &b->segment[of].axes);
    uh_mat3 by = uh_mat3_relative(&was, &is);
    uh_vec3 axis = {by.y.z - by.z.y, by.z.x - by.x.z, by.x.y - by.y.x};
    return uh_atan2_deg(uh_vec3_length(axis), by.x.x + by.y.y + by.z.z - 1.0);
}

/* Degrees a second (positions of the design). */
static const struct {
    const char *name;
    uh_segment base;
    uh_segment of;
    double most;
} speeds[] = {
    {"neck and head, degrees a second", UH_SEGMENT_UPPER_THORAX_3, UH_SEGMENT_HEAD, 45.0},
    {"upper thorax, degrees a second", UH_SEGMENT_LOWER_THORAX_3, UH_SEGMENT_UPPER_THORAX_3, 30.0},
    {"lower thorax, degrees a second", UH_SEGMENT_LUMBAR_3, UH_SEGMENT_LOWER_THORAX_3, 30.0},
    {"low back, degrees a second", UH_SEGMENT_PELVIS, UH_SEGMENT_LUMBAR_3, 30.0},
    {"left shoulder, degrees a second", UH_SEGMENT_UPPER_THORAX_3, UH_SEGMENT_LEFT_UPPER_ARM, 90.0},
    {"right shoulder, degrees a second", UH_SEGMENT_UPPER_THORAX_3, UH_SEGMENT_RIGHT_UPPER_ARM,
     90.0},
};

static void look_at_speed(const uh_skeleton *before, const uh_skeleton *now, int64_t over_ms,
                          const char *where)
{
    for (size_t i = 0; i < UH_COUNT(speeds); i++) {
        double speed =
            turned_deg(before, now, speeds[i].base, speeds[i].of) * 1000.0 / (double)over_ms;
        if (speed > speeds[i].most) {
            complain(where, speeds[i].name, speed);
        }
    }
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        double moved_m =
            apart_m(uh_skeleton_point(before, (uh_point)i), uh_skeleton_point(now, (uh_point)i));
        double speed = moved_m * 1000.0 / (double)over_ms;
        if (speed > 2.5) {
            char what[96];
            (void)snprintf(what, sizeof what, "%s jumps, m/s", uh_point_name((uh_point)i));
            complain(where, what, speed);
        }
    }
}

/* Where a point began to be held, as long as it is. */
typedef struct held_point {
    uh_contact_kind kind;
    uh_vec3 began_m;
} held_point;

static const uh_contact *contact_at(const uh_solution *body, uh_point point)
{
    for (uint32_t i = 0; i < body->contact_count; i++) {
        if (body->contact[i].point == point) {
            return &body->contact[i];
        }
    }
    return NULL;
}

static void look_at_contact(const uh_contact *contact, held_point *held, const char *where)
{
    const bool rolls = contact->kind == UH_CONTACT_ROLLING;
    if (held->kind != contact->kind) {
        *held = (held_point){contact->kind, contact->position_m};
    }
    const double moved_m = apart_m(held->began_m, contact->position_m);
    if (moved_m > (rolls ? 0.02 : 0.001)) {
        char what[96];
        (void)snprintf(what, sizeof what, "%s %s, mm", uh_point_name(contact->point),
                       rolls ? "rolls too far" : "slips");
        complain(where, what, 1000.0 * moved_m);
    }
}

/* Planted hands, feet and knees stay, rolling ones move along by 2 cm at most. */
static void look_at_contacts(const uh_solution *now, held_point held[UH_POINT_COUNT],
                             const char *where)
{
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        const uh_contact *contact = contact_at(now, (uh_point)i);
        if (contact) {
            look_at_contact(contact, &held[i], where);
        } else {
            held[i].kind = UH_CONTACT_FREE;
        }
    }
}

/* -- whole sessions -- */

static void add_form(uh_routine *routine, uint32_t exercise, uint32_t variant)
{
    uh_person person = well_equipped_person();
    assert_int_equal(uh_routine_add(&catalogue, &person, &(uh_screening){0}, exercise, variant,
                                    UH_LEVEL_START, routine),
                     UH_OK);
    uh_dose *dose = &routine->entries[routine->count - 1].dose;
    dose->repetitions = dose->repetitions > 2 ? 2 : dose->repetitions;
    dose->hold_ms = dose->hold_ms > 6000 ? 6000 : dose->hold_ms;
}

/* The form before, where two are played; else "". */
static char came_from[64];

static void place_name(const uh_session_view *view, const uh_motion *motion, char *where,
                       size_t capacity)
{
    const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, view->exercise);
    const uh_variant *form = uh_exercise_variant(&catalogue, exercise, view->variant);
    const uh_motion_leg *leg = &motion->legs[motion->leg];
    const char *to = "";
    if (motion->leg_count > 0) {
        to = leg->is_stance
                 ? uh_catalogue_text(&catalogue, uh_catalogue_stance(&catalogue, leg->stance)->key)
                 : leg->pose;
    }
    (void)snprintf(where, capacity, "%s%s %s, %s to %s", came_from,
                   uh_catalogue_text(&catalogue, exercise->key),
                   uh_catalogue_text(&catalogue, form->key), uh_phase_name((uint32_t)view->phase),
                   to);
}

typedef struct player {
    uh_session session;
    uh_motion motion;
    uh_solution before;
    bool has_before;
    int64_t before_ms;
    held_point held[UH_POINT_COUNT];
} player;

static void look(player *p, int64_t now_ms)
{
    uh_boot_ms now = {now_ms};
    const uh_motion_frame *frame = uh_motion_follow(&p->motion, &p->session, now);
    uh_session_view view = uh_session_look(&p->session, now);
    char where[160];
    place_name(&view, &p->motion, where, sizeof where);
    look_at_bones(&frame->body.skeleton, where);
    look_at_joints(&frame->body.pose, where);
    look_at_floor(&frame->body.skeleton, where);
    look_at_things(frame, view.phase, where);
    if (frame->body.residual_m > 0.003) {
        complain(where, "out of reach, mm", 1000.0 * frame->body.residual_m);
    }
    if (p->has_before) {
        look_at_speed(&p->before.skeleton, &frame->body.skeleton, now_ms - p->before_ms, where);
    }
    look_at_contacts(&frame->body, p->held, where);
    p->before = frame->body;
    p->has_before = true;
    p->before_ms = now_ms;
}

static player the_player;

static void take_events(uh_session *session, int64_t now_ms)
{
    uh_session_event event;
    while (uh_session_next(session, (uh_boot_ms){now_ms}, &event)) {
    }
}

static void begin_playing(const uh_routine *routine, player *p)
{
    *p = (player){.has_before = false};
    assert_int_equal(uh_session_start(&catalogue, routine, uh_session_default_options(),
                                      (uh_boot_ms){0}, &p->session),
                     UH_OK);
    uh_motion_start(&catalogue, S, &p->motion);
}

/* When the person asks for less. */
typedef enum asking { ASKS_NEVER, ASKS_AT_ONCE, ASKS_IN_THE_MIDDLE } asking;

static bool is_in_the_middle(const uh_session_view *view)
{
    return (view->phase == UH_PHASE_HOLD || view->phase == UH_PHASE_MOVE ||
            view->phase == UH_PHASE_MOVE_IN) &&
           view->phase_elapsed_ms * 2 >= view->phase_length_ms;
}

static void play_asking(const uh_routine *routine, asking when)
{
    player *p = &the_player;
    bool asked = when == ASKS_NEVER;
    begin_playing(routine, p);
    for (int64_t now_ms = 0; p->session.state != UH_SESSION_DONE; now_ms += TICK_MS) {
        take_events(&p->session, now_ms);
        const uh_session_view view = uh_session_look(&p->session, (uh_boot_ms){now_ms});
        if (!asked && (when == ASKS_AT_ONCE || is_in_the_middle(&view))) {
            assert_int_equal(uh_session_ease(&p->session, (uh_boot_ms){now_ms}), UH_OK);
            asked = true;
        }
        look(p, now_ms);
    }
    assert_true(asked);
}

static void play(const uh_routine *routine)
{
    play_asking(routine, ASKS_NEVER);
}

/* The key of a stretch as an argument: only that one, for who writes it. */
static const char *only;

static bool is_asked_for(uint32_t exercise)
{
    const uh_exercise *stretch = uh_catalogue_exercise(&catalogue, exercise);
    return !only || strcmp(only, uh_catalogue_text(&catalogue, stretch->key)) == 0;
}

static uint32_t forms_of(uint32_t exercise)
{
    return uh_catalogue_exercise(&catalogue, exercise)->variants.count;
}

static void every_form_moves(asking when)
{
    for (uint32_t exercise = 0; exercise < uh_catalogue_exercise_count(&catalogue); exercise++) {
        for (uint32_t form = 0; form < forms_of(exercise); form++) {
            if (uh_motion_known(&catalogue, exercise, form) && is_asked_for(exercise)) {
                uh_routine routine = {.tour = true};
                add_form(&routine, exercise, form);
                play_asking(&routine, when);
            }
        }
    }
    assert_no_complaints();
}

static void every_form_moves_as_a_body_can(void **state)
{
    every_form_moves(ASKS_NEVER);
}

static void every_form_that_is_eased_moves_as_a_body_can(void **state)
{
    every_form_moves(ASKS_AT_ONCE);
}

static void every_form_that_is_eased_on_its_way_moves_as_a_body_can(void **state)
{
    every_form_moves(ASKS_IN_THE_MIDDLE);
}

static void one_stretch_leads_to_the_next_without_a_jump(void **state)
{
    uh_routine routine = {.tour = true};
    for (uint32_t exercise = 0; exercise < uh_catalogue_exercise_count(&catalogue); exercise++) {
        uint32_t last = forms_of(exercise) - 1;
        if (uh_motion_known(&catalogue, exercise, last) && is_asked_for(exercise)) {
            add_form(&routine, exercise, last);
        }
    }
    if (routine.count > 0) {
        play(&routine);
    }
    assert_no_complaints();
}

/* -- from any form to any other -- */

/* Through the first stretch by the ends of its phases; the way to the second one is looked at,
 * every 40 ms: there are more than a thousand. */
static void play_way(const uh_routine *routine)
{
    enum { WAY_TICK_MS = 40 };
    player *p = &the_player;
    begin_playing(routine, p);
    for (int64_t now_ms = 0;;) {
        take_events(&p->session, now_ms);
        const uh_session_view view = uh_session_look(&p->session, (uh_boot_ms){now_ms});
        if (view.entry == 0) {
            (void)uh_motion_follow(&p->motion, &p->session, (uh_boot_ms){now_ms});
            now_ms += view.phase_remaining_ms > 1 ? view.phase_remaining_ms - 1 : 1;
        } else if (view.phase == UH_PHASE_NEXT_STRETCH || view.phase == UH_PHASE_WAY_IN ||
                   view.phase == UH_PHASE_GET_READY) {
            look(p, now_ms);
            now_ms += WAY_TICK_MS;
        } else {
            return;
        }
    }
}

typedef struct shown_form {
    uint32_t exercise;
    uint32_t form;
} shown_form;

static uint32_t all_forms(shown_form *forms, uint32_t room)
{
    uint32_t count = 0;
    for (uint32_t exercise = 0; exercise < uh_catalogue_exercise_count(&catalogue); exercise++) {
        for (uint32_t form = 0; form < forms_of(exercise); form++) {
            assert_true(count < room && uh_motion_known(&catalogue, exercise, form));
            forms[count++] = (shown_form){exercise, form};
        }
    }
    return count;
}

static void play_from_to(shown_form from, shown_form to)
{
    static uh_routine routine;
    routine = (uh_routine){.tour = true};
    add_form(&routine, from.exercise, from.form);
    add_form(&routine, to.exercise, to.form);
    const uh_exercise *stretch = uh_catalogue_exercise(&catalogue, from.exercise);
    const uh_variant *form = uh_exercise_variant(&catalogue, stretch, from.form);
    (void)snprintf(came_from, sizeof came_from,
                   "from %s %s: ", uh_catalogue_text(&catalogue, stretch->key),
                   uh_catalogue_text(&catalogue, form->key));
    play_way(&routine);
}

static void every_form_leads_to_every_other_as_a_body_can(void **state)
{
    shown_form forms[64];
    const uint32_t count = all_forms(forms, UH_COUNT(forms));
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t k = 0; k < count; k++) {
            if (is_asked_for(forms[k].exercise)) {
                play_from_to(forms[i], forms[k]);
            }
        }
    }
    came_from[0] = '\0';
    assert_no_complaints();
}

/* -- commands -- */

static double most_moved_m(const uh_skeleton *a, const uh_skeleton *b)
{
    double most = 0.0;
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        double moved =
            apart_m(uh_skeleton_point(a, (uh_point)i), uh_skeleton_point(b, (uh_point)i));
        most = moved > most ? moved : most;
    }
    return most;
}

/* Plays the doorway stretch to the middle of its hold. */
static player *in_the_doorway(int64_t *ret_now_ms)
{
    static uh_routine routine;
    routine = (uh_routine){.tour = true};
    (void)add_stretch(&catalogue, &routine, "doorway-stretch", UH_LEVEL_START);
    (void)add_stretch(&catalogue, &routine, "cat-cow", UH_LEVEL_START);
    player *p = &the_player;
    assert_int_equal(uh_session_start(&catalogue, &routine, uh_session_default_options(),
                                      (uh_boot_ms){0}, &p->session),
                     UH_OK);
    uh_motion_start(&catalogue, S, &p->motion);
    int64_t now_ms = 0;
    for (;; now_ms += TICK_MS) {
        take_events(&p->session, now_ms);
        (void)uh_motion_follow(&p->motion, &p->session, (uh_boot_ms){now_ms});
        uh_session_view view = uh_session_look(&p->session, (uh_boot_ms){now_ms});
        if (view.phase == UH_PHASE_HOLD && view.phase_elapsed_ms >= 3000) {
            *ret_now_ms = now_ms;
            return p;
        }
    }
}

/* The farthest that any point moves within one tick from now on, for `for_ms`. */
static double fastest_tick_m(player *p, int64_t now_ms, int64_t for_ms)
{
    double most = 0.0;
    for (int64_t at_ms = now_ms; at_ms < now_ms + for_ms; at_ms += TICK_MS) {
        uh_skeleton before = p->motion.frame.body.skeleton;
        take_events(&p->session, at_ms);
        (void)uh_motion_follow(&p->motion, &p->session, (uh_boot_ms){at_ms});
        double moved = most_moved_m(&before, &p->motion.frame.body.skeleton);
        most = moved > most ? moved : most;
    }
    return most;
}

static void ease_gives_way_without_a_jump(void **state)
{
    int64_t now_ms;
    player *p = in_the_doorway(&now_ms);
    double behind = uh_skeleton_arm(&p->motion.frame.body.skeleton, UH_SIDE_LEFT).behind_deg;
    assert_int_equal(uh_session_ease(&p->session, (uh_boot_ms){now_ms}), UH_OK);
    assert_true(fastest_tick_m(p, now_ms, 3000) < 0.03);
    double eased = uh_skeleton_arm(&p->motion.frame.body.skeleton, UH_SIDE_LEFT).behind_deg;
    assert_true(eased < behind - 5.0);
}

static void skip_leaves_the_pose_without_a_jump(void **state)
{
    int64_t now_ms;
    player *p = in_the_doorway(&now_ms);
    assert_int_equal(uh_session_skip(&p->session, UH_SKIP_NOT_NOW, (uh_boot_ms){now_ms}), UH_OK);
    assert_true(fastest_tick_m(p, now_ms, 20000) < 0.05);
}

static void back_begins_again_without_a_jump(void **state)
{
    int64_t now_ms;
    player *p = in_the_doorway(&now_ms);
    assert_int_equal(uh_session_back(&p->session, (uh_boot_ms){now_ms}), UH_OK);
    assert_true(fastest_tick_m(p, now_ms, 8000) < 0.05);
}

/* -- arms that roll on an edge -- */

/* Where an upper arm passes the inner edge of its jamb: how far from the shoulder, how high, and
 * how far its middle is behind the frame; metres. */
typedef struct edge_contact {
    double along_m;
    double height_m;
    double gap_m;
} edge_contact;

static edge_contact contact_with_edge(const uh_motion_frame *frame, const uh_prop *doorway,
                                      uh_side side)
{
    bool left = side == UH_SIDE_LEFT;
    uh_vec3 shoulder = uh_skeleton_point(&frame->body.skeleton,
                                         left ? UH_POINT_LEFT_SHOULDER : UH_POINT_RIGHT_SHOULDER);
    uh_vec3 elbow =
        uh_skeleton_point(&frame->body.skeleton, left ? UH_POINT_LEFT_ELBOW : UH_POINT_RIGHT_ELBOW);
    double edge_x = (left ? 0.285 : -0.285) * doorway->size * S;
    double edge_z = doorway->at_m.z - 0.030 * doorway->size * S;
    double share = (edge_x - shoulder.x) / (elbow.x - shoulder.x);
    uh_vec3 at = uh_vec3_mix(shoulder, elbow, share);
    return (edge_contact){share * apart_m(shoulder, elbow), at.y, edge_z - at.z};
}

static void widen(double value, double *low, double *high)
{
    *low = value < *low ? value : *low;
    *high = value > *high ? value : *high;
}

static void arms_in_a_doorway_roll_on_its_edges_by_two_centimetres_at_most(void **state)
{
    const uint32_t exercise = exercise_index(&catalogue, "doorway-stretch");
    static uh_motion_frame frame;
    for (int side = UH_SIDE_LEFT; side <= UH_SIDE_RIGHT; side++) {
        double along[2] = {1e9, -1e9};
        double height[2] = {1e9, -1e9};
        for (int i = 0; i <= 50; i++) {
            uh_motion_moment moment = {.exercise = exercise,
                                       .side = UH_SIDE_LEFT,
                                       .phase = UH_PHASE_MOVE_IN,
                                       .progress = i * 0.02};
            uh_motion_still(&catalogue, &moment, S, &frame);
            assert_int_equal(frame.thing[1].kind, UH_PROP_DOORWAY);
            edge_contact c = contact_with_edge(&frame, &frame.thing[1], (uh_side)side);
            widen(c.along_m, &along[0], &along[1]);
            widen(c.height_m, &height[0], &height[1]);
            assert_true(c.gap_m > 0.033 && c.gap_m < 0.041); /* the arm is 3.6 cm thick there */
            assert_true(c.along_m > 0.5 * UH_BODY_UPPER_ARM * S);
        }
        assert_true(along[1] < UH_BODY_UPPER_ARM * S);
        assert_true(along[1] - along[0] < 0.02);
        assert_true(height[1] - height[0] < 0.02);
    }
}

/* -- hands that roll -- */

/* Cat and cow with hands that may roll: in the hollow they are `forward` thousandths of a stature
 * farther ahead. */
static void let_hands_roll(int32_t forward)
{
    uint32_t stance;
    catalogue = patchable_catalogue();
    assert_int_equal(uh_catalogue_find_stance(&catalogue, "hands-knees", &stance), UH_OK);
    const uh_list held = uh_catalogue_stance(&catalogue, stance)->keeps;
    uh_keep *hand = patch_of(uh_catalogue_keep(&catalogue, held, held.count - 1));
    assert_int_equal(hand->kind, UH_KEEP_HAND);
    hand->touch = UH_TOUCH_ROLLING;
    const uh_list poses = patch_exercise(&catalogue, "cat-cow")->motion.poses;
    const uh_key_pose *cow = uh_catalogue_pose(&catalogue, poses, poses.count - 1);
    uh_keep *farther = patch_of(uh_catalogue_keep(&catalogue, cow->keeps, 0));
    *farther = *hand;
    farther->at.z += forward;
}

static bool rolls_too_far(int32_t forward)
{
    uh_routine routine = {.tour = true};
    bool found = false;
    let_hands_roll(forward);
    add_form(&routine, exercise_index(&catalogue, "cat-cow"), 0);
    play(&routine);
    for (uint32_t i = 0; i < complaint_count; i++) {
        found = found || strstr(complaints[i].what, "rolls too far") != NULL;
    }
    complaint_count = 0;
    return found;
}

static void a_hand_may_roll_by_two_centimetres_and_no_farther(void **state)
{
    assert_false(rolls_too_far(11)); /* 19 mm */
    assert_true(rolls_too_far(13));  /* 22 mm */
    catalogue = builtin_catalogue();
}

static void a_hand_that_rolls_stays_on_the_floor_and_is_told_of(void **state)
{
    static uh_motion_frame frame;
    let_hands_roll(11);
    for (int i = 0; i <= 10; i++) {
        const uh_motion_moment moment = {.exercise = exercise_index(&catalogue, "cat-cow"),
                                         .phase = UH_PHASE_MOVE_IN,
                                         .pose = "cow",
                                         .progress = 0.1 * i};
        uh_motion_still(&catalogue, &moment, S, &frame);
        const uh_contact *hand = contact_at(&frame.body, UH_POINT_LEFT_PALM_HEEL);
        assert_true(hand != NULL && hand->kind == UH_CONTACT_ROLLING &&
                    fabs(hand->position_m.y) < 1e-5);
    }
    catalogue = builtin_catalogue();
}

/* -- sides -- */

static bool same_bits(uh_vec3 a, uh_vec3 b)
{
    return a.x == b.x && a.y == b.y && a.z == b.z;
}

static void assert_mirrored(const uh_motion_frame *left, const uh_motion_frame *right)
{
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        uh_vec3 a = uh_skeleton_point(&left->body.skeleton, (uh_point)i);
        uh_vec3 b = uh_skeleton_point(&right->body.skeleton, uh_point_mirror((uh_point)i));
        assert_true(same_bits(uh_vec3_mirror(a), b));
    }
    assert_true(left->shot.yaw_deg == -right->shot.yaw_deg);
    assert_int_equal(left->body.contact_count, right->body.contact_count);
}

static void the_right_side_is_the_mirror_image_of_the_left(void **state)
{
    static const uh_phase phases[] = {UH_PHASE_GET_READY, UH_PHASE_MOVE, UH_PHASE_HOLD,
                                      UH_PHASE_RELEASE};
    static uh_motion_frame left;
    static uh_motion_frame right;
    for (uint32_t exercise = 0; exercise < uh_catalogue_exercise_count(&catalogue); exercise++) {
        for (uint32_t form = 0; form < forms_of(exercise); form++) {
            for (size_t i = 0; i < UH_COUNT(phases) * 5; i++) {
                uh_motion_moment moment = {.exercise = exercise,
                                           .variant = form,
                                           .side = UH_SIDE_LEFT,
                                           .phase = phases[i / 5],
                                           .progress = (double)(i % 5) * 0.25,
                                           .lungs = 0.3};
                uh_motion_still(&catalogue, &moment, S, &left);
                moment.side = UH_SIDE_RIGHT;
                uh_motion_still(&catalogue, &moment, S, &right);
                assert_mirrored(&left, &right);
            }
        }
    }
}

/* -- curves and names -- */

static void the_curve_is_slow_at_both_ends_and_fast_between(void **state)
{
    assert_true(uh_minimum_jerk(0.0) == 0.0 && uh_minimum_jerk(1.0) == 1.0);
    assert_true(uh_minimum_jerk(-1.0) == 0.0 && uh_minimum_jerk(2.0) == 1.0);
    assert_true(fabs(uh_minimum_jerk(0.5) - 0.5) < 1e-12);
    double peak = (uh_minimum_jerk(0.501) - uh_minimum_jerk(0.499)) / 0.002;
    assert_true(fabs(peak - 1.875) < 1e-3);
    assert_true(uh_minimum_jerk(0.01) < 1e-5);
}

static void every_point_part_and_thing_is_named_as_in_its_header(void **state)
{
    assert_string_equal(uh_point_name(UH_POINT_HIPS), "hips");
    assert_string_equal(uh_point_name(UH_POINT_CROWN), "crown");
    assert_string_equal(uh_point_name(UH_POINT_TAILBONE), "tailbone");
    assert_string_equal(uh_point_name(UH_POINT_LEFT_PALM), "left-palm");
    assert_string_equal(uh_point_name(UH_POINT_LEFT_HEEL), "left-heel");
    assert_string_equal(uh_point_name(UH_POINT_RIGHT_EAR), "right-ear");
    assert_string_equal(uh_point_name(UH_POINT_RIGHT_KNEE), "right-knee");
    assert_string_equal(uh_point_name(UH_POINT_RIGHT_WAIST_SIDE), "right-waist-side");
    assert_null(uh_body_point_names[UH_POINT_COUNT]);
    assert_string_equal(uh_segment_name(UH_SEGMENT_PELVIS), "pelvis");
    assert_string_equal(uh_segment_name(UH_SEGMENT_UPPER_THORAX_1), "upper-thorax-1");
    assert_string_equal(uh_segment_name(UH_SEGMENT_HEAD), "head");
    assert_string_equal(uh_segment_name(UH_SEGMENT_LEFT_FOREARM), "left-forearm");
    assert_string_equal(uh_segment_name(UH_SEGMENT_RIGHT_SHOULDER), "right-shoulder");
    assert_string_equal(uh_segment_name(UH_SEGMENT_RIGHT_TOES), "right-toes");
    assert_null(uh_body_segment_names[UH_SEGMENT_COUNT]);
    for (int i = 0; i < UH_PROP_KIND_COUNT; i++) {
        assert_string_equal(uh_thing_names[i], uh_prop_name((uh_prop_kind)i));
    }
    assert_null(uh_thing_names[UH_PROP_KIND_COUNT]);
}

static int set_up(void **state)
{
    (void)state;
    catalogue = builtin_catalogue();
    uh_pose neutral = uh_pose_neutral(S);
    uh_skeleton_pose(&neutral, S, &quiet);
    return 0;
}

int main(int argc, char **argv)
{
    only = argc > 1 ? argv[1] : NULL;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_moves_as_a_body_can),
        cmocka_unit_test(every_form_that_is_eased_moves_as_a_body_can),
        cmocka_unit_test(every_form_that_is_eased_on_its_way_moves_as_a_body_can),
        cmocka_unit_test(every_form_leads_to_every_other_as_a_body_can),
        cmocka_unit_test(one_stretch_leads_to_the_next_without_a_jump),
        cmocka_unit_test(ease_gives_way_without_a_jump),
        cmocka_unit_test(skip_leaves_the_pose_without_a_jump),
        cmocka_unit_test(back_begins_again_without_a_jump),
        cmocka_unit_test(arms_in_a_doorway_roll_on_its_edges_by_two_centimetres_at_most),
        cmocka_unit_test(a_hand_may_roll_by_two_centimetres_and_no_farther),
        cmocka_unit_test(a_hand_that_rolls_stays_on_the_floor_and_is_told_of),
        cmocka_unit_test(the_right_side_is_the_mirror_image_of_the_left),
        cmocka_unit_test(the_curve_is_slow_at_both_ends_and_fast_between),
        cmocka_unit_test(every_point_part_and_thing_is_named_as_in_its_header),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
