/* SPDX-License-Identifier: MIT */
/* control_ask.c: asks the program that runs already; for `unhunch break` and `unhunch status`,
 * which do not link the bus. */
#include "host/desktop/control.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>

enum { CALL_US = 2000000 };

static const struct {
    const char *word;
    const char *member;
    char type; /* of the one argument: 's', 'u'; 0: none */
} commands[] = {
    {"start", "Start", 0},   {"now", "Now", 's'},     {"snooze", "Snooze", 'u'},
    {"skip", "Skip", 's'},   {"pause", "Pause", 'u'}, {"tomorrow", "PauseUntilTomorrow", 0},
    {"resume", "Resume", 0}, {"done", "Done", 0},     {"reload", "Reload", 0},
};

/* -- properties as lines -- */

static void write_value(sd_bus_message *reply, char type, FILE *out)
{
    union {
        const char *text;
        int is;
        uint32_t number;
        uint64_t large;
    } value = {.large = 0};
    (void)sd_bus_message_read_basic(reply, type, &value);
    switch (type) {
    case 's':
        (void)fputs(value.text, out);
        break;
    case 'b':
        (void)fputs(value.is != 0 ? "yes" : "no", out);
        break;
    case 'u':
        (void)fprintf(out, "%" PRIu32, value.number);
        break;
    default:
        (void)fprintf(out, "%" PRIu64, value.large);
        break;
    }
}

static void write_properties(sd_bus_message *reply, FILE *out)
{
    const char *name = NULL;
    const char *contents = NULL;
    char type = 0;
    if (sd_bus_message_enter_container(reply, 'a', "{sv}") <= 0) {
        return;
    }
    while (sd_bus_message_enter_container(reply, 'e', "sv") > 0) {
        if (sd_bus_message_read(reply, "s", &name) <= 0 ||
            sd_bus_message_peek_type(reply, &type, &contents) <= 0 ||
            sd_bus_message_enter_container(reply, 'v', contents) <= 0) {
            return;
        }
        (void)fprintf(out, "%s=", name);
        write_value(reply, contents[0], out);
        (void)fputc('\n', out);
        (void)sd_bus_message_exit_container(reply);
        (void)sd_bus_message_exit_container(reply);
    }
}

/* -- calls -- */

static int make_call(sd_bus *bus, int count, char **words, sd_bus_message **ret_call)
{
    if (strcmp(words[0], "status") == 0) {
        const int made =
            sd_bus_message_new_method_call(bus, ret_call, UH_CONTROL_NAME, UH_CONTROL_PATH,
                                           "org.freedesktop.DBus.Properties", "GetAll");
        return made < 0 ? made : sd_bus_message_append(*ret_call, "s", UH_CONTROL_NAME);
    }
    for (size_t i = 0; i < UH_COUNT(commands); i++) {
        if (strcmp(commands[i].word, words[0]) != 0) {
            continue;
        }
        const int made = sd_bus_message_new_method_call(
            bus, ret_call, UH_CONTROL_NAME, UH_CONTROL_PATH, UH_CONTROL_NAME, commands[i].member);
        if (made < 0 || commands[i].type == 0) {
            return made;
        }
        const char *argument = count > 1 ? words[1] : "";
        return commands[i].type == 's'
                   ? sd_bus_message_append(*ret_call, "s", argument)
                   : sd_bus_message_append(*ret_call, "u", (uint32_t)strtoul(argument, NULL, 10));
    }
    return -1;
}

static uh_control_answer write_outcome(sd_bus_message *reply, FILE *out)
{
    const char *outcome = "done";
    if (sd_bus_message_is_empty(reply) == 0) {
        (void)sd_bus_message_read(reply, "s", &outcome);
    }
    (void)fprintf(out, "%s\n", outcome);
    const bool refused = strcmp(outcome, "locked") == 0 || strcmp(outcome, "range") == 0;
    return refused ? UH_CONTROL_REFUSED : UH_CONTROL_ANSWERED;
}

/* Nobody is started: whether this program runs is the person's to decide. */
static uh_control_answer call(sd_bus *bus, int count, char **words, FILE *out)
{
    sd_bus_message *message = NULL;
    sd_bus_message *reply = NULL;
    uh_control_answer answer = UH_CONTROL_WRONG;
    if (make_call(bus, count, words, &message) < 0) {
        goto out;
    }
    answer = UH_CONTROL_NOBODY;
    (void)sd_bus_message_set_auto_start(message, 0);
    if (sd_bus_call(bus, message, CALL_US, NULL, &reply) < 0) {
        goto out;
    }
    if (strcmp(words[0], "status") == 0) {
        write_properties(reply, out);
        answer = UH_CONTROL_ANSWERED;
    } else {
        answer = write_outcome(reply, out);
    }
out:
    sd_bus_message_unref(reply);
    sd_bus_message_unref(message);
    return answer;
}

uh_control_answer uh_control_ask(int count, char **words, FILE *out)
{
    sd_bus *bus = NULL;
    if (count < 1) {
        return UH_CONTROL_WRONG;
    }
    if (sd_bus_open_user(&bus) < 0) {
        return UH_CONTROL_NOBODY;
    }
    const uh_control_answer answer = call(bus, count, words, out);
    (void)sd_bus_flush_close_unref(bus);
    return answer;
}
