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
#include <sys/vfs.h>
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

/* Renames a file in a directory; fails with EEXIST where another file has the new name. */
static inline int linux_rename_to_new(int directory, const char *from, const char *to) {
    return (int)syscall(SYS_renameat2, directory, from, directory, to, 1U /* RENAME_NOREPLACE */);
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

/* What kind of file system holds a path, by its number in statfs(2); -1 where that is not to be learnt. */
static inline long linux_file_system_type(const char *path) {
    struct statfs answer;
    if (statfs(path, &answer) != 0) return -1;
    return (long)((unsigned long)answer.f_type & 0xffffffffUL);
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

/* The walls of a process that trusts no answer of the network: Landlock and seccomp. */
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/stat.h>

/* The library declares it for GNU programs alone. */
#ifndef O_PATH
#define O_PATH 010000000
#endif

/* The version of Landlock that the kernel has; 0 for none. */
static inline int linux_landlock_version(void) {
    long version =
        syscall(SYS_landlock_create_ruleset, NULL, 0UL, LANDLOCK_CREATE_RULESET_VERSION);
    return version > 0 ? (int)version : 0;
}

/* Makes a set of rules that forbids to read, write or execute any file, and from version 6 on to
   signal processes outside and to reach their abstract sockets; -1 where the kernel refuses. */
static inline int linux_landlock_begin(int version) {
    /* As the kernel of version 6 has it; an older one takes as much as it knows. */
    struct { uint64_t files, network, scopes; } forbidden = {0};
    forbidden.files = (1ULL << 13) - 1;
    if (version >= 2) forbidden.files |= 1ULL << 13;
    if (version >= 3) forbidden.files |= 1ULL << 14;
    if (version >= 5) forbidden.files |= 1ULL << 15;
    if (version >= 6) forbidden.scopes = 3;
    size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    return (int)syscall(SYS_landlock_create_ruleset, &forbidden, size, 0U);
}

/* Lets what lies at a path be read and executed, and, where `writes`, written; nothing where there is
   no such path. */
static inline int linux_landlock_allow(int rules, const char *path, int writes) {
    int at = open(path, O_PATH | O_CLOEXEC);
    if (at < 0) return errno == ENOENT ? 0 : -1;
    struct stat file;
    struct landlock_path_beneath_attr rule = {0};
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
    if (fstat(at, &file) == 0 && S_ISDIR(file.st_mode))
        rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
    if (writes) rule.allowed_access |= LANDLOCK_ACCESS_FS_WRITE_FILE;
    rule.parent_fd = at;
    int answer = (int)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0U);
    close(at);
    return answer;
}

/* Puts the calling thread, and what it starts from now on, under the rules, for good. */
static inline int linux_landlock_enforce(int rules) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1UL, 0UL, 0UL, 0UL) != 0) return -1;
    return (int)syscall(SYS_landlock_restrict_self, rules, 0U);
}

#if defined(__x86_64__)
#define SUPPORTD_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define SUPPORTD_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef SUPPORTD_ARCHITECTURE
#define WORD(member) \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, member))
#define REFUSE(error) BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (error))
#define REFUSE_CALL(number) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), REFUSE(EPERM)
/* How every filter begins. Calls of the 32-bit kind have numbers of their own. */
#define OWN_CALLS_ONLY \
    WORD(arch), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SUPPORTD_ARCHITECTURE, 1, 0), REFUSE(EPERM), \
        WORD(nr), BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1), REFUSE(EPERM)

/* Puts a filter before the system calls of every thread of the process, for good. 0, or -1 where the
   kernel refuses. */
static inline int linux_filter_calls(struct sock_filter *steps, unsigned short count) {
    struct sock_fprog program = {count, steps};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1UL, 0UL, 0UL, 0UL) != 0) return -1;
    return (int)syscall(
        SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
}
#endif

/* Forbids every thread of the process, for good, to make or use sockets, to start or reach other
   processes, and what else a program that only reads and writes its descriptors has no use for. 0, or
   -1 where the kernel refuses. */
static inline int linux_forbid_reaching_out(void) {
#ifdef SUPPORTD_ARCHITECTURE
    struct sock_filter steps[] = {
        OWN_CALLS_ONLY,
        REFUSE_CALL(SYS_socket),
        REFUSE_CALL(SYS_socketpair),
        REFUSE_CALL(SYS_connect),
        REFUSE_CALL(SYS_bind),
        REFUSE_CALL(SYS_listen),
        REFUSE_CALL(SYS_accept),
        REFUSE_CALL(SYS_accept4),
        REFUSE_CALL(SYS_execve),
        REFUSE_CALL(SYS_execveat),
        REFUSE_CALL(SYS_clone),
        REFUSE_CALL(SYS_clone3),
#ifdef SYS_fork
        REFUSE_CALL(SYS_fork),
        REFUSE_CALL(SYS_vfork),
#endif
        REFUSE_CALL(SYS_kill),
        REFUSE_CALL(SYS_ptrace),
        REFUSE_CALL(SYS_process_vm_readv),
        REFUSE_CALL(SYS_process_vm_writev),
        REFUSE_CALL(SYS_pidfd_open),
        REFUSE_CALL(SYS_pidfd_getfd),
        REFUSE_CALL(SYS_pidfd_send_signal),
        REFUSE_CALL(SYS_io_uring_setup),
        REFUSE_CALL(SYS_bpf),
        REFUSE_CALL(SYS_perf_event_open),
        REFUSE_CALL(SYS_userfaultfd),
        REFUSE_CALL(SYS_keyctl),
        REFUSE_CALL(SYS_add_key),
        REFUSE_CALL(SYS_request_key),
        REFUSE_CALL(SYS_unshare),
        REFUSE_CALL(SYS_setns),
        REFUSE_CALL(SYS_mount),
        REFUSE_CALL(SYS_chroot),
        REFUSE_CALL(SYS_memfd_create),
        REFUSE_CALL(SYS_unlinkat),
        REFUSE_CALL(SYS_renameat2),
        REFUSE_CALL(SYS_fchmodat),
        REFUSE_CALL(SYS_fchownat),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    return linux_filter_calls(steps, sizeof steps / sizeof *steps);
#else
    errno = ENOSYS;
    return -1;
#endif
}

/* Forbids every thread of the process, for good, to make a Unix socket, but for pairs, and to look into
   other processes. 0, or -1 where the kernel refuses. */
static inline int linux_forbid_local_sockets(void) {
#ifdef SUPPORTD_ARCHITECTURE
    struct sock_filter steps[] = {
        OWN_CALLS_ONLY,
        REFUSE_CALL(SYS_ptrace),
        REFUSE_CALL(SYS_process_vm_readv),
        REFUSE_CALL(SYS_process_vm_writev),
        REFUSE_CALL(SYS_pidfd_getfd),
        /* Its rings make sockets without a call. */
        REFUSE_CALL(SYS_io_uring_setup),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3),
        WORD(args[0]),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 0, 1),
        REFUSE(EACCES),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    return linux_filter_calls(steps, sizeof steps / sizeof *steps);
#else
    errno = ENOSYS;
    return -1;
#endif
}

#ifdef SUPPORTD_ARCHITECTURE
#undef OWN_CALLS_ONLY
#undef REFUSE_CALL
#undef REFUSE
#undef WORD
#endif
