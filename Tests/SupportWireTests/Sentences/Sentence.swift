import SupportModel
import SupportWire

/// A refusal with the exact sentence and the exact hint that a person reads.
struct Sentence: Sendable {
    var refusal: Refusal
    var message: String
    var hint: String?

    init(_ refusal: Refusal, _ message: String, hint: String?) {
        self.refusal = refusal
        self.message = message
        self.hint = hint
    }

    /// All that are written down, by what they are about.
    static let all =
        rights + terms + rests + agreements + workDays + planDays + restDays + endDays + groups
        + work + tickets + attachments + monitors + checks + uses + texts + people + cells + tables
        + things
}
