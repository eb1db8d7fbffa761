/// How one entry's minutes are covered. The three add up to the entry's billed minutes.
package struct EntrySplit: Hashable, Sendable {
    /// The entry that is covered.
    package var entry: Identifier<TimeEntry>
    /// Drawn from the cycle's own hours; for a late entry, from those that had expired.
    package var package: Minutes
    /// Drawn from the hours of the cycle that it is grouped with (R11).
    package var grouped: Minutes
    /// Billed beyond them (R8).
    package var extra: Minutes

    /// Drawn from hours of the package, of whichever cycle.
    package var drawn: Minutes { package + grouped }
}

/// As an object; `grouped` is left out where there is none, as most records have none.
extension EntrySplit: Codable {
    private enum CodingKeys: CodingKey { case entry, package, grouped, extra }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        entry = try container.decode(Identifier<TimeEntry>.self, forKey: .entry)
        package = try container.decode(Minutes.self, forKey: .package)
        grouped = try container.decodeIfPresent(Minutes.self, forKey: .grouped) ?? .zero
        extra = try container.decode(Minutes.self, forKey: .extra)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entry, forKey: .entry)
        try container.encode(package, forKey: .package)
        if grouped != .zero { try container.encode(grouped, forKey: .grouped) }
        try container.encode(extra, forKey: .extra)
    }
}
