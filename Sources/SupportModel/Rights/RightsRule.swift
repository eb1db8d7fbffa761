/// What the rules keep to those who have a further permission, beyond that of the request.
package enum RightsRule: Hashable, Sendable {
    /// Work is booked for somebody else.
    case timeOf(Name<Staff>)
    /// The timer of somebody else is stopped, by the name that the request gives.
    case timerOf(String)
    /// An entry is changed whose work is another person's.
    case entryOf(Identifier<TimeEntry>, Name<Staff>?)
    /// An agreement is given under the name of somebody else (R9, R11).
    case agreementOf(Name<Staff>)

    /// What it takes.
    package var needed: Permission {
        switch self {
        case .timeOf, .timerOf, .entryOf: .bookForOthers
        case .agreementOf: .operate
        }
    }
}
