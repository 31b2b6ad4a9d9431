/* SPDX-License-Identifier: MIT */
#include "unhunch/present.h"

enum { INDENT = 2, KEY_COLUMN = 20 };

void uh_learn_topics(const uh_page *page)
{
    uint32_t count = uh_catalogue_topic_count(page->catalogue);
    for (uint32_t i = 0; i < count; i++) {
        const uh_topic *topic = uh_catalogue_topic(page->catalogue, i);
        char title[UH_PAGE_TEXT_MAX];
        uh_page_item(page, 0, uh_catalogue_text(page->catalogue, topic->key), KEY_COLUMN,
                     uh_page_render_text(page, topic->title, title));
    }
    uh_page_blank(page);
    uh_page_phrase(page, 0,
                   uh_say2(UH_MSG_LEARN_HINT, uh_literal("unhunch learn"),
                           uh_message_argument(UH_MSG_WORD_TOPIC)));
}

static void points(const uh_page *page, uh_list list)
{
    for (uint32_t i = 0; i < list.count; i++) {
        const uh_advice *point = uh_catalogue_point(page->catalogue, list, i);
        char source[UH_PAGE_TEXT_MAX];
        char words[UH_PAGE_TEXT_MAX];
        uh_page_render_cite(page, point->cite, false, source);
        uh_phrase phrase =
            uh_say2(UH_MSG_LEARN_POINT, uh_catalogue_argument(point->text), uh_literal(source));
        if (source[0] == '\0') {
            uh_page_render_text(page, point->text, words);
        } else {
            uh_page_render(page, phrase, words);
        }
        uh_page_item(page, INDENT, "-", INDENT + 2, words);
    }
}

void uh_learn_topic(const uh_page *page, uint32_t index)
{
    const uh_topic *topic = uh_catalogue_topic(page->catalogue, index);
    char words[UH_PAGE_TEXT_MAX];
    uh_page_item(page, 0, "", 0, uh_page_render_text(page, topic->title, words));
    if (topic->summary) {
        uh_page_item(page, INDENT, "", INDENT, uh_page_render_text(page, topic->summary, words));
    }
    uh_page_blank(page);
    points(page, topic->points);
    if (topic->warnings.count > 0) {
        uh_page_blank(page);
        uh_page_message(page, 0, UH_MSG_LEARN_WARNINGS);
        points(page, topic->warnings);
    }
}

static void points_json(uh_json *json, const uh_catalogue *catalogue, const char *key, uh_list list)
{
    uh_json_list(json, key);
    for (uint32_t i = 0; i < list.count; i++) {
        const uh_advice *point = uh_catalogue_point(catalogue, list, i);
        uh_json_object(json, NULL);
        uh_json_text(json, "text", uh_catalogue_text(catalogue, point->text));
        uh_json_text(json, "cite", uh_catalogue_text(catalogue, point->cite));
        uh_json_end_object(json);
    }
    uh_json_end_list(json);
}

static void topic_json(uh_json *json, const uh_catalogue *catalogue, uint32_t index)
{
    const uh_topic *topic = uh_catalogue_topic(catalogue, index);
    uh_json_object(json, NULL);
    uh_json_text(json, "key", uh_catalogue_text(catalogue, topic->key));
    uh_json_text(json, "title", uh_catalogue_text(catalogue, topic->title));
    uh_json_text(json, "summary", uh_catalogue_text(catalogue, topic->summary));
    uh_json_bool(json, "first_run", topic->first_run != 0);
    points_json(json, catalogue, "points", topic->points);
    points_json(json, catalogue, "warnings", topic->warnings);
    uh_json_end_object(json);
}

void uh_learn_topics_json(uh_json *json, const uh_catalogue *catalogue)
{
    uint32_t count = uh_catalogue_topic_count(catalogue);
    uh_json_list(json, NULL);
    for (uint32_t i = 0; i < count; i++) {
        topic_json(json, catalogue, i);
    }
    uh_json_end_list(json);
}

void uh_learn_topic_json(uh_json *json, const uh_catalogue *catalogue, uint32_t topic)
{
    topic_json(json, catalogue, topic);
}
