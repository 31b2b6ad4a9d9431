/* SPDX-License-Identifier: MIT */
/* config.yaml by the table of settings. A value becomes the text that would be typed, and a problem
 * with a word of it is told at the place of that word. */
#include "unhunch/config.h"

#include <string.h>

#include "catalogue/near.h"
#include "catalogue/reading.h"

enum { PIECES_MAX = 128 };

/* Where a word of the value came from. */
typedef struct piece {
    uint32_t at; /* byte in the text */
    const yaml_node_t *node;
} piece;

/* A value on its way to the settings. */
typedef struct value_text {
    struct reading *reading;
    uint32_t length; /* also of what did not fit */
    uint32_t count;
    piece pieces[PIECES_MAX];
    char bytes[UH_SETTING_VALUE_SIZE];
} value_text;

typedef struct config_reading {
    struct reading reading;
    const uh_catalogue *catalogue;
    uh_settings *settings;
    uint32_t given; /* bit set of uh_setting */
} config_reading;

bool uh_config_is(const char *path)
{
    const char *slash = strrchr(path, '/');
    return strcmp(slash ? slash + 1 : path, UH_CONFIG_FILE) == 0;
}

/* -- the value as text -- */

static void add_bytes(value_text *text, const char *bytes, size_t length)
{
    if (text->length + length < sizeof(text->bytes)) {
        memcpy(text->bytes + text->length, bytes, length);
        text->bytes[text->length + length] = '\0';
    }
    text->length += length < UH_SETTING_VALUE_SIZE ? (uint32_t)length : UH_SETTING_VALUE_SIZE;
}

static void add_text(value_text *text, const char *bytes)
{
    add_bytes(text, bytes, strlen(bytes));
}

/* A zero byte would end the text early: as any other control character it is no value. */
static void add_word(value_text *text, const yaml_node_t *node)
{
    if (text->count < PIECES_MAX) {
        text->pieces[text->count++] = (piece){text->length, node};
    }
    const size_t length = node->data.scalar.length;
    if (memchr(uh_scalar(node), 0, length)) {
        add_text(text, "\1");
    } else {
        add_bytes(text, uh_scalar(node), length);
    }
}

static const yaml_node_t *node_of(const value_text *text, int index)
{
    return yaml_document_get_node(text->reading->document, index);
}

static bool add_list(value_text *text, const yaml_node_t *node, const char *key)
{
    bool good = true;
    for (const yaml_node_item_t *item = node->data.sequence.items.start;
         item < node->data.sequence.items.top; item++) {
        const yaml_node_t *word = node_of(text, *item);
        if (!uh_is_shaped(text->reading, word, YAML_SCALAR_NODE, key)) {
            good = false;
            continue;
        }
        add_text(text, text->length > 0 ? "," : "");
        add_word(text, word);
    }
    return good;
}

static bool add_pairs(value_text *text, const yaml_node_t *node, const char *key)
{
    bool good = true;
    for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start;
         pair < node->data.mapping.pairs.top; pair++) {
        const yaml_node_t *when = node_of(text, pair->key);
        const yaml_node_t *stretch = node_of(text, pair->value);
        if (!uh_is_shaped(text->reading, when, YAML_SCALAR_NODE, key) ||
            !uh_is_shaped(text->reading, stretch, YAML_SCALAR_NODE, key)) {
            good = false;
            continue;
        }
        add_text(text, text->length > 0 ? "; " : "");
        add_word(text, when);
        add_text(text, ": ");
        add_word(text, stretch);
    }
    return good;
}

/* What a value of this type looks like in YAML; a single value is always what would be typed. */
static bool write_value(value_text *text, const yaml_node_t *node, const uh_setting_row *row)
{
    const bool list = row->type == UH_SETTING_IS_FLAGS || row->type == UH_SETTING_IS_STRETCHES ||
                      row->type == UH_SETTING_IS_TIMES;
    const bool pairs = row->type == UH_SETTING_IS_ANCHORS || row->type == UH_SETTING_IS_HOURS;
    bool good = true;
    if (list && node->type == YAML_SEQUENCE_NODE) {
        good = add_list(text, node, row->name);
    } else if (pairs && node->type == YAML_MAPPING_NODE) {
        good = add_pairs(text, node, row->name);
    } else {
        const yaml_node_type_t otherwise =
            list ? YAML_SEQUENCE_NODE : (pairs ? YAML_MAPPING_NODE : YAML_SCALAR_NODE);
        const bool single = node->type == YAML_SCALAR_NODE;
        good = uh_is_shaped(text->reading, node, single ? YAML_SCALAR_NODE : otherwise, row->name);
        if (good) {
            add_word(text, node);
        }
        return good;
    }
    if (good && text->length == 0) {
        add_text(text, "none");
    }
    return good;
}

/* -- mistakes -- */

/* The node that holds this byte of the text. */
static const yaml_node_t *node_at(const value_text *text, uint32_t at, const yaml_node_t *value)
{
    const yaml_node_t *node = value;
    for (uint32_t i = 0; i < text->count && text->pieces[i].at <= at; i++) {
        node = text->pieces[i].node;
    }
    return node;
}

static const char *choice_at(const void *from, uint32_t index)
{
    const uh_setting *setting = from;
    return uh_setting_choice(*setting, NULL, index);
}

static uh_phrase wrong_phrase(config_reading *of, uh_setting setting, uh_setting_problem problem,
                              const char *word, const char *near)
{
    const char *all = problem.fault == UH_SETTING_WORD && near == NULL
                          ? uh_join_names(of->reading.binder, choice_at, &setting)
                          : NULL;
    return all ? uh_say3(UH_MSG_CLI_OPTION_CHOICE, uh_literal(uh_setting_row_of(setting)->name),
                         uh_literal(word), uh_literal(all))
               : uh_setting_phrase(setting, problem, word, near);
}

static void complain(config_reading *of, const value_text *text, uh_setting setting,
                     uh_setting_problem problem, const yaml_node_t *value)
{
    const bool whole = problem.fault == UH_SETTING_LONG || problem.fault == UH_SETTING_BYTES;
    const char *word = uh_binder_keep(of->reading.binder, text->bytes + problem.at,
                                      whole ? 0 : problem.length, UH_SETTING_VALUE_SIZE);
    uh_near near = uh_near_to(word);
    for (uint32_t i = 0; uh_setting_choice(setting, of->catalogue, i)[0] != '\0'; i++) {
        uh_near_try(&near, uh_setting_choice(setting, of->catalogue, i));
    }
    const uh_phrase phrase = wrong_phrase(of, setting, problem, word, near.best);
    uh_reading_complain(&of->reading, node_at(text, problem.at, value), phrase);
}

/* -- the file -- */

static void read_value(config_reading *of, uh_setting setting, const yaml_node_t *key,
                       const yaml_node_t *value)
{
    const uh_setting_row *row = uh_setting_row_of(setting);
    value_text text = {.reading = &of->reading};
    if (!write_value(&text, value, row)) {
        return;
    }
    const uint32_t line = (uint32_t)key->start_mark.line + 1;
    uh_setting_problem problem = {UH_SETTING_LONG, 0, 0};
    if (text.length < sizeof(text.bytes)) {
        problem = uh_settings_put(of->settings, of->catalogue, setting, text.bytes,
                                  UH_SOURCE_CONFIG, line);
    }
    if (problem.fault != UH_SETTING_GOOD) {
        complain(of, &text, setting, problem, value);
    }
}

/* The setting of this name; UH_SETTING_COUNT, and said so, where there is none. */
static uh_setting setting_of(config_reading *of, const yaml_node_t *key)
{
    uh_setting setting = UH_SETTING_COUNT;
    if (uh_setting_find(uh_scalar(key), &setting) == UH_OK) {
        return setting;
    }
    uh_near near = uh_near_to(uh_scalar(key));
    for (uh_setting other = 0; other < UH_SETTING_COUNT; other++) {
        uh_near_try(&near, uh_setting_row_of(other)->name);
    }
    const uh_argument name = uh_quote(&of->reading, key);
    uh_reading_complain(&of->reading, key,
                        near.best ? uh_say2(UH_MSG_CONFIG_UNKNOWN_HINT, name, uh_literal(near.best))
                                  : uh_say1(UH_MSG_CONFIG_UNKNOWN, name));
    return UH_SETTING_COUNT;
}

static void read_pair(config_reading *of, const yaml_node_pair_t *pair)
{
    const yaml_node_t *key = yaml_document_get_node(of->reading.document, pair->key);
    const yaml_node_t *value = yaml_document_get_node(of->reading.document, pair->value);
    if (key->type != YAML_SCALAR_NODE) {
        uh_reading_complain(&of->reading, key, uh_say(UH_MSG_FILE_KEY_TEXT));
        return;
    }
    const uh_setting setting = setting_of(of, key);
    if (setting == UH_SETTING_COUNT) {
        return;
    }
    if ((of->given & 1U << setting) != 0) {
        uh_reading_complain(
            &of->reading, key,
            uh_say1(UH_MSG_FILE_KEY_TWICE, uh_literal(uh_setting_row_of(setting)->name)));
        return;
    }
    of->given |= 1U << setting;
    read_value(of, setting, key, value);
}

/* Nothing but comments: no root, or one without a letter. */
static bool is_empty(const yaml_node_t *root)
{
    return !root || (root->type == YAML_SCALAR_NODE && root->data.scalar.length == 0 &&
                     root->data.scalar.style == YAML_PLAIN_SCALAR_STYLE);
}

static void read_document(config_reading *of, const yaml_node_t *root)
{
    if (is_empty(root)) {
        return;
    }
    if (root->type != YAML_MAPPING_NODE) {
        uh_reading_complain(&of->reading, root, uh_say(UH_MSG_CONFIG_FORM));
        return;
    }
    for (const yaml_node_pair_t *pair = root->data.mapping.pairs.start;
         pair < root->data.mapping.pairs.top; pair++) {
        read_pair(of, pair);
    }
}

static void read_file(config_reading *of, const unsigned char *bytes, size_t length)
{
    yaml_parser_t parser;
    yaml_document_t document;
    of->reading.document = &document;
    uh_reading_pass_mark(&bytes, &length);
    if (!uh_reading_scan(&of->reading, bytes, length) ||
        !uh_reading_start(&of->reading, &parser, bytes, length)) {
        return;
    }
    if (yaml_parser_load(&parser, &document)) {
        read_document(of, yaml_document_get_root_node(&document));
        yaml_document_delete(&document);
    } else {
        uh_reading_complain_syntax(&of->reading, &parser, bytes, length);
    }
    yaml_parser_delete(&parser);
}

uh_status uh_config_read(uh_binder *binder, const char *name, const void *bytes, size_t length,
                         const uh_catalogue *catalogue, uh_settings *settings)
{
    const uint32_t before = binder->note_count;
    config_reading of = {.reading = {.binder = binder, .settings = true},
                         .catalogue = catalogue,
                         .settings = settings};
    if (uh_binder_begin_file(binder, name, length, &of.reading.file)) {
        read_file(&of, bytes, length);
    }
    uh_binder_sort(binder);
    if (binder->failed) {
        return UH_ERR_FULL;
    }
    return binder->note_count > before ? UH_ERR_FORMAT : UH_OK;
}
