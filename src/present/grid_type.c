/* SPDX-License-Identifier: MIT */
/* grid_type.c: large type made of blocks, readable from two metres. */
#include "unhunch/grid.h"

#include <string.h>

enum { GLYPH_HEIGHT = 5, FULL_BLOCK = 0x2588, UPPER_HALF = 0x2580, LOWER_HALF = 0x2584 };

typedef struct glyph {
    uint32_t character;
    const char *rows[GLYPH_HEIGHT]; /* '#' is a pixel */
} glyph;

static const glyph digits[] = {
    {'0', {"###", "# #", "# #", "# #", "###"}}, {'1', {" # ", "## ", " # ", " # ", "###"}},
    {'2', {"###", "  #", "###", "#  ", "###"}}, {'3', {"###", "  #", "###", "  #", "###"}},
    {'4', {"# #", "# #", "###", "  #", "  #"}}, {'5', {"###", "#  ", "###", "  #", "###"}},
    {'6', {"###", "#  ", "###", "# #", "###"}}, {'7', {"###", "  #", "  #", "  #", "  #"}},
    {'8', {"###", "# #", "###", "# #", "###"}}, {'9', {"###", "# #", "###", "  #", "###"}},
    {':', {" ", "#", " ", "#", " "}},
};

static const glyph letters[] = {
    {'A', {"###", "# #", "###", "# #", "# #"}},
    {'B', {"## ", "# #", "## ", "# #", "## "}},
    {'C', {"###", "#  ", "#  ", "#  ", "###"}},
    {'D', {"## ", "# #", "# #", "# #", "## "}},
    {'E', {"###", "#  ", "## ", "#  ", "###"}},
    {'F', {"###", "#  ", "## ", "#  ", "#  "}},
    {'G', {"####", "#   ", "# ##", "#  #", "####"}},
    {'H', {"# #", "# #", "###", "# #", "# #"}},
    {'I', {"#", "#", "#", "#", "#"}},
    {'J', {"  #", "  #", "  #", "# #", "###"}},
    {'K', {"#  #", "# # ", "##  ", "# # ", "#  #"}},
    {'L', {"#  ", "#  ", "#  ", "#  ", "###"}},
    {'M', {"#   #", "## ##", "# # #", "#   #", "#   #"}},
    {'N', {"#  #", "## #", "# ##", "#  #", "#  #"}},
    {'O', {"###", "# #", "# #", "# #", "###"}},
    {'P', {"###", "# #", "###", "#  ", "#  "}},
    {'Q', {"#### ", "#  # ", "#  # ", "# ## ", "#####"}},
    {'R', {"###", "# #", "## ", "# #", "# #"}},
    {'S', {"###", "#  ", "###", "  #", "###"}},
    {'T', {"###", " # ", " # ", " # ", " # "}},
    {'U', {"# #", "# #", "# #", "# #", "###"}},
    {'V', {"# #", "# #", "# #", "# #", " # "}},
    {'W', {"#   #", "#   #", "# # #", "# # #", " # # "}},
    {'X', {"# #", "# #", " # ", "# #", "# #"}},
    {'Y', {"# #", "# #", " # ", " # ", " # "}},
    {'Z', {"###", "  #", " # ", "#  ", "###"}},
    {0xc4, {"# #", "###", "# #", "###", "# #"}},
    {0xd6, {"# #", "###", "# #", "# #", "###"}},
    {0xdc, {"# #", "   ", "# #", "# #", "###"}},
    {0xdf, {"### ###", "#   #  ", "### ###", "  #   #", "### ###"}}, /* two: it has no capital */
    {'-', {"  ", "  ", "##", "  ", "  "}},
    {'\'', {"#", "#", " ", " ", " "}},
    {' ', {"  ", "  ", "  ", "  ", "  "}},
};

static uint32_t capital(uint32_t character)
{
    const bool plain = character >= 'a' && character <= 'z';
    const bool western = character >= 0xe0 && character <= 0xfe; /* the same distance apart */
    return plain || western ? character - ('a' - 'A') : character;
}

static const glyph *find(const glyph *table, size_t count, uint32_t character)
{
    for (size_t i = 0; i < count; i++) {
        if (table[i].character == capital(character)) {
            return &table[i];
        }
    }
    return NULL;
}

/* The columns of a line of one type at a scale, with a gap of one pixel; 0: a character is missing.
 */
static int32_t measure(const glyph *table, size_t count, const char *text, int32_t scale)
{
    int32_t columns = 0;
    while (*text != '\0') {
        const glyph *shape = find(table, count, uh_text_decode(&text));
        if (shape == NULL) {
            return 0;
        }
        columns += ((int32_t)strlen(shape->rows[0]) + 1) * scale;
    }
    return columns > 0 ? columns - scale : 0;
}

static void draw_block(uh_grid *grid, uh_area area, uh_role role)
{
    for (int32_t y = 0; y < area.height; y++) {
        for (int32_t x = 0; x < area.width; x++) {
            uh_grid_put(grid, area.x + x, area.y + y, FULL_BLOCK, role);
        }
    }
}

int32_t uh_grid_number(uh_grid *grid, int32_t x, int32_t y, int32_t scale_x, int32_t scale_y,
                       const char *text, uh_role role)
{
    const int32_t columns = measure(digits, UH_COUNT(digits), text, scale_x);
    if (grid == NULL || columns == 0) {
        return columns;
    }
    while (*text != '\0') {
        const glyph *shape = find(digits, UH_COUNT(digits), uh_text_decode(&text));
        UH_ASSERT(shape != NULL); /* measured above */
        const int32_t width = (int32_t)strlen(shape->rows[0]);
        for (int32_t row = 0; row < GLYPH_HEIGHT; row++) {
            for (int32_t column = 0; column < width; column++) {
                if (shape->rows[row][column] == '#') {
                    draw_block(grid,
                               (uh_area){x + column * scale_x, y + row * scale_y, scale_x, scale_y},
                               role);
                }
            }
        }
        x += (width + 1) * scale_x;
    }
    return columns;
}

/* Two pixels in one cell; the sixth row of pixels is empty. */
static uint32_t half_blocks(bool upper, bool lower)
{
    if (upper && lower) {
        return FULL_BLOCK;
    }
    return upper ? UPPER_HALF : lower ? LOWER_HALF : ' ';
}

int32_t uh_grid_letters(uh_grid *grid, int32_t x, int32_t y, const char *text, uh_role role)
{
    const int32_t columns = measure(letters, UH_COUNT(letters), text, 1);
    if (grid == NULL || columns == 0) {
        return columns;
    }
    while (*text != '\0') {
        const glyph *shape = find(letters, UH_COUNT(letters), uh_text_decode(&text));
        UH_ASSERT(shape != NULL); /* measured above */
        const int32_t width = (int32_t)strlen(shape->rows[0]);
        for (int32_t row = 0; row < UH_LETTERS_HEIGHT; row++) {
            for (int32_t column = 0; column < width; column++) {
                const bool upper = shape->rows[row * 2][column] == '#';
                const bool lower =
                    row * 2 + 1 < GLYPH_HEIGHT && shape->rows[row * 2 + 1][column] == '#';
                uh_grid_put(grid, x + column, y + row, half_blocks(upper, lower), role);
            }
        }
        x += width + 1;
    }
    return columns;
}
