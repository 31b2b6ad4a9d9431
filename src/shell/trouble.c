/* SPDX-License-Identifier: MIT */
#include "shell/trouble.h"

uh_message uh_trouble_message(uh_store_trouble trouble)
{
    static const uh_message messages[] = {
        [UH_STORE_SOUND] = UH_MSG_KEEP_SOUND,     [UH_STORE_READ_ONLY] = UH_MSG_KEEP_READ_ONLY,
        [UH_STORE_FULL] = UH_MSG_KEEP_FULL,       [UH_STORE_BUSY] = UH_MSG_KEEP_BUSY,
        [UH_STORE_FAILING] = UH_MSG_KEEP_FAILING, [UH_STORE_NEWER] = UH_MSG_KEEP_NEWER,
        [UH_STORE_FOREIGN] = UH_MSG_KEEP_FOREIGN, [UH_STORE_RESTORED] = UH_MSG_KEEP_RESTORED,
        [UH_STORE_LOST] = UH_MSG_KEEP_LOST,       [UH_STORE_NOWHERE] = UH_MSG_KEEP_NOWHERE,
    };
    return messages[trouble];
}
