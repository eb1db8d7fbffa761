import SupportJSON
import SupportWire

/// How one method is answered: a row of the table of methods.
struct Route: Sendable {
    let method: String
    let access: Access
    let work: Work

    /// What kind of work a method is.
    enum Work: Sendable {
        /// Quick: answered on the event loop.
        case read(@Sendable (Envelope, DeskView) throws -> RawJSON)
        /// May take long: answered on another thread, from a copy of the state.
        case longRead(@Sendable (Envelope, DeskView) throws -> RawJSON)
        /// Changes the desk.
        case mutation(@Sendable (Envelope, DeskView) throws -> Mutation)
        /// Anything else that the ledger does itself.
        case act(@Sendable (Envelope, isolated Ledger) throws -> Outcome)
    }
}
