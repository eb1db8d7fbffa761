/// The figures of R8 for one refused entry.
package struct ExtraFigures: Hashable, Sendable, Codable {
    /// The contract that the entry would have been booked on.
    package var contract: Identifier<Contract>
    /// What is left of the package.
    package var left: Minutes
    /// How much of the entry would be extra.
    package var extra: Minutes
    /// Whether it is the service that the package does not include (R2).
    package var serviceNotIncluded: Bool
}
