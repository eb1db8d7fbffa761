import SupportModel
import SupportTestKit

/// What the tests of planning say of a desk, and what it answers them.
///
/// Contract 1 is Starter (40 hours a month, 20 a week) from Sunday 1 November 2026. Its first
/// cycle touches the weeks W44 to W49; the last is cut by the boundary on Tuesday 1 December.
extension DeskFixture {
    /// A desk on Monday 2 November unless said, with ticket 1 resolved: nothing is to be done.
    static func planned(
        at now: Instant = "2026-11-02T09:00:00Z", months: Int = 12,
        extra: ExtraPolicy = .allow, beyond: EmergencyBeyondLimit = .package,
        zone: ZoneName = "UTC"
    ) throws -> DeskFixture {
        var catalogue = Catalogue.test
        catalogue.emergencyBeyondLimit = beyond
        var desk = try DeskFixture.starter(
            at: "2026-11-02T09:00:00Z", from: "2026-11-01", zone: zone, months: months,
            extra: extra, catalogue: catalogue)
        try desk.perform(ResolveTicket(ticket: 1))
        try desk.advance(to: now)
        return desk
    }

    /// Opens a ticket and plans it; answers its number.
    @discardableResult
    mutating func plan(
        _ estimate: Minutes?, in week: String? = nil, level: Level = .regular,
        due: CivilDate? = nil, service: Name<Service>? = nil
    ) throws(Refusal) -> Identifier<Ticket> {
        try perform(OpenTicket(client: "acme", level: level, subject: "Work", service: service))
        let number = state.newestTicket?.number ?? 1
        guard estimate != nil || week != nil || due != nil else { return number }
        try perform(
            PlanTicket(
                ticket: number, estimate: estimate, week: week.flatMap { Week($0) }, due: due))
        return number
    }

    /// The day in contract 1's zone.
    var today: CivilDate {
        let name = state.contracts[1]?.zone ?? .utc
        return calendar.zone(named: name)?.date(at: now) ?? "1970-01-01"
    }

    /// The plan of contract 1.
    func plan(weeks: Int? = nil) throws(Refusal) -> ContractPlan {
        let contract = try state.contract(.number(1), at: now)
        return try state.plan(of: contract, at: now, today: today, weeks: weeks)
    }

    /// What the desk suggests for contract 1.
    func suggestion(replans: Bool = false) throws(Refusal) -> PlanSuggestion {
        let contract = try state.contract(.number(1), at: now)
        return try state.suggestPlan(of: contract, at: now, today: today, replans: replans)
    }
}

extension WeekPlan {
    /// `2026-W45 2h + 4h of 20h, room 14h`.
    var line: String { "\(week) \(drawn) + \(planned) of \(limit), room \(room)" }
}

extension PoolPlan {
    /// `40h left, 4h planned, 38h usable, until 2026-12-01`.
    var line: String {
        "\(left) left, \(planned) planned, \(usable) usable, "
            + "until \(expires?.description ?? "it goes on")"
    }
}

extension SuggestedTicket {
    /// `4: W46 5h, W49 10h`; a part with extra hours says so.
    var line: String {
        let weeks = parts.map { part in
            "\(part.week.description.dropFirst(5)) \(part.minutes)"
                + (part.extra > .zero ? " (\(part.extra) extra)" : "")
        }
        return "\(work.ticket): " + (weeks.isEmpty ? "-" : weeks.joined(separator: ", "))
    }
}

extension PlanShortfall {
    /// `10h, 10h carried: package; next-cycle, extra-hours`.
    var line: String {
        "\(minutes), \(carried) carried: \(reason.rawValue); "
            + options.map(\.rawValue).joined(separator: ", ")
    }
}
