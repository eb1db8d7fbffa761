import SupportModel

extension Attachment {
    /// A small picture of this name.
    static func example(_ name: String, _ digit: Character = "a") -> Attachment {
        guard let content = ContentHash(String(repeating: digit, count: 64)) else {
            preconditionFailure("\(digit) is not a digit")
        }
        return Attachment(content: content, name: name, type: "image/png", bytes: 7)
    }
}

extension Sentence {
    private static func obstacle(
        _ obstacle: AttachmentObstacle, _ message: String, hint: String
    ) -> Sentence {
        Sentence(.attachment(obstacle), message, hint: hint)
    }

    private static func rule(
        _ rule: AttachmentRule, _ message: String, hint: String
    ) -> Sentence {
        Sentence(.invalid(.attachment, .attachment(rule)), message, hint: hint)
    }

    /// What keeps a file from a ticket.
    static let attachments = [
        obstacle(
            .notStored(name: "a.png", Attachment.example("a.png").content),
            "the bytes of a.png (aaaaaaaaaaaa) are not stored",
            hint:
                "send them with attachment.put on the same connection; supportc ticket attach does "
                + "so"),
        obstacle(
            .fileTooLarge(name: nil, bytes: nil, bytesMax: 26_214_400),
            "a file may have 26214400 bytes (25.0 MiB), and the file is larger than that",
            hint: "attach a smaller part of it or an archive, or have attachments.file_bytes_max "
                + "raised in supportd.toml(5)"),
        obstacle(
            .ticketFull(12, bytes: 90, adding: 11, bytesMax: 100),
            "ticket 12 has 90 bytes of attachments, 11 more are too many: 100 (100 bytes) are allowed",
            hint: "detach what is not needed (supportc ticket detach), or have "
                + "attachments.ticket_bytes_max raised in supportd.toml(5)"),
        obstacle(
            .tooManyOnTicket(nil, countMax: 1000),
            "the ticket would have more than 1000 attachments",
            hint: "detach what is not needed (supportc ticket detach), or attach one archive of "
                + "several files"),
        obstacle(
            .deskFull(bytes: 90, adding: 11, bytesMax: 100),
            "all tickets together have 90 bytes of attachments, 11 more are too many: 100 (100 bytes) "
                + "are allowed",
            hint: "detach what is not needed (supportc ticket detach), or have "
                + "attachments.total_bytes_max raised in supportd.toml(5)"),
        obstacle(
            .tooManyContents(countMax: 100_000), "the desk keeps 100000 files already, and no more",
            hint: "detach what is not needed (supportc ticket detach)"),
        obstacle(
            .refusedType(name: "a.exe", type: "application/x-msdownload"),
            "a.exe is application/x-msdownload, and the desk takes no files of that type",
            hint: "attachments.refused_types in supportd.toml(5) lists them"),
        obstacle(
            .ambiguous(12, "a.png", [.example("a.png"), .example("a.png", "b")]),
            "a.png means 2 files of ticket 12: aaaaaaaaaaaa a.png, bbbbbbbbbbbb a.png",
            hint: "name it by the first digits of its digest"),
        rule(
            .name("../a\n"), #""../a " is not the name of a file"#,
            hint: "give 1 to 255 bytes on one line, without a slash"),
        rule(
            .type("PNG"), #""PNG" is not a media type"#,
            hint: "write it as image/png, in small letters and without parameters"),
        rule(
            .length(name: "a.png", said: 7, stored: 8),
            "a.png is said to have 7 bytes, and 8 are stored",
            hint: "say what attachment.put answered"),
        rule(.none, "no file is named", hint: "name at least one"),
        rule(
            .tooMany(51), "51 files are more than the 50 of one request",
            hint: "attach them in several requests"),
    ]
}
