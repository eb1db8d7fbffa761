import ArgumentParser
import SupportClient
import SupportJSON
import SupportModel
import SupportWire

/// `supportc backup`.
struct BackupCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the running desk into a directory, and verify the copy.",
        discussion: """
            The directory is created where it is missing. Where it holds an earlier backup of the same \
            desk, only what is new is copied, and everything is read back. The key of the access \
            data is not copied. `supportd --verify-state` checks a backup, `supportd --restore` \
            makes a desk of it.

            Example:
              supportc backup /srv/backup/desk
            """)

    @Argument(
        help: "The directory of the backup.", completion: .file(), transform: Reading.text)
    var directory: String

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        var connection = try invocation.connect(options)
        let target = try BackupDirectory(path: directory)
        defer { target.close() }
        let result = try DeskBackupRun.make(in: target, with: &connection)
        if options.json {
            try invocation.print(document: AnswerDocument.of(document(result)))
        } else if options.quiet {
            try invocation.print(lines: ["\(result.list.seq)"])
        } else {
            var page = Page(invocation.screen)
            show(result, on: &page)
            try invocation.print(page)
        }
        return .done
    }

    private func show(_ result: DeskBackupRun.Result, on page: inout Page) {
        let (list, outcome) = (result.list, result.outcome)
        page.screen.now = list.at
        page.line("backup in \(directory, .strong), through record \(list.seq, .strong)")
        let kept = outcome.kept == 0 ? "" : ", \(outcome.kept) kept"
        let copied =
            outcome.copied == 0
            ? "nothing new"
            : "\(Words.count(outcome.copied, "file")) copied "
                + "(\(ByteCount.text(outcome.copiedBytes)))"
        page.facts([
            "  files": "\(copied)\(kept)",
            "  verified": "the records by the desk, the copies by reading them back",
        ])
        if let secrets = list.secrets {
            page.remark(
                "the key of \(Words.count(secrets, "secret")) is not in it; keep it elsewhere, "
                    + "supportd(8) says how")
        }
    }

    /// The members of the document that `--json` prints.
    private struct Document: Encodable {
        let directory: String
        let desk: String
        let seq: UInt64
        let at: Instant
        let files: Int
        let copied: Int
        let copiedBytes: Int
        let kept: Int
        let secrets: Int?
    }

    private func document(_ result: DeskBackupRun.Result) throws -> JSONValue {
        let (list, outcome) = (result.list, result.outcome)
        let document = Document(
            directory: directory, desk: list.desk, seq: list.seq, at: list.at,
            files: list.files.count, copied: outcome.copied, copiedBytes: outcome.copiedBytes,
            kept: outcome.kept, secrets: list.secrets)
        return try JSONDocument(ReplyLine.encoded(document).bytes).root
    }
}
