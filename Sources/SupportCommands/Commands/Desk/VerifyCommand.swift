import ArgumentParser
import SupportModel
import SupportWire

/// `supportc verify`.
struct VerifyCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the journal's files and compute every closed cycle again.",
        discussion: """
            Ends with 1 if a file is damaged or anything differs. The files alone are checked by the \
            desk itself after each start and once a day; `supportc status` shows with what result.

            Example:
              supportc verify --since 47110
            """)

    @Option(
        help: ArgumentHelp(
            "Only the records after this one, and the cycles that they closed.", valueName: "seq"))
    var since: UInt64?

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> DeskVerify { DeskVerify(since: since) }

    func show(_ reply: DeskVerify.Reply, on page: inout Page) {
        let place = since.map { " after \($0)" } ?? ""
        let read =
            "\(Words.count(reply.records, "record"))\(place) read, "
            + "\(Words.count(reply.cycles, "closed cycle")) computed again"
        guard !reply.differences.isEmpty else {
            page.line("\(read): \("nothing differs", .good)")
            return
        }
        let count = Words.count(reply.differences.count, "difference")
        page.line("\(read): \(count, .bad)")
        for difference in reply.differences {
            page.line(
                "  contract \(difference.contract), cycle \(difference.cycle + 1): \(difference.text)"
            )
        }
    }

    func identifiers(_ reply: DeskVerify.Reply) -> [String] {
        reply.differences.map(\.contract.description)
    }

    func ending(_ reply: DeskVerify.Reply) -> SupportWire.ExitCode {
        reply.differences.isEmpty ? .done : .refused
    }
}
