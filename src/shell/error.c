/* SPDX-License-Identifier: MIT */
/* The C library speaks the language of its locale, which this program never sets. */
#include <errno.h>
#include <string.h>

#include "shell/shell.h"

static const struct {
    int error;
    uh_message words;
} known[] = {
    {ENOENT, UH_MSG_ERROR_NO_FILE},      {EACCES, UH_MSG_ERROR_DENIED},
    {EPERM, UH_MSG_ERROR_NOT_PERMITTED}, {EEXIST, UH_MSG_ERROR_EXISTS},
    {ENOTDIR, UH_MSG_ERROR_NOT_FOLDER},  {EISDIR, UH_MSG_ERROR_FOLDER},
    {ENOSPC, UH_MSG_ERROR_SPACE},        {EDQUOT, UH_MSG_ERROR_QUOTA},
    {EFBIG, UH_MSG_ERROR_LARGE},         {EROFS, UH_MSG_ERROR_READ_ONLY},
    {EIO, UH_MSG_ERROR_INPUT_OUTPUT},    {ENOMEM, UH_MSG_ERROR_MEMORY},
    {EMFILE, UH_MSG_ERROR_FILES},        {ENAMETOOLONG, UH_MSG_ERROR_NAME},
    {ELOOP, UH_MSG_ERROR_LINKS},
};

uh_argument uh_shell_error(int error)
{
    for (size_t i = 0; i < UH_COUNT(known); i++) {
        if (known[i].error == error) {
            return uh_message_argument(known[i].words);
        }
    }
    return uh_literal(strerror(error));
}
