import FoundationEssentials
import Glibc
import SupportJSON
import SupportTestKit
import Testing

/// Old segments that the daemon compresses, and what is left after it was killed at that.
@Suite(.serialized) struct CompressionTests {
    private static let first = "journal-00000000000000000001.jsonl"
    private static let plain = ""
    private static let compressing = "[journal]\ncompress = true\ncompress_after_days = 0\n"
    /// How many records the desk has at least.
    private static let notes = 300

    /// A desk that has ended, with many small segments and two snapshots behind them.
    private static func stopped() throws -> RunningDesk {
        let first = try RunningDesk()
        let client = try first.signedClient()
        for number in 1...notes {
            try client.result("ticket.note", #"{"ticket":1,"text":"Note \#(number)"}"#)
        }
        first.kill()
        let bytes = try Data(contentsOf: URL(filePath: "\(first.state)/\(Self.first)"))
        let place = try RunningPlace()
        try StoredJournal.write(
            StoredJournal.texts(inSegment: Array(bytes)), to: place.state, segmentBytes: 8_000)
        try FileManager.default.removeItem(atPath: first.state)
        try FileManager.default.copyItem(atPath: place.state, toPath: first.state)
        try first.start()
        for _ in 1...2 {
            try first.client().result("ticket.note", #"{"ticket":1,"text":"x"}"#)
            try first.client().result("desk.snapshot")
        }
        #expect(first.terminate() == .exited(status: 0))
        #expect(try journal(first.state).count > 5)
        return first
    }

    /// A place with a copy of its state directory.
    private static func copy(_ original: RunningDesk) throws -> RunningPlace {
        let place = try RunningPlace()
        try FileManager.default.copyItem(atPath: original.state, toPath: place.state)
        return place
    }

    private static func desk(_ place: RunningPlace, _ table: String) throws -> RunningDesk {
        try RunningDesk(.init(configuration: table, state: place.state))
    }

    /// Waits until all segments but the newest are compressed.
    private static func awaitCompression(_ state: String, plain: Int = 1) throws -> Bool {
        try RunningProgram.eventually {
            try journal(state).filter { $0.hasSuffix(".jsonl") }.count == plain
        }
    }

    private static func journal(_ state: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: state)
            .filter { $0.hasPrefix("journal-") && !$0.hasSuffix(".tmp") }.sorted()
    }

    /// How many records there are, once the files were verified and the log shows the first of them,
    /// some in the middle, and the last.
    private static func records(_ desk: RunningDesk) throws -> Int {
        let client = try desk.client()
        let count = try client.result("desk.verify").at("records")?.int ?? 0
        for since in [0, 150, count - 10] {
            let page = try client.result("log.list", #"{"since":\#(since),"limit":10}"#)
            let found = page.at("records")?.array.compactMap { $0.at("seq")?.int }
            #expect(found == Array((since + 1)...(since + 10)))
        }
        return count
    }

    private static func supportd(_ arguments: String...) throws -> (code: Int32, output: String) {
        let (end, output) = try RunningProgram.run(RunningPlace.program("supportd"), arguments)
        guard case .exited(let code) = end else { return (-1, "\(end)") }
        return (code, output)
    }

    @Test("old segments are compressed, and the log, the checks, backups and a restore have all")
    func whole() throws {
        let place = try Self.copy(Self.stopped())
        let backup = "\(place.path)/backup"
        let desk = try Self.desk(place, Self.plain)
        #expect(try desk.supportc("backup", backup).code == 0)
        let before = try Self.records(desk)
        #expect(before > Self.notes)
        desk.kill()
        try desk.write(
            "[daemon]\nstart_worker = false\n" + Self.compressing, to: desk.configurationPath)
        try desk.start()
        #expect(try Self.awaitCompression(place.state))
        #expect(try Self.journal(place.state).filter { $0.hasSuffix(".zst") }.count > 5)
        #expect(desk.log.contains("a segment of the journal was compressed"), "\(desk.log)")
        #expect(try Self.records(desk) == before)
        let run = try desk.supportc("backup", backup)
        #expect(run.code == 0, "\(run.output)")
        let copies = try FileManager.default.contentsOfDirectory(atPath: backup)
        #expect(copies.filter { $0.contains(".zst.") }.count > 5)
        #expect(!copies.contains("\(Self.first).copy"))
        #expect(desk.terminate() == .exited(status: 0))
        for directory in [backup, place.state] {
            let check = try Self.supportd("--verify-state", directory)
            #expect(check.code == 0, "\(check.output)")
        }
        let state = "\(place.path)/restored"
        let restored = try Self.supportd(
            "--config", desk.configurationPath, "--restore", backup, "--state", state)
        #expect(restored.code == 0, "\(restored.output)")
        let second = try RunningDesk(.init(configuration: Self.plain, state: state))
        #expect(try Self.records(second) == before)
        #expect(second.terminate() == .exited(status: 0))
    }

    @Test("an archive takes the old segments; the desk needs it, and says so where it is missing")
    func archived() throws {
        let place = try Self.copy(Self.stopped())
        let archive = "\(place.path)/archive"
        let table = Self.compressing + "archive = \"\(archive)\"\n"
        let early = #expect(throws: RunningDesk.StartFault.self) {
            try Self.desk(place, table)
        }
        #expect(early?.end == .exited(status: 74), "\(early as Any)")
        #expect(early?.log.contains("the archive of the journal cannot be used") == true)
        try FileManager.default.createDirectory(
            atPath: archive, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        let desk = try Self.desk(place, table)
        #expect(try Self.awaitCompression(place.state))
        #expect(try Self.journal(place.state).count == 1)
        #expect(try Self.journal(archive).count > 5)
        let found = try Self.records(desk)
        #expect(found > Self.notes)
        let backup = "\(place.path)/backup"
        #expect(try desk.supportc("backup", backup).code == 0)
        #expect(desk.terminate() == .exited(status: 0))
        #expect(try Self.supportd("--verify-state", backup).code == 0)
        let check = try Self.supportd(
            "--verify-state", place.state, "--config", desk.configurationPath)
        #expect(check.code == 0, "\(check.output)")
        let alone = try Self.supportd("--verify-state", place.state)
        #expect(alone.code == 1 && alone.output.contains("nor in an archive"), "\(alone.output)")
        let without = #expect(throws: RunningDesk.StartFault.self) {
            try Self.desk(place, Self.plain)
        }
        #expect(without?.end == .exited(status: 74))
        #expect(without?.log.contains("name it in journal.archive") == true, "\(without as Any)")
        try desk.start()
        #expect(try Self.records(desk) == found)
        desk.kill()
    }

    @Test("killed at any moment of it, the desk has every record and goes on with it")
    func killed() throws {
        let original = try Self.stopped()
        for milliseconds: UInt32 in [0, 5, 10, 20, 40, 80, 160] {
            let place = try Self.copy(original)
            let desk = try Self.desk(place, Self.compressing)
            usleep(milliseconds * 1_000)
            desk.kill()
            try desk.start()
            let found = try Self.records(desk)
            #expect(found > Self.notes)
            #expect(try Self.awaitCompression(place.state))
            #expect(try Self.records(desk) == found)
            #expect(desk.terminate() == .exited(status: 0))
            let names = try FileManager.default.contentsOfDirectory(atPath: place.state)
            #expect(names.allSatisfy { !$0.hasSuffix(".zst.tmp") })
        }
    }

    @Test("a segment that cannot be compressed is logged once, and stays")
    func damaged() throws {
        let place = try Self.copy(Self.stopped())
        let path = "\(place.state)/\(Self.first)"
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[1_000] ^= 1
        try bytes.write(to: URL(filePath: path))
        let desk = try Self.desk(place, Self.compressing)
        let client = try desk.client()
        let words = "old segments of the journal could not be compressed"
        #expect(try RunningProgram.eventually { desk.log.contains(words) })
        // It is passed over.
        #expect(try Self.awaitCompression(place.state, plain: 2))
        for _ in 1...2 {
            try client.result("ticket.note", #"{"ticket":1,"text":"y"}"#)
            try client.result("desk.snapshot")
        }
        usleep(300_000)
        #expect(desk.log.components(separatedBy: words).count == 2, "\(desk.log)")
        #expect(try Self.journal(place.state)[0] == Self.first)
        desk.kill()
    }
}
