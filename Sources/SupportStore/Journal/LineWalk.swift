import SupportSystem

/// Reads a segment's lines one after the other, a piece of the file at a time.
struct LineWalk {
    /// One step of the walk.
    enum Step {
        /// A line without its newline, and where it begins.
        case line(ArraySlice<UInt8>, offset: Int)
        /// Here no line begins: zeros, the end of the file, or no newline within a line's length.
        case stop(offset: Int)
    }

    private static let pieceBytes = 65_536
    /// The longest line of any shape of store, its newline counted.
    private static let lineBytesMax = StoreLimits.recordBytesMax + StoreLimits.sealBytesMax
    private let file: any StorageFile
    private var piece: [UInt8] = []
    private var pieceOffset: Int
    private var position = 0

    /// Begins at an offset where a line begins.
    init(_ file: any StorageFile, at offset: Int) {
        self.file = file
        pieceOffset = offset
    }

    /// The next line; after a stop the walk is over.
    mutating func next() throws(SystemFault) -> Step {
        if let line = lineInPiece() { return line }
        pieceOffset += position
        position = 0
        piece = try file.read(at: pieceOffset, count: Self.pieceBytes)
        if let line = lineInPiece() { return line }
        if piece.count == Self.pieceBytes, piece.first != 0 {
            // A long line, or none.
            piece = try file.read(at: pieceOffset, count: Self.lineBytesMax)
            if let line = lineInPiece() { return line }
        }
        return .stop(offset: pieceOffset)
    }

    private mutating func lineInPiece() -> Step? {
        let rest = piece[position...]
        guard let first = rest.first, first != 0,
            let end = rest.prefix(Self.lineBytesMax).firstPosition(of: UInt8(ascii: "\n"))
        else { return nil }
        let offset = pieceOffset + position
        position = end + 1
        return .line(piece[rest.startIndex..<end], offset: offset)
    }
}
