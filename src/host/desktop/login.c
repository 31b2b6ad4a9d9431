/* SPDX-License-Identifier: MIT */
#include "host/desktop/login.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#include "host/desktop/session.h"

/* Lockers that do not know the login manager tell it here. */
static const char *const savers[][2] = {
    {"org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"},
    {"org.freedesktop.ScreenSaver", "/ScreenSaver"},
    {"org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"},
    {"org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"},
    {"org.mate.ScreenSaver", "/org/mate/ScreenSaver"},
    {"org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"},
};

struct uh_login {
    uh_login_hearing hearing;
    sd_bus *machine;
    int delay_fd; /* as long as it is open, the machine waits for a moment before it sleeps */
    bool has_session;
    char path[UH_LOGIN_PATH_SIZE];
    sd_bus_slot *sleep, *lock, *unlock, *changed, *inhibit;
    sd_bus_slot *saver[UH_COUNT(savers)];
};

/* -- sleep -- */

static int on_delay(sd_bus_message *reply, void *user, sd_bus_error *error)
{
    uh_login *login = user;
    int fd = -1;
    (void)error;
    if (sd_bus_message_is_method_error(reply, NULL) == 0 &&
        sd_bus_message_read(reply, "h", &fd) > 0) {
        login->delay_fd = fcntl(fd, F_DUPFD_CLOEXEC, 3); /* the message closes its own */
    }
    return 0;
}

static void ask_for_delay(uh_login *login)
{
    login->inhibit = sd_bus_slot_unref(login->inhibit);
    (void)sd_bus_call_method_async(login->machine, &login->inhibit, UH_LOGIN_NAME, UH_LOGIN_PATH,
                                   UH_LOGIN_MANAGER, "Inhibit", on_delay, login, "ssss", "sleep",
                                   "unhunch", "sitting time is written down", "delay");
}

static void drop_delay(uh_login *login)
{
    if (login->delay_fd >= 0) {
        (void)close(login->delay_fd);
        login->delay_fd = -1;
    }
}

static int on_sleep(sd_bus_message *signal, void *user, sd_bus_error *error)
{
    uh_login *login = user;
    int before = 0;
    (void)error;
    if (sd_bus_message_read(signal, "b", &before) <= 0) {
        return 0;
    }
    login->hearing.asleep(login->hearing.user, before != 0);
    if (before != 0) {
        drop_delay(login);
    } else if (login->delay_fd < 0) {
        ask_for_delay(login);
    }
    return 0;
}

/* -- lock -- */

static int on_lock(sd_bus_message *signal, void *user, sd_bus_error *error)
{
    const uh_login *login = user;
    (void)signal;
    (void)error;
    login->hearing.locked(login->hearing.user, true, false);
    return 0;
}

static int on_unlock(sd_bus_message *signal, void *user, sd_bus_error *error)
{
    const uh_login *login = user;
    (void)signal;
    (void)error;
    login->hearing.locked(login->hearing.user, false, true);
    return 0;
}

/* Other properties change, too; this one is read from the signal, so that nothing is asked. */
static int on_changed(sd_bus_message *signal, void *user, sd_bus_error *error)
{
    const uh_login *login = user;
    const char *interface = NULL;
    const char *name = NULL;
    (void)error;
    if (sd_bus_message_read(signal, "s", &interface) <= 0 ||
        strcmp(interface, UH_LOGIN_SESSION) != 0 ||
        sd_bus_message_enter_container(signal, 'a', "{sv}") <= 0) {
        return 0;
    }
    while (sd_bus_message_enter_container(signal, 'e', "sv") > 0 &&
           sd_bus_message_read(signal, "s", &name) > 0) {
        int locked = 0;
        if (strcmp(name, "LockedHint") == 0) {
            if (sd_bus_message_read(signal, "v", "b", &locked) > 0) {
                login->hearing.locked(login->hearing.user, locked != 0, true);
            }
            return 0;
        }
        if (sd_bus_message_skip(signal, "v") < 0 || sd_bus_message_exit_container(signal) < 0) {
            return 0;
        }
    }
    return 0;
}

static int on_saver(sd_bus_message *signal, void *user, sd_bus_error *error)
{
    const uh_login *login = user;
    int active = 0;
    (void)error;
    if (sd_bus_message_read(signal, "b", &active) > 0) {
        login->hearing.locked(login->hearing.user, active != 0, true);
    }
    return 0;
}

/* -- the whole -- */

static void watch_session(uh_login *login)
{
    bool locked = false;
    login->has_session = uh_login_find_session(login->machine, login->path);
    if (!login->has_session) {
        return;
    }
    (void)sd_bus_match_signal(login->machine, &login->lock, UH_LOGIN_NAME, login->path,
                              UH_LOGIN_SESSION, "Lock", on_lock, login);
    (void)sd_bus_match_signal(login->machine, &login->unlock, UH_LOGIN_NAME, login->path,
                              UH_LOGIN_SESSION, "Unlock", on_unlock, login);
    (void)sd_bus_match_signal(login->machine, &login->changed, UH_LOGIN_NAME, login->path,
                              "org.freedesktop.DBus.Properties", "PropertiesChanged", on_changed,
                              login);
    if (uh_login_is(login->machine, login->path, "LockedHint", &locked) == UH_OK && locked) {
        login->hearing.locked(login->hearing.user, true, true);
    }
}

uh_login *uh_login_open(uh_buses *buses, const uh_login_hearing *hearing)
{
    uh_login *login = calloc(1, sizeof *login);
    if (login == NULL) {
        return NULL;
    }
    login->hearing = *hearing;
    login->delay_fd = -1;
    if (uh_bus_has(buses->machine, UH_LOGIN_NAME)) {
        login->machine = sd_bus_ref(buses->machine);
        (void)sd_bus_match_signal(login->machine, &login->sleep, UH_LOGIN_NAME, UH_LOGIN_PATH,
                                  UH_LOGIN_MANAGER, "PrepareForSleep", on_sleep, login);
        ask_for_delay(login);
        watch_session(login);
    }
    for (size_t i = 0; i < UH_COUNT(savers) && buses->session != NULL; i++) {
        (void)sd_bus_match_signal_async(buses->session, &login->saver[i], NULL, savers[i][1],
                                        savers[i][0], "ActiveChanged", on_saver, NULL, login);
    }
    return login;
}

bool uh_login_has_session(const uh_login *login)
{
    return login->has_session;
}

bool uh_login_delays_sleep(const uh_login *login)
{
    return login->delay_fd >= 0;
}

void uh_login_close(uh_login *login)
{
    if (login == NULL) {
        return;
    }
    drop_delay(login);
    for (size_t i = 0; i < UH_COUNT(savers); i++) {
        sd_bus_slot_unref(login->saver[i]);
    }
    sd_bus_slot_unref(login->sleep);
    sd_bus_slot_unref(login->lock);
    sd_bus_slot_unref(login->unlock);
    sd_bus_slot_unref(login->changed);
    sd_bus_slot_unref(login->inhibit);
    sd_bus_unref(login->machine);
    free(login);
}
