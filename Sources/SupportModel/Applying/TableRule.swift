/// Why a table of a file that is applied, or the file, is refused.
package enum TableRule: Hashable, Sendable {
    /// The file has so many tables, more than `Limits.desiredCountMax`.
    case tooMany(Int)
    /// An earlier table, on that line, matches the same contract.
    case sameContract(Name<Client>, Identifier<Contract>, line: Int)
    /// Several contracts in force match; at least two.
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

/// The term of a contract, for a file that gives another.
package struct AgreedTerm: Hashable, Sendable {
    package var contract: Identifier<Contract>
    /// Its first day.
    package var start: CivilDate
    /// All its months, those of renewed terms included.
    package var months: Int
    /// Whether it was renewed.
    package var isRenewed: Bool

    /// The present term of a contract.
    init(_ contract: Contract) {
        self.contract = contract.number
        start = contract.start
        months = contract.months
        isRenewed = contract.termMonths != nil
    }
}
