/// A client's support package: its terms, its term and the account of its hours.
package struct Contract: Hashable, Sendable, Codable {
    /// What people and scripts call it: `contract 3`.
    package var number: Identifier<Contract>
    /// Who is looked after.
    package var client: Name<Client>
    /// What the package looks after, where a client has several; nil for everything.
    package var project: String?
    /// The account manager (R7).
    package var manager: Name<Staff>
    /// The zone that cycles, weeks and work dates are counted in.
    package var zone: ZoneName
    /// The day of the first cycle, from which all cycles are computed (R10).
    package var start: CivilDate
    /// How many cycles there are, those of renewed terms included (R5).
    package var months: Int
    /// What holds for the open cycle: as signed, changed or renewed.
    package var terms: ContractTerms
    /// What takes over with a later cycle, soonest first; nil for nothing.
    package var planned: [PlannedTerms]?
    /// What happens at the end of the term; nil means `manual`.
    package var renewal: RenewalPolicy?
    /// The months of the term that runs, where the contract was renewed; nil: `months`.
    package var termMonths: Int?
    /// When it was to rest, as ordered, oldest first; only the last may be without an end, and none
    /// begins after a termination's last day. `rests` says what of it holds.
    var suspensions: [Suspension]?
    /// Its agreed end before the term is over.
    package var termination: Termination?
    /// Pairs of cycles whose hours form one pool (R11), in order.
    package var groups: [HourGroup]?
    /// What dissolved groups let weeks draw, for the work that was booked before; nil for nothing.
    package var lapsedLimits: [LapsedLimit]?
    /// When it was signed, which may be long before or after it starts.
    package var signedAt: Instant
    /// Who entered the signature.
    package var signedBy: Actor
    /// Its cycles and the entries of the open one.
    package var account: HourAccount
    /// The sequence number of the record that last changed the contract.
    package var version: UInt64
}
