/* SPDX-License-Identifier: MIT */
#include "shell/config.h"

#include <errno.h>
#include <stdlib.h>

#include "unhunch/config.h"

static void say(const uh_shell *shell, uh_out out, uh_phrase phrase)
{
    uh_page page = uh_shell_page(shell);
    char words[UH_PAGE_TEXT_MAX];
    if (out.write != NULL) {
        (void)uh_page_render(&page, phrase, words);
        uh_out_text(out, uh_shell_harmless(words));
        uh_out_text(out, "\n");
    }
}

static void read_bytes(const uh_shell *shell, uh_out out, const char *bytes, size_t length,
                       uh_settings *settings, uh_config_file *file)
{
    uh_binder *binder = uh_binder_open();
    if (binder == NULL || uh_config_read(binder, file->path, bytes, length, &shell->catalogue,
                                         settings) == UH_ERR_FULL) {
        say(shell, out, uh_say(UH_MSG_CLI_NO_MEMORY));
        file->mistakes = 1;
    }
    for (uint32_t i = 0; binder != NULL && i < uh_binder_diagnostic_count(binder); i++) {
        if (out.write != NULL) {
            uh_print_diagnostic(shell, out, uh_binder_diagnostic(binder, i));
        }
        file->mistakes++;
    }
    uh_binder_close(binder);
}

void uh_config_load(const uh_shell *shell, uh_out out, uh_settings *settings,
                    uh_config_file *ret_file)
{
    *ret_file = (uh_config_file){.there = false};
    if (uh_path(UH_FOLDER_CONFIG, UH_CONFIG_FILE, ret_file->path) != UH_OK) {
        ret_file->path[0] = '\0';
        return;
    }
    size_t length = 0;
    errno = 0;
    char *bytes = uh_read_ordinary(ret_file->path, &length);
    if (bytes != NULL) {
        ret_file->there = true;
        read_bytes(shell, out, bytes, length, settings, ret_file);
    } else if (errno != ENOENT && errno != ENOTDIR) {
        ret_file->mistakes = 1;
        say(shell, out, uh_shell_unreadable(ret_file->path));
    }
    free(bytes);
}
