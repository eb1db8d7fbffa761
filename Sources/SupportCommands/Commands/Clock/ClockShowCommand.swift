import ArgumentParser
import SupportWire

/// `supportc clock show`.
struct ClockShowCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Say what time it is at the desk.",
        discussion: "Example:\n  supportc clock show")

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ClockShow { ClockShow() }

    func show(_ reply: ClockShow.Reply, on page: inout Page) {
        if let doubt = reply.doubt { DoubtLines.show(doubt, on: &page) }
        page.facts([
            "now": "\(reply.now, .strong)",
            "clock": reply.test ? "a test clock, which only moves when told" : "the real clock",
            "next boundary": reply.nextBoundary.map { "\($0)" },
        ])
    }

    func identifiers(_ reply: ClockShow.Reply) -> [String] { [reply.now.description] }
}
