import SupportModel

/// What every report says of the days that it is about.
protocol PeriodFigures {
    /// The first day.
    var from: CivilDate { get }
    /// The last day.
    var to: CivilDate { get }
    /// Whether the last day is over.
    var over: Bool { get }
    /// When it was made.
    var at: Instant { get }
    /// The only client; nil for all.
    var client: Name<Client>? { get }
    /// What that one is called.
    var clientTitle: String? { get }
    /// The only level; nil for all.
    var level: Level? { get }
}

extension DeskReport: PeriodFigures {}

extension HoursReport: PeriodFigures {}

extension TicketCourse {
    /// How many tickets of a level are open at its end.
    func live(of level: Level) -> Int {
        let place = level.rawValue - 1
        return live.indices.contains(place) ? live[place] : 0
    }
}

/// The words of reports.
enum ReportWords {
    /// Where there is nothing of which a share could be told.
    static let none = "\u{2013}"

    /// `2026-11-01 to 2026-11-30`.
    static func span(_ report: some PeriodFigures) -> String {
        span(from: report.from, to: report.to)
    }

    /// `2026-11-01 to 2026-11-30`, or the only day.
    static func span(from: CivilDate, to: CivilDate) -> String {
        from == to ? "\(from)" : "\(from) to \(to)"
    }

    /// What a reader must know before the figures; nil for nothing.
    static func note(_ report: some PeriodFigures) -> String? {
        report.over
            ? nil : "\(report.to) is not over; these are the figures so far"
    }

    /// `Acme Outdoor GmbH (acme)`; nil for all clients.
    static func client(_ report: some PeriodFigures) -> String? {
        report.client.map { name in
            report.clientTitle.map { $0 == name.text ? $0 : "\($0) (\(name))" } ?? name.text
        }
    }

    /// `1, emergency`.
    static func level(_ level: Level) -> String { "\(level.rawValue), \(level.title)" }

    /// `97%`, or a dash where there was nothing.
    static func percent(_ figures: PromiseFigures) -> String {
        figures.keptPercent.map { "\($0)%" } ?? none
    }

    /// `3h30m`, or a dash for none.
    static func time(_ minutes: Minutes?) -> String { minutes?.description ?? none }

    /// `of Europe/Berlin`, or that each client has its own.
    static func days(_ report: DeskReport) -> String {
        report.zone?.text ?? "each client's own"
    }

    /// `2026-12-01 09:00 UTC`.
    static func minute(_ instant: Instant) -> String {
        let text = instant.description
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
    }
}
