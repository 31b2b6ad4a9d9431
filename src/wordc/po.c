/* SPDX-License-Identifier: MIT */
#include "wordc/po.h"

#include <stdio.h>
#include <string.h>

#include "wordc/rows.h"

enum { NAME_SIZE = 128 };

/* -- where it stands -- */

static bool begins_with(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* The line of an entry, found by its context; 0: it is nowhere. */
static uint32_t line_of(const uh_po *po, const uh_mo_entry *entry)
{
    char wanted[NAME_SIZE];
    (void)snprintf(wanted, sizeof wanted, "msgctxt \"%.*s\"\n", (int)entry->context_length,
                   entry->context);
    uint32_t line = 1;
    for (const char *at = po->text; at; line++) {
        if (begins_with(at, wanted)) {
            return line;
        }
        at = strchr(at, '\n');
        at = at ? at + 1 : NULL;
    }
    return 0;
}

void uh_po_complain(uh_po *po, const uh_mo_entry *entry, const char *words)
{
    fprintf(stderr, "%s:%u: %.*s: %s\n", po->path, line_of(po, entry), (int)entry->context_length,
            entry->context, words);
    po->mistakes++;
}

/* -- what it is -- */

bool uh_po_is_catalogue(const uh_mo_entry *entry)
{
    return memchr(entry->context, '.', entry->context_length) != NULL;
}

static bool is_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

uint32_t uh_po_message(const uh_mo_entry *entry)
{
    char name[NAME_SIZE];
    (void)snprintf(name, sizeof name, "%.*s", (int)entry->context_length, entry->context);
    const uint32_t message = uh_message_named(name);
    if (message == UH_MESSAGE_COUNT) {
        return message;
    }
    const uh_message_row row = uh_message_row_of(message);
    const char *id = row.one ? row.one : row.text;
    const char *plural = row.one ? row.text : NULL;
    return is_same(id, entry->id) && is_same(plural, entry->plural) ? message : UH_MESSAGE_COUNT;
}

/* -- what is wrong with it -- */

enum { STRAY = 1u << UH_ARGUMENTS_MAX };

/* A bit for each of {0} to {3}; STRAY for a brace that belongs to none of them. */
static uint32_t placeholders(const char *text)
{
    uint32_t found = 0;
    for (; (text = strpbrk(text, "{}")) != NULL; text++) {
        if (text[0] == '{' && text[1] >= '0' && text[1] < '0' + UH_ARGUMENTS_MAX &&
            text[2] == '}') {
            found |= 1u << (text[1] - '0');
            text += 2;
        } else {
            found |= STRAY;
        }
    }
    return found;
}

void uh_po_check(uh_po *po, const uh_mo_entry *entry, uint32_t forms)
{
    const uint32_t wanted = placeholders(entry->plural ? entry->plural : entry->id);
    const uint32_t wanted_forms = entry->plural ? forms : 1;
    if (entry->forms != wanted_forms) {
        uh_po_complain(po, entry, "as many forms are needed as the header's nplurals says");
        return;
    }
    for (uint32_t i = 0; i < entry->forms; i++) {
        const uint32_t got = placeholders(uh_mo_form(entry, i));
        if ((wanted & ~got) != 0) {
            uh_po_complain(po, entry, "a placeholder of the English text is missing");
        }
        if ((got & ~wanted) != 0) {
            uh_po_complain(po, entry, "a placeholder or brace that the English text does not have");
        }
    }
}
