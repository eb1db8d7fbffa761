import CLinux
import Glibc

/// Runs a program that has this process's terminal until it ends, such as an editor.
package enum ForegroundProgram {
    /// Runs a command of the shell with a file as its last argument, and waits for its end.
    ///
    /// It has the standard streams, the environment and the process group of this process.
    /// Meanwhile the keys that interrupt are the program's alone.
    package static func run(_ command: String, on file: String) throws(SystemFault) -> ProcessEnd {
        let interrupt = signal(SIGINT, SIG_IGN)
        let quit = signal(SIGQUIT, SIG_IGN)
        defer {
            _ = signal(SIGINT, interrupt)
            _ = signal(SIGQUIT, quit)
        }
        let process = try start(["/bin/sh", "-c", "\(command) \"$@\"", command, file])
        var status: Int32 = 0
        _ = try systemCall("wait for", command) { waitpid(process, &status, 0) }
        let signal = status & 0x7F
        return signal == 0 ? .exited(status: (status >> 8) & 0xFF) : .killed(signal: signal)
    }

    private static func start(_ words: [String]) throws(SystemFault) -> Int32 {
        guard !words.contains(where: { $0.utf8.contains(0) }) else {
            throw SystemFault(doing: "pass a zero byte to", subject: words[0], errno: EINVAL)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var all = sigset_t()
        sigfillset(&all)
        let doing = "prepare to start"
        try checkAnswer(posix_spawnattr_setsigdefault(&attributes, &all), doing, words[0])
        try checkAnswer(
            posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF)), doing, words[0])
        var process: Int32 = 0
        let answer = withStringVector(words) { words in
            posix_spawn(&process, "/bin/sh", nil, &attributes, words, linux_environment())
        }
        try checkAnswer(answer, "start", words[0])
        return process
    }
}

/// A file for a person to edit, in a directory that nobody else can enter.
package struct EditedFile {
    private let directory: String
    /// The path of the file.
    package let path: String

    /// Makes the directory below `TMPDIR`, else `/tmp`, and the file in it.
    package init(_ content: [UInt8], name: String) throws(SystemFault) {
        let named = ThisProcess.variable("TMPDIR") ?? ""
        let parent = named.hasPrefix("/") ? named : "/tmp"
        var template = Array("\(parent)/supportc-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw SystemFault(doing: "make a directory in", subject: parent, errno: errno)
        }
        directory = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let path = "\(directory)/\(name)"
        self.path = path
        do throws(SystemFault) {
            let file = OwnedDescriptor(
                try systemCall("make", path) {
                    open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
                })
            try DiskFile(file, path: path).write(content[...], at: 0)
        } catch {
            remove()
            throw error
        }
    }

    /// What the file holds now, at most so many bytes.
    package func read(bytesMax: Int) throws(SystemFault) -> [UInt8] {
        try RegularFile.read(path, bytesMax: bytesMax)
    }

    /// Removes the directory with all that lies in it, as far as that is possible.
    package func remove() {
        for name in (try? DirectoryEntries.names(in: directory)) ?? [] {
            unlink("\(directory)/\(name)")
        }
        rmdir(directory)
    }
}
