import Glibc
import SupportSystem
import Testing

@Suite struct ProcessTests {
    private func end(
        _ arguments: [String], environment: [String: String] = [:],
        during: (ChildProcess) -> Void = { _ in }
    ) throws -> ProcessEnd? {
        let end = GuardedState<ProcessEnd?>(nil)
        let child = try ChildProcess(
            program: "/bin/sh", arguments: arguments, environment: environment
        ) { how in
            end.change { $0 = how }
        }
        during(child)
        child.join()
        #expect(!child.terminate())
        return end.withLock { $0 }
    }

    @Test func reportsTheStatus() throws {
        #expect(try end(["-c", "exit 7"]) == .exited(status: 7))
        #expect(try end(["-c", "exit 0"]) == .exited(status: 0))
    }

    @Test func reportsTheSignal() throws {
        let end = try end(["-c", "while :; do sleep 1; done"]) { child in
            #expect(child.kill())
        }
        #expect(end == .killed(signal: SIGKILL))
    }

    @Test("the group is killed with it, though all of it is stopped")
    func killsTheGroup() throws {
        var ends: [CInt] = [-1, -1]
        try #require(pipe(&ends) == 0)
        // A stopped group that lost its leader is sent a hang-up, which is not what is tried here.
        // Both hold the pipe's writing end as their standard output, and nobody else does.
        let output = dup(1)
        try #require(dup2(ends[1], 1) == 1)
        let ended = GuardedState<ProcessEnd?>(nil)
        let child = try ChildProcess(
            program: "/bin/sh",
            arguments: ["-c", "trap '' HUP; sleep 600 & echo x; kill -STOP 0; wait"],
            environment: ["PATH": "/usr/bin:/bin"]
        ) { how in ended.change { $0 = how } }
        dup2(output, 1)
        close(output)
        close(ends[1])
        defer { close(ends[0]) }
        var bytes = [UInt8](repeating: 0, count: 16)
        try #require(read(ends[0], &bytes, bytes.count) > 0)
        #expect(child.killGroup())
        child.join()
        #expect(ended.withLock { $0 } == .killed(signal: SIGKILL))
        defer { kill(-child.process, SIGKILL) }
        var end = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
        #expect(poll(&end, 1, 5000) == 1, "the other one is gone too")
        #expect(!child.killGroup())
    }

    @Test func describesItsEndInWords() {
        #expect("\(ProcessEnd.exited(status: 1))" == "exited with status 1")
        #expect("\(ProcessEnd.killed(signal: 9))" == "killed by signal 9")
    }

    @Test func passesArgumentsAndEnvironmentAndNothingElse() throws {
        // Standard input is empty, descriptors from 3 on are closed, the environment is as given.
        let script =
            #"[ "$1" = "a b" ] && [ "$X" = 1 ] && [ -z "$HOME" ] && ! read line "#
            + "&& ! ( : >&9 ) 2>/dev/null"
        let open = dup2(1, 9)
        #expect(open == 9)
        defer { close(9) }
        #expect(
            try end(["-c", script, "sh", "a b"], environment: ["X": "1"]) == .exited(status: 0))
    }

    @Test func namesAProgramThatIsMissing() {
        let error = #expect(throws: SystemFault.self) {
            _ = try ChildProcess(program: "/nonexistent", arguments: [], environment: [:]) { _ in }
        }
        #expect(error?.description == "cannot start /nonexistent: No such file or directory")
    }

    @Test func refusesAZeroByte() {
        let error = #expect(throws: SystemFault.self) {
            _ = try ChildProcess(
                program: "/bin/sh", arguments: ["a\0b"], environment: [:]
            ) { _ in }
        }
        #expect(error?.errno == EINVAL)
    }

    @Test func findsUsersByNumberAndByName() throws {
        #expect(try UserDatabase.name(ofUser: 0) == "root")
        #expect(try UserDatabase.user(named: "root") == 0)
        #expect(try UserDatabase.user(named: "no such user") == nil)
        #expect(try UserDatabase.name(ofUser: 4_000_000_001) == nil)
        #expect(try UserDatabase.account(named: "root")?.number == 0)
        #expect(try UserDatabase.account(named: "root")?.groups.contains(0) == false)
        #expect(try UserDatabase.account(named: "no such user") == nil)
        let daemon = try UserDatabase.account(named: "daemon")
        let group = try UserDatabase.group(named: "daemon")
        #expect(daemon.map { $0.groups.contains(group ?? 0) } ?? true)
        #expect(ProcessIdentity.effectiveUser == geteuid())
        #expect(ProcessIdentity.process == getpid())
    }
}
