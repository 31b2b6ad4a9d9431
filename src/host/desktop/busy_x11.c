/* SPDX-License-Identifier: MIT */
/* busy_x11.c: whether the active window fills the screen, by the hints of window managers. Under
 * Wayland this sees X programs alone, which many games and films are. */
#include "host/desktop/busy.h"

#include <stdlib.h>
#include <string.h>
#include <xcb/xcb.h>

static xcb_atom_t find_atom(xcb_connection_t *display, const char *name)
{
    xcb_intern_atom_reply_t *reply = xcb_intern_atom_reply(
        display, xcb_intern_atom(display, 1, (uint16_t)strlen(name), name), NULL);
    const xcb_atom_t atom = reply != NULL ? reply->atom : XCB_ATOM_NONE;
    free(reply);
    return atom;
}

/* Values of a property of 32 bits each; the first one or, where it is wanted, any of them. */
static uint32_t read_first(xcb_connection_t *display, xcb_window_t window, xcb_atom_t property,
                           xcb_atom_t type, uint32_t wanted)
{
    enum { VALUES_MAX = 64 };
    xcb_get_property_reply_t *reply = xcb_get_property_reply(
        display, xcb_get_property(display, 0, window, property, type, 0, VALUES_MAX), NULL);
    uint32_t found = 0;
    if (reply != NULL && reply->format == 32) {
        const uint32_t *values = xcb_get_property_value(reply);
        const uint32_t count = reply->value_len;
        found = wanted == 0 && count > 0 ? values[0] : 0;
        for (uint32_t i = 0; i < count && wanted != 0; i++) {
            found = values[i] == wanted ? wanted : found;
        }
    }
    free(reply);
    return found;
}

static bool look(xcb_connection_t *display)
{
    const xcb_atom_t active = find_atom(display, "_NET_ACTIVE_WINDOW");
    const xcb_atom_t state = find_atom(display, "_NET_WM_STATE");
    const xcb_atom_t full = find_atom(display, "_NET_WM_STATE_FULLSCREEN");
    if (active == XCB_ATOM_NONE || state == XCB_ATOM_NONE || full == XCB_ATOM_NONE) {
        return false; /* no window manager ever spoke of these */
    }
    for (xcb_screen_iterator_t at = xcb_setup_roots_iterator(xcb_get_setup(display)); at.rem > 0;
         xcb_screen_next(&at)) {
        const xcb_window_t window = read_first(display, at.data->root, active, XCB_ATOM_WINDOW, 0);
        if (window != 0 && read_first(display, window, state, XCB_ATOM_ATOM, full) == full) {
            return true;
        }
    }
    return false;
}

bool uh_busy_full_screen(void)
{
    const char *name = getenv("DISPLAY");
    if (name == NULL || name[0] == '\0') {
        return false;
    }
    xcb_connection_t *display = xcb_connect(NULL, NULL);
    const bool full = xcb_connection_has_error(display) == 0 && look(display);
    xcb_disconnect(display);
    return full;
}
