/* SPDX-License-Identifier: MIT */
/* motion_inside.h: what the files of motion share. */
#ifndef UH_CORE_MOTION_INSIDE_H
#define UH_CORE_MOTION_INSIDE_H

#include "unhunch/motion.h"

/* A form's motion and the stretch's under it. */
typedef struct motion_layers {
    const uh_catalogue *catalogue;
    const uh_exercise *exercise;
    const uh_motion_data *own;    /* of the form */
    const uh_motion_data *common; /* of the stretch */
    uint32_t stance;              /* UINT32_MAX: none in the catalogue */
} motion_layers;

motion_layers uh_motion_layers(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant);

/* The list of the form where it has one, else that of the stretch. */
uh_list uh_motion_list(uh_list own, uh_list common);

/* A pose or a stance by its key, for the left side, completed. */
void uh_motion_layered(const motion_layers *layers, const char *key, bool eased, double stature_m,
                       uh_motion_key *ret_key);

/* Which limb a constraint bends: bits; 0 for an anchor. */
enum { LIMB_LEFT_ARM = 1, LIMB_RIGHT_ARM = 2, LIMB_LEFT_LEG = 4, LIMB_RIGHT_LEG = 8 };
unsigned uh_constraint_limbs(const uh_constraint *constraint);

/* uh_motion_between() with the share of the way given, for shapes that rest there. */
void uh_motion_blend(const uh_motion_key *from, const uh_motion_key *to, double share, bool moving,
                     uh_motion_key *ret_key);

/* uh_motion_between() by way of `passing`: angles added at the middle of it; NULL: none. */
void uh_motion_pass(const uh_motion_key *from, const uh_motion_key *to, const uh_pose *passing,
                    double progress, double lungs, double stature_m, uh_motion_key *ret_key,
                    uh_solution *ret_body);

void uh_motion_key_mirror(uh_motion_key *key);

/* motion_way.c: the legs of a motion's way. UINT32_MAX: there is no stance of that name. */
uint32_t uh_motion_named_stance(const uh_catalogue *catalogue, uh_text key);
void uh_way_add_leg(uh_motion *m, uh_motion_leg leg);
/* `by`: the lower one of the two stances, whose passing it is; UINT32_MAX: none. */
void uh_way_add_stance(uh_motion *m, uint32_t stance, uh_side side, uint32_t by);
void uh_way_add_pose(uh_motion *m, const char *pose);
/* From where the body is, which then is there. */
void uh_way_add_route(uh_motion *m, uint32_t to, uh_side to_side);
void uh_way_key(const uh_motion *m, const uh_motion_leg *leg, bool eased, uh_motion_key *ret_key);
/* Shares the phase among its legs by what they take. False: they take longer than it. */
bool uh_way_share_time(uh_motion *m, double length_s, bool eased);

/* motion_frame.c: the parts of a frame. */
void uh_motion_things(const motion_layers *layers, uh_side side, double stature_m,
                      uh_motion_frame *frame);
unsigned uh_motion_tints(const motion_layers *layers);
/* Takes all of a body into the picture, too. */
void uh_motion_widen(const uh_pose *pose, double stature_m, uh_shot *shot);
/* Likewise what would not be known by its lower or nearer part. */
void uh_motion_widen_to_things(const motion_layers *layers, uh_side side, double stature_m,
                               uh_shot *shot);
void uh_motion_ghost(const motion_layers *layers, uh_side side, double stature_m,
                     uh_motion_frame *frame);
void uh_motion_arrows(const motion_layers *layers, uh_side side, const char *pose,
                      const uh_motion_key *from, const uh_motion_key *to, double stature_m,
                      uh_motion_frame *frame);

#endif
