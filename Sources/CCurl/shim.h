/* libcurl for Swift: its variadic calls as typed ones, and the one callback that must be C.
   Every wrapper returns libcurl's own code. */
#ifndef SUPPORT_CCURL_SHIM_H
#define SUPPORT_CCURL_SHIM_H

#include <arpa/inet.h>
#include <curl/curl.h>
#include <errno.h>
#include <netinet/in.h>
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

/* Gives libcurl what it sends: as many bytes as it has room for, 0 at the end. */
typedef size_t (*support_upload_callback)(char *room, size_t size, size_t count, void *context);

static inline CURLcode support_on_upload(
    CURL *easy, support_upload_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_READFUNCTION, callback);
    return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_READDATA, context);
}

/* Receives an address as its 4 or 16 bytes; the result is used only where one is asked for. */
typedef int (*support_address_callback)(void *context, const unsigned char *bytes, int count);

/* The callbacks of libcurl's sockets. */
struct support_sockets {
    void *context;
    /* Asked before a socket is opened: 0 forbids the address. */
    support_address_callback may_reach;
    /* Receives the address of an established connection, before the request is sent. */
    support_address_callback reached;
    /* Why a socket could not be opened, 0 for no reason: libcurl itself does not distinguish "no
       descriptors left" from "nobody listens there". */
    int error;
};

/* Opens a connection's socket as libcurl would, where that is allowed. */
static curl_socket_t support_open_socket(
    void *context, curlsocktype purpose, struct curl_sockaddr *address) {
    struct support_sockets *sockets = (struct support_sockets *)context;
    (void)purpose;
    const unsigned char *bytes = NULL;
    int count = 0;
    if (address->family == AF_INET) {
        bytes = (const unsigned char *)&((struct sockaddr_in *)&address->addr)->sin_addr;
        count = 4;
    } else if (address->family == AF_INET6) {
        bytes = (const unsigned char *)&((struct sockaddr_in6 *)&address->addr)->sin6_addr;
        count = 16;
    }
    if (bytes && !sockets->may_reach(sockets->context, bytes, count)) return CURL_SOCKET_BAD;
    int made = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (made < 0) sockets->error = errno;
    return made < 0 ? CURL_SOCKET_BAD : made;
}

static int support_connected(
    void *context, char *theirs, char *ours, int their_port, int our_port) {
    struct support_sockets *sockets = (struct support_sockets *)context;
    unsigned char bytes[16];
    (void)ours, (void)their_port, (void)our_port;
    if (theirs && inet_pton(AF_INET, theirs, bytes) == 1)
        sockets->reached(sockets->context, bytes, 4);
    else if (theirs && inet_pton(AF_INET6, theirs, bytes) == 1)
        sockets->reached(sockets->context, bytes, 16);
    return CURL_PREREQFUNC_OK;
}

static inline CURLcode support_on_sockets(CURL *easy, struct support_sockets *sockets) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, support_open_socket);
    if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, sockets);
    if (code == CURLE_OK)
        code = curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, support_connected);
    return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_PREREQDATA, sockets);
}

static inline CURLcode support_set_large(CURL *easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
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
