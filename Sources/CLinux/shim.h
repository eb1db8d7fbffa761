/* Linux calls that the Glibc module does not carry, and variadic ones with a fixed face. */
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>

/* The library has it since 2.34 but declares it for GNU programs alone. */
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);

/* Names the calling thread; the kernel keeps the first 15 bytes. */
static inline int linux_name_this_thread(const char *name) {
    return prctl(PR_SET_NAME, (unsigned long)name, 0UL, 0UL, 0UL);
}
