import SupportJSON
import SupportModel
import SupportWire

/// All methods: each noun has a table of its own.
enum Routes {
    static let all: [Route] =
        ClientRoutes.all + StaffRoutes.all + CatalogueRoutes.all + ContractRoutes.all
        + StatementRoutes.all + CredentialRoutes.all + TicketRoutes.all + AttachmentRoutes.all
        + PlanRoutes.all
        + TimeRoutes.all + HourRoutes.all + FileRoutes.all + MonitorRoutes.all + ClockRoutes.all
        + DeskRoutes.all + BackupRoutes.all + LogRoutes.all + RightsRoutes.all
        + ExaminationRoutes.all + NoticeRoutes.all + MailRoutes.all
        + ReportRoutes.all

    static let byMethod: [String: Route] = Dictionary(
        all.map { ($0.method, $0) }, uniquingKeysWith: { first, _ in first })

    /// How long a line may become that begins with these bytes: more than is usual only for a
    /// method that takes it, and for a caller who may call that.
    static func lineBytesMax(
        of start: ArraySlice<UInt8>, by caller: Caller, _ ledger: Ledger
    ) throws(WireError) -> Int {
        guard let name = NamedMethod.find(in: start), let route = byMethod[name],
            route.lineBytesMax > WireLimits.lineBytesMax
        else { return WireLimits.lineBytesMax }
        let refusal = ledger.assumeIsolated {
            $0.refusal(of: name, to: caller)
        }
        if let refusal { throw refusal }
        return route.lineBytesMax
    }
}

/// How one method is answered: a row of the table of methods.
struct Route: Sendable {
    let method: String
    let permission: Permission?
    let cost: Cost
    /// The longest line that may carry the method, in bytes.
    let lineBytesMax: Int
    let work: Work

    /// What kind of work a method is.
    enum Work: Sendable {
        /// Answers from the state as it is at one moment.
        case read(@Sendable (Envelope, DeskView) throws -> RawJSON)
        /// Changes the desk.
        case mutation(@Sendable (Envelope, DeskView) throws -> Mutation)
        /// Changes the desk by what another thread reads and decides.
        case longMutation(@Sendable (Envelope) throws -> Mutation)
        /// Changes or answers something with the keys of the access data, which lie in a file.
        case keyed(@Sendable (Envelope, DeskView) throws -> KeyUse)
        /// Answers from the state as it is at one moment, and from the trouble with the key of the
        /// access data; that is asked for only where secrets are kept.
        case readWithKey(
            @Sendable (Envelope, DeskView, WireError?) throws -> RawJSON)
        /// Anything else that the ledger does itself.
        case act(@Sendable (Envelope, isolated Ledger, Caller) throws -> Outcome)
        /// Reads or writes what lies on the disk, on another thread.
        case errand(@Sendable (Envelope, isolated Ledger, Acting) throws -> Errand.Work)
    }

    /// The row of a request, which says itself what it takes and costs.
    init<Input: Request>(_ input: Input.Type, _ work: Work) {
        method = Input.method.name
        permission = Input.method.permission
        cost = Input.method.cost
        lineBytesMax = Input.method.lineBytesMax
        self.work = work
    }
}

/// How many things a list may answer.
struct ListLimit: Hashable, Sendable {
    let count: Int

    /// What is listed unless the caller says otherwise.
    static let usual = ListLimit(count: WireLimits.listCountDefault)

    private init(count: Int) { self.count = count }

    /// The wanted count, or the default; refused outside of 1 to `WireLimits.listCountMax`.
    init(_ wanted: Int?) throws(WireError) {
        let count = wanted ?? WireLimits.listCountDefault
        guard (1...WireLimits.listCountMax).contains(count) else {
            throw WireError(
                .usage, "bad-parameters",
                "limit: \(count) is not in 1 to \(WireLimits.listCountMax)",
                hint: "ask for less and go on from there")
        }
        self.count = count
    }

    /// The first things of a list, and whether there are more.
    func cut<Element>(_ list: [Element]) -> (ArraySlice<Element>, Bool) {
        (list.prefix(count), list.count > count)
    }
}
