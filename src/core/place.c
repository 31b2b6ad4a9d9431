/* SPDX-License-Identifier: MIT */
#include "unhunch/timeline.h"

/* The ways of D-02, each leg once; timeline.h shows the sums. */
typedef struct way {
    uh_place through; /* the way from standing leads through it; itself: straight there */
    bool on_floor;
    uint32_t in_ms;    /* from `through`, or from standing */
    uint32_t out_ms;   /* the same way back */
    uint32_t leave_ms; /* before another place on the floor that is not `through` */
    uh_message say_in;
    uh_message say_out;
} way;

static const way ways[UH_PLACE_COUNT] = {
    [UH_PLACE_STANDING] = {.through = UH_PLACE_STANDING,
                           .out_ms = 3000, /* let go, one breath */
                           .say_in = UH_MSG_WAY_IN_STANDING,
                           .say_out = UH_MSG_WAY_OUT_STANDING},
    [UH_PLACE_CHAIR] = {.through = UH_PLACE_CHAIR,
                        .out_ms = 3000,
                        .say_in = UH_MSG_WAY_IN_CHAIR,
                        .say_out = UH_MSG_WAY_OUT_CHAIR},
    [UH_PLACE_FLOOR_SITTING] = {.through = UH_PLACE_FLOOR_SITTING,
                                .on_floor = true,
                                .in_ms = 20000, /* ours: as long as to hands and knees */
                                .out_ms = 20000,
                                .say_in = UH_MSG_WAY_IN_FLOOR_SITTING,
                                .say_out = UH_MSG_WAY_OUT_FLOOR_SITTING},
    [UH_PLACE_HANDS_KNEES] = {.through = UH_PLACE_HANDS_KNEES,
                              .on_floor = true,
                              .in_ms = 20000,
                              .out_ms = 20000,
                              .say_in = UH_MSG_WAY_IN_HANDS_KNEES,
                              .say_out = UH_MSG_WAY_OUT_HANDS_KNEES},
    [UH_PLACE_PRONE] = {.through = UH_PLACE_HANDS_KNEES,
                        .on_floor = true,
                        .in_ms = 10000,
                        .out_ms = 10000,
                        .leave_ms = 10000, /* face down, every other way begins by pressing up */
                        .say_in = UH_MSG_WAY_IN_PRONE,
                        .say_out = UH_MSG_WAY_OUT_PRONE},
    [UH_PLACE_SIDE_LYING] = {.through = UH_PLACE_HANDS_KNEES,
                             .on_floor = true,
                             .in_ms = 0, /* 15 s, played as the get ready of each side */
                             .out_ms = 15000,
                             .say_in = UH_MSG_WAY_IN_SIDE_LYING,
                             .say_out = UH_MSG_WAY_OUT_SIDE_LYING},
    [UH_PLACE_SUPINE] = {.through = UH_PLACE_SUPINE,
                         .on_floor = true,
                         .in_ms = 20000,
                         .out_ms = 20000,
                         .say_in = UH_MSG_WAY_IN_SUPINE,
                         .say_out = UH_MSG_WAY_OUT_SUPINE},
    [UH_PLACE_TOWEL] = {.through = UH_PLACE_TOWEL,
                        .on_floor = true,
                        .in_ms = 20000,
                        .out_ms = 20000,
                        .say_in = UH_MSG_WAY_IN_TOWEL,
                        .say_out = UH_MSG_WAY_OUT_SUPINE},
    [UH_PLACE_CROSS_ROLLER] = {.through = UH_PLACE_CROSS_ROLLER,
                               .on_floor = true,
                               .in_ms = 20000,
                               .out_ms = 20000,
                               .say_in = UH_MSG_WAY_IN_CROSS_ROLLER,
                               .say_out = UH_MSG_WAY_OUT_SUPINE},
    [UH_PLACE_LONG_ROLLER] = {.through = UH_PLACE_LONG_ROLLER,
                              .on_floor = true,
                              .in_ms = 30000,
                              .out_ms = 20000,
                              .say_in = UH_MSG_WAY_IN_LONG_ROLLER,
                              .say_out = UH_MSG_WAY_OUT_LONG_ROLLER},
};

/* What lies under the back has to be put there, and taken away again. */
static uh_place supine_place(uint32_t equipment)
{
    static const struct {
        uh_equipment thing;
        uh_place place;
    } under[] = {
        {UH_EQUIPMENT_LONG_FOAM_ROLLER, UH_PLACE_LONG_ROLLER},
        {UH_EQUIPMENT_FOAM_ROLLER, UH_PLACE_CROSS_ROLLER},
        {UH_EQUIPMENT_TOWEL, UH_PLACE_TOWEL},
    };
    for (uint32_t i = 0; i < UH_COUNT(under); i++) {
        if (equipment & (1U << under[i].thing)) {
            return under[i].place;
        }
    }
    return UH_PLACE_SUPINE;
}

uh_place uh_variant_place(const uh_variant *variant)
{
    static const uh_place places[UH_POSITION_COUNT] = {
        [UH_POSITION_STANDING] = UH_PLACE_STANDING,
        [UH_POSITION_SITTING] = UH_PLACE_CHAIR,
        [UH_POSITION_FLOOR_SITTING] = UH_PLACE_FLOOR_SITTING,
        [UH_POSITION_HANDS_KNEES] = UH_PLACE_HANDS_KNEES,
        [UH_POSITION_PRONE] = UH_PLACE_PRONE,
        [UH_POSITION_SIDE_LYING] = UH_PLACE_SIDE_LYING,
    };
    return variant->position == UH_POSITION_SUPINE ? supine_place(variant->equipment)
                                                   : places[variant->position];
}

static uint32_t down_ms(uh_place place)
{
    uh_place through = ways[place].through;
    return ways[place].in_ms + (through == place ? 0 : ways[through].in_ms);
}

static uint32_t up_ms(uh_place place)
{
    uh_place through = ways[place].through;
    return ways[place].out_ms + (through == place ? 0 : ways[through].out_ms);
}

uint32_t uh_place_change_ms(uh_place from, uh_place to)
{
    if (from == to) {
        return 0;
    }
    if (!ways[from].on_floor) {
        return down_ms(to);
    }
    if (!ways[to].on_floor) {
        return up_ms(from);
    }
    if (ways[from].through == to) {
        return ways[from].out_ms;
    }
    return ways[from].leave_ms + ways[to].in_ms;
}

uint32_t uh_place_way_out_ms(uh_place place)
{
    return up_ms(place);
}

uh_message uh_place_way_in(uh_place place)
{
    return ways[place].say_in;
}

uh_message uh_place_way_out(uh_place place)
{
    return ways[place].say_out;
}
