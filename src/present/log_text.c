/* SPDX-License-Identifier: MIT */
#include "unhunch/log_show.h"

#include <string.h>

enum { INDENT = 2, COLUMN = 9, LINE_SIZE = 1024, SIDES = 3 };

/* A session's sets lie behind it: `facts` may be all of a day. */
typedef struct log_session {
    const uh_page *page;
    const uh_session_fact *session;
    const uh_fact *facts;
    uint32_t count;
} log_session;

/* -- words -- */

static const uh_message reasons[UH_REASON_COUNT] = {
    [UH_REASON_NONE] = UH_MSG_WHY_STOP_OTHER,
    [UH_REASON_PAIN] = UH_MSG_WHY_STOP_PAIN,
    [UH_REASON_NERVE] = UH_MSG_WHY_STOP_NERVE,
    [UH_REASON_DIZZY] = UH_MSG_WHY_STOP_DIZZY,
    [UH_REASON_OTHER] = UH_MSG_WHY_STOP_OTHER,
    [UH_REASON_NOT_NOW] = UH_MSG_WHY_SKIP_NOT_NOW,
    [UH_REASON_NO_ROOM] = UH_MSG_WHY_SKIP_NO_ROOM,
    [UH_REASON_UNCOMFORTABLE] = UH_MSG_WHY_SKIP_UNCOMFORTABLE,
    [UH_REASON_DONE_ALREADY] = UH_MSG_WHY_SKIP_DONE_ALREADY,
};

static uh_argument reason_argument(uint32_t reason)
{
    UH_ASSERT(reason < UH_REASON_COUNT);
    return uh_message_argument(reasons[reason]);
}

/* Its name; of a stretch that this catalogue does not have, its key. */
static uh_argument stretch_argument(const uh_page *page, const char *key)
{
    uint32_t exercise = 0;
    if (uh_catalogue_find_exercise(page->catalogue, key, &exercise) == UH_OK) {
        return uh_catalogue_argument(uh_catalogue_exercise(page->catalogue, exercise)->name);
    }
    return uh_literal(key);
}

void uh_log_time(uh_moment at, char out[UH_LOG_TIME_SIZE])
{
    const int64_t day_ms = INT64_C(86400000);
    const int64_t local_ms = at.at.ms + (int64_t)at.offset_s * 1000;
    const int64_t minute = (local_ms % day_ms + day_ms) % day_ms / 60000;
    out[0] = (char)('0' + minute / 600);
    out[1] = (char)('0' + minute / 60 % 10);
    out[2] = ':';
    out[3] = (char)('0' + minute % 60 / 10);
    out[4] = (char)('0' + minute % 10);
    out[5] = '\0';
}

uh_phrase uh_log_ending_phrase(const uh_session_fact *session)
{
    switch ((uh_ending)session->end) {
    case UH_ENDING_OPEN:
        return uh_say(UH_MSG_LOG_OPEN);
    case UH_ENDING_COMPLETE:
        return uh_say(UH_MSG_LOG_COMPLETE);
    case UH_ENDING_EARLY:
        return uh_say(UH_MSG_LOG_EARLY);
    case UH_ENDING_STOPPED:
        return uh_say1(UH_MSG_LOG_STOPPED, reason_argument(session->reason));
    case UH_ENDING_INTERRUPTED:
        return uh_say(UH_MSG_LOG_INTERRUPTED);
    }
    __builtin_unreachable();
}

/* -- ids -- */

const char *uh_log_id(const uh_fact *fact)
{
    switch (fact->kind) {
    case UH_FACT_SESSION:
        return fact->is.session.id;
    case UH_FACT_RATING:
        return fact->is.rating.id;
    case UH_FACT_BREAK:
        return fact->is.pause.id;
    case UH_FACT_MARK:
        return fact->is.mark.id;
    case UH_FACT_ENTRY:
    case UH_FACT_COMMAND:
    case UH_FACT_SET:
    case UH_FACT_ANSWER:
    case UH_FACT_SETTING:
    case UH_FACT_KIND_COUNT:
        break;
    }
    return NULL;
}

static uint32_t letters_in_common(const char *a, const char *b)
{
    uint32_t count = 0;
    while (a[count] != '\0' && a[count] == b[count]) {
        count++;
    }
    return count;
}

/* Ids begin with the time: those of one minute are alike in their first letters. */
const char *uh_log_short_id(const uh_fact *facts, uint32_t count, const char *id,
                            char out[UH_FACT_ID_SIZE])
{
    uint32_t letters = UH_SHORT_ID_LETTERS;
    for (uint32_t i = 0; i < count; i++) {
        const char *other = uh_log_id(&facts[i]);
        if (other && strcmp(other, id) != 0 && letters_in_common(id, other) >= letters) {
            letters = letters_in_common(id, other) + 1;
        }
    }
    const size_t length = strlen(id);
    const size_t kept = letters < length ? letters : length;
    memcpy(out, id, kept);
    out[kept] = '\0';
    return out;
}

/* -- what was really done of a stretch -- */

/* One side of it, all sets and attempts together. */
typedef struct side_done {
    bool is_there;
    uint32_t sets; /* that were planned */
    uint32_t planned_hold_ms;
    uint32_t planned_repetitions;
    uint32_t hold_ms;
    uint32_t repetitions;
} side_done;

typedef struct stretch_done {
    const uh_set_fact *first;
    const uh_set_fact *ended; /* skipped or stopped */
    bool is_eased;
    side_done sides[SIDES];
} stretch_done;

static bool is_set_of(const log_session *of, const uh_fact *fact)
{
    return fact->kind == UH_FACT_SET && strcmp(fact->is.set.session, of->session->id) == 0;
}

/* Of what was killed the first attempt may be missing. */
static bool is_first_attempt(const log_session *of, const uh_set_fact *set)
{
    for (uint32_t i = 0; i < of->count; i++) {
        const uh_set_fact *other = &of->facts[i].is.set;
        if (is_set_of(of, &of->facts[i]) && other->entry == set->entry && other->set == set->set &&
            other->side == set->side && other->attempt < set->attempt) {
            return false;
        }
    }
    return true;
}

/* A further attempt adds to what was done, never to what was planned. */
static void add_set(const log_session *of, stretch_done *done, const uh_set_fact *set)
{
    side_done *side = &done->sides[set->side];
    side->is_there = true;
    if (is_first_attempt(of, set)) {
        side->sets++;
        side->planned_hold_ms += set->planned_hold_ms;
        side->planned_repetitions += set->planned_repetitions;
    }
    side->hold_ms += set->actual_hold_ms;
    side->repetitions += set->actual_repetitions;
    done->is_eased = done->is_eased || set->eased;
    if (set->end == UH_ENDED_SKIPPED || set->end == UH_ENDED_STOPPED) {
        done->ended = set;
    }
    done->first = done->first ? done->first : set;
}

static stretch_done entry_done(const log_session *of, uint32_t entry)
{
    stretch_done done = {0};
    for (uint32_t i = 0; i < of->count; i++) {
        if (is_set_of(of, &of->facts[i]) && of->facts[i].is.set.entry == entry) {
            add_set(of, &done, &of->facts[i].is.set);
        }
    }
    return done;
}

/* Whole seconds that were held: never rounded up (rule 4). */
static uh_argument whole_seconds(uint32_t ms)
{
    return uh_number(ms / 1000);
}

/* What was planned is told where something else was done. */
static uh_phrase held_phrase(const side_done *side)
{
    const uh_argument held = whole_seconds(side->hold_ms);
    const uh_argument planned = whole_seconds(side->planned_hold_ms);
    const uint32_t held_s = side->hold_ms / 1000;
    const uint32_t planned_s = side->planned_hold_ms / 1000;
    if (held_s == planned_s) {
        return uh_say1(UH_MSG_LOG_HELD, held);
    }
    return uh_say2(held_s < planned_s ? UH_MSG_LOG_HELD_OF : UH_MSG_LOG_HELD_MORE, held, planned);
}

static uh_phrase times_phrase(const side_done *side)
{
    const uh_argument times = uh_number(side->repetitions);
    const uh_argument planned = uh_number(side->planned_repetitions);
    if (side->repetitions == side->planned_repetitions) {
        return uh_say1(UH_MSG_LOG_TIMES, times);
    }
    return uh_say2(side->repetitions < side->planned_repetitions ? UH_MSG_LOG_TIMES_OF
                                                                 : UH_MSG_LOG_TIMES_MORE,
                   times, planned);
}

/* One hold a set is told by its seconds alone. */
static const char *amount_of(const uh_page *page, const side_done *side, char out[UH_PAGE_TEXT_MAX])
{
    char times[UH_PAGE_TEXT_MAX];
    char held[UH_PAGE_TEXT_MAX];
    if (side->planned_hold_ms == 0) {
        return uh_page_render(page, times_phrase(side), out);
    }
    if (side->planned_repetitions <= side->sets) {
        return uh_page_render(page, held_phrase(side), out);
    }
    (void)uh_page_render(page, times_phrase(side), times);
    (void)uh_page_render(page, uh_say1(UH_MSG_LOG_HELD, whole_seconds(side->hold_ms)), held);
    return uh_page_render(page, uh_say2(UH_MSG_LOG_TIMES_HELD, uh_literal(times), uh_literal(held)),
                          out);
}

static void join(uh_out out, bool *is_first, const char *text)
{
    uh_out_text(out, *is_first ? "" : "; ");
    uh_out_text(out, text);
    *is_first = false;
}

static void join_side(const uh_page *page, uh_out out, bool *is_first, const side_done *side,
                      uint32_t which)
{
    static const uh_message sides[SIDES] = {[UH_SIDE_BOTH] = UH_MSG_LOG_SIDE_BOTH,
                                            [UH_SIDE_LEFT] = UH_MSG_LOG_SIDE_LEFT,
                                            [UH_SIDE_RIGHT] = UH_MSG_LOG_SIDE_RIGHT};
    char amount[UH_PAGE_TEXT_MAX];
    char text[UH_PAGE_TEXT_MAX];
    (void)amount_of(page, side, amount);
    join(out, is_first, uh_page_render(page, uh_say1(sides[which], uh_literal(amount)), text));
}

static void join_end(const uh_page *page, uh_out out, bool *is_first, const stretch_done *done)
{
    char text[UH_PAGE_TEXT_MAX];
    if (done->is_eased) {
        join(out, is_first, uh_page_render(page, uh_say(UH_MSG_LOG_EASED), text));
    }
    if (done->ended) {
        const uh_message how =
            done->ended->end == UH_ENDED_SKIPPED ? UH_MSG_LOG_SKIPPED : UH_MSG_LOG_STOPPED;
        const uh_phrase phrase = uh_say1(how, reason_argument(done->ended->reason));
        join(out, is_first, uh_page_render(page, phrase, text));
    }
}

static void show_stretch(const log_session *of, uint32_t entry)
{
    const stretch_done done = entry_done(of, entry);
    char line[LINE_SIZE];
    uh_buffer buffer = {line, sizeof line, 0};
    const uh_out out = uh_out_to_buffer(&buffer);
    bool is_first = true;
    if (!done.first) {
        return;
    }
    for (uint32_t side = 0; side < SIDES; side++) {
        const side_done *of_side = &done.sides[side];
        if (of_side->is_there &&
            (of_side->repetitions > 0 || of_side->hold_ms > 0 || !done.ended)) {
            join_side(of->page, out, &is_first, of_side, side);
        }
    }
    join_end(of->page, out, &is_first, &done);
    uh_page_phrase(of->page, COLUMN,
                   uh_say2(UH_MSG_LOG_STRETCH, stretch_argument(of->page, done.first->exercise),
                           uh_literal(line)));
}

/* -- a session -- */

static bool is_worked(const stretch_done *done)
{
    bool worked = false;
    for (uint32_t side = 0; side < SIDES; side++) {
        worked = worked || done->sides[side].repetitions > 0 || done->sides[side].hold_ms > 0;
    }
    return worked;
}

static bool is_stopped(const stretch_done *done)
{
    return done->ended && done->ended->end == UH_ENDED_STOPPED;
}

static bool any_worked(const log_session *of)
{
    bool any = false;
    for (uint32_t entry = 0; entry < UH_ROUTINE_MAX; entry++) {
        const stretch_done done = entry_done(of, entry);
        any = any || is_worked(&done);
    }
    return any;
}

void uh_log_stretches(const uh_page *page, const uh_session_fact *session, const uh_fact *facts,
                      uint32_t count, char *buffer)
{
    const log_session of = {page, session, facts, count};
    const bool any = any_worked(&of);
    uh_buffer joined = {buffer, UH_PAGE_TEXT_MAX, 0};
    const uh_out out = uh_out_to_buffer(&joined);
    for (uint32_t entry = 0; entry < UH_ROUTINE_MAX; entry++) {
        const stretch_done done = entry_done(&of, entry);
        if (done.first && (is_worked(&done) || is_stopped(&done) || !any)) {
            char name[UH_PAGE_TEXT_MAX];
            const uh_phrase phrase =
                uh_say1(UH_MSG_LOG_NAME, stretch_argument(page, done.first->exercise));
            uh_out_text(out, joined.length > 0 ? ", " : "");
            uh_out_text(out, uh_page_render(page, phrase, name));
        }
    }
    if (joined.length == 0) {
        (void)uh_page_render(page, uh_say(UH_MSG_LOG_NOTHING), buffer);
    }
}

static int64_t worked_ms(const log_session *of)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < of->count; i++) {
        sum += is_set_of(of, &of->facts[i]) ? of->facts[i].is.set.duration_ms : 0;
    }
    return sum;
}

/* A stop is told with the stretch in which it was, and once. */
static bool is_told_with_its_stretch(const log_session *of)
{
    bool told = false;
    for (uint32_t i = 0; i < of->count; i++) {
        told =
            told || (is_set_of(of, &of->facts[i]) && of->facts[i].is.set.end == UH_ENDED_STOPPED &&
                     of->facts[i].is.set.reason == of->session->reason);
    }
    return told;
}

static void show_end(const log_session *of)
{
    char ending[UH_PAGE_TEXT_MAX];
    const bool plain = of->session->end == UH_ENDING_STOPPED && is_told_with_its_stretch(of);
    (void)uh_page_render(
        of->page, plain ? uh_say(UH_MSG_LOG_EARLY) : uh_log_ending_phrase(of->session), ending);
    uh_page_phrase(of->page, COLUMN,
                   uh_say2(UH_MSG_LOG_END, uh_literal(ending), uh_duration(worked_ms(of))));
}

/* What the person said of it, and what makes it another kind of session. */
static void show_notes(const log_session *of)
{
    static const uh_message corrections[] = {
        [UH_CORRECTION_ALL] = UH_MSG_LOG_SAID_ALL,
        [UH_CORRECTION_PART] = UH_MSG_LOG_SAID_PART,
        [UH_CORRECTION_STOPPED] = UH_MSG_LOG_SAID_STOPPED,
    };
    static const uh_message feelings[] = {
        [UH_HELPED_BETTER] = UH_MSG_LOG_FELT_BETTER,
        [UH_HELPED_SAME] = UH_MSG_LOG_FELT_SAME,
        [UH_HELPED_WORSE] = UH_MSG_LOG_FELT_WORSE,
    };
    const uh_session_fact *session = of->session;
    if (session->correction != UH_CORRECTION_NONE) {
        uh_page_message(of->page, COLUMN, corrections[session->correction]);
    }
    if (session->helped != UH_HELPED_NOT_ASKED) {
        uh_page_message(of->page, COLUMN, feelings[session->helped]);
    }
    if (session->simulated) {
        uh_page_phrase(of->page, COLUMN,
                       uh_say1(UH_MSG_LOG_SIMULATED, uh_number(session->speed_percent)));
    }
    if (session->acknowledged) {
        uh_page_message(of->page, COLUMN, UH_MSG_LOG_ACKNOWLEDGED);
    }
}

/* -- ratings -- */

uh_phrase uh_log_rating_phrase(const uh_rating_fact *rating)
{
    static const uh_message moments[] = {[UH_RATING_DAY] = UH_MSG_LOG_RATING_DAY,
                                         [UH_RATING_BEFORE] = UH_MSG_LOG_RATING_BEFORE,
                                         [UH_RATING_AFTER] = UH_MSG_LOG_RATING_AFTER};
    const uh_argument moment = uh_message_argument(moments[rating->moment]);
    const uh_argument pain = uh_number(rating->pain);
    const uh_argument stiffness = uh_number(rating->stiffness);
    if (rating->pain == UH_NOT_ASKED && rating->stiffness == UH_NOT_ASKED) {
        return uh_say1(UH_MSG_LOG_RATING_NONE, moment);
    }
    if (rating->stiffness == UH_NOT_ASKED) {
        return uh_say2(UH_MSG_LOG_RATING_PAIN, moment, pain);
    }
    return rating->pain == UH_NOT_ASKED ? uh_say2(UH_MSG_LOG_RATING_STIFFNESS, moment, stiffness)
                                        : uh_say3(UH_MSG_LOG_RATING_BOTH, moment, pain, stiffness);
}

static bool is_rating_of(const uh_fact *fact, const uh_session_fact *session)
{
    return fact->kind == UH_FACT_RATING && strcmp(fact->is.rating.session, session->id) == 0;
}

static void show_ratings(const log_session *of)
{
    for (uint32_t i = 0; i < of->count; i++) {
        if (is_rating_of(&of->facts[i], of->session)) {
            uh_page_phrase(of->page, COLUMN, uh_log_rating_phrase(&of->facts[i].is.rating));
        }
    }
}

/* -- what stands in a line of its own -- */

static void show_line(const uh_page *page, const char *time, uh_phrase what, const char *id)
{
    char text[UH_PAGE_TEXT_MAX];
    char line[UH_PAGE_TEXT_MAX];
    (void)uh_page_render(page, what, text);
    const uh_phrase with_id = uh_say2(UH_MSG_LOG_LINE, uh_literal(text), uh_literal(id));
    uh_page_item(page, INDENT, time, COLUMN, uh_page_render(page, with_id, line));
}

void uh_log_show_details(const uh_page *page, const uh_log_day *day, const uh_fact *session)
{
    const log_session of = {page, &session->is.session, day->facts, day->count};
    show_end(&of);
    show_notes(&of);
    show_ratings(&of);
    for (uint32_t entry = 0; entry < UH_ROUTINE_MAX; entry++) {
        show_stretch(&of, entry);
    }
}

static void show_session(const uh_page *page, const uh_log_day *day, const uh_fact *fact)
{
    const log_session of = {page, &fact->is.session, day->facts, day->count};
    char id[UH_FACT_ID_SIZE];
    char time[UH_LOG_TIME_SIZE];
    char names[UH_PAGE_TEXT_MAX];
    (void)uh_log_short_id(day->all, day->all_count, uh_log_id(fact), id);
    uh_log_time(of.session->began, time);
    uh_log_stretches(page, of.session, day->facts, day->count, names);
    show_line(page, time, uh_say1(UH_MSG_LOG_NAME, uh_literal(names)), id);
    uh_log_show_details(page, day, fact);
}

uh_phrase uh_log_break_phrase(const uh_break_fact *pause)
{
    static const uh_message kinds[] = {[UH_BREAK_AWAY] = UH_MSG_LOG_BREAK_AWAY,
                                       [UH_BREAK_STOOD] = UH_MSG_LOG_BREAK_STOOD,
                                       [UH_BREAK_POSTURE] = UH_MSG_LOG_BREAK_POSTURE,
                                       [UH_BREAK_BREATHS] = UH_MSG_LOG_BREAK_BREATHS};
    const uh_argument kind = uh_message_argument(kinds[pause->kind]);
    return pause->length_ms > 0
               ? uh_say2(UH_MSG_LOG_BREAK_LONG, kind, uh_duration(pause->length_ms))
               : uh_say1(UH_MSG_LOG_BREAK, kind);
}

static void show_break(const uh_page *page, const uh_break_fact *pause, const char *id)
{
    char time[UH_LOG_TIME_SIZE];
    uh_log_time(pause->began, time);
    show_line(page, time, uh_log_break_phrase(pause), id);
}

uh_phrase uh_log_mark_phrase(const uh_page *page, const uh_mark_fact *mark)
{
    static const uh_message again[SIDES] = {[UH_SIDE_BOTH] = UH_MSG_LOG_AGAIN,
                                            [UH_SIDE_LEFT] = UH_MSG_LOG_AGAIN_LEFT,
                                            [UH_SIDE_RIGHT] = UH_MSG_LOG_AGAIN_RIGHT};
    switch ((uh_mark_kind)mark->mark) {
    case UH_MARK_REST:
        return uh_say(UH_MSG_LOG_REST);
    case UH_MARK_FLARE:
        return uh_say(UH_MSG_LOG_FLARE);
    case UH_MARK_TRY_AGAIN:
        return uh_say1(again[mark->side], stretch_argument(page, mark->exercise));
    case UH_MARK_SCREENED:
        return uh_say(UH_MSG_LOG_SCREENED);
    case UH_MARK_ACKNOWLEDGED:
        return uh_say(UH_MSG_LOG_ACKNOWLEDGED_MARK);
    case UH_MARK_STOP:
        return uh_say2(UH_MSG_LOG_STOP_NOTED, stretch_argument(page, mark->exercise),
                       reason_argument(mark->reason));
    }
    __builtin_unreachable();
}

/* The stretch that was stopped says so itself. */
static bool is_told_by_its_set(const uh_log_day *day, const uh_mark_fact *mark)
{
    for (uint32_t i = 0; mark->mark == UH_MARK_STOP && i < day->count; i++) {
        const uh_set_fact *set = &day->facts[i].is.set;
        if (day->facts[i].kind == UH_FACT_SET && set->end == UH_ENDED_STOPPED &&
            set->reason == mark->reason && strcmp(set->exercise, mark->exercise) == 0) {
            return true;
        }
    }
    return false;
}

static void show_mark(const uh_page *page, const uh_log_day *day, const uh_mark_fact *mark,
                      const char *id)
{
    if (is_told_by_its_set(day, mark)) {
        return;
    }
    const bool is_of_day = mark->mark == UH_MARK_REST || mark->mark == UH_MARK_FLARE;
    char time[UH_LOG_TIME_SIZE];
    uh_log_time(mark->at, time);
    show_line(page, is_of_day ? "" : time, uh_log_mark_phrase(page, mark), id);
}

/* Ratings around a session stand with it, where it is there. */
bool uh_log_stands_with_session(const uh_log_day *day, const uh_rating_fact *rating)
{
    for (uint32_t i = 0; i < day->count; i++) {
        if (day->facts[i].kind == UH_FACT_SESSION &&
            strcmp(day->facts[i].is.session.id, rating->session) == 0) {
            return true;
        }
    }
    return false;
}

static void show_rating(const uh_page *page, const uh_log_day *day, const uh_rating_fact *rating,
                        const char *id)
{
    char time[UH_LOG_TIME_SIZE];
    if (!uh_log_stands_with_session(day, rating)) {
        uh_log_time(rating->at, time);
        show_line(page, time, uh_log_rating_phrase(rating), id);
    }
}

static void show_fact(const uh_page *page, const uh_log_day *day, const uh_fact *fact)
{
    char id[UH_FACT_ID_SIZE];
    if (!uh_log_id(fact)) {
        return;
    }
    (void)uh_log_short_id(day->all, day->all_count, uh_log_id(fact), id);
    if (fact->kind == UH_FACT_SESSION) {
        show_session(page, day, fact);
    } else if (fact->kind == UH_FACT_BREAK) {
        show_break(page, &fact->is.pause, id);
    } else if (fact->kind == UH_FACT_MARK) {
        show_mark(page, day, &fact->is.mark, id);
    } else {
        show_rating(page, day, &fact->is.rating, id);
    }
}

void uh_show_log_day(const uh_page *page, const uh_log_day *day)
{
    const uh_message weekday =
        (uh_message)((uint32_t)UH_MSG_WEEKDAY_MONDAY + uh_date_weekday(day->day));
    char date[UH_DATE_TEXT_SIZE];
    uh_date_write(day->day, date);
    uh_page_phrase(page, 0,
                   uh_say2(UH_MSG_LOG_DAY, uh_message_argument(weekday), uh_literal(date)));
    for (uint32_t i = day->count; i-- > 0;) {
        show_fact(page, day, &day->facts[i]);
    }
}
