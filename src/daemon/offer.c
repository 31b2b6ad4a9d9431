/* SPDX-License-Identifier: MIT */
#include "daemon/offer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host/program.h"

enum { ANSWER_MS = 5000 };

uh_offer uh_offer_none(void)
{
    return (uh_offer){.settings = uh_settings_usual()};
}

/* -- lines -- */

static void copy(char *out, size_t size, const char *text)
{
    (void)snprintf(out, size, "%s", text);
}

static uint32_t number(const char *text)
{
    return (uint32_t)strtoul(text, NULL, 10);
}

static void add_line(uh_offer *offer, const char *text)
{
    const size_t length = strlen(offer->text);
    (void)snprintf(offer->text + length, sizeof offer->text - length, "%s%s",
                   length > 0 ? "\n" : "", text);
}

static void take(uh_offer *offer, const char *name, const char *value)
{
    uh_setting setting = UH_SETTING_COUNT;
    if (uh_setting_find(name, &setting) == UH_OK) {
        (void)uh_settings_put(&offer->settings, NULL, setting, value, UH_SOURCE_CONFIG, 0);
    } else if (strcmp(name, "gentle") == 0) {
        offer->gentle = strcmp(value, "yes") == 0;
    } else if (strcmp(name, "offer.stretch") == 0) {
        copy(offer->stretch, sizeof offer->stretch, value);
    } else if (strcmp(name, "offer.name") == 0) {
        copy(offer->name, sizeof offer->name, value);
    } else if (strcmp(name, "offer.seconds") == 0) {
        offer->seconds = number(value);
    } else if (strcmp(name, "offer.long-minutes") == 0) {
        offer->long_minutes = number(value);
    } else if (strcmp(name, "offer.step") == 0) {
        add_line(offer, value);
    } else if (strcmp(name, "offer.picture") == 0) {
        copy(offer->picture, sizeof offer->picture, value);
    }
}

void uh_offer_read(uh_offer *offer, const char *lines)
{
    char line[UH_SETTING_VALUE_SIZE * 2];
    *offer = uh_offer_none();
    while (*lines != '\0') {
        const size_t length = strcspn(lines, "\n");
        if (length < sizeof line) {
            memcpy(line, lines, length);
            line[length] = '\0';
            char *value = strchr(line, '=');
            if (value != NULL) {
                *value = '\0';
                take(offer, line, value + 1);
            }
        }
        lines += length + (lines[length] == '\n');
    }
}

/* -- asking -- */

static void on_end(void *user, int code, const char *output)
{
    uh_offering *offering = user;
    offering->child = NULL;
    offering->answered(offering->user, code == 0 ? output : NULL);
}

void uh_offering_ask(uh_offering *offering, uh_loop *loop)
{
    char program[UH_PATH_SIZE];
    const char *argv[] = {
        uh_program_path("unhunch", program), "break", "--offer", NULL, NULL, NULL};
    uh_offering_stop(offering);
    if (uh_path_make(UH_FOLDER_RUNTIME) == UH_OK &&
        uh_path(UH_FOLDER_RUNTIME, "offer.svg", offering->picture) == UH_OK) {
        argv[3] = "--picture";
        argv[4] = offering->picture;
    }
    const uh_child_order order = {
        .argv = argv, .at_most_ms = ANSWER_MS, .listens = true, .ended = on_end, .user = offering};
    offering->child = uh_child_start(loop, &order, NULL);
    if (offering->child == NULL) {
        offering->answered(offering->user, NULL);
    }
}

void uh_offering_stop(uh_offering *offering)
{
    uh_child_stop(offering->child);
    offering->child = NULL;
}
