import Logging
import NIOCore
import SupportSystemd

/// Reads the configuration again; an invalid one changes nothing.
struct ConfigurationReload {
    let desk: Desk
    let program: DaemonProgram
    /// The configuration that the daemon was started with.
    let running: Configuration

    /// Takes up what the files say by now.
    func run() {
        let logger = desk.logger
        Supervision.tell([.reloading, .status("reading the configuration again")], logger)
        var outcome = "ready"
        defer { Supervision.tell([.ready, .status(outcome)], logger) }
        do {
            let loaded = try program.loadConfiguration()
            let calendar = desk.plan.settings.calendar
            let settings = program.settings(loaded.configuration, calendar, running: running)
            desk.ask { ledger in
                ledger.take(settings)
                ledger.configurationTrouble = nil
                ledger.facts.configuration?.take(loaded, at: ledger.clock.now)
            }
            let waiting = loaded.configuration.tablesForRestart(since: running)
            logger.notice(
                "the configuration was read again",
                metadata: ["after-restart": "\(waiting.joined(separator: " "))"])
        } catch {
            let what = error.exit == .configuration ? "is wrong" : "cannot be read now"
            outcome = "the configuration \(what) and the old one stays"
            let trouble = outcome
            desk.ask { $0.configurationTrouble = trouble }
            logger.error("\(trouble)", metadata: ["cause": "\(error)"])
        }
    }
}
