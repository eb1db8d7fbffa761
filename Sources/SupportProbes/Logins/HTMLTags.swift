/// The tags of a page, in order, as far as a form needs them: no tree, no scripts, no comments.
///
/// What is malformed gives fewer tags, never a fault; time is linear in the length.
package struct HTMLTag: Hashable, Sendable {
    /// In lower case; `/form` for an end.
    package let name: String
    /// By name in lower case; of several the first.
    package let attributes: [String: String]

    /// The most tags of a page that are looked at.
    package static let countMax = 20_000

    /// The tags of a page.
    package static func all(in page: some Collection<UInt8>) -> [HTMLTag] {
        var reader = HTMLReader(Array(page))
        var tags: [HTMLTag] = []
        while tags.count < countMax, let tag = reader.next() { tags.append(tag) }
        return tags
    }
}

/// Reads tags out of the bytes of a page.
private struct HTMLReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> HTMLTag? {
        while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = start + 1
            if starts(with: "!--") {
                skip(past: "-->")
                continue
            }
            let name = word { Self.isLetter($0) || $0 == UInt8(ascii: "/") }.lowercased()
            guard !name.isEmpty else { continue }
            let attributes = attributes()
            if name == "script" || name == "style" { skip(past: "</\(name)") }
            return HTMLTag(name: name, attributes: attributes)
        }
        return nil
    }

    private mutating func attributes() -> [String: String] {
        var attributes: [String: String] = [:]
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
            let name = word { !Self.isBlank($0) && !#"=>"'/"#.utf8.contains($0) }.lowercased()
            guard !name.isEmpty else {
                place += 1
                continue
            }
            _ = word(Self.isBlank)
            guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
                attributes[name] = attributes[name] ?? ""
                continue
            }
            place += 1
            _ = word(Self.isBlank)
            let value = Self.decoded(value())
            attributes[name] = attributes[name] ?? value
        }
        return attributes
    }

    private mutating func value() -> String {
        guard place < bytes.count else { return "" }
        let quote = bytes[place]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return word { !Self.isBlank($0) && $0 != UInt8(ascii: ">") }
        }
        place += 1
        let value = word { $0 != quote }
        place = min(bytes.count, place + 1)
        return value
    }

    /// Takes the bytes that satisfy a condition.
    private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
        let start = place
        while place < bytes.count, belongs(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private func starts(with text: String) -> Bool {
        bytes[place...].starts(with: text.utf8)
    }

    /// Goes behind the next such text, or to the end; capitals count as small letters.
    private mutating func skip(past text: String) {
        let sought = Array(text.utf8)
        while place + sought.count <= bytes.count {
            let isThere = sought.indices.allSatisfy { index in
                let byte = bytes[place + index]
                return (Self.isCapital(byte) ? byte | 0x20 : byte) == sought[index]
            }
            if isThere { return place += sought.count }
            place += 1
        }
        place = bytes.count
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        isCapital(byte) || (97...122).contains(byte) || (48...57).contains(byte)
    }

    /// A value with the entities that forms have.
    private static func decoded(_ value: String) -> String {
        guard value.contains("&") else { return value }
        let entities = [
            ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&lt;", "<"),
            ("&gt;", ">"), ("&amp;", "&"),
        ]
        return entities.reduce(value) { $0.replacing($1.0, with: $1.1) }
    }
}
