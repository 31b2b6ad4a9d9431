/* SPDX-License-Identifier: MIT */
#include "unhunch/progress.h"

#include <math.h>

/* -- names -- */

const char *uh_day_look_name(uint32_t look)
{
    static const char *const names[] = {"unknown", "free", "rest", "flare", "break", "stretched"};
    return look < UH_COUNT(names) ? names[look] : "";
}

const char *uh_complaint_name(uint32_t which)
{
    static const char *const names[] = {"pain", "stiffness"};
    return which < UH_COUNT(names) ? names[which] : "";
}

/* -- days -- */

static uh_day_look look_of(const uh_history *history, uint32_t day, bool is_known)
{
    const uh_day_past *past = &history->days[day];
    if (past->sessions > 0) {
        return UH_DAY_STRETCHED;
    }
    if (past->taken > 0) {
        return UH_DAY_BREAK;
    }
    if (uh_history_is_marked(history, day, UH_MARK_FLARE)) {
        return UH_DAY_FLARE;
    }
    if (uh_history_is_marked(history, day, UH_MARK_REST)) {
        return UH_DAY_REST;
    }
    return is_known ? UH_DAY_FREE : UH_DAY_UNKNOWN;
}

static bool is_done(uh_day_look look)
{
    return look == UH_DAY_STRETCHED || look == UH_DAY_BREAK;
}

static void count_days(const uh_history *history, uh_progress *progress)
{
    for (uint32_t i = 0; i < progress->days; i++) {
        const uh_day_past *past = &history->days[i];
        const bool is_known = i < progress->known;
        const uh_day_look look = look_of(history, i, is_known);
        progress->day[i] = look;
        progress->done += is_done(look);
        progress->stretched += look == UH_DAY_STRETCHED;
        progress->rest += uh_history_is_marked(history, i, UH_MARK_REST);
        progress->flare += uh_history_is_marked(history, i, UH_MARK_FLARE);
        progress->sessions += past->sessions;
        progress->breaks += past->breaks;
        progress->taken += past->taken;
    }
    progress->planned = uh_history_planned(history, progress->days, progress->goal);
}

static void count_week(const uh_history *history, uh_progress *progress)
{
    const uh_week week = uh_history_week(history, progress->goal);
    progress->week_done = week.done;
    progress->week_planned = week.planned;
    progress->is_due = week.is_due;
}

static uint32_t add_ms(uint32_t sum, uint64_t more)
{
    return more > UINT32_MAX - sum ? UINT32_MAX : sum + (uint32_t)more;
}

static void count_minutes(const uh_history *history, uh_progress *progress)
{
    for (uint32_t i = 0; i < UH_FAMILY_COUNT; i++) {
        progress->enough |= uh_history_is_enough(history, (uh_family)i) ? 1U << i : 0;
        progress->family_ms[i] =
            add_ms(0, uh_history_family_ms(history, (uh_family)i, UH_WEEK_DAYS));
    }
    for (uint32_t i = 0; i < progress->days; i++) {
        progress->left_ms = add_ms(progress->left_ms, history->days[i].left_ms);
        progress->right_ms = add_ms(progress->right_ms, history->days[i].right_ms);
    }
}

/* -- ratings -- */

static int32_t rating_of(const uh_day_past *day, uh_complaint which)
{
    return which == UH_COMPLAINT_PAIN ? day->pain : day->stiffness;
}

/* Of seven: the one that three others do not exceed and three do not fall below. */
static int32_t median_of(const int32_t ratings[UH_MEDIAN_RATINGS])
{
    int32_t sorted[UH_MEDIAN_RATINGS];
    for (uint32_t i = 0; i < UH_MEDIAN_RATINGS; i++) {
        uint32_t at = i;
        for (; at > 0 && sorted[at - 1] > ratings[i]; at--) {
            sorted[at] = sorted[at - 1];
        }
        sorted[at] = ratings[i];
    }
    return sorted[UH_MEDIAN_RATINGS / 2];
}

/* U of Mann and Whitney, doubled because a tie is half: in how many of the 49 pairs the one that is
 * mostly lower is the higher one. */
static uint32_t overlap_doubled(const int32_t *a, const int32_t *b)
{
    uint32_t above = 0;
    for (uint32_t i = 0; i < UH_MEDIAN_RATINGS * UH_MEDIAN_RATINGS; i++) {
        const int32_t of_a = a[i / UH_MEDIAN_RATINGS];
        const int32_t of_b = b[i % UH_MEDIAN_RATINGS];
        above += of_a == of_b ? 1U : 2U * (of_a > of_b);
    }
    const uint32_t all = 2 * UH_MEDIAN_RATINGS * UH_MEDIAN_RATINGS;
    return above < all - above ? above : all - above;
}

static int32_t change_between(const int32_t *first, const int32_t *last)
{
    const int32_t change = median_of(last) - median_of(first);
    const bool is_large = change >= UH_CHANGE_LEAST || change <= -UH_CHANGE_LEAST;
    return is_large && overlap_doubled(first, last) <= 2 * UH_CHANGE_OVERLAP ? change : 0;
}

static uh_course course_of(const uh_history *history, uint32_t days, uh_complaint which)
{
    uh_course course = {.first = UH_NOT_ASKED, .last = UH_NOT_ASKED};
    int32_t ratings[UH_HISTORY_DAYS]; /* in the order in which they were given */
    int32_t median = UH_NOT_ASKED;
    for (uint32_t i = days; i-- > 0;) {
        const int32_t rating = rating_of(&history->days[i], which);
        course.rating[i] = rating;
        if (rating != UH_NOT_ASKED) {
            ratings[course.ratings++] = rating;
            if (course.ratings >= UH_MEDIAN_RATINGS) {
                median = median_of(ratings + course.ratings - UH_MEDIAN_RATINGS);
            }
        }
        course.median[i] = median;
    }
    if (course.ratings >= UH_MEDIAN_RATINGS) {
        course.first = median_of(ratings);
        course.last = median;
    }
    course.is_told = course.ratings >= 2 * UH_MEDIAN_RATINGS;
    if (course.is_told) {
        course.change = change_between(ratings, ratings + course.ratings - UH_MEDIAN_RATINGS);
    }
    return course;
}

/* -- relief -- */

/* Wilson's interval keeps its promise also for few answers and for shares near 0 and 1. */
static void estimate(uh_relief *relief)
{
    static const double z = 1.96; /* 95 % */
    const double n = relief->asked;
    const double share = relief->better / n;
    const double middle = share + z * z / (2.0 * n);
    const double half = z * sqrt(share * (1.0 - share) / n + z * z / (4.0 * n * n));
    const double whole = 1.0 + z * z / n;
    /* outwards to whole percents; the small term takes back what the last bit of a sum may add */
    relief->low_percent = (uint32_t)floor(100.0 * (middle - half) / whole + 1e-9);
    relief->high_percent = (uint32_t)floor(100.0 * (middle + half) / whole + 1.0 - 1e-9);
}

static void count_relief(const uh_history *history, uh_progress *progress)
{
    progress->relief_better = history->relief;
    progress->relief_asked = history->relief_asked;
    for (uint32_t i = 0; i < UH_EXERCISES_MAX; i++) {
        const uh_exercise_past *past = &history->exercises[i];
        if (past->relief_asked >= UH_RELIEF_LEAST) {
            uh_relief *relief = &progress->relief[progress->relief_count++];
            *relief =
                (uh_relief){.exercise = i, .better = past->relief, .asked = past->relief_asked};
            estimate(relief);
        }
    }
}

void uh_progress_look(const uh_history *history, uint32_t days, uint32_t goal,
                      uh_progress *ret_progress)
{
    UH_ASSERT(days >= UH_PROGRESS_DAYS_LEAST && days <= UH_HISTORY_DAYS && goal <= UH_WEEK_DAYS);
    *ret_progress = (uh_progress){
        .today = history->today,
        .days = days,
        .known = uh_history_known(history, days),
        .goal = goal,
        .earlier = history->earlier,
    };
    count_days(history, ret_progress);
    count_week(history, ret_progress);
    count_minutes(history, ret_progress);
    for (uint32_t i = 0; i < UH_COMPLAINT_COUNT; i++) {
        ret_progress->courses[i] = course_of(history, days, (uh_complaint)i);
    }
    count_relief(history, ret_progress);
}

/* A day off alone is something: it was noted. */
static bool has_anything(const uh_progress *progress)
{
    return progress->sessions + progress->breaks + progress->rest + progress->flare +
               progress->courses[UH_COMPLAINT_PAIN].ratings +
               progress->courses[UH_COMPLAINT_STIFFNESS].ratings >
           0;
}

bool uh_progress_is_empty(const uh_progress *progress)
{
    return progress->known == 0 ||
           (progress->earlier.days != UH_NO_DATE.days && !has_anything(progress));
}

bool uh_progress_is_due(const uh_progress *progress)
{
    return progress->is_due;
}

bool uh_progress_is_enough(const uh_progress *progress, uh_family family)
{
    return (progress->enough & 1U << family) != 0;
}
