/* SPDX-License-Identifier: MIT */
#include "words/language.h"

#include <string.h>

#include "core/hash.h"

/* -- the languages -- */

/* One look-alike for each letter, so that a text which was not translated stands out. */
static const char *const look_alikes[] = {
    "Å", "Ɓ", "Ç", "Ð", "É", "Ƒ", "Ĝ", "Ĥ", "Î", "Ĵ", "Ķ", "Ļ", "Ṁ", "Ñ", "Ö", "Þ", "Ǫ", "Ŕ",
    "Š", "Ţ", "Û", "Ṽ", "Ŵ", "Ẋ", "Ý", "Ž", "å", "ƀ", "ç", "ð", "é", "ƒ", "ĝ", "ĥ", "î", "ĵ",
    "ķ", "ļ", "ɱ", "ñ", "ö", "þ", "ǫ", "ŕ", "š", "ţ", "û", "ṽ", "ŵ", "ẋ", "ý", "ž",
};

static void write_as_is(uh_pen *pen, const char *text, size_t length)
{
    uh_pen_bytes(pen, text, length);
}

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

/* made by wordc; where words come apart from the program they are given later (apart.h) */
#ifdef UH_WORDS_APART
extern uh_translation uh_translation_de;
#else
extern const uh_translation uh_translation_de;
#endif

static const char *const english_endings[] = {"s", NULL};
static const char *const german_endings[] = {"en", "er", "es", "em", "e", "n", "s", NULL};

/* English first: what an unknown tag gets. */
static const uh_language languages[] = {
    {"en", ".", 400, english_endings, false, NULL, write_as_is, "", ""},
    {"qps", ".", 400, english_endings, false, NULL, write_pseudo, "⟦", "⟧"},
    {"de", ",", 450, german_endings, true, &uh_translation_de, write_as_is, "", ""},
};

/* "en" answers to "en", "en_GB.UTF-8" and "en-GB", not to "enm". */
static bool tag_names(const char *tag, const char *name)
{
    size_t length = strlen(name);
    if (strncmp(tag, name, length) != 0) {
        return false;
    }
    return tag[length] == '\0' || strchr("_-.@", tag[length]) != NULL;
}

/* A build without gettext knows the name of a language and none of its texts. */
static bool can_speak(const uh_language *language)
{
    return !language->translation || language->translation->texts;
}

const uh_language *uh_language_find(const char *tag)
{
    for (size_t i = 0; tag && i < UH_COUNT(languages); i++) {
        if (tag_names(tag, languages[i].tag) && can_speak(&languages[i])) {
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
        if (can_speak(&languages[i]) && index-- == 0) {
            return &languages[i];
        }
    }
    return NULL;
}

/* -- messages -- */

typedef struct message_text {
    const char *one; /* NULL: the message has one form */
    const char *other;
} message_text;

#define UH_MESSAGE(id, text) [id] = {NULL, text},
#define UH_PLURAL(id, one, other) [id] = {one, other},
static const message_text english[UH_MESSAGE_COUNT + 1] = {
#include "unhunch/messages/all.def"
    [UH_MESSAGE_COUNT] = {NULL, ""},
};
#undef UH_MESSAGE
#undef UH_PLURAL

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

static const char *english_form(const uh_phrase *phrase)
{
    const message_text *text = &english[phrase->message];
    uint64_t number = 0;
    return text->one && counted(phrase, &number) && number == 1 ? text->one : text->other;
}

static const char *form_at(const char *forms, uint32_t index)
{
    for (; index > 0; index--) {
        forms += strlen(forms) + 1;
    }
    return forms;
}

/* A number with a fraction has the last form. */
static uint32_t form_of(const uh_translation *translation, const uh_phrase *phrase)
{
    uint64_t number = 0;
    const uint32_t last = translation->forms - 1;
    const uint32_t form = counted(phrase, &number) ? translation->plural(number) : last;
    return form < last ? form : last;
}

const char *uh_language_form(const uh_language *language, const uh_phrase *phrase)
{
    const uh_translation *translation = language->translation;
    const uint32_t offset = translation ? translation->messages[phrase->message] : 0;
    if (offset == 0) {
        return english_form(phrase);
    }
    const bool has_forms = english[phrase->message].one != NULL;
    return form_at(translation->texts + offset, has_forms ? form_of(translation, phrase) : 0);
}

/* -- the catalogue -- */

/* The number of hashes below this one. */
static uint32_t place_of(const uh_translation *translation, uint64_t hash)
{
    uint32_t low = 0;
    uint32_t high = translation->count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (translation->hashes[middle] < hash) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const char *uh_language_text(const uh_language *language, const uh_catalogue *catalogue,
                             uh_text text)
{
    const char *bytes = uh_catalogue_text(catalogue, text);
    const uh_translation *translation = language->translation;
    if (!translation || bytes[0] == '\0') {
        return bytes;
    }
    const uint64_t hash = uh_hash_text(uh_hash_start(), bytes);
    const uint32_t place = place_of(translation, hash);
    return place < translation->count && translation->hashes[place] == hash
               ? translation->texts + translation->offsets[place]
               : bytes;
}
