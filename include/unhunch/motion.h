/* SPDX-License-Identifier: MIT */
/* motion.h: how a stretch moves: from the key poses of its file to a body at any moment.
 *
 * HOW TO WRITE A MOTION: key `motion:` in the file of a stretch; src/core/schema.c has every key.
 *
 *   motion:
 *     stance: standing              # where the body rests before and after: catalogue/stances/
 *     cameras:                      # the picture; a second one is an inset
 *       - {yaw: 35, pitch: 10}      # 0 the front, 90 the left side; crop: head-to-seat ...
 *     things: [{kind: doorway, at: [0, 0, 0.13]}]
 *     pointers: [{point: breastbone, pose: full}]   # an arrow along the way of that point
 *     poses:
 *       - key: start                # based on the stance
 *         angles: {shoulder-abduction: 90}
 *       - key: full                 # a pose that the parts name; based on the start
 *         ease: 40                  # eased: that share of the way from the start
 *         angles: {upper-thoracic-extension: 4}
 *         keeps: [{do: foot, side: left, at: [0.055, 0, 0.2]}]
 *
 * SIDE. Written once, for the LEFT as `sides:` names it ("turning left"). The right side is its
 * mirror image to the last bit; yaw and things change with it.
 *
 * ROOM. x to the person's left, y up, z ahead, in statures (0.1 is 17 cm at 1.70 m). Who stands is
 * at the origin, heels at z -0.022, and faces z. Things lie where a body gets without a jump: the
 * chair at z -0.246 (hips over it), knees on the floor at z -0.245, hands at z 0.07, hips of who
 * sits on the floor at z -0.36 with the head of who lies on the back at z -0.8; who lies prone or
 * on a side has the head at +z. Mats, rollers and towels are put under them by `things:`; rollers
 * lie behind z -0.6, where no foot of who kneels is in their way.
 *
 * ANGLES. Names of body.h in degrees, opposite names too (lumbar-extension: 5 is lumbar-flexion:
 * -5); without left- or right- it is both. They are set, not added. What is not named stays as in
 * the pose it is based on: `from:` another pose of the motion or a stance; left out, the start,
 * and for the start the stance. Trunk turns are named by their direction: neck-left-rotation.
 *
 * KEEPS hold hands, feet, knees and the whole body; arms and legs bend to reach. In any order:
 *   {do: foot, at: [x, y, z], toe_out: 6}   sole flat, heel there; side: left, or both mirrored
 *   {do: hand, at: [x, y, z], pole: [...], fingers: [...]}   palm flat on the floor
 *   {do: behind-head}  {do: on-waist, side: left}  {do: on-thigh, along: 66}  {do: clasp}
 *   {do: clasp, on: SEGMENT, at: [...]}     both hands there, in the axes of that segment
 *   {do: anchor, point: hips, at: [...]}    the body moves; `axes: [y]` takes over these only
 *   {do: reach, point: left-palm, on: right-thigh, at: [...], pole, palm, fingers: [...]}
 *   {do: aim, point: left-knee, at: [0, -1, 0], pole: [0, 0, 1]}   thigh or upper arm that way
 *   {do: free, limb: hand, side: left}      lets go of what the base pose holds
 * reach and aim hold the point's twin as well, mirrored, unless `side:` says this one only. A keep
 * of a hand or foot replaces the one that the base pose has for that limb. `pole` is where elbow
 * or knee points. A wrist beyond its range is cured by turning `fingers` or `pole` a little.
 * `touch: planted` must not move by a millimetre while both poses have it, `rolling` may, by 2 cm:
 * to a place that differs it goes on its support; foot and hand are planted by themselves.
 *
 * BETWEEN two poses every angle follows a minimum-jerk curve. What both keep stays kept (a place
 * that differs is travelled to, a foot in a small arc), what only one keeps is let go: so repeat
 * a keep that both rely on. Free hands and feet are lifted off the floor by themselves.
 *
 * FORMS. `motion:` of a variant says only what differs: stance, cameras, things, or a pose of the
 * same key whose angles and keeps are laid over the stretch's. Poses based on the start rest on
 * the form's own start, and that on its own stance: a standing form often is `stance: standing`.
 * `passing: [KEY]` is gone through on the way to the other side; a pose there also between stance
 * and start, where the straight way would lead through a seat.
 *
 * THEN LOOK, beside the article: unhunch figure NAME --sheet >x.svg (--variant, --side right);
 * one moment: --phase ready|move|hold|release --at 0.5 --pose cat --view 90,5; numbers: --json.
 * The test core_motion plays every form and names what is beyond a joint, below the floor, too
 * fast or slipping (test_core_motion NAME: that stretch only); say what the article says of the
 * body in tests/core/positions.txt.
 *
 * The curve is 10 s^3 - 15 s^4 + 6 s^5 (Flash & Hogan 1985, J Neurosci 5:1688). All values are
 * plain, nothing is kept; results are the same bits natively and in WebAssembly. */
#ifndef UNHUNCH_MOTION_H
#define UNHUNCH_MOTION_H

#include "unhunch/figure.h"
#include "unhunch/session.h"

/* A pose that is complete: hands and feet have reached what keeps them. */
typedef struct uh_motion_key {
    uh_pose pose;
    uint32_t keep_count;
    uh_constraint keep[UH_CONSTRAINTS_MAX];
} uh_motion_key;

/* 0 to 1 to 0 to 1, slow at both ends. */
double uh_minimum_jerk(double progress);

/* A stance; UH_SIDE_RIGHT: its mirror image. */
void uh_motion_stance(const uh_catalogue *catalogue, uint32_t stance, uh_side side,
                      double stature_m, uh_motion_key *ret_key);

/* A pose of a form by its key; "": the start. Where the form has no such pose, the start, and where
 * it has none, its stance: something is always shown. `eased`: what is shown instead once the
 * person asked for less. */
void uh_motion_pose(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant,
                    uh_side side, const char *pose, bool eased, double stature_m,
                    uh_motion_key *ret_key);

/* The keys of the poses of a form, "start" first, each once, then those that only its parts name,
 * which show the start; "" beyond the last. Borrowed from the catalogue. */
const char *uh_motion_pose_name(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant,
                                uint32_t index);

/* True where the stretch or this form of it has poses. */
bool uh_motion_known(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant);

/* Between two keys: progress 0 to 1 in time (the curve is applied here). lungs: 0 empty to 1 full.
 * The contacts of ret_body are those that hold now. */
void uh_motion_between(const uh_motion_key *from, const uh_motion_key *to, double progress,
                       double lungs, double stature_m, uh_motion_key *ret_key,
                       uh_solution *ret_body);

/* -- the picture
 * ------------------------------------------------------------------------------------------ */

/* Where the camera is, whatever the shape of the picture. */
typedef struct uh_shot {
    double yaw_deg;
    double pitch_deg;
    uh_vec3 centre_m;
    double half_width_m; /* what must be seen, each way from the centre */
    double half_height_m;
} uh_shot;

uh_shot uh_shot_mix(const uh_shot *a, const uh_shot *b, double t);

/* What a form of a stretch is seen by: its first camera, or with `inset` its second one; all its
 * poses fit. False: it has no inset. */
bool uh_motion_shot(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant,
                    uh_side side, bool inset, double stature_m, uh_shot *ret_shot);

/* All of the ways from standing to the floor and back. */
uh_shot uh_motion_room_shot(double stature_m);

/* Everything that is seen at one moment, beside the camera. */
typedef struct uh_motion_frame {
    uh_motion_key key;
    uh_solution body;
    bool has_ghost;
    uh_skeleton ghost;
    uh_shot shot;
    bool has_inset;
    uh_shot inset;
    uint32_t thing_count;
    uh_prop thing[UH_PROPS_MAX];
    uint32_t arrow_count;
    uh_arrow arrow[UH_ARROWS_MAX];
    unsigned tints;
    bool plumb;
    uh_vec3 plumb_m;
} uh_motion_frame;

/* A still of one form of a stretch. */
typedef struct uh_motion_moment {
    uint32_t exercise;
    uint32_t variant;
    uh_side side;     /* UH_SIDE_BOTH counts as left */
    uh_phase phase;   /* GET_READY: from the stance, or its slump, to the start, as a session goes;
                         MOVE_IN, MOVE: to the pose; HOLD; RELEASE: back to the start */
    const char *pose; /* NULL: the first one that the form's parts name */
    const char *from; /* MOVE_IN, MOVE: the pose before; NULL: the start */
    bool eased;
    double progress; /* 0 to 1 */
    double lungs;
} uh_motion_moment;

void uh_motion_still(const uh_catalogue *catalogue, const uh_motion_moment *moment,
                     double stature_m, uh_motion_frame *ret_frame);

/* -- one repetition, to be shown round and round
 * -------------------------------------------------------------------------------- */

/* Holds are shown this long, whatever the dose; a form that does not end at its start goes back so
 * fast. */
enum { UH_LOOP_HOLD_MS = 2500, UH_LOOP_BACK_MS = 1500 };

/* How long one round takes: the parts of a repetition, and the way back to its start. */
uint32_t uh_motion_loop_ms(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant);

/* The moment `at_ms` of the round, which goes on after its end; poses are borrowed from the
 * catalogue. Returns the part that it is in, or the count of the parts on the way back. */
uint32_t uh_motion_loop_at(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant,
                           uh_side side, uint32_t at_ms, uh_motion_moment *ret_moment);

/* Walks the camera of the first view round the body, to the left; however far, all of the body
 * stays in the picture. */
void uh_motion_turn(uh_motion_frame *frame, double yaw_deg);

/* -- a session
 * -------------------------------------------------------------------------------------------- */

/* One shape on the way of a phase: a stance, or a pose of the form that is shown. */
typedef struct uh_motion_leg {
    bool is_stance;
    uint32_t stance;
    uh_side side;
    bool can_be_dropped; /* where the phase is too short for all */
    bool turns;          /* reached, the way goes down again: to other things */
    const char *pose;    /* borrowed from the catalogue */
    uh_pose passing;     /* angles added in the middle of the way to it */
    double until;        /* share of the phase at which it is reached */
} uh_motion_leg;

enum { UH_MOTION_LEGS_MAX = 16 };

/* The cameras of one side of a form: finding them takes all of its poses, so they are kept. */
typedef struct uh_motion_cameras {
    bool known;
    uint32_t exercise;
    uint32_t variant;
    uh_side side;
    uh_shot shot;
    bool has_inset;
    uh_shot inset;
} uh_motion_cameras;

/* Follows a session. Fields are its own; a plain value of the caller's: copy it freely. What it
 * shows moves on from what it showed last, whatever command came in between, so that nothing ever
 * jumps. */
typedef struct uh_motion {
    const uh_catalogue *catalogue;
    double stature_m;
    bool begun;
    bool hurries;       /* no time for the way up: back the way one came, where that is shorter */
    uint64_t played_ms; /* with the next ones: which part of the session this is */
    uint32_t phase, entry, set, side_number, repetition, part, eased;
    uint32_t began_ms; /* of the phase, when following it began */
    uint32_t exercise; /* what is shown; in NEXT_STRETCH still the one before */
    uint32_t variant;
    uh_side side;
    uint32_t stance; /* where the body is, or UINT32_MAX */
    uh_side stance_side;
    uint32_t leg_count;
    uint32_t leg;
    double within;      /* progress of the leg */
    uint32_t thing_leg; /* for which the things were looked at */
    uh_motion_leg legs[UH_MOTION_LEGS_MAX];
    uh_motion_key from;
    uh_motion_key to;
    uh_motion_cameras cameras;
    uh_shot shot_from;
    uh_shot shot_to;
    uh_motion_frame frame;
} uh_motion;

/* Standing. */
void uh_motion_start(const uh_catalogue *catalogue, double stature_m, uh_motion *ret_motion);

/* What the session shows at `now`; times do not go back. The frame is the motion's, valid until the
 * next call. Call it as often as there are pictures: what is missed is not shown later. */
const uh_motion_frame *uh_motion_follow(uh_motion *motion, const uh_session *session,
                                        uh_boot_ms now);

/* -- drawing
 * ---------------------------------------------------------------------------------------------- */

/* A scene to draw; borrows the frame. aspect: width by height of the picture. */
uh_scene uh_motion_scene(const uh_motion_frame *frame, bool inset, double aspect);

#endif
