/* SPDX-License-Identifier: MIT */
#include "host/desktop/buses.h"

#include <systemd/sd-bus.h>

enum { CALL_US = 2000000 }; /* a bus that hangs holds us up no longer than this */

static int on_lost(sd_bus_message *message, void *user, sd_bus_error *error)
{
    uh_buses *buses = user;
    sd_bus *bus = sd_bus_message_get_bus(message);
    const bool session = bus == buses->session;
    (void)error;
    (void)sd_bus_detach_event(bus);
    if (session) {
        buses->session = NULL;
    } else {
        buses->machine = NULL;
    }
    if (buses->lost != NULL) {
        buses->lost(buses->user, session);
    }
    sd_bus_unref(bus); /* the message holds it until this call is over */
    return 0;
}

static sd_bus *serve(uh_loop *loop, uh_buses *buses, sd_bus *bus)
{
    (void)sd_bus_set_method_call_timeout(bus, CALL_US);
    if (sd_bus_attach_event(bus, uh_loop_event(loop), 0) < 0 ||
        sd_bus_match_signal(bus, NULL, "org.freedesktop.DBus.Local", NULL,
                            "org.freedesktop.DBus.Local", "Disconnected", on_lost, buses) < 0) {
        return sd_bus_flush_close_unref(bus);
    }
    return bus;
}

void uh_buses_open(uh_loop *loop, uh_buses *buses)
{
    sd_bus *bus = NULL;
    buses->session = sd_bus_open_user(&bus) >= 0 ? serve(loop, buses, bus) : NULL;
    bus = NULL;
    buses->machine = sd_bus_open_system(&bus) >= 0 ? serve(loop, buses, bus) : NULL;
}

void uh_buses_close(uh_buses *buses)
{
    buses->session = sd_bus_flush_close_unref(buses->session);
    buses->machine = sd_bus_flush_close_unref(buses->machine);
}

bool uh_bus_has(struct sd_bus *bus, const char *name)
{
    sd_bus_message *reply = NULL;
    int there = 0;
    const bool answered =
        bus != NULL &&
        sd_bus_call_method(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                           "org.freedesktop.DBus", "NameHasOwner", NULL, &reply, "s", name) >= 0 &&
        sd_bus_message_read(reply, "b", &there) >= 0;
    sd_bus_message_unref(reply);
    return answered && there != 0;
}
