/* SPDX-License-Identifier: MIT */
/* archive.h: all facts of any store as one database file. */
#ifndef UNHUNCH_STORE_ARCHIVE_H
#define UNHUNCH_STORE_ARCHIVE_H

#include "store/exchange.h"

/* As uh_store_archive(), by reading the store fact by fact. */
UH_MUST_USE uh_status uh_archive_write(uh_store *store, const char *path,
                                       uh_store_report *ret_report);

/* As uh_store_import_archive(), counting as uh_store_import() does. */
UH_MUST_USE uh_status uh_archive_read(uh_store *store, const char *path, uh_import *ret_import,
                                      uh_store_report *ret_report);

#endif
