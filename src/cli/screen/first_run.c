/* SPDX-License-Identifier: MIT */
/* The state is one small file, precautions in the state folder:
 *     unhunch precautions 1
 *     shown 2026-11-20T17:16:39Z
 *     flag 2026-11-21T08:00:12Z
 * A line of its own for each way, each with its latest time. */
#include "cli/screen/first_run.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "host/clock.h"
#include "host/files.h"
#include "host/paths.h"

enum { FILE_SIZE = 512, LINE_SIZE = 64 };

static const char file_name[] = "precautions";
static const char first_line[] = "unhunch precautions 1\n";
static const char *const words[] = {
    [UH_ACKNOWLEDGED_SHOWN] = "shown ",
    [UH_ACKNOWLEDGED_FLAG] = "flag ",
};

/* Reads the time that stands behind a word; "" where the file has none, or is not ours. */
static void read_time(const char *text, const char *word, char out[LINE_SIZE])
{
    out[0] = '\0';
    if (strncmp(text, first_line, sizeof first_line - 1) != 0) {
        return;
    }
    for (const char *line = text; line != NULL && *line != '\0';) {
        const char *end = strchr(line, '\n');
        if (end == NULL) {
            return; /* a line without its end was cut */
        }
        const size_t prefix = strlen(word);
        const size_t length = (size_t)(end - line);
        if (strncmp(line, word, prefix) == 0 && length > prefix && length - prefix < LINE_SIZE) {
            memcpy(out, line + prefix, length - prefix);
            out[length - prefix] = '\0';
        }
        line = end + 1;
    }
}

static bool read_file(char text[FILE_SIZE], char path[UH_PATH_SIZE])
{
    text[0] = '\0';
    return uh_path(UH_FOLDER_STATE, file_name, path) == UH_OK &&
           uh_file_read(path, text, FILE_SIZE) == UH_OK;
}

bool uh_first_run_is_over(void)
{
    char path[UH_PATH_SIZE];
    char text[FILE_SIZE];
    char when[LINE_SIZE];
    if (!read_file(text, path)) {
        return false;
    }
    read_time(text, words[UH_ACKNOWLEDGED_SHOWN], when);
    return when[0] != '\0';
}

uh_status uh_first_run_keep(uh_acknowledgement how)
{
    char path[UH_PATH_SIZE];
    char old_text[FILE_SIZE];
    if (uh_path_make(UH_FOLDER_STATE) != UH_OK ||
        uh_path(UH_FOLDER_STATE, file_name, path) != UH_OK) {
        errno = errno != 0 ? errno : ENOENT;
        return UH_ERR_STATE;
    }
    if (!read_file(old_text, path)) {
        old_text[0] = '\0';
    }
    char now[UH_TIMESTAMP_SIZE];
    uh_clock_timestamp(uh_clock_unix(), now);
    char text[FILE_SIZE];
    size_t length = (size_t)snprintf(text, sizeof text, "%s", first_line);
    for (uh_acknowledgement way = UH_ACKNOWLEDGED_SHOWN; way <= UH_ACKNOWLEDGED_FLAG; way++) {
        char before[LINE_SIZE];
        read_time(old_text, words[way], before);
        const char *when = way == how ? now : before;
        if (when[0] != '\0') {
            length +=
                (size_t)snprintf(text + length, sizeof text - length, "%s%s\n", words[way], when);
        }
    }
    return uh_file_replace(path, text, length);
}

uh_screening uh_first_run_screening(void)
{
    return (uh_screening){0};
}
