/// What a file that is applied does not allow in a table, or as a whole.
package enum TableRule: Hashable, Sendable {
    /// The file has so many tables, more than `Limits.desiredCountMax`.
    case tooMany(Int)
    /// An earlier table, on that line, means the same contract.
    case sameContract(Name<Client>, Identifier<Contract>, line: Int)
    /// Several contracts in force could be meant; at least two.
    case severalContracts(Name<Client>, project: String?, [Identifier<Contract>])
    /// The contract that was signed from that day has ended, with another term.
    case endedOtherwise(months: Int?, AgreedTerm)
    /// A contract's first day cannot be changed.
    case start(CivilDate, AgreedTerm)
    /// A contract's term cannot be changed (R5).
    case term(months: Int?, AgreedTerm)
    /// There is no such contract yet, and the day of its first cycle is missing.
    case startMissing
    /// There is no such contract yet, and its term is missing.
    case monthsMissing
}

/// The term of a contract, for a file that says another.
package struct AgreedTerm: Hashable, Sendable {
    /// The contract.
    package var contract: Identifier<Contract>
    /// Its first day.
    package var start: CivilDate
    /// All its months, those of renewed terms included.
    package var months: Int
    /// Whether it was renewed.
    package var isRenewed: Bool

    /// The term of a contract as it stands.
    init(_ contract: Contract) {
        self.contract = contract.number
        start = contract.start
        months = contract.months
        isRenewed = contract.termMonths != nil
    }
}
