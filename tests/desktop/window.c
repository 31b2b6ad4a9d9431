/* SPDX-License-Identifier: MIT */
/* window: what a window manager would say of a window that fills the screen, until stdin ends. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xcb/xcb.h>

static xcb_atom_t atom(xcb_connection_t *display, const char *name)
{
    xcb_intern_atom_reply_t *reply = xcb_intern_atom_reply(
        display, xcb_intern_atom(display, 0, (uint16_t)strlen(name), name), NULL);
    const xcb_atom_t made = reply != NULL ? reply->atom : XCB_ATOM_NONE;
    free(reply);
    return made;
}

int main(void)
{
    xcb_connection_t *display = xcb_connect(NULL, NULL);
    const xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(display)).data;
    const xcb_window_t window = xcb_generate_id(display);
    const xcb_atom_t full = atom(display, "_NET_WM_STATE_FULLSCREEN");
    char end;
    (void)xcb_create_window(display, XCB_COPY_FROM_PARENT, window, screen->root, 0, 0, 9, 9, 0,
                            XCB_WINDOW_CLASS_INPUT_OUTPUT, screen->root_visual, 0, NULL);
    (void)xcb_change_property(display, XCB_PROP_MODE_REPLACE, window,
                              atom(display, "_NET_WM_STATE"), XCB_ATOM_ATOM, 32, 1, &full);
    (void)xcb_change_property(display, XCB_PROP_MODE_REPLACE, screen->root,
                              atom(display, "_NET_ACTIVE_WINDOW"), XCB_ATOM_WINDOW, 32, 1, &window);
    (void)xcb_map_window(display, window);
    free(xcb_get_input_focus_reply(display, xcb_get_input_focus(display), NULL)); /* all is there */
    (void)printf("ready\n");
    (void)fflush(stdout);
    (void)!read(STDIN_FILENO, &end, 1);
    (void)xcb_delete_property(display, screen->root, atom(display, "_NET_ACTIVE_WINDOW"));
    free(xcb_get_input_focus_reply(display, xcb_get_input_focus(display), NULL));
    xcb_disconnect(display);
    return 0;
}
