#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <systemd/sd-daemon.h>
#include <time.h>

/// The kernel's monotonic clock in microseconds, as RELOADING=1 asks for; 0 if it cannot be read.
static inline uint64_t supportd_monotonic_microseconds(void) {
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0) return 0;
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

/* What the units call the sockets that were passed, with colons between; empty without names. */
static inline const char *supportd_listening_names(void) {
    const char *names = getenv("LISTEN_FDNAMES");
    return names ? names : "";
}

/* Whether a descriptor is a Unix stream socket that listens. */
static inline int supportd_listens(int descriptor) {
    return sd_is_socket_unix(descriptor, SOCK_STREAM, 1, NULL, 0) > 0;
}
