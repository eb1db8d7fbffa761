import ArgumentParser
import SupportClient
import SupportJSON
import SupportModel
import SupportWire

/// `supportc ticket attach`.
struct TicketAttachCommand: Subcommand {
    static let configuration = CommandConfiguration.verb(
        "attach", "Attach files to a ticket.",
        details: """
            A file that the ticket has already, under the same name, is passed over. `ticket show` lists \
            what there is, `ticket attachment` fetches it.
            """,
        example: "supportc ticket attach 12 screenshot.png --note 'as the client sees it'")

    @Argument var ticket: Identifier<Ticket>

    @Argument(
        help: "The files; - reads standard input.", completion: .file(), transform: Reading.text)
    var files: [String]

    @Option("A note that goes with them.", value: "text")
    var note: String?

    @Option("What the file is called; its own name unless said.", value: "name")
    var name: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        let streams = files.count { $0 == "-" }
        if name != nil, files.count > 1 {
            throw ValidationError("--name goes with one file; attach them one by one")
        }
        if streams > 0, name == nil {
            throw ValidationError("standard input has no name; give one with --name")
        }
        if streams > 0, note == "-" {
            throw ValidationError("standard input cannot be the file and the note; give one here")
        }
        guard files.count <= Limits.attachmentsPerRequestMax else {
            throw ValidationError(
                "\(files.count) files are more than \(Limits.attachmentsPerRequestMax); attach them "
                    + "in several goes")
        }
        for file in files { _ = try called(file) }
    }

    /// The name that a file gets.
    private func called(_ file: String) throws -> String {
        let last = file.split(separator: "/", omittingEmptySubsequences: false).last
        let name = name ?? String(last ?? "")
        guard AttachmentName.isOne(name) else {
            throw ValidationError(
                "\"\(PrintableText.line(name, bytesMax: 80))\" is not the name of a file; give 1 to "
                    + "\(Limits.attachmentNameBytesMax) bytes on one line without a slash, with --name"
            )
        }
        return name
    }

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        let note = try note.map(Input(invocation.console).text)
        var connection = try invocation.connect(options)
        var sent: [Attachment] = []
        for file in files {
            let console = invocation.console
            let source: AttachmentUpload.Source =
                file == "-" ? { try console.read(bytesMax: $0) } : try console.reader(ofFile: file)
            sent.append(
                try AttachmentUpload.store(
                    from: source, name: try called(file), with: &connection))
        }
        return try invocation.ask(
            AttachToTicket(ticket: ticket, files: sent, note: note), options, on: &connection,
            show: { reply, page in
                let names = SentenceList.text(sent.map { PrintableText.line($0.name) })
                page.outcome(
                    "\(names) attached to ticket \(reply.ticket, .strong)",
                    already: reply.unchanged, "ticket \(reply.ticket, .strong) has \(names)",
                    dropped: note == nil ? nil : "note")
            }, identifiers: { _ in sent.map(\.content.text) })
    }
}

/// `supportc ticket detach`.
struct TicketDetachCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "detach", "Take a file off a ticket, and its bytes off the disk.",
        details: """
            What it was called stays in the ticket's history. The bytes are removed unless another \
            ticket has the same; backups that were made before keep them.
            """,
        example: "supportc ticket detach 12 passwords.txt --reason 'sent by mistake'")

    @Argument var ticket: Identifier<Ticket>

    @Argument(help: "The file's name, or the first digits of its digest.", transform: Reading.text)
    var attachment: String

    @Option("Why.", value: "text")
    var reason: String

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> DetachFromTicket {
        DetachFromTicket(ticket: ticket, attachment: attachment, reason: reason)
    }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line(
            "\(PrintableText.line(attachment)) taken off ticket \(reply.ticket, .strong)")
    }
}

/// `supportc ticket attachment`.
struct TicketAttachmentCommand: Subcommand {
    static let configuration = CommandConfiguration.verb(
        "attachment", "Fetch a file that is attached to a ticket.",
        details: """
            It is written under its name into the present directory, readable for nobody else, once \
            all of it has come and matches its digest. A file that is there is not replaced.
            """,
        example: "supportc ticket attachment 12 screenshot.png --output /tmp/")

    @Argument var ticket: Identifier<Ticket>

    @Argument(help: "The file's name, or the first digits of its digest.", transform: Reading.text)
    var attachment: String

    @Option(
        "Where it is written; - is standard output, a name that ends in / a directory.",
        value: "path", completion: .file())
    var output: String?

    @Flag(help: "Replace a file that is there.")
    var force = false

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws {
        if output == "-", force { throw ValidationError("--force goes with a file") }
        if output == "-", options.json || options.quiet {
            throw ValidationError("standard output takes the file or an answer; name a file")
        }
    }

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        var connection = try invocation.connect(options)
        let download = try AttachmentDownload(of: ticket, attachment, with: &connection)
        let file = download.attachment
        if output == "-" {
            try download.run(with: &connection) { try invocation.console.write($0) }
            return .done
        }
        let path = try path(of: file)
        try invocation.console.save(toFile: path, isReplacing: force) { write in
            try download.run(with: &connection, write)
        }
        try report(file, path, in: invocation)
        return .done
    }

    /// Where the file is written: its name counts only as far as it names a file in a directory.
    private func path(of file: Attachment) throws -> String {
        if let output, !output.hasSuffix("/") { return output }
        let name = AttachmentName.nearest(to: file.name)
        guard !name.hasPrefix(".") else {
            throw WireError(
                .usage, "hidden-name",
                "\(PrintableText.line(name)) would be a hidden file",
                hint: "say with --output where it is to be written")
        }
        return (output ?? "") + name
    }

    private func report(_ file: Attachment, _ path: String, in invocation: Invocation) throws {
        if options.json {
            let document = Document(
                ticket: ticket, content: file.content, name: file.name, type: file.type,
                bytes: file.bytes, output: path)
            try invocation.print(
                document: AnswerDocument.of(
                    try JSONDocument(ReplyLine.encoded(document).bytes).root))
        } else if options.quiet {
            try invocation.print(lines: [path])
        } else {
            var page = Page(invocation.screen)
            page.line(
                "\(PrintableText.line(path), .strong): \(ByteCount.text(file.bytes)), \(file.type)")
            try invocation.print(page)
        }
    }

    /// The members of the document that `--json` prints.
    private struct Document: Encodable {
        let ticket: Identifier<Ticket>
        let content: ContentHash
        let name: String
        let type: String
        let bytes: Int
        let output: String
    }
}

/// The files that a ticket has, oldest first.
enum AttachmentRows {
    static func show(_ history: [RemarkView], on page: inout Page) {
        let files = history.flatMap { $0.attachments ?? [] }
        guard !files.isEmpty else { return }
        page.heading("attachments")
        page.table(table(files), none: "")
    }

    static func table(_ files: [Attachment]) -> Table {
        var table = Table(
            "attachments",
            [
                .text("NAME", .cut(least: 24)), .text("TYPE", goes: 1), .number("SIZE"),
                .text("DIGEST"),
            ])
        for file in files {
            table.row(
                "\(file.name, .strong)", "\(file.type)", "\(ByteCount.text(file.bytes))",
                "\(file.content.short)")
        }
        return table
    }
}
