/* SPDX-License-Identifier: MIT */
#include "host/uuid.h"

#include <sys/random.h>

enum { BYTES = 16, TIME_BYTES = 6 };

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

uh_status uh_uuid_make(uh_unix_ms now, char ret_uuid[UH_UUID_SIZE])
{
    unsigned char bytes[BYTES];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes) {
        return UH_ERR_STATE;
    }
    for (size_t i = 0; i < TIME_BYTES; i++) {
        bytes[i] = (unsigned char)(now.ms >> (8 * (TIME_BYTES - 1 - i)));
    }
    bytes[6] = (unsigned char)(0x70 | (bytes[6] & 0x0f)); /* version 7 */
    bytes[8] = (unsigned char)(0x80 | (bytes[8] & 0x3f)); /* variant of RFC 9562 */
    write_hex(bytes, ret_uuid);
    return UH_OK;
}
