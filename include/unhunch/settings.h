/* SPDX-License-Identifier: MIT */
/* settings.h: who somebody is and how they like it, as they say it themselves.
 *
 * One row a setting: the parser, `unhunch profile`, its help, JSON and the manual read the same
 * table. A value comes from config.yaml, which is the person's own and wins, else from what the
 * program stored, else it is the default. */
#ifndef UNHUNCH_SETTINGS_H
#define UNHUNCH_SETTINGS_H

#include "unhunch/person.h"
#include "unhunch/schedule.h"

struct uh_fact; /* fact.h */

enum {
    UH_SETTING_VALUE_SIZE = 512, /* of a value as it is typed; the same as a fact takes */
    UH_ANCHORS_MAX = 8,
    UH_ANCHOR_WHEN_SIZE = 64, /* bytes of a moment of the day */
    UH_ANCHOR_KEY_SIZE = 48,
    UH_MINUTES_USUAL = 5
};

typedef enum uh_setting {
    UH_SETTING_PROFILE,
    UH_SETTING_EQUIPMENT,
    UH_SETTING_PLACES,
    UH_SETTING_AGREED,
    UH_SETTING_DISCREET,
    UH_SETTING_TIGHT_SIDE,
    UH_SETTING_STIFF,
    UH_SETTING_LIKES,
    UH_SETTING_DISLIKES,
    UH_SETTING_GOAL_DAYS,
    UH_SETTING_MINUTES,
    UH_SETTING_VOICE,
    UH_SETTING_PACE,
    UH_SETTING_LARGE_TEXT,
    UH_SETTING_FIGURE,
    UH_SETTING_ANCHORS,
    /* the desk */
    UH_SETTING_BREAK_AFTER,
    UH_SETTING_AWAY_AFTER,
    UH_SETTING_OFFICE_HOURS,
    UH_SETTING_STRETCH_TIMES,
    UH_SETTING_POSTURE_HINTS,
    UH_SETTING_WAIT_FOR,
    UH_SETTING_BUSY_COMMAND,
    UH_SETTING_START_OPENS,
    UH_SETTING_IDLE_SOURCE,
    UH_SETTING_COUNT
} uh_setting;

/* Where somebody stretches. Bit set. */
typedef enum uh_site {
    UH_SITE_DESK,
    UH_SITE_PRIVATE_FLOOR, /* floor where nobody looks on: brings floor space with it */
    UH_SITE_TRAVEL,        /* parked, out of the traffic (AMB-38) */
    UH_SITE_COUNT
} uh_site;

/* How cues are heard. */
typedef enum uh_sound {
    UH_SOUND_AUTO,  /* the voice, else bells; nothing beside plain lines */
    UH_SOUND_VOICE, /* the same, also beside plain lines */
    UH_SOUND_BELLS,
    UH_SOUND_NONE
} uh_sound;

/* Where Start opens a stretch. */
typedef enum uh_opens {
    UH_OPENS_AUTO, /* the first of the others that is there */
    UH_OPENS_PAGE, /* a window of the browser, in which the stretch begins */
    UH_OPENS_TERMINAL,
    UH_OPENS_NOTIFICATION /* the whole text in one notification */
} uh_opens;

/* Who tells whether there is input, in the order in which they are tried. */
typedef enum uh_idle_source {
    UH_IDLE_AUTO,
    UH_IDLE_WAYLAND, /* ext-idle-notify-v1 */
    UH_IDLE_KDE,     /* org_kde_kwin_idle */
    UH_IDLE_MUTTER,  /* org.gnome.Mutter.IdleMonitor */
    UH_IDLE_X11,     /* the IDLETIME counter of the XSync extension */
    UH_IDLE_LOGIND,  /* IdleHint of the session: some desktops set it late or never */
    UH_IDLE_NONE,    /* lock and sleep alone say that nobody is there */
    UH_IDLE_COUNT
} uh_idle_source;

const char *uh_opens_name(uint32_t opens);        /* "auto", "page", "terminal", "notification" */
const char *uh_idle_source_name(uint32_t source); /* "auto", "wayland", "kde", "mutter" ... */
const char *uh_site_name(uint32_t site);          /* "desk", "private-floor", "travel" */
const char *uh_sound_name(uint32_t sound);        /* "auto", "voice", "bells", "none" */

typedef enum uh_setting_type {
    UH_SETTING_IS_ENUM,
    UH_SETTING_IS_FLAGS,     /* names joined by commas; "none" */
    UH_SETTING_IS_NUMBER,    /* whole; "auto" or "none" where the row says so */
    UH_SETTING_IS_BOOL,      /* "yes", "no"; "true" and "false" are taken too */
    UH_SETTING_IS_STRETCHES, /* keys joined by commas; "none" */
    UH_SETTING_IS_ANCHORS,   /* "after the stand-up meeting: chin-tuck; ..."; "none" */
    UH_SETTING_IS_HOURS,     /* "mon-fri: 9:00-12:00 13:00-17:00; sat: 10:00-12:00"; "always" */
    UH_SETTING_IS_TIMES,     /* "10:30, 15:00 long"; "none", "always" */
    UH_SETTING_IS_TEXT       /* one line; "none" */
} uh_setting_type;

typedef struct uh_setting_row {
    const char *name; /* "tight-side" */
    uh_setting_type type;
    uint32_t offset; /* in uh_settings */
    uint32_t min;    /* NUMBER */
    uint32_t max;
    bool automatic;                       /* NUMBER: "auto" is a value too */
    bool optional;                        /* NUMBER: "none" is, and is kept as 0 */
    const char *usual;                    /* the default, as it is typed */
    uh_message unit;                      /* NUMBER; UH_MESSAGE_COUNT for the others */
    uh_message help;                      /* one sentence */
    const char *(*names)(uint32_t value); /* ENUM, FLAGS: "" beyond the last */
} uh_setting_row;

const uh_setting_row *uh_setting_row_of(uh_setting setting);

/* By name. UH_ERR_UNKNOWN: there is none. */
UH_MUST_USE uh_status uh_setting_find(const char *name, uh_setting *ret_setting);

typedef enum uh_setting_source {
    UH_SOURCE_DEFAULT,
    UH_SOURCE_STORED, /* `unhunch profile` wrote it */
    UH_SOURCE_CONFIG  /* config.yaml */
} uh_setting_source;

const char *uh_setting_source_name(uint32_t source); /* "default", "stored", "config" */

/* An if-then plan: "after the stand-up meeting -> chin tucks" (Gollwitzer and Sheeran 2006). */
typedef struct uh_anchor {
    char when[UH_ANCHOR_WHEN_SIZE];
    char stretch[UH_ANCHOR_KEY_SIZE]; /* key */
} uh_anchor;

#define UH_GOAL_AUTO UINT32_MAX

/* Stretches are named by key, so that a catalogue may come and go. */
typedef struct uh_settings {
    uint32_t profile;                  /* uh_profile */
    uint32_t equipment;                /* bit set of uh_equipment */
    uint32_t places;                   /* bit set of uh_site */
    uint32_t agreed;                   /* bit set of uh_opt_in */
    uint32_t discreet;                 /* 0 or 1, as the other yes and no */
    uint32_t tight_side;               /* uh_side; the easier one is the other */
    uint32_t stiff;                    /* bit set of uh_region */
    char likes[UH_SETTING_VALUE_SIZE]; /* keys joined by commas; "" none */
    char dislikes[UH_SETTING_VALUE_SIZE];
    uint32_t goal_days; /* a week; UH_GOAL_AUTO: by profile */
    uint32_t minutes;
    uint32_t voice; /* uh_sound */
    uint32_t pace;  /* uh_pace */
    uint32_t large_text;
    uint32_t figure;
    uint32_t anchor_count;
    uh_anchor anchors[UH_ANCHORS_MAX];
    uint32_t break_after;                      /* minutes of sitting */
    uint32_t away_after;                       /* minutes without input */
    char office_hours[UH_SETTING_VALUE_SIZE];  /* as uh_schedule_hours_write() writes them */
    char stretch_times[UH_SETTING_VALUE_SIZE]; /* as uh_schedule_moments_write() does */
    uint32_t posture_hints;                    /* minutes; 0: none */
    uint32_t wait_for;                         /* bit set of uh_busy */
    char busy_command[UH_SETTING_VALUE_SIZE];  /* "" none */
    uint32_t start_opens;                      /* uh_opens */
    uint32_t idle_source;                      /* uh_idle_source */
    uint32_t sources[UH_SETTING_COUNT];        /* uh_setting_source */
    uint32_t lines[UH_SETTING_COUNT];          /* CONFIG: of the file, from 1 */
} uh_settings;

/* Every default. */
uh_settings uh_settings_usual(void);

/* -- reading a value -- */

typedef enum uh_setting_fault {
    UH_SETTING_GOOD,
    UH_SETTING_NOTHING, /* no value where one is needed */
    UH_SETTING_WORD,    /* not one of the names */
    UH_SETTING_TWICE,   /* the same name again */
    UH_SETTING_WRONG,   /* not a number within the range */
    UH_SETTING_YES_NO,
    UH_SETTING_STRETCH, /* no stretch has this key */
    UH_SETTING_FORM,    /* not "when: stretch" */
    UH_SETTING_LONG,    /* longer than is kept */
    UH_SETTING_MANY,    /* more than UH_ANCHORS_MAX */
    UH_SETTING_BYTES,   /* not UTF-8, or control characters */
    UH_SETTING_HOURS,   /* no weekdays and hours */
    UH_SETTING_TIMES,   /* no times of day */
    UH_SETTING_FILE     /* a command, and not from config.yaml: a history may come from others */
} uh_setting_fault;

/* What is wrong, and with which word of the value. */
typedef struct uh_setting_problem {
    uh_setting_fault fault;
    uint32_t at;     /* byte of the value at which the word begins */
    uint32_t length; /* bytes of it */
} uh_setting_problem;

/* Reads `value` into the setting; where there is a problem nothing changes. Stretches are checked
 * against `catalogue`; NULL takes every key. `line` is that of config.yaml. */
uh_setting_problem uh_settings_put(uh_settings *settings, const uh_catalogue *catalogue,
                                   uh_setting setting, const char *value, uh_setting_source source,
                                   uint32_t line);

/* Takes a fact of kind SETTING; others, unknown names and values that are no longer good are passed
 * over. "" gives the default back. */
void uh_settings_take(uh_settings *settings, const struct uh_fact *fact);

/* The value as it would be typed, from which it can be read again. Returns its length. */
size_t uh_settings_text(const uh_settings *settings, uh_setting setting,
                        char out[UH_SETTING_VALUE_SIZE]);

/* The names that a value can have: of the row, or the keys of the catalogue's stretches; "" beyond
 * the last. For "did you mean" and completions. */
const char *uh_setting_choice(uh_setting setting, const uh_catalogue *catalogue, uint32_t index);

/* The problem in words. `word` is what was typed there; `near` a choice that was perhaps meant, or
 * NULL. Both are borrowed as long as the phrase is used. */
uh_phrase uh_setting_phrase(uh_setting setting, uh_setting_problem problem, const char *word,
                            const char *near);

/* -- what follows -- */

uh_person uh_person_from(const uh_settings *settings, const uh_catalogue *catalogue);

/* Days a week that are aimed at; 0: none. Gentle people have none, whatever stands there: sparingly
 * and as needed (B:89); nor has anybody while a visit comes first. */
uint32_t uh_settings_goal_days(const uh_settings *settings, const uh_screening *screening);

/* What the schedule wants to know. `gentle`: uh_is_gentle(), or may not stretch at all. */
uh_schedule_settings uh_settings_desk(const uh_settings *settings, bool gentle);

/* Where somebody is who does not say it: the first of their places. */
uh_context uh_settings_context(const uh_settings *settings);

#endif
