/* SPDX-License-Identifier: MIT */
/* session_stage.h: one session for the tests of sessions, and how they play it. Include it after
 * cmocka.h. */
#ifndef UNHUNCH_TESTS_CORE_SESSION_STAGE_H
#define UNHUNCH_TESTS_CORE_SESSION_STAGE_H

#include "core/patch.h"

static uh_catalogue catalogue;
static uh_routine routine;
static uh_session session;

static inline int begin(void **state)
{
    (void)state;
    catalogue = patchable_catalogue();
    routine = (uh_routine){0};
    return 0;
}

static inline uh_routine_entry *add(const char *key)
{
    return add_stretch(&catalogue, &routine, key, UH_LEVEL_START);
}

static inline void start_at(uint32_t speed_percent, int64_t ms)
{
    uh_session_options options = uh_session_default_options();
    options.speed_percent = speed_percent;
    assert_int_equal(uh_session_start(&catalogue, &routine, options, (uh_boot_ms){ms}, &session),
                     UH_OK);
}

static inline void start(void)
{
    start_at(100, 0);
}

static inline uh_boot_ms at(int64_t ms)
{
    return (uh_boot_ms){ms};
}

static inline uint32_t take_until(int64_t ms)
{
    uh_session_event event;
    uint32_t count = 0;
    while (uh_session_next(&session, at(ms), &event)) {
        count++;
    }
    return count;
}

/* The next event of a kind, whenever it is due. */
static inline uh_session_event next_of(uh_event_kind kind)
{
    uh_session_event event = {0};
    do {
        assert_true(uh_session_next(&session, at(INT64_MAX - 1), &event));
    } while (event.kind != kind);
    return event;
}

static inline uh_session_event start_of(uh_phase phase)
{
    uh_session_event event = next_of(UH_EVENT_START);
    while (event.phase != phase) {
        event = next_of(UH_EVENT_START);
    }
    return event;
}

static inline uh_session_event next_event(void)
{
    uh_session_event event = {0};
    assert_true(uh_session_next(&session, at(INT64_MAX - 1), &event));
    return event;
}

typedef uh_status command(uh_session *, uh_boot_ms);

static inline uh_status press_stop(uh_session *of, uh_boot_ms now)
{
    return uh_session_stop(of, UH_STOP_OTHER, now);
}

static inline uh_status press_skip(uh_session *of, uh_boot_ms now)
{
    return uh_session_skip(of, UH_SKIP_NOT_NOW, now);
}

static inline void press_at(command *press, int64_t ms, uh_status expected)
{
    (void)take_until(ms);
    assert_int_equal(press(&session, at(ms)), expected);
    (void)take_until(ms);
}

#endif
