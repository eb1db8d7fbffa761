import SupportWire

/// Whether changes can be stored, and for how long.
struct StorageHealth: Sendable {
    /// The states that are distinguished.
    enum Kind: Sendable {
        /// Changes are stored.
        case good
        /// Files are missing, so a later start would not find new records: changes are refused.
        case lost
        /// There is no room: changes are refused.
        case full
        /// More waits to be written than may wait: changes are refused until the disk has caught up.
        case behind
        /// There is no room for the journal's next segment: changes are stored until the present one
        /// is full.
        case fillsUp
        /// The disk refuses the journal's next segment: changes are stored until the present one is
        /// full.
        case endsSoon
    }

    let kind: Kind
    /// The disk's error; empty for none.
    let cause: String

    /// The present state of a log.
    ///
    /// - Parameter refused: whether it has just refused a change for lack of room.
    init(_ log: any DurableLog, refused: Bool = false) {
        if let said = log.loss {
            kind = .lost
            cause = said
        } else if let said = log.lackOfNext {
            kind = .endsSoon
            cause = said
        } else if refused || !log.canAccept(bytes: 2 * LedgerLimits.answerBytesMax) {
            // This is about the size of the shortest change.
            kind = log.lackOfRoom == nil ? .behind : .full
            cause = log.lackOfRoom ?? ""
        } else if let said = log.lackOfRoom {
            kind = .fillsUp
            cause = said
        } else {
            kind = .good
            cause = ""
        }
    }

    /// Why nothing can be stored, once a change was refused.
    var refusal: WireError {
        switch kind {
        case .lost: .cannotStore("\(LedgerWords.filesGone): \(cause)", hint: LedgerWords.putBack)
        case .endsSoon: .cannotStore(LedgerWords.noNextSegment)
        case .behind: .cannotStore(LedgerWords.behind, hint: "try again in a moment")
        case .good, .full, .fillsUp:
            .cannotStore(cause.isEmpty ? LedgerWords.noRoom : "\(LedgerWords.noRoom): \(cause)")
        }
    }

    /// `ok`, or why nothing can be stored now or soon.
    var words: String {
        switch kind {
        case .good: "ok"
        case .lost: "\(LedgerWords.filesGone): \(cause)"
        case .full: "\(LedgerWords.noRoom): \(cause)"
        case .behind: LedgerWords.behind
        case .fillsUp: "\(LedgerWords.roomEnds): \(cause)"
        case .endsSoon: "\(LedgerWords.noNextSegment): \(cause)"
        }
    }
}
