import SupportModel
import SupportTestKit
import Testing

/// Files that belong to tickets: what is taken, what is refused, and what is counted.
struct AttachmentTests {
    private func desk(_ policy: AttachmentPolicy = AttachmentPolicy()) throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        desk.policy.attachments = policy
        return desk
    }

    /// What is wrong with the count of contents, computed again from all tickets.
    static func violations(in state: State) -> [String] {
        var counted: [ContentHash: Int] = [:]
        for file in state.tickets.values.flatMap(\.attachments) {
            counted[file.content, default: 0] += 1
        }
        let kept = Dictionary(
            uniqueKeysWithValues: state.namedContents.map { ($0.key, $0.value.count) })
        return kept == counted ? [] : ["contents are named \(counted), and \(kept) is kept"]
    }

    @Test("files come into the history, with a note or by their names")
    func attached() throws {
        var desk = try desk()
        let (shot, log) = (desk.attachment("shot.png"), desk.attachment("log.txt", "b", bytes: 7))
        try desk.perform(AttachToTicket(ticket: 1, files: [shot], note: "as seen"))
        try desk.perform(AttachToTicket(ticket: 1, files: [shot, log]))
        let ticket = try desk.state.ticket(1)
        #expect(ticket.attachments == [shot, log])
        let remarks = ticket.remarks.suffix(2)
        #expect(remarks.map(\.text) == ["as seen", "attached log.txt"])
        #expect(remarks.map(\.isNote) == [true, false])
        #expect(desk.state.isNamed(shot.content) && desk.state.isNamed(log.content))
        #expect(Self.violations(in: desk.state).isEmpty)
        let again = State(StateImage(desk.state))
        #expect(again.namedContents == desk.state.namedContents)
    }

    @Test("the same file again changes nothing, under another name it is another")
    func again() throws {
        var desk = try desk()
        let shot = desk.attachment("shot.png")
        try desk.perform(AttachToTicket(ticket: 1, files: [shot, shot]))
        #expect(try desk.state.ticket(1).attachments == [shot])
        let noted = try desk.perform(AttachToTicket(ticket: 1, files: [shot], note: "x"))
        #expect(noted.isEmpty)
        // Also where its bytes have gone since.
        desk.contents.remove(shot.content)
        let unstored = try desk.perform(AttachToTicket(ticket: 1, files: [shot]))
        #expect(unstored.isEmpty)
        let other = desk.attachment("other.png")
        let named = try desk.perform(AttachToTicket(ticket: 1, files: [other]))
        #expect(named.count == 1)
    }

    @Test("what is not stored, or not as it is said, is refused")
    func notStored() throws {
        var desk = try desk()
        var file = desk.attachment("a.png")
        file.bytes = 11
        #expect(
            refusal(AttachToTicket(ticket: 1, files: [file]), on: desk)
                == .invalid(
                    .attachment, .attachment(.length(name: "a.png", said: 11, stored: 10))))
        desk.contents.remove(file.content)
        #expect(
            refusal(AttachToTicket(ticket: 1, files: [file]), on: desk)
                == .attachment(.notStored(name: "a.png", file.content)))
        #expect(
            refusal(AttachToTicket(ticket: 1, files: []), on: desk)
                == .invalid(.attachment, .attachment(.none)))
        #expect(
            refusal(AttachToTicket(ticket: 9, files: [file]), on: desk) == .unknown(.ticket, "9"))
        #expect(
            refusal(AttachToTicket(ticket: 1, files: [file], note: " "), on: desk)
                == .invalid(.note, .ticket(.emptyNote)))
    }

    @Test("the limits of a file and of a ticket, at each and one past it")
    func limits() throws {
        let policy = AttachmentPolicy(fileBytesMax: 10, ticketBytesMax: 15)
        var desk = try desk(policy)
        let large = desk.attachment("a", "a", bytes: 11)
        #expect(
            refusal(AttachToTicket(ticket: 1, files: [large]), on: desk)
                == .attachment(.fileTooLarge(name: "a", bytes: 11, bytesMax: 10)))
        let first = desk.attachment("b", "b", bytes: 10)
        try desk.perform(AttachToTicket(ticket: 1, files: [first]))
        let past = desk.attachment("c", "c", bytes: 6)
        #expect(
            refusal(AttachToTicket(ticket: 1, files: [past]), on: desk)
                == .attachment(.ticketFull(1, bytes: 10, adding: 6, bytesMax: 15)))
        // The same content under another name takes nothing.
        let named = desk.attachment("d", "b", bytes: 10)
        let fits = desk.attachment("e", "d", bytes: 5)
        try desk.perform(AttachToTicket(ticket: 1, files: [named, fits]))
        // A limit that was lowered since refuses more, and overflows nothing.
        desk.policy.attachments.ticketBytesMax = 3
        let one = desk.attachment("f", "e", bytes: 1)
        #expect(
            refusal(AttachToTicket(ticket: 1, files: [one]), on: desk)
                == .attachment(.ticketFull(1, bytes: 15, adding: 1, bytesMax: 3)))
    }

    @Test("how many files a request and a ticket take, and one past it")
    func counts() throws {
        var desk = try desk()
        let most = Limits.attachmentsPerRequestMax
        let files = (0...most).map { desk.attachment("f\($0)", bytes: 0) }
        #expect(
            refusal(AttachToTicket(ticket: 1, files: files), on: desk)
                == .invalid(.attachment, .attachment(.tooMany(most + 1))))
        for turn in 0..<Limits.attachmentsPerTicketMax / most {
            let files = (0..<most).map { desk.attachment("t\(turn)-\($0)", bytes: 0) }
            try desk.perform(AttachToTicket(ticket: 1, files: files))
        }
        let last = desk.attachment("last", bytes: 0)
        #expect(
            refusal(AttachToTicket(ticket: 1, files: [last]), on: desk)
                == .attachment(.tooManyOnTicket(1, countMax: Limits.attachmentsPerTicketMax)))
    }

    @Test(
        "names of hostile people are refused, and have a nearest one that is not",
        arguments: [
            ("", "attachment"), (".", "attachment"), ("..", "attachment"), ("/", "attachment"),
            ("../../etc/passwd", "passwd"), ("C:\\temp\\a.png", "a.png"), ("a/b", "b"),
            ("a\u{0}b", "a_b"), ("a\u{1b}[2Jb", "a_[2Jb"), ("a\nb", "a_b"), ("  ", "attachment"),
            ("a\u{202e}gnp.exe", "a_gnp.exe"), ("a\u{2028}b", "a_b"),
        ])
    func names(text: String, nearest: String) throws {
        var desk = try desk()
        #expect(AttachmentName.nearest(to: text) == nearest)
        #expect(AttachmentName.isOne(nearest))
        let file = desk.attachment(text)
        let isRefused = !text.contains("\\") && !text.contains("\u{202e}")
        #expect(AttachmentName.isOne(text) != isRefused)
        let attach = AttachToTicket(ticket: 1, files: [file])
        if isRefused {
            #expect(
                refusal(attach, on: desk) == .invalid(.attachment, .attachment(.name(text))))
        } else {
            let events = try desk.perform(attach)
            #expect(events.count == 1)
        }
    }

    @Test("a name has 1 to 255 bytes; a longer one is cut, with its suffix kept")
    func nameLength() {
        let most = Limits.attachmentNameBytesMax
        #expect(AttachmentName.isOne(String(repeating: "x", count: most)))
        #expect(!AttachmentName.isOne(String(repeating: "x", count: most + 1)))
        #expect(!AttachmentName.isOne(String(repeating: "é", count: most / 2 + 1)))
        let cut = AttachmentName.nearest(to: String(repeating: "日", count: 100) + ".jpeg")
        #expect(cut.utf8.count <= most && cut.hasSuffix("日.jpeg"))
        let plain = AttachmentName.nearest(to: String(repeating: "y", count: 300))
        #expect(plain.utf8.count == most)
    }

    @Test("types are checked, and those that the configuration refuses")
    func types() throws {
        var desk = try desk(AttachmentPolicy(refusedTypes: ["text/html", "video/*"]))
        for type in ["", "png", "image/", "Image/png", "image/png; q=1", "a/b/c", "a/\u{e9}"] {
            let file = desk.attachment("a", type: type)
            #expect(
                refusal(AttachToTicket(ticket: 1, files: [file]), on: desk)
                    == .invalid(.attachment, .attachment(.type(type))))
        }
        for (type, isRefused) in [
            ("text/html", true), ("video/mp4", true), ("text/plain", false), ("videos/mp4", false),
        ] {
            let file = desk.attachment("a", type: type)
            let attach = AttachToTicket(ticket: 1, files: [file])
            if isRefused {
                #expect(
                    refusal(attach, on: desk) == .attachment(.refusedType(name: "a", type: type)))
            } else {
                #expect(try desk.preview(attach).records.count > desk.records.count)
            }
        }
        let most = Limits.mediaTypeBytesMax
        #expect(MediaType.isOne("a/" + String(repeating: "b", count: most - 2)))
        #expect(!MediaType.isOne("a/" + String(repeating: "b", count: most - 1)))
        #expect(MediaType.isPattern("image/*") && !MediaType.isPattern("*/*"))
        #expect(!MediaType.isPattern("*"))
    }

    @Test(
        "what is detached goes out of the history but for its name, and is named while another has it"
    )
    func detached() throws {
        var desk = try desk()
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Another", onDemand: true))
        let secret = desk.attachment("secret.txt")
        try desk.perform(AttachToTicket(ticket: 1, files: [secret], note: "look"))
        try desk.perform(AttachToTicket(ticket: 2, files: [secret]))
        let detach = DetachFromTicket(ticket: 1, attachment: "secret.txt", reason: "by mistake")
        try desk.perform(detach)
        let ticket = try desk.state.ticket(1)
        #expect(ticket.attachments.isEmpty)
        #expect(
            ticket.remarks.map(\.text) == [
                "look", "detached secret.txt (aaaaaaaaaaaa): by mistake",
            ])
        #expect(desk.state.isNamed(secret.content))
        #expect(refusal(detach, on: desk) == .unknown(.attachment, "secret.txt"))
        try desk.perform(DetachFromTicket(ticket: 2, attachment: "aaaaaa", reason: "there too"))
        #expect(!desk.state.isNamed(secret.content))
        #expect(Self.violations(in: desk.state).isEmpty)
        #expect(
            refusal(DetachFromTicket(ticket: 1, attachment: "x", reason: " "), on: desk)
                == .invalid(.reason, .text(.empty)))
    }

    @Test("a name or digits that mean several contents are refused with what they mean")
    func ambiguous() throws {
        var desk = try desk()
        let files = [
            desk.attachment("a.png"), desk.attachment("a.png", "b"), desk.attachment("b.png"),
        ]
        try desk.perform(AttachToTicket(ticket: 1, files: files))
        let ticket = try desk.state.ticket(1)
        #expect(throws: Refusal.attachment(.ambiguous(1, "a.png", Array(files[0...1])))) {
            try ticket.attachments(named: "a.png")
        }
        #expect(try ticket.attachments(named: "b.png") == [files[2]])
        // All names of one content.
        #expect(try ticket.attachments(named: "aaaaaa") == [files[0], files[2]])
        for text in ["aaaaa", "aaaaab", "AAAAAA", ""] {
            #expect(throws: Refusal.unknown(.attachment, text)) {
                try ticket.attachments(named: text)
            }
        }
    }

    @Test(
        "what a file is, its first bytes say before its name",
        arguments: [
            ("a.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
            ("a", Array("%PDF-1.7".utf8), "application/pdf"),
            ("a.docx", [0x50, 0x4B, 3, 4], MediaTypeNames.docx),
            ("a.png", [0x50, 0x4B, 3, 4], "application/zip"),
            ("a.csv", Array("a;b\r\n".utf8), "text/csv"),
            ("a.csv", [0, 1, 2], "application/octet-stream"),
            ("notes", Array("caf\u{e9}\n".utf8), "text/plain"),
            ("notes", [0xC3], "application/octet-stream"),
            ("empty", [], "application/octet-stream"),
            ("A.SVG", Array("<svg".utf8), "image/svg+xml"),
            (".txt", [0xFF, 0xFE], "application/octet-stream"),
        ] as [(String, [UInt8], String)])
    func mediaTypes(name: String, bytes: [UInt8], type: String) {
        #expect(MediaType.of(name: name, leading: bytes) == type)
        #expect(MediaType.isOne(MediaType.of(name: name, leading: bytes)))
    }

    private enum MediaTypeNames {
        static let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    }

    @Test("stored contents are counted once each")
    func storedContents() {
        var contents = StoredContents()
        let one = Attachment(content: .example, name: "a", type: "a/b", bytes: 1).content
        contents.insert(one, bytes: 10)
        contents.insert(one, bytes: 7)
        #expect(contents.bytes == 7 && contents.count == 1 && contents[one] == 7)
        contents.remove(one)
        contents.remove(one)
        #expect(contents.bytes == 0 && contents.count == 0 && contents.all.isEmpty)
        #expect(ContentHash(String(repeating: "A", count: 64)) == nil)
        #expect(ContentHash(String(repeating: "a", count: 63)) == nil)
    }
}

extension ContentHash {
    fileprivate static let example = DeskFixture.example
}

extension DeskFixture {
    fileprivate static var example: ContentHash {
        var desk = DeskFixture(at: "2026-10-05T09:00:00Z")
        return desk.attachment("a").content
    }
}
