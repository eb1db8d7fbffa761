import ArgumentParser
import SupportModel
import SupportWire

/// `supportc queue`.
struct QueueCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "List the tickets that want work, in working order.",
        discussion: "Example:\n  supportc queue --assignee olena --limit 5")

    @Option(
        help: ArgumentHelp(
            "Only those of this person; ranks stay those of the whole queue.", valueName: "staff"),
        transform: Reading.name)
    var assignee: Name<Staff>?

    @Option(
        help: ArgumentHelp("The most to list; 200 unless said.", valueName: "number"),
        transform: Reading.integer(1...WireLimits.listCountMax))
    var limit: Int?

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> QueueList { QueueList(assignee: assignee, limit: limit) }

    func show(_ reply: QueueList.Reply, on page: inout Page) {
        page.table(QueueRows.table(reply.queue), none: "the queue is empty")
        if reply.more { page.remark(Words.more(reply.queue.count, "places")) }
    }

    func identifiers(_ reply: QueueList.Reply) -> [String] {
        reply.queue.map(\.ticket.ticket.description)
    }
}
