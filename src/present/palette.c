/* SPDX-License-Identifier: MIT */
#include "unhunch/palette.h"

#include <string.h>

#define RGB(HEX)                                                                                   \
    {                                                                                              \
        (HEX) >> 16 & 0xff, (HEX) >> 8 & 0xff, (HEX)&0xff, 255                                     \
    }
#define RGBA(HEX, ALPHA)                                                                           \
    {                                                                                              \
        (HEX) >> 16 & 0xff, (HEX) >> 8 & 0xff, (HEX)&0xff, ALPHA                                   \
    }

typedef struct palette_row {
    const char *name;
    uh_colour page;
    uh_colour tone[UH_TONE_COUNT];
} palette_row;

static const palette_row palettes[UH_PALETTE_COUNT] = {
    [UH_PALETTE_LIGHT] = {"light",
                          RGB(0xf7f5f0),
                          {
                              [UH_TONE_GROUND] = RGB(0xece8e0),
                              [UH_TONE_SHADOW] = RGBA(0x5b5546, 46),
                              [UH_TONE_PROP] = RGB(0xdccfb9),
                              [UH_TONE_PROP_SHADE] = RGB(0xc3b498),
                              [UH_TONE_PROP_OUTLINE] = RGB(0x85775f),
                              [UH_TONE_BODY] = RGB(0x7d92a7),
                              [UH_TONE_BODY_SHADE] = RGB(0x63788e),
                              [UH_TONE_FAR] = RGB(0x62768a),
                              [UH_TONE_FAR_SHADE] = RGB(0x516477),
                              [UH_TONE_FACE] = RGB(0x93a7ba),
                              [UH_TONE_OUTLINE] = RGB(0x2b3a4a),
                              [UH_TONE_DETAIL] = RGB(0x4b5f74),
                              [UH_TONE_TARGET_SOFT] = RGBA(0xf08a5d, 130),
                              [UH_TONE_TARGET] = RGBA(0xee7a45, 205),
                              [UH_TONE_GHOST] = RGBA(0x63788e, 64),
                              [UH_TONE_GUIDE] = RGB(0x8b8472),
                              [UH_TONE_ARROW] = RGB(0xcb4f1b),
                              [UH_TONE_ARROW_HALO] = RGB(0xf7f5f0),
                          }},
    [UH_PALETTE_DARK] = {"dark",
                         RGB(0x15191e),
                         {
                             [UH_TONE_GROUND] = RGB(0x1e242b),
                             [UH_TONE_SHADOW] = RGBA(0x000000, 90),
                             [UH_TONE_PROP] = RGB(0x6f6656),
                             [UH_TONE_PROP_SHADE] = RGB(0x544d41),
                             [UH_TONE_PROP_OUTLINE] = RGB(0x2a261f),
                             [UH_TONE_BODY] = RGB(0x9fb3c8),
                             [UH_TONE_BODY_SHADE] = RGB(0x7b90a6),
                             [UH_TONE_FAR] = RGB(0x6d8196),
                             [UH_TONE_FAR_SHADE] = RGB(0x586b7f),
                             [UH_TONE_FACE] = RGB(0xb6c8da),
                             [UH_TONE_OUTLINE] = RGB(0x1b242e),
                             [UH_TONE_DETAIL] = RGB(0x4d6075),
                             [UH_TONE_TARGET_SOFT] = RGBA(0xff9461, 130),
                             [UH_TONE_TARGET] = RGBA(0xff8147, 215),
                             [UH_TONE_GHOST] = RGBA(0x9fb3c8, 60),
                             [UH_TONE_GUIDE] = RGB(0x8d95a0),
                             [UH_TONE_ARROW] = RGB(0xffa070),
                             [UH_TONE_ARROW_HALO] = RGB(0x15191e),
                         }},
    [UH_PALETTE_HIGH_CONTRAST] = {"high-contrast",
                                  RGB(0xffffff),
                                  {
                                      [UH_TONE_GROUND] = RGB(0xffffff),
                                      [UH_TONE_SHADOW] = RGB(0xc4c4c4),
                                      [UH_TONE_PROP] = RGB(0xffffff),
                                      [UH_TONE_PROP_SHADE] = RGB(0xdedede),
                                      [UH_TONE_PROP_OUTLINE] = RGB(0x000000),
                                      [UH_TONE_BODY] = RGB(0xcfe0f0),
                                      [UH_TONE_BODY_SHADE] = RGB(0xa9c3dc),
                                      [UH_TONE_FAR] = RGB(0x8faac4),
                                      [UH_TONE_FAR_SHADE] = RGB(0x7391ae),
                                      [UH_TONE_FACE] = RGB(0xeaf3fb),
                                      [UH_TONE_OUTLINE] = RGB(0x000000),
                                      [UH_TONE_DETAIL] = RGB(0x000000),
                                      [UH_TONE_TARGET_SOFT] = RGB(0xf07b3a),
                                      [UH_TONE_TARGET] = RGB(0xc23c00),
                                      [UH_TONE_GHOST] = RGBA(0x000000, 70),
                                      [UH_TONE_GUIDE] = RGB(0x000000),
                                      [UH_TONE_ARROW] = RGB(0x000000),
                                      [UH_TONE_ARROW_HALO] = RGB(0xffffff),
                                  }},
    [UH_PALETTE_MONOCHROME] = {"monochrome",
                               RGB(0xffffff),
                               {
                                   [UH_TONE_GROUND] = RGB(0xf4f4f4),
                                   [UH_TONE_SHADOW] = RGB(0xd8d8d8),
                                   [UH_TONE_PROP] = RGB(0xf0f0f0),
                                   [UH_TONE_PROP_SHADE] = RGB(0xdcdcdc),
                                   [UH_TONE_PROP_OUTLINE] = RGB(0x777777),
                                   [UH_TONE_BODY] = RGB(0xc4c4c4),
                                   [UH_TONE_BODY_SHADE] = RGB(0xa8a8a8),
                                   [UH_TONE_FAR] = RGB(0x9c9c9c),
                                   [UH_TONE_FAR_SHADE] = RGB(0x868686),
                                   [UH_TONE_FACE] = RGB(0xd8d8d8),
                                   [UH_TONE_OUTLINE] = RGB(0x1c1c1c),
                                   [UH_TONE_DETAIL] = RGB(0x5a5a5a),
                                   [UH_TONE_TARGET_SOFT] = RGB(0x6e6e6e),
                                   [UH_TONE_TARGET] = RGB(0x484848),
                                   [UH_TONE_GHOST] = RGBA(0x000000, 46),
                                   [UH_TONE_GUIDE] = RGB(0x777777),
                                   [UH_TONE_ARROW] = RGB(0x000000),
                                   [UH_TONE_ARROW_HALO] = RGB(0xffffff),
                               }},
};

const char *uh_palette_name(uh_palette palette)
{
    UH_ASSERT((int)palette >= 0 && palette < UH_PALETTE_COUNT);
    return palettes[palette].name;
}

uh_status uh_palette_find(const char *name, size_t length, uh_palette *ret_palette)
{
    for (int i = 0; i < UH_PALETTE_COUNT; i++) {
        const char *known = palettes[i].name;
        if (strlen(known) == length && memcmp(known, name, length) == 0) {
            *ret_palette = (uh_palette)i;
            return UH_OK;
        }
    }
    return UH_ERR_UNKNOWN;
}

uh_colour uh_palette_colour(uh_palette palette, uh_tone tone)
{
    UH_ASSERT((int)palette >= 0 && palette < UH_PALETTE_COUNT);
    UH_ASSERT((int)tone >= 0 && tone < UH_TONE_COUNT);
    return palettes[palette].tone[tone];
}

uh_colour uh_palette_page(uh_palette palette)
{
    UH_ASSERT((int)palette >= 0 && palette < UH_PALETTE_COUNT);
    return palettes[palette].page;
}
