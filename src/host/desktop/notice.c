/* SPDX-License-Identifier: MIT */
#include "host/desktop/notice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>

static const char name[] = "org.freedesktop.Notifications";
static const char path[] = "/org/freedesktop/Notifications";

enum {
    TEXT_SIZE = 4096,
    LABEL_SIZE = 128,
    CLOSED_BY_PERSON = 2, /* of NotificationClosed */
    URGENCY_LOW = 0,
    URGENCY_NORMAL = 1
};

typedef struct waiting_notice {
    char title[LABEL_SIZE * 2], body[TEXT_SIZE], picture[TEXT_SIZE], without_actions[TEXT_SIZE];
    uint32_t action_count;
    char keys[UH_NOTICE_ACTIONS_MAX][LABEL_SIZE], labels[UH_NOTICE_ACTIONS_MAX][LABEL_SIZE];
    bool quiet;
    int32_t expire_ms;
} waiting_notice;

struct uh_notices {
    uh_notices_hearing hearing;
    sd_bus *bus;
    sd_bus_slot *action, *closed, *owner;
    sd_bus_slot *asking;     /* for what the server can do, or for the notification itself */
    waiting_notice *waiting; /* for the first of these answers */
    uint32_t id;             /* shown; 0: none */
};

static void copy(char *out, size_t size, const char *text)
{
    (void)snprintf(out, size, "%s", text != NULL ? text : "");
}

/* -- what the server says of it -- */

static int on_action(sd_bus_message *signal, void *user, sd_bus_error *error)
{
    uh_notices *notices = user;
    uint32_t id = 0;
    const char *key = NULL;
    (void)error;
    if (sd_bus_message_read(signal, "us", &id, &key) > 0 && id != 0 && id == notices->id) {
        notices->id = 0; /* that it closes now is no news */
        notices->hearing.action(notices->hearing.user, key);
    }
    return 0;
}

static int on_closed(sd_bus_message *signal, void *user, sd_bus_error *error)
{
    uh_notices *notices = user;
    uint32_t id = 0;
    uint32_t reason = 0;
    (void)error;
    if (sd_bus_message_read(signal, "uu", &id, &reason) <= 0 || id == 0 || id != notices->id) {
        return 0;
    }
    notices->id = 0;
    if (reason == CLOSED_BY_PERSON) {
        notices->hearing.closed(notices->hearing.user);
    } else {
        notices->hearing.expired(notices->hearing.user);
    }
    return 0;
}

/* The server was started anew or has gone, and what it showed went with it. */
static int on_owner(sd_bus_message *signal, void *user, sd_bus_error *error)
{
    uh_notices *notices = user;
    (void)signal;
    (void)error;
    if (notices->id != 0) {
        notices->id = 0;
        notices->hearing.expired(notices->hearing.user);
    }
    return 0;
}

/* -- showing -- */

static void give_up(uh_notices *notices, sd_bus_message *reply)
{
    const sd_bus_error *error = sd_bus_message_get_error(reply);
    char why[LABEL_SIZE * 2];
    copy(why, sizeof why, error != NULL ? error->message : "");
    free(notices->waiting);
    notices->waiting = NULL;
    notices->hearing.failed(notices->hearing.user, why);
}

/* What nobody waits for any more is closed as soon as it has a number. */
static void close_late(sd_bus_message *reply)
{
    uint32_t id = 0;
    if (sd_bus_message_is_method_error(reply, NULL) == 0 &&
        sd_bus_message_read(reply, "u", &id) > 0) {
        (void)sd_bus_call_method_async(sd_bus_message_get_bus(reply), NULL, name, path, name,
                                       "CloseNotification", NULL, NULL, "u", id);
    }
}

static int on_shown(sd_bus_message *reply, void *user, sd_bus_error *error)
{
    uh_notices *notices = user;
    (void)error;
    if (notices == NULL) {
        close_late(reply);
        return 0;
    }
    notices->asking = sd_bus_slot_unref(notices->asking);
    if (sd_bus_message_is_method_error(reply, NULL) != 0) {
        give_up(notices, reply);
    } else {
        (void)sd_bus_message_read(reply, "u", &notices->id);
    }
    return 0;
}

typedef struct abilities {
    bool actions;
    bool markup;
} abilities;

static abilities read_abilities(sd_bus_message *reply)
{
    abilities can = {false, false};
    const char *word = NULL;
    if (sd_bus_message_enter_container(reply, 'a', "s") <= 0) {
        return can;
    }
    while (sd_bus_message_read(reply, "s", &word) > 0) {
        can.actions = can.actions || strcmp(word, "actions") == 0;
        can.markup = can.markup || strcmp(word, "body-markup") == 0;
    }
    return can;
}

/* Where the body is markup, the three characters that mean something there are written out. */
static void write_body(const char *text, bool markup, char out[TEXT_SIZE])
{
    size_t length = 0;
    for (; *text != '\0' && length + 8 < TEXT_SIZE; text++) {
        const char *written = !markup        ? NULL
                              : *text == '&' ? "&amp;"
                              : *text == '<' ? "&lt;"
                              : *text == '>' ? "&gt;"
                                             : NULL;
        if (written != NULL) {
            memcpy(out + length, written, strlen(written));
            length += strlen(written);
        } else {
            out[length++] = *text;
        }
    }
    out[length] = '\0';
}

static int add_actions(sd_bus_message *call, const waiting_notice *notice, bool can)
{
    int status = sd_bus_message_open_container(call, 'a', "s");
    if (can && notice->action_count > 0) {
        status |= sd_bus_message_append(call, "ss", "default", notice->labels[0]);
    }
    for (uint32_t i = 0; can && i < notice->action_count; i++) {
        status |= sd_bus_message_append(call, "ss", notice->keys[i], notice->labels[i]);
    }
    return status | sd_bus_message_close_container(call);
}

static int add_hints(sd_bus_message *call, const waiting_notice *notice)
{
    int status = sd_bus_message_open_container(call, 'a', "{sv}");
    status |= sd_bus_message_append(call, "{sv}{sv}{sv}{sv}", "urgency", "y",
                                    notice->quiet ? URGENCY_LOW : URGENCY_NORMAL, "category", "s",
                                    "x-unhunch.break", "desktop-entry", "s", "unhunch",
                                    "suppress-sound", "b", notice->quiet);
    if (notice->picture[0] != '\0') {
        status |= sd_bus_message_append(call, "{sv}", "image-path", "s", notice->picture);
    }
    return status | sd_bus_message_close_container(call);
}

static void send(uh_notices *notices, const waiting_notice *notice, abilities can)
{
    char text[TEXT_SIZE * 2];
    char body[TEXT_SIZE];
    sd_bus_message *call = NULL;
    const bool hint = !can.actions && notice->without_actions[0] != '\0';
    (void)snprintf(text, sizeof text, "%s%s%s", notice->body, hint ? "\n" : "",
                   hint ? notice->without_actions : "");
    write_body(text, can.markup, body);
    int status = sd_bus_message_new_method_call(notices->bus, &call, name, path, name, "Notify");
    if (status >= 0) {
        status =
            sd_bus_message_append(call, "susss", "unhunch", notices->id, "", notice->title, body);
    }
    if (status >= 0 && add_actions(call, notice, can.actions) >= 0 &&
        add_hints(call, notice) >= 0 && sd_bus_message_append(call, "i", notice->expire_ms) >= 0) {
        (void)sd_bus_call_async(notices->bus, &notices->asking, call, on_shown, notices, 0);
    }
    sd_bus_message_unref(call);
}

static int on_abilities(sd_bus_message *reply, void *user, sd_bus_error *error)
{
    uh_notices *notices = user;
    (void)error;
    notices->asking = sd_bus_slot_unref(notices->asking);
    if (sd_bus_message_is_method_error(reply, NULL) != 0) {
        give_up(notices, reply);
        return 0;
    }
    waiting_notice *notice = notices->waiting;
    notices->waiting = NULL;
    send(notices, notice, read_abilities(reply));
    free(notice);
    return 0;
}

static waiting_notice *keep(const uh_notice *notice)
{
    waiting_notice *kept = calloc(1, sizeof *kept);
    if (kept == NULL) {
        return NULL;
    }
    copy(kept->title, sizeof kept->title, notice->title);
    copy(kept->body, sizeof kept->body, notice->body);
    copy(kept->picture, sizeof kept->picture, notice->picture);
    copy(kept->without_actions, sizeof kept->without_actions, notice->without_actions);
    kept->action_count = notice->action_count;
    for (uint32_t i = 0; i < notice->action_count; i++) {
        copy(kept->keys[i], LABEL_SIZE, notice->actions[i].key);
        copy(kept->labels[i], LABEL_SIZE, notice->actions[i].label);
    }
    kept->quiet = notice->quiet;
    kept->expire_ms = notice->expire_ms;
    return kept;
}

/* An answer that is on its way is not waited for. */
static void stop_asking(uh_notices *notices)
{
    const bool sent = notices->asking != NULL && notices->waiting == NULL;
    free(notices->waiting);
    notices->waiting = NULL;
    if (sent) {
        (void)sd_bus_slot_set_userdata(notices->asking, NULL);
        (void)sd_bus_slot_set_floating(notices->asking, 1);
        notices->asking = NULL;
    } else {
        notices->asking = sd_bus_slot_unref(notices->asking);
    }
}

void uh_notices_show(uh_notices *notices, const uh_notice *notice)
{
    stop_asking(notices);
    notices->waiting = keep(notice);
    if (notices->waiting == NULL ||
        sd_bus_call_method_async(notices->bus, &notices->asking, name, path, name,
                                 "GetCapabilities", on_abilities, notices, "") < 0) {
        free(notices->waiting);
        notices->waiting = NULL;
        notices->hearing.failed(notices->hearing.user, "");
    }
}

void uh_notices_withdraw(uh_notices *notices)
{
    stop_asking(notices);
    if (notices->id != 0) {
        (void)sd_bus_call_method_async(notices->bus, NULL, name, path, name, "CloseNotification",
                                       NULL, NULL, "u", notices->id);
        notices->id = 0;
    }
}

/* -- the whole -- */

uh_notices *uh_notices_open(uh_buses *buses, const uh_notices_hearing *hearing)
{
    sd_bus *bus = buses->session;
    uh_notices *notices = bus != NULL ? calloc(1, sizeof *notices) : NULL;
    if (notices == NULL) {
        return NULL;
    }
    notices->hearing = *hearing;
    notices->bus = sd_bus_ref(bus);
    if (sd_bus_match_signal_async(bus, &notices->action, NULL, path, name, "ActionInvoked",
                                  on_action, NULL, notices) < 0 ||
        sd_bus_match_signal_async(bus, &notices->closed, NULL, path, name, "NotificationClosed",
                                  on_closed, NULL, notices) < 0 ||
        sd_bus_add_match_async(bus, &notices->owner,
                               "type='signal',sender='org.freedesktop.DBus',"
                               "member='NameOwnerChanged',arg0='org.freedesktop.Notifications'",
                               on_owner, NULL, notices) < 0) {
        uh_notices_close(notices);
        return NULL;
    }
    return notices;
}

void uh_notices_close(uh_notices *notices)
{
    if (notices == NULL) {
        return;
    }
    uh_notices_withdraw(notices);
    sd_bus_slot_unref(notices->action);
    sd_bus_slot_unref(notices->closed);
    sd_bus_slot_unref(notices->owner);
    sd_bus_unref(notices->bus);
    free(notices);
}
