/// What a piece of text means to the eye; a colour only where there are colours.
enum Style: Sendable {
    /// The name of the thing that is shown.
    case strong
    /// Of less weight than its surroundings.
    case faint
    /// As it should be.
    case good
    /// To be watched.
    case warning
    /// To be acted on.
    case bad

    /// The number of the terminal's attribute or colour (ECMA-48, SGR).
    var code: Int {
        switch self {
        case .strong: 1
        case .faint: 2
        case .good: 32
        case .warning: 33
        case .bad: 31
        }
    }
}
