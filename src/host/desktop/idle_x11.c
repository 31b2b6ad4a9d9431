/* SPDX-License-Identifier: MIT */
/* idle_x11.c: alarms on the IDLETIME counter of the XSync extension. An alarm that waits for a long
 * time without input, and, once it rang, one that waits for the counter to fall. */
#include "host/desktop/idle_inside.h"

#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <systemd/sd-event.h>
#include <xcb/sync.h>
#include <xcb/xcb.h>

typedef struct x11_source {
    uh_idle *idle;
    xcb_connection_t *display;
    uint8_t first_event;
    xcb_sync_counter_t counter;
    sd_event_source *source;
    int64_t ms[UH_IDLE_WATCHES];
    xcb_sync_alarm_t rings[UH_IDLE_WATCHES]; /* no input for so long; 0: none */
    xcb_sync_alarm_t falls;                  /* input again; 0: none */
} x11_source;

static xcb_sync_alarm_t set_alarm(x11_source *x11, xcb_sync_testtype_t test, int64_t ms)
{
    const xcb_sync_alarm_t alarm = xcb_generate_id(x11->display);
    const xcb_sync_create_alarm_value_list_t values = {
        .counter = x11->counter,
        .valueType = XCB_SYNC_VALUETYPE_ABSOLUTE,
        .value = {(int32_t)(ms >> 32), (uint32_t)ms},
        .testType = test,
        .events = 1,
    };
    (void)xcb_sync_create_alarm_aux(x11->display, alarm,
                                    XCB_SYNC_CA_COUNTER | XCB_SYNC_CA_VALUE_TYPE |
                                        XCB_SYNC_CA_VALUE | XCB_SYNC_CA_TEST_TYPE |
                                        XCB_SYNC_CA_DELTA | XCB_SYNC_CA_EVENTS,
                                    &values);
    return alarm;
}

static void drop_alarm(x11_source *x11, xcb_sync_alarm_t *alarm)
{
    if (*alarm != 0) {
        (void)xcb_sync_destroy_alarm(x11->display, *alarm);
        *alarm = 0;
    }
}

static void set_ringing(x11_source *x11, uh_idle_watch watch)
{
    drop_alarm(x11, &x11->rings[watch]);
    if (x11->ms[watch] > 0) {
        x11->rings[watch] = set_alarm(x11, XCB_SYNC_TESTTYPE_POSITIVE_COMPARISON, x11->ms[watch]);
    }
}

/* Input came: no watch waits for it any more, each waits for absence again. */
static void hear_input(x11_source *x11)
{
    drop_alarm(x11, &x11->falls);
    for (uh_idle_watch watch = 0; watch < UH_IDLE_WATCHES; watch++) {
        set_ringing(x11, watch);
    }
    uh_idle_is_active(x11->idle);
}

/* An alarm hears only what comes after it: was there input before the server had it? */
static bool was_missed(const x11_source *x11, int64_t ms)
{
    xcb_sync_query_counter_reply_t *reply = xcb_sync_query_counter_reply(
        x11->display, xcb_sync_query_counter(x11->display, x11->counter), NULL);
    const bool missed =
        reply != NULL && ((int64_t)reply->counter_value.hi << 32 | reply->counter_value.lo) < ms;
    free(reply);
    return missed;
}

static void hear_absence(x11_source *x11, uh_idle_watch watch, int64_t value)
{
    bool missed = false;
    if (x11->falls == 0) {
        const int64_t below = value > 1 ? value - 1 : 1;
        x11->falls = set_alarm(x11, XCB_SYNC_TESTTYPE_NEGATIVE_TRANSITION, below);
        missed = was_missed(x11, below);
    }
    uh_idle_is_idle(x11->idle, watch);
    if (missed) {
        hear_input(x11);
    }
}

static void hear_alarm(x11_source *x11, const xcb_sync_alarm_notify_event_t *event)
{
    const int64_t value = (int64_t)event->counter_value.hi << 32 | event->counter_value.lo;
    if (event->state == XCB_SYNC_ALARMSTATE_DESTROYED) {
        return;
    }
    if (x11->falls != 0 && event->alarm == x11->falls) {
        hear_input(x11);
        return;
    }
    for (uh_idle_watch watch = 0; watch < UH_IDLE_WATCHES; watch++) {
        if (x11->rings[watch] != 0 && event->alarm == x11->rings[watch]) {
            hear_absence(x11, watch, value);
            return;
        }
    }
}

static int on_display(sd_event_source *source, int fd, uint32_t events, void *user)
{
    x11_source *x11 = user;
    xcb_generic_event_t *event;
    (void)source;
    (void)fd;
    (void)events;
    while ((event = xcb_poll_for_event(x11->display)) != NULL) {
        if ((event->response_type & 0x7f) == x11->first_event + XCB_SYNC_ALARM_NOTIFY) {
            hear_alarm(x11, (const void *)event);
        }
        free(event);
    }
    (void)xcb_flush(x11->display);
    if (xcb_connection_has_error(x11->display) != 0) {
        uh_idle_is_lost(x11->idle);
    }
    return 0;
}

static bool has_sync(x11_source *x11)
{
    const xcb_query_extension_reply_t *there = xcb_get_extension_data(x11->display, &xcb_sync_id);
    if (there == NULL || !there->present) {
        return false;
    }
    x11->first_event = there->first_event;
    xcb_sync_initialize_reply_t *reply =
        xcb_sync_initialize_reply(x11->display, xcb_sync_initialize(x11->display, 3, 1), NULL);
    const bool agreed = reply != NULL;
    free(reply);
    return agreed;
}

/* xcb's own function counts the padding of the C struct, which is not on the wire. */
static const char *name_of(const xcb_sync_systemcounter_t *counter)
{
    return (const char *)&counter->name_len + sizeof counter->name_len;
}

static bool find_counter(x11_source *x11)
{
    static const char name[] = "IDLETIME";
    xcb_sync_list_system_counters_reply_t *reply = xcb_sync_list_system_counters_reply(
        x11->display, xcb_sync_list_system_counters(x11->display), NULL);
    if (reply == NULL) {
        return false;
    }
    xcb_sync_systemcounter_iterator_t at = xcb_sync_list_system_counters_counters_iterator(reply);
    for (; at.rem > 0; xcb_sync_systemcounter_next(&at)) {
        if (at.data->name_len == sizeof name - 1 &&
            memcmp(name_of(at.data), name, sizeof name - 1) == 0) {
            x11->counter = at.data->counter;
        }
    }
    free(reply);
    return x11->counter != 0;
}

static void x11_close(void *source)
{
    x11_source *x11 = source;
    sd_event_source_disable_unref(x11->source);
    xcb_disconnect(x11->display);
    free(x11);
}

static void *x11_open(uh_idle *idle)
{
    x11_source *x11 = calloc(1, sizeof *x11);
    if (x11 == NULL) {
        return NULL;
    }
    x11->idle = idle;
    x11->display = xcb_connect(NULL, NULL);
    if (xcb_connection_has_error(x11->display) != 0 || !has_sync(x11) || !find_counter(x11) ||
        sd_event_add_io(uh_loop_event(uh_idle_loop(idle)), &x11->source,
                        xcb_get_file_descriptor(x11->display), EPOLLIN, on_display, x11) < 0) {
        x11_close(x11);
        return NULL;
    }
    return x11;
}

static void x11_set(void *source, uh_idle_watch watch, int64_t ms)
{
    x11_source *x11 = source;
    x11->ms[watch] = ms;
    set_ringing(x11, watch);
    (void)xcb_flush(x11->display);
}

const uh_idle_row uh_idle_x11 = {x11_open, x11_set, x11_close};
