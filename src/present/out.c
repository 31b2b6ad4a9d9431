/* SPDX-License-Identifier: MIT */
#include "unhunch/out.h"

#include <math.h>
#include <string.h>

static void write_to_buffer(void *to, const char *text, size_t length)
{
    uh_buffer *buffer = to;
    if (buffer->capacity == 0) {
        buffer->length += length;
        return;
    }
    size_t last = buffer->capacity - 1;
    if (buffer->length < last) {
        size_t room = last - buffer->length;
        memcpy(buffer->bytes + buffer->length, text, length < room ? length : room);
    }
    buffer->length += length;
    buffer->bytes[buffer->length < last ? buffer->length : last] = '\0';
}

uh_out uh_out_to_buffer(uh_buffer *buffer)
{
    if (buffer->capacity > 0) {
        buffer->bytes[buffer->length < buffer->capacity ? buffer->length : buffer->capacity - 1] =
            '\0';
    }
    return (uh_out){write_to_buffer, buffer};
}

void uh_out_text(uh_out out, const char *text)
{
    out.write(out.to, text, strlen(text));
}

void uh_out_bytes(uh_out out, const char *text, size_t length)
{
    out.write(out.to, text, length);
}

static void write_digits(uh_out out, uint64_t value, uint32_t least)
{
    char digits[20];
    uint32_t count = 0;
    do {
        count++;
        digits[sizeof digits - count] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0 || count < least);
    uh_out_bytes(out, digits + sizeof digits - count, count);
}

void uh_out_number(uh_out out, int64_t value)
{
    if (value < 0) {
        uh_out_bytes(out, "-", 1);
    }
    write_digits(out, value < 0 ? 0U - (uint64_t)value : (uint64_t)value, 1);
}

void uh_out_real(uh_out out, double value, int decimals)
{
    static const uint64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    UH_ASSERT(decimals >= 0 && (size_t)decimals < UH_COUNT(powers));
    uint64_t power = powers[decimals];
    double scaled = floor(fabs(value) * (double)power + 0.5);
    UH_ASSERT(scaled < 9e18); /* false for a value that is no number, too */
    uint64_t parts = (uint64_t)scaled;
    if (value < 0 && parts > 0) {
        uh_out_bytes(out, "-", 1);
    }
    write_digits(out, parts / power, 1);

    uint64_t fraction = parts % power;
    uint32_t digits = (uint32_t)decimals;
    if (fraction == 0) {
        return;
    }
    while (fraction % 10 == 0) {
        fraction /= 10;
        digits--;
    }
    uh_out_bytes(out, ".", 1);
    write_digits(out, fraction, digits);
}
