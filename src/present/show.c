/* SPDX-License-Identifier: MIT */
#include "present/dose.h"
#include "present/own.h"
#include "unhunch/figure_show.h"
#include "unhunch/motion.h"

enum {
    INDENT = UH_FACT_INDENT,
    ITEM_COLUMN = 6, /* where the text of a numbered step begins */
    MARK_MAX = 16
};

/* What is being shown. */
typedef struct subject {
    const uh_page *page;
    uint32_t column; /* where the values of the facts begin */
    const uh_catalogue *catalogue;
    const uh_exercise *exercise;
    uint32_t variant;
    const uh_variant *form;
} subject;

static void fact(const subject *of, uh_message label, const char *value)
{
    char name[UH_PAGE_TEXT_MAX];
    if (value[0] != '\0') {
        uh_page_item(of->page, INDENT, uh_page_render(of->page, uh_say(label), name), of->column,
                     value);
    }
}

static void fact_text(const subject *of, uh_message label, uh_text value)
{
    char words[UH_PAGE_TEXT_MAX];
    fact(of, label, uh_page_render_text(of->page, value, words));
}

static void fact_message(const subject *of, uh_message label, uint32_t value)
{
    char words[UH_PAGE_TEXT_MAX];
    fact(of, label, uh_page_render(of->page, uh_say((uh_message)value), words));
}

static void heading(const subject *of, uh_message title)
{
    uh_page_blank(of->page);
    uh_page_message(of->page, 0, title);
}

/* Texts of a list one after another, as one paragraph. */
static const char *joined_texts(const subject *of, uh_list list, char *buffer)
{
    uh_buffer joined = {buffer, UH_PAGE_TEXT_MAX, 0};
    uh_out out = uh_out_to_buffer(&joined);
    for (uint32_t i = 0; i < list.count; i++) {
        char words[UH_PAGE_TEXT_MAX];
        uh_out_text(out, i > 0 ? " " : "");
        uh_out_text(out, uh_page_render_text(
                             of->page, uh_catalogue_list_text(of->catalogue, list, i), words));
    }
    return buffer;
}

static void title(const subject *of)
{
    const uh_exercise *exercise = of->exercise;
    uh_argument name = uh_catalogue_argument(exercise->name);
    uh_argument key = uh_literal(uh_catalogue_text(of->catalogue, exercise->key));
    uh_argument id = uh_literal(uh_catalogue_text(of->catalogue, exercise->id));
    uh_page_phrase(of->page, 0,
                   exercise->id ? uh_say3(UH_MSG_SHOW_TITLE_ID, name, key, id)
                                : uh_say2(UH_MSG_SHOW_TITLE, name, key));
    char words[UH_PAGE_TEXT_MAX];
    uh_page_item(of->page, INDENT, "", INDENT,
                 uh_page_render_text(of->page, exercise->summary, words));
    uh_page_blank(of->page);
}

static void aliases(const subject *of)
{
    char names[UH_PAGE_TEXT_MAX];
    uh_buffer joined = {names, sizeof names, 0};
    uh_out out = uh_out_to_buffer(&joined);
    uh_list list = of->exercise->aliases;
    for (uint32_t i = 0; i < list.count; i++) {
        char name[UH_PAGE_TEXT_MAX];
        uh_out_text(out, i > 0 ? ", " : "");
        uh_out_text(out, uh_page_render_text(
                             of->page, uh_catalogue_alias(of->catalogue, list, i)->name, name));
    }
    fact(of, UH_MSG_SHOW_ALIASES, names);
}

static void fact_set(const subject *of, uh_message label, uint32_t set, uint32_t count,
                     uh_message first, uh_message none)
{
    char names[UH_PAGE_TEXT_MAX];
    if (set == 0) {
        fact_message(of, label, none);
    } else {
        fact(of, label, uh_page_render_set(of->page, set, count, first, names));
    }
}

static void sides(const subject *of)
{
    const uh_sides *both = &of->exercise->sides;
    char words[UH_PAGE_TEXT_MAX];
    if (both->kind == UH_SIDES_BOTH) {
        fact_message(of, UH_MSG_SHOW_SIDES, UH_MSG_SIDES_BOTH);
        return;
    }
    uh_phrase order = uh_say2(UH_MSG_SHOW_FIRST_THEN, uh_catalogue_argument(both->left),
                              uh_catalogue_argument(both->right));
    fact(of, UH_MSG_SHOW_SIDES, uh_page_render(of->page, order, words));
}

/* What differs from form to form. */
static void form_facts(const subject *of)
{
    const uh_variant *form = of->form;
    fact_message(of, UH_MSG_SHOW_POSITION, UH_MSG_POSITION_STANDING + form->position);
    fact_message(of, UH_MSG_SHOW_MODE, UH_MSG_MODE_HOLD + form->mode);
    fact_set(of, UH_MSG_SHOW_EQUIPMENT, form->equipment, UH_EQUIPMENT_COUNT, UH_MSG_EQUIPMENT_CHAIR,
             UH_MSG_SHOW_NOTHING);
    fact_set(of, UH_MSG_SHOW_CONTEXTS, form->contexts, UH_CONTEXT_COUNT, UH_MSG_CONTEXT_ANY,
             UH_MSG_CONTEXT_ANY);
}

/* Of a stretch of one's own: nobody wrote why. */
static void limits(const subject *of, uh_own_not_for not_for)
{
    char names[UH_PAGE_TEXT_MAX];
    char words[UH_PAGE_TEXT_MAX];
    if (!uh_exercise_is_own(of->exercise)) {
        return;
    }
    fact(of, UH_MSG_SHOW_LIMITS, uh_page_render_limits(of->page, not_for.written, names));
    if (not_for.inferred != 0) {
        uh_page_render_limits(of->page, not_for.inferred, names);
        fact(of, UH_MSG_SHOW_LIMITS,
             uh_page_render(of->page, uh_say1(UH_MSG_SHOW_INFERRED, uh_literal(names)), words));
    }
    if (not_for.open != 0) {
        uh_page_render_limits(of->page, not_for.open, names);
        fact(of, UH_MSG_SHOW_NOT_INFERRED,
             uh_page_render(of->page, uh_say1(UH_MSG_SHOW_LEFT_OPEN, uh_literal(names)), words));
    }
}

static uh_own_not_for with_standard_form(const subject *of)
{
    const uh_own_not_for stretch = uh_own_stretch_not_for(of->exercise);
    const uh_own_not_for form = uh_own_form_not_for(of->exercise, of->form);
    return (uh_own_not_for){.written = stretch.written | form.written,
                            .inferred = stretch.inferred | form.inferred,
                            .open = stretch.open | form.open};
}

static void facts(const subject *of)
{
    char words[UH_PAGE_TEXT_MAX];
    fact_message(of, UH_MSG_SHOW_KIND, UH_MSG_KIND_STRETCH + of->exercise->kind);
    aliases(of);
    fact_set(of, UH_MSG_SHOW_REGIONS, of->exercise->regions, UH_REGION_COUNT,
             UH_MSG_REGION_THORACIC, UH_MSG_SHOW_NOTHING);
    form_facts(of);
    fact_text(of, UH_MSG_SHOW_SPACE, of->exercise->space.text);
    fact(of, UH_MSG_SHOW_TAKE_OFF, joined_texts(of, of->exercise->take_off, words));
    sides(of);
    fact_text(of, UH_MSG_SHOW_BREATHING, of->exercise->breathing.text);
    fact_text(of, UH_MSG_SHOW_NOT_FOR, of->exercise->not_for_why);
    limits(of, with_standard_form(of));
}

/* "1." */
static const char *number_mark(uint32_t number, char *mark)
{
    uh_buffer buffer = {mark, MARK_MAX, 0};
    uh_out out = uh_out_to_buffer(&buffer);
    uh_out_number(out, number);
    uh_out_text(out, ".");
    return mark;
}

static void steps(const subject *of)
{
    uint32_t count = uh_exercise_step_count(of->catalogue, of->exercise, of->variant);
    for (uint32_t i = 0; i < count; i++) {
        const uh_step *step = uh_exercise_step(of->catalogue, of->exercise, of->variant, i);
        char mark[MARK_MAX];
        char words[UH_PAGE_TEXT_MAX];
        uh_page_item(of->page, INDENT, number_mark(i + 1, mark), ITEM_COLUMN,
                     uh_page_render_text(of->page, step->text ? step->text : step->cue, words));
    }
}

/* How much of it needs to be said: often the first weeks are no different. */
static uh_message ours_message(const uh_design_range *design)
{
    if (design->start != design->usual) {
        return UH_MSG_DOSE_OURS;
    }
    return design->usual != design->ceiling ? UH_MSG_DOSE_OURS_SAME : UH_MSG_DOSE_OURS_FIXED;
}

/* One number: ours, then what the article says. */
static void dose_number(const subject *of, uint32_t index)
{
    const uh_dose_row *row = &uh_dose_rows[index];
    const uh_dose_number *number = uh_dose_row_number(&of->form->dose, index);
    char source[UH_PAGE_TEXT_MAX];
    uh_dose_render_sayer(of->page, of->exercise, row, &number->source, false, source);
    if (number->design.usual == UH_UNKNOWN) {
        if (uh_dose_is_given(number)) {
            fact(of, row->name, source);
        }
        return;
    }
    char usual[UH_PAGE_TEXT_MAX];
    char start[UH_PAGE_TEXT_MAX];
    char most[UH_PAGE_TEXT_MAX];
    char words[UH_PAGE_TEXT_MAX];
    uh_phrase ours =
        uh_say4(ours_message(&number->design),
                uh_literal(uh_dose_render(of->page, row, number->design.usual, usual)),
                uh_literal(uh_dose_render(of->page, row, number->design.start, start)),
                uh_literal(uh_dose_render(of->page, row, number->design.ceiling, most)),
                uh_literal(source));
    fact(of, row->name, uh_page_render(of->page, ours, words));
}

static void dose(const subject *of)
{
    for (uint32_t i = 0; i < UH_DOSE_ROWS; i++) {
        dose_number(of, i);
    }
}

static void felt(const subject *of)
{
    const uh_felt *where = &of->exercise->felt;
    heading(of, UH_MSG_SHOW_FELT);
    uh_page_phrase(of->page, INDENT, uh_say1(UH_MSG_SHOW_HERE, uh_catalogue_argument(where->here)));
    if (where->elsewhere) {
        uh_page_phrase(of->page, INDENT,
                       uh_say1(UH_MSG_SHOW_ELSEWHERE, uh_catalogue_argument(where->elsewhere)));
    }
    if (where->claim) {
        char words[UH_PAGE_TEXT_MAX];
        uh_page_item(of->page, INDENT, "", INDENT,
                     uh_page_render_text(of->page, where->claim, words));
    }
}

static void signs(const subject *of, uh_message title_message, uh_list list)
{
    if (list.count == 0) {
        return;
    }
    heading(of, title_message);
    for (uint32_t i = 0; i < list.count; i++) {
        const uh_sign *sign = uh_catalogue_sign(of->catalogue, list, i);
        char words[UH_PAGE_TEXT_MAX];
        uh_phrase both = uh_say2(UH_MSG_SHOW_SIGN, uh_catalogue_argument(sign->sign),
                                 uh_catalogue_argument(sign->action));
        uh_page_item(of->page, INDENT, "-", INDENT + 2, uh_page_render(of->page, both, words));
    }
}

static void texts(const subject *of, uh_message title_message, uh_list list)
{
    if (list.count == 0) {
        return;
    }
    heading(of, title_message);
    for (uint32_t i = 0; i < list.count; i++) {
        char words[UH_PAGE_TEXT_MAX];
        uh_text text = uh_catalogue_list_text(of->catalogue, list, i);
        uh_page_item(of->page, INDENT, "-", INDENT + 2, uh_page_render_text(of->page, text, words));
    }
}

static subject form_of(const subject *of, uint32_t variant)
{
    subject other = *of;
    other.variant = variant;
    other.form = uh_exercise_variant(of->catalogue, of->exercise, variant);
    return other;
}

static void form(const subject *of)
{
    char words[UH_PAGE_TEXT_MAX];
    uh_page_blank(of->page);
    uh_page_phrase(of->page, INDENT,
                   uh_say2(UH_MSG_SHOW_TITLE, uh_catalogue_argument(of->form->name),
                           uh_literal(uh_catalogue_text(of->catalogue, of->form->key))));
    if (of->form->note) {
        uh_page_item(of->page, INDENT, "", INDENT,
                     uh_page_render_text(of->page, of->form->note, words));
    }
    if (of->form->opt_in) {
        char names[UH_PAGE_TEXT_MAX];
        uh_page_render_set(of->page, of->form->opt_in, UH_OPT_IN_COUNT, UH_MSG_OPT_IN_OVERPRESSURE,
                           names);
        uh_page_phrase(of->page, INDENT, uh_say1(UH_MSG_SHOW_ASKS_FOR, uh_literal(names)));
    }
    form_facts(of);
    limits(of, uh_own_form_not_for(of->exercise, of->form));
    dose(of);
    if (of->form->steps.count > 0) {
        steps(of);
    }
}

static void forms(const subject *of)
{
    if (of->exercise->variants.count < 2) {
        return;
    }
    heading(of, UH_MSG_SHOW_FORMS);
    for (uint32_t i = 1; i < of->exercise->variants.count; i++) {
        subject other = form_of(of, i);
        form(&other);
    }
}

static void why_hint(const subject *of)
{
    char command[UH_PAGE_TEXT_MAX];
    uh_buffer buffer = {command, sizeof command, 0};
    uh_out out = uh_out_to_buffer(&buffer);
    uh_out_text(out, "unhunch why ");
    uh_out_text(out, uh_catalogue_text(of->catalogue, of->exercise->key));
    uh_page_blank(of->page);
    uh_page_phrase(of->page, 0, uh_say1(UH_MSG_SHOW_WHY_HINT, uh_literal(command)));
}

/* Who answers for it, and that there is nothing to see. */
static void remarks(const subject *of, uint32_t exercise)
{
    const bool therapist = uh_exercise_has_therapist(of->exercise);
    const bool figure = uh_motion_known(of->catalogue, exercise, 0);
    if (therapist) {
        uh_page_phrase(of->page, INDENT, uh_therapist_phrase(of->exercise));
    }
    if (!figure) {
        uh_page_message(of->page, INDENT, UH_MSG_NO_FIGURE);
    }
    if (therapist || !figure) {
        uh_page_blank(of->page);
    }
}

void uh_show_exercise(const uh_page *page, uint32_t exercise, uh_show_room *room)
{
    subject whole = {.page = page,
                     .column = uh_fact_column(page),
                     .catalogue = page->catalogue,
                     .exercise = uh_catalogue_exercise(page->catalogue, exercise)};
    subject of = form_of(&whole, 0);
    title(&of);
    remarks(&of, exercise);
    if (room) {
        uh_show_poses(page, exercise, room);
    }
    facts(&of);
    heading(&of, UH_MSG_SHOW_STEPS);
    steps(&of);
    heading(&of, UH_MSG_SHOW_DOSE);
    dose(&of);
    felt(&of);
    signs(&of, UH_MSG_SHOW_CORRECTIONS, of.exercise->corrections);
    signs(&of, UH_MSG_SHOW_STOPS, of.exercise->stops);
    texts(&of, UH_MSG_SHOW_EASIER, of.exercise->easier);
    texts(&of, UH_MSG_SHOW_HARDER, of.exercise->harder);
    forms(&of);
    why_hint(&of);
}
