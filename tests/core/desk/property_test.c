/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/desk/desk.h"
#include "core/desk/zones.h"

enum { ROUNDS = 60, ACTS = 300 };

static uint64_t dice;

static int64_t between(int64_t least, int64_t most)
{
    dice ^= dice << 13;
    dice ^= dice >> 7;
    dice ^= dice << 17;
    return least + (int64_t)(dice % (uint64_t)(most - least + 1));
}

/* One thing that happens, after some time. */
typedef struct act {
    int64_t after_ms;
    uint32_t busy;   /* from then on */
    int64_t step_ms; /* of the wall clock */
    uh_schedule_input input;
    int64_t ago_ms; /* since */
} act;

static uh_schedule_settings random_settings(void)
{
    uh_schedule_settings settings = uh_schedule_default_settings();
    settings.interval_ms = MINUTES(between(20, 60));
    settings.away_ms = MINUTES(between(1, 15));
    settings.posture_ms = between(0, 2) == 0 ? MINUTES(between(10, 60)) : 0;
    settings.gentle = between(0, 5) == 0;
    settings.stretch_always = between(0, 2) == 0;
    for (uint32_t day = 0; day < 7 && between(0, 1) == 0; day++) {
        settings.hours_count[day] = 1;
        settings.hours[day][0] =
            (uh_schedule_hours){(uint32_t)between(0, 1439), (uint32_t)between(0, 1440)};
    }
    return settings;
}

/* What brings people back comes more often than what sends them away, or nobody would ever sit. */
static uh_schedule_input_kind random_kind(void)
{
    static const uh_schedule_input_kind back[] = {UH_TELL_ACTIVE, UH_TELL_UNLOCK, UH_TELL_WAKE,
                                                  UH_TELL_RESUME, UH_TELL_STILL};
    return between(0, 9) < 7 ? back[between(0, UH_COUNT(back) - 1)]
                             : (uh_schedule_input_kind)between(0, UH_TELL_COUNT - 1);
}

static act random_act(void)
{
    act made = {.after_ms = between(0, 3) == 0 ? between(0, 5000) : between(0, MINUTES(25)),
                .busy = between(0, 3) == 0 ? 1U << between(0, UH_BUSY_COUNT - 1) : 0,
                .step_ms = between(0, 9) == 0 ? between(-HOURS(50), HOURS(50)) : 0,
                .ago_ms = between(0, MINUTES(20))};
    made.input.kind = random_kind();
    made.input.busy = made.busy;
    made.input.length_ms = between(MINUTES(1), MINUTES(20));
    made.input.reason = (uh_skip_reason)between(0, UH_SKIP_DONE_ALREADY);
    made.input.prompt = (uh_prompt)between(0, UH_PROMPT_COUNT - 1);
    made.input.typed = between(0, 1) == 0;
    return made;
}

static void play(desk *at, const act *acts, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        desk_pass(at, acts[i].after_ms);
        at->busy = acts[i].busy;
        at->wall_ms += acts[i].step_ms;
        uh_schedule_input input = acts[i].input;
        input.since.ms = at->boot_ms - acts[i].ago_ms;
        assert_int_not_equal(desk_tell_all(at, input), UH_ERR_PENDING);
    }
}

static void open_desk(desk *at, const uh_schedule_settings *settings, uint32_t round)
{
    uh_zone_change changes[2];
    const zones_name name = (zones_name)(round % 3);
    (void)zones_changes(name, 2026, changes);
    const int64_t unix_ms = changes[round % 2].at.ms - HOURS(16); /* over a change */
    const uh_zone zone = zones_at(name, (uh_unix_ms){unix_ms});
    desk_open_at(at, settings, &zone, unix_ms);
}

static bool is_same_day(const uh_schedule_day *a, const uh_schedule_day *b)
{
    return a->date.days == b->date.days && a->sitting_ms == b->sitting_ms &&
           a->breaks == b->breaks && a->stretches == b->stretches && a->prompts == b->prompts &&
           a->snoozes == b->snoozes && a->skips == b->skips;
}

static bool is_same(const uh_schedule_event *a, const uh_schedule_event *b)
{
    return a->kind == b->kind && a->at.boot.ms == b->at.boot.ms && a->at.wall.ms == b->at.wall.ms &&
           a->sitting_ms == b->sitting_ms && a->prompt == b->prompt && a->again == b->again &&
           a->quiet == b->quiet && a->snooze_ms == b->snooze_ms && a->put_offs == b->put_offs &&
           a->why == b->why && a->pause == b->pause && a->began.boot.ms == b->began.boot.ms &&
           a->length_ms == b->length_ms && is_same_day(&a->day, &b->day);
}

static void assert_same(const desk *a, const desk *b)
{
    assert_int_equal(a->count, b->count);
    for (uint32_t i = 0; i < a->count; i++) {
        assert_true(is_same(&a->events[i], &b->events[i]));
    }
    assert_int_equal(a->looks, b->looks);
    assert_int_equal(uh_schedule_hash(&a->schedule), uh_schedule_hash(&b->schedule));
}

static act acts[ACTS];
static desk one;
static desk other;

static void throw_acts(void)
{
    for (uint32_t i = 0; i < ACTS; i++) {
        acts[i] = random_act();
    }
}

static void ticking_every_second_or_once_a_minute_gives_the_same_events(void **state)
{
    static const struct {
        int64_t stride_ms;
        bool late;
    } ticks[] = {{1000, false}, {60000, true}, {1000, true}, {17, false}, {HOURS(9), true}};
    dice = 11;
    uint32_t events = 0;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        const uh_schedule_settings settings = random_settings();
        throw_acts();
        open_desk(&one, &settings, round);
        play(&one, acts, ACTS);
        events += one.count;
        for (size_t i = 0; i < UH_COUNT(ticks); i++) {
            if (ticks[i].stride_ms == 17 && round > 0) {
                continue; /* once is enough */
            }
            open_desk(&other, &settings, round);
            other.stride_ms = ticks[i].stride_ms;
            other.late = ticks[i].late;
            play(&other, acts, ACTS);
            assert_same(&one, &other);
        }
    }
    assert_true(events > 5000);
}

static void a_copy_plays_on_like_its_original(void **state)
{
    dice = 12;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        const uh_schedule_settings settings = random_settings();
        throw_acts();
        open_desk(&one, &settings, round);
        play(&one, acts, ACTS / 2);
        memcpy(&other, &one, sizeof other);
        play(&one, acts + ACTS / 2, ACTS - ACTS / 2);
        play(&other, acts + ACTS / 2, ACTS - ACTS / 2);
        assert_same(&one, &other);
    }
}

/* Written and read back at any moment without a gap, it differs at most by peace after the start
 * and by a prompt that was up. */
static void what_is_written_at_any_moment_reads_back(void **state)
{
    static char text[UH_SCHEDULE_TEXT_SIZE];
    static char again[UH_SCHEDULE_TEXT_SIZE];
    dice = 13;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        const uh_schedule_settings settings = random_settings();
        throw_acts();
        open_desk(&one, &settings, round);
        for (uint32_t i = 0; i < ACTS; i++) {
            play(&one, acts + i, 1);
            uh_schedule back;
            (void)uh_schedule_write(&one.schedule, DESK_BOOT_ID, desk_now(&one), false, text,
                                    sizeof text);
            assert_int_equal(
                uh_schedule_read(text, DESK_BOOT_ID, &settings, &one.zone, desk_now(&one), &back),
                UH_OK);
            uh_schedule_event event;
            while (uh_schedule_next(&back, (uh_boot_ms){one.boot_ms}, &event)) {
            }
            const uh_schedule_view before =
                uh_schedule_look(&one.schedule, (uh_boot_ms){one.boot_ms});
            const uh_schedule_view after = uh_schedule_look(&back, (uh_boot_ms){one.boot_ms});
            assert_int_equal(before.sitting_ms, after.sitting_ms);
            assert_true(is_same_day(&before.today, &after.today));
            assert_int_equal(before.quiet, after.quiet);
            assert_int_equal(before.is_open, after.is_open);
            assert_int_equal(before.put_offs, after.put_offs);
            (void)uh_schedule_write(&back, DESK_BOOT_ID, desk_now(&one), false, again,
                                    sizeof again);
            assert_int_equal(
                uh_schedule_read(again, DESK_BOOT_ID, &settings, &one.zone, desk_now(&one), &back),
                UH_OK);
        }
    }
}

/* A refused input changes nothing that anybody could see. */
static void what_is_refused_changes_nothing(void **state)
{
    dice = 14;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        const uh_schedule_settings settings = random_settings();
        throw_acts();
        open_desk(&one, &settings, round);
        for (uint32_t i = 0; i < ACTS; i++) {
            play(&one, acts + i, 1);
            const uint64_t before = uh_schedule_hash(&one.schedule);
            const uh_schedule_input bad = {.kind = UH_TELL_SNOOZE,
                                           .at = desk_now(&one),
                                           .length_ms = UH_SCHEDULE_SNOOZE_MAX_MS + 1};
            assert_int_equal(uh_schedule_tell(&one.schedule, &bad), UH_ERR_RANGE);
            assert_int_equal(uh_schedule_hash(&one.schedule), before);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticking_every_second_or_once_a_minute_gives_the_same_events),
        cmocka_unit_test(a_copy_plays_on_like_its_original),
        cmocka_unit_test(what_is_written_at_any_moment_reads_back),
        cmocka_unit_test(what_is_refused_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
