import Logging
import SupportModel
import SupportWire

/// What the operator must see of what callers and the disk do.
extension Ledger {
    /// Tells that the disk has become full or refuses the next segment, or that files are gone, and
    /// that changes are taken again: once each. Gives how it is.
    ///
    /// - Parameter refused: whether a change has just been refused for want of room.
    @discardableResult
    func noteStorage(refused: Bool = false) -> StorageHealth {
        let health = StorageHealth(log, refused: refused)
        let before = toldStorage
        guard health.kind != before else { return health }
        toldStorage = health.kind
        let cause: Logger.Metadata = ["cause": "\(health.cause)"]
        switch health.kind {
        case .lost:
            logger.error(
                "\(LedgerWords.filesGone): changes are refused",
                metadata: cause.merging(["wayout": "\(LedgerWords.putBack)"]) { $1 })
        case .full: logger.error("\(LedgerWords.noRoom): changes are refused", metadata: cause)
        case .endsSoon:
            logger.error(
                "\(LedgerWords.noNextSegment): changes are refused when the present one is full",
                metadata: cause)
        case .good where before == .lost:
            logger.notice("the files of the state directory are there again: changes are stored")
        case .good where before == .full:
            logger.notice("the disk of the state directory has room again: changes are stored")
        case .good:
            logger.notice("the next segment of the journal was prepared: changes are stored")
        }
        return health
    }

    /// Looks whether there is something to tell of the storage.
    package func lookAtStorage() { noteStorage() }

    /// Tells, not too often, that a secret was asked for and does not open.
    func noteFailedReveal(_ events: [Event], by caller: Caller) {
        for event in events.lazy.compactMap({ $0.body as? AccessRevealFailed }) {
            notes.note(
                .error, "access data could not be revealed",
                ["what": event.summary, "user": caller.name])
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
