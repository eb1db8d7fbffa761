import ArgumentParser
import SupportModel
import SupportWire

/// `supportc log`.
struct LogCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "List what happened, oldest first.",
        discussion: "Example:\n  supportc log --client acme --type ticket --last 20")

    /// How many of the newest records are listed unless something is said.
    static let lastDefault = 50
    /// How many records are asked for at a time.
    private static let pageCount = 1000

    @Option(help: ArgumentHelp("Everything after this record.", valueName: "seq"))
    var since: UInt64?

    @Option(
        help: ArgumentHelp(
            "The newest so many; 50 unless said, or all with --since.", valueName: "number"),
        transform: Reading.integer(1...WireLimits.listCountMax))
    var last: Int?

    @Option(
        help: ArgumentHelp("Only these events: ticket, or ticket.opened.", valueName: "type"))
    var type: String?

    @Option(
        help: ArgumentHelp("Only about this ticket.", valueName: "ticket"),
        transform: Reading.number)
    var ticket: Identifier<Ticket>?

    @Option(
        help: ArgumentHelp("Only about this client.", valueName: "client"),
        transform: Reading.name)
    var client: Name<Client>?

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in session: Session) throws -> SupportWire.ExitCode {
        let newest = last ?? (since == nil ? Self.lastDefault : nil)
        var connection = try session.connect(options)
        var pages = LogPages(printing: options, newest: newest)
        var request = LogList(
            since: since, type: type, ticket: ticket, client: client,
            last: newest == nil ? nil : true, limit: newest ?? Self.pageCount)
        while true {
            let answer = try connection.call(request)
            let reply = try answer.reply
            try pages.take(reply, answer.json, in: session)
            guard let next = reply.next, next > request.since ?? 0 else { break }
            request.since = next
            request.last = nil
        }
        try pages.end(in: session)
        return .done
    }
}
