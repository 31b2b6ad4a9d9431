/* SPDX-License-Identifier: MIT */
#include "words/language.h"

#include <string.h>

/* -- the languages -- */

static void write_as_is(uh_pen *pen, const char *text, size_t length)
{
    uh_pen_bytes(pen, text, length);
}

#ifndef UH_FOR_PAGE
/* One look-alike for each letter, so that a test sees a text which was not translated. */
static const char *const look_alikes[] = {
    "Å", "Ɓ", "Ç", "Ð", "É", "Ƒ", "Ĝ", "Ĥ", "Î", "Ĵ", "Ķ", "Ļ", "Ṁ", "Ñ", "Ö", "Þ", "Ǫ", "Ŕ",
    "Š", "Ţ", "Û", "Ṽ", "Ŵ", "Ẋ", "Ý", "Ž", "å", "ƀ", "ç", "ð", "é", "ƒ", "ĝ", "ĥ", "î", "ĵ",
    "ķ", "ļ", "ɱ", "ñ", "ö", "þ", "ǫ", "ŕ", "š", "ţ", "û", "ṽ", "ŵ", "ẋ", "ý", "ž",
};

static const char *look_alike(char letter)
{
    if (letter >= 'A' && letter <= 'Z') {
        return look_alikes[letter - 'A'];
    }
    if (letter >= 'a' && letter <= 'z') {
        return look_alikes[26 + letter - 'a'];
    }
    return NULL;
}

static void write_pseudo(uh_pen *pen, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        const char *other = look_alike(text[i]);
        if (other) {
            uh_pen_bytes(pen, other, strlen(other));
        } else {
            uh_pen_bytes(pen, text + i, 1);
        }
    }
}
#endif

/* made by wordc */
extern const uh_translation_rule uh_translation_rule_en;
extern const unsigned char uh_translation_en[];
extern const uh_translation_rule uh_translation_rule_de;
extern const unsigned char uh_translation_de[];

/* The page fetches the texts of the one language that is wanted. */
#ifdef UH_FOR_PAGE
#define GERMAN NULL
#else
#define GERMAN ((const void *)uh_translation_de)
#endif
#define ENGLISH ((const void *)uh_translation_en)

static const char *const english_endings[] = {"s", NULL};
static const char *const german_endings[] = {"en", "er", "es", "em", "e", "n", "s", NULL};

/* English first: what an unknown tag gets. */
static const uh_language languages[] = {
    {"en", ".", 400, english_endings, false, &uh_translation_rule_en, ENGLISH, write_as_is, "", ""},
#ifndef UH_FOR_PAGE
    {"qps", ".", 400, english_endings, false, &uh_translation_rule_en, ENGLISH, write_pseudo, "⟦",
     "⟧"},
#endif
    {"de", ",", 450, german_endings, true, &uh_translation_rule_de, GERMAN, write_as_is, "", ""},
};

bool uh_language_answers(const uh_language *language, const char *tag)
{
    const size_t length = strlen(language->tag);
    if (strncmp(tag, language->tag, length) != 0) {
        return false;
    }
    return tag[length] == '\0' || strchr("_-.@", tag[length]) != NULL;
}

/* A build without gettext has the name of a language and nothing else of it. */
static bool is_known(const uh_language *language)
{
    return language->rule->forms > 0;
}

static bool is_english(const uh_language *language)
{
    return language->rule == &uh_translation_rule_en;
}

bool uh_language_is_here(const uh_language *language)
{
    return is_known(language) && language->translation;
}

const uh_language *uh_language_find(const char *tag)
{
    for (size_t i = 0; tag && i < UH_COUNT(languages); i++) {
        if (uh_language_answers(&languages[i], tag) && uh_language_is_here(&languages[i])) {
            return &languages[i];
        }
    }
    return &languages[0];
}

const char *uh_language_tag(const uh_language *language)
{
    return language->tag;
}

const uh_language *uh_language_at(uint32_t index)
{
    for (size_t i = 0; i < UH_COUNT(languages); i++) {
        if (is_known(&languages[i]) && index-- == 0) {
            return &languages[i];
        }
    }
    return NULL;
}

/* -- messages -- */

/* What decides about the form: argument 0 as it is shown. False: it is no whole number. */
static bool counted(const uh_phrase *phrase, uint64_t *ret_number)
{
    if (phrase->count == 0) {
        return false;
    }
    const uh_argument *first = &phrase->arguments[0];
    const int64_t value = first->is.number;
    const uint64_t size = value < 0 ? 0U - (uint64_t)value : (uint64_t)value;
    if (first->kind == UH_ARGUMENT_NUMBER) {
        *ret_number = size;
        return true;
    }
    const uint64_t tenths = (size + 50) / 100;
    *ret_number = tenths / 10;
    return first->kind == UH_ARGUMENT_SECONDS && tenths % 10 == 0;
}

/* A number with a fraction has the last form. */
static uint32_t form_of(const uh_translation_rule *rule, const uh_phrase *phrase)
{
    uint64_t number = 0;
    const uint32_t last = rule->forms - 1;
    const uint32_t form = counted(phrase, &number) ? rule->plural(number) : last;
    return form < last ? form : last;
}

static const char *form_in(const uh_language *language, const uh_phrase *phrase)
{
    return uh_translation_message(language->translation, phrase->message,
                                  form_of(language->rule, phrase));
}

const char *uh_language_form(const uh_language *language, const uh_phrase *phrase)
{
    const char *form = language->translation ? form_in(language, phrase) : "";
    return form[0] != '\0' ? form : form_in(&languages[0], phrase);
}

/* -- the catalogue -- */

const char *uh_language_text(const uh_language *language, const uh_catalogue *catalogue,
                             uh_text text)
{
    const char *bytes = uh_catalogue_text(catalogue, text);
    const bool is_other = language->translation && !is_english(language) && bytes[0] != '\0';
    const char *translated = is_other ? uh_translation_text(language->translation, bytes) : NULL;
    return translated ? translated : bytes;
}

/* -- a language whose texts come later -- */

/* Every placeholder is one that the English has, too: what is said has arguments for those. */
static bool fits(const uh_translation *translation, uh_message message)
{
    const uh_translation *english = languages[0].translation;
    const uint32_t known =
        uh_pen_placeholders(uh_translation_message(english, message, english->forms - 1));
    for (uint32_t i = 0; i < translation->forms; i++) {
        if ((uh_pen_placeholders(uh_translation_message(translation, message, i)) & ~known) != 0) {
            return false;
        }
    }
    return true;
}

static bool fits_english(const uh_translation *translation)
{
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        if (!fits(translation, (uh_message)i)) {
            return false;
        }
    }
    return true;
}

static const uh_language *row_of(const char *tag)
{
    for (size_t i = 0; i < UH_COUNT(languages); i++) {
        const uh_language *language = &languages[i];
        if (!is_english(language) && is_known(language) && strcmp(language->tag, tag) == 0) {
            return language;
        }
    }
    return NULL;
}

uh_status uh_language_open(const void *image, size_t size, uh_language *ret_language)
{
    const char *tag = uh_translation_tag(image, size);
    if (!tag) {
        return UH_ERR_FORMAT;
    }
    const uh_language *row = row_of(tag);
    if (!row) {
        return UH_ERR_UNKNOWN;
    }
    uh_language language = *row;
    const uh_status status = uh_translation_open(image, size, row->rule, &language.translation);
    if (status != UH_OK) {
        return status;
    }
    if (!fits_english(language.translation)) {
        return UH_ERR_FORMAT;
    }
    *ret_language = language;
    return UH_OK;
}
