import FoundationEssentials
import Glibc
import SupportJSON
import SupportSystem
import SupportTestKit
import Testing

/// Attachments with the programs themselves, killed and restarted.
struct AttachmentTests {
    private static func random(_ count: Int, seed: UInt64 = 1) -> Data {
        var random = SeededRandom(seed: seed)
        var bytes = Data(capacity: count + 8)
        while bytes.count < count {
            withUnsafeBytes(of: random.next()) { bytes.append(contentsOf: $0) }
        }
        return bytes.prefix(count)
    }

    /// A desk with a ticket, and a file of random bytes beside it.
    private static func desk(
        bytes: Int = 600_000, _ configuration: String = ""
    ) throws -> (desk: RunningDesk, file: String, content: Data) {
        let desk = try RunningDesk(.init(configuration: configuration))
        _ = try desk.signedClient()
        let (file, content) = ("\(desk.directory)/shot.png", random(bytes))
        try content.write(to: URL(filePath: file))
        return (desk, file, content)
    }

    private static func stored(_ desk: RunningDesk) -> [String] {
        let path = "\(desk.state)/attachments"
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// Waits until as many files are stored as are expected.
    private static func awaitStored(_ desk: RunningDesk, _ count: Int) -> [String] {
        let deadline = Deadline(after: .seconds(20))
        while stored(desk).count != count, !deadline.isOver { usleep(5000) }
        return stored(desk)
    }

    private static func supportd(_ arguments: String...) throws -> (code: Int32, output: String) {
        let (end, output) = try RunningProgram.run(RunningPlace.program("supportd"), arguments)
        guard case .exited(let code) = end else { return (-1, "\(end)") }
        return (code, output)
    }

    @Test("a file is attached, shown, fetched as it was, and its bytes go when it is taken off")
    func wholeLife() throws {
        let (desk, file, content) = try Self.desk()
        let attach = try desk.supportc("ticket", "attach", "1", file, "--note", "as seen")
        #expect(attach.output == "shot.png attached to ticket 1\n")
        let again = try desk.supportc("ticket", "attach", "1", file)
        #expect(again.output == "ticket 1 has shot.png already; nothing was changed\n")
        #expect(Self.stored(desk).count == 1)
        let shown = try desk.supportc("ticket", "show", "1").output
        #expect(shown.contains("shot.png") && shown.contains("585.9 KiB"), "\(shown)")
        let copy = "\(desk.directory)/copy"
        let fetched = try desk.supportc("ticket", "attachment", "1", "shot.png", "--output", copy)
        #expect(fetched.code == 0, "\(fetched.output)")
        #expect(FileManager.default.contents(atPath: copy) == content)
        var facts = stat()
        #expect(stat(copy, &facts) == 0 && facts.st_mode & 0o7777 == 0o600)
        #expect(
            try desk.supportc("ticket", "attachment", "1", "shot.png", "--output", copy).code == 2)
        try desk.restart()
        #expect(Self.stored(desk).count == 1)
        let detach = try desk.supportc(
            "ticket", "detach", "1", "shot.png", "--reason", "by mistake")
        #expect(detach.output == "shot.png taken off ticket 1\n")
        #expect(Self.awaitStored(desk, 0).isEmpty)
        #expect(try desk.supportc("verify").code == 0)
        #expect(try desk.supportc("ticket", "show", "1").output.contains("detached shot.png"))
    }

    @Test("what is sent and never attached goes with its connection")
    func abandoned() throws {
        let (desk, _, _) = try Self.desk()
        do {
            let client = try desk.client()
            try client.result(
                "attachment.put", #"{"upload":1,"offset":0,"data":"aGVsbG8=","end":true}"#)
            try client.result("attachment.put", #"{"upload":2,"offset":0,"data":"aGVsbG8="}"#)
            #expect(Self.stored(desk).count == 2)
        }
        #expect(Self.awaitStored(desk, 0).isEmpty)
    }

    @Test(
        "a desk that is killed in the middle of an upload, or before the record, keeps nothing half"
    )
    func killed() throws {
        let (desk, file, content) = try Self.desk()
        let client = try desk.client()
        let half = content.prefix(200_000).base64EncodedString()
        try client.result("attachment.put", #"{"upload":1,"offset":0,"data":"\#(half)"}"#)
        try client.result(
            "attachment.put", #"{"upload":2,"offset":0,"data":"aGVsbG8=","end":true}"#)
        #expect(Self.stored(desk).count == 2)
        try desk.restart()
        // The file that no record names is there, for the day in which it may still be named.
        let hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
        #expect(Self.stored(desk) == [hello])
        #expect(try desk.supportc("verify").code == 0)
        let second = try desk.client()
        try second.result(
            "ticket.attach",
            #"{"ticket":1,"files":[{"content":"\#(hello)","name":"hello.txt","#
                + #""type":"text/plain","bytes":5}]}"#)
        #expect(try desk.supportc("ticket", "attach", "1", file).code == 0)
        #expect(try desk.supportc("doctor", "--json").output.contains("attachments-stored"))
    }

    @Test("an upload that is killed again and again is either attached whole or not at all")
    func killedUploads() throws {
        let (desk, file, content) = try Self.desk(bytes: 3_000_000)
        for turn in 0..<8 {
            _ = try RunningProgram.run(
                "/usr/bin/timeout",
                [
                    "-s", "KILL", "0.0\(turn)", RunningPlace.program("supportc"), "--socket",
                    desk.socket, "ticket", "attach", "1", file, "--name", "f\(turn)",
                ])
            let shown = try desk.client().result("ticket.show", #"{"ticket":1}"#)
            let named = shown.at("history")?.array.compactMap { $0.at("attachments", 0, "name") }
            for name in (named ?? []).compactMap(\.string) {
                let got = try desk.supportc(
                    "ticket", "attachment", "1", name, "--output", "\(desk.directory)/\(name)")
                #expect(got.code == 0)
                let path = "\(desk.directory)/\(name)"
                #expect(FileManager.default.contents(atPath: path) == content)
                unlink(path)
            }
        }
        #expect(try desk.supportc("ticket", "attach", "1", file, "--name", "last").code == 0)
        #expect(Self.awaitStored(desk, 1).count == 1)
    }

    @Test("an orphan that is older than a day goes after a start, a young one stays")
    func orphans() throws {
        let (desk, file, _) = try Self.desk()
        #expect(try desk.supportc("ticket", "attach", "1", file).code == 0)
        let path = "\(desk.state)/attachments"
        let named = try #require(Self.stored(desk).first)
        let (old, young) = (String(repeating: "a", count: 64), String(repeating: "b", count: 64))
        desk.kill()
        for name in [old, young] { try desk.write("left", to: "\(path)/\(name)") }
        for name in [named, old] {
            let times = [timeval(tv_sec: time(nil) - 90_000, tv_usec: 0)]
            #expect(utimes("\(path)/\(name)", times + times) == 0)
        }
        try desk.start()
        #expect(Self.awaitStored(desk, 2) == [named, young].sorted())
    }

    @Test("backups have the attachments, only what is new; damage is named and stops nothing")
    func backups() throws {
        let (desk, file, content) = try Self.desk()
        #expect(try desk.supportc("ticket", "attach", "1", file).code == 0)
        let backup = "\(desk.directory)/backup"
        #expect(try desk.supportc("backup", backup).code == 0)
        let zeros = "\(desk.directory)/zeros"
        try Data(repeating: 0, count: 700_000).write(to: URL(filePath: zeros))
        #expect(try desk.supportc("ticket", "attach", "1", zeros).code == 0)
        let second = try desk.supportc("backup", backup)
        #expect(second.output.contains("2 files copied") && second.output.contains("kept"))
        let check = try Self.supportd("--verify-state", backup)
        #expect(check.code == 0, "\(check.output)")
        #expect(check.output.contains("attached   2 (1.2 MiB), all whole"), "\(check.output)")
        let state = "\(desk.directory)/restored"
        let restored = try Self.supportd(
            "--config", desk.configurationPath, "--restore", backup, "--state", state)
        #expect(restored.code == 0, "\(restored.output)")
        #expect(restored.output.contains("2 attached files (1.2 MiB)"), "\(restored.output)")
        #expect(try Self.supportd("--verify-state", state).code == 0)
        let third = try RunningDesk(.init(state: state))
        let copy = "\(desk.directory)/copy"
        #expect(
            try third.supportc("ticket", "attachment", "1", "shot.png", "--output", copy).code == 0)
        #expect(FileManager.default.contents(atPath: copy) == content)
        let name = try #require(Self.stored(desk).first)
        try desk.write("x", to: "\(backup)/\(name).copy")
        let damaged = try Self.supportd("--verify-state", backup)
        #expect(damaged.code == 1, "\(damaged.output)")
        #expect(damaged.output.contains("does not hold what was stored"), "\(damaged.output)")
        let other = "\(desk.directory)/other"
        let partial = try Self.supportd(
            "--config", desk.configurationPath, "--restore", backup, "--state", other)
        #expect(partial.code == 0, "\(partial.output)")
        #expect(partial.output.contains("left out \(name)"), "\(partial.output)")
        // The next backup copies it again.
        #expect(try desk.supportc("backup", backup).output.contains("copied"))
        #expect(try Self.supportd("--verify-state", backup).code == 0)
    }

    @Test(
        "what is missing on the disk is named by doctor and verify, and the desk starts and works")
    func missing() throws {
        let (desk, file, _) = try Self.desk()
        #expect(try desk.supportc("ticket", "attach", "1", file).code == 0)
        let name = try #require(Self.stored(desk).first)
        desk.kill()
        unlink("\(desk.state)/attachments/\(name)")
        try desk.start()
        let doctor = try desk.supportc("doctor")
        #expect(doctor.code == 3 && doctor.output.contains("shot.png of ticket 1"))
        let verify = try desk.supportc("verify")
        #expect(verify.code == 1, "\(verify.output)")
        #expect(verify.output.contains("shot.png of ticket 1"), "\(verify.output)")
        #expect(try desk.supportc("backup", "\(desk.directory)/backup").code == 0)
        let get = try desk.supportc("ticket", "attachment", "1", "shot.png")
        #expect(get.code == 1 && get.output.contains("is missing"), "\(get.output)")
        // The same file again repairs it; the ticket has it already.
        #expect(try desk.supportc("ticket", "attach", "1", file).code == 0)
        #expect(try desk.supportc("verify").code == 0)
    }

    @Test("a directory that was moved away refuses with 8 and nothing half")
    func movedAway() throws {
        let (desk, file, _) = try Self.desk()
        #expect(try desk.supportc("ticket", "attach", "1", file).code == 0)
        #expect(rename(desk.state, "\(desk.directory)/away") == 0)
        let refused = try desk.supportc("ticket", "attach", "1", desk.configurationPath)
        #expect(refused.code == 8, "\(refused.output)")
        #expect(rename("\(desk.directory)/away", desk.state) == 0)
        let path = "\(desk.state)/attachments"
        let left = try FileManager.default.contentsOfDirectory(atPath: path)
        #expect(!left.contains { $0.hasSuffix(".tmp") })
    }

    @Test(
        "a full disk refuses with 8, keeps nothing half, and takes it once there is room",
        .enabled(if: geteuid() == 0, "needs root, to mount a small file system"))
    func fullDisk() throws {
        let disk = try StorageTroubleTests.SmallDisk()
        try #require(disk.isMounted, "a tmpfs cannot be mounted here")
        let desk = try RunningDesk(
            .init(
                configuration: "[journal]\nsegment_bytes = 1048576\n", state: "\(disk.path)/state"))
        _ = try desk.signedClient()
        let file = "\(desk.directory)/large"
        try Self.random(14_000_000).write(to: URL(filePath: file))
        #expect(try desk.supportc("ticket", "attach", "1", file).code == 0)
        try Self.random(20_000_000, seed: 2).write(to: URL(filePath: file))
        let refused = try desk.supportc("ticket", "attach", "1", file)
        #expect(refused.code == 8, "\(refused.output)")
        #expect(Self.awaitStored(desk, 1).allSatisfy { !$0.hasSuffix(".tmp") })
        #expect(try desk.supportc("ticket", "attach", "1", desk.configurationPath).code == 0)
        #expect(try desk.supportc("verify").code == 0)
    }

    @Test("a file of 25 MiB passes through in parts: neither way takes its memory")
    func memory() throws {
        let (desk, file, content) = try Self.desk(bytes: 26_214_400)
        _ = try desk.supportc("ticket", "attach", "1", desk.configurationPath)
        let before = desk.residentKiB
        #expect(try desk.supportc("ticket", "attach", "1", file).code == 0)
        let copy = "\(desk.directory)/copy"
        #expect(
            try desk.supportc("ticket", "attachment", "1", "shot.png", "--output", copy).code == 0)
        #expect(FileManager.default.contents(atPath: copy) == content)
        let more = desk.residentKiB - before
        #expect(more < 16_384, "\(more) KiB more than \(before)")
        try Data(content + [0]).write(to: URL(filePath: file))
        let past = try desk.supportc("ticket", "attach", "1", file)
        #expect(past.code == 1 && past.output.contains("26214400 bytes (25.0 MiB)"))
        #expect(Self.awaitStored(desk, 2).count == 2)
    }

    @Test("limits of the configuration hold from a reload on")
    func configured() throws {
        let (desk, file, _) = try Self.desk(
            bytes: 600, "[attachments]\nfile_bytes_max = 600\nrefused_types = [\"image/*\"]\n")
        let refused = try desk.supportc("ticket", "attach", "1", file, "--name", "a.svg")
        #expect(refused.code == 1 && refused.output.contains("image/svg"), "\(refused.output)")
        #expect(try desk.supportc("ticket", "attach", "1", file, "--name", "a.bin").code == 0)
        try Self.random(601).write(to: URL(filePath: file))
        let past = try desk.supportc("ticket", "attach", "1", file, "--name", "b.bin")
        #expect(past.code == 1 && past.output.contains("600 bytes"), "\(past.output)")
    }
}
