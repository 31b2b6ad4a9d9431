/* SPDX-License-Identifier: MIT */
#include "web/keys.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <nettle/memops.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host/files.h"

enum { KEY_BYTES = 32, PATH_SIZE = 4300, LINE_SIZE = UH_KEY_SIZE + 24, NUMBER_SIZE = 24 };

static void write_hex(const uint8_t bytes[KEY_BYTES], char out[UH_KEY_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < KEY_BYTES; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 0xf];
    }
    out[UH_KEY_SIZE - 1] = '\0';
}

static bool is_hex(const char *text)
{
    return strlen(text) == UH_KEY_SIZE - 1 && text[strspn(text, "0123456789abcdef")] == '\0';
}

uh_status uh_key_make(char ret_key[UH_KEY_SIZE])
{
    uint8_t bytes[KEY_BYTES];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes) {
        return UH_ERR_STATE;
    }
    write_hex(bytes, ret_key);
    return UH_OK;
}

void uh_hash_bytes(const void *bytes, size_t length, char ret_hash[UH_KEY_SIZE])
{
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&context);
    sha256_update(&context, length, bytes);
    sha256_digest(&context, sizeof digest, digest);
    write_hex(digest, ret_hash);
}

static void hash_text(const char *text, char ret_hash[UH_KEY_SIZE])
{
    uh_hash_bytes(text, strlen(text), ret_hash);
}

/* -- tokens: a file each, named by the hash, holding the moment -- */

static bool is_fresh(uh_unix_ms made, uh_unix_ms now, int64_t for_ms)
{
    return now.ms >= made.ms && now.ms - made.ms <= for_ms;
}

static bool token_path(const char *folder, const char *hash, char out[PATH_SIZE])
{
    const int length = snprintf(out, PATH_SIZE, "%s/%s", folder, hash);
    return length > 0 && length < PATH_SIZE;
}

static uh_unix_ms token_made(const char *path)
{
    char text[NUMBER_SIZE];
    return (uh_unix_ms){uh_file_read(path, text, sizeof text) == UH_OK ? strtoll(text, NULL, 10)
                                                                       : -UH_TOKEN_MS};
}

static void forget_old(const char *folder, uh_unix_ms now)
{
    DIR *stream = opendir(folder);
    if (stream == NULL) {
        return;
    }
    for (struct dirent *entry; (entry = readdir(stream)) != NULL;) {
        char path[PATH_SIZE];
        if (is_hex(entry->d_name) && token_path(folder, entry->d_name, path) &&
            !is_fresh(token_made(path), now, UH_TOKEN_MS)) {
            (void)unlink(path);
        }
    }
    (void)closedir(stream);
}

uh_status uh_token_make(const char *folder, uh_unix_ms now, char ret_token[UH_KEY_SIZE])
{
    char token[UH_KEY_SIZE];
    char hash[UH_KEY_SIZE];
    char path[PATH_SIZE];
    char text[NUMBER_SIZE];
    if (mkdir(folder, 0700) != 0 && errno != EEXIST) {
        return UH_ERR_STATE;
    }
    forget_old(folder, now);
    if (uh_key_make(token) != UH_OK) {
        return UH_ERR_STATE;
    }
    hash_text(token, hash);
    const int length = snprintf(text, sizeof text, "%" PRId64, now.ms);
    if (!token_path(folder, hash, path)) {
        errno = ENAMETOOLONG;
        return UH_ERR_STATE;
    }
    const uh_status status = uh_file_replace(path, text, (size_t)length);
    if (status == UH_OK) {
        memcpy(ret_token, token, sizeof token);
    }
    return status;
}

/* Of two that come at once, one removes the file. */
bool uh_token_take(const char *folder, uh_unix_ms now, const char *token)
{
    char hash[UH_KEY_SIZE];
    char path[PATH_SIZE];
    hash_text(token, hash);
    if (!token_path(folder, hash, path)) {
        return false;
    }
    const uh_unix_ms made = token_made(path);
    return unlink(path) == 0 && is_fresh(made, now, UH_TOKEN_MS);
}

/* -- keys: a file of lines "HASH MOMENT" -- */

static void read_line(uh_key_ring *ring, char *line)
{
    char *space = strchr(line, ' ');
    if (space == NULL || ring->count == UH_KEYS_MAX) {
        return;
    }
    *space = '\0';
    if (is_hex(line)) {
        memcpy(ring->hashes[ring->count], line, UH_KEY_SIZE);
        ring->made[ring->count].ms = strtoll(space + 1, NULL, 10);
        ring->count++;
    }
}

void uh_key_ring_read(const char *path, uh_key_ring *ret_ring)
{
    char text[UH_KEYS_MAX * LINE_SIZE + 1];
    *ret_ring = (uh_key_ring){.path = path};
    if (uh_file_read(path, text, sizeof text) != UH_OK) {
        return;
    }
    for (char *line = text; *line != '\0';) {
        const size_t length = strcspn(line, "\n");
        char *next = line + length + (line[length] == '\n');
        line[length] = '\0';
        read_line(ret_ring, line);
        line = next;
    }
}

bool uh_key_ring_has(const uh_key_ring *ring, uh_unix_ms now, const char *key)
{
    char hash[UH_KEY_SIZE];
    bool found = false;
    hash_text(key, hash);
    for (uint32_t i = 0; i < ring->count; i++) {
        const bool same = nettle_memeql_sec(ring->hashes[i], hash, sizeof hash) != 0;
        found |= same && is_fresh(ring->made[i], now, (int64_t)UH_KEY_SECONDS * 1000);
    }
    return found;
}

static uh_status keep(const uh_key_ring *ring)
{
    char text[UH_KEYS_MAX * LINE_SIZE + 1];
    size_t length = 0;
    for (uint32_t i = 0; i < ring->count; i++) {
        length += (size_t)snprintf(text + length, sizeof text - length, "%s %" PRId64 "\n",
                                   ring->hashes[i], ring->made[i].ms);
    }
    return uh_file_replace(ring->path, text, length);
}

uh_status uh_key_ring_add(uh_key_ring *ring, uh_unix_ms now, char ret_key[UH_KEY_SIZE])
{
    uh_key_ring longer;
    char key[UH_KEY_SIZE];
    uh_key_ring_read(ring->path, &longer); /* another server may have added one */
    if (uh_key_make(key) != UH_OK) {
        return UH_ERR_STATE;
    }
    if (longer.count == UH_KEYS_MAX) {
        longer.count--;
        memmove(longer.hashes[0], longer.hashes[1], longer.count * sizeof longer.hashes[0]);
        memmove(&longer.made[0], &longer.made[1], longer.count * sizeof longer.made[0]);
    }
    hash_text(key, longer.hashes[longer.count]);
    longer.made[longer.count++] = now;
    const uh_status status = keep(&longer);
    if (status == UH_OK) {
        *ring = longer;
        memcpy(ret_key, key, sizeof key);
    }
    return status;
}
