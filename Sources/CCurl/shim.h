/* libcurl for Swift: its variadic calls as typed ones, and the one callback that must be C.
   Every wrapper returns libcurl's own code. */
#ifndef SUPPORT_CCURL_SHIM_H
#define SUPPORT_CCURL_SHIM_H

#include <curl/curl.h>
#include <errno.h>
#include <sys/socket.h>

static inline CURLcode support_set_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode support_set_text(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode support_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}

typedef size_t (*support_body_callback)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode support_on_body(CURL *easy, support_body_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, callback);
    return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
}

/* Opens a connection's socket as libcurl would, and keeps the reason when it cannot: libcurl itself
   does not tell "no descriptors left" from "nobody listens there". */
static curl_socket_t support_open_socket(
    void *reason, curlsocktype purpose, struct curl_sockaddr *address) {
    (void)purpose;
    int made = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (made < 0) *(int *)reason = errno;
    return made < 0 ? CURL_SOCKET_BAD : made;
}

static inline CURLcode support_keep_socket_error(CURL *easy, int *reason) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, support_open_socket);
    return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, reason);
}

static inline CURLcode support_get_long(CURL *easy, CURLINFO field, long *value) {
    return curl_easy_getinfo(easy, field, value);
}

static inline CURLcode support_get_time(CURL *easy, CURLINFO field, curl_off_t *microseconds) {
    return curl_easy_getinfo(easy, field, microseconds);
}

static inline CURLcode support_get_pointer(CURL *easy, CURLINFO field, void **value) {
    return curl_easy_getinfo(easy, field, value);
}

typedef int (*support_socket_callback)(
    CURL *easy, curl_socket_t socket, int what, void *context, void *unused);

static inline CURLMcode support_on_socket(
    CURLM *multi, support_socket_callback callback, void *context) {
    CURLMcode code = curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, callback);
    return code != CURLM_OK ? code : curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, context);
}

typedef int (*support_timer_callback)(CURLM *multi, long milliseconds, void *context);

static inline CURLMcode support_on_timer(
    CURLM *multi, support_timer_callback callback, void *context) {
    CURLMcode code = curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, callback);
    return code != CURLM_OK ? code : curl_multi_setopt(multi, CURLMOPT_TIMERDATA, context);
}

/* The result of a transfer's message lives in a union, which Swift does not show well. */
static inline CURLcode support_message_result(const CURLMsg *message) {
    return message->data.result;
}

#endif
