/* SPDX-License-Identifier: MIT */
/* The picture round the body: camera, things, arrows. */
#include <math.h>
#include <string.h>

#include "motion_inside.h"

/* -- shots -- */

/* Picture axes; the same as the figure's. */
typedef struct picture_axes {
    uh_vec3 right;
    uh_vec3 up;
    uh_vec3 near;
} picture_axes;

static picture_axes axes_of(double yaw_deg, double pitch_deg)
{
    uh_sine yaw = uh_sine_deg(yaw_deg);
    uh_sine pitch = uh_sine_deg(pitch_deg);
    return (picture_axes){{yaw.cos, 0.0, -yaw.sin},
                          {-yaw.sin * pitch.sin, pitch.cos, -yaw.cos * pitch.sin},
                          {yaw.sin * pitch.cos, pitch.sin, yaw.cos * pitch.cos}};
}

typedef struct extent {
    bool any;
    double left, right, bottom, top, near, far;
} extent;

static void stretch_over(extent *e, const picture_axes *axes, uh_vec3 p, double girth_m)
{
    double x = uh_vec3_dot(axes->right, p);
    double y = uh_vec3_dot(axes->up, p);
    double z = uh_vec3_dot(axes->near, p);
    if (!e->any) {
        *e = (extent){true, x - girth_m, x + girth_m, y - girth_m, y + girth_m, z, z};
    }
    e->left = x - girth_m < e->left ? x - girth_m : e->left;
    e->right = x + girth_m > e->right ? x + girth_m : e->right;
    e->bottom = y - girth_m < e->bottom ? y - girth_m : e->bottom;
    e->top = y + girth_m > e->top ? y + girth_m : e->top;
    e->near = z > e->near ? z : e->near;
    e->far = z < e->far ? z : e->far;
}

static uh_shot shot_over(const extent *e, const picture_axes *axes, double yaw_deg,
                         double pitch_deg)
{
    uh_vec3 centre = uh_vec3_scale(axes->right, 0.5 * (e->left + e->right));
    centre = uh_vec3_add(centre, uh_vec3_scale(axes->up, 0.5 * (e->bottom + e->top)));
    centre = uh_vec3_add(centre, uh_vec3_scale(axes->near, 0.5 * (e->near + e->far)));
    return (uh_shot){yaw_deg, pitch_deg, centre, 0.5 * (e->right - e->left),
                     0.5 * (e->top - e->bottom)};
}

uh_shot uh_shot_mix(const uh_shot *a, const uh_shot *b, double t)
{
    return (uh_shot){.yaw_deg = a->yaw_deg + (b->yaw_deg - a->yaw_deg) * t,
                     .pitch_deg = a->pitch_deg + (b->pitch_deg - a->pitch_deg) * t,
                     .centre_m = uh_vec3_mix(a->centre_m, b->centre_m, t),
                     .half_width_m = a->half_width_m + (b->half_width_m - a->half_width_m) * t,
                     .half_height_m = a->half_height_m + (b->half_height_m - a->half_height_m) * t};
}

uh_shot uh_motion_room_shot(double stature_m)
{
    return (uh_shot){.yaw_deg = 50.0,
                     .pitch_deg = 12.0,
                     .centre_m = {0.0, 0.46 * stature_m, -0.10 * stature_m},
                     .half_width_m = 0.56 * stature_m,
                     .half_height_m = 0.58 * stature_m};
}

/* Flesh and outline round a point of the body. */
static double girth_m(double stature_m)
{
    return 0.035 * stature_m;
}

static extent extent_of(const uh_shot *shot, const picture_axes *axes)
{
    const double x = uh_vec3_dot(axes->right, shot->centre_m);
    const double y = uh_vec3_dot(axes->up, shot->centre_m);
    const double z = uh_vec3_dot(axes->near, shot->centre_m);
    return (extent){true,
                    x - shot->half_width_m,
                    x + shot->half_width_m,
                    y - shot->half_height_m,
                    y + shot->half_height_m,
                    z,
                    z};
}

void uh_motion_widen(const uh_pose *pose, double stature_m, uh_shot *shot)
{
    const picture_axes axes = axes_of(shot->yaw_deg, shot->pitch_deg);
    extent seen = extent_of(shot, &axes);
    uh_skeleton skeleton;
    uh_skeleton_pose(pose, stature_m, &skeleton);
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        stretch_over(&seen, &axes, uh_skeleton_point(&skeleton, (uh_point)i), girth_m(stature_m));
    }
    *shot = shot_over(&seen, &axes, shot->yaw_deg, shot->pitch_deg);
}

/* What a crop leaves in the picture. */
static bool is_seen(uh_crop crop, uh_point point)
{
    static const uh_point bust[] = {
        UH_POINT_CROWN,         UH_POINT_CHIN,          UH_POINT_NOSE,      UH_POINT_BACK_OF_HEAD,
        UH_POINT_BREASTBONE,    UH_POINT_LEFT_EAR,      UH_POINT_RIGHT_EAR, UH_POINT_T3_SKIN,
        UH_POINT_LEFT_SHOULDER, UH_POINT_RIGHT_SHOULDER};
    static const uh_point lower[] = {UH_POINT_LEFT_SEAT,  UH_POINT_RIGHT_SEAT, UH_POINT_TAILBONE,
                                     UH_POINT_L3_SKIN,    UH_POINT_LEFT_HIP,   UH_POINT_RIGHT_HIP,
                                     UH_POINT_LEFT_ELBOW, UH_POINT_RIGHT_ELBOW};
    static const uh_point hands[] = {UH_POINT_LEFT_PALM, UH_POINT_RIGHT_PALM,
                                     UH_POINT_LEFT_FINGERTIP, UH_POINT_RIGHT_FINGERTIP};
    const bool with_hands = crop == UH_CROP_HEAD_TO_HANDS;
    bool seen = crop == UH_CROP_WHOLE;
    for (size_t i = 0; i < UH_COUNT(bust) && !seen; i++) {
        seen = bust[i] == point;
    }
    for (size_t i = 0; i < UH_COUNT(lower) && !seen; i++) {
        seen = (with_hands || crop == UH_CROP_HEAD_TO_SEAT) && lower[i] == point;
    }
    for (size_t i = 0; i < UH_COUNT(hands) && !seen; i++) {
        seen = with_hands && hands[i] == point;
    }
    return seen;
}

typedef struct shooting {
    const motion_layers *layers;
    uh_side side;
    uh_crop crop;
    picture_axes axes;
    extent seen;
    double stature_m;
} shooting;

static void include_body(shooting *s, const uh_motion_key *key)
{
    uh_skeleton skeleton;
    uh_skeleton_pose(&key->pose, s->stature_m, &skeleton);
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        if (is_seen(s->crop, (uh_point)i)) {
            stretch_over(&s->seen, &s->axes, uh_skeleton_point(&skeleton, (uh_point)i),
                         girth_m(s->stature_m));
        }
    }
}

static void include_pose(shooting *s, const char *key)
{
    uh_motion_key pose;
    uh_motion_layered(s->layers, key, false, s->stature_m, &pose);
    if (s->side == UH_SIDE_RIGHT) {
        uh_motion_key_mirror(&pose);
    }
    include_body(s, &pose);
}

/* The stance in which a stretch begins: of a tall one the slump before it, where it has one. */
static uint32_t first_stance(const motion_layers *layers)
{
    uint32_t slump = layers->stance;
    const uh_stance *stance = uh_catalogue_stance(layers->catalogue, slump);
    if (stance->slump != 0 &&
        uh_catalogue_find_stance(layers->catalogue,
                                 uh_catalogue_text(layers->catalogue, stance->slump),
                                 &slump) != UH_OK) {
        slump = layers->stance;
    }
    return slump;
}

/* Hands hang lower before they take hold of each other. */
static void include_stance(shooting *s)
{
    if (s->crop == UH_CROP_HEAD_TO_HANDS && s->layers->stance != UINT32_MAX) {
        uh_motion_key key;
        uh_motion_stance(s->layers->catalogue, first_stance(s->layers), s->side, s->stature_m,
                         &key);
        include_body(s, &key);
    }
}

static const uh_variant *form_of(const motion_layers *layers, uint32_t variant)
{
    return uh_exercise_variant(layers->catalogue, layers->exercise, variant);
}

/* What stands above heads or behind them belongs into the picture: a doorway without its lintel is
 * two posts. */
static void stretch_over_things(const motion_layers *layers, uh_side side, double stature_m,
                                const picture_axes *axes, extent *seen)
{
    static const struct {
        uh_prop_kind kind;
        uh_vec3 end;
    } ends[] = {
        {UH_PROP_DOORWAY, {0.0, 1.235, 0.0}},
        {UH_PROP_ROLLER_ALONG, {0.0, 0.045, -0.28}},
    };
    uh_motion_frame frame;
    uh_motion_things(layers, side, stature_m, &frame);
    for (uint32_t i = 0; i < frame.thing_count; i++) {
        const uh_prop *thing = &frame.thing[i];
        for (size_t k = 0; k < UH_COUNT(ends); k++) {
            if (ends[k].kind == thing->kind) {
                const uh_vec3 end = uh_vec3_scale(ends[k].end, thing->size * stature_m);
                stretch_over(seen, axes, uh_vec3_add(thing->at_m, end), 0.015 * stature_m);
            }
        }
    }
}

void uh_motion_widen_to_things(const motion_layers *layers, uh_side side, double stature_m,
                               uh_shot *shot)
{
    const picture_axes axes = axes_of(shot->yaw_deg, shot->pitch_deg);
    extent seen = extent_of(shot, &axes);
    stretch_over_things(layers, side, stature_m, &axes, &seen);
    *shot = shot_over(&seen, &axes, shot->yaw_deg, shot->pitch_deg);
}

bool uh_motion_shot(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant,
                    uh_side side, bool inset, double stature_m, uh_shot *ret_shot)
{
    motion_layers layers = uh_motion_layers(catalogue, exercise, variant);
    uh_list cameras = uh_motion_list(layers.own->cameras, layers.common->cameras);
    if (cameras.count <= (inset ? 1u : 0u)) {
        if (!inset) {
            *ret_shot = uh_motion_room_shot(stature_m);
            ret_shot->yaw_deg = side == UH_SIDE_RIGHT ? -ret_shot->yaw_deg : ret_shot->yaw_deg;
        }
        return !inset;
    }
    const uh_camera *camera = uh_catalogue_camera(catalogue, cameras, inset ? 1 : 0);
    double sign = side == UH_SIDE_RIGHT ? -1.0 : 1.0;
    double yaw_deg = sign * camera->yaw_deg;
    shooting s = {.layers = &layers,
                  .side = side,
                  .crop = (uh_crop)camera->crop,
                  .axes = axes_of(yaw_deg, camera->pitch_deg),
                  .stature_m = stature_m};
    const uh_variant *form = form_of(&layers, variant);
    include_stance(&s);
    include_pose(&s, "start");
    for (uint32_t i = 0; i < form->parts.count; i++) {
        const uh_part *part = uh_variant_part(catalogue, form, i);
        include_pose(&s, uh_catalogue_text(catalogue, part->pose));
    }
    if (!inset) {
        stretch_over_things(&layers, side, stature_m, &s.axes, &s.seen);
    }
    *ret_shot = shot_over(&s.seen, &s.axes, yaw_deg, camera->pitch_deg);
    return true;
}

/* -- things -- */

static uh_vec3 place(uh_vector at, double sign, double stature_m)
{
    double k = 0.001 * stature_m;
    return (uh_vec3){sign * (at.x * k), at.y * k, at.z * k};
}

void uh_motion_things(const motion_layers *layers, uh_side side, double stature_m,
                      uh_motion_frame *frame)
{
    uh_list things = uh_motion_list(layers->own->things, layers->common->things);
    double sign = side == UH_SIDE_RIGHT ? -1.0 : 1.0;
    _Static_assert((int)UH_THINGS_MAX <= (int)UH_PROPS_MAX, "all things fit");
    frame->thing_count = 0;
    for (uint32_t i = 0; i < things.count; i++) {
        const uh_thing *thing = uh_catalogue_thing(layers->catalogue, things, i);
        frame->thing[frame->thing_count++] =
            (uh_prop){(uh_prop_kind)thing->kind, place(thing->at, sign, stature_m),
                      sign * thing->turn_deg, thing->size_percent * 0.01};
    }
}

unsigned uh_motion_tints(const motion_layers *layers)
{
    /* the bits of uh_tint and uh_region are the same */
    uint32_t tint = layers->own->tint != 0 ? layers->own->tint : layers->common->tint;
    return tint != 0 ? tint : layers->exercise->regions;
}

/* -- arrows -- */

static uh_vec3 point_of(const uh_motion_key *key, uh_point point, double stature_m)
{
    uh_skeleton skeleton;
    uh_skeleton_pose(&key->pose, stature_m, &skeleton);
    return uh_skeleton_point(&skeleton, point);
}

static uh_arrow arrow_along(const uh_pointer *pointer, const uh_motion_key *from,
                            const uh_motion_key *to, uh_side side, double stature_m)
{
    uh_point point = (uh_point)pointer->point;
    point = side == UH_SIDE_RIGHT ? uh_point_mirror(point) : point;
    uh_motion_key halfway;
    uh_solution body;
    uh_motion_between(from, to, 0.5, 0.0, stature_m, &halfway, &body);
    uh_vec3 off = place(pointer->off, side == UH_SIDE_RIGHT ? -1.0 : 1.0, stature_m);
    uh_vec3 a = uh_vec3_add(point_of(from, point, stature_m), off);
    uh_vec3 via = uh_vec3_add(uh_skeleton_point(&body.skeleton, point), off);
    uh_vec3 b = uh_vec3_add(point_of(to, point, stature_m), off);
    double stretch = pointer->stretch_percent * 0.01;
    return (uh_arrow){a, uh_vec3_mix(a, via, stretch), uh_vec3_mix(a, b, stretch)};
}

/* Where two poses are the same, an arrow would be a speck. */
static bool leads_somewhere(const uh_arrow *arrow)
{
    const double least_m = 0.01;
    return uh_vec3_length(uh_vec3_sub(arrow->via_m, arrow->from_m)) > least_m ||
           uh_vec3_length(uh_vec3_sub(arrow->to_m, arrow->from_m)) > least_m;
}

void uh_motion_arrows(const motion_layers *layers, uh_side side, const char *pose,
                      const uh_motion_key *from, const uh_motion_key *to, double stature_m,
                      uh_motion_frame *frame)
{
    uh_list pointers = uh_motion_list(layers->own->pointers, layers->common->pointers);
    _Static_assert((int)UH_POINTERS_MAX <= (int)UH_ARROWS_MAX, "all arrows fit");
    frame->arrow_count = 0;
    for (uint32_t i = 0; i < pointers.count; i++) {
        const uh_pointer *pointer = uh_catalogue_pointer(layers->catalogue, pointers, i);
        const char *only = uh_catalogue_text(layers->catalogue, pointer->pose);
        if (pointer->pose == 0 || strcmp(only, pose) == 0) {
            uh_arrow arrow = arrow_along(pointer, from, to, side, stature_m);
            frame->arrow[frame->arrow_count] = arrow;
            frame->arrow_count += leads_somewhere(&arrow) ? 1u : 0u;
        }
    }
}

/* -- the ghost -- */

void uh_motion_ghost(const motion_layers *layers, uh_side side, double stature_m,
                     uh_motion_frame *frame)
{
    uh_motion_key start;
    frame->has_ghost = layers->own->ghost != 0 || layers->common->ghost != 0;
    frame->plumb = layers->own->plumb != 0 || layers->common->plumb != 0;
    if (!frame->has_ghost && !frame->plumb) {
        return;
    }
    uh_motion_layered(layers, "start", false, stature_m, &start);
    if (side == UH_SIDE_RIGHT) {
        uh_motion_key_mirror(&start);
    }
    uh_skeleton_pose(&start.pose, stature_m, &frame->ghost);
    frame->plumb_m = uh_skeleton_point(&frame->ghost, side == UH_SIDE_RIGHT ? UH_POINT_RIGHT_EAR
                                                                            : UH_POINT_LEFT_EAR);
}

/* -- stills -- */

/* The shapes that a still lies between, how far, and the pose that the way leads to. */
typedef struct still_way {
    uh_motion_key from;
    uh_motion_key to;
    double within;
    const char *pose;
} still_way;

static const char *first_pose(const motion_layers *layers, uint32_t variant)
{
    const uh_variant *form = form_of(layers, variant);
    return uh_catalogue_text(layers->catalogue, uh_variant_part(layers->catalogue, form, 0)->pose);
}

static void layered(const motion_layers *layers, const uh_motion_moment *moment, const char *key,
                    double stature_m, uh_motion_key *ret_key)
{
    uh_motion_layered(layers, key, moment->eased, stature_m, ret_key);
    if (moment->side == UH_SIDE_RIGHT) {
        uh_motion_key_mirror(ret_key);
    }
}

static void from_stance(const motion_layers *layers, const uh_motion_moment *moment,
                        double stature_m, uh_motion_key *ret_key)
{
    if (layers->stance == UINT32_MAX) {
        layered(layers, moment, "start", stature_m, ret_key);
        return;
    }
    uh_motion_stance(layers->catalogue, first_stance(layers), moment->side, stature_m, ret_key);
}

/* The shapes of getting ready, one after the other, as a session passes them: the stance that is
 * seen first, tall out of a slump, poses by which a seat is gone round, the start. */
typedef struct ready_way {
    uint32_t tall; /* 1 where there is a slump before */
    uint32_t pose_count;
    uh_text pose[UH_PASSED_MAX];
} ready_way;

static ready_way ready_way_of(const motion_layers *layers)
{
    const uh_list passing = uh_motion_list(layers->own->passing, layers->common->passing);
    const bool tall = layers->stance != UINT32_MAX && first_stance(layers) != layers->stance;
    ready_way way = {.tall = tall ? 1 : 0};
    for (uint32_t i = 0; i < passing.count; i++) {
        const uh_text key = uh_catalogue_list_text(layers->catalogue, passing, i);
        if (uh_motion_named_stance(layers->catalogue, key) == UINT32_MAX) {
            way.pose[way.pose_count++] = key;
        }
    }
    return way;
}

static void lay_ready_shape(const motion_layers *layers, const uh_motion_moment *moment,
                            const ready_way *ready, uint32_t index, double stature_m,
                            uh_motion_key *ret_key)
{
    const uint32_t last = ready->tall + ready->pose_count + 1;
    if (index == 0) {
        from_stance(layers, moment, stature_m, ret_key);
    } else if (index == last) {
        layered(layers, moment, "start", stature_m, ret_key);
    } else if (index <= ready->tall) {
        uh_motion_stance(layers->catalogue, layers->stance, moment->side, stature_m, ret_key);
    } else {
        uh_motion_moment full = *moment;
        full.eased = false;
        layered(layers, &full,
                uh_catalogue_text(layers->catalogue, ready->pose[index - ready->tall - 1]),
                stature_m, ret_key);
    }
}

/* Each leg takes the same share: how long they take in a session is a matter of its minutes. */
static void lay_ready(const motion_layers *layers, const uh_motion_moment *moment, double stature_m,
                      still_way *way)
{
    const ready_way ready = ready_way_of(layers);
    const uint32_t legs = ready.tall + ready.pose_count + 1;
    const double at = moment->progress * legs;
    const uint32_t leg = at >= legs ? legs - 1 : (uint32_t)at;
    lay_ready_shape(layers, moment, &ready, leg, stature_m, &way->from);
    lay_ready_shape(layers, moment, &ready, leg + 1, stature_m, &way->to);
    way->within = at - leg;
    way->pose = "start";
}

static void lay_way(const motion_layers *layers, const uh_motion_moment *moment, double stature_m,
                    still_way *way)
{
    way->within = moment->progress;
    way->pose = moment->pose ? moment->pose : first_pose(layers, moment->variant);
    switch (moment->phase) {
    case UH_PHASE_NEXT_STRETCH:
    case UH_PHASE_WAY_IN:
    case UH_PHASE_GET_READY:
    case UH_PHASE_SWITCH_SIDE:
    case UH_PHASE_WAY_OUT:
    case UH_PHASE_DONE:
    case UH_PHASE_COUNT:
        lay_ready(layers, moment, stature_m, way);
        return;
    case UH_PHASE_MOVE_IN:
    case UH_PHASE_MOVE:
    case UH_PHASE_REST:
        layered(layers, moment, moment->from != NULL ? moment->from : "start", stature_m,
                &way->from);
        break;
    case UH_PHASE_HOLD:
        layered(layers, moment, way->pose, stature_m, &way->from);
        break;
    case UH_PHASE_RELEASE:
        layered(layers, moment, way->pose, stature_m, &way->from);
        way->pose = "start";
        break;
    }
    layered(layers, moment, way->pose, stature_m, &way->to);
}

void uh_motion_still(const uh_catalogue *catalogue, const uh_motion_moment *moment,
                     double stature_m, uh_motion_frame *ret_frame)
{
    motion_layers layers = uh_motion_layers(catalogue, moment->exercise, moment->variant);
    still_way way;
    lay_way(&layers, moment, stature_m, &way);
    uh_motion_between(&way.from, &way.to, way.within, moment->lungs, stature_m, &ret_frame->key,
                      &ret_frame->body);
    (void)uh_motion_shot(catalogue, moment->exercise, moment->variant, moment->side, false,
                         stature_m, &ret_frame->shot);
    ret_frame->has_inset = uh_motion_shot(catalogue, moment->exercise, moment->variant,
                                          moment->side, true, stature_m, &ret_frame->inset);
    uh_motion_things(&layers, moment->side, stature_m, ret_frame);
    ret_frame->tints = uh_motion_tints(&layers);
    ret_frame->arrow_count = 0;
    if (moment->phase == UH_PHASE_MOVE_IN || moment->phase == UH_PHASE_MOVE) {
        uh_motion_arrows(&layers, moment->side, way.pose, &way.from, &way.to, stature_m, ret_frame);
    }
    uh_motion_ghost(&layers, moment->side, stature_m, ret_frame);
}

uh_scene uh_motion_scene(const uh_motion_frame *frame, bool inset, double aspect)
{
    const double margin = 0.03;
    const uh_shot *shot = inset && frame->has_inset ? &frame->inset : &frame->shot;
    double by_width = shot->half_width_m / aspect;
    double half = by_width > shot->half_height_m ? by_width : shot->half_height_m;
    uh_scene scene = {.body = &frame->body.skeleton,
                      .ghost = frame->has_ghost ? &frame->ghost : NULL,
                      .view = {.yaw_deg = shot->yaw_deg,
                               .pitch_deg = shot->pitch_deg,
                               .centre_m = shot->centre_m,
                               .height_m = 2.0 * half / (1.0 - 2.0 * margin),
                               .width = aspect},
                      .tints = frame->tints,
                      .plumb = frame->plumb,
                      .plumb_m = frame->plumb_m};
    for (uint32_t i = 0; i < frame->thing_count; i++) {
        scene.prop[scene.prop_count++] = frame->thing[i];
    }
    for (uint32_t i = 0; i < frame->arrow_count; i++) {
        scene.arrow[scene.arrow_count++] = frame->arrow[i];
    }
    return scene;
}
