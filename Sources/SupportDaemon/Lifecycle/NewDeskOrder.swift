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

/// What an order for a new desk comes to at one start.
struct TakenOrder {
    /// What the store may do.
    let beginning: Beginning
    /// What must be removed once the desk is there.
    var file: OrderFile?
    /// Why an order is not obeyed, nil when it is or there is none: one that cannot be taken away
    /// would be obeyed again, and make a second desk of a directory that was emptied or not
    /// mounted.
    var fault: SystemFault?

    /// Removes the order, as the desk is there and durable. Where it stays, no desk is served
    /// beside it.
    func useUp() throws(DaemonFault) {
        guard let file else { return }
        do {
            try file.remove()
        } catch {
            throw DaemonFault(
                "the desk is there, but the order for it stays: \(error). With it a state "
                    + "directory that was emptied or is not mounted would become another desk. "
                    + "Remove the file by hand and start again.", Self.exit(error))
        }
    }

    /// A store's fault in the words of this order: where there is no desk, why none was begun.
    func startFault(_ fault: StoreFault) -> DaemonFault {
        guard case .noDesk = fault.cause, let refused = self.fault else {
            return DaemonFault(fault)
        }
        return DaemonFault(
            "\(fault.sentence), and the order for a new desk is not obeyed: \(refused). It must be "
                + "possible to take the file away, or it would be obeyed again: let the daemon's "
                + "user do so, or remove the file and start once with --init.", Self.exit(refused))
    }

    /// Rights are an operator's to change; everything else may be over at the next start.
    private static func exit(_ fault: SystemFault) -> DaemonExit {
        fault.isOfName ? .configuration : .storageFailed
    }
}
