import Foundation
import SupportDaemon
import SupportModel
import SupportSystem
import SupportWire
import Testing

/// What an examination finds where the desk itself is in trouble: rights, journal, worker, key, clock.
struct DeskTroubleTests {
    private static let day = Instant.millisecondsPerDay

    // MARK: Rights

    @Test("staff of whom nobody can connect is advised to, once there is staff")
    func nobody() async throws {
        let calls = [
            ("staff.set", #"{"staff":"olena","role":"engineer"}"#),
            ("staff.remove", #"{"staff":"mia"}"#),
        ]
        let examination = try await ExaminationUnderTest(calls)
        #expect(examination.toChange == ["advice nobody-operates", "advice nobody-agrees"])
        #expect(
            examination.finding("nobody-agrees")?.hint
                == "supportc staff set NAME --role manager --user USER, or name a group under "
                + "[roles], manager = [\"GROUP\"]")
        var empty = try await ExaminationUnderTest([
            ("staff.remove", #"{"staff":"olena"}"#), ("staff.remove", #"{"staff":"mia"}"#),
        ])
        #expect(empty.toChange == [])
        #expect(empty.finding("rights-held")?.message == "no staff yet")
        empty.take(rights: #"[roles]\#noperator = ["adm"]"#)
        #expect(empty.finding("rights-held")?.message == "no staff yet, roles for the groups adm")
    }

    @Test("users and groups that the host does not have, and a user of two, are named")
    func strangers() async throws {
        var examination = try await ExaminationUnderTest([
            ("staff.add", #"{"staff":"ivo","role":"engineer","user":"ivo"}"#),
            ("staff.add", #"{"staff":"mia2","role":"engineer","user":"1001"}"#),
        ])
        examination.take(rights: #"[roles]\#nviewer = ["4", "adm", "guests"]"#)
        #expect(
            examination.toChange == [
                "problem same-user", "advice no-such-group", "advice no-such-user",
            ])
        #expect(
            examination.finding("same-user")?.figures == ["staff": "mia mia2", "uid": "1001"])
        #expect(
            examination.finding("no-such-user")?.figures == ["staff": "ivo", "user": "ivo"])
        #expect(examination.finding("no-such-group")?.figures == ["group": "guests"])
    }

    @Test("a role that permits nothing, and viewers who may more than read, are named")
    func table() async throws {
        var examination = try await ExaminationUnderTest([
            ("staff.add", #"{"staff":"ivo","role":"engineer"}"#)
        ])
        examination.take(
            rights: #"[rights]\#nengineer = []\#nviewer = ["read", "see-money"]"#)
        #expect(examination.toChange == ["advice empty-role", "advice viewers-may-more"])
        #expect(
            examination.finding("empty-role")?.message
                == "the role engineer permits nothing, and ivo has it")
        // A role that nobody has may be empty.
        examination.take(rights: #"[rights]\#nviewer = []"#)
        #expect(examination.toChange == [])
        examination.take(rights: #"[rights]\#noperator = ["read"]"#)
        #expect(
            examination.finding("nobody-operates")?.hint
                == "no role has the right operate: give it to one under [rights]")
    }

    // MARK: Journal

    @Test("a disk that refuses, files that are gone and damage are problems")
    func journal() async throws {
        let examination = try await ExaminationUnderTest()
        let log = examination.desk.log
        log.lackRoom("ENOSPC")
        #expect(examination.toChange == ["problem changes-end-soon"])
        log.limit(toBytes: 0)
        #expect(examination.toChange == ["problem changes-refused"])
        #expect(
            examination.finding("changes-refused")?.message
                == "the disk of the state directory is full: ENOSPC")
        log.limit(toBytes: .max)
        log.lackRoom(nil)
        log.refuseNext("EROFS")
        #expect(examination.toChange == ["problem changes-end-soon"])
        log.refuseNext(nil)
        log.lose("journal-1 is gone")
        #expect(examination.toChange == ["problem changes-refused"])
        log.lose(nil)
        let now = examination.examined.view.now
        log.find(JournalVerdict(at: now, through: 2, problem: "byte 7 differs", damaged: true))
        #expect(examination.toChange == ["problem journal-damaged"])
        log.find(JournalVerdict(at: now, through: 2, problem: "it cannot be read"))
        #expect(examination.toChange == ["problem journal-unread"])
        log.find(JournalVerdict(at: now, through: 3))
        #expect(examination.toChange == [])
        #expect(
            examination.finding("journal-works")?.message
                == "3 records, whole at 2026-01-05 09:00Z, 3 since the last snapshot")
    }

    @Test("files that were never checked are old after two days, by a clock that time moves")
    func verification() async throws {
        var examination = try await ExaminationUnderTest()
        let start = examination.examined.view.now
        examination.examined.view.now = start.advanced(byMilliseconds: 2 * Self.day)
        #expect(examination.toChange == [])
        examination.examined.view.now = start.advanced(byMilliseconds: 2 * Self.day + 1)
        #expect(examination.toChange == ["advice verification-old"])
        examination.desk.log.find(JournalVerdict(at: start, through: 3))
        #expect(examination.toChange == ["advice verification-old"])
        examination.examined.view.isTestClock = true
        #expect(examination.toChange == ["advice test-clock"])
    }

    @Test("a snapshot that is not written, and what a recovery put aside, are named")
    func files() async throws {
        var examination = try await ExaminationUnderTest([
            ("client.add", #"{"client":"bert","name":"Bert"}"#)
        ])
        examination.examined.plan.snapshotRecords = 2
        #expect(examination.toChange == [])
        examination.examined.plan.snapshotRecords = 1
        #expect(examination.toChange == ["advice snapshot-overdue"])
        examination.examined.newestSnapshot = 2
        #expect(examination.toChange == [])
        examination.host.stateNames += ["torn-4-1711", "access.key", "notes.txt"]
        #expect(examination.toChange == ["advice remains-kept"])
        #expect(examination.finding("remains-kept")?.figures == ["files": "torn-4-1711"])
    }

    // MARK: Worker

    private static let monitor = (
        "monitor.add",
        #"{"monitor":"shop","client":"acme","check":{"type":"tcp","host":"h","port":22}}"#
    )

    @Test("no worker is a problem where something is monitored")
    func withoutWorker() async throws {
        var examination = try await ExaminationUnderTest()
        examination.examined.facts.worker = nil
        examination.examined.view.worker = WorkerStanding(connected: false, note: "gone")
        #expect(examination.toChange == ["advice worker-missing"])
        #expect(
            examination.finding("worker-missing")?.message
                == "no worker is connected, and no login can be tried: gone")
        examination.examined.plan.takesWorkers = false
        #expect(examination.toChange == [])
        #expect(examination.finding("worker-not-wanted") != nil)
        var monitored = try await ExaminationUnderTest([Self.monitor])
        monitored.examined.facts.worker = nil
        monitored.examined.view.worker = WorkerStanding(connected: false)
        monitored.examined.plan.takesWorkers = false
        #expect(monitored.toChange == ["problem worker-missing"])
        #expect(
            monitored.finding("worker-missing")?.message
                == "no worker is connected, and 1 monitor is not probed")
    }

    @Test("a worker that is silent, of another release or without a wall is named")
    func worker() async throws {
        var examination = try await ExaminationUnderTest()
        examination.examined.view.worker.silentSeconds = 12
        examination.examined.facts.worker = (release: "0.0.9", process: 77)
        examination.host.process?.isFiltered = false
        #expect(
            examination.toChange == [
                "problem worker-silent", "advice worker-other-release",
                "advice worker-without-wall",
            ])
        // One of another user, or of whom nothing is to be seen, has its wall elsewhere.
        examination.examined.view.worker.silentSeconds = nil
        examination.examined.facts.worker = (release: Release.version, process: 77)
        examination.host.process?.user = 997
        #expect(examination.toChange == [])
        examination.host.process = nil
        #expect(examination.toChange == [])
        // As proc_pid_status(5) has it.
        let status = "Name:\tx\nUid:\t0\t998\t998\t998\nSeccomp:\t2\nSeccomp_filters:\t1\n"
        #expect(ProcessFacts(status: status) == ProcessFacts(user: 998, isFiltered: true))
        #expect(
            ProcessFacts(status: status.replacing("Seccomp:\t2", with: "Seccomp:\t0"))
                == ProcessFacts(user: 998, isFiltered: false))
        #expect(ProcessFacts(status: "Uid:\t0\n") == nil)
    }

    @Test("a monitor that is not probed for three times its interval is named")
    func overdue() async throws {
        var examination = try await ExaminationUnderTest([Self.monitor])
        let start = examination.examined.view.now
        let interval = try #require(
            examination.examined.view.state.monitors.values.first?.timing.intervalMilliseconds)
        let most = Int64(interval) * 3 + 60_000
        examination.examined.view.now = start.advanced(byMilliseconds: most)
        #expect(examination.toChange == [])
        examination.examined.view.now = start.advanced(byMilliseconds: most + 1)
        #expect(examination.toChange == ["problem monitors-not-probed"])
        #expect(
            examination.finding("monitors-not-probed")?.message
                == "1 monitor was not probed for three intervals and longer: shop")
        // The worker has just come.
        examination.examined.view.worker.since = examination.examined.view.now
        #expect(examination.toChange == [])
    }

    // MARK: Clock

    @Test("a clock in doubt, a zone that is gone and a cycle that does not close are problems")
    func clock() async throws {
        let sign = [
            (
                "contract.sign",
                #"{"client":"acme","package":"starter","from":"2026-01-05","months":12,"manager":"mia"}"#
            )
        ]
        let doubted = try await ExaminationUnderTest(sign) { desk in
            desk.clock.set(byMilliseconds: 60 * Self.day)
            await desk.ledger.settle()
        }
        // By that clock no backup and no verification was made for long.
        #expect(doubted.toChange.first == "problem clock-in-doubt")
        #expect(doubted.finding("clock-in-doubt")?.figures == ["days": "60"])
        var examination = try await ExaminationUnderTest(sign)
        examination.desk.log.find(
            JournalVerdict(at: "2026-02-05T00:00:00Z", through: 4))
        examination.examined.facts.backupAt = "2026-02-05T00:00:00Z"
        examination.examined.view.now = "2026-02-05T00:01:00Z"
        #expect(examination.toChange == [])
        examination.examined.view.now = "2026-02-05T00:01:00.001Z"
        #expect(examination.toChange == ["problem cycle-overdue"])
        var lost = try await ExaminationUnderTest([
            ("client.add", #"{"client":"kyiv","name":"K","zone":"Europe/Kyiv"}"#)
        ])
        lost.take(calendar: OneZone())
        #expect(lost.toChange == ["problem zone-missing"])
        #expect(lost.finding("zone-missing")?.figures == ["zones": "Europe/Kyiv"])
    }

    /// A host whose zone data has UTC alone.
    private struct OneZone: CivilCalendar {
        func zone(named name: ZoneName) -> (any CivilZone)? {
            name.text == "UTC" ? FoundationCalendar().zone(named: name) : nil
        }
    }

    // MARK: Key

    private static let secret = (
        "access.set", #"{"client":"acme","kind":"admin","secret":"s3cret"}"#
    )

    @Test("a key that is gone, wrong or left over is named, and what closed secrets it leaves")
    func key() async throws {
        let folder = try KeyFolder()
        let examination = try await ExaminationUnderTest([Self.secret], key: folder.own)
        #expect(examination.toChange == [])
        #expect(examination.unknown == ["key-copy-unknown", "backup-unknown"])
        #expect(
            examination.finding("key-works")?.message.hasPrefix("1 secret opens with key ") == true)
        let key = try #require(folder.bytes)
        try folder.put(key, mode: 0o644)
        #expect(examination.toChange == ["problem key-unusable"])
        try FileManager.default.removeItem(atPath: folder.own.path)
        #expect(examination.toChange == ["problem key-unusable"])
        try folder.put([UInt8](repeating: 7, count: 32))
        #expect(examination.toChange == ["problem secrets-closed"])
        #expect(
            examination.finding("secrets-closed")?.figures == ["closed": "1", "secrets": "1"])
        // As after the first step of a change of keys.
        try Data(key).write(to: URL(filePath: folder.own.oldPath))
        chmod(folder.own.oldPath, 0o600)
        #expect(examination.toChange == ["advice key-change-open"])
        try folder.put(key)
        try Data([UInt8](repeating: 7, count: 32)).write(to: URL(filePath: folder.own.oldPath))
        chmod(folder.own.oldPath, 0o600)
        #expect(examination.toChange == ["advice old-key-kept"])
    }
}

extension ExaminationUnderTest {
    /// Goes by the rights of a configuration.
    mutating func take(rights text: String) {
        let rights = (try? ConfigurationFolder.load(text))?.rights ?? DeskRights()
        let old = examined.view.settings
        examined.view.settings = DeskSettings(
            catalogue: old.catalogue, policy: old.policy, calendar: old.calendar, rights: rights,
            accessKey: old.accessKey)
    }

    /// Goes by the zones of another calendar.
    mutating func take(calendar: any CivilCalendar) {
        let old = examined.view.settings
        examined.view.settings = DeskSettings(
            catalogue: old.catalogue, policy: old.policy, calendar: calendar,
            accessKey: old.accessKey)
    }
}
