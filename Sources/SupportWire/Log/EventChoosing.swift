package import SupportModel

/// A request that chooses events of the log; of several choices an event has to meet all.
package protocol EventChoosing {
    /// Only events of this type, or of this noun: `ticket.opened`, `ticket`; `contract` means what
    /// happens to its cycles too.
    var type: String? { get set }
    /// Only events about this ticket and its entries.
    var ticket: Identifier<Ticket>? { get set }
    /// Only events about this client, its tickets, entries, contracts and monitors.
    var client: Name<Client>? { get set }
    /// Only events about this contract, its hours, tickets and entries: its number, or a client that
    /// has exactly one active contract.
    var contract: ContractReference? { get set }
    /// Only events about this monitor and the tickets that it opened.
    var monitor: Name<Monitor>? { get set }
    /// Only events about tickets of one of these levels, at the time of the event where that says
    /// it, else now.
    var level: OneOrMore<Level>? { get set }
    /// Only events about tickets that the event gives to this person, or, where it gives them to
    /// nobody, that are theirs now.
    var assignee: Name<Staff>? { get set }
    /// Only what this person did, who may have left.
    var staff: Name<Staff>? { get set }
}

extension EventChoosing {
    /// Whether any event is meant.
    package var isOfAll: Bool {
        type == nil && ticket == nil && client == nil && contract == nil && monitor == nil
            && level == nil && assignee == nil && staff == nil
    }
}

/// How far a watch that chooses has passed over records.
package struct PassedRecords: View {
    /// The last record that was looked at: a watch that begins after it misses nothing.
    package var seq: UInt64

    package init(seq: UInt64) {
        self.seq = seq
    }
}
