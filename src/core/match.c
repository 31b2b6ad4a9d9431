/* SPDX-License-Identifier: MIT */
/* How well a stretch answers to the words of a person. Every word must be met somewhere; where it
 * is met decides how much it counts. */
#include <string.h>

#include "core/names.h"
#include "unhunch/catalogue.h"

enum { EXACT = 100 };

/* A word of a text: letters and digits, whatever stands between them. */
typedef struct word {
    const char *start;
    uint32_t length;
} word;

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool in_word(char c)
{
    const char folded = lower(c);
    return (folded >= 'a' && folded <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

/* The next word at *text, which moves behind it; length 0 at the end. */
static word next_word(const char **text)
{
    while (**text && !in_word(**text)) {
        (*text)++;
    }
    word found = {*text, 0};
    while (in_word(**text)) {
        (*text)++;
        found.length++;
    }
    return found;
}

static bool starts_with(word whole, word start)
{
    for (uint32_t i = 0; i < start.length; i++) {
        if (i == whole.length || lower(whole.start[i]) != lower(start.start[i])) {
            return false;
        }
    }
    return true;
}

static bool equal(word a, word b)
{
    return a.length == b.length && starts_with(a, b);
}

/* Without the plural's s: "rolls" is met by "roll", "stretches" by "stretch" all the same. */
static word stem(word plural)
{
    const bool plain = plural.length < 4 || lower(plural.start[plural.length - 1]) != 's';
    return (word){plural.start, plural.length - !plain};
}

static bool same_words(const char *a, const char *b)
{
    word left;
    do {
        left = next_word(&a);
        if (!equal(left, next_word(&b))) {
            return false;
        }
    } while (left.length > 0);
    return true;
}

/* 2: a word of the text is this one; 1: one begins with it; 0: none. */
static uint32_t met_in(const char *text, word sought)
{
    uint32_t best = 0;
    for (word next = next_word(&text); next.length > 0; next = next_word(&text)) {
        const uint32_t met = equal(stem(next), stem(sought)) ? 2 : starts_with(next, stem(sought));
        best = met > best ? met : best;
    }
    return best;
}

/* -- what people say for the words of the field -- */

static const char *const said_regions[] = {
    [UH_REGION_THORACIC] = "thoracic upper mid back spine",
    [UH_REGION_NECK] = "neck cervical",
    [UH_REGION_CHEST] = "chest pectoral",
    [UH_REGION_SHOULDER_BLADES] = "shoulder blades scapula",
    [UH_REGION_SHOULDERS] = "shoulders",
    [UH_REGION_TRUNK] = "trunk torso waist",
    [UH_REGION_COUNT] = NULL,
};

static const char *const said_positions[UH_POSITION_COUNT] = {
    [UH_POSITION_STANDING] = "standing upright",
    [UH_POSITION_SITTING] = "sitting seated",
    [UH_POSITION_FLOOR_SITTING] = "floor sitting seated",
    [UH_POSITION_HANDS_KNEES] = "hands knees kneeling all fours quadruped",
    [UH_POSITION_PRONE] = "prone lying face down belly stomach",
    [UH_POSITION_SIDE_LYING] = "side lying",
    [UH_POSITION_SUPINE] = "supine lying face up on back",
};

/* -- weights -- */

/* Points of a word that is met in full; one that only begins a word of the text gets three
 * quarters. */
enum { NAME = 80, ALIAS = 70, TRAIT = 50, MOMENT = 30, SUMMARY = 20 };

static uint32_t points(const char *text, word sought, uint32_t weight)
{
    static const uint32_t quarters[] = {0, 3, 4};
    return quarters[met_in(text, sought)] * weight / 4;
}

static void lift(uint32_t *best, uint32_t value)
{
    *best = value > *best ? value : *best;
}

static void lift_by_flags(uint32_t *best, uint32_t flags, const char *const *names, word sought,
                          uint32_t weight)
{
    for (uint32_t i = 0; names[i]; i++) {
        if (flags & 1u << i) {
            lift(best, points(names[i], sought, weight));
        }
    }
}

static void lift_by_variant(uint32_t *best, const uh_variant *variant, word sought)
{
    lift(best, points(said_positions[variant->position], sought, TRAIT));
    lift_by_flags(best, variant->equipment, uh_equipment_names, sought, TRAIT);
    lift_by_flags(best, variant->contexts, uh_context_names, sought, MOMENT);
}

static uint32_t word_points(const uh_catalogue *catalogue, const uh_exercise *exercise, word sought)
{
    uint32_t best = points(uh_catalogue_text(catalogue, exercise->summary), sought, SUMMARY);
    lift(&best, points(uh_catalogue_text(catalogue, exercise->name), sought, NAME));
    lift(&best, points(uh_catalogue_text(catalogue, exercise->key), sought, NAME));
    lift(&best, points(uh_catalogue_text(catalogue, exercise->id), sought, NAME));
    lift(&best, points(uh_family_name(exercise->family), sought, TRAIT));
    lift(&best, points(uh_kind_name(exercise->kind), sought, TRAIT));
    lift_by_flags(&best, exercise->regions, said_regions, sought, TRAIT);
    for (uint32_t i = 0; i < exercise->aliases.count; i++) {
        const uh_alias *alias = uh_catalogue_alias(catalogue, exercise->aliases, i);
        lift(&best, points(uh_catalogue_text(catalogue, alias->name), sought, ALIAS));
    }
    for (uint32_t i = 0; i < exercise->variants.count; i++) {
        lift_by_variant(&best, uh_exercise_variant(catalogue, exercise, i), sought);
    }
    return best;
}

bool uh_exercise_answers(const uh_catalogue *catalogue, const uh_exercise *exercise,
                         const char *words)
{
    const uh_text own[] = {exercise->key, exercise->name, exercise->id};
    for (size_t i = 0; i < UH_COUNT(own); i++) {
        if (same_words(uh_catalogue_text(catalogue, own[i]), words)) {
            return true;
        }
    }
    for (uint32_t i = 0; i < exercise->aliases.count; i++) {
        const uh_alias *alias = uh_catalogue_alias(catalogue, exercise->aliases, i);
        if (same_words(uh_catalogue_text(catalogue, alias->name), words)) {
            return true;
        }
    }
    return false;
}

uint32_t uh_exercise_match(const uh_catalogue *catalogue, const uh_exercise *exercise,
                           const char *words)
{
    const char *text = words;
    uint32_t sum = 0;
    uint32_t count = 0;
    for (word sought = next_word(&text); sought.length > 0; sought = next_word(&text)) {
        const uint32_t found = word_points(catalogue, exercise, sought);
        if (found == 0) {
            return 0;
        }
        sum += found;
        count++;
    }
    if (count == 0) {
        return 0;
    }
    return uh_exercise_answers(catalogue, exercise, words) ? EXACT : sum / count;
}
