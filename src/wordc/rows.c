/* SPDX-License-Identifier: MIT */
#include "wordc/rows.h"

#include <string.h>

#define UH_MESSAGE(id, text) [id] = {#id, __FILE__, NULL, text, false},
#define UH_PLURAL(id, one, other) [id] = {#id, __FILE__, one, other, false},
static const uh_message_row rows[UH_MESSAGE_COUNT] = {
#include "unhunch/messages/all.def"
};
#undef UH_MESSAGE
#undef UH_PLURAL

#define UH_FOR_PAGE
#define UH_MESSAGE(id, text) [id] = true,
#define UH_PLURAL(id, one, other) [id] = true,
static const bool on_page[UH_MESSAGE_COUNT] = {
#include "unhunch/messages/all.def"
};
#undef UH_MESSAGE
#undef UH_PLURAL
#undef UH_FOR_PAGE

enum { PREFIX = sizeof "UH_MSG_" - 1 }; /* letters that all names begin with */

uh_message_row uh_message_row_of(uint32_t message)
{
    UH_ASSERT(message < UH_MESSAGE_COUNT);
    uh_message_row row = rows[message];
    const char *slash = strrchr(row.file, '/');
    row.on_page = on_page[message];
    row.name += PREFIX;
    row.file = slash ? slash + 1 : row.file;
    return row;
}

uint32_t uh_message_named(const char *name)
{
    uint32_t message = 0;
    while (message < UH_MESSAGE_COUNT && strcmp(rows[message].name + PREFIX, name) != 0) {
        message++;
    }
    return message;
}
