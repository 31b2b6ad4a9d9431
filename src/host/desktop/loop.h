/* SPDX-License-Identifier: MIT */
/* loop.h: the event loop of a program that lives on a desktop: one timer, the wall clock, signals.
 *
 * It sleeps until something happens and never looks by itself. Everything else of this room hangs
 * on it, and is closed before it. */
#ifndef UNHUNCH_HOST_DESKTOP_LOOP_H
#define UNHUNCH_HOST_DESKTOP_LOOP_H

#include "unhunch/base.h"

struct sd_event;
typedef struct uh_loop uh_loop;

typedef struct uh_loop_hearing {
    void (*due)(void *user);   /* the armed moment is there */
    void (*clock)(void *user); /* the wall clock was set, or the time zone may have changed */
    /* a file of the watched folder was written, renamed or deleted */
    void (*file)(void *user, const char *name);
    void *user;
} uh_loop_hearing;

/* INT and TERM end it. UH_ERR_STATE: the system has no more descriptors. */
UH_MUST_USE uh_status uh_loop_open(const uh_loop_hearing *hearing, uh_loop **ret_loop);

/* Watches a folder for changes; where there is none yet, nothing is watched. */
void uh_loop_watch_folder(uh_loop *loop, const char *path);

/* One timer: the moment replaces the one before. */
void uh_loop_arm(uh_loop *loop, uh_boot_ms at);

/* Tells the service manager, if there is one, that the program works; then runs until a signal or
 * uh_loop_end(). */
void uh_loop_run(uh_loop *loop);
void uh_loop_end(uh_loop *loop);

void uh_loop_close(uh_loop *loop); /* NULL is fine */

/* For the rest of this room. */
struct sd_event *uh_loop_event(uh_loop *loop);

#endif
