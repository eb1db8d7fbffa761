/// What is told of a cycle's hours by itself, each at most once a cycle.
package enum HourNotice: String, Sendable, Codable, CaseIterable {
    /// Half of the hours are used.
    case half
    /// Four fifths are.
    case most
    /// All are: further work is extra.
    case all
    /// Hours are left that the weekly limit no longer lets through before they expire (R9, R12).
    case unusable

    /// The share of the hours at which it is told, in percent; nil for `unusable`.
    package var percent: Int? {
        switch self {
        case .half: 50
        case .most: 80
        case .all: 100
        case .unusable: nil
        }
    }
}
