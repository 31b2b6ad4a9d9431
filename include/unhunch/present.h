/* SPDX-License-Identifier: MIT */
/* present.h: shows the catalogue: text for people, wrapped to a width, and JSON for programs.
 *
 * Text goes through the language of the page; JSON stays as the catalogue has it. Pure: writes into
 * an uh_out. */
#ifndef UNHUNCH_PRESENT_H
#define UNHUNCH_PRESENT_H

#include "unhunch/json.h"
#include "unhunch/screening.h"
#include "unhunch/words.h"

/* Where text for people goes. */
typedef struct uh_page {
    uh_out out;
    const uh_language *language;
    const uh_catalogue *catalogue; /* NULL where no argument needs it */
    uint32_t width;                /* columns; at least 20 is used */
} uh_page;

enum {
    UH_PAGE_WIDTH = 80,     /* where the width is not known */
    UH_PAGE_TEXT_MAX = 4096 /* bytes of one rendered text; more is cut */
};

/* Columns that a terminal gives to UTF-8 text: 0 for combining marks, 2 for wide characters. */
uint32_t uh_text_columns(const char *text);

/* Writes text broken at spaces to the page's width, ends with a line feed. The first line starts in
 * `column` (already written up to there), the others at `indent`. */
void uh_page_wrap(const uh_page *page, const char *text, uint32_t column, uint32_t indent);

/* A phrase as a paragraph, all of it indented. */
void uh_page_this_phrase(const uh_page *page, uint32_t indent, const uh_phrase *phrase);
static inline void uh_page_phrase(const uh_page *page, uint32_t indent, uh_phrase phrase)
{
    uh_page_this_phrase(page, indent, &phrase);
}
void uh_page_message(const uh_page *page, uint32_t indent, uh_message message);
void uh_page_blank(const uh_page *page);

/* `mark` at `indent`, then the text, hanging at `column`. */
void uh_page_item(const uh_page *page, uint32_t indent, const char *mark, uint32_t column,
                  const char *text);

/* Renders into a buffer that the caller gives (UH_PAGE_TEXT_MAX bytes); returns it. */
const char *uh_page_render_this(const uh_page *page, const uh_phrase *phrase, char *buffer);
static inline const char *uh_page_render(const uh_page *page, uh_phrase phrase, char *buffer)
{
    return uh_page_render_this(page, &phrase, buffer);
}
const char *uh_page_render_text(const uh_page *page, uh_text text, char *buffer);

/* Columns of the widest of some messages: languages differ, and what stands beside them is aligned.
 */
uint32_t uh_page_widest(const uh_page *page, const uh_message *messages, size_t count);

/* The names of a bit set in the words of the field, joined by commas: `first` is the message of
 * value 0. */
const char *uh_page_render_set(const uh_page *page, uint32_t set, uint32_t count, uh_message first,
                               char *buffer);

/* A citation ("A:17;AMB-05") as people know its sources; decisions with their one-sentence reason
 * where `full`. */
const char *uh_page_render_cite(const uh_page *page, uh_text cite, bool full, char *buffer);

/* The one-sentence reason of "AMB-06" or "D-03"; UH_MESSAGE_COUNT: no such decision. */
uh_message uh_decision_message(const char *id, size_t length);

/* Everything about one stretch, or about its numbers and their sources. `room`: with its key poses
 * as pictures (figure_show.h); NULL: words only. */
struct uh_show_room;
void uh_show_exercise(const uh_page *page, uint32_t exercise, struct uh_show_room *room);
void uh_show_exercise_json(uh_json *json, const uh_catalogue *catalogue, uint32_t exercise);
void uh_show_why(const uh_page *page, uint32_t exercise);
void uh_show_why_json(uh_json *json, const uh_catalogue *catalogue, uint32_t exercise);

/* "therapist": null, or who and why. */
void uh_therapist_json(uh_json *json, const uh_catalogue *catalogue, const uh_exercise *exercise);

/* Its members name, reason and date, into an object that is open. */
void uh_therapist_members_json(uh_json *json, const uh_catalogue *catalogue,
                               const uh_therapist *therapist);

typedef struct uh_found {
    uint32_t count;
    uint32_t exercises[UH_EXERCISES_MAX];
    uint32_t scores[UH_EXERCISES_MAX];
    bool in_part; /* none answers to all of the words, these do to some */
} uh_found;

/* Exercises that answer to each of the words, best first (all in catalogue order where words is
 * ""): what a name that was typed may mean. */
uh_found uh_find_exercises(const uh_language *language, const uh_catalogue *catalogue,
                           const char *words);

/* The same for somebody who looks round: where none answers to each of the words ("stiff neck"),
 * those that answer best to some, and the answer says so. */
uh_found uh_search_exercises(const uh_language *language, const uh_catalogue *catalogue,
                             const char *words);

void uh_list_exercises(const uh_page *page, const uh_found *found, const char *words);
void uh_list_routines(const uh_page *page);
void uh_list_json(uh_json *json, const uh_catalogue *catalogue, const uh_found *found,
                  bool routines);

/* Advice: all topics in one line each, or one in full. */
void uh_learn_topics(const uh_page *page);
void uh_learn_topic(const uh_page *page, uint32_t topic);
void uh_learn_topics_json(uh_json *json, const uh_catalogue *catalogue);
void uh_learn_topic_json(uh_json *json, const uh_catalogue *catalogue, uint32_t topic);

/* What limits leave out, as words: "the neck; kneeling". Gentleness leaves nothing out. Returns the
 * full length. */
size_t uh_limit_words(const uh_language *language, uint32_t limits, char *out, size_t capacity);

/* The safety questions on paper: the precautions and both cards, each question with its key. */
void uh_show_cards(const uh_page *page);

/* Whether the answers still hold, what follows from them, and which ones matter. */
void uh_show_screening(const uh_page *page, const uh_answers *answers, uh_date today);
void uh_show_screening_json(uh_json *json, const uh_answers *answers, uh_date today);

/* A sheet to print and take along: what was ticked, what to ask, and which stretches. */
void uh_show_visit(const uh_page *page, const uh_answers *answers, const uh_history *history,
                   uh_date today);

#endif
