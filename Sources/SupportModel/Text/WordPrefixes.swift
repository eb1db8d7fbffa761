/// A search for words by their beginnings, in capitals or not: `check err` finds `Checkout: error 500`.
package struct WordPrefixes: Sendable {
    /// In small letters; none is empty.
    private let words: [String]
    /// Whether every word is ASCII, which texts that are ASCII too are searched for byte by byte.
    private let isASCII: Bool

    /// Nil for a text without a letter or digit, and for one of more than 16 words.
    package init?(_ text: String) {
        words = text.lowercased().split { !$0.isWordPart }.map(String.init)
        guard !words.isEmpty, words.count <= 16 else { return nil }
        isASCII = words.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
    }

    /// Whether each of the words begins a word of one of the texts.
    package func match(_ texts: some Sequence<String>) -> Bool {
        missing(words, in: texts).isEmpty
    }

    /// The words of some that begin no word of the texts, of which no more are read than are needed.
    private func missing(_ words: [String], in texts: some Sequence<String>) -> [String] {
        var left = words
        for text in texts where !left.isEmpty {
            left.removeAll { begins(with: $0, in: text) }
        }
        return left
    }

    private func begins(with word: String, in text: String) -> Bool {
        let bytes = text.utf8.span
        guard bytes.indices.allSatisfy({ bytes[$0] < 0x80 }) else {
            return text.lowercased().split { !$0.isWordPart }.contains { $0.hasPrefix(word) }
        }
        return isASCII && Self.begins(word.utf8.span, in: bytes)
    }

    private static func begins(_ word: Span<UInt8>, in text: Span<UInt8>) -> Bool {
        var isInside = false
        for start in text.indices {
            defer { isInside = text[start].isWordPart }
            guard !isInside, text.count - start >= word.count else { continue }
            var length = 0
            while length < word.count, text[start + length].inSmallLetters == word[length] {
                length += 1
            }
            if length == word.count { return true }
        }
        return false
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber }
}

extension UInt8 {
    /// Whether it is an ASCII letter or digit.
    fileprivate var isWordPart: Bool {
        (48...57).contains(self) || (97...122).contains(inSmallLetters)
    }

    fileprivate var inSmallLetters: UInt8 { (65...90).contains(self) ? self | 0x20 : self }
}

extension WordPrefixes {
    /// Whether each of the words begins a word of a ticket's subject, body or notes.
    package func match(_ ticket: Ticket) -> Bool {
        let left = missing(words, in: [ticket.subject, ticket.body])
        return missing(left, in: ticket.remarks.lazy.filter(\.isNote).map(\.text)).isEmpty
    }
}
