package import SupportModel
import SupportSystem

/// Follows an answer's body as it comes: counts it, searches it, keeps none of it.
package struct BodyScan: Hashable, Sendable {
    private var present: StreamingSearch?
    private var absent: StreamingSearch?

    /// How many bytes were searched.
    package private(set) var bytes = 0
    /// Whether the body was longer than what is read of one.
    package private(set) var isCut = false

    /// A scan for the texts of a check.
    package init(_ check: HTTPCheck) {
        present = check.textPresent.map(StreamingSearch.init)
        absent = check.textAbsent.map(StreamingSearch.init)
    }

    /// Takes the next piece; false when no more is wanted.
    package mutating func take(_ piece: UnsafeRawBufferPointer) -> Bool {
        let room = ProbeLimits.bodyBytesMax - bytes
        let wanted = UnsafeRawBufferPointer(rebasing: piece.prefix(room))
        present?.take(wanted)
        absent?.take(wanted)
        bytes += wanted.count
        isCut = isCut || piece.count > room
        return !isCut
    }

    /// Whether the text that must be there has been missing so far.
    package var lacksPresent: Bool { present?.isFound == false }
    /// Whether the text that must not be there has been found.
    package var holdsAbsent: Bool { absent?.isFound == true }
}

/// Looks for one text in bytes that come piece by piece, none of which is kept but the last few.
package struct StreamingSearch: Hashable, Sendable {
    private let search: ByteSearch
    /// The end of what has come, one byte shorter than the text.
    private var carry: [UInt8] = []

    /// Whether the text has occurred.
    package private(set) var isFound = false

    /// A search that has seen nothing yet; the text is compared byte by byte, as UTF-8.
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
