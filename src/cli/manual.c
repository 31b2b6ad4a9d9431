/* SPDX-License-Identifier: MIT */
#include "cli/manual.h"

#include <string.h>

#include "cli/dictionary.h"
#include "cli/settings.h"
#include "unhunch/schema.h"

enum { PATH_MAX_BYTES = 128, NAMES_MAX_BYTES = 2048 };

/* scdoc gives these a meaning of their own. */
void uh_manual_write_text(uh_out out, const char *text)
{
    for (; *text; text++) {
        if (strchr("*_\\#[]|<>", *text)) {
            uh_out_text(out, "\\");
        }
        uh_out_bytes(out, text, 1);
    }
}

static void write_phrase(const uh_page *page, uh_phrase phrase)
{
    char words[UH_PAGE_TEXT_MAX];
    uh_manual_write_text(page->out, uh_page_render(page, phrase, words));
}

void uh_manual_heading(const uh_page *page, uh_message words)
{
    uh_out_text(page->out, "## ");
    write_phrase(page, uh_say(words));
    uh_out_text(page->out, "\n\n");
}

/* -- the commands -- */

static void write_option(const uh_page *page, const uh_option *option)
{
    char mark[UH_HELP_TEXT_MAX];
    char words[UH_PAGE_TEXT_MAX];
    uh_buffer text = {mark, sizeof mark, 0};
    uh_help_write_option(page, uh_out_to_buffer(&text), option);
    uh_out_text(page->out, "*");
    uh_manual_write_text(page->out, mark);
    uh_out_text(page->out, "*\n\t");
    uh_manual_write_text(page->out, uh_help_option_text(page, option, words));
    uh_out_text(page->out, "\n\n");
}

static void write_command(const uh_page *page, const uh_command *command)
{
    char usage[UH_HELP_TEXT_MAX];
    uh_buffer text = {usage, sizeof usage, 0};
    uh_help_write_usage(page, uh_out_to_buffer(&text), command);
    uh_out_text(page->out, "## ");
    uh_out_text(page->out, usage); /* headings are taken as they are */
    uh_out_text(page->out, "\n\n");
    write_phrase(page, uh_say(command->summary));
    uh_out_text(page->out, " ");
    write_phrase(page, uh_say(command->about));
    uh_out_text(page->out, "\n\n");
    for (uint32_t i = 0; i < command->option_count; i++) {
        write_option(page, &command->options[i]);
    }
}

static void write_commands(const uh_page *page)
{
    for (uint32_t i = 0; uh_command_at(i); i++) {
        write_command(page, uh_command_at(i));
    }
}

/* -- the file formats -- */

static const char *names_of(const uh_field *field, char *buffer)
{
    uh_buffer joined = {buffer, NAMES_MAX_BYTES, 0};
    uh_out out = uh_out_to_buffer(&joined);
    for (uint32_t i = 0; i < field->choices; i++) {
        uh_out_text(out, i > 0 ? ", " : "");
        uh_out_text(out, field->names[i]);
    }
    return buffer;
}

/* Thousandths as people write them: 2500 is 2.5. */
static const char *thousandths(int32_t value, char *buffer)
{
    uh_buffer text = {buffer, UH_HELP_TEXT_MAX, 0};
    uh_out_real(uh_out_to_buffer(&text), value / 1000.0, 3);
    return buffer;
}

static void write_range(const uh_page *page, uh_message message, const uh_field *field)
{
    char low[UH_HELP_TEXT_MAX];
    char high[UH_HELP_TEXT_MAX];
    write_phrase(page, uh_say2(message, uh_literal(thousandths(field->min, low)),
                               uh_literal(thousandths(field->max, high))));
}

static void write_kind(const uh_page *page, const uh_field *field)
{
    char names[NAMES_MAX_BYTES];
    uh_argument min = uh_number(field->min);
    uh_argument max = uh_number(field->max);
    switch (field->kind) {
    case UH_FIELD_TEXT:
        write_phrase(page, field->words > 0
                               ? uh_say2(UH_MSG_FORMAT_WORDS, max, uh_number(field->words))
                               : uh_say1(UH_MSG_FORMAT_TEXT, max));
        break;
    case UH_FIELD_KEY:
        write_phrase(page, uh_say1(UH_MSG_FORMAT_KEY, max));
        break;
    case UH_FIELD_CITE:
        write_phrase(page,
                     uh_say1(UH_MSG_FORMAT_CITE, uh_literal("A:17, B:18-20, AMB-06, D-03, plan")));
        break;
    case UH_FIELD_DATE:
        write_phrase(page, uh_say1(UH_MSG_FORMAT_DATE, uh_literal("2026-03-01")));
        break;
    case UH_FIELD_INTEGER:
        write_phrase(page, uh_say2(UH_MSG_FORMAT_INTEGER, min, max));
        break;
    case UH_FIELD_SECONDS:
        write_range(page, UH_MSG_FORMAT_SECONDS, field);
        break;
    case UH_FIELD_METRES:
        write_range(page, UH_MSG_FORMAT_METRES, field);
        break;
    case UH_FIELD_BOOL:
        write_phrase(page, uh_say1(UH_MSG_FORMAT_ENUM, uh_literal("true, false")));
        break;
    case UH_FIELD_ENUM:
        write_phrase(page, uh_say1(UH_MSG_FORMAT_ENUM, uh_literal(names_of(field, names))));
        break;
    case UH_FIELD_FLAGS:
        write_phrase(page, uh_say1(UH_MSG_FORMAT_FLAGS, uh_literal(names_of(field, names))));
        break;
    case UH_FIELD_RECORD:
        write_phrase(page, uh_say(UH_MSG_FORMAT_RECORD));
        break;
    case UH_FIELD_RECORDS:
        write_phrase(page, uh_say2(UH_MSG_FORMAT_RECORDS, min, max));
        break;
    case UH_FIELD_TEXTS:
        write_phrase(page, uh_say2(UH_MSG_FORMAT_TEXTS, max, uh_number(UH_LIST_TEXT_MAX)));
        break;
    case UH_FIELD_ANGLES:
        write_phrase(page, uh_say1(UH_MSG_FORMAT_ANGLES, uh_literal("{lumbar-flexion: 12.5}")));
        break;
    case UH_FIELD_VECTOR:
        write_range(page, UH_MSG_FORMAT_VECTOR, field);
        break;
    case UH_FIELD_KIND_COUNT:
        break;
    }
}

/* "variants: dose: hold_s" and the field's key. */
static const char *path_to(const char *above, const uh_field *field, char *buffer)
{
    uh_buffer text = {buffer, PATH_MAX_BYTES, 0};
    uh_out out = uh_out_to_buffer(&text);
    uh_out_text(out, above);
    uh_out_text(out, above[0] != '\0' ? ": " : "");
    uh_out_text(out, field->key);
    return buffer;
}

static void write_field(const uh_page *page, const char *path, const uh_field *field)
{
    uh_out_text(page->out, "*");
    uh_manual_write_text(page->out, path);
    uh_out_text(page->out, "*\n\t");
    write_kind(page, field);
    uh_out_text(page->out, " ");
    if (field->required) {
        write_phrase(page, uh_say(UH_MSG_FORMAT_NEEDED));
        uh_out_text(page->out, " ");
    }
    uh_manual_write_text(page->out, field->help);
    uh_out_text(page->out, "\n\n");
}

/* Records nest five deep at most, and never in themselves: the schema has no circles. */
static void write_record(const uh_page *page, const char *above, const uh_record_type *type)
{
    for (uint32_t i = 0; i < type->field_count; i++) {
        const uh_field *field = &type->fields[i];
        char path[PATH_MAX_BYTES];
        write_field(page, path_to(above, field, path), field);
        if (field->record) {
            write_record(page, path, field->record);
        }
    }
}

static void write_formats(const uh_page *page)
{
    static const uh_message titles[UH_DOCUMENT_COUNT] = {
        [UH_DOCUMENT_EXERCISE] = UH_MSG_FORMAT_STRETCH,
        [UH_DOCUMENT_ROUTINE] = UH_MSG_FORMAT_ROUTINE,
        [UH_DOCUMENT_TOPIC] = UH_MSG_FORMAT_TOPIC,
        [UH_DOCUMENT_STANCE] = UH_MSG_FORMAT_STANCE,
    };
    for (uint32_t i = 0; i < UH_DOCUMENT_COUNT; i++) {
        uh_manual_heading(page, titles[i]);
        write_record(page, "", uh_catalogue_schema((uh_document)i));
    }
}

/* -- the settings -- */

static void write_settings(const uh_page *page)
{
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        char words[UH_PAGE_TEXT_MAX];
        uh_out_text(page->out, "*");
        uh_manual_write_text(page->out, uh_setting_row_of(setting)->name);
        uh_out_text(page->out, "*\n\t");
        uh_manual_write_text(page->out, uh_setting_help(page, setting, words));
        uh_out_text(page->out, "\n\n");
    }
}

/* -- all of them -- */

static const struct {
    const char *name;
    void (*write)(const uh_page *page);
} parts[] = {
    [UH_MANUAL_NONE] = {"none", NULL},
    [UH_MANUAL_COMMANDS] = {"commands", write_commands},
    [UH_MANUAL_FORMATS] = {"formats", write_formats},
    [UH_MANUAL_OWN] = {"own", uh_manual_write_own},
    [UH_MANUAL_SETTINGS] = {"settings", write_settings},
    [UH_MANUAL_RECORDS] = {"records", uh_dictionary_write_manual},
};

const char *uh_manual_name(uint32_t part)
{
    return part < UH_COUNT(parts) ? parts[part].name : "";
}

void uh_manual_print(const uh_cli *cli, uint32_t part)
{
    uh_page page = uh_cli_page(cli);
    UH_ASSERT(part < UH_COUNT(parts) && parts[part].write);
    parts[part].write(&page);
}
