import SupportModel
import SupportStore

/// Telling what the check of the journal's files found.
extension Ledger {
    /// Records a notice of damage, for everybody who watches the desk or reads its log.
    func tellDamage(_ fault: StoreFault) {
        do {
            try perform(TellDamage(file: fault.file, offset: fault.offset, why: fault.reason))
        } catch {
            note("the notice of a damaged journal could not be stored", error)
        }
    }
}
