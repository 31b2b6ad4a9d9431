/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "web/gate.h"

#define OURS "127.0.0.1:8648"
#define ORIGIN "http://127.0.0.1:8648"

/* A request that comes in; each case changes one thing about it. */
static uh_head head_of(const char *method, const char *target)
{
    return (uh_head){
        .method = method, .target = target, .fields = {[UH_FIELD_HOST] = OURS}, .has_key = true};
}

static uh_gate_verdict judge(const uh_head *head)
{
    const uh_own_address own = uh_own_address_at(8648);
    uh_gate_verdict verdict;
    uh_gate_judge(&own, head, &verdict);
    return verdict;
}

static uh_problem problem_of(const uh_head *head)
{
    const uh_gate_verdict verdict = judge(head);
    return verdict.kind == UH_VERDICT_REFUSE ? verdict.problem : UH_PROBLEM_NONE;
}

/* -- targets -- */

static void a_target_is_taken_apart_once(void **state)
{
    uh_target target;
    assert_int_equal(uh_target_read("/api/v1/export/csv?kind=set&from=2026%2d01-05&", &target),
                     UH_OK);
    assert_string_equal(uh_target_path(&target), "/api/v1/export/csv");
    assert_string_equal(uh_target_value(&target, "kind"), "set");
    assert_string_equal(uh_target_value(&target, "from"), "2026-01-05");
    assert_null(uh_target_value(&target, "to"));
    assert_int_equal(uh_target_read("/?token", &target), UH_OK);
    assert_string_equal(uh_target_value(&target, "token"), "");
}

static void a_target_that_plays_tricks_is_none(void **state)
{
    static const char *const bad[] = {
        "",           "x",
        "//",         "/a//b",
        "/.",         "/..",
        "/a/../b",    "/%2e%2e/b",
        "/a%2fb",     "/a%00b",
        "/a%",        "/a%4",
        "/a%zz",      "/a\\b",
        "/a%5cb",     "/a\nb",
        "/\xc3\xa4",  "/%c3%a4",
        "/a?b#c",     "/a#b",
        "/a?b=1&b=2", "/a?b&b",
        "/a?b=%01",   "http://x/",
        "*",          "/?1&2&3&4&5&6&7&8&9",
        "/a/./b",     "/a%7f",
    };
    for (size_t i = 0; i < UH_COUNT(bad); i++) {
        uh_target target;
        if (uh_target_read(bad[i], &target) != UH_ERR_FORMAT) {
            fail_msg("taken: %s", bad[i]);
        }
    }
    char text[UH_TARGET_MAX + 2];
    uh_target target;
    memset(text, 'a', sizeof text);
    text[0] = '/';
    text[UH_TARGET_MAX + 1] = '\0';
    assert_int_equal(uh_target_read(text, &target), UH_ERR_RANGE);
    text[UH_TARGET_MAX] = '\0';
    assert_int_equal(uh_target_read(text, &target), UH_ERR_RANGE);
    text[UH_TARGET_MAX - 1] = '\0';
    assert_int_equal(uh_target_read(text, &target), UH_OK);
}

/* -- where it comes from -- */

static void only_our_own_page_and_nobodys_page_come_in(void **state)
{
    static const struct {
        const char *origin;
        const char *site;
        bool comes_in;
    } cases[] = {
        {NULL, NULL, true}, /* no browser */
        {NULL, "none", true},
        {ORIGIN, "same-origin", true},
        {ORIGIN, NULL, true},
        {NULL, "same-site", false}, /* another port of this machine */
        {NULL, "cross-site", false},
        {NULL, "", false},
        {NULL, "None", false},
        {"http://127.0.0.1:8649", "same-site", false},
        {"http://127.0.0.1:8649", NULL, false},
        {"http://localhost:8648", NULL, false},
        {"https://127.0.0.1:8648", NULL, false},
        {"http://127.0.0.1:86480", NULL, false},
        {"http://127.0.0.1:8648/", NULL, false},
        {"null", NULL, false},
        {"", NULL, false},
        {ORIGIN, "cross-site", false},
    };
    static const char *const targets[] = {"/", "/app.css", "/api/v1/today"};
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        for (size_t t = 0; t < UH_COUNT(targets); t++) {
            uh_head head = head_of("GET", targets[t]);
            head.fields[UH_FIELD_ORIGIN] = cases[i].origin;
            head.fields[UH_FIELD_SEC_FETCH_SITE] = cases[i].site;
            const uh_problem problem = problem_of(&head);
            assert_int_equal(problem, cases[i].comes_in ? UH_PROBLEM_NONE : UH_PROBLEM_ORIGIN);
        }
    }
}

static void a_typed_address_only_reads(void **state)
{
    uh_head head = head_of("DELETE", "/api/v1/facts/018f6b2e-0000-7000-8000-000000000000");
    assert_int_equal(problem_of(&head), UH_PROBLEM_NONE);
    head.fields[UH_FIELD_SEC_FETCH_SITE] = "none";
    assert_int_equal(problem_of(&head), UH_PROBLEM_ORIGIN);
}

static void only_our_exact_host_leads_here(void **state)
{
    static const char *const others[] = {"127.0.0.1",       "127.0.0.1:8649",  "localhost",
                                         "127.0.0.1:8648.", "evil.example",    "",
                                         "[::1]:8648",      "127.0.0.1:08648", "LOCALHOST:8648"};
    for (size_t i = 0; i < UH_COUNT(others); i++) {
        uh_head head = head_of("GET", "/");
        head.fields[UH_FIELD_HOST] = others[i];
        assert_int_equal(problem_of(&head), UH_PROBLEM_HOST);
    }
    uh_head head = head_of("GET", "/");
    head.fields[UH_FIELD_HOST] = NULL;
    assert_int_equal(problem_of(&head), UH_PROBLEM_HOST);
}

static void a_typed_localhost_is_sent_on_and_asks_for_nothing(void **state)
{
    uh_head head = head_of("GET", "/?token=1");
    head.fields[UH_FIELD_HOST] = "localhost:8648";
    assert_int_equal(judge(&head).kind, UH_VERDICT_SEND_ON);
    head.target = "/api/v1/today";
    assert_int_equal(problem_of(&head), UH_PROBLEM_HOST);
}

static void a_field_that_comes_twice_is_refused(void **state)
{
    uh_head head = head_of("GET", "/");
    head.is_doubled = true;
    assert_int_equal(problem_of(&head), UH_PROBLEM_HEAD);
}

/* -- who -- */

static void every_route_but_files_needs_the_key(void **state)
{
    for (uh_route route = UH_ROUTE_HELLO; route < UH_ROUTE_COUNT; route++) {
        assert_true(uh_route_row_of(route)->needs_key);
    }
    uh_head head = head_of("GET", "/api/v1/today");
    head.has_key = false;
    assert_int_equal(problem_of(&head), UH_PROBLEM_NO_KEY);
    head.target = "/index.html";
    assert_int_equal(problem_of(&head), UH_PROBLEM_NONE);
}

static void the_opened_address_is_looked_at_for_its_token(void **state)
{
    uh_head head = head_of("GET", "/?token=1");
    head.has_key = false;
    assert_int_equal(judge(&head).kind, UH_VERDICT_ADMIT);
    head.target = "/app.js?token=1";
    assert_int_equal(judge(&head).kind, UH_VERDICT_ANSWER);
    head.fields[UH_FIELD_SEC_FETCH_SITE] = "cross-site";
    head.target = "/?token=1";
    assert_int_equal(problem_of(&head), UH_PROBLEM_ORIGIN);
}

/* -- routes -- */

static void every_route_is_found_by_its_own_pattern(void **state)
{
    for (uh_route route = UH_ROUTE_HELLO; route < UH_ROUTE_COUNT; route++) {
        char path[128];
        const uh_route_row *row = uh_route_row_of(route);
        const size_t fixed = strcspn(row->pattern, "{");
        const char *open = strstr(row->pattern, "{uuid}") != NULL
                               ? "018f6b2e-0000-7000-8000-000000000000"
                           : row->pattern[fixed] != '\0' ? "some-word"
                                                         : "";
        memcpy(path, row->pattern, fixed);
        memcpy(path + fixed, open, strlen(open) + 1);
        uh_route_match match;
        assert_int_equal(uh_route_find(row->method, path, &match), UH_OK);
        assert_int_equal(match.route, route);
        assert_string_equal(match.segment, open);
    }
}

static void other_paths_and_methods_are_told_apart(void **state)
{
    static const struct {
        const char *method;
        const char *target;
        uh_problem problem;
    } cases[] = {
        {"GET", "/api", UH_PROBLEM_NOT_FOUND},
        {"GET", "/api/v1", UH_PROBLEM_NOT_FOUND},
        {"GET", "/api/v1/", UH_PROBLEM_NOT_FOUND},
        {"GET", "/api/v2/today", UH_PROBLEM_NOT_FOUND},
        {"GET", "/api/v1/today/", UH_PROBLEM_NOT_FOUND},
        {"GET", "/api/v1/todayx", UH_PROBLEM_NOT_FOUND},
        {"PUT", "/api/v1/sessions/1", UH_PROBLEM_NOT_FOUND},
        {"PUT", "/api/v1/sessions/018F6B2E-0000-7000-8000-000000000000", UH_PROBLEM_NOT_FOUND},
        {"GET", "/api/v1/export/", UH_PROBLEM_NOT_FOUND},
        {"GET", "/api/v1/advice/a/b", UH_PROBLEM_NOT_FOUND},
        {"POST", "/api/v1/today", UH_PROBLEM_METHOD},
        {"DELETE", "/", UH_PROBLEM_METHOD},
        {"POST", "/index.html", UH_PROBLEM_METHOD},
        {"PATCH", "/api/v1/facts", UH_PROBLEM_METHOD},
        {"TRACE", "/", UH_PROBLEM_METHOD},
        {"get", "/", UH_PROBLEM_METHOD},
        {"GET", "/api/v1/today?days=1", UH_PROBLEM_QUERY},
        {"GET", "/api/v1/progress?days=1", UH_PROBLEM_NONE}, /* the number is the route's */
        {"HEAD", "/api/v1/today", UH_PROBLEM_NONE},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        const uh_head head = head_of(cases[i].method, cases[i].target);
        if (problem_of(&head) != cases[i].problem) {
            fail_msg("%s %s: %d", cases[i].method, cases[i].target, (int)problem_of(&head));
        }
    }
    const uh_head head = head_of("PATCH", "/api/v1/facts");
    assert_int_equal(judge(&head).match.allowed, 1U << UH_METHOD_GET | 1U << UH_METHOD_POST);
}

/* -- bodies -- */

static void a_body_is_judged_before_it_comes(void **state)
{
    static const struct {
        const char *method;
        const char *target;
        const char *length;
        const char *coding;
        const char *media;
        uh_problem problem;
    } cases[] = {
        {"POST", "/api/v1/plan", "2", NULL, "application/json", UH_PROBLEM_NONE},
        {"POST", "/api/v1/plan", "2", NULL, "application/json; charset=utf-8", UH_PROBLEM_NONE},
        {"POST", "/api/v1/plan", NULL, "chunked", "application/json", UH_PROBLEM_NONE},
        {"POST", "/api/v1/plan", "2", NULL, "text/plain", UH_PROBLEM_MEDIA},
        {"POST", "/api/v1/plan", "2", NULL, NULL, UH_PROBLEM_MEDIA},
        {"POST", "/api/v1/plan", "2", NULL, "", UH_PROBLEM_MEDIA},
        {"POST", "/api/v1/plan", "2", NULL, "application/jsonx", UH_PROBLEM_MEDIA},
        {"POST", "/api/v1/import", "2", NULL, "text/csv", UH_PROBLEM_NONE},
        {"POST", "/api/v1/plan", "16384", NULL, "application/json", UH_PROBLEM_NONE},
        {"POST", "/api/v1/plan", "16385", NULL, "application/json", UH_PROBLEM_BODY_LONG},
        {"POST", "/api/v1/plan", "999999999999999", NULL, "application/json", UH_PROBLEM_BODY_LONG},
        {"POST", "/api/v1/plan", "9999999999999999", NULL, "application/json", UH_PROBLEM_HEAD},
        {"POST", "/api/v1/plan", "-1", NULL, "application/json", UH_PROBLEM_HEAD},
        {"POST", "/api/v1/plan", "0x2", NULL, "application/json", UH_PROBLEM_HEAD},
        {"POST", "/api/v1/plan", "", NULL, "application/json", UH_PROBLEM_HEAD},
        {"POST", "/api/v1/plan", "2", "chunked", "application/json", UH_PROBLEM_HEAD},
        {"GET", "/api/v1/today", "2", NULL, NULL, UH_PROBLEM_BODY},
        {"GET", "/", NULL, "chunked", NULL, UH_PROBLEM_BODY},
        {"GET", "/", "0", NULL, NULL, UH_PROBLEM_NONE},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        uh_head head = head_of(cases[i].method, cases[i].target);
        head.fields[UH_FIELD_CONTENT_LENGTH] = cases[i].length;
        head.fields[UH_FIELD_TRANSFER_ENCODING] = cases[i].coding;
        head.fields[UH_FIELD_CONTENT_TYPE] = cases[i].media;
        if (problem_of(&head) != cases[i].problem) {
            fail_msg("case %zu: %d", i, (int)problem_of(&head));
        }
    }
}

/* -- fields with lists -- */

static void a_cookie_is_found_among_others_and_never_guessed(void **state)
{
    static const struct {
        const char *field;
        const char *value;
    } cases[] = {
        {"unhunch=abc", "abc"},
        {"a=1; unhunch=abc; b=2", "abc"},
        {"xunhunch=1; unhunch=2", "2"},
        {"unhunch=1; unhunch=2", ""},
        {"unhunch=", ""},
        {"unhunch", ""},
        {"unhunch=0123456789", ""},
        {"unhunch=012345678", "012345678"},
        {"", ""},
        {NULL, ""},
        {"  unhunch=a  ;", "a"},
        {"Unhunch=a", ""},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        char out[10];
        assert_string_equal(uh_cookie(cases[i].field, "unhunch", out, sizeof out), cases[i].value);
    }
}

static void a_coding_is_taken_where_it_is_named_and_not_refused(void **state)
{
    assert_true(uh_accepts_coding("gzip, deflate, br", "br"));
    assert_true(uh_accepts_coding("br;q=1.0, gzip;q=0.5", "gzip"));
    assert_false(uh_accepts_coding("gzip;q=0", "gzip"));
    assert_false(uh_accepts_coding("gzip; q=0.000", "gzip"));
    assert_true(uh_accepts_coding("gzip;q=0.01", "gzip"));
    assert_false(uh_accepts_coding("broccoli", "br"));
    assert_false(uh_accepts_coding(NULL, "br"));
}

static void a_tag_is_named_with_its_quotes(void **state)
{
    assert_true(uh_names_tag("\"abc\"", "\"abc\""));
    assert_true(uh_names_tag("\"x\", W/\"abc\"", "\"abc\""));
    assert_false(uh_names_tag("abc", "\"abc\""));
    assert_false(uh_names_tag("*", "\"abc\""));
    assert_false(uh_names_tag(NULL, "\"abc\""));
}

/* -- problems -- */

static void every_problem_says_what_is_the_matter(void **state)
{
    for (uh_problem problem = UH_PROBLEM_NONE + 1; problem < UH_PROBLEM_COUNT; problem++) {
        char text[2048];
        uh_buffer buffer = {text, sizeof text, 0};
        uh_json json = uh_json_to(uh_out_to_buffer(&buffer), false);
        uh_problem_json(&json, uh_language_find("en"), problem, "", 0, 0);
        assert_true(uh_problem_row_of(problem)->status >= 400);
        assert_non_null(strstr(text, uh_problem_row_of(problem)->name));
        for (uh_problem other = UH_PROBLEM_NONE + 1; other < problem; other++) {
            assert_string_not_equal(uh_problem_row_of(other)->name,
                                    uh_problem_row_of(problem)->name);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_target_is_taken_apart_once),
        cmocka_unit_test(a_target_that_plays_tricks_is_none),
        cmocka_unit_test(only_our_own_page_and_nobodys_page_come_in),
        cmocka_unit_test(a_typed_address_only_reads),
        cmocka_unit_test(only_our_exact_host_leads_here),
        cmocka_unit_test(a_typed_localhost_is_sent_on_and_asks_for_nothing),
        cmocka_unit_test(a_field_that_comes_twice_is_refused),
        cmocka_unit_test(every_route_but_files_needs_the_key),
        cmocka_unit_test(the_opened_address_is_looked_at_for_its_token),
        cmocka_unit_test(every_route_is_found_by_its_own_pattern),
        cmocka_unit_test(other_paths_and_methods_are_told_apart),
        cmocka_unit_test(a_body_is_judged_before_it_comes),
        cmocka_unit_test(a_cookie_is_found_among_others_and_never_guessed),
        cmocka_unit_test(a_coding_is_taken_where_it_is_named_and_not_refused),
        cmocka_unit_test(a_tag_is_named_with_its_quotes),
        cmocka_unit_test(every_problem_says_what_is_the_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
