/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/files.h"
#include "unhunch/config.h"

static uh_catalogue catalogue;
static uh_settings settings;
static char value[UH_SETTING_VALUE_SIZE];

static int begin(void **state)
{
    catalogue = builtin_catalogue();
    settings = uh_settings_usual();
    return 0;
}

/* Reads `text` over the settings; what was said of it is `told`. */
static void assert_reads(const char *text, const char *wanted)
{
    uh_binder *binder = uh_binder_open();
    assert_non_null(binder);
    assert_int_equal(
        uh_config_read(binder, "config.yaml", text, strlen(text), &catalogue, &settings),
        wanted[0] == '\0' ? UH_OK : UH_ERR_FORMAT);
    char *said = told(binder);
    assert_string_equal(said, wanted);
    free(said);
    uh_binder_close(binder);
}

static void assert_is(uh_setting setting, const char *wanted, uint32_t line)
{
    (void)uh_settings_text(&settings, setting, value);
    assert_string_equal(value, wanted);
    assert_int_equal(settings.lines[setting], line);
    assert_int_equal(settings.sources[setting], line > 0 ? UH_SOURCE_CONFIG : UH_SOURCE_DEFAULT);
}

static void a_whole_file_is_read_with_the_line_of_each_setting(void **state)
{
    assert_reads("# who I am\n"
                 "profile: stiff\n"
                 "equipment: [sturdy-chair, doorway]\n"
                 "places:\n"
                 "  - desk\n"
                 "  - travel\n"
                 "agreed: long-hold\n"
                 "discreet: true\n"
                 "tight-side: \"right\"\n"
                 "stiff: [thoracic]\n"
                 "likes: [chin-tuck, cat-cow]\n"
                 "dislikes: []\n"
                 "goal-days: auto\n"
                 "minutes: 7\n"
                 "voice: bells\n"
                 "pace: unhurried\n"
                 "large-text: yes\n"
                 "figure: no\n"
                 "anchors:\n"
                 "  after the stand-up meeting: chin-tuck\n"
                 "  \"at 10:30\": shoulder-blade-squeeze\n"
                 "office-hours:\n"
                 "  mon-thu: 9:00-12:00 13:00-17:00\n"
                 "  fri: 9:00-14:00\n"
                 "stretch-times: [10:30, 15:00 long]\n"
                 "busy-command: pgrep -x zoom\n",
                 "");
    assert_is(UH_SETTING_PROFILE, "stiff", 2);
    assert_is(UH_SETTING_EQUIPMENT, "sturdy-chair,doorway", 3);
    assert_is(UH_SETTING_PLACES, "desk,travel", 4);
    assert_is(UH_SETTING_AGREED, "long-hold", 7);
    assert_is(UH_SETTING_DISCREET, "yes", 8);
    assert_is(UH_SETTING_TIGHT_SIDE, "right", 9);
    assert_is(UH_SETTING_LIKES, "chin-tuck,cat-cow", 11);
    assert_is(UH_SETTING_DISLIKES, "none", 12);
    assert_is(UH_SETTING_GOAL_DAYS, "auto", 13);
    assert_is(UH_SETTING_MINUTES, "7", 14);
    assert_is(UH_SETTING_FIGURE, "no", 18);
    assert_is(UH_SETTING_ANCHORS,
              "after the stand-up meeting: chin-tuck; at 10:30: shoulder-blade-squeeze", 19);
    assert_is(UH_SETTING_OFFICE_HOURS, "mon-thu: 9:00-12:00 13:00-17:00; fri: 9:00-14:00", 22);
    assert_is(UH_SETTING_STRETCH_TIMES, "10:30, 15:00 long", 25);
    assert_is(UH_SETTING_BUSY_COMMAND, "pgrep -x zoom", 26);
}

static void an_empty_file_sets_nothing(void **state)
{
    static const char *const files[] = {"", "\n\n", "# nothing yet\n", "---\n", "{}\n"};
    for (size_t i = 0; i < UH_COUNT(files); i++) {
        const uh_settings before = settings;
        assert_reads(files[i], "");
        assert_memory_equal(&settings, &before, sizeof before);
    }
}

static void each_mistake_has_one_message_at_its_place(void **state)
{
    static const struct {
        const char *text;
        const char *said;
    } rows[] = {
        {"profil: stiff\n",
         "config.yaml:1:1: no setting is called 'profil', did you mean 'profile'?\n"},
        {"whatever: 1\n", "config.yaml:1:1: no setting is called 'whatever'\n"},
        {"profile: stif\n", "config.yaml:1:10: profile cannot be \"stif\"; did you mean stiff?\n"},
        {"equipment: [chair, towl]\n",
         "config.yaml:1:20: equipment cannot be \"towl\"; did you mean towel?\n"},
        {"equipment:\n  - chair\n  - chair\n", "config.yaml:3:5: equipment has \"chair\" twice\n"},
        {"equipment: [chair, [floor]]\n", "config.yaml:1:20: 'equipment' must be a single value\n"},
        {"equipment: {chair: yes}\n", "config.yaml:1:12: 'equipment' must be a list\n"},
        {"minutes: 0\n",
         "config.yaml:1:10: minutes is \"0\"; it must be a whole number from 1 to 60\n"},
        {"minutes: [5]\n", "config.yaml:1:10: 'minutes' must be a single value\n"},
        {"minutes:\n", "config.yaml:1:9: 'minutes' has no value\n"},
        {"goal-days: often\n",
         "config.yaml:1:12: goal-days is \"often\"; it must be a whole number "
         "from 0 to 7, or auto\n"},
        {"discreet: on\n", "config.yaml:1:11: discreet is \"on\"; it must be yes or no\n"},
        {"likes: [chin-tuck, chin-tuk]\n",
         "config.yaml:1:20: likes: no stretch has the key \"chin-tuk\"; did you mean chin-tuck?\n"},
        {"likes: \"\"\n",
         "config.yaml:1:8: likes has no value; none is one where nothing is meant\n"},
        {"anchors:\n  after lunch: cat-caw\n",
         "config.yaml:2:16: anchors: no stretch has the key \"cat-caw\"; did you mean cat-cow?\n"},
        {"office-hours: {mon: 9:00-12:00, tue: 9-12}\n",
         "config.yaml:1:38: office-hours: \"9-12\" is not understood; write mon-fri: 9:00-12:00 "
         "13:00-17:00; sat: 10:00-12:00, or always\n"},
        {"stretch-times: [10:30, tea]\n",
         "config.yaml:1:24: stretch-times: \"tea\" is not understood; write 10:30, 15:00 long, or "
         "always, or none\n"},
        {"anchors: [chin-tuck]\n", "config.yaml:1:10: 'anchors' must be 'key: value' lines\n"},
        {"anchors: {a: [b]}\n", "config.yaml:1:14: 'anchors' must be a single value\n"},
        {"anchors: {\"a;b\": chin-tuck}\n",
         "config.yaml:1:11: anchors: \"a\" is not a moment, a colon and a stretch\n"},
        {"minutes: 5\nminutes: 6\n", "config.yaml:2:1: 'minutes' given twice\n"},
        {"[1]: 2\n", "config.yaml:1:1: a key must be text\n"},
        {"- minutes\n", "config.yaml:1:1: config.yaml is one list of 'setting: value' lines\n"},
        {"minutes: &a 5\n", "config.yaml:1:10: anchors, aliases and merge keys (& * <<) have no "
                            "meaning here; write the value out\n"},
        {"voice: \"a\\x01b\"\n", "config.yaml:1:8: voice has characters that cannot be shown\n"},
        {"voice: \"a\\0b\"\n", "config.yaml:1:8: voice has characters that cannot be shown\n"},
        {"minutes: 5\n---\nminutes: 5\n",
         "config.yaml:2:1: config.yaml is one list of 'setting: value' lines\n"},
        {"minutes: \"5\n", "config.yaml:2:1: not readable as YAML: found unexpected end of stream "
                           "while scanning a quoted scalar\n"},
        {"pace: slow\nminutes: x\nvoice: bels\n",
         "config.yaml:1:7: pace cannot be \"slow\"; it is one of usual, unhurried\n"
         "config.yaml:2:10: minutes is \"x\"; it must be a whole number from 1 to 60\n"
         "config.yaml:3:8: voice cannot be \"bels\"; did you mean bells?\n"},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        begin(state);
        assert_reads(rows[i].text, rows[i].said);
    }
}

static void a_setting_with_a_mistake_stays_as_it_was_and_the_others_are_read(void **state)
{
    assert_int_equal(
        uh_settings_put(&settings, NULL, UH_SETTING_MINUTES, "8", UH_SOURCE_STORED, 0).fault,
        UH_SETTING_GOOD);
    assert_reads("minutes: none\nvoice: none\n",
                 "config.yaml:1:10: minutes is \"none\"; it must be a whole number from 1 to 60\n");
    (void)uh_settings_text(&settings, UH_SETTING_MINUTES, value);
    assert_string_equal(value, "8");
    assert_int_equal(settings.sources[UH_SETTING_MINUTES], UH_SOURCE_STORED);
    assert_is(UH_SETTING_VOICE, "none", 2);
}

static void a_value_that_is_too_long_is_told_and_never_cut(void **state)
{
    char text[4096] = "likes: [";
    for (int i = 0; i < 200; i++) {
        strcat(text, i > 0 ? ", chin-tuck" : "chin-tuck");
    }
    strcat(text, "]\n");
    assert_reads(text, "config.yaml:1:9: likes is longer than can be kept\n");
    assert_is(UH_SETTING_LIKES, "none", 0);
}

static void a_file_that_is_too_large_is_not_read(void **state)
{
    char *text = malloc(UH_BINDER_FILE_MAX + 2);
    assert_non_null(text);
    memset(text, '#', UH_BINDER_FILE_MAX + 1);
    text[UH_BINDER_FILE_MAX + 1] = '\0';
    assert_reads(text, "config.yaml:0:0: the file is larger than 262144 bytes\n");
    free(text);
}

static void it_is_known_by_its_name(void **state)
{
    assert_true(uh_config_is("config.yaml"));
    assert_true(uh_config_is("/home/me/.config/unhunch/config.yaml"));
    assert_false(uh_config_is("my-config.yaml"));
    assert_false(uh_config_is("config.yaml/tea.yaml"));
}

static void it_is_checked_beside_other_files(void **state)
{
    const char *config = "minutes: 99\n";
    const char *routine = "routine: tea\nname: Tea\n";
    const uh_binder_file files[] = {{"config.yaml", config, strlen(config)},
                                    {"tea.yaml", routine, strlen(routine)}};
    uh_binder *binder =
        uh_binder_check(&catalogue, true, &catalogue, (uh_binder_files){files, UH_COUNT(files)},
                        (uh_binder_files){0});
    assert_non_null(binder);
    char *said = told(binder);
    assert_non_null(strstr(said, "config.yaml:1:10: minutes is \"99\""));
    assert_non_null(strstr(said, "tea.yaml:1:1:"));
    free(said);
    uh_binder_close(binder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_whole_file_is_read_with_the_line_of_each_setting, begin),
        cmocka_unit_test_setup(an_empty_file_sets_nothing, begin),
        cmocka_unit_test_setup(each_mistake_has_one_message_at_its_place, begin),
        cmocka_unit_test_setup(a_setting_with_a_mistake_stays_as_it_was_and_the_others_are_read,
                               begin),
        cmocka_unit_test_setup(a_value_that_is_too_long_is_told_and_never_cut, begin),
        cmocka_unit_test_setup(a_file_that_is_too_large_is_not_read, begin),
        cmocka_unit_test_setup(it_is_known_by_its_name, begin),
        cmocka_unit_test_setup(it_is_checked_beside_other_files, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
