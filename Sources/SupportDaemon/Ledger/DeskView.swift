import SupportJSON
package import SupportModel
package import SupportStore
package import SupportWire

/// What a request can read: the state at one moment, which later changes do not affect.
package struct DeskView: Sendable {
    /// The state of the model at that moment.
    var shared: Boxed<State>
    /// The time of that moment, on the desk's clock.
    package var now: Instant
    /// Who reads, and what they may do.
    package var acting = Acting.owner
    /// The configuration at that moment.
    package var settings: DeskSettings
    /// The last probe of each monitor, which the state does not keep.
    package var tracker: MonitorTracker
    /// When the daemon started.
    package var startedAt: Instant
    /// The log of records; read only for requests about its health.
    package var log: any DurableLog
    /// The contents of attachments.
    package var attachments = AttachmentStore.none()
    /// Whether a worker probes, and why not.
    package var worker: WorkerStanding
    /// The load of the worker; nil while none is connected or it has not reported one.
    package var workerLoad: WorkerLoad?
    /// Why there are fewer connections than configured; nil where there are not.
    package var shortage: String?
    /// True when the clock only moves by request.
    package var isTestClock: Bool

    /// The state of the model at that moment.
    package var state: State {
        _read { yield shared.value }
        _modify { yield &shared.value }
    }

    /// `ok`, or why nothing can be stored now or soon.
    package var storage: String { StorageHealth(log).words }

    /// The context of a decision by the desk itself, at the view's time by default.
    func context(at moment: Instant? = nil) -> Context {
        Context(
            now: moment ?? now, by: .desk, calendar: settings.calendar,
            catalogue: settings.catalogue, policy: settings.policy, notices: settings.notices,
            contents: attachments.contents)
    }

    /// The member of staff that a question names, `me` being who asks; refused where there is none.
    func member(_ named: Name<Staff>, _ field: Field) throws(Refusal) -> Name<Staff> {
        try state.member(try acting.person(named, field)).name
    }

    /// The zone's rules; refuses a zone that the host no longer has.
    func zone(_ name: ZoneName) throws(Refusal) -> any CivilZone {
        guard let zone = settings.calendar.zone(named: name) else {
            throw .unknown(.zone, name.text)
        }
        return zone
    }
}

/// The nearest known name in the refusal of an unknown one.
extension DeskView {
    /// The work that makes an answer from the view, and names the nearest to a name that it does not
    /// know.
    func work(_ answer: @escaping @Sendable (DeskView) throws -> RawJSON) -> Errand.Work {
        {
            do { return .answer(try answer(self)) } catch { throw namingNearest(in: error) }
        }
    }

    /// The error with the nearest known name where it, or a row of a file, is about an unknown one;
    /// else as it is.
    ///
    /// Only kinds whose lists every caller may read are searched, so that an error tells nobody a name
    /// that they could not list.
    func namingNearest(in error: any Error) -> any Error {
        guard let refusal = error as? Refusal else { return error }
        return WireError(refusal) { NearestWord.to($1, among: names(of: $0)) } ?? error
    }

    private func names(of subject: Subject) -> [String] {
        let most = LedgerLimits.comparedNamesMax
        return switch subject {
        case .client: state.clients.keys.prefix(most).map(\.text).sorted()
        case .staff: state.staff.keys.prefix(most).map(\.text).sorted()
        case .monitor: state.monitors.keys.prefix(most).map(\.text).sorted()
        case .package: settings.catalogue.packages.map(\.name.text)
        case .service: settings.catalogue.services.map(\.name.text)
        case .method: Routes.byMethod.keys.sorted()
        case .route: settings.notices.routes.map(\.name.text)
        case .contract, .ticket, .entry, .zone, .access, .project, .attachment, .notice, .mail: []
        }
    }
}

/// The desk's settings: replaced as a whole when the configuration is read again.
package final class DeskSettings: Sendable {
    /// The offers for new contracts.
    package let catalogue: Catalogue
    /// The desk's other defaults.
    package let policy: DeskPolicy
    /// What deadlines and the working order are computed with.
    package let deadlines: DeadlineRules
    /// The calendar with the host's zones.
    package let calendar: any CivilCalendar
    /// What each role may do, and which Unix groups have one.
    package let rights: DeskRights
    /// How far the wall clock may go ahead before it is in doubt.
    package let clockLimits: ClockLimits
    /// The file of the key of the access data (R6).
    package let accessKey: CredentialKeyFile
    /// What notices are made with.
    package let notices: NoticeRules
    /// How notices are delivered.
    package let deliveries: DeliverySettings

    package init(
        catalogue: Catalogue, policy: DeskPolicy, calendar: any CivilCalendar,
        deadlines: DeadlineRules = DeadlineRules(), rights: DeskRights = DeskRights(),
        clockLimits: ClockLimits = ClockLimits(),
        accessKey: CredentialKeyFile, notices: NoticeRules = NoticeRules(),
        deliveries: DeliverySettings = DeliverySettings()
    ) {
        (self.notices, self.deliveries) = (notices, deliveries)
        (self.catalogue, self.policy, self.calendar) = (catalogue, policy, calendar)
        self.deadlines = deadlines
        (self.rights, self.clockLimits, self.accessKey) = (rights, clockLimits, accessKey)
    }
}
