import FoundationEssentials
import Glibc
import SupportSystem
import SupportTestKit
import Testing

/// A new desk begins on an operator's word, and never because a directory is empty.
struct NewDeskTests {
    private static func empty(_ state: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: state) {
            unlink("\(state)/\(name)")
        }
    }

    @Test("a state directory that was emptied or is not there is refused, and left as it is")
    func unmounted() throws {
        let desk = try RunningDesk()
        try desk.client().sign()
        desk.kill()
        try Self.empty(desk.state)
        mkdir("\(desk.state)/lost+found", 0o700)
        let empty = try desk.startRefused()
        #expect(empty.end == .exited(status: 78))
        #expect(empty.log.contains("there is no desk in it") && empty.log.contains("--init"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: desk.state) == ["lost+found"])
        rmdir("\(desk.state)/lost+found")
        rmdir(desk.state)
        let missing = try desk.startRefused()
        #expect(missing.end == .exited(status: 78))
        #expect(missing.log.contains("it does not exist"))
        #expect(access(desk.state, F_OK) != 0)
    }

    @Test("--init makes a desk and serves, and is refused where one is")
    func given() throws {
        let desk = try RunningDesk(.init(arguments: ["--init"]))
        try desk.client().sign()
        desk.kill()
        let refused = try desk.startRefused()
        #expect(refused.end == .exited(status: 64))
        #expect(refused.log.contains("a desk is in it already. Start without --init"))
        let again = try RunningDesk(.init(state: desk.state))
        #expect(try again.client().wholeLog().count == 5)
    }

    @Test("a file outside of the state directory is the word for one new desk")
    func ordered() throws {
        let home = try RunningPlace()
        let order = "\(home.path)/new-desk"
        let plan = RunningDesk.Plan(
            state: "\(home.path)/state", arguments: ["--init-if", order])
        let refused = try #require(throws: RunningDesk.StartFault.self) { try RunningDesk(plan) }
        #expect(refused.end == .exited(status: 78))
        try Data().write(to: URL(filePath: order))
        let desk = try RunningDesk(plan)
        #expect(access(order, F_OK) != 0)
        try desk.client().sign()
        // Where there is a desk the order changes nothing, and must not wait for a failed mount.
        try Data().write(to: URL(filePath: order))
        try desk.restart()
        #expect(try desk.client().wholeLog().count == 5)
        #expect(access(order, F_OK) != 0)
        desk.kill()
        try Self.empty(desk.state)
        #expect(try desk.startRefused().end == .exited(status: 78))
    }

    private static let strace = "/usr/bin/strace"

    /// A start by an order, with one kind of call refused on one path.
    private static func plan(
        _ place: RunningPlace, _ call: String, _ errno: String, on path: String
    ) -> RunningDesk.Plan {
        RunningDesk.Plan(
            wrapper: [
                strace, "-f", "-qq", "-o", "/dev/null", "-P", path, "-e", "trace=\(call)", "-e",
                "inject=\(call):error=\(errno)", "/usr/bin/setpriv", "--pdeathsig", "KILL",
            ], state: "\(place.path)/state", arguments: ["--init-if", "\(place.path)/new-desk"])
    }

    @Test(
        "an order that cannot be taken away begins no desk, and harms none that is there",
        .enabled(if: RunningProgram.exists(strace), "needs strace"),
        arguments: [("EPERM", 78), ("EACCES", 78), ("EIO", 74)] as [(String, Int32)])
    func stuck(errno: String, status: Int32) throws {
        let home = try RunningPlace()
        let order = "\(home.path)/new-desk"
        try Data().write(to: URL(filePath: order))
        let plan = Self.plan(home, "/^rename", errno, on: order)
        let refused = try #require(throws: RunningDesk.StartFault.self) { try RunningDesk(plan) }
        #expect(refused.end == .exited(status: status))
        #expect(refused.log.contains("the order for a new desk is not obeyed: cannot rename"))
        #expect(access(order, F_OK) == 0 && access("\(home.path)/state", F_OK) != 0)
        let made = try RunningDesk(.init(state: "\(home.path)/state"))
        try made.client().sign()
        made.kill()
        let desk = try RunningDesk(plan)
        #expect(try desk.client().wholeLog().count == 5)
        #expect(
            desk.log.contains("the order for a new desk cannot be taken away from beside a desk"))
    }

    @Test("an order that is a directory begins no desk")
    func directory() throws {
        let home = try RunningPlace()
        mkdir("\(home.path)/new-desk", 0o700)
        let refused = try #require(throws: RunningDesk.StartFault.self) {
            try RunningDesk(
                .init(
                    state: "\(home.path)/state", arguments: ["--init-if", "\(home.path)/new-desk"]))
        }
        #expect(refused.end == .exited(status: 78))
        #expect(refused.log.contains("it is a directory, not a regular file"))
        #expect(access("\(home.path)/state", F_OK) != 0)
    }

    @Test(
        "no desk is served beside the order for it",
        .enabled(if: RunningProgram.exists(strace), "needs strace"))
    func notRemoved() throws {
        let home = try RunningPlace()
        let (order, state) = ("\(home.path)/new-desk", "\(home.path)/state")
        try Data().write(to: URL(filePath: order))
        let refused = try #require(throws: RunningDesk.StartFault.self) {
            try RunningDesk(Self.plan(home, "/^unlink", "EIO", on: "\(order).taken"))
        }
        #expect(refused.end == .exited(status: 74))
        #expect(refused.log.contains("Remove the file by hand and start again."))
        #expect(access(order, F_OK) != 0 && access("\(state)/initialised", F_OK) == 0)
        let desk = try RunningDesk(.init(state: state, arguments: ["--init-if", order]))
        #expect(try desk.client().wholeLog().isEmpty)
        #expect(access("\(order).taken", F_OK) != 0)
    }

    @Test(
        "a beginning that was cut short goes on by the order that was taken, and only once",
        .enabled(if: RunningProgram.exists(strace), "needs strace"),
        arguments: ["journal-spare.tmp", "initialised.tmp"])
    func cutShort(file: String) throws {
        let home = try RunningPlace()
        let (order, state) = ("\(home.path)/new-desk", "\(home.path)/state")
        try Data().write(to: URL(filePath: order))
        mkdir(state, 0o700)
        let refused = try #require(throws: RunningDesk.StartFault.self) {
            try RunningDesk(Self.plan(home, "pwrite64", "EIO", on: "\(state)/\(file)"))
        }
        #expect(refused.end == .exited(status: 74))
        #expect(access(order, F_OK) != 0 && access("\(order).taken", F_OK) == 0)
        #expect(access("\(state)/initialised", F_OK) != 0)
        let desk = try RunningDesk(.init(state: state, arguments: ["--init-if", order]))
        #expect(try desk.client().wholeLog().isEmpty)
        #expect(access("\(order).taken", F_OK) != 0)
        desk.kill()
        try Self.empty(state)
        #expect(try desk.startRefused().end == .exited(status: 78))
    }

    @Test("the first installation on a host leaves the word, and no later one")
    func installed() throws {
        let home = try RunningPlace()
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "systemd/order-new-desk").path
        let (file, state) = ("\(home.path)/supportd.toml", "\(home.path)/state")
        let order = "\(home.path)/lib/new-desk"
        func install() throws -> String {
            let run = try RunningProgram.run("/bin/sh", [script, file, state, order])
            #expect(run.end == .exited(status: 0))
            return run.output
        }
        try Data().write(to: URL(filePath: file))
        #expect(try install().contains("no new desk will be begun"))
        unlink(file)
        mkdir(state, 0o700)
        #expect(try install().contains("install -D /dev/null \(order)"))
        #expect(access(order, F_OK) != 0)
        rmdir(state)
        #expect(try install().isEmpty)
        #expect(access(order, F_OK) == 0)
    }

    @Test(
        "a state directory that others may change is refused",
        arguments: [0o777, 0o770] as [mode_t])
    func open(mode: mode_t) throws {
        let desk = try RunningDesk()
        try desk.client().sign()
        desk.kill()
        chmod(desk.state, mode)
        let refused = try desk.startRefused()
        #expect(refused.end == .exited(status: 78))
        #expect(refused.log.contains("(mode 0\(String(mode, radix: 8)))"))
        chmod(desk.state, 0o755)
        try desk.start()
        #expect(try desk.client().wholeLog().count == 5)
    }

    @Test(
        "a state directory of another user is refused",
        .enabled(if: geteuid() == 0, "needs root, to give a directory away"))
    func foreign() throws {
        let desk = try RunningDesk()
        desk.kill()
        chown(desk.state, 4711, 4711)
        let refused = try desk.startRefused()
        #expect(refused.end == .exited(status: 78))
        #expect(refused.log.contains("belongs to user 4711"))
        chown(desk.state, 0, 0)
    }
}
