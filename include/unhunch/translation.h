/* SPDX-License-Identifier: MIT */
/* translation.h: the texts of a language as one flat image. That of English is compiled by wordc
 * from messages/all.def, another's from its .po file. The programs hold all of them; the page has
 * those of the fewer messages that it can say, English in its module and another one fetched. All
 * are read here.
 *
 * Behind the header, without a gap:
 *     uint64_t hashes[count]      of texts of the catalogue in English, rising: they are found by
 *                                 what they say, so that any catalogue will do, a person's own too
 *     uint32_t offsets[count]     of their translations, in the same order
 *     uint32_t marks[message_count / UH_TRANSLATION_STRIDE + 1]     offsets of messages 0, STRIDE,
 *                                 2 * STRIDE ...: from there on they are counted
 *     char texts[text_size]       offsets count from here. One text behind the other, each with its
 *                                 NUL: the messages in their order, an empty one where there is no
 *                                 translation, then those of the catalogue. A message that has
 *                                 plural forms begins with the byte UH_TRANSLATION_PLURAL and has
 *                                 as many texts as the language has forms */
#ifndef UNHUNCH_TRANSLATION_H
#define UNHUNCH_TRANSLATION_H

#include "unhunch/message.h"

enum {
    UH_TRANSLATION_VERSION = 2,
    UH_TRANSLATION_MAX = 512 * 1024, /* bytes of an image */
    UH_TRANSLATION_TAG_SIZE = 8,     /* of a language, with its NUL: "de", "pt-BR" */
    UH_TRANSLATION_FORMS_MAX = 4,
    UH_TRANSLATION_STRIDE = 32,
    UH_TRANSLATION_PLURAL = 1
};

/* What an image begins with. */
typedef struct uh_translation {
    char magic[4]; /* "uhtr" */
    uint32_t version;
    uint64_t english; /* uh_translation_rule.english of the build that made it */
    char tag[UH_TRANSLATION_TAG_SIZE];
    uint32_t size;  /* of the whole image */
    uint32_t forms; /* of a plural */
    uint32_t count;
    uint32_t message_count;
    uint32_t text_size;
    uint32_t reserved; /* 0 */
} uh_translation;

/* What a program knows of a translation without having it; made by wordc, too. */
typedef struct uh_translation_rule {
    uint64_t english;  /* hash of every message's name and English text: messages are known by
                          number, so that an image is good for one build only */
    uint32_t messages; /* how many there are */
    uint32_t forms;    /* of a plural, 1 to 4; 0: this build has no translations */
    uint32_t (*plural)(uint64_t number); /* which form belongs to a number, below forms */
} uh_translation_rule;

/* The tag of the language that the bytes say they are of; NULL: they are no image. */
const char *uh_translation_tag(const void *image, size_t size);

/* Checks the image, which must be aligned to 8 bytes and outlive the result. UH_ERR_FORMAT: it is
 * not one, or not whole; UH_ERR_VERSION: it is of another build. */
UH_MUST_USE uh_status uh_translation_open(const void *image, size_t size,
                                          const uh_translation_rule *rule,
                                          const uh_translation **ret_translation);

/* A form of a message, in bytes of the image; form below `forms`, whatever it is where the message
 * has one. Empty: not translated. */
const char *uh_translation_message(const uh_translation *translation, uh_message message,
                                   uint32_t form);

/* The translation of a text of the catalogue; NULL: there is none. */
const char *uh_translation_text(const uh_translation *translation, const char *english);

/* What a text is known by. */
uint64_t uh_translation_hash(const char *english);

#endif
