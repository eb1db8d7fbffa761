package import SupportModel
import SupportSystem

/// The time zone in which a person reads times.
package struct ReaderZone: Sendable {
    /// What is wrong with the zone that was asked for, so that times are in UTC; nil for nothing.
    package let trouble: String?
    private let offset: @Sendable (Instant) -> Offset

    /// How local time differs from UTC at a moment.
    package struct Offset: Hashable, Sendable {
        /// Seconds that local time is ahead of UTC; negative west of Greenwich.
        package let seconds: Int
        /// The short name of the time, such as `CEST`.
        package let abbreviation: String

        package init(seconds: Int, abbreviation: String) {
            (self.seconds, self.abbreviation) = (seconds, abbreviation)
        }

        /// What stands behind a time: `Z`, ` CET`; ` +02:00` where a rule calls that UTC.
        fileprivate var mark: String {
            guard abbreviation == "UTC" else { return " \(abbreviation)" }
            guard seconds != 0 else { return "Z" }
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let minutes = abs(seconds) / 60
            return " \(seconds < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
        }
    }

    package init(trouble: String? = nil, offset: @escaping @Sendable (Instant) -> Offset) {
        (self.trouble, self.offset) = (trouble, offset)
    }

    /// UTC.
    package static let utc = ReaderZone { _ in Offset(seconds: 0, abbreviation: "UTC") }

    /// `2026-11-23 19:32:54 CET`; in UTC `2026-11-23 18:32:54Z`.
    ///
    /// - Parameter seconds: whether seconds are said.
    package func text(_ instant: Instant, seconds: Bool) -> String {
        let offset = offset(instant)
        let local = instant.advanced(byMilliseconds: Int64(offset.seconds) * 1000).description
        let time = local.dropFirst(11).prefix(seconds ? 8 : 5)
        return "\(local.prefix(10)) \(time)\(offset.mark)"
    }
}

extension ReaderZone {
    /// The day that a moment is on.
    package func date(at instant: Instant) -> CivilDate? {
        let local = instant.advanced(byMilliseconds: Int64(offset(instant).seconds) * 1000)
        return CivilDate(String(local.description.prefix(10)))
    }

    /// When a day begins; where the clock is set over midnight, the first instant after it.
    package func midnight(of date: CivilDate) -> Instant? {
        guard let utc = Instant("\(date)T00:00:00Z") else { return nil }
        func moment(_ at: Instant) -> Instant {
            utc.advanced(byMilliseconds: -Int64(offset(at).seconds) * 1000)
        }
        // Where the clock is set forward over midnight, the earlier of both is the day before.
        let first = moment(utc)
        let second = moment(first)
        return date == self.date(at: second) ? second : max(first, second)
    }

    /// The variable of the environment that names the zone.
    package static let variable = "TZ"

    /// The zone of the process: `name` where one is given, else that of the environment, else that
    /// of the host.
    static func ofProcess(named name: String?, environment: (String) -> String?) -> ReaderZone {
        if let name { LocalZone.use(name) }
        guard let zone = environment(variable),
            !LocalZone.isZone(zone, directory: environment("TZDIR"))
        else {
            return ReaderZone { instant in
                let seconds = instant.millisecondsSinceEpoch / 1000
                let offset = LocalZone.offset(atSecondsSinceEpoch: seconds)
                return Offset(seconds: offset.seconds, abbreviation: offset.abbreviation)
            }
        }
        return ReaderZone(
            trouble:
                "\(variable) is \(PrintableText.line(zone)), which is no time zone; times are in UTC",
            offset: utc.offset)
    }
}
