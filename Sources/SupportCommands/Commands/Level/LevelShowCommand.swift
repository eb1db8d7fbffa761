import ArgumentParser
import SupportModel
import SupportWire

/// `supportc level show`.
struct LevelShowCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a level.",
        discussion: "Example:\n  supportc level show 1")

    @Argument(help: "The level, 1 to 4.", transform: Reading.level)
    var level: Level

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> LevelShow { LevelShow(level: level) }

    func show(_ reply: LevelView, on page: inout Page) {
        page.line("level \(Words.level(reply.level)): \(reply.title)")
        for example in reply.examples { page.line("  \(example)") }
    }

    func identifiers(_ reply: LevelView) -> [String] { ["\(reply.level.rawValue)"] }
}
