/// How a process ended.
package enum ProcessEnd: Hashable, Sendable {
    /// It ended itself, with this status, 0 for success.
    case exited(status: Int32)
    /// A signal ended it.
    case killed(signal: Int32)
}

extension ProcessEnd: CustomStringConvertible {
    /// `exited with status 1`, `killed by signal 9`.
    package var description: String {
        switch self {
        case .exited(let status): "exited with status \(status)"
        case .killed(let signal): "killed by signal \(signal)"
        }
    }
}
