import SupportModel
import SupportTestKit
import Testing

/// The deadlines of random tickets under random calendars, held against a count minute by minute of what
/// was recorded. A failure names its seed.
struct DeadlineHistoryTests {
    @Test("deadlines are those of a count minute by minute", arguments: Seeds.lanes)
    func reference(lane: Int) throws {
        var found: [String: Int] = [:]
        for seed in Seeds.lane(lane) {
            var history = try DeadlineHistory(seed: seed)
            for _ in 1...10 { try history.step() }
            let ticket = try history.desk.state.ticket(DeadlineHistory.ticket)
            let deadlines = history.desk.state.deadlines(of: ticket)
            #expect(deadlines.count == 2)
            for deadline in deadlines {
                let count = MinuteCount(history, deadline.kind)
                let wanted = count.instant(after: deadline.target.count)
                let warning = count.instant(after: deadline.target.count * 3 / 5)
                #expect(
                    deadline.at == wanted && deadline.warnAt == warning
                        && deadline.metAt == count.metAt,
                    "seed \(seed): \(deadline.kind), level \(ticket.level), \(history.calendar)")
                found[deadline.at == nil ? "none" : "some", default: 0] += 1
                if deadline.metAt != nil { found["met", default: 0] += 1 }
            }
            if ticket.clock?.stops.isEmpty == false { found["paused", default: 0] += 1 }
        }
        for kind in ["none", "some", "met", "paused"] {
            #expect(found[kind, default: 0] > 0 || Seeds.lane(lane).count < 100, "\(kind)")
        }
    }
}

/// One ticket whose level changes, that waits, is resolved and is reopened by chance, under a calendar
/// made by chance, around a change of the clock.
private struct DeadlineHistory {
    static let ticket: Identifier<Ticket> = 2

    private(set) var desk: DeskFixture
    let calendar: BusinessCalendar
    let zone: any CivilZone
    private var random: SeededRandom

    /// Days around which a zone changes its clock, and one of none.
    private static let starts: [(zone: ZoneName, day: CivilDate)] = [
        ("Europe/Kyiv", "2026-03-28"), ("Europe/Kyiv", "2026-10-24"),
        ("America/New_York", "2026-03-07"), ("America/New_York", "2026-10-31"),
        ("Australia/Lord_Howe", "2026-04-04"), ("Australia/Lord_Howe", "2026-10-03"),
        ("Asia/Kathmandu", "2026-07-01"), ("UTC", "2026-12-24"),
    ]

    init(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let (zone, day) = random.pick(Self.starts)
        self.zone = try #require(TestCalendar().zone(named: zone))
        let start = day.advanced(byDays: Int.random(in: -3...1, using: &random))
        var week: [[DaySpan]] = []
        for _ in 0..<7 {
            let cuts = (0..<4).map { _ in Int.random(in: 0...48, using: &random) * 30 }.sorted()
            let spans = [cuts[0]..<cuts[1], cuts[2]..<cuts[3]]
            week.append(random.chance(25) ? [] : spans.filter { !$0.isEmpty })
        }
        let holidays = (0..<2).map { _ in
            start.advanced(byDays: Int.random(in: -1...8, using: &random))
        }
        calendar = BusinessCalendar(
            name: "chance", zone: zone, week: week, holidays: Set(holidays))
        let minute = Int64.random(in: 0..<1440, using: &random)
        var desk = try DeskFixture.starter(
            at: Instant(
                clamping: Int64(start.daysSinceEpoch) * Instant.millisecondsPerDay
                    + minute * 60_000),
            from: start)
        let targets = Level.allCases.map { level in
            ResponseTarget(
                level: level,
                firstResponse: Minutes(Int.random(in: 1...40, using: &random) * 5),
                resolution: Minutes(Int.random(in: 41...160, using: &random) * 5))
        }
        desk.take(
            DeadlineRules(
                calendars: [calendar], targets: targets, warnPercent: 60, zones: TestCalendar()))
        try desk.perform(
            OpenTicket(
                client: "acme", level: random.pick(Level.allCases), subject: "s", onDemand: true))
        (self.desk, self.random) = (desk, random)
    }

    /// Lets some minutes pass and one thing happen, or be refused.
    mutating func step() throws {
        let minutes = Int64.random(in: random.chance(20) ? 600...2000 : 1...150, using: &random)
        try desk.advance(to: desk.now.advanced(byMilliseconds: minutes * 60_000))
        try desk.recordDeadlines()
        let ticket = Self.ticket
        switch Int.random(in: 0..<9, using: &random) {
        case 0..<2: _ = try? desk.perform(WaitForClient(ticket: ticket))
        case 2..<4: _ = try? desk.perform(ResumeTicket(ticket: ticket))
        case 4:
            let level = random.pick(Level.allCases)
            _ = try? desk.perform(ChangeTicketLevel(ticket: ticket, level: level, reason: "so"))
        case 5: _ = try? desk.perform(ResolveTicket(ticket: ticket))
        case 6: _ = try? desk.perform(ReopenTicket(ticket: ticket, reason: "again"))
        case 7: _ = try? desk.perform(AssignTicket(ticket: ticket, to: "emil"))
        default: _ = try? desk.perform(NoteTicket(ticket: ticket, text: "seen"))
        }
    }
}

/// The minutes that count towards one deadline of a history's ticket, found in the most direct way.
private struct MinuteCount {
    /// When the deadline was met; nil while it is open.
    private(set) var metAt: Instant?
    /// When the clock began and ceased to run, in turn.
    private var turns: [Instant] = []
    private let calendar: BusinessCalendar?
    private let zone: any CivilZone

    /// Longer than any target and the days that are closed in between, in minutes.
    private static let minutesMax = 30 * 1440

    init(_ history: DeadlineHistory, _ kind: DeadlineKind) {
        let ticket = history.desk.state.tickets[DeadlineHistory.ticket]
        calendar = (ticket?.level ?? .regular) >= .highPriority ? history.calendar : nil
        zone = history.zone
        var resolvedAt: Instant?
        var respondedAt: Instant?
        for record in history.desk.records {
            for event in record.events {
                switch event.body {
                // The last one that was opened.
                case is TicketOpened: turns = [record.stamp.at]
                case is TicketAssigned: respondedAt = respondedAt ?? record.stamp.at
                case is TicketWaiting:
                    respondedAt = respondedAt ?? record.stamp.at
                    turns.append(record.stamp.at)
                case is TicketResumed: turns.append(record.stamp.at)
                case is TicketResolved:
                    (respondedAt, resolvedAt) = (respondedAt ?? record.stamp.at, record.stamp.at)
                    if !turns.count.isMultiple(of: 2) { turns.append(record.stamp.at) }
                case is TicketReopened:
                    resolvedAt = nil
                    turns.append(record.stamp.at)
                default: break
                }
            }
        }
        metAt = kind == .response ? respondedAt : resolvedAt
    }

    /// The end of the minute with which so many have counted; nil where that is not before the deadline
    /// was met, nor will be if nothing changes.
    func instant(after wanted: Int) -> Instant? {
        guard var now = turns.first else { return nil }
        var (counted, day) = (0, Day(at: now, calendar, zone))
        for _ in 0..<Self.minutesMax {
            if let metAt, now >= metAt { return nil }
            if now >= day.end { day = Day(at: now, calendar, zone) }
            let runs = !turns.count { $0 <= now }.isMultiple(of: 2)
            let isOpen = calendar == nil || day.open.contains { $0.from <= now && now < $0.to }
            now = now.advanced(byMilliseconds: 60_000)
            guard runs, isOpen else { continue }
            counted += 1
            if counted == wanted { return now }
        }
        return nil
    }

    /// The open hours of a day.
    private struct Day {
        let end: Instant
        let open: [(from: Instant, to: Instant)]

        init(at now: Instant, _ calendar: BusinessCalendar?, _ zone: any CivilZone) {
            let date = zone.date(at: now)
            end = zone.startOfDay(date.advanced(byDays: 1))
            let weekday = ((date.daysSinceEpoch + 3) % 7 + 7) % 7
            let spans = calendar.map { $0.holidays.contains(date) ? [] : $0.week[weekday] } ?? []
            open = spans.map {
                (
                    zone.instant(ofMinute: $0.lowerBound, on: date),
                    zone.instant(ofMinute: $0.upperBound, on: date)
                )
            }
        }
    }
}
