/* SPDX-License-Identifier: MIT */
/* What no single value can say: numbers that belong together, names that must exist elsewhere. */
#include <string.h>

#include "catalogue/inner.h"
#include "catalogue/near.h"

/* The document under the loupe. */
struct loupe {
    uh_binder *binder;
    const uh_draft_document *document;
};

#define IN(type, member) ((uint32_t)offsetof(type, member))

static const void *draft_at(const uh_binder *binder, uint32_t at)
{
    return binder->draft.bytes + at;
}

/* -- places -- */

/* The last one: where a record and its first key share a place and a name, the key's came later. */
static const uh_spot *spot_of(const struct loupe *loupe, uint32_t at, const char *key)
{
    const uh_spot *first = loupe->binder->spots + loupe->document->first_spot;
    for (uint32_t i = loupe->document->spot_count; i > 0; i--) {
        if (first[i - 1].at == at && strcmp(first[i - 1].key, key) == 0) {
            return &first[i - 1];
        }
    }
    return NULL;
}

static bool given(const struct loupe *loupe, uint32_t at, const char *key)
{
    return spot_of(loupe, at, key) != NULL;
}

/* Given, and what it says could be read. */
static bool known(const struct loupe *loupe, uint32_t at, const char *key)
{
    const uh_spot *spot = spot_of(loupe, at, key);
    return spot && !spot->bad;
}

static void complain(const struct loupe *loupe, uint32_t at, const char *key, uh_phrase phrase)
{
    const uh_spot *spot = spot_of(loupe, at, key);
    uh_binder_complain(loupe->binder, loupe->document->file, spot ? spot->line : 0,
                       spot ? spot->column : 0, phrase);
}

static uh_argument quote(const struct loupe *loupe, uh_text text)
{
    return uh_binder_literal(loupe->binder, uh_binder_text(loupe->binder, text));
}

static bool same(const struct loupe *loupe, uh_text a, uh_text b)
{
    return strcmp(uh_binder_text(loupe->binder, a), uh_binder_text(loupe->binder, b)) == 0;
}

/* -- doses -- */

static void lint_design(const struct loupe *loupe, const char *key, uint32_t at)
{
    const uh_design_range *design = draft_at(loupe->binder, at);
    const bool complete = design->start >= 0 && design->usual >= 0 && design->ceiling >= 0;
    if (complete && (design->start > design->usual || design->usual > design->ceiling)) {
        complain(loupe, at, "design", uh_say1(UH_MSG_FILE_DOSE_ORDER, uh_literal(key)));
    }
}

static void lint_source(const struct loupe *loupe, const char *key, uint32_t at)
{
    const uh_source_range *source = draft_at(loupe->binder, at);
    if (!known(loupe, at, "source")) {
        return;
    }
    if (source->min >= 0 && source->max >= 0 && source->min > source->max) {
        complain(loupe, at, "source", uh_say1(UH_MSG_FILE_SOURCE_ORDER, uh_literal(key)));
    }
    if (!given(loupe, at + IN(uh_source_range, min), "min") &&
        !given(loupe, at + IN(uh_source_range, max), "max")) {
        complain(loupe, at, "source", uh_say1(UH_MSG_FILE_SOURCE_EMPTY, uh_literal(key)));
    }
}

static const struct {
    const char *key;
    uint32_t offset;
} dose_numbers[] = {
    {"hold_s", IN(uh_dose_range, hold)},
    {"repetitions", IN(uh_dose_range, repetitions)},
    {"sets", IN(uh_dose_range, sets)},
    {"per_day", IN(uh_dose_range, per_day)},
};

static void lint_dose(const struct loupe *loupe, uint32_t at)
{
    for (size_t i = 0; i < UH_COUNT(dose_numbers); i++) {
        const uint32_t number = at + dose_numbers[i].offset;
        lint_source(loupe, dose_numbers[i].key, number + IN(uh_dose_number, source));
        lint_design(loupe, dose_numbers[i].key, number + IN(uh_dose_number, design));
    }
}

/* -- parts -- */

/* What the parts of a form come to. */
typedef struct parts_sum {
    uint32_t holds;
    uint32_t breaths;
    bool clear; /* every kind could be read */
} parts_sum;

static void lint_part(const struct loupe *loupe, uint32_t at, bool breath_paced, parts_sum *sum)
{
    const uh_part *part = draft_at(loupe->binder, at);
    const bool timed = given(loupe, at + IN(uh_part, ms), "seconds");
    if (!known(loupe, at + IN(uh_part, kind), "kind")) {
        sum->clear = false;
        return;
    }
    if (part->kind == UH_PART_HOLD && timed) {
        complain(loupe, at + IN(uh_part, ms), "seconds", uh_say(UH_MSG_FILE_HOLD_SECONDS));
    }
    if (part->kind != UH_PART_HOLD && !timed) {
        complain(loupe, at, "part",
                 uh_say1(UH_MSG_FILE_PART_SECONDS, uh_literal(uh_part_kind_name(part->kind))));
    }
    if (part->breath != UH_BREATH_FREE && !breath_paced) {
        complain(loupe, at + IN(uh_part, breath), "breath", uh_say(UH_MSG_FILE_BREATH_EXTRA));
    }
    sum->holds += part->kind == UH_PART_HOLD;
    sum->breaths += part->breath != UH_BREATH_FREE;
}

static void lint_hold_dose(const struct loupe *loupe, uint32_t at, const parts_sum *sum)
{
    const uint32_t dose = at + IN(uh_variant, dose);
    const uint32_t hold = dose + IN(uh_dose_range, hold);
    const bool dosed = given(loupe, hold + IN(uh_dose_number, design), "design");
    if (sum->holds > 0 && !dosed && known(loupe, dose, "dose")) {
        complain(loupe, dose, "dose", uh_say(UH_MSG_FILE_HOLD_DOSE));
    }
    if (sum->holds == 0 && dosed) {
        complain(loupe, hold, "hold_s", uh_say(UH_MSG_FILE_HOLD_EXTRA));
    }
}

static void lint_mode(const struct loupe *loupe, uint32_t at, const parts_sum *sum)
{
    const uh_variant *variant = draft_at(loupe->binder, at);
    const uint32_t mode = at + IN(uh_variant, mode);
    if (!known(loupe, mode, "mode")) {
        return;
    }
    const bool held = variant->mode == UH_MODE_HOLD || variant->mode == UH_MODE_ALTERNATING_HOLDS;
    if (held && sum->holds == 0) {
        complain(loupe, mode, "mode",
                 uh_say1(UH_MSG_FILE_HOLD_PART, uh_literal(uh_mode_name(variant->mode))));
    }
    if (variant->mode == UH_MODE_BREATH_PACED && sum->breaths == 0) {
        complain(loupe, mode, "mode", uh_say(UH_MSG_FILE_BREATH_MISSING));
    }
}

static void lint_parts(const struct loupe *loupe, uint32_t at)
{
    const uh_variant *variant = draft_at(loupe->binder, at);
    const bool paced =
        variant->mode == UH_MODE_BREATH_PACED || !known(loupe, at + IN(uh_variant, mode), "mode");
    parts_sum sum = {.clear = known(loupe, at + IN(uh_variant, parts), "parts")};
    for (uint32_t i = 0; i < variant->parts.count; i++) {
        lint_part(loupe, variant->parts.offset + i * (uint32_t)sizeof(uh_part), paced, &sum);
    }
    if (sum.clear) {
        lint_hold_dose(loupe, at, &sum);
        lint_mode(loupe, at, &sum);
    }
}

/* -- poses -- */

/* Is the pose among the parts of this form? `near` learns of all that are. An unreadable pose may
 * be any. */
static bool has_pose(const struct loupe *loupe, const uh_variant *variant, uh_text pose,
                     uh_near *near)
{
    bool found = false;
    for (uint32_t i = 0; i < variant->parts.count; i++) {
        const uh_part *part =
            draft_at(loupe->binder, variant->parts.offset + i * (uint32_t)sizeof(uh_part));
        found |= part->pose == 0 || same(loupe, part->pose, pose);
        uh_near_try(near, uh_binder_text(loupe->binder, part->pose));
    }
    return found || variant->parts.count == 0;
}

static const uh_variant *variant_at(const struct loupe *loupe, uh_list variants, uint32_t index)
{
    return draft_at(loupe->binder, variants.offset + index * (uint32_t)sizeof(uh_variant));
}

/* The poses of steps must be among the parts of the forms: one form's own steps, or all forms for
 * the stretch's. */
static void lint_steps(const struct loupe *loupe, uh_list steps, uh_list variants)
{
    for (uint32_t i = 0; i < steps.count; i++) {
        const uint32_t at = steps.offset + i * (uint32_t)sizeof(uh_step);
        const uh_step *step = draft_at(loupe->binder, at);
        uh_near near = uh_near_to(uh_binder_text(loupe->binder, step->pose));
        bool found = step->pose == 0 || variants.count == 0;
        for (uint32_t form = 0; form < variants.count; form++) {
            found |= has_pose(loupe, variant_at(loupe, variants, form), step->pose, &near);
        }
        if (found) {
            continue;
        }
        const uh_argument pose = quote(loupe, step->pose);
        complain(loupe, at + IN(uh_step, pose), "pose",
                 near.best ? uh_say2(UH_MSG_FILE_POSE_HINT, pose,
                                     uh_binder_literal(loupe->binder, near.best))
                           : uh_say1(UH_MSG_FILE_POSE, pose));
    }
}

/* -- stretches -- */

static void lint_side(const struct loupe *loupe, uint32_t sides, uint32_t at, const char *key)
{
    const uh_sides *record = draft_at(loupe->binder, sides);
    const bool sided = record->kind != UH_SIDES_BOTH;
    const bool there = given(loupe, at, key);
    if (sided && !there) {
        complain(loupe, sides, "sides",
                 uh_say2(UH_MSG_FILE_SIDE_MISSING, uh_literal(uh_sides_kind_name(record->kind)),
                         uh_literal(key)));
    }
    if (!sided && there) {
        complain(loupe, at, key, uh_say1(UH_MSG_FILE_SIDE_EXTRA, uh_literal(key)));
    }
}

static void lint_sides(const struct loupe *loupe, uint32_t at)
{
    if (known(loupe, at + IN(uh_sides, kind), "kind")) {
        lint_side(loupe, at, at + IN(uh_sides, left), "left");
        lint_side(loupe, at, at + IN(uh_sides, right), "right");
    }
}

static void lint_variant_key(const struct loupe *loupe, uh_list variants, uint32_t index)
{
    const uh_variant *variant = variant_at(loupe, variants, index);
    const uint32_t at = variants.offset + index * (uint32_t)sizeof(uh_variant);
    for (uint32_t i = 0; i < index; i++) {
        if (variant->key && same(loupe, variant->key, variant_at(loupe, variants, i)->key)) {
            complain(loupe, at + IN(uh_variant, key), "key",
                     uh_say1(UH_MSG_FILE_VARIANT_TWICE, quote(loupe, variant->key)));
            return;
        }
    }
}

static void lint_exercise(const struct loupe *loupe)
{
    const uint32_t at = loupe->document->at;
    const uh_exercise *exercise = draft_at(loupe->binder, at);
    const uh_list variants = exercise->variants;
    lint_sides(loupe, at + IN(uh_exercise, sides));
    lint_steps(loupe, exercise->steps, variants);
    for (uint32_t i = 0; i < variants.count; i++) {
        const uint32_t place = variants.offset + i * (uint32_t)sizeof(uh_variant);
        lint_variant_key(loupe, variants, i);
        lint_dose(loupe, place + IN(uh_variant, dose));
        lint_parts(loupe, place);
        lint_steps(loupe, variant_at(loupe, variants, i)->steps, (uh_list){place, 1});
    }
}

/* -- routines -- */

/* The stretch of this key; NULL, and said so, where there is none. */
static const uh_draft_document *find_stretch(const struct loupe *loupe, uint32_t line, uh_text key)
{
    uh_near near = uh_near_to(uh_binder_text(loupe->binder, key));
    for (uint32_t i = 0; i < loupe->binder->document_count; i++) {
        const uh_draft_document *other = &loupe->binder->documents[i];
        const uh_exercise *exercise = draft_at(loupe->binder, other->at);
        if (other->kind != UH_DOCUMENT_EXERCISE || other->replaced) {
            continue;
        }
        if (same(loupe, exercise->key, key)) {
            return other;
        }
        uh_near_try(&near, uh_binder_text(loupe->binder, exercise->key));
    }
    const uh_argument name = quote(loupe, key);
    complain(loupe, line + IN(uh_routine_line, exercise), "stretch",
             near.best ? uh_say2(UH_MSG_FILE_STRETCH_HINT, name,
                                 uh_binder_literal(loupe->binder, near.best))
                       : uh_say1(UH_MSG_FILE_STRETCH, name));
    return NULL;
}

/* The form that the line names, or the standard form; NULL, and said so, where there is none. */
static const uh_variant *find_variant(const struct loupe *loupe, uint32_t at,
                                      const uh_exercise *exercise)
{
    const uh_routine_line *line = draft_at(loupe->binder, at);
    if (line->variant == 0) {
        return variant_at(loupe, exercise->variants, 0);
    }
    uh_near near = uh_near_to(uh_binder_text(loupe->binder, line->variant));
    for (uint32_t i = 0; i < exercise->variants.count; i++) {
        const uh_variant *variant = variant_at(loupe, exercise->variants, i);
        if (same(loupe, variant->key, line->variant)) {
            return variant;
        }
        uh_near_try(&near, uh_binder_text(loupe->binder, variant->key));
    }
    const uh_argument stretch = quote(loupe, exercise->key);
    const uh_argument name = quote(loupe, line->variant);
    complain(loupe, at + IN(uh_routine_line, variant), "variant",
             near.best ? uh_say3(UH_MSG_FILE_VARIANT_HINT, stretch, name,
                                 uh_binder_literal(loupe->binder, near.best))
                       : uh_say2(UH_MSG_FILE_VARIANT, stretch, name));
    return NULL;
}

static void lint_line_doses(const struct loupe *loupe, uint32_t at, const uh_dose_range *dose)
{
    const uh_routine_line *line = draft_at(loupe->binder, at);
    const struct {
        const char *key;
        uint32_t at;
        uh_argument given;
        uh_argument most;
        bool above;
    } numbers[] = {
        {"hold_s", at + IN(uh_routine_line, hold), uh_seconds(line->hold),
         uh_seconds(dose->hold.design.ceiling), line->hold > dose->hold.design.ceiling},
        {"repetitions", at + IN(uh_routine_line, repetitions), uh_number(line->repetitions),
         uh_number(dose->repetitions.design.ceiling),
         line->repetitions > dose->repetitions.design.ceiling},
        {"sets", at + IN(uh_routine_line, sets), uh_number(line->sets),
         uh_number(dose->sets.design.ceiling), line->sets > dose->sets.design.ceiling},
    };
    const bool holdless = dose->hold.design.ceiling < 0;
    for (size_t i = 0; i < UH_COUNT(numbers); i++) {
        if (!numbers[i].above) {
            continue;
        }
        const uh_argument name = quote(loupe, line->exercise);
        complain(loupe, numbers[i].at, numbers[i].key,
                 i == 0 && holdless ? uh_say1(UH_MSG_FILE_HOLD_NONE, name)
                                    : uh_say4(UH_MSG_FILE_CEILING, uh_literal(numbers[i].key),
                                              numbers[i].given, name, numbers[i].most));
    }
}

static void lint_line(const struct loupe *loupe, uint32_t at)
{
    const uh_routine_line *line = draft_at(loupe->binder, at);
    const uh_draft_document *document =
        line->exercise ? find_stretch(loupe, at, line->exercise) : NULL;
    if (!document) {
        return;
    }
    const uh_exercise *exercise = draft_at(loupe->binder, document->at);
    if (exercise->variants.count == 0) {
        return; /* could not be read */
    }
    const uh_variant *variant = find_variant(loupe, at, exercise);
    if (variant && document->clean) {
        lint_line_doses(loupe, at, &variant->dose);
    }
}

static void lint_routine(const struct loupe *loupe)
{
    const uh_routine_recipe *recipe = draft_at(loupe->binder, loupe->document->at);
    for (uint32_t i = 0; i < recipe->lines.count; i++) {
        lint_line(loupe, recipe->lines.offset + i * (uint32_t)sizeof(uh_routine_line));
    }
}

static void lint_topic(const struct loupe *loupe)
{
    (void)loupe;
}

/* -- documents among each other -- */

static void replace_built_in(uh_binder *binder)
{
    for (uint32_t i = 0; i < binder->document_count; i++) {
        uh_draft_document *old = &binder->documents[i];
        for (uint32_t j = i + 1; old->replaceable && j < binder->document_count; j++) {
            const uh_draft_document *own = &binder->documents[j];
            if (own->kind == old->kind && own->file != UH_FROM_IMAGE &&
                uh_block_word(&binder->draft, own->at) == uh_block_word(&binder->draft, old->at)) {
                old->replaced = true;
            }
        }
    }
}

/* Is the text at `offset` in this document also there in an earlier one of its kind? `key` names it
 * in messages. */
static void lint_taken(const struct loupe *loupe, uint32_t offset, const char *key)
{
    const uh_binder *binder = loupe->binder;
    const uh_draft_document *document = loupe->document;
    const uh_text name = uh_block_word(&binder->draft, document->at + offset);
    for (const uh_draft_document *other = binder->documents; name && other < document; other++) {
        if (other->kind != document->kind || other->replaced ||
            uh_block_word(&binder->draft, other->at + offset) != name) {
            continue;
        }
        const uh_argument what = uh_literal(key);
        uh_phrase phrase = uh_say2(UH_MSG_FILE_BUILT_IN, what, quote(loupe, name));
        if (other->file != UH_FROM_IMAGE) {
            const struct loupe there = {loupe->binder, other};
            const uh_spot *spot = spot_of(&there, other->at + offset, key);
            phrase =
                uh_say4(UH_MSG_FILE_TAKEN, what, quote(loupe, name),
                        uh_literal(binder->files[other->file]), uh_number(spot ? spot->line : 0));
        }
        complain(loupe, document->at + offset, key, phrase);
        return;
    }
}

static void lint_names(const struct loupe *loupe)
{
    lint_taken(loupe, 0, uh_catalogue_schema(loupe->document->kind)->fields[0].key);
    if (loupe->document->kind == UH_DOCUMENT_EXERCISE) {
        lint_taken(loupe, IN(uh_exercise, id), "id");
    }
}

/* The first document too many is told where it opens. */
static void lint_limits(uh_binder *binder)
{
    uint32_t counts[UH_DOCUMENT_COUNT] = {0};
    for (uint32_t i = 0; i < binder->document_count; i++) {
        const struct loupe loupe = {binder, &binder->documents[i]};
        const uh_document kind = loupe.document->kind;
        const uint32_t limit = uh_catalogue_document_limit(kind);
        const char *what = uh_catalogue_schema(kind)->what;
        counts[kind] += !loupe.document->replaced;
        if (counts[kind] == limit + 1 && loupe.document->file != UH_FROM_IMAGE) {
            complain(&loupe, loupe.document->at, what,
                     uh_say2(UH_MSG_FILE_CATALOGUE_FULL, uh_number(limit), uh_literal(what)));
        }
    }
}

void uh_lint(uh_binder *binder)
{
    static void (*const lints[UH_DOCUMENT_COUNT])(const struct loupe *) = {
        [UH_DOCUMENT_EXERCISE] = lint_exercise,
        [UH_DOCUMENT_ROUTINE] = lint_routine,
        [UH_DOCUMENT_TOPIC] = lint_topic,
        [UH_DOCUMENT_STANCE] = lint_topic,
    };
    replace_built_in(binder);
    for (uint32_t i = 0; i < binder->document_count; i++) {
        const struct loupe loupe = {binder, &binder->documents[i]};
        if (loupe.document->file != UH_FROM_IMAGE) {
            lint_names(&loupe);
            lints[loupe.document->kind](&loupe);
        }
    }
    lint_limits(binder);
}
