import ArgumentParser
import SupportWire

/// `supportc snapshot`.
struct SnapshotCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot", abstract: "Write a snapshot now.",
        discussion: "Example:\n  supportc snapshot")

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> DeskSnapshot { DeskSnapshot() }

    func show(_ reply: DeskSnapshot.Reply, on page: inout Page) {
        page.line("snapshot written: record \(reply.seq, .strong), \(reply.bytes) bytes")
    }

    func identifiers(_ reply: DeskSnapshot.Reply) -> [String] { ["\(reply.seq)"] }
}
