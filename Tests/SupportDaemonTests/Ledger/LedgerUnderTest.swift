import Logging
import NIOCore
import NIOPosix
import SupportDaemon
import SupportJSON
import SupportModel
import SupportStore
import SupportSystem
import SupportTestKit
import SupportWire
import Testing

/// A ledger on a journal in memory and a clock that stands, asked as a connection asks it.
struct LedgerUnderTest: Sendable {
    let ledger: Ledger
    let log: MemoryLog
    let clock: TestDeskClock
    /// The disk of the attachments.
    let disk: FaultyStorage

    /// The user that the daemon runs as, and another one.
    static let owner = Caller(uid: 1000, name: "desk", owner: 1000)
    static let stranger = Caller(uid: 2000, name: "stranger", owner: 1000)

    /// A ledger that goes on from records, as after a restart.
    init(
        _ records: [[UInt8]] = [], at start: Instant = "2026-01-05T09:00:00Z",
        accessKey: CredentialKeyFile = CredentialKeyFile(named: "/nonexistent/access.key"),
        on loop: any EventLoop = MultiThreadedEventLoopGroup.singleton.next(),
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        attachments policy: AttachmentPolicy = AttachmentPolicy(),
        disk: FaultyStorage = FaultyStorage()
    ) throws {
        self.disk = disk
        var state = State()
        let log = MemoryLog()
        for (number, text) in records.enumerated() {
            state.apply(try RecordText.read(text))
            log.submit(text, sequence: UInt64(number) + 1)
        }
        clock = TestDeskClock(start)
        self.log = log
        let attachments = AttachmentStore { _ throws(SystemFault) in disk }
        attachments.load()
        ledger = Ledger(
            state, log: log, clock: clock, settings: Self.settings(accessKey, policy), loop: loop,
            logger: logger, attachments: attachments)
    }

    /// The state that the records make which the ledger has handed over.
    var state: State {
        get throws {
            var state = State()
            for text in log.submitted { state.apply(try RecordText.read(text)) }
            return state
        }
    }

    private static func settings(
        _ accessKey: CredentialKeyFile, _ policy: AttachmentPolicy = AttachmentPolicy()
    ) -> DeskSettings {
        var configuration = Configuration()
        configuration.attachments.policy = policy
        return DeskSettings(
            catalogue: configuration.catalogue, policy: configuration.policy,
            calendar: FoundationCalendar(), accessKey: accessKey)
    }

    /// Takes the same configuration as if it had been read again.
    func reload() async {
        await ledger.take(Self.settings(CredentialKeyFile(named: "/nonexistent/access.key")))
    }

    /// What a request came to.
    struct Answer: Sendable {
        /// The result's JSON; nil for an error.
        var result: JSONValue?
        var error: WireError?
        /// The record that must be durable before the answer may be sent.
        var after: UInt64 = 0
        /// From where on the connection would watch.
        var watchesSince: UInt64?
        var text: String { String(decoding: result?.rawBytes ?? [], as: UTF8.self) }
    }

    /// Asks the ledger and, where it leaves the work to another thread, does the work.
    func ask(
        _ method: String, _ params: String = "{}", by caller: Caller = owner
    ) async throws -> Answer {
        try await finish(try await outcome(method, params, by: caller))
    }

    /// Does the work that an outcome leaves to other threads, and what follows from it.
    ///
    /// - Parameter beside: what happens while a thread works, each time.
    func finish(
        _ outcome: Outcome, beside: () async throws -> Void = {}
    ) async throws -> Answer {
        var outcome = outcome
        while true {
            switch outcome {
            case .suspended(let suspension):
                outcome = await ledger.resume(suspension.resumed(by: suspension.work()))
            case .later(let errand):
                let begun = await ledger.begin(errand)
                try await beside()
                let result = Result { try begun.work() }
                guard case .success(.resume(let request)) = result else {
                    return try Self.answer(result, after: begun.after)
                }
                outcome = await ledger.resume(request)
            default: return try Self.answer(outcome)
            }
        }
    }

    /// Does the work of an errand that makes its answer.
    static func answer(_ begun: Errand.Begun) throws -> Answer {
        try answer(Result { try begun.work() }, after: begun.after)
    }

    private static func answer(
        _ result: Result<Errand.Result, any Error>, after sequence: UInt64
    ) throws -> Answer {
        do {
            guard case .answer(let answer) = try result.get() else { return Answer() }
            return Answer(result: try JSONDocument(answer.bytes).root, after: sequence)
        } catch let error as WireError {
            return Answer(error: error, after: sequence)
        } catch let refusal as Refusal {
            return Answer(error: WireError(refusal), after: sequence)
        }
    }

    /// What the ledger makes of a request, before any work of another thread.
    func outcome(
        _ method: String, _ params: String = "{}", by caller: Caller = owner
    ) async throws -> Outcome {
        let line = #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":\#(params)}"#
        return await ledger.handle(try Envelope(line: Array(line.utf8)), by: caller)
    }

    /// Reads an outcome; one that waits for its turn has nothing yet.
    static func answer(_ outcome: Outcome) throws -> Answer {
        switch outcome {
        case .reply(let json, let after):
            return Answer(result: try JSONDocument(json.bytes).root, after: after)
        case .later, .suspended: return Answer()
        case .error(let error, let after): return Answer(error: error, after: after)
        case .watch(let watch): return Answer(watchesSince: watch.sent)
        }
    }

    /// A client, a manager, a contract and a ticket: four records.
    func sign(months: Int = 12) async throws {
        let calls = [
            ("client.add", #"{"client":"acme","name":"Acme"}"#),
            ("staff.add", #"{"staff":"mia","role":"manager"}"#),
            (
                "contract.sign",
                #"{"client":"acme","package":"starter","from":"2026-01-05","months":\#(months),"manager":"mia"}"#
            ),
            ("ticket.open", #"{"client":"acme","level":3,"subject":"Search"}"#),
        ]
        for call in calls {
            let answer = try await ask(call.0, call.1)
            if let error = answer.error { throw error }
        }
    }
}
