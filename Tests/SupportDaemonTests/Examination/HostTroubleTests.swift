import Foundation
import SupportDaemon
import SupportModel
import SupportSystem
import SupportWire
import Testing

/// What an examination finds where the host is in trouble; each trouble is made, and found alone.
struct HostTroubleTests {
    /// A trouble, what is found of it, and how it is made.
    struct Trouble: Sendable, CustomTestStringConvertible {
        let expected: [String]
        let make: @Sendable (inout ExaminationUnderTest) -> Void
        var testDescription: String { "\(expected)" }

        init(
            _ expected: String..., make: @escaping @Sendable (inout ExaminationUnderTest) -> Void
        ) {
            (self.expected, self.make) = (expected, make)
        }
    }

    private static let state = ExaminationUnderTest.state
    private static let socket = ExaminationUnderTest.socket
    private static let segments = UInt64(2 * 16_777_216)

    @Test("a desk in which all is well has nothing to be changed, and a finding of each area")
    func healthy() async throws {
        let examination = try await ExaminationUnderTest()
        #expect(examination.toChange == [])
        #expect(examination.unknown == ["backup-unknown"])
        // Its configuration came from no files.
        let areas = Set(examination.findings.map(\.area))
        #expect(areas == Set(ExaminedArea.allCases).subtracting([.config]))
        let disk = examination.finding("disk-room")
        #expect(disk?.message == "16.0 GiB free, 94 %")
        #expect(disk?.figures == ["free_bytes": "17179869184", "free_percent": "94"])
        #expect(
            examination.finding("socket-open")?.message
                == "/run/supportd/supportd.sock, mode 0666, 3 of 512 connections in use")
        #expect(
            examination.finding("mail-addresses")?.message
                == "0 of 1 client and 1 of 2 members of the staff have an address")
        #expect(examination.findings.allSatisfy { $0.verdict != .fine || $0.hint == nil })
    }

    @Test("a trouble of the host is found, and nothing else", arguments: troubles)
    func found(trouble: Trouble) async throws {
        var examination = try await ExaminationUnderTest()
        trouble.make(&examination)
        #expect(examination.toChange == trouble.expected)
        for finding in examination.findings where finding.verdict.asksForChange {
            #expect(finding.hint?.isEmpty == false, "\(finding)")
        }
    }

    private static let troubles =
        disk + [
            Trouble("advice clock-not-synchronised") { $0.host.isClockSynchronised = false },
            Trouble("advice clock-behind") {
                $0.examined.view.now = $0.examined.view.now.advanced(byMilliseconds: -60_001)
            },
            Trouble("advice test-clock") { $0.examined.view.isTestClock = true },
            Trouble("problem socket-gone") { $0.host.files[socket] = nil },
            Trouble("problem socket-gone") {
                $0.host.files[socket] = FileFacts(kind: .regular, mode: 0o666, owner: 998)
            },
            Trouble("advice socket-mode") { $0.host.files[socket]?.mode = 0o660 },
            Trouble("advice connections-scarce") { $0.examined.connections = 410 },
            Trouble("advice connections-short") { $0.examined.view.shortage = "12 descriptors" },
            Trouble("advice program-replaced") { $0.host.programIsReplaced = true },
            Trouble("advice backup-missing") { $0.pass(days: 8) },
            Trouble("advice backup-missing") {
                $0.examined.facts.backupAt = $0.examined.view.now
                $0.pass(days: 8)
            },
        ]

    private static let disk = [
        Trouble("problem state-in-memory") { $0.host.kind = .memory },
        Trouble("advice state-on-network") { $0.host.kind = .network },
        Trouble("problem state-read-only") { $0.host.isReadOnly = true },
        Trouble("problem state-open") { $0.host.files[state]?.mode = 0o777 },
        Trouble("problem state-open") { $0.host.files[state]?.mode = 0o1777 },
        Trouble("problem state-open") { $0.host.files[state]?.mode = 0o770 },
        Trouble("problem state-open") { $0.host.files[state]?.owner = 4711 },
        Trouble("problem disk-fills") {
            $0.host.room = FileSystemRoom(usedBytes: 0, availableBytes: segments - 1)
        },
        // A snapshot counts three times.
        Trouble("problem disk-fills") {
            let name = "snapshot-00000000000000000009.json"
            $0.host.stateNames.append(name)
            $0.host.files["\(state)/\(name)"] = FileFacts(
                kind: .regular, mode: 0o600, owner: 998, bytes: 100_000_000)
            $0.host.room = FileSystemRoom(
                usedBytes: 0, availableBytes: segments + 299_999_999)
        },
        Trouble("advice disk-fills") {
            $0.host.room = FileSystemRoom(
                usedBytes: segments * 20 * 8, availableBytes: segments * 8 - 1)
        },
        Trouble("problem inodes-end") { $0.host.filesLeft = 99 },
        Trouble("advice inodes-end") { $0.host.filesLeft = 9_999 },
    ]

    @Test("what is at a limit is fine")
    func atTheLimit() async throws {
        var examination = try await ExaminationUnderTest()
        examination.host.filesLeft = 10_000
        examination.host.room = FileSystemRoom(usedBytes: 0, availableBytes: Self.segments)
        examination.examined.connections = 409
        examination.pass(days: 7)
        #expect(examination.toChange == [])
        // A file system without a limit of files.
        (examination.host.filesMax, examination.host.filesLeft) = (0, 0)
        // Nearly full, and large.
        examination.host.room = FileSystemRoom(
            usedBytes: Self.segments * 1_000, availableBytes: Self.segments * 8)
        #expect(examination.toChange == [])
    }

    @Test("what the host does not say is unknown")
    func unknown() async throws {
        var examination = try await ExaminationUnderTest()
        examination.host.isClockSynchronised = nil
        examination.host.files[Self.state] = nil
        examination.host.isDirectoryDead = true
        #expect(examination.toChange == [])
        #expect(
            Set(examination.unknown) == [
                "clock-unknown", "disk-unread", "directory-unread", "backup-unknown",
            ])
        examination.examined.facts.backupAt = examination.examined.view.now
        #expect(examination.finding("backup-taken")?.verdict == .fine)
    }

    @Test("what does not answer is unknown, and everything else is seen")
    func hanging() async throws {
        var examination = try await ExaminationUnderTest()
        let (asked, answered) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        examination.host.onLookUp = {
            asked.signal()
            answered.wait()
        }
        let run = ExaminationRun()
        let desk = examination.examined
        let thread = try WorkerThread(name: "examination") { run.run(desk) }
        await withCheckedContinuation { goOn in
            DispatchQueue.global().async {
                asked.wait()
                goOn.resume()
            }
        }
        let findings = run.end(seconds: 10)
        #expect(findings.filter { $0.code == "not-answered" }.map(\.area) == [.rights])
        #expect(findings.contains { $0.code == "disk-room" })
        // One for each member of staff with a user.
        for _ in 1...2 { answered.signal() }
        thread.join()
    }
}

extension ExaminationUnderTest {
    /// Moves what the examination takes for now.
    mutating func pass(days: Int64) {
        examined.view.now = examined.view.now.advanced(
            byMilliseconds: days * Instant.millisecondsPerDay + (days > 7 ? 1 : 0))
        // The journal is verified daily.
        desk.log.find(JournalVerdict(at: examined.view.now, through: 3))
    }
}
