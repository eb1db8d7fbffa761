#include <stdint.h>
#include <systemd/sd-daemon.h>
#include <time.h>

/// The kernel's monotonic clock in microseconds, as RELOADING=1 asks for; 0 if it cannot be read.
static inline uint64_t supportd_monotonic_microseconds(void) {
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0) return 0;
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}
