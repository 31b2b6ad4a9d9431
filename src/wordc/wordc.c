/* SPDX-License-Identifier: MIT */
/* wordc: makes what is said in English and in other languages. A .mo file is what msgfmt makes of a
 * .po file.
 *
 * - wordc compile TAG FILE.mo FILE.po OUT.c OUT.bin: a translation, as C for programs and as an
 *   image for the page
 * - wordc compile-none TAG OUT.c: one without a text, where there is no msgfmt
 * - wordc english OUT.c: English, as C for both
 * - wordc template IMAGE.bin OUT.pot: all there is to translate
 * - wordc known IMAGE.bin FILE.mo OUT.po: texts that are translated under another place
 * - wordc missing IMAGE.bin FILE.mo: what is not translated, to stdout; exit 1 then
 * - wordc named OUT.def FILE.js...: the messages that the page names
 *
 * Mistakes of a .po file go to stderr as FILE:LINE: ENTRY: words; exit 1 then, 2 for wrong usage.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unhunch/packed.h"
#include "unhunch/schema.h"
#include "wordc/image.h"
#include "wordc/named.h"
#include "wordc/template.h"

static int fail(const char *path, const char *words)
{
    fprintf(stderr, "%s: %s\n", path, words);
    return 1;
}

/* -- files -- */

/* The whole file, with a NUL behind it; NULL after it was said why not. */
static char *read_file(const char *path, size_t *ret_size)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    long size = -1;
    if (file && fseek(file, 0, SEEK_END) == 0) {
        size = ftell(file);
        rewind(file);
    }
    if (size >= 0) {
        bytes = calloc((size_t)size + 1, 1);
    }
    if (bytes && fread(bytes, 1, (size_t)size, file) != (size_t)size) {
        free(bytes);
        bytes = NULL;
    }
    if (!bytes) {
        (void)fail(path, strerror(errno));
    }
    if (file) {
        (void)fclose(file);
    }
    *ret_size = bytes ? (size_t)size : 0;
    return bytes;
}

/* A file that is not whole is not left there: a build would take it for good. */
static int close_file(FILE *file, const char *path, bool good)
{
    const bool written = ferror(file) == 0;
    const bool closed = fclose(file) == 0;
    if (!written || !closed) {
        (void)fail(path, strerror(errno));
    }
    if (written && closed && good) {
        return 0;
    }
    (void)remove(path);
    return 1;
}

/* -- what the commands read -- */

/* Bytes of an image or a .mo file must be aligned: calloc sees to that. */
typedef struct input {
    char *image;
    char *mo_bytes;
    uh_placed_texts texts;
    uh_mo mo;
} input;

static void close_input(input *in)
{
    uh_placed_texts_close(&in->texts);
    free(in->image);
    free(in->mo_bytes);
}

static bool read_image(const char *path, input *in)
{
    size_t size = 0;
    uh_catalogue catalogue;
    char *packed = read_file(path, &size);
    if (!packed) {
        return false;
    }
    in->image = calloc(UH_IMAGE_MAX, 1);
    const bool good =
        in->image &&
        uh_catalogue_unpack(packed, size, in->image, UH_IMAGE_MAX, &catalogue) == UH_OK &&
        uh_placed_texts_open(&catalogue, &in->texts) == UH_OK;
    free(packed);
    if (!good) {
        (void)fail(path, "is no catalogue image");
    }
    return good;
}

static bool read_mo(const char *path, input *in)
{
    size_t size = 0;
    in->mo_bytes = read_file(path, &size);
    if (!in->mo_bytes) {
        return false;
    }
    if (uh_mo_open((const unsigned char *)in->mo_bytes, size, &in->mo) != UH_OK) {
        (void)fail(path, "is no .mo file");
        return false;
    }
    return true;
}

/* -- commands: `words` are those behind the command -- */

static int write_c(const char *path, const char *tag, const uh_compiled *compiled)
{
    FILE *out = fopen(path, "w");
    if (!out) {
        return fail(path, strerror(errno));
    }
    uh_compiled_write_c(out, tag, compiled);
    return close_file(out, path, true);
}

static int write_image(const char *path, const uh_translation *image)
{
    FILE *out = fopen(path, "wb");
    if (!out) {
        return fail(path, strerror(errno));
    }
    (void)fwrite(image, 1, image->size, out);
    return close_file(out, path, true);
}

/* What an older file made is not left there either. */
static int compile(char **words, input *in)
{
    size_t length = 0;
    (void)remove(words[3]);
    (void)remove(words[4]);
    char *text = read_mo(words[1], in) ? read_file(words[2], &length) : NULL;
    if (!text) {
        return 1;
    }
    uh_po po = {words[2], text, 0};
    uh_compiled compiled = {0};
    const uh_status status = uh_compiled_open(words[0], &in->mo, &po, &compiled);
    int failed = status == UH_OK ? 0 : 1;
    if (status == UH_ERR_FULL) {
        (void)fail(words[2], "more text than an image may have, or no memory");
    }
    if (!failed) {
        failed = write_c(words[3], words[0], &compiled) |
                 write_image(words[4], compiled.images[UH_READER_PAGE]);
    }
    uh_compiled_close(&compiled);
    free(text);
    return failed;
}

static int compile_none(char **words, input *in)
{
    (void)in;
    FILE *out = fopen(words[1], "w");
    if (!out) {
        return fail(words[1], strerror(errno));
    }
    uh_compiled_write_none(out, words[0]);
    return close_file(out, words[1], true);
}

static int compile_english(char **words, input *in)
{
    (void)in;
    uh_compiled compiled = {0};
    if (uh_compiled_open_english(&compiled) != UH_OK) {
        return fail(words[0], "more text than an image may have, or no memory");
    }
    FILE *out = fopen(words[0], "w");
    if (out) {
        uh_compiled_write_english(out, &compiled);
    }
    uh_compiled_close(&compiled);
    return out ? close_file(out, words[0], true) : fail(words[0], strerror(errno));
}

static int write_template(char **words, input *in)
{
    FILE *out = read_image(words[0], in) ? fopen(words[1], "w") : NULL;
    if (!out) {
        return fail(words[1], "not written");
    }
    uh_template_write(out, &in->texts);
    return close_file(out, words[1], true);
}

static int write_known(char **words, input *in)
{
    const bool is_read = read_image(words[0], in) && read_mo(words[1], in);
    FILE *out = is_read ? fopen(words[2], "w") : NULL;
    if (!out) {
        return fail(words[2], "not written");
    }
    uh_template_write_known(out, &in->texts, &in->mo);
    return close_file(out, words[2], true);
}

static int write_missing(char **words, input *in)
{
    if (!read_image(words[0], in) || !read_mo(words[1], in)) {
        return 1;
    }
    return uh_template_write_missing(stdout, &in->texts, &in->mo) == 0 ? 0 : 1;
}

static int write_named(char **words, input *in)
{
    uh_named named = {0};
    (void)in;
    for (char **path = words + 1; *path; path++) {
        size_t size = 0;
        char *text = read_file(*path, &size);
        if (!text) {
            return 1;
        }
        uh_named_read(*path, text, &named);
        free(text);
    }
    FILE *out = named.mistakes == 0 ? fopen(words[0], "w") : NULL;
    if (!out) {
        return named.mistakes == 0 ? fail(words[0], strerror(errno)) : 1;
    }
    if (!uh_named_write(out, &named)) {
        (void)fclose(out);
        return fail(words[0], "keys of 16 bits cannot tell so many names apart");
    }
    return close_file(out, words[0], true);
}

enum { MANY = -1 };

static const struct {
    const char *name;
    int words; /* MANY: one or more */
    int (*run)(char **words, input *in);
} commands[] = {
    {"compile", 5, compile},         {"compile-none", 2, compile_none},
    {"english", 1, compile_english}, {"template", 2, write_template},
    {"known", 3, write_known},       {"missing", 2, write_missing},
    {"named", MANY, write_named},
};

static bool has_words(int wanted, int given)
{
    return wanted == MANY ? given > 0 : given == wanted;
}

int main(int argc, char **argv)
{
    for (size_t i = 0; argc > 1 && i < UH_COUNT(commands); i++) {
        if (strcmp(argv[1], commands[i].name) == 0 && has_words(commands[i].words, argc - 2)) {
            input in = {0};
            const int failed = commands[i].run(argv + 2, &in);
            close_input(&in);
            return failed;
        }
    }
    fputs("usage: wordc compile TAG FILE.mo FILE.po OUT.c OUT.bin | compile-none TAG OUT.c |\n"
          "             english OUT.c | template IMAGE.bin OUT.pot | known IMAGE.bin FILE.mo "
          "OUT.po |\n"
          "             missing IMAGE.bin FILE.mo | named OUT.def FILE.js...\n",
          stderr);
    return 2;
}
