/* SPDX-License-Identifier: MIT */
#include "web/spool.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

FILE *uh_spool_open(void)
{
    return tmpfile();
}

static void write_file(void *to, const char *text, size_t length)
{
    (void)fwrite(text, 1, length, to);
}

uh_out uh_out_to_file(FILE *file)
{
    return (uh_out){write_file, file};
}

bool uh_spool_end(FILE *file, uh_response *response)
{
    struct stat what;
    const bool written = ferror(file) == 0 && fflush(file) == 0 && fstat(fileno(file), &what) == 0;
    const int fd = written ? fcntl(fileno(file), F_DUPFD_CLOEXEC, 0) : -1;
    (void)fclose(file);
    if (fd < 0) {
        return false;
    }
    response->fd = fd;
    response->fd_length = (uint64_t)what.st_size;
    return true;
}

FILE *uh_spool_of(char *body, size_t length)
{
    return length > 0 ? fmemopen(body, length, "rb") : NULL;
}
