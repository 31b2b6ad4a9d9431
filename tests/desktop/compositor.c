/* SPDX-License-Identifier: MIT */
/* compositor SOCKET ext|kde: a Wayland compositor with a seat and one idle protocol. Nobody is ever
 * idle by themselves: "idle MS" and "active" on stdin say so to the watches of that length (MS 0:
 * all). Each watch is told on stdout: "watch MS". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wayland-server.h>

#include "ext-idle-notify-v1-server-protocol.h"
#include "kde-idle-server-protocol.h"

enum { WATCHES_MAX = 16 };

static struct {
    struct wl_resource *resource;
    uint32_t ms;
} watches[WATCHES_MAX];
static uint32_t watch_count;
static bool is_kde;

static void destroy(struct wl_client *client, struct wl_resource *resource)
{
    (void)client;
    wl_resource_destroy(resource);
}

static void pretend_activity(struct wl_client *client, struct wl_resource *resource)
{
    (void)client;
    (void)resource;
}

static void on_destroyed(struct wl_resource *resource)
{
    for (uint32_t i = 0; i < watch_count; i++) {
        if (watches[i].resource == resource) {
            watches[i] = watches[--watch_count];
        }
    }
}

static const struct ext_idle_notification_v1_interface ext_watch = {destroy};
static const struct org_kde_kwin_idle_timeout_interface kde_watch = {destroy, pretend_activity};

static void add(struct wl_resource *resource, uint32_t ms)
{
    if (watch_count < WATCHES_MAX) {
        watches[watch_count].resource = resource;
        watches[watch_count++].ms = ms;
    }
    (void)printf("watch %u\n", ms);
    (void)fflush(stdout);
}

static void ext_get(struct wl_client *client, struct wl_resource *notifier, uint32_t id,
                    uint32_t ms, struct wl_resource *seat)
{
    struct wl_resource *watch =
        wl_resource_create(client, &ext_idle_notification_v1_interface, 1, id);
    (void)notifier;
    (void)seat;
    wl_resource_set_implementation(watch, &ext_watch, NULL, on_destroyed);
    add(watch, ms);
}

static void kde_get(struct wl_client *client, struct wl_resource *manager, uint32_t id,
                    struct wl_resource *seat, uint32_t ms)
{
    struct wl_resource *watch =
        wl_resource_create(client, &org_kde_kwin_idle_timeout_interface, 1, id);
    (void)manager;
    (void)seat;
    wl_resource_set_implementation(watch, &kde_watch, NULL, on_destroyed);
    add(watch, ms);
}

static const struct ext_idle_notifier_v1_interface ext_manager = {destroy, ext_get};
static const struct org_kde_kwin_idle_interface kde_manager = {kde_get};

static void bind_ext(struct wl_client *client, void *data, uint32_t version, uint32_t id)
{
    (void)version;
    wl_resource_set_implementation(
        wl_resource_create(client, &ext_idle_notifier_v1_interface, 1, id), &ext_manager, data,
        NULL);
}

static void bind_kde(struct wl_client *client, void *data, uint32_t version, uint32_t id)
{
    (void)version;
    wl_resource_set_implementation(wl_resource_create(client, &org_kde_kwin_idle_interface, 1, id),
                                   &kde_manager, data, NULL);
}

static void bind_seat(struct wl_client *client, void *data, uint32_t version, uint32_t id)
{
    struct wl_resource *seat = wl_resource_create(client, &wl_seat_interface, 1, id);
    (void)version;
    wl_resource_set_implementation(seat, NULL, data, NULL);
    wl_seat_send_capabilities(seat, 0);
}

static void tell(struct wl_resource *watch, bool idle)
{
    if (is_kde) {
        (idle ? org_kde_kwin_idle_timeout_send_idle
              : org_kde_kwin_idle_timeout_send_resumed)(watch);
    } else {
        (idle ? ext_idle_notification_v1_send_idled : ext_idle_notification_v1_send_resumed)(watch);
    }
}

/* "idle MS", or "active": all watches. */
static void obey(const char *line)
{
    const bool idle = strncmp(line, "idle", 4) == 0;
    const uint32_t ms = idle ? (uint32_t)strtoul(line + 4, NULL, 10) : 0;
    for (uint32_t i = 0; i < watch_count; i++) {
        if (ms == 0 || watches[i].ms == ms) {
            tell(watches[i].resource, idle);
        }
    }
}

static int on_stdin(int fd, uint32_t mask, void *data)
{
    char text[64];
    (void)mask;
    const ssize_t length = read(fd, text, sizeof text - 1);
    if (length <= 0) {
        wl_display_terminate(data);
        return 0;
    }
    text[length] = '\0';
    char *rest = text;
    for (const char *line; (line = strtok_r(rest, "\n", &rest)) != NULL;) {
        obey(line); /* two that were told one after the other may arrive together */
    }
    return 0;
}

int main(int argc, char **argv)
{
    struct wl_display *display = wl_display_create();
    if (argc != 3 || display == NULL || wl_display_add_socket(display, argv[1]) != 0) {
        return 1;
    }
    is_kde = strcmp(argv[2], "kde") == 0;
    (void)wl_global_create(display, &wl_seat_interface, 1, NULL, bind_seat);
    (void)(is_kde ? wl_global_create(display, &org_kde_kwin_idle_interface, 1, NULL, bind_kde)
                  : wl_global_create(display, &ext_idle_notifier_v1_interface, 1, NULL, bind_ext));
    (void)wl_event_loop_add_fd(wl_display_get_event_loop(display), STDIN_FILENO, WL_EVENT_READABLE,
                               on_stdin, display);
    (void)printf("ready\n");
    (void)fflush(stdout);
    wl_display_run(display);
    wl_display_destroy(display);
    return 0;
}
