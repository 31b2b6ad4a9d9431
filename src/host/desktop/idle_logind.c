/* SPDX-License-Identifier: MIT */
/* idle_logind.c: IdleHint of the session, the last resort: it is only as good as the desktop that
 * sets it, and it knows one length of idleness, the desktop's own. */
#include "host/desktop/idle_inside.h"

#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>

#include "host/desktop/session.h"

typedef struct logind_source {
    uh_idle *idle;
    sd_bus *bus;
    sd_bus_slot *changed;
    char path[UH_LOGIN_PATH_SIZE];
} logind_source;

static void look(logind_source *logind)
{
    bool idle = false;
    if (uh_login_is(logind->bus, logind->path, "IdleHint", &idle) != UH_OK) {
        return;
    }
    if (idle) {
        uh_idle_is_idle(logind->idle, UH_IDLE_AWAY);
    } else {
        uh_idle_is_active(logind->idle);
    }
}

static int on_changed(sd_bus_message *signal, void *user, sd_bus_error *error)
{
    (void)signal;
    (void)error;
    look(user);
    return 0;
}

static void logind_close(void *source)
{
    logind_source *logind = source;
    sd_bus_slot_unref(logind->changed);
    sd_bus_unref(logind->bus);
    free(logind);
}

static void *logind_open(uh_idle *idle)
{
    sd_bus *bus = uh_idle_buses(idle)->machine;
    logind_source *logind = calloc(1, sizeof *logind);
    if (logind == NULL || !uh_login_find_session(bus, logind->path)) {
        free(logind);
        return NULL;
    }
    logind->idle = idle;
    logind->bus = sd_bus_ref(bus);
    if (sd_bus_match_signal(bus, &logind->changed, UH_LOGIN_NAME, logind->path,
                            "org.freedesktop.DBus.Properties", "PropertiesChanged", on_changed,
                            logind) < 0) {
        logind_close(logind);
        return NULL;
    }
    return logind;
}

static void logind_set(void *source, uh_idle_watch watch, int64_t ms)
{
    if (watch == UH_IDLE_AWAY && ms > 0) {
        look(source);
    }
}

const uh_idle_row uh_idle_logind = {logind_open, logind_set, logind_close};
