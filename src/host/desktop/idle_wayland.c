/* SPDX-License-Identifier: MIT */
/* idle_wayland.c: the two protocols by which a Wayland compositor tells of input:
 * ext-idle-notify-v1 and, where a desktop has not got that yet, KDE's older one. They differ in
 * names alone. */
#include "host/desktop/idle_inside.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <systemd/sd-event.h>
#include <wayland-client.h>

#include "ext-idle-notify-v1-client-protocol.h"
#ifdef UH_HAVE_KDE_IDLE
#include "kde-idle-client-protocol.h"
#endif

typedef struct wayland_source wayland_source;

typedef struct wayland_watch {
    wayland_source *of;
    uh_idle_watch watch;
    void *notification; /* NULL: none */
} wayland_watch;

struct wayland_source {
    uh_idle *idle;
    struct wl_display *display;
    struct wl_registry *registry;
    struct wl_seat *seat;
    const struct wl_interface *wanted;
    void *notifier;
    sd_event_source *source;
    wayland_watch watches[UH_IDLE_WATCHES];
};

/* -- connecting -- */

static void on_global(void *user, struct wl_registry *registry, uint32_t name,
                      const char *interface, uint32_t version)
{
    wayland_source *wayland = user;
    (void)version;
    if (wayland->seat == NULL && strcmp(interface, wl_seat_interface.name) == 0) {
        wayland->seat = wl_registry_bind(registry, name, &wl_seat_interface, 1);
    } else if (wayland->notifier == NULL && strcmp(interface, wayland->wanted->name) == 0) {
        wayland->notifier = wl_registry_bind(registry, name, wayland->wanted, 1);
    }
}

static void on_global_gone(void *user, struct wl_registry *registry, uint32_t name)
{
    (void)user;
    (void)registry;
    (void)name;
}

static const struct wl_registry_listener registry_listener = {on_global, on_global_gone};

static int on_display(sd_event_source *source, int fd, uint32_t events, void *user)
{
    wayland_source *wayland = user;
    (void)source;
    (void)fd;
    (void)events;
    if (wl_display_dispatch(wayland->display) < 0 || wl_display_flush(wayland->display) < 0) {
        uh_idle_is_lost(wayland->idle);
    }
    return 0;
}

static void wayland_disconnect(wayland_source *wayland)
{
    sd_event_source_disable_unref(wayland->source);
    if (wayland->notifier != NULL) {
        wl_proxy_destroy(wayland->notifier);
    }
    if (wayland->seat != NULL) {
        wl_seat_destroy(wayland->seat);
    }
    if (wayland->registry != NULL) {
        wl_registry_destroy(wayland->registry);
    }
    if (wayland->display != NULL) {
        wl_display_disconnect(wayland->display);
    }
    free(wayland);
}

static bool wayland_connect(wayland_source *wayland)
{
    wayland->display = wl_display_connect(NULL);
    if (wayland->display == NULL) {
        return false;
    }
    wayland->registry = wl_display_get_registry(wayland->display);
    if (wayland->registry == NULL) {
        return false;
    }
    (void)wl_registry_add_listener(wayland->registry, &registry_listener, wayland);
    return wl_display_roundtrip(wayland->display) >= 0 && wayland->seat != NULL &&
           wayland->notifier != NULL &&
           sd_event_add_io(uh_loop_event(uh_idle_loop(wayland->idle)), &wayland->source,
                           wl_display_get_fd(wayland->display), EPOLLIN, on_display, wayland) >= 0;
}

static void *open_with(uh_idle *idle, const struct wl_interface *wanted)
{
    wayland_source *wayland = calloc(1, sizeof *wayland);
    if (wayland == NULL) {
        return NULL;
    }
    wayland->idle = idle;
    wayland->wanted = wanted;
    for (uh_idle_watch watch = 0; watch < UH_IDLE_WATCHES; watch++) {
        wayland->watches[watch] = (wayland_watch){.of = wayland, .watch = watch};
    }
    if (!wayland_connect(wayland)) {
        wayland_disconnect(wayland);
        return NULL;
    }
    return wayland;
}

/* -- ext-idle-notify-v1 -- */

static void ext_idled(void *user, struct ext_idle_notification_v1 *notification)
{
    const wayland_watch *watch = user;
    (void)notification;
    uh_idle_is_idle(watch->of->idle, watch->watch);
}

static void ext_resumed(void *user, struct ext_idle_notification_v1 *notification)
{
    const wayland_watch *watch = user;
    (void)notification;
    uh_idle_is_active(watch->of->idle);
}

static const struct ext_idle_notification_v1_listener ext_listener = {ext_idled, ext_resumed};

static void *ext_open(uh_idle *idle)
{
    return open_with(idle, &ext_idle_notifier_v1_interface);
}

static void ext_drop(wayland_watch *watch)
{
    if (watch->notification != NULL) {
        ext_idle_notification_v1_destroy(watch->notification);
        watch->notification = NULL;
    }
}

static void ext_set(void *source, uh_idle_watch which, int64_t ms)
{
    wayland_source *wayland = source;
    wayland_watch *watch = &wayland->watches[which];
    ext_drop(watch);
    if (ms > 0) {
        watch->notification = ext_idle_notifier_v1_get_idle_notification(
            wayland->notifier, (uint32_t)ms, wayland->seat);
        (void)ext_idle_notification_v1_add_listener(watch->notification, &ext_listener, watch);
    }
    (void)wl_display_flush(wayland->display);
}

static void ext_close(void *source)
{
    wayland_source *wayland = source;
    for (uh_idle_watch watch = 0; watch < UH_IDLE_WATCHES; watch++) {
        ext_drop(&wayland->watches[watch]);
    }
    wayland_disconnect(wayland);
}

const uh_idle_row uh_idle_wayland = {ext_open, ext_set, ext_close};

/* -- org_kde_kwin_idle -- */

#ifdef UH_HAVE_KDE_IDLE
static void kde_idled(void *user, struct org_kde_kwin_idle_timeout *timeout)
{
    const wayland_watch *watch = user;
    (void)timeout;
    uh_idle_is_idle(watch->of->idle, watch->watch);
}

static void kde_resumed(void *user, struct org_kde_kwin_idle_timeout *timeout)
{
    const wayland_watch *watch = user;
    (void)timeout;
    uh_idle_is_active(watch->of->idle);
}

static const struct org_kde_kwin_idle_timeout_listener kde_listener = {kde_idled, kde_resumed};

static void *kde_open(uh_idle *idle)
{
    return open_with(idle, &org_kde_kwin_idle_interface);
}

static void kde_drop(wayland_watch *watch)
{
    if (watch->notification != NULL) {
        org_kde_kwin_idle_timeout_release(watch->notification);
        watch->notification = NULL;
    }
}

static void kde_set(void *source, uh_idle_watch which, int64_t ms)
{
    wayland_source *wayland = source;
    wayland_watch *watch = &wayland->watches[which];
    kde_drop(watch);
    if (ms > 0) {
        watch->notification =
            org_kde_kwin_idle_get_idle_timeout(wayland->notifier, wayland->seat, (uint32_t)ms);
        (void)org_kde_kwin_idle_timeout_add_listener(watch->notification, &kde_listener, watch);
    }
    (void)wl_display_flush(wayland->display);
}

static void kde_close(void *source)
{
    wayland_source *wayland = source;
    for (uh_idle_watch watch = 0; watch < UH_IDLE_WATCHES; watch++) {
        kde_drop(&wayland->watches[watch]);
    }
    wayland_disconnect(wayland);
}

const uh_idle_row uh_idle_kde = {kde_open, kde_set, kde_close};
#endif
