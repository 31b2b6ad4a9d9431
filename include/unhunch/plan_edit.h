/* SPDX-License-Identifier: MIT */
/* plan_edit.h: a plan with what the person wants of it, and routines for who asks by name.
 *
 * Whatever is wished for, the gate has the last word, and form and dose are those that the planner
 * would give. */
#ifndef UNHUNCH_PLAN_EDIT_H
#define UNHUNCH_PLAN_EDIT_H

#include "unhunch/planner.h"
#include "unhunch/settings.h"

/* Bit sets of exercise indices. What is in both is put in. */
typedef struct uh_plan_edits {
    uint32_t left_out[UH_EXERCISES_MAX / 32];
    uint32_t put_in[UH_EXERCISES_MAX / 32];
} uh_plan_edits;

void uh_plan_leave_out(uh_plan_edits *edits, uint32_t exercise);
void uh_plan_put_in(uh_plan_edits *edits, uint32_t exercise);
bool uh_plan_is_left_out(const uh_plan_edits *edits, uint32_t exercise);
bool uh_plan_is_put_in(const uh_plan_edits *edits, uint32_t exercise);

/* What became of what was put in: those that may not be done here and now, and why. */
typedef struct uh_plan_refused {
    uint32_t count;
    struct {
        uint32_t exercise;
        uh_plan_reason reason; /* also in the plan */
        uh_phrase why;
    } items[UH_ROUTINE_MAX];
} uh_plan_refused;

/* As uh_plan_make(), with the edits: what is put in comes first, what is chosen beside it has the
 * minutes that are left, and what would not go together with what was put in stays out. Where what
 * was put in takes longer than the minutes, the plan is as long as that. Where nothing may be done,
 * or nothing that was put in and nothing else fits, it answers as uh_plan_make() does without it.
 */
UH_MUST_USE uh_status uh_plan_make_edited(const uh_catalogue *catalogue, const uh_person *person,
                                          const uh_screening *screening, const uh_history *history,
                                          const uh_plan_request *request,
                                          const uh_plan_edits *edits, uh_plan_workspace *workspace,
                                          uh_plan_refused *ret_refused, uh_plan *ret_plan);

/* -- by name -- */

/* Which form is meant by who only named a stretch: they did not say that their chair cannot roll,
 * so a form for any chair comes first unless a sturdy one is among what they have (D-07).
 * `equipment`: what was said to be there for this once; 0: nothing was. */
uint32_t uh_named_form(const uh_catalogue *catalogue, const uh_person *person,
                       const uh_screening *screening, const uh_settings *settings,
                       uint32_t equipment, uh_context context, uint32_t exercise);

/* For whom, where something is asked for by name: to ask for it is to say that what it needs is
 * there. Who says what is there (`equipment`, not 0), or where they are (`is_placed`), is taken at
 * their word instead. What nobody is given unasked (the roller, AMB-18) a name does not agree to.
 */
uh_person uh_named_person(const uh_person *person, uint32_t equipment, bool is_named,
                          bool is_placed);

/* -- unasked -- */

/* What is shown and played where nobody asked for minutes, a place, things or names: every shell
 * asks for it here, so that what is shown is what is played. `request` is the usual one of the
 * settings.
 *
 * As long as it is the very first session (uh_history_is_new()) it is a small one: relief within a
 * minute, sitting where one sits (D-27). Where one of its two stretches is not for this person the
 * other is enough. Where both are not, or would take longer than is usual, and ever after, it is as
 * uh_plan_make().
 */
UH_MUST_USE uh_status uh_plan_make_unasked(const uh_catalogue *catalogue, const uh_person *person,
                                           const uh_screening *screening,
                                           const uh_settings *settings, const uh_history *history,
                                           const uh_plan_request *request,
                                           uh_plan_workspace *workspace, uh_plan *ret_plan);

#endif
