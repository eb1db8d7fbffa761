import SupportSystem

/// The end of the journal: found by verifying what no snapshot replaces, and then prepared for new
/// records.
struct JournalEnd {
    /// The last record, 0 for none.
    var lastSequence: UInt64 { check.nextSequence - 1 }
    /// The digest of its line.
    var chain: ChainDigest { check.chain }

    private let segment: SegmentFile
    private let check: SegmentCheck
    /// How many bytes behind it are the remains of a batch that nothing proves to be durable.
    let tornBytes: Int

    /// Verifies from the snapshot's record, or from record 1, to the end; of the segments before it
    /// only the ends are checked.
    init(
        _ chain: SegmentChain, after snapshot: Snapshot?, known: KnownEnd, index: SegmentIndex
    ) throws(StoreFault) {
        let (start, last) = try Self.range(in: chain, after: snapshot, known)
        if let next = last.lead?.header.next {
            throw Self.missing(SegmentEnd(next: next), behind: last, at: 0)
        }
        for position in 0..<start { try chain.checkEnd(position) }
        for position in start..<chain.segments.count - 1 {
            try chain.walkWhole(position) { check, offset throws(StoreFault) in
                try Self.visit(check, offset, chain.segments[position], known, index)
            }
        }
        let (check, _) = try last.walk(through: .max) { check, offset throws(StoreFault) in
            try Self.visit(check, offset, last, known, index)
        }
        let rest = try last.rest(from: check.end)
        if let end = SegmentEnd.read(rest) { throw Self.missing(end, behind: last, at: check.end) }
        switch TornTail(rest, missing: check.nextSequence, known) {
        case .none: tornBytes = 0
        case .torn(let bytes): tornBytes = bytes
        case .damaged(let text): throw last.fault(check.end, .damaged(text))
        }
        guard check.nextSequence > known.sequence else {
            let text = "the journal ends with record \(check.nextSequence - 1), but "
            throw last.fault(
                check.end, .damaged(text + "\(known.file) tells of record \(known.sequence)"))
        }
        segment = last
        self.check = check
    }

    /// The position of the first segment to verify, and the last segment.
    private static func range(
        in chain: SegmentChain, after snapshot: Snapshot?, _ known: KnownEnd
    ) throws(StoreFault) -> (start: Int, last: SegmentFile) {
        let wanted = (snapshot?.sequence ?? 0) + 1
        guard let last = chain.segments.last,
            let start = chain.segments.lastIndex(where: { $0.header.first <= wanted })
        else {
            let name = chain.segments.first?.name ?? "journal"
            let text = "the journal begins behind record \(wanted), and no usable snapshot is there"
            throw StoreFault(
                doing: SegmentFile.doing, file: name, offset: 0, cause: .missing(text))
        }
        let header = chain.segments[start].header
        if header.first == wanted { try known.check(wanted - 1, header.chain) }
        return (start, last)
    }

    private static func visit(
        _ check: SegmentCheck, _ offset: Int, _ segment: SegmentFile, _ known: KnownEnd,
        _ index: SegmentIndex
    ) throws(StoreFault) {
        let sequence = check.nextSequence - 1
        index.mark(sequence, segment: segment.header.first, offset: offset)
        try known.check(sequence, check.chain)
    }

    private static func missing(
        _ end: SegmentEnd, behind last: SegmentFile, at offset: Int
    ) -> StoreFault {
        let lost = StoreFileName.segment(end.next)
        return StoreFault(
            doing: SegmentFile.doing, file: last.name, offset: offset,
            cause: .missing("the segment that follows, \(lost), is not there"))
    }

    /// Cuts a torn tail off after copying it, and ensures that what was read is durable.
    func settle(in storage: any Storage) throws(StoreFault) -> RecoveryNote? {
        let rest = try segment.rest(from: check.unprovenStart)
        let unproven = rest.prefix(check.end - check.unprovenStart)
        let torn = rest.dropFirst(unproven.count).prefix(tornBytes)
        let keptAs = torn.isEmpty ? nil : try putAside(torn, in: storage)
        try StoreFault.naming(segment.name, "ready the journal") { () throws(SystemFault) in
            let file = try storage.open(segment.name, writing: true)
            // After a failed sync the system may show bytes that are not on the disk and treat them
            // as written: only writing them again puts them there.
            try file.write(unproven, at: check.unprovenStart)
            try file.write([UInt8](repeating: 0, count: torn.count)[...], at: check.end)
            try file.sync()
            try storage.syncDirectory()
        }
        return keptAs.map {
            .tornTail(
                segment: segment.name, offset: check.end, sequence: check.nextSequence,
                bytes: torn.count, keptAs: $0)
        }
    }

    /// Copies the torn bytes into a file of their own, under a free name.
    private func putAside(
        _ torn: ArraySlice<UInt8>, in storage: any Storage
    ) throws(StoreFault) -> String {
        let doing = "put a torn tail aside"
        let taken = try StoreFault.naming(storage.place, doing) { () throws(SystemFault) in
            Set(try storage.names())
        }
        var attempt = 1
        var name = StoreFileName.torn(check.nextSequence, check.end, attempt: attempt)
        while taken.contains(name) {
            attempt += 1
            name = StoreFileName.torn(check.nextSequence, check.end, attempt: attempt)
        }
        let free = name
        try StoreFault.naming(free, doing) { () throws(SystemFault) in
            try writeFileDurably(free, [torn], in: storage)
        }
        return free
    }

    /// The writing end, right after the last record.
    func journal(
        in storage: any Storage, index: SegmentIndex, recordBytesMax: Int
    ) throws(StoreFault) -> Journal {
        let file = try StoreFault.naming(segment.name, "open the journal") {
            () throws(SystemFault) in
            try storage.open(segment.name, writing: true)
        }
        let sealer = RecordSealer(
            nextSequence: check.nextSequence, chain: check.chain, recordBytesMax: recordBytesMax)
        let open = OpenSegment(
            file: file, first: segment.header.first, end: check.end,
            bytes: segment.header.segmentBytes)
        return Journal(
            storage: storage, index: index, desk: segment.header.desk, segment: open,
            sealer: sealer)
    }
}

/// How far the journal must extend, according to its snapshots and the durable mark.
struct KnownEnd: Sendable {
    /// The last record that one of them proves to have been durable, 0 for none.
    let sequence: UInt64
    /// The file that proves it; the journal itself for none.
    let file: String
    private let snapshot: Snapshot?
    private let mark: DurableMark?

    /// - Parameters:
    ///   - snapshot: the one that the start uses.
    ///   - newest: the last record that any snapshot, usable or not, says it contains; 0 for none.
    init(_ snapshot: Snapshot?, newest: UInt64, _ mark: DurableMark?) {
        (self.snapshot, self.mark) = (snapshot, mark)
        let marked = mark?.sequence ?? 0
        sequence = max(newest, marked)
        file = marked > newest ? StoreFileName.durable : StoreFileName.snapshot(newest)
    }

    /// Checks that a record is the one from which each of them was made.
    func check(_ sequence: UInt64, _ chain: ChainDigest) throws(StoreFault) {
        if let snapshot, snapshot.sequence == sequence, snapshot.chain != chain {
            throw Self.strange(StoreFileName.snapshot(sequence))
        }
        if let mark, mark.sequence == sequence, mark.chain != chain {
            throw Self.strange(StoreFileName.durable)
        }
    }

    private static func strange(_ name: String) -> StoreFault {
        StoreFault(
            doing: "read the state directory", file: name, offset: 0,
            cause: .damaged("it was made from other records than the journal has"))
    }
}
