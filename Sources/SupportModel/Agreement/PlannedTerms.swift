/// Terms that take over with a later cycle: a downgrade, or a renewed term.
package struct PlannedTerms: Hashable, Sendable, Codable {
    /// The index of the first cycle that they hold for.
    package var cycle: Int
    /// What then holds.
    package var terms: ContractTerms
}
