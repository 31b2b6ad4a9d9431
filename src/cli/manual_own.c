/* SPDX-License-Identifier: MIT */
/* What the manual says of stretches of one's own: both tables of own.h, row by row. */
#include "cli/manual.h"
#include "unhunch/own.h"

enum { NAMES_MAX = 512 };

/* The names of a bit set, as in files. */
static const char *names_of(uint32_t set, const char *(*name)(uint32_t value), char *buffer)
{
    uh_buffer joined = {buffer, NAMES_MAX, 0};
    uh_out out = uh_out_to_buffer(&joined);
    buffer[0] = '\0';
    for (uint32_t value = 0; name(value)[0] != '\0'; value++) {
        if ((set >> value & 1U) != 0) {
            uh_out_text(out, joined.length > 0 ? ", " : "");
            uh_out_text(out, name(value));
        }
    }
    return buffer;
}

/* A row in the making: each condition is added to what is there. */
typedef struct row {
    const uh_page *page;
    char text[UH_PAGE_TEXT_MAX];
} row;

static void add_condition(row *of, uh_message message, const char *key, uint32_t set,
                          const char *(*name)(uint32_t value))
{
    char names[NAMES_MAX];
    char longer[UH_PAGE_TEXT_MAX];
    if (set == 0) {
        return;
    }
    const uh_phrase phrase = uh_say3(message, uh_literal(of->text), uh_literal(key),
                                     uh_literal(names_of(set, name, names)));
    uh_page_render(of->page, phrase, longer);
    uh_buffer whole = {of->text, sizeof of->text, 0};
    uh_out_text(uh_out_to_buffer(&whole), longer);
}

static void write_row(const row *of, const char *reason)
{
    char words[UH_PAGE_TEXT_MAX];
    const uh_phrase phrase = uh_say2(UH_MSG_BOUND_REASON, uh_literal(of->text), uh_literal(reason));
    uh_out_text(of->page->out, "- ");
    uh_manual_write_text(of->page->out, uh_page_render(of->page, phrase, words));
    uh_out_text(of->page->out, "\n");
}

static bool is_count(uh_own_bound bound)
{
    return bound == UH_OWN_REPETITIONS || bound == UH_OWN_SETS || bound == UH_OWN_PER_DAY;
}

static void write_ceiling(const uh_page *page, const uh_own_ceiling *ceiling)
{
    row of = {.page = page};
    const uh_argument value =
        is_count(ceiling->bound) ? uh_number(ceiling->value) : uh_seconds(ceiling->value);
    uh_page_render(page, uh_say1((uh_message)(UH_MSG_BOUND_HOLD + ceiling->bound), value), of.text);
    add_condition(&of, UH_MSG_BOUND_WITH, "family", ceiling->families, uh_family_name);
    add_condition(&of, UH_MSG_BOUND_WITH, "kind", ceiling->kinds, uh_kind_name);
    add_condition(&of, UH_MSG_BOUND_UNLESS, "opt_in", ceiling->unless, uh_opt_in_name);
    write_row(&of, ceiling->reason);
}

static void write_limit(const uh_page *page, const uh_own_limit *limit)
{
    row of = {.page = page};
    names_of(limit->limits, uh_limit_name, of.text);
    add_condition(&of, UH_MSG_BOUND_WITH, "family", limit->families, uh_family_name);
    add_condition(&of, UH_MSG_BOUND_WITH, "regions", limit->regions, uh_region_name);
    add_condition(&of, UH_MSG_BOUND_WITH, "position", limit->positions, uh_position_name);
    add_condition(&of, UH_MSG_BOUND_WITH, "equipment", limit->equipment, uh_equipment_name);
    add_condition(&of, UH_MSG_BOUND_WITH, "opt_in", limit->opt_in, uh_opt_in_name);
    write_row(&of, limit->reason);
}

void uh_manual_write_own(const uh_page *page)
{
    uh_manual_heading(page, UH_MSG_OWN_CEILINGS);
    for (uint32_t i = 0; uh_own_ceiling_at(i); i++) {
        write_ceiling(page, uh_own_ceiling_at(i));
    }
    uh_page_blank(page);
    uh_manual_heading(page, UH_MSG_OWN_LIMITS);
    for (uint32_t i = 0; uh_own_limit_at(i); i++) {
        write_limit(page, uh_own_limit_at(i));
    }
    uh_page_blank(page);
}
