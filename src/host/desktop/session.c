/* SPDX-License-Identifier: MIT */
#include "host/desktop/session.h"

#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

static bool take_path(sd_bus_message *reply, const char *types, char ret_path[UH_LOGIN_PATH_SIZE])
{
    const char *path = NULL;
    const char *id = NULL;
    const int got = strcmp(types, "(so)") == 0 ? sd_bus_message_read(reply, types, &id, &path)
                                               : sd_bus_message_read(reply, types, &path);
    const bool fits =
        got > 0 && path != NULL && strcmp(path, "/") != 0 && strlen(path) < UH_LOGIN_PATH_SIZE;
    if (fits) {
        memcpy(ret_path, path, strlen(path) + 1);
    }
    return fits;
}

static bool by_id(sd_bus *bus, const char *id, char ret_path[UH_LOGIN_PATH_SIZE])
{
    sd_bus_message *reply = NULL;
    const bool found = sd_bus_call_method(bus, UH_LOGIN_NAME, UH_LOGIN_PATH, UH_LOGIN_MANAGER,
                                          "GetSession", NULL, &reply, "s", id) >= 0 &&
                       take_path(reply, "o", ret_path);
    sd_bus_message_unref(reply);
    return found;
}

static bool by_display(sd_bus *bus, char ret_path[UH_LOGIN_PATH_SIZE])
{
    sd_bus_message *reply = NULL;
    sd_bus_message *display = NULL;
    const char *user = NULL;
    const bool found = sd_bus_call_method(bus, UH_LOGIN_NAME, UH_LOGIN_PATH, UH_LOGIN_MANAGER,
                                          "GetUser", NULL, &reply, "u", (uint32_t)getuid()) >= 0 &&
                       sd_bus_message_read(reply, "o", &user) > 0 &&
                       sd_bus_get_property(bus, UH_LOGIN_NAME, user, "org.freedesktop.login1.User",
                                           "Display", NULL, &display, "(so)") >= 0 &&
                       take_path(display, "(so)", ret_path);
    sd_bus_message_unref(display);
    sd_bus_message_unref(reply);
    return found;
}

bool uh_login_find_session(struct sd_bus *machine, char ret_path[UH_LOGIN_PATH_SIZE])
{
    const char *id = getenv("XDG_SESSION_ID");
    if (machine == NULL) {
        return false;
    }
    return (id != NULL && id[0] != '\0' && by_id(machine, id, ret_path)) ||
           by_display(machine, ret_path);
}

uh_status uh_login_is(struct sd_bus *machine, const char *path, const char *property,
                      bool *ret_value)
{
    int value = 0;
    if (sd_bus_get_property_trivial(machine, UH_LOGIN_NAME, path, UH_LOGIN_SESSION, property, NULL,
                                    'b', &value) < 0) {
        return UH_ERR_UNKNOWN;
    }
    *ret_value = value != 0;
    return UH_OK;
}
