/// The figures of R9 for one refused entry.
package struct WeeklyLimitFigures: Hashable, Sendable, Codable {
    /// The contract that the entry would have been booked on.
    package var contract: Identifier<Contract>
    /// The Monday of the week that the work falls in.
    package var week: CivilDate
    /// The most that week may draw from the package.
    package var limit: Minutes
    /// What it has drawn before this entry.
    package var drawn: Minutes
    /// What the week still takes.
    package var room: Minutes
    /// What was asked of it.
    package var asked: Minutes
    /// What of it is beyond the package however much room the week has (R8).
    package var beyondPackage: Minutes
    /// What the contract says of extra hours, which are one way out.
    package var extra: ExtraPolicy
    /// The Monday on which the next week begins; nil for a week that is past, where waiting is no way
    /// out.
    package var nextWeek: CivilDate?

    package init(
        contract: Identifier<Contract>, week: CivilDate, limit: Minutes, drawn: Minutes,
        room: Minutes, asked: Minutes, beyondPackage: Minutes, extra: ExtraPolicy,
        nextWeek: CivilDate?
    ) {
        self.contract = contract
        self.week = week
        self.limit = limit
        self.drawn = drawn
        self.room = room
        self.asked = asked
        self.beyondPackage = beyondPackage
        self.extra = extra
        self.nextWeek = nextWeek
    }
}
