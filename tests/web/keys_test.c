/* SPDX-License-Identifier: MIT */
/* Keys and tokens, in a folder of their own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "web/keys.h"

static char folder[64];
static char tokens[80];
static char keys[80];

static const uh_unix_ms now = {INT64_C(1767614400000)};

static uh_unix_ms later(int64_t ms)
{
    return (uh_unix_ms){now.ms + ms};
}

static int begin(void **state)
{
    (void)snprintf(folder, sizeof folder, "/tmp/unhunch-test-XXXXXX");
    assert_non_null(mkdtemp(folder));
    (void)snprintf(tokens, sizeof tokens, "%s/tokens", folder);
    (void)snprintf(keys, sizeof keys, "%s/keys", folder);
    return 0;
}

static int end(void **state)
{
    char command[128];
    (void)snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command); /* NOLINT(cert-env33-c): a name that we made */
}

static void the_hash_is_sha_256(void **state)
{
    char hash[UH_KEY_SIZE];
    uh_hash_bytes("abc", 3, hash); /* FIPS 180-4, appendix B.1 */
    assert_string_equal(hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void a_token_is_taken_once(void **state)
{
    char token[UH_KEY_SIZE];
    assert_int_equal(uh_token_make(tokens, now, token), UH_OK);
    assert_false(uh_token_take(tokens, now, "another"));
    assert_true(uh_token_take(tokens, now, token));
    assert_false(uh_token_take(tokens, now, token));
}

static void a_token_that_waited_ten_minutes_is_none(void **state)
{
    char token[UH_KEY_SIZE];
    assert_int_equal(uh_token_make(tokens, now, token), UH_OK);
    assert_false(uh_token_take(tokens, later(UH_TOKEN_MS + 1), token));
    assert_false(uh_token_take(tokens, now, token)); /* that was its one time */
}

static void neither_token_nor_key_stands_in_a_file(void **state)
{
    char token[UH_KEY_SIZE];
    char key[UH_KEY_SIZE];
    char command[512];
    uh_key_ring ring;
    uh_key_ring_read(keys, &ring);
    assert_int_equal(uh_token_make(tokens, now, token), UH_OK);
    assert_int_equal(uh_key_ring_add(&ring, now, key), UH_OK);
    (void)snprintf(command, sizeof command, "! grep -rqe %s -e %s '%s' && ! ls '%s' | grep -q %s",
                   token, key, folder, tokens, token);
    assert_int_equal(system(command), 0); /* NOLINT(cert-env33-c): letters and digits */
}

static void files_are_their_owners_only(void **state)
{
    char key[UH_KEY_SIZE];
    char token[UH_KEY_SIZE];
    struct stat what;
    uh_key_ring ring;
    uh_key_ring_read(keys, &ring);
    assert_int_equal(uh_key_ring_add(&ring, now, key), UH_OK);
    assert_int_equal(uh_token_make(tokens, now, token), UH_OK);
    assert_int_equal(stat(keys, &what), 0);
    assert_int_equal(what.st_mode & 0777, 0600);
    assert_int_equal(stat(tokens, &what), 0);
    assert_int_equal(what.st_mode & 0777, 0700);
}

static void a_key_is_known_for_a_year_also_after_a_restart(void **state)
{
    char key[UH_KEY_SIZE];
    uh_key_ring ring;
    uh_key_ring again;
    const int64_t year = (int64_t)UH_KEY_SECONDS * 1000;
    uh_key_ring_read(keys, &ring);
    assert_int_equal(uh_key_ring_add(&ring, now, key), UH_OK);
    uh_key_ring_read(keys, &again);
    assert_true(uh_key_ring_has(&again, later(year), key));
    assert_false(uh_key_ring_has(&again, later(year + 1), key));
    assert_false(uh_key_ring_has(&again, now, "another"));
    assert_false(uh_key_ring_has(&again, now, ""));
    assert_false(uh_key_ring_has(&again, now, again.hashes[0])); /* the hash opens nothing */
}

static void the_seventeenth_browser_makes_the_first_forgotten(void **state)
{
    char made[UH_KEYS_MAX + 1][UH_KEY_SIZE];
    uh_key_ring ring;
    uh_key_ring_read(keys, &ring);
    for (uint32_t i = 0; i <= UH_KEYS_MAX; i++) {
        assert_int_equal(uh_key_ring_add(&ring, now, made[i]), UH_OK);
    }
    assert_false(uh_key_ring_has(&ring, now, made[0]));
    for (uint32_t i = 1; i <= UH_KEYS_MAX; i++) {
        assert_true(uh_key_ring_has(&ring, now, made[i]));
    }
}

static void two_servers_keep_each_others_keys(void **state)
{
    char one[UH_KEY_SIZE];
    char other[UH_KEY_SIZE];
    uh_key_ring here;
    uh_key_ring there;
    uh_key_ring_read(keys, &here);
    uh_key_ring_read(keys, &there);
    assert_int_equal(uh_key_ring_add(&here, now, one), UH_OK);
    assert_int_equal(uh_key_ring_add(&there, now, other), UH_OK);
    uh_key_ring_read(keys, &here);
    assert_true(uh_key_ring_has(&here, now, one));
    assert_true(uh_key_ring_has(&here, now, other));
}

static void lines_that_are_none_of_ours_are_left_out(void **state)
{
    FILE *file = fopen(keys, "w");
    uh_key_ring ring;
    assert_non_null(file);
    (void)fprintf(file, "\nrubbish\nrubbish 1\n%064d 5\n%063dZ 5\n%064d", 1, 2, 3);
    (void)fclose(file);
    uh_key_ring_read(keys, &ring);
    assert_int_equal(ring.count, 1);
    assert_int_equal(ring.made[0].ms, 5);
}

static void where_nothing_can_be_kept_there_is_no_key(void **state)
{
    char key[UH_KEY_SIZE] = "as it was";
    uh_key_ring ring;
    uh_key_ring_read("/proc/nowhere/keys", &ring);
    assert_int_equal(uh_key_ring_add(&ring, now, key), UH_ERR_STATE);
    assert_string_equal(key, "as it was");
    assert_int_equal(uh_token_make("/proc/nowhere/tokens", now, key), UH_ERR_STATE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_hash_is_sha_256),
        cmocka_unit_test_setup_teardown(a_token_is_taken_once, begin, end),
        cmocka_unit_test_setup_teardown(a_token_that_waited_ten_minutes_is_none, begin, end),
        cmocka_unit_test_setup_teardown(neither_token_nor_key_stands_in_a_file, begin, end),
        cmocka_unit_test_setup_teardown(files_are_their_owners_only, begin, end),
        cmocka_unit_test_setup_teardown(a_key_is_known_for_a_year_also_after_a_restart, begin, end),
        cmocka_unit_test_setup_teardown(the_seventeenth_browser_makes_the_first_forgotten, begin,
                                        end),
        cmocka_unit_test_setup_teardown(two_servers_keep_each_others_keys, begin, end),
        cmocka_unit_test_setup_teardown(lines_that_are_none_of_ours_are_left_out, begin, end),
        cmocka_unit_test_setup_teardown(where_nothing_can_be_kept_there_is_no_key, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
