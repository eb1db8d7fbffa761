/// How far the journal must go by what lies beside it: its snapshots and the durable mark.
struct KnownEnd: Sendable {
    /// The last record that one of them proves to have been durable, 0 for none.
    let sequence: Int
    /// The file that proves it; the journal itself for none.
    let file: String
    private let snapshot: Snapshot?
    private let mark: DurableMark?

    /// - Parameters:
    ///   - snapshot: the one that the start uses.
    ///   - newest: the last record that any snapshot, usable or not, says it contains; 0 for none.
    init(_ snapshot: Snapshot?, newest: Int, _ mark: DurableMark?) {
        self.snapshot = snapshot
        self.mark = mark
        let marked = mark?.sequence ?? 0
        sequence = max(newest, marked)
        file = marked > newest ? StoreFileName.durable : StoreFileName.snapshot(newest)
    }

    /// Checks that a record is the one from which each of them was made.
    func check(_ sequence: Int, _ chain: ChainDigest) throws(StoreFault) {
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
