/* SPDX-License-Identifier: MIT */
#include "host/uuid.h"

#include <sys/random.h>
#include <unistd.h>

enum { BYTES = 16, TIME_BYTES = 6, COUNT_BYTES = 3, PROCESS_BYTES = 4 };

static void write_hex(const unsigned char bytes[BYTES], char out[UH_UUID_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    size_t at = 0;
    for (size_t i = 0; i < BYTES; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            out[at++] = '-';
        }
        out[at++] = digits[bytes[i] >> 4];
        out[at++] = digits[bytes[i] & 0xf];
    }
    out[at] = '\0';
}

static void put_number(unsigned char *bytes, size_t count, uint64_t number)
{
    for (size_t i = count; i > 0; i--) {
        bytes[i - 1] = (unsigned char)number;
        number >>= 8;
    }
}

static void finish(uh_unix_ms now, unsigned char bytes[BYTES], char out[UH_UUID_SIZE])
{
    put_number(bytes, TIME_BYTES, (uint64_t)now.ms);
    bytes[6] = (unsigned char)(0x70 | (bytes[6] & 0x0f)); /* version 7 */
    bytes[8] = (unsigned char)(0x80 | (bytes[8] & 0x3f)); /* variant of RFC 9562 */
    write_hex(bytes, out);
}

void uh_uuid_make_counted(uh_unix_ms now, char ret_uuid[UH_UUID_SIZE])
{
    static uint32_t made;
    unsigned char bytes[BYTES] = {0};
    made++;
    put_number(bytes + BYTES - PROCESS_BYTES - COUNT_BYTES, COUNT_BYTES, made);
    put_number(bytes + BYTES - PROCESS_BYTES, PROCESS_BYTES, (uint64_t)getpid());
    finish(now, bytes, ret_uuid);
}

void uh_uuid_make(uh_unix_ms now, char ret_uuid[UH_UUID_SIZE])
{
    unsigned char bytes[BYTES];
    if (getrandom(bytes, sizeof bytes, 0) == (ssize_t)sizeof bytes) {
        finish(now, bytes, ret_uuid);
    } else {
        uh_uuid_make_counted(now, ret_uuid);
    }
}
