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

    /// What it lets the store do now, and a file that must go once the desk is there.
    func settled() -> (beginning: Beginning, file: OrderFile?) {
        guard case .file(let path) = self else {
            return (self == .given ? .demanded : .refused, nil)
        }
        let file = OrderFile(path: path)
        guard file.isThere else { return (.refused, nil) }
        return (file.canBeRemoved ? .allowed : .refused, file)
    }
}
