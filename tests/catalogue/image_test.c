/* SPDX-License-Identifier: MIT */
/* Damaged images, packed or not: refused or harmless, never a crash. Bytes are held in heap pieces
 * of their exact size, so that AddressSanitizer sees the first byte too far. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/builtin.h"
#include "catalogue/files.h"
#include "unhunch/packed.h"
#include "unhunch/schema.h"
#include "unhunch/words.h"

/* Reads everything that the accessors reach. */
static uint32_t read_texts(const uh_catalogue *catalogue, const uh_exercise *exercise)
{
    uint32_t sum = uh_words_match(uh_language_find("en"), catalogue, exercise, "upper back");
    for (uint32_t i = 0; i < exercise->variants.count; i++) {
        const uh_variant *variant = uh_exercise_variant(catalogue, exercise, i);
        for (uint32_t step = 0; step < uh_exercise_step_count(catalogue, exercise, i); step++) {
            const uh_text text = uh_exercise_step(catalogue, exercise, i, step)->text;
            sum += (uint32_t)strlen(uh_catalogue_text(catalogue, text));
        }
        for (uint32_t part = 0; part < variant->parts.count; part++) {
            const uh_text label = uh_variant_part(catalogue, variant, part)->label;
            sum += (uint32_t)strlen(uh_catalogue_text(catalogue, label));
        }
    }
    for (uint32_t i = 0; i < exercise->stops.count; i++) {
        const uh_text sign = uh_catalogue_sign(catalogue, exercise->stops, i)->sign;
        sum += (uint32_t)strlen(uh_catalogue_text(catalogue, sign));
    }
    return sum;
}

static uint32_t read_lines(const uh_catalogue *catalogue, uh_list lines)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < lines.count; i++) {
        const uh_text key = uh_catalogue_line(catalogue, lines, i)->exercise;
        sum += (uint32_t)strlen(uh_catalogue_text(catalogue, key));
    }
    return sum;
}

static void read_all(const uh_catalogue *catalogue)
{
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(catalogue); i++) {
        (void)read_texts(catalogue, uh_catalogue_exercise(catalogue, i));
    }
    for (uint32_t i = 0; i < uh_catalogue_routine_count(catalogue); i++) {
        (void)read_lines(catalogue, uh_catalogue_recipe(catalogue, i)->lines);
    }
}

static bool opens(const void *image, size_t size)
{
    uh_catalogue catalogue;
    if (uh_catalogue_open(image, size, &catalogue) != UH_OK) {
        return false;
    }
    read_all(&catalogue);
    return true;
}

/* A small catalogue with a record of every type. */
static unsigned char *small_image(size_t *ret_size)
{
    void *image;
    uh_binder *binder = uh_binder_open();
    assert_non_null(binder);
    add_text(binder, "turn.yaml", stretch_file("gentle-turn"));
    add_text(binder, "break.yaml",
             "routine: own-break\nname: A break\nsummary: Short.\ncontext: desk\n"
             "lines: [{stretch: gentle-turn, hold_s: 12.5, sets: 1}]\n");
    add_text(binder, "posture.yaml",
             "topic: posture\ntitle: How to sit\nsummary: Change it often.\n"
             "points: [{text: Any posture is good for a while., cite: A:7}]\n");
    must_finish(binder, UH_OK, &image, ret_size);
    uh_binder_close(binder);
    return image;
}

static void every_truncated_image_is_refused(void **state)
{
    for (size_t size = 0; size < uh_builtin_catalogue_size; size += size < 4096 ? 1 : 61) {
        unsigned char *prefix = malloc(size ? size : 1);
        assert_non_null(prefix);
        memcpy(prefix, uh_builtin_catalogue, size);
        assert_false(opens(prefix, size));
        free(prefix);
    }
}

/* The same, with a header that hides it. */
static void an_image_that_lies_about_its_size_is_refused(void **state)
{
    size_t whole;
    unsigned char *image = small_image(&whole);
    for (uint32_t size = sizeof(uh_image_header); size < whole; size++) {
        unsigned char *prefix = malloc(size);
        assert_non_null(prefix);
        memcpy(prefix, image, size);
        memcpy(prefix + offsetof(uh_image_header, size), &size, sizeof(size));
        assert_false(opens(prefix, size));
        free(prefix);
    }
    uh_binder_free_image(image);
}

static void a_flipped_bit_is_refused_or_harmless(void **state)
{
    size_t size;
    unsigned char *image = small_image(&size);
    uint32_t refused = 0;
    for (size_t byte = 0; byte < size; byte++) {
        for (unsigned bit = 0; bit < 8; bit++) {
            image[byte] ^= (unsigned char)(1u << bit);
            refused += !opens(image, size);
            image[byte] ^= (unsigned char)(1u << bit);
        }
    }
    assert_true(opens(image, size));
    assert_true(refused > size);
    uh_binder_free_image(image);
}

/* The small image has had every bit of every kind of record; here a sample. */
static void a_flipped_byte_of_the_built_in_image_is_refused_or_harmless(void **state)
{
    const size_t size = uh_builtin_catalogue_size;
    unsigned char *image = malloc(size);
    assert_non_null(image);
    memcpy(image, uh_builtin_catalogue, size);
    for (size_t byte = 0; byte < size; byte += 61) {
        image[byte] ^= 0xff;
        (void)opens(image, size);
        image[byte] ^= 0xff;
    }
    assert_true(opens(image, size));
    free(image);
}

/* -- packed -- */

static unsigned char *packed_of(const void *image, size_t size, size_t *ret_size)
{
    uh_catalogue catalogue;
    void *packed;
    assert_int_equal(uh_catalogue_open(image, size, &catalogue), UH_OK);
    assert_int_equal(uh_catalogue_pack(&catalogue, &packed, ret_size), UH_OK);
    return packed;
}

static unsigned char *small_packed(size_t *ret_size)
{
    size_t size;
    unsigned char *image = small_image(&size);
    unsigned char *packed = packed_of(image, size, ret_size);
    uh_binder_free_image(image);
    return packed;
}

static uh_status unpacks(const unsigned char *packed, size_t size, size_t room)
{
    uh_catalogue catalogue;
    unsigned char *image = malloc(room ? room : 1);
    assert_non_null(image);
    const uh_status status = uh_catalogue_unpack(packed, size, image, room, &catalogue);
    if (status == UH_OK) {
        read_all(&catalogue);
    }
    free(image);
    return status;
}

/* Packing reads every member of every record, so that equal bytes are equal catalogues. */
static void what_was_packed_comes_out_as_it_was(void **state)
{
    size_t size;
    size_t again_size;
    uh_catalogue catalogue;
    unsigned char *packed = packed_of(uh_builtin_catalogue, uh_builtin_catalogue_size, &size);
    unsigned char *image = malloc(UH_IMAGE_MAX);
    assert_non_null(image);
    assert_int_equal(uh_catalogue_unpack(packed, size, image, UH_IMAGE_MAX, &catalogue), UH_OK);
    unsigned char *again = packed_of(image, catalogue.size, &again_size);
    assert_int_equal(again_size, size);
    assert_memory_equal(again, packed, size);
    const uh_exercise *doorway = uh_catalogue_exercise(&catalogue, 0);
    assert_string_equal(uh_catalogue_text(&catalogue, doorway->name), "Doorway stretch");
    assert_int_equal(uh_exercise_variant(&catalogue, doorway, 0)->dose.hold.source.min, 10000);
    free(again);
    free(image);
    free(packed);
}

static void what_is_packed_is_refused_where_a_byte_is_missing_or_too_many(void **state)
{
    size_t whole;
    unsigned char *packed = small_packed(&whole);
    for (size_t size = 0; size < whole; size++) {
        unsigned char *prefix = malloc(size + 1);
        assert_non_null(prefix);
        memcpy(prefix + 1, packed, size);
        assert_int_equal(unpacks(prefix + 1, size, UH_IMAGE_MAX), UH_ERR_FORMAT);
        free(prefix);
    }
    unsigned char *longer = calloc(whole + 1, 1);
    assert_non_null(longer);
    memcpy(longer, packed, whole);
    assert_int_equal(unpacks(longer, whole, UH_IMAGE_MAX), UH_OK);
    assert_int_equal(unpacks(longer, whole + 1, UH_IMAGE_MAX), UH_ERR_FORMAT);
    free(longer);
    free(packed);
}

static void what_is_packed_needs_its_room(void **state)
{
    size_t size;
    unsigned char *packed = small_packed(&size);
    size_t room = 0;
    while (unpacks(packed, size, room) == UH_ERR_FORMAT) {
        room++;
    }
    assert_true(room > size && room < 4 * size);
    free(packed);
}

/* One list that is longer than any room, behind texts that just have theirs. */
static void a_list_beyond_its_room_is_refused(void **state)
{
    for (size_t texts = 0; texts < 8; texts++) {
        unsigned char packed[sizeof(uh_packed_header) + 2 + 8] = {0};
        const uh_packed_header header = {
            .magic = {'u', 'h', 'c', 'p'}, .version = UH_CATALOGUE_VERSION, .numbers = 2};
        memcpy(packed, &header, sizeof(header));
        packed[sizeof(header)] = 0xfe;
        packed[sizeof(header) + 1] = 0x7f;
        for (size_t room = 0; room < 80; room++) {
            assert_int_equal(unpacks(packed, sizeof(header) + 2 + texts, room), UH_ERR_FORMAT);
        }
    }
}

static void a_catalogue_of_nothing_can_be_packed(void **state)
{
    void *image;
    size_t size;
    uh_binder *binder = uh_binder_open();
    must_finish(binder, UH_OK, &image, &size);
    uh_binder_close(binder);
    unsigned char *packed = packed_of(image, size, &size);
    assert_int_equal(unpacks(packed, size, UH_IMAGE_MAX), UH_OK);
    uh_binder_free_image(image);
    free(packed);
}

static void what_another_version_packed_is_told_as_that(void **state)
{
    size_t size;
    unsigned char *packed = small_packed(&size);
    packed[offsetof(uh_packed_header, version)]++;
    assert_int_equal(unpacks(packed, size, UH_IMAGE_MAX), UH_ERR_VERSION);
    packed[0] = 'x';
    assert_int_equal(unpacks(packed, size, UH_IMAGE_MAX), UH_ERR_FORMAT);
    free(packed);
}

static void a_flipped_bit_of_what_is_packed_is_refused_or_harmless(void **state)
{
    size_t size;
    unsigned char *packed = small_packed(&size);
    uint32_t refused = 0;
    for (size_t byte = 0; byte < size; byte++) {
        for (unsigned bit = 0; bit < 8; bit++) {
            packed[byte] ^= (unsigned char)(1u << bit);
            refused += unpacks(packed, size, 16384) != UH_OK;
            packed[byte] ^= (unsigned char)(1u << bit);
        }
    }
    assert_int_equal(unpacks(packed, size, 16384), UH_OK);
    assert_true(refused > size);
    free(packed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_truncated_image_is_refused),
        cmocka_unit_test(an_image_that_lies_about_its_size_is_refused),
        cmocka_unit_test(a_flipped_bit_is_refused_or_harmless),
        cmocka_unit_test(a_flipped_byte_of_the_built_in_image_is_refused_or_harmless),
        cmocka_unit_test(what_was_packed_comes_out_as_it_was),
        cmocka_unit_test(what_is_packed_is_refused_where_a_byte_is_missing_or_too_many),
        cmocka_unit_test(what_is_packed_needs_its_room),
        cmocka_unit_test(a_list_beyond_its_room_is_refused),
        cmocka_unit_test(a_catalogue_of_nothing_can_be_packed),
        cmocka_unit_test(what_another_version_packed_is_told_as_that),
        cmocka_unit_test(a_flipped_bit_of_what_is_packed_is_refused_or_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
