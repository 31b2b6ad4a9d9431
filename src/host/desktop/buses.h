/* SPDX-License-Identifier: MIT */
/* buses.h: the message buses of the session and of the machine; either may be missing. */
#ifndef UNHUNCH_HOST_DESKTOP_BUSES_H
#define UNHUNCH_HOST_DESKTOP_BUSES_H

#include "host/desktop/loop.h"

struct sd_bus;

typedef struct uh_buses {
    struct sd_bus *session; /* NULL: there is none, or it went away */
    struct sd_bus *machine;
    /* Called when one went away, which is then NULL. May be NULL. */
    void (*lost)(void *user, bool session);
    void *user;
} uh_buses;

/* Connects to those that are there; the loop serves them. The struct must stay where it is. */
void uh_buses_open(uh_loop *loop, uh_buses *buses);
void uh_buses_close(uh_buses *buses);

/* Has somebody this name on the bus? */
bool uh_bus_has(struct sd_bus *bus, const char *name);

#endif
