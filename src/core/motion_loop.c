/* SPDX-License-Identifier: MIT */
/* motion_loop.c: one repetition as a round, for pictures that live by themselves. */
#include "unhunch/motion.h"

#include <string.h>

/* A form, and its parts by index; one more stands for the way back. */
typedef struct loop {
    const uh_catalogue *catalogue;
    const uh_variant *form;
} loop;

static loop loop_of(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant)
{
    const uh_exercise *of = uh_catalogue_exercise(catalogue, exercise);
    return (loop){catalogue, uh_exercise_variant(catalogue, of, variant)};
}

static const uh_part *part_of(const loop *of, uint32_t index)
{
    return uh_variant_part(of->catalogue, of->form, index);
}

/* Where a part leads to; the way back leads to the start. */
static const char *pose_of(const loop *of, uint32_t index)
{
    const char *pose = index < of->form->parts.count
                           ? uh_catalogue_text(of->catalogue, part_of(of, index)->pose)
                           : "";
    return pose[0] != '\0' ? pose : "start";
}

static uint32_t length_of(const loop *of, uint32_t index)
{
    const uint32_t count = of->form->parts.count;
    if (index == count) {
        return strcmp(pose_of(of, count - 1), "start") == 0 ? 0 : UH_LOOP_BACK_MS;
    }
    const uh_part *part = part_of(of, index);
    return part->kind == UH_PART_HOLD ? UH_LOOP_HOLD_MS : (uint32_t)part->ms;
}

uint32_t uh_motion_loop_ms(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant)
{
    const loop of = loop_of(catalogue, exercise, variant);
    uint32_t sum = 0;
    for (uint32_t i = 0; i <= of.form->parts.count; i++) {
        sum += length_of(&of, i);
    }
    return sum;
}

/* Breathing in fills, breathing out empties; between them they stay as they are. */
static double lungs_at(const loop *of, uint32_t index, double progress)
{
    const uint32_t breath =
        index < of->form->parts.count ? part_of(of, index)->breath : UH_BREATH_FREE;
    return breath == UH_BREATH_IN ? progress : breath == UH_BREATH_OUT ? 1.0 - progress : 0.0;
}

uint32_t uh_motion_loop_at(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant,
                           uh_side side, uint32_t at_ms, uh_motion_moment *ret_moment)
{
    const loop of = loop_of(catalogue, exercise, variant);
    const uint32_t length_ms = uh_motion_loop_ms(catalogue, exercise, variant);
    UH_ASSERT(length_ms > 0); /* a part takes half a second at least */
    uint32_t left = at_ms % length_ms;
    uint32_t index = 0;
    while (left >= length_of(&of, index)) {
        left -= length_of(&of, index++);
    }
    const bool held = index < of.form->parts.count && part_of(&of, index)->kind == UH_PART_HOLD;
    const double progress = (double)left / (double)length_of(&of, index);
    *ret_moment = (uh_motion_moment){.exercise = exercise,
                                     .variant = variant,
                                     .side = side,
                                     .phase = held ? UH_PHASE_HOLD : UH_PHASE_MOVE,
                                     .pose = pose_of(&of, index),
                                     .from = index > 0 ? pose_of(&of, index - 1) : NULL,
                                     .progress = progress,
                                     .lungs = lungs_at(&of, index, progress)};
    return index;
}

void uh_motion_turn(uh_motion_frame *frame, double yaw_deg)
{
    uh_shot *shot = &frame->shot;
    double far =
        shot->half_width_m > shot->half_height_m ? shot->half_width_m : shot->half_height_m;
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        const uh_vec3 at = uh_skeleton_point(&frame->body.skeleton, (uh_point)i);
        const uh_vec3 off = uh_vec3_sub(at, shot->centre_m);
        const double length = uh_vec3_length(off);
        far = length > far ? length : far;
    }
    shot->yaw_deg += yaw_deg;
    shot->half_width_m = far;
    shot->half_height_m = far;
}
