import Logging
import SupportModel
import SupportWire

/// What the operator must see of what callers and the disk do.
extension Ledger {
    /// Tells that the disk has become full, or has room again: once each.
    ///
    /// - Parameter refused: whether a change has just been refused for want of room.
    package func noteStorage(refused: Bool = false) {
        let isShort =
            refused || log.lackOfRoom != nil
            || !log.canAccept(bytes: 2 * LedgerLimits.answerBytesMax)
        guard isShort != isShortOfRoom else { return }
        isShortOfRoom = isShort
        if isShort {
            let cause = log.lackOfRoom ?? "too much waits for the disk"
            logger.error(
                "\(LedgerWords.noRoom): changes are refused", metadata: ["cause": "\(cause)"])
        } else {
            logger.notice("the disk of the state directory has room again: changes are stored")
        }
    }

    /// Tells that a secret was asked for and does not open.
    func noteFailedReveal(_ events: [Event], by caller: Caller) {
        for event in events.lazy.compactMap({ $0.body as? AccessRevealFailed }) {
            logger.error(
                "access data could not be revealed",
                metadata: ["what": "\(event.summary)", "user": "\(caller.name)"])
        }
    }

    /// Tells, not too often, that a caller asked for what they have no right to.
    func note(_ error: any Error, _ method: String, _ caller: Caller) {
        guard let error = error as? WireError, error.code == .notPermitted else { return }
        notes.note(
            .warning, "a call was not permitted",
            ["method": method, "uid": "\(caller.uid)", "user": caller.name])
    }

    /// Tells, not too often, that a connection was refused.
    func noteRefusedConnection(of uid: UInt32, _ error: WireError) {
        notes.note(
            .warning, "a connection was refused", ["uid": "\(uid)", "cause": error.message])
    }
}
