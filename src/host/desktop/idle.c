/* SPDX-License-Identifier: MIT */
#include "host/desktop/idle_inside.h"

#include <stdlib.h>

#include "host/clock.h"

struct uh_idle {
    uh_loop *loop;
    uh_buses *buses;
    uh_idle_hearing hearing;
    uh_idle_source source;
    void *inside;
    int64_t ms[UH_IDLE_WATCHES];
    bool idle[UH_IDLE_WATCHES];
};

static const uh_idle_row *row_of(uh_idle_source source)
{
    static const uh_idle_row *const rows[UH_IDLE_COUNT] = {
#ifdef UH_HAVE_WAYLAND
        [UH_IDLE_WAYLAND] = &uh_idle_wayland,
#ifdef UH_HAVE_KDE_IDLE
        [UH_IDLE_KDE] = &uh_idle_kde,
#endif
#endif
        [UH_IDLE_MUTTER] = &uh_idle_mutter,
#ifdef UH_HAVE_X11
        [UH_IDLE_X11] = &uh_idle_x11,
#endif
        [UH_IDLE_LOGIND] = &uh_idle_logind,
    };
    return rows[source];
}

static bool is_wayland(void)
{
    const char *display = getenv("WAYLAND_DISPLAY");
    return display != NULL && display[0] != '\0';
}

static bool try_source(uh_idle *idle, uh_idle_source source)
{
    const uh_idle_row *row = row_of(source);
    idle->inside = row != NULL ? row->open(idle) : NULL;
    idle->source = idle->inside != NULL ? source : UH_IDLE_NONE;
    return idle->inside != NULL;
}

static void choose(uh_idle *idle, uh_idle_source wanted)
{
    if (wanted != UH_IDLE_AUTO) {
        (void)try_source(idle, wanted);
        return;
    }
    for (uh_idle_source source = UH_IDLE_AUTO + 1; source < UH_IDLE_NONE; source++) {
        if (source == UH_IDLE_X11 && is_wayland()) {
            continue;
        }
        if (try_source(idle, source)) {
            return;
        }
    }
}

uh_idle *uh_idle_open(uh_loop *loop, uh_buses *buses, uh_idle_source wanted,
                      const uh_idle_hearing *hearing)
{
    uh_idle *idle = calloc(1, sizeof *idle);
    if (idle != NULL) {
        *idle =
            (uh_idle){.loop = loop, .buses = buses, .hearing = *hearing, .source = UH_IDLE_NONE};
        choose(idle, wanted);
    }
    return idle;
}

uh_idle_source uh_idle_source_of(const uh_idle *idle)
{
    return idle->source;
}

void uh_idle_set(uh_idle *idle, uh_idle_watch watch, int64_t ms)
{
    if (idle->ms[watch] == ms) {
        return;
    }
    idle->ms[watch] = ms;
    idle->idle[watch] = false;
    if (idle->inside != NULL) {
        row_of(idle->source)->set(idle->inside, watch, ms);
    }
}

void uh_idle_close(uh_idle *idle)
{
    if (idle == NULL) {
        return;
    }
    if (idle->inside != NULL) {
        row_of(idle->source)->close(idle->inside);
    }
    free(idle);
}

/* -- what a source says -- */

uh_loop *uh_idle_loop(const uh_idle *idle)
{
    return idle->loop;
}

uh_buses *uh_idle_buses(const uh_idle *idle)
{
    return idle->buses;
}

void uh_idle_is_idle(uh_idle *idle, uh_idle_watch watch)
{
    if (idle->ms[watch] > 0 && !idle->idle[watch]) {
        idle->idle[watch] = true;
        const uh_boot_ms since = {uh_clock_boot().ms - idle->ms[watch]};
        idle->hearing.idle(idle->hearing.user, watch, since);
    }
}

/* Both watches end by the same input, which is told once. */
void uh_idle_is_active(uh_idle *idle)
{
    bool was_idle = false;
    for (uint32_t watch = 0; watch < UH_IDLE_WATCHES; watch++) {
        was_idle = was_idle || idle->idle[watch];
        idle->idle[watch] = false;
    }
    if (was_idle) {
        idle->hearing.active(idle->hearing.user);
    }
}

void uh_idle_is_lost(uh_idle *idle)
{
    idle->hearing.lost(idle->hearing.user);
}
