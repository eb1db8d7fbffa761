import ArgumentParser
import SupportWire

/// `supportc clock advance`.
struct ClockAdvanceCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "advance", abstract: "Move the test clock forward and do what becomes due.",
        discussion:
            "Works only with a daemon started with --test-clock.\n\nExample:\n  supportc clock advance 1d12h"
    )

    @Argument(help: "How far, such as 30s or 1d12h.", transform: Reading.span)
    var span: Int

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ClockAdvance { ClockAdvance(milliseconds: Int64(span)) }

    func show(_ reply: ClockAdvance.Reply, on page: inout Page) {
        page.line("it is \(reply.now, .strong) now; \(Words.count(reply.closed, "cycle")) closed")
    }

    func identifiers(_ reply: ClockAdvance.Reply) -> [String] { [reply.now.description] }
}
