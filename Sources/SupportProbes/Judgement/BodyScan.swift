package import SupportModel
import SupportSystem

/// Counts and searches the body of an answer piece by piece without keeping it.
package struct BodyScan: Hashable, Sendable {
    private var present: StreamingSearch?
    private var absent: StreamingSearch?

    /// How many bytes were searched, 0 to `ProbeLimits.bodyBytesMax`.
    package private(set) var bytes = 0
    /// Whether the body is longer than `ProbeLimits.bodyBytesMax`, so that the rest was not
    /// searched.
    package private(set) var isCut = false

    /// A scan for the texts of a check.
    package init(_ check: HTTPCheck) {
        present = check.textPresent.map(StreamingSearch.init)
        absent = check.textAbsent.map(StreamingSearch.init)
    }

    /// Takes the next piece; false when no more is needed.
    package mutating func take(_ piece: UnsafeRawBufferPointer) -> Bool {
        let room = ProbeLimits.bodyBytesMax - bytes
        let wanted = UnsafeRawBufferPointer(rebasing: piece.prefix(room))
        present?.take(wanted)
        absent?.take(wanted)
        bytes += wanted.count
        isCut = isCut || piece.count > room
        return !isCut
    }

    /// Whether the check requires a text that has not occurred yet.
    package var lacksPresent: Bool { present?.isFound == false }
    /// Whether a text that the check forbids has occurred.
    package var holdsAbsent: Bool { absent?.isFound == true }
}

/// Searches a stream of bytes for one text, keeping no more than the bytes that may begin it.
package struct StreamingSearch: Hashable, Sendable {
    private let search: ByteSearch
    /// The last bytes of the stream, at most one byte less than the text.
    private var carry: [UInt8] = []

    package private(set) var isFound = false

    /// A search for a text, which is compared byte by byte as UTF-8.
    package init(for text: String) {
        search = ByteSearch(for: Array(text.utf8))
    }

    /// Takes the next piece.
    package mutating func take(_ piece: UnsafeRawBufferPointer) {
        guard !isFound else { return }
        let overlap = max(0, search.needle.count - 1)
        let seam = carry + piece.prefix(overlap)
        isFound = seam.withUnsafeBytes(search.occurs) || search.occurs(in: piece)
        carry = piece.count >= overlap ? Array(piece.suffix(overlap)) : Array(seam.suffix(overlap))
    }
}
