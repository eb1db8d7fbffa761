package import SupportModel

extension AttachToTicket: Request {
    package static let method = Method<TicketView>.write(
        "ticket.attach", for: .work, carries: .longText)
}

extension DetachFromTicket: Request {
    package static let method = Method<TicketView>.write("ticket.detach", for: .work)
}

/// Sends a part of a file that is to be attached. The parts of one file come in order on one
/// connection, and are forgotten when it ends; so are whole files that no ticket names by then.
package struct AttachmentPut: Request {
    package static let method = Method<Reply>.upload("attachment.put", for: .deliver, .long)

    /// Which of the connection's files it is: a number that the caller chooses.
    package var upload: Int
    /// Where the part begins, in bytes; what came already may be sent again and is passed over.
    package var offset: Int
    /// Its bytes in base64, at most `WireLimits.attachmentPartBytesMax`; none with a file's end alone.
    package var data: String
    /// True for the last part: the file is then stored.
    package var end: Bool?

    package init(upload: Int, offset: Int, data: String, end: Bool? = nil) {
        (self.upload, self.offset, self.data, self.end) = (upload, offset, data, end)
    }

    /// How far the file has come.
    package struct Reply: View {
        /// Where the next part begins, in bytes; the length of the file once it is stored.
        package var next: Int
        /// The digest of the file, by which `ticket.attach` names it; missing before its end.
        package var content: ContentHash?

        package init(next: Int, content: ContentHash? = nil) {
            (self.next, self.content) = (next, content)
        }
    }
}

/// Reads a part of a file that is attached to a ticket.
package struct AttachmentGet: Request {
    package static let method = Method<Reply>.read("attachment.get", .long)

    /// The ticket, in whatever state.
    package var ticket: Identifier<Ticket>
    /// The name of the file, or the first digits of its digest.
    package var attachment: String
    /// Where the part begins, in bytes; 0 unless said.
    package var offset: Int?
    /// The most to answer, in bytes: 1 to `WireLimits.attachmentPartBytesMax`, which it is unless
    /// said.
    package var length: Int?

    package init(
        ticket: Identifier<Ticket>, attachment: String, offset: Int? = nil, length: Int? = nil
    ) {
        (self.ticket, self.attachment) = (ticket, attachment)
        (self.offset, self.length) = (offset, length)
    }

    /// What the file is, and the part.
    package struct Reply: View {
        /// The file, with the first of its names where it has several.
        package var attachment: Attachment
        /// The bytes in base64.
        package var data: String
        /// Where the next part begins, in bytes; missing at the end.
        package var next: Int?

        package init(attachment: Attachment, data: String, next: Int?) {
            (self.attachment, self.data, self.next) = (attachment, data, next)
        }
    }
}

/// A content that tickets name and that cannot be read as it was stored.
package struct AttachmentTrouble: View {
    /// The digest of what should be there.
    package var content: ContentHash
    /// The first ticket that names it; missing where that is not known.
    package var ticket: Identifier<Ticket>?
    /// The name that it has there.
    package var name: String?
    /// True when something else is there; false when nothing is.
    package var damaged: Bool

    package init(
        content: ContentHash, ticket: Identifier<Ticket>? = nil, name: String? = nil, damaged: Bool
    ) {
        (self.content, self.ticket, self.name) = (content, ticket, name)
        self.damaged = damaged
    }

    /// `screenshot.png of ticket 12 (1f0c2a…) is missing`.
    package var words: String {
        let what = damaged ? "does not hold what was stored" : "is missing"
        guard let ticket, let name else { return "the attachment \(content.short) \(what)" }
        return "\(PrintableText.line(name)) of ticket \(ticket) (\(content.short)) \(what)"
    }
}

/// What a check of the attachments has found.
package struct AttachmentCheck: View {
    /// How many contents tickets name.
    package var files: Int
    /// How many bytes those have together.
    package var bytes: Int
    /// What cannot be read; empty when all is well.
    package var troubles: [AttachmentTrouble]

    package init(files: Int, bytes: Int, troubles: [AttachmentTrouble]) {
        (self.files, self.bytes, self.troubles) = (files, bytes, troubles)
    }
}

extension WireError {
    /// The bytes of an attachment cannot be read as they were stored.
    package static func attachmentLost(_ trouble: AttachmentTrouble) -> WireError {
        WireError(
            .refused, trouble.damaged ? "attachment-damaged" : "attachment-missing", trouble.words,
            hint: "put it back from a backup as supportd(8), Attachments, says, or attach the same "
                + "file again: that stores it anew", figures: ["content": trouble.content.text])
    }

    /// A part does not follow what came of the file.
    package static func uploadGap(_ upload: Int, offset: Int, next: Int) -> WireError {
        WireError(
            .refused, "upload-gap",
            "the part of upload \(upload) begins at \(offset), and the desk has \(next) bytes of it",
            hint: "go on at \(next); an upload is forgotten with its connection, and after a fault",
            figures: ["next": "\(next)"])
    }

    /// There are as many uploads as may be at a time.
    package static func tooManyUploads(_ who: String, countMax: Int) -> WireError {
        WireError(
            .refused, "too-many-uploads", "\(who) \(countMax) uploads already that have not ended",
            hint: "end one of them, or close its connection, and try again",
            figures: ["count_max": "\(countMax)"])
    }
}
