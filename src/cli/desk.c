/* SPDX-License-Identifier: MIT */
#include "cli/desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host/paths.h"
#include "host/program.h"
#include "host/unit.h"

enum { NUMBER_SIZE = 24 };

/* -- how it is started by hand -- */

#define BY_SYSTEMD "systemctl --user enable --now unhunchd"

const char *uh_desk_start(bool has_unit, const char *beside, char out[UH_DESK_START_SIZE])
{
    if (has_unit) {
        (void)snprintf(out, UH_DESK_START_SIZE, "%s", BY_SYSTEMD);
    } else if (beside[0] != '\0') {
        (void)snprintf(out, UH_DESK_START_SIZE, "%s &", beside);
    } else {
        (void)snprintf(out, UH_DESK_START_SIZE, "make desk && make install && %s", BY_SYSTEMD);
    }
    return out;
}

const char *uh_desk_how_to_start(char out[UH_DESK_START_SIZE])
{
    char path[UH_PATH_SIZE];
    const bool is_beside = uh_program_path("unhunchd", path)[0] == '/';
    return uh_desk_start(uh_user_unit_is_there("unhunchd.service"),
                         is_beside ? uh_program_typed("unhunchd", path) : "", out);
}

/* -- lines -- */

const char *uh_desk_value(const char *answer, const char *name, char *out, size_t capacity)
{
    const size_t length = strlen(name);
    out[0] = '\0';
    for (const char *line = answer; *line != '\0';) {
        const size_t width = strcspn(line, "\n");
        if (width > length && line[length] == '=' && strncmp(line, name, length) == 0) {
            const size_t value = width - length - 1;
            const size_t kept = value < capacity - 1 ? value : capacity - 1;
            memcpy(out, line + length + 1, kept);
            out[kept] = '\0';
            return out;
        }
        line += width + (line[width] == '\n');
    }
    return out;
}

int64_t uh_desk_number(const char *answer, const char *name)
{
    char text[NUMBER_SIZE];
    return strtoll(uh_desk_value(answer, name, text, sizeof text), NULL, 10);
}

bool uh_desk_is(const char *answer, const char *name)
{
    char text[NUMBER_SIZE];
    return strcmp(uh_desk_value(answer, name, text, sizeof text), "yes") == 0;
}

static bool is_name(const char *name, const char *list, size_t length)
{
    return strlen(name) == length && strncmp(name, list, length) == 0;
}

const char *uh_desk_words(const uh_cli *cli, const char *names, const char *(*name_of)(uint32_t),
                          uh_message first, char *out, size_t capacity)
{
    uh_buffer text = {out, capacity, 0};
    const uh_out to = uh_out_to_buffer(&text);
    out[0] = '\0';
    while (*names != '\0') {
        const size_t length = strcspn(names, ",");
        for (uint32_t i = 0; name_of(i)[0] != '\0'; i++) {
            char words[UH_PAGE_TEXT_MAX];
            const uh_phrase phrase = uh_say((uh_message)((uint32_t)first + i));
            if (is_name(name_of(i), names, length)) {
                (void)uh_words(cli->language, NULL, &phrase, words, sizeof words);
                uh_out_text(to, text.length > 0 ? ", " : "");
                uh_out_text(to, words);
            }
        }
        names += length + strspn(names + length, ", ");
    }
    return out;
}
