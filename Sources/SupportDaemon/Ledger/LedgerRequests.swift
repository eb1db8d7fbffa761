import Logging
import NIOCore
import SupportJSON
import SupportModel
import SupportStore
package import SupportWire

/// Answers requests: permissions, the table of methods, and the kind of work of each.
extension Ledger {
    /// Turns a request into an answer, an error, or work for another thread.
    package func handle(_ envelope: Envelope, by caller: Caller) -> Outcome {
        answer(envelope.method, by: caller) { ledger in
            guard let route = Routes.byMethod[envelope.method] else {
                throw WireError(.unknown(.method, String(envelope.method.prefix(64))))
            }
            try caller.expect(route.permission, for: route.method)
            return try ledger.run(route, envelope, caller)
        }
    }

    /// Does what is due and then the request's work, and turns what that throws into an error.
    func answer(
        _ method: String, by caller: Caller, _ body: (isolated Ledger) throws -> Outcome
    ) -> Outcome {
        settle()
        do {
            return try body(self)
        } catch {
            note(error, method, caller)
            return .error(Self.wireError(error, method), after: state.sequence)
        }
    }

    private func run(
        _ route: Route, _ envelope: Envelope, _ caller: Caller
    ) throws -> Outcome {
        switch route.work {
        case .read(let answer):
            guard route.cost.isQuick(state) else {
                return .later(
                    Errand(cost: route.cost) { ledger in
                        let view = ledger.view(at: ledger.clock.now)
                        return { .answer(try answer(envelope, view)) }
                    })
            }
            let reply = try answer(envelope, view(at: clock.now))
            return .reply(reply, after: state.sequence)
        case .errand(let begin):
            return .later(Errand(cost: route.cost) { try begin(envelope, $0) })
        case .mutation(let prepare):
            return try change(try prepare(envelope, view(at: clock.now)), envelope, caller)
        case .longMutation(let prepare):
            return draft(LongRequest(envelope, prepare, route.cost, caller))
        case .keyed(let prepare):
            let wanted = try prepare(envelope, view(at: clock.now))
            return .suspended(suspend(wanted, route, envelope, caller))
        case .readWithKey(let answer):
            guard !state.access.isEmpty else {
                return try run(Route(route, .read { try answer($0, $1, nil) }), envelope, caller)
            }
            let file = settings.accessKey
            let wanted = KeyUse({ file.problem(hasSecrets: true) }) { found, desk in
                let trouble = found.trouble
                return .errand { try answer(envelope, desk, trouble) }
            }
            return .suspended(suspend(wanted, route, envelope, caller))
        case .act(let act):
            return try act(envelope, self)
        }
    }

    /// Makes a change and answers it.
    private func change(
        _ mutation: Mutation, _ envelope: Envelope, _ caller: Caller
    ) throws -> Outcome {
        let options = try envelope.options()
        let key = options.idempotencyKey.map {
            RequestKey($0, of: envelope, by: caller, digest: mutation.digest)
        }
        let reply = try perform(mutation, by: caller, key: key, options)
        return .reply(reply, after: state.sequence)
    }

    /// Suspends a request until the keys of the access data are read.
    private func suspend(
        _ wanted: KeyUse, _ route: Route, _ envelope: Envelope, _ caller: Caller
    ) -> SuspendedRequest {
        let goOn = { @Sendable (next: @escaping KeyUse.Next) -> SuspendedRequest.Resumption in
            { ledger in
                switch try next(ledger.view(at: ledger.clock.now)) {
                case .mutation(let mutation): try ledger.change(mutation, envelope, caller)
                case .errand(let work):
                    .later(Errand(cost: route.cost) { _ in { .answer(try work()) } })
                }
            }
        }
        return SuspendedRequest(
            method: route.method, caller: caller, work: { goOn(wanted.read()) },
            late: goOn(wanted.refuse(settings.accessKey.silence)))
    }

    /// The wire error for an error that a handler threw.
    static func wireError(_ error: any Error, _ method: String) -> WireError {
        switch error {
        case let error as WireError: error
        case let refusal as Refusal: WireError(refusal)
        case let fault as StoreFault where fault.isLackOfSpace:
            .cannotStore(LedgerWords.noRoom)
        case let fault as StoreFault where fault.isDamage:
            .journalDamaged(fault.sentence, hint: LedgerWords.repair(fault))
        case let fault as StoreFault:
            WireError(
                .refused, "internal", "\(method) failed: \(fault.sentence)",
                hint: LedgerWords.hint(of: fault))
        default: WireError(.refused, "internal", "\(method) failed: \(error)")
        }
    }
}

extension Result<WireError?, WireError> {
    /// Why the key cannot be used: what its file shows, or that it does not answer.
    fileprivate var trouble: WireError? {
        switch self {
        case .success(let problem): problem
        case .failure(let silence): silence
        }
    }
}

/// Sentences that are used in several places.
enum LedgerWords {
    /// Why nothing can be stored.
    static let noRoom = "the disk of the state directory is full"
    /// Why nothing can be stored soon.
    static let noNextSegment = "the next segment of the journal cannot be prepared"
    /// Why changes are refused when files are missing.
    static let filesGone = "files of the state directory are gone"
    /// The hint for files that are missing.
    static let putBack =
        "everything can be read; move back what was moved away, or save what is needed, stop the desk "
        + "and restore a backup: supportd(8), Storage"
    /// The hint for a damaged file of the state directory while the desk runs.
    static func repair(_ fault: StoreFault) -> String {
        let way =
            switch fault.segment {
            case .newest?:
                "save the state directory and what supportc export gives; no backup has all of this "
                    + "file, so restore one as a whole and enter again what came after it"
            case .older?:
                "save the state directory and put this file back from a backup that has the next file "
                    + "of the journal too"
            case nil: "save the state directory and put the file back from a backup"
            }
        return "the desk goes on; before its next start \(way): supportd(8), Storage"
    }
    /// The hint for a caller on a fault that is neither damage nor a lack of room: the desk runs,
    /// and a restart is not needed.
    static func hint(of fault: StoreFault) -> String {
        if case .system = fault.cause { return "see to the cause named above, then ask again" }
        return fault.hint
    }
    /// The log message while the clock is in doubt.
    static let clockInDoubt: Logger.Message =
        "the clock is in doubt: nothing expires until it is set right or confirmed"

    /// The figures of a doubt for the log.
    static func figures(_ doubt: ClockDoubt) -> Logger.Metadata {
        [
            "before": "\(doubt.since)", "now": "\(doubt.jumpedTo)", "days": "\(doubt.days)",
            "cause": "\(doubt.cause.rawValue)", "hint": "supportc clock confirm",
        ]
    }
}

/// The limits of the daemon that are not part of its configuration.
package enum LedgerLimits {
    /// The longest answer that is kept for an idempotency key, in bytes of its record.
    package static let answerBytesMax = 262_144
    /// The bytes of ticket bodies after which a page of an export ends.
    package static let exportBodyBytesMax = 8_388_608
    /// The number of clients, contracts and monitors together up to which `status` is answered on
    /// the event loop.
    package static let countedAtOnceMax = 300
    /// Long answers that are made at the same time, each for another user.
    package static let readingThreads = 4
    /// The weight of one turn of a connection on the event loop: a request is 1, plus 1 for each
    /// `turnBytesEach` bytes of its line.
    package static let turnWeightMax = 32
    /// See `turnWeightMax`.
    package static let turnBytesEach = 2048
    /// What is written to a socket at a time, in bytes.
    package static let flushBytesMax = 262_144
    /// How often another thread decides a change before the ledger decides it itself.
    package static let draftsMax = 3
    /// How long a request waits for the file of the key of the access data.
    package static let keyWait = TimeAmount.seconds(10)
    /// How long a connection waits for the name of its user before it is served with the number.
    package static let nameWait = TimeAmount.seconds(1)
    /// How long no new connections are accepted when there is no descriptor for them.
    package static let acceptPause = TimeAmount.seconds(1)
    /// Requests of one connection that may wait for the disk before no more are read from it.
    package static let pendingRepliesMax = 512
    /// Faults of the journal's files that are remembered, so that each is reported once.
    package static let findingsMax = 100
    /// How long a watch waits when the system has no descriptor or memory for its next page.
    package static let watchPause = TimeAmount.seconds(1)
    /// Records that a page of the log or of a watch reads at a time.
    package static let pageRecordsMax = 512
    /// The bytes of records after which one `log.list` answers what it found so far.
    package static let logAnswerBytesMax = 8_388_608
    /// Records that one `log.list` reads before it answers what it found so far.
    package static let scanRecordsMax = 200_000
    /// Places of damage that one `log.list` passes over before it answers what it found so far.
    package static let gapsMax = 100
    /// Boxes that one `access.reseal` puts into a record, in bytes of their text.
    package static let resealBytesMax = 1_048_576
    /// How often the log repeats a message whose cause continues.
    package static let repeatedNotesEvery = TimeAmount.minutes(1)
    /// How often the desk checks whether its worker still reports, in milliseconds.
    package static let pulseCheckMilliseconds: Int64 = 1_000
    /// How long no worker may be connected before the state of all monitors becomes unknown.
    package static let workerAbsenceMax = TimeAmount.seconds(30)
}
