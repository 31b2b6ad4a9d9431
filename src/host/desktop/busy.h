/* SPDX-License-Identifier: MIT */
/* busy.h: is this moment free? Looked at only when somebody asks; nothing is watched. */
#ifndef UNHUNCH_HOST_DESKTOP_BUSY_H
#define UNHUNCH_HOST_DESKTOP_BUSY_H

#include "host/desktop/buses.h"

typedef struct uh_busy_look uh_busy_look;

typedef struct uh_busy_question {
    const char *command; /* the person's own; "" none */
    /* Once, within five seconds, or at once where there is nobody to wait for: bit set of uh_busy.
     * Whoever does not answer is not busy. */
    void (*seen)(void *user, uint32_t busy);
    void *user;
} uh_busy_question;

/* NULL: it has answered already, or there is no memory, and nobody answers. */
uh_busy_look *uh_busy_look_open(uh_loop *loop, uh_buses *buses, const uh_busy_question *question);

/* Gives up the question without an answer. NULL is fine; after the answer it is gone by itself. */
void uh_busy_look_close(uh_busy_look *look);

/* -- single looks, which take no time -- */

/* Something records sound: ALSA's /proc/asound below `root`, "" for the real one. */
bool uh_busy_microphone(const char *root);

/* A program of this person holds a camera open: /proc and /dev/video* below `root`. */
bool uh_busy_camera(const char *root);

/* There is a battery and no mains: /sys/class/power_supply below `root`. */
bool uh_busy_battery(const char *root);

/* The active window of the X display fills the screen. False where there is no display. */
bool uh_busy_full_screen(void);

#endif
