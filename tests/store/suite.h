/* SPDX-License-Identifier: MIT */
/* suite.h: what every store promises, as tests that know only store.h. */
#ifndef UNHUNCH_TESTS_STORE_SUITE_H
#define UNHUNCH_TESTS_STORE_SUITE_H

#include "store/store.h"

/* A store to be tested. */
typedef struct suite_store {
    const char *name;
    /* An empty one. */
    uh_store *(*open)(void);
    /* Closes it and opens it again, where it keeps anything; else gives the same one back. */
    uh_store *(*again)(uh_store *store);
    void (*close)(uh_store *store);
} suite_store;

/* Runs every test on it; the number of those that failed. */
int suite_run(const suite_store *store);

#endif
