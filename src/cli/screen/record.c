/* SPDX-License-Identifier: MIT */
#include "cli/screen/record.h"

#include <errno.h>
#include <unistd.h>

#include "host/clock.h"
#include "host/files.h"

enum { LINE_SIZE = 1024 };

uh_status uh_record_open(const char *path, uh_record *ret_record)
{
    uh_record record = {.fd = -1, .path = path};
    if (path != NULL) {
        const uh_status status = uh_file_append_open(path, &record.fd);
        if (status != UH_OK) {
            return status;
        }
    }
    *ret_record = record;
    return UH_OK;
}

void uh_record_close(uh_record *record)
{
    if (record->fd >= 0) {
        (void)close(record->fd);
        record->fd = -1;
    }
}

static const char *reason_name(const uh_set_record *set)
{
    if (set->end == UH_ENDED_STOPPED) {
        return uh_stop_reason_name(set->reason);
    }
    return set->end == UH_ENDED_SKIPPED ? uh_skip_reason_name(set->reason) : NULL;
}

static void write_moment(uh_json *json, uh_unix_ms at)
{
    char moment[UH_TIMESTAMP_SIZE];
    uh_clock_timestamp(at, moment);
    uh_json_text(json, "at", moment);
}

void uh_record_write(uh_json *json, const uh_catalogue *catalogue, const uh_set_record *set,
                     uh_unix_ms at)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, set->exercise);
    const uh_variant *variant = uh_exercise_variant(catalogue, exercise, set->variant);
    uh_json_object(json, NULL);
    uh_json_text(json, "exercise", uh_catalogue_text(catalogue, exercise->key));
    uh_json_text(json, "variant", uh_catalogue_text(catalogue, variant->key));
    uh_json_text(json, "side", uh_side_name(set->side));
    uh_json_number(json, "set", set->set);
    uh_json_number(json, "attempt", set->attempt);
    uh_json_object(json, "planned");
    uh_json_number(json, "hold_ms", set->planned_hold_ms);
    uh_json_number(json, "repetitions", set->planned_repetitions);
    uh_json_end_object(json);
    uh_json_object(json, "actual");
    uh_json_number(json, "hold_ms", set->actual_hold_ms);
    uh_json_number(json, "repetitions", set->actual_repetitions);
    uh_json_number(json, "duration_ms", (int64_t)set->duration_ms);
    uh_json_end_object(json);
    uh_json_text(json, "ended", uh_set_end_name(set->end));
    uh_json_text(json, "reason", reason_name(set));
    uh_json_bool(json, "eased", set->eased);
    uh_json_bool(json, "uneven", set->uneven);
    uh_json_bool(json, "simulated", set->simulated);
    write_moment(json, at);
    uh_json_end_object(json);
}

static bool append(uh_record *record, uh_buffer *line)
{
    if (record->fd < 0) {
        return true;
    }
    UH_ASSERT(line->length < line->capacity);
    if (uh_file_append(record->fd, line->bytes, line->length) == UH_OK) {
        record->lines++;
        return true;
    }
    const bool first = record->problem == 0;
    record->problem = errno != 0 ? errno : EIO;
    return !first;
}

bool uh_record_set(uh_record *record, const uh_catalogue *catalogue, const uh_set_record *set,
                   uh_unix_ms at)
{
    char bytes[LINE_SIZE];
    uh_buffer line = {bytes, sizeof bytes, 0};
    uh_json json = uh_json_to(uh_out_to_buffer(&line), false);
    uh_record_write(&json, catalogue, set, at);
    return append(record, &line);
}

bool uh_record_correct(uh_record *record, uh_correction correction, uh_unix_ms at)
{
    char bytes[LINE_SIZE];
    uh_buffer line = {bytes, sizeof bytes, 0};
    uh_json json = uh_json_to(uh_out_to_buffer(&line), false);
    uh_json_object(&json, NULL);
    uh_json_text(&json, "correction", uh_correction_name(correction));
    uh_json_number(&json, "lines", record->lines);
    write_moment(&json, at);
    uh_json_end_object(&json);
    return append(record, &line);
}
