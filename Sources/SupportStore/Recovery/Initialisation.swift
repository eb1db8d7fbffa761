import SupportSystem

// A new desk is created in this order: the first segment, empty; then the marker, from which on an
// empty directory means loss. Records are accepted only after both are durable. A first segment
// without a marker and without records is therefore an interrupted initialisation.

/// Creates the files of a new desk.
struct Initialisation: Sendable {
    let storage: any Storage
    let shape: StoreShape
    let created: String

    private static let doing = "initialise the state directory"

    /// Writes the first segment and the marker.
    func begin() throws(StoreFault) -> DeskIdentity {
        let desk = try StoreFault.naming(storage.place, Self.doing) { () throws(SystemFault) in
            try DeskIdentity()
        }
        let marker = try marker(of: desk)
        let spare = try SpareSegment.prepare(shape.segmentBytes, in: storage)
        let header = SegmentHeader(
            desk: desk, first: 1, previous: 0, segmentBytes: spare.bytes,
            chain: ChainDigest(beginningOf: desk))
        _ = try spare.activate(header, in: storage)
        try write(marker)
        return desk
    }

    /// The desk of an interrupted initialisation; throws where the segment contains records,
    /// because then the marker was lost.
    func interrupted() throws(StoreFault) -> DeskIdentity {
        let segment = try SegmentFile(1, of: nil, in: storage)
        guard try segment.rest(from: segment.headerBytes).isAllZeros else {
            throw Self.markerMissing(storage)
        }
        return segment.header.desk
    }

    /// Writes the marker that an interrupted initialisation lacks.
    func complete(_ desk: DeskIdentity) throws(StoreFault) {
        try write(try marker(of: desk))
    }

    /// The fault of a directory with files but without a marker: more files may be missing.
    static func markerMissing(_ storage: any Storage) -> StoreFault {
        StoreFault(
            doing: "open the state directory", file: storage.place,
            cause: .missing(
                "it holds files of a desk, but \(StoreFileName.initialised) is not there"))
    }

    private func marker(of desk: DeskIdentity) throws(StoreFault) -> Marker {
        guard let marker = Marker(desk: desk, created: created) else {
            throw StoreFault(
                doing: Self.doing, file: StoreFileName.initialised,
                cause: .misused("the text that says when it was created is not plain"))
        }
        return marker
    }

    private func write(_ marker: Marker) throws(StoreFault) {
        try StoreFault.naming(StoreFileName.initialised, Self.doing) { () throws(SystemFault) in
            try writeFileDurably(
                StoreFileName.initialised, [marker.line()[...]], in: storage)
        }
    }
}

/// Whether opening a state directory may create a new desk.
///
/// A directory that lost its desk, such as the mount point of a disk that is not mounted, appears
/// like a new one. Only an operator can distinguish them.
package enum Beginning: Hashable, Sendable {
    /// There must be a desk.
    case refused
    /// A desk is created where there is none, and opened where there is one.
    case allowed
    /// A desk is created; where there is one already nothing is opened.
    case demanded
}

/// The files of a state directory by their names.
struct StateSurvey: Hashable, Sendable {
    /// The first sequences of the segments, plain or compressed, in order.
    private(set) var segments: [UInt64] = []
    /// The first sequences of those that are there plain, beside a compressed one or not.
    private(set) var plain: Set<UInt64> = []
    /// The sequences of the snapshots, newest first.
    private(set) var snapshots: [UInt64] = []
    /// Whether the marker is there.
    private(set) var hasMarker = false
    private(set) var hasDurableMark = false
    /// Unfinished files of the store.
    private(set) var unfinished: [String] = []
    /// Torn tails and misnamed files, which a new directory would not contain.
    private(set) var remains: [String] = []
    /// Files of somebody else.
    private(set) var foreign: [String] = []

    /// A directory that a new file system contains by itself.
    private static let ofFileSystem = "lost+found"

    init(_ names: [String]) {
        var compressed: Set<UInt64> = []
        for name in names {
            switch StoreFileName(name) {
            case .segment(let first): plain.insert(first)
            case .compressed(let first): compressed.insert(first)
            case .snapshot(let sequence): snapshots.append(sequence)
            case .marker: hasMarker = true
            case .durableMark: hasDurableMark = true
            case .unfinished: unfinished.append(name)
            case .remains: remains.append(name)
            case .foreign: if name != Self.ofFileSystem { foreign.append(name) }
            }
        }
        segments = plain.union(compressed).sorted()
        snapshots.sort(by: >)
        foreign.sort()
    }

    /// Whether a desk may be created here: the store has no files here except unfinished ones.
    var isEmpty: Bool {
        segments.isEmpty && hasJournalAlone
    }

    /// Whether this may be an initialisation that was interrupted before the marker was written.
    var isBeginning: Bool {
        segments == [1] && hasJournalAlone
    }

    private var hasJournalAlone: Bool {
        snapshots.isEmpty && !hasMarker && !hasDurableMark && remains.isEmpty
    }
}
