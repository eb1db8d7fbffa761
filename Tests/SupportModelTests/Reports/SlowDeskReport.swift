import SupportJSON
import SupportModel
import SupportTestKit

/// The report of the desk, counted a second time from the log and in the plainest way: what the state
/// keeps of tickets is not asked, but how the deadlines of those that were never resolved stand.
struct SlowDeskReport {
    private let state: State
    private var tickets: [Int: Life] = [:]
    private var aliases: [Int: Int] = [:]
    private var entries: [Int: Entry] = [:]
    private let zones: [Name<Client>: any CivilZone]

    /// What the log says of a ticket.
    private struct Life {
        let client: Name<Client>
        /// Its level from each moment on; nil while it is not live. In the order of the log.
        var standings: [(at: Instant, level: Level?)]
        var level: Level
        var happened: [(what: String, at: Instant, level: Level)] = []
        var moves: [(at: Instant, from: Level, to: Level)] = []
        var response: Instant?
        var inherited: Instant?
        var resolutions: [(at: Instant, level: Level, deadlines: [JSONValue])] = []
        var missed: [(kind: String, recorded: Instant)] = []
        /// The responses that a merge replaced, and until when they were the first.
        var formerResponses: [(at: Instant?, until: Instant)] = []
        var isMergedLive = false

        var isLive: Bool { standings.last?.level != nil }

        /// A time, but none before what happened last.
        func moment(_ at: Instant) -> Instant { standings.last.map { max($0.at, at) } ?? at }
    }

    /// What the log says of a time entry.
    private struct Entry {
        let ticket: Int
        let date: CivilDate
        let service: String
        let minutes: Int
        let level: Level
        var isVoid = false
    }

    init(_ desk: DeskFixture) throws {
        state = desk.state
        let zones = desk.state.clients.values.compactMap { client in
            TestCalendar().zone(named: client.zone).map { (client.name, $0) }
        }
        self.zones = Dictionary(uniqueKeysWithValues: zones)
        for record in desk.records {
            for event in record.events {
                let document = try JSONDocument(try LineJSONEncoder.encode(event))
                try take(document.root, record.stamp)
            }
        }
    }

    private mutating func take(_ event: JSONValue, _ stamp: Stamp) throws {
        func number(_ name: String) -> Int { event[member: name]?.int ?? 0 }
        func level(_ name: String) -> Level? {
            event[member: name]?.int.flatMap { Level(rawValue: $0) }
        }
        let named = aliases[number("ticket")] ?? number("ticket")
        let at = stamp.at
        switch event[member: "type"]?.string {
        case "ticket.opened":
            let opened = level("level") ?? .regular
            tickets[number("number")] = Life(
                client: try Name.literal(event[member: "client"]?.string),
                standings: [(at, opened)], level: opened,
                happened: [("opened", at, opened)])
        case "ticket.level-changed": move(named, to: level("to"), at)
        case "ticket.resolved":
            respond(named, stamp)
            guard let life = tickets[named] else { return }
            let deadlines = event[member: "deadlines"].map { Array($0.elements) } ?? []
            tickets[named]?.resolutions.append((at, life.level, deadlines))
            end(named, "resolved", at)
        case "ticket.reopened":
            guard let life = tickets[named] else { return }
            let moment = life.moment(at)
            tickets[named]?.happened.append(("reopened", moment, life.level))
            tickets[named]?.standings.append((moment, life.level))
        case "ticket.merged": merge(number("ticket"), number("into"), level("level"), at)
        case "ticket.split":
            guard event[member: "notes"] == nil else { return }
            let response = tickets[named]?.response
            tickets[number("into")]?.response = response
            tickets[number("into")]?.inherited = response
            let missed = tickets[named]?.missed ?? []
            tickets[number("into")]?.missed = missed
        case "ticket.assigned" where event[member: "assignee"] != nil: respond(named, stamp)
        case "ticket.waiting", "ticket.replied": respond(named, stamp)
        case "ticket.deadline":
            let mark = event[member: "mark"]
            guard mark?[member: "stage"]?.string == "missed" else { return }
            tickets[named]?.missed.append((mark?[member: "kind"]?.string ?? "", at))
        case "time.added":
            respond(named, stamp)
            entries[number("number")] = Entry(
                ticket: named, date: try CivilDate.literal(event[member: "date"]?.string),
                service: event[member: "service"]?.string ?? "", minutes: number("billed"),
                level: level("level") ?? .regular)
        case "time.voided": entries[number("entry")]?.isVoid = true
        default: return
        }
    }

    private mutating func respond(_ ticket: Int, _ stamp: Stamp) {
        guard stamp.by != .desk, tickets[ticket]?.response == nil else { return }
        tickets[ticket]?.response = stamp.at
    }

    private mutating func move(_ ticket: Int, to level: Level?, _ at: Instant) {
        guard let level, let life = tickets[ticket] else { return }
        let moment = life.moment(at)
        tickets[ticket]?.moves.append((moment, life.level, level))
        tickets[ticket]?.level = level
        tickets[ticket]?.standings.append((moment, level))
    }

    private mutating func end(_ ticket: Int, _ what: String, _ at: Instant) {
        guard let life = tickets[ticket] else { return }
        let moment = life.moment(at)
        tickets[ticket]?.happened.append((what, moment, life.level))
        tickets[ticket]?.standings.append((moment, nil))
    }

    private mutating func merge(_ ticket: Int, _ into: Int, _ level: Level?, _ at: Instant) {
        guard let source = tickets[ticket], let other = tickets[into] else { return }
        for (alias, meant) in aliases where meant == ticket { aliases[alias] = into }
        aliases[ticket] = into
        if source.isLive {
            tickets[ticket]?.isMergedLive = true
            end(ticket, "merged", at)
            let response = [source.response, other.response].compactMap(\.self).min()
            if response != other.response {
                tickets[into]?.formerResponses.append((other.response, at))
            }
            tickets[into]?.response = response
            let known = other.missed.map(\.kind)
            tickets[into]?.missed += source.missed.filter { !known.contains($0.kind) }
                .map { (kind: $0.kind, recorded: at) }
        }
        move(into, to: level, at)
    }
}

/// The figures.
extension SlowDeskReport {
    private func day(_ at: Instant, _ life: Life) -> CivilDate {
        zones[life.client]?.date(at: at) ?? CivilDate(daysSinceEpoch: 0)
    }

    private func lives(of client: Name<Client>?) -> [(Int, Life)] {
        tickets.filter { client == nil || $0.value.client == client }.map { ($0.key, $0.value) }
    }

    /// The level that a ticket has at the end of a day; nil where it is not live then.
    private func standing(_ life: Life, at end: CivilDate) -> Level? {
        life.standings.last { day($0.at, life) <= end }?.level
    }

    /// The figures of the tickets of a client and a level, of all where none is named.
    func figures(_ period: ReportPeriod, _ client: Name<Client>?, _ level: Level?) -> TicketFigures
    {
        var figures = TicketFigures()
        let eve = period.from.advanced(byDays: -1)
        for (number, life) in lives(of: client) {
            func isMeant(_ other: Level?) -> Bool { other != nil && (level ?? other) == other }
            func count(_ what: String) -> Int {
                life.happened.count {
                    $0.what == what && period.contains(day($0.at, life)) && isMeant($0.level)
                }
            }
            figures.flow.before += isMeant(standing(life, at: eve)) ? 1 : 0
            figures.flow.after += isMeant(standing(life, at: period.to)) ? 1 : 0
            figures.flow.opened += count("opened")
            figures.flow.reopened += count("reopened")
            figures.flow.resolved += count("resolved")
            figures.flow.merged += count("merged")
            if let level {
                for move in life.moves where period.contains(day(move.at, life)) {
                    figures.flow.moved += (move.to == level ? 1 : 0) - (move.from == level ? 1 : 0)
                }
            }
            if isMeant(standing(life, at: period.to)), isOverdue(life, at: period.to) {
                figures.overdue += 1
            }
            add(number, life, period, level, to: &figures)
        }
        return figures
    }

    private func isOverdue(_ life: Life, at end: CivilDate) -> Bool {
        var response = life.response
        if let former = life.formerResponses.first(where: { day($0.until, life) > end }) {
            response = former.at
        }
        let isAnswered = response.map { day($0, life) <= end } ?? false
        return life.missed.contains { mark in
            day(mark.recorded, life) <= end && !(mark.kind == "response" && isAnswered)
        }
    }

    private func add(
        _ number: Int, _ life: Life, _ period: ReportPeriod, _ level: Level?,
        to figures: inout TicketFigures
    ) {
        for one in life.resolutions
        where period.contains(day(one.at, life)) && (level ?? one.level) == one.level {
            for deadline in one.deadlines where deadline[member: "kind"]?.string == "resolution" {
                let isMissed = deadline[member: "missed_at"] != nil
                figures.resolution.kept += isMissed ? 0 : 1
                figures.resolution.missed += isMissed ? 1 : 0
            }
        }
        guard let (response, isMissed) = answered(number, life),
            response.level == level ?? response.level,
            period.contains(day(response.at, life))
        else { return }
        figures.response.kept += isMissed ? 0 : 1
        figures.response.missed += isMissed ? 1 : 0
    }

    private func answered(_ number: Int, _ life: Life) -> ((at: Instant, level: Level), Bool)? {
        guard !life.isMergedLive, let at = life.response, at != life.inherited else { return nil }
        let since = life.resolutions.first { $0.at >= at }
        if let first = since ?? (life.isLive ? nil : life.resolutions.last) {
            let kept = first.deadlines.first { $0[member: "kind"]?.string == "response" }
            guard let kept else { return nil }
            return ((at, first.level), kept[member: "missed_at"] != nil)
        }
        guard
            let ticket = Identifier<Ticket>(number).flatMap({ state.tickets[$0] }),
            let deadline = state.deadlines(of: ticket).first(where: { $0.kind == .response })
        else { return nil }
        return ((at, life.level), deadline.at != nil)
    }

    /// The times of resolutions of a level, shortest first.
    func resolutionTimes(_ period: ReportPeriod, _ client: Name<Client>?, _ level: Level) -> [Int] {
        lives(of: client).flatMap { _, life in
            life.resolutions.filter { $0.level == level && period.contains(day($0.at, life)) }
                .flatMap(\.deadlines).filter { $0[member: "kind"]?.string == "resolution" }
                .compactMap { $0[member: "used"]?.int }
        }.sorted()
    }

    /// The minutes of each service.
    func services(_ period: ReportPeriod, _ client: Name<Client>?, _ level: Level?) -> [String: Int]
    {
        var sums: [String: Int] = [:]
        for entry in entries.values
        where !entry.isVoid && period.contains(entry.date)
            && (level ?? entry.level) == entry.level
            && (client == nil || tickets[entry.ticket]?.client == client)
        {
            sums[entry.service, default: 0] += entry.minutes
        }
        return sums
    }

    /// How many tickets of each level are live at the end of a day.
    func live(_ end: CivilDate, _ client: Name<Client>?, _ level: Level?) -> [Int] {
        Level.allCases.map { one in
            lives(of: client).count { _, life in
                (level ?? one) == one && standing(life, at: end) == one
            }
        }
    }
}

extension Name {
    fileprivate static func literal(_ text: String?) throws -> Name {
        guard let name = Name(text ?? "") else { throw Unreadable(text: text) }
        return name
    }
}

extension CivilDate {
    fileprivate static func literal(_ text: String?) throws -> CivilDate {
        guard let date = CivilDate(text ?? "") else { throw Unreadable(text: text) }
        return date
    }
}

/// A text of the log that cannot be what it should be.
private struct Unreadable: Error {
    let text: String?
}
