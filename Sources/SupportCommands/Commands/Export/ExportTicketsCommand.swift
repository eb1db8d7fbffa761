import ArgumentParser
import SupportModel
import SupportWire

/// `supportc export tickets`.
struct ExportTicketsCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "tickets", abstract: "Print tickets of every state in order of number.",
        discussion: "Example:\n  supportc export tickets --client acme --format jsonl")

    @OptionGroup var choice: ExportOptions

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in session: Session) throws -> SupportWire.ExitCode {
        var connection = try session.connect(options)
        var output = ExportOutput<TicketColumn>(session, options, choice.format)
        try output.begin()
        var request = TicketExport(
            contract: choice.contract, client: choice.client, from: choice.from, to: choice.to,
            limit: ExportOptions.pageCount)
        while true {
            let answer = try connection.call(request)
            let reply = try answer.reply
            try output.take(
                reply.tickets, answer.json[member: "tickets"].map { Array($0.elements) } ?? [],
                number: \.ticket.ticket.number, cell: { $0.cell($1) })
            guard let next = reply.next, request.after.map({ $0 < next }) ?? true else { break }
            request.after = next
        }
        try output.end("tickets")
        return .done
    }
}
