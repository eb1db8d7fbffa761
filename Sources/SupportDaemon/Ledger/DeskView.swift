package import SupportModel

/// What a request sees: the state at one moment, which no later change touches.
package struct DeskView: Sendable {
    /// Everything the desk knew at that moment.
    package var state: State
    /// The time of that moment, on the desk's clock.
    package var now: Instant
    /// The configuration that held then.
    package var settings: DeskSettings
    /// The last probe of each monitor, which the state does not keep.
    package var tracker: MonitorTracker
    /// When the daemon started.
    package var startedAt: Instant
    /// Where records go; asked only when somebody asks how it is.
    package var log: any DurableLog
    /// `connected since …`, or why no worker probes.
    package var worker: String
    /// How busy the worker is; nil while none is connected or it has not said so.
    package var workerLoad: WorkerLoad?
    /// Why callers find less room than was configured; nil where they do not.
    package var shortage: String?
    /// True when the clock only moves by request.
    package var isTestClock: Bool

    /// `ok`, or why nothing can be stored now or soon.
    package var storage: String { StorageHealth(log).words }

    /// What a decision of the desk itself rests on, at the view's time unless said.
    func context(at moment: Instant? = nil) -> Context {
        Context(
            now: moment ?? now, by: .desk, calendar: settings.calendar,
            catalogue: settings.catalogue, policy: settings.policy)
    }

    /// The zone's rules; a zone that the machine no longer knows is refused by name.
    func zone(_ name: ZoneName) throws(Refusal) -> any CivilZone {
        guard let zone = settings.calendar.zone(named: name) else {
            throw .unknown(.zone, name.text)
        }
        return zone
    }
}

/// What the desk was configured with: replaced as a whole when the configuration is read again.
package final class DeskSettings: Sendable {
    /// What the agency sells to new contracts.
    package let catalogue: Catalogue
    /// The desk's other defaults.
    package let policy: DeskPolicy
    /// Knows the zones of the machine.
    package let calendar: any CivilCalendar
    /// How far the wall clock may go ahead before its time is doubted.
    package let clockLimits: ClockLimits
    /// Where the key of the access data lies (R6).
    package let accessKey: CredentialKeyFile

    package init(
        catalogue: Catalogue, policy: DeskPolicy, calendar: any CivilCalendar,
        clockLimits: ClockLimits = ClockLimits(), accessKey: CredentialKeyFile
    ) {
        self.catalogue = catalogue
        self.policy = policy
        self.calendar = calendar
        self.clockLimits = clockLimits
        self.accessKey = accessKey
    }
}
