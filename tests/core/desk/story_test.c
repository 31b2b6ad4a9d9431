/* SPDX-License-Identifier: MIT */
/* The stories of stories/: run with the name of a story file to see what really happens in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/desk/desk.h"
#include "core/desk/zones.h"

enum { TEXT_MAX = 65536, LINE_MAX_SIZE = 256 };

/* Times in a story are those of a clock on the wall that is always right; the machine's own may be
 * set wrong, and its boot clock starts with it. */
typedef struct story {
    desk at;
    zones_name zone;
    bool begun;
    uh_date date;      /* of the times that follow */
    uh_date told_date; /* of the last line told */
    int64_t true_ms;   /* Unix time less boot time, by the sun */
    uint32_t heard;    /* events told so far */
    char told[TEXT_MAX];
    size_t length;
    char complaint[512];
    int line;
    const char *file;
} story;

__attribute__((format(printf, 2, 3))) static bool complain(story *of, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int length = snprintf(of->complaint, sizeof of->complaint, "%s:%d: ", of->file, of->line);
    (void)vsnprintf(of->complaint + length, sizeof of->complaint - (size_t)length, format,
                    arguments);
    va_end(arguments);
    return false;
}

__attribute__((format(printf, 2, 3))) static void say(story *of, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    of->length +=
        (size_t)vsnprintf(of->told + of->length, TEXT_MAX - of->length, format, arguments);
    va_end(arguments);
    if (of->length >= TEXT_MAX) {
        abort();
    }
}

/* -- times -- */

static uh_zone true_zone(const story *of, int64_t unix_ms)
{
    return zones_at(of->zone, (uh_unix_ms){unix_ms});
}

static bool read_clock(const char *word, int64_t *ret_ms)
{
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    const int count = sscanf(word, "%d:%d:%d", &hours, &minutes, &seconds);
    *ret_ms = HOURS(hours) + MINUTES(minutes) + seconds * INT64_C(1000);
    return count >= 2;
}

/* The boot time of a clock reading on the story's present date. */
static bool read_time(const story *of, const char *word, int64_t *ret_boot_ms)
{
    int64_t clock_ms = 0;
    if (!read_clock(word, &clock_ms)) {
        return false;
    }
    /* as the zone was on the day before, so that changes are ahead of it */
    const int64_t about_ms = of->date.days * INT64_C(86400000) - HOURS(36);
    const uh_zone zone = true_zone(of, about_ms);
    const uh_unix_ms minute = uh_zone_reach(&zone, of->date, (uint32_t)(clock_ms / 60000));
    *ret_boot_ms = minute.ms + clock_ms % 60000 - of->true_ms;
    return true;
}

static void say_clock(story *of, int64_t unix_ms, bool seconds)
{
    const uh_zone zone = true_zone(of, unix_ms);
    const int64_t local_ms =
        unix_ms + uh_zone_offset_s(&zone, (uh_unix_ms){unix_ms}) * INT64_C(1000);
    const int64_t second = local_ms / 1000 % 86400;
    say(of, "%" PRId64 ":%02" PRId64, second / 3600, second / 60 % 60);
    if (seconds && second % 60 != 0) {
        say(of, ":%02" PRId64, second % 60);
    }
}

/* A new date is told before the first line of it. */
static void say_time(story *of, int64_t boot_ms)
{
    char text[UH_DATE_TEXT_SIZE];
    const int64_t unix_ms = boot_ms + of->true_ms;
    const uh_zone zone = true_zone(of, unix_ms);
    const uh_date date = uh_zone_calendar_date(&zone, (uh_unix_ms){unix_ms});
    if (date.days != of->told_date.days) {
        uh_date_write(date, text);
        say(of, "on %s\n", text);
        of->told_date = date;
    }
    say_clock(of, unix_ms, true);
    say(of, " ");
}

static void say_length(story *of, int64_t ms)
{
    const int64_t seconds = ms / 1000;
    if (seconds >= 3600) {
        say(of, "%" PRId64 " h %" PRId64 " min", seconds / 3600, seconds / 60 % 60);
    } else if (seconds % 60 == 0) {
        say(of, "%" PRId64 " min", seconds / 60);
    } else {
        say(of, "%" PRId64 ":%02" PRId64 " min", seconds / 60, seconds % 60);
    }
}

/* -- what happens -- */

static void say_day(story *of, const uh_schedule_day *day)
{
    char date[UH_DATE_TEXT_SIZE];
    uh_date_write(day->date, date);
    say(of, "%s is over: sat ", date);
    say_length(of, day->sitting_ms);
    say(of, ", %u breaks, %u prompts", day->breaks, day->prompts);
}

static void say_event(story *of, const uh_schedule_event *event)
{
    say_time(of, event->at.boot.ms);
    switch (event->kind) {
    case UH_SCHEDULE_SOON:
        say(of, "soon: %s", uh_prompt_name(event->prompt));
        break;
    case UH_SCHEDULE_NOW:
        say(of, "%s%s after ", uh_prompt_name(event->prompt), event->again ? " once more" : "");
        say_length(of, event->sitting_ms);
        break;
    case UH_SCHEDULE_WITHDRAW:
        say(of, "taken away: %s", uh_withdraw_name(event->why));
        break;
    case UH_SCHEDULE_CONFIRM:
        say(of, "say it again");
        break;
    case UH_SCHEDULE_START:
        say(of, "start: %s", uh_prompt_name(event->prompt));
        break;
    case UH_SCHEDULE_BREAK:
        say(of, "break: %s", uh_pause_kind_name(event->pause));
        if (event->pause == UH_PAUSE_AWAY) {
            say(of, " since ");
            say_clock(of, event->began.boot.ms + of->true_ms, true);
        }
        break;
    case UH_SCHEDULE_BACK:
        say(of, "back after ");
        say_length(of, event->length_ms);
        break;
    case UH_SCHEDULE_DAY:
        say_day(of, &event->day);
        break;
    case UH_SCHEDULE_LOOK:
    case UH_SCHEDULE_EVENT_COUNT:
        break;
    }
    say(of, "\n");
}

static void say_events(story *of)
{
    for (; of->heard < of->at.count; of->heard++) {
        say_event(of, &of->at.events[of->heard]);
    }
}

/* "sat 45 min, next at 9:45" */
static void say_view(story *of)
{
    const uh_schedule_view view = uh_schedule_look(&of->at.schedule, (uh_boot_ms){of->at.boot_ms});
    say_time(of, of->at.boot_ms);
    say(of, "%s, sat ", view.here ? (view.engaged ? "engaged" : "here") : "away");
    say_length(of, view.sitting_ms);
    if (view.has_next) {
        say(of, ", next at ");
        say_clock(of, view.next.boot.ms + of->true_ms, true);
    }
    say(of, "%s%s%s\n", view.quiet ? ", quiet" : "", view.is_open ? "" : ", closed",
        view.missed ? ", one was missed" : "");
}

/* -- what is done -- */

static uint32_t busy_of(const char *words)
{
    uint32_t busy = 0;
    for (uint32_t i = 0; i < UH_BUSY_COUNT; i++) {
        busy |= strstr(words, uh_busy_name(i)) ? 1U << i : 0;
    }
    return busy;
}

static void tell_zone(story *of)
{
    of->at.zone = true_zone(of, of->at.boot_ms + of->true_ms);
    assert_int_equal(uh_schedule_set_zone(&of->at.schedule, &of->at.zone, desk_now(&of->at)),
                     UH_OK);
    desk_take(&of->at);
}

static zones_name zone_named(const char *word)
{
    static const char *const names[] = {"Amsterdam", "New-York", "Lord-Howe", "Kathmandu"};
    for (uint32_t i = 0; i < ZONES_COUNT; i++) {
        if (strcmp(names[i], word) == 0) {
            return (zones_name)i;
        }
    }
    return ZONES_COUNT;
}

static bool act_on_clocks(story *of, const char *text, bool *done)
{
    int minutes = 0;
    char word[32] = "";
    *done = true;
    if (sscanf(text, "the clock is set by %d min", &minutes) == 1) {
        of->at.wall_ms += MINUTES(minutes);
        desk_tell(&of->at, UH_TELL_CLOCK);
    } else if (sscanf(text, "the zone is %31s", word) == 1) {
        of->zone = zone_named(word);
        if (of->zone == ZONES_COUNT) {
            return complain(of, "no such zone: %s", word);
        }
        tell_zone(of);
    } else if (strcmp(text, "the zone is looked up") == 0) {
        tell_zone(of);
    } else if (sscanf(text, "the daemon is killed for %d s", &minutes) == 1) {
        desk_restart(&of->at, false, false, minutes * INT64_C(1000));
    } else if (sscanf(text, "the machine is off for %d min", &minutes) == 1) {
        desk_restart(&of->at, true, true, MINUTES(minutes));
        of->true_ms = of->at.wall_ms;
    } else {
        *done = false;
    }
    return true;
}

static bool read_prompt(const char *word, uh_prompt *ret_prompt)
{
    for (uint32_t i = 0; i < UH_PROMPT_COUNT; i++) {
        if (strcmp(uh_prompt_name(i), word) == 0) {
            *ret_prompt = (uh_prompt)i;
            return true;
        }
    }
    return false;
}

static bool read_reason(const char *word, uh_skip_reason *ret_reason)
{
    for (uint32_t i = 0; i <= UH_SKIP_DONE_ALREADY; i++) {
        if (strcmp(uh_skip_reason_name(i), word) == 0) {
            *ret_reason = (uh_skip_reason)i;
            return true;
        }
    }
    return false;
}

/* An input by its name, with what belongs to it. */
static bool read_input(story *of, const char *text, uh_schedule_input *ret_input)
{
    char name[32] = "";
    char word[32] = "";
    char more[32] = "";
    const int count = sscanf(text, "%31s %31s %31s", name, word, more);
    ret_input->since = (uh_boot_ms){of->at.boot_ms};
    ret_input->prompt = UH_PROMPT_STRETCH;
    uint32_t kind = 0;
    while (kind < UH_TELL_COUNT && strcmp(uh_schedule_input_name(kind), name) != 0) {
        kind++;
    }
    ret_input->kind = (uh_schedule_input_kind)kind;
    if (kind == UH_TELL_COUNT || kind == UH_TELL_BUSY) {
        return complain(of, "nobody tells '%s'", text);
    }
    if (kind == UH_TELL_STILL) {
        ret_input->since.ms -= UH_SCHEDULE_STILL_MS;
    }
    if (strcmp(word, "since") == 0) {
        return read_time(of, more, &ret_input->since.ms) || complain(of, "no time: %s", more);
    }
    if (kind == UH_TELL_NOW && count > 1) {
        return read_prompt(word, &ret_input->prompt) || complain(of, "no prompt: %s", word);
    }
    if (kind == UH_TELL_SKIP && count > 1) {
        ret_input->typed = strcmp(more, "typed") == 0;
        return read_reason(word, &ret_input->reason) || complain(of, "no reason: %s", word);
    }
    ret_input->length_ms = MINUTES(strtol(word, NULL, 10));
    return true;
}

static bool act_by_input(story *of, const char *text)
{
    uh_schedule_input input = {0};
    if (!read_input(of, text, &input)) {
        return false;
    }
    const uh_status status = desk_tell_all(&of->at, input);
    if (status != UH_OK) {
        say(of, "  not possible now\n");
    }
    return true;
}

/* "at 9:45 idle since 9:43", "at 9:50 busy camera, microphone", "at 10:00 free", "at 11:00 look" */
static bool act_at(story *of, const char *text)
{
    char time[16] = "";
    int offset = 0;
    int64_t boot_ms = 0;
    bool done = false;
    if (sscanf(text, "at %15s %n", time, &offset) != 1 || !read_time(of, time, &boot_ms)) {
        return complain(of, "no time: %s", text);
    }
    if (boot_ms < of->at.boot_ms) {
        return complain(of, "before what already happened: %s", text);
    }
    if (of->at.schedule.away == 0 || strncmp(text + offset, "wake", 4) != 0) {
        desk_pass(&of->at, boot_ms - of->at.boot_ms);
    } else {
        desk_freeze(&of->at, boot_ms - of->at.boot_ms);
        desk_take(&of->at);
    }
    say_events(of);
    say(of, "%s\n", text);
    const char *what = text + offset;
    if (strcmp(what, "look") == 0) {
        say_view(of);
        return true;
    }
    if (strcmp(what, "end") == 0) {
        return true;
    }
    if (strncmp(what, "busy ", 5) == 0 || strcmp(what, "free") == 0) {
        of->at.busy = busy_of(what);
        return true;
    }
    if (!act_on_clocks(of, what, &done)) {
        return false;
    }
    const bool good = done || act_by_input(of, what);
    say_events(of);
    return good;
}

/* -- how it begins -- */

static bool read_hours(story *of, const char *text)
{
    static const char days[] = "montuewedthufrisatsun";
    char first[4] = "";
    char last[4] = "";
    int from_h = 0;
    int from_min = 0;
    int to_h = 0;
    int to_min = 0;
    if (sscanf(text, "hours %3[a-z]-%3[a-z] %d:%d-%d:%d", first, last, &from_h, &from_min, &to_h,
               &to_min) != 6 ||
        !strstr(days, first) || !strstr(days, last)) {
        return complain(of, "not 'hours mon-fri 9:00-17:00': %s", text);
    }
    const uint32_t until = (uint32_t)(strstr(days, last) - days) / 3;
    for (uint32_t day = (uint32_t)(strstr(days, first) - days) / 3; day <= until; day++) {
        uh_schedule_hours *hours = &of->at.settings.hours[day][of->at.settings.hours_count[day]++];
        *hours =
            (uh_schedule_hours){(uint32_t)(from_h * 60 + from_min), (uint32_t)(to_h * 60 + to_min)};
    }
    return true;
}

static bool read_moment(story *of, const char *text)
{
    int64_t clock_ms = 0;
    uh_schedule_settings *settings = &of->at.settings;
    if (!read_clock(text + strlen("moment "), &clock_ms) ||
        settings->moment_count == UH_SCHEDULE_MOMENTS_MAX) {
        return complain(of, "not 'moment 10:30': %s", text);
    }
    settings->moments[settings->moment_count++] =
        (uh_schedule_moment){(uint32_t)(clock_ms / 60000), strstr(text, " long") != NULL};
    return true;
}

/* A line before the first "at"; false with no complaint: it is none. */
static bool set_up(story *of, const char *text)
{
    int number = 0;
    char word[32] = "";
    uh_schedule_settings *settings = &of->at.settings;
    if (sscanf(text, "interval %d min", &number) == 1) {
        settings->interval_ms = MINUTES(number);
    } else if (sscanf(text, "away after %d min", &number) == 1) {
        settings->away_ms = MINUTES(number);
    } else if (sscanf(text, "posture %d min", &number) == 1) {
        settings->posture_ms = MINUTES(number);
    } else if (strcmp(text, "gentle") == 0) {
        settings->gentle = true;
    } else if (strcmp(text, "stretch always") == 0) {
        settings->stretch_always = true;
    } else if (sscanf(text, "zone %31s", word) == 1) {
        of->zone = zone_named(word);
    } else if (strncmp(text, "moment ", 7) == 0) {
        return read_moment(of, text);
    } else if (strncmp(text, "hours ", 6) == 0) {
        return read_hours(of, text);
    } else {
        return false;
    }
    return true;
}

static bool begin(story *of, const char *text)
{
    char time[16] = "";
    int64_t boot_ms = 0;
    if (sscanf(text, "at %15s sits down", time) != 1 || !read_time(of, time, &boot_ms)) {
        return complain(of, "not 'at 9:00 sits down': %s", text);
    }
    const uh_schedule_settings settings = of->at.settings;
    const uh_zone zone = true_zone(of, boot_ms);
    desk_open_at(&of->at, &settings, &zone, boot_ms); /* as long as true_ms is 0 it is Unix time */
    of->true_ms = of->at.wall_ms;
    of->begun = true;
    say(of, "%s\n", text);
    return true;
}

static bool tell_line(story *of, const char *text)
{
    char date[UH_DATE_TEXT_SIZE] = "";
    if (sscanf(text, "on %15s", date) == 1 && uh_date_read(date, &of->date) == UH_OK) {
        if (!of->begun) {
            of->told_date = of->date;
            say(of, "%s\n", text);
        }
        return true;
    }
    if (strncmp(text, "at ", 3) == 0) {
        return of->begun ? act_at(of, text) : begin(of, text);
    }
    if (!of->begun) {
        if (!set_up(of, text)) {
            return of->complaint[0] == '\0' ? complain(of, "what is this: %s", text) : false;
        }
        say(of, "%s\n", text);
    }
    return true; /* what is expected is compared at the end */
}

/* -- reading and comparing -- */

static char *next_line(char **rest)
{
    char *line = *rest;
    char *end = strchr(line, '\n');
    *rest = end ? end + 1 : line + strlen(line);
    if (end) {
        *end = '\0';
    }
    return line;
}

static bool is_for_readers(const char *line)
{
    return line[0] == '#' || line[0] == '\0';
}

static bool compare(story *of, char *text)
{
    char *told = of->told;
    of->line = 0;
    for (char *rest = text; *rest != '\0';) {
        const char *written = next_line(&rest);
        of->line++;
        if (is_for_readers(written)) {
            continue;
        }
        const size_t length = strcspn(told, "\n");
        if (length != strlen(written) || strncmp(told, written, length) != 0) {
            return complain(of, "written '%s', but really '%.*s'", written, (int)length, told);
        }
        told += length + (told[length] == '\n');
    }
    return *told == '\0' || complain(of, "the story ends here, but really '%.*s' follows",
                                     (int)strcspn(told, "\n"), told);
}

static bool play(story *of, char *text)
{
    of->line = 0;
    for (char *rest = text; *rest != '\0';) {
        const char *line = next_line(&rest);
        of->line++;
        if (!is_for_readers(line) && !tell_line(of, line)) {
            return false;
        }
    }
    say_events(of);
    return true;
}

static story of;
static char text[TEXT_MAX];
static char copy[TEXT_MAX];

static bool holds(const char *file)
{
    memset(&of, 0, sizeof of);
    of.file = file;
    of.at.settings = desk_plain();
    memcpy(copy, text, sizeof copy);
    return play(&of, copy) && (memcpy(copy, text, sizeof copy), compare(&of, copy));
}

static void read_story(const char *path)
{
    FILE *stream = fopen(path, "r");
    if (!stream) {
        perror(path);
        abort();
    }
    text[fread(text, 1, sizeof text - 1, stream)] = '\0';
    (void)fclose(stream);
}

static void each_story_comes_true(void **state)
{
    char path[1024];
    int count = 0;
    int wrong = 0;
    DIR *folder = opendir(UH_TEST_DATA "/stories");
    assert_non_null(folder);
    for (const struct dirent *found = readdir(folder); found; found = readdir(folder)) {
        const char *ending = strrchr(found->d_name, '.');
        if (!ending || strcmp(ending, ".story") != 0) {
            continue;
        }
        (void)snprintf(path, sizeof path, "%s/stories/%s", UH_TEST_DATA, found->d_name);
        read_story(path);
        if (!holds(path)) {
            print_error("%s\n-- what happens:\n%s", of.complaint, of.told);
            wrong++;
        }
        count++;
    }
    (void)closedir(folder);
    assert_int_equal(wrong, 0);
    assert_true(count >= 12);
}

static void a_wrong_story_is_told_by_file_and_line(void **state)
{
    static const struct {
        const char *words;
        const char *complaint;
    } cases[] = {
        {"on 2026-03-02\nat 9:00 sits down\n9:44 soon: long\nat 9:44 end\n",
         "a.story:3: written '9:44 soon: long', but really '9:44 soon: stand'"},
        {"on 2026-03-02\nat 9:00 sits down\nat 9:44 end\n",
         "a.story:3: written 'at 9:44 end', but really '9:44 soon: stand'"},
        {"on 2026-03-02\nat 9:00 sits down\nat 9:10 jumps\n", "a.story:3: nobody tells 'jumps'"},
        {"on 2026-03-02\nat 9:00 sits down\nat 8:00 end\n", "a.story:3: before what already"},
        {"bananas\n", "a.story:1: what is this: bananas"},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        (void)snprintf(text, sizeof text, "%s", cases[i].words);
        assert_false(holds("a.story"));
        if (!strstr(of.complaint, cases[i].complaint)) {
            fail_msg("%s", of.complaint);
        }
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_story_comes_true),
        cmocka_unit_test(a_wrong_story_is_told_by_file_and_line),
    };
    if (argc > 1) {
        read_story(argv[1]);
        (void)holds(argv[1]);
        (void)fputs(of.told, stdout);
        (void)fprintf(stderr, "%s\n", of.complaint);
        return 0;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
