/* SPDX-License-Identifier: MIT */
/* idle_mutter.c: GNOME's compositor tells of input over the session bus. */
#include "host/desktop/idle_inside.h"

#include <stdlib.h>
#include <systemd/sd-bus.h>

static const char name[] = "org.gnome.Mutter.IdleMonitor";
static const char path[] = "/org/gnome/Mutter/IdleMonitor/Core";

typedef struct mutter_source mutter_source;

typedef struct mutter_watch {
    mutter_source *of;
    int64_t ms;
    uint32_t id; /* 0: none */
    sd_bus_slot *asking;
} mutter_watch;

struct mutter_source {
    uh_idle *idle;
    sd_bus *bus;
    sd_bus_slot *fired, *owner, *asking_active;
    uint32_t active; /* the watch that waits for input; 0: none */
    mutter_watch watches[UH_IDLE_WATCHES];
};

static int on_watch(sd_bus_message *reply, void *user, sd_bus_error *error)
{
    mutter_watch *watch = user;
    (void)error;
    if (sd_bus_message_is_method_error(reply, NULL) == 0) {
        (void)sd_bus_message_read(reply, "u", &watch->id);
    }
    return 0;
}

static void drop_watch(mutter_source *mutter, mutter_watch *watch)
{
    watch->asking = sd_bus_slot_unref(watch->asking);
    if (watch->id != 0) {
        (void)sd_bus_call_method_async(mutter->bus, NULL, name, path, name, "RemoveWatch", NULL,
                                       NULL, "u", watch->id);
        watch->id = 0;
    }
}

static void add_watch(mutter_source *mutter, mutter_watch *watch)
{
    drop_watch(mutter, watch);
    if (watch->ms > 0) {
        (void)sd_bus_call_method_async(mutter->bus, &watch->asking, name, path, name,
                                       "AddIdleWatch", on_watch, watch, "t", (uint64_t)watch->ms);
    }
}

static int on_active_watch(sd_bus_message *reply, void *user, sd_bus_error *error)
{
    mutter_source *mutter = user;
    (void)error;
    if (sd_bus_message_is_method_error(reply, NULL) == 0) {
        (void)sd_bus_message_read(reply, "u", &mutter->active);
    }
    return 0;
}

static void wait_for_input(mutter_source *mutter)
{
    if (mutter->active == 0 && mutter->asking_active == NULL) {
        (void)sd_bus_call_method_async(mutter->bus, &mutter->asking_active, name, path, name,
                                       "AddUserActiveWatch", on_active_watch, mutter, "");
    }
}

/* A watch for idleness stays and fires again; the one for input is used up. */
static int on_fired(sd_bus_message *signal, void *user, sd_bus_error *error)
{
    mutter_source *mutter = user;
    uint32_t id = 0;
    (void)error;
    if (sd_bus_message_read(signal, "u", &id) < 0 || id == 0) {
        return 0;
    }
    if (id == mutter->active) {
        mutter->active = 0;
        mutter->asking_active = sd_bus_slot_unref(mutter->asking_active);
        uh_idle_is_active(mutter->idle);
        return 0;
    }
    for (uh_idle_watch watch = 0; watch < UH_IDLE_WATCHES; watch++) {
        if (id == mutter->watches[watch].id) {
            wait_for_input(mutter);
            uh_idle_is_idle(mutter->idle, watch);
            return 0;
        }
    }
    return 0;
}

/* A compositor that was started anew knows no watches. */
static int on_owner(sd_bus_message *signal, void *user, sd_bus_error *error)
{
    mutter_source *mutter = user;
    const char *of = "";
    const char *before = "";
    const char *now = "";
    (void)error;
    if (sd_bus_message_read(signal, "sss", &of, &before, &now) < 0 || now[0] == '\0') {
        return 0;
    }
    mutter->active = 0;
    mutter->asking_active = sd_bus_slot_unref(mutter->asking_active);
    for (uh_idle_watch watch = 0; watch < UH_IDLE_WATCHES; watch++) {
        mutter->watches[watch].id = 0;
        add_watch(mutter, &mutter->watches[watch]);
    }
    uh_idle_is_active(mutter->idle);
    return 0;
}

static void mutter_close(void *source)
{
    mutter_source *mutter = source;
    for (uh_idle_watch watch = 0; watch < UH_IDLE_WATCHES; watch++) {
        sd_bus_slot_unref(mutter->watches[watch].asking);
    }
    sd_bus_slot_unref(mutter->fired);
    sd_bus_slot_unref(mutter->owner);
    sd_bus_slot_unref(mutter->asking_active);
    sd_bus_unref(mutter->bus);
    free(mutter);
}

static void *mutter_open(uh_idle *idle)
{
    sd_bus *bus = uh_idle_buses(idle)->session;
    mutter_source *mutter = uh_bus_has(bus, name) ? calloc(1, sizeof *mutter) : NULL;
    if (mutter == NULL) {
        return NULL;
    }
    mutter->idle = idle;
    mutter->bus = sd_bus_ref(bus);
    if (sd_bus_match_signal(bus, &mutter->fired, name, path, name, "WatchFired", on_fired, mutter) <
            0 ||
        sd_bus_add_match(bus, &mutter->owner,
                         "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',"
                         "arg0='org.gnome.Mutter.IdleMonitor'",
                         on_owner, mutter) < 0) {
        mutter_close(mutter);
        return NULL;
    }
    return mutter;
}

static void mutter_set(void *source, uh_idle_watch which, int64_t ms)
{
    mutter_source *mutter = source;
    mutter->watches[which].ms = ms;
    add_watch(mutter, &mutter->watches[which]);
}

const uh_idle_row uh_idle_mutter = {mutter_open, mutter_set, mutter_close};
