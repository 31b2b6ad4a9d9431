/* SPDX-License-Identifier: MIT */
#include "host/desktop/control.h"

#include <ctype.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>

enum { MINUTE_MS = 60000 };

struct uh_control {
    uh_control_hearing hearing;
    sd_bus *bus;
    sd_bus_slot *slot;
};

/* -- properties -- */

static const char *const no_text = "";

/* The status is asked for each property: whoever reads them all reads twenty. */
static int read_property(sd_bus *bus, const char *path, const char *interface, const char *property,
                         sd_bus_message *reply, void *member, sd_bus_error *error);

#define PROPERTY(name, signature, member)                                                          \
    SD_BUS_PROPERTY(name, signature, read_property, offsetof(uh_control_status, member),           \
                    SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE)
/* Changes by itself as time goes by: nobody is told. */
#define FLOWING(name, signature, member)                                                           \
    SD_BUS_PROPERTY(name, signature, read_property, offsetof(uh_control_status, member), 0)
#define COMMAND(name, arguments, names)                                                            \
    SD_BUS_METHOD_WITH_NAMES(name, arguments, names, "s", SD_BUS_PARAM(outcome), on_command,       \
                             SD_BUS_VTABLE_UNPRIVILEGED)
#define SIGNAL(name)                                                                               \
    SD_BUS_SIGNAL_WITH_NAMES(name, "sx", SD_BUS_PARAM(what) SD_BUS_PARAM(length_ms), 0)

static int on_command(sd_bus_message *call, void *user, sd_bus_error *error);
static int on_reload(sd_bus_message *call, void *user, sd_bus_error *error);

static const sd_bus_vtable vtable[] = {
    SD_BUS_VTABLE_START(0),
    PROPERTY("Present", "b", present),
    PROPERTY("Engaged", "b", engaged),
    PROPERTY("Locked", "b", locked),
    PROPERTY("Open", "b", open),
    PROPERTY("Quiet", "b", quiet),
    PROPERTY("UntilTomorrow", "b", until_tomorrow),
    PROPERTY("Missed", "b", missed),
    PROPERTY("Confirming", "b", confirming),
    PROPERTY("Phase", "s", phase),
    PROPERTY("Prompt", "s", prompt),
    PROPERTY("Stretch", "s", stretch),
    PROPERTY("WaitsFor", "s", waits_for),
    PROPERTY("IdleSource", "s", idle_source),
    PROPERTY("Trouble", "s", trouble),
    FLOWING("SittingSeconds", "u", sitting_s),
    FLOWING("SittingTodaySeconds", "u", sitting_today_s),
    PROPERTY("SittingSince", "t", sitting_since),
    PROPERTY("AwaySince", "t", away_since),
    PROPERTY("Next", "t", next),
    PROPERTY("QuietUntil", "t", quiet_until),
    PROPERTY("PutOffs", "u", put_offs),
    PROPERTY("SnoozeMostSeconds", "u", snooze_most_s),
    PROPERTY("BreaksToday", "u", breaks_today),
    PROPERTY("StretchesToday", "u", stretches_today),
    PROPERTY("PromptsToday", "u", prompts_today),
    PROPERTY("SnoozesToday", "u", snoozes_today),
    PROPERTY("SkipsToday", "u", skips_today),
    COMMAND("Start", "", ),
    COMMAND("Now", "s", SD_BUS_PARAM(prompt)),
    COMMAND("Snooze", "u", SD_BUS_PARAM(minutes)),
    COMMAND("Skip", "s", SD_BUS_PARAM(reason)),
    COMMAND("Pause", "u", SD_BUS_PARAM(minutes)),
    COMMAND("PauseUntilTomorrow", "", ),
    COMMAND("Resume", "", ),
    COMMAND("Done", "", ),
    SD_BUS_METHOD("Reload", "", "", on_reload, SD_BUS_VTABLE_UNPRIVILEGED),
    SIGNAL("Withdraw"),
    SIGNAL("Soon"),
    SIGNAL("Now"),
    SIGNAL("Confirm"),
    SIGNAL("Start"),
    SIGNAL("Break"),
    SIGNAL("Back"),
    SIGNAL("Day"),
    SD_BUS_VTABLE_END,
};

/* The bus only asks for what is in the table. */
static const sd_bus_vtable *row_of(const char *property)
{
    const sd_bus_vtable *row = vtable;
    while (row->type != _SD_BUS_VTABLE_PROPERTY || strcmp(row->x.property.member, property) != 0) {
        row++;
    }
    return row;
}

/* `member` is the control's address and the offset together, as the vtable has it. */
static int read_property(sd_bus *bus, const char *path, const char *interface, const char *property,
                         sd_bus_message *reply, void *member, sd_bus_error *error)
{
    const sd_bus_vtable *row = row_of(property);
    const size_t offset = row->x.property.offset;
    const uh_control *control = (const void *)((const char *)member - offset);
    uh_control_status status = {0};
    (void)bus;
    (void)path;
    (void)interface;
    (void)error;
    control->hearing.look(control->hearing.user, &status);
    const char *value = (const char *)&status + offset;
    if (row->x.property.signature[0] == 's') {
        const char *text = NULL;
        memcpy(&text, value, sizeof(text));
        return sd_bus_message_append(reply, "s", text != NULL ? text : no_text);
    }
    return sd_bus_message_append_basic(reply, row->x.property.signature[0], value);
}

void uh_control_changed(uh_control *control)
{
    char *names[UH_COUNT(vtable)] = {NULL};
    size_t count = 0;
    if (control == NULL) {
        return;
    }
    for (const sd_bus_vtable *row = vtable; row->type != _SD_BUS_VTABLE_END; row++) {
        if (row->type == _SD_BUS_VTABLE_PROPERTY && row->flags != 0) {
            memcpy(&names[count++], &row->x.property.member, sizeof names[0]);
        }
    }
    (void)sd_bus_emit_properties_changed_strv(control->bus, UH_CONTROL_PATH, UH_CONTROL_NAME,
                                              names);
}

/* -- commands -- */

static const char *const outcomes[] = {"done", "again", "locked", "range"};

/* A name of the list; `count` where it is none. */
static uint32_t named(const char *name, const char *(*name_of)(uint32_t), uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (strcmp(name_of(i), name) == 0) {
            return i;
        }
    }
    return count;
}

static bool read_length(sd_bus_message *call, uh_schedule_input *input)
{
    uint32_t minutes = 0;
    const bool read = sd_bus_message_read(call, "u", &minutes) > 0;
    input->length_ms = (int64_t)minutes * MINUTE_MS;
    return read;
}

static bool read_prompt(sd_bus_message *call, uh_schedule_input *input)
{
    const char *name = NULL;
    if (sd_bus_message_read(call, "s", &name) <= 0) {
        return false;
    }
    input->prompt = (uh_prompt)named(name, uh_prompt_name, UH_PROMPT_POSTURE);
    return input->prompt != UH_PROMPT_POSTURE;
}

static bool read_reason(sd_bus_message *call, uh_schedule_input *input)
{
    const char *name = NULL;
    if (sd_bus_message_read(call, "s", &name) <= 0) {
        return false;
    }
    const uint32_t reason = named(name, uh_skip_reason_name, UH_SKIP_DONE_ALREADY + 1);
    input->reason = (uh_skip_reason)reason;
    return reason <= UH_SKIP_DONE_ALREADY;
}

static const struct {
    const char *member;
    uh_schedule_input_kind kind;
    bool (*read)(sd_bus_message *call, uh_schedule_input *input);
} commands[] = {
    {"Start", UH_TELL_START, NULL},          {"Now", UH_TELL_NOW, read_prompt},
    {"Snooze", UH_TELL_SNOOZE, read_length}, {"Skip", UH_TELL_SKIP, read_reason},
    {"Pause", UH_TELL_QUIET, read_length},   {"PauseUntilTomorrow", UH_TELL_QUIET_TOMORROW, NULL},
    {"Resume", UH_TELL_RESUME, NULL},        {"Done", UH_TELL_DONE, NULL},
};

static int on_command(sd_bus_message *call, void *user, sd_bus_error *error)
{
    const uh_control *control = user;
    const char *member = sd_bus_message_get_member(call);
    uh_schedule_input input = {.typed = true};
    (void)error;
    for (size_t i = 0; i < UH_COUNT(commands); i++) {
        if (strcmp(commands[i].member, member) != 0) {
            continue;
        }
        input.kind = commands[i].kind;
        if (commands[i].read != NULL && !commands[i].read(call, &input)) {
            return sd_bus_reply_method_return(call, "s", outcomes[UH_CONTROL_RANGE]);
        }
    }
    const uh_control_outcome outcome = control->hearing.tell(control->hearing.user, &input);
    return sd_bus_reply_method_return(call, "s", outcomes[outcome]);
}

static int on_reload(sd_bus_message *call, void *user, sd_bus_error *error)
{
    const uh_control *control = user;
    (void)error;
    control->hearing.reload(control->hearing.user);
    return sd_bus_reply_method_return(call, "");
}

/* -- signals -- */

void uh_control_signal(uh_control *control, uh_schedule_event_kind kind, const char *what,
                       int64_t length_ms)
{
    char name[32] = "";
    const char *event = uh_schedule_event_name(kind);
    if (control == NULL || strlen(event) >= sizeof name) {
        return;
    }
    memcpy(name, event, strlen(event) + 1);
    name[0] = (char)toupper((unsigned char)name[0]);
    (void)sd_bus_emit_signal(control->bus, UH_CONTROL_PATH, UH_CONTROL_NAME, name, "sx", what,
                             length_ms);
}

/* -- the whole -- */

uh_status uh_control_open(uh_buses *buses, const uh_control_hearing *hearing,
                          uh_control **ret_control)
{
    uh_control *control = buses->session != NULL ? calloc(1, sizeof *control) : NULL;
    if (control == NULL) {
        return UH_ERR_STATE;
    }
    control->hearing = *hearing;
    control->bus = sd_bus_ref(buses->session);
    if (sd_bus_add_object_vtable(control->bus, &control->slot, UH_CONTROL_PATH, UH_CONTROL_NAME,
                                 vtable, control) < 0 ||
        sd_bus_request_name(control->bus, UH_CONTROL_NAME, 0) < 0) {
        uh_control_close(control);
        return UH_ERR_REFUSED;
    }
    *ret_control = control;
    return UH_OK;
}

void uh_control_close(uh_control *control)
{
    if (control != NULL) {
        sd_bus_slot_unref(control->slot);
        sd_bus_unref(control->bus);
        free(control);
    }
}
