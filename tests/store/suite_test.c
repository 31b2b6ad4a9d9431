/* SPDX-License-Identifier: MIT */
/* One suite, every store. */
#include <stddef.h>

#include "store/made.h"
#include "store/suite.h"

static const uh_unix_ms now = {MADE_NOON_MS};

static uh_store *open_memory(void)
{
    uh_store *store = NULL;
    return uh_store_open_memory(&store) == UH_OK ? store : NULL;
}

static uh_store *same(uh_store *store)
{
    return store;
}

static uh_store *open_file(void)
{
    uh_store *store = NULL;
    uh_store_report report;
    const uh_status status = uh_store_open(made_path("unhunch"), now, &report, &store);
    return status == UH_OK && report.trouble == UH_STORE_SOUND ? store : NULL;
}

static uh_store *open_new_file(void)
{
    (void)made_folder();
    return open_file();
}

static uh_store *open_again(uh_store *store)
{
    uh_store_close(store);
    return open_file();
}

static void close_file(uh_store *store)
{
    uh_store_close(store);
    made_folder_end();
}

int main(void)
{
    static const suite_store stores[] = {
        {"memory", open_memory, same, uh_store_close},
        {"sqlite", open_new_file, open_again, close_file},
    };
    int failed = 0;
    for (size_t i = 0; i < UH_COUNT(stores); i++) {
        failed += suite_run(&stores[i]);
    }
    return failed;
}
