import Logging
import SupportModel
import SupportStore

/// Sentences that more than one place says.
enum LedgerWords {
    /// Why nothing can be stored.
    static let noRoom = "the disk of the state directory is full"
    /// Why soon nothing can be stored.
    static let noNextSegment = "the next segment of the journal cannot be prepared"
    /// Why nothing that would be stored would be found again.
    static let filesGone = "files of the state directory are gone"
    /// What there is to do about files that are gone.
    static let putBack =
        "everything can be read; move back what was moved away, or save what is needed, stop the desk "
        + "and restore a backup: supportd(8), Storage"
    /// What there is to do about a damaged file of the journal while the desk runs.
    static let repair =
        "the desk goes on; before its next start save the state directory and put the file back from a "
        + "backup: supportd(8), Storage"
    /// What whoever asked can do about a fault that is neither damage nor want of room: the desk runs,
    /// and nothing is to be started again.
    static func wayOut(of fault: StoreFault) -> String {
        if case .system = fault.cause { return "see to the cause named above, then ask again" }
        return fault.wayOut
    }
    /// What the log says while the clock is in doubt.
    static let clockInDoubt: Logger.Message =
        "the clock is in doubt: nothing expires until it is set right or confirmed"

    /// What the log says of a doubt besides.
    static func figures(_ doubt: ClockDoubt) -> Logger.Metadata {
        [
            "before": "\(doubt.since)", "now": "\(doubt.jumpedTo)", "days": "\(doubt.days)",
            "cause": "\(doubt.cause.rawValue)", "wayout": "supportc clock confirm",
        ]
    }
}
