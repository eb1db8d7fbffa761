import SupportWire

/// Whether changes can be stored, and for how long.
struct StorageHealth: Sendable {
    /// The states that are distinguished.
    enum Kind: Sendable {
        /// All is well.
        case good
        /// Files are gone, and with them what would be stored: changes are refused.
        case lost
        /// There is no room: changes are refused, or will be soon.
        case full
        /// The disk refuses the journal's next segment: changes are stored while the present one
        /// lasts.
        case endsSoon
    }

    let kind: Kind
    /// What the disk said; empty where all is well.
    let cause: String

    /// How a log is now.
    ///
    /// - Parameter refused: whether it has just refused a change for want of room.
    init(_ log: any DurableLog, refused: Bool = false) {
        if let said = log.loss {
            kind = .lost
            cause = said
        } else if let said = log.lackOfNext {
            kind = .endsSoon
            cause = said
        } else if let said = log.lackOfRoom {
            kind = .full
            cause = said
        } else if refused || !log.canAccept(bytes: 2 * LedgerLimits.answerBytesMax) {
            // That is about what the shortest change asks for.
            kind = .full
            cause = "too much waits for the disk"
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
        case .good, .full: .cannotStore(LedgerWords.noRoom)
        }
    }

    /// `ok`, or why nothing can be stored now or soon.
    var words: String {
        switch kind {
        case .good: "ok"
        case .lost: "\(LedgerWords.filesGone): \(cause)"
        case .full: LedgerWords.noRoom
        case .endsSoon: "\(LedgerWords.noNextSegment): \(cause)"
        }
    }
}
