/// What the names in a state directory say.
struct StateSurvey: Hashable, Sendable {
    /// The first sequences of the segments, in order.
    private(set) var segments: [Int] = []
    /// The sequences of the snapshots, newest first.
    private(set) var snapshots: [Int] = []
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
