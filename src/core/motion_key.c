/* SPDX-License-Identifier: MIT */
/* From what a file says of a pose to a complete one. */
#include <string.h>

#include "body_tables.h"
#include "motion_inside.h"

/* Poses rest on poses; a circle, which only a damaged file has, ends here. */
enum { DEPTH_MAX = 8 };

/* -- limbs -- */

static bool within(uh_segment segment, uh_segment first, uh_segment last)
{
    return segment >= first && segment <= last;
}

static unsigned limb_of(uh_point point)
{
    uh_segment segment = uh_point_segment(point);
    if (within(segment, UH_SEGMENT_LEFT_UPPER_ARM, UH_SEGMENT_LEFT_FINGERS)) {
        return LIMB_LEFT_ARM;
    }
    if (within(segment, UH_SEGMENT_LEFT_THIGH, UH_SEGMENT_LEFT_TOES)) {
        return LIMB_LEFT_LEG;
    }
    if (within(segment, UH_SEGMENT_RIGHT_UPPER_ARM, UH_SEGMENT_RIGHT_FINGERS)) {
        return LIMB_RIGHT_ARM;
    }
    return within(segment, UH_SEGMENT_RIGHT_THIGH, UH_SEGMENT_RIGHT_TOES) ? LIMB_RIGHT_LEG : 0;
}

unsigned uh_constraint_limbs(const uh_constraint *constraint)
{
    switch (constraint->kind) {
    case UH_CONSTRAINT_NONE:
    case UH_CONSTRAINT_ANCHOR:
        return 0;
    case UH_CONSTRAINT_REACH:
    case UH_CONSTRAINT_AIM:
        return limb_of(constraint->point);
    case UH_CONSTRAINT_CLASP:
        return LIMB_LEFT_ARM | LIMB_RIGHT_ARM;
    }
    return 0;
}

/* Thighs and trunk come before what hangs on them, hands last: they may rest on a thigh. */
static int rank(const uh_constraint *c)
{
    unsigned limbs = uh_constraint_limbs(c);
    if (c->kind == UH_CONSTRAINT_AIM) {
        return (limbs & (LIMB_LEFT_LEG | LIMB_RIGHT_LEG)) != 0 ? 0 : 3;
    }
    if (c->kind == UH_CONSTRAINT_ANCHOR) {
        return 1;
    }
    return (limbs & (LIMB_LEFT_LEG | LIMB_RIGHT_LEG)) != 0 ? 2 : 3;
}

/* -- keeps -- */

static void remove_at(uh_motion_key *key, uint32_t index)
{
    key->keep_count--;
    for (uint32_t i = index; i < key->keep_count; i++) {
        key->keep[i] = key->keep[i + 1];
    }
}

static void let_go(uh_motion_key *key, unsigned limbs)
{
    for (uint32_t i = key->keep_count; i > 0; i--) {
        if ((uh_constraint_limbs(&key->keep[i - 1]) & limbs) != 0) {
            remove_at(key, i - 1);
        }
    }
}

static void take_axes(uh_motion_key *key, unsigned axes)
{
    for (uint32_t i = key->keep_count; i > 0; i--) {
        uh_constraint *c = &key->keep[i - 1];
        if (c->kind == UH_CONSTRAINT_ANCHOR) {
            c->axes &= ~axes;
            if (c->axes == 0) {
                remove_at(key, i - 1);
            }
        }
    }
}

static void add_keep(uh_motion_key *key, const uh_constraint *c)
{
    if (c->kind == UH_CONSTRAINT_ANCHOR) {
        take_axes(key, c->axes);
    }
    let_go(key, uh_constraint_limbs(c));
    /* one for each limb, one for each axis of the body */
    UH_ASSERT(key->keep_count < UH_CONSTRAINTS_MAX);
    uint32_t at = key->keep_count++;
    while (at > 0 && rank(&key->keep[at - 1]) > rank(c)) {
        key->keep[at] = key->keep[at - 1];
        at--;
    }
    key->keep[at] = *c;
}

static uh_vec3 vector(uh_vector v)
{
    return (uh_vec3){v.x * 0.001, v.y * 0.001, v.z * 0.001};
}

static uh_contact_kind contact_of(const uh_keep *keep)
{
    static const uh_contact_kind kinds[] = {[UH_TOUCH_USUAL] = UH_CONTACT_FREE,
                                            [UH_TOUCH_NONE] = UH_CONTACT_FREE,
                                            [UH_TOUCH_PLANTED] = UH_CONTACT_PLANTED,
                                            [UH_TOUCH_ROLLING] = UH_CONTACT_ROLLING};
    bool planted = keep->kind == UH_KEEP_FOOT || keep->kind == UH_KEEP_HAND;
    return keep->touch == UH_TOUCH_USUAL && planted ? UH_CONTACT_PLANTED : kinds[keep->touch];
}

/* What the file gives, for the point it names. */
static uh_constraint as_written(const uh_keep *keep, uh_constraint_kind kind)
{
    return (uh_constraint){.kind = kind,
                           .point = (uh_point)keep->point,
                           .frame = (uh_segment)keep->on,
                           .target = vector(keep->at),
                           .pole = vector(keep->pole),
                           .pole_frame = (uh_segment)keep->pole_on,
                           .palm = vector(keep->palm),
                           .fingers = vector(keep->fingers),
                           .weight = 1.0,
                           .axes = keep->axes != 0 ? keep->axes : UH_AXES_ALL};
}

static uh_constraint clasp_of(const uh_keep *keep)
{
    uh_constraint c = as_written(keep, UH_CONSTRAINT_CLASP);
    c.midway =
        keep->on == UH_SEGMENT_WORLD && keep->at.x == 0 && keep->at.y == 0 && keep->at.z == 0;
    return c;
}

static uh_constraint on_floor(const uh_keep *keep, uh_constraint c)
{
    uh_vec3 pole = vector(keep->pole);
    c.target.y = keep->at.y * 0.001;
    c.pole = pole;
    c.pole_frame = (uh_segment)keep->pole_on;
    if (keep->fingers.x != 0 || keep->fingers.y != 0 || keep->fingers.z != 0) {
        c.fingers = vector(keep->fingers);
    }
    if (keep->palm.x != 0 || keep->palm.y != 0 || keep->palm.z != 0) {
        c.palm = vector(keep->palm);
    }
    return c;
}

static uh_constraint constraint_of(const uh_keep *keep)
{
    const uh_side left = UH_SIDE_LEFT;
    const double x = keep->at.x * 0.001;
    const double z = keep->at.z * 0.001;
    switch ((uh_keep_kind)keep->kind) {
    case UH_KEEP_FOOT:
        return on_floor(keep, uh_constraint_foot(left, x, z, keep->toe_out));
    case UH_KEEP_HAND:
        return on_floor(keep, uh_constraint_hand(left, x, z));
    case UH_KEEP_BEHIND_HEAD:
        return uh_constraint_hand_behind_head(left);
    case UH_KEEP_ON_WAIST:
        return uh_constraint_hand_on_waist(left);
    case UH_KEEP_ON_THIGH:
        return uh_constraint_hand_on_thigh(left, keep->along * 0.01);
    case UH_KEEP_CLASP:
        return clasp_of(keep);
    case UH_KEEP_ANCHOR:
        return as_written(keep, UH_CONSTRAINT_ANCHOR);
    case UH_KEEP_REACH:
        return as_written(keep, UH_CONSTRAINT_REACH);
    case UH_KEEP_AIM:
        return as_written(keep, UH_CONSTRAINT_AIM);
    case UH_KEEP_FREE:
    case UH_KEEP_KIND_COUNT:
        break;
    }
    return (uh_constraint){.kind = UH_CONSTRAINT_NONE};
}

static unsigned freed_limbs(const uh_keep *keep)
{
    const unsigned left = keep->limb == UH_LIMB_HAND ? LIMB_LEFT_ARM : LIMB_LEFT_LEG;
    const unsigned right = keep->limb == UH_LIMB_HAND ? LIMB_RIGHT_ARM : LIMB_RIGHT_LEG;
    return (keep->side != UH_SIDE_RIGHT ? left : 0) | (keep->side != UH_SIDE_LEFT ? right : 0);
}

static bool names_a_point(const uh_keep *keep)
{
    return keep->kind == UH_KEEP_REACH || keep->kind == UH_KEEP_AIM;
}

static void apply_keep(const uh_keep *keep, uh_motion_key *key)
{
    if (keep->kind == UH_KEEP_FREE) {
        if (keep->limb == UH_LIMB_BODY) {
            take_axes(key, UH_AXES_ALL);
        } else {
            let_go(key, freed_limbs(keep));
        }
        return;
    }
    uh_constraint c = constraint_of(keep);
    c.contact = contact_of(keep);
    bool one = keep->kind == UH_KEEP_CLASP || keep->kind == UH_KEEP_ANCHOR;
    bool as_is = one || names_a_point(keep) || keep->side != UH_SIDE_RIGHT;
    bool twin = !one && (names_a_point(keep)
                             ? keep->side == UH_SIDE_BOTH && uh_point_mirror(c.point) != c.point
                             : keep->side != UH_SIDE_LEFT);
    bool limbless = names_a_point(keep) && uh_constraint_limbs(&c) == 0;
    if (as_is && !limbless) {
        add_keep(key, &c);
    }
    if (twin && !limbless) {
        c = uh_constraint_mirror(&c);
        add_keep(key, &c);
    }
}

/* -- layers -- */

static void apply_angles(const uh_catalogue *catalogue, uh_list angles, uh_pose *pose)
{
    for (uint32_t i = 0; i < angles.count; i++) {
        const uh_joint_angle *angle = uh_catalogue_angle(catalogue, angles, i);
        pose->angle_deg[angle->angle] = angle->tenths * 0.1;
    }
}

static void apply(const uh_catalogue *catalogue, uh_list angles, uh_list keeps, uh_motion_key *key)
{
    apply_angles(catalogue, angles, &key->pose);
    for (uint32_t i = 0; i < keeps.count; i++) {
        apply_keep(uh_catalogue_keep(catalogue, keeps, i), key);
    }
}

static void lay_stance(const uh_catalogue *catalogue, uint32_t index, int depth, uh_motion_key *key)
{
    const uh_stance *stance = uh_catalogue_stance(catalogue, index);
    uint32_t below;
    if (depth > 0 && stance->from != 0 &&
        uh_catalogue_find_stance(catalogue, uh_catalogue_text(catalogue, stance->from), &below) ==
            UH_OK) {
        lay_stance(catalogue, below, depth - 1, key);
    }
    apply(catalogue, stance->angles, stance->keeps, key);
}

static const uh_key_pose *find_pose(const uh_catalogue *catalogue, uh_list poses, const char *key)
{
    for (uint32_t i = 0; i < poses.count; i++) {
        const uh_key_pose *pose = uh_catalogue_pose(catalogue, poses, i);
        if (strcmp(uh_catalogue_text(catalogue, pose->key), key) == 0) {
            return pose;
        }
    }
    return NULL;
}

typedef struct found_pose {
    const uh_key_pose *own;
    const uh_key_pose *common;
} found_pose;

static found_pose find_layers(const motion_layers *layers, const char *key)
{
    return (found_pose){find_pose(layers->catalogue, layers->own->poses, key),
                        find_pose(layers->catalogue, layers->common->poses, key)};
}

static void lay_named(const motion_layers *layers, const char *key, int depth, uh_motion_key *ret);

/* What a pose is based on where it does not say. */
static void lay_usual_base(const motion_layers *layers, const char *key, int depth,
                           uh_motion_key *ret)
{
    if (strcmp(key, "start") != 0) {
        lay_named(layers, "start", depth, ret);
    } else if (layers->stance != UINT32_MAX) {
        lay_stance(layers->catalogue, layers->stance, depth, ret);
    }
}

static void lay_pose(const motion_layers *layers, const char *key, found_pose found, int depth,
                     uh_motion_key *ret)
{
    const uh_catalogue *catalogue = layers->catalogue;
    const uh_key_pose *common = found.common;
    if (found.own && found.own->from != 0) {
        common = NULL; /* it says itself what it is based on */
    }
    const uh_key_pose *lowest = common ? common : found.own;
    if (lowest->from != 0) {
        lay_named(layers, uh_catalogue_text(catalogue, lowest->from), depth - 1, ret);
    } else {
        lay_usual_base(layers, key, depth - 1, ret);
    }
    if (common) {
        apply(catalogue, common->angles, common->keeps, ret);
    }
    if (found.own) {
        apply(catalogue, found.own->angles, found.own->keeps, ret);
    }
}

static void lay_named(const motion_layers *layers, const char *key, int depth, uh_motion_key *ret)
{
    uint32_t stance;
    found_pose found = find_layers(layers, key);
    if (depth <= 0) {
        return;
    }
    if (found.own || found.common) {
        lay_pose(layers, key, found, depth, ret);
    } else if (uh_catalogue_find_stance(layers->catalogue, key, &stance) == UH_OK) {
        lay_stance(layers->catalogue, stance, depth, ret);
    } else {
        lay_usual_base(layers, key, depth - 1, ret);
    }
}

static void begin(double stature_m, uh_motion_key *key)
{
    key->pose = uh_pose_neutral(stature_m);
    key->keep_count = 0;
}

static void complete(double stature_m, uh_motion_key *key)
{
    uh_solution solution;
    uh_body_solve(&key->pose, stature_m, key->keep, key->keep_count, &solution);
    key->pose = solution.pose;
}

/* -- what is shown when less is wanted -- */

enum { EASE_PERCENT = 50 };

static void lay_eased(const motion_layers *layers, const char *key, double stature_m,
                      uh_motion_key *ret)
{
    found_pose found = find_layers(layers, key);
    const uh_key_pose *first = found.own;
    const uh_key_pose *second = found.common;
    uh_text instead = first && first->eased != 0 ? first->eased : second ? second->eased : 0;
    int32_t percent = first && first->ease >= 0 ? first->ease : second ? second->ease : -1;
    if (instead != 0) {
        uh_motion_layered(layers, uh_catalogue_text(layers->catalogue, instead), false, stature_m,
                          ret);
        return;
    }
    uh_motion_key start;
    uh_motion_key full;
    uh_motion_layered(layers, "start", false, stature_m, &start);
    uh_motion_layered(layers, key, false, stature_m, &full);
    uh_motion_blend(&start, &full, (percent >= 0 ? percent : EASE_PERCENT) * 0.01, false, ret);
    complete(stature_m, ret);
}

void uh_motion_layered(const motion_layers *layers, const char *key, bool eased, double stature_m,
                       uh_motion_key *ret_key)
{
    if (eased) {
        lay_eased(layers, key, stature_m, ret_key);
        return;
    }
    begin(stature_m, ret_key);
    lay_named(layers, key, DEPTH_MAX, ret_key);
    complete(stature_m, ret_key);
}

/* -- in and out -- */

static const char *const place_stances[UH_POSITION_COUNT] = {
    [UH_POSITION_STANDING] = "standing",
    [UH_POSITION_SITTING] = "sitting",
    [UH_POSITION_FLOOR_SITTING] = "floor-sitting",
    [UH_POSITION_HANDS_KNEES] = "hands-knees",
    [UH_POSITION_PRONE] = "prone",
    [UH_POSITION_SIDE_LYING] = "side-lying",
    [UH_POSITION_SUPINE] = "supine",
};

/* What the file says, else the place's own. */
static uint32_t stance_of(const uh_catalogue *catalogue, const motion_layers *layers,
                          const uh_variant *variant)
{
    uint32_t stance;
    const uh_text named = layers->own->stance != 0 ? layers->own->stance : layers->common->stance;
    if (named != 0 && uh_catalogue_find_stance(catalogue, uh_catalogue_text(catalogue, named),
                                               &stance) == UH_OK) {
        return stance;
    }
    const char *usual = place_stances[variant->position];
    return uh_catalogue_find_stance(catalogue, usual, &stance) == UH_OK ? stance : UINT32_MAX;
}

motion_layers uh_motion_layers(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant)
{
    const uh_exercise *stretch = uh_catalogue_exercise(catalogue, exercise);
    const uh_variant *form = uh_exercise_variant(catalogue, stretch, variant);
    motion_layers layers = {catalogue, stretch, &form->motion, &stretch->motion, UINT32_MAX};
    layers.stance = stance_of(catalogue, &layers, form);
    return layers;
}

uh_list uh_motion_list(uh_list own, uh_list common)
{
    return own.count > 0 ? own : common;
}

/* Is the pose "start", or of the stretch, or where `own` counts, too, of the form? */
static bool is_listed(const motion_layers *layers, const char *key, bool own)
{
    const found_pose found = find_layers(layers, key);
    return strcmp(key, "start") == 0 || found.common != NULL || (own && found.own != NULL);
}

static const char *part_pose(const motion_layers *layers, const uh_variant *form, uint32_t part)
{
    return uh_catalogue_text(layers->catalogue,
                             uh_variant_part(layers->catalogue, form, part)->pose);
}

static bool is_named_before(const motion_layers *layers, const uh_variant *form, uint32_t part)
{
    for (uint32_t i = 0; i < part; i++) {
        if (strcmp(part_pose(layers, form, i), part_pose(layers, form, part)) == 0) {
            return true;
        }
    }
    return false;
}

/* Of the lists one after another, the one at `index`. */
static const char *pose_name(const motion_layers *layers, const uh_variant *form, uint32_t index)
{
    const uh_list lists[] = {layers->common->poses, layers->own->poses};
    for (uint32_t list = 0; list < UH_COUNT(lists); list++) {
        for (uint32_t i = 0; i < lists[list].count; i++) {
            const char *key = uh_catalogue_text(
                layers->catalogue, uh_catalogue_pose(layers->catalogue, lists[list], i)->key);
            const bool was = list == 0 ? strcmp(key, "start") == 0 : is_listed(layers, key, false);
            if (!was && index-- == 0) {
                return key;
            }
        }
    }
    for (uint32_t i = 0; i < form->parts.count; i++) {
        const char *key = part_pose(layers, form, i);
        const bool was =
            key[0] == '\0' || is_listed(layers, key, true) || is_named_before(layers, form, i);
        if (!was && index-- == 0) {
            return key;
        }
    }
    return "";
}

const char *uh_motion_pose_name(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant,
                                uint32_t index)
{
    const motion_layers layers = uh_motion_layers(catalogue, exercise, variant);
    const uh_variant *form = uh_exercise_variant(catalogue, layers.exercise, variant);
    return index == 0 ? "start" : pose_name(&layers, form, index - 1);
}

bool uh_motion_known(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant)
{
    motion_layers layers = uh_motion_layers(catalogue, exercise, variant);
    return layers.own->poses.count + layers.common->poses.count > 0;
}

void uh_motion_key_mirror(uh_motion_key *key)
{
    key->pose = uh_pose_mirror(&key->pose);
    for (uint32_t i = 0; i < key->keep_count; i++) {
        uh_constraint was = key->keep[i];
        key->keep[i] = uh_constraint_mirror(&was);
    }
}

void uh_motion_stance(const uh_catalogue *catalogue, uint32_t stance, uh_side side,
                      double stature_m, uh_motion_key *ret_key)
{
    begin(stature_m, ret_key);
    lay_stance(catalogue, stance, DEPTH_MAX, ret_key);
    complete(stature_m, ret_key);
    if (side == UH_SIDE_RIGHT) {
        uh_motion_key_mirror(ret_key);
    }
}

void uh_motion_pose(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant,
                    uh_side side, const char *pose, bool eased, double stature_m,
                    uh_motion_key *ret_key)
{
    motion_layers layers = uh_motion_layers(catalogue, exercise, variant);
    uh_motion_layered(&layers, pose[0] != '\0' ? pose : "start", eased, stature_m, ret_key);
    if (side == UH_SIDE_RIGHT) {
        uh_motion_key_mirror(ret_key);
    }
}
