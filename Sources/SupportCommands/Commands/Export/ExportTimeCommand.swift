import ArgumentParser
import SupportModel
import SupportWire

/// `supportc export time`.
struct ExportTimeCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "time", abstract: "Print time entries in order of number; voided ones not.",
        discussion: "Example:\n  supportc export time --client acme --from 2026-10-01 > acme.csv")

    @OptionGroup var choice: ExportOptions

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in session: Session) throws -> SupportWire.ExitCode {
        var connection = try session.connect(options)
        var output = ExportOutput<TimeColumn>(session, options, choice.format)
        try output.begin()
        var request = TimeExport(
            contract: choice.contract, client: choice.client, from: choice.from, to: choice.to,
            limit: ExportOptions.pageCount)
        while true {
            let answer = try connection.call(request)
            let reply = try answer.reply
            try output.take(
                reply.entries, answer.json[member: "entries"].map { Array($0.elements) } ?? [],
                number: \.entry.entry.number, cell: { $0.cell($1) })
            guard let next = reply.next, request.after.map({ $0 < next }) ?? true else { break }
            request.after = next
        }
        try output.end("entries")
        return .done
    }
}
