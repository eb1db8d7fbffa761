import Foundation
import SupportJSON
import SupportSystem
import SupportTestKit
import Testing

/// Fifty clients that open, take, assign, hand back, resolve, close and reopen tickets at random, all at once.
///
/// `SUPPORTD_CLIENT_SECONDS` says for how long; 3 unless it is set.
struct ManyClientsTests {
    private static let clientCount = 50
    private static let staff = ["kim", "lou", "max", "nia", "ole"]
    private static let seconds =
        ProcessInfo.processInfo.environment["SUPPORTD_CLIENT_SECONDS"].flatMap(Int.init) ?? 3

    /// What a change answered, and the ticket as the answer shows it.
    private struct Answered: Sendable {
        var method: String
        var ticket: Int
        var state: String
        var assignee: String?
        var version: Int
        /// Whether it recorded something.
        var isNew: Bool
    }

    @Test("no ticket is taken twice, every answer is true, the history explains every state")
    func ticketsAtRandom() throws {
        let desk = try RunningDesk(
            RunningDesk.Plan(configuration: "[limits]\nconnections_per_user = 128\n"))
        let client = try desk.signedClient()
        for name in Self.staff {
            _ = try client.result("staff.add", #"{"staff":"\#(name)","role":"engineer"}"#)
        }
        let answers = try work(desk)
        let histories = try Histories(of: client)
        let takes = answers.filter { $0.method == "ticket.take" }
        #expect(takes.count > Self.clientCount && answers.count > 10 * Self.clientCount)
        for answer in answers {
            let told = Histories.Stand(state: answer.state, assignee: answer.assignee)
            let stood = histories.stand(of: answer.ticket, at: answer.version)
            #expect(stood == told, "\(answer)")
            if answer.method == "ticket.take", answer.isNew {
                let before = histories.stand(of: answer.ticket, at: answer.version - 1)
                #expect(before?.assignee == nil, "taken from \(String(describing: before))")
            }
        }
        #expect(Set(takes.map { "\($0.ticket) \($0.version)" }).count == takes.count, "taken twice")
        let listed = try client.result("ticket.list", #"{"all":true,"limit":10000}"#)
        let tickets = try #require(listed[member: "tickets"])
        for ticket in tickets.elements {
            let number = ticket[member: "ticket"]?.int ?? 0
            #expect(histories.stand(of: number, at: .max) == Histories.Stand(ticket))
        }
    }

    /// Lets all clients work, and gives what they were answered.
    private func work(_ desk: RunningDesk) throws -> [Answered] {
        let answers = GuardedState<[Answered]>([])
        let faults = GuardedState<[String]>([])
        let end = ContinuousClock.now + .seconds(Self.seconds)
        let socket = desk.socket
        let threads = try (0..<Self.clientCount).map { place in
            try WorkerThread(name: "client-\(place)") {
                let given = Result { try Self.work(at: socket, place, until: end) }
                answers.change { $0 += (try? given.get()) ?? [] }
                if case .failure(let error) = given {
                    faults.change { $0.append("client \(place): \(error)") }
                }
            }
        }
        for thread in threads { thread.join() }
        #expect(faults.withLock { $0 } == [])
        return answers.withLock { $0 }
    }

    /// One client's work; what it was answered.
    private static func work(
        at socket: String, _ place: Int, until end: ContinuousClock.Instant
    ) throws -> [Answered] {
        let client = try WireClient(socket)
        var random = SeededRandom(seed: UInt64(place))
        var answers: [Answered] = []
        while ContinuousClock.now < end {
            if let answer = try act(client, staff[place % staff.count], &random) {
                answers.append(answer)
            }
        }
        return answers
    }

    /// One act; nil where a rule refused it, as most refuse something by chance.
    private static func act(
        _ client: WireClient, _ me: String, _ random: inout SeededRandom
    ) throws -> Answered? {
        let ticket = Int.random(in: 1...120, using: &random)
        let acts: [(String, String)] = [
            ("ticket.open", #"{"client":"acme","level":4,"subject":"s"}"#),
            ("ticket.take", #"{"to":"\#(me)"}"#), ("ticket.take", #"{"to":"\#(me)"}"#),
            ("ticket.assign", #"{"ticket":\#(ticket),"to":"\#(me)"}"#),
            ("ticket.assign", #"{"ticket":\#(ticket)}"#),
            ("ticket.wait-client", #"{"ticket":\#(ticket)}"#),
            ("ticket.resume", #"{"ticket":\#(ticket)}"#),
            ("ticket.resolve", #"{"ticket":\#(ticket)}"#),
            ("ticket.close", #"{"ticket":\#(ticket)}"#),
            ("ticket.reopen", #"{"ticket":\#(ticket),"reason":"again"}"#),
        ]
        let (method, parameters) = acts[Int.random(in: acts.indices, using: &random)]
        let reply = try client.call(method, parameters)
        guard let result = reply.result, let stand = Histories.Stand(result) else {
            #expect(reply.code == 1 || reply.code == 3, "\(method): \(reply.text)")
            return nil
        }
        return Answered(
            method: method, ticket: result[member: "ticket"]?.int ?? 0, state: stand.state,
            assignee: stand.assignee, version: result[member: "version"]?.int ?? 0,
            isNew: !(result[member: "unchanged"]?.bool ?? false))
    }
}

/// How each ticket stood after each record, told from the log alone.
private struct Histories {
    /// A ticket's state and who has it.
    struct Stand: Equatable {
        var state: String
        var assignee: String?

        init(state: String, assignee: String?) { (self.state, self.assignee) = (state, assignee) }

        /// Of a ticket as the desk shows it.
        init?(_ ticket: JSONValue) {
            guard let state = ticket[member: "state"]?.string else { return nil }
            self.init(state: state, assignee: ticket[member: "assignee"]?.string)
        }
    }

    /// Of each ticket, the records that changed it and how it stood then.
    private var stands: [Int: [(record: Int, stand: Stand)]] = [:]

    init(of client: WireClient) throws {
        var since: Int? = 0
        while let from = since {
            let page = try client.result("log.list", #"{"since":\#(from),"limit":5000}"#)
            let records = try #require(page[member: "records"])
            for record in records.elements {
                let number = record[member: "seq"]?.int ?? 0
                for event in try #require(record[member: "events"]).elements {
                    follow(event[member: "type"]?.string ?? "", event, in: number)
                }
            }
            since = page[member: "next"]?.int
        }
    }

    func stand(of ticket: Int, at record: Int) -> Stand? {
        stands[ticket]?.last { $0.record <= record }?.stand
    }

    private mutating func follow(_ type: String, _ logged: JSONValue, in record: Int) {
        guard let event = logged[member: "event"], type.hasPrefix("ticket.") else { return }
        let name = type == "ticket.opened" ? "number" : "ticket"
        guard let ticket = event[member: name]?.int else { return }
        var stand = stands[ticket]?.last?.stand ?? Stand(state: "open", assignee: nil)
        let working = stand.assignee == nil ? "open" : "active"
        switch type {
        case "ticket.assigned":
            stand.assignee = event[member: "assignee"]?.string
            if stand.state == "open" || stand.state == "active" {
                stand.state = stand.assignee == nil ? "open" : "active"
            }
        case "ticket.waiting": stand.state = "waiting"
        case "ticket.resumed": if stand.state == "waiting" { stand.state = working }
        case "ticket.resolved": stand.state = "resolved"
        case "ticket.closed": stand.state = "closed"
        case "ticket.reopened": stand.state = working
        default: break
        }
        stands[ticket, default: []].append((record, stand))
    }
}
