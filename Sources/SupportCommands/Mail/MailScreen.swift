import SupportModel
import SupportWire

/// How mails are shown.
enum MailLines {
    /// What became of a mail.
    static func outcome(_ receipt: MailReceipt, on page: inout Page) {
        let copy = receipt.repeated ?? false ? ", as it came before" : ""
        if let ticket = receipt.ticket {
            let client = receipt.client.map { " of \($0)" } ?? ""
            let did = receipt.opened ? "opened ticket" : "went to ticket"
            page.line("the mail \(did) \(ticket, .strong)\(client)\(copy)")
        } else if let mail = receipt.mail {
            let why = receipt.reason.map { ": \($0.rawValue)" } ?? ""
            page.line("the mail is held as mail \(mail, .strong)\(why)\(copy)")
        } else {
            page.line("the mail came before, and was discarded")
        }
    }

    /// Who sent the mail of a remark, what it is about, and what is doubted.
    static func show(_ mail: RemarkMail, on page: inout Page) {
        page.line("    mail from \(mail.sender?.words ?? "nobody")")
        if let doubt = mail.doubt {
            page.line("    its origin is in doubt: \(doubt, .strong)")
        }
        if let subject = mail.subject { page.line("    subject: \(subject)") }
    }

    /// What else there is of the mail: its files, the quote or how long that is.
    static func showRest(_ mail: RemarkMail, isFull: Bool, on page: inout Page) {
        for file in files(nil, mail.files) { page.line("    file: \(file)") }
        if let quoted = mail.quoted {
            if isFull {
                page.line("    quoted:")
                page.block(quoted, indent: "    | ")
            } else {
                let count = quoted.split(separator: "\n", omittingEmptySubsequences: false).count
                let lines = count == 1 ? "1 line" : "\(count) lines"
                page.line("    [\(lines) of quoted text; --full shows them]")
            }
        }
        if let count = mail.charactersLeftOut { page.line("    \(leftOut(count))") }
    }

    /// A line for each file.
    static func files(_ stored: [Attachment]?, _ others: [MailFile]?) -> [StyledText] {
        let kept: [StyledText] = (stored ?? []).map { "\($0.name), \($0.type), \($0.bytes) bytes" }
        return kept
            + (others ?? []).map { "\($0.name), \($0.type), \($0.bytes) bytes, not stored" }
    }

    /// How much of a mail's text was left out.
    static func leftOut(_ count: Int) -> StyledText {
        "\(count) more characters of the mail were left out"
    }
}
