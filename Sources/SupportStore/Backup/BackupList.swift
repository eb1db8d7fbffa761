package import SupportModel
import SupportSystem

// A backup is a prefix of the journal: every segment that another follows, which does not change any
// more, the newest one as far as it is durable, the newest snapshot, and the marker. The daemon only
// reads; the client writes the copies with its caller's rights, wherever those reach.

/// What a copy of the state directory through one record consists of.
package struct BackupList: Hashable, Sendable {
    /// The identity of the desk.
    package let desk: String
    /// The last record, 0 for none.
    package let sequence: UInt64
    /// The digest of that record.
    package let chain: String
    /// The content of the durable mark that names the record; nil for none.
    package let mark: String?
    /// The files, in order of name.
    package let files: [BackupFile]

    package init(
        desk: String, sequence: UInt64, chain: String, mark: String?, files: [BackupFile]
    ) {
        (self.desk, self.sequence, self.chain) = (desk, sequence, chain)
        (self.mark, self.files) = (mark, files)
    }
}

extension Store {
    /// The files that hold everything through the record that is durable now. Their content is not
    /// verified here.
    package func backupList() throws(StoreFault) -> BackupList {
        let last = durableSequence
        let kept = firsts
        let firsts = kept.filter { $0 <= max(last, kept.first ?? 1) }
        let segments = try SegmentChain(firsts, of: desk, in: storage).segments
        let chain = try reader.chain(through: last, of: desk)
        var files = [try marker()]
        for (position, segment) in segments.enumerated() {
            let isLast = position + 1 == segments.count
            let end = isLast ? chain : segments[position + 1].header.chain
            files.append(segment.file(endingWith: end, through: isLast ? last : nil))
        }
        if let snapshot = try newestSnapshot(through: last) {
            files.append(try file(of: snapshot))
        }
        let mark = DurableMark(desk: desk, sequence: last, chain: chain).line()
        return BackupList(
            desk: desk.text, sequence: last, chain: chain.text,
            mark: last > 0 ? String(decoding: mark, as: UTF8.self) : nil, files: files)
    }

    /// Whether a durable record has this digest; false also where there is no such record.
    package func holds(_ sequence: UInt64, chain: String) throws(StoreFault) -> Bool {
        guard sequence <= durableSequence else { return false }
        return try reader.chain(through: sequence, of: desk).text == chain
    }

    private func marker() throws(StoreFault) -> BackupFile {
        let name = StoreFileName.initialised
        let version = try Marker.read(in: storage, doing: Self.listing).version
        // A marker of another version has the same length.
        let digest = version == HeaderWriter.version ? desk.text : "\(desk.text)-\(version)"
        return BackupFile(name: name, bytes: try size(of: name), digest: digest)
    }

    private static let listing = "list the files of a backup"

    private func file(of snapshot: Snapshot) throws(StoreFault) -> BackupFile {
        let name = StoreFileName.snapshot(snapshot.sequence)
        return BackupFile(name: name, bytes: try size(of: name), digest: snapshot.chain.text)
    }

    private func size(of name: String) throws(StoreFault) -> Int {
        try StoreFault.naming(name, Self.listing) { () throws(SystemFault) in
            try storage.open(name, writing: false).size()
        }
    }
}

extension SegmentFile {
    /// The segment as a backup lists it: of a compressed one, not only the lines but also what they
    /// were compressed to.
    fileprivate func file(endingWith end: ChainDigest, through last: UInt64?) -> BackupFile {
        guard let lead else {
            return BackupFile(
                name: name, bytes: header.segmentBytes, digest: end.text, through: last)
        }
        return BackupFile(
            name: name, bytes: lead.header.fileBytes, digest: "\(end.text)-\(lead.header.table)")
    }
}

extension ChainDigest {
    /// 32 lower-case digits.
    var text: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension JournalReader {
    /// The digest of a durable line, or of the beginning for 0.
    func chain(through sequence: UInt64, of desk: DeskIdentity) throws(StoreFault) -> ChainDigest {
        try sequence == 0 ? ChainDigest(beginningOf: desk) : chain(at: sequence)
    }

    /// Where a durable line of a segment ends, in bytes from the beginning of the file; nil where
    /// it stands in another one.
    func end(of sequence: UInt64, inSegment first: UInt64) throws(StoreFault) -> Int? {
        guard let place = index.place(of: sequence), place.segment == first else { return nil }
        var walk = try walk(place)
        while true {
            switch try next(&walk) {
            case .line(let line, let bytes, let offset):
                if line.sequence == sequence { return offset + bytes.count + 1 }
            case .damaged(let fault): throw fault
            }
        }
    }
}
