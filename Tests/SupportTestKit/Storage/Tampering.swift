/// One figure of a record changed by hand, as somebody would with an editor.
package struct Tampering: Sendable, CustomStringConvertible {
    /// What stands in the record.
    package var found: String
    /// What is to stand there.
    package var placed: String
    /// Which of several that are alike, 0 for the first.
    package var place: Int

    package init(_ found: String, _ placed: String, place: Int = 0) {
        self.found = found
        self.placed = placed
        self.place = place
    }

    package var description: String { "\(found) -> \(placed) (\(place))" }

    /// The texts with the figure changed in the first one that holds a word and the figure; nil when
    /// none does.
    package func applied(to texts: [[UInt8]], in word: String) -> [[UInt8]]? {
        var texts = texts
        for (number, bytes) in texts.enumerated() {
            let text = String(decoding: bytes, as: UTF8.self)
            let ranges = text.ranges(of: found)
            guard text.contains(word), place < ranges.count else { continue }
            let range = ranges[place]
            let changed = text[..<range.lowerBound] + placed + text[range.upperBound...]
            texts[number] = Array(changed.utf8)
            return texts
        }
        return nil
    }
}
