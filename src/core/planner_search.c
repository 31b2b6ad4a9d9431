/* SPDX-License-Identifier: MIT */
/* planner_search.c: the plan of the highest score, exactly.
 *
 * What entries share is their family (two at most, some pairs not together, a second one worth
 * less, evidence counted once) and their places on the floor (their ways cost time and points). So
 * for each set of places, within which ways cost nothing more:
 *   - each family is reduced to a list of choices (nothing, one option, two of them), of which no
 *     one is both longer and worth no more than another;
 *   - one choice a family is made by merging the lists of three families each into one such list,
 *     and then the best two that fit the time together.
 * Points are small whole numbers, so a list is never longer than they reach, and all tables have a
 * fixed size. Sets that cannot beat what was found are passed over. */
#include <string.h>

#include "core/planner_inside.h"

enum {
    GROUPS = UH_FAMILY_COUNT / UH_PLAN_GROUP,
    FLOOR_SETS = 1 << UH_PLAN_FLOOR_PLACES,
    PICKS = UH_PLAN_GROUP * UH_FAMILY_PER_SESSION,
    BINS = UH_PLAN_FLOOR_PLACES + 1 /* options by place; all that are not on the floor are one */
};

/* Lists of choices by the number of stretches in them, each rising in time and value. Where any
 * number may be taken all are in the first list. */
typedef struct table {
    uh_plan_cell *cells;
    uint32_t width;
    uint32_t counts;
    uint32_t lengths[UH_PLAN_GROUP_COUNTS];
} table;

typedef struct search {
    const uh_planning *of;
    const uh_plan_option *options;
    uint16_t *order;
    uint32_t first[UH_FAMILY_COUNT + 1];        /* in order */
    bool holds_bind[UH_FAMILY_COUNT];           /* the day's four minutes may keep two apart */
    int32_t pairs[UH_FAMILY_COUNT][BINS][BINS]; /* most of one or two options on two places */
    table relaxed[GROUPS]; /* as if all places were there and their ways took no time */
    bool counted;          /* the number of stretches is limited */
    uint32_t set_count;
    uint16_t sets[FLOOR_SETS]; /* of places, most promising first */
    int32_t bounds[FLOOR_SETS];
    bool found;
    int32_t score;
    uint32_t ms;
    uint16_t picks[GROUPS * PICKS];
} search;

static uint32_t smaller(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static int32_t value_of(const uh_plan_option *option)
{
    return option->base + uh_plan_evidence(option->work_ms);
}

/* -- pairs -- */

bool uh_plan_is_pair(const uh_planning *of, const uh_plan_option *a, const uh_plan_option *b)
{
    const uint64_t held = of->history->done.family_hold_ms[a->family];
    const int holders = (held > 0) + (a->hold_ms > 0) + (b->hold_ms > 0);
    return a->exercise != b->exercise && !(a->clasped && b->clasped) &&
           (holders < 2 || held + a->hold_ms + b->hold_ms <= UH_FAMILY_HOLD_PER_DAY_MS);
}

static int32_t pair_value(const uh_plan_option *a, const uh_plan_option *b)
{
    return a->base + b->base + uh_wish_weight(UH_WISH_SECOND) +
           uh_plan_evidence(a->work_ms + b->work_ms);
}

/* -- options that no best plan needs -- */

/* Nothing that `a` can be in is worse for having `b` instead, which stands before it. Something is
 * better then: time, or else points, or else the order of the catalogue. Whether `b` may stand
 * beside the other one is not asked here. */
static bool is_beaten(const search *in, uint32_t a, uint32_t b)
{
    const uh_plan_option *worse = &in->options[a];
    const uh_plan_option *better = &in->options[b];
    const uint32_t enough = UH_PLAN_EVIDENCE_MS;
    return better->cost_ms <= worse->cost_ms && better->base >= worse->base &&
           smaller(better->work_ms, enough) >= smaller(worse->work_ms, enough) &&
           better->clasped <= worse->clasped &&
           (better->hold_ms <= worse->hold_ms || !in->holds_bind[worse->family]);
}

/* Beaten by another form or dose of the same exercise, or by two others: then one of them is free,
 * whatever the second of the pair is. */
static bool is_needless(const search *in, uint32_t option, const uint16_t *kept, uint32_t count,
                        uint32_t floor)
{
    uint32_t other = UH_EXERCISES_MAX;
    for (uint32_t i = 0; i < count; i++) {
        const uh_plan_option *by = &in->options[kept[i]];
        if ((by->floor & ~floor) != 0 || !is_beaten(in, option, kept[i])) {
            continue;
        }
        if (by->exercise == in->options[option].exercise ||
            (other != UH_EXERCISES_MAX && other != by->exercise)) {
            return true;
        }
        other = by->exercise;
    }
    return false;
}

static bool comes_before(const search *in, uint32_t a, uint32_t b)
{
    const uh_plan_option *first = &in->options[a];
    const uh_plan_option *second = &in->options[b];
    if (first->cost_ms != second->cost_ms) {
        return first->cost_ms < second->cost_ms;
    }
    return first->base != second->base ? first->base > second->base : a < b;
}

/* Cheap ones first: what beats an option stands before it. */
static uint32_t sort_family(const search *in, uint32_t family, uint16_t *order)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < in->of->space->option_count; i++) {
        if (in->options[i].family != family) {
            continue;
        }
        uint32_t at = count++;
        for (; at > 0 && comes_before(in, i, order[at - 1]); at--) {
            order[at] = order[at - 1];
        }
        order[at] = (uint16_t)i;
    }
    return count;
}

/* Keeps of `count` sorted options those on `floor` that are needed; what beats an option must lie
 * on no other place than it or `free`. */
static uint32_t keep_needed(const search *in, const uint16_t *from, uint32_t count, uint32_t floor,
                            bool within, uint16_t *kept)
{
    uint32_t length = 0;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t own = in->options[from[i]].floor;
        if ((own & ~floor) == 0 && !is_needless(in, from[i], kept, length, within ? own : floor)) {
            kept[length++] = from[i];
        }
    }
    return length;
}

static bool may_holds_bind(const search *in, const uint16_t *order, uint32_t count)
{
    uint64_t most[UH_FAMILY_PER_SESSION] = {0};
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t held = in->options[order[i]].hold_ms;
        if (held > most[0]) {
            most[1] = most[0];
            most[0] = held;
        } else if (held > most[1]) {
            most[1] = held;
        }
    }
    const uint32_t family = count > 0 ? in->options[order[0]].family : 0;
    return in->of->history->done.family_hold_ms[family] + most[0] + most[1] >
           UH_FAMILY_HOLD_PER_DAY_MS;
}

static void sort_options(search *in)
{
    const uint32_t everywhere = FLOOR_SETS - 1;
    uint32_t length = 0;
    for (uint32_t family = 0; family < UH_FAMILY_COUNT; family++) {
        uint16_t *order = &in->order[length];
        const uint32_t count = sort_family(in, family, order);
        in->holds_bind[family] = may_holds_bind(in, order, count);
        in->first[family] = length;
        length += keep_needed(in, order, count, everywhere, true, order);
    }
    in->first[UH_FAMILY_COUNT] = length;
}

/* -- tables -- */

static table table_at(uh_plan_cell *cells, uint32_t width, uint32_t counts)
{
    table out = {.cells = cells, .width = width, .counts = counts};
    for (uint32_t i = 0; i < counts * width; i++) {
        cells[i].ms = UINT32_MAX;
    }
    return out;
}

static bool is_earlier(const uint16_t *a, const uint16_t *b)
{
    for (uint32_t i = 0; i < PICKS; i++) {
        if (a[i] != b[i]) {
            return a[i] < b[i];
        }
    }
    return false;
}

static void put_cell(table *out, uint32_t count, const uh_plan_cell *cell)
{
    UH_ASSERT(cell->value < out->width && count < out->counts);
    uh_plan_cell *there = &out->cells[count * out->width + cell->value];
    if (cell->ms < there->ms || (cell->ms == there->ms && is_earlier(cell->picks, there->picks))) {
        *there = *cell;
    }
}

/* Leaves in each row only what is worth its time, rising in both, from its beginning on. */
static void prune(table *out)
{
    for (uint32_t count = 0; count < out->counts; count++) {
        uh_plan_cell *row = &out->cells[count * out->width];
        uint32_t ms = UINT32_MAX;
        for (uint32_t value = out->width; value-- > 0;) {
            if (row[value].ms < ms) {
                ms = row[value].ms;
            } else {
                row[value].ms = UINT32_MAX;
            }
        }
        uint32_t length = 0;
        for (uint32_t value = 0; value < out->width; value++) {
            if (row[value].ms != UINT32_MAX) {
                row[length++] = row[value];
            }
        }
        out->lengths[count] = length;
    }
}

/* -- choices of a family -- */

static void put_single(table *out, bool counted, const search *in, uint32_t option)
{
    const uh_plan_cell cell = {.ms = in->options[option].cost_ms,
                               .value = (uint16_t)value_of(&in->options[option]),
                               .picks = {(uint16_t)(option + 1)}};
    put_cell(out, counted ? 1 : 0, &cell);
}

static void put_pair(table *out, bool counted, const search *in, uint32_t a, uint32_t b)
{
    const int32_t value = pair_value(&in->options[a], &in->options[b]);
    if (value <= 0 || !uh_plan_is_pair(in->of, &in->options[a], &in->options[b])) {
        return;
    }
    const uint32_t first = smaller(a, b);
    const uh_plan_cell cell = {
        .ms = in->options[a].cost_ms + in->options[b].cost_ms,
        .value = (uint16_t)value,
        .picks = {(uint16_t)(first + 1), (uint16_t)(a + b - first + 1)},
    };
    put_cell(out, counted ? 2 : 0, &cell);
}

static table family_table(const search *in, uint32_t family, uint32_t floor)
{
    uint16_t *kept = in->of->space->kept;
    const uint32_t from = in->first[family];
    const uint32_t count =
        keep_needed(in, &in->order[from], in->first[family + 1] - from, floor, false, kept);
    table out = table_at(in->of->space->family, UH_PLAN_FAMILY_WIDTH,
                         in->counted ? UH_PLAN_FAMILY_COUNTS : 1);
    put_cell(&out, 0, &(uh_plan_cell){0});
    for (uint32_t i = 0; i < count; i++) {
        put_single(&out, in->counted, in, kept[i]);
        for (uint32_t j = 0; j < i && in->of->most > 1; j++) {
            put_pair(&out, in->counted, in, kept[i], kept[j]);
        }
    }
    prune(&out);
    return out;
}

/* -- one choice a family -- */

/* Each choice of `left` with each of `right`, whose picks go to `place`. */
static void merge_rows(const table *left, uint32_t i, const table *right, uint32_t j,
                       uint32_t place, uint32_t budget_ms, table *out)
{
    const uh_plan_cell *a = &left->cells[i * left->width];
    const uh_plan_cell *b = &right->cells[j * right->width];
    for (uint32_t k = 0; k < left->lengths[i]; k++) {
        for (uint32_t l = 0; l < right->lengths[j] && a[k].ms + b[l].ms <= budget_ms; l++) {
            uh_plan_cell cell = a[k];
            cell.ms += b[l].ms;
            cell.value = (uint16_t)(cell.value + b[l].value);
            cell.picks[place] = b[l].picks[0];
            cell.picks[place + 1] = b[l].picks[1];
            put_cell(out, i + j, &cell);
        }
    }
}

static void merge(const table *left, const table *right, uint32_t place, uint32_t budget_ms,
                  table *out)
{
    for (uint32_t i = 0; i < left->counts; i++) {
        for (uint32_t j = 0; j < right->counts; j++) {
            merge_rows(left, i, right, j, place, budget_ms, out);
        }
    }
    prune(out);
}

/* Families 3 group to 3 group + 2, in `cells`; `spare` is room to work in. */
static table group_table(const search *in, uint32_t group, uint32_t floor, uint32_t budget_ms,
                         uh_plan_cell *cells, uh_plan_cell *spare)
{
    uh_plan_cell *rooms[] = {cells, spare, cells};
    table nothing = table_at(spare, 1, 1);
    put_cell(&nothing, 0, &(uh_plan_cell){0});
    nothing.lengths[0] = 1;
    table so_far = nothing;
    for (uint32_t i = 0; i < UH_PLAN_GROUP; i++) {
        const table family = family_table(in, group * UH_PLAN_GROUP + i, floor);
        const uint32_t counts = in->counted ? (i + 1) * UH_FAMILY_PER_SESSION + 1 : 1;
        table out = table_at(rooms[i], (i + 1) * UH_PLAN_PAIR_VALUE_MAX + 1, counts);
        merge(&so_far, &family, i * UH_FAMILY_PER_SESSION, budget_ms, &out);
        so_far = out;
    }
    return so_far;
}

/* The two groups as if everything on these places were to be had without a way. */
static void relax(search *in, uint32_t floor)
{
    uh_plan_workspace *space = in->of->space;
    const uint32_t budget_ms = in->of->limit_ms + uh_plan_pause_ms(in->of->person->pace);
    for (uint32_t group = 0; group < GROUPS; group++) {
        in->relaxed[group] =
            group_table(in, group, floor, budget_ms, space->group[group], space->group[GROUPS]);
    }
}

/* -- sets of places, most promising first -- */

static uint32_t bin_of(uint32_t floor)
{
    return floor == 0 ? 0 : 1 + (uint32_t)__builtin_ctz(floor);
}

static void take_pair(search *in, const uh_plan_option *a, const uh_plan_option *b, int32_t value)
{
    const uint32_t first = bin_of(a->floor);
    const uint32_t second = bin_of(b->floor);
    int32_t *most =
        &in->pairs[a->family][smaller(first, second)][first + second - smaller(first, second)];
    *most = value > *most ? value : *most;
}

/* What each family can add on two places, were there time for it. */
static void fill_pairs(search *in)
{
    for (uint32_t family = 0; family < UH_FAMILY_COUNT; family++) {
        for (uint32_t i = in->first[family]; i < in->first[family + 1]; i++) {
            const uh_plan_option *a = &in->options[in->order[i]];
            take_pair(in, a, a, value_of(a));
            for (uint32_t j = in->first[family]; j < i && in->of->most > 1; j++) {
                const uh_plan_option *b = &in->options[in->order[j]];
                if (uh_plan_is_pair(in->of, a, b)) {
                    take_pair(in, a, b, pair_value(a, b));
                }
            }
        }
    }
}

static bool has_bin(uint32_t floor, uint32_t bin)
{
    return bin == 0 || (floor & 1U << (bin - 1)) != 0;
}

static int32_t family_bound(const search *in, uint32_t family, uint32_t floor)
{
    int32_t best = 0;
    for (uint32_t i = 0; i < BINS; i++) {
        for (uint32_t j = i; j < BINS && has_bin(floor, i); j++) {
            const int32_t value = has_bin(floor, j) ? in->pairs[family][i][j] : 0;
            best = value > best ? value : best;
        }
    }
    return best;
}

static uint32_t budget_of(const search *in, uint32_t floor)
{
    return in->of->limit_ms + uh_plan_pause_ms(in->of->person->pace) -
           uh_plan_places_ms(in->of->person->pace, floor);
}

/* What all families together can add in the time that the ways of these places leave. */
static int32_t time_bound(const search *in, uint32_t floor)
{
    const table *a = &in->relaxed[0];
    const table *b = &in->relaxed[1];
    const uint32_t budget_ms = budget_of(in, floor);
    int32_t best = 0;
    for (uint32_t i = 0; i < a->counts; i++) {
        for (uint32_t j = 0; j < b->counts && i + j <= in->of->most; j++) {
            const uh_plan_cell *left = &a->cells[i * a->width];
            const uh_plan_cell *right = &b->cells[j * b->width];
            uint32_t l = b->lengths[j];
            for (uint32_t k = 0; k < a->lengths[i]; k++) {
                while (l > 0 && left[k].ms + right[l - 1].ms > budget_ms) {
                    l--;
                }
                const int32_t value = l > 0 ? left[k].value + right[l - 1].value : 0;
                best = value > best ? value : best;
            }
        }
    }
    return best;
}

/* No plan on these places, or on fewer of them, has more. */
static int32_t set_bound(const search *in, uint32_t floor)
{
    int32_t bound = 0;
    for (uint32_t family = 0; family < UH_FAMILY_COUNT; family++) {
        bound += family_bound(in, family, floor);
    }
    const int32_t in_time = time_bound(in, floor);
    return (in_time < bound ? in_time : bound) + uh_plan_floor_points(floor);
}

static void put_set(search *in, uint32_t floor)
{
    if (uh_plan_places_ms(in->of->person->pace, floor) > in->of->limit_ms) {
        return;
    }
    const int32_t bound = set_bound(in, floor);
    uint32_t at = in->set_count++;
    for (; at > 0 && in->bounds[at - 1] < bound; at--) {
        in->bounds[at] = in->bounds[at - 1];
        in->sets[at] = in->sets[at - 1];
    }
    in->bounds[at] = bound;
    in->sets[at] = (uint16_t)floor;
}

/* All sets of the places that some option is on. */
static void put_sets(search *in)
{
    uint32_t used = 0;
    for (uint32_t i = 0; i < in->first[UH_FAMILY_COUNT]; i++) {
        used |= in->options[in->order[i]].floor;
    }
    fill_pairs(in);
    relax(in, used);
    uint32_t floor = used;
    put_set(in, floor);
    while (floor != 0) {
        floor = (floor - 1) & used;
        put_set(in, floor);
    }
}

/* -- the best -- */

static bool is_better(const search *in, int32_t score, uint32_t ms, const uint16_t *a,
                      const uint16_t *b)
{
    if (!in->found || score != in->score) {
        return !in->found || score > in->score;
    }
    if (ms != in->ms) {
        return ms < in->ms;
    }
    if (memcmp(a, in->picks, PICKS * sizeof *a) != 0) {
        return is_earlier(a, in->picks);
    }
    return is_earlier(b, in->picks + PICKS);
}

static void take_best(search *in, uint32_t floor, const uh_plan_cell *a, const uh_plan_cell *b)
{
    const int32_t score = a->value + b->value + uh_plan_floor_points(floor);
    const uint32_t ms = a->ms + b->ms + uh_plan_places_ms(in->of->person->pace, floor);
    if (a->ms + b->ms > 0 && is_better(in, score, ms, a->picks, b->picks)) {
        in->found = true;
        in->score = score;
        in->ms = ms;
        memcpy(in->picks, a->picks, sizeof a->picks);
        memcpy(in->picks + PICKS, b->picks, sizeof b->picks);
    }
}

/* For each choice of the first three families the most valuable of the others that still fits. */
static void join_rows(search *in, uint32_t floor, uint32_t budget_ms, const uh_plan_cell *a,
                      uint32_t a_length, const uh_plan_cell *b, uint32_t b_length)
{
    uint32_t j = b_length;
    for (uint32_t i = 0; i < a_length; i++) {
        while (j > 0 && a[i].ms + b[j - 1].ms > budget_ms) {
            j--;
        }
        if (j > 0) {
            take_best(in, floor, &a[i], &b[j - 1]);
        }
    }
}

static void try_set(search *in, uint32_t floor)
{
    uh_plan_workspace *space = in->of->space;
    const uint32_t budget_ms = budget_of(in, floor);
    const table a = group_table(in, 0, floor, budget_ms, space->group[0], space->group[GROUPS]);
    const table b = group_table(in, 1, floor, budget_ms, space->group[1], space->group[GROUPS]);
    for (uint32_t i = 0; i < a.counts; i++) {
        for (uint32_t j = 0; j < b.counts; j++) {
            if (!in->counted || i + j <= in->of->most) {
                join_rows(in, floor, budget_ms, &a.cells[i * a.width], a.lengths[i],
                          &b.cells[j * b.width], b.lengths[j]);
            }
        }
    }
}

bool uh_plan_search(const uh_planning *of, uh_routine *routine)
{
    search in = {
        .of = of,
        .options = of->space->options,
        .order = of->space->order,
        .counted = of->most < UH_FAMILY_COUNT * UH_FAMILY_PER_SESSION,
    };
    sort_options(&in);
    put_sets(&in);
    for (uint32_t i = 0; i < in.set_count && (!in.found || in.bounds[i] >= in.score); i++) {
        try_set(&in, in.sets[i]);
    }
    for (uint32_t i = 0; i < GROUPS * PICKS; i++) {
        if (in.picks[i] > 0) {
            routine->entries[routine->count++] =
                uh_plan_entry(of->catalogue, &in.options[in.picks[i] - 1]);
        }
    }
    return in.found;
}
