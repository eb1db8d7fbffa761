/// The words of an HTML text, without running or fetching anything.
///
/// A reader of its own, as a browser's rules are not wanted: tags become line ends or nothing, what
/// stands in a quote is marked with `>`, and scripts, styles and comments are passed over. It goes over
/// the bytes once, so that no input takes longer than its length.
struct HTMLText {
    private let bytes: [UInt8]
    private var at = 0
    /// The line under construction, without its quote marks.
    private var line: [UInt8] = []
    private var lines: [String] = []
    /// How deep the quotes are nested, at most `quoteDepthMax`.
    private var quoteDepth = 0
    /// Whether blanks and line ends are kept, as within `pre`.
    private var isPreformatted = false
    private var href: String?

    private static let quoteDepthMax = 5
    /// Elements whose content nobody sees.
    private static let hidden: Set = ["script", "style", "head", "title", "template", "noscript"]
    /// Elements that stand on lines of their own.
    private static let blocks: Set = [
        "p", "div", "br", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
        "pre", "blockquote", "section", "article", "header", "footer", "dt", "dd", "body", "html",
    ]

    /// The text.
    static func text(of html: String) -> String {
        var reader = HTMLText(html)
        return reader.read()
    }

    private init(_ html: String) { bytes = Array(html.utf8) }

    private mutating func read() -> String {
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "<"): readTag()
            case UInt8(ascii: "&"): readEntity()
            default: readByte()
            }
        }
        endLine(isForced: false)
        return lines.joined(separator: "\n")
    }

    private mutating func readByte() {
        let byte = bytes[at]
        at += 1
        let isBlank = byte == 32 || byte == 9 || byte == 10 || byte == 13
        guard isBlank else {
            line.append(byte)
            return
        }
        if isPreformatted, byte == 10 {
            endLine(isForced: true)
        } else if isPreformatted, byte != 13 {
            line.append(byte)
        } else if let last = line.last, last != 32 {
            line.append(32)
        }
    }

    /// Ends the line; an empty one is kept only where it is forced and the one before is not empty.
    private mutating func endLine(isForced: Bool) {
        while let last = line.last, last == 32 { line.removeLast() }
        let mark = String(repeating: "> ", count: quoteDepth)
        if !line.isEmpty {
            lines.append(mark + String(decoding: line, as: UTF8.self))
        } else if isForced, let last = lines.last, !last.isEmpty, last != mark {
            lines.append(mark.isEmpty ? "" : mark)
        }
        line = []
    }

    private mutating func readTag() {
        if starts(with: "<!--") {
            skip(past: "-->")
            return
        }
        guard at + 1 < bytes.count, Self.canFollow(bytes[at + 1]) else {
            line.append(bytes[at])
            at += 1
            return
        }
        let start = at + 1
        at = endOfTag()
        let tag = bytes[start..<max(start, min(at - 1, bytes.count))]
        let isEnd = tag.first == UInt8(ascii: "/")
        let name = String(
            decoding: tag.dropFirst(isEnd ? 1 : 0).prefix(while: Self.isNameByte).map(Self.lowered),
            as: UTF8.self)
        obey(name, isEnd: isEnd, tag)
    }

    private mutating func obey(_ name: String, isEnd: Bool, _ tag: ArraySlice<UInt8>) {
        if Self.hidden.contains(name), !isEnd {
            skip(past: "</\(name)")
            at = endOfTag()
            return
        }
        if name == "a" { link(isEnd: isEnd, tag) }
        guard Self.blocks.contains(name) else {
            if ["td", "th"].contains(name), isEnd, let last = line.last, last != 32 {
                line.append(32)
            }
            return
        }
        endLine(isForced: name == "br" && !isEnd)
        switch name {
        case "blockquote":
            if !isEnd, quoteDepth == 0, let last = lines.last, !last.isEmpty { lines.append("") }
            quoteDepth = max(0, min(Self.quoteDepthMax, quoteDepth + (isEnd ? -1 : 1)))
        case "pre": isPreformatted = !isEnd
        case "li" where !isEnd: line += Array("- ".utf8)
        case "p", "h1", "h2", "h3", "h4", "table":
            if let last = lines.last, !last.isEmpty, quoteDepth == 0 { lines.append("") }
        default: break
        }
    }

    /// Keeps where a link leads, if its words do not say so.
    private mutating func link(isEnd: Bool, _ tag: ArraySlice<UInt8>) {
        guard isEnd else {
            href = Self.attribute("href", of: tag)
            return
        }
        defer { href = nil }
        guard let href, href.hasPrefix("http"), href.utf8.count <= 500 else { return }
        // A longer line does not end with it.
        let words = String(decoding: line.suffix(600), as: UTF8.self)
        if !words.contains(href.hasSuffix("/") ? String(href.dropLast()) : href) {
            line += Array(" <\(href)>".utf8)
        }
    }

    private static func attribute(_ name: String, of tag: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: tag.prefix(4096), as: UTF8.self)
        guard let range = text.firstRange(of: name + "=") else { return nil }
        let rest = text[range.upperBound...]
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }

    private mutating func readEntity() {
        let rest = bytes[(at + 1)...].prefix(12)
        guard let end = rest.firstIndex(of: UInt8(ascii: ";")), end > at + 1,
            let scalar = Self.entity(String(decoding: bytes[(at + 1)..<end], as: UTF8.self))
        else {
            line.append(bytes[at])
            at += 1
            return
        }
        at = end + 1
        line += Array(String(Character(scalar)).utf8)
    }

    private static func entity(_ name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return HTMLEntities.scalars[name] }
        let digits = name.dropFirst()
        let isHex = digits.first == "x" || digits.first == "X"
        let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let number, number >= 32 || number == 10 || number == 9 else { return "\u{FFFD}" }
        return Unicode.Scalar(number) ?? "\u{FFFD}"
    }
}

/// Moving over the bytes.
extension HTMLText {
    /// The place after the `>` that ends the tag here; quotes may hold one.
    private func endOfTag() -> Int {
        var index = at
        var quote: UInt8?
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return index
            } else if byte == 34 || byte == 39, index >= 2, bytes[index - 2] == 61 {
                quote = byte
            }
        }
        return index
    }

    private func starts(with text: String) -> Bool {
        bytes[at...].starts(with: text.utf8)
    }

    /// Goes on after the next place of a text, in capitals or not; to the end where there is none.
    private mutating func skip(past text: String) {
        let wanted = Array(text.utf8)
        while at < bytes.count {
            if bytes.count - at >= wanted.count,
                zip(wanted, bytes[at...]).allSatisfy({ $0 == Self.lowered($1) })
            {
                at += wanted.count
                return
            }
            at += 1
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (65...90).contains(byte) ? byte + 32 : byte
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(lowered(byte)) || byte == 58
    }

    private static func canFollow(_ byte: UInt8) -> Bool {
        byte == 47 || byte == 33 || byte == 63 || (97...122).contains(lowered(byte))
    }
}

/// The named characters that mails use.
private enum HTMLEntities {
    static let scalars: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "euro": "€",
        "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß",
        "eacute": "é", "egrave": "è", "ecirc": "ê", "agrave": "à", "aacute": "á", "acirc": "â",
        "ccedil": "ç", "ntilde": "ñ", "iacute": "í", "oacute": "ó", "uacute": "ú", "ocirc": "ô",
        "aring": "å", "oslash": "ø", "aelig": "æ", "copy": "©", "reg": "®", "trade": "™",
        "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
        "rdquo": "”", "bdquo": "„", "sbquo": "‚", "laquo": "«", "raquo": "»", "bull": "•",
        "middot": "·", "deg": "°", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§",
        "times": "×", "zwnj": "\u{200C}", "zwj": "\u{200D}", "shy": "\u{AD}", "ensp": " ",
        "emsp": " ", "thinsp": " ", "iexcl": "¡", "iquest": "¿", "para": "¶",
    ]
}
