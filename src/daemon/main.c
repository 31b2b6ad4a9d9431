/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "daemon/desk.h"
#include "host/environment.h"

enum { DONE, FAILED, USAGE, LINE_SIZE = 1024 };

static void print(FILE *to, uh_message message)
{
    char line[LINE_SIZE];
    const uh_phrase phrase = uh_say(message);
    (void)uh_words(uh_language_find(uh_environment_language()), NULL, &phrase, line, sizeof line);
    (void)fprintf(to, "%s\n", line);
}

static int run(void)
{
    static uh_desk desk;
    desk.language = uh_language_find(uh_environment_language());
    const uh_status status = uh_desk_open(&desk);
    if (status != UH_OK) {
        return status == UH_ERR_REFUSED ? DONE : FAILED; /* one is enough */
    }
    uh_desk_run(&desk);
    uh_desk_close(&desk);
    return DONE;
}

/* `unhunchd --ask WORD...` asks the one that runs: `unhunch` does not link the bus. */
int main(int argc, char **argv)
{
    if (argc == 1) {
        return run();
    }
    if (argc > 2 && strcmp(argv[1], "--ask") == 0) {
        return (int)uh_control_ask(argc - 2, argv + 2, stdout);
    }
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        (void)printf("unhunchd " UH_VERSION "\n");
        return DONE;
    }
    const bool asked = strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0;
    print(asked ? stdout : stderr, UH_MSG_DESK_USAGE);
    if (asked) {
        print(stdout, UH_MSG_DESK_ABOUT);
    }
    return asked ? DONE : USAGE;
}
