/* SPDX-License-Identifier: MIT */
/* split.c: core.wasm for a first visit: `split core.wasm core.bin` puts what instructions are made
 * of apart, each kind beside its like, which compresses better by a fourteenth; web/split.js puts
 * it together again.
 *
 * Eleven lengths (uint32, little endian), and as many parts, in the order of enum part: all before
 * the code section, all behind it, then what functions are made of. Their sizes are left out: they
 * show. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum part {
    BEFORE,
    BEHIND,
    HEADS,
    CODES,
    LOCALS,
    NUMBERS,
    CALLS,
    OFFSETS,
    BRANCHES,
    REALS,
    REST,
    PARTS
};

enum { MODULE_MAX = 4 << 20, HEADER = 8, SECTION_CODE = 10 };

static struct {
    uint8_t bytes[MODULE_MAX];
    size_t length;
} parts[PARTS];

static uint8_t module[MODULE_MAX];
static size_t length;
static size_t at;

static _Noreturn void give_up(const char *why)
{
    fprintf(stderr, "split: %s at byte %zu\n", why, at);
    exit(1);
}

static uint8_t move(enum part part)
{
    if (at >= length) {
        give_up("the module ends");
    }
    const uint8_t byte = module[at++];
    parts[part].bytes[parts[part].length++] = byte;
    return byte;
}

static void move_some(enum part part, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        (void)move(part);
    }
}

/* A number of up to 64 bits, seven to a byte. */
static uint64_t move_number(enum part part)
{
    uint64_t number = 0;
    for (uint32_t shift = 0; shift < 70; shift += 7) {
        const uint8_t byte = move(part);
        number |= shift < 64 ? (uint64_t)(byte & 0x7FU) << shift : 0;
        if (byte < 0x80) {
            return number;
        }
    }
    give_up("a number without an end");
}

/* The bulk memory instructions, and conversions that saturate. */
static void move_extended(void)
{
    const uint64_t code = move_number(CODES);
    if (code == 10 || code == 11) { /* memory.copy and memory.fill name their memories */
        move_some(CODES, code == 10 ? 2 : 1);
    } else if (code > 7) {
        give_up("an instruction that is not known");
    }
}

/* What stands behind the code of an instruction. */
static void move_operands(uint8_t code)
{
    if (code == 0x0C || code == 0x0D) { /* br, br_if */
        (void)move_number(BRANCHES);
    } else if (code == 0x0E) { /* br_table */
        for (uint64_t more = move_number(BRANCHES) + 1; more > 0; more--) {
            (void)move_number(BRANCHES);
        }
    } else if (code == 0x10) { /* call */
        (void)move_number(CALLS);
    } else if (code == 0x11) { /* call_indirect */
        (void)move_number(REST);
        (void)move_number(REST);
    } else if (code >= 0x20 && code <= 0x22) { /* local.get, .set, .tee */
        (void)move_number(LOCALS);
    } else if (code == 0x23 || code == 0x24 || code == 0x42) { /* globals, i64.const */
        (void)move_number(REST);
    } else if (code >= 0x28 && code <= 0x3E) { /* loads and stores: alignment, offset */
        (void)move_number(REST);
        (void)move_number(OFFSETS);
    } else if (code == 0x41) { /* i32.const */
        (void)move_number(NUMBERS);
    } else if (code == 0x43 || code == 0x44) { /* f32.const, f64.const */
        move_some(REALS, code == 0x43 ? 4 : 8);
    } else if ((code >= 0x02 && code <= 0x04) || code == 0x3F || code == 0x40) {
        (void)move(CODES); /* a block's type; which memory */
    } else if (code == 0xFC) {
        move_extended();
    } else if (code > 0xC4 || (code > 0x11 && code < 0x1A) || (code > 0x1B && code < 0x20) ||
               (code > 0x04 && code < 0x0B && code != 0x05)) {
        give_up("an instruction that is not known");
    }
}

static void split_function(void)
{
    uint64_t size = 0;
    uint32_t shift = 0;
    uint8_t byte = 0;
    do {
        byte = module[at++];
        size |= (uint64_t)(byte & 0x7FU) << shift;
        shift += 7;
    } while (byte >= 0x80 && shift < 35);
    const size_t end = at + size;
    for (uint64_t more = move_number(HEADS); more > 0; more--) {
        (void)move_number(HEADS);
        (void)move(HEADS);
    }
    uint32_t depth = 1; /* it ends with its last block */
    while (depth > 0) {
        const uint8_t code = move(CODES);
        depth += code >= 0x02 && code <= 0x04;
        depth -= code == 0x0B;
        move_operands(code);
    }
    if (at != end) {
        give_up("a function that ends elsewhere");
    }
}

static void split_section(void)
{
    const size_t from = at;
    const enum part side = parts[HEADS].length == 0 ? BEFORE : BEHIND;
    const uint8_t kind = module[at];
    (void)move(side);
    const uint64_t size = move_number(side);
    if (size > length - at) {
        give_up("a section that is too long");
    }
    if (kind != SECTION_CODE) {
        move_some(side, size);
        return;
    }
    parts[side].length -= at - from;
    for (uint64_t more = move_number(HEADS); more > 0; more--) {
        split_function();
    }
}

static bool write_parts(FILE *out)
{
    for (size_t part = 0; part < PARTS; part++) {
        const uint32_t size = (uint32_t)parts[part].length;
        const uint8_t bytes[] = {(uint8_t)size, (uint8_t)(size >> 8), (uint8_t)(size >> 16),
                                 (uint8_t)(size >> 24)};
        (void)fwrite(bytes, 1, sizeof bytes, out);
    }
    for (size_t part = 0; part < PARTS; part++) {
        (void)fwrite(parts[part].bytes, 1, parts[part].length, out);
    }
    return ferror(out) == 0;
}

int main(int count, char **words)
{
    FILE *in = count == 3 ? fopen(words[1], "rb") : NULL;
    if (in == NULL) {
        fputs("usage: split MODULE OUTPUT\n", stderr);
        return 2;
    }
    length = fread(module, 1, sizeof module, in);
    (void)fclose(in);
    if (length < HEADER || length == sizeof module || memcmp(module, "\0asm", 4) != 0) {
        give_up("no module");
    }
    move_some(BEFORE, HEADER);
    while (at < length) {
        split_section();
    }
    FILE *out = fopen(words[2], "wb");
    const bool is_written = out != NULL && write_parts(out);
    if (out == NULL || fclose(out) != 0 || !is_written) {
        give_up("cannot write");
    }
    return 0;
}
