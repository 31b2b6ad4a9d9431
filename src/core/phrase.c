/* SPDX-License-Identifier: MIT */
#include "unhunch/message.h"

uh_phrase uh_phrase_of(uh_message message, uint32_t count, const uh_argument *arguments)
{
    uh_phrase phrase = {.message = message, .count = count};
    for (uint32_t i = 0; i < count; i++) {
        phrase.arguments[i] = arguments[i];
    }
    return phrase;
}
