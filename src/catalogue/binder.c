/* SPDX-License-Identifier: MIT */
#include "unhunch/binder.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/inner.h"
#include "unhunch/config.h"

struct uh_piece {
    uh_piece *next;
    char text[];
};

enum { LITERAL_MAX = 60 };

uh_binder *uh_binder_open(void)
{
    return calloc(1, sizeof(uh_binder));
}

void uh_binder_close(uh_binder *binder)
{
    if (!binder) {
        return;
    }
    while (binder->pieces) {
        uh_piece *next = binder->pieces->next;
        free(binder->pieces);
        binder->pieces = next;
    }
    uh_block_close(&binder->draft);
    free(binder->files);
    free(binder->documents);
    free(binder->spots);
    free(binder->notes);
    free(binder->left_out);
    free(binder);
}

/* -- texts of messages -- */

static const uh_field any_text = {.kind = UH_FIELD_TEXT, .max = INT32_MAX};

/* What is shown on a terminal comes from files of strangers: escape sequences do not pass. */
static void disarm(char *text, size_t length)
{
    if (uh_field_text_fault(&any_text, text, (uint32_t)length) == UH_TEXT_GOOD) {
        return;
    }
    for (size_t i = 0; i < length; i++) {
        if (text[i] < ' ' || text[i] > '~') {
            text[i] = '?';
        }
    }
}

/* Cuts between characters. */
static size_t cut(const char *text, size_t length, size_t most)
{
    if (length <= most) {
        return length;
    }
    size_t end = most;
    while (end > 0 && ((unsigned char)text[end] & 0xc0) == 0x80) {
        end--;
    }
    return end;
}

const char *uh_binder_keep(uh_binder *binder, const char *text, size_t length, size_t most)
{
    const size_t kept = cut(text, length, most);
    uh_piece *piece = malloc(sizeof(uh_piece) + kept + 1);
    if (!piece) {
        binder->failed = true;
        return "";
    }
    memcpy(piece->text, text, kept);
    piece->text[kept] = '\0';
    disarm(piece->text, kept);
    piece->next = binder->pieces;
    binder->pieces = piece;
    return piece->text;
}

uh_argument uh_binder_literal(uh_binder *binder, const char *text)
{
    return uh_literal(uh_binder_keep(binder, text, strlen(text), LITERAL_MAX));
}

/* -- what is gathered -- */

void uh_binder_complain(uh_binder *binder, uint32_t file, uint32_t line, uint32_t column,
                        uh_phrase phrase)
{
    binder->files[file].bad = true;
    if (binder->note_count == UH_BINDER_DIAGNOSTICS_MAX) {
        return;
    }
    uh_note *notes =
        uh_grow(binder->notes, &binder->note_capacity, binder->note_count + 1, sizeof(*notes));
    if (!notes) {
        binder->failed = true;
        return;
    }
    binder->notes = notes;
    notes[binder->note_count] =
        (uh_note){.diagnostic = {binder->files[file].name, line, column, phrase},
                  .file = file,
                  .order = binder->note_count};
    binder->note_count++;
}

void uh_binder_add_spot(uh_binder *binder, uh_spot spot)
{
    uh_spot *spots =
        uh_grow(binder->spots, &binder->spot_capacity, binder->spot_count + 1, sizeof(*spots));
    if (!spots) {
        binder->failed = true;
        return;
    }
    binder->spots = spots;
    spots[binder->spot_count++] = spot;
}

void uh_binder_add_document(uh_binder *binder, uh_draft_document document)
{
    uh_draft_document *documents = uh_grow(binder->documents, &binder->document_capacity,
                                           binder->document_count + 1, sizeof(*documents));
    if (!documents) {
        binder->failed = true;
        return;
    }
    binder->documents = documents;
    documents[binder->document_count++] = document;
}

bool uh_binder_failed(const uh_binder *binder)
{
    return binder->failed || binder->draft.failed;
}

const char *uh_binder_text(const uh_binder *binder, uh_text text)
{
    return text ? (const char *)binder->draft.bytes + text : "";
}

static bool add_name(uh_binder *binder, const char *name)
{
    uh_draft_file *files =
        uh_grow(binder->files, &binder->file_capacity, binder->file_count + 1, sizeof(*files));
    if (!files) {
        binder->failed = true;
        return false;
    }
    binder->files = files;
    const size_t length = strlen(name);
    files[binder->file_count++] =
        (uh_draft_file){.name = uh_binder_keep(binder, name, length, length)};
    return !binder->failed;
}

bool uh_binder_begin_file(uh_binder *binder, const char *name, size_t length, uint32_t *ret_file)
{
    if (!add_name(binder, name)) {
        return false;
    }
    *ret_file = binder->file_count - 1;
    if (length > UH_BINDER_FILE_MAX) {
        uh_binder_complain(binder, *ret_file, 0, 0,
                           uh_say1(UH_MSG_FILE_LARGE, uh_number(UH_BINDER_FILE_MAX)));
        return false;
    }
    return true;
}

void uh_binder_add(uh_binder *binder, const char *name, const void *bytes, size_t length)
{
    uint32_t file = 0;
    if (uh_binder_begin_file(binder, name, length, &file)) {
        uh_bind_file(binder, file, bytes, length);
    }
}

static void add_documents(uh_binder *binder, const uh_catalogue *catalogue, uh_document kind,
                          bool replaceable)
{
    const uh_record_type *type = uh_catalogue_schema(kind);
    uh_image_header header;
    memcpy(&header, catalogue->image, sizeof(header));
    const uh_list list = header.documents[kind];
    for (uint32_t i = 0; i < list.count; i++) {
        const uint32_t at = uh_block_claim(&binder->draft, type->size);
        if (!at) {
            return;
        }
        uh_block_copy_record(&binder->draft, type, catalogue->image, list.offset + i * type->size,
                             at);
        uh_binder_add_document(binder, (uh_draft_document){.kind = kind,
                                                           .at = at,
                                                           .file = UH_FROM_IMAGE,
                                                           .clean = true,
                                                           .replaceable = replaceable});
    }
}

void uh_binder_add_image(uh_binder *binder, const uh_catalogue *catalogue, bool replaceable)
{
    binder->beside_image = true;
    for (uh_document kind = 0; kind < UH_DOCUMENT_COUNT; kind++) {
        add_documents(binder, catalogue, kind, replaceable);
    }
}

/* -- the image -- */

/* The binder that qsort's comparison reads texts from; the draft's bytes do not move while sorting.
 */
typedef struct ranked {
    const char *id; /* "" for routines, topics and own stretches */
    const char *key;
    uint32_t at;
} ranked;

static int by_rank(const void *left, const void *right)
{
    const ranked *a = left;
    const ranked *b = right;
    if ((*a->id == '\0') != (*b->id == '\0')) {
        return *a->id == '\0' ? 1 : -1;
    }
    const int ids = strcmp(a->id, b->id);
    return ids ? ids : strcmp(a->key, b->key);
}

static ranked rank_of(const uh_binder *binder, const uh_draft_document *document)
{
    const uh_block *draft = &binder->draft;
    const uh_text key = uh_block_word(draft, document->at);
    const uh_text id =
        document->kind == UH_DOCUMENT_EXERCISE
            ? uh_block_word(draft, document->at + (uint32_t)offsetof(uh_exercise, id))
            : 0;
    return (ranked){uh_binder_text(binder, id), uh_binder_text(binder, key), document->at};
}

/* Enters the documents of one kind, in order. `ranks` has room for all. */
static void put_documents(const uh_binder *binder, uh_document kind, ranked *ranks, uh_block *image)
{
    const uh_record_type *type = uh_catalogue_schema(kind);
    uint32_t count = 0;
    for (uint32_t i = 0; i < binder->document_count; i++) {
        const uh_draft_document *document = &binder->documents[i];
        if (document->kind == kind && !document->replaced && !document->left_out) {
            ranks[count++] = rank_of(binder, document);
        }
    }
    if (count == 0) {
        return;
    }
    qsort(ranks, count, sizeof(*ranks), by_rank);
    const uint32_t start = uh_block_claim(image, count * type->size);
    if (!start) {
        return;
    }
    const uint32_t at = (uint32_t)(offsetof(uh_image_header, documents) + kind * sizeof(uh_list));
    uh_block_set_word(image, at, start);
    uh_block_set_word(image, at + 4, count);
    for (uint32_t i = 0; i < count; i++) {
        uh_block_copy_record(image, type, binder->draft.bytes, ranks[i].at, start + i * type->size);
    }
}

static void put_header(uh_block *image)
{
    uh_image_header header;
    memcpy(&header, image->bytes, sizeof(header));
    memcpy(header.magic, "uhca", sizeof(header.magic));
    header.version = UH_CATALOGUE_VERSION;
    header.size = image->size;
    memcpy(image->bytes, &header, sizeof(header));
}

uh_status uh_binder_assemble(const uh_binder *binder, uh_block *image)
{
    ranked *ranks = calloc(binder->document_count + 1, sizeof(*ranks));
    if (!ranks || uh_block_claim(image, 0) == 0) {
        free(ranks);
        return UH_ERR_FULL;
    }
    for (uh_document kind = 0; kind < UH_DOCUMENT_COUNT; kind++) {
        put_documents(binder, kind, ranks, image);
    }
    free(ranks);
    if (image->failed) {
        return UH_ERR_FULL;
    }
    put_header(image);
    return UH_OK;
}

static int by_place(const void *left, const void *right)
{
    const uh_note *a = left;
    const uh_note *b = right;
    const uint32_t keys[][2] = {{a->file, b->file},
                                {a->diagnostic.line, b->diagnostic.line},
                                {a->diagnostic.column, b->diagnostic.column},
                                {a->order, b->order}};
    for (size_t i = 0; i < UH_COUNT(keys); i++) {
        if (keys[i][0] != keys[i][1]) {
            return keys[i][0] < keys[i][1] ? -1 : 1;
        }
    }
    return 0;
}

void uh_binder_sort(uh_binder *binder)
{
    if (binder->note_count) {
        qsort(binder->notes, binder->note_count, sizeof(*binder->notes), by_place);
    }
}

static uh_status check_together(uh_binder *binder)
{
    if (!uh_binder_failed(binder)) {
        uh_lint(binder);
    }
    uh_binder_sort(binder);
    if (uh_binder_failed(binder)) {
        return UH_ERR_FULL;
    }
    return binder->note_count ? UH_ERR_FORMAT : UH_OK;
}

uh_status uh_binder_finish(uh_binder *binder, void **ret_image, size_t *ret_size)
{
    uh_block image = {0};
    uh_catalogue catalogue;
    uh_status status = check_together(binder);
    if (status == UH_OK) {
        status = uh_binder_assemble(binder, &image);
    }
    if (status == UH_OK && image.size + image.shared > UH_BINDER_IMAGE_MAX && binder->file_count) {
        uh_binder_complain(binder, binder->file_count - 1, 0, 0,
                           uh_say1(UH_MSG_FILE_IMAGE_LARGE, uh_number(UH_BINDER_IMAGE_MAX)));
        status = UH_ERR_FORMAT;
    }
    if (status == UH_OK) {
        /* nothing leaves that the core would not take */
        status = uh_catalogue_open(image.bytes, image.size, &catalogue);
    }
    if (status == UH_OK) {
        *ret_image = image.bytes;
        *ret_size = image.size;
        image.bytes = NULL;
    }
    uh_block_close(&image);
    return status;
}

void uh_binder_free_image(void *image)
{
    free(image);
}

uint32_t uh_binder_diagnostic_count(const uh_binder *binder)
{
    return binder->note_count;
}

const uh_diagnostic *uh_binder_diagnostic(const uh_binder *binder, uint32_t index)
{
    UH_ASSERT(index < binder->note_count);
    return &binder->notes[index].diagnostic;
}

static void check_file(uh_binder *binder, const uh_catalogue *known, const uh_binder_file *file)
{
    if (uh_config_is(file->name)) {
        uh_settings settings = uh_settings_usual();
        uh_config_read(binder, file->name, file->bytes, file->length, known, &settings);
    } else {
        uh_binder_add(binder, file->name, file->bytes, file->length);
    }
}

/* The files after the first `count` keep their mistakes to themselves. */
static void forget_notes_after(uh_binder *binder, size_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < binder->note_count; i++) {
        if (binder->notes[i].file < count) {
            binder->notes[kept++] = binder->notes[i];
        }
    }
    binder->note_count = kept;
}

uh_binder *uh_binder_check(const uh_catalogue *builtin, bool replaceable, const uh_catalogue *known,
                           uh_binder_files files, uh_binder_files beside)
{
    void *image = NULL;
    size_t size = 0;
    uh_binder *binder = uh_binder_open();
    if (!binder) {
        return NULL;
    }
    if (builtin) {
        uh_binder_add_image(binder, builtin, replaceable);
    }
    for (size_t i = 0; i < files.count; i++) {
        check_file(binder, known, &files.at[i]);
    }
    for (size_t i = 0; i < beside.count; i++) {
        uh_binder_add(binder, beside.at[i].name, beside.at[i].bytes, beside.at[i].length);
    }
    if (uh_binder_finish_good(binder, &image, &size) == UH_ERR_FULL) {
        uh_binder_close(binder);
        return NULL;
    }
    forget_notes_after(binder, files.count);
    uh_binder_free_image(image);
    return binder;
}
