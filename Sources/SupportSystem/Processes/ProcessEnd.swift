/// How a process ended.
package enum ProcessEnd: Hashable, Sendable {
    /// It ended itself, with this status, 0 for success.
    case exited(status: Int32)
    /// A signal ended it.
    case killed(signal: Int32)
}
