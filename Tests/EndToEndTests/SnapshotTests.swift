import FoundationEssentials
import SupportTestKit
import Testing

/// When the desk writes a snapshot by itself.
struct SnapshotTests {
    private static func snapshots(_ desk: RunningDesk) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: desk.state)
            .filter { $0.hasPrefix("snapshot-") && $0.hasSuffix(".json") }
    }

    private static func note(_ count: Int, _ desk: RunningDesk) throws {
        let client = try desk.client()
        for _ in 0..<count {
            try client.result("ticket.note", #"{"ticket":1,"text":"x"}"#)
        }
    }

    /// A desk that was killed after a contract was signed and so many notes were written.
    private static func killed(snapshotRecords: Int, notes: Int) throws -> RunningDesk {
        let desk = try RunningDesk(
            .init(configuration: "[journal]\nsnapshot_records = \(snapshotRecords)\n"))
        try desk.client().sign()
        try note(notes, desk)
        desk.kill()
        return desk
    }

    @Test("the records of earlier starts count, so that a desk that is killed often has snapshots")
    func countedOverStarts() throws {
        let desk = try Self.killed(snapshotRecords: 30, notes: 15)
        #expect(try Self.snapshots(desk) == [], "20 records are too few")
        try desk.start()
        try Self.note(20, desk)
        #expect(try RunningProgram.eventually { try Self.snapshots(desk).count == 1 })
        // The next start uses it and counts from there on.
        try desk.restart()
        #expect(!desk.log.contains("a snapshot was passed over"))
        #expect(try desk.client().wholeLog().count == 40)
    }

    @Test("a start that finds enough records without a snapshot writes one at once")
    func dueAtTheStart() throws {
        let desk = try Self.killed(snapshotRecords: 0, notes: 30)
        #expect(try Self.snapshots(desk) == [])
        try desk.write(
            "[daemon]\nstart_worker = false\n[journal]\nsnapshot_records = 30\n",
            to: desk.configurationPath)
        try desk.start()
        #expect(try RunningProgram.eventually { try Self.snapshots(desk).count == 1 })
        desk.kill()
    }
}
