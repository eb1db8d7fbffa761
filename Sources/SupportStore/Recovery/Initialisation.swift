import SupportSystem

// A new desk is made in this order: the first segment, empty; then the marker, which says that from
// now on an empty directory means loss. Records are taken only after both are durable. A first
// segment without marker and without records is therefore an initialisation that was cut short.

/// Makes the files of a new desk.
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

    /// The desk that an interrupted initialisation was making; one whose segment holds records has
    /// lost its marker instead.
    func interrupted() throws(StoreFault) -> DeskIdentity {
        let segment = try SegmentFile(1, of: nil, in: storage)
        guard try segment.rest(from: segment.headerBytes).isAllZeros else {
            throw Self.markerMissing(storage)
        }
        return segment.header.desk
    }

    /// Writes the marker that an interrupted initialisation did not come to.
    func complete(_ desk: DeskIdentity) throws(StoreFault) {
        try write(try marker(of: desk))
    }

    /// Files without a marker: nobody knows what is missing besides.
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

/// Whether opening a state directory may begin a new desk.
///
/// A directory that lost its desk, such as the mount point of a disk that is not mounted, looks like
/// one for a new desk. Only an operator can tell them apart.
package enum Beginning: Hashable, Sendable {
    /// There must be a desk.
    case refused
    /// A desk is begun where there is none, and opened where there is one.
    case allowed
    /// A desk is begun; where there is one already nothing is opened.
    case demanded
}

/// What the names in a state directory say.
struct StateSurvey: Hashable, Sendable {
    /// The first sequences of the segments, in order.
    private(set) var segments: [UInt64] = []
    /// The sequences of the snapshots, newest first.
    private(set) var snapshots: [UInt64] = []
    /// Whether the marker is there.
    private(set) var hasMarker = false
    /// Whether the durable mark is there.
    private(set) var hasDurableMark = false
    /// Files that were never finished.
    private(set) var unfinished: [String] = []
    /// Torn tails and misnamed files: they would be nothing in a new directory.
    private(set) var remains: [String] = []
    /// What is not ours.
    private(set) var foreign: [String] = []

    /// What a new file system has by itself.
    private static let ofFileSystem = "lost+found"

    init(_ names: [String]) {
        for name in names {
            switch StoreFileName(name) {
            case .segment(let first): segments.append(first)
            case .snapshot(let sequence): snapshots.append(sequence)
            case .marker: hasMarker = true
            case .durableMark: hasDurableMark = true
            case .unfinished: unfinished.append(name)
            case .remains: remains.append(name)
            case .foreign: if name != Self.ofFileSystem { foreign.append(name) }
            }
        }
        segments.sort()
        snapshots.sort(by: >)
        foreign.sort()
    }

    /// Whether a desk may begin here: nothing of ours but what was never finished.
    var isEmpty: Bool {
        segments.isEmpty && hasJournalAlone
    }

    /// Whether it may be an initialisation that was cut short before the marker was written.
    var isBeginning: Bool {
        segments == [1] && hasJournalAlone
    }

    private var hasJournalAlone: Bool {
        snapshots.isEmpty && !hasMarker && !hasDurableMark && remains.isEmpty
    }
}
