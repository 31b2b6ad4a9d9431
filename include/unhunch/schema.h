/* SPDX-License-Identifier: MIT */
/* schema.h: the layout of the catalogue, once, as a table.
 *
 * Each record type of catalogue.h is a list of fields: the key in YAML, the kind, where it lies in
 * the record and what it may hold. The binder fills records by it, uh_catalogue_open() checks
 * images by it, `catc --schema` prints it as a JSON Schema. A new field is one row here and one
 * member there. */
#ifndef UNHUNCH_SCHEMA_H
#define UNHUNCH_SCHEMA_H

#include "unhunch/catalogue.h"

typedef enum uh_field_kind {
    UH_FIELD_TEXT, /* uh_text; min/max: length in characters; words: at most so many words, 0 = any
                    */
    UH_FIELD_KEY,  /* uh_text of lower-case letters, digits and hyphens; the first is no hyphen */
    UH_FIELD_CITE, /* uh_text: one or more of A:n, A:n-m, B:n, B:n-m, AMB-nn, D-nn or plan (a
                      therapist's or person's own file), joined by ';' */
    UH_FIELD_DATE, /* uh_text: a day, 2026-03-01 */
    UH_FIELD_INTEGER, /* int32_t, min..max; absent: UH_UNKNOWN unless `absent` says another value */
    UH_FIELD_SECONDS, /* int32_t milliseconds, written in seconds with at most three decimals;
                         min..max in ms */
    UH_FIELD_METRES,  /* int32_t millimetres, written in metres */
    UH_FIELD_BOOL,    /* uint32_t 0 or 1; written true or false */
    UH_FIELD_ENUM,    /* uint32_t, one of `names` */
    UH_FIELD_FLAGS,   /* uint32_t bit set; written as a list of `names`, at least min of them */
    UH_FIELD_RECORD,  /* another record, in place */
    UH_FIELD_RECORDS, /* uh_list of records; min..max entries */
    UH_FIELD_TEXTS,   /* uh_list of uh_text of 1 to UH_LIST_TEXT_MAX characters; min..max entries */
    UH_FIELD_ANGLES,  /* uh_list of uh_joint_angle; written {lumbar-flexion: 12.5, ...}: names of
                         body.h, degrees  with at most one decimal, inside the joint's range; 0..max
                         entries */
    UH_FIELD_VECTOR,  /* uh_vector; written [x, y, z] with at most three decimals each; min..max of
                         each in  thousandths; absent: 0 0 0 */
    UH_FIELD_KIND_COUNT
} uh_field_kind;

enum { UH_LIST_TEXT_MAX = 200 };

typedef struct uh_record_type uh_record_type;

/* Nobody writes a file by the page's schema: it has no words. */
typedef struct uh_field {
#ifndef UH_FOR_PAGE
    const char *key;
    const char *help;         /* one line for editors and JSON Schema */
    const char *const *names; /* ENUM, FLAGS: NULL-terminated */
#endif
    uh_field_kind kind;
    uint16_t offset; /* in the record */
    int16_t absent;  /* INTEGER and SECONDS: value when the key is not there (UH_UNKNOWN or 0) */
    int32_t min;
    int32_t max;
    uint8_t choices; /* ENUM, FLAGS: how many names there are */
    uint8_t words;   /* TEXT: most words, 0 = any */
    bool required;
    bool fixed;                   /* TEXT and TEXTS: the same in every language */
    const uh_record_type *record; /* RECORD, RECORDS */
} uh_field;

struct uh_record_type {
#ifndef UH_FOR_PAGE
    const char *what; /* "stretch", "dose": used in messages */
#endif
    uint32_t size; /* bytes of the record; a multiple of 4 */
    uint32_t field_count;
    const uh_field *fields;
};

/* What a catalogue file can be: it opens with `stretch: KEY`, `routine: KEY`, `topic: KEY` or
 * `stance: KEY`. */
typedef enum uh_document {
    UH_DOCUMENT_EXERCISE,
    UH_DOCUMENT_ROUTINE,
    UH_DOCUMENT_TOPIC,
    UH_DOCUMENT_STANCE,
    UH_DOCUMENT_COUNT
} uh_document;

/* The record type of a document; the first key of the file tells which (fields[0].key: "stretch",
 * ...). */
const uh_record_type *uh_catalogue_schema(uh_document document);

/* How many documents of a kind a catalogue can hold. */
uint32_t uh_catalogue_document_limit(uh_document document);

/* What the list of a field is of: its record type, or one with the members of a uh_joint_angle, or
 * with one uh_text. NULL: the field is no list. */
const uh_record_type *uh_field_element(const uh_field *field);

/* TEXT, KEY, CITE or DATE */
bool uh_field_is_text(const uh_field *field);

/* What is wrong with a text, if anything: the binder and the check of images ask the same function.
 */
typedef enum uh_text_fault {
    UH_TEXT_GOOD,
    UH_TEXT_BYTES,   /* not UTF-8, or control characters */
    UH_TEXT_SHORT,   /* fewer characters than min */
    UH_TEXT_LONG,    /* more characters than max */
    UH_TEXT_WORDY,   /* more words than `words` */
    UH_TEXT_SPELLING /* not a KEY, not a CITE, no DATE */
} uh_text_fault;

/* `field` is a TEXT, KEY, CITE or DATE; or TEXTS: then of one of its texts. `length` bytes, without
 * a terminator. */
uh_text_fault uh_field_text_fault(const uh_field *field, const char *text, uint32_t length);

/* UTF-8 without control characters and without marks that turn the direction of writing. */
bool uh_text_is_readable(const char *text, uint32_t length);

/* Code points and words (separated by single spaces) of well-formed UTF-8. */
uint32_t uh_text_characters(const char *text, uint32_t length);
uint32_t uh_text_words(const char *text, uint32_t length);

/* Is there a letter of any script in well-formed UTF-8? Blanks, marks and signs are no name. */
bool uh_text_has_letter(const char *text, uint32_t length);

enum { UH_IMAGE_MAX = 5 << 18 }; /* bytes of an image at most */

/* The image: this header, then records, lists and texts in any order, each list aligned to 4 bytes.
 */
typedef struct uh_image_header {
    char magic[4]; /* "uhca" */
    uint32_t version;
    uint32_t size;
    uint32_t reserved; /* 0 */
    uh_list documents[UH_DOCUMENT_COUNT];
} uh_image_header;

#endif
