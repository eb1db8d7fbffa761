import FoundationEssentials
import Glibc
import SupportSystem
import SupportTestKit
import Testing

/// What the daemon makes of trouble and of strange files while it starts.
struct StartTroubleTests {
    private static let strace = "/usr/bin/strace"

    private static let names = [
        "initialised", "journal-00000000000000000001.jsonl", "journal-spare.tmp", "durable.json",
        "durable.json.tmp", "initialised.tmp",
    ]

    /// A start under which the system refuses one kind of call on the state directory and its files,
    /// from the n-th on; nil when it ran all the same.
    private static func start(
        _ state: String, _ call: String, _ errno: String, at count: Int, arguments: [String]? = nil
    ) throws -> RunningDesk.StartFault? {
        let paths = [state] + names.map { "\(state)/\($0)" }
        do {
            let desk = try RunningDesk(
                .init(
                    wrapper: [strace, "-f", "-qq", "-o", "/dev/null"]
                        + paths.flatMap { ["-P", $0] }
                        + [
                            "-e", "trace=\(call)", "-e",
                            "inject=\(call):error=\(errno):when=\(count)+", "/usr/bin/setpriv",
                            "--pdeathsig", "KILL",
                        ], state: state, arguments: arguments))
            // That ends the tracer; the daemon goes with it, a moment later.
            desk.kill()
            let storage = try DiskStorage(directory: state, creating: false)
            #expect(RunningProgram.eventually { (try? storage.lock().release()) != nil })
            return nil
        } catch let fault as RunningDesk.StartFault {
            return fault
        }
    }

    @Test(
        "a disk or a system that refuses at the start ends with 74",
        .enabled(if: RunningProgram.exists(strace), "needs strace"),
        arguments: [
            ("fsync", "EIO"), ("pwrite64", "EIO"), ("pread64", "EIO"), ("unlinkat", "EIO"),
            ("renameat", "EIO"), ("openat", "EMFILE"), ("openat", "EACCES"),
        ])
    func refusedBySystem(call: String, errno: String) throws {
        let home = try RunningPlace()
        let state = home.state
        let healthy = try RunningDesk(.init(state: state))
        try healthy.client().sign()
        healthy.kill()
        for count in [1, 2, 5] {
            let fault = try Self.start(state, call, errno, at: count)
            guard let fault else {
                #expect(count > 1, "\(call) is not called on the state directory")
                continue
            }
            #expect(fault.end == .exited(status: 74), "\(call) \(count): \(fault)")
        }
        try healthy.start()
        #expect(try healthy.client().wholeLog().count == 5)
    }

    @Test(
        "a configuration that the system does not show now ends with 74, one that is wrong with 78",
        .enabled(if: RunningProgram.exists(strace), "needs strace"),
        arguments: [
            ("openat", "EMFILE", 74), ("openat", "ENFILE", 74), ("openat", "ENOMEM", 74),
            ("openat", "EIO", 74), ("pread64", "EIO", 74), ("getdents64", "EIO", 74),
            ("openat", "EACCES", 78), ("openat", "ELOOP", 78),
        ] as [(String, String, Int32)])
    func unreadableConfiguration(call: String, errno: String, status: Int32) throws {
        let home = try RunningPlace()
        mkdir("\(home.path)/conf.d", 0o700)
        for name in ["supportd.toml", "conf.d/more.toml"] {
            try Data("[tickets]\nreopen_days = 3\n".utf8).write(
                to: URL(filePath: "\(home.path)/\(name)"))
        }
        let files = ["supportd.toml", "conf.d/more.toml"]
        let hit = ["openat": files + ["conf.d"], "pread64": files, "getdents64": ["conf.d"]]
        for path in hit[call] ?? [] {
            let run = try RunningProgram.run(
                Self.strace,
                [
                    "-f", "-qq", "-o", "/dev/null", "-P", "\(home.path)/\(path)", "-e",
                    "trace=\(call)", "-e", "inject=\(call):error=\(errno)",
                    RunningPlace.program("supportd"), "--check-config", "--config",
                    "\(home.path)/supportd.toml",
                ])
            #expect(run.end == .exited(status: status), "\(path): \(run.output)")
            #expect(run.output.contains("/\(path): it cannot be read"), "\(run.output)")
        }
    }

    @Test(
        "a new desk that the disk does not take ends with 74, and goes on by the same word",
        .enabled(if: RunningProgram.exists(strace), "needs strace"),
        arguments: [
            ("pwrite64", "ENOSPC", 1), ("pwrite64", "ENOSPC", 17), ("pwrite64", "ENOSPC", 18),
            ("fdatasync", "EIO", 1), ("fdatasync", "EIO", 17), ("renameat", "EIO", 2),
        ])
    func noRoom(call: String, errno: String, count: Int) throws {
        let home = try RunningPlace()
        let state = home.state
        mkdir(state, 0o700)
        let fault = try Self.start(state, call, errno, at: count, arguments: ["--init"])
        #expect(fault?.end == .exited(status: 74), "\(String(describing: fault))")
        let desk = try RunningDesk(.init(state: state, arguments: ["--init"]))
        #expect(try desk.client().wholeLog().isEmpty)
    }

    @Test(
        "a thing that is no file does not hang the start",
        arguments: [
            "journal-00000000000000000001.jsonl", "journal-00000000000000000007.jsonl",
            "journal-spare.tmp", "initialised", "durable.json",
        ])
    func fifo(name: String) throws {
        let desk = try RunningDesk()
        try desk.client().sign()
        desk.kill()
        let path = "\(desk.state)/\(name)"
        rename(path, "\(desk.directory)/aside")
        #expect(mkfifo(path, 0o600) == 0)
        let refused = try desk.startRefused()
        #expect(refused.end == .exited(status: 65))
        #expect(refused.log.contains("\(name): it is a FIFO, not a regular file"))
        unlink(path)
        rename("\(desk.directory)/aside", path)
        try desk.start()
        #expect(try desk.client().wholeLog().count == 5)
    }

    @Test("a record that was there at a start or a stop is never cut off as torn")
    func marked() throws {
        for stops in [false, true] {
            let desk = try RunningDesk()
            try desk.client().sign()
            try desk.restart()
            if stops { #expect(desk.terminate() == .exited(status: 0)) } else { desk.kill() }
            let path = "\(desk.state)/journal-00000000000000000001.jsonl"
            var bytes = Array(try Data(contentsOf: URL(filePath: path)))
            let used = bytes.prefix { $0 != 0 }.count
            bytes[used - 30] ^= 1
            try Data(bytes).write(to: URL(filePath: path))
            let refused = try desk.startRefused()
            #expect(refused.end == .exited(status: 65))
            #expect(refused.log.contains("record 5 cannot be read, and durable.json shows"))
        }
    }
}
