import Logging
package import SupportStore
import SupportSystem

/// Runs the desk: starts its services in order, waits for a stop or a failure of the journal, and
/// stops them in reverse order.
///
/// It runs on the thread that calls it, and no part of the desk is a task of Swift's: those run on
/// libdispatch's threads, which libdispatch monitors once a second, and which end the process when
/// no descriptor is left to do so.
package struct DeskRun {
    let desk: Desk
    /// Reads the configuration again.
    let reload: () -> Void

    /// The run of one desk, not started yet.
    package init(_ desk: Desk, reload: @escaping () -> Void = {}) {
        (self.desk, self.reload) = (desk, reload)
    }

    /// Runs the desk to its end; throws a `DaemonFault` where that was not asked for.
    package func run() throws {
        var stops: [DeskService.Stop] = []
        var fault: (any Error)?
        do {
            for service in desk.services {
                stops.append(try service.start(desk))
                desk.logger.debug("started", metadata: ["service": "\(service.name)"])
            }
            fault = runServices().map(Self.final)
        } catch let refused as SystemFault {
            fault = DaemonFault("\(refused); nothing was changed", .unavailable)
        } catch {
            fault = error
        }
        for stop in stops.reversed() { stop() }
        desk.close()
        if let fault = fault ?? desk.orders.failure.map(Self.final) ?? desk.log.loss.map(Self.lost)
        {
            throw fault
        }
        desk.logger.notice("stopped")
    }

    /// Carries out orders until the end: nil when a stop was requested.
    private func runServices() -> StoreFault? {
        while true {
            switch desk.orders.next() {
            case .reload: reload()
            case .stop: return nil
            case .fail(let fault): return fault
            }
        }
    }

    private static func final(_ fault: some Error) -> any Error {
        DaemonFault(
            "the journal has failed and nothing more is acknowledged: \(fault)", .storageFailed)
    }

    private static func lost(_ cause: String) -> any Error {
        DaemonFault(
            "at the stop \(LedgerWords.filesGone): \(cause). Put back what was moved away, or restore "
                + "the state directory from a backup.", .storageFailed)
    }
}

/// The orders that a running desk receives from outside: each is kept until it is done, and twice
/// the same is once.
package final class DeskOrders: Sendable {
    /// What is to be done, the most urgent first.
    package enum Order: Hashable, Sendable {
        /// End: the journal could not be written, after which nothing may go on.
        case fail(StoreFault)
        /// End, as somebody asked.
        case stop
        /// Read the configuration again.
        case reload
    }

    private let waiting = GuardedState(Waiting())

    /// What was ordered and not done yet.
    private struct Waiting: Sendable {
        var failure: StoreFault?
        var isToStop = false
        var isToReload = false
    }

    /// Nothing is to be done yet.
    package init() {}

    /// Orders something; of several failures the first is reported.
    package func give(_ order: Order) {
        waiting.change { waiting in
            switch order {
            case .fail(let fault): waiting.failure = waiting.failure ?? fault
            case .stop: waiting.isToStop = true
            case .reload: waiting.isToReload = true
            }
        }
    }

    /// How the journal has failed; nil while all is well.
    package var failure: StoreFault? { waiting.withLock { $0.failure } }

    /// Waits for what is to be done next. An end is returned by every further call.
    package func next() -> Order {
        waiting.wait { waiting -> Order? in
            if let failure = waiting.failure { return .fail(failure) }
            if waiting.isToStop { return .stop }
            defer { waiting.isToReload = false }
            return waiting.isToReload ? .reload : nil
        } ?? .stop
    }
}
