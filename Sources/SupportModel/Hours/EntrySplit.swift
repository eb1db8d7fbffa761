/// How one entry's minutes are covered. The two add up to the entry's billed minutes.
package struct EntrySplit: Hashable, Sendable, Codable {
    /// The entry that is covered.
    package var entry: Identifier<TimeEntry>
    /// Drawn from the package.
    package var package: Minutes
    /// Billed beyond it (R8).
    package var extra: Minutes
}
