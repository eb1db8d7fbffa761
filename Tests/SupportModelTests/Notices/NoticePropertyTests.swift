import SupportModel
import SupportTestKit
import Testing

/// What holds after any history of notices. A failure names its seed.
struct NoticePropertyTests {
    private static let stepCount = 60

    @Test(arguments: Seeds.lanes)
    func noticesAreToldOnceInOrderAndInTime(lane: Int) throws {
        var happened: [String: Int] = [:]
        for seed in Seeds.lane(lane, share: 4) {
            var history = try NoticeHistory(seed: seed)
            for _ in 1...Self.stepCount { try history.step() }
            var properties = NoticeProperties()
            for record in history.desk.desk.records { properties.take(record) }
            let desk = history.desk.desk
            let found = properties.violations + properties.endViolations(in: desk)
            #expect(found.isEmpty, "seed \(seed): \(found.joined(separator: "; "))")
            guard found.isEmpty else { return }
            happened.merge(properties.happened) { $0 + $1 }
        }
        for wanted in ["joined", "recovery sent", "recovery withdrawn", "given up", "retried"] {
            #expect(
                happened[wanted, default: 0] > 0 || Seeds.lane(lane, share: 4).count < 100,
                "\(wanted) never happened")
        }
    }
}

/// Follows the records of a history and checks what notices do against what happened.
private struct NoticeProperties {
    private(set) var violations: [String] = []
    private(set) var happened: [String: Int] = [:]
    private var state = State()
    /// The notices that for certain told their address of an outage.
    private var told: Set<Identifier<Notice>> = []
    private var causes = 0
    private var counted = 0

    mutating func take(_ record: Record) {
        for event in record.events { check(event.body, record.stamp) }
        state.apply(record)
    }

    private mutating func check(_ event: any DeskEvent, _ stamp: Stamp) {
        switch event {
        case let event as NoticeSent: checkSent(event.notice, stamp)
        case let event as NoticeDelivered:
            if !items(of: event.notice, .outage).isEmpty { told.insert(event.notice) }
        case let event as NoticeQueued where event.route == "count": counted += event.items.count
        case let event as NoticeJoined:
            if state.outbox.notices[event.notice]?.route == "count" {
                counted += event.items.count
            }
            happened["joined", default: 0] += 1
            if state.outbox.notices[event.notice]?.attempts != 0 {
                violations.append("something joined notice \(event.notice) after it was sent")
            }
        case is NoticeGivenUp: happened["given up", default: 0] += 1
        case is NoticeRetried: happened["retried", default: 0] += 1
        case is NoticeWithdrawn: happened["recovery withdrawn", default: 0] += 1
        case is TicketLevelChanged, is TicketReopened, is TicketWaiting, is DeadlinePassed:
            causes += 1
        default: break
        }
    }

    private mutating func checkSent(_ number: Identifier<Notice>, _ stamp: Stamp) {
        guard let notice = state.outbox.notices[number] else {
            return violations.append("notice \(number) was sent and is not held")
        }
        for item in items(of: number, .recovery) {
            happened["recovery sent", default: 0] += 1
            guard let problem = item.problem, told.contains(problem) else {
                violations.append("notice \(number) tells an end of what was not told")
                continue
            }
            if let outage = state.outbox.notices[problem],
                outage.route != notice.route || outage.recipient != notice.recipient
            {
                violations.append("notice \(number) ends what another address was told")
            }
        }
        let minute = stamp.at.millisecondsSinceEpoch / 60_000
        let isOpen = (minute / 1440 + 3) % 7 < 5 && (540..<1020).contains(minute % 1440)
        if notice.isQuiet, !isOpen { violations.append("notice \(number) was sent at \(stamp.at)") }
    }

    private func items(of number: Identifier<Notice>, _ kind: NoticeKind) -> [NoticeItem] {
        (state.outbox.notices[number]?.items ?? []).filter { $0.kind == kind }
    }

    /// What holds at the end.
    func endViolations(in desk: DeskFixture) -> [String] {
        var found: [String] = []
        if counted != causes { found.append("\(causes) causes, told \(counted) times") }
        var replayed = State()
        for record in desk.records { replayed.apply(record) }
        if DeskFixture.image(of: replayed) != desk.image { found.append("replay differs") }
        let restored = State(StateImage(desk.state))
        if DeskFixture.image(of: restored) != desk.image { found.append("a snapshot differs") }
        if restored.outbox.liveCount != desk.state.outbox.liveCount
            || Array(restored.outbox.due.elements) != Array(desk.state.outbox.due.elements)
            || restored.outbox.deadLetters != desk.state.outbox.deadLetters
        {
            found.append("what is derived differs")
        }
        for monitor in desk.state.monitors.values where monitor.downSince == nil {
            let open = (desk.state.outbox.problems[monitor.name] ?? [])
                .filter { $0.route != "silent" }
            if !open.isEmpty { found.append("nobody is told that \(monitor.name) is up") }
        }
        return found
    }
}
