/* SPDX-License-Identifier: MIT */
/* Any bytes as a config.yaml and as typed values: settings that can be written and read again, or
 * mistakes with places inside the file. */
#include <stdlib.h>
#include <string.h>

#include "unhunch/config.h"
#include "unhunch/fact.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool condition)
{
    if (!condition) {
        abort();
    }
}

/* Every value can be kept, and read back as what it is. */
static void check_round_trip(const uh_settings *settings)
{
    uh_settings again = uh_settings_usual();
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        uh_fact fact = {.kind = UH_FACT_SETTING};
        const uh_fact_field *bad = NULL;
        char text[UH_SETTING_VALUE_SIZE];
        const char *name = uh_setting_row_of(setting)->name;
        memcpy(fact.is.setting.name, name, strlen(name) + 1);
        expect(uh_settings_text(settings, setting, fact.is.setting.value) < sizeof text);
        expect(uh_fact_check(&fact, &bad) == UH_OK);
        uh_settings_take(&again, &fact);
        (void)uh_settings_text(&again, setting, text);
        expect(strcmp(text, fact.is.setting.value) == 0);
    }
}

static void check_value(const char *value)
{
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        uh_settings settings = uh_settings_usual();
        const uh_setting_problem problem =
            uh_settings_put(&settings, NULL, setting, value, UH_SOURCE_STORED, 0);
        expect(problem.at + problem.length <= strlen(value));
        if (problem.fault == UH_SETTING_GOOD) {
            check_round_trip(&settings);
        }
    }
}

static void check_file(const uint8_t *data, size_t size)
{
    uh_settings settings = uh_settings_usual();
    uh_binder *binder = uh_binder_open();
    expect(binder != NULL);
    const uh_status status = uh_config_read(binder, "config.yaml", data, size, NULL, &settings);
    expect(status == UH_OK || status == UH_ERR_FORMAT);
    expect((uh_binder_diagnostic_count(binder) == 0) == (status == UH_OK));
    for (uint32_t i = 0; i < uh_binder_diagnostic_count(binder); i++) {
        expect(uh_binder_diagnostic(binder, i)->line <= size + 2);
    }
    check_round_trip(&settings);
    uh_binder_close(binder);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char value[UH_SETTING_VALUE_SIZE * 2] = {0};
    memcpy(value, data, size < sizeof value - 1 ? size : sizeof value - 1);
    check_value(value);
    check_file(data, size);
    return 0;
}
