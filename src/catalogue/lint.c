/* SPDX-License-Identifier: MIT */
/* What no single value can say: numbers that belong together, names that must exist elsewhere. */
#include <string.h>

#include "catalogue/lint.h"
#include "catalogue/near.h"

static bool same(const struct loupe *loupe, uh_text a, uh_text b)
{
    return strcmp(uh_binder_text(loupe->binder, a), uh_binder_text(loupe->binder, b)) == 0;
}

/* -- doses -- */

static void lint_design(const struct loupe *loupe, const char *key, uint32_t at)
{
    const uh_design_range *design = uh_draft_at(loupe->binder, at);
    const bool complete = design->start >= 0 && design->usual >= 0 && design->ceiling >= 0;
    if (complete && (design->start > design->usual || design->usual > design->ceiling)) {
        uh_loupe_complain(loupe, at, "design", uh_say1(UH_MSG_FILE_DOSE_ORDER, uh_literal(key)));
    }
}

static void lint_source(const struct loupe *loupe, const char *key, uint32_t at)
{
    const uh_source_range *source = uh_draft_at(loupe->binder, at);
    if (!uh_loupe_known(loupe, at, "source")) {
        return;
    }
    if (source->min >= 0 && source->max >= 0 && source->min > source->max) {
        uh_loupe_complain(loupe, at, "source", uh_say1(UH_MSG_FILE_SOURCE_ORDER, uh_literal(key)));
    }
    if (!uh_loupe_given(loupe, at + IN(uh_source_range, min), "min") &&
        !uh_loupe_given(loupe, at + IN(uh_source_range, max), "max")) {
        uh_loupe_complain(loupe, at, "source", uh_say1(UH_MSG_FILE_SOURCE_EMPTY, uh_literal(key)));
    }
}

static void lint_dose(const struct loupe *loupe, uint32_t at)
{
    for (size_t i = 0; i < UH_DOSE_PLACES; i++) {
        const uint32_t number = at + uh_dose_places[i].offset;
        lint_source(loupe, uh_dose_places[i].key, number + IN(uh_dose_number, source));
        lint_design(loupe, uh_dose_places[i].key, number + IN(uh_dose_number, design));
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
    const uh_part *part = uh_draft_at(loupe->binder, at);
    const bool timed = uh_loupe_given(loupe, at + IN(uh_part, ms), "seconds");
    if (!uh_loupe_known(loupe, at + IN(uh_part, kind), "kind")) {
        sum->clear = false;
        return;
    }
    if (part->kind == UH_PART_HOLD && timed) {
        uh_loupe_complain(loupe, at + IN(uh_part, ms), "seconds", uh_say(UH_MSG_FILE_HOLD_SECONDS));
    }
    if (part->kind != UH_PART_HOLD && !timed) {
        uh_loupe_complain(
            loupe, at, "part",
            uh_say1(UH_MSG_FILE_PART_SECONDS, uh_literal(uh_part_kind_name(part->kind))));
    }
    if (part->breath != UH_BREATH_FREE && !breath_paced) {
        uh_loupe_complain(loupe, at + IN(uh_part, breath), "breath",
                          uh_say(UH_MSG_FILE_BREATH_EXTRA));
    }
    sum->holds += part->kind == UH_PART_HOLD;
    sum->breaths += part->breath != UH_BREATH_FREE;
}

static void lint_hold_dose(const struct loupe *loupe, uint32_t at, const parts_sum *sum)
{
    const uint32_t dose = at + IN(uh_variant, dose);
    const uint32_t hold = dose + IN(uh_dose_range, hold);
    const bool dosed = uh_loupe_given(loupe, hold + IN(uh_dose_number, design), "design");
    if (sum->holds > 0 && !dosed && uh_loupe_known(loupe, dose, "dose")) {
        uh_loupe_complain(loupe, dose, "dose", uh_say(UH_MSG_FILE_HOLD_DOSE));
    }
    if (sum->holds == 0 && dosed) {
        uh_loupe_complain(loupe, hold, "hold_s", uh_say(UH_MSG_FILE_HOLD_EXTRA));
    }
}

static void lint_mode(const struct loupe *loupe, uint32_t at, const parts_sum *sum)
{
    const uh_variant *variant = uh_draft_at(loupe->binder, at);
    const uint32_t mode = at + IN(uh_variant, mode);
    if (!uh_loupe_known(loupe, mode, "mode")) {
        return;
    }
    const bool held = variant->mode == UH_MODE_HOLD || variant->mode == UH_MODE_ALTERNATING_HOLDS;
    if (held && sum->holds == 0) {
        uh_loupe_complain(loupe, mode, "mode",
                          uh_say1(UH_MSG_FILE_HOLD_PART, uh_literal(uh_mode_name(variant->mode))));
    }
    if (variant->mode == UH_MODE_BREATH_PACED && sum->breaths == 0) {
        uh_loupe_complain(loupe, mode, "mode", uh_say(UH_MSG_FILE_BREATH_MISSING));
    }
}

static void lint_parts(const struct loupe *loupe, uint32_t at)
{
    const uh_variant *variant = uh_draft_at(loupe->binder, at);
    const bool paced = variant->mode == UH_MODE_BREATH_PACED ||
                       !uh_loupe_known(loupe, at + IN(uh_variant, mode), "mode");
    parts_sum sum = {.clear = uh_loupe_known(loupe, at + IN(uh_variant, parts), "parts")};
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
            uh_draft_at(loupe->binder, variant->parts.offset + i * (uint32_t)sizeof(uh_part));
        found |= part->pose == 0 || same(loupe, part->pose, pose);
        uh_near_try(near, uh_binder_text(loupe->binder, part->pose));
    }
    return found || variant->parts.count == 0;
}

static const uh_variant *variant_at(const struct loupe *loupe, uh_list variants, uint32_t index)
{
    return uh_draft_at(loupe->binder, variants.offset + index * (uint32_t)sizeof(uh_variant));
}

/* The poses of steps must be among the parts of the forms: one form's own steps, or all forms for
 * the stretch's. */
static void lint_steps(const struct loupe *loupe, uh_list steps, uh_list variants)
{
    for (uint32_t i = 0; i < steps.count; i++) {
        const uint32_t at = steps.offset + i * (uint32_t)sizeof(uh_step);
        const uh_step *step = uh_draft_at(loupe->binder, at);
        uh_near near = uh_near_to(uh_binder_text(loupe->binder, step->pose));
        bool found = step->pose == 0 || variants.count == 0;
        for (uint32_t form = 0; form < variants.count; form++) {
            found |= has_pose(loupe, variant_at(loupe, variants, form), step->pose, &near);
        }
        if (found) {
            continue;
        }
        const uh_argument pose = uh_loupe_quote(loupe, step->pose);
        uh_loupe_complain(loupe, at + IN(uh_step, pose), "pose",
                          near.best ? uh_say2(UH_MSG_FILE_POSE_HINT, pose,
                                              uh_binder_literal(loupe->binder, near.best))
                                    : uh_say1(UH_MSG_FILE_POSE, pose));
    }
}

/* -- stretches -- */

static void lint_side(const struct loupe *loupe, uint32_t sides, uint32_t at, const char *key)
{
    const uh_sides *record = uh_draft_at(loupe->binder, sides);
    const bool sided = record->kind != UH_SIDES_BOTH;
    const bool there = uh_loupe_given(loupe, at, key);
    if (sided && !there) {
        uh_loupe_complain(loupe, sides, "sides",
                          uh_say2(UH_MSG_FILE_SIDE_MISSING,
                                  uh_literal(uh_sides_kind_name(record->kind)), uh_literal(key)));
    }
    if (!sided && there) {
        uh_loupe_complain(loupe, at, key, uh_say1(UH_MSG_FILE_SIDE_EXTRA, uh_literal(key)));
    }
}

static void lint_sides(const struct loupe *loupe, uint32_t at)
{
    if (uh_loupe_known(loupe, at + IN(uh_sides, kind), "kind")) {
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
            uh_loupe_complain(
                loupe, at + IN(uh_variant, key), "key",
                uh_say1(UH_MSG_FILE_VARIANT_TWICE, uh_loupe_quote(loupe, variant->key)));
            return;
        }
    }
}

static void lint_exercise(const struct loupe *loupe)
{
    const uint32_t at = loupe->document->at;
    const uh_exercise *exercise = uh_draft_at(loupe->binder, at);
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
        const uh_exercise *exercise = uh_draft_at(loupe->binder, other->at);
        if (other->kind != UH_DOCUMENT_EXERCISE || other->replaced) {
            continue;
        }
        if (same(loupe, exercise->key, key)) {
            return other;
        }
        uh_near_try(&near, uh_binder_text(loupe->binder, exercise->key));
    }
    const uh_argument name = uh_loupe_quote(loupe, key);
    uh_loupe_complain(loupe, line + IN(uh_routine_line, exercise), "stretch",
                      near.best ? uh_say2(UH_MSG_FILE_STRETCH_HINT, name,
                                          uh_binder_literal(loupe->binder, near.best))
                                : uh_say1(UH_MSG_FILE_STRETCH, name));
    return NULL;
}

/* The form that the line names, or the standard form; NULL, and said so, where there is none. */
static const uh_variant *find_variant(const struct loupe *loupe, uint32_t at,
                                      const uh_exercise *exercise)
{
    const uh_routine_line *line = uh_draft_at(loupe->binder, at);
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
    const uh_argument stretch = uh_loupe_quote(loupe, exercise->key);
    const uh_argument name = uh_loupe_quote(loupe, line->variant);
    uh_loupe_complain(loupe, at + IN(uh_routine_line, variant), "variant",
                      near.best ? uh_say3(UH_MSG_FILE_VARIANT_HINT, stretch, name,
                                          uh_binder_literal(loupe->binder, near.best))
                                : uh_say2(UH_MSG_FILE_VARIANT, stretch, name));
    return NULL;
}

static void lint_line_doses(const struct loupe *loupe, uint32_t at, const uh_dose_range *dose)
{
    const uh_routine_line *line = uh_draft_at(loupe->binder, at);
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
        const uh_argument name = uh_loupe_quote(loupe, line->exercise);
        uh_loupe_complain(loupe, numbers[i].at, numbers[i].key,
                          i == 0 && holdless
                              ? uh_say1(UH_MSG_FILE_HOLD_NONE, name)
                              : uh_say4(UH_MSG_FILE_CEILING, uh_literal(numbers[i].key),
                                        numbers[i].given, name, numbers[i].most));
    }
}

static void lint_line(const struct loupe *loupe, uint32_t at)
{
    const uh_routine_line *line = uh_draft_at(loupe->binder, at);
    const uh_draft_document *document =
        line->exercise ? find_stretch(loupe, at, line->exercise) : NULL;
    if (!document) {
        return;
    }
    const uh_exercise *exercise = uh_draft_at(loupe->binder, document->at);
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
    const uh_routine_recipe *recipe = uh_draft_at(loupe->binder, loupe->document->at);
    for (uint32_t i = 0; i < recipe->lines.count; i++) {
        lint_line(loupe, recipe->lines.offset + i * (uint32_t)sizeof(uh_routine_line));
    }
}

static void lint_topic(const struct loupe *loupe)
{
    (void)loupe;
}

/* -- documents among each other -- */

static uh_text id_of(const uh_binder *binder, const uh_draft_document *document)
{
    return document->kind == UH_DOCUMENT_EXERCISE
               ? uh_block_word(&binder->draft, document->at + IN(uh_exercise, id))
               : 0;
}

/* A file of the built-in catalogue beside its own image; a stretch of one's own has no id. */
static bool is_the_same(const uh_binder *binder, const uh_draft_document *old,
                        const uh_draft_document *file)
{
    return file->kind == old->kind && file->file != UH_FROM_IMAGE &&
           uh_block_word(&binder->draft, file->at) == uh_block_word(&binder->draft, old->at) &&
           id_of(binder, file) == id_of(binder, old);
}

static void replace_built_in(uh_binder *binder)
{
    for (uint32_t i = 0; i < binder->document_count; i++) {
        uh_draft_document *old = &binder->documents[i];
        for (uint32_t j = i + 1; old->replaceable && j < binder->document_count; j++) {
            uh_draft_document *own = &binder->documents[j];
            if (is_the_same(binder, old, own)) {
                old->replaced = true;
                own->replaces = true;
            }
        }
    }
}

/* The name of a document at `offset`: its key or its id. */
typedef struct naming {
    uint32_t offset;
    const char *key; /* in the file */
} naming;

static uh_text name_of(const struct loupe *loupe, const naming *by)
{
    return uh_block_word(&loupe->binder->draft, loupe->document->at + by->offset);
}

static bool is_bad(const struct loupe *loupe)
{
    const uint32_t file = loupe->document->file;
    return file != UH_FROM_IMAGE && loupe->binder->files[file].bad;
}

/* The document before this one with the same name that would take its place, were it not for this
 * one: a good one rather than a bad one. NULL: there is none. */
static uh_draft_document *earlier_of_name(const struct loupe *loupe, const naming *by)
{
    const uh_text name = name_of(loupe, by);
    uh_draft_document *found = NULL;
    for (uh_draft_document *other = loupe->binder->documents; other < loupe->document; other++) {
        const struct loupe there = {loupe->binder, other};
        if (name && other->kind == loupe->document->kind && !other->replaced &&
            name_of(&there, by) == name && (!found || !is_bad(&there))) {
            found = other;
            if (!is_bad(&there)) {
                break;
            }
        }
    }
    return found;
}

static void tell_taken(const struct loupe *loupe, const struct loupe *by_whom, const naming *by)
{
    const uh_spot *spot = uh_loupe_spot(by_whom, by_whom->document->at + by->offset, by->key);
    const uh_argument what = uh_literal(by->key);
    const uh_argument name = uh_loupe_quote(loupe, name_of(loupe, by));
    const uh_phrase phrase =
        by_whom->document->file == UH_FROM_IMAGE
            ? uh_say2(UH_MSG_FILE_BUILT_IN, what, name)
            : uh_say4(UH_MSG_FILE_TAKEN, what, name,
                      uh_literal(loupe->binder->files[by_whom->document->file].name),
                      uh_number(spot ? spot->line : 0));
    uh_loupe_complain(loupe, loupe->document->at + by->offset, by->key, phrase);
}

/* Of two good files nobody knows which one is meant; of a good and a bad one the bad one is told.
 */
static void lint_taken(const struct loupe *loupe, const naming *by)
{
    uh_draft_document *other = earlier_of_name(loupe, by);
    if (!other) {
        return;
    }
    const struct loupe there = {loupe->binder, other};
    if (is_bad(&there) && !is_bad(loupe)) {
        tell_taken(&there, loupe, by);
        return;
    }
    if (!is_bad(loupe) && other->file != UH_FROM_IMAGE) {
        other->doubled = true;
    }
    tell_taken(loupe, &there, by);
}

static void lint_names(const struct loupe *loupe)
{
    static const naming id = {IN(uh_exercise, id), "id"};
    const naming key = {0, uh_catalogue_schema(loupe->document->kind)->fields[0].key};
    lint_taken(loupe, &key);
    if (loupe->document->kind == UH_DOCUMENT_EXERCISE && !uh_is_ones_own(loupe)) {
        lint_taken(loupe, &id); /* one's own has none at all */
    }
}

/* After all else: who is bad anyway takes nobody with it. */
static void lint_all_names(uh_binder *binder)
{
    for (uint32_t i = 0; i < binder->document_count; i++) {
        const struct loupe loupe = {binder, &binder->documents[i]};
        if (loupe.document->file != UH_FROM_IMAGE) {
            lint_names(&loupe);
        }
    }
    for (uint32_t i = 0; i < binder->document_count; i++) {
        const uh_draft_document *document = &binder->documents[i];
        if (document->doubled) {
            binder->files[document->file].bad = true;
        }
    }
}

/* The first document too many is told where it opens; there is no room for those after it either.
 */
static void lint_limit(const struct loupe *loupe, uint32_t *count)
{
    const uh_document kind = loupe->document->kind;
    const uint32_t limit = uh_catalogue_document_limit(kind);
    const char *what = uh_catalogue_schema(kind)->what;
    uh_draft_file *file = &loupe->binder->files[loupe->document->file];
    *count += !file->bad;
    if (file->bad || *count <= limit) {
        return;
    }
    if (*count == limit + 1) {
        uh_loupe_complain(loupe, loupe->document->at, what,
                          uh_say2(UH_MSG_FILE_CATALOGUE_FULL, uh_number(limit), uh_literal(what)));
    }
    file->bad = true;
}

static void lint_limits(uh_binder *binder)
{
    uint32_t counts[UH_DOCUMENT_COUNT] = {0};
    for (uint32_t i = 0; i < binder->document_count; i++) {
        const uh_draft_document *document = &binder->documents[i];
        counts[document->kind] += document->file == UH_FROM_IMAGE && !document->replaced;
    }
    for (uint32_t i = 0; i < binder->document_count; i++) {
        const struct loupe loupe = {binder, &binder->documents[i]};
        if (loupe.document->file != UH_FROM_IMAGE) {
            lint_limit(&loupe, &counts[loupe.document->kind]);
        }
    }
}

static void infer_limits(uh_binder *binder)
{
    for (uint32_t i = 0; i < binder->document_count; i++) {
        const struct loupe loupe = {binder, &binder->documents[i]};
        if (loupe.document->file != UH_FROM_IMAGE && loupe.document->clean &&
            loupe.document->kind == UH_DOCUMENT_EXERCISE) {
            uh_infer_limits(&loupe);
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
            lints[loupe.document->kind](&loupe);
            uh_lint_own(&loupe);
        }
    }
    lint_all_names(binder);
    lint_limits(binder);
    infer_limits(binder);
}
