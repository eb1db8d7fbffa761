import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// Reads the configuration again on `SIGHUP`; an invalid one changes nothing.
struct ConfigurationReload: ServiceLifecycle.Service {
    let desk: Desk
    let program: DaemonProgram
    /// The configuration that the daemon was started with.
    let running: Configuration

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
            await reload()
        }
    }

    private func reload() async {
        let logger = desk.logger
        do {
            let loaded = try program.loadConfiguration()
            let calendar = await desk.ledger.settings.calendar
            await desk.ledger.take(
                program.settings(loaded.configuration, calendar, running: running))
            let waiting = loaded.configuration.tablesForRestart(since: running)
            logger.notice(
                "the configuration was read again",
                metadata: ["after-restart": "\(waiting.joined(separator: " "))"])
        } catch {
            let what = error.exit == .configuration ? "is wrong" : "cannot be read now"
            logger.error(
                "the configuration \(what) and the old one stays", metadata: ["cause": "\(error)"])
        }
    }
}
