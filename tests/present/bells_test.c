/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "unhunch/bells.h"

enum { RUNG_MAX = 64 };

/* When bells ring from `from` to `to`, looking every `tick` ms. */
typedef struct rung {
    uint32_t count;
    int64_t at[RUNG_MAX];
} rung;

static void listen(uh_bells *bells, int64_t from, int64_t to, int64_t tick, rung *heard)
{
    for (int64_t now = from; now < to; now += tick) {
        if (uh_bells_due(bells, (uh_boot_ms){now})) {
            heard->at[heard->count++] = now;
        }
    }
}

static void every_kind_of_event_has_a_rhythm_of_its_own(void **state)
{
    for (uint32_t a = UH_BELL_START; a < UH_BELL_KINDS; a++) {
        for (uint32_t b = a + 1; b < UH_BELL_KINDS; b++) {
            const uh_bell_pattern *one = uh_bell_pattern_of((uh_bell)a);
            const uh_bell_pattern *other = uh_bell_pattern_of((uh_bell)b);
            /* a leg of a movement and a counted second are never heard in one phase */
            const bool both_single = one->count == 1 && other->count == 1;
            assert_true(both_single || one->count != other->count ||
                        memcmp(one->at_ms, other->at_ms, sizeof one->at_ms) != 0);
        }
    }
}

static void a_pattern_rings_as_its_table_says(void **state)
{
    uh_bells bells = {0};
    rung heard = {0};
    uh_bells_ring(&bells, UH_BELL_NEXT, (uh_boot_ms){1000});
    listen(&bells, 1000, 4000, 1, &heard);
    assert_int_equal(heard.count, 3);
    assert_int_equal(heard.at[0], 1000);
    assert_int_equal(heard.at[1], 1200);
    assert_int_equal(heard.at[2], 1800);
    assert_int_equal(uh_bells_deadline(&bells).ms, UH_NEVER.ms);
}

static void a_new_pattern_ends_the_old_one_after_a_silence(void **state)
{
    uh_bells bells = {0};
    rung heard = {0};
    uh_bells_ring(&bells, UH_BELL_STOPPED, (uh_boot_ms){0});
    listen(&bells, 0, 250, 1, &heard);
    assert_int_equal(heard.count, 2);
    uh_bells_ring(&bells, UH_BELL_HOLD, (uh_boot_ms){250});
    listen(&bells, 250, 3000, 1, &heard);
    assert_int_equal(heard.count, 4);
    assert_int_equal(heard.at[2], 200 + UH_BELL_SILENCE_MS);
    assert_int_equal(heard.at[3] - heard.at[2], 200);
}

static void a_lone_bell_gives_way_to_a_pattern_that_sounds(void **state)
{
    uh_bells bells = {0};
    rung heard = {0};
    uh_bells_ring(&bells, UH_BELL_HOLD, (uh_boot_ms){0});
    uh_bells_ring(&bells, UH_BELL_COUNT, (uh_boot_ms){0});
    listen(&bells, 0, 300, 1, &heard);
    uh_bells_ring(&bells, UH_BELL_COUNT, (uh_boot_ms){300});
    listen(&bells, 300, 2000, 1, &heard);
    assert_int_equal(heard.count, 2);
    uh_bells_ring(&bells, UH_BELL_COUNT, (uh_boot_ms){2000});
    listen(&bells, 2000, 3000, 1, &heard);
    assert_int_equal(heard.count, 3);
}

static void a_late_loop_keeps_the_rhythm(void **state)
{
    uh_bells bells = {0};
    rung heard = {0};
    uh_bells_ring(&bells, UH_BELL_RELEASE, (uh_boot_ms){0});
    listen(&bells, 900, 3000, 10, &heard);
    assert_int_equal(heard.count, 3);
    assert_int_equal(heard.at[1] - heard.at[0], 200);
    assert_int_equal(heard.at[2] - heard.at[1], 200);
}

static void hush_is_silence(void **state)
{
    uh_bells bells = {0};
    rung heard = {0};
    uh_bells_ring(&bells, UH_BELL_DONE, (uh_boot_ms){0});
    uh_bells_hush(&bells);
    listen(&bells, 0, 3000, 1, &heard);
    assert_int_equal(heard.count, 0);
}

static void every_phase_but_rest_is_heard(void **state)
{
    for (uint32_t phase = 0; phase < UH_PHASE_COUNT; phase++) {
        const uh_session_event event = {.kind = UH_EVENT_START, .phase = (uh_phase)phase};
        assert_int_equal(uh_bell_for(&event) == UH_BELL_NONE, phase == UH_PHASE_REST);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_event_has_a_rhythm_of_its_own),
        cmocka_unit_test(a_pattern_rings_as_its_table_says),
        cmocka_unit_test(a_new_pattern_ends_the_old_one_after_a_silence),
        cmocka_unit_test(a_lone_bell_gives_way_to_a_pattern_that_sounds),
        cmocka_unit_test(a_late_loop_keeps_the_rhythm),
        cmocka_unit_test(hush_is_silence),
        cmocka_unit_test(every_phase_but_rest_is_heard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
