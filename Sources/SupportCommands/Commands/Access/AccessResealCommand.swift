import ArgumentParser
import SupportModel
import SupportWire

/// `supportc access reseal`.
struct AccessResealCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "reseal", abstract: "Seal with the key in use what the old one sealed.",
        discussion: """
            Part of a change of keys, which supportd(8) tells. Ends with 3 while anything is left.

            Example:
              supportc access reseal
            """)

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> AccessReseal { AccessReseal() }

    func show(_ reply: AccessReseal.Reply, on page: inout Page) {
        page.line("\(Words.count(reply.resealed, "secret")) sealed with key \(reply.key, .strong)")
        if reply.left > 0 { page.line("  \(reply.left) left; repeat the command") }
        for closed in reply.closed {
            let name = AccessRows.name(closed.client, closed.project, closed.kind)
            page.line("  \(name): \(closed.why)")
        }
    }

    func identifiers(_ reply: AccessReseal.Reply) -> [String] {
        reply.closed.map { AccessRows.identifier($0.client, $0.project, $0.kind) }
    }

    func ending(_ reply: AccessReseal.Reply) -> SupportWire.ExitCode {
        reply.left == 0 && reply.closed.isEmpty ? .done : .notFound
    }
}
