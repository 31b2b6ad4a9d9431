/* SPDX-License-Identifier: MIT */
#include "catalogue/files.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/builtin.h"
#include "unhunch/words.h"

char *read_whole(const char *path, size_t *ret_length)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        fail_msg("cannot read %s", path);
    }
    fseek(file, 0, SEEK_END);
    const size_t length = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(length + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, length, file), length);
    bytes[length] = '\0';
    fclose(file);
    *ret_length = length;
    return bytes;
}

char *told(const uh_binder *binder)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    for (uint32_t i = 0; i < uh_binder_diagnostic_count(binder); i++) {
        const uh_diagnostic *diagnostic = uh_binder_diagnostic(binder, i);
        char words[512];
        uh_words(uh_language_find("en"), NULL, &diagnostic->phrase, words, sizeof(words));
        fprintf(out, "%s:%u:%u: %s\n", diagnostic->file, diagnostic->line, diagnostic->column,
                words);
    }
    fclose(out);
    return text;
}

const char *stretch_file(const char *key)
{
    static char text[2048];
    snprintf(text, sizeof(text),
             "stretch: %s\n"
             "name: Gentle turn\n"
             "cite: A:21\n"
             "summary: Turns the upper back.\n"
             "family: rotation\n"
             "kind: stretch\n"
             "regions: [thoracic, trunk]\n"
             "sides: {kind: left-right, left: to the left, right: to the right}\n"
             "felt: {here: Between the shoulder blades.}\n"
             "space: {width: 1.25, depth: 1.0}\n"
             "breathing: {text: Slowly.}\n"
             "aliases: [{name: slow turn}]\n"
             "easier: [Half the way.]\n"
             "steps:\n"
             "  - {at: move, pose: full, cue: Turn slowly., text: Turn slowly to the side.}\n"
             "stops:\n"
             "  - {sign: Pain., action: Stop.}\n"
             "variants:\n"
             "  - key: standard\n"
             "    name: On a chair\n"
             "    position: sitting\n"
             "    mode: hold\n"
             "    contexts: [desk]\n"
             "    equipment: [chair]\n"
             "    eyes: part\n"
             "    setup_s: 2.5\n"
             "    dose:\n"
             "      hold_s: {source: {min: 10, cite: A:17}, design: {start: 5, default: 7.5, "
             "ceiling: 30, "
             "reason: plan}}\n"
             "      repetitions: {design: {start: 1, default: 2, ceiling: 3, reason: plan}}\n"
             "      sets: {design: {start: 1, default: 1, ceiling: 1, reason: plan}}\n"
             "      per_day: {design: {start: 1, default: 1, ceiling: 3, reason: AMB-01;D-03}}\n"
             "    parts:\n"
             "      - {kind: move-in, seconds: 3, pose: full, label: Turn}\n"
             "      - {kind: hold, pose: full, label: Stay}\n"
             "      - {kind: release, seconds: 3, pose: start, label: Back}\n",
             key);
    return text;
}

const char *changed_file(const char *key, const char *line, const char *instead)
{
    static char text[4096];
    const char *whole = stretch_file(key);
    const char *at = whole;
    while (strncmp(at + strspn(at, " "), line, strlen(line)) != 0) {
        at = strchr(at, '\n') + 1;
    }
    const char *after = line[0] ? strchr(at, '\n') + 1 : at;
    snprintf(text, sizeof(text), "%.*s%s\n%s", (int)(at - whole), whole, instead, after);
    return text;
}

void add_text(uh_binder *binder, const char *name, const char *text)
{
    uh_binder_add(binder, name, text, strlen(text));
}

void must_finish(uh_binder *binder, uh_status wanted, void **ret_image, size_t *ret_size)
{
    const uh_status status = uh_binder_finish(binder, ret_image, ret_size);
    char *text = told(binder);
    if (status != wanted) {
        fail_msg("%d instead of %d:\n%s", status, wanted, text);
    }
    free(text);
}

uh_catalogue must_open(const void *image, size_t size)
{
    uh_catalogue catalogue;
    assert_int_equal(uh_catalogue_open(image, size, &catalogue), UH_OK);
    return catalogue;
}

uh_catalogue builtin_catalogue(void)
{
    return must_open(uh_builtin_catalogue, uh_builtin_catalogue_size);
}
