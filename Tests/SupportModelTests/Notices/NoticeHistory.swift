import SupportModel
import SupportTestKit

/// A desk on which monitors and tickets change by chance, and a worker whose deliveries work or fail by
/// chance. The same seed gives the same history.
struct NoticeHistory {
    private(set) var desk: NoticeDesk
    var random: SeededRandom

    /// What is counted: kinds that nothing else implies.
    static let counted: Set<NoticeKind> = [
        .ticketLevel, .ticketReopened, .ticketWaiting, .deadlineNear, .deadlineMissed,
    ]

    init(seed: UInt64) throws(Refusal) {
        random = SeededRandom(seed: seed)
        desk = try NoticeDesk(
            NoticeDesk.route("ops", to: [.address("ops@example.com"), .client, .assignee]),
            NoticeDesk.route(
                "pager", kinds: [.outage, .recovery], levels: [.emergency, .partialOutage]),
            NoticeDesk.route("count", kinds: Self.counted),
            NoticeDesk.route("silent", kinds: [.outage]))
        desk.desk.notices.giveUpMilliseconds = 7_200_000
        desk.desk.take(RandomHistory.deadlines)
    }

    /// Lets time pass, or one thing happen.
    mutating func step() throws(Refusal) {
        if random.chance(50) {
            let seconds = Int64.random(
                in: random.chance(15) ? 3600...60_000 : 1...90, using: &random)
            try desk.pass(seconds: seconds)
            try desk.desk.recordDeadlines()
        }
        if random.chance(50) { try work() }
        do throws(Refusal) { try attempt() } catch { return }
    }

    /// Begins some deliveries that are due, and ends some that were begun.
    private mutating func work() throws(Refusal) {
        for notice in desk.ready where random.chance(60) { try desk.begin(notice.number) }
        for number in desk.outbox.sending.sorted() where random.chance(60) {
            let end = random.pick([
                DeliveryEnd.delivered, .delivered, .failed("timed out"), .refused("550"),
            ])
            try desk.end(number, end)
        }
    }

    private mutating func attempt() throws(Refusal) {
        let ticket = Identifier<Ticket>(
            after: Int.random(in: 0..<desk.desk.state.tickets.count, using: &random))
        let level = random.pick(Level.allCases)
        switch Int.random(in: 0..<12, using: &random) {
        case 0..<5:
            let state = random.pick([MonitorState.up, .failing, .down, .down, .up, .unknown])
            try desk.become(state, random.chance(50) ? "shop" : "search")
        case 5:
            try desk.desk.perform(OpenTicket(client: "acme", level: level, subject: "By chance"))
        case 6: try desk.desk.perform(ChangeTicketLevel(ticket: ticket, level: level))
        case 7: try desk.desk.perform(ResolveTicket(ticket: ticket))
        case 8: try desk.desk.perform(ReopenTicket(ticket: ticket, reason: "by chance"))
        case 9: try desk.desk.perform(WaitForClient(ticket: ticket, note: "why"))
        case 10 where random.chance(50):
            if random.chance(30) {
                let held = desk.notices.map(\.number)
                if !held.isEmpty {
                    try desk.desk.perform(DiscardNotices(notices: [random.pick(held)]))
                }
            } else {
                try desk.desk.perform(RetryNotices(dead: true))
            }
        case 10: try desk.desk.perform(AssignTicket(ticket: ticket, to: "emil"))
        default: try desk.desk.perform(ReplyToTicket(ticket: ticket, text: "By chance"))
        }
    }
}
