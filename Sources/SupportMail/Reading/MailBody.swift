import SupportModel

/// The text of a message, and what is kept as files.
struct MailBody {
    /// The text as it is read first, quotes included; LF ends its lines.
    private(set) var text = ""
    /// The files in their order.
    private(set) var files: [MailLeaf] = []
    /// Whether a text part was longer than is read; the whole of it is among the files then.
    private(set) var isCut = false

    /// Walks over a message.
    init(_ root: MailPart?) {
        if let root { take(root) }
        text = CleanText.lines(text).trimmedOfBlankLines
    }

    private mutating func take(_ part: MailPart) {
        switch part {
        case .leaf(let leaf): take(leaf)
        case .multipart("alternative", let parts): takeAlternative(parts)
        case .multipart(_, let parts): for part in parts { take(part) }
        }
    }

    private mutating func take(_ leaf: MailLeaf) {
        guard let found = shown(leaf) else {
            if !leaf.bytes.isEmpty || !leaf.name.isEmpty { files.append(leaf) }
            return
        }
        add(found, of: leaf)
    }

    private mutating func add(_ words: String, of leaf: MailLeaf) {
        guard !words.isBlankText else {
            // A page that says nothing in words, such as one of pictures, is a file.
            if leaf.type == "text/html", !leaf.bytes.isEmpty {
                var whole = leaf
                whole.name = "mail.html"
                files.append(whole)
            }
            return
        }
        text += (text.isEmpty ? "" : "\n\n") + words
        guard leaf.bytes.count > MailLimits.textBytesMax else { return }
        isCut = true
        var whole = leaf
        whole.name = leaf.type == "text/html" ? "mail.html" : "mail.txt"
        files.append(whole)
    }

    /// The text of a part that is read; nil for a file.
    private func shown(_ leaf: MailLeaf) -> String? {
        guard !leaf.isAttached, leaf.name.isEmpty else { return nil }
        let text = String(decoding: leaf.bytes.prefix(MailLimits.textBytesMax), as: UTF8.self)
        switch leaf.type {
        case "text/plain", "text": return text
        case "text/html": return HTMLText.text(of: text)
        default: return nil
        }
    }

    /// Of several forms of the same text, the plain one is taken, else what the HTML says.
    private mutating func takeAlternative(_ parts: [MailPart]) {
        let bodies = parts.map { part in (part: part, body: MailBody(part)) }
        let plain = bodies.first { $0.part.isPlain && !$0.body.text.isBlankText }
        let best = plain ?? bodies.last { !$0.body.text.isBlankText }
        if let best {
            text += (text.isEmpty ? "" : "\n\n") + best.body.text
            isCut = isCut || best.body.isCut
        }
        // What is another form of the text is dropped, what comes with it is not.
        for other in bodies { files += other.body.files }
    }
}

extension MailPart {
    fileprivate var isPlain: Bool {
        if case .leaf(let leaf) = self { return leaf.type == "text/plain" }
        return false
    }
}

extension String {
    /// Whether nothing can be seen of it.
    var isBlankText: Bool { allSatisfy { $0.isWhitespace || $0 == "\u{FEFF}" } }

    /// The same without blank lines at either end, and without blanks at the end of lines but for the
    /// mark of a signature.
    var trimmedOfBlankLines: String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line == "-- " ? line : line.trimmedAtEnd
        }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.drop { $0.isEmpty }.joined(separator: "\n")
    }
}

extension Substring {
    fileprivate var trimmedAtEnd: Substring {
        var kept = self
        while let last = kept.last, last.isWhitespace { kept.removeLast() }
        return kept
    }
}
