/* SPDX-License-Identifier: MIT */
#include <getopt.h>
#include <stddef.h>
#include <string.h>

#include "cli/cli.h"

enum {
    OPTIONS_MAX = 32,
    LONG_BASE = 256, /* getopt's value of a long option: this and its index */
    HELP = 'h',
    WORD = 1, /* what getopt says for a word between the options */
    NAME_MAX_BYTES = 64,
    CHOICES_MAX = 512,
    APART_MAX = 4
};

/* What is being read. */
typedef struct option_reader {
    uh_cli *cli;
    const uh_command *command;
    unsigned char *values;
    const uh_option *given[APART_MAX]; /* by uh_option.apart */
} option_reader;

/* -- mistakes -- */

static int complain(const option_reader *reader, uh_phrase phrase)
{
    uh_cli_complain(reader->cli, &phrase);
    return UH_EXIT_USAGE;
}

/* "--minutes" into a buffer of NAME_MAX_BYTES. */
static const char *dashed(const char *name, char *buffer)
{
    uh_buffer text = {buffer, NAME_MAX_BYTES, 0};
    uh_out out = uh_out_to_buffer(&text);
    uh_out_text(out, "--");
    uh_out_text(out, name);
    return buffer;
}

static const char *option_name_at(const void *from, uint32_t index)
{
    const uh_command *command = from;
    return index < command->option_count ? command->options[index].name : "help";
}

static int unknown_option(const option_reader *reader, const char *typed)
{
    char asked[NAME_MAX_BYTES];
    char near_name[NAME_MAX_BYTES];
    uh_buffer text = {asked, sizeof asked, 0};
    uh_out out = uh_out_to_buffer(&text);
    uh_out_text(out, "unhunch help ");
    uh_out_text(out, reader->command->name);

    const char *near = NULL;
    if (strncmp(typed, "--", 2) == 0) {
        near = uh_nearest_name(typed + 2, option_name_at, reader->command,
                               reader->command->option_count + 1);
    }
    uh_argument command = uh_literal(reader->command->name);
    return complain(reader, near ? uh_say3(UH_MSG_CLI_NO_OPTION_HINT, command, uh_literal(typed),
                                           uh_literal(dashed(near, near_name)))
                                 : uh_say3(UH_MSG_CLI_NO_OPTION, command, uh_literal(typed),
                                           uh_literal(asked)));
}

static int needs_value(const option_reader *reader, const uh_option *option)
{
    char name[NAME_MAX_BYTES];
    return complain(reader, uh_say2(UH_MSG_CLI_OPTION_NEEDS, uh_literal(dashed(option->name, name)),
                                    uh_message_argument(option->argument)));
}

/* A number in units, or in hundredths as a person writes them. */
static const char *range_end(const uh_option *option, uint32_t value, char *buffer)
{
    uh_buffer text = {buffer, NAME_MAX_BYTES, 0};
    uh_out out = uh_out_to_buffer(&text);
    if (option->kind == UH_OPTION_PERCENT) {
        uh_out_real(out, value / 100.0, 2);
    } else {
        uh_out_number(out, value);
    }
    return buffer;
}

static int bad_number(const option_reader *reader, const uh_option *option, const char *typed)
{
    char name[NAME_MAX_BYTES];
    char low[NAME_MAX_BYTES];
    char high[NAME_MAX_BYTES];
    return complain(reader, uh_say4(option->kind == UH_OPTION_PERCENT ? UH_MSG_CLI_OPTION_DECIMAL
                                                                      : UH_MSG_CLI_OPTION_NUMBER,
                                    uh_literal(dashed(option->name, name)), uh_literal(typed),
                                    uh_literal(range_end(option, option->min, low)),
                                    uh_literal(range_end(option, option->max, high))));
}

static uint32_t choice_count(const uh_option *option)
{
    uint32_t count = 0;
    while (option->names(count)[0] != '\0') {
        count++;
    }
    return count;
}

static const char *choice_at(const void *from, uint32_t index)
{
    const uh_option *option = from;
    return option->names(index);
}

static int bad_choice(const option_reader *reader, const uh_option *option, const char *typed)
{
    char name[NAME_MAX_BYTES];
    char all[CHOICES_MAX];
    uint32_t count = choice_count(option);
    const char *near = uh_nearest_name(typed, choice_at, option, count);
    uh_argument first = uh_literal(dashed(option->name, name));
    if (near) {
        return complain(reader, uh_say3(UH_MSG_CLI_OPTION_CHOICE_HINT, first, uh_literal(typed),
                                        uh_literal(near)));
    }
    uh_buffer joined = {all, sizeof all, 0};
    uh_out out = uh_out_to_buffer(&joined);
    for (uint32_t i = 0; i < count; i++) {
        uh_out_text(out, i > 0 ? ", " : "");
        uh_out_text(out, option->names(i));
    }
    return complain(reader,
                    uh_say3(UH_MSG_CLI_OPTION_CHOICE, first, uh_literal(typed), uh_literal(all)));
}

/* -- values -- */

/* Digits, and after a point at most `decimals` of them, as one number without the point. */
static bool read_decimal(const char *text, uint32_t decimals, uint32_t *ret_value)
{
    uint64_t value = 0;
    uint32_t after = 0;
    bool point = false;
    bool digits = false;
    for (; *text; text++) {
        if (*text == '.' && decimals > 0 && !point) {
            point = true;
            continue;
        }
        if (*text < '0' || *text > '9' || value > UINT32_MAX || (point && after == decimals)) {
            return false;
        }
        value = value * 10 + (uint64_t)(*text - '0');
        after += point;
        digits = true;
    }
    for (; after < decimals; after++) {
        value *= 10;
    }
    *ret_value = (uint32_t)value;
    return digits && value <= UINT32_MAX;
}

static int read_number(const option_reader *reader, const uh_option *option, const char *typed)
{
    uint32_t value = 0;
    uint32_t decimals = option->kind == UH_OPTION_PERCENT ? 2 : 0;
    if (!read_decimal(typed, decimals, &value) || value < option->min || value > option->max) {
        return bad_number(reader, option, typed);
    }
    memcpy(reader->values + option->offset, &value, sizeof value);
    return UH_EXIT_GO_ON;
}

static int read_text(const option_reader *reader, const uh_option *option, const char *typed)
{
    memcpy(reader->values + option->offset, &typed, sizeof typed);
    return UH_EXIT_GO_ON;
}

/* The value whose name is the first `length` bytes; UINT32_MAX: none. */
static uint32_t choice(const uh_option *option, const char *name, size_t length)
{
    for (uint32_t i = 0; option->names(i)[0] != '\0'; i++) {
        if (strlen(option->names(i)) == length && strncmp(option->names(i), name, length) == 0) {
            return i;
        }
    }
    return UINT32_MAX;
}

static int read_choice(const option_reader *reader, const uh_option *option, const char *typed)
{
    uint32_t value = choice(option, typed, strlen(typed));
    if (value == UINT32_MAX) {
        return bad_choice(reader, option, typed);
    }
    memcpy(reader->values + option->offset, &value, sizeof value);
    return UH_EXIT_GO_ON;
}

static int read_set(const option_reader *reader, const uh_option *option, const char *typed)
{
    uint32_t set = 0;
    if (*typed == '\0') {
        return bad_choice(reader, option, typed);
    }
    while (*typed) {
        size_t length = strcspn(typed, ",");
        uint32_t value = choice(option, typed, length);
        if (value == UINT32_MAX) {
            char one[NAME_MAX_BYTES] = {0};
            memcpy(one, typed, length < sizeof one - 1 ? length : sizeof one - 1);
            return bad_choice(reader, option, one);
        }
        set |= 1U << value;
        typed += length;
        typed += *typed == ',';
    }
    memcpy(reader->values + option->offset, &set, sizeof set);
    return UH_EXIT_GO_ON;
}

static int read_flag(const option_reader *reader, const uh_option *option, const char *typed)
{
    (void)typed;
    bool yes = true;
    memcpy(reader->values + option->offset, &yes, sizeof yes);
    return UH_EXIT_GO_ON;
}

static int read_value(const option_reader *reader, const uh_option *option, const char *typed)
{
    static int (*const readers[])(const option_reader *, const uh_option *, const char *) = {
        [UH_OPTION_FLAG] = read_flag,      [UH_OPTION_NUMBER] = read_number,
        [UH_OPTION_PERCENT] = read_number, [UH_OPTION_TEXT] = read_text,
        [UH_OPTION_FILE] = read_text,      [UH_OPTION_ENUM] = read_choice,
        [UH_OPTION_FLAGS] = read_set,
    };
    return readers[option->kind](reader, option, typed);
}

/* -- getopt -- */

/* The tables that getopt wants, made from ours. */
typedef struct getopt_tables {
    char letters[2 * OPTIONS_MAX + 8];
    struct option names[OPTIONS_MAX + 2];
} getopt_tables;

static getopt_tables tables_of(const uh_command *command)
{
    UH_ASSERT(command->option_count <= OPTIONS_MAX);
    /* '-': words between the options are told in their order; ':': a missing value is told apart */
    getopt_tables tables = {.letters = "-:h"};
    size_t at = strlen(tables.letters);
    for (uint32_t i = 0; i < command->option_count; i++) {
        const uh_option *option = &command->options[i];
        int has_value = option->kind == UH_OPTION_FLAG ? no_argument : required_argument;
        tables.names[i] = (struct option){option->name, has_value, NULL, LONG_BASE + (int)i};
        if (option->letter) {
            tables.letters[at++] = option->letter;
            if (has_value == required_argument) {
                tables.letters[at++] = ':';
            }
        }
    }
    tables.names[command->option_count] = (struct option){"help", no_argument, NULL, HELP};
    return tables;
}

static const uh_option *option_of(const uh_command *command, int value)
{
    for (uint32_t i = 0; command->options && i < command->option_count; i++) {
        if (value == LONG_BASE + (int)i || (value != 0 && value == command->options[i].letter)) {
            return &command->options[i];
        }
    }
    return NULL;
}

/* getopt refused: an unknown option, or a value where none belongs. */
static int refused(const option_reader *reader, char **argv)
{
    const uh_option *option = option_of(reader->command, optopt);
    char name[NAME_MAX_BYTES];
    if (option || optopt == HELP) {
        dashed(option ? option->name : "help", name);
        return complain(reader, uh_say1(UH_MSG_CLI_OPTION_TAKES_NONE, uh_literal(name)));
    }
    if (optopt != 0) {
        char letter[3] = {'-', (char)optopt};
        return unknown_option(reader, letter);
    }
    return unknown_option(reader, argv[optind - 1]);
}

/* Two that ask for different things: neither is passed over. */
static int check_apart(option_reader *reader, const uh_option *option)
{
    UH_ASSERT(option->apart < APART_MAX);
    const uh_option *before = reader->given[option->apart];
    reader->given[option->apart] = option;
    if (option->apart == 0 || before == NULL || before == option) {
        return UH_EXIT_GO_ON;
    }
    char first[NAME_MAX_BYTES];
    char second[NAME_MAX_BYTES];
    return complain(reader, uh_say2(UH_MSG_LOG_ONE_THING, uh_literal(dashed(before->name, first)),
                                    uh_literal(dashed(option->name, second))));
}

static int step(option_reader *reader, int value, char **argv)
{
    if (value == HELP) {
        uh_command_help_print(reader->cli, reader->command);
        return UH_EXIT_DONE;
    }
    if (value == ':' || value == '?') {
        const uh_option *wanting = value == ':' ? option_of(reader->command, optopt) : NULL;
        return wanting ? needs_value(reader, wanting) : refused(reader, argv);
    }
    const uh_option *option = option_of(reader->command, value);
    if (!option) {
        return refused(reader, argv);
    }
    const int code = check_apart(reader, option);
    return code == UH_EXIT_GO_ON ? read_value(reader, option, optarg) : code;
}

/* Are there as many words as the command takes? */
static int check_words(const option_reader *reader, int count, char **argv)
{
    const uh_command *command = reader->command;
    if ((uint32_t)count < command->words_min) {
        return complain(reader, uh_say2(UH_MSG_CLI_WORDS_MISSING, uh_literal(command->name),
                                        uh_message_argument(command->usage)));
    }
    if ((uint32_t)count > command->words_max) {
        return complain(reader, uh_say2(UH_MSG_CLI_WORDS_EXTRA, uh_literal(command->name),
                                        uh_literal(argv[1 + command->words_max])));
    }
    return UH_EXIT_GO_ON;
}

int uh_options_read(uh_cli *cli, const uh_command *command, int argc, char **argv, void *options,
                    int *ret_count)
{
    UH_ASSERT(command->options_size <= UH_OPTIONS_SIZE);
    option_reader reader = {.cli = cli, .command = command, .values = options};
    if (command->defaults) {
        memcpy(options, command->defaults, command->options_size);
    }
    getopt_tables tables = tables_of(command);
    int count = 0;
    optind = 1;
    opterr = 0;
    for (int value; (value = getopt_long(argc, argv, tables.letters, tables.names, NULL)) != -1;) {
        if (value == WORD) {
            argv[1 + count++] = optarg; /* never ahead of where getopt reads */
            continue;
        }
        int code = step(&reader, value, argv);
        if (code != UH_EXIT_GO_ON) {
            return code;
        }
    }
    for (; optind < argc; optind++) { /* after "--" */
        argv[1 + count++] = argv[optind];
    }
    *ret_count = count;
    return check_words(&reader, count, argv);
}
