/* SPDX-License-Identifier: MIT */
/* Reads positions.txt, which tells its own grammar, and measures. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "unhunch/motion.h"

#define S UH_BODY_STATURE_M
#define CM 100.0

static uh_catalogue catalogue;

typedef struct scene_of_words {
    uh_pose pose;
    uh_skeleton body;
    uh_skeleton start;
    bool known;
} scene_of_words;

enum { WORDS_MAX = 10 };

typedef struct words {
    uint32_t count;
    char *word[WORDS_MAX]; /* "" from count on */
} words;

static words split(char *line)
{
    static char none[] = "";
    words w = {0};
    for (uint32_t i = 0; i < WORDS_MAX; i++) {
        w.word[i] = none;
    }
    for (char *next = strtok(line, " \n"); next && w.count < WORDS_MAX;
         next = strtok(NULL, " \n")) {
        w.word[w.count++] = next;
    }
    return w;
}

static bool says(const words *w, const char *pattern)
{
    char copy[96];
    (void)snprintf(copy, sizeof copy, "%s", pattern);
    uint32_t i = 0;
    for (char *next = copy; next; i++) {
        char *end = strchr(next, ' ');
        if (end) {
            *end = '\0';
        }
        if (i >= w->count || (strcmp(next, "*") != 0 && strcmp(next, w->word[i]) != 0)) {
            return false;
        }
        next = end ? end + 1 : NULL;
    }
    return i == w->count;
}

/* -- measures -- */

static uh_vec3 point(const uh_skeleton *body, const char *name)
{
    uh_point found;
    if (uh_point_find(name, strlen(name), &found) != UH_OK) {
        fail_msg("no point %s", name);
    }
    return uh_skeleton_point(body, found);
}

static uh_segment segment(const char *name)
{
    int i = 0;
    while (i < UH_SEGMENT_COUNT && strcmp(uh_segment_name((uh_segment)i), name) != 0) {
        i++;
    }
    if (i == UH_SEGMENT_COUNT) {
        fail_msg("no part %s", name);
    }
    return (uh_segment)i;
}

static uh_side side(const char *name)
{
    return strcmp(name, "left") == 0 ? UH_SIDE_LEFT : UH_SIDE_RIGHT;
}

static double joint_angle(const scene_of_words *s, const char *name)
{
    uh_angle_ref ref;
    if (uh_angle_find(name, strlen(name), &ref) != UH_OK) {
        fail_msg("no angle %s", name);
    }
    return ref.sign * s->pose.angle_deg[ref.angle];
}

static uh_vec3 moved(const scene_of_words *s, const char *name)
{
    return uh_vec3_sub(point(&s->body, name), point(&s->start, name));
}

static uh_vec3 from_to(const scene_of_words *s, const char *from, const char *to)
{
    return uh_vec3_sub(point(&s->body, to), point(&s->body, from));
}

static double measure(const scene_of_words *s, const words *w)
{
    char *const *word = w->word;
    if (says(w, "arm raised *")) {
        return uh_skeleton_arm(&s->body, side(word[2])).elevation_deg;
    }
    if (says(w, "arm behind chest *")) {
        return uh_skeleton_arm(&s->body, side(word[3])).behind_deg;
    }
    if (says(w, "elbow *")) {
        return uh_skeleton_arm(&s->body, side(word[1])).elbow_deg;
    }
    if (says(w, "angle *")) {
        return joint_angle(s, word[1]);
    }
    if (says(w, "turn * against *")) {
        return uh_skeleton_turn_deg(&s->body, segment(word[3]), segment(word[1]));
    }
    if (says(w, "lean *")) {
        return uh_skeleton_lean_deg(&s->body, segment(word[1]));
    }
    if (says(w, "* ahead of *")) {
        return CM * from_to(s, word[3], word[0]).z;
    }
    if (says(w, "* left of *")) {
        return CM * from_to(s, word[3], word[0]).x;
    }
    if (says(w, "* above floor")) {
        return CM * point(&s->body, word[0]).y;
    }
    if (says(w, "* above *")) {
        return CM * from_to(s, word[2], word[0]).y;
    }
    if (says(w, "* moved ahead")) {
        return CM * moved(s, word[0]).z;
    }
    if (says(w, "* moved up")) {
        return CM * moved(s, word[0]).y;
    }
    if (says(w, "* moved left")) {
        return CM * moved(s, word[0]).x;
    }
    if (says(w, "distance * *")) {
        return CM * uh_vec3_length(from_to(s, word[1], word[2]));
    }
    fail_msg("no such measure: %s ...", word[0]);
    return 0.0;
}

/* -- lines -- */

/* "doorway-stretch bent-elbows, full eased" */
static scene_of_words enter_pose(char *line)
{
    scene_of_words s = {.known = true};
    char *comma = strchr(line, ',');
    assert_non_null(comma);
    *comma = '\0';
    words name = split(line);
    words pose = split(comma + 1);
    uint32_t exercise = exercise_index(&catalogue, name.word[0]);
    uint32_t form = name.count > 1 ? variant_index(&catalogue, exercise, name.word[1]) : 0;
    uh_motion_key key;
    uh_motion_pose(&catalogue, exercise, form, UH_SIDE_LEFT, "start", false, S, &key);
    uh_skeleton_pose(&key.pose, S, &s.start);
    uh_motion_pose(&catalogue, exercise, form, UH_SIDE_LEFT, pose.word[0], pose.count > 1, S, &key);
    uh_skeleton_pose(&key.pose, S, &s.body);
    s.pose = key.pose;
    return s;
}

typedef struct wanted {
    double low;
    double high;
} wanted;

/* Takes the end of a line: "90 +- 5", "at least 3", "at most 10". */
static wanted take_wanted(words *w)
{
    const double far = 1e9;
    assert_true(w->count > 3);
    w->count -= 3;
    char *const *end = &w->word[w->count];
    double last = atof(end[2]);
    if (strcmp(end[1], "+-") == 0) {
        double middle = atof(end[0]);
        return (wanted){middle - last, middle + last};
    }
    assert_string_equal(end[0], "at");
    bool least = strcmp(end[1], "least") == 0;
    return (wanted){least ? last : -far, least ? far : last};
}

static bool holds(const scene_of_words *s, char *line, const char *title, int number)
{
    char copy[256];
    (void)snprintf(copy, sizeof copy, "%s", line);
    words w = split(line);
    wanted range = take_wanted(&w);
    double is = measure(s, &w);
    bool good = is >= range.low && is <= range.high;
    if (!good) {
        print_error("positions.txt:%d: %s:%s    it is %.2f\n", number, title, copy, is);
    }
    return good;
}

/* What positions.txt holds: a part of it that goes missing is missed here. */
enum { POSES_TOLD = 65, MEASURES_TOLD = 345 };

static void every_instruction_about_the_body_is_kept(void **state)
{
    FILE *file = fopen(UH_TEST_DATA "/positions.txt", "r");
    assert_non_null(file);
    char line[256];
    char title[256] = "";
    scene_of_words s = {0};
    uint32_t wrong = 0;
    uint32_t poses = 0;
    uint32_t measured = 0;
    for (int number = 1; fgets(line, sizeof line, file); number++) {
        if (line[0] == '#' || line[0] == '\n') {
            continue;
        }
        if (line[0] != ' ') {
            line[strcspn(line, "\n")] = '\0';
            (void)snprintf(title, sizeof title, "%s", line);
            s = enter_pose(line);
            poses++;
        } else {
            assert_true(s.known);
            wrong += !holds(&s, line, title, number);
            measured++;
        }
    }
    assert_int_equal(fclose(file), 0);
    assert_int_equal(poses, POSES_TOLD);
    assert_int_equal(measured, MEASURES_TOLD);
    assert_int_equal(wrong, 0);
}

static int set_up(void **state)
{
    (void)state;
    catalogue = builtin_catalogue();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_instruction_about_the_body_is_kept),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
