import ArgumentParser
import SupportModel
import SupportWire

/// `supportc verify`.
struct VerifyCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Compute every closed cycle again from the journal.",
        discussion: "Ends with 1 if anything differs.\n\nExample:\n  supportc verify")

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> DeskVerify { DeskVerify() }

    func show(_ reply: DeskVerify.Reply, on page: inout Page) {
        let read =
            "\(Words.count(reply.records, "record")) read, "
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
