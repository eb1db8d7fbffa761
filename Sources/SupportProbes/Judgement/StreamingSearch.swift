import SupportSystem

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
