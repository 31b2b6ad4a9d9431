/* SPDX-License-Identifier: MIT */
#include "shell/desk.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "host/paths.h"
#include "host/program.h"

enum { WORDS_MAX = 6 };

/* The exit codes of `unhunchd --ask`. */
enum { CODE_ANSWERED, CODE_NOBODY, CODE_REFUSED };

uh_desk_answer uh_desk_ask(const char *const *words, char *answer)
{
    char program[UH_PATH_SIZE];
    const char *argv[WORDS_MAX + 1] = {uh_program_path("unhunchd", program), "--ask"};
    int code = 0;
    answer[0] = '\0';
    for (size_t i = 0; words[i] != NULL && i + 2 < WORDS_MAX; i++) {
        argv[i + 2] = words[i];
    }
    const uh_status status = uh_program_run(argv, answer, UH_DESK_ANSWER_SIZE, &code);
    if (status == UH_ERR_UNKNOWN) {
        return UH_DESK_NOT_BUILT;
    }
    answer[strcspn(answer, "\r")] = '\0';
    if (status != UH_OK || (code != CODE_ANSWERED && code != CODE_REFUSED)) {
        return UH_DESK_NOBODY;
    }
    return code == CODE_ANSWERED ? UH_DESK_ANSWERED : UH_DESK_REFUSED;
}

/* -- hints -- */

/* It holds this lock as long as it runs. */
static bool runs(void)
{
    char path[UH_PATH_SIZE];
    if (uh_path(UH_FOLDER_STATE, "desk.lock", path) != UH_OK) {
        return false;
    }
    const int lock = open(path, O_RDONLY | O_CLOEXEC);
    if (lock < 0) {
        return false;
    }
    const bool taken = flock(lock, LOCK_SH | LOCK_NB) != 0;
    (void)close(lock);
    return taken;
}

bool uh_desk_look(char *answer)
{
    static const char *const question[] = {"status", NULL};
    return runs() && uh_desk_ask(question, answer) == UH_DESK_ANSWERED;
}

void uh_desk_hint(const char *word)
{
    char answer[UH_DESK_ANSWER_SIZE];
    const char *const words[] = {word, NULL};
    if (runs()) {
        (void)uh_desk_ask(words, answer);
    }
}
