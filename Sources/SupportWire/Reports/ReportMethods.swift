package import SupportModel

/// Makes a report of a kind on a period.
package struct Report<Kind: Reported>: Request {
    package static var method: Method<Kind.Figures> { Kind.method }

    /// The days of this month; the last month that is over unless this or `from` is said.
    package var month: CivilMonth?
    /// This day and those after it; does not go with `month`.
    package var from: CivilDate?
    /// The last day, which goes with `from`; today unless said.
    package var to: CivilDate?
    /// Only this client's.
    package var client: Name<Client>?
    /// Only of tickets of this level, and work on such.
    package var level: Level?

    package init(
        month: CivilMonth? = nil, from: CivilDate? = nil, to: CivilDate? = nil,
        client: Name<Client>? = nil, level: Level? = nil
    ) {
        (self.month, self.from, self.to) = (month, from, to)
        (self.client, self.level) = (client, level)
    }
}

/// A kind of report.
package protocol Reported: Sendable {
    /// What it tells.
    associatedtype Figures: View
    /// The method that makes it.
    static var method: Method<Figures> { get }
}

/// Tickets, promises and work.
package enum ReportedDesk: Reported {
    package static let method = Method<DeskReport>.read("report.desk", .long)
}

/// Who worked how much.
package enum ReportedHours: Reported {
    package static let method = Method<HoursReport>.read("report.hours", .long)
}
