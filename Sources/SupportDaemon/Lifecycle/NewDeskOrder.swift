import SupportStore
import SupportSystem

/// An operator's order to create a new desk; without one, an empty state directory is refused.
///
/// It is never taken from the state directory itself, which may be a mount point without its disk.
package enum NewDeskOrder: Hashable, Sendable {
    /// There must be a desk.
    case none
    /// `--init`: a new desk, and nothing else.
    case given
    /// `--init-if`: a new desk where there is none, as long as this file exists.
    case file(String)

    /// Reads the order for one start.
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

/// The effect of an order for a new desk on one start.
struct TakenOrder {
    let beginning: Beginning
    /// The order's file, to be removed once the desk exists; nil for none.
    var file: OrderFile?
    /// Why the order is not obeyed, nil when it is or there is none. A file that cannot be removed
    /// would be obeyed again and create a second desk in a directory that was emptied or not
    /// mounted.
    var fault: SystemFault?

    /// Removes the order's file once the desk is durable; throws where it cannot be removed, so
    /// that no desk is served while the order stays.
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

    /// The fault of a start with this order; where there is no desk, it says why none was created.
    func startFault(_ fault: StoreFault) -> DaemonFault {
        guard case .noDesk = fault.cause, let refused = self.fault else {
            return DaemonFault(fault)
        }
        return DaemonFault(
            "\(fault.sentence), and the order for a new desk is not obeyed: \(refused). It must be "
                + "possible to take the file away, or it would be obeyed again: let the daemon's "
                + "user do so, or remove the file and start once with --init.", Self.exit(refused))
    }

    /// A refusal by permissions needs an operator; every other one may pass.
    private static func exit(_ fault: SystemFault) -> DaemonExit {
        fault.isOfName ? .configuration : .storageFailed
    }
}
