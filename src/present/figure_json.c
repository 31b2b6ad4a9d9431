/* SPDX-License-Identifier: MIT */
#include "unhunch/figure_show.h"

static void coordinates(uh_json *json, const char *key, uh_vec3 at)
{
    uh_json_list(json, key);
    uh_json_real(json, NULL, at.x, 4);
    uh_json_real(json, NULL, at.y, 4);
    uh_json_real(json, NULL, at.z, 4);
    uh_json_end_list(json);
}

static void joints(uh_json *json, const uh_skeleton *skeleton)
{
    uh_json_object(json, "joints_m");
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        coordinates(json, uh_point_name((uh_point)i), uh_skeleton_point(skeleton, (uh_point)i));
    }
    uh_json_end_object(json);
}

static void angles(uh_json *json, const uh_pose *pose)
{
    uh_json_object(json, "angles_deg");
    for (int i = 0; i < UH_ANGLE_COUNT; i++) {
        uh_json_real(json, uh_angle_name((uh_angle)i), pose->angle_deg[i], 2);
    }
    uh_json_end_object(json);
}

static void contacts(uh_json *json, const uh_solution *body)
{
    uh_json_list(json, "contacts");
    for (uint32_t i = 0; i < body->contact_count; i++) {
        const uh_contact *contact = &body->contact[i];
        uh_json_object(json, NULL);
        uh_json_text(json, "point", uh_point_name(contact->point));
        uh_json_text(json, "kind", contact->kind == UH_CONTACT_ROLLING ? "rolling" : "planted");
        coordinates(json, "at_m", contact->position_m);
        uh_json_end_object(json);
    }
    uh_json_end_list(json);
}

static void contour(uh_json *json, const uh_drawing *drawing, const uh_contour *c)
{
    uh_json_list(json, NULL);
    for (uint32_t i = 0; i < c->point_count; i++) {
        const uh_point2 *point = &drawing->point[c->first_point + i];
        uh_json_real(json, NULL, point->x, 4);
        uh_json_real(json, NULL, point->y, 4);
    }
    uh_json_end_list(json);
}

static void shape(uh_json *json, const uh_drawing *drawing, const uh_shape *s)
{
    uh_json_object(json, NULL);
    uh_json_text(json, "kind", s->kind == UH_SHAPE_LINE ? "line" : "fill");
    uh_json_text(json, "tone", uh_tone_name(s->tone));
    if (s->kind == UH_SHAPE_LINE) {
        uh_json_real(json, "width", s->width, 5);
        uh_json_real(json, "dash", s->dash, 5);
    }
    uh_json_list(json, "contours");
    for (uint32_t i = 0; i < s->contour_count; i++) {
        contour(json, drawing, &drawing->contour[s->first_contour + i]);
    }
    uh_json_end_list(json);
    uh_json_end_object(json);
}

void uh_show_figure_json(uh_json *json, const uh_motion_frame *frame, const uh_drawing *drawing)
{
    uh_json_object(json, NULL);
    joints(json, &frame->body.skeleton);
    angles(json, &frame->body.pose);
    contacts(json, &frame->body);
    uh_json_real(json, "width", drawing->width, 4);
    uh_json_list(json, "draw");
    for (uint32_t i = 0; i < drawing->shape_count; i++) {
        shape(json, drawing, &drawing->shape[i]);
    }
    uh_json_end_list(json);
    uh_json_end_object(json);
}
