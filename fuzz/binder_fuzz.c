/* SPDX-License-Identifier: MIT */
/* Any bytes as catalogue files: an image that the core takes, or diagnostics with places inside the
 * file; and without the bad ones always an image. A zero byte divides the input into two files. */
#include <stdlib.h>
#include <string.h>

#include "unhunch/binder.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool condition)
{
    if (!condition) {
        abort();
    }
}

static uint32_t lines_of(const uint8_t *data, size_t size)
{
    uint32_t lines = 1;
    for (size_t i = 0; i < size; i++) {
        /* LF, CR, and the last bytes of NEL, LS and PS: whatever YAML counts as a line's end */
        lines += data[i] == '\n' || data[i] == '\r' || data[i] == 0x85 || data[i] == 0xa8 ||
                 data[i] == 0xa9;
    }
    return lines + 1; /* the end of the stream has a line of its own */
}

static void add_files(uh_binder *binder, const uint8_t *data, size_t size)
{
    const uint8_t *zero = size ? memchr(data, 0, size) : NULL;
    const size_t first = zero ? (size_t)(zero - data) : size;
    uh_binder_add(binder, "first.yaml", data, first);
    if (zero) {
        uh_binder_add(binder, "second.yaml", zero + 1, size - first - 1);
    }
}

/* The same files, perhaps as one's own beside an image: what is good joins, nothing else is lost.
 */
static void join(const uint8_t *data, size_t size, const uh_catalogue *beside)
{
    void *image = NULL;
    size_t image_size = 0;
    uh_catalogue catalogue;
    uh_binder *binder = uh_binder_open();
    expect(binder != NULL);
    if (beside) {
        uh_binder_add_image(binder, beside, false);
    }
    add_files(binder, data, size);
    expect(uh_binder_finish_good(binder, &image, &image_size) == UH_OK);
    expect(uh_catalogue_open(image, image_size, &catalogue) == UH_OK);
    expect((uh_binder_diagnostic_count(binder) == 0) == (uh_binder_left_out_count(binder) == 0));
    for (uint32_t i = 0; i < uh_binder_left_out_count(binder); i++) {
        expect(strlen(uh_binder_left_out(binder, i)->key) <= 40);
    }
    if (beside) {
        expect(uh_catalogue_exercise_count(&catalogue) >= uh_catalogue_exercise_count(beside));
    }
    uh_binder_free_image(image);
    uh_binder_close(binder);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    void *image = NULL;
    size_t image_size = 0;
    uh_catalogue catalogue;
    uh_binder *binder = uh_binder_open();
    expect(binder != NULL);
    add_files(binder, data, size);
    const uh_status status = uh_binder_finish(binder, &image, &image_size);
    const uint32_t count = uh_binder_diagnostic_count(binder);
    expect((status == UH_OK && count == 0) || (status == UH_ERR_FORMAT && count > 0));
    for (uint32_t i = 0; i < count; i++) {
        const uh_diagnostic *diagnostic = uh_binder_diagnostic(binder, i);
        expect(diagnostic->line <= lines_of(data, size));
        expect(strlen(diagnostic->file) > 0);
    }
    join(data, size, NULL);
    if (status == UH_OK) {
        expect(uh_catalogue_open(image, image_size, &catalogue) == UH_OK);
        join(data, size, &catalogue);
    }
    uh_binder_free_image(image);
    uh_binder_close(binder);
    return 0;
}
