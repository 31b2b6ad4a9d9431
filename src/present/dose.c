/* SPDX-License-Identifier: MIT */
#include "present/dose.h"

#include <string.h>

const uh_dose_row uh_dose_rows[UH_DOSE_ROWS] = {
    {"hold_s", UH_MSG_DOSE_HOLD, true},
    {"repetitions", UH_MSG_DOSE_REPETITIONS, false},
    {"sets", UH_MSG_DOSE_SETS, false},
    {"per_day", UH_MSG_DOSE_PER_DAY, false},
};

const uh_dose_number *uh_dose_row_number(const uh_dose_range *dose, uint32_t row)
{
    const uh_dose_number *const numbers[UH_DOSE_ROWS] = {&dose->hold, &dose->repetitions,
                                                         &dose->sets, &dose->per_day};
    UH_ASSERT(row < UH_DOSE_ROWS);
    return numbers[row];
}

enum { FACT_COLUMN_LEAST = 16 };

uint32_t uh_fact_column(const uh_page *page)
{
    static const uh_message labels[] = {
        UH_MSG_SHOW_ALIASES,   UH_MSG_SHOW_KIND,        UH_MSG_SHOW_REGIONS, UH_MSG_SHOW_POSITION,
        UH_MSG_SHOW_EQUIPMENT, UH_MSG_SHOW_CONTEXTS,    UH_MSG_SHOW_SPACE,   UH_MSG_SHOW_TAKE_OFF,
        UH_MSG_SHOW_SIDES,     UH_MSG_SHOW_BREATHING,   UH_MSG_SHOW_NOT_FOR, UH_MSG_SHOW_MODE,
        UH_MSG_DOSE_HOLD,      UH_MSG_DOSE_REPETITIONS, UH_MSG_DOSE_SETS,    UH_MSG_DOSE_PER_DAY,
        UH_MSG_WHY_POSITION,   UH_MSG_WHY_SIDES,        UH_MSG_WHY_FELT,     UH_MSG_WHY_BREATHING,
    };
    const uint32_t column = UH_FACT_INDENT + uh_page_widest(page, labels, UH_COUNT(labels)) + 2;
    return column > FACT_COLUMN_LEAST ? column : FACT_COLUMN_LEAST;
}

static bool is_stated(const uh_source_range *source)
{
    return source->min != UH_UNKNOWN || source->max != UH_UNKNOWN;
}

bool uh_dose_is_given(const uh_dose_number *number)
{
    return is_stated(&number->source) || number->design.usual != UH_UNKNOWN;
}

const char *uh_dose_render(const uh_page *page, const uh_dose_row *row, int32_t value, char *buffer)
{
    return uh_page_render(page,
                          row->is_time ? uh_say1(UH_MSG_DOSE_SECONDS, uh_seconds(value))
                                       : uh_say1(UH_MSG_DOSE_NUMBER, uh_number(value)),
                          buffer);
}

/* Which sentence the two ends make; UH_MSG_DOSE_RANGE needs both. */
static uh_message range_message(const uh_source_range *source)
{
    if (!is_stated(source)) {
        return UH_MSG_DOSE_SILENT;
    }
    if (source->max == UH_UNKNOWN) {
        return UH_MSG_DOSE_AT_LEAST;
    }
    if (source->min == UH_UNKNOWN) {
        return UH_MSG_DOSE_UP_TO;
    }
    if (source->min != source->max) {
        return UH_MSG_DOSE_RANGE;
    }
    if (source->implied) {
        return UH_MSG_DOSE_IMPLIED;
    }
    return source->approx ? UH_MSG_DOSE_AROUND : UH_MSG_DOSE_EXACT;
}

const char *uh_dose_render_source(const uh_page *page, const uh_dose_row *row,
                                  const uh_source_range *source, bool full, char *buffer)
{
    char low[UH_PAGE_TEXT_MAX];
    char high[UH_PAGE_TEXT_MAX];
    char said[UH_PAGE_TEXT_MAX];
    uh_message message = range_message(source);
    uh_phrase phrase = uh_say(message);
    if (message != UH_MSG_DOSE_SILENT) {
        int32_t first = source->min != UH_UNKNOWN ? source->min : source->max;
        phrase = uh_say2(message, uh_literal(uh_dose_render(page, row, first, low)),
                         uh_literal(uh_dose_render(page, row, source->max, high)));
    }
    uh_argument range = uh_literal(uh_page_render(page, phrase, said));
    if (source->cite == 0) {
        return uh_page_render(page, uh_say1(UH_MSG_DOSE_WITHOUT_CITE, range), buffer);
    }
    char cite[UH_PAGE_TEXT_MAX];
    uh_page_render_cite(page, source->cite, full, cite);
    return uh_page_render(page, uh_say2(UH_MSG_DOSE_WITH_CITE, range, uh_literal(cite)), buffer);
}

static void known(uh_json *json, const uh_dose_row *row, const char *key, int32_t value)
{
    if (row->is_time) {
        uh_json_known_seconds(json, key, value);
    } else {
        uh_json_known(json, key, value);
    }
}

static void number_json(uh_json *json, const uh_catalogue *catalogue, const uh_dose_row *row,
                        const uh_dose_number *number)
{
    uh_json_object(json, row->key);
    uh_json_object(json, "source");
    known(json, row, "min", number->source.min);
    known(json, row, "max", number->source.max);
    uh_json_text(json, "cite", uh_catalogue_text(catalogue, number->source.cite));
    uh_json_bool(json, "implied", number->source.implied != 0);
    uh_json_bool(json, "approx", number->source.approx != 0);
    uh_json_end_object(json);
    uh_json_object(json, "design");
    known(json, row, "start", number->design.start);
    known(json, row, "default", number->design.usual);
    known(json, row, "ceiling", number->design.ceiling);
    uh_json_text(json, "reason", uh_catalogue_text(catalogue, number->design.reason));
    uh_json_end_object(json);
    uh_json_end_object(json);
}

void uh_dose_json(uh_json *json, const uh_catalogue *catalogue, const uh_dose_range *dose)
{
    uh_json_object(json, "dose");
    for (uint32_t i = 0; i < UH_DOSE_ROWS; i++) {
        number_json(json, catalogue, &uh_dose_rows[i], uh_dose_row_number(dose, i));
    }
    uh_json_end_object(json);
}
