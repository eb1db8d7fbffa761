/// The figures of R8 for one refused entry.
package struct ExtraFigures: Hashable, Sendable, Codable {
    /// The contract that the entry would have been booked on.
    package var contract: Identifier<Contract>
    /// What is left of the package.
    package var left: Minutes
    /// What the week still takes of that (R9); nil where it takes all that is asked of it.
    package var room: Minutes?
    /// How much of the entry would be extra.
    package var extra: Minutes
    /// Whether it is the service that the package does not include (R2).
    package var serviceNotIncluded: Bool

    package init(
        contract: Identifier<Contract>, left: Minutes, room: Minutes?, extra: Minutes,
        serviceNotIncluded: Bool
    ) {
        self.contract = contract
        self.left = left
        self.room = room
        self.extra = extra
        self.serviceNotIncluded = serviceNotIncluded
    }
}
