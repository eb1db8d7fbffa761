import SupportSystem

/// The snapshots of one desk: writes them durably, verifies them, and removes older ones.
struct SnapshotFiles: Sendable {
    let storage: any Storage
    let desk: DeskIdentity
    /// The largest content that is written, in bytes.
    var contentBytesMax = StoreLimits.snapshotBytesMax

    /// Writes a snapshot, verifies it by reading it back, and removes all but the two newest intact
    /// snapshots.
    ///
    /// Returns the sequence of the older kept snapshot; nil when there is only this one.
    func write(
        _ content: ArraySlice<UInt8>, sequence: UInt64, chain: ChainDigest
    ) throws(StoreFault) -> UInt64? {
        let name = StoreFileName.snapshot(sequence)
        guard content.count <= contentBytesMax else {
            let text = "the content is longer than \(contentBytesMax) bytes"
            throw StoreFault(doing: "write a snapshot", file: name, cause: .misused(text))
        }
        let header = SnapshotHeader(
            desk: desk, sequence: sequence, chain: chain, content: content)
        try StoreFault.naming(name, "write a snapshot") { () throws(SystemFault) in
            try writeFileDurably(name, [header.line()[...], content], in: storage)
        }
        _ = try read(sequence)
        return try removeNeedless()
    }

    /// Reads and verifies one snapshot.
    func read(_ sequence: UInt64) throws(StoreFault) -> Snapshot {
        let name = StoreFileName.snapshot(sequence)
        let doing = "read a snapshot"
        let bytes = try bytes(of: name, doing)
        do throws(Flaw) {
            let (header, content) = try SnapshotHeader.read(bytes)
            guard header.sequence == sequence else {
                throw .damaged("its header says that it is snapshot \(header.sequence)")
            }
            guard header.desk == desk else { throw .damaged("it belongs to another desk") }
            return Snapshot(sequence: sequence, content: content, chain: header.chain)
        } catch {
            throw error.fault(doing: doing, file: name, offset: 0)
        }
    }

    private func bytes(of name: String, _ doing: String) throws(StoreFault) -> [UInt8] {
        try StoreFault.naming(name, doing) { () throws(SystemFault) in
            let file = try storage.open(name, writing: false)
            let most = StoreLimits.snapshotBytesMax + StoreLimits.headerBytesMax
            return try file.read(at: 0, count: min(try file.size(), most + 1))
        }
    }

    /// The sequences of all snapshot files, newest first.
    func sequences() throws(StoreFault) -> [UInt64] {
        try StoreFault.naming(storage.place, "list the snapshots") { () throws(SystemFault) in
            StateSurvey(try storage.names()).snapshots
        }
    }

    /// The sequence of the older of the two newest intact snapshots; nil where there are not two.
    func older() throws(StoreFault) -> UInt64? {
        var good: [UInt64] = []
        for sequence in try sequences() where (try? read(sequence)) != nil {
            good.append(sequence)
            if good.count == StoreLimits.snapshotsKept { return sequence }
        }
        return nil
    }

    /// Removes everything older than the two newest snapshots that can be read.
    private func removeNeedless() throws(StoreFault) -> UInt64? {
        var good: [UInt64] = []
        for sequence in try sequences() {
            if good.count < StoreLimits.snapshotsKept {
                if (try? read(sequence)) != nil { good.append(sequence) }
            } else {
                try remove(sequence)
            }
        }
        return good.count < StoreLimits.snapshotsKept ? nil : good.last
    }

    private func remove(_ sequence: UInt64) throws(StoreFault) {
        let name = StoreFileName.snapshot(sequence)
        try StoreFault.naming(name, "remove a snapshot") { () throws(SystemFault) in
            try storage.remove(name)
        }
    }
}

/// A whole state at one record, so that a start need not replay from the first record.
package struct Snapshot: Hashable, Sendable {
    /// The last record that the state contains, 1 or more.
    package let sequence: UInt64
    /// What the writer gave, byte for byte.
    package let content: ArraySlice<UInt8>
    /// The digest of that record's line.
    let chain: ChainDigest
}
