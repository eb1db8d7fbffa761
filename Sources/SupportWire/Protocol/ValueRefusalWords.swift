import SupportModel

/// The words for a value that cannot be, with its name.
extension Invalidity {
    func words(of field: Field) -> RefusalText {
        switch self {
        case .text(let rule): rule.words(of: field)
        case .mail(let rule): rule.words
        case .agreement(let rule): rule.words
        case .work(let rule): rule.words
        case .ticket(let rule): rule.words
        case .attachment(let rule): rule.words
        case .plan(let rule): rule.words(of: field)
        case .credential(let rule): rule.words
        case .monitor(let rule): rule.words
        case .row(let rule): rule.words
        case .table(let rule): rule.words
        case .meansTheCaller:
            RefusalText(
                "\(field.words) cannot be me, which means the caller", hint: "give another name")
        case .nothingNamed:
            RefusalText("the change names nothing to change", hint: "name at least one new value")
        case .noVersion:
            RefusalText(
                "if_version goes with a change of something that exists", hint: "leave it out")
        }
    }
}

extension Field {
    /// What a sentence calls it.
    var words: String {
        switch self {
        case .change: "the change"
        case .version: "if_version"
        case .reason: "the reason"
        case .note: "the note"
        case .clientName: "the client's name"
        case .client: "the client"
        case .mail, .address: "the address"
        case .mails: "the list of addresses"
        case .unixUser: "the Unix user"
        case .role: "the role"
        case .staffName: "the name"
        case .worker: "who did the work"
        case .agreedBy: "who agrees"
        case .manager: "the account manager"
        case .start: "the start"
        case .months: "the term"
        case .projectName: "the project's name"
        case .package: "the package"
        case .hours: "hours"
        case .weeklyLimit: "the weekly limit"
        case .subject: "the subject"
        case .body: "the body"
        case .contract, .onDemand: "a contract"
        case .assignee: "the assignee"
        case .level: "the level"
        case .estimate: "the estimate"
        case .week: "the week"
        case .due: "the due"
        case .planWeeks: "the weeks"
        case .ticket, .into: "the ticket"
        case .link: "the link"
        case .notes: "the notes"
        case .attachment: "the attachment"
        case .duration: "the duration"
        case .packageOptions: "extra, late or an agreement"
        case .discard: "a timer that is discarded"
        case .cycle: "the cycle"
        case .statement: "the statement"
        case .user: "the user"
        case .secret: "the secret"
        case .timing: "the timing"
        case .check: "the check"
        case .file: "the file"
        case .column: "the column"
        case .cell: "the cell"
        case .rows: "the import"
        }
    }
}

extension TextRule {
    fileprivate func words(of field: Field) -> RefusalText {
        let name = field.words
        return switch self {
        case .empty: RefusalText("\(name) is empty", hint: "say it")
        case .lineTooLong:
            RefusalText(
                "\(name) has more than \(Limits.lineCharactersMax) characters", hint: "shorten it")
        case .lineControlCharacter:
            RefusalText("\(name) holds a control character", hint: "keep it to one line")
        case .bodyTooLong:
            RefusalText(
                "\(name) has more than \(Limits.bodyCharactersMax) characters",
                hint: "shorten it or keep it elsewhere and name the place")
        case .tooManyNotes:
            RefusalText(
                "\(name) would be number \(Limits.clientNotesMax + 1) of the client",
                hint: "write it on a ticket")
        case .controlCharacter:
            RefusalText(
                "\(name) holds a control character", hint: "keep to text, tabs and line ends")
        }
    }
}

extension MailRule {
    fileprivate var words: RefusalText {
        switch self {
        case .tooMany:
            RefusalText(
                "the list of addresses is longer than \(Self.listMax)", hint: "shorten it")
        case .malformed(let text):
            RefusalText(
                "the address \"\(text)\" is not a mail address",
                hint: "write it as name@example.org")
        case .clientOrTicket:
            RefusalText(
                "a mail is filed under a client or on a ticket, and a contract goes with a client",
                hint: "name a client, with its contract where it has several, or a ticket")
        }
    }
}

extension CredentialRule {
    fileprivate var words: RefusalText {
        switch self {
        case .passwordInAddress:
            RefusalText(
                "the address holds a password, and the address is not kept secret",
                hint: "leave out the part before the @; the user goes into --user")
        case .secretEmpty:
            RefusalText("the secret is empty", hint: "give it on standard input")
        case .secretTooLong:
            RefusalText(
                "the secret is longer than \(Limits.secretBytesMax) bytes",
                hint: "only a password or a private key is kept here")
        case .secretNotText:
            RefusalText(
                "the secret holds a control character",
                hint: "keep to text; write what is binary in base64")
        case .loginUnknown:
            RefusalText(
                "the access does not say where to log in and as whom",
                hint: "hand it over again with --address and --user")
        case .loginElsewhere:
            RefusalText(
                "the address is not one that such an access can be tried at",
                hint: "admin is tried at https://…, ftp at ftp://… or a host, ssh at a host")
        }
    }
}
