/* SPDX-License-Identifier: MIT */
#include "wordc/image.h"

#include <stdlib.h>
#include <string.h>

#include "core/hash.h"
#include "wordc/rows.h"

/* A text of the catalogue and its translation. */
typedef struct pair {
    uint64_t hash;
    uh_mo_entry entry;
    uint32_t offset; /* of the translation in the texts */
} pair;

/* A message; no form: it is not translated. */
typedef struct said {
    uint32_t count;
    const char *at[UH_TRANSLATION_FORMS_MAX];
} said;

enum { MARKS_MAX = UH_MESSAGE_COUNT / UH_TRANSLATION_STRIDE + 1 };

/* What becomes the image. */
typedef struct parts {
    said messages[UH_MESSAGE_COUNT];
    char *texts;
    uint32_t length; /* of the texts so far; also of what found no room */
    uint32_t marks[MARKS_MAX];
    uint32_t message_count; /* of those that the reader has */
    pair *pairs;
    uint32_t pair_count;
} parts;

/* -- the texts -- */

static void add_bytes(parts *to, const char *bytes, size_t size)
{
    if (size <= UH_TRANSLATION_MAX - (size_t)to->length) {
        memcpy(to->texts + to->length, bytes, size);
        to->length += (uint32_t)size;
    } else {
        to->length = UH_TRANSLATION_MAX;
    }
}

/* With its end. */
static void add_text(parts *to, const char *text)
{
    add_bytes(to, text, strlen(text) + 1);
}

static void add_message(parts *to, const said *message)
{
    static const char plural = UH_TRANSLATION_PLURAL;
    if (message->count == 0) {
        add_text(to, "");
    } else if (message->count > 1) {
        add_bytes(to, &plural, 1);
    }
    for (uint32_t i = 0; i < message->count; i++) {
        add_text(to, message->at[i]);
    }
}

static bool has(uh_reader reader, uint32_t message)
{
    return reader == UH_READER_PROGRAM || uh_message_row_of(message).on_page;
}

static void add_texts(parts *to, uh_reader reader)
{
    to->length = 0;
    to->message_count = 0;
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        if (!has(reader, i)) {
            continue;
        }
        if (to->message_count % UH_TRANSLATION_STRIDE == 0) {
            to->marks[to->message_count / UH_TRANSLATION_STRIDE] = to->length;
        }
        add_message(to, &to->messages[i]);
        to->message_count++;
    }
    for (uint32_t i = 0; i < to->pair_count; i++) {
        to->pairs[i].offset = to->length;
        add_text(to, to->pairs[i].entry.text);
    }
}

static uint32_t mark_count(const parts *of)
{
    return of->message_count / UH_TRANSLATION_STRIDE + 1;
}

/* -- the messages -- */

static void gather_messages(parts *to, const uh_mo *from)
{
    for (uint32_t i = 0; i < from->count; i++) {
        const uh_mo_entry entry = uh_mo_at(from, i);
        const uint32_t message = uh_po_message(&entry);
        if (message == UH_MESSAGE_COUNT) {
            continue;
        }
        said *into = &to->messages[message];
        for (into->count = 0; into->count < entry.forms; into->count++) {
            into->at[into->count] = uh_mo_form(&entry, into->count);
        }
    }
}

static void gather_english(parts *to)
{
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        const uh_message_row row = uh_message_row_of(i);
        to->messages[i] = row.one ? (said){2, {row.one, row.text}} : (said){1, {row.text}};
    }
}

/* -- the catalogue's pairs -- */

static int by_hash(const void *a, const void *b)
{
    const pair *one = a;
    const pair *other = b;
    return one->hash < other->hash ? -1 : one->hash > other->hash;
}

/* Equal texts stand side by side: one of them is kept, and they must agree. */
static void join_equal(parts *to, uh_po *po)
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

static void gather_pairs(parts *to, const uh_mo *from, uh_po *po)
{
    for (uint32_t i = 0; i < from->count; i++) {
        const uh_mo_entry entry = uh_mo_at(from, i);
        if (uh_po_is_catalogue(&entry)) {
            to->pairs[to->pair_count++] = (pair){uh_translation_hash(entry.id), entry, 0};
        }
    }
    qsort(to->pairs, to->pair_count, sizeof *to->pairs, by_hash);
    join_equal(to, po);
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

/* -- the image -- */

/* Of every name and English text: a build with other messages has another. */
static uint64_t english_hash(uh_reader reader)
{
    uint64_t hash = uh_hash_start();
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        const uh_message_row row = uh_message_row_of(i);
        if (!has(reader, i)) {
            continue;
        }
        hash = uh_hash_text(hash, row.name);
        hash = uh_hash_text(hash, row.one ? row.one : "");
        hash = uh_hash_text(hash, row.text);
    }
    return hash;
}

static unsigned char *put(unsigned char *at, const void *bytes, size_t size)
{
    memcpy(at, bytes, size);
    return at + size;
}

static void put_image(unsigned char *at, const uh_translation *header, const parts *from)
{
    at = put(at, header, sizeof *header);
    for (uint32_t i = 0; i < from->pair_count; i++) {
        at = put(at, &from->pairs[i].hash, sizeof from->pairs[i].hash);
    }
    for (uint32_t i = 0; i < from->pair_count; i++) {
        at = put(at, &from->pairs[i].offset, sizeof from->pairs[i].offset);
    }
    at = put(at, from->marks, mark_count(from) * sizeof *from->marks);
    (void)put(at, from->texts, from->length);
}

/* What was made is read as everybody will read it. */
static uh_status make_image(const char *tag, const parts *from, uh_reader reader, uh_compiled *to)
{
    uh_translation header = {.magic = {'u', 'h', 't', 'r'},
                             .version = UH_TRANSLATION_VERSION,
                             .english = english_hash(reader),
                             .forms = to->rule.forms,
                             .count = from->pair_count,
                             .message_count = from->message_count,
                             .text_size = from->length};
    const size_t tag_length = strlen(tag);
    const size_t pairs = from->pair_count * (sizeof(uint64_t) + sizeof(uint32_t));
    const size_t marks = mark_count(from) * sizeof *from->marks;
    const size_t size = sizeof header + pairs + marks + from->length;
    if (tag_length >= sizeof header.tag || size > UH_TRANSLATION_MAX) {
        return UH_ERR_FULL;
    }
    memcpy(header.tag, tag, tag_length);
    header.size = (uint32_t)size;
    unsigned char *image = malloc(size);
    if (!image) {
        return UH_ERR_FULL;
    }
    put_image(image, &header, from);
    to->images[reader] = image;
    const uh_translation_rule rule = {
        .english = header.english, .messages = header.message_count, .forms = header.forms};
    const uh_translation *opened;
    return uh_translation_open(image, size, &rule, &opened);
}

static uh_status make_images(const char *tag, parts *from, uh_compiled *to)
{
    uh_status status = UH_OK;
    for (uh_reader reader = 0; status == UH_OK && reader < UH_READER_COUNT; reader++) {
        add_texts(from, reader);
        status = make_image(tag, from, reader, to);
    }
    return status;
}

uh_status uh_compiled_open(const char *tag, const uh_mo *from, uh_po *po, uh_compiled *ret_compiled)
{
    uh_compiled made = {0};
    if (read_rule(from, po, &made.rule) != UH_OK) {
        return UH_ERR_FORMAT;
    }
    parts of = {.texts = malloc(UH_TRANSLATION_MAX),
                .pairs = calloc(from->count + 1, sizeof *of.pairs)};
    uh_status status = of.texts && of.pairs ? UH_OK : UH_ERR_FULL;
    if (status == UH_OK) {
        check_entries(from, po, made.rule.forms);
        gather_pairs(&of, from, po);
        status = po->mistakes == 0 ? UH_OK : UH_ERR_FORMAT;
    }
    if (status == UH_OK) {
        gather_messages(&of, from);
        status = make_images(tag, &of, &made);
    }
    free(of.pairs);
    free(of.texts);
    if (status != UH_OK) {
        uh_compiled_close(&made);
        return status;
    }
    *ret_compiled = made;
    return UH_OK;
}

uh_status uh_compiled_open_english(uh_compiled *ret_compiled)
{
    uh_compiled made = {.rule = {2, "n != 1"}};
    parts of = {.texts = malloc(UH_TRANSLATION_MAX)};
    gather_english(&of);
    const uh_status status = of.texts ? make_images("en", &of, &made) : UH_ERR_FULL;
    free(of.texts);
    if (status != UH_OK) {
        uh_compiled_close(&made);
        return status;
    }
    *ret_compiled = made;
    return UH_OK;
}

void uh_compiled_close(uh_compiled *compiled)
{
    for (uh_reader reader = 0; reader < UH_READER_COUNT; reader++) {
        free(compiled->images[reader]);
    }
    *compiled = (uh_compiled){0};
}

/* -- as C -- */

static void write_head(FILE *out, const char *source)
{
    fprintf(out,
            "/* SPDX-License-Identifier: MIT */\n/* Made by wordc from %s: do not edit. */\n"
            "#include \"words/language.h\"\n",
            source);
}

/* In C a name has no hyphen. */
static void write_name(FILE *out, const char *what, const char *tag)
{
    fputs(what, out);
    for (; *tag; tag++) {
        fputc(*tag == '-' ? '_' : *tag, out);
    }
}

/* Rules mix && and ||, which gettext's readers know how to read. */
static void write_rule(FILE *out, const char *tag, const uh_compiled *compiled)
{
    fprintf(out,
            "\n#pragma GCC diagnostic ignored \"-Wparentheses\"\n"
            "static uint32_t plural(uint64_t n)\n{\n    (void)n;\n    return (uint32_t)(%s);\n}\n",
            compiled->rule.rule);
    const uh_translation *page = compiled->images[UH_READER_PAGE];
    const uh_translation *program = compiled->images[UH_READER_PROGRAM];
    write_name(out, "\nconst uh_translation_rule uh_translation_rule_", tag);
    fprintf(out,
            " = {\n#ifdef UH_FOR_PAGE\n    UINT64_C(%llu),\n#else\n    UINT64_C(%llu),\n#endif\n"
            "    UH_MESSAGE_COUNT, %u, plural};\n",
            (unsigned long long)page->english, (unsigned long long)program->english,
            program->forms);
    fprintf(out,
            "#ifdef UH_FOR_PAGE\n_Static_assert(UH_MESSAGE_COUNT == %u, \"of another build\");\n"
            "#else\n_Static_assert(UH_MESSAGE_COUNT == %u, \"of another build\");\n#endif\n",
            page->message_count, program->message_count);
}

static void write_bytes(FILE *out, const char *tag, const void *image)
{
    const unsigned char *bytes = image;
    const uint32_t size = ((const uh_translation *)image)->size;
    write_name(out, "\n_Alignas(8) const unsigned char uh_translation_", tag);
    fprintf(out, "[%u] = {", size);
    for (uint32_t i = 0; i < size; i++) {
        fprintf(out, "%s%u,", i % 32 ? "" : "\n", bytes[i]);
    }
    fputs("\n};\n", out);
}

void uh_compiled_write_c(FILE *out, const char *tag, const uh_compiled *compiled)
{
    write_head(out, "po/");
    write_rule(out, tag, compiled);
    write_bytes(out, tag, compiled->images[UH_READER_PROGRAM]);
}

void uh_compiled_write_english(FILE *out, const uh_compiled *compiled)
{
    write_head(out, "messages/");
    write_rule(out, "en", compiled);
    fputs("\n#ifdef UH_FOR_PAGE", out);
    write_bytes(out, "en", compiled->images[UH_READER_PAGE]);
    fputs("#else", out);
    write_bytes(out, "en", compiled->images[UH_READER_PROGRAM]);
    fputs("#endif\n", out);
}

void uh_compiled_write_none(FILE *out, const char *tag)
{
    write_head(out, "nothing");
    write_name(out, "\nconst uh_translation_rule uh_translation_rule_", tag);
    fputs(" = {0};\n", out);
    write_name(out, "_Alignas(8) const unsigned char uh_translation_", tag);
    fputs("[1] = {0};\n", out);
}
