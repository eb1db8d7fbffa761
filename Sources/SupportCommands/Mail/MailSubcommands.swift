import ArgumentParser
import SupportModel
import SupportWire

/// `supportc mail`.
struct MailCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "mail", "The mails that are held because no rule gives them to a ticket.",
        [
            MailListCommand.self, MailShowCommand.self, MailFileCommand.self,
            MailDiscardCommand.self,
        ])
}

/// `supportc mail list`.
struct MailListCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "list", "List the held mails, oldest first.",
        example: "supportc mail list --reason unknown-sender")

    @Option(
        "Only those held for this reason; repeated, for either.", value: "reason",
        anyOf: HoldReason.self)
    var reason: [HoldReason] = []

    @OptionGroup var most: LimitOption

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> MailList {
        MailList(reason: OneOrMore(reason), limit: most.limit)
    }

    func show(_ reply: MailList.Reply, on page: inout Page) {
        var table = Table(
            "mails",
            [
                .number("MAIL"), .text("CAME", goes: 2), .text("REASON"),
                .number("TICKET", goes: 3), .text("DOUBT", goes: 1),
                .text("SENDER", .cut(least: 16)), .text("SUBJECT", .cut(least: 24)),
            ])
        for mail in reply.items {
            table.row(
                "\(mail.mail, .strong)", "\(Words.minute(mail.at))", "\(mail.reason.rawValue)",
                "\(mail.ticket?.description ?? "")", "\(mail.doubt ?? "")",
                "\(mail.sender?.address ?? "-")", "\(mail.subject)")
        }
        page.table(table, none: "no mails are held")
        if reply.more { page.remark(Words.more(reply.items.count, "mail")) }
    }
}

/// `supportc mail show`.
struct MailShowCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "show", "Show a held mail with its text.", example: "supportc mail show 7")

    @Argument(help: "The number of the held mail.", transform: Reading.number)
    var mail: Identifier<HeldMail>

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> MailShow { MailShow(mail: mail) }

    func show(_ reply: MailShow.Reply, on page: inout Page) {
        let mail = reply.mail
        page.line("mail \(mail.mail, .strong): \(mail.subject, .strong)")
        page.facts([
            "from": "\(mail.sender?.words ?? "nobody")",
            "reason": "\(mail.reason.rawValue)",
            "ticket": mail.ticket.map { "\($0)" },
            "doubt": mail.doubt.map { "\($0)" },
            "came": "\(Words.minuteAndDistance(mail.at)) by \(mail.by)",
            "bytes": "\(mail.bytes)",
            "version": "\(mail.version)",
        ])
        if !reply.text.isEmpty {
            page.line()
            page.block(reply.text)
        }
        if let quoted = reply.quoted {
            page.heading("quoted")
            page.block(quoted)
        }
        let files = MailLines.files(reply.attachments, reply.files)
        if !files.isEmpty { page.heading("files") }
        for file in files { page.line(file) }
        if let count = reply.charactersLeftOut { page.remark(MailLines.leftOut(count)) }
        if reply.raw != nil {
            page.remark("it could not be decoded; --json has it in base64, as the member raw")
        }
    }

    func identifiers(_ reply: MailShow.Reply) -> [String] { [reply.mail.mail.description] }
}

/// `supportc mail file`.
struct MailFileCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "file", "Give a held mail to a client, for whom it opens a ticket, or to a ticket.",
        example: "supportc mail file 7 --client acme")

    @Argument(help: "The number of the held mail.", transform: Reading.number)
    var mail: Identifier<HeldMail>

    @Option("The client for whom it opens a ticket.", value: "client", Reading.name)
    var client: Name<Client>?

    @Option(
        "The contract that pays, where the client has several.", value: "number", Reading.number)
    var contract: Identifier<Contract>?

    @Option("The ticket that it belongs to.", value: "number", Reading.number)
    var ticket: Identifier<Ticket>?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        if (client == nil) == (ticket == nil) {
            throw ValidationError("give --client or --ticket, one of them")
        }
        if contract != nil, client == nil {
            throw ValidationError("--contract goes with --client")
        }
    }

    func request(_ input: Input) -> FileMail {
        FileMail(mail: mail, client: client, contract: contract, ticket: ticket)
    }

    func show(_ reply: MailReceipt, on page: inout Page) { MailLines.outcome(reply, on: &page) }
}

/// `supportc mail discard`.
struct MailDiscardCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "discard", "Remove a held mail that is nobody's.",
        example: "supportc mail discard 7 --reason spam")

    @Argument(help: "The number of the held mail.", transform: Reading.number)
    var mail: Identifier<HeldMail>

    @Option("Why.", value: "text")
    var reason: String

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> DiscardMail { DiscardMail(mail: mail, reason: reason) }

    func show(_ reply: DiscardedMail, on page: inout Page) {
        page.line("mail \(reply.discarded, .strong) discarded")
    }
}

extension MailReceipt: Identified {
    var identifiers: [String] { ticket.map { [$0.description] } ?? [] }
}

extension DiscardedMail: Identified { var identifiers: [String] { [discarded.description] } }

extension HeldMailView: Identified { var identifiers: [String] { [mail.description] } }
