import SupportSystem

/// Finds out what a state directory holds, and readies it for new records.
///
/// It changes nothing before everything that it relies on was checked.
struct Recovery {
    private let storage: any Storage
    private let initialisation: Initialisation
    private let mayInitialise: Bool
    private var notes: [RecoveryNote] = []

    /// What a recovered journal is made of.
    struct Outcome {
        let log: RecoveredLog
        let journal: Journal
        let index: SegmentIndex
        let desk: DeskIdentity
    }

    init(_ initialisation: Initialisation, mayInitialise: Bool) {
        storage = initialisation.storage
        self.initialisation = initialisation
        self.mayInitialise = mayInitialise
    }

    /// The whole of it; the directory must be locked.
    mutating func run() throws(StoreFault) -> Outcome {
        let found = try survey()
        let (desk, isNew) = try identify(found)
        let state = isNew ? try survey() : found
        guard !state.segments.isEmpty else { throw journalMissing() }
        let chain = try SegmentChain(state.segments, of: desk, in: storage)
        let snapshot = try newestGoodSnapshot(state.snapshots, of: desk)
        let index = SegmentIndex(state.segments)
        let end = try JournalEnd(
            chain, after: snapshot, newest: state.snapshots.first ?? 0, index: index)
        try removeUnfinished(state.unfinished)
        if let note = try end.settle(in: storage) { notes.append(note) }
        let log = RecoveredLog(
            snapshot: snapshot, lastSequence: end.lastSequence, isNew: isNew, notes: notes)
        let journal = try end.journal(
            in: storage, index: index, recordBytesMax: initialisation.shape.recordBytesMax)
        return Outcome(log: log, journal: journal, index: index, desk: desk)
    }

    private func survey() throws(StoreFault) -> StateSurvey {
        try StoreFault.naming(storage.place, "open the state directory") { () throws(SystemFault) in
            StateSurvey(try storage.names())
        }
    }

    /// Reads whose directory it is, or makes it a new desk's if it may be one.
    private mutating func identify(
        _ state: StateSurvey
    ) throws(StoreFault) -> (desk: DeskIdentity, isNew: Bool) {
        if state.hasMarker { return (try readMarker().desk, false) }
        guard state.isEmpty || state.isBeginning else {
            throw Initialisation.markerMissing(storage)
        }
        guard mayInitialise else {
            throw StoreFault(
                doing: "open the state directory", file: storage.place,
                cause: .missing("there is no desk in it, though it was initialised before"))
        }
        if state.isEmpty { return (try initialisation.begin(), true) }
        let desk = try initialisation.complete()
        notes.append(.initialisationCompleted)
        return (desk, true)
    }

    private func readMarker() throws(StoreFault) -> Marker {
        let name = StoreFileName.initialised
        let content = try StoreFault.naming(name, "open the state directory") {
            () throws(SystemFault) in
            try storage.open(name, writing: false).read(at: 0, count: StoreLimits.headerBytesMax)
        }
        do {
            return try Marker.read(content[...])
        } catch {
            throw error.fault(doing: "open the state directory", file: name, offset: 0)
        }
    }

    private func journalMissing() -> StoreFault {
        StoreFault(
            doing: "open the state directory", file: storage.place,
            cause: .missing("it was initialised, but there is no journal in it"))
    }

    /// The newest snapshot that is whole; those passed over are noted.
    private mutating func newestGoodSnapshot(
        _ sequences: [Int], of desk: DeskIdentity
    ) throws(StoreFault) -> Snapshot? {
        let files = SnapshotFiles(storage: storage, desk: desk)
        for sequence in sequences {
            do throws(StoreFault) {
                return try files.read(sequence)
            } catch {
                // A later release's snapshot is no damage, and going back behind it is no remedy.
                if case .laterFormat = error.cause { throw error }
                notes.append(.unusableSnapshot(error))
            }
        }
        return nil
    }

    private mutating func removeUnfinished(_ names: [String]) throws(StoreFault) {
        for name in names {
            try StoreFault.naming(name, "remove an unfinished file") { () throws(SystemFault) in
                try storage.remove(name)
            }
            // A spare is left at every end.
            if name != StoreFileName.spare { notes.append(.unfinishedFileRemoved(name)) }
        }
    }
}
