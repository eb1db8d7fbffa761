import ArgumentParser
import SupportWire

/// `supportc level list`.
struct LevelListCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the levels with their words, targets and examples.",
        discussion: "Example:\n  supportc level list")

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> LevelList { LevelList() }

    func show(_ reply: LevelList.Reply, on page: inout Page) {
        var table = Table([
            .number("LEVEL"), .text("TITLE"), .number("FIRST RESPONSE"), .number("RESOLUTION"),
            .text("EXAMPLES"),
        ])
        for level in reply.levels {
            table.row(
                Words.level(level.level), "\(level.title)",
                "\(level.target?.firstResponse.description ?? "")",
                "\(level.target?.resolution.description ?? "")",
                "\(level.examples.joined(separator: "; "))")
        }
        page.table(table, none: "no levels")
    }

    func identifiers(_ reply: LevelList.Reply) -> [String] {
        reply.levels.map { "\($0.level.rawValue)" }
    }
}
