/* SPDX-License-Identifier: MIT */
/* story.h: a session as text that a physiotherapist can read; docs of the form: stories/README.md.
 */
#ifndef UNHUNCH_TESTS_CORE_STORY_H
#define UNHUNCH_TESTS_CORE_STORY_H

#include <stdbool.h>
#include <stddef.h>

enum { STORY_TEXT_MAX = 64 * 1024, STORY_LINES_MAX = 2000 };

/* Reads the story in `file` (NUL-terminated text of it in `text`, which is cut into lines), plays
 * it and writes what really happens to `ret_told`, in story form. False: the story differs or
 * cannot be read; `ret_complaint` says FILE:LINE and what is wrong there. */
bool story_holds(const char *file, char *text, char ret_told[STORY_TEXT_MAX],
                 char ret_complaint[512]);

/* The text of a file, NUL-terminated; aborts where it is too long or cannot be read. */
void read_story(const char *file, char ret_text[STORY_TEXT_MAX]);

#endif
