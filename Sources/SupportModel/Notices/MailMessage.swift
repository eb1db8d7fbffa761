/// One mail in the form of RFC 5322: plain text in UTF-8, lines of at most 998 bytes that end with CR LF.
///
/// Header fields that are not ASCII are encoded by RFC 2047, and hold no line end whatever they are given;
/// a body that is not ASCII, or has long lines, is base64.
package struct MailMessage: Hashable, Sendable {
    /// The sender's name; empty for none.
    package var fromName: String
    /// The sender's address.
    package var from: String
    /// The recipient's address.
    package var to: String
    package var subject: String
    /// The message's identifier without angle brackets; those of other messages likewise.
    package var identifier: String
    package var date: Instant
    /// The identifier of the message that it answers; nil for none.
    package var inReplyTo: String?
    /// The identifiers of the thread, oldest first.
    package var references: [String]
    /// Whether no person wrote it.
    package var isAutomatic: Bool
    /// Lines.
    package var body: String

    package init(
        fromName: String = "", from: String, to: String, subject: String, identifier: String,
        date: Instant, inReplyTo: String? = nil, references: [String] = [],
        isAutomatic: Bool = true, body: String
    ) {
        (self.fromName, self.from, self.to, self.subject) = (fromName, from, to, subject)
        (self.identifier, self.date, self.inReplyTo) = (identifier, date, inReplyTo)
        (self.references, self.isAutomatic, self.body) = (references, isAutomatic, body)
    }

    /// Whether an address can stand in a header field and in an SMTP command as it is: ASCII, `local@domain`,
    /// nothing that means something there.
    package static func isPlainAddress(_ address: String) -> Bool {
        let bytes = address.utf8
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && bytes.count <= Limits.lineBytesMax
            && bytes.allSatisfy { (33...126).contains($0) && !Self.specials.contains($0) }
    }

    private static let specials = Set("()<>[]:;\\,\"".utf8)

    /// The whole message; nil where an address or an identifier cannot be written.
    package var text: String? {
        let identifiers = [identifier, inReplyTo].compactMap(\.self) + references
        guard ([from, to] + identifiers).allSatisfy(Self.isPlainAddress) else { return nil }
        let isPlain = Self.isPlain(lines)
        let sender = fromName.isEmpty ? from : "\(Self.phrase(fromName)) <\(from)>"
        var fields = [
            ("From", sender), ("To", to), ("Subject", Self.unstructured(subject)),
            ("Date", MailDate.text(date)), ("Message-ID", "<\(identifier)>"),
        ]
        if let inReplyTo { fields.append(("In-Reply-To", "<\(inReplyTo)>")) }
        if !references.isEmpty {
            fields.append(("References", references.map { "<\($0)>" }.joined(separator: "\r\n ")))
        }
        if isAutomatic {
            // The second is what some servers obey that do not know the first (RFC 3834).
            fields += [
                ("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All"),
            ]
        }
        fields += [
            ("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", isPlain ? "7bit" : "base64"),
        ]
        let head = fields.map { "\($0.0): \($0.1)\r\n" }.joined()
        return head + "\r\n" + (isPlain ? plainBody : encodedBody)
    }

    /// The body's lines, whatever ends them.
    private var lines: [String] {
        var lines: [[UInt8]] = [[]]
        var wasReturn = false
        for byte in body.utf8 {
            switch byte {
            case 13: lines.append([])
            case 10 where wasReturn: break
            case 10: lines.append([])
            default: lines[lines.count - 1].append(byte)
            }
            wasReturn = byte == 13
        }
        if lines.count > 1, lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isPlain(_ lines: [String]) -> Bool {
        lines.allSatisfy { line in
            line.utf8.count <= lineBytesMax
                && line.utf8.allSatisfy { (32...126).contains($0) || $0 == 9 }
        }
    }

    /// The longest line of a message, in bytes, without its end.
    private static let lineBytesMax = 998

    private var plainBody: String { lines.map { "\($0)\r\n" }.joined() }

    private var encodedBody: String {
        let bytes = Array(lines.map { "\($0)\r\n" }.joined().utf8)
        let text = Array(Base64Text.encode(bytes).utf8)
        var wrapped = ""
        for start in stride(from: 0, to: text.count, by: 76) {
            let line = text[start..<min(start + 76, text.count)]
            wrapped += String(decoding: line, as: UTF8.self) + "\r\n"
        }
        return wrapped
    }

    /// A field of free text: as it is where that is short ASCII, otherwise in encoded words.
    private static func unstructured(_ text: String) -> String {
        let line = PrintableText.line(text)
        // Encoded words that somebody typed must not be decoded.
        let isPlain =
            line.utf8.allSatisfy { (32...126).contains($0) } && line.utf8.count <= 900
            && !line.contains("=?")
        return isPlain ? line : encodedWords(line)
    }

    /// A name before an address.
    private static func phrase(_ text: String) -> String {
        let line = PrintableText.line(text)
        let isAtoms = line.utf8.allSatisfy { byte in
            (65...90).contains(byte & 0xDF) || (48...57).contains(byte) || byte == 32
        }
        return isAtoms && line.utf8.count <= 60 ? line : encodedWords(line)
    }

    /// Encoded words of RFC 2047, folded between them, none longer than 75 bytes.
    private static func encodedWords(_ text: String) -> String {
        var (words, part): ([String], [UInt8]) = ([], [])
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if part.count + bytes.count > 42 {
                words.append("=?UTF-8?B?\(Base64Text.encode(part))?=")
                part = []
            }
            part += bytes
        }
        if !part.isEmpty { words.append("=?UTF-8?B?\(Base64Text.encode(part))?=") }
        return words.joined(separator: "\r\n ")
    }
}

/// Base64 of RFC 4648, with padding.
enum Base64Text {
    private static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            var value = 0
            for index in 0..<3 {
                value = value << 8 | (index < part.count ? Int(part[start + index]) : 0)
            }
            for place in 0..<4 {
                let isDigit = place <= part.count
                text.append(
                    isDigit ? digits[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Dates of mail.
private enum MailDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Tue, 01 Dec 2026 09:23:18 +0000`.
    static func text(_ instant: Instant) -> String {
        let milliseconds = instant.millisecondsSinceEpoch
        let days = milliseconds.flooredDivision(by: Instant.millisecondsPerDay)
        let date = CivilDate(daysSinceEpoch: Int(days))
        let weekday = Int(days - days.flooredDivision(by: 7) * 7)
        let clock = instant.description.dropFirst(11).prefix(8)
        return "\(self.days[weekday]), \(date.day.padded(to: 2)) \(months[date.month - 1]) "
            + "\(date.year.padded(to: 4)) \(clock) +0000"
    }
}
