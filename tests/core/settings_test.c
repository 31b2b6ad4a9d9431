/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/builtin.h"
#include "unhunch/fact.h"
#include "unhunch/settings.h"

static uh_catalogue catalogue;
static uh_settings settings;
static char text[UH_SETTING_VALUE_SIZE];

static int begin(void **state)
{
    catalogue = builtin_catalogue();
    settings = uh_settings_usual();
    return 0;
}

static uh_setting_problem put(uh_setting setting, const char *value)
{
    return uh_settings_put(&settings, &catalogue, setting, value, UH_SOURCE_STORED, 0);
}

static void assert_taken(uh_setting setting, const char *value, const char *written)
{
    assert_int_equal(put(setting, value).fault, UH_SETTING_GOOD);
    assert_int_equal(uh_settings_text(&settings, setting, text), strlen(written));
    assert_string_equal(text, written);
}

/* The problem is with `word`, and nothing was changed. */
static void assert_refused(uh_setting setting, const char *value, uh_setting_fault fault,
                           const char *word)
{
    const uh_settings before = settings;
    const uh_setting_problem wrong = put(setting, value);
    assert_int_equal(wrong.fault, fault);
    assert_int_equal(wrong.length, strlen(word));
    assert_memory_equal(value + wrong.at, word, wrong.length);
    assert_memory_equal(&settings, &before, sizeof before);
}

static void every_row_has_a_name_a_good_default_and_a_sentence(void **state)
{
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        const uh_setting_row *row = uh_setting_row_of(setting);
        uh_setting found = UH_SETTING_COUNT;
        assert_int_equal(uh_setting_find(row->name, &found), UH_OK);
        assert_int_equal(found, setting);
        (void)uh_settings_text(&settings, setting, text);
        assert_string_equal(text, row->usual);
        assert_int_equal(settings.sources[setting], UH_SOURCE_DEFAULT);
        assert_true(strlen(row->name) < UH_FACT_KEY_SIZE);
    }
    uh_setting none = UH_SETTING_COUNT;
    assert_int_equal(uh_setting_find("profil", &none), UH_ERR_UNKNOWN);
}

static void what_is_written_can_be_read_again(void **state)
{
    static const struct {
        uh_setting setting;
        const char *typed;
        const char *written;
    } rows[] = {
        {UH_SETTING_PROFILE, "stiff", "stiff"},
        {UH_SETTING_PROFILE, " flexible ", "flexible"},
        {UH_SETTING_EQUIPMENT, "towel, floor", "floor,towel"},
        {UH_SETTING_OFFICE_HOURS, "mon,tue: 09:00-12:00", "mon-tue: 9:00-12:00"},
        {UH_SETTING_OFFICE_HOURS, "always", "always"},
        {UH_SETTING_STRETCH_TIMES, "10:30,15:00 long", "10:30, 15:00 long"},
        {UH_SETTING_STRETCH_TIMES, "none", "none"},
        {UH_SETTING_POSTURE_HINTS, "30", "30"},
        {UH_SETTING_POSTURE_HINTS, "none", "none"},
        {UH_SETTING_WAIT_FOR, "camera,microphone", "microphone,camera"},
        {UH_SETTING_BUSY_COMMAND, "none", "none"},
        {UH_SETTING_START_OPENS, "terminal", "terminal"},
        {UH_SETTING_EQUIPMENT, "none", "none"},
        {UH_SETTING_PLACES, "desk,private-floor,travel", "desk,private-floor,travel"},
        {UH_SETTING_AGREED, "long-hold,roller", "roller,long-hold"},
        {UH_SETTING_DISCREET, "yes", "yes"},
        {UH_SETTING_DISCREET, "false", "no"},
        {UH_SETTING_TIGHT_SIDE, "right", "right"},
        {UH_SETTING_STIFF, "neck", "neck"},
        {UH_SETTING_LIKES, "chin-tuck,cat-cow", "chin-tuck,cat-cow"},
        {UH_SETTING_DISLIKES, "none", "none"},
        {UH_SETTING_GOAL_DAYS, "7", "7"},
        {UH_SETTING_GOAL_DAYS, "0", "0"},
        {UH_SETTING_GOAL_DAYS, "auto", "auto"},
        {UH_SETTING_MINUTES, "60", "60"},
        {UH_SETTING_VOICE, "bells", "bells"},
        {UH_SETTING_PACE, "unhurried", "unhurried"},
        {UH_SETTING_LARGE_TEXT, "true", "yes"},
        {UH_SETTING_FIGURE, "no", "no"},
        {UH_SETTING_ANCHORS, "after the stand-up meeting:chin-tuck;at 10:30: cat-cow",
         "after the stand-up meeting: chin-tuck; at 10:30: cat-cow"},
        {UH_SETTING_ANCHORS, "vor dem Kaffee – kurz: chin-tuck",
         "vor dem Kaffee – kurz: chin-tuck"},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        assert_taken(rows[i].setting, rows[i].typed, rows[i].written);
        const uh_settings once = settings;
        assert_taken(rows[i].setting, rows[i].written, rows[i].written);
        assert_memory_equal(&settings, &once, sizeof once);
    }
}

static void a_wrong_value_names_its_word_and_changes_nothing(void **state)
{
    char many[UH_SETTING_VALUE_SIZE] = "";
    for (int i = 0; i <= UH_ANCHORS_MAX; i++) {
        strcat(many, i > 0 ? ";x:chin-tuck" : "x:chin-tuck");
    }
    char whens[80] = "";
    memset(whens, 'w', 64);
    const char *when = whens;
    char long_when[128] = "";
    strcat(strcat(long_when, whens), ": chin-tuck");
    const struct {
        uh_setting setting;
        const char *value;
        uh_setting_fault fault;
        const char *word;
    } rows[] = {
        {UH_SETTING_PROFILE, "stif", UH_SETTING_WORD, "stif"},
        {UH_SETTING_PROFILE, "stiff,flexible", UH_SETTING_WORD, "stiff,flexible"},
        {UH_SETTING_PROFILE, "", UH_SETTING_NOTHING, ""},
        {UH_SETTING_PROFILE, "   ", UH_SETTING_NOTHING, ""},
        {UH_SETTING_PROFILE, "none", UH_SETTING_WORD, "none"},
        {UH_SETTING_EQUIPMENT, "chair, towl", UH_SETTING_WORD, "towl"},
        {UH_SETTING_EQUIPMENT, "chair,none", UH_SETTING_WORD, "none"},
        {UH_SETTING_EQUIPMENT, "chair, towel ,chair", UH_SETTING_TWICE, "chair"},
        {UH_SETTING_EQUIPMENT, "chair,", UH_SETTING_NOTHING, ""},
        {UH_SETTING_DISCREET, "maybe", UH_SETTING_YES_NO, "maybe"},
        {UH_SETTING_MINUTES, "0", UH_SETTING_WRONG, "0"},
        {UH_SETTING_MINUTES, "61", UH_SETTING_WRONG, "61"},
        {UH_SETTING_MINUTES, "5.5", UH_SETTING_WRONG, "5.5"},
        {UH_SETTING_MINUTES, "-1", UH_SETTING_WRONG, "-1"},
        {UH_SETTING_MINUTES, "99999999999999999999", UH_SETTING_WRONG, "99999999999999999999"},
        {UH_SETTING_MINUTES, "auto", UH_SETTING_WRONG, "auto"},
        {UH_SETTING_GOAL_DAYS, "8", UH_SETTING_WRONG, "8"},
        {UH_SETTING_BREAK_AFTER, "19", UH_SETTING_WRONG, "19"},
        {UH_SETTING_BREAK_AFTER, "none", UH_SETTING_WRONG, "none"},
        {UH_SETTING_AWAY_AFTER, "16", UH_SETTING_WRONG, "16"},
        {UH_SETTING_OFFICE_HOURS, "mon-fri: 9-17", UH_SETTING_HOURS, "9-17"},
        {UH_SETTING_OFFICE_HOURS, "none", UH_SETTING_HOURS, "none"},
        {UH_SETTING_STRETCH_TIMES, "10:30, 25:00", UH_SETTING_TIMES, "25"},
        {UH_SETTING_POSTURE_HINTS, "9", UH_SETTING_WRONG, "9"},
        {UH_SETTING_POSTURE_HINTS, "0", UH_SETTING_WRONG, "0"},
        {UH_SETTING_WAIT_FOR, "phone", UH_SETTING_WORD, "phone"},
        {UH_SETTING_LIKES, "chin-tuck,chin", UH_SETTING_STRETCH, "chin"},
        {UH_SETTING_LIKES, "chin-tuck,chin-tuck", UH_SETTING_TWICE, "chin-tuck"},
        {UH_SETTING_LIKES, ",chin-tuck", UH_SETTING_NOTHING, ""},
        {UH_SETTING_ANCHORS, "after lunch", UH_SETTING_FORM, "after lunch"},
        {UH_SETTING_ANCHORS, ": chin-tuck", UH_SETTING_FORM, ": chin-tuck"},
        {UH_SETTING_ANCHORS, "x: chin-tuck;", UH_SETTING_FORM, ""},
        {UH_SETTING_ANCHORS, "x: chin-tuk", UH_SETTING_STRETCH, "chin-tuk"},
        {UH_SETTING_ANCHORS, many, UH_SETTING_MANY, "x:chin-tuck"},
        {UH_SETTING_ANCHORS, long_when, UH_SETTING_LONG, when},
        {UH_SETTING_ANCHORS, "a\nb: chin-tuck", UH_SETTING_BYTES, "a\nb: chin-tuck"},
        {UH_SETTING_ANCHORS, "\xff: chin-tuck", UH_SETTING_BYTES, "\xff: chin-tuck"},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        assert_refused(rows[i].setting, rows[i].value, rows[i].fault, rows[i].word);
    }
}

static void the_desk_follows_from_the_settings(void **state)
{
    const uh_schedule_settings usual = uh_schedule_default_settings();
    const uh_schedule_settings unsaid = uh_settings_desk(&settings, false);
    assert_memory_equal(&unsaid, &usual, sizeof usual);
    assert_taken(UH_SETTING_BREAK_AFTER, "30", "30");
    assert_taken(UH_SETTING_AWAY_AFTER, "5", "5");
    assert_taken(UH_SETTING_POSTURE_HINTS, "20", "20");
    assert_taken(UH_SETTING_WAIT_FOR, "battery", "battery");
    assert_taken(UH_SETTING_OFFICE_HOURS, "sun: 22:00-2:00", "sun: 22:00-2:00");
    assert_taken(UH_SETTING_STRETCH_TIMES, "always", "always");
    const uh_schedule_settings desk = uh_settings_desk(&settings, true);
    assert_int_equal(desk.interval_ms, 30 * 60000);
    assert_int_equal(desk.away_ms, 5 * 60000);
    assert_int_equal(desk.posture_ms, 20 * 60000);
    assert_int_equal(desk.defer, 1U << UH_BUSY_BATTERY);
    assert_int_equal(desk.hours_count[6], 1);
    assert_int_equal(desk.hours_count[0], 0);
    assert_int_equal(desk.hours[6][0].begin, 22 * 60);
    assert_true(desk.stretch_always);
    assert_true(desk.gentle);
    assert_int_equal(uh_schedule_check_settings(&desk), UH_OK);
}

static void a_value_is_never_longer_than_a_fact_takes(void **state)
{
    char value[UH_SETTING_VALUE_SIZE + 1];
    memset(value, 'x', sizeof value);
    value[UH_SETTING_VALUE_SIZE] = '\0';
    assert_int_equal(put(UH_SETTING_LIKES, value).fault, UH_SETTING_LONG);
    /* written with blanks after its colons it would be too long */
    size_t length = 0;
    for (int i = 0; i < UH_ANCHORS_MAX; i++) {
        value[length++] = i > 0 ? ';' : 'a';
        memset(value + length, 'w', 52);
        length += 52;
        memcpy(value + length, ":chin-tuck", 10);
        length += 10;
    }
    value[length] = '\0';
    assert_true(length < UH_SETTING_VALUE_SIZE);
    assert_int_equal(put(UH_SETTING_ANCHORS, value).fault, UH_SETTING_LONG);
}

static void every_problem_has_words(void **state)
{
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        for (int fault = UH_SETTING_NOTHING; fault <= UH_SETTING_TIMES; fault++) {
            const uh_setting_problem wrong = {(uh_setting_fault)fault, 0, 1};
            const uh_phrase plain = uh_setting_phrase(setting, wrong, "w", NULL);
            const uh_phrase hinted = uh_setting_phrase(setting, wrong, "w", "near");
            assert_string_equal(plain.arguments[0].is.literal, uh_setting_row_of(setting)->name);
            const bool hints = fault == UH_SETTING_WORD || fault == UH_SETTING_STRETCH;
            assert_int_equal(hinted.message != plain.message, hints);
        }
    }
}

static void choices_are_what_can_be_typed(void **state)
{
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        const uh_setting_row *row = uh_setting_row_of(setting);
        for (uint32_t i = 0; uh_setting_choice(setting, &catalogue, i)[0] != '\0'; i++) {
            const char *choice = uh_setting_choice(setting, &catalogue, i);
            char value[128] = "";
            strcat(strcat(value, row->type == UH_SETTING_IS_ANCHORS ? "now: " : ""), choice);
            assert_int_equal(put(setting, value).fault, UH_SETTING_GOOD);
            assert_true(i < UH_EXERCISES_MAX);
        }
        const bool without = row->type == UH_SETTING_IS_NUMBER ||
                             row->type == UH_SETTING_IS_HOURS || row->type == UH_SETTING_IS_TIMES ||
                             row->type == UH_SETTING_IS_TEXT;
        assert_int_equal(uh_setting_choice(setting, &catalogue, 0)[0] == '\0', without);
    }
    assert_string_equal(uh_setting_choice(UH_SETTING_LIKES, NULL, 0), "");
}

/* -- facts -- */

static uh_fact fact_of(const char *name, const char *value)
{
    uh_fact fact = {.kind = UH_FACT_SETTING};
    strcpy(fact.is.setting.name, name);
    strcpy(fact.is.setting.value, value);
    return fact;
}

static void a_command_comes_from_the_file_and_from_no_history(void **state)
{
    const uh_fact brought = fact_of("busy-command", "rm -r ~");
    (void)state;
    assert_int_equal(put(UH_SETTING_BUSY_COMMAND, "pgrep -x zoom").fault, UH_SETTING_FILE);
    uh_settings_take(&settings, &brought);
    assert_string_equal(settings.busy_command, "");
    assert_int_equal(uh_settings_put(&settings, &catalogue, UH_SETTING_BUSY_COMMAND,
                                     " pgrep -x zoom; true ", UH_SOURCE_CONFIG, 7)
                         .fault,
                     UH_SETTING_GOOD);
    assert_string_equal(settings.busy_command, "pgrep -x zoom; true");
    assert_int_equal(put(UH_SETTING_BUSY_COMMAND, "none").fault, UH_SETTING_GOOD);
}

static void a_stored_value_stands_until_it_is_taken_back(void **state)
{
    uh_fact fact = fact_of("minutes", "8");
    uh_settings_take(&settings, &fact);
    assert_int_equal(settings.minutes, 8);
    assert_int_equal(settings.sources[UH_SETTING_MINUTES], UH_SOURCE_STORED);
    fact = fact_of("minutes", "");
    uh_settings_take(&settings, &fact);
    assert_int_equal(settings.minutes, UH_MINUTES_USUAL);
    assert_int_equal(settings.sources[UH_SETTING_MINUTES], UH_SOURCE_DEFAULT);
}

static void a_stored_value_that_is_no_longer_good_is_passed_over(void **state)
{
    const uh_settings before = settings;
    uh_fact fact = fact_of("minutes", "800");
    uh_settings_take(&settings, &fact);
    fact = fact_of("from-a-later-program", "8");
    uh_settings_take(&settings, &fact);
    fact = (uh_fact){.kind = UH_FACT_ANSWER};
    uh_settings_take(&settings, &fact);
    assert_memory_equal(&settings, &before, sizeof before);
}

/* -- what follows -- */

static bool has(const uint32_t *bits, const char *key)
{
    const uint32_t index = exercise_index(&catalogue, key);
    return (bits[index / 32] >> index % 32 & 1) != 0;
}

static void a_person_is_what_the_settings_say(void **state)
{
    uh_person person = uh_person_from(&settings, &catalogue);
    const uh_person unknown = uh_person_unknown();
    assert_int_equal(person.equipment, unknown.equipment);
    assert_int_equal(person.profile, unknown.profile);
    assert_int_equal(person.opt_in, unknown.opt_in);
    assert_int_equal(person.easier_side, unknown.easier_side);
    assert_int_equal(put(UH_SETTING_PROFILE, "stiff").fault, UH_SETTING_GOOD);
    assert_int_equal(put(UH_SETTING_PLACES, "desk,private-floor").fault, UH_SETTING_GOOD);
    assert_int_equal(put(UH_SETTING_AGREED, "roller").fault, UH_SETTING_GOOD);
    assert_int_equal(put(UH_SETTING_DISCREET, "yes").fault, UH_SETTING_GOOD);
    assert_int_equal(put(UH_SETTING_TIGHT_SIDE, "left").fault, UH_SETTING_GOOD);
    assert_int_equal(put(UH_SETTING_STIFF, "neck,chest").fault, UH_SETTING_GOOD);
    assert_int_equal(put(UH_SETTING_LIKES, "chin-tuck").fault, UH_SETTING_GOOD);
    assert_int_equal(put(UH_SETTING_DISLIKES, "cat-cow,prone-w").fault, UH_SETTING_GOOD);
    assert_int_equal(put(UH_SETTING_PACE, "unhurried").fault, UH_SETTING_GOOD);
    person = uh_person_from(&settings, &catalogue);
    assert_int_equal(person.profile, UH_PROFILE_STIFF);
    assert_int_equal(person.equipment, 1U << UH_EQUIPMENT_CHAIR | 1U << UH_EQUIPMENT_FLOOR);
    assert_int_equal(person.opt_in, 1U << UH_OPT_IN_ROLLER);
    assert_true(person.discreet);
    assert_int_equal(person.easier_side, UH_SIDE_RIGHT);
    assert_int_equal(person.stiff_regions, 1U << UH_REGION_NECK | 1U << UH_REGION_CHEST);
    assert_true(has(person.liked, "chin-tuck"));
    assert_false(has(person.liked, "cat-cow"));
    assert_true(has(person.disliked, "cat-cow"));
    assert_true(has(person.disliked, "prone-w"));
    assert_int_equal(person.pace, UH_PACE_UNHURRIED);
    assert_int_equal(put(UH_SETTING_TIGHT_SIDE, "right").fault, UH_SETTING_GOOD);
    assert_int_equal(uh_person_from(&settings, &catalogue).easier_side, UH_SIDE_LEFT);
}

/* It may come back with the next version, or with a person's own files. */
static void a_stretch_that_has_gone_is_kept_and_means_nothing(void **state)
{
    uh_fact fact = fact_of("likes", "gone-for-good,chin-tuck");
    uh_settings_take(&settings, &fact);
    (void)uh_settings_text(&settings, UH_SETTING_LIKES, text);
    assert_string_equal(text, "gone-for-good,chin-tuck");
    assert_true(has(uh_person_from(&settings, &catalogue).liked, "chin-tuck"));
}

static void the_aim_follows_the_profile_and_is_none_for_gentle_people(void **state)
{
    static const struct {
        const char *profile;
        uint32_t usually, asked;
    } rows[] = {{"typical", 3, 6}, {"stiff", 5, 6}, {"flexible", 0, 0}, {"plan", 0, 0}};
    const uh_screening nothing = {0};
    const uh_screening gentle = {.limits = 1U << UH_LIMIT_GENTLE};
    const uh_screening visit = {.limits = 1U << UH_LIMIT_CLINICIAN_FIRST};
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        begin(state);
        assert_int_equal(put(UH_SETTING_PROFILE, rows[i].profile).fault, UH_SETTING_GOOD);
        assert_int_equal(uh_settings_goal_days(&settings, &nothing), rows[i].usually);
        assert_int_equal(put(UH_SETTING_GOAL_DAYS, "6").fault, UH_SETTING_GOOD);
        assert_int_equal(uh_settings_goal_days(&settings, &nothing), rows[i].asked);
        assert_int_equal(uh_settings_goal_days(&settings, &gentle), 0);
        assert_int_equal(uh_settings_goal_days(&settings, &visit), 0);
    }
}

static void who_does_not_say_where_is_at_the_first_of_their_places(void **state)
{
    static const struct {
        const char *places;
        uh_context context;
    } rows[] = {{"desk", UH_CONTEXT_DESK},
                {"travel,private-floor", UH_CONTEXT_FLOOR},
                {"travel", UH_CONTEXT_TRAVEL},
                {"none", UH_CONTEXT_ANY}};
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        assert_int_equal(put(UH_SETTING_PLACES, rows[i].places).fault, UH_SETTING_GOOD);
        assert_int_equal(uh_settings_context(&settings), rows[i].context);
    }
}

static void names_are_told_and_end(void **state)
{
    const struct {
        const char *(*name)(uint32_t);
        uint32_t count;
    } lists[] = {{uh_site_name, UH_SITE_COUNT},
                 {uh_sound_name, UH_SOUND_NONE + 1},
                 {uh_profile_name, UH_PROFILE_PLAN + 1},
                 {uh_pace_name, UH_PACE_UNHURRIED + 1},
                 {uh_setting_source_name, UH_SOURCE_CONFIG + 1}};
    for (size_t i = 0; i < UH_COUNT(lists); i++) {
        for (uint32_t value = 0; value < lists[i].count; value++) {
            assert_string_not_equal(lists[i].name(value), "");
        }
        assert_string_equal(lists[i].name(lists[i].count), "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(every_row_has_a_name_a_good_default_and_a_sentence, begin),
        cmocka_unit_test_setup(what_is_written_can_be_read_again, begin),
        cmocka_unit_test_setup(a_wrong_value_names_its_word_and_changes_nothing, begin),
        cmocka_unit_test_setup(a_value_is_never_longer_than_a_fact_takes, begin),
        cmocka_unit_test_setup(the_desk_follows_from_the_settings, begin),
        cmocka_unit_test_setup(every_problem_has_words, begin),
        cmocka_unit_test_setup(choices_are_what_can_be_typed, begin),
        cmocka_unit_test_setup(a_stored_value_stands_until_it_is_taken_back, begin),
        cmocka_unit_test_setup(a_stored_value_that_is_no_longer_good_is_passed_over, begin),
        cmocka_unit_test_setup(a_person_is_what_the_settings_say, begin),
        cmocka_unit_test_setup(a_stretch_that_has_gone_is_kept_and_means_nothing, begin),
        cmocka_unit_test_setup(the_aim_follows_the_profile_and_is_none_for_gentle_people, begin),
        cmocka_unit_test_setup(who_does_not_say_where_is_at_the_first_of_their_places, begin),
        cmocka_unit_test_setup(names_are_told_and_end, begin),
        cmocka_unit_test_setup(a_command_comes_from_the_file_and_from_no_history, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
