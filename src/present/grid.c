/* SPDX-License-Identifier: MIT */
#include "unhunch/grid.h"

#include <string.h>

enum { REPLACEMENT = 0xfffd };

typedef struct codepoint_range {
    uint32_t first, last;
} codepoint_range;

/* Marks that sit on the character before them, and characters two columns wide: what terminals
 * agree on, which is less than what Unicode lists. */
static const codepoint_range marks[] = {
    {0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x0610, 0x061a}, {0x064b, 0x065f},
    {0x200b, 0x200f}, {0x20d0, 0x20f0}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff},
};
static const codepoint_range wide[] = {
    {0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0x33ff},   {0x3400, 0x4dbf},
    {0x4e00, 0x9fff},   {0xa000, 0xa4cf},   {0xac00, 0xd7a3},   {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},   {0xff00, 0xff60},   {0xffe0, 0xffe6},   {0x1f300, 0x1f64f},
    {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd},
};

typedef struct ascii_row {
    uint32_t codepoint;
    char ascii;
} ascii_row;

static const ascii_row instead[] = {
    {0x00a0, ' '},  {0x00b7, '-'},  {0x2010, '-'},  {0x2011, '-'}, {0x2013, '-'}, {0x2014, '-'},
    {0x2018, '\''}, {0x2019, '\''}, {0x201a, '\''}, {0x201c, '"'}, {0x201d, '"'}, {0x201e, '"'},
    {0x2022, '*'},  {0x2026, '.'},  {0x2190, '<'},  {0x2191, '^'}, {0x2192, '>'}, {0x2193, 'v'},
    {0x2500, '-'},  {0x2501, '='},  {0x2502, '|'},  {0x2580, '#'}, {0x2584, '#'}, {0x2588, '#'},
    {0x2589, '#'},  {0x258a, '#'},  {0x258b, '#'},  {0x258c, '#'}, {0x258d, ' '}, {0x258e, ' '},
    {0x258f, ' '},  {0x2591, '.'},  {0x2595, '|'},
};

static bool in_ranges(uint32_t codepoint, const codepoint_range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (codepoint >= ranges[i].first && codepoint <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

int32_t uh_codepoint_columns(uint32_t codepoint)
{
    if (codepoint < 0x300) {
        return 1;
    }
    if (in_ranges(codepoint, marks, UH_COUNT(marks))) {
        return 0;
    }
    return in_ranges(codepoint, wide, UH_COUNT(wide)) ? 2 : 1;
}

/* The letters of western Europe, from U+00C0 to U+00FF, without what stands on them. */
static const char bare_letters[] =
    "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYPsaaaaaaaceeeeiiiidnooooo/ouuuuypy";

uint32_t uh_codepoint_ascii(uint32_t codepoint)
{
    if (codepoint < 0x7f) {
        return codepoint;
    }
    if (codepoint >= 0xc0 && codepoint <= 0xff) {
        return (uint32_t)bare_letters[codepoint - 0xc0];
    }
    for (size_t i = 0; i < UH_COUNT(instead); i++) {
        if (instead[i].codepoint == codepoint) {
            return (uint32_t)instead[i].ascii;
        }
    }
    return '?';
}

/* How many bytes follow the first one, and the bits of the first that count; -1: no first byte. */
static int32_t follow_count(uint32_t first, uint32_t *ret_bits)
{
    if (first < 0x80) {
        *ret_bits = first;
        return 0;
    }
    if (first >= 0xc2 && first < 0xe0) {
        *ret_bits = first & 0x1fU;
        return 1;
    }
    if (first >= 0xe0 && first < 0xf0) {
        *ret_bits = first & 0x0fU;
        return 2;
    }
    if (first >= 0xf0 && first < 0xf5) {
        *ret_bits = first & 0x07U;
        return 3;
    }
    return -1;
}

uint32_t uh_text_decode(const char **text)
{
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    const unsigned char *at = (const unsigned char *)*text;
    uint32_t codepoint = 0;
    const int32_t follow = follow_count(at[0], &codepoint);
    for (int32_t i = 1; i <= follow; i++) {
        if ((at[i] & 0xc0U) != 0x80U) {
            *text += i;
            return REPLACEMENT;
        }
        codepoint = codepoint << 6 | (at[i] & 0x3fU);
    }
    *text += follow < 0 ? 1 : follow + 1;
    const bool surrogate = codepoint >= 0xd800 && codepoint < 0xe000;
    if (follow < 0 || surrogate || codepoint < least[follow] || codepoint > 0x10ffff) {
        return REPLACEMENT;
    }
    return codepoint;
}

size_t uh_text_encode(uint32_t codepoint, char out[4])
{
    if (codepoint < 0x80) {
        out[0] = (char)codepoint;
        return 1;
    }
    const size_t follow = codepoint < 0x800 ? 1 : codepoint < 0x10000 ? 2 : 3;
    static const uint32_t lead[] = {0, 0xc0, 0xe0, 0xf0};
    out[0] = (char)(lead[follow] | codepoint >> (6 * follow));
    for (size_t i = 1; i <= follow; i++) {
        out[i] = (char)(0x80U | (codepoint >> (6 * (follow - i)) & 0x3fU));
    }
    return follow + 1;
}

int32_t uh_grid_columns(const char *text)
{
    int32_t columns = 0;
    while (*text != '\0') {
        columns += uh_codepoint_columns(uh_text_decode(&text));
    }
    return columns;
}

void uh_grid_clear(uh_grid *grid)
{
    const size_t count = (size_t)grid->width * (size_t)grid->height;
    for (size_t i = 0; i < count; i++) {
        grid->cells[i] = (uh_cell){' ', UH_ROLE_TEXT};
    }
}

/* A control character would move the terminal's cursor: a person's own files are shown here. */
static uint32_t harmless(uint32_t codepoint)
{
    const bool control = codepoint < 0x20 || (codepoint >= 0x7f && codepoint < 0xa0);
    return control ? REPLACEMENT : codepoint;
}

void uh_grid_put(uh_grid *grid, int32_t x, int32_t y, uint32_t codepoint, uh_role role)
{
    if (x < 0 || y < 0 || x >= grid->width || y >= grid->height) {
        return;
    }
    uint32_t shown = harmless(codepoint);
    if (grid->ascii) {
        shown = uh_codepoint_ascii(shown);
    }
    uh_cell *cell = &grid->cells[(size_t)y * (size_t)grid->width + (size_t)x];
    const bool is_wide = uh_codepoint_columns(shown) == 2;
    if (is_wide && x + 1 >= grid->width) {
        shown = ' ';
    } else if (is_wide) {
        cell[1] = (uh_cell){0, role};
    }
    cell[0] = (uh_cell){shown, role};
}

/* Marks that join the character before them have no cell of their own: they are left out. */
static int32_t put_bytes(uh_grid *grid, int32_t x, int32_t y, int32_t width, const char *text,
                         const char *end, uh_role role)
{
    int32_t used = 0;
    while (text < end && *text != '\0') {
        const uint32_t codepoint = uh_text_decode(&text);
        const int32_t columns = uh_codepoint_columns(codepoint);
        if (used + columns > width) {
            break;
        }
        if (columns > 0) {
            uh_grid_put(grid, x + used, y, codepoint, role);
        }
        used += columns;
    }
    return used;
}

int32_t uh_grid_text(uh_grid *grid, int32_t x, int32_t y, int32_t width, const char *text,
                     uh_role role)
{
    return put_bytes(grid, x, y, width, text, text + strlen(text), role);
}

void uh_grid_text_right(uh_grid *grid, int32_t x, int32_t y, int32_t width, const char *text,
                        uh_role role)
{
    const int32_t columns = uh_grid_columns(text);
    if (columns <= width) {
        (void)uh_grid_text(grid, x + width - columns, y, columns, text, role);
    }
}

/* The end of the line that begins at `text`, and where the next one begins. */
static const char *line_end(const char *text, int32_t width, const char **ret_next)
{
    const char *at = text;
    const char *space = NULL; /* the last one that fits: the line may end there */
    int32_t columns = 0;
    while (*at != '\0') {
        if (*at == '\n') {
            *ret_next = at + 1;
            return at;
        }
        if (*at == ' ') {
            space = at;
        }
        const char *before = at;
        columns += uh_codepoint_columns(uh_text_decode(&at));
        if (columns > width && *before != ' ') {
            /* a word longer than the line is cut: there is no other way */
            const char *end = space != NULL ? space : before > text ? before : at;
            *ret_next = space != NULL ? space + 1 : end;
            return end;
        }
    }
    *ret_next = at;
    return at;
}

static int32_t wrap(uh_grid *grid, uh_area area, int32_t first_line, const char *text, uh_role role)
{
    UH_ASSERT(area.width > 0);
    int32_t line = 0;
    while (*text != '\0') {
        const char *next = text;
        const char *end = line_end(text, area.width, &next);
        const int32_t row = line - first_line;
        if (grid != NULL && row >= 0 && row < area.height) {
            (void)put_bytes(grid, area.x, area.y + row, area.width, text, end, role);
        }
        text = next;
        line++;
    }
    return line;
}

int32_t uh_grid_paragraph(uh_grid *grid, uh_area area, int32_t first_line, const char *text,
                          uh_role role)
{
    return wrap(grid, area, first_line, text, role);
}

int32_t uh_text_lines(const char *text, int32_t width)
{
    return wrap(NULL, (uh_area){0, 0, width, 0}, 0, text, UH_ROLE_TEXT);
}
