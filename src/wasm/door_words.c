/* SPDX-License-Identifier: MIT */
/* door_words.c: sentences by the name of their message, and the names of enumerations.
 *
 * JavaScript has no sentence of its own: it looks a message up once by its name ("WEB_START" for
 * UH_MSG_WEB_START), gives its arguments, and reads the sentence in the language. */
#include <string.h>

#include "core/hash.h"
#include "unhunch/bells.h"
#include "unhunch/screener.h"
#include "wasm/door.h"
#include "wasm/door_inside.h"

/* -- messages by name -- */

/* Made by wordc: those that stand in the page's scripts. Of each a key, because names are longer
 * than many a message, and how far behind the one before it stands. */
#define UH_NAMED(key, name, before) key,
static const uint16_t keys[] = {
#include "page_named.def"
};
#undef UH_NAMED
#define UH_NAMED(key, name, before) UH_MSG_##name - UH_MSG_##before,
static const uint16_t steps[] = {
#include "page_named.def"
};
#undef UH_NAMED

/* The number of the message whose name, without its prefix, is in the text buffer. Of a name that
 * no script of the page says, -1, but of one in 240 the number of another: wordc sees to it that
 * scripts say none. */
UH_DOOR(int32_t, uh_door_message, void)
{
    const uint16_t key = (uint16_t)uh_hash_text(UH_NAMED_SEED, uh_door_the_text());
    int32_t message = UH_NAMED_FIRST;
    for (size_t i = 0; i < UH_COUNT(keys); i++) {
        message += steps[i];
        if (keys[i] == key) {
            return message;
        }
    }
    return -1;
}

enum { ARGUMENT_SIZE = 1024, SENTENCE_SIZE = 4096 };

static char literals[UH_ARGUMENTS_MAX][ARGUMENT_SIZE];
static uh_argument arguments[UH_ARGUMENTS_MAX];
static uint32_t argument_count;

/* The arguments of the next sentence, in their order: a number, by uh_argument_kind (below LITERAL,
 * or MESSAGE); or the text in the text buffer, as it is. */
UH_DOOR(void, uh_door_argument_number, uint32_t kind, double value)
{
    UH_ASSERT(argument_count < UH_ARGUMENTS_MAX && kind != UH_ARGUMENT_LITERAL &&
              kind != UH_ARGUMENT_CATALOGUE && kind <= UH_ARGUMENT_MESSAGE);
    arguments[argument_count++] =
        kind == UH_ARGUMENT_MESSAGE
            ? uh_message_argument((uh_message)value)
            : (uh_argument){(uh_argument_kind)kind, {.number = (int64_t)value}};
}

UH_DOOR(void, uh_door_argument_text, void)
{
    UH_ASSERT(argument_count < UH_ARGUMENTS_MAX);
    char *literal = literals[argument_count];
    const char *text = uh_door_the_text();
    const size_t length = strlen(text);
    UH_ASSERT(length < ARGUMENT_SIZE);
    memcpy(literal, text, length + 1);
    arguments[argument_count++] = uh_literal(literal);
}

/* The sentence with the arguments given since the last one; until the next sentence. */
UH_DOOR(const char *, uh_door_sentence, uint32_t message)
{
    static char sentence[SENTENCE_SIZE];
    UH_ASSERT(message < UH_MESSAGE_COUNT);
    uh_phrase phrase = {.message = (uh_message)message, .count = argument_count};
    memcpy(phrase.arguments, arguments, sizeof arguments);
    (void)uh_words(uh_door_the_language(), uh_door_the_catalogue(), &phrase, sentence,
                   sizeof sentence);
    argument_count = 0;
    return sentence;
}

/* How long a text in the text buffer takes to be said, in ms. */
UH_DOOR(uint32_t, uh_door_spoken_ms, void)
{
    return uh_words_spoken_ms(uh_door_the_language(), uh_door_the_text());
}

/* -- enumerations by name, so that JavaScript need not know their numbers -- */

static const char *tone_name(uint32_t tone)
{
    return tone < UH_TONE_COUNT ? uh_tone_name((uh_tone)tone) : "";
}

static const char *bell_name(uint32_t bell)
{
    return bell == UH_BELL_NONE             ? "none"
           : bell < (uint32_t)UH_BELL_KINDS ? uh_bell_pattern_of((uh_bell)bell)->name
                                            : "";
}

static const struct {
    const char *name;
    const char *(*name_of)(uint32_t value);
} enumerations[] = {
    {"bell", bell_name},    {"event", uh_event_kind_name}, {"phase", uh_phase_name},
    {"side", uh_side_name}, {"skip", uh_skip_reason_name}, {"stop", uh_stop_reason_name},
    {"tone", tone_name},
};

/* The name of a value of the enumeration whose name is in the text buffer; "" beyond the last. */
UH_DOOR(const char *, uh_door_name, uint32_t value)
{
    for (size_t i = 0; i < UH_COUNT(enumerations); i++) {
        if (strcmp(enumerations[i].name, uh_door_the_text()) == 0) {
            return enumerations[i].name_of(value);
        }
    }
    return "";
}

/* -- bells: which ring when; JavaScript schedules them on the clock of the sound -- */

static uh_bells bells;
static double bell_times[UH_BELLS_MAX];

/* What rings for the event that was taken: uh_bell, 0 for nothing. */
UH_DOOR(uint32_t, uh_door_event_bell, void)
{
    return (uint32_t)uh_bell_for(uh_door_the_event());
}

/* Begins a pattern, which ends the one before. Returns how many bells ring from now on, and
 * uh_door_bell_times() says when; 0: what was scheduled before stays as it is. */
UH_DOOR(uint32_t, uh_door_bells_ring, uint32_t bell, double now_ms)
{
    UH_ASSERT(bell < UH_BELL_KINDS);
    const uh_boot_ms now = {uh_door_ms(now_ms)};
    /* they rang to the millisecond, whenever it is told here */
    while (uh_bells_deadline(&bells).ms <= now.ms) {
        (void)uh_bells_due(&bells, uh_bells_deadline(&bells));
    }
    const uh_bells before = bells;
    uh_bells_ring(&bells, (uh_bell)bell, now);
    if (before.bell == bells.bell && before.next == bells.next &&
        before.began.ms == bells.began.ms) {
        return 0;
    }
    uint32_t count = 0;
    uh_bells coming = bells;
    for (uh_boot_ms at = uh_bells_deadline(&coming); at.ms != UH_NEVER.ms && count < UH_BELLS_MAX;
         at = uh_bells_deadline(&coming)) {
        (void)uh_bells_due(&coming, at);
        bell_times[count++] = (double)at.ms;
    }
    return count;
}

UH_DOOR(const double *, uh_door_bell_times, void)
{
    return bell_times;
}

UH_DOOR(void, uh_door_bells_hush, void)
{
    uh_bells_hush(&bells);
}
