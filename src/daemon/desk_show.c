/* SPDX-License-Identifier: MIT */
/* desk_show.c: what the schedule offers, as a notification, and the answers to it. */
#include <stdio.h>
#include <string.h>

#include "daemon/desk.h"
#include "host/clock.h"

enum {
    TEXT_SIZE = 512,
    LABEL_SIZE = 64,
    MINUTE_MS = 60000,
    LATER_MINUTES = 5,
    SHOWN_MS = 60000 /* an offer that asks for a decision; a quiet one as long as is usual */
};

static const char key_start[] = "start";
static const char key_later[] = "later";
static const char key_skip[] = "skip";
static const char key_done[] = "done";

/* A notification on its way, and the texts that it borrows. */
typedef struct draft {
    const uh_desk *desk;
    uh_notice notice;
    char title[TEXT_SIZE], body[TEXT_SIZE], hint[TEXT_SIZE];
    char labels[UH_NOTICE_ACTIONS_MAX][LABEL_SIZE];
} draft;

static void say(const draft *to, uh_phrase phrase, char *out, size_t size)
{
    (void)uh_words(to->desk->language, NULL, &phrase, out, size);
}

static void add_action(draft *to, const char *key, uh_phrase label)
{
    const uint32_t index = to->notice.action_count++;
    say(to, label, to->labels[index], LABEL_SIZE);
    to->notice.actions[index].key = key;
    to->notice.actions[index].label = to->labels[index];
}

static int64_t minutes(int64_t ms)
{
    return ms / MINUTE_MS; /* whole ones, as the status has them */
}

/* -- each kind of offer -- */

static void write_texts(draft *to, uh_phrase title, uh_phrase body)
{
    say(to, title, to->title, sizeof to->title);
    say(to, body, to->body, sizeof to->body);
}

/* A stretch that cannot be offered today is a walk: that is always possible. */
static uh_prompt offered(const uh_desk *desk)
{
    const uh_prompt prompt = desk->prompt.prompt;
    const bool without = (prompt == UH_PROMPT_STRETCH && desk->offer.stretch[0] == '\0') ||
                         (prompt == UH_PROMPT_LONG && desk->offer.long_minutes == 0);
    return without ? UH_PROMPT_STAND : prompt;
}

static void write_offer(draft *to, uh_prompt prompt)
{
    const uh_offer *offer = &to->desk->offer;
    const uh_argument sat = uh_number(minutes(to->desk->prompt.sitting_ms));
    switch (prompt) {
    case UH_PROMPT_STAND:
        write_texts(to, uh_say1(UH_MSG_DESK_STAND_TITLE, sat), uh_say(UH_MSG_DESK_STAND));
        break;
    case UH_PROMPT_STRETCH:
        write_texts(to, uh_say1(UH_MSG_DESK_STRETCH_TITLE, uh_literal(offer->name)),
                    uh_say2(UH_MSG_DESK_STRETCH, sat, uh_number(offer->seconds)));
        to->notice.picture = offer->picture[0] != '\0' ? offer->picture : NULL;
        break;
    case UH_PROMPT_LONG:
        write_texts(to, uh_say1(UH_MSG_DESK_LONG_TITLE, uh_number(offer->long_minutes)),
                    uh_say1(UH_MSG_DESK_LONG, sat));
        break;
    case UH_PROMPT_POSTURE:
    case UH_PROMPT_COUNT:
        write_texts(to, uh_say(UH_MSG_DESK_POSTURE_TITLE), uh_say(UH_MSG_DESK_POSTURE));
        break;
    }
    if (offer->settings.discreet != 0) { /* for whoever looks over the shoulder */
        write_texts(to, uh_say(UH_MSG_DESK_NEUTRAL_TITLE), uh_say1(UH_MSG_DESK_NEUTRAL, sat));
        to->notice.picture = NULL;
    }
}

static void add_answers(draft *to, uh_prompt prompt)
{
    static const uh_message starts[UH_PROMPT_COUNT + 1] = {
        [UH_PROMPT_STAND] = UH_MSG_DESK_GOING,   [UH_PROMPT_STRETCH] = UH_MSG_DESK_START,
        [UH_PROMPT_LONG] = UH_MSG_DESK_START,    [UH_PROMPT_POSTURE] = UH_MSG_DESK_SHIFTED,
        [UH_PROMPT_COUNT] = UH_MSG_DESK_SHIFTED,
    };
    add_action(to, key_start, uh_say(starts[prompt]));
    if (prompt != UH_PROMPT_POSTURE) {
        add_action(to, key_later, uh_say1(UH_MSG_DESK_LATER, uh_number(LATER_MINUTES)));
        add_action(to, key_skip, uh_say(UH_MSG_DESK_SKIP));
    }
}

void uh_desk_show(uh_desk *desk)
{
    const uh_prompt prompt = offered(desk);
    const bool confirms = desk->prompt.kind == UH_SCHEDULE_CONFIRM;
    draft to = {.desk = desk};
    desk->stretch_as_text = false;
    if (desk->notices == NULL) {
        return; /* it stands in the status until somebody asks, or walks */
    }
    if (confirms) {
        write_texts(&to, uh_say1(UH_MSG_DESK_CONFIRM_TITLE, uh_number(desk->prompt.put_offs)),
                    uh_say(UH_MSG_DESK_CONFIRM));
    } else {
        write_offer(&to, prompt);
    }
    add_answers(&to, prompt);
    say(&to,
        uh_say3(UH_MSG_DESK_WITHOUT_BUTTONS, uh_literal("unhunch break start"),
                uh_literal("unhunch break snooze"), uh_literal("unhunch break skip")),
        to.hint, sizeof to.hint);
    to.notice.title = to.title;
    to.notice.body = to.body;
    to.notice.without_actions = to.hint;
    to.notice.quiet = desk->prompt.quiet;
    to.notice.expire_ms = desk->prompt.quiet ? UH_NOTICE_USUAL : SHOWN_MS;
    uh_notices_show(desk->notices, &to.notice);
}

void uh_desk_show_steps(uh_desk *desk)
{
    const uh_offer *offer = &desk->offer;
    draft to = {.desk = desk};
    if (desk->notices == NULL) {
        return;
    }
    desk->stretch_as_text = true;
    to.notice.title = offer->name;
    to.notice.body = offer->text;
    to.notice.picture =
        offer->picture[0] != '\0' && offer->settings.discreet == 0 ? offer->picture : NULL;
    to.notice.expire_ms = UH_NOTICE_STAYS;
    add_action(&to, key_done, uh_say(UH_MSG_DESK_DONE));
    uh_notices_show(desk->notices, &to.notice);
}

void uh_desk_withdraw(uh_desk *desk)
{
    desk->wants_notice = false;
    if (desk->notices != NULL) {
        uh_notices_withdraw(desk->notices);
    }
}

/* -- answers -- */

/* Whoever starts a stretch that is not there today stands up instead. */
static uh_schedule_input start_input(const uh_desk *desk)
{
    if (offered(desk) == UH_PROMPT_STAND && desk->prompt.prompt != UH_PROMPT_STAND) {
        return (uh_schedule_input){.kind = UH_TELL_SKIP, .reason = UH_SKIP_DONE_ALREADY};
    }
    return (uh_schedule_input){.kind = UH_TELL_START};
}

static void on_action(void *user, const char *key)
{
    uh_desk *desk = user;
    if (strcmp(key, key_done) == 0 || (desk->stretch_as_text && strcmp(key, "default") == 0)) {
        desk->stretch_as_text = false;
        (void)uh_desk_tell(desk, (uh_schedule_input){.kind = UH_TELL_DONE});
    } else if (strcmp(key, key_later) == 0) {
        (void)uh_desk_tell(desk, (uh_schedule_input){.kind = UH_TELL_SNOOZE,
                                                     .length_ms = LATER_MINUTES * MINUTE_MS});
    } else if (strcmp(key, key_skip) == 0) {
        (void)uh_desk_tell(desk,
                           (uh_schedule_input){.kind = UH_TELL_SKIP, .reason = UH_SKIP_NOT_NOW});
    } else {
        (void)uh_desk_tell(desk, start_input(desk));
    }
}

/* The text of a stretch that was closed has been read: the stretch was done, or was not wanted. */
static void on_closed(void *user)
{
    uh_desk *desk = user;
    if (desk->stretch_as_text) {
        desk->stretch_as_text = false;
        return;
    }
    (void)uh_desk_tell(desk, (uh_schedule_input){.kind = UH_TELL_CLOSED});
}

static void on_expired(void *user)
{
    uh_desk *desk = user;
    desk->stretch_as_text = false;
    (void)uh_desk_tell(desk, (uh_schedule_input){.kind = UH_TELL_EXPIRED});
}

static void on_failed(void *user, const char *why)
{
    uh_desk *desk = user;
    uh_desk_log_once(desk, UH_TROUBLE_NOTIFICATIONS,
                     uh_say1(UH_MSG_DESK_NO_SERVER, uh_literal(why)));
    on_expired(desk);
}

const uh_notices_hearing uh_desk_notices_hearing = {on_action, on_closed, on_expired, on_failed,
                                                    NULL};
