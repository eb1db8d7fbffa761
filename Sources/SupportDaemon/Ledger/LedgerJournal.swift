import Logging
import SupportModel
import SupportStore

/// Telling what a check of the journal's files found.
extension Ledger {
    /// Logs why a check of the files ended; damage is also recorded, for everybody who watches the
    /// desk or reads its log.
    func tell(finding fault: StoreFault) {
        guard fault.isDamage else {
            logger.warning(
                "the journal could not be verified", metadata: ["cause": "\(fault.sentence)"])
            return
        }
        logger.error(
            "the journal is damaged",
            metadata: [
                "file": "\(fault.file)", "offset": "\(fault.offset.map(String.init) ?? "unknown")",
                "cause": "\(fault.reason)", "wayout": "\(LedgerWords.repair)",
            ])
        do {
            try perform(TellDamage(file: fault.file, offset: fault.offset, why: fault.reason))
        } catch {
            note("the notice of a damaged journal could not be stored", error)
        }
    }
}
