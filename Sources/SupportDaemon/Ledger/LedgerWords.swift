import Logging
import SupportModel

/// Sentences that more than one place says.
enum LedgerWords {
    /// Why nothing can be stored.
    static let noRoom = "the disk of the state directory is full"
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
