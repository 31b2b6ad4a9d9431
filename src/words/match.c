/* SPDX-License-Identifier: MIT */
/* How well a stretch answers to the words of a person, in the person's language and in English:
 * keys are English everywhere. Every word must be met somewhere; where it is met decides how much
 * it counts. */
#include <string.h>

#include "words/language.h"

enum {
    EXACT = 100,
    LETTERS_MAX = 48, /* of a word; what is behind them does not count */
    STEM_LEAST = 3,   /* letters that no ending is taken from */
    INSIDE_LEAST = 4, /* letters that are looked for inside of other words; */
    BARE_LEAST = 6 /* of a word whose ending was taken: "Rück" of "Rücken" is in "rückwärts" */
};

/* A word without case, with its foreign letters written out. */
typedef struct word {
    char letters[LETTERS_MAX];
    uint32_t length;
} word;

/* -- words of a text: letters and digits, whatever stands between them -- */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool in_word(char c)
{
    const char folded = lower(c);
    return (folded >= 'a' && folded <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

static void put(word *to, char letter)
{
    if (to->length < LETTERS_MAX) {
        to->letters[to->length++] = letter;
    }
}

/* Letters that are typed as two where a keyboard does not have them. */
static const struct {
    const char *letter;
    char as[2];
} written_out[] = {
    {"Ä", {'a', 'e'}}, {"ä", {'a', 'e'}}, {"Ö", {'o', 'e'}}, {"ö", {'o', 'e'}},
    {"Ü", {'u', 'e'}}, {"ü", {'u', 'e'}}, {"ß", {'s', 's'}}, {"ẞ", {'s', 's'}},
};

/* Takes one letter of a word; returns its bytes. */
static uint32_t take_letter(const char *text, word *to)
{
    for (size_t i = 0; i < UH_COUNT(written_out); i++) {
        const size_t length = strlen(written_out[i].letter);
        if (strncmp(text, written_out[i].letter, length) == 0) {
            put(to, written_out[i].as[0]);
            put(to, written_out[i].as[1]);
            return (uint32_t)length;
        }
    }
    put(to, lower(*text));
    return 1;
}

/* The next word at *text, which moves behind it; length 0 at the end. */
static word next_word(const char **text)
{
    word found = {.length = 0};
    while (**text && !in_word(**text)) {
        (*text)++;
    }
    while (in_word(**text)) {
        *text += take_letter(*text, &found);
    }
    return found;
}

/* -- two words -- */

static bool starts_with(const word *whole, const word *start)
{
    return start->length <= whole->length &&
           memcmp(whole->letters, start->letters, start->length) == 0;
}

static bool equal(const word *a, const word *b)
{
    return a->length == b->length && starts_with(a, b);
}

static bool contains(const word *whole, const word *part)
{
    for (uint32_t at = 0; at + part->length <= whole->length; at++) {
        if (memcmp(whole->letters + at, part->letters, part->length) == 0) {
            return true;
        }
    }
    return false;
}

/* How many letters of the word's end are one of the endings. */
static uint32_t ending_of(const word *whole, const char *const *endings)
{
    for (; *endings; endings++) {
        const uint32_t length = (uint32_t)strlen(*endings);
        if (whole->length >= STEM_LEAST + length &&
            memcmp(whole->letters + whole->length - length, *endings, length) == 0) {
            return length;
        }
    }
    return 0;
}

static word without_ending(const uh_language *language, word whole)
{
    whole.length -= ending_of(&whole, language->endings);
    return whole;
}

/* "rolls" is met by "roll": one ending after the other is taken away, so that all forms of a word
 * become one. */
static word stem(const uh_language *language, word whole)
{
    for (uint32_t before = 0; before != whole.length;) {
        before = whole.length;
        whole = without_ending(language, whole);
    }
    return whole;
}

/* What is looked for, and in which language. */
typedef struct search {
    const uh_language *language;
    const uh_catalogue *catalogue;
    word sought;
    word beginning; /* it without an ending */
    word stem;
} search;

static bool is_inside(const search *of, const word *whole)
{
    return starts_with(whole, &of->sought) ||
           (of->sought.length >= INSIDE_LEAST && contains(whole, &of->sought)) ||
           (of->beginning.length >= BARE_LEAST && contains(whole, &of->beginning));
}

/* 2: it is this word; 1: it begins with it, or in a language that joins words has it inside. */
static uint32_t meets(const search *of, word candidate)
{
    const word bare = stem(of->language, candidate);
    if (equal(&bare, &of->stem)) {
        return 2;
    }
    return of->language->joins_words ? is_inside(of, &candidate)
                                     : starts_with(&candidate, &of->beginning);
}

static uint32_t met_in(const search *of, const char *text)
{
    uint32_t best = 0;
    for (word next = next_word(&text); next.length > 0; next = next_word(&text)) {
        const uint32_t met = meets(of, next);
        best = met > best ? met : best;
    }
    return best;
}

static bool same_words(const char *a, const char *b)
{
    word left;
    do {
        left = next_word(&a);
        const word right = next_word(&b);
        if (!equal(&left, &right)) {
            return false;
        }
    } while (left.length > 0);
    return true;
}

/* -- weights -- */

/* Points of a word that is met in full; one that only begins a word of the text gets three
 * quarters. */
enum { NAME = 80, ALIAS = 70, TRAIT = 50, MOMENT = 30, SUMMARY = 20 };

static void lift(uint32_t *best, const search *of, const char *text, uint32_t weight)
{
    static const uint32_t quarters[] = {0, 3, 4};
    const uint32_t value = quarters[met_in(of, text)] * weight / 4;
    *best = value > *best ? value : *best;
}

/* In the language, and as the catalogue has it. */
static void lift_text(uint32_t *best, const search *of, uh_text text, uint32_t weight)
{
    const char *english = uh_catalogue_text(of->catalogue, text);
    const char *translated = uh_language_text(of->language, of->catalogue, text);
    lift(best, of, english, weight);
    if (translated != english) {
        lift(best, of, translated, weight);
    }
}

static void lift_said(uint32_t *best, const search *of, uint32_t said, uint32_t weight)
{
    const uh_phrase phrase = uh_say((uh_message)said);
    lift(best, of, uh_language_form(uh_language_find("en"), &phrase), weight);
    lift(best, of, uh_language_form(of->language, &phrase), weight);
}

/* `first` is the message of value 0. */
static void lift_flags(uint32_t *best, const search *of, uint32_t flags, uint32_t count,
                       uint32_t first, uint32_t weight)
{
    for (uint32_t i = 0; i < count; i++) {
        if (flags & 1u << i) {
            lift_said(best, of, first + i, weight);
        }
    }
}

static void lift_variant(uint32_t *best, const search *of, const uh_variant *variant)
{
    lift_said(best, of, UH_MSG_SAID_POSITION_STANDING + variant->position, TRAIT);
    lift_flags(best, of, variant->equipment, UH_EQUIPMENT_COUNT, UH_MSG_SAID_EQUIPMENT_CHAIR,
               TRAIT);
    lift_flags(best, of, variant->contexts, UH_CONTEXT_COUNT, UH_MSG_SAID_CONTEXT_ANY, MOMENT);
}

static uint32_t word_points(const search *of, const uh_exercise *exercise)
{
    uint32_t best = 0;
    lift_text(&best, of, exercise->summary, SUMMARY);
    lift_text(&best, of, exercise->name, NAME);
    lift_text(&best, of, exercise->key, NAME);
    lift_text(&best, of, exercise->id, NAME);
    lift_said(&best, of, UH_MSG_SAID_FAMILY_CHEST_OPEN + exercise->family, TRAIT);
    lift_said(&best, of, UH_MSG_SAID_KIND_STRETCH + exercise->kind, TRAIT);
    lift_flags(&best, of, exercise->regions, UH_REGION_COUNT, UH_MSG_SAID_REGION_THORACIC, TRAIT);
    for (uint32_t i = 0; i < exercise->aliases.count; i++) {
        lift_text(&best, of, uh_catalogue_alias(of->catalogue, exercise->aliases, i)->name, ALIAS);
    }
    for (uint32_t i = 0; i < exercise->variants.count; i++) {
        lift_variant(&best, of, uh_exercise_variant(of->catalogue, exercise, i));
    }
    return best;
}

/* -- whole names -- */

static bool is_named(const uh_language *language, const uh_catalogue *catalogue, uh_text name,
                     const char *words)
{
    return same_words(uh_catalogue_text(catalogue, name), words) ||
           same_words(uh_language_text(language, catalogue, name), words);
}

const uh_alias *uh_words_alias(const uh_language *language, const uh_catalogue *catalogue,
                               const uh_exercise *exercise, const char *words)
{
    for (uint32_t i = 0; i < exercise->aliases.count; i++) {
        const uh_alias *alias = uh_catalogue_alias(catalogue, exercise->aliases, i);
        if (is_named(language, catalogue, alias->name, words)) {
            return alias;
        }
    }
    return NULL;
}

static bool answers_exactly(const uh_language *language, const uh_catalogue *catalogue,
                            const uh_exercise *exercise, const char *words)
{
    const uh_text own[] = {exercise->key, exercise->name, exercise->id};
    for (size_t i = 0; i < UH_COUNT(own); i++) {
        if (is_named(language, catalogue, own[i], words)) {
            return true;
        }
    }
    return uh_words_alias(language, catalogue, exercise, words) != NULL;
}

uint32_t uh_words_match(const uh_language *language, const uh_catalogue *catalogue,
                        const uh_exercise *exercise, const char *words)
{
    search of = {.language = language, .catalogue = catalogue};
    const char *text = words;
    uint32_t sum = 0;
    uint32_t count = 0;
    for (word sought = next_word(&text); sought.length > 0; sought = next_word(&text)) {
        of.sought = sought;
        of.beginning = without_ending(language, sought);
        of.stem = stem(language, sought);
        const uint32_t found = word_points(&of, exercise);
        if (found == 0) {
            return 0;
        }
        sum += found;
        count++;
    }
    if (count == 0) {
        return 0;
    }
    return answers_exactly(language, catalogue, exercise, words) ? EXACT : sum / count;
}
