/* SPDX-License-Identifier: MIT */
/* cli.h: what the subcommands of `unhunch` share.
 *
 * A subcommand is one row: a const uh_command in its own file, named in the table of commands.c.
 * Parser, --help, `unhunch help`, completions and the man page all read that row; nothing is said
 * twice. */
#ifndef UNHUNCH_CLI_CLI_H
#define UNHUNCH_CLI_CLI_H

#include "shell/shell.h"

typedef enum uh_exit {
    UH_EXIT_DONE = 0,
    UH_EXIT_FAILED = 1,  /* the world: a file, a disk, a terminal */
    UH_EXIT_USAGE = 2,   /* an unknown name, option or value */
    UH_EXIT_REFUSED = 3, /* a safety rule says no */
    UH_EXIT_GO_ON = -1   /* not an exit code: nothing was decided yet */
} uh_exit;

/* What a run of the program knows. Made by main(), handed to the subcommand. `out` is stdout, and
 * the catalogue is open where the command's row has needs_catalogue. */
typedef uh_shell uh_cli;

typedef enum uh_option_kind {
    UH_OPTION_FLAG,    /* bool */
    UH_OPTION_NUMBER,  /* uint32_t, min..max */
    UH_OPTION_PERCENT, /* uint32_t in hundredths: 1.5 is 150; min..max in hundredths */
    UH_OPTION_TEXT,    /* const char *, borrowed from argv */
    UH_OPTION_FILE,    /* the same, completed as a file name */
    UH_OPTION_ENUM,    /* uint32_t: one of `names` */
    UH_OPTION_FLAGS    /* uint32_t bit set: comma-separated `names` */
} uh_option_kind;

typedef struct uh_option {
    const char *name; /* "minutes", without the dashes */
    char letter;      /* 'm' or 0 */
    uh_option_kind kind;
    uint32_t offset;     /* of the target in the command's options struct */
    uh_message argument; /* "N", "FILE": what help shows; not read for a flag */
    uh_message help;     /* one line */
    uint32_t min, max;   /* NUMBER, PERCENT */
    /* ENUM, FLAGS: spelling, "" beyond the last (uh_context_name) */
    const char *(*names)(uint32_t value);
    uint8_t apart; /* of those with the same number but 0 only one may be given */
} uh_option;

enum { UH_OPTIONS_SIZE = 256 }; /* most bytes of an options struct */

/* What the words after the options are, for completions. */
typedef enum uh_words_kind {
    UH_WORDS_NONE,
    UH_WORDS_STRETCHES,
    UH_WORDS_STRETCHES_AND_ROUTINES,
    UH_WORDS_TOPICS,
    UH_WORDS_FILES,
    UH_WORDS_FORMS, /* of export, then a file */
    UH_WORDS_COMMANDS,
    UH_WORDS_SHELLS,
    UH_WORDS_SETTINGS,
    UH_WORDS_BREAKS
} uh_words_kind;

typedef struct uh_command {
    const char *name;
    uh_message summary; /* one line for `unhunch help` */
    uh_message usage;   /* the words after the name: "[NAME...]"; UH_MSG_USAGE_NOTHING for none */
    uh_message about;   /* a paragraph for `unhunch help NAME` and the man page */
    uh_words_kind words;
    uint32_t words_min, words_max; /* how many may follow; UINT32_MAX: any */
    bool needs_catalogue;
    const uh_option *options; /* NULL for none */
    uint32_t option_count;
    void (*more)(const uh_page *page); /* what its help says besides; NULL: nothing */
    const void *defaults; /* options struct before parsing; NULL where there are no options */
    uint32_t options_size;
    /* `options` points at the command's struct, filled; `words` are the rest of argv. Returns the
     * exit code. */
    int (*run)(uh_cli *cli, const void *options, int count, char **words);
} uh_command;

/* The rows, in the order of `unhunch help`. */
extern const uh_command uh_command_stretch, uh_command_plan, uh_command_list, uh_command_show,
    uh_command_why, uh_command_learn, uh_command_log, uh_command_progress, uh_command_figure,
    uh_command_profile, uh_command_screen, uh_command_export, uh_command_import, uh_command_check,
    uh_command_web, uh_command_site, uh_command_break, uh_command_status, uh_command_doctor,
    uh_command_completions, uh_command_help;

const uh_command *uh_command_at(uint32_t index);     /* NULL beyond the last */
const uh_command *uh_command_find(const char *name); /* NULL: none */

/* Reads the options of `command` from argv (argv[0] is the command's name) into options (its
 * options_size bytes, set to the defaults first). Options may stand between the words; the words
 * are left in argv[1..*ret_count]. UH_EXIT_GO_ON: run it; else the exit code: help was printed or a
 * mistake was explained. */
int uh_options_read(uh_cli *cli, const uh_command *command, int argc, char **argv, void *options,
                    int *ret_count);

/* The whole program: reads the environment, runs the command that argv names, flushes stdout. */
int uh_cli_main(int argc, char **argv);

/* Says that there is none of that name, and which one is near. UH_EXIT_USAGE. */
int uh_no_command(const uh_cli *cli, const char *typed);

/* Help of one command, and the list of all. */
void uh_command_help_print(const uh_cli *cli, const uh_command *command);
void uh_commands_print(const uh_cli *cli);

/* What `unhunch` alone says. */
int uh_glance(uh_cli *cli);

/* As every shell does (shell.h). */
static inline uh_page uh_cli_page(const uh_cli *cli)
{
    return uh_shell_page(cli);
}

static inline void uh_cli_complain(const uh_cli *cli, const uh_phrase *phrase)
{
    uh_shell_complain(cli, phrase);
}

static inline void uh_cli_tell(const uh_cli *cli, const uh_phrase *phrase)
{
    uh_shell_tell(cli, phrase);
}

static inline uh_argument uh_cli_error(int error)
{
    return uh_shell_error(error);
}

static inline char *uh_cli_harmless(char *text)
{
    return uh_shell_harmless(text);
}

/* As uh_past_close(), once the answer is out: the first close of a day makes a backup. */
struct uh_past;
void uh_cli_close_past(struct uh_past *past);

/* A paragraph on stdout, wrapped. */
void uh_cli_print(const uh_cli *cli, const uh_phrase *phrase);

/* A stretch by key, id, name, alias or words that only one answers to. UH_EXIT_GO_ON and
 * *ret_index; else UH_EXIT_USAGE after one message with what was perhaps meant. */
int uh_cli_find_exercise(const uh_cli *cli, const char *words, uint32_t *ret_index);

/* The words of argv as one text, joined by spaces, into a buffer; returns it. */
const char *uh_join_words(int count, char **words, char *buffer, size_t capacity);

/* The nearest of count names to `typed`: the first that begins with it (three letters or more),
 * else by edits, at most a third of its letters; NULL: none is near. */
const char *uh_nearest_name(const char *typed,
                            const char *(*name_at)(const void *from, uint32_t index),
                            const void *from, uint32_t count);

#endif
