/* SPDX-License-Identifier: MIT */
#include "unhunch/schema.h"

#include "core/names.h"

#define NEEDED true
#define FREE false
#define S(seconds) ((seconds)*1000)

/* One row a field: key, record, member, whether a file must have it, limits, help. */
#define ROW(key_, kind_, type, member, need)                                                       \
    .key = (key_), .kind = (kind_), .offset = (uint32_t)offsetof(type, member), .required = (need)
#define WORDS(key, type, member, need, most, most_words, text)                                     \
    {                                                                                              \
        ROW(key, UH_FIELD_TEXT, type, member, need), .min = 1, .max = (most),                      \
                                                     .words = (most_words), .help = (text)         \
    }
#define TEXT(key, type, member, need, most, text) WORDS(key, type, member, need, most, 0, text)
#define KEY(key, type, member, need, text)                                                         \
    {                                                                                              \
        ROW(key, UH_FIELD_KEY, type, member, need), .min = 1, .max = 40, .help = (text)            \
    }
#define CITE(key, type, member, need, text)                                                        \
    {                                                                                              \
        ROW(key, UH_FIELD_CITE, type, member, need), .min = 1, .max = 60, .help = (text)           \
    }
#define NUMBER(kind, key, type, member, need, low, high, without, text)                            \
    {                                                                                              \
        ROW(key, kind, type, member, need), .min = (low), .max = (high), .absent = (without),      \
                                            .help = (text)                                         \
    }
#define BOOL(key, type, member, text)                                                              \
    {                                                                                              \
        ROW(key, UH_FIELD_BOOL, type, member, FREE), .help = (text)                                \
    }
#define ENUM(key, type, member, need, spellings, text)                                             \
    {                                                                                              \
        ROW(key, UH_FIELD_ENUM, type, member, need), .names = (spellings), .help = (text)          \
    }
#define FLAGS(key, type, member, need, spellings, text)                                            \
    {                                                                                              \
        ROW(key, UH_FIELD_FLAGS, type, member, need), .min = (need), .names = (spellings),         \
                                                      .help = (text)                               \
    }
#define RECORD(key, type, member, need, of, text)                                                  \
    {                                                                                              \
        ROW(key, UH_FIELD_RECORD, type, member, need), .record = (of), .help = (text)              \
    }
#define RECORDS(key, type, member, need, least, most, of, text)                                    \
    {                                                                                              \
        ROW(key, UH_FIELD_RECORDS, type, member, need), .min = (least), .max = (most),             \
                                                        .record = (of), .help = (text)             \
    }
#define TEXTS(key, type, member, most, text)                                                       \
    {                                                                                              \
        ROW(key, UH_FIELD_TEXTS, type, member, FREE), .max = (most), .help = (text)                \
    }

#define RECORD_TYPE(name, type, rows)                                                              \
    static const uh_record_type name = {                                                           \
        .what = #name, .size = sizeof(type), .field_count = UH_COUNT(rows), .fields = (rows)}

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
    static const uh_record_type name##_source = {                                                  \
        "source", sizeof(uh_source_range), UH_COUNT(name##_source_fields), name##_source_fields};  \
    static const uh_record_type name##_design = {                                                  \
        "design", sizeof(uh_design_range), UH_COUNT(name##_design_fields), name##_design_fields};  \
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

static const uh_field stretch_fields[] = {
    KEY("stretch", uh_exercise, key, NEEDED, "The name in files and commands: doorway-stretch."),
    WORDS("id", uh_exercise, id, FREE, 8, 1,
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
    BOOL("first_run", uh_topic, first_run, "Shown before the very first session."),
    RECORDS("points", uh_topic, points, FREE, 0, 40, &point, "The points."),
    RECORDS("warnings", uh_topic, warnings, FREE, 0, 40, &point,
            "With any of these, do not start; see somebody first."),
};
RECORD_TYPE(topic, uh_topic, topic_fields);

/* clang-format on */

static const struct {
    const uh_record_type *type;
    uint32_t limit;
} documents[] = {
    [UH_DOCUMENT_EXERCISE] = {&stretch, UH_EXERCISES_MAX},
    [UH_DOCUMENT_ROUTINE] = {&routine, UH_ROUTINES_MAX},
    [UH_DOCUMENT_TOPIC] = {&topic, UH_TOPICS_MAX},
};

const uh_record_type *uh_catalogue_schema(uh_document document)
{
    return documents[document].type;
}

uint32_t uh_catalogue_document_limit(uh_document document)
{
    return documents[document].limit;
}

uint32_t uh_field_choices(const uh_field *field)
{
    uint32_t count = 0;
    while (field->names[count]) {
        count++;
    }
    return count;
}
