import FoundationEssentials
import Glibc
import SupportSystem
import SupportTestKit
import Testing

/// Backups with the programs themselves: made of a running desk, verified, and restored.
struct BackupTests {
    /// Runs `supportd` for something else than to serve: its exit code and what it wrote.
    private static func supportd(_ arguments: String...) throws -> (code: Int32, output: String) {
        let (end, output) = try RunningProgram.run(RunningPlace.program("supportd"), arguments)
        guard case .exited(let code) = end else { return (-1, "\(end)") }
        return (code, output)
    }

    /// Restores a backup; the configuration is that of a desk without a worker.
    private static func restore(
        _ backup: String, into state: String, _ desk: RunningDesk
    ) throws -> (code: Int32, output: String) {
        try supportd("--config", desk.configurationPath, "--restore", backup, "--state", state)
    }

    /// What a desk says of itself: its records, its tickets, its time, and whether it is whole.
    private static func everything(_ desk: RunningDesk) throws -> [String] {
        try [
            desk.supportc("log", "--since", "0", "--limit", "1000", "--json").output,
            desk.supportc("export", "tickets").output,
            desk.supportc("export", "time").output, desk.supportc("verify").output,
        ]
    }

    /// A desk with a closed cycle, and a directory for its backups.
    private static func desk() throws -> (desk: RunningDesk, backup: String) {
        let desk = try RunningDesk()
        _ = try desk.signedClient(booking: 90, thenDays: 40)
        return (desk, "\(desk.directory)/backup")
    }

    @Test("a backup that is restored is the same desk, and goes on")
    func restored() throws {
        let (desk, backup) = try Self.desk()
        try desk.client().result("desk.snapshot")
        let run = try desk.supportc("backup", backup)
        #expect(run.code == 0 && run.output.contains("through record"), "\(run.output)")
        let check = try Self.supportd("--verify-state", backup)
        #expect(check.code == 0 && check.output.contains("nothing differs"), "\(check.output)")
        #expect(check.output.contains("1 closed"), "\(check.output)")
        let state = "\(desk.directory)/restored"
        let restored = try Self.restore(backup, into: state, desk)
        #expect(restored.code == 0 && restored.output.contains("restored into"), "\(restored)")
        #expect(try Self.supportd("--verify-state", state).code == 0)
        let second = try RunningDesk(.init(clock: "2026-02-14T09:00:00Z", state: state))
        #expect(try Self.everything(second) == Self.everything(desk))
        #expect(try second.client().book(30).result != nil)
        #expect(second.terminate() == .exited(status: 0))
        #expect(try Self.supportd("--verify-state", state).code == 0)
    }

    @Test("a backup that is made while others write is a desk of some moment")
    func underWrites() throws {
        let desk = try RunningDesk(.init(configuration: "[journal]\nsegment_bytes = 1048576\n"))
        let backup = "\(desk.directory)/backup"
        let first = try desk.signedClient(booking: 90, thenDays: 40)
        // A segment holds two of the longest records at least, whatever is configured.
        let text = String(repeating: "b", count: 30_000)
        for _ in 1...290 { try first.result("ticket.note", #"{"ticket":1,"text":"\#(text)"}"#) }
        let isOver = GuardedState(false)
        let writer = try WorkerThread(name: "writer") {
            guard let client = try? desk.client() else { return }
            let ticket = #"{"client":"acme","contract":1,"level":4,"subject":"Another"}"#
            while !isOver.withLock({ $0 }) {
                guard (try? client.call("ticket.open", ticket)) != nil else { return }
                usleep(20_000)
            }
        }
        var last = 0
        for turn in 1...5 {
            let run = try desk.supportc("backup", backup, "-q")
            let sequence = Int(run.output.split(separator: "\n").first ?? "") ?? 0
            #expect(run.code == 0 && sequence > last, "\(run.output)")
            last = sequence
            let check = try Self.supportd("--verify-state", backup)
            #expect(check.code == 0, "turn \(turn): \(check.output)")
            #expect(check.output.contains(" to \(last), all whole"), "\(check.output)")
        }
        isOver.change { $0 = true }
        writer.join()
        let state = "\(desk.directory)/restored"
        #expect(try Self.restore(backup, into: state, desk).code == 0)
        let second = try RunningDesk(.init(clock: "2026-02-14T09:00:00Z", state: state))
        let status = try second.client().result("desk.status")
        #expect(status.at("seq")?.int == last)
        // By the digest of the last record both are of one past.
        #expect(try second.supportc("backup", backup).code == 0)
        #expect(try desk.supportc("backup", backup).code == 0)
    }

    @Test("a client that is killed at any time leaves the earlier backup, and the next is finished")
    func killed() throws {
        let (desk, backup) = try Self.desk()
        #expect(try desk.supportc("backup", backup).code == 0)
        let text = String(repeating: "b", count: 30_000)
        let client = try desk.client()
        for turn in 0..<12 {
            for _ in 0..<20 { try client.result("ticket.note", #"{"ticket":1,"text":"\#(text)"}"#) }
            _ = try RunningProgram.run(
                "/usr/bin/timeout",
                [
                    "-s", "KILL", "0.0\(turn)5", RunningPlace.program("supportc"), "--socket",
                    desk.socket, "backup", backup,
                ])
            let check = try Self.supportd("--verify-state", backup)
            #expect(check.code == 0, "turn \(turn): \(check.output)")
        }
        #expect(try desk.supportc("backup", backup).code == 0)
        #expect(try Self.supportd("--verify-state", backup).code == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: backup)
        #expect(!left.contains { $0.hasSuffix(".tmp") }, "\(left)")
    }

    @Test("a flipped byte is named with its file and place, and nothing is restored")
    func damaged() throws {
        let (desk, backup) = try Self.desk()
        #expect(try desk.supportc("backup", backup).code == 0)
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: backup)
                .first { $0.hasPrefix("journal-") })
        let url = URL(filePath: "\(backup)/\(name)")
        var bytes = try Data(contentsOf: url)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: url)
        let check = try Self.supportd("--verify-state", backup)
        #expect(check.code == 1, "\(check.output)")
        #expect(check.output.contains("journal-00000000000000000001.jsonl at byte "))
        let state = "\(desk.directory)/restored"
        let restored = try Self.restore(backup, into: state, desk)
        #expect(restored.code == 65 && restored.output.contains("Nothing was restored"))
        #expect(!FileManager.default.fileExists(atPath: state))
        // The desk is whole, and makes it good.
        #expect(try desk.supportc("backup", backup).code == 0)
        #expect(try Self.supportd("--verify-state", backup).code == 0)
    }

    @Test("nothing is written over, and each refusal says the way")
    func refused() throws {
        let (desk, backup) = try Self.desk()
        #expect(try desk.supportc("backup", backup).code == 0)
        let inUse = try Self.supportd("--verify-state", desk.state)
        #expect(inUse.code == 69 && inUse.output.contains("supportc verify"), "\(inUse)")
        let running = try Self.restore(backup, into: desk.state, desk)
        #expect(running.code == 69 && running.output.contains("Stop the daemon"), "\(running)")
        let own = try desk.supportc("backup", desk.state)
        #expect(own.code == 1 && own.output.contains("another process uses"), "\(own)")
        #expect(desk.terminate() == .exited(status: 0))
        #expect(try Self.supportd("--verify-state", desk.state).code == 0)
        let there = try Self.restore(backup, into: desk.state, desk)
        #expect(there.code == 64 && there.output.contains("move it away"), "\(there)")
        let nothing = try Self.supportd("--verify-state", "\(desk.directory)/nothing")
        #expect(nothing.code == 78 && nothing.output.contains("Name a directory"), "\(nothing)")
        let both = try Self.supportd("--restore", backup, "--init")
        #expect(both.code == 64 && both.output.contains("exclude each other"), "\(both)")
        let other = try RunningDesk()
        let another = try other.supportc("backup", backup)
        #expect(another.code == 1 && another.output.contains("this is desk"), "\(another)")
    }

    @Test("a desk that was set back does not write over the backup that has more")
    func setBack() throws {
        let (desk, backup) = try Self.desk()
        let older = "\(desk.directory)/older"
        #expect(try desk.supportc("backup", older).code == 0)
        _ = try desk.client().book(15)
        #expect(try desk.supportc("backup", backup).code == 0)
        desk.kill()
        let state = "\(desk.directory)/restored"
        #expect(try Self.restore(older, into: state, desk).code == 0)
        let second = try RunningDesk(.init(clock: "2026-02-14T09:00:00Z", state: state))
        let shorter = try second.supportc("backup", backup)
        #expect(shorter.code == 1 && shorter.output.contains("the desk ends with"), "\(shorter)")
        // Another record takes the place of the lost one.
        _ = try second.client().book(45)
        let strange = try second.supportc("backup", backup)
        #expect(strange.code == 1 && strange.output.contains("another one than"), "\(strange)")
        #expect(try Self.supportd("--verify-state", backup).code == 0)
        #expect(try second.supportc("backup", older).code == 0)
    }

    @Test(
        "restored by root, the files are those of the directory's owner",
        .enabled(if: geteuid() == 0))
    func owner() throws {
        let (desk, backup) = try Self.desk()
        #expect(try desk.supportc("backup", backup).code == 0)
        let state = "\(desk.directory)/restored"
        #expect(mkdir(state, 0o700) == 0 && chown(state, 65_534, 65_534) == 0)
        let restored = try Self.restore(backup, into: state, desk)
        #expect(restored.code == 0 && !restored.output.contains("belong to root"), "\(restored)")
        let names = try FileManager.default.contentsOfDirectory(atPath: state)
        #expect(names.count >= 3)
        for name in names {
            var status = stat()
            #expect(lstat("\(state)/\(name)", &status) == 0)
            #expect(status.st_uid == 65_534 && status.st_gid == 65_534, "\(name)")
            #expect(status.st_mode & 0o777 == 0o600, "\(name)")
        }
    }
}
