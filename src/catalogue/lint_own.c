/* SPDX-License-Identifier: MIT */
/* What holds for files of one's own: nobody here has looked at them. */
#include <string.h>

#include "catalogue/lint.h"
#include "unhunch/own.h"
#include "unhunch/schema.h"

/* The draft as the core reads it: its lists and texts lie in it by offset, as in an image. */
static uh_catalogue view_of(const uh_binder *binder)
{
    return (uh_catalogue){binder->draft.bytes, binder->draft.size};
}

bool uh_is_ones_own(const struct loupe *loupe)
{
    return loupe->binder->beside_image && !loupe->document->replaces;
}

/* -- names -- */

/* Is this what a built-in stretch answers to? */
static void lint_name(const struct loupe *loupe, uint32_t at, const char *key)
{
    const uh_catalogue view = view_of(loupe->binder);
    const uh_text name = uh_block_word(&loupe->binder->draft, at);
    const char *words = uh_binder_text(loupe->binder, name);
    for (uint32_t i = 0; *words && i < loupe->binder->document_count; i++) {
        const uh_draft_document *other = &loupe->binder->documents[i];
        const uh_exercise *built_in = uh_draft_at(loupe->binder, other->at);
        if (other->kind == UH_DOCUMENT_EXERCISE && other->file == UH_FROM_IMAGE &&
            !other->replaced && uh_exercise_answers(&view, built_in, words)) {
            uh_loupe_complain(loupe, at, key,
                              uh_say2(UH_MSG_FILE_OWN_NAME, uh_loupe_quote(loupe, name),
                                      uh_loupe_quote(loupe, built_in->key)));
            return;
        }
    }
}

/* A copy of a built-in stretch: that is told, and enough. */
static bool is_copy(const struct loupe *loupe, uh_text key)
{
    for (uint32_t i = 0; i < loupe->binder->document_count; i++) {
        const uh_draft_document *other = &loupe->binder->documents[i];
        if (other->kind == UH_DOCUMENT_EXERCISE && other->file == UH_FROM_IMAGE &&
            uh_block_word(&loupe->binder->draft, other->at) == key) {
            return true;
        }
    }
    return false;
}

static void lint_names(const struct loupe *loupe, uint32_t at)
{
    const uh_exercise *exercise = uh_draft_at(loupe->binder, at);
    const uh_list aliases = exercise->aliases;
    if (is_copy(loupe, exercise->key)) {
        return;
    }
    lint_name(loupe, at + IN(uh_exercise, key), "stretch");
    lint_name(loupe, at + IN(uh_exercise, name), "name");
    for (uint32_t i = 0; i < aliases.count; i++) {
        lint_name(loupe, aliases.offset + i * (uint32_t)sizeof(uh_alias) + IN(uh_alias, name),
                  "name");
    }
}

/* -- ceilings -- */

/* A form that goes further than it may. */
typedef struct excessive_form {
    const struct loupe *loupe;
    uint32_t at;
    const uh_variant *variant;
} excessive_form;

static uint32_t number_at(const excessive_form *form, uh_own_bound bound)
{
    return form->at + IN(uh_variant, dose) + uh_dose_places[bound].offset +
           IN(uh_dose_number, design);
}

static uint32_t part_at(const excessive_form *form, uint32_t part)
{
    return form->variant->parts.offset + part * (uint32_t)sizeof(uh_part);
}

static uh_argument show(uh_own_bound bound, int32_t value)
{
    const bool counted =
        bound == UH_OWN_REPETITIONS || bound == UH_OWN_SETS || bound == UH_OWN_PER_DAY;
    return counted ? uh_number(value) : uh_seconds(value);
}

/* The longest hold without a therapist, for whoever asks for it. */
static int32_t longest_hold_ms(void)
{
    int32_t longest_ms = 0;
    for (uint32_t i = 0; uh_own_ceiling_at(i); i++) {
        const uh_own_ceiling *row = uh_own_ceiling_at(i);
        if (row->bound == UH_OWN_HOLD && row->value > longest_ms) {
            longest_ms = row->value;
        }
    }
    return longest_ms;
}

static void tell_number(const excessive_form *form, const uh_own_excess *excess)
{
    const uh_own_ceiling *ceiling = excess->ceiling;
    const uh_argument value = show(excess->bound, excess->value);
    const uh_argument most = show(excess->bound, ceiling->value);
    const uh_argument reason = uh_literal(ceiling->reason);
    const bool by_opt_in = (ceiling->unless & 1U << UH_OPT_IN_LONG_HOLD) != 0;
    uh_loupe_complain(
        form->loupe, number_at(form, excess->bound) + IN(uh_design_range, ceiling), "ceiling",
        by_opt_in
            ? uh_say4(UH_MSG_FILE_OWN_LONG_HOLD, value, most, reason, uh_seconds(longest_hold_ms()))
            : uh_say4(UH_MSG_FILE_OWN_CEILING, uh_literal(uh_dose_places[excess->bound].key), value,
                      most, reason));
}

static void tell(const excessive_form *form, const uh_own_excess *excess)
{
    const uh_argument value = show(excess->bound, excess->value);
    const uh_argument bound = show(excess->bound, excess->ceiling->value);
    const uh_argument reason = uh_literal(excess->ceiling->reason);
    switch (excess->bound) {
    case UH_OWN_HOLD:
    case UH_OWN_REPETITIONS:
    case UH_OWN_SETS:
    case UH_OWN_PER_DAY:
        tell_number(form, excess);
        break;
    case UH_OWN_SESSION:
        uh_loupe_complain(form->loupe, form->at + IN(uh_variant, dose), "dose",
                          uh_say3(UH_MSG_FILE_OWN_SESSION, value, bound, reason));
        break;
    case UH_OWN_PART:
    case UH_OWN_BREATH:
        uh_loupe_complain(form->loupe, part_at(form, excess->part) + IN(uh_part, ms), "seconds",
                          uh_say3(UH_MSG_FILE_OWN_PART, value, bound, reason));
        break;
    case UH_OWN_REPETITION:
        uh_loupe_complain(form->loupe, form->at + IN(uh_variant, parts), "parts",
                          uh_say3(UH_MSG_FILE_OWN_REPETITION, value, bound, reason));
        break;
    case UH_OWN_BOUND_COUNT:
        break;
    }
}

static void tell_start(const excessive_form *form, const uh_own_excess *excess)
{
    const uh_argument value = show(excess->bound, excess->value);
    const uh_argument most = show(excess->bound, excess->ceiling->value);
    const uh_argument reason = uh_literal(excess->ceiling->reason);
    if (excess->bound == UH_OWN_SESSION) {
        uh_loupe_complain(form->loupe, form->at + IN(uh_variant, dose), "dose",
                          uh_say3(UH_MSG_FILE_OWN_START_SESSION, value, most, reason));
        return;
    }
    uh_loupe_complain(form->loupe, number_at(form, excess->bound) + IN(uh_design_range, start),
                      "start",
                      uh_say4(UH_MSG_FILE_OWN_START, uh_literal(uh_dose_places[excess->bound].key),
                              value, most, reason));
}

static void lint_ceilings(const struct loupe *loupe, const uh_exercise *exercise)
{
    const uh_catalogue view = view_of(loupe->binder);
    const bool therapist = uh_exercise_has_therapist(exercise);
    for (uint32_t i = 0; i < exercise->variants.count; i++) {
        const excessive_form form = {loupe,
                                     exercise->variants.offset + i * (uint32_t)sizeof(uh_variant),
                                     uh_exercise_variant(&view, exercise, i)};
        uh_own_excess excesses[UH_OWN_EXCESSES_MAX];
        const uint32_t count = therapist ? uh_own_start_excesses(&view, exercise, i, excesses)
                                         : uh_own_excesses(&view, exercise, i, excesses);
        for (uint32_t j = 0; j < count; j++) {
            (therapist ? tell_start : tell)(&form, &excesses[j]);
        }
    }
}

/* -- the therapist -- */

static void lint_words(const struct loupe *loupe, uint32_t at, const char *key)
{
    const uh_text text = uh_block_word(&loupe->binder->draft, at);
    const char *words = uh_binder_text(loupe->binder, text);
    if (uh_loupe_known(loupe, at, key) && !uh_text_has_letter(words, (uint32_t)strlen(words))) {
        uh_loupe_complain(
            loupe, at, key,
            uh_say2(UH_MSG_FILE_THERAPIST_WORDS, uh_literal(key), uh_loupe_quote(loupe, text)));
    }
}

static void lint_therapist(const struct loupe *loupe, uint32_t exercise_at)
{
    const uint32_t at = exercise_at + IN(uh_exercise, therapist);
    const uh_exercise *exercise = uh_draft_at(loupe->binder, exercise_at);
    if (!uh_loupe_given(loupe, at, "therapist")) {
        return;
    }
    lint_words(loupe, at + IN(uh_therapist, name), "name");
    lint_words(loupe, at + IN(uh_therapist, reason), "reason");
    if (!uh_exercise_is_own(exercise)) {
        uh_loupe_complain(loupe, at, "therapist", uh_say(UH_MSG_FILE_THERAPIST_ID));
    }
}

/* -- all of it -- */

static void lint_stretch(const struct loupe *loupe)
{
    const uint32_t at = loupe->document->at;
    const uh_exercise *exercise = uh_draft_at(loupe->binder, at);
    lint_therapist(loupe, at);
    if (uh_exercise_is_own(exercise) && loupe->document->clean) {
        lint_ceilings(loupe, exercise);
    }
    if (!uh_is_ones_own(loupe)) {
        return;
    }
    lint_names(loupe, at);
    if (uh_loupe_given(loupe, at + IN(uh_exercise, id), "id")) {
        uh_loupe_complain(loupe, at + IN(uh_exercise, id), "id", uh_say(UH_MSG_FILE_OWN_ID));
    }
}

/* A tour is let off rule 7. */
static void lint_routine(const struct loupe *loupe)
{
    const uint32_t at = loupe->document->at + IN(uh_routine_recipe, tour);
    if (uh_is_ones_own(loupe) && uh_loupe_given(loupe, at, "tour")) {
        uh_loupe_complain(loupe, at, "tour", uh_say(UH_MSG_FILE_OWN_TOUR));
    }
}

static void lint_other(const struct loupe *loupe)
{
    (void)loupe;
}

void uh_lint_own(const struct loupe *loupe)
{
    static void (*const lints[UH_DOCUMENT_COUNT])(const struct loupe *) = {
        [UH_DOCUMENT_EXERCISE] = lint_stretch,
        [UH_DOCUMENT_ROUTINE] = lint_routine,
        [UH_DOCUMENT_TOPIC] = lint_other,
        [UH_DOCUMENT_STANCE] = lint_other,
    };
    lints[loupe->document->kind](loupe);
}

/* -- limits that nobody wrote -- */

/* A therapist's own list stands as it is, also an empty one. */
static void add_limits(const struct loupe *loupe, uint32_t at, uint32_t limits, bool therapist)
{
    if (!therapist || !uh_loupe_given(loupe, at, "not_for")) {
        uh_block *draft = &loupe->binder->draft;
        uh_block_set_word(draft, at, uh_block_word(draft, at) | limits);
    }
}

void uh_infer_limits(const struct loupe *loupe)
{
    const uh_catalogue view = view_of(loupe->binder);
    const uint32_t at = loupe->document->at;
    const uh_exercise *exercise = uh_draft_at(loupe->binder, at);
    const bool therapist = uh_exercise_has_therapist(exercise);
    if (!uh_exercise_is_own(exercise)) {
        return;
    }
    add_limits(loupe, at + IN(uh_exercise, not_for), uh_own_limits(exercise), therapist);
    for (uint32_t i = 0; i < exercise->variants.count; i++) {
        const uh_variant *variant = uh_exercise_variant(&view, exercise, i);
        const uint32_t form_at = exercise->variants.offset + i * (uint32_t)sizeof(uh_variant);
        add_limits(loupe, form_at + IN(uh_variant, not_for),
                   uh_own_form_limits(exercise, variant) & ~exercise->not_for, therapist);
    }
}
