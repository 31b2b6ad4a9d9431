/* SPDX-License-Identifier: MIT */
/* catalogue.h: what the program knows about stretches, routines and advice.
 *
 * A catalogue is one flat, versioned image: fixed records, lists and texts addressed by offset, no
 * pointers, little-endian, every scalar 32 bits. `catc` compiles the built-in one from
 * catalogue/ (YAML); the run-time binder makes one when a person's own files are present; the page
 * fetches it packed (packed.h). uh_catalogue_open() checks every byte that the accessors rely on,
 * so that no accessor can fail afterwards.
 *
 * The image's layout is described once, in uh_catalogue_schema() (schema.h): the binder, the check,
 * the JSON Schema and uh_catalogue_open() all walk that same table. */
#ifndef UNHUNCH_CATALOGUE_H
#define UNHUNCH_CATALOGUE_H

#include "unhunch/message.h"

/* A number that neither an article nor a design decision states. Never 0: 0 is a number. */
#define UH_UNKNOWN (-1)

enum {
    UH_CATALOGUE_VERSION = 3,
    UH_EXERCISES_MAX = 128, /* built-in and own together */
    UH_ROUTINES_MAX = 64,
    UH_TOPICS_MAX = 64,
    UH_STANCES_MAX = 64,
    UH_VARIANTS_MAX = 6,     /* forms of one stretch */
    UH_PARTS_MAX = 8,        /* parts of one repetition */
    UH_STEPS_MAX = 12,       /* steps of one stretch */
    UH_REPETITIONS_MAX = 32, /* of one set and side; every ceiling is below */
    UH_SETS_MAX = 5
};

/* -- words of the field; their spelling in files and JSON is in catalogue.c, once
 * -------------------- */

typedef enum uh_kind {
    UH_KIND_STRETCH,   /* lengthens: tension at most 3 of 10 (AMB-03) */
    UH_KIND_MOBILITY,  /* moves through a comfortable range */
    UH_KIND_ACTIVATION /* works muscles: effort, not tension (AMB-36) */
} uh_kind;

/* Overlapping stretches of one family are not heaped into one session (B:99; rule 7). */
typedef enum uh_family {
    UH_FAMILY_CHEST_OPEN,
    UH_FAMILY_ROTATION,
    UH_FAMILY_EXTENSION,
    UH_FAMILY_FLEX_EXT,
    UH_FAMILY_SCAPULAR,
    UH_FAMILY_NECK,
    UH_FAMILY_COUNT
} uh_family;

/* The headings of article B (B:14, B:41, B:67); article A has none. */
typedef enum uh_group { UH_GROUP_NONE, UH_GROUP_BACK, UH_GROUP_POSTURE, UH_GROUP_NECK } uh_group;

/* Bit sets: 1u << value. */
typedef enum uh_region {
    UH_REGION_THORACIC, /* upper back, mid-back: one region (AMB-40) */
    UH_REGION_NECK,
    UH_REGION_CHEST,
    UH_REGION_SHOULDER_BLADES,
    UH_REGION_SHOULDERS,
    UH_REGION_TRUNK,
    UH_REGION_COUNT
} uh_region;

typedef enum uh_position {
    UH_POSITION_STANDING,
    UH_POSITION_SITTING, /* on a chair or stool */
    UH_POSITION_FLOOR_SITTING,
    UH_POSITION_HANDS_KNEES,
    UH_POSITION_PRONE,
    UH_POSITION_SIDE_LYING,
    UH_POSITION_SUPINE,
    UH_POSITION_COUNT
} uh_position;

typedef enum uh_equipment {
    UH_EQUIPMENT_CHAIR,        /* any chair, wheels allowed */
    UH_EQUIPMENT_STURDY_CHAIR, /* has a back, has no wheels (B:34); is a chair too */
    UH_EQUIPMENT_DOORWAY,      /* open, propped, not a fire or glass door */
    UH_EQUIPMENT_FLOOR,        /* private floor space, 2 x 1 m */
    UH_EQUIPMENT_TOWEL,        /* small, rolled */
    UH_EQUIPMENT_FOAM_ROLLER,
    UH_EQUIPMENT_LONG_FOAM_ROLLER, /* head to tailbone (B:63); is a foam roller too */
    UH_EQUIPMENT_COUNT
} uh_equipment;

typedef enum uh_context {
    UH_CONTEXT_ANY, /* the person did not say */
    UH_CONTEXT_DESK,
    UH_CONTEXT_FLOOR,
    UH_CONTEXT_MORNING,
    UH_CONTEXT_POST_WORKOUT,
    UH_CONTEXT_BEDTIME,
    UH_CONTEXT_TRAVEL, /* parked, out of the traffic (AMB-38) */
    UH_CONTEXT_COUNT
} uh_context;

typedef enum uh_sides_kind {
    UH_SIDES_BOTH, /* bilateral: done once */
    UH_SIDES_LEFT_RIGHT,
    UH_SIDES_LEADING_LEG,      /* AMB-05 */
    UH_SIDES_DIAGONAL,         /* AMB-15 */
    UH_SIDES_OPENING_DIRECTION /* AMB-17 */
} uh_sides_kind;

typedef enum uh_mode {
    UH_MODE_HOLD,
    UH_MODE_REPETITIONS,
    UH_MODE_ALTERNATING_HOLDS,
    UH_MODE_BREATH_PACED
} uh_mode;

typedef enum uh_breath { UH_BREATH_FREE, UH_BREATH_IN, UH_BREATH_OUT } uh_breath;

/* Can the person still see a screen while doing it? Where not "on-screen", voice or bells carry it.
 */
typedef enum uh_eyes { UH_EYES_ON_SCREEN, UH_EYES_PART, UH_EYES_AWAY } uh_eyes;

/* What a person must say yes to before a form is offered. Bit set in uh_variant.opt_in and
 * uh_person.opt_in. */
typedef enum uh_opt_in {
    UH_OPT_IN_OVERPRESSURE, /* hands add force (B:79, B:83; AMB-24) */
    UH_OPT_IN_ROLLER,       /* the roller form of thoracic extension (AMB-18) */
    UH_OPT_IN_CHIN_LIFT,    /* B:45 */
    UH_OPT_IN_LONG_HOLD,    /* more than 30 s (AMB-34) */
    UH_OPT_IN_COUNT
} uh_opt_in;

/* What a screening takes out (architecture rule 1). Bit set in exercises and variants ("not for")
 * and in uh_screening.limits. */
typedef enum uh_limit {
    UH_LIMIT_GENTLE, /* hypermobile limits, no progression, no nudging */
    UH_LIMIT_NO_NECK,
    UH_LIMIT_NO_ROLLER,
    UH_LIMIT_NO_SHOULDER_END_RANGE,
    UH_LIMIT_NO_KNEELING,
    UH_LIMIT_NO_PRONE_OR_LONG_SUPINE,
    UH_LIMIT_NO_LOADED_FLEXION_TWIST,
    UH_LIMIT_NO_HEAD_DOWN,
    UH_LIMIT_NO_NECK_EXTENSION, /* any neck flag, dizziness, or from 65 years (AMB-24) */
    UH_LIMIT_CLINICIAN_FIRST,
    UH_LIMIT_EMERGENCY,
    UH_LIMIT_COUNT
} uh_limit;

/* -- records of the image: every field is 32 bits
 * ----------------------------------------------------- */

typedef struct uh_list {
    uint32_t offset; /* bytes from the start of the image */
    uint32_t count;
} uh_list;

/* A source number as the article states it: a range in which either end may be UH_UNKNOWN. */
typedef struct uh_source_range {
    int32_t min;
    int32_t max;
    uint32_t implied; /* 1: the article implies it, without stating it (AMB-09) */
    uint32_t approx;  /* 1: the article says "around" (B:30) */
    uh_text cite;     /* "A:17" or "A:25;A:48"; none where the article is silent */
} uh_source_range;

/* Our own layer over it. start: the first weeks; ceiling: never above, without a therapist. */
typedef struct uh_design_range {
    int32_t start;
    int32_t usual; /* "default" in files and JSON */
    int32_t ceiling;
    uh_text reason; /* "AMB-06", "D-03"; docs/decisions.md tells each one */
} uh_design_range;

typedef struct uh_dose_number {
    uh_source_range source;
    uh_design_range design;
} uh_dose_number;

/* hold in milliseconds (files and JSON say seconds, hold_s); the other three are counts. */
typedef struct uh_dose_range {
    uh_dose_number hold;
    uh_dose_number repetitions; /* per set and side */
    uh_dose_number sets;
    uh_dose_number per_day;
} uh_dose_range;

/* One part of a repetition, in the order in which the parts are done. */
typedef enum uh_part_kind {
    UH_PART_MOVE_IN, /* towards the stretch, before a hold */
    UH_PART_HOLD,    /* as long as the dose's hold; ms is 0 */
    UH_PART_RELEASE, /* back to the start, after a hold */
    UH_PART_MOVE     /* a leg of a moving repetition */
} uh_part_kind;

typedef struct uh_part {
    uint32_t kind;   /* uh_part_kind */
    int32_t ms;      /* 500 to 10000; 0 for a hold */
    uint32_t breath; /* uh_breath; in or out only where the stretch is breath-paced */
    uh_text pose;  /* key of the pose that this part reaches or keeps: "full", "cat", "overhead" */
    uh_text label; /* one to five words: "Squeeze", "Arms overhead" */
} uh_part;

/* -- how it looks: read by motion.h, whose head tells how to write it
 * ------------------------------------ */

/* A place or direction of the room or of a part of the body: thousandths of stature, or of nothing.
 */
typedef struct uh_vector {
    int32_t x;
    int32_t y;
    int32_t z;
} uh_vector;

/* One joint angle of a pose. */
typedef struct uh_joint_angle {
    uint32_t angle; /* uh_angle of body.h */
    int32_t tenths; /* of a degree */
} uh_joint_angle;

/* What holds a hand, a foot or the whole body where it is. */
typedef enum uh_keep_kind {
    UH_KEEP_FREE,        /* lets go of what the pose it is based on holds: `limb` */
    UH_KEEP_FOOT,        /* sole flat on the floor, heel at `at` */
    UH_KEEP_HAND,        /* palm flat on the floor, its heel at `at` */
    UH_KEEP_BEHIND_HEAD, /* hand behind the head */
    UH_KEEP_ON_WAIST,    /* hand on the side of the waist */
    UH_KEEP_ON_THIGH,    /* palm on the thigh, `along` percent of the way to the knee */
    UH_KEEP_CLASP,  /* fingers interlaced: at `at` in the axes of `on`, or where the hands are */
    UH_KEEP_ANCHOR, /* the whole body moves until `point` is at `at`, on `axes` */
    UH_KEEP_REACH,  /* arm or leg bends until `point` is at `at` in the axes of `on` */
    UH_KEEP_AIM, /* upper arm or thigh turns until `point` (elbow, knee) lies in direction `at` */
    UH_KEEP_KIND_COUNT
} uh_keep_kind;

/* Written for the left; side both adds its mirror. */
typedef struct uh_keep {
    uint32_t kind;  /* uh_keep_kind, "do" in files */
    uint32_t side;  /* uh_side: whose hand or foot; of a point, both adds the other side's */
    uint32_t limb;  /* uh_limb, for FREE */
    uint32_t point; /* uh_point of body.h */
    uint32_t on;    /* uh_segment of body.h: axes of at, palm and fingers; the room unless said */
    uh_vector at;
    uh_vector pole;    /* where elbow or knee points; 0 0 0: as in the pose */
    uint32_t pole_on;  /* uh_segment */
    uh_vector palm;    /* which way palm or sole faces; 0 0 0: as in the pose */
    uh_vector fingers; /* which way fingers or toes point */
    int32_t along;     /* percent */
    int32_t toe_out;   /* degrees */
    uint32_t axes;     /* bit set: x, y, z; none: all */
    uint32_t touch;    /* uh_touch */
} uh_keep;

typedef enum uh_limb { UH_LIMB_HAND, UH_LIMB_FOOT, UH_LIMB_BODY } uh_limb;

typedef enum uh_touch {
    UH_TOUCH_USUAL, /* planted for FOOT and HAND, else none */
    UH_TOUCH_NONE,
    UH_TOUCH_PLANTED, /* must not move while it lasts */
    UH_TOUCH_ROLLING  /* may roll along the limb by 2 cm */
} uh_touch;

/* A shape that motions pass through or stay in. */
typedef struct uh_key_pose {
    uh_text key;    /* "start", "full", "cat": the pose of parts and steps */
    uh_text from;   /* what it is based on: another pose of the motion or a stance */
    int32_t ease;   /* percent of the way from the start that is shown when eased */
    uh_text eased;  /* or: the pose that is shown instead */
    uh_list angles; /* of uh_joint_angle: those that differ from `from` */
    uh_list keeps;  /* of uh_keep: those that differ */
} uh_key_pose;

/* What is seen of the body. */
typedef enum uh_crop {
    UH_CROP_WHOLE,
    UH_CROP_HEAD_TO_SEAT,
    UH_CROP_HEAD_TO_CHEST,
    UH_CROP_HEAD_TO_HANDS, /* head to seat, and the hands wherever they hang or reach */
    UH_CROP_COUNT
} uh_crop;

typedef struct uh_camera {
    int32_t yaw_deg; /* of the left side; changes sign with the side. 0 faces a person who faces the
                        room's z */
    int32_t pitch_deg; /* lifts the camera */
    uint32_t crop;     /* uh_crop */
} uh_camera;

/* Something the body uses; `at` is its foot, in statures. */
typedef struct uh_thing {
    uint32_t kind; /* uh_prop_kind of figure.h */
    uh_vector at;
    int32_t turn_deg;
    int32_t size_percent;
} uh_thing;

/* The way of a point of the body, drawn while it moves. */
typedef struct uh_pointer {
    uint32_t point;          /* uh_point of body.h */
    uh_text pose;            /* only on the way to this pose; none: on every way */
    uh_vector off;           /* beside the body, so that it is seen */
    int32_t stretch_percent; /* longer than the way itself, for small moves */
} uh_pointer;

enum {
    UH_CAMERAS_MAX = 2,
    UH_THINGS_MAX = 5,
    UH_POINTERS_MAX = 2,
    UH_POSES_MAX = 10,
    UH_POSE_ANGLES_MAX = 40,
    UH_POSE_KEEPS_MAX = 10,
    UH_PASSED_MAX = 4
};

typedef struct uh_motion_data {
    uh_text stance;   /* where the body rests before and after */
    uh_list cameras;  /* of uh_camera: the picture, then an inset that shows what it hides */
    uint32_t tint;    /* bit set of uh_region; 0: the stretch's regions */
    uint32_t ghost;   /* 1: the start is drawn behind the move */
    uint32_t plumb;   /* 1: with a plumb line through its ear */
    uh_list things;   /* of uh_thing */
    uh_list pointers; /* of uh_pointer */
    uh_list poses;    /* of uh_key_pose */
    uh_list passing;  /* of uh_text: poses or stances on the way to the other side; poses also
                         between the stance and the start */
} uh_motion_data;

/* A place to be in between stretches, and how it is reached: `stance: KEY`. */
typedef struct uh_stance {
    uh_text key;
    uh_text from;      /* what it is based on; none: standing tall, arms hanging */
    uh_text down_from; /* the stance before it on the way down; none: standing itself */
    uh_text up_to;     /* the stance after it on the way up; none: down_from */
    uh_text slump;     /* where get ready begins, before the person grows tall; may be none */
    uh_list angles;    /* of uh_joint_angle */
    uh_list keeps;     /* of uh_keep */
    uh_list passing;   /* of uh_joint_angle: added at the middle of the way to it and back */
} uh_stance;

/* A form of a stretch; the first one of an exercise is the standard form. */
typedef struct uh_variant {
    uh_text key;
    uh_text name;
    uint32_t position;  /* uh_position */
    uint32_t mode;      /* uh_mode */
    uint32_t equipment; /* bit set of uh_equipment: all of them are needed */
    uint32_t contexts;  /* bit set of uh_context */
    uint32_t opt_in;    /* bit set of uh_opt_in: all of them must be given */
    uint32_t not_for;   /* bit set of uh_limit, beside the exercise's own; of one's own as above */
    uint32_t eyes;      /* uh_eyes */
    uint32_t discreet;  /* 1: can be done unnoticed in a shared office */
    int32_t setup_ms;   /* time to reach the place or set the prop before get ready; 0 where none */
    int32_t side_ready_ms; /* get ready of each side, the same for both; 0: the timeline's 5 s */
    int32_t
        finish_ms; /* after the last repetition of a side, back to the start; 0: already there */
    uh_dose_range dose;
    uh_list parts;         /* of uh_part: one repetition */
    uh_list steps;         /* of uh_step; empty: the exercise's */
    uh_text note;          /* what differs, and says who; may be none */
    uh_motion_data motion; /* what differs from the exercise's */
} uh_variant;

/* When a step is said and shown. */
typedef enum uh_step_at {
    UH_STEP_SET_UP,
    UH_STEP_MOVE,
    UH_STEP_HOLD,
    UH_STEP_RELEASE,
    UH_STEP_SWITCH
} uh_step_at;

typedef struct uh_step {
    uint32_t at;  /* uh_step_at */
    uh_text pose; /* only while a part of this pose is on; none: any part */
    uh_text cue;  /* at most 12 words, to be spoken */
    uh_text text; /* the fuller text */
} uh_step;

/* Something seen or felt, and what to do about it. Corrections and stops are two lists, never one
 * (B:24, B:28). */
typedef struct uh_sign {
    uh_text sign;
    uh_text action;
    uh_text cite;
} uh_sign;

typedef struct uh_alias {
    uh_text name;
    uh_text note; /* why this entry answers to that name; may be none */
} uh_alias;

typedef struct uh_sides {
    uint32_t kind; /* uh_sides_kind */
    uh_text left;  /* as spoken: "left foot in front"; none for both */
    uh_text right;
    uh_text cite;
} uh_sides;

typedef struct uh_felt {
    uh_text here;      /* you should feel it here */
    uh_text elsewhere; /* and not there */
    uh_text claim;     /* what the article says it reaches, attributed */
    uh_text cite;
} uh_felt;

/* Room needed around the person, metres in files, millimetres here. */
typedef struct uh_space {
    int32_t width_mm;
    int32_t depth_mm;
    uh_text text;
} uh_space;

typedef struct uh_breathing {
    uh_text text;
    uh_text cite;
} uh_breathing;

/* Who answers for a stretch of one's own that goes further than own.h lets it. The built-in
 * catalogue has none. */
typedef struct uh_therapist {
    uh_text name; /* "Anna Weber"; none: nobody does */
    uh_text reason;
    uh_text date; /* "2026-03-01"; may be none */
} uh_therapist;

typedef struct uh_exercise {
    uh_text key;      /* "doorway-stretch" */
    uh_text id;       /* "S01"; own stretches have none */
    uh_text name;     /* "Doorway stretch" */
    uh_text cite;     /* where the article describes it: "A:17" */
    uh_text summary;  /* one sentence: what it does, in plain words */
    uint32_t family;  /* uh_family */
    uint32_t group;   /* uh_group */
    uint32_t kind;    /* uh_kind */
    uint32_t regions; /* bit set of uh_region */
    uint32_t not_for; /* bit set of uh_limit, for every form; of one's own with those of own.h */
    uh_text not_for_why;
    uh_therapist therapist;
    uh_text position_cite; /* "A:17"; "D-04" where the article does not state a position */
    uh_sides sides;
    uh_felt felt;
    uh_space space;
    uh_breathing breathing;
    uh_list aliases;     /* of uh_alias */
    uh_list take_off;    /* of uh_text: glasses, headset, lanyard, jacket */
    uh_list steps;       /* of uh_step */
    uh_list corrections; /* of uh_sign: correct and go on */
    uh_list stops;       /* of uh_sign: stop */
    uh_list easier;      /* of uh_text */
    uh_list harder;      /* of uh_text */
    uh_motion_data motion;
    uh_list variants; /* of uh_variant, 1 to UH_VARIANTS_MAX, standard form first */
} uh_exercise;

typedef enum uh_level { UH_LEVEL_START, UH_LEVEL_USUAL } uh_level;

/* One line of a stored routine; UH_UNKNOWN numbers come from the level. */
typedef struct uh_routine_line {
    uh_text exercise; /* key */
    uh_text variant;  /* key; none: the standard form */
    uint32_t level;   /* uh_level */
    int32_t hold;     /* ms or UH_UNKNOWN */
    int32_t repetitions;
    int32_t sets;
} uh_routine_line;

typedef struct uh_routine_recipe {
    uh_text key; /* "desk-5" */
    uh_text name;
    uh_text summary;
    uint32_t context;   /* uh_context */
    uint32_t equipment; /* bit set: what it takes, beside a place */
    uint32_t tour; /* 1: shows everything once; exempt from rule 7 and from equipment, from nothing
                      else */
    uh_list lines; /* of uh_routine_line */
} uh_routine_recipe;

/* A point of advice. */
typedef struct uh_advice {
    uh_text text;
    uh_text cite; /* "A:37", "B:99", "AMB-04", "D-nn" */
} uh_advice;

typedef struct uh_topic {
    uh_text key; /* "precautions" */
    uh_text title;
    uh_text summary;
    uint32_t first_run; /* 1: named before the very first session (A:37) */
    uh_list points;     /* of uh_advice */
    uh_list warnings;   /* of uh_advice: with any of these, do not start; see somebody first */
} uh_topic;

/* -- the catalogue as a value
 * ------------------------------------------------------------------------- */

/* A checked view of an image. Borrows the bytes: they must outlive it. Copy it freely. */
typedef struct uh_catalogue {
    const unsigned char *image; /* aligned to 8 bytes */
    uint32_t size;
} uh_catalogue;

/* Checks `image` (size bytes, 8-byte aligned) as a whole: magic, version, every offset, list, text,
 * enumeration, bit set and number against the schema. UH_ERR_VERSION: made by another version.
 * UH_ERR_FORMAT: anything else. */
UH_MUST_USE uh_status uh_catalogue_open(const void *image, size_t size,
                                        uh_catalogue *ret_catalogue);

/* NUL-terminated UTF-8 inside the image, "" for none. Lives as long as the image. */
const char *uh_catalogue_text(const uh_catalogue *catalogue, uh_text text);

uint32_t uh_catalogue_exercise_count(const uh_catalogue *catalogue);
uint32_t uh_catalogue_routine_count(const uh_catalogue *catalogue);
uint32_t uh_catalogue_topic_count(const uh_catalogue *catalogue);

/* index below the count. Exercises are in the order of their id (S01, S02, ... S09, S09b, S10 ...),
 * own ones last. */
const uh_exercise *uh_catalogue_exercise(const uh_catalogue *catalogue, uint32_t index);
const uh_routine_recipe *uh_catalogue_recipe(const uh_catalogue *catalogue, uint32_t index);
const uh_topic *uh_catalogue_topic(const uh_catalogue *catalogue, uint32_t index);

/* By key. UH_ERR_UNKNOWN: there is none. */
UH_MUST_USE uh_status uh_catalogue_find_exercise(const uh_catalogue *catalogue, const char *key,
                                                 uint32_t *ret_index);
UH_MUST_USE uh_status uh_catalogue_find_recipe(const uh_catalogue *catalogue, const char *key,
                                               uint32_t *ret_index);
UH_MUST_USE uh_status uh_catalogue_find_stance(const uh_catalogue *catalogue, const char *key,
                                               uint32_t *ret_index);
UH_MUST_USE uh_status uh_catalogue_find_topic(const uh_catalogue *catalogue, const char *key,
                                              uint32_t *ret_index);
UH_MUST_USE uh_status uh_catalogue_find_variant(const uh_catalogue *catalogue,
                                                const uh_exercise *exercise, const char *key,
                                                uint32_t *ret_index);

/* The one element of a list; index below list.count, of the record type that the list's comment
 * names. */
const uh_variant *uh_exercise_variant(const uh_catalogue *catalogue, const uh_exercise *exercise,
                                      uint32_t index);
const uh_step *uh_exercise_step(const uh_catalogue *catalogue, const uh_exercise *exercise,
                                uint32_t variant,
                                uint32_t index); /* the variant's own steps where it has some */
uint32_t uh_exercise_step_count(const uh_catalogue *catalogue, const uh_exercise *exercise,
                                uint32_t variant);
const uh_part *uh_variant_part(const uh_catalogue *catalogue, const uh_variant *variant,
                               uint32_t index);
const uh_sign *uh_catalogue_sign(const uh_catalogue *catalogue, uh_list list, uint32_t index);
const uh_advice *uh_catalogue_point(const uh_catalogue *catalogue, uh_list list, uint32_t index);
const uh_alias *uh_catalogue_alias(const uh_catalogue *catalogue, uh_list list, uint32_t index);
const uh_routine_line *uh_catalogue_line(const uh_catalogue *catalogue, uh_list list,
                                         uint32_t index);
uint32_t uh_catalogue_stance_count(const uh_catalogue *catalogue);
const uh_stance *uh_catalogue_stance(const uh_catalogue *catalogue, uint32_t index);
const uh_joint_angle *uh_catalogue_angle(const uh_catalogue *catalogue, uh_list list,
                                         uint32_t index);
const uh_keep *uh_catalogue_keep(const uh_catalogue *catalogue, uh_list list, uint32_t index);
const uh_key_pose *uh_catalogue_pose(const uh_catalogue *catalogue, uh_list list, uint32_t index);
const uh_camera *uh_catalogue_camera(const uh_catalogue *catalogue, uh_list list, uint32_t index);
const uh_thing *uh_catalogue_thing(const uh_catalogue *catalogue, uh_list list, uint32_t index);
const uh_pointer *uh_catalogue_pointer(const uh_catalogue *catalogue, uh_list list, uint32_t index);
uh_text uh_catalogue_list_text(const uh_catalogue *catalogue, uh_list list, uint32_t index);

/* Is this the key, id, name or an alias of the exercise (case and hyphens do not matter)? */
bool uh_exercise_answers(const uh_catalogue *catalogue, const uh_exercise *exercise,
                         const char *words);

/* The spelling of enumeration values in files and JSON ("chest-open"), "" beyond the last. */
const char *uh_kind_name(uint32_t kind);
const char *uh_family_name(uint32_t family);
const char *uh_group_name(uint32_t group);
const char *uh_region_name(uint32_t region);
const char *uh_position_name(uint32_t position);
const char *uh_equipment_name(uint32_t equipment);
const char *uh_context_name(uint32_t context);
const char *uh_sides_kind_name(uint32_t kind);
const char *uh_mode_name(uint32_t mode);
const char *uh_breath_name(uint32_t breath);
const char *uh_limit_name(uint32_t limit);
const char *uh_opt_in_name(uint32_t opt_in);
const char *uh_part_kind_name(uint32_t kind);
const char *uh_step_at_name(uint32_t at);
const char *uh_eyes_name(uint32_t eyes);
const char *uh_side_name(uint32_t side);

#endif
