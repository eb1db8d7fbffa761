import Logging
import SupportModel

/// Sets and ends the doubt about the clock.
extension Ledger {
    /// The time, if it is trusted; sets and ends the doubt about the clock.
    ///
    /// Where that cannot be stored the clock is not trusted, and the next time decides again.
    func trustedTime() -> Instant? {
        let now = clock.now
        let verdict = clockGuard.judge(
            now, uptime: clock.uptime, limits: settings.clockLimits,
            isSynchronised: clock.isSynchronised)
        do {
            switch (verdict, state.clockDoubt) {
            case (.believed, nil): return now
            case (.ahead, .some): return nil
            case (.ahead(let since, let cause), nil):
                let doubt = ClockDoubt(cause: cause, since: since, jumpedTo: now)
                try perform(DoubtClock(doubt))
                logger.warning(LedgerWords.clockInDoubt, metadata: LedgerWords.figures(doubt))
                return nil
            case (.believed, .some(let doubt)):
                let ground = now < doubt.jumpedTo ? TrustClock.Ground.setBack : .believed
                try perform(TrustClock(ground))
                logger.notice(
                    "the clock is trusted again", metadata: ["ground": "\(ground.rawValue)"])
                return now
            }
        } catch {
            note("the doubt about the clock could not be stored", error)
            return nil
        }
    }

    /// Trusts the clock where an operator has just confirmed it, and does what is due by it.
    func goOnAfterConfirmation(_ events: [Event]) {
        guard events.contains(where: { $0.body is ClockTrusted }) else { return }
        clockGuard.trust(clock.now, uptime: clock.uptime)
        let closed = settle()
        logger.notice("an operator confirmed the clock", metadata: closed.metadata)
    }
}

/// What the desk has closed by itself because its end had come.
package struct Settled: Hashable, Sendable {
    /// How many cycles of contracts.
    package var cycles = 0
    /// How many months of work on demand.
    package var months = 0

    package init(cycles: Int = 0, months: Int = 0) {
        (self.cycles, self.months) = (cycles, months)
    }

    /// Whether nothing was closed.
    var isEmpty: Bool { cycles == 0 && months == 0 }

    /// The figures for the daemon's log.
    var metadata: Logger.Metadata { ["cycles": "\(cycles)", "months": "\(months)"] }
}

extension Boundary {
    /// Whose month of work on demand ends; nil where a cycle does.
    var client: Name<Client>? {
        if case .client(let name) = owner { name } else { nil }
    }
}

extension Boundary.Owner {
    /// What ends, for the daemon's log.
    var what: String {
        switch self {
        case .contract(let number): "a cycle of contract \(number)"
        case .client(let name): "a month of work on demand of \(name)"
        }
    }
}
