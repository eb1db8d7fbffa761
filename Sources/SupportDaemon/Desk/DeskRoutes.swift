import SupportJSON
import SupportModel
import SupportStore
import SupportWire

/// The methods of the desk as a whole.
enum DeskRoutes {
    static let all: [Route] = [
        .readWithKey(DeskStatus.self, answer: status),
        .errand(DeskVerify.self, begin: verify),
        .errand(DeskSnapshot.self, begin: snapshot),
        .longChange(
            DeskApply.self,
            by: { ApplyDesired(try DesiredFile.read($0.text, from: $0.file)) },
            reply: { done in
                Joined(Listing(done.made.map { applied($0, done) }), Trial(dryRun: done.isDryRun))
            }),
    ]

    private static func status(
        _ request: DeskStatus, _ desk: DeskView, _ key: WireError?
    ) throws -> DeskStatus.Reply {
        // Whoever has just made room asks next how the disk is.
        desk.log.seekRoom()
        let state = desk.state
        let levels = Level.allCases.map { (String($0.rawValue), state.liveCount(of: $0)) }
        let monitors = Dictionary(grouping: state.monitors.values, by: { $0.state.rawValue })
        let trouble = state.monitors.values
            .filter { [.down, .failing, .recovering].contains($0.state) }
            .sorted { $0.name < $1.name }
            .map(desk.view)
        let missing = state.missingAccess().reduce(0) { $0 + $1.kinds.count }
        return DeskStatus.Reply(
            release: Release.version, seq: state.sequence, now: desk.now,
            startedAt: desk.startedAt, testClock: desk.isTestClock, storage: desk.storage,
            worker: desk.worker, workerLoad: desk.workerLoad,
            clients: state.clients.values.count { !$0.archived },
            activeContracts: state.contracts.values.count {
                $0.standing(at: desk.now) == .active
            },
            liveTickets: Dictionary(uniqueKeysWithValues: levels.filter { $0.1 > 0 }),
            monitors: monitors.mapValues(\.count),
            nextBoundary: state.boundaries.first?.at,
            next: state.queue(at: desk.now, countMax: 5).map(QueuePlaceView.init), trouble: trouble,
            doubt: desk.doubtView, missingAccess: missing == 0 ? nil : missing,
            accessClosed: key?.message, timers: state.timers.isEmpty ? nil : desk.timerViews,
            verified: desk.log.verdict,
            shortage: desk.shortage, notices: NoticeCounts(state.outbox),
            heldMails: state.heldMails.isEmpty ? nil : state.heldMails.count,
            hours: desk.nearLimits)
    }

    private static func applied(
        _ change: AppliedChange, _ done: Done<[AppliedChange]>
    ) -> AppliedChangeView {
        var view = AppliedChangeView(change)
        guard change.kind == .contract, change.outcome == .added,
            let number = Int(digits: change.name).flatMap({ Identifier<Contract>($0) })
        else { return view }
        view.closing = done.desk.closings(of: number)
        return view
    }

    private static func verify(
        _ request: DeskVerify, _ ledger: isolated Ledger, _: Acting
    ) throws -> @Sendable () throws -> DeskVerify.Reply {
        let (log, state, attachments) = (ledger.log, ledger.state, ledger.attachments)
        let since = request.since ?? 0
        return {
            var reply = try JournalCheck.run(since: since) {
                try log.readAll(since: since, from: $0, $1)
            }.reply
            // Some records only are a quick question.
            if since == 0 { reply.attachments = attachments.check(named: state) }
            return reply
        }
    }

    private static func snapshot(
        _ request: DeskSnapshot, _ ledger: isolated Ledger, _: Acting
    ) throws -> @Sendable () throws -> DeskSnapshot.Reply {
        let (state, log) = (ledger.state, ledger.log)
        return {
            // Before anything has happened there is nothing that a snapshot could shorten.
            guard state.sequence > 0 else { return DeskSnapshot.Reply(seq: 0, bytes: 0) }
            let text = try StateText.write(state)
            try log.keepSnapshot(text, sequence: state.sequence)
            return DeskSnapshot.Reply(seq: state.sequence, bytes: text.count)
        }
    }
}

/// Replays the journal and computes every closed cycle and month again, and sees that every entry
/// stands on exactly one statement (`supportc verify`).
enum JournalCheck {
    /// Passes on the text of a state, if there is one, then that of every record that follows it.
    typealias Reading = (
        _ state: (ArraySlice<UInt8>) throws -> Void, _ each: ([UInt8]) throws -> Void
    ) throws -> Void

    /// Checks the records after one, from a kept state at or before it; a damaged file is an error
    /// that names it.
    static func run(
        since: UInt64, _ readAll: Reading
    ) throws -> (reply: DeskVerify.Reply, state: State) {
        var state = State()
        var found = Closings()
        let take = { (text: ArraySlice<UInt8>) in state = try StateText.read(Array(text)) }
        try readAll(take) { text in
            let record = try RecordText.read(text)
            if record.stamp.sequence > since {
                found.take(record, after: state)
            }
            state.apply(record)
        }
        let months = found.monthDifferences + state.onDemandDifferences
        let reply = DeskVerify.Reply(
            records: state.sequence - min(since, state.sequence), cycles: found.cycles,
            differences: found.differences + state.billingDifferences,
            months: found.months > 0 ? found.months : nil,
            monthDifferences: months.isEmpty ? nil : months)
        return (reply, state)
    }
}

/// What records close, computed again.
private struct Closings {
    private(set) var cycles = 0
    private(set) var months = 0
    private(set) var differences: [CycleDifference] = []
    private(set) var monthDifferences: [MonthDifference] = []

    /// Computes again what a record closes.
    ///
    /// What stands before it in the same record, such as a renewal, came first.
    mutating func take(_ record: Record, after state: State) {
        guard record.events.contains(where: { $0.body is CycleClosed || $0.body is MonthClosed })
        else { return }
        var before = state
        for event in record.events {
            if let closed = event.body as? CycleClosed {
                cycles += 1
                if let difference = closed.difference(from: before) {
                    differences.append(difference)
                }
            } else if let closed = event.body as? MonthClosed {
                months += 1
                if let difference = closed.difference(from: before) {
                    monthDifferences.append(difference)
                }
            }
            event.body.apply(to: &before, record.stamp)
        }
    }
}
