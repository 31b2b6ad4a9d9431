/* SPDX-License-Identifier: MIT */
/* The screenings of screenings/: run with the name of a story file to see what really happens in
 * it. screenings/README.md tells the form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "core/builtin.h"
#include "core/story.h"
#include "unhunch/screener.h"

typedef struct tale {
    uh_catalogue catalogue;
    uh_answers answers;
    uh_screener screener;
    uh_date today;
    int64_t clock_ms; /* within the day, so that nothing happens at one moment */
    size_t length;
    char *told;
} tale;

static char text[STORY_TEXT_MAX];
static char told[STORY_TEXT_MAX];
static char complaint[512];

__attribute__((format(printf, 2, 3))) static void tell(tale *of, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    of->length +=
        (size_t)vsnprintf(of->told + of->length, STORY_TEXT_MAX - of->length, format, arguments);
    va_end(arguments);
    assert_true(of->length < STORY_TEXT_MAX);
}

static uh_moment moment(tale *of)
{
    const int64_t noon_ms = (int64_t)of->today.days * 86400000 + 12 * 3600000;
    of->clock_ms += 1000;
    return uh_moment_at((uh_unix_ms){noon_ms + of->clock_ms}, 0);
}

/* -- what is told -- */

static void tell_questions(tale *of, const char *label, uint64_t set)
{
    if (set == 0) {
        return;
    }
    tell(of, "  %s:", label);
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        if ((set >> i & 1) != 0) {
            tell(of, " %s", uh_question_at(i)->key);
        }
    }
    tell(of, "\n");
}

static void tell_names(tale *of, const char *label, uint32_t set,
                       const char *(*name)(uint32_t value))
{
    if (set == 0) {
        return;
    }
    tell(of, "  %s:", label);
    for (uint32_t value = 0; name(value)[0] != '\0'; value++) {
        if ((set >> value & 1) != 0) {
            tell(of, " %s", name(value));
        }
    }
    tell(of, "\n");
}

static bool is_possible(const tale *of, const uh_screening *screening, uint32_t exercise)
{
    const uh_person person = well_equipped_person();
    const uh_day day = {0};
    uh_routine routine = {0};
    uh_verdict verdict;
    const uint32_t form =
        uh_exercise_fitting_variant(&of->catalogue, &person, screening, UH_CONTEXT_ANY, exercise);
    return uh_routine_add(&of->catalogue, &person, screening, exercise, form, UH_LEVEL_START,
                          &routine) == UH_OK &&
           uh_routine_admit(&of->catalogue, &person, screening, &day, &routine, &verdict) == UH_OK;
}

static void tell_left_out(tale *of, const uh_screening *screening)
{
    const uint32_t count = uh_catalogue_exercise_count(&of->catalogue);
    uint32_t out = 0;
    for (uint32_t i = 0; i < count; i++) {
        out += !is_possible(of, screening, i);
    }
    if (out == 0 || out == count) {
        tell(of, "  stretches left out: %s\n", out == 0 ? "none" : "all");
        return;
    }
    tell(of, "  stretches left out:");
    for (uint32_t i = 0; i < count; i++) {
        if (!is_possible(of, screening, i)) {
            const uh_exercise *exercise = uh_catalogue_exercise(&of->catalogue, i);
            tell(of, " %s", uh_catalogue_text(&of->catalogue, exercise->id));
        }
    }
    tell(of, "\n");
}

static void tell_outcome(tale *of)
{
    const uh_outcome outcome = uh_outcome_of(&of->answers, of->today);
    const uh_screening screening = uh_screening_of(&of->answers, of->today);
    tell(of, "outcome %s%s, %s%s\n", uh_outcome_name(outcome.kind), outcome.soon ? ", soon" : "",
         uh_screening_state_name(screening.state),
         screening.sore_today ? ", breaks and walking only today" : "");
    tell_questions(of, "because", outcome.because);
    tell_questions(of, "worth a word", outcome.notes);
    tell_names(of, "limits", outcome.limits, uh_limit_name);
    tell_names(of, "possible", outcome.offers, uh_offer_name);
    tell_left_out(of, &screening);
}

/* What is remembered, and that it says the same as the screener did. */
static void remember(tale *of)
{
    uh_fact fact;
    const uh_moment now = moment(of);
    uint32_t answers = 0;
    bool screened = false;
    bool precautions = false;
    for (uint32_t i = 0; uh_screener_fact(&of->screener, i, now, "an-id", &fact); i++) {
        const uh_fact_field *bad = NULL;
        assert_int_equal(uh_fact_check(&fact, &bad), UH_OK);
        uh_answers_take(&of->answers, &fact);
        screened |= fact.kind == UH_FACT_MARK;
        const bool read =
            fact.kind == UH_FACT_ANSWER && strcmp(fact.is.answer.question, UH_PRECAUTIONS_KEY) == 0;
        precautions |= read;
        answers += fact.kind == UH_FACT_ANSWER && !read;
    }
    tell(of, "remembered: %u answers%s%s\n", answers, precautions ? ", precautions read" : "",
         screened ? ", screened" : "");
    assert_int_equal(of->answers.yes, of->screener.answers.yes);
    assert_int_equal(of->answers.asked, of->screener.answers.asked);
    assert_int_equal(uh_outcome_of(&of->answers, of->today).limits,
                     uh_outcome_of(&of->screener.answers, of->today).limits);
}

static void tell_page(tale *of)
{
    static const char *const marks[] = {
        [UH_TICK_NO] = "", [UH_TICK_YES] = "*", [UH_TICK_AS_BEFORE] = "=", [UH_TICK_CHANGED] = "!"};
    const uh_screener *screener = &of->screener;
    if (screener->page == UH_SCREENER_OUTCOME) {
        remember(of);
        tell_outcome(of);
        return;
    }
    tell(of, "page %s", uh_screener_page_name(screener->page));
    if (screener->page == UH_SCREENER_FOLLOW_UP) {
        tell(of, " %s%s", uh_health_line_name(screener->line),
             screener->asks_again ? ", asked once more" : "");
    }
    tell(of, ":");
    for (uint32_t row = 0; row < screener->count; row++) {
        tell(of, " %s%s", marks[screener->ticks[row]], uh_screener_row_key(screener, row));
    }
    tell(of, "\n");
}

/* -- what is said -- */

static bool complain(const char *what, const char *line)
{
    (void)snprintf(complaint, sizeof complaint, "%s: %s", what, line);
    return false;
}

static bool turn(tale *of, const char *key, uh_tick wanted)
{
    uh_screener *screener = &of->screener;
    for (uint32_t row = 0; row < screener->count; row++) {
        if (strcmp(uh_screener_row_key(screener, row), key) != 0) {
            continue;
        }
        for (int turns = 0; turns < 3 && screener->ticks[row] != wanted; turns++) {
            uh_screener_turn(screener, row);
        }
        return screener->ticks[row] == wanted || complain("cannot be ticked so", key);
    }
    return complain("not on this page", key);
}

static bool turn_all(tale *of, const char *keys, uh_tick wanted)
{
    char key[UH_FACT_KEY_SIZE];
    int length = 0;
    for (; sscanf(keys, " %47s%n", key, &length) == 1; keys += length) {
        if (!turn(of, key, wanted)) {
            return false;
        }
    }
    return true;
}

static bool go_on(tale *of)
{
    uh_screener_next(&of->screener, moment(of));
    tell_page(of);
    return true;
}

static void take_mark(tale *of, uh_mark_kind mark, uh_reason reason)
{
    uh_fact fact = {.kind = UH_FACT_MARK};
    fact.is.mark.at = moment(of);
    fact.is.mark.mark = mark;
    fact.is.mark.reason = reason;
    uh_answers_take(&of->answers, &fact);
}

static bool stop(tale *of, const char *word)
{
    for (uint32_t reason = UH_REASON_NONE; reason < UH_REASON_NOT_NOW; reason++) {
        if (strcmp(uh_reason_name(reason), word) == 0) {
            take_mark(of, UH_MARK_STOP, (uh_reason)reason);
            return true;
        }
    }
    if (strcmp(word, "an-emergency") == 0) {
        uh_fact fact = {.kind = UH_FACT_ANSWER};
        fact.is.answer.at = moment(of);
        fact.is.answer.yes = true;
        strcpy(fact.is.answer.question, "stop-emergency");
        uh_answers_take(&of->answers, &fact);
        return true;
    }
    return complain("no such reason", word);
}

static void rate(tale *of, int pain, uh_rating_moment when)
{
    uh_fact fact = {.kind = UH_FACT_RATING};
    fact.is.rating.at = moment(of);
    fact.is.rating.moment = when;
    fact.is.rating.pain = pain;
    uh_answers_take(&of->answers, &fact);
}

/* "on 2026-03-02 ..." */
static bool live(tale *of, const char *line)
{
    char day[16] = "";
    char word[32] = "";
    int pain = 0;
    const char *rest = strchr(line + 3, ' ');
    if (sscanf(line, "on %15s", day) != 1 || rest == NULL ||
        uh_date_read(day, &of->today) != UH_OK) {
        return complain("not 'on DAY ...'", line);
    }
    rest++;
    if (strcmp(rest, "the screening begins") == 0 || strcmp(rest, "all is asked again") == 0) {
        of->screener = uh_screener_start(&of->answers, of->today, rest[0] == 'a');
        tell_page(of);
    } else if (strcmp(rest, "it stands so") == 0) {
        tell_outcome(of);
    } else if (sscanf(rest, "a stretch is stopped for %31s", word) == 1) {
        return stop(of, word);
    } else if (sscanf(rest, "pain is %d %31s", &pain, word) == 2) {
        rate(of, pain, strcmp(word, "before") == 0 ? UH_RATING_BEFORE : UH_RATING_AFTER);
    } else if (strcmp(rest, "a session is admitted by --acknowledge") == 0) {
        take_mark(of, UH_MARK_ACKNOWLEDGED, UH_REASON_NONE);
    } else {
        return complain("nothing that can happen", rest);
    }
    return true;
}

static bool act(tale *of, const char *line)
{
    if (strncmp(line, "on ", 3) == 0) {
        return live(of, line);
    }
    if (strncmp(line, "tick ", 5) == 0) {
        return turn_all(of, line + 5, UH_TICK_YES);
    }
    if (strncmp(line, "changed ", 8) == 0) {
        return turn_all(of, line + 8, UH_TICK_CHANGED);
    }
    if (strncmp(line, "no longer ", 10) == 0) {
        return turn_all(of, line + 10, UH_TICK_NO);
    }
    return strcmp(line, "go on") == 0 && go_on(of);
}

static bool is_said(const char *line)
{
    static const char *const beginnings[] = {"on ", "tick ", "changed ", "no longer ", "go on"};
    for (size_t i = 0; i < UH_COUNT(beginnings); i++) {
        if (strncmp(line, beginnings[i], strlen(beginnings[i])) == 0) {
            return true;
        }
    }
    return false;
}

/* Plays what is said in `text`; what really happens goes to `told`. */
static bool play(void)
{
    static tale of; /* large */
    of = (tale){.catalogue = builtin_catalogue(), .answers = uh_answers_none(), .told = told};
    told[0] = complaint[0] = '\0';
    for (const char *line = text; *line != '\0';) {
        char one[512] = "";
        const size_t length = strcspn(line, "\n");
        assert_true(length < sizeof one);
        memcpy(one, line, length);
        line += length + (line[length] == '\n');
        if (is_said(one)) {
            tell(&of, "%s\n", one);
            if (!act(&of, one)) {
                return false;
            }
        }
    }
    return true;
}

/* Line by line, without comments and empty lines. */
static bool agrees(const char *file)
{
    const char *really = told;
    int number = 0;
    for (const char *line = text; *line != '\0';) {
        const size_t length = strcspn(line, "\n");
        number++;
        if (length > 0 && line[0] != '#') {
            const size_t got = strcspn(really, "\n");
            if (got != length || strncmp(line, really, got) != 0) {
                (void)snprintf(complaint, sizeof complaint,
                               "%s:%d: written '%.*s', but really '%.*s'", file, number,
                               (int)length, line, (int)got, really);
                return false;
            }
            really += got + (really[got] == '\n');
        }
        line += length + (line[length] == '\n');
    }
    return *really == '\0';
}

/* -- the tests -- */

static char everything[16 * STORY_TEXT_MAX];

static void each_screening_comes_true(void **state)
{
    char path[1024];
    int count = 0;
    int wrong = 0;
    size_t length = 0;
    DIR *folder = opendir(UH_TEST_DATA "/screenings");
    assert_non_null(folder);
    for (const struct dirent *found = readdir(folder); found; found = readdir(folder)) {
        const char *ending = strrchr(found->d_name, '.');
        if (!ending || strcmp(ending, ".story") != 0) {
            continue;
        }
        (void)snprintf(path, sizeof path, "%s/screenings/%s", UH_TEST_DATA, found->d_name);
        read_story(path, text);
        if (!play() || !agrees(path)) {
            print_error("%s\n-- what happens in %s:\n%s", complaint, path, told);
            wrong++;
        }
        length += (size_t)snprintf(everything + length, sizeof everything - length, "%s", told);
        count++;
    }
    (void)closedir(folder);
    assert_int_equal(wrong, 0);
    assert_true(count >= 20);
}

static void every_outcome_and_every_stop_is_told_in_one_of_them(void **state)
{
    for (uint32_t kind = UH_OUTCOME_FREE; kind <= UH_OUTCOME_EMERGENCY; kind++) {
        char words[64];
        (void)snprintf(words, sizeof words, "outcome %s", uh_outcome_name(kind));
        assert_non_null(strstr(everything, words));
    }
    for (uint32_t reason = UH_REASON_PAIN; reason <= UH_REASON_OTHER; reason++) {
        char words[64];
        (void)snprintf(words, sizeof words, "stopped for %s", uh_reason_name(reason));
        assert_non_null(strstr(everything, words));
    }
    for (uint32_t limit = 0; limit < UH_LIMIT_COUNT; limit++) {
        assert_non_null(strstr(everything, uh_limit_name(limit)));
    }
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        if (uh_question_at(i)->card == UH_CARD_SESSION && uh_question_at(i)->limits != 0) {
            assert_non_null(strstr(everything, uh_question_at(i)->key));
        }
    }
}

static void a_wrong_screening_is_told_by_file_and_line(void **state)
{
    strcpy(text, "on 2026-03-02 the screening begins\npage health: x\n");
    assert_true(play());
    assert_false(agrees("a.story"));
    assert_non_null(strstr(complaint, "a.story:2: written 'page health: x'"));
    strcpy(text, "on 2026-03-02 the screening begins\ntick chest-pian\n");
    assert_false(play());
    assert_non_null(strstr(complaint, "not on this page: chest-pian"));
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_screening_comes_true),
        cmocka_unit_test(every_outcome_and_every_stop_is_told_in_one_of_them),
        cmocka_unit_test(a_wrong_screening_is_told_by_file_and_line),
    };
    if (argc > 1) {
        read_story(argv[1], text);
        (void)play();
        (void)fputs(told, stdout);
        (void)fprintf(stderr, "%s\n", complaint);
        return 0;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
