import ArgumentParser
import SupportModel
import SupportWire

/// `supportc apply`.
struct ApplyCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Make staff, clients and contracts what a file says they should be.",
        discussion: """
            The TOML file has [[staff]], [[client]] and [[contract]] tables; supportc(1) shows one. \
            All or nothing; what the file does not name is left alone.

            Example:
              supportc apply -f agency.toml --dry-run
            """)

    @Option(
        name: [.customShort("f"), .long], help: "The file; - reads standard input.",
        completion: .file(extensions: ["toml"]))
    var file: String

    @Flag(help: "Only say what would come of it.")
    var dryRun = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> DeskApply {
        let name = file == "-" ? "standard input" : file
        let bytes = try input.file(file, bytesMax: WireLimits.appliedTextBytesMax)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Self.notText(bytes, name)
        }
        return DeskApply(file: name, text: text, dryRun: dryRun ? true : nil)
    }

    func show(_ reply: DeskApply.Reply, on page: inout Page) {
        let changes = reply.changes.filter { $0.what != .unchanged }
        for change in changes { page.line(AppliedLines.line(change)) }
        if changes.isEmpty { page.line("nothing to change") }
        let unchanged = reply.changes.count - changes.count
        if unchanged > 0 {
            let ended = reply.changes.count { $0.ended ?? false }
            page.line(
                "\(unchanged) as described already"
                    + (ended > 0 ? ", \(Words.count(ended, "contract")) ended since" : ""))
        }
        if reply.dryRun { page.line(EntryLines.nothingChanged) }
    }

    func identifiers(_ reply: DeskApply.Reply) -> [String] {
        reply.changes.filter { $0.what != .unchanged }.map(\.name)
    }

    /// Names the first line that is no text: no character holds a line end.
    private static func notText(_ bytes: [UInt8], _ name: String) -> WireError {
        let line = bytes.split(separator: 10, omittingEmptySubsequences: false).firstIndex {
            String(validating: $0, as: UTF8.self) == nil
        }
        var mistakes = FileMistakes()
        mistakes.add(
            line: (line ?? 0) + 1, "the line is not text in UTF-8", wayOut: "save it as UTF-8")
        return WireError(
            .usage, "malformed-file", "\(name) cannot be read, so nothing was sent",
            wayOut: "mend the file and apply it again", errors: mistakes.rows)
    }
}
