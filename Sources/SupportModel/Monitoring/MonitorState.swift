/// What the desk believes of a monitor.
package enum MonitorState: String, Sendable, Codable, CaseIterable {
    /// It has not been looked at yet.
    case pending
    case up
    /// It failed, not yet often enough to be believed.
    case failing
    /// It failed often enough in a row; a ticket is open.
    case down
    /// It was down and answers again, not yet often enough to be believed.
    case recovering
    /// The desk could not look: it was off, or the worker could not.
    case unknown
    /// A person asked the desk to look no more for now.
    case paused
}
