import SupportSystem

/// Reads records while the journal may be growing.
///
/// It never reads past the sequence that its caller knows to be durable, so it cannot meet a line
/// that is being written.
struct JournalReader: Sendable {
    let storage: any Storage
    let index: SegmentIndex

    private static let doing = "read the journal"

    /// Records from a sequence on, in order, up to `last`, to one of the limits, or to one that
    /// cannot be read; at least one record if there is any, or the fault.
    func records(
        from first: UInt64, through last: UInt64, countMax: Int, bytesMax: Int
    ) throws(StoreFault) -> [StoredRecord] {
        var records: [StoredRecord] = []
        var bytes = 0
        do throws(StoreFault) {
            try lines(from: first, through: last) { line, _ in
                let record = StoredRecord(sequence: line.sequence, text: line.text)
                bytes += record.text.count
                if !records.isEmpty && bytes > bytesMax { return false }
                records.append(record)
                return records.count < countMax && bytes < bytesMax
            }
        } catch {
            // Intact records are returned first; the call for what follows meets the fault again.
            if records.isEmpty { throw error }
        }
        return records
    }

    /// The digest of a line that is durable.
    func chain(at sequence: UInt64) throws(StoreFault) -> ChainDigest {
        var chain: ChainDigest?
        try lines(from: sequence, through: sequence) { _, bytes in
            chain = ChainDigest(ofLine: bytes)
            return false
        }
        guard let chain else { throw missing(sequence) }
        return chain
    }

    /// Passes verified lines to the closure until it returns false or `last` was passed.
    func lines(
        from first: UInt64, through last: UInt64,
        _ body: (SealedLine, ArraySlice<UInt8>) throws(StoreFault) -> Bool
    ) throws(StoreFault) {
        var wanted = max(1, first)
        while wanted <= last {
            guard let place = index.place(of: wanted) else { throw missing(wanted) }
            let end = min(last, (place.nextSegment ?? .max) - 1)
            guard try lines(from: wanted, through: end, at: place, body) else { return }
            wanted = end + 1
        }
    }

    /// The first record after a sequence, up to `last`, that can be read; nil for none.
    func firstReadable(
        after sequence: UInt64, through last: UInt64
    ) throws(StoreFault) -> UInt64? {
        var wanted = max(sequence + 1, index.firsts.first ?? 1)
        while wanted <= last, let place = index.place(of: wanted) {
            let end = min(last, (place.nextSegment ?? .max) - 1)
            if let found = try firstIntact(from: wanted, through: end, at: place) { return found }
            wanted = end + 1
        }
        return nil
    }

    /// The first intact line of one segment; nil for none, and where its file cannot be used.
    private func firstIntact(
        from first: UInt64, through last: UInt64, at place: SegmentIndex.Place
    ) throws(StoreFault) -> UInt64? {
        do throws(StoreFault) {
            var walk = try walk(place)
            while true {
                switch try next(&walk) {
                case .line(let line, _, _):
                    if line.sequence > last { return nil }
                    if line.sequence >= first { return line.sequence }
                case .damaged:
                    guard try walk.resume() else { return nil }
                }
            }
        } catch {
            guard error.isDamage else { throw error }
            return nil
        }
    }

    /// Passes the lines of one segment; false when the closure returned false.
    ///
    /// Damage before the first wanted line is passed over.
    private func lines(
        from first: UInt64, through last: UInt64, at place: SegmentIndex.Place,
        _ body: (SealedLine, ArraySlice<UInt8>) throws(StoreFault) -> Bool
    ) throws(StoreFault) -> Bool {
        var walk = try walk(place)
        var damage: StoreFault?
        // After a mark the sequence of the first line is not known.
        var passed = place.offset == nil ? place.segment - 1 : 0
        while true {
            switch try next(&walk) {
            case .line(let line, let bytes, let offset):
                guard line.sequence <= last else {
                    let text = "record \(first) is missing before this line"
                    throw damage ?? walk.fault(offset, .damaged(text))
                }
                if let damage, line.sequence > first { throw damage }
                index.mark(line.sequence, segment: place.segment, offset: offset)
                if line.sequence >= first, try !body(line, bytes) { return false }
                if line.sequence == last { return true }
                passed = line.sequence
                damage = nil
            case .damaged(let fault):
                guard passed + 1 < first, try walk.resume() else { throw damage ?? fault }
                damage = damage ?? fault
            }
        }
    }

    func walk(_ place: SegmentIndex.Place) throws(StoreFault) -> LineWalk {
        do throws(StoreFault) {
            let text = try SegmentText(place.segment, in: storage, doing: Self.doing)
            var walk = LineWalk(text, at: place.offset ?? 0)
            if place.offset == nil { try passHeader(&walk) }
            return walk
        } catch {
            // A segment that this store has just removed itself is not lost.
            guard error.isOfMissingFile, index.firsts.contains(place.segment) else { throw error }
            throw error.ofLostFile
        }
    }

    /// Passes over the header's line; damage of its frame is met again by the next step.
    private func passHeader(_ walk: inout LineWalk) throws(StoreFault) {
        do throws(StoreFault) {
            _ = try walk.next()
        } catch {
            guard case .damaged = error.cause else { throw error }
        }
    }

    /// One step through a segment.
    enum Step {
        /// An intact line, its bytes and its offset.
        case line(SealedLine, ArraySlice<UInt8>, offset: Int)
        /// No intact line begins here.
        case damaged(StoreFault)
    }

    func next(_ walk: inout LineWalk) throws(StoreFault) -> Step {
        let step: LineWalk.Step
        do throws(StoreFault) {
            step = try walk.next()
        } catch {
            guard case .damaged = error.cause else { throw error }
            return .damaged(error)
        }
        switch step {
        case .line(let bytes, let offset):
            guard let line = SealedLine(bytes) else {
                return .damaged(
                    walk.fault(offset, .damaged("this line does not match its check")))
            }
            return .line(line, bytes, offset: offset)
        case .stop(let offset):
            let text = "the lines end here though more were written"
            return .damaged(walk.fault(offset, .damaged(text)))
        }
    }

    private func missing(_ sequence: UInt64) -> StoreFault {
        StoreFault(
            doing: Self.doing, file: storage.place,
            cause: .missing("record \(sequence) is not kept any more"))
    }
}

/// Reads the lines of a segment in order, a piece of the file at a time.
struct LineWalk {
    /// One step of the walk.
    enum Step {
        /// A line without its newline, and its offset.
        case line(ArraySlice<UInt8>, offset: Int)
        /// No line begins here: zeros, the end of the file, or no newline within the greatest
        /// length of a line.
        case stop(offset: Int)
    }

    private static let pieceBytes = 65_536
    /// The longest line of any store, in bytes with its newline.
    private static let lineBytesMax = StoreLimits.recordBytesMax + StoreLimits.sealBytesMax
    private var text: SegmentText
    private var piece: [UInt8] = []
    private var pieceOffset: Int
    private var position = 0

    /// Begins at the offset of a line in the text.
    init(_ text: SegmentText, at offset: Int) {
        self.text = text
        pieceOffset = offset
    }

    /// The next line; after a stop there are no more until it is resumed, nor after the fault of a
    /// damaged frame.
    mutating func next() throws(StoreFault) -> Step {
        if let line = lineInPiece() { return line }
        pieceOffset += position
        position = 0
        try readPiece(Self.pieceBytes)
        if let line = lineInPiece() { return line }
        if piece.count == Self.pieceBytes, piece.first != 0 {
            // A long line, or none.
            try readPiece(Self.lineBytesMax)
            if let line = lineInPiece() { return line }
        }
        // Where a damaged frame has ended the piece, that is the cause.
        if let first = piece.first, first != 0 {
            _ = try text.read(at: pieceOffset + piece.count, count: 1)
        }
        return .stop(offset: pieceOffset)
    }

    /// Goes on with the next line after the place of a stop or of a damaged frame; after a line it
    /// changes nothing. False where no newline follows.
    mutating func resume() throws(StoreFault) -> Bool {
        guard position == 0 else { return true }
        while true {
            do throws(StoreFault) {
                try readPiece(Self.pieceBytes)
            } catch {
                guard let end = text.endOfFrame(at: pieceOffset) else { throw error }
                pieceOffset = end
                continue
            }
            guard !piece.isEmpty else { return false }
            if let end = piece[...].firstPosition(of: UInt8(ascii: "\n")) {
                position = end + 1
                return true
            }
            pieceOffset += piece.count
        }
    }

    /// The fault of a flaw at an offset of the text, placed in the file.
    func fault(_ offset: Int, _ flaw: Flaw) -> StoreFault { text.fault(offset, flaw) }

    private mutating func readPiece(_ count: Int) throws(StoreFault) {
        piece = []
        piece = try text.read(at: pieceOffset, count: count)
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

/// A record that was read from the journal.
package struct StoredRecord: Hashable, Sendable {
    /// Its place in the journal, counted from 1 without gaps.
    package let sequence: UInt64
    /// The JSON text that was given, byte for byte.
    package let text: [UInt8]
}
