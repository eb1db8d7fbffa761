/* Linux calls that the Glibc module does not carry, and variadic ones with a fixed face. */
#include <malloc.h>
#include <sched.h>
#include <spawn.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>
#include <sys/syscall.h>
#include <sys/timex.h>
#include <unistd.h>

/* The library has it since 2.34 but declares it for GNU programs alone. */
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);

/* The variables of the environment, which the library declares for GNU programs alone. */
static inline char **linux_environment(void) {
    extern char **environ;
    return environ;
}

/* Names the calling thread; the kernel keeps the first 15 bytes. */
static inline int linux_name_this_thread(const char *name) {
    return prctl(PR_SET_NAME, (unsigned long)name, 0UL, 0UL, 0UL);
}

/* Lets the calling thread run, and reach the disk, only when nothing else wants to. What the kernel
   refuses leaves it as it is. */
static inline void linux_run_when_idle(void) {
    struct sched_param none = {0};
    (void)sched_setscheduler(0, 5 /* SCHED_IDLE */, &none);
    (void)syscall(SYS_ioprio_set, 1 /* a thread */, 0, 3 << 13 /* the idle class */);
}

/* No core dump is written of this process, and only root may trace it. */
static inline int linux_hide_this_memory(void) {
    return prctl(PR_SET_DUMPABLE, 0UL, 0UL, 0UL, 0UL);
}

/* A file that lies in memory only and is closed when a program is run. */
static inline int linux_memory_file(const char *name) {
    return (int)syscall(SYS_memfd_create, name, 1U /* MFD_CLOEXEC */);
}

/* Overwrites bytes that nobody reads any more, also where they lie in a buffer that is shared. */
static inline void linux_overwrite(const void *start, size_t bytes) {
    explicit_bzero((void *)start, bytes);
}

/* 1 while something keeps the wall clock right, 0 when nothing does, -1 when the kernel does not
   say. The structure has nameless bit fields, so it stays here. */
static inline int linux_wall_clock_is_synchronised(void) {
    struct timex clock = {0};
    int state = adjtimex(&clock);
    if (state < 0) return -1;
    return state != TIME_ERROR && (clock.status & STA_UNSYNC) == 0;
}

/* A block of so many bytes or more is mapped by itself and goes back to the kernel when it is freed.
   Without this the library raises the bound to the largest block that was ever freed. */
static inline int linux_map_blocks_from(int bytes) {
    return mallopt(M_MMAP_THRESHOLD, bytes);
}

/* Gives the kernel every whole page that lies free between what is in use, of all threads. */
static inline int linux_give_back_free_pages(void) {
    return malloc_trim(0);
}
