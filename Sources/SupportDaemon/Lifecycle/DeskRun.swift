import Logging
import ServiceLifecycle
import SupportSystem

/// The desk's life as one service of the process: start in order, run until asked to stop or until
/// the journal fails, stop in reverse.
package struct DeskRun: Service {
    let desk: Desk

    /// The life of one desk, not begun yet.
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

    /// Waits for the end: nil when somebody asked for it.
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
