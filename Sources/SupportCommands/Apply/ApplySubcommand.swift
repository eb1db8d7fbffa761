import ArgumentParser
import SupportModel
import SupportWire

/// `supportc apply`.
struct ApplyCommand: RequestCommand {
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
        completion: .file(extensions: ["toml"]), transform: Reading.text)
    var file: String

    @OptionGroup(title: "General options") var options: ChangeOptions

    static let showsDryRun = true

    func request(_ input: Input) throws -> DeskApply {
        let name = file == "-" ? "standard input" : file
        let bytes = try input.file(file, bytesMax: WireLimits.appliedTextBytesMax)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Self.notText(bytes, name)
        }
        return DeskApply(file: name, text: text)
    }

    func show(_ reply: DeskApply.Reply, on page: inout Page) {
        let changes = reply.items.filter { $0.what != .unchanged }
        for change in changes { page.line(AppliedLines.line(change)) }
        if changes.isEmpty { page.line("nothing to change") }
        let unchanged = reply.items.count - changes.count
        if unchanged > 0 {
            let ended = reply.items.count { $0.ended ?? false }
            page.line(
                "\(unchanged) as described already"
                    + (ended > 0 ? ", \(Words.count(ended, "contract")) ended since" : ""))
        }
    }

    func identifiers(_ reply: DeskApply.Reply) -> [String] {
        reply.items.filter { $0.what != .unchanged }.map(\.name)
    }

    /// Names the first line that is no text: no character holds a line end.
    private static func notText(_ bytes: [UInt8], _ name: String) -> WireError {
        let line = bytes.split(separator: 10, omittingEmptySubsequences: false).firstIndex {
            String(validating: $0, as: UTF8.self) == nil
        }
        var mistakes = FileMistakes()
        mistakes.add(
            line: (line ?? 0) + 1, "the line is not text in UTF-8", hint: "save it as UTF-8")
        return WireError(
            .usage, "malformed-file", "\(name) cannot be read, so nothing was sent",
            hint: "mend the file and apply it again", errors: mistakes.rows)
    }
}

/// What became of one thing that a file describes, in words.
enum AppliedLines {
    /// `+ client boot: title Boot Ltd, zone UTC`, or
    /// `~ contract 3 (acme): package starter -> standard, upgrade now: 20h granted`.
    static func line(_ change: AppliedChangeView) -> StyledText {
        let mark: StyledText =
            switch change.what {
            case .added: "\("+", .good)"
            case .changed: "\("~", .warning)"
            case .unchanged: "="
            }
        let details = change.details.map { text($0, isNew: change.what == .added) }
        let all = (details + [effect(change), beside(change), closing(change)]).compactMap(\.self)
            .joined(
                separator: ", ")
        return "\(mark) \(change.kind.rawValue) \(change.name, .strong)\(owner(change)): \(all)"
    }

    private static func text(_ detail: FieldDifference, isNew: Bool) -> String {
        let to = detail.to ?? "nothing"
        return isNew
            ? "\(detail.field) \(to)" : "\(detail.field) \(detail.from ?? "nothing") -> \(to)"
    }

    /// When another package holds (R1).
    private static func effect(_ change: AppliedChangeView) -> String? {
        if let granted = change.granted { return "upgrade now: \(granted) granted" }
        return change.holdsFrom.map { "downgrade with the next cycle, from \($0)" }
    }

    /// That the client has another contract for the same project.
    private static func beside(_ change: AppliedChangeView) -> String? {
        change.beside.map {
            "beside contract \(Words.named($0)) for the same project (each is billed)"
        }
    }

    /// That cycles are over and close at once, with what each bills (R10).
    private static func closing(_ change: AppliedChangeView) -> String? {
        change.closing.map { cycles in
            let bills = cycles.compactMap { $0.total?.description }
            return "\(Words.count(cycles.count, "cycle")) over and closed at once "
                + "(billed: \(Words.named(bills)))"
        }
    }

    private static func owner(_ change: AppliedChangeView) -> String {
        let names = [change.client?.text, change.project].compactMap(\.self)
        return names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
    }
}
