/* SPDX-License-Identifier: MIT */
/* busy.c: one look at everything that can tell whether the moment is free. The kernel and the X
 * display answer at once; the desktop over its buses and the person's command in their time. */
#include "host/desktop/busy.h"

#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>

#include "host/desktop/child.h"
#include "host/desktop/session.h"
#include "unhunch/schedule.h"

enum { COMMAND_MS = 4000, CALL_US = 3000000, GNOME_IDLE_INHIBITOR = 8 };

/* -- whom to ask over the buses -- */

typedef enum answer_kind {
    ANSWER_PROPERTY, /* a variant that is true, or a text with `wanted` in it */
    ANSWER_TRUE,     /* a boolean */
    ANSWER_XFCE      /* a variant, by the settings server of Xfce */
} answer_kind;

static const struct {
    bool machine; /* on the machine's bus */
    uh_busy busy;
    answer_kind kind;
    const char *name, *path, *interface, *member;
    const char *wanted; /* a word of the text */
} questions[] = {
    {false, UH_BUSY_DO_NOT_DISTURB, ANSWER_PROPERTY, "org.freedesktop.Notifications",
     "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "Inhibited", NULL},
    {false, UH_BUSY_DO_NOT_DISTURB, ANSWER_PROPERTY, "org.freedesktop.Notifications",
     "/org/freedesktop/Notifications", "org.dunstproject.cmd0", "paused", NULL},
    {false, UH_BUSY_DO_NOT_DISTURB, ANSWER_XFCE, "org.xfce.Xfconf", "/org/xfce/Xfconf",
     "org.xfce.Xfconf", "GetProperty", NULL},
    {false, UH_BUSY_INHIBITED, ANSWER_TRUE, "org.gnome.SessionManager", "/org/gnome/SessionManager",
     "org.gnome.SessionManager", "IsInhibited", NULL},
    {false, UH_BUSY_INHIBITED, ANSWER_TRUE, "org.freedesktop.PowerManagement.Inhibit",
     "/org/freedesktop/PowerManagement/Inhibit", "org.freedesktop.PowerManagement.Inhibit",
     "HasInhibit", NULL},
    {true, UH_BUSY_INHIBITED, ANSWER_PROPERTY, UH_LOGIN_NAME, UH_LOGIN_PATH, UH_LOGIN_MANAGER,
     "BlockInhibited", "idle"},
};

typedef struct call {
    uh_busy_look *of;
    uint32_t question;
    sd_bus_slot *slot;
} call;

struct uh_busy_look {
    uh_busy_question question;
    uint32_t busy;
    uint32_t open; /* answers that are waited for */
    call calls[UH_COUNT(questions)];
    uh_child *command;
    uh_child *gnome;
};

/* True: that was the last one, and the look is gone. */
static bool take(uh_busy_look *look, uh_busy busy, bool is)
{
    look->busy |= is ? 1U << busy : 0;
    look->open--;
    if (look->open > 0) {
        return false;
    }
    const uh_busy_question question = look->question;
    const uint32_t seen = look->busy;
    uh_busy_look_close(look);
    question.seen(question.user, seen);
    return true;
}

/* -- answers -- */

static bool has_word(const char *list, const char *word)
{
    const size_t length = strlen(word);
    for (const char *at = list; *at != '\0';) {
        const size_t here = strcspn(at, ":");
        if (here == length && strncmp(at, word, length) == 0) {
            return true;
        }
        at += here + (at[here] == ':');
    }
    return false;
}

static bool read_variant(sd_bus_message *reply, const char *wanted)
{
    const char *contents = NULL;
    char type = 0;
    int is = 0;
    const char *text = NULL;
    if (sd_bus_message_peek_type(reply, &type, &contents) <= 0 || type != 'v') {
        return false;
    }
    if (wanted != NULL) {
        return strcmp(contents, "s") == 0 && sd_bus_message_read(reply, "v", "s", &text) > 0 &&
               has_word(text, wanted);
    }
    return strcmp(contents, "b") == 0 && sd_bus_message_read(reply, "v", "b", &is) > 0 && is != 0;
}

static int on_answer(sd_bus_message *reply, void *user, sd_bus_error *error)
{
    const call *asked = user;
    const uint32_t question = asked->question;
    int is = 0;
    (void)error;
    if (sd_bus_message_is_method_error(reply, NULL) != 0) {
        is = 0;
    } else if (questions[question].kind == ANSWER_TRUE) {
        (void)sd_bus_message_read(reply, "b", &is);
    } else {
        is = read_variant(reply, questions[question].wanted);
    }
    (void)take(asked->of, questions[question].busy, is != 0);
    return 0;
}

/* -- questions -- */

static int append(sd_bus_message *message, uint32_t question)
{
    switch (questions[question].kind) {
    case ANSWER_PROPERTY:
        return sd_bus_message_append(message, "ss", questions[question].interface,
                                     questions[question].member);
    case ANSWER_XFCE:
        return sd_bus_message_append(message, "ss", "xfce4-notifyd", "/do-not-disturb");
    case ANSWER_TRUE:
        break;
    }
    return strcmp(questions[question].member, "IsInhibited") == 0
               ? sd_bus_message_append(message, "u", (uint32_t)GNOME_IDLE_INHIBITOR)
               : 0;
}

/* Nobody is started only to be asked. */
static void ask(uh_busy_look *look, sd_bus *bus, uint32_t question)
{
    const bool property = questions[question].kind == ANSWER_PROPERTY;
    sd_bus_message *message = NULL;
    call *asked = &look->calls[question];
    *asked = (call){.of = look, .question = question};
    if (bus != NULL &&
        sd_bus_message_new_method_call(
            bus, &message, questions[question].name, questions[question].path,
            property ? "org.freedesktop.DBus.Properties" : questions[question].interface,
            property ? "Get" : questions[question].member) >= 0 &&
        sd_bus_message_set_auto_start(message, 0) >= 0 && append(message, question) >= 0 &&
        sd_bus_call_async(bus, &asked->slot, message, on_answer, asked, CALL_US) >= 0) {
        look->open++;
    }
    sd_bus_message_unref(message);
}

/* -- commands -- */

static void on_command(void *user, int code, const char *output)
{
    uh_busy_look *look = user;
    (void)output;
    look->command = NULL;
    (void)take(look, UH_BUSY_COMMAND, code == 0);
}

static void run_command(uh_loop *loop, uh_busy_look *look)
{
    const char *const argv[] = {"/bin/sh", "-c", look->question.command, NULL};
    const uh_child_order order = {
        .argv = argv, .at_most_ms = COMMAND_MS, .ended = on_command, .user = look};
    look->command = uh_child_start(loop, &order, NULL);
    look->open += look->command != NULL;
}

/* GNOME keeps its switch in its settings, which one command reads. */
static void on_gnome(void *user, int code, const char *output)
{
    uh_busy_look *look = user;
    look->gnome = NULL;
    (void)take(look, UH_BUSY_DO_NOT_DISTURB, code == 0 && strncmp(output, "false", 5) == 0);
}

static void ask_gnome(uh_loop *loop, uh_busy_look *look)
{
    static const char *const argv[] = {"gsettings", "get", "org.gnome.desktop.notifications",
                                       "show-banners", NULL};
    const uh_child_order order = {
        .argv = argv, .at_most_ms = COMMAND_MS, .listens = true, .ended = on_gnome, .user = look};
    const char *desktop = getenv("XDG_CURRENT_DESKTOP");
    if (desktop != NULL && has_word(desktop, "GNOME")) {
        look->gnome = uh_child_start(loop, &order, NULL);
        look->open += look->gnome != NULL;
    }
}

/* -- the whole -- */

uh_busy_look *uh_busy_look_open(uh_loop *loop, uh_buses *buses, const uh_busy_question *question)
{
    uh_busy_look *look = calloc(1, sizeof *look);
    if (look == NULL) {
        return NULL;
    }
    look->question = *question;
    look->open = 1; /* until everybody was asked */
    look->busy = (uint32_t)uh_busy_microphone("") << UH_BUSY_MICROPHONE |
                 (uint32_t)uh_busy_camera("") << UH_BUSY_CAMERA |
                 (uint32_t)uh_busy_battery("") << UH_BUSY_BATTERY;
#ifdef UH_HAVE_X11
    look->busy |= (uint32_t)uh_busy_full_screen() << UH_BUSY_FULL_SCREEN;
#endif
    for (uint32_t i = 0; i < UH_COUNT(questions); i++) {
        ask(look, questions[i].machine ? buses->machine : buses->session, i);
    }
    ask_gnome(loop, look);
    if (question->command[0] != '\0') {
        run_command(loop, look);
    }
    return take(look, UH_BUSY_COMMAND, false) ? NULL : look;
}

void uh_busy_look_close(uh_busy_look *look)
{
    if (look == NULL) {
        return;
    }
    for (uint32_t i = 0; i < UH_COUNT(questions); i++) {
        sd_bus_slot_unref(look->calls[i].slot);
    }
    uh_child_stop(look->command);
    uh_child_stop(look->gnome);
    free(look);
}
