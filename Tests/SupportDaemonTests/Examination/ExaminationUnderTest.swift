import SupportDaemon
import SupportModel
import SupportSystem
import SupportWire

/// A healthy desk as an examination sees it, for a test to break.
struct ExaminationUnderTest {
    let desk: LedgerUnderTest
    /// What is examined.
    var examined: ExaminedDesk

    /// The host, as a fake.
    var host: FakeHost {
        get { examined.host as? FakeHost ?? FakeHost() }
        set { examined.host = newValue }
    }

    static let state = "/var/lib/supportd"
    static let socket = "/run/supportd/supportd.sock"

    /// - Parameters:
    ///   - calls: what is asked of the desk before.
    ///   - key: the file of its key.
    init(
        _ calls: [(String, String)] = [], key: CredentialKeyFile? = nil,
        change: (LedgerUnderTest) async throws -> Void = { _ in }
    ) async throws {
        desk =
            try key.map { try LedgerUnderTest(accessKey: $0) }
            ?? LedgerUnderTest(accessKey: CredentialKeyFile(inStateDirectory: "/nonexistent"))
        let people = [
            ("staff.add", #"{"staff":"mia","role":"manager","user":"mia","mail":"m@a.example"}"#),
            ("staff.add", #"{"staff":"olena","role":"operator","user":"olena"}"#),
            ("client.add", #"{"client":"acme","name":"Acme"}"#),
        ]
        for (method, params) in people + calls {
            if let error = try await desk.ask(method, params).error { throw error }
        }
        try await change(desk)
        var host = FakeHost()
        host.files[Self.state] = FileFacts(kind: .directory, mode: 0o700, owner: 998)
        host.files[Self.socket] = FileFacts(kind: .socket, mode: 0o666, owner: 998)
        examined = await desk.ledger.examined(
            ExaminedPlan(
                state: Self.state,
                sockets: [ExaminedPlan.Socket(path: Self.socket, mode: 0o666)]),
            newestSnapshot: 0, host: host)
        examined.view.isTestClock = false
        examined.view.worker = WorkerStanding(connected: true, since: examined.view.now)
        examined.facts.worker = (release: Release.version, process: 77)
        examined.connections = 3
    }

    /// Everything that is found.
    var findings: [Finding] { Examination.findings(of: examined) }

    /// What is to be changed: `problem state-in-memory`.
    var toChange: [String] {
        findings.filter(\.verdict.asksForChange).map { "\($0.verdict.rawValue) \($0.code)" }
    }

    /// What cannot be seen.
    var unknown: [String] { findings.filter { $0.verdict == .unknown }.map(\.code) }

    /// The finding of a code.
    func finding(_ code: String) -> Finding? { findings.first { $0.code == code } }
}
