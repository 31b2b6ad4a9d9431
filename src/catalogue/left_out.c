/* SPDX-License-Identifier: MIT */
/* Files that go well together, without those that have mistakes. */
#include <string.h>

#include "catalogue/lint.h"

static bool is_bad(const uh_binder *binder, const uh_draft_document *document)
{
    return document->file != UH_FROM_IMAGE && binder->files[document->file].bad;
}

/* -- what cannot do without them -- */

/* The stretch of this key that is left out; NULL: it is there, or nowhere at all, which was said
 * before. */
static const uh_draft_document *missing_stretch(const uh_binder *binder, uh_text key)
{
    const uh_draft_document *missing = NULL;
    for (uint32_t i = 0; i < binder->document_count; i++) {
        const uh_draft_document *other = &binder->documents[i];
        if (other->kind != UH_DOCUMENT_EXERCISE || other->replaced ||
            uh_block_word(&binder->draft, other->at) != key) {
            continue;
        }
        if (!is_bad(binder, other)) {
            return NULL;
        }
        missing = other;
    }
    return missing;
}

/* Each stretch that the routine misses is told. */
static void follow_routine(const struct loupe *loupe)
{
    const uh_binder *binder = loupe->binder;
    const uh_routine_recipe *recipe = uh_draft_at(binder, loupe->document->at);
    for (uint32_t i = 0; i < recipe->lines.count; i++) {
        const uint32_t at = recipe->lines.offset + i * (uint32_t)sizeof(uh_routine_line);
        const uh_routine_line *line = uh_draft_at(binder, at);
        const uh_draft_document *missing =
            line->exercise ? missing_stretch(binder, line->exercise) : NULL;
        if (missing) {
            uh_loupe_complain(loupe, at + IN(uh_routine_line, exercise), "stretch",
                              uh_say2(UH_MSG_FILE_LEFT_OUT, uh_loupe_quote(loupe, line->exercise),
                                      uh_literal(binder->files[missing->file].name)));
        }
    }
}

/* Only routines name other files, and nothing names a routine: one pass is enough. */
static void follow(uh_binder *binder)
{
    for (uint32_t i = 0; i < binder->document_count; i++) {
        const struct loupe loupe = {binder, &binder->documents[i]};
        if (loupe.document->file != UH_FROM_IMAGE && loupe.document->kind == UH_DOCUMENT_ROUTINE &&
            !is_bad(binder, loupe.document)) {
            follow_routine(&loupe);
        }
    }
    for (uint32_t i = 0; i < binder->document_count; i++) {
        binder->documents[i].left_out = is_bad(binder, &binder->documents[i]);
    }
}

/* -- what is said of it -- */

static const char *key_of(const uh_binder *binder, uint32_t file)
{
    for (uint32_t i = 0; i < binder->document_count; i++) {
        const uh_draft_document *document = &binder->documents[i];
        if (document->file == file) {
            return uh_binder_text(binder, uh_block_word(&binder->draft, document->at));
        }
    }
    return "";
}

/* The key is copied: the draft's bytes are the binder's own. */
static void list_left_out(uh_binder *binder)
{
    for (uint32_t i = 0; i < binder->file_count; i++) {
        if (!binder->files[i].bad) {
            continue;
        }
        uh_left_out *all = uh_grow(binder->left_out, &binder->left_out_capacity,
                                   binder->left_out_count + 1, sizeof(*all));
        if (!all) {
            binder->failed = true;
            return;
        }
        const char *key = key_of(binder, i);
        binder->left_out = all;
        all[binder->left_out_count++] = (uh_left_out){
            binder->files[i].name, uh_binder_keep(binder, key, strlen(key), strlen(key))};
    }
}

uint32_t uh_binder_left_out_count(const uh_binder *binder)
{
    return binder->left_out_count;
}

const uh_left_out *uh_binder_left_out(const uh_binder *binder, uint32_t index)
{
    UH_ASSERT(index < binder->left_out_count);
    return &binder->left_out[index];
}

/* -- the image of the rest -- */

/* The last file that is still in; false: none is. */
static bool drop_last(uh_binder *binder, bool first)
{
    for (uint32_t i = binder->file_count; i > 0; i--) {
        if (binder->files[i - 1].bad) {
            continue;
        }
        if (first) {
            uh_binder_complain(binder, i - 1, 0, 0,
                               uh_say1(UH_MSG_FILE_IMAGE_LARGE, uh_number(UH_BINDER_IMAGE_MAX)));
        }
        binder->files[i - 1].bad = true;
        return true;
    }
    return false;
}

static uh_status assemble_what_fits(uh_binder *binder, uh_block *image)
{
    bool first = true;
    for (;;) {
        follow(binder);
        const uh_status status = uh_binder_assemble(binder, image);
        if (status != UH_OK || image->size + image->shared <= UH_BINDER_IMAGE_MAX) {
            return status;
        }
        uh_block_close(image);
        if (!drop_last(binder, first)) {
            return UH_ERR_FORMAT;
        }
        first = false;
    }
}

uh_status uh_binder_finish_good(uh_binder *binder, void **ret_image, size_t *ret_size)
{
    uh_block image = {0};
    uh_catalogue catalogue;
    uh_status status = UH_ERR_FULL;
    if (!uh_binder_failed(binder)) {
        uh_lint(binder);
    }
    if (!uh_binder_failed(binder)) {
        status = assemble_what_fits(binder, &image);
    }
    uh_binder_sort(binder);
    list_left_out(binder);
    if (status == UH_OK) {
        status = uh_binder_failed(binder) ? UH_ERR_FULL
                                          : uh_catalogue_open(image.bytes, image.size, &catalogue);
    }
    if (status == UH_OK) {
        *ret_image = image.bytes;
        *ret_size = image.size;
        image.bytes = NULL;
    }
    uh_block_close(&image);
    return status;
}
