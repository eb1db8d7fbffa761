import HashTreeCollections

/// The contents of attachments that lie on the disk, whether a ticket names them or not, with their
/// lengths. A value: a decision is made on those of one moment.
package struct StoredContents: Sendable {
    private var lengths: TreeDictionary<ContentHash, Int> = [:]
    /// The length of all together, in bytes.
    package private(set) var bytes = 0

    /// Nothing is stored.
    package init() {}

    /// The length of a content in bytes; nil where it is not stored.
    package subscript(content: ContentHash) -> Int? { lengths[content] }

    /// How many there are.
    package var count: Int { lengths.count }

    /// All of them with their lengths in bytes, in no order.
    package var all: [(content: ContentHash, bytes: Int)] {
        lengths.map { (content: $0.key, bytes: $0.value) }
    }

    /// Adds one that was stored, or corrects its length.
    package mutating func insert(_ content: ContentHash, bytes length: Int) {
        bytes += length - (lengths.updateValue(length, forKey: content) ?? 0)
    }

    /// Takes one out that is not stored any more.
    package mutating func remove(_ content: ContentHash) {
        bytes -= lengths.removeValue(forKey: content) ?? 0
    }
}

/// How much attachments may take, and of which types none are taken.
package struct AttachmentPolicy: Hashable, Sendable {
    /// The largest file, in bytes; 1 or more.
    package var fileBytesMax: Int
    /// The most of one ticket together, in bytes.
    package var ticketBytesMax: Int
    /// The most that lies on the disk of all tickets together, in bytes.
    package var totalBytesMax: Int
    /// The media types that are refused: `text/html`, or `image/*` for all of a kind.
    package var refusedTypes: [String]

    package init(
        fileBytesMax: Int = 26_214_400, ticketBytesMax: Int = 104_857_600,
        totalBytesMax: Int = 10_737_418_240, refusedTypes: [String] = []
    ) {
        (self.fileBytesMax, self.ticketBytesMax) = (fileBytesMax, ticketBytesMax)
        (self.totalBytesMax, self.refusedTypes) = (totalBytesMax, refusedTypes)
    }

    /// Whether files of a media type are refused.
    package func refuses(type: String) -> Bool {
        refusedTypes.contains { refused in
            refused == type || refused.hasSuffix("/*") && type.hasPrefix(refused.dropLast())
        }
    }
}

/// Why a file cannot be attached or found, with the figures.
package enum AttachmentObstacle: Hashable, Sendable {
    /// Its bytes have not been stored, or were removed since.
    case notStored(name: String, ContentHash)
    /// It has more bytes than a file may have; nil: how many more is not known.
    case fileTooLarge(name: String?, bytes: Int?, bytesMax: Int)
    /// The ticket's attachments would be larger than those of one ticket may be: what they are, and
    /// what would be added, in bytes.
    case ticketFull(Identifier<Ticket>?, bytes: Int, adding: Int, bytesMax: Int)
    /// The ticket has as many attachments as one may have.
    case tooManyOnTicket(Identifier<Ticket>?, countMax: Int)
    /// All attachments together would be larger than they may be: what they are, and what would be
    /// added, in bytes.
    case deskFull(bytes: Int, adding: Int, bytesMax: Int)
    /// The desk keeps as many contents as it can.
    case tooManyContents(countMax: Int)
    /// The agency takes no files of the type.
    case refusedType(name: String, type: String)
    /// A name or some digits mean attachments of different contents.
    case ambiguous(Identifier<Ticket>, String, [Attachment])
}

/// A value of an attachment that is refused.
package enum AttachmentRule: Hashable, Sendable {
    /// A file's name is empty, longer than `Limits.attachmentNameBytesMax`, a directory's, or holds
    /// a slash or a control character.
    case name(String)
    /// It is no media type.
    case type(String)
    /// The length differs from that of the content, which is stored.
    case length(name: String, said: Int, stored: Int)
    /// No file is named.
    case none
    /// More files are named than `Limits.attachmentsPerRequestMax`.
    case tooMany(Int)
}

/// The name of an attached file.
package enum AttachmentName {
    /// Whether a text is the name of a file in a directory: 1 to `Limits.attachmentNameBytesMax` bytes
    /// on one line, without a slash, neither `.` nor `..`, not blank.
    package static func isOne(_ text: String) -> Bool {
        (1...Limits.attachmentNameBytesMax).contains(text.utf8.count) && text != "."
            && text != ".." && !text.utf8.contains(UInt8(ascii: "/"))
            && PrintableText.isOneLine(text) && !BoundedText.isBlank(text)
    }

    /// The nearest name to a text that somebody else chose, such as that in a mail: its last component
    /// behind slashes and backslashes, with `_` for what may not be in a name, cut to the length that
    /// is allowed with its suffix kept; `attachment` where nothing is left.
    package static func nearest(to text: String) -> String {
        let last = text.split(omittingEmptySubsequences: false) { "/\\".contains($0) }.last ?? ""
        var name = String.UnicodeScalarView()
        for scalar in last.unicodeScalars {
            name.append(PrintableText.isPrintable(scalar) ? scalar : "_")
        }
        let cut = shortened(String(name))
        return isOne(cut) ? cut : "attachment"
    }

    private static func shortened(_ name: String) -> String {
        let most = Limits.attachmentNameBytesMax
        guard name.utf8.count > most else { return name }
        guard let dot = name.lastIndex(of: "."), name[dot...].utf8.count <= 16 else {
            return BoundedText.cut(name, bytesMax: most)
        }
        let suffix = name[dot...]
        return BoundedText.cut(String(name[..<dot]), bytesMax: most - suffix.utf8.count) + suffix
    }
}

extension Context {
    /// Refuses files that are not stored, or that a rule or a limit keeps from a ticket: the one
    /// check of every command that attaches files.
    ///
    /// - Parameter ticket: the ticket that gets them; nil for one that is opened with them.
    func expectAttachable(_ files: [Attachment], to ticket: Ticket?) throws(Refusal) {
        guard files.count <= Limits.attachmentsPerRequestMax else {
            throw .invalid(.attachment, .attachment(.tooMany(files.count)))
        }
        let policy = policy.attachments
        for file in files { try expectAttachable(file, policy) }
        let old = ticket?.attachments ?? []
        guard old.count + files.count <= Limits.attachmentsPerTicketMax else {
            throw .attachment(
                .tooManyOnTicket(ticket?.number, countMax: Limits.attachmentsPerTicketMax))
        }
        let (bytes, adding) = (ticket?.attachedBytes ?? 0, added(files, to: old))
        guard adding <= policy.ticketBytesMax - min(bytes, policy.ticketBytesMax) else {
            throw .attachment(
                .ticketFull(
                    ticket?.number, bytes: bytes, adding: adding, bytesMax: policy.ticketBytesMax))
        }
    }

    private func expectAttachable(
        _ file: Attachment, _ policy: AttachmentPolicy
    ) throws(Refusal) {
        guard AttachmentName.isOne(file.name) else {
            throw .invalid(.attachment, .attachment(.name(file.name)))
        }
        guard MediaType.isOne(file.type) else {
            throw .invalid(.attachment, .attachment(.type(file.type)))
        }
        guard let stored = contents[file.content] else {
            throw .attachment(.notStored(name: file.name, file.content))
        }
        guard stored == file.bytes else {
            throw .invalid(
                .attachment,
                .attachment(.length(name: file.name, said: file.bytes, stored: stored)))
        }
        guard stored <= policy.fileBytesMax else {
            throw .attachment(
                .fileTooLarge(name: file.name, bytes: stored, bytesMax: policy.fileBytesMax))
        }
        guard !policy.refuses(type: file.type) else {
            throw .attachment(.refusedType(name: file.name, type: file.type))
        }
    }

    /// The bytes of the contents that a ticket does not have yet, each once.
    private func added(_ files: [Attachment], to old: [Attachment]) -> Int {
        var seen = Set(old.map(\.content))
        return files.reduce(0) { $0 + (seen.insert($1.content).inserted ? $1.bytes : 0) }
    }
}
