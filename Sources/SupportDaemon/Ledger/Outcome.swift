package import SupportJSON
package import SupportWire

/// What the ledger makes of a request.
package enum Outcome: Sendable {
    /// The answer, to be told once this record is durable.
    case reply(RawJSON, after: UInt64)
    /// An error, which saw this state.
    case error(WireError, after: UInt64)
    /// Work for another thread; it answers itself. The answer saw this state.
    case later(@Sendable () throws -> RawJSON, after: UInt64)
    /// The connection streams records from now on, after this sequence number.
    case watch(since: UInt64)
}
