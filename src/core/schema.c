/* SPDX-License-Identifier: MIT */
#include "unhunch/schema.h"

#include "core/motion_names.h"
#include "core/names.h"

#define NEEDED true
#define FREE false
#define S(seconds) ((seconds)*1000)

/* One row a field: key, record, member, whether a file must have it, limits, help. */
#define ROW(key_, kind_, type, member, need, text)                                                 \
    .kind = (kind_), .offset = (uint16_t)offsetof(type, member),                                   \
    .required = (need)UH_FOR_PROGRAMS(, .key = (key_), .help = (text))
#define WORDS(key, type, member, need, most, most_words, text)                                     \
    {                                                                                              \
        ROW(key, UH_FIELD_TEXT, type, member, need, text), .min = 1, .max = (most),                \
                                                           .words = (most_words)                   \
    }
#define TEXT(key, type, member, need, most, text) WORDS(key, type, member, need, most, 0, text)
#define KEY(key, type, member, need, text)                                                         \
    {                                                                                              \
        ROW(key, UH_FIELD_KEY, type, member, need, text), .min = 1, .max = 40                      \
    }
#define CITE(key, type, member, need, text)                                                        \
    {                                                                                              \
        ROW(key, UH_FIELD_CITE, type, member, need, text), .min = 1, .max = 60                     \
    }
#define DATE(key, type, member, need, text)                                                        \
    {                                                                                              \
        ROW(key, UH_FIELD_DATE, type, member, need, text), .min = 1, .max = 40                     \
    }
#define NUMBER(kind, key, type, member, need, low, high, without, text)                            \
    {                                                                                              \
        ROW(key, kind, type, member, need, text), .min = (low), .max = (high), .absent = (without) \
    }
#define BOOL(key, type, member, text)                                                              \
    {                                                                                              \
        ROW(key, UH_FIELD_BOOL, type, member, FREE, text)                                          \
    }
#define SPELT(spellings)                                                                           \
    .choices = (uint8_t)(UH_COUNT(spellings) - 1) UH_FOR_PROGRAMS(, .names = (spellings))
#define ENUM(key, type, member, need, spellings, text)                                             \
    {                                                                                              \
        ROW(key, UH_FIELD_ENUM, type, member, need, text), SPELT(spellings)                        \
    }
#define FLAGS(key, type, member, need, spellings, text)                                            \
    {                                                                                              \
        ROW(key, UH_FIELD_FLAGS, type, member, need, text), .min = (need), SPELT(spellings)        \
    }
#define RECORD(key, type, member, need, of, text)                                                  \
    {                                                                                              \
        ROW(key, UH_FIELD_RECORD, type, member, need, text), .record = (of)                        \
    }
#define RECORDS(key, type, member, need, least, most, of, text)                                    \
    {                                                                                              \
        ROW(key, UH_FIELD_RECORDS, type, member, need, text), .min = (least), .max = (most),       \
                                                              .record = (of)                       \
    }
#define ANGLES(key, type, member, text)                                                            \
    {                                                                                              \
        ROW(key, UH_FIELD_ANGLES, type, member, FREE, text), .max = UH_POSE_ANGLES_MAX             \
    }
#define VECTOR(key, type, member, text)                                                            \
    {                                                                                              \
        ROW(key, UH_FIELD_VECTOR, type, member, FREE, text), .min = -2000, .max = 2000             \
    }
#define TEXTS(key, type, member, most, text)                                                       \
    {                                                                                              \
        ROW(key, UH_FIELD_TEXTS, type, member, FREE, text), .max = (most)                          \
    }
/* The same in every language: an id, the names of poses. */
#define FIXED_WORD(key, type, member, most, text)                                                  \
    {                                                                                              \
        ROW(key, UH_FIELD_TEXT, type, member, FREE, text), .min = 1, .max = (most), .words = 1,    \
                                                           .fixed = true                           \
    }
#define FIXED_TEXTS(key, type, member, most, text)                                                 \
    {                                                                                              \
        ROW(key, UH_FIELD_TEXTS, type, member, FREE, text), .max = (most), .fixed = true           \
    }

#define RECORD_TYPE_CALLED(name, called, type, rows)                                               \
    static const uh_record_type name = {.size = sizeof(type),                                      \
                                        .field_count = UH_COUNT(rows),                             \
                                        .fields = (rows)UH_FOR_PROGRAMS(, .what = (called))}
#define RECORD_TYPE(name, type, rows) RECORD_TYPE_CALLED(name, #name, type, rows)

/* clang-format off */

/* -- doses: four numbers of the same shape, each with its own limits -- */

#define DOSE_ROW(kind, key, type, member, need, low, high, text)                                   \
    NUMBER(kind, key, type, member, need, low, high, UH_UNKNOWN, text)
#define DOSE_NUMBER(name, kind, low, high, design_need)                                                         \
    static const uh_field name##_source_fields[] = {                                               \
        DOSE_ROW(kind, "min", uh_source_range, min, FREE, low, high,                               \
                 "The least that the article states; left out where it states none."),             \
        DOSE_ROW(kind, "max", uh_source_range, max, FREE, low, high,                               \
                 "The most that the article states; left out where it states none."),              \
        BOOL("implied", uh_source_range, implied,                                                  \
             "The article implies the number without stating it."),                                \
        BOOL("approx", uh_source_range, approx, "The article says \"around\"."),                   \
        CITE("cite", uh_source_range, cite, NEEDED, "Article and line: A:17."),                    \
    };                                                                                             \
    static const uh_field name##_design_fields[] = {                                               \
        DOSE_ROW(kind, "start", uh_design_range, start, NEEDED, low, high,                         \
                 "In the first weeks, and for gentle people."),                                    \
        DOSE_ROW(kind, "default", uh_design_range, usual, NEEDED, low, high, "The usual number."), \
        DOSE_ROW(kind, "ceiling", uh_design_range, ceiling, NEEDED, low, high,                     \
                 "Never above, unless a therapist says so."),                                      \
        CITE("reason", uh_design_range, reason, NEEDED,                                            \
             "The decision behind the three numbers: AMB-06, D-03, or plan."),                     \
    };                                                                                             \
    RECORD_TYPE_CALLED(name##_source, "source", uh_source_range, name##_source_fields);             \
    RECORD_TYPE_CALLED(name##_design, "design", uh_design_range, name##_design_fields);             \
    static const uh_field name##_fields[] = {                                                      \
        RECORD("source", uh_dose_number, source, FREE, &name##_source,                             \
               "What the article states; left out where it is silent."),                           \
        RECORD("design", uh_dose_number, design, design_need, &name##_design,                           \
               "What the program does."),                                                          \
    };                                                                                             \
    RECORD_TYPE(name, uh_dose_number, name##_fields)

/* a form that is not held may still state what its article allows: then there is a source and no design */
DOSE_NUMBER(hold_s, UH_FIELD_SECONDS, S(1), S(120), FREE);
DOSE_NUMBER(repetitions, UH_FIELD_INTEGER, 1, 30, NEEDED);
DOSE_NUMBER(sets, UH_FIELD_INTEGER, 1, UH_SETS_MAX, NEEDED);
DOSE_NUMBER(per_day, UH_FIELD_INTEGER, 1, 10, NEEDED);

static const uh_field dose_fields[] = {
    RECORD("hold_s", uh_dose_range, hold, FREE, &hold_s,
           "Seconds of one hold; left out where the form has no hold."),
    RECORD("repetitions", uh_dose_range, repetitions, NEEDED, &repetitions,
           "Repetitions of one set, each side."),
    RECORD("sets", uh_dose_range, sets, NEEDED, &sets, "Sets of one session."),
    RECORD("per_day", uh_dose_range, per_day, NEEDED, &per_day, "Sessions a day."),
};
RECORD_TYPE(dose, uh_dose_range, dose_fields);

/* -- a form and its parts -- */

static const uh_field part_fields[] = {
    ENUM("kind", uh_part, kind, NEEDED, uh_part_kind_names,
         "What happens in this part of a repetition."),
    NUMBER(UH_FIELD_SECONDS, "seconds", uh_part, ms, FREE, 500, S(10), 0,
           "How long it lasts; left out for a hold, which lasts as long as the dose says."),
    ENUM("breath", uh_part, breath, FREE, uh_breath_names,
         "In or out; only in the mode breath-paced."),
    KEY("pose", uh_part, pose, NEEDED, "The pose that this part reaches or keeps."),
    WORDS("label", uh_part, label, NEEDED, 40, 5, "One to five words on the screen."),
};
RECORD_TYPE(part, uh_part, part_fields);

static const uh_field step_fields[] = {
    ENUM("at", uh_step, at, NEEDED, uh_step_at_names, "When it is said."),
    KEY("pose", uh_step, pose, FREE, "Said only while a part of this pose is on."),
    WORDS("cue", uh_step, cue, NEEDED, 120, 12, "What is spoken: at most twelve words."),
    TEXT("text", uh_step, text, NEEDED, 400, "The fuller text."),
};
RECORD_TYPE(step, uh_step, step_fields);

/* -- how it looks -- */

static const uh_field keep_fields[] = {
    ENUM("do", uh_keep, kind, NEEDED, uh_keep_kind_names, "What holds, or what lets go."),
    ENUM("side", uh_keep, side, FREE, uh_keep_side_names,
         "Whose hand or foot; left out: both, the other one mirrored."),
    ENUM("limb", uh_keep, limb, FREE, uh_limb_names, "What lets go."),
    ENUM("point", uh_keep, point, FREE, uh_body_point_names, "The point of the body that is held."),
    ENUM("on", uh_keep, on, FREE, uh_body_segment_names,
         "Whose axes the numbers are in; left out: the room's."),
    VECTOR("at", uh_keep, at, "Where: x, y, z in statures; of aim, a direction."),
    VECTOR("pole", uh_keep, pole, "Where elbow or knee points; left out: as in the pose."),
    ENUM("pole_on", uh_keep, pole_on, FREE, uh_body_segment_names, "Whose axes pole is in."),
    VECTOR("palm", uh_keep, palm, "Which way palm or sole faces; left out: as in the pose."),
    VECTOR("fingers", uh_keep, fingers, "Which way fingers or toes point."),
    NUMBER(UH_FIELD_INTEGER, "along", uh_keep, along, FREE, 0, 100, 70,
           "Percent of the way from hip to knee."),
    NUMBER(UH_FIELD_INTEGER, "toe_out", uh_keep, toe_out, FREE, -90, 90, 6,
           "Degrees that the toes turn out."),
    FLAGS("axes", uh_keep, axes, FREE, uh_axis_names, "Which of x, y, z count; left out: all."),
    ENUM("touch", uh_keep, touch, FREE, uh_touch_names, "Whether it may move while it lasts."),
};
RECORD_TYPE(keep, uh_keep, keep_fields);

static const uh_field pose_fields[] = {
    KEY("key", uh_key_pose, key, NEEDED, "The name that parts and steps use: start, full, cat."),
    KEY("from", uh_key_pose, from, FREE,
        "What it is based on; left out: the start, or for the start the stance."),
    NUMBER(UH_FIELD_INTEGER, "ease", uh_key_pose, ease, FREE, 0, 100, UH_UNKNOWN,
           "Percent of the way from the start that is shown when eased; left out: 50."),
    KEY("eased", uh_key_pose, eased, FREE, "Or the pose that is shown instead."),
    ANGLES("angles", uh_key_pose, angles, "Joint angles in degrees, those that differ."),
    RECORDS("keeps", uh_key_pose, keeps, FREE, 0, UH_POSE_KEEPS_MAX, &keep,
            "What holds hands, feet and body, where it differs."),
};
RECORD_TYPE(pose, uh_key_pose, pose_fields);

static const uh_field camera_fields[] = {
    NUMBER(UH_FIELD_INTEGER, "yaw", uh_camera, yaw_deg, NEEDED, -180, 180, 0,
           "Degrees round the person: 0 the front, 90 the left side."),
    NUMBER(UH_FIELD_INTEGER, "pitch", uh_camera, pitch_deg, NEEDED, -90, 90, 0,
           "Degrees above the horizon."),
    ENUM("crop", uh_camera, crop, FREE, uh_crop_names, "What is in the picture."),
};
RECORD_TYPE(camera, uh_camera, camera_fields);

static const uh_field thing_fields[] = {
    ENUM("kind", uh_thing, kind, NEEDED, uh_thing_names, "What it is."),
    VECTOR("at", uh_thing, at, "Where it stands: x, y, z in statures."),
    NUMBER(UH_FIELD_INTEGER, "turn", uh_thing, turn_deg, FREE, -180, 180, 0,
           "Degrees about the vertical."),
    NUMBER(UH_FIELD_INTEGER, "size", uh_thing, size_percent, FREE, 10, 400, 100, "Percent."),
};
RECORD_TYPE(thing, uh_thing, thing_fields);

static const uh_field pointer_fields[] = {
    ENUM("point", uh_pointer, point, NEEDED, uh_body_point_names, "Whose way it shows."),
    KEY("pose", uh_pointer, pose, FREE, "Only on the way to this pose."),
    VECTOR("off", uh_pointer, off, "How far beside the body: x, y, z in statures."),
    NUMBER(UH_FIELD_INTEGER, "stretch", uh_pointer, stretch_percent, FREE, 50, 800, 100,
           "Percent of the way's own length."),
};
RECORD_TYPE(pointer, uh_pointer, pointer_fields);

static const uh_field motion_fields[] = {
    KEY("stance", uh_motion_data, stance, FREE, "Where the body rests before and after."),
    RECORDS("cameras", uh_motion_data, cameras, FREE, 0, UH_CAMERAS_MAX, &camera,
            "The picture, then an inset that shows what it hides."),
    FLAGS("tint", uh_motion_data, tint, FREE, uh_region_names,
          "What is tinted; left out: the regions of the stretch."),
    BOOL("ghost", uh_motion_data, ghost, "The start is drawn behind the move."),
    BOOL("plumb", uh_motion_data, plumb, "A plumb line through the ear of the start."),
    RECORDS("things", uh_motion_data, things, FREE, 0, UH_THINGS_MAX, &thing, "What is used."),
    RECORDS("pointers", uh_motion_data, pointers, FREE, 0, UH_POINTERS_MAX, &pointer,
            "Arrows along the way of a point of the body."),
    RECORDS("poses", uh_motion_data, poses, FREE, 0, UH_POSES_MAX, &pose,
            "The shapes that the parts name, and the start."),
    FIXED_TEXTS("passing", uh_motion_data, passing, UH_PASSED_MAX,
                "Poses or stances on the way to the other side; poses also between the stance and "
                "the start."),
};
RECORD_TYPE(motion, uh_motion_data, motion_fields);

static const uh_field variant_fields[] = {
    KEY("key", uh_variant, key, NEEDED, "The name of the form in files: standard, seated, roller."),
    TEXT("name", uh_variant, name, NEEDED, 60, "The name of the form on the screen."),
    ENUM("position", uh_variant, position, NEEDED, uh_position_names, "Where the body is."),
    ENUM("mode", uh_variant, mode, NEEDED, uh_mode_names, "How it is done."),
    FLAGS("equipment", uh_variant, equipment, FREE, uh_equipment_names,
          "What is needed, all of it."),
    FLAGS("contexts", uh_variant, contexts, NEEDED, uh_context_names, "Where and when it fits."),
    FLAGS("opt_in", uh_variant, opt_in, FREE, uh_opt_in_names,
          "What the person must have said yes to."),
    FLAGS("not_for", uh_variant, not_for, FREE, uh_limit_names,
          "Limits of a screening that take this form out, beside those of the stretch."),
    ENUM("eyes", uh_variant, eyes, NEEDED, uh_eyes_names,
         "Whether the person still sees a screen."),
    BOOL("discreet", uh_variant, discreet, "Can be done unnoticed in a shared office."),
    NUMBER(UH_FIELD_SECONDS, "setup_s", uh_variant, setup_ms, FREE, 0, S(120), 0,
           "Seconds to reach the place or set the prop, before the start."),
    NUMBER(UH_FIELD_SECONDS, "side_ready_s", uh_variant, side_ready_ms, FREE, 0, S(60), 0,
           "Seconds to get ready for each side; left out: five."),
    NUMBER(UH_FIELD_SECONDS, "finish_s", uh_variant, finish_ms, FREE, 0, S(60), 0,
           "Seconds back to the start after the last repetition of a side."),
    RECORD("dose", uh_variant, dose, NEEDED, &dose, "How long, how many, how often."),
    RECORDS("parts", uh_variant, parts, NEEDED, 1, UH_PARTS_MAX, &part,
            "One repetition, part by part."),
    RECORDS("steps", uh_variant, steps, FREE, 0, UH_STEPS_MAX, &step,
            "Steps of this form, where they differ from those of the stretch."),
    TEXT("note", uh_variant, note, FREE, 300, "What differs, and who says so."),
    RECORD("motion", uh_variant, motion, FREE, &motion,
           "How it looks, where it differs from the stretch."),
};
RECORD_TYPE(variant, uh_variant, variant_fields);

/* -- a stretch -- */

static const uh_field sides_fields[] = {
    ENUM("kind", uh_sides, kind, NEEDED, uh_sides_kind_names,
         "What changes from side to side; both: done once."),
    TEXT("left", uh_sides, left, FREE, 60, "The left side as spoken: left foot in front."),
    TEXT("right", uh_sides, right, FREE, 60, "The right side as spoken."),
    CITE("cite", uh_sides, cite, FREE, "Who says so."),
};
RECORD_TYPE(sides, uh_sides, sides_fields);

static const uh_field felt_fields[] = {
    TEXT("here", uh_felt, here, NEEDED, 300, "Where it should be felt."),
    TEXT("elsewhere", uh_felt, elsewhere, FREE, 300, "Where it should not be felt."),
    TEXT("claim", uh_felt, claim, FREE, 300, "What the article says it reaches."),
    CITE("cite", uh_felt, cite, FREE, "Who says so."),
};
RECORD_TYPE(felt, uh_felt, felt_fields);

static const uh_field space_fields[] = {
    NUMBER(UH_FIELD_METRES, "width", uh_space, width_mm, NEEDED, 300, 5000, UH_UNKNOWN,
           "Metres from left to right."),
    NUMBER(UH_FIELD_METRES, "depth", uh_space, depth_mm, NEEDED, 300, 5000, UH_UNKNOWN,
           "Metres from front to back."),
    TEXT("text", uh_space, text, FREE, 200, "The place in words."),
};
RECORD_TYPE(space, uh_space, space_fields);

static const uh_field breathing_fields[] = {
    TEXT("text", uh_breathing, text, NEEDED, 300, "How to breathe."),
    CITE("cite", uh_breathing, cite, FREE, "Who says so."),
};
RECORD_TYPE(breathing, uh_breathing, breathing_fields);

static const uh_field alias_fields[] = {
    TEXT("name", uh_alias, name, NEEDED, 60, "Another name that people use."),
    TEXT("note", uh_alias, note, FREE, 300, "Why this stretch answers to it."),
};
RECORD_TYPE(alias, uh_alias, alias_fields);

static const uh_field sign_fields[] = {
    TEXT("sign", uh_sign, sign, NEEDED, 200, "What is seen or felt."),
    TEXT("action", uh_sign, action, NEEDED, 300, "What to do about it."),
    CITE("cite", uh_sign, cite, FREE, "Who says so."),
};
RECORD_TYPE(sign, uh_sign, sign_fields);

static const uh_field therapist_fields[] = {
    TEXT("name", uh_therapist, name, NEEDED, 60, "Who it is, shown wherever the stretch is."),
    TEXT("reason", uh_therapist, reason, NEEDED, 300, "Why this stretch may go further."),
    DATE("date", uh_therapist, date, FREE, "When that was said."),
};
RECORD_TYPE(therapist, uh_therapist, therapist_fields);

static const uh_field stretch_fields[] = {
    KEY("stretch", uh_exercise, key, NEEDED, "The name in files and commands: doorway-stretch."),
    FIXED_WORD("id", uh_exercise, id, 8,
               "The number in the catalogue: S01. Own stretches have none."),
    TEXT("name", uh_exercise, name, NEEDED, 60, "The name on the screen."),
    CITE("cite", uh_exercise, cite, FREE, "Where the article describes it."),
    TEXT("summary", uh_exercise, summary, NEEDED, 300, "One sentence: what it does."),
    ENUM("family", uh_exercise, family, NEEDED, uh_family_names,
         "Stretches of one family do much the same."),
    ENUM("group", uh_exercise, group, FREE, uh_group_names, "The heading in the second article."),
    ENUM("kind", uh_exercise, kind, NEEDED, uh_kind_names, "Lengthens, moves, or works muscles."),
    FLAGS("regions", uh_exercise, regions, NEEDED, uh_region_names, "Parts of the body."),
    FLAGS("not_for", uh_exercise, not_for, FREE, uh_limit_names,
          "Limits of a screening that take the whole stretch out."),
    TEXT("not_for_why", uh_exercise, not_for_why, FREE, 300, "Why they do."),
    RECORD("therapist", uh_exercise, therapist, FREE, &therapist,
           "Who lets a stretch of one's own go further than its ceilings."),
    CITE("position_cite", uh_exercise, position_cite, FREE, "Who states the position."),
    RECORD("sides", uh_exercise, sides, NEEDED, &sides, "What left and right mean here."),
    RECORD("felt", uh_exercise, felt, NEEDED, &felt, "Where it is felt and where not."),
    RECORD("space", uh_exercise, space, NEEDED, &space, "Room needed around the person."),
    RECORD("breathing", uh_exercise, breathing, NEEDED, &breathing, "The breath."),
    RECORDS("aliases", uh_exercise, aliases, FREE, 0, 16, &alias, "Other names."),
    TEXTS("take_off", uh_exercise, take_off, 8, "What to take off or mind before the start."),
    RECORDS("steps", uh_exercise, steps, NEEDED, 1, UH_STEPS_MAX, &step, "What to do, in order."),
    RECORDS("corrections", uh_exercise, corrections, FREE, 0, 8, &sign,
            "Signs to correct and go on."),
    RECORDS("stops", uh_exercise, stops, NEEDED, 1, 8, &sign, "Signs to stop."),
    TEXTS("easier", uh_exercise, easier, 8, "Ways to make it easier."),
    TEXTS("harder", uh_exercise, harder, 8, "Ways to make it harder."),
    RECORD("motion", uh_exercise, motion, FREE, &motion, "How it looks."),
    RECORDS("variants", uh_exercise, variants, NEEDED, 1, UH_VARIANTS_MAX, &variant,
            "Forms of the stretch, the standard form first."),
};
RECORD_TYPE(stretch, uh_exercise, stretch_fields);

/* -- routines and advice -- */

static const uh_field line_fields[] = {
    KEY("stretch", uh_routine_line, exercise, NEEDED, "The stretch."),
    KEY("variant", uh_routine_line, variant, FREE, "The form; left out: the standard form."),
    ENUM("level", uh_routine_line, level, FREE, uh_level_names,
         "Which dose stands where the line names no number."),
    NUMBER(UH_FIELD_SECONDS, "hold_s", uh_routine_line, hold, FREE, S(1), S(120), UH_UNKNOWN,
           "Seconds of each hold."),
    NUMBER(UH_FIELD_INTEGER, "repetitions", uh_routine_line, repetitions, FREE, 1, 30, UH_UNKNOWN,
           "Repetitions of one set, each side."),
    NUMBER(UH_FIELD_INTEGER, "sets", uh_routine_line, sets, FREE, 1, UH_SETS_MAX, UH_UNKNOWN,
           "Sets."),
};
RECORD_TYPE(line, uh_routine_line, line_fields);

static const uh_field routine_fields[] = {
    KEY("routine", uh_routine_recipe, key, NEEDED, "The name in files and commands: desk-5."),
    TEXT("name", uh_routine_recipe, name, NEEDED, 60, "The name on the screen."),
    TEXT("summary", uh_routine_recipe, summary, NEEDED, 300, "One sentence: what it is for."),
    ENUM("context", uh_routine_recipe, context, NEEDED, uh_context_names,
         "Where and when it is done."),
    FLAGS("equipment", uh_routine_recipe, equipment, FREE, uh_equipment_names, "What it takes."),
    BOOL("tour", uh_routine_recipe, tour, "Shows everything once; not for every day."),
    RECORDS("lines", uh_routine_recipe, lines, NEEDED, 1, 64, &line, "The stretches, in order."),
};
RECORD_TYPE(routine, uh_routine_recipe, routine_fields);

static const uh_field point_fields[] = {
    TEXT("text", uh_advice, text, NEEDED, 500, "One point of advice."),
    CITE("cite", uh_advice, cite, FREE, "Who says so."),
};
RECORD_TYPE(point, uh_advice, point_fields);

static const uh_field topic_fields[] = {
    KEY("topic", uh_topic, key, NEEDED, "The name in commands: precautions."),
    TEXT("title", uh_topic, title, NEEDED, 80, "The heading on the screen."),
    TEXT("summary", uh_topic, summary, NEEDED, 300, "One sentence that says it all."),
    BOOL("first_run", uh_topic, first_run, "Named before the very first session."),
    RECORDS("points", uh_topic, points, FREE, 0, 40, &point, "The points."),
    RECORDS("warnings", uh_topic, warnings, FREE, 0, 40, &point,
            "With any of these, do not start; see somebody first."),
};
RECORD_TYPE(topic, uh_topic, topic_fields);

static const uh_field stance_fields[] = {
    KEY("stance", uh_stance, key, NEEDED, "The name that motions use: hands-knees."),
    KEY("from", uh_stance, from, FREE, "The stance it is based on; left out: standing tall."),
    KEY("down_from", uh_stance, down_from, FREE, "The stance before it on the way down."),
    KEY("up_to", uh_stance, up_to, FREE,
        "The stance after it on the way up; left out: the same way back."),
    KEY("slump", uh_stance, slump, FREE, "The stance from which the person grows tall."),
    ANGLES("angles", uh_stance, angles, "Joint angles in degrees."),
    RECORDS("keeps", uh_stance, keeps, FREE, 0, UH_POSE_KEEPS_MAX, &keep,
            "What holds hands, feet and body."),
    ANGLES("passing", uh_stance, passing,
           "Degrees added at the middle of the way to it and back."),
};
RECORD_TYPE(stance, uh_stance, stance_fields);

/* clang-format on */

static const struct {
    const uh_record_type *type;
    uint32_t limit;
} documents[] = {
    [UH_DOCUMENT_EXERCISE] = {&stretch, UH_EXERCISES_MAX},
    [UH_DOCUMENT_ROUTINE] = {&routine, UH_ROUTINES_MAX},
    [UH_DOCUMENT_TOPIC] = {&topic, UH_TOPICS_MAX},
    [UH_DOCUMENT_STANCE] = {&stance, UH_STANCES_MAX},
};

const uh_record_type *uh_catalogue_schema(uh_document document)
{
    return documents[document].type;
}

uint32_t uh_catalogue_document_limit(uh_document document)
{
    return documents[document].limit;
}

/* -- what other lists are of -- */

static const uh_field text_fields[] = {
    {.kind = UH_FIELD_TEXT, .required = true, .min = 1, .max = UH_LIST_TEXT_MAX},
};
RECORD_TYPE(text_element, uh_text, text_fields);
/* each joint has a range of its own: uh_joint_angle_good() */
static const uh_field angle_fields[] = {
    {.kind = UH_FIELD_INTEGER, .offset = offsetof(uh_joint_angle, angle), .max = INT32_MAX},
    {.kind = UH_FIELD_INTEGER,
     .offset = offsetof(uh_joint_angle, tenths),
     .min = INT32_MIN,
     .max = INT32_MAX},
};
RECORD_TYPE(angle_element, uh_joint_angle, angle_fields);

const uh_record_type *uh_field_element(const uh_field *field)
{
    return field->kind == UH_FIELD_RECORDS  ? field->record
           : field->kind == UH_FIELD_TEXTS  ? &text_element
           : field->kind == UH_FIELD_ANGLES ? &angle_element
                                            : NULL;
}

bool uh_field_is_text(const uh_field *field)
{
    return field->kind <= UH_FIELD_DATE;
}
