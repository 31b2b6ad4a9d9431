/* SPDX-License-Identifier: MIT */
#include "host/voice.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef UH_HAVE_SPEECHD
#include <dlfcn.h>
#include <speech-dispatcher/libspeechd.h>
#endif

enum { TEXT_SIZE = 2048, CLOSE_MS = 400 };

struct uh_voice {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    uh_voice_state state;
    bool has_text;  /* `text` waits to be spoken */
    bool hush;      /* silence is asked for */
    bool closing;   /* the owner wants to go */
    bool finished;  /* the thread is done with the server */
    bool abandoned; /* the owner went: the thread frees it all */
    char language[16];
    char text[TEXT_SIZE];
};

static void release(uh_voice *voice)
{
    (void)pthread_cond_destroy(&voice->changed);
    (void)pthread_mutex_destroy(&voice->lock);
    free(voice);
}

#ifdef UH_HAVE_SPEECHD

/* Only what is used of libspeechd. */
typedef struct speech_server {
    void *library;
    SPDConnection *(*open)(const char *, const char *, const char *, SPDConnectionMode,
                           const SPDConnectionAddress *, int, char **);
    void (*close)(SPDConnection *);
    int (*say)(SPDConnection *, SPDPriority, const char *);
    int (*cancel)(SPDConnection *);
    int (*set_language)(SPDConnection *, const char *);
    SPDConnection *connection;
} speech_server;

static bool find(void *library, const char *name, void *ret_function)
{
    void *symbol = dlsym(library, name);
    /* ISO C has no way to turn an object pointer into a function pointer; POSIX promises this */
    memcpy(ret_function, &symbol, sizeof symbol);
    return symbol != NULL;
}

static bool load(speech_server *ret_speech)
{
    ret_speech->library = dlopen("libspeechd.so.2", RTLD_NOW | RTLD_LOCAL);
    if (ret_speech->library == NULL) {
        return false;
    }
    return find(ret_speech->library, "spd_open2", &ret_speech->open) &&
           find(ret_speech->library, "spd_close", &ret_speech->close) &&
           find(ret_speech->library, "spd_say", &ret_speech->say) &&
           find(ret_speech->library, "spd_cancel", &ret_speech->cancel) &&
           find(ret_speech->library, "spd_set_language", &ret_speech->set_language);
}

static bool connect_to(speech_server *speech, const char *language)
{
    if (!load(speech)) {
        return false;
    }
    const int autospawn = 1;
    char *why = NULL;
    speech->connection =
        speech->open("unhunch", "session", NULL, SPD_MODE_SINGLE, NULL, autospawn, &why);
    free(why);
    if (speech->connection == NULL) {
        return false;
    }
    (void)speech->set_language(speech->connection, language);
    return true;
}

static bool speak(const speech_server *speech, const char *text)
{
    (void)speech->cancel(speech->connection);
    return speech->say(speech->connection, SPD_TEXT, text) >= 0;
}

/* The library itself stays loaded: unloading one that may have started threads is asking for it. */
static void disconnect(speech_server *speech)
{
    if (speech->connection != NULL) {
        speech->close(speech->connection);
        speech->connection = NULL;
    }
}

#else

typedef struct speech_server {
    int none;
} speech_server;

static bool connect_to(speech_server *speech, const char *language)
{
    (void)speech;
    (void)language;
    return false;
}

static bool speak(const speech_server *speech, const char *text)
{
    (void)speech;
    (void)text;
    return false;
}

static void disconnect(speech_server *speech)
{
    (void)speech;
}

#endif

static void set_state(uh_voice *voice, uh_voice_state state)
{
    (void)pthread_mutex_lock(&voice->lock);
    voice->state = state;
    (void)pthread_cond_broadcast(&voice->changed);
    (void)pthread_mutex_unlock(&voice->lock);
}

/* Waits for something to say; false when it is time to go. An empty text means silence. */
static bool take_text(uh_voice *voice, char text[TEXT_SIZE])
{
    (void)pthread_mutex_lock(&voice->lock);
    while (!voice->has_text && !voice->hush && !voice->closing) {
        (void)pthread_cond_wait(&voice->changed, &voice->lock);
    }
    const bool more = voice->has_text || voice->hush;
    text[0] = '\0';
    if (voice->has_text) {
        memcpy(text, voice->text, TEXT_SIZE);
    }
    voice->has_text = false;
    voice->hush = false;
    (void)pthread_mutex_unlock(&voice->lock);
    return more;
}

static void silence(const speech_server *speech)
{
#ifdef UH_HAVE_SPEECHD
    (void)speech->cancel(speech->connection);
#else
    (void)speech;
#endif
}

static void *run(void *argument)
{
    uh_voice *voice = argument;
    speech_server speech = {0};
    if (connect_to(&speech, voice->language)) {
        set_state(voice, UH_VOICE_READY);
        char text[TEXT_SIZE];
        while (take_text(voice, text)) {
            if (text[0] == '\0') {
                silence(&speech);
            } else if (!speak(&speech, text)) {
                break;
            }
        }
    }
    set_state(voice, UH_VOICE_NONE);
    disconnect(&speech);

    (void)pthread_mutex_lock(&voice->lock);
    voice->finished = true;
    const bool alone = voice->abandoned;
    (void)pthread_cond_broadcast(&voice->changed);
    (void)pthread_mutex_unlock(&voice->lock);
    if (alone) {
        release(voice);
    }
    return NULL;
}

uh_voice *uh_voice_open(const char *language)
{
    uh_voice *voice = calloc(1, sizeof *voice);
    if (voice == NULL) {
        return NULL;
    }
    (void)pthread_mutex_init(&voice->lock, NULL);
    (void)pthread_cond_init(&voice->changed, NULL);
    (void)strncpy(voice->language, language, sizeof voice->language - 1);
    pthread_t thread;
    if (pthread_create(&thread, NULL, run, voice) != 0) {
        release(voice);
        return NULL;
    }
    (void)pthread_detach(thread);
    return voice;
}

uh_voice_state uh_voice_look(uh_voice *voice)
{
    (void)pthread_mutex_lock(&voice->lock);
    const uh_voice_state state = voice->state;
    (void)pthread_mutex_unlock(&voice->lock);
    return state;
}

static struct timespec moment_in(uint32_t ms)
{
    struct timespec until = {0};
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += ms / 1000;
    until.tv_nsec += (long)(ms % 1000) * 1000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000;
    }
    return until;
}

uh_voice_state uh_voice_await(uh_voice *voice, uint32_t at_most_ms)
{
    const struct timespec until = moment_in(at_most_ms);
    (void)pthread_mutex_lock(&voice->lock);
    int waited = 0;
    while (voice->state == UH_VOICE_OPENING && waited != ETIMEDOUT) {
        waited = pthread_cond_timedwait(&voice->changed, &voice->lock, &until);
    }
    const uh_voice_state state = voice->state;
    (void)pthread_mutex_unlock(&voice->lock);
    return state;
}

void uh_voice_say(uh_voice *voice, const char *text)
{
    (void)pthread_mutex_lock(&voice->lock);
    const size_t length = strlen(text);
    const size_t kept = length < TEXT_SIZE ? length : TEXT_SIZE - 1;
    memcpy(voice->text, text, kept);
    voice->text[kept] = '\0';
    voice->has_text = kept > 0;
    voice->hush = false;
    (void)pthread_cond_broadcast(&voice->changed);
    (void)pthread_mutex_unlock(&voice->lock);
}

void uh_voice_hush(uh_voice *voice)
{
    (void)pthread_mutex_lock(&voice->lock);
    voice->has_text = false;
    voice->hush = true;
    (void)pthread_cond_broadcast(&voice->changed);
    (void)pthread_mutex_unlock(&voice->lock);
}

void uh_voice_close(uh_voice *voice)
{
    if (voice == NULL) {
        return;
    }
    const struct timespec until = moment_in(CLOSE_MS);
    (void)pthread_mutex_lock(&voice->lock);
    voice->closing = true;
    (void)pthread_cond_broadcast(&voice->changed);
    int waited = 0;
    while (!voice->finished && waited != ETIMEDOUT) {
        waited = pthread_cond_timedwait(&voice->changed, &voice->lock, &until);
    }
    const bool finished = voice->finished;
    voice->abandoned = !finished;
    (void)pthread_mutex_unlock(&voice->lock);
    if (finished) {
        release(voice);
    }
}
