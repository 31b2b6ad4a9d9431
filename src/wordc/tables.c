/* SPDX-License-Identifier: MIT */
#include "wordc/tables.h"

#include <stdlib.h>
#include <string.h>

#include "core/hash.h"
#include "wordc/plural.h"
#include "wordc/rows.h"
#include "words/apart.h"

/* A text of the catalogue and its translation. */
typedef struct pair {
    uint64_t hash;
    uh_mo_entry entry;
    uint32_t offset; /* of the translation in the texts */
} pair;

/* What becomes the tables. */
typedef struct tables {
    char *texts;
    uint32_t length;   /* of the texts gathered so far */
    uint32_t capacity; /* enough for all of them */
    uint32_t messages[UH_MESSAGE_COUNT];
    pair *pairs;
    uint32_t pair_count;
} tables;

/* -- the texts -- */

static void add_byte(tables *to, char byte)
{
    UH_ASSERT(to->length < to->capacity);
    to->texts[to->length++] = byte;
}

/* Every form with its end; returns where the first begins. */
static uint32_t add_forms(tables *to, const uh_mo_entry *entry)
{
    const uint32_t offset = to->length;
    for (uint32_t i = 0; i < entry->forms; i++) {
        for (const char *at = uh_mo_form(entry, i); *at; at++) {
            add_byte(to, *at);
        }
        add_byte(to, '\0');
    }
    return offset;
}

/* -- the catalogue's pairs -- */

static int by_hash(const void *a, const void *b)
{
    const pair *one = a;
    const pair *other = b;
    return one->hash < other->hash ? -1 : one->hash > other->hash;
}

/* Equal texts stand side by side: one of them is kept, and they must agree. */
static void join_equal(tables *to, uh_po *po)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < to->pair_count; i++) {
        const pair *last = kept > 0 ? &to->pairs[kept - 1] : NULL;
        if (!last || last->hash != to->pairs[i].hash) {
            to->pairs[kept++] = to->pairs[i];
        } else if (strcmp(last->entry.id, to->pairs[i].entry.id) != 0) {
            uh_po_complain(po, &to->pairs[i].entry, "its text has the hash of another text");
        } else if (strcmp(last->entry.text, to->pairs[i].entry.text) != 0) {
            uh_po_complain(po, &last->entry, "the same English text has two translations: here");
            uh_po_complain(po, &to->pairs[i].entry, "and here");
        }
    }
    to->pair_count = kept;
}

static void gather_pairs(tables *to, const uh_mo *from, uh_po *po)
{
    for (uint32_t i = 0; i < from->count; i++) {
        const uh_mo_entry entry = uh_mo_at(from, i);
        if (uh_po_is_catalogue(&entry)) {
            to->pairs[to->pair_count++] = (pair){uh_hash_text(uh_hash_start(), entry.id), entry, 0};
        }
    }
    qsort(to->pairs, to->pair_count, sizeof *to->pairs, by_hash);
    join_equal(to, po);
}

static void gather_texts(tables *to, const uh_mo *from)
{
    add_byte(to, '\0');
    for (uint32_t i = 0; i < from->count; i++) {
        const uh_mo_entry entry = uh_mo_at(from, i);
        const uint32_t message = uh_po_message(&entry);
        if (message < UH_MESSAGE_COUNT) {
            to->messages[message] = add_forms(to, &entry);
        }
    }
    for (uint32_t i = 0; i < to->pair_count; i++) {
        to->pairs[i].offset = add_forms(to, &to->pairs[i].entry);
    }
}

/* -- writing -- */

/* Bytes, because a string literal may not be so long. */
static void write_texts(FILE *out, const tables *to)
{
    fputs("\nstatic const unsigned char texts[] = {", out);
    for (uint32_t i = 0; i < to->length; i++) {
        fprintf(out, "%s%u,", i % 24 == 0 ? "\n" : "", (unsigned char)to->texts[i]);
    }
    fputs("\n};\n", out);
}

static void write_messages(FILE *out, const tables *to)
{
    fputs("\nstatic const uint32_t messages[UH_MESSAGE_COUNT + 1] = {\n", out);
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        if (to->messages[i] != 0) {
            fprintf(out, "[UH_MSG_%s] = %u,\n", uh_message_row_of(i).name, to->messages[i]);
        }
    }
    fputs("[UH_MESSAGE_COUNT] = 0};\n", out);
}

/* Also where there is no pair: an array of no elements is no C. */
static void write_pairs(FILE *out, const tables *to)
{
    fputs("\nstatic const uint64_t hashes[] = {", out);
    for (uint32_t i = 0; i < to->pair_count; i++) {
        fprintf(out, "\nUINT64_C(%llu),", (unsigned long long)to->pairs[i].hash);
    }
    fputs("\nUINT64_MAX};\n\nstatic const uint32_t offsets[] = {", out);
    for (uint32_t i = 0; i < to->pair_count; i++) {
        fprintf(out, "%s%u,", i % 12 == 0 ? "\n" : "", to->pairs[i].offset);
    }
    fputs("\n0};\n", out);
}

/* Rules mix && and ||, which gettext's readers know how to read. */
static void write_plural(FILE *out, const uh_plural_rule *rule)
{
    fprintf(out,
            "\n#pragma GCC diagnostic ignored \"-Wparentheses\"\n"
            "static uint32_t plural(uint64_t n)\n{\n    (void)n;\n    return (uint32_t)(%s);\n}\n",
            rule->rule);
}

static void write_head(FILE *out)
{
    fputs("/* SPDX-License-Identifier: MIT */\n/* Made by wordc from po/: do not edit. */\n"
          "#include \"words/language.h\"\n",
          out);
}

static void write_code(FILE *out, const char *name, const tables *to, const uh_plural_rule *rule)
{
    write_head(out);
    fputs("\n#ifndef UH_WORDS_APART\n", out);
    write_texts(out, to);
    write_messages(out, to);
    write_pairs(out, to);
    fputs("#endif\n", out);
    write_plural(out, rule);
    fprintf(out,
            "\n#ifdef UH_WORDS_APART\nuh_translation uh_translation_%s = {.forms = %u, .plural = "
            "plural};\n#else\nconst uh_translation uh_translation_%s = {\n    (const char *)texts, "
            "messages, hashes, offsets, %u, %u, plural};\n#endif\n",
            name, rule->forms, name, to->pair_count, rule->forms);
}

/* Little-endian, as words/apart.h has it. */
static void write_number(FILE *out, uint64_t number, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        (void)fputc((int)(number >> 8 * i & 255U), out);
    }
}

static void write_image(FILE *out, const tables *to)
{
    const uint32_t head[] = {UH_WORDS_MAGIC, UH_MESSAGE_COUNT, to->pair_count, to->length};
    for (size_t i = 0; i < UH_COUNT(head); i++) {
        write_number(out, head[i], 4);
    }
    for (uint32_t i = 0; i < to->pair_count; i++) {
        write_number(out, to->pairs[i].hash, 8);
    }
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        write_number(out, to->messages[i], 4);
    }
    for (uint32_t i = 0; i < to->pair_count; i++) {
        write_number(out, to->pairs[i].offset, 4);
    }
    (void)fwrite(to->texts, 1, to->length, out);
}

/* -- checking -- */

static uh_status read_rule(const uh_mo *from, uh_po *po, uh_plural_rule *ret_rule)
{
    const uh_mo_entry header = {.context = "", .id = "", .text = "", .forms = 1};
    const uh_mo_entry first = from->count > 0 ? uh_mo_at(from, 0) : header;
    if (first.context_length > 0 || first.id[0] != '\0' ||
        uh_plural_read(first.text, ret_rule) != UH_OK) {
        uh_po_complain(po, &header, "the header has no Plural-Forms of 1 to 4 forms");
        return UH_ERR_FORMAT;
    }
    return UH_OK;
}

static void check_entries(const uh_mo *from, uh_po *po, uint32_t forms)
{
    for (uint32_t i = 0; i < from->count; i++) {
        const uh_mo_entry entry = uh_mo_at(from, i);
        if (entry.context_length > 0) {
            uh_po_check(po, &entry, forms);
        } else if (entry.id[0] != '\0') {
            uh_po_complain(po, &entry, "an entry without a msgctxt");
        }
    }
}

/* Of all texts there are, each with its end, and the empty one. */
static uint32_t bytes_of_texts(const uh_mo *from)
{
    size_t bytes = 1;
    for (uint32_t i = 0; i < from->count; i++) {
        const uh_mo_entry entry = uh_mo_at(from, i);
        for (uint32_t form = 0; form < entry.forms; form++) {
            bytes += strlen(uh_mo_form(&entry, form)) + 1;
        }
    }
    return (uint32_t)bytes;
}

uh_status uh_tables_write(FILE *out, FILE *image, const char *name, const uh_mo *from, uh_po *po)
{
    uh_plural_rule rule;
    if (read_rule(from, po, &rule) != UH_OK) {
        return UH_ERR_FORMAT;
    }
    tables to = {.pairs = calloc(from->count + 1, sizeof *to.pairs),
                 .capacity = bytes_of_texts(from)};
    to.texts = malloc(to.capacity);
    if (!to.pairs || !to.texts) {
        free(to.pairs);
        free(to.texts);
        return UH_ERR_FULL;
    }
    check_entries(from, po, rule.forms);
    gather_pairs(&to, from, po);
    if (po->mistakes == 0) {
        gather_texts(&to, from);
        write_code(out, name, &to, &rule);
        write_image(image, &to);
    }
    free(to.texts);
    free(to.pairs);
    return po->mistakes == 0 ? UH_OK : UH_ERR_FORMAT;
}

void uh_tables_write_none(FILE *out, const char *name)
{
    write_head(out);
    fprintf(out,
            "\n#ifndef UH_WORDS_APART\nconst\n#endif\nuh_translation uh_translation_%s = {0};\n",
            name);
}
