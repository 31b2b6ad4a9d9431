/* SPDX-License-Identifier: MIT */
#include "wordc/template.h"

#include <string.h>

#include "wordc/po.h"
#include "wordc/rows.h"

/* -- pieces of a .po file -- */

static void write_text(FILE *out, const char *keyword, const char *text)
{
    fprintf(out, "%s \"", keyword);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') {
            fputc('\\', out);
        }
        fputc(*text, out);
    }
    fputs("\"\n", out);
}

static void write_header(FILE *out)
{
    fputs("# SPDX-License-Identifier: MIT\n"
          "msgid \"\"\n"
          "msgstr \"\"\n"
          "\"Project-Id-Version: unhunch\\n\"\n"
          "\"MIME-Version: 1.0\\n\"\n"
          "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
          "\"Content-Transfer-Encoding: 8bit\\n\"\n",
          out);
}

/* msgfmt compares the placeholders of entries with this mark, and names the line. */
static void write_format(FILE *out, const char *text)
{
    if (strchr(text, '{')) {
        fputs("#, python-brace-format\n", out);
    }
}

static void write_message(FILE *out, const uh_message_row *row)
{
    fprintf(out, "\n#: %s\n", row->file);
    write_format(out, row->text);
    write_text(out, "msgctxt", row->name);
    write_text(out, "msgid", row->one ? row->one : row->text);
    if (row->one) {
        write_text(out, "msgid_plural", row->text);
        fputs("msgstr[0] \"\"\nmsgstr[1] \"\"\n", out);
    } else {
        fputs("msgstr \"\"\n", out);
    }
}

static void write_places(FILE *out, const uh_placed_texts *texts, uint32_t first)
{
    fprintf(out, "\n#. %s\n", texts->at[first].help);
    for (uint32_t i = first; i < texts->count; i++) {
        if (texts->at[i].first == first) {
            fprintf(out, "#: %s\n", texts->at[i].place);
        }
    }
}

static void write_placed(FILE *out, const uh_placed_text *text, const char *translation)
{
    write_text(out, "msgctxt", text->place);
    write_text(out, "msgid", text->text);
    write_text(out, "msgstr", translation);
}

/* -- what there is -- */

/* What says nothing needs no translation. */
static bool is_empty(const uh_message_row *row)
{
    return row->text[0] == '\0';
}

void uh_template_write(FILE *out, const uh_placed_texts *texts)
{
    write_header(out);
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        const uh_message_row row = uh_message_row_of(i);
        if (!is_empty(&row)) {
            write_message(out, &row);
        }
    }
    for (uint32_t i = 0; i < texts->count; i++) {
        if (texts->at[i].first == i) {
            write_places(out, texts, i);
            write_placed(out, &texts->at[i], "");
        }
    }
}

/* -- what is known -- */

static bool is_context(const uh_mo_entry *entry, const char *context)
{
    return strlen(context) == entry->context_length &&
           memcmp(context, entry->context, entry->context_length) == 0;
}

/* The translation of a text of the catalogue under whatever place; NULL: there is none. */
static const char *known_text(const uh_mo *from, const char *text)
{
    for (uint32_t i = 0; i < from->count; i++) {
        const uh_mo_entry entry = uh_mo_at(from, i);
        if (uh_po_is_catalogue(&entry) && strcmp(entry.id, text) == 0) {
            return entry.text;
        }
    }
    return NULL;
}

/* The entry of a context, whatever its English is. */
static bool find_context(const uh_mo *from, const char *context, uh_mo_entry *ret_entry)
{
    for (uint32_t i = 0; i < from->count; i++) {
        const uh_mo_entry entry = uh_mo_at(from, i);
        if (is_context(&entry, context)) {
            *ret_entry = entry;
            return true;
        }
    }
    return false;
}

/* Before an entry whose English is not that of its translation. */
static void write_unsure(FILE *out, const uh_mo_entry *old)
{
    fputs("\n#, fuzzy\n", out);
    write_text(out, "#| msgid", old->id);
}

static void write_known_message(FILE *out, const uh_message_row *row, const uh_mo_entry *old)
{
    write_unsure(out, old);
    write_text(out, "msgctxt", row->name);
    write_text(out, "msgid", row->one ? row->one : row->text);
    if (!row->one) {
        write_text(out, "msgstr", old->text);
        return;
    }
    write_text(out, "msgid_plural", row->text);
    for (uint32_t i = 0; i < old->forms; i++) {
        char keyword[] = "msgstr[0]";
        keyword[sizeof "msgstr[" - 1] = (char)('0' + i);
        write_text(out, keyword, uh_mo_form(old, i));
    }
}

static void write_known_messages(FILE *out, const uh_mo *from)
{
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        const uh_message_row row = uh_message_row_of(i);
        uh_mo_entry old;
        if (!is_empty(&row) && find_context(from, row.name, &old) &&
            uh_po_message(&old) == UH_MESSAGE_COUNT && (old.plural != NULL) == (row.one != NULL)) {
            write_known_message(out, &row, &old);
        }
    }
}

static bool is_still_said(const uh_placed_texts *texts, const char *english)
{
    for (uint32_t i = 0; i < texts->count; i++) {
        if (strcmp(texts->at[i].text, english) == 0) {
            return true;
        }
    }
    return false;
}

static void write_known_text(FILE *out, const uh_placed_texts *texts, uint32_t index,
                             const uh_mo *from)
{
    const uh_placed_text *text = &texts->at[index];
    const char *known = known_text(from, text->text);
    uh_mo_entry old;
    if (known) {
        fputc('\n', out);
        write_placed(out, text, known);
    } else if (find_context(from, text->place, &old) && !is_still_said(texts, old.id)) {
        write_unsure(out, &old);
        write_placed(out, text, old.text);
    }
}

void uh_template_write_known(FILE *out, const uh_placed_texts *texts, const uh_mo *from)
{
    write_header(out);
    write_known_messages(out, from);
    for (uint32_t i = 0; i < texts->count; i++) {
        if (texts->at[i].first == i) {
            write_known_text(out, texts, i, from);
        }
    }
}

/* -- what is missing -- */

static uint32_t write_missing_messages(FILE *out, const uh_mo *from)
{
    bool translated[UH_MESSAGE_COUNT + 1] = {false};
    uint32_t missing = 0;
    for (uint32_t i = 0; i < from->count; i++) {
        const uh_mo_entry entry = uh_mo_at(from, i);
        translated[uh_po_message(&entry)] = true;
    }
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        const uh_message_row row = uh_message_row_of(i);
        if (!translated[i] && !is_empty(&row)) {
            fprintf(out, "not translated: %s: %s\n", row.name, row.text);
            missing++;
        }
    }
    return missing;
}

static uint32_t write_missing_texts(FILE *out, const uh_placed_texts *texts, const uh_mo *from)
{
    uint32_t missing = 0;
    for (uint32_t i = 0; i < texts->count; i++) {
        if (texts->at[i].first == i && !known_text(from, texts->at[i].text)) {
            fprintf(out, "not translated: %s: %s\n", texts->at[i].place, texts->at[i].text);
            missing++;
        }
    }
    return missing;
}

static bool is_needed(const uh_placed_texts *texts, const uh_mo_entry *entry)
{
    if (!uh_po_is_catalogue(entry)) {
        return entry->context_length == 0 || uh_po_message(entry) < UH_MESSAGE_COUNT;
    }
    for (uint32_t i = 0; i < texts->count; i++) {
        if (is_context(entry, texts->at[i].place) && strcmp(entry->id, texts->at[i].text) == 0) {
            return true;
        }
    }
    return false;
}

static uint32_t write_left_over(FILE *out, const uh_placed_texts *texts, const uh_mo *from)
{
    uint32_t left_over = 0;
    for (uint32_t i = 0; i < from->count; i++) {
        const uh_mo_entry entry = uh_mo_at(from, i);
        if (!is_needed(texts, &entry)) {
            fprintf(out, "left over: %.*s: %s\n", (int)entry.context_length, entry.context,
                    entry.id);
            left_over++;
        }
    }
    return left_over;
}

uint32_t uh_template_write_missing(FILE *out, const uh_placed_texts *texts, const uh_mo *from)
{
    return write_missing_messages(out, from) + write_missing_texts(out, texts, from) +
           write_left_over(out, texts, from);
}
