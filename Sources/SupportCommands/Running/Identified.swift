import SupportWire

/// An answer about things that have names or numbers.
protocol Identified {
    /// What `-q` prints, one a line.
    var identifiers: [String] { get }
}

extension RequestCommand where Asked.Reply: Identified {
    func identifiers(_ reply: Asked.Reply) -> [String] { reply.identifiers }
}

extension Listing: Identified where Item: Identified {
    var identifiers: [String] { items.flatMap(\.identifiers) }
}

extension Joined: Identified where First: Identified {
    var identifiers: [String] { first.identifiers }
}

extension ClientView: Identified { var identifiers: [String] { [client.text] } }
extension StaffView: Identified { var identifiers: [String] { [staff.text] } }
extension Removed: Identified { var identifiers: [String] { [removed.text] } }
extension PackageView: Identified { var identifiers: [String] { [package.text] } }
extension ServiceView: Identified { var identifiers: [String] { [service.text] } }
extension LevelView: Identified { var identifiers: [String] { ["\(level.rawValue)"] } }
extension ContractView: Identified { var identifiers: [String] { [contract.description] } }
extension ChangedContract: Identified { var identifiers: [String] { contract.identifiers } }
extension ContractOfClient: Identified { var identifiers: [String] { [contract.description] } }
extension TicketView: Identified { var identifiers: [String] { [ticket.description] } }
extension QueuePlaceView: Identified { var identifiers: [String] { ticket.identifiers } }
extension TimerView: Identified { var identifiers: [String] { [ticket.description] } }
extension OutgoingView: Identified { var identifiers: [String] { [notice.description] } }
extension MonitorView: Identified { var identifiers: [String] { [monitor.text] } }
extension CredentialView: Identified {
    var identifiers: [String] { [CredentialRows.identifier(self)] }
}
extension ClockShow.Reply: Identified { var identifiers: [String] { [now.description] } }
extension ClockAdvance.Reply: Identified { var identifiers: [String] { [now.description] } }
extension Imported: Identified {
    var identifiers: [String] { dryRun ? [] : added.map(\.description) }
}
