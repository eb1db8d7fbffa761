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
        if let text = reply.text { page.line("\(text)") }
        for example in reply.examples { page.line("  \(example)") }
        guard let target = reply.target else { return }
        page.line(TargetRows.sentence(target))
    }

    func identifiers(_ reply: LevelView) -> [String] { ["\(reply.level.rawValue)"] }
}
