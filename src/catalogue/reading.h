/* SPDX-License-Identifier: MIT */
/* reading.h: one file while it is read. The only header that knows the YAML library. */
#ifndef UH_CATALOGUE_READING_H
#define UH_CATALOGUE_READING_H

#include <yaml.h>

#include "catalogue/inner.h"

struct reading {
    uh_binder *binder;
    uint32_t file;
    yaml_document_t *document;
    uint32_t complaints;
    bool settings; /* a config.yaml: it may be empty, and is one document */
};

/* -- scan.c: the parser, and what a file may look like at all -- */

void uh_reading_complain_at(struct reading *reading, yaml_mark_t mark, uh_phrase phrase);
void uh_reading_complain(struct reading *reading, const yaml_node_t *node, uh_phrase phrase);

/* A byte order mark, which editors put before UTF-8, is no part of the text. */
void uh_reading_pass_mark(const unsigned char **bytes, size_t *length);

/* What the parser stopped at. */
void uh_reading_complain_syntax(struct reading *reading, const yaml_parser_t *parser,
                                const unsigned char *bytes, size_t length);

/* False: no memory, and there is nothing to delete. */
bool uh_reading_start(struct reading *reading, yaml_parser_t *parser, const unsigned char *bytes,
                      size_t length);

/* First reading, shape only. True where the file is worth a second one. */
bool uh_reading_scan(struct reading *reading, const unsigned char *bytes, size_t length);

/* -- value.c: single values into the draft, at `at`. False: not good, and said why. -- */

typedef bool uh_value_binder(struct reading *reading, yaml_node_t *node, const uh_field *field,
                             uint32_t at);
uh_value_binder uh_bind_text;
uh_value_binder uh_bind_number;
uh_value_binder uh_bind_bool;
uh_value_binder uh_bind_enum;

/* pose.c: the same */
uh_value_binder uh_bind_angles;
uh_value_binder uh_bind_vector;

/* "12", "-3" and, with decimals, "2.5", in units of the last decimal. False: not a number, or one
 * of more than nine digits. */
bool uh_parse_number(const char *text, uint32_t decimals, int64_t *ret_number);

/* The place of the node's name among the field's. False: none of them, and said so. */
bool uh_bind_choice(struct reading *reading, const yaml_node_t *node, const uh_field *field,
                    uint32_t *ret_choice);

/* All names, joined by commas, as long as the binder; NULL where they are too many for one line.
 * name_at: "" beyond the last. */
const char *uh_join_names(uh_binder *binder, const char *(*name_at)(const void *from, uint32_t),
                          const void *from);

/* Is the node of the type that `key` wants? False: no, and said so. */
bool uh_is_shaped(struct reading *reading, const yaml_node_t *node, yaml_node_type_t want,
                  const char *key);

const char *uh_scalar(const yaml_node_t *node);
uh_argument uh_quote(struct reading *reading, const yaml_node_t *node);

#endif
