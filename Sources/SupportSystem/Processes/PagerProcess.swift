import CLinux
import Glibc

/// A program at the terminal, such as `less`, that shows what is written to it page by page.
///
/// It runs in this process's own group, so that it may read keys. While it runs this process ignores
/// the keys that interrupt or quit, which are the program's, and writing to a program that has ended
/// does not end this process. Not to be shared between threads.
package final class PagerProcess {
    private let process: Int32
    private var descriptor: Int32
    private let before: [(number: Int32, action: sigaction)]
    /// Whether the program takes no more, because a person has seen enough and ended it.
    package private(set) var isOver = false

    /// What `less` does unless the person's `LESS` says otherwise: end at once where all fits the
    /// screen, show colours, leave the text on the screen.
    private static let lessOptions = "FRX"
    /// What ends or stops a process from the keyboard, and what comes of writing to one that ended.
    private static let ignored = [SIGINT, SIGQUIT, SIGPIPE]

    /// Starts a command of the shell.
    package init(command: String) throws(SystemFault) {
        setenv("LESS", Self.lessOptions, 0)
        setenv("LV", "-c", 0)
        var ends: [Int32] = [-1, -1]
        _ = try systemCall("make a pipe to", command) { pipe(&ends) }
        let (reading, writing) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(reading) }
        before = Self.ignored.map { number in
            var old = sigaction()
            var new = sigaction()
            new.__sigaction_handler.sa_handler = SIG_IGN
            sigaction(number, &new, &old)
            return (number, old)
        }
        descriptor = writing
        do throws(SystemFault) {
            process = try spawnReader(command, input: reading)
        } catch {
            close(writing)
            Self.restore(before)
            throw error
        }
    }

    /// Writes all the bytes; does nothing once the program has ended.
    package func write(_ bytes: [UInt8]) throws(SystemFault) {
        var written = 0
        do throws(SystemFault) {
            while written < bytes.count, !isOver { written += try writeSome(bytes[written...]) }
        } catch {
            guard error.errno == EPIPE else { throw error }
            isOver = true
        }
    }

    /// Writes as many of the bytes as the pipe takes, and gives their count.
    private func writeSome(_ bytes: ArraySlice<UInt8>) throws(SystemFault) -> Int {
        try systemCall("write to", "the pager") {
            bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        }
    }

    /// Says that nothing more comes and waits until the person has ended it; false where the shell
    /// could not run the command, so that nothing was shown.
    @discardableResult
    package func finish() -> Bool {
        guard descriptor >= 0 else { return true }
        close(descriptor)
        descriptor = -1
        isOver = true
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        Self.restore(before)
        // What sh(1) ends with: the command is not there, or is no program.
        return ![126, 127].contains(status >> 8)
    }

    deinit { finish() }

    private static func restore(_ actions: [(number: Int32, action: sigaction)]) {
        for (number, action) in actions {
            var action = action
            sigaction(number, &action, nil)
        }
    }
}

/// Starts a command of the shell that reads this descriptor and has this process's other streams,
/// environment and group.
private func spawnReader(_ command: String, input: Int32) throws(SystemFault) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let doing = "prepare to start"
    try checkAnswer(posix_spawn_file_actions_adddup2(&actions, input, 0), doing, command)
    try checkAnswer(posix_spawn_file_actions_addclosefrom_np(&actions, 3), doing, command)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    try checkAnswer(posix_spawnattr_setsigdefault(&attributes, &all), doing, command)
    try checkAnswer(
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF)), doing, command)
    var process: Int32 = 0
    let shell = "/bin/sh"
    let answer = withStringVector([shell, "-c", command]) { words in
        posix_spawn(&process, shell, &actions, &attributes, words, linux_environment())
    }
    try checkAnswer(answer, "start", command)
    return process
}

extension ExecutableFile {
    /// Whether a command can be run by its name: a path, or a file of a directory of `PATH`.
    package static func isCommand(_ name: String) -> Bool {
        if name.contains("/") { return isThere(name) }
        let path = ThisProcess.variable("PATH") ?? "/usr/bin:/bin"
        return path.split(separator: ":").contains { isThere("\($0)/\(name)") }
    }
}
