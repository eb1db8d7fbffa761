import FoundationEssentials
import Glibc
package import SupportSystem

/// A program that a test needs besides the daemon: run to its end, its output read.
package enum RunningProgram {
    /// Whether there is such a program.
    package static func exists(_ path: String) -> Bool { access(path, X_OK) == 0 }

    /// Runs a program to its end and gives how it ended and what it wrote.
    package static func run(
        _ path: String, _ arguments: [String]
    ) throws -> (end: ProcessEnd, output: String) {
        let place = try RunningPlace()
        let ends = GuardedState<ProcessEnd?>(nil)
        let output = "\(place.path)/output"
        let child = try ChildProcess(
            program: "/bin/sh",
            arguments: ["-c", #"exec "$@" >"$0" 2>&1"#, output, path] + arguments,
            environment: [
                "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
            ],
            onEnd: { end in ends.change { $0 = end } })
        let end = ends.wait(atMost: .seconds(60)) { $0 }
        child.kill()
        child.join()
        let bytes = FileManager.default.contents(atPath: output) ?? Data()
        return (end ?? .killed(signal: SIGKILL), String(decoding: bytes, as: UTF8.self))
    }

    /// The processes that this one has started and that still run.
    package static func children(of process: Int32) -> [Int32] {
        let path = "/proc/\(process)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return threads.flatMap { thread -> [Int32] in
            let file = "\(path)/\(thread)/children"
            let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
            return text.split { " \n".contains($0) }.compactMap { Int32($0) }
        }
    }

    /// A thread of a process: its name, and its nice value.
    package struct ThreadShown: Hashable, Sendable {
        package let name: String
        package let nice: Int
    }

    /// The threads of a process, as the kernel shows them.
    package static func threads(of process: Int32) -> [ThreadShown] {
        let path = "/proc/\(process)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return threads.compactMap { thread in
            guard
                let text = try? String(contentsOfFile: "\(path)/\(thread)/stat", encoding: .utf8),
                let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")")
            else { return nil }
            // What follows the name begins with field 3; the nice value is field 19.
            let fields = text[text.index(after: close)...].split(separator: " ")
            guard fields.count > 16, let nice = Int(fields[16]) else { return nil }
            return ThreadShown(name: String(text[text.index(after: open)..<close]), nice: nice)
        }
    }

    /// Asks again and again until the answer is yes; false when it is not within the time.
    package static func eventually(
        within time: Duration = .seconds(20), _ isSo: () throws -> Bool
    ) rethrows -> Bool {
        let deadline = Deadline(after: time)
        while !deadline.isOver {
            if try isSo() { return true }
            usleep(20_000)
        }
        return try isSo()
    }
}
