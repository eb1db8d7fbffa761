package import SupportSystem

/// The files of a desk that no daemon uses, verified as a start and a check of a running desk verify
/// them. Nothing is changed.
package struct StoredDesk {
    /// The identity of the desk.
    package let desk: DeskIdentity
    /// What was verified.
    package let verification: Verification
    /// How many bytes behind the last record a start would put aside; 0 for none.
    package let tornBytes: Int
    /// The names of the desk's files, the marker last.
    package let names: [String]
    private let reader: JournalReader

    /// The last record, 0 for none.
    package var lastSequence: UInt64 { verification.lastSequence }

    /// Reads everything. Throws the fault of a start, or that of the first damaged file.
    package init(_ storage: any Storage) throws(StoreFault) {
        let survey = try StoreFault.naming(storage.place, Self.doing) { () throws(SystemFault) in
            StateSurvey(try storage.names())
        }
        guard survey.hasMarker else { throw Self.noDesk(survey, storage) }
        desk = try Marker.read(in: storage, doing: Self.doing).desk
        guard !survey.segments.isEmpty else {
            throw StoreFault(
                doing: Self.doing, file: storage.place,
                cause: .missing("it was initialised, but there is no journal in it"))
        }
        let snapshots = SnapshotFiles(storage: storage, desk: desk)
        let newest = survey.snapshots.first
        let snapshot = try newest.map { sequence throws(StoreFault) in try snapshots.read(sequence)
        }
        let mark =
            survey.hasDurableMark
            ? try DurableMarkFile(storage: storage, desk: desk).read() : nil
        let index = SegmentIndex(survey.segments)
        let chain = try SegmentChain(survey.segments, of: desk, in: storage)
        try chain.expectBeginning(in: storage)
        let end = try JournalEnd(
            chain, after: snapshot,
            known: KnownEnd(snapshot, newest: newest ?? 0, mark), index: index)
        verification = try Verification(
            storage: storage, desk: desk, firsts: survey.segments, durable: end.lastSequence,
            since: 0, while: { true })
        tornBytes = end.tornBytes
        names =
            survey.segments.map {
                survey.plain.contains($0) ? StoreFileName.segment($0) : StoreFileName.compressed($0)
            }
            + survey.snapshots.map(StoreFileName.snapshot)
            + (survey.hasDurableMark ? [StoreFileName.durable] : []) + [StoreFileName.initialised]
        reader = JournalReader(storage: storage, index: index)
    }

    private static let doing = "read the state directory"

    private static func noDesk(_ survey: StateSurvey, _ storage: any Storage) -> StoreFault {
        guard survey.segments.isEmpty, survey.snapshots.isEmpty else {
            return Initialisation.markerMissing(storage)
        }
        return StoreFault(
            doing: doing, file: storage.place, cause: .noDesk("there is no desk in it"))
    }

    /// Passes every record to the closure, in order; an error of the closure ends it.
    package func replay(_ body: (StoredRecord) throws -> Void) throws {
        var passed = verification.firstSequence - 1
        while passed < lastSequence {
            let records = try reader.records(
                from: passed + 1, through: lastSequence, countMax: 4_096, bytesMax: 1_048_576)
            for record in records { try body(record) }
            passed += UInt64(records.count)
        }
    }
}
