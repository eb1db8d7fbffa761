import SupportModel

/// The words for a file that cannot be attached or found.
extension AttachmentObstacle {
    /// The error that a caller gets.
    var error: WireError {
        switch self {
        case .notStored(let name, let content):
            WireError(
                .refused, "attachment-not-stored",
                "the bytes of \(PrintableText.line(name)) (\(content.short)) are not stored",
                hint:
                    "send them with attachment.put on the same connection; supportc ticket attach "
                    + "does so", figures: ["content": content.text])
        case .fileTooLarge(let name, let bytes, let most): .tooLarge(name, bytes, most)
        case .ticketFull(let ticket, let bytes, let adding, let most):
            .full("ticket-attachments-full", Self.words(ticket) + " has", bytes, adding, most)
        case .tooManyOnTicket(let ticket, let most):
            WireError(
                .refused, "ticket-attachments-full",
                "\(Self.words(ticket)) would have more than \(most) attachments",
                hint:
                    "detach what is not needed (supportc ticket detach), or attach one archive of "
                    + "several files", figures: ["count_max": "\(most)"])
        case .deskFull(let bytes, let adding, let most):
            .full("attachments-full", "all tickets together have", bytes, adding, most)
        case .tooManyContents(let most):
            WireError(
                .refused, "attachments-full",
                "the desk keeps \(most) files already, and no more",
                hint: "detach what is not needed (supportc ticket detach)",
                figures: ["count_max": "\(most)"])
        case .refusedType(let name, let type):
            WireError(
                .refused, "attachment-type-refused",
                "\(PrintableText.line(name)) is \(type), and the desk takes no files of that type",
                hint: "attachments.refused_types in supportd.toml(5) lists them",
                figures: ["type": type])
        case .ambiguous(let ticket, let text, let files): .ambiguous(ticket, text, files)
        }
    }

    private static func words(_ ticket: Identifier<Ticket>?) -> String {
        ticket.map { "ticket \($0)" } ?? "the ticket"
    }
}

extension WireError {
    fileprivate static func full(
        _ word: String, _ whose: String, _ bytes: Int, _ adding: Int, _ most: Int
    ) -> WireError {
        let key = word == "attachments-full" ? "total_bytes_max" : "ticket_bytes_max"
        return WireError(
            .refused, word,
            "\(whose) \(bytes) bytes of attachments, \(adding) more are too many: \(most) "
                + "(\(ByteCount.text(most))) are allowed",
            hint: "detach what is not needed (supportc ticket detach), or have attachments.\(key) "
                + "raised in supportd.toml(5)",
            figures: ["bytes": "\(bytes)", "adding": "\(adding)", "bytes_max": "\(most)"])
    }

    fileprivate static func tooLarge(_ name: String?, _ bytes: Int?, _ most: Int) -> WireError {
        let file = name.map { PrintableText.line($0) } ?? "the file"
        let length = bytes.map { "has \($0) bytes" } ?? "is larger than that"
        var figures = ["bytes_max": "\(most)"]
        figures["bytes"] = bytes.map(String.init)
        return WireError(
            .refused, "attachment-too-large",
            "a file may have \(most) bytes (\(ByteCount.text(most))), and \(file) \(length)",
            hint: "attach a smaller part of it or an archive, or have attachments.file_bytes_max "
                + "raised in supportd.toml(5)", figures: figures)
    }

    fileprivate static func ambiguous(
        _ ticket: Identifier<Ticket>, _ text: String, _ files: [Attachment]
    ) -> WireError {
        let named = files.map { "\($0.content.short) \(PrintableText.line($0.name))" }
        return WireError(
            .refused, "attachment-ambiguous",
            "\(PrintableText.line(text)) means \(files.count) files of ticket \(ticket): "
                + SentenceList.text(named),
            hint: "name it by the first digits of its digest")
    }
}

/// The words for a value of an attachment that cannot be.
extension AttachmentRule {
    var words: RefusalText {
        switch self {
        case .name(let name):
            RefusalText(
                "\"\(PrintableText.line(name, bytesMax: 80))\" is not the name of a file",
                hint:
                    "give 1 to \(Limits.attachmentNameBytesMax) bytes on one line, without a slash")
        case .type(let type):
            RefusalText(
                "\"\(PrintableText.line(type, bytesMax: 80))\" is not a media type",
                hint: "write it as image/png, in small letters and without parameters")
        case .length(let name, let said, let stored):
            RefusalText(
                "\(PrintableText.line(name)) is said to have \(said) bytes, and \(stored) are stored",
                hint: "say what attachment.put answered")
        case .none: RefusalText("no file is named", hint: "name at least one")
        case .tooMany(let count):
            RefusalText(
                "\(count) files are more than the \(Limits.attachmentsPerRequestMax) of one request",
                hint: "attach them in several requests")
        }
    }
}
