/* SPDX-License-Identifier: MIT */
#include "unhunch/maths.h"

#include <math.h>

/* Taylor series suffice: after reduction the argument is so small that the first term left out is
 * below 1e-16. */

/* |a| up to pi/4. */
static double sine_series(double a)
{
    double q = a * a;
    double sum = -1.0 / 1307674368000.0;
    sum = sum * q + 1.0 / 6227020800.0;
    sum = sum * q - 1.0 / 39916800.0;
    sum = sum * q + 1.0 / 362880.0;
    sum = sum * q - 1.0 / 5040.0;
    sum = sum * q + 1.0 / 120.0;
    sum = sum * q - 1.0 / 6.0;
    return a + a * (q * sum);
}

static double cosine_series(double a)
{
    double q = a * a;
    double sum = 1.0 / 20922789888000.0;
    sum = sum * q - 1.0 / 87178291200.0;
    sum = sum * q + 1.0 / 479001600.0;
    sum = sum * q - 1.0 / 3628800.0;
    sum = sum * q + 1.0 / 40320.0;
    sum = sum * q - 1.0 / 720.0;
    sum = sum * q + 1.0 / 24.0;
    return 1.0 - (0.5 * q - q * q * sum);
}

/* `a` is what is left of the angle after `quarters` right angles. */
static uh_sine from_quarter(double a, int64_t quarters, bool negative)
{
    uh_sine at = {sine_series(a), cosine_series(a)};
    if ((quarters & 1) != 0) {
        at = (uh_sine){at.cos, -at.sin};
    }
    if ((quarters & 2) != 0) {
        at = (uh_sine){-at.sin, -at.cos};
    }
    return negative ? (uh_sine){-at.sin, at.cos} : at;
}

uh_sine uh_sine_deg(double angle_deg)
{
    if (angle_deg == 0.0) {
        return (uh_sine){0.0, 1.0};
    }
    /* the sign is set aside first, so that left and right are equal to the last bit */
    double size = fabs(angle_deg);
    int64_t quarters = (int64_t)(size / 90.0 + 0.5);
    double rest = size - (double)quarters * 90.0;
    return from_quarter(rest * (UH_PI / 180.0), quarters, angle_deg < 0.0);
}

static uh_sine sine_rad(double angle_rad)
{
    /* pi/2 in three parts of at most 33 bits: the products with a small whole number are exact */
    const double part1 = 1.57079632673412561417e+00;
    const double part2 = 6.07710050630396597660e-11;
    const double part3 = 2.02226624879595063154e-21;
    double size = fabs(angle_rad);
    int64_t quarters = (int64_t)(size * (2.0 / UH_PI) + 0.5);
    double whole = (double)quarters;
    double rest = ((size - whole * part1) - whole * part2) - whole * part3;
    return from_quarter(rest, quarters, angle_rad < 0.0);
}

double uh_sin(double angle_rad)
{
    return sine_rad(angle_rad).sin;
}

double uh_cos(double angle_rad)
{
    return sine_rad(angle_rad).cos;
}

/* |a| up to 1/8. */
static double arctangent_series(double a)
{
    double q = a * a;
    double sum = -1.0 / 15.0;
    sum = sum * q + 1.0 / 13.0;
    sum = sum * q - 1.0 / 11.0;
    sum = sum * q + 1.0 / 9.0;
    sum = sum * q - 1.0 / 7.0;
    sum = sum * q + 1.0 / 5.0;
    sum = sum * q - 1.0 / 3.0;
    return a + a * (q * sum);
}

/* Of a ratio between 0 and 1: the nearest quarter is known, the series gives the rest. */
static double arctangent(double ratio)
{
    static const double of_quarter[5] = {0.0, 0.24497866312686414, 0.46364760900080609,
                                         0.64350110879328437, 0.78539816339744828};
    double quarter = floor(ratio * 4.0 + 0.5);
    double near = quarter * 0.25;
    return of_quarter[(int)quarter] + arctangent_series((ratio - near) / (1.0 + ratio * near));
}

double uh_atan2(double y, double x)
{
    double ay = fabs(y);
    double ax = fabs(x);
    if (ax == 0.0 && ay == 0.0) {
        return 0.0;
    }
    double angle = ay <= ax ? arctangent(ay / ax) : 0.5 * UH_PI - arctangent(ax / ay);
    if (x < 0.0) {
        angle = UH_PI - angle;
    }
    return y < 0.0 ? -angle : angle;
}

double uh_acos(double value)
{
    if (value >= 1.0) {
        return 0.0;
    }
    if (value <= -1.0) {
        return UH_PI;
    }
    return uh_atan2(sqrt((1.0 - value) * (1.0 + value)), value);
}

double uh_atan2_deg(double y, double x)
{
    return uh_deg(uh_atan2(y, x));
}

double uh_vec3_length(uh_vec3 a)
{
    return sqrt(uh_vec3_dot(a, a));
}

uh_vec3 uh_vec3_unit(uh_vec3 a)
{
    double length = uh_vec3_length(a);
    return length < 1e-12 ? (uh_vec3){0.0, 0.0, 0.0} : uh_vec3_scale(a, 1.0 / length);
}

uh_mat3 uh_mat3_multiply(const uh_mat3 *a, const uh_mat3 *b)
{
    return (uh_mat3){uh_mat3_apply(a, b->x), uh_mat3_apply(a, b->y), uh_mat3_apply(a, b->z)};
}

uh_mat3 uh_mat3_relative(const uh_mat3 *a, const uh_mat3 *b)
{
    return (uh_mat3){uh_mat3_into(a, b->x), uh_mat3_into(a, b->y), uh_mat3_into(a, b->z)};
}

uh_mat3 uh_mat3_mirror(const uh_mat3 *m)
{
    return (uh_mat3){
        {m->x.x, -m->x.y, -m->x.z}, {-m->y.x, m->y.y, m->y.z}, {-m->z.x, m->z.y, m->z.z}};
}

uh_mat3 uh_mat3_from_y_z(uh_vec3 y, uh_vec3 z)
{
    uh_mat3 m;
    m.y = uh_vec3_unit(y);
    m.z = uh_vec3_unit(uh_vec3_sub(z, uh_vec3_scale(m.y, uh_vec3_dot(z, m.y))));
    m.x = uh_vec3_cross(m.y, m.z);
    return m;
}
