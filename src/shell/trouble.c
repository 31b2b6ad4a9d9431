/* SPDX-License-Identifier: MIT */
#include "shell/trouble.h"

uh_message uh_trouble_message(uh_store_trouble trouble, bool goes_on)
{
    static const struct {
        uh_message ends;
        uh_message goes_on;
    } messages[] = {
        [UH_STORE_SOUND] = {UH_MSG_KEEP_SOUND, UH_MSG_KEEP_SOUND},
        [UH_STORE_READ_ONLY] = {UH_MSG_HISTORY_READ_ONLY, UH_MSG_KEEP_READ_ONLY},
        [UH_STORE_FULL] = {UH_MSG_HISTORY_FULL, UH_MSG_KEEP_FULL},
        [UH_STORE_BUSY] = {UH_MSG_HISTORY_BUSY, UH_MSG_KEEP_BUSY},
        [UH_STORE_FAILING] = {UH_MSG_HISTORY_FAILING, UH_MSG_KEEP_FAILING},
        [UH_STORE_NEWER] = {UH_MSG_KEEP_NEWER, UH_MSG_KEEP_NEWER},
        [UH_STORE_FOREIGN] = {UH_MSG_KEEP_FOREIGN, UH_MSG_KEEP_FOREIGN},
        [UH_STORE_RESTORED] = {UH_MSG_KEEP_RESTORED, UH_MSG_KEEP_RESTORED},
        [UH_STORE_LOST] = {UH_MSG_KEEP_LOST, UH_MSG_KEEP_LOST},
        [UH_STORE_NOWHERE] = {UH_MSG_HISTORY_NOWHERE, UH_MSG_KEEP_NOWHERE},
    };
    return goes_on ? messages[trouble].goes_on : messages[trouble].ends;
}

uh_phrase uh_trouble_of_purge(const uh_store_report *report)
{
    if (report->trouble == UH_STORE_BUSY) {
        return uh_say(UH_MSG_LOG_PURGE_BUSY);
    }
    const bool has_words = report->detail[0] != '\0';
    return uh_say1(UH_MSG_LOG_PURGE_FAILED,
                   has_words ? uh_literal(report->detail)
                             : uh_message_argument(uh_trouble_message(report->trouble, false)));
}
