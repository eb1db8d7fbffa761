import SupportModel
import SupportTestKit

/// A desk with one site monitor, `shop`, that is given observations as the daemon gives them.
///
/// Ticket 1 is a person's and resolved; the monitor's own begin with 2.
struct WatchedDesk {
    var fixture: DeskFixture
    var tracker = MonitorTracker()
    /// Milliseconds on the clock that counts intervals.
    var uptime: Int64 = 1_000_000

    init(believed: Int? = nil, level: Level? = nil) throws(Refusal) {
        fixture = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try fixture.perform(ResolveTicket(ticket: 1))
        var timing: MonitorTiming?
        if let believed {
            timing = fixture.policy.siteTiming
            timing?.failuresToBelieve = believed
            timing?.successesToBelieve = believed
        }
        let check = Check.http(HTTPCheck(url: "https://shop.example.com/"))
        try fixture.perform(
            AddMonitor(monitor: "shop", client: "acme", check: check, timing: timing, level: level))
    }

    /// The monitor as the desk sees it.
    var monitor: Monitor? { fixture.state.monitors["shop"] }

    /// The numbers of the tickets that the monitor has opened.
    var opened: [Int] {
        fixture.state.tickets.values.filter { $0.source == .monitor }.map(\.number.number).sorted()
    }

    /// Counts observations, by default a minute apart: `ok`, `bad` or `?`; returns the state after
    /// each.
    @discardableResult
    mutating func probe(_ probes: String, every interval: Int64 = 60_000) throws(Refusal) -> String
    {
        var states: [String] = []
        for word in probes.split(separator: " ") {
            uptime += interval
            try fixture.advance(to: fixture.now.advanced(byMilliseconds: interval))
            try take(word == "ok" ? .success : word == "bad" ? .failure : .unknown)
            states.append(monitor?.state.rawValue ?? "gone")
        }
        return states.joined(separator: " ")
    }

    /// Records a gap, as the daemon does.
    mutating func interrupt() throws(Refusal) {
        tracker.interrupt()
        try fixture.perform(InterruptMonitoring(reason: "the worker hung"), by: .desk)
    }

    private mutating func take(_ outcome: ProbeObservation.Outcome) throws(Refusal) {
        guard let monitor else { return }
        let seen = ProbeObservation(
            monitor: "shop", outcome: outcome, detail: "the probe was a \(outcome.rawValue)",
            phases: Self.phases(outcome))
        guard let belief = tracker.take(seen, of: monitor, at: fixture.now, uptime: uptime) else {
            return
        }
        try fixture.perform(
            ChangeMonitorState(
                monitor: "shop", to: belief, detail: seen.detail,
                after: tracker.lastProbe("shop")), by: .desk)
    }

    private static func phases(_ outcome: ProbeObservation.Outcome) -> ProbePhases? {
        switch outcome {
        case .success: ProbePhases(total: 24_560)
        case .failure: ProbePhases(connect: 7_210, total: 19_050)
        case .unknown: nil
        }
    }
}
