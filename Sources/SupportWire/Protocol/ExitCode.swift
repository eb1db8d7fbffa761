/// How `supportc` ends, the same in every output format; also `code` in an error on the wire.
package enum ExitCode: Int, Sendable, Codable, CaseIterable {
    case done = 0
    /// A rule refused it.
    case refused = 1
    /// The request itself is wrong.
    case usage = 2
    /// There is no such thing, or the answer is no.
    case notFound = 3
    /// A version or a key does not match.
    case conflict = 4
    case unreachable = 5
    case timedOut = 6
    case notPermitted = 7
    /// The daemon cannot store now: disk full, shutting down.
    case cannotStore = 8
}
