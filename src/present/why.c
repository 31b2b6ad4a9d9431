/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "present/dose.h"
#include "present/own.h"

enum { INDENT = UH_FACT_INDENT };

/* What is being shown. */
typedef struct subject {
    const uh_page *page;
    uint32_t column; /* where the values of the facts begin */
    const uh_catalogue *catalogue;
    const uh_exercise *exercise;
} subject;

/* Something with a citation of its own. */
typedef struct cited {
    uh_message label;
    const char *key; /* in JSON */
    uh_text text;    /* what is stated */
    uh_text cite;
} cited;

enum { CITED = 4 };

static void cited_of(const uh_exercise *exercise, cited ret_cited[CITED])
{
    const cited all[CITED] = {
        {UH_MSG_WHY_POSITION, "position", 0, exercise->position_cite},
        {UH_MSG_WHY_SIDES, "sides", 0, exercise->sides.cite},
        {UH_MSG_WHY_FELT, "felt", exercise->felt.claim, exercise->felt.cite},
        {UH_MSG_WHY_BREATHING, "breathing", exercise->breathing.text, exercise->breathing.cite},
    };
    memcpy(ret_cited, all, sizeof all);
}

/* -- text -- */

static void from(const subject *of, uint32_t indent, uh_text cite)
{
    char words[UH_PAGE_TEXT_MAX];
    uh_page_render_cite(of->page, cite, true, words);
    uh_page_phrase(of->page, indent, uh_say1(UH_MSG_WHY_FROM, uh_literal(words)));
}

static void labelled(const subject *of, uh_message label, const char *text)
{
    char name[UH_PAGE_TEXT_MAX];
    uh_page_item(of->page, INDENT, uh_page_render(of->page, uh_say(label), name), of->column, text);
}

/* Where a therapist lets a number go further than the table of own.h. */
static void further(const subject *of, const uh_own_excess *excesses, uint32_t count,
                    uint32_t index)
{
    for (uint32_t i = 0; i < count; i++) {
        const uh_own_ceiling *ceiling = excesses[i].ceiling;
        if ((uint32_t)ceiling->bound == index) {
            char most[UH_PAGE_TEXT_MAX];
            uh_dose_render(of->page, &uh_dose_rows[index], ceiling->value, most);
            uh_page_phrase(
                of->page, of->column,
                uh_say2(UH_MSG_WHY_AT_MOST, uh_literal(most), uh_literal(ceiling->reason)));
        }
    }
}

/* The same where no single number does. */
static void further_in_all(const subject *of, const uh_own_excess *excesses, uint32_t count)
{
    static const uh_message messages[UH_OWN_BOUND_COUNT] = {
        [UH_OWN_SESSION] = UH_MSG_WHY_SESSION,
        [UH_OWN_PART] = UH_MSG_WHY_PART,
        [UH_OWN_BREATH] = UH_MSG_WHY_PART,
        [UH_OWN_REPETITION] = UH_MSG_WHY_REPETITION,
    };
    for (uint32_t i = 0; i < count; i++) {
        const uh_own_ceiling *ceiling = excesses[i].ceiling;
        if (ceiling->bound >= UH_OWN_SESSION) {
            uh_page_phrase(of->page, INDENT,
                           uh_say3(messages[ceiling->bound], uh_seconds(excesses[i].value),
                                   uh_seconds(ceiling->value), uh_literal(ceiling->reason)));
        }
    }
}

static void dose_number(const subject *of, const uh_dose_row *row, const uh_dose_number *number)
{
    char words[UH_PAGE_TEXT_MAX];
    labelled(of, row->name,
             uh_dose_render_sayer(of->page, of->exercise, row, &number->source, true, words));
    if (number->design.usual == UH_UNKNOWN) {
        return;
    }
    char usual[UH_PAGE_TEXT_MAX];
    char start[UH_PAGE_TEXT_MAX];
    char most[UH_PAGE_TEXT_MAX];
    uh_page_phrase(
        of->page, of->column,
        uh_say3(UH_MSG_WHY_OURS,
                uh_literal(uh_dose_render(of->page, row, number->design.usual, usual)),
                uh_literal(uh_dose_render(of->page, row, number->design.start, start)),
                uh_literal(uh_dose_render(of->page, row, number->design.ceiling, most))));
    from(of, of->column, number->design.reason);
}

static void inferred(const subject *of, uint32_t limits, uint32_t indent)
{
    static const char reason[] = "D-23";
    char names[UH_PAGE_TEXT_MAX];
    if (limits != 0) {
        const uh_message words = uh_decision_message(reason, strlen(reason));
        uh_page_render_limits(of->page, limits, names);
        uh_page_phrase(of->page, indent,
                       uh_say3(UH_MSG_WHY_INFERRED, uh_literal(names), uh_literal(reason),
                               uh_message_argument(words)));
    }
}

static void form(const subject *of, uint32_t index)
{
    const uh_variant *variant = uh_exercise_variant(of->catalogue, of->exercise, index);
    uh_page_blank(of->page);
    uh_page_phrase(of->page, 0, uh_say1(UH_MSG_WHY_FORM, uh_catalogue_argument(variant->name)));
    uh_own_excess excesses[UH_OWN_EXCESSES_MAX];
    const uint32_t count = uh_exercise_has_therapist(of->exercise)
                               ? uh_own_excesses(of->catalogue, of->exercise, index, excesses)
                               : 0;
    for (uint32_t i = 0; i < UH_DOSE_ROWS; i++) {
        const uh_dose_number *number = uh_dose_row_number(&variant->dose, i);
        if (uh_dose_is_given(number)) {
            dose_number(of, &uh_dose_rows[i], number);
            further(of, excesses, count, i);
        }
    }
    further_in_all(of, excesses, count);
    inferred(of, uh_own_form_not_for(of->exercise, variant).inferred, INDENT);
    if (variant->note) {
        char words[UH_PAGE_TEXT_MAX];
        uh_page_item(of->page, INDENT, "", INDENT,
                     uh_page_render_text(of->page, variant->note, words));
    }
}

static void cited_fact(const subject *of, const cited *fact)
{
    if (fact->cite == 0) {
        return;
    }
    char source[UH_PAGE_TEXT_MAX];
    char words[UH_PAGE_TEXT_MAX];
    uh_page_render_cite(of->page, fact->cite, true, source);
    uh_phrase phrase = uh_say1(UH_MSG_WHY_FROM, uh_literal(source));
    if (fact->text) {
        phrase =
            uh_say2(UH_MSG_WHY_SAID_FROM, uh_catalogue_argument(fact->text), uh_literal(source));
    }
    labelled(of, fact->label, uh_page_render(of->page, phrase, words));
}

static void signs(const subject *of, uh_message title, uh_list list)
{
    if (list.count == 0) {
        return;
    }
    uh_page_blank(of->page);
    uh_page_message(of->page, 0, title);
    for (uint32_t i = 0; i < list.count; i++) {
        const uh_sign *sign = uh_catalogue_sign(of->catalogue, list, i);
        char words[UH_PAGE_TEXT_MAX];
        uh_page_item(of->page, INDENT, "-", INDENT + 2,
                     uh_page_render_text(of->page, sign->sign, words));
        if (sign->cite) {
            from(of, INDENT + 2, sign->cite);
        }
    }
}

static void aliases(const subject *of)
{
    uh_list list = of->exercise->aliases;
    for (uint32_t i = 0; i < list.count; i++) {
        const uh_alias *alias = uh_catalogue_alias(of->catalogue, list, i);
        if (alias->note == 0) {
            continue;
        }
        char words[UH_PAGE_TEXT_MAX];
        uh_page_blank(of->page);
        uh_page_phrase(of->page, 0, uh_say1(UH_MSG_WHY_ALIAS, uh_catalogue_argument(alias->name)));
        uh_page_item(of->page, INDENT, "", INDENT,
                     uh_page_render_text(of->page, alias->note, words));
    }
}

/* A stretch of one's own may cite nobody. */
static void rest_heading(const subject *of, const cited facts[CITED])
{
    bool any = false;
    for (uint32_t i = 0; i < CITED; i++) {
        any = any || facts[i].cite != 0;
    }
    if (any) {
        uh_page_blank(of->page);
        uh_page_message(of->page, 0, UH_MSG_WHY_REST);
    }
}

void uh_show_why(const uh_page *page, uint32_t exercise)
{
    subject of = {page, uh_fact_column(page), page->catalogue,
                  uh_catalogue_exercise(page->catalogue, exercise)};
    char source[UH_PAGE_TEXT_MAX];
    uh_page_phrase(page, 0, uh_say1(UH_MSG_WHY_TITLE, uh_catalogue_argument(of.exercise->name)));
    uh_page_render_cite(page, of.exercise->cite, true, source);
    uh_page_phrase(page, INDENT,
                   of.exercise->cite ? uh_say1(UH_MSG_WHY_DESCRIBED, uh_literal(source))
                                     : uh_say(UH_MSG_WHY_OWN));
    if (uh_exercise_has_therapist(of.exercise)) {
        uh_page_phrase(page, INDENT, uh_therapist_phrase(of.exercise));
    }
    inferred(&of, uh_own_stretch_not_for(of.exercise).inferred, INDENT);
    for (uint32_t i = 0; i < of.exercise->variants.count; i++) {
        form(&of, i);
    }
    cited facts[CITED];
    cited_of(of.exercise, facts);
    rest_heading(&of, facts);
    for (uint32_t i = 0; i < CITED; i++) {
        cited_fact(&of, &facts[i]);
    }
    signs(&of, UH_MSG_SHOW_CORRECTIONS, of.exercise->corrections);
    signs(&of, UH_MSG_SHOW_STOPS, of.exercise->stops);
    aliases(&of);
}

/* -- JSON -- */

/* The citations of a list "A:17;AMB-05", each with who that is. */
static void sources(const subject *of, uh_json *json, uh_text cite)
{
    char words[UH_PAGE_TEXT_MAX];
    uh_json_text(json, "cite", uh_catalogue_text(of->catalogue, cite));
    uh_json_text(json, "says", uh_page_render_cite(of->page, cite, true, words));
}

static void known(uh_json *json, const uh_dose_row *row, const char *key, int32_t value)
{
    if (row->is_time) {
        uh_json_known_seconds(json, key, value);
    } else {
        uh_json_known(json, key, value);
    }
}

static void number_json(const subject *of, uh_json *json, const uh_dose_row *row,
                        const uh_dose_number *number)
{
    uh_json_object(json, row->key);
    uh_json_object(json, "source");
    known(json, row, "min", number->source.min);
    known(json, row, "max", number->source.max);
    uh_json_bool(json, "implied", number->source.implied != 0);
    uh_json_bool(json, "approx", number->source.approx != 0);
    sources(of, json, number->source.cite);
    uh_json_end_object(json);
    uh_json_object(json, "design");
    known(json, row, "start", number->design.start);
    known(json, row, "default", number->design.usual);
    known(json, row, "ceiling", number->design.ceiling);
    sources(of, json, number->design.reason);
    uh_json_end_object(json);
    uh_json_end_object(json);
}

static void further_json(const subject *of, uh_json *json, uint32_t index)
{
    uh_own_excess excesses[UH_OWN_EXCESSES_MAX];
    const uint32_t count = uh_exercise_has_therapist(of->exercise)
                               ? uh_own_excesses(of->catalogue, of->exercise, index, excesses)
                               : 0;
    uh_json_list(json, "beyond");
    for (uint32_t i = 0; i < count; i++) {
        uh_own_excess_json(json, &excesses[i]);
    }
    uh_json_end_list(json);
}

static void form_json(const subject *of, uh_json *json, uint32_t index)
{
    const uh_variant *variant = uh_exercise_variant(of->catalogue, of->exercise, index);
    uh_json_object(json, NULL);
    uh_json_text(json, "key", uh_catalogue_text(of->catalogue, variant->key));
    for (uint32_t i = 0; i < UH_DOSE_ROWS; i++) {
        number_json(of, json, &uh_dose_rows[i], uh_dose_row_number(&variant->dose, i));
    }
    further_json(of, json, index);
    uh_limits_json(json, "not_for_inferred", uh_own_form_not_for(of->exercise, variant).inferred);
    uh_json_end_object(json);
}

void uh_show_why_json(uh_json *json, const uh_catalogue *catalogue, uint32_t exercise)
{
    uh_page page = {json->out, uh_language_find("en"), catalogue, UH_PAGE_WIDTH};
    subject of = {&page, 0, catalogue, uh_catalogue_exercise(catalogue, exercise)};
    uh_json_object(json, NULL);
    uh_json_text(json, "key", uh_catalogue_text(catalogue, of.exercise->key));
    sources(&of, json, of.exercise->cite);
    uh_therapist_json(json, catalogue, of.exercise);
    uh_limits_json(json, "not_for_inferred", uh_own_stretch_not_for(of.exercise).inferred);
    uh_json_list(json, "variants");
    for (uint32_t i = 0; i < of.exercise->variants.count; i++) {
        form_json(&of, json, i);
    }
    uh_json_end_list(json);
    cited facts[CITED];
    cited_of(of.exercise, facts);
    for (uint32_t i = 0; i < CITED; i++) {
        uh_json_object(json, facts[i].key);
        sources(&of, json, facts[i].cite);
        uh_json_end_object(json);
    }
    uh_json_end_object(json);
}
