/* SPDX-License-Identifier: MIT */
/* What progress says. No sentence counts what was not done. */
#include "unhunch/progress.h"

/* -- days -- */

uh_phrase uh_progress_lately_phrase(uint32_t days, int32_t ago, const char *command)
{
    const uh_argument how = uh_literal(command);
    const uh_argument back = uh_number(ago + 1);
    return days == 1 ? uh_say2(UH_MSG_PROGRESS_EMPTY_TODAY, how, back)
                     : uh_say3(UH_MSG_PROGRESS_EMPTY_LATELY, uh_number(days), how, back);
}

uh_phrase uh_progress_empty_phrase(const uh_progress *progress)
{
    const int32_t ago = uh_date_between(progress->earlier, progress->today);
    if (progress->earlier.days != UH_NO_DATE.days) {
        return uh_progress_lately_phrase(progress->days, ago,
                                         ago < UH_HISTORY_DAYS ? "unhunch progress --days"
                                                               : "unhunch log --days");
    }
    return uh_say2(UH_MSG_PROGRESS_EMPTY, uh_literal("unhunch stretch"),
                   uh_literal("unhunch log --stood"));
}

uh_phrase uh_progress_done_phrase(const uh_progress *progress)
{
    const uh_argument done = uh_number(progress->done);
    const uh_argument planned = uh_number(progress->planned);
    if (progress->goal == 0) {
        return uh_say2(UH_MSG_PROGRESS_DONE_NEEDED, done, uh_number(progress->known));
    }
    if (progress->planned == 0) {
        const bool young = progress->known < UH_WEEK_DAYS; /* too short for a part of the aim */
        return uh_say1(young ? UH_MSG_PROGRESS_DONE_SO_FAR : UH_MSG_PROGRESS_DONE_FREE, done);
    }
    return uh_say2(progress->done > progress->planned ? UH_MSG_PROGRESS_DONE_MORE
                                                      : UH_MSG_PROGRESS_DONE,
                   done, planned);
}

uh_phrase uh_progress_days_phrase(const uh_progress *progress)
{
    if (progress->done == 0) {
        return uh_say(UH_MSG_PROGRESS_DAYS_NONE);
    }
    if (progress->done == progress->stretched) {
        return uh_say1(UH_MSG_PROGRESS_DAYS_STRETCHED, uh_number(progress->stretched));
    }
    return uh_say2(UH_MSG_PROGRESS_DAYS, uh_number(progress->stretched),
                   uh_number(progress->done - progress->stretched));
}

uh_phrase uh_progress_rest_phrase(const uh_progress *progress)
{
    return uh_say2(progress->goal == 0 ? UH_MSG_PROGRESS_REST_NEEDED : UH_MSG_PROGRESS_REST,
                   uh_number(progress->rest), uh_number(progress->flare));
}

uh_phrase uh_progress_breaks_phrase(const uh_progress *progress)
{
    return uh_say2(UH_MSG_PROGRESS_BREAKS, uh_number(progress->breaks), uh_number(progress->taken));
}

/* -- minutes -- */

static uh_argument family_argument(uh_family family)
{
    return uh_message_argument((uh_message)((uint32_t)UH_MSG_FAMILY_CHEST_OPEN + family));
}

uh_phrase uh_progress_family_phrase(const uh_progress *progress, uh_family family)
{
    return uh_say2(uh_progress_is_enough(progress, family) ? UH_MSG_PROGRESS_FAMILY_ENOUGH
                                                           : UH_MSG_PROGRESS_FAMILY,
                   family_argument(family), uh_duration(progress->family_ms[family]));
}

uh_phrase uh_progress_sides_phrase(const uh_progress *progress)
{
    return uh_say2(UH_MSG_PROGRESS_SIDES, uh_duration(progress->left_ms),
                   uh_duration(progress->right_ms));
}

/* -- ratings -- */

static uh_message course_message(const uh_course *course)
{
    if (course->change == 0) {
        return UH_MSG_PROGRESS_COURSE_SAME;
    }
    return course->change < 0 ? UH_MSG_PROGRESS_COURSE_LOWER : UH_MSG_PROGRESS_COURSE_HIGHER;
}

uh_phrase uh_progress_course_phrase(const uh_progress *progress, uh_complaint which)
{
    const uh_course *course = &progress->courses[which];
    const uh_argument count = uh_number(course->ratings);
    const uh_argument seven = uh_number(UH_MEDIAN_RATINGS);
    const uh_argument enough = uh_number(2 * UH_MEDIAN_RATINGS);
    if (course->ratings == 0) {
        return uh_say(UH_MSG_PROGRESS_COURSE_NONE);
    }
    if (course->ratings < UH_MEDIAN_RATINGS) {
        return uh_say2(UH_MSG_PROGRESS_COURSE_FEW, count, enough);
    }
    if (!course->is_told) {
        return uh_say4(UH_MSG_PROGRESS_COURSE_LEVEL, seven, count, uh_number(course->last), enough);
    }
    return uh_say4(course_message(course), seven, uh_number(course->first), uh_number(course->last),
                   count);
}

/* -- relief -- */

uh_phrase uh_progress_relief_phrase(const uh_progress *progress)
{
    const uh_argument asked = uh_number(progress->relief_asked);
    if (progress->relief_asked < UH_RELIEF_LEAST) {
        return uh_say2(UH_MSG_PROGRESS_RELIEF_FEW, asked, uh_number(UH_RELIEF_LEAST));
    }
    return uh_say2(UH_MSG_PROGRESS_RELIEF, uh_number(progress->relief_better), asked);
}

uh_phrase uh_relief_phrase(const uh_relief *relief)
{
    return uh_say4(UH_MSG_PROGRESS_RELIEF_ROW, uh_number(relief->better), uh_number(relief->asked),
                   uh_number(relief->low_percent), uh_number(relief->high_percent));
}
