import ArgumentParser
import SupportClient
import SupportJSON
import SupportModel
import SupportWire

/// `supportc log`.
struct LogCommand: Subcommand {
    static let configuration = CommandConfiguration.verb(
        "log", "List what happened, oldest first.",
        example: "supportc log --client acme --type ticket --last 20")

    /// How many of the newest records are listed unless something is said.
    static let lastDefault = 50
    /// How many records are asked for at a time.
    private static let pageCount = 1000

    @Option(
        "Everything after this record, or from a day, an instant or so long ago: 1200, 2026-11-23, "
            + "yesterday, monday, 2026-11-23T09:00:00Z, 2h.", value: "since", LogStart.read)
    var since: LogStart?

    @Option(
        "The newest so many; 50 unless said, or all with --since.", value: "number",
        Reading.integer(1...WireLimits.listCountMax))
    var last: Int?

    @OptionGroup var chosen: EventOptions

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        let newest = last ?? (since == nil ? Self.lastDefault : nil)
        var connection = try invocation.connect(options)
        var pages = LogPages(printing: options, newest: newest)
        var request = try since?.request(&connection, invocation.screen.zone) ?? LogList()
        chosen.choose(in: &request)
        request.last = newest == nil ? nil : true
        request.limit = newest ?? Self.pageCount
        while true {
            let answer = try connection.call(request)
            let reply = try answer.reply
            try pages.take(reply, answer.json, in: invocation)
            guard let next = reply.next, next > request.since ?? 0,
                !invocation.console.pagerIsOver
            else { break }
            request.since = next
            request.last = nil
        }
        try pages.end(in: invocation)
        return .done
    }
}
