import Logging
import ServiceLifecycle
import SupportSystem

/// Runs the desk as one service of the process: starts its services in order, waits for a stop or a
/// failure of the journal, and stops them in reverse order.
package struct DeskRun: Service {
    let desk: Desk

    /// The run of one desk, not started yet.
    package init(_ desk: Desk) { self.desk = desk }

    package func run() async throws {
        var stops: [DeskService.Stop] = []
        var fault: (any Error)?
        do {
            for service in desk.services {
                stops.append(try await service.start(desk))
                desk.logger.debug("started", metadata: ["service": "\(service.name)"])
            }
            fault = await storageFault()
        } catch let refused as SystemFault {
            fault = DaemonFault("\(refused); nothing was changed", .unavailable)
        } catch {
            fault = error
        }
        for stop in stops.reversed() { await stop() }
        await desk.close()
        if let fault = fault ?? desk.failure.value.map(Self.final) ?? desk.log.loss.map(Self.lost) {
            throw fault
        }
        desk.logger.notice("stopped")
    }

    /// Waits for the end: nil when a stop was requested.
    private func storageFault() async -> (any Error)? {
        let failure = desk.failure
        let fault = await cancelWhenGracefulShutdown { await failure.wait() }
        return fault.map(Self.final)
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
