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

    @Flag(help: "Set the clock, as somebody sets the machine's, instead of letting time pass.")
    var set = false

    @Flag(help: "Set it back; goes with --set.")
    var back = false

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws {
        if back, !set { throw ValidationError("--back goes with --set: time only passes forward") }
    }

    func request(_ input: Input) -> ClockAdvance {
        ClockAdvance(milliseconds: Int64(back ? -span : span), jump: set ? true : nil)
    }

    func show(_ reply: ClockAdvance.Reply, on page: inout Page) {
        page.line("it is \(reply.now, .strong) now; \(Words.count(reply.closed, "cycle")) closed")
        if let doubt = reply.doubt { DoubtLines.show(doubt, on: &page) }
    }

    func identifiers(_ reply: ClockAdvance.Reply) -> [String] { [reply.now.description] }
}
