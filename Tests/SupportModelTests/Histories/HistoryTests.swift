import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// Properties of random histories. A failure names its seed; `Seeds` says how to see it again.
struct HistoryTests {
    private static let stepCount = 32
    /// What a thousand histories cannot leave out.
    private static let wanted: Set = [
        "contract.upgraded", "contract.terms-planned", "contract.suspended", "contract.resumed",
        "contract.renewed", "contract.terminated", "hours.grouped", "hours.ungrouped",
        "hours.told", "cycle.closed", "time.added", "time.voided", "late", "credited",
        "drawn ahead", "month.opened", "month.closed", "late on demand", "credited on demand",
        "ticket.attached", "ticket.detached",
    ]

    @Test(arguments: Seeds.lanes)
    func hoursAreConservedAndClosedCyclesStay(lane: Int) throws {
        var (done, refused, closings) = (0, 0, 0)
        var happened: [String: Int] = [:]
        for seed in Seeds.lane(lane) {
            var history = try RandomHistory(seed: seed)
            var closed: [Identifier<Contract>: [ClosedCycle]] = [:]
            var months = OnDemandProperties()
            for step in 1...Self.stepCount {
                try history.step()
                let found =
                    violations(in: history.desk.state, since: &closed)
                    + LifeProperties(desk: history.desk).violations()
                    + months.violations(in: history.desk.state)
                    + AttachmentTests.violations(in: history.desk.state)
                guard found.isEmpty else {
                    Issue.record("seed \(seed), step \(step): \(found.joined(separator: "; "))")
                    return
                }
            }
            done += history.done
            refused += history.refused
            for event in history.desk.records.flatMap(\.events) {
                happened[type(of: event.body).type, default: 0] += 1
            }
            for contract in history.desk.state.contracts.values {
                let adjustments = contract.account.closed.compactMap(\.statement)
                    .flatMap(\.adjustments)
                happened["late", default: 0] += adjustments.count { !$0.isVoid }
                happened["credited", default: 0] += adjustments.count(where: \.isVoid)
                happened["drawn ahead", default: 0] += contract.account.closed.count {
                    $0.splits.contains { $0.grouped > .zero }
                }
            }
            for adjustment in history.desk.state.onDemandAdjustments {
                happened[
                    adjustment.isVoid ? "credited on demand" : "late on demand", default: 0] += 1
            }
            closings += closed.values.reduce(0) { $0 + $1.count }
        }
        // Otherwise the properties would have been asked of nothing.
        #expect(done > 0 && refused > 0 && closings > 0)
        let missing = Self.wanted.filter { (happened[$0] ?? 0) == 0 }
        #expect(missing.isEmpty || Seeds.lane(lane).count < 1000)
    }

    /// What waits has no place in the working order, a clock stands while it should, and each thing is
    /// recorded of a deadline once.
    private func checkClocks(of state: State, _ seed: UInt64) {
        let wanted = state.tickets.values.filter(\.state.runs).map(\.number)
        if Set(state.working.tickets) != Set(wanted) { Issue.record("seed \(seed): working order") }
        if Array(state.working.tickets) != sorted(state) { Issue.record("seed \(seed): its order") }
        for ticket in state.tickets.values {
            let clock = ticket.clock ?? TicketClock()
            if clock.stands == ticket.state.runs {
                Issue.record("seed \(seed): the clock of ticket \(ticket.number)")
            }
            let marks = clock.marks.map { "\($0.kind) \($0.stage)" }
            if Set(marks).count != marks.count {
                Issue.record("seed \(seed): twice of ticket \(ticket.number)")
            }
            let ends = clock.stops.flatMap { [$0.from, $0.to].compactMap(\.self) }
            if ends != ends.sorted() { Issue.record("seed \(seed): stops of \(ticket.number)") }
        }
        for problem in RelationProperties(state: state).violations() {
            Issue.record("seed \(seed): \(problem)")
        }
    }

    /// The tickets that have a place in the working order, sorted in the most direct way.
    private func sorted(_ state: State) -> [Identifier<Ticket>] {
        func isLate(_ ticket: Ticket) -> Bool {
            let stood = (ticket.clock?.stops ?? []).reduce(into: Int64(0)) { sum, stop in
                guard let to = stop.to, to > ticket.clockStart else { return }
                sum += to.milliseconds(since: max(stop.from, ticket.clockStart))
            }
            let waited = state.agedUntil?.milliseconds(since: ticket.clockStart) ?? 0
            return ticket.contract == nil && waited - stood < RandomHistory.ageingMilliseconds
        }
        func place(_ ticket: Ticket) -> [Int64] {
            let open = state.deadlines(of: ticket).filter { $0.metAt == nil }
            let due = open.compactMap(\.at).min()?.millisecondsSinceEpoch
            return [
                isLate(ticket) ? 1 : 0, Int64(ticket.level.rawValue), due ?? .max,
                ticket.clockStart.millisecondsSinceEpoch, Int64(ticket.number.number),
            ]
        }
        let places = state.tickets.values.filter(\.state.runs).map { (place($0), $0.number) }
        return places.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    }

    @Test(arguments: Seeds.lanes)
    func replayGivesTheSameDeskAlsoFromASnapshotBetween(lane: Int) throws {
        for seed in Seeds.lane(lane, share: 10) {
            var history = try RandomHistory(seed: seed)
            for _ in 1...Self.stepCount { try history.step() }
            let records = history.desk.records
            let cut = Int.random(in: 0...records.count, using: &history.random)
            var replayed = State()
            replayed.take(RandomHistory.deadlines)
            var resumed = State()
            for (place, record) in records.enumerated() {
                let read = try reread(record)
                for case let event as CycleClosed in read.events.map(\.body) {
                    let difference = event.difference(from: replayed)
                    if let difference { Issue.record("seed \(seed): \(difference.text)") }
                }
                for case let event as MonthClosed in read.events.map(\.body) {
                    let difference = event.difference(from: replayed)
                    if let difference { Issue.record("seed \(seed): \(difference.text)") }
                }
                replayed.apply(read)
                if place < cut { resumed = replayed }
                if place == cut {
                    // From a snapshot all deadlines are computed at once, else one by one.
                    resumed = try restored(resumed)
                    resumed.take(RandomHistory.deadlines)
                }
                if place >= cut { resumed.apply(record) }
            }
            if let agedUntil = history.desk.state.agedUntil {
                // Time alone has a ticket age; nothing of it is recorded.
                replayed.age(until: agedUntil)
                resumed.age(until: agedUntil)
            }
            let image = history.desk.image
            if DeskFixture.image(of: replayed) != image { Issue.record("seed \(seed): replay") }
            if DeskFixture.image(of: resumed) != image { Issue.record("seed \(seed): snapshot") }
            let indexes = [replayed, resumed].allSatisfy {
                $0.liveTickets == history.desk.state.liveTickets
                    && Array($0.working.tickets) == Array(history.desk.state.working.tickets)
                    && Array($0.alarms.elements) == Array(history.desk.state.alarms.elements)
                    && $0.boundaries == history.desk.state.boundaries
                    && $0.contractsOfClient == history.desk.state.contractsOfClient
                    && $0.namedContents == history.desk.state.namedContents
            }
            if !indexes { Issue.record("seed \(seed): an index differs") }
            checkClocks(of: history.desk.state, seed)
        }
    }

    @Test(arguments: Seeds.lanes)
    func aDryRunIsTheRealThingAndAVoidUndoesIt(lane: Int) throws {
        var booked = 0
        for seed in Seeds.lane(lane, share: 4) {
            var history = try RandomHistory(seed: seed)
            for _ in 1...Self.stepCount { try history.step() }
            let desk = history.desk
            let before = figures(desk)
            for _ in 1...4 {
                let command = history.booking()
                guard let preview = try? desk.preview(command) else { continue }
                booked += 1
                var real = desk
                try real.perform(command)
                if figures(real) != figures(preview) { Issue.record("seed \(seed): dry run") }
                if figures(desk) != before { Issue.record("seed \(seed): a dry run changed it") }
                let entry = Identifier<TimeEntry>(after: desk.state.entries.count)
                try real.perform(VoidTime(entry: entry, reason: "undo"))
                if figures(real) != before { Issue.record("seed \(seed): void is no undo") }
            }
        }
        #expect(booked > 0)
    }

    @Test(arguments: Seeds.lanes)
    func everyChangeReportsItsEffectOnOtherWorkAndTheStatement(lane: Int) throws {
        var (moved, others, decided) = (0, 0, 0)
        for seed in Seeds.lane(lane, share: 2) {
            var history = try RandomHistory(seed: seed)
            for step in 1...Self.stepCount {
                let before = history.desk
                try history.step()
                guard before.now == history.desk.now else { continue }
                for reported in ReportedChange.all(before: before, after: history.desk) {
                    #expect(reported.violation == nil, "seed \(seed), step \(step)")
                    moved += reported.isMoved ? 1 : 0
                    others += reported.isOthers ? 1 : 0
                    decided += reported.isDecided ? 1 : 0
                }
            }
        }
        #expect(moved > 0 && others > 0 && decided > 0 || Seeds.lane(lane, share: 2).count < 500)
    }

    /// What is wrong with a state, also compared with the closed cycles seen before, which it notes.
    private func violations(
        in state: State, since closed: inout [Identifier<Contract>: [ClosedCycle]]
    ) -> [String] {
        var found = HourProperties(state: state).violations()
        for (number, contract) in state.contracts {
            if !contract.account.closed.starts(with: closed[number] ?? []) {
                found.append("contract \(number): a closed cycle changed")
            }
            closed[number] = contract.account.closed
        }
        return found
    }

    /// A record as it comes back from the journal: read strictly, and written the same again.
    private func reread(_ record: Record) throws -> Record {
        let bytes = try StoredJournal.text(of: record)
        let read = try StrictJSONDecoder.decode(
            Record.self, from: try JSONDocument(bytes).root, unknownMembers: .refused)
        if try StoredJournal.text(of: read) != bytes {
            Issue.record("reads otherwise: \(String(decoding: bytes, as: UTF8.self))")
        }
        return read
    }

    /// A state as it comes back from a snapshot.
    private func restored(_ state: State) throws -> State {
        let bytes = try LineJSONEncoder.encode(StateImage(state))
        return State(
            try StrictJSONDecoder.decode(
                StateImage.self, from: try JSONDocument(bytes).root, unknownMembers: .refused))
    }

    /// All balances and covers of the open cycles.
    private func figures(_ desk: DeskFixture) -> [String] {
        desk.state.contracts.values.sorted { $0.number < $1.number }.map { contract in
            let coverage = Coverage(of: contract)
            let balance = desk.balance(contract.number)
            return "\(contract.number) \(coverage.splits) \(balance as Any)"
        } + desk.state.onDemand.values.sorted { $0.client < $1.client }.map { "\($0)" }
    }
}
