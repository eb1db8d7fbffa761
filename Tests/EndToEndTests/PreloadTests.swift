import FoundationEssentials
import SupportSystem
import SupportTestKit
import Testing

/// The programs know their arguments when a library was loaded before them, or do nothing.
@Suite(.enabled(if: RunningProgram.exists("/usr/bin/cc"), "needs a C compiler"))
struct PreloadTests {
    /// Takes from Swift's runtime what it finds the arguments by: `/proc/self/maps`, and in a program
    /// with the runtime in it the environment's place too. `HIDE_ALL` also hides what the kernel knows.
    private static let library = #"""
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <errno.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>

        __attribute__((constructor)) static void move_environment(void) { setenv("MOVED", "1", 1); }

        FILE *fopen(const char *path, const char *mode) {
            FILE *(*next)(const char *, const char *) = dlsym(RTLD_NEXT, "fopen");
            if (strcmp(path, "/proc/self/maps") != 0) return next(path, mode);
            errno = ENOENT;
            return NULL;
        }

        #ifdef HIDE_ALL
        static int opened(const char *name, const char *path, int flags, int mode) {
            int (*next)(const char *, int, ...) = dlsym(RTLD_NEXT, name);
            if (strcmp(path, "/proc/self/cmdline") != 0) return next(path, flags, mode);
            errno = ENOENT;
            return -1;
        }
        int open(const char *path, int flags, int mode) { return opened("open", path, flags, mode); }
        int open64(const char *path, int flags, int mode) {
            return opened("open64", path, flags, mode);
        }
        #endif
        """#

    private static func run(
        _ program: String, hiding options: [String] = []
    ) throws -> (end: ProcessEnd, output: String) {
        let place = try RunningPlace()
        let (source, object) = ("\(place.path)/l.c", "\(place.path)/l.so")
        try Data(library.utf8).write(to: URL(filePath: source))
        let made = try RunningProgram.run(
            "/usr/bin/cc", ["-w", "-shared", "-fPIC"] + options + ["-o", object, source])
        try #require(made.end == .exited(status: 0), "\(made.output)")
        return try RunningProgram.run(
            "/usr/bin/env",
            [
                "LD_PRELOAD=\(object)", RunningPlace.program(program), "--version",
            ])
    }

    @Test(arguments: ["supportd", "supportd-worker", "supportc"])
    func argumentsAreKept(program: String) throws {
        let run = try Self.run(program)
        #expect(run.end == .exited(status: 0))
        #expect(run.output.contains("0.1.0") && !run.output.contains("starting"))
    }

    @Test(
        arguments: [("supportd", 64), ("supportd-worker", 64), ("supportc", 2)] as [(String, Int32)]
    )
    func nothingIsDoneWithoutThem(program: String, status: Int32) throws {
        let run = try Self.run(program, hiding: ["-DHIDE_ALL"])
        #expect(run.end == .exited(status: status))
        #expect(run.output.contains("the command line cannot be read"))
    }
}
