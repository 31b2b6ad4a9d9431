/* SPDX-License-Identifier: MIT */
/* settings_show.h: the settings in force, for programs. */
#ifndef UNHUNCH_SETTINGS_SHOW_H
#define UNHUNCH_SETTINGS_SHOW_H

#include "unhunch/json.h"
#include "unhunch/settings.h"

/* {NAME: {value, source, line}, ..., follows: {goal_days, gentle}}: every setting, where its value
 * comes from (the line of config.yaml, else null), and what follows from them for this person. */
void uh_show_settings_json(uh_json *json, const uh_settings *settings, const uh_person *person,
                           const uh_screening *screening);

#endif
