/* SPDX-License-Identifier: MIT */
/* example.h: a stretch of one's own to begin with, as YAML with remarks. */
#ifndef UNHUNCH_CLI_EXAMPLE_H
#define UNHUNCH_CLI_EXAMPLE_H

extern const char uh_example_stretch[];

#endif
