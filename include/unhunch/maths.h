/* SPDX-License-Identifier: MIT */
/* maths.h: vectors, rotations and the few functions of an angle that the body needs.
 *
 * Only + - * / sqrt, floor and fabs are used, so that a result is the same bits natively and in
 * WebAssembly. sine and cosine err by less than 1e-14 for |degrees| up to 1e6, arctangent and arc
 * cosine by less than 1e-14. All are exactly odd or even: sin(-a) is -sin(a) to the last bit. */
#ifndef UNHUNCH_MATHS_H
#define UNHUNCH_MATHS_H

#include "unhunch/base.h"

#define UH_PI 3.14159265358979323846

typedef struct uh_vec3 {
    double x;
    double y;
    double z;
} uh_vec3;

/* A rotation by its columns: where the three axes go. Orthonormal and right-handed. */
typedef struct uh_mat3 {
    uh_vec3 x;
    uh_vec3 y;
    uh_vec3 z;
} uh_mat3;

typedef struct uh_sine {
    double sin;
    double cos;
} uh_sine;

/* Of an angle in degrees. */
uh_sine uh_sine_deg(double angle_deg);

/* In radians, any size up to 1e5. */
double uh_sin(double angle_rad);
double uh_cos(double angle_rad);

/* The angle of (x, y) from the x axis, -pi to pi; 0 for (0, 0). */
double uh_atan2(double y, double x);

/* 0 to pi; an argument outside -1 to 1 counts as the nearer end. */
double uh_acos(double value);

static inline double uh_deg(double angle_rad)
{
    return angle_rad * (180.0 / UH_PI);
}

static inline double uh_rad(double angle_deg)
{
    return angle_deg * (UH_PI / 180.0);
}

/* Degrees. */
double uh_atan2_deg(double y, double x);

static inline uh_vec3 uh_vec3_add(uh_vec3 a, uh_vec3 b)
{
    return (uh_vec3){a.x + b.x, a.y + b.y, a.z + b.z};
}

static inline uh_vec3 uh_vec3_sub(uh_vec3 a, uh_vec3 b)
{
    return (uh_vec3){a.x - b.x, a.y - b.y, a.z - b.z};
}

static inline uh_vec3 uh_vec3_scale(uh_vec3 a, double k)
{
    return (uh_vec3){a.x * k, a.y * k, a.z * k};
}

static inline uh_vec3 uh_vec3_mix(uh_vec3 a, uh_vec3 b, double t)
{
    return uh_vec3_add(a, uh_vec3_scale(uh_vec3_sub(b, a), t));
}

static inline double uh_vec3_dot(uh_vec3 a, uh_vec3 b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline uh_vec3 uh_vec3_cross(uh_vec3 a, uh_vec3 b)
{
    return (uh_vec3){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

double uh_vec3_length(uh_vec3 a);

/* Length 1; a vector shorter than 1e-12 gives (0, 0, 0). */
uh_vec3 uh_vec3_unit(uh_vec3 a);

/* The other side of the body's middle plane. */
static inline uh_vec3 uh_vec3_mirror(uh_vec3 a)
{
    return (uh_vec3){-a.x, a.y, a.z};
}

static inline uh_mat3 uh_mat3_identity(void)
{
    return (uh_mat3){{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}};
}

static inline uh_vec3 uh_mat3_apply(const uh_mat3 *m, uh_vec3 v)
{
    return (uh_vec3){m->x.x * v.x + m->y.x * v.y + m->z.x * v.z,
                     m->x.y * v.x + m->y.y * v.y + m->z.y * v.z,
                     m->x.z * v.x + m->y.z * v.y + m->z.z * v.z};
}

/* The inverse rotation applied to v: its coordinates in the frame m. */
static inline uh_vec3 uh_mat3_into(const uh_mat3 *m, uh_vec3 v)
{
    return (uh_vec3){uh_vec3_dot(m->x, v), uh_vec3_dot(m->y, v), uh_vec3_dot(m->z, v)};
}

/* a then, in a's own axes, b. */
uh_mat3 uh_mat3_multiply(const uh_mat3 *a, const uh_mat3 *b);

/* b as seen from a. */
uh_mat3 uh_mat3_relative(const uh_mat3 *a, const uh_mat3 *b);

/* The same rotation in a mirror: for positions mirrored by uh_vec3_mirror(). */
uh_mat3 uh_mat3_mirror(const uh_mat3 *m);

/* Two axes turned in their plane: a goes towards b. */
static inline void uh_vec3_turn(uh_vec3 *a, uh_vec3 *b, uh_sine angle)
{
    uh_vec3 was = *a;
    *a = uh_vec3_add(uh_vec3_scale(was, angle.cos), uh_vec3_scale(*b, angle.sin));
    *b = uh_vec3_sub(uh_vec3_scale(*b, angle.cos), uh_vec3_scale(was, angle.sin));
}

/* Turns the frame about one of its own axes. */
static inline void uh_mat3_turn_x(uh_mat3 *m, uh_sine angle)
{
    uh_vec3_turn(&m->y, &m->z, angle);
}

static inline void uh_mat3_turn_y(uh_mat3 *m, uh_sine angle)
{
    uh_vec3_turn(&m->z, &m->x, angle);
}

static inline void uh_mat3_turn_z(uh_mat3 *m, uh_sine angle)
{
    uh_vec3_turn(&m->x, &m->y, angle);
}

/* The frame whose y axis is `y` and whose z axis points as far as it can towards `z`. */
uh_mat3 uh_mat3_from_y_z(uh_vec3 y, uh_vec3 z);

#endif
