package import SupportJSON
package import SupportWire

/// What the ledger makes of a request.
package enum Outcome: Sendable {
    /// The answer, to be told once this record is durable.
    case reply(RawJSON, after: UInt64)
    /// An error, which saw this state.
    case error(WireError, after: UInt64)
    /// Work for another thread, when its turn comes.
    case later(Errand)
    /// The connection streams records from now on, after this sequence number.
    case watch(since: UInt64)
}
