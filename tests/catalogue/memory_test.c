/* SPDX-License-Identifier: MIT */
/* The k-th piece of memory is not there, for every k: the binder says so and leaks nothing. The
 * linker's --wrap puts these functions between the binder and the library. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include <cmocka.h>

#include "catalogue/files.h"
#include "unhunch/config.h"

static uint32_t countdown; /* 0: nothing fails */

static bool fails_now(void)
{
    return countdown > 0 && --countdown == 0;
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *piece, size_t size);
int __real_yaml_parser_initialize(yaml_parser_t *parser);
int __real_yaml_parser_parse(yaml_parser_t *parser, yaml_event_t *event);
int __real_yaml_parser_load(yaml_parser_t *parser, yaml_document_t *document);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *piece, size_t size);
int __wrap_yaml_parser_initialize(yaml_parser_t *parser);
int __wrap_yaml_parser_parse(yaml_parser_t *parser, yaml_event_t *event);
int __wrap_yaml_parser_load(yaml_parser_t *parser, yaml_document_t *document);

void *__wrap_malloc(size_t size)
{
    return fails_now() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails_now() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *piece, size_t size)
{
    return fails_now() ? NULL : __real_realloc(piece, size);
}

/* The YAML library has its own way to say that it got no memory. */
int __wrap_yaml_parser_initialize(yaml_parser_t *parser)
{
    return fails_now() ? 0 : __real_yaml_parser_initialize(parser);
}

int __wrap_yaml_parser_parse(yaml_parser_t *parser, yaml_event_t *event)
{
    if (fails_now()) {
        parser->error = YAML_MEMORY_ERROR;
        return 0;
    }
    return __real_yaml_parser_parse(parser, event);
}

int __wrap_yaml_parser_load(yaml_parser_t *parser, yaml_document_t *document)
{
    if (fails_now()) {
        parser->error = YAML_MEMORY_ERROR;
        return 0;
    }
    return __real_yaml_parser_load(parser, document);
}

/* One whole run; UH_ERR_FULL also where there was no binder. */
static uh_status bind(const uh_catalogue *builtin, const char *text)
{
    void *image = NULL;
    size_t size = 0;
    uh_binder *binder = uh_binder_open();
    if (!binder) {
        return UH_ERR_FULL;
    }
    uh_binder_add_image(binder, builtin, false);
    uh_binder_add(binder, "own.yaml", text, strlen(text));
    const uh_status status = uh_binder_finish(binder, &image, &size);
    uh_binder_free_image(image);
    uh_binder_close(binder);
    return status;
}

/* The same where a mistake does not cost the other file. */
static uh_status bind_good(const uh_catalogue *builtin, const char *text)
{
    void *image = NULL;
    size_t size = 0;
    uh_catalogue catalogue;
    uh_binder *binder = uh_binder_open();
    if (!binder) {
        return UH_ERR_FULL;
    }
    uh_binder_add_image(binder, builtin, false);
    uh_binder_add(binder, "bad.yaml", "topic: x", 8);
    uh_binder_add(binder, "own.yaml", text, strlen(text));
    const uh_status status = uh_binder_finish_good(binder, &image, &size);
    if (status == UH_OK) {
        assert_int_equal(uh_catalogue_open(image, size, &catalogue), UH_OK);
        assert_int_equal(uh_binder_left_out_count(binder), 1);
    }
    uh_binder_free_image(image);
    uh_binder_close(binder);
    return status;
}

/* Fails the first, the second ... piece until a run needs no more of them. */
static void exhaust(uh_status (*run)(const uh_catalogue *builtin, const char *text),
                    const char *text, uh_status wanted)
{
    const uh_catalogue builtin = builtin_catalogue();
    uint32_t k = 0;
    uh_status status = UH_ERR_FULL;
    while (status == UH_ERR_FULL) {
        countdown = ++k;
        status = run(&builtin, text);
        assert_true(k < 10000);
    }
    assert_true(countdown > 0);
    countdown = 0;
    assert_int_equal(status, wanted);
    assert_true(k > 20);
}

static void a_good_file_without_memory_is_told_as_that(void **state)
{
    char text[2100];
    snprintf(text, sizeof(text), "%s", stretch_file("gentle-turn"));
    exhaust(bind, text, UH_OK);
}

static void a_good_file_beside_a_bad_one_without_memory_is_told_as_that(void **state)
{
    char text[2100];
    snprintf(text, sizeof(text), "%s", stretch_file("gentle-turn"));
    exhaust(bind_good, text, UH_OK);
}

static uh_status pack(const uh_catalogue *builtin, const char *text)
{
    void *packed = NULL;
    size_t size = 0;
    (void)text;
    const uh_status status = uh_catalogue_pack(builtin, &packed, &size);
    assert_true((status == UH_OK) == (packed != NULL));
    free(packed);
    return status;
}

static void packing_without_memory_is_told_as_that(void **state)
{
    exhaust(pack, "", UH_OK);
}

static void a_bad_file_without_memory_is_told_as_that(void **state)
{
    exhaust(bind,
            "routine: own\ncolour: red\nname: [a]\ncontext: dsk\nlines: [{stretch: nothing}]\n",
            UH_ERR_FORMAT);
}

static void a_broken_file_without_memory_is_told_as_that(void **state)
{
    exhaust(bind, "routine: [own\n", UH_ERR_FORMAT);
}

static void a_check_without_memory_gives_nothing(void **state)
{
    const uh_catalogue builtin = builtin_catalogue();
    const uh_binder_file file = {"own.yaml", "topic: x", 8};
    for (uint32_t k = 1; k < 20; k++) {
        countdown = k;
        uh_binder *binder = uh_binder_check(&builtin, true, NULL, (uh_binder_files){&file, 1},
                                            (uh_binder_files){0});
        assert_null(binder);
    }
    countdown = 0;
}

static void settings_without_memory_are_told_as_that(void **state)
{
    static const char text[] = "minutes: 7\nprofil: x\nlikes: [a, b]\n";
    uh_status status = UH_ERR_FULL;
    uint32_t k = 0;
    while (status == UH_ERR_FULL) {
        uh_settings settings = uh_settings_usual();
        uh_binder *binder = uh_binder_open();
        assert_non_null(binder);
        countdown = ++k;
        status = uh_config_read(binder, "config.yaml", text, strlen(text), NULL, &settings);
        assert_true(k < 1000);
        assert_true(countdown == 0 || settings.minutes == 7);
        countdown = 0;
        uh_binder_close(binder);
    }
    assert_int_equal(status, UH_ERR_FORMAT);
    assert_true(k > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_file_without_memory_is_told_as_that),
        cmocka_unit_test(a_good_file_beside_a_bad_one_without_memory_is_told_as_that),
        cmocka_unit_test(packing_without_memory_is_told_as_that),
        cmocka_unit_test(a_bad_file_without_memory_is_told_as_that),
        cmocka_unit_test(a_broken_file_without_memory_is_told_as_that),
        cmocka_unit_test(a_check_without_memory_gives_nothing),
        cmocka_unit_test(settings_without_memory_are_told_as_that),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
