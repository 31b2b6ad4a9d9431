/* SPDX-License-Identifier: MIT */
/* door.h: how a function is offered to JavaScript. */
#ifndef UNHUNCH_WASM_DOOR_H
#define UNHUNCH_WASM_DOOR_H

#define UH_DOOR(type, name, ...)                                                                   \
    type name(__VA_ARGS__);                                                                        \
    __attribute__((export_name(#name))) type name(__VA_ARGS__)

#endif
