/* SPDX-License-Identifier: MIT */
/* small_string.c: those of <string.h> that wasi-libc makes fast and large. Texts here are short. */
#include <string.h>

size_t strlen(const char *text)
{
    size_t length = 0;
    while (text[length] != '\0') {
        length++;
    }
    return length;
}

void *memchr(const void *bytes, int byte, size_t length)
{
    const unsigned char *at = bytes;
    for (; length > 0; at++, length--) {
        if (*at == (unsigned char)byte) {
            return (void *)(size_t)at;
        }
    }
    return NULL;
}

char *strchr(const char *text, int letter)
{
    return memchr(text, letter, strlen(text) + 1);
}

size_t strspn(const char *text, const char *letters)
{
    size_t length = 0;
    while (text[length] != '\0' && strchr(letters, text[length])) {
        length++;
    }
    return length;
}

size_t strcspn(const char *text, const char *letters)
{
    size_t length = 0;
    while (!strchr(letters, text[length])) {
        length++;
    }
    return length;
}
