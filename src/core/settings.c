/* SPDX-License-Identifier: MIT */
/* settings.c: the table, and what follows from it; settings_value.c reads and writes values. */
#include "unhunch/settings.h"

#include <stddef.h>
#include <string.h>

#include "unhunch/fact.h"
#include "unhunch/routine.h"

enum { MINUTE_MS = 60000 };

_Static_assert((int)UH_SETTING_VALUE_SIZE == (int)UH_FACT_VALUE_SIZE, "a fact holds every value");
_Static_assert((int)UH_ANCHOR_KEY_SIZE == (int)UH_FACT_KEY_SIZE, "and every key");

#define PLACE(member) .offset = offsetof(uh_settings, member)
#define ENUM(of, usually) .type = UH_SETTING_IS_ENUM, .names = (of), .usual = (usually)
#define FLAGS(of, usually) .type = UH_SETTING_IS_FLAGS, .names = (of), .usual = (usually)
#define BOOL(usually) .type = UH_SETTING_IS_BOOL, .usual = (usually)
#define STRETCHES .type = UH_SETTING_IS_STRETCHES, .usual = "none"
#define HOURS(usually) .type = UH_SETTING_IS_HOURS, .usual = (usually)
#define TIMES(usually) .type = UH_SETTING_IS_TIMES, .usual = (usually)
#define TEXT .type = UH_SETTING_IS_TEXT, .usual = "none"
#define NUMBER(least, most, usually, in)                                                           \
    .type = UH_SETTING_IS_NUMBER, .min = (least), .max = (most), .usual = (usually), .unit = (in)

static const uh_setting_row rows[UH_SETTING_COUNT] = {
    [UH_SETTING_PROFILE] = {"profile", PLACE(profile), ENUM(uh_profile_name, "typical"),
                            .help = UH_MSG_SETTING_PROFILE},
    [UH_SETTING_EQUIPMENT] = {"equipment", PLACE(equipment), FLAGS(uh_equipment_name, "chair"),
                              .help = UH_MSG_SETTING_EQUIPMENT},
    [UH_SETTING_PLACES] = {"places", PLACE(places), FLAGS(uh_site_name, "desk"),
                           .help = UH_MSG_SETTING_PLACES},
    [UH_SETTING_AGREED] = {"agreed", PLACE(agreed), FLAGS(uh_opt_in_name, "none"),
                           .help = UH_MSG_SETTING_AGREED},
    [UH_SETTING_DISCREET] = {"discreet", PLACE(discreet), BOOL("no"),
                             .help = UH_MSG_SETTING_DISCREET},
    [UH_SETTING_TIGHT_SIDE] = {"tight-side", PLACE(tight_side), ENUM(uh_side_name, "both"),
                               .help = UH_MSG_SETTING_TIGHT_SIDE},
    [UH_SETTING_STIFF] = {"stiff", PLACE(stiff), FLAGS(uh_region_name, "none"),
                          .help = UH_MSG_SETTING_STIFF},
    [UH_SETTING_LIKES] = {"likes", PLACE(likes), STRETCHES, .help = UH_MSG_SETTING_LIKES},
    [UH_SETTING_DISLIKES] = {"dislikes", PLACE(dislikes), STRETCHES,
                             .help = UH_MSG_SETTING_DISLIKES},
    [UH_SETTING_GOAL_DAYS] = {"goal-days", PLACE(goal_days),
                              NUMBER(0, 7, "auto", UH_MSG_SETTING_UNIT_DAYS), .automatic = true,
                              .help = UH_MSG_SETTING_GOAL_DAYS},
    [UH_SETTING_MINUTES] = {"minutes", PLACE(minutes),
                            NUMBER(1, 60, "5", UH_MSG_SETTING_UNIT_MINUTES),
                            .help = UH_MSG_SETTING_MINUTES},
    [UH_SETTING_VOICE] = {"voice", PLACE(voice), ENUM(uh_sound_name, "auto"),
                          .help = UH_MSG_SETTING_VOICE},
    [UH_SETTING_PACE] = {"pace", PLACE(pace), ENUM(uh_pace_name, "usual"),
                         .help = UH_MSG_SETTING_PACE},
    [UH_SETTING_LARGE_TEXT] = {"large-text", PLACE(large_text), BOOL("no"),
                               .help = UH_MSG_SETTING_LARGE_TEXT},
    [UH_SETTING_FIGURE] = {"figure", PLACE(figure), BOOL("yes"), .help = UH_MSG_SETTING_FIGURE},
    [UH_SETTING_ANCHORS] = {"anchors", PLACE(anchors), .type = UH_SETTING_IS_ANCHORS,
                            .usual = "none", .help = UH_MSG_SETTING_ANCHORS},
    [UH_SETTING_BREAK_AFTER] = {"break-after", PLACE(break_after),
                                NUMBER(UH_SCHEDULE_INTERVAL_MIN_MS / MINUTE_MS,
                                       UH_SCHEDULE_INTERVAL_MAX_MS / MINUTE_MS, "45",
                                       UH_MSG_SETTING_UNIT_MINUTES),
                                .help = UH_MSG_SETTING_BREAK_AFTER},
    [UH_SETTING_AWAY_AFTER] = {"away-after", PLACE(away_after),
                               NUMBER(UH_SCHEDULE_AWAY_MIN_MS / MINUTE_MS,
                                      UH_SCHEDULE_AWAY_MAX_MS / MINUTE_MS, "2",
                                      UH_MSG_SETTING_UNIT_MINUTES),
                               .help = UH_MSG_SETTING_AWAY_AFTER},
    [UH_SETTING_OFFICE_HOURS] = {"office-hours", PLACE(office_hours), HOURS("always"),
                                 .help = UH_MSG_SETTING_OFFICE_HOURS},
    [UH_SETTING_STRETCH_TIMES] = {"stretch-times", PLACE(stretch_times), TIMES("10:30, 15:00"),
                                  .help = UH_MSG_SETTING_STRETCH_TIMES},
    [UH_SETTING_POSTURE_HINTS] = {"posture-hints", PLACE(posture_hints),
                                  NUMBER(UH_SCHEDULE_POSTURE_MIN_MS / MINUTE_MS,
                                         UH_SCHEDULE_POSTURE_MAX_MS / MINUTE_MS, "none",
                                         UH_MSG_SETTING_UNIT_MINUTES),
                                  .optional = true, .help = UH_MSG_SETTING_POSTURE_HINTS},
    [UH_SETTING_WAIT_FOR] = {"wait-for", PLACE(wait_for),
                             FLAGS(uh_busy_name, "do-not-disturb,full-screen,inhibited,microphone,"
                                                 "camera,command"),
                             .help = UH_MSG_SETTING_WAIT_FOR},
    [UH_SETTING_BUSY_COMMAND] = {"busy-command", PLACE(busy_command), TEXT,
                                 .help = UH_MSG_SETTING_BUSY_COMMAND},
    [UH_SETTING_START_OPENS] = {"start-opens", PLACE(start_opens), ENUM(uh_opens_name, "auto"),
                                .help = UH_MSG_SETTING_START_OPENS},
    [UH_SETTING_IDLE_SOURCE] = {"idle-source", PLACE(idle_source),
                                ENUM(uh_idle_source_name, "auto"),
                                .help = UH_MSG_SETTING_IDLE_SOURCE},
};

const uh_setting_row *uh_setting_row_of(uh_setting setting)
{
    UH_ASSERT(setting < UH_SETTING_COUNT);
    return &rows[setting];
}

uh_status uh_setting_find(const char *name, uh_setting *ret_setting)
{
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        if (strcmp(rows[setting].name, name) == 0) {
            *ret_setting = setting;
            return UH_OK;
        }
    }
    return UH_ERR_UNKNOWN;
}

uh_settings uh_settings_usual(void)
{
    uh_settings settings = {0};
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        const uh_setting_problem problem =
            uh_settings_put(&settings, NULL, setting, rows[setting].usual, UH_SOURCE_DEFAULT, 0);
        UH_ASSERT(problem.fault == UH_SETTING_GOOD);
        (void)problem; /* the coverage build asserts nothing */
    }
    return settings;
}

void uh_settings_take(uh_settings *settings, const struct uh_fact *fact)
{
    uh_setting setting = UH_SETTING_COUNT;
    if (fact->kind != UH_FACT_SETTING ||
        uh_setting_find(fact->is.setting.name, &setting) != UH_OK) {
        return;
    }
    const char *value = fact->is.setting.value;
    if (value[0] == '\0') {
        (void)uh_settings_put(settings, NULL, setting, rows[setting].usual, UH_SOURCE_DEFAULT, 0);
    } else {
        (void)uh_settings_put(settings, NULL, setting, value, UH_SOURCE_STORED, 0);
    }
}

const char *uh_setting_choice(uh_setting setting, const uh_catalogue *catalogue, uint32_t index)
{
    static const char *const yes_no[] = {"yes", "no"};
    const uh_setting_row *row = uh_setting_row_of(setting);
    switch (row->type) {
    case UH_SETTING_IS_ENUM:
    case UH_SETTING_IS_FLAGS:
        return row->names(index);
    case UH_SETTING_IS_BOOL:
        return index < UH_COUNT(yes_no) ? yes_no[index] : "";
    case UH_SETTING_IS_STRETCHES:
    case UH_SETTING_IS_ANCHORS:
        return catalogue != NULL && index < uh_catalogue_exercise_count(catalogue)
                   ? uh_catalogue_text(catalogue, uh_catalogue_exercise(catalogue, index)->key)
                   : "";
    case UH_SETTING_IS_NUMBER:
    case UH_SETTING_IS_HOURS:
    case UH_SETTING_IS_TIMES:
    case UH_SETTING_IS_TEXT:
        break;
    }
    return "";
}

/* -- names -- */

const char *uh_site_name(uint32_t site)
{
    static const char *const names[UH_SITE_COUNT] = {"desk", "private-floor", "travel"};
    return site < UH_SITE_COUNT ? names[site] : "";
}

const char *uh_sound_name(uint32_t sound)
{
    static const char *const names[] = {"auto", "voice", "bells", "none"};
    return sound < UH_COUNT(names) ? names[sound] : "";
}

const char *uh_opens_name(uint32_t opens)
{
    static const char *const names[] = {"auto", "page", "terminal", "notification"};
    return opens < UH_COUNT(names) ? names[opens] : "";
}

const char *uh_idle_source_name(uint32_t source)
{
    static const char *const names[UH_IDLE_COUNT] = {"auto", "wayland", "kde", "mutter",
                                                     "x11",  "logind",  "none"};
    return source < UH_IDLE_COUNT ? names[source] : "";
}

const char *uh_setting_source_name(uint32_t source)
{
    static const char *const names[] = {"default", "stored", "config"};
    return source < UH_COUNT(names) ? names[source] : "";
}

/* -- what is wrong, in words -- */

static uh_phrase word_phrase(uh_setting_fault fault, uh_argument name, const char *word,
                             const char *near)
{
    const bool stretch = fault == UH_SETTING_STRETCH;
    if (near == NULL) {
        return uh_say2(stretch ? UH_MSG_SETTING_BAD_STRETCH : UH_MSG_SETTING_BAD_WORD, name,
                       uh_literal(word));
    }
    return uh_say3(stretch ? UH_MSG_SETTING_BAD_STRETCH_HINT : UH_MSG_SETTING_BAD_WORD_HINT, name,
                   uh_literal(word), uh_literal(near));
}

static uh_phrase number_phrase(const uh_setting_row *row, const char *word)
{
    const uh_message message = row->automatic  ? UH_MSG_SETTING_BAD_NUMBER_AUTO
                               : row->optional ? UH_MSG_SETTING_BAD_NUMBER_NONE
                                               : UH_MSG_SETTING_BAD_NUMBER;
    return uh_say4(message, uh_literal(row->name), uh_literal(word), uh_number(row->min),
                   uh_number(row->max));
}

uh_phrase uh_setting_phrase(uh_setting setting, uh_setting_problem problem, const char *word,
                            const char *near)
{
    const uh_setting_row *row = uh_setting_row_of(setting);
    const uh_argument name = uh_literal(row->name);
    switch (problem.fault) {
    case UH_SETTING_WORD:
    case UH_SETTING_STRETCH:
        return word_phrase(problem.fault, name, word, near);
    case UH_SETTING_TWICE:
        return uh_say2(UH_MSG_SETTING_BAD_TWICE, name, uh_literal(word));
    case UH_SETTING_WRONG:
        return number_phrase(row, word);
    case UH_SETTING_YES_NO:
        return uh_say2(UH_MSG_SETTING_BAD_YES_NO, name, uh_literal(word));
    case UH_SETTING_FORM:
        return uh_say2(UH_MSG_SETTING_BAD_ANCHOR, name, uh_literal(word));
    case UH_SETTING_LONG:
        return uh_say1(UH_MSG_SETTING_BAD_LONG, name);
    case UH_SETTING_MANY:
        return uh_say2(UH_MSG_SETTING_BAD_MANY, name, uh_number(UH_ANCHORS_MAX));
    case UH_SETTING_BYTES:
        return uh_say1(UH_MSG_SETTING_BAD_BYTES, name);
    case UH_SETTING_HOURS:
        return uh_say2(UH_MSG_SETTING_BAD_HOURS, name, uh_literal(word));
    case UH_SETTING_TIMES:
        return uh_say2(UH_MSG_SETTING_BAD_TIMES, name, uh_literal(word));
    case UH_SETTING_FILE:
        return uh_say1(UH_MSG_SETTING_BAD_FILE, name);
    case UH_SETTING_GOOD:
    case UH_SETTING_NOTHING:
        break;
    }
    return uh_say1(UH_MSG_SETTING_BAD_NOTHING, name);
}

/* -- what follows -- */

/* The bits of the stretches of this catalogue that a list names. */
static void collect(const char *keys, const uh_catalogue *catalogue,
                    uint32_t bits[UH_EXERCISES_MAX / 32])
{
    while (*keys != '\0') {
        const char *end = strchr(keys, ',');
        const size_t length = end != NULL ? (size_t)(end - keys) : strlen(keys);
        char key[UH_SETTING_VALUE_SIZE];
        uint32_t exercise = 0;
        memcpy(key, keys, length);
        key[length] = '\0';
        if (uh_catalogue_find_exercise(catalogue, key, &exercise) == UH_OK) {
            bits[exercise / 32] |= 1U << exercise % 32;
        }
        keys += length + (end != NULL);
    }
}

static uh_side other_side(uint32_t side)
{
    if (side == UH_SIDE_BOTH) {
        return UH_SIDE_BOTH;
    }
    return side == UH_SIDE_LEFT ? UH_SIDE_RIGHT : UH_SIDE_LEFT;
}

uh_person uh_person_from(const uh_settings *settings, const uh_catalogue *catalogue)
{
    uh_person person = {
        .profile = (uh_profile)settings->profile,
        .equipment = settings->equipment,
        .opt_in = settings->agreed,
        .pace = (uh_pace)settings->pace,
        .discreet = settings->discreet != 0,
        .easier_side = other_side(settings->tight_side),
        .stiff_regions = settings->stiff,
    };
    if ((settings->places & 1U << UH_SITE_PRIVATE_FLOOR) != 0) {
        person.equipment |= 1U << UH_EQUIPMENT_FLOOR;
    }
    collect(settings->likes, catalogue, person.liked);
    collect(settings->dislikes, catalogue, person.disliked);
    return person;
}

uint32_t uh_settings_goal_days(const uh_settings *settings, const uh_screening *screening)
{
    static const uint32_t usual[] = {
        [UH_PROFILE_TYPICAL] = 3,  /* a few times a week (A:37, AMB-01) */
        [UH_PROFILE_STIFF] = 5,    /* daily may help (B:89); two days off need no excuse */
        [UH_PROFILE_FLEXIBLE] = 0, /* only as needed */
        [UH_PROFILE_PLAN] = 0,     /* the therapist's to say */
    };
    const uh_person person = {.profile = (uh_profile)settings->profile};
    const uint32_t first = 1U << UH_LIMIT_CLINICIAN_FIRST | 1U << UH_LIMIT_EMERGENCY;
    if (uh_is_gentle(&person, screening) || (screening->limits & first) != 0) {
        return 0;
    }
    return settings->goal_days == UH_GOAL_AUTO ? usual[settings->profile] : settings->goal_days;
}

uh_schedule_settings uh_settings_desk(const uh_settings *settings, bool gentle)
{
    uh_schedule_settings desk = uh_schedule_default_settings();
    uh_times_fault fault;
    desk.interval_ms = (int64_t)settings->break_after * MINUTE_MS;
    desk.away_ms = (int64_t)settings->away_after * MINUTE_MS;
    desk.posture_ms = (int64_t)settings->posture_hints * MINUTE_MS;
    desk.defer = settings->wait_for;
    desk.gentle = gentle;
    const uh_status hours = uh_schedule_hours_read(settings->office_hours, &desk, &fault);
    const uh_status times = uh_schedule_moments_read(settings->stretch_times, &desk, &fault);
    UH_ASSERT(hours == UH_OK && times == UH_OK); /* they were read when they were put */
    (void)hours;
    (void)times;
    return desk;
}

uh_context uh_settings_context(const uh_settings *settings)
{
    static const uh_context contexts[UH_SITE_COUNT] = {
        [UH_SITE_DESK] = UH_CONTEXT_DESK,
        [UH_SITE_PRIVATE_FLOOR] = UH_CONTEXT_FLOOR,
        [UH_SITE_TRAVEL] = UH_CONTEXT_TRAVEL,
    };
    return settings->places == 0 ? UH_CONTEXT_ANY : contexts[__builtin_ctz(settings->places)];
}
