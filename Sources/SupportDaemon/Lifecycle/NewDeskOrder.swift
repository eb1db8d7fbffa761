import SupportStore
import SupportSystem

/// An operator's word that a new desk may be begun; without it an empty state directory is refused.
///
/// It never comes from the state directory itself, as that may be one that was not mounted.
package enum NewDeskOrder: Hashable, Sendable {
    /// There must be a desk.
    case none
    /// `--init`: a new desk, and nothing else.
    case given
    /// `--init-if`: a new desk where there is none, for as long as this file is there.
    case file(String)

    /// Takes the order, so that no later start obeys it once the desk is there.
    func taken() -> TakenOrder {
        guard case .file(let path) = self else {
            return TakenOrder(beginning: self == .given ? .demanded : .refused)
        }
        let file = OrderFile(path: path)
        do {
            return try file.take()
                ? TakenOrder(beginning: .allowed, file: file) : TakenOrder(beginning: .refused)
        } catch {
            return TakenOrder(beginning: .refused, fault: error)
        }
    }
}
