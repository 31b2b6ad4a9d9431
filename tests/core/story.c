/* SPDX-License-Identifier: MIT */
#include "core/story.h"

#include "core/builtin.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* One line of the file, and one line of what happened. */
typedef struct line {
    int number;
    char *text;
} line;

typedef struct story {
    uh_catalogue catalogue;
    uh_routine routine;
    uh_session_options options;
    uh_session session;
    int line_count;
    line lines[STORY_LINES_MAX];
    char *told;
    size_t told_length;
    char *complaint;
    int line_now;
    const char *file;
} story;

__attribute__((format(printf, 2, 3))) static bool complain(story *of, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = snprintf(of->complaint, 512, "%s:%d: ", of->file, of->line_now);
    (void)vsnprintf(of->complaint + length, 512 - (size_t)length, format, arguments);
    va_end(arguments);
    return false;
}

__attribute__((format(printf, 2, 3))) static void tell(story *of, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length =
        vsnprintf(of->told + of->told_length, STORY_TEXT_MAX - of->told_length, format, arguments);
    va_end(arguments);
    of->told_length += (size_t)length;
    if (of->told_length >= STORY_TEXT_MAX) {
        abort();
    }
}

static const char *text_of(const story *of, uh_text text)
{
    return uh_catalogue_text(&of->catalogue, text);
}

/* -- times: 1:05 or 1:05.250
 * ---------------------------------------------------------------------------- */

static void tell_time(story *of, int64_t ms)
{
    char text[32];
    int length = snprintf(text, sizeof(text), "%" PRId64 ":%02" PRId64, ms / 60000, ms / 1000 % 60);
    if (ms % 1000 != 0) {
        (void)snprintf(text + length, sizeof(text) - (size_t)length, ".%03" PRId64, ms % 1000);
    }
    tell(of, length < 6 && ms % 1000 == 0 ? "%-6s" : "%s ", text);
}

static bool read_time(const char *word, int64_t *ret_ms)
{
    int minutes = 0;
    double seconds = 0;
    if (sscanf(word, "%d:%lf", &minutes, &seconds) != 2) {
        return false;
    }
    *ret_ms = (int64_t)minutes * 60000 + (int64_t)(seconds * 1000 + 0.5);
    return true;
}

static void tell_seconds(story *of, uint32_t ms)
{
    if (ms % 1000 == 0) {
        tell(of, "%u", ms / 1000);
    } else {
        tell(of, "%.*f", ms % 100 == 0 ? 1 : 3, ms / 1000.0);
    }
}

/* -- what happens
 * ---------------------------------------------------------------------------------------- */

static const uh_exercise *exercise_of(const story *of, const uh_session_event *event)
{
    return uh_catalogue_exercise(&of->catalogue, event->exercise);
}

static void tell_side(story *of, const uh_session_event *event, const char *before)
{
    const uh_exercise *exercise = exercise_of(of, event);
    if (event->side == UH_SIDE_LEFT) {
        tell(of, "%s%s", before, text_of(of, exercise->sides.left));
    } else if (event->side == UH_SIDE_RIGHT) {
        tell(of, "%s%s", before, text_of(of, exercise->sides.right));
    }
}

static const uh_part *part_of(const story *of, const uh_session_event *event)
{
    const uh_variant *variant =
        uh_exercise_variant(&of->catalogue, exercise_of(of, event), event->variant);
    return event->part < variant->parts.count
               ? uh_variant_part(&of->catalogue, variant, event->part)
               : NULL;
}

static void tell_part(story *of, const uh_session_event *event)
{
    const uh_part *part = part_of(of, event);
    if (part == NULL) {
        tell(of, "back to the start");
        return;
    }
    tell(of, "%s", text_of(of, part->label));
    if (part->breath != UH_BREATH_FREE) {
        tell(of, ", breathing %s", part->breath == UH_BREATH_IN ? "in" : "out");
    }
}

static void tell_repetition(story *of, const uh_session_event *event)
{
    uint32_t repetitions = of->session.timeline.repetitions;
    if (event->repetition > 0 && event->part == 0 && repetitions > 1 &&
        event->phase != UH_PHASE_REST) {
        tell(of, " (%u of %u)", event->repetition, repetitions);
    }
}

static void tell_get_ready(story *of, const uh_session_event *event)
{
    tell(of, "get ready: %s", text_of(of, exercise_of(of, event)->name));
    tell_side(of, event, ", ");
    if (of->session.timeline.sets > 1) {
        tell(of, ", set %u of %u", event->set, of->session.timeline.sets);
    }
}

static void tell_start(story *of, const uh_session_event *event)
{
    switch (event->phase) {
    case UH_PHASE_NEXT_STRETCH:
        tell(of, "next: %s", text_of(of, exercise_of(of, event)->name));
        break;
    case UH_PHASE_WAY_IN:
        tell(of, "way in, %s",
             uh_position_name(
                 uh_exercise_variant(&of->catalogue, exercise_of(of, event), event->variant)
                     ->position));
        break;
    case UH_PHASE_GET_READY:
        tell_get_ready(of, event);
        break;
    case UH_PHASE_SWITCH_SIDE:
        tell(of, "other side");
        tell_side(of, event, ": ");
        break;
    case UH_PHASE_HOLD:
        tell_part(of, event);
        tell(of, " for ");
        tell_seconds(of, event->length_ms);
        tell(of, " s");
        break;
    case UH_PHASE_MOVE_IN:
    case UH_PHASE_RELEASE:
    case UH_PHASE_MOVE:
        tell_part(of, event);
        tell_repetition(of, event);
        break;
    case UH_PHASE_REST:
        tell(of, event->repetition == 0 ? "rest before the next set" : "rest");
        break;
    case UH_PHASE_WAY_OUT:
        tell(of, "way out");
        break;
    case UH_PHASE_DONE:
    case UH_PHASE_COUNT:
        tell(of, "done");
        break;
    }
}

static void tell_record(story *of, const uh_session_event *event)
{
    const uh_set_record *record = uh_session_record(&of->session);
    tell(of, "record");
    tell_side(of, event, " ");
    tell(of, ": %u of %u", record->actual_repetitions, record->planned_repetitions);
    if (record->planned_hold_ms > 0) {
        tell(of, ", held ");
        tell_seconds(of, record->actual_hold_ms);
        tell(of, " of ");
        tell_seconds(of, record->planned_hold_ms);
        tell(of, " s");
    }
    tell(of, ", %s", uh_set_end_name(record->end));
    if (record->end == UH_ENDED_STOPPED) {
        tell(of, " for %s", uh_stop_reason_name(record->reason));
    } else if (record->end == UH_ENDED_SKIPPED) {
        tell(of, " for %s", uh_skip_reason_name(record->reason));
    }
    if (record->attempt > 1) {
        tell(of, ", attempt %u", record->attempt);
    }
    tell(of, "%s%s%s", record->eased ? ", eased" : "", record->uneven ? ", uneven" : "",
         record->simulated ? ", simulated" : "");
}

/* Only what a reader follows: starts, records, milestones. Cues and counts are in session_test.c.
 */
static void tell_event(story *of, const uh_session_event *event)
{
    bool milestone = event->kind == UH_EVENT_MILESTONE && event->milestone != UH_MILESTONE_DONE;
    if (event->kind != UH_EVENT_START && event->kind != UH_EVENT_RECORD && !milestone) {
        return;
    }
    tell_time(of, event->at.ms);
    if (event->kind == UH_EVENT_START) {
        tell_start(of, event);
    } else if (event->kind == UH_EVENT_RECORD) {
        tell_record(of, event);
    } else {
        tell(of, event->milestone == UH_MILESTONE_HALFWAY ? "halfway" : "last stretch");
    }
    tell(of, "\n");
}

static void tell_until(story *of, int64_t ms)
{
    uh_session_event event;
    while (uh_session_next(&of->session, (uh_boot_ms){ms}, &event)) {
        tell_event(of, &event);
    }
}

/* -- what is pressed
 * ------------------------------------------------------------------------------------- */

typedef uh_status key(uh_session *session, const char *word, uh_boot_ms now);

static uint32_t named(const char *(*name)(uint32_t), uint32_t count, const char *word)
{
    for (uint32_t i = 0; i < count; i++) {
        if (strcmp(name(i), word) == 0) {
            return i;
        }
    }
    abort();
}

static uh_status press_stop(uh_session *session, const char *word, uh_boot_ms now)
{
    return uh_session_stop(
        session, (uh_stop_reason)named(uh_stop_reason_name, UH_STOP_OTHER + 1, word), now);
}

static uh_status press_skip(uh_session *session, const char *word, uh_boot_ms now)
{
    return uh_session_skip(
        session, (uh_skip_reason)named(uh_skip_reason_name, UH_SKIP_DONE_ALREADY + 1, word), now);
}

static const struct {
    const char *name;
    uh_status (*plain)(uh_session *session, uh_boot_ms now);
    key *with_word;
} keys[] = {
    {"ready", uh_session_ready, NULL},   {"pause", uh_session_pause, NULL},
    {"resume", uh_session_resume, NULL}, {"ease", uh_session_ease, NULL},
    {"stop", NULL, press_stop},          {"undo", uh_session_undo_stop, NULL},
    {"skip", NULL, press_skip},          {"back", uh_session_back, NULL},
    {"repeat", uh_session_repeat, NULL}, {"more", uh_session_more, NULL},
    {"less", uh_session_less, NULL},     {"end", uh_session_end, NULL},
    {"close", uh_session_close, NULL},
};

/* To whom a stop is charged. */
static void tell_charge(story *of, const char *name)
{
    uh_stop_charge charge = {0};
    if (strcmp(name, "stop") != 0 || of->session.state != UH_SESSION_STOPPED) {
        return;
    }
    if (!uh_session_charge(&of->session, &charge)) {
        tell(of, "charged to nothing\n");
        return;
    }
    const uh_exercise *exercise = uh_catalogue_exercise(&of->catalogue, charge.exercise);
    tell(of, "charged to: %s", text_of(of, exercise->name));
    tell(of, "%s%s\n", charge.side == UH_SIDE_BOTH ? "" : ", ",
         charge.side == UH_SIDE_BOTH ? "" : uh_side_name(charge.side));
}

static bool tell_status(story *of, uh_status status)
{
    if (status == UH_ERR_STATE) {
        tell(of, ", not possible now");
    } else if (status == UH_ERR_RANGE) {
        tell(of, ", at the end already");
    } else if (status != UH_OK) {
        return complain(of, "answered %d", status);
    }
    tell(of, "\n");
    return true;
}

static bool press(story *of, int64_t ms, const char *name, const char *word)
{
    for (size_t i = 0; i < UH_COUNT(keys); i++) {
        if (strcmp(keys[i].name, name) == 0) {
            uh_boot_ms now = {ms};
            return tell_status(of, keys[i].plain ? keys[i].plain(&of->session, now)
                                                 : keys[i].with_word(&of->session, word, now));
        }
    }
    return complain(of, "there is no key '%s'", name);
}

/* "at 0:24 press stop pain", "at 3:00 nothing was seen since 0:40". */
static bool act(story *of, const char *text)
{
    char time[16] = "";
    char name[16] = "";
    char word[32] = "";
    char since[16] = "";
    int64_t ms = 0;
    int64_t since_ms = 0;
    if (sscanf(text, "at %15s nothing was seen since %15s", time, since) == 2 &&
        read_time(time, &ms) && read_time(since, &since_ms)) {
        tell_until(of, since_ms);
        tell(of, "at %s nothing was seen since %s", time, since);
        if (!tell_status(of, uh_session_interrupt(&of->session, (uh_boot_ms){since_ms}))) {
            return false;
        }
        tell_until(of, ms);
        return true;
    }
    if (sscanf(text, "at %15s press %15[a-z] %31[a-z-]", time, name, word) < 2 ||
        !read_time(time, &ms)) {
        return complain(of, "not 'at TIME press KEY': %s", text);
    }
    tell_until(of, ms);
    tell(of, word[0] ? "at %s press %s %s" : "at %s press %s", time, name, word);
    if (!press(of, ms, name, word)) {
        return false;
    }
    tell_charge(of, name);
    tell_until(of, ms);
    return true;
}

/* -- what is played
 * -------------------------------------------------------------------------------------- */

static void choose_sides(uh_routine_entry *entry, const char *text)
{
    if (strstr(text, "right first") || strstr(text, "right only")) {
        entry->first_side = UH_SIDE_RIGHT;
    }
    entry->one_side_only = strstr(text, " only") != NULL;
}

/* "play KEY [form KEY] at start|usual dose [, right first] [, left only] [, 2 repetitions] [, 2
 * sets]" */
static bool play_stretch(story *of, const char *text)
{
    char name[48] = "";
    char form[48] = "";
    char level[8] = "";
    uint32_t exercise = 0;
    uint32_t variant = 0;
    bool with_form = sscanf(text, "play %47s form %47s at %7s dose", name, form, level) == 3;
    if (!with_form && sscanf(text, "play %47s at %7s dose", name, level) != 2) {
        return complain(of, "not 'play STRETCH at start dose': %s", text);
    }
    if (uh_catalogue_find_exercise(&of->catalogue, name, &exercise) != UH_OK ||
        (with_form &&
         uh_catalogue_find_variant(&of->catalogue, uh_catalogue_exercise(&of->catalogue, exercise),
                                   form, &variant) != UH_OK)) {
        return complain(of, "no such stretch or form: %s", text);
    }
    uh_person person = well_equipped_person();
    uh_level at = strcmp(level, "usual") == 0 ? UH_LEVEL_USUAL : UH_LEVEL_START;
    if (uh_routine_add(&of->catalogue, &person, &(uh_screening){0}, exercise, variant, at,
                       &of->routine) != UH_OK) {
        return complain(of, "cannot be added: %s", text);
    }
    uh_routine_entry *entry = &of->routine.entries[of->routine.count - 1];
    choose_sides(entry, text);
    const char *number = strchr(text, ',');
    for (; number; number = strchr(number + 1, ',')) {
        uint32_t count = 0;
        char what[16] = "";
        if (sscanf(number, ", %u %15[a-z]", &count, what) == 2) {
            *(strcmp(what, "sets") == 0 ? &entry->dose.sets : &entry->dose.repetitions) = count;
        }
    }
    return true;
}

static bool play_recipe(story *of, const char *text)
{
    uint32_t recipe = 0;
    uh_person person = well_equipped_person();
    if (uh_catalogue_find_recipe(&of->catalogue, text + strlen("routine "), &recipe) != UH_OK ||
        uh_routine_from_recipe(&of->catalogue, &person, &(uh_screening){0}, recipe, &of->routine) !=
            UH_OK) {
        return complain(of, "no such routine: %s", text);
    }
    return true;
}

/* A line before the first event; false: it is not one, or it is wrong and the complaint is made. */
static bool set_up(story *of, const char *text)
{
    bool done = false;
    if (strncmp(text, "play ", 5) == 0) {
        done = play_stretch(of, text);
    } else if (strncmp(text, "routine ", 8) == 0) {
        done = play_recipe(of, text);
    } else {
        done = sscanf(text, "speed %u", &of->options.speed_percent) == 1;
    }
    if (done) {
        tell(of, "%s\n", text);
    }
    return done;
}

static bool begin(story *of)
{
    uh_person person = well_equipped_person();
    uh_screening nothing = {0};
    uh_day today = {0};
    uh_verdict verdict;
    if (uh_routine_admit(&of->catalogue, &person, &nothing, &today, &of->routine, &verdict) !=
            UH_OK ||
        uh_session_start(&of->catalogue, &of->routine, of->options, (uh_boot_ms){0},
                         &of->session) != UH_OK) {
        return complain(of, "the gate does not admit this routine");
    }
    return true;
}

/* -- reading and comparing
 * --------------------------------------------------------------------------------- */

static void cut_lines(story *of, char *text)
{
    int number = 1;
    for (char *next = text; next; number++) {
        char *start = next;
        next = strchr(start, '\n');
        if (next) {
            *next++ = '\0';
        }
        if (start[0] != '#' && start[0] != '\0' && of->line_count < STORY_LINES_MAX) {
            of->lines[of->line_count++] = (line){number, start};
        }
    }
}

/* Each line told against each line written; both without comments and empty lines. */
static bool compare(story *of)
{
    const char *told = of->told;
    for (int i = 0; i < of->line_count; i++) {
        size_t length = strcspn(told, "\n");
        of->line_now = of->lines[i].number;
        if (length != strlen(of->lines[i].text) || strncmp(told, of->lines[i].text, length) != 0) {
            return complain(of, "written '%s', but really '%.*s'", of->lines[i].text, (int)length,
                            told);
        }
        told += length + (told[length] == '\n');
    }
    return *told == '\0' || complain(of, "the story ends here, but really '%.*s' follows",
                                     (int)strcspn(told, "\n"), told);
}

static bool play(story *of)
{
    int i = 0;
    for (; i < of->line_count; i++) {
        of->line_now = of->lines[i].number;
        of->complaint[0] = '\0';
        if (!set_up(of, of->lines[i].text)) {
            break;
        }
    }
    if (of->complaint[0] != '\0' || !begin(of)) {
        return false;
    }
    for (; i < of->line_count; i++) {
        of->line_now = of->lines[i].number;
        if (strncmp(of->lines[i].text, "at ", 3) == 0 && !act(of, of->lines[i].text)) {
            return false;
        }
    }
    tell_until(of, INT64_C(1) << 40);
    return true;
}

bool story_holds(const char *file, char *text, char ret_told[STORY_TEXT_MAX],
                 char ret_complaint[512])
{
    static story of; /* large */
    of = (story){.catalogue = builtin_catalogue(),
                 .options = uh_session_default_options(),
                 .told = ret_told,
                 .complaint = ret_complaint,
                 .file = file};
    ret_told[0] = '\0';
    ret_complaint[0] = '\0';
    cut_lines(&of, text);
    return play(&of) && compare(&of);
}

void read_story(const char *file, char ret_text[STORY_TEXT_MAX])
{
    FILE *stream = fopen(file, "r");
    if (!stream) {
        perror(file);
        abort();
    }
    size_t length = fread(ret_text, 1, STORY_TEXT_MAX - 1, stream);
    ret_text[length] = '\0';
    if (!feof(stream)) {
        abort();
    }
    (void)fclose(stream);
}
