/* SPDX-License-Identifier: MIT */
#include "unhunch/progress_show.h"

static void date_json(uh_json *json, const char *key, uh_date date)
{
    char text[UH_DATE_TEXT_SIZE];
    uh_date_write(date, text);
    uh_json_text(json, key, text);
}

static void rating_json(uh_json *json, const char *key, int32_t rating)
{
    if (rating == UH_NOT_ASKED) {
        uh_json_null(json, key);
    } else {
        uh_json_number(json, key, rating);
    }
}

static void counts_json(uh_json *json, const uh_progress *progress)
{
    if (progress->goal == 0) {
        uh_json_null(json, "goal_days_a_week");
        uh_json_null(json, "planned");
    } else {
        uh_json_number(json, "goal_days_a_week", progress->goal);
        uh_json_number(json, "planned", progress->planned);
    }
    uh_json_number(json, "done", progress->done);
    uh_json_number(json, "stretched", progress->stretched);
    uh_json_number(json, "rest", progress->rest);
    uh_json_number(json, "flare", progress->flare);
    uh_json_number(json, "sessions", progress->sessions);
    uh_json_number(json, "breaks", progress->breaks);
    uh_json_number(json, "breaks_taken", progress->taken);
    uh_json_bool(json, "due_today", uh_progress_is_due(progress));
}

static void families_json(uh_json *json, const uh_progress *progress)
{
    uh_json_list(json, "families");
    for (uint32_t i = 0; i < UH_FAMILY_COUNT; i++) {
        uh_json_object(json, NULL);
        uh_json_text(json, "family", uh_family_name(i));
        uh_json_number(json, "week_ms", progress->family_ms[i]);
        uh_json_bool(json, "no_further_benefit_known",
                     uh_progress_is_enough(progress, (uh_family)i));
        uh_json_end_object(json);
    }
    uh_json_end_list(json);
}

static void course_json(uh_json *json, const uh_progress *progress, uh_complaint which)
{
    const uh_course *course = &progress->courses[which];
    uh_json_object(json, uh_complaint_name(which));
    uh_json_number(json, "ratings", course->ratings);
    rating_json(json, "first_median", course->first);
    rating_json(json, "last_median", course->last);
    uh_json_bool(json, "enough_to_tell", course->is_told);
    if (course->is_told) {
        uh_json_number(json, "change_beyond_noise", course->change);
    } else {
        uh_json_null(json, "change_beyond_noise");
    }
    uh_json_end_object(json);
}

static void relief_json(uh_json *json, const uh_catalogue *catalogue, const uh_progress *progress)
{
    uh_json_object(json, "relief");
    uh_json_number(json, "better", progress->relief_better);
    uh_json_number(json, "asked", progress->relief_asked);
    uh_json_list(json, "stretches");
    for (uint32_t i = 0; i < progress->relief_count; i++) {
        const uh_relief *relief = &progress->relief[i];
        const uh_exercise *exercise = uh_catalogue_exercise(catalogue, relief->exercise);
        uh_json_object(json, NULL);
        uh_json_text(json, "exercise", uh_catalogue_text(catalogue, exercise->key));
        uh_json_number(json, "better", relief->better);
        uh_json_number(json, "asked", relief->asked);
        uh_json_number(json, "low_percent", relief->low_percent);
        uh_json_number(json, "high_percent", relief->high_percent);
        uh_json_end_object(json);
    }
    uh_json_end_list(json);
    uh_json_end_object(json);
}

/* Oldest first. */
static void days_json(uh_json *json, const uh_progress *progress)
{
    uh_json_list(json, "each_day");
    for (uint32_t i = progress->known; i-- > 0;) {
        uh_json_object(json, NULL);
        date_json(json, "day", uh_date_add(progress->today, -(int32_t)i));
        uh_json_text(json, "was", uh_day_look_name(progress->day[i]));
        for (uint32_t which = 0; which < UH_COMPLAINT_COUNT; which++) {
            rating_json(json, uh_complaint_name(which), progress->courses[which].rating[i]);
        }
        uh_json_end_object(json);
    }
    uh_json_end_list(json);
}

void uh_show_progress_json(uh_json *json, const uh_catalogue *catalogue,
                           const uh_progress *progress)
{
    uh_json_object(json, NULL);
    date_json(json, "today", progress->today);
    uh_json_number(json, "days", progress->days);
    uh_json_number(json, "known_days", progress->known);
    counts_json(json, progress);
    families_json(json, progress);
    uh_json_object(json, "sides");
    uh_json_number(json, "left_ms", progress->left_ms);
    uh_json_number(json, "right_ms", progress->right_ms);
    uh_json_end_object(json);
    for (uint32_t i = 0; i < UH_COMPLAINT_COUNT; i++) {
        course_json(json, progress, (uh_complaint)i);
    }
    relief_json(json, catalogue, progress);
    days_json(json, progress);
    uh_json_end_object(json);
}
