/* SPDX-License-Identifier: MIT */
#include "wordc/named.h"

#include <string.h>

#include "core/hash.h"
#include "wordc/rows.h"

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

static bool is_quote(char c)
{
    return c == '\'' || c == '"' || c == '`';
}

/* The message that is named whole, or all whose names begin with it; how many. */
static uint32_t mark(const char *name, size_t length, bool whole, uh_named *named)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        const uh_message_row row = uh_message_row_of(i);
        if (row.on_page && strncmp(row.name, name, length) == 0 &&
            (!whole || row.name[length] == '\0')) {
            named->is_named[i] = true;
            found++;
        }
    }
    return found;
}

static bool is_said(const char *text, const char *quote)
{
    static const char say[] = "say(";
    const size_t length = sizeof say - 1;
    return (size_t)(quote - text) >= length && strncmp(quote - length, say, length) == 0;
}

static void complain(const char *path, uint32_t line, const char *name, size_t length,
                     uh_named *named)
{
    fprintf(stderr, "%s:%u: the page has no message %.*s\n", path, line, (int)length, name);
    named->mistakes++;
}

void uh_named_read(const char *path, const char *text, uh_named *named)
{
    uint32_t line = 1;
    for (const char *at = text; *at; at++) {
        line += *at == '\n';
        if (!is_quote(*at)) {
            continue;
        }
        const char *name = at + 1;
        const size_t length = strspn(name, letters);
        const bool whole = name[length] == *at;
        const bool begins = *at == '`' && strncmp(name + length, "${", 2) == 0;
        if (length > 0 && (whole || begins) && mark(name, length, whole, named) == 0 &&
            is_said(text, at)) {
            complain(path, line, name, length, named);
        }
    }
}

static uint16_t key_of(uint32_t message, uint64_t seed)
{
    return (uint16_t)uh_hash_text(seed, uh_message_row_of(message).name);
}

static bool are_apart(const uh_named *named, uint64_t seed)
{
    bool is_taken[UINT16_MAX + 1] = {false};
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        const uint16_t key = key_of(i, seed);
        if (named->is_named[i] && is_taken[key]) {
            return false;
        }
        is_taken[key] = is_taken[key] || named->is_named[i];
    }
    return true;
}

/* A key depends on the lowest 16 bits of the seed, no others. */
bool uh_named_write(FILE *out, const uh_named *named)
{
    uint64_t seed = 0;
    while (!are_apart(named, seed)) {
        if (++seed > UINT16_MAX) {
            return false;
        }
    }
    fprintf(out,
            "/* SPDX-License-Identifier: MIT */\n/* Made by wordc from web/: do not edit. */\n"
            "#define UH_NAMED_SEED %llu\n",
            (unsigned long long)seed);
    const char *before = NULL;
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        if (named->is_named[i]) {
            const char *name = uh_message_row_of(i).name;
            if (!before) {
                fprintf(out, "#define UH_NAMED_FIRST UH_MSG_%s\n", name);
            }
            fprintf(out, "UH_NAMED(%u, %s, %s)\n", (unsigned)key_of(i, seed), name,
                    before ? before : name);
            before = name;
        }
    }
    return true;
}
