/* SPDX-License-Identifier: MIT */
#include "present/own.h"

/* `above`: limits that hold without being repeated here. */
static uh_own_not_for parted(const uh_exercise *exercise, uint32_t not_for, uint32_t inferred,
                             uint32_t above)
{
    if (!uh_exercise_is_own(exercise)) {
        return (uh_own_not_for){0};
    }
    return (uh_own_not_for){.written = not_for & ~inferred,
                            .inferred = not_for & inferred,
                            .open = inferred & ~not_for & ~above};
}

uh_own_not_for uh_own_stretch_not_for(const uh_exercise *exercise)
{
    return parted(exercise, exercise->not_for, uh_own_limits(exercise), 0);
}

uh_own_not_for uh_own_form_not_for(const uh_exercise *exercise, const uh_variant *variant)
{
    return parted(exercise, variant->not_for, uh_own_form_limits(exercise, variant),
                  exercise->not_for);
}

const char *uh_dose_render_sayer(const uh_page *page, const uh_exercise *exercise,
                                 const uh_dose_row *row, const uh_source_range *source, bool full,
                                 char *buffer)
{
    const bool stated = source->min != UH_UNKNOWN || source->max != UH_UNKNOWN;
    if (stated || !uh_exercise_is_own(exercise)) {
        return uh_dose_render_source(page, row, source, full, buffer);
    }
    return uh_page_render(
        page,
        uh_exercise_has_therapist(exercise)
            ? uh_say1(UH_MSG_DOSE_THERAPIST, uh_catalogue_argument(exercise->therapist.name))
            : uh_say(UH_MSG_DOSE_OWN),
        buffer);
}

const char *uh_page_render_limits(const uh_page *page, uint32_t limits, char *buffer)
{
    buffer[0] = '\0';
    return uh_page_render_set(page, limits, UH_LIMIT_COUNT, UH_MSG_LIMIT_GENTLE, buffer);
}

void uh_limits_json(uh_json *json, const char *key, uint32_t limits)
{
    uh_json_list(json, key);
    for (uint32_t limit = 0; limit < UH_LIMIT_COUNT; limit++) {
        if ((limits >> limit & 1U) != 0) {
            uh_json_text(json, NULL, uh_limit_name(limit));
        }
    }
    uh_json_end_list(json);
}

void uh_therapist_members_json(uh_json *json, const uh_catalogue *catalogue,
                               const uh_therapist *therapist)
{
    uh_json_text(json, "name", uh_catalogue_text(catalogue, therapist->name));
    uh_json_text(json, "reason", uh_catalogue_text(catalogue, therapist->reason));
    uh_json_text(json, "date", uh_catalogue_text(catalogue, therapist->date));
}

void uh_therapist_json(uh_json *json, const uh_catalogue *catalogue, const uh_exercise *exercise)
{
    if (!uh_exercise_has_therapist(exercise)) {
        uh_json_text(json, "therapist", "");
        return;
    }
    uh_json_object(json, "therapist");
    uh_therapist_members_json(json, catalogue, &exercise->therapist);
    uh_json_end_object(json);
}

void uh_own_excess_json(uh_json *json, const uh_own_excess *excess)
{
    static const struct {
        const char *name;
        bool is_count;
    } bounds[UH_OWN_BOUND_COUNT] = {
        [UH_OWN_HOLD] = {"hold_s", false},
        [UH_OWN_REPETITIONS] = {"repetitions", true},
        [UH_OWN_SETS] = {"sets", true},
        [UH_OWN_PER_DAY] = {"per_day", true},
        [UH_OWN_SESSION] = {"session_hold_s", false},
        [UH_OWN_PART] = {"part_s", false},
        [UH_OWN_BREATH] = {"breath_s", false},
        [UH_OWN_REPETITION] = {"repetition_s", false},
    };
    void (*const number)(uh_json *, const char *, int32_t) =
        bounds[excess->bound].is_count ? uh_json_known : uh_json_known_seconds;
    uh_json_object(json, NULL);
    uh_json_text(json, "bound", bounds[excess->bound].name);
    number(json, "value", excess->value);
    number(json, "allowed", excess->ceiling->value);
    uh_json_text(json, "reason", excess->ceiling->reason);
    uh_json_end_object(json);
}
