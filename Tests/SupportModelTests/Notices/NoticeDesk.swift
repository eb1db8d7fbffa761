import SupportModel
import SupportTestKit

/// A desk with routes, and a worker that delivers as a test says.
struct NoticeDesk {
    var desk: DeskFixture

    /// Office hours in UTC, which every route has.
    static let office = BusinessCalendar(name: "office", zone: "UTC")

    static func route(
        _ name: Name<NoticeRoute>, to recipients: [NoticeRecipient]? = nil,
        kinds: Set<NoticeKind> = Set(NoticeKind.routed), levels: Set<Level> = Set(Level.allCases),
        clients: Set<Name<Client>> = []
    ) -> NoticeRoute {
        NoticeRoute(
            name: name, kinds: kinds, levels: levels, clients: clients, recipients: recipients,
            calendar: office)
    }

    /// A Monday morning, with a package, a ticket, and a monitor of each urgency.
    init(at now: Instant = "2026-10-05T09:00:00Z", _ routes: NoticeRoute...) throws(Refusal) {
        desk = try DeskFixture.starter(at: now, from: "2026-10-01")
        desk.notices = NoticeRules(routes: routes, hasMail: true, domain: "desk.example.com")
        try desk.perform(ChangeClient(client: "acme", mails: ["it@acme.example"]))
        let check = Check.memory(MemoryCheck())
        try desk.perform(
            AddMonitor(monitor: "shop", client: "acme", check: check, level: .emergency))
        try desk.perform(
            AddMonitor(monitor: "search", client: "acme", check: check, level: .highPriority))
    }

    var outbox: Outbox { desk.state.outbox }

    /// All notices that are held, by number.
    var notices: [Notice] { outbox.notices.values.sorted { $0.number < $1.number } }

    var last: Notice? { notices.last }

    mutating func pass(seconds: Int64) throws(Refusal) {
        try desk.advance(to: desk.now.advanced(byMilliseconds: seconds * 1000))
    }

    mutating func become(_ state: MonitorState, _ monitor: Name<Monitor> = "shop") throws(Refusal) {
        try desk.perform(
            ChangeMonitorState(monitor: monitor, to: state, detail: "HTTP 503"), by: .desk)
    }

    /// What may be sent now.
    var ready: [Notice] {
        desk.state.noticesToSend(at: desk.now, desk.notices, desk.calendar).ready
    }

    /// When the next one may be.
    var next: Instant? {
        desk.state.noticesToSend(at: desk.now, desk.notices, desk.calendar).next
    }

    mutating func begin(_ notice: Identifier<Notice>) throws(Refusal) {
        try desk.perform(SendNotice(notice), by: .desk)
    }

    mutating func end(
        _ notice: Identifier<Notice>, _ end: DeliveryEnd = .delivered
    ) throws(Refusal) {
        try desk.perform(EndNotice(notice, end), by: .desk)
    }

    /// Delivers what may be sent now; returns it.
    @discardableResult
    mutating func deliver(_ end: DeliveryEnd = .delivered) throws(Refusal) -> [Notice] {
        let sent = ready
        for notice in sent {
            try begin(notice.number)
            try self.end(notice.number, end)
        }
        return sent
    }

    func words(_ number: Identifier<Notice>) -> NoticeText? {
        outbox.notices[number].map(desk.notices.text)
    }
}
