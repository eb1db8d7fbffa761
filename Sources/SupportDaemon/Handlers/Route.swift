import SupportJSON
import SupportWire

/// How one method is answered: a row of the table of methods.
struct Route: Sendable {
    let method: String
    let access: Access
    let cost: Cost
    /// The longest line that may carry the method, in bytes.
    let lineBytesMax: Int
    let work: Work

    /// What kind of work a method is.
    enum Work: Sendable {
        /// Answers from the state as it is at one moment.
        case read(@Sendable (Envelope, DeskView) throws -> RawJSON)
        /// Changes the desk.
        case mutation(@Sendable (Envelope, DeskView) throws -> Mutation)
        /// Anything else that the ledger does itself.
        case act(@Sendable (Envelope, isolated Ledger) throws -> Outcome)
        /// Reads or writes what lies on the disk, on another thread.
        case errand(@Sendable (Envelope, isolated Ledger) throws -> Errand.Work)
    }

    /// The row of a request, which says itself what it takes and costs.
    init<Input: Request>(_ input: Input.Type, _ work: Work) {
        method = Input.method
        access = Input.access
        cost = Input.cost
        lineBytesMax = Input.lineBytesMax
        self.work = work
    }
}
