/* SPDX-License-Identifier: MIT */
/* catc: compiles the catalogue.
 *     catc --packed OUT.bin --c OUT.c FILE.yaml...  files to one checked image, packed and as C
 *     catc --schema                                 the JSON Schema of those files, to stdout
 * Every mistake of every file goes to stderr as FILE:LINE:COLUMN: words; exit 1 then, 2 for wrong
 * usage. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue/schema_json.h"
#include "unhunch/binder.h"
#include "unhunch/words.h"

static int fail(const char *path)
{
    fprintf(stderr, "%s: %s\n", path, strerror(errno));
    return 1;
}

/* The bytes of a file; NULL and errno where it cannot be read. One byte more than a binder takes is
 * enough to see that it is too large. */
static char *read_file(const char *path, size_t *ret_length)
{
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(UH_BINDER_FILE_MAX + 1);
    if (!file || !bytes) {
        goto failed;
    }
    *ret_length = fread(bytes, 1, UH_BINDER_FILE_MAX + 1, file);
    if (ferror(file)) {
        goto failed;
    }
    fclose(file);
    return bytes;
failed:
    free(bytes);
    if (file) {
        fclose(file);
    }
    return NULL;
}

static int add_file(uh_binder *binder, const char *path)
{
    size_t length;
    char *bytes = read_file(path, &length);
    if (!bytes) {
        return fail(path);
    }
    uh_binder_add(binder, path, bytes, length);
    free(bytes);
    return 0;
}

static void print_diagnostics(const uh_binder *binder)
{
    for (uint32_t i = 0; i < uh_binder_diagnostic_count(binder); i++) {
        const uh_diagnostic *diagnostic = uh_binder_diagnostic(binder, i);
        char words[512];
        uh_words(uh_language_find("en"), NULL, &diagnostic->phrase, words, sizeof(words));
        if (diagnostic->line) {
            fprintf(stderr, "%s:%u:%u: %s\n", diagnostic->file, diagnostic->line,
                    diagnostic->column, words);
        } else {
            fprintf(stderr, "%s: %s\n", diagnostic->file, words);
        }
    }
}

static void write_bytes(FILE *out, const unsigned char *image, size_t size)
{
    fwrite(image, 1, size, out);
}

static void write_c(FILE *out, const unsigned char *image, size_t size)
{
    fputs("/* SPDX-License-Identifier: MIT */\n/* Made by catc from catalogue/: do not edit. */\n"
          "#include \"catalogue/builtin.h\"\n\n"
          "_Alignas(8) const unsigned char uh_builtin_catalogue[] = {",
          out);
    for (size_t i = 0; i < size; i++) {
        fprintf(out, "%s%u,", i % 32 ? "" : "\n", image[i]);
    }
    fputs("\n};\nconst size_t uh_builtin_catalogue_size = sizeof(uh_builtin_catalogue);\n", out);
}

static int write_file(const char *path, void (*write)(FILE *, const unsigned char *, size_t),
                      const unsigned char *image, size_t size)
{
    FILE *out = fopen(path, "wb");
    if (!out) {
        return fail(path);
    }
    write(out, image, size);
    const int failed = ferror(out);
    return fclose(out) != 0 || failed ? fail(path) : 0;
}

static int write_packed(const char *path, const void *image, size_t size)
{
    uh_catalogue catalogue;
    void *packed = NULL;
    size_t packed_size = 0;
    errno = ENOMEM;
    if (uh_catalogue_open(image, size, &catalogue) != UH_OK ||
        uh_catalogue_pack(&catalogue, &packed, &packed_size) != UH_OK) {
        return fail(path);
    }
    const int failed = write_file(path, write_bytes, packed, packed_size);
    free(packed);
    return failed;
}

static int compile(const char *packed_path, const char *c_path, char **paths, int count)
{
    void *image = NULL;
    size_t size = 0;
    int failed = 0;
    uh_binder *binder = uh_binder_open();
    for (int i = 0; binder && i < count; i++) {
        failed |= add_file(binder, paths[i]);
    }
    const uh_status status = binder ? uh_binder_finish(binder, &image, &size) : UH_ERR_FULL;
    if (status == UH_ERR_FULL) {
        errno = ENOMEM;
        failed = fail("catc");
    } else if (status != UH_OK) {
        print_diagnostics(binder);
        failed = 1;
    }
    if (!failed) {
        failed = write_packed(packed_path, image, size) || write_file(c_path, write_c, image, size);
    }
    uh_binder_free_image(image);
    uh_binder_close(binder);
    return failed;
}

static void write_stdout(void *to, const char *text, size_t length)
{
    (void)to;
    fwrite(text, 1, length, stdout);
}

static int print_schema(void)
{
    uh_write_json_schema((uh_out){write_stdout, NULL});
    return fflush(stdout) != 0 || ferror(stdout) ? fail("stdout") : 0;
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--schema") == 0) {
        return print_schema();
    }
    if (argc < 6 || strcmp(argv[1], "--packed") != 0 || strcmp(argv[3], "--c") != 0) {
        fputs("usage: catc --packed OUT.bin --c OUT.c FILE.yaml...\n       catc --schema\n",
              stderr);
        return 2;
    }
    return compile(argv[2], argv[4], argv + 5, argc - 5);
}
