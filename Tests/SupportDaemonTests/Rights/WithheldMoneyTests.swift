import SupportDaemon
import SupportJSON
import SupportModel
import SupportStore
import SupportTestKit
import SupportWire
import Testing

/// A reader without the permission sees no amount of money, whatever is asked.
struct WithheldMoneyTests {
    private static let viewer = Caller(uid: 1001, name: "vera", owner: 1000)
    private static let engineer = Caller(uid: 1002, name: "emil", owner: 1000)

    /// What is asked: every method that a viewer may call, with parameters that it answers.
    private static let questions: KeyValuePairs = [
        "client.show": #"{"client":"acme"}"#, "client.list": "{}", "staff.list": "{}",
        "package.list": "{}", "package.show": #"{"package":"starter"}"#, "contract.list": "{}",
        "contract.show": #"{"contract":"1"}"#, "hours.show": #"{"contract":"1"}"#,
        "hours.forecast": #"{"contract":"1","at":"2026-02-20"}"#, "time.list": #"{"voided":true}"#,
        "time.explain": #"{"entry":1}"#, "time.export": "{}", "ticket.list": "{}",
        "ticket.show": #"{"ticket":1}"#, "ticket.export": "{}", "queue.list": "{}",
        "ticket.explain": #"{"ticket":1}"#,
        "attachment.get": #"{"ticket":1,"attachment":"a.txt"}"#,
        "plan.show": #"{"contract":"1"}"#, "plan.suggest": #"{"contract":"1"}"#,
        "monitor.list": "{}", "desk.status": "{}", "clock.show": "{}", "log.list": "{}",
        "rights.list": "{}", "notice.list": "{}",
        "report.desk": "{}", "report.hours": #"{"from":"2026-01-01"}"#,
    ]

    private static var amount: Regex<Substring> { /[0-9]+[.][0-9]{2} EUR|minor_units/ }

    /// A desk with extra hours, an upgrade that is planned, a late booking and a closed month on
    /// demand.
    private static func desk() async throws -> LedgerUnderTest {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let calls = [
            ("staff.add", #"{"staff":"vera","role":"viewer","user":"vera"}"#),
            ("staff.add", #"{"staff":"emil","role":"engineer","user":"emil"}"#),
            ("time.add", #"{"ticket":1,"minutes":1300,"extra":true}"#),
            ("contract.change", #"{"contract":"1","package":"standard"}"#),
            ("client.add", #"{"client":"beta","name":"Beta"}"#),
            ("ticket.open", #"{"client":"beta","level":3,"subject":"Shop","on_demand":true}"#),
            ("time.add", #"{"ticket":2,"minutes":60}"#),
            ("attachment.put", #"{"upload":1,"offset":0,"data":"","end":true}"#),
            (
                "ticket.attach",
                #"{"ticket":1,"files":[{"content":"e3b0c44298fc1c149afbf4c8996fb924"#
                    + #"27ae41e4649b934ca495991b7852b855","name":"a.txt","type":"text/plain","#
                    + #""bytes":0}]}"#
            ),
        ]
        for (method, params) in calls { try await expect(desk, method, params) }
        desk.clock.advance(to: "2026-02-10T09:00:00Z")
        try await expect(
            desk, "time.add",
            #"{"ticket":1,"minutes":90,"on":"2026-01-20","late":true,"reason":"found"}"#)
        return desk
    }

    private static func expect(
        _ desk: LedgerUnderTest, _ method: String, _ params: String
    ) async throws {
        if let error = try await desk.ask(method, params).error { throw error }
    }

    @Test func noAnswerShowsAnAmountToAViewer() async throws {
        let desk = try await Self.desk()
        var shown = 0
        for (method, params) in Self.questions {
            let answer = try await desk.ask(method, params, by: Self.viewer)
            #expect(answer.error == nil, "\(method): \(answer.error?.message ?? "")")
            #expect(!answer.text.contains(Self.amount), "\(method): \(answer.text)")
            let whole = try await desk.ask(method, params)
            if whole.text.contains(Self.amount) { shown += 1 }
        }
        // The question would be idle if nobody saw any.
        #expect(shown >= 6)
    }

    @Test func theLogShowsNoAccessDataToAViewer() throws {
        let event = try RecordText.read(
            Array(
                (#"{"seq":1,"at":"2026-01-05T09:00:00.000Z","by":"ann:1000","events":[{"type":"#
                    + #""access.set","client":"acme","kind":"admin","user":"boss","#
                    + #""address":"https://x.example","sealed":{"key":"k","box":"b"}}]}"#).utf8))
        let state = State()
        let log = MemoryLog()
        log.submit(try RecordText(event.stamp, event.events).ended(with: nil), sequence: 1)
        var known = state
        known.apply(event)
        var watch = Watch(since: 0)
        let next = watch.nextPage(durable: 1)
        let page = try #require(next)
        for permissions in [Set([Permission.read, .access]), [.read]] {
            guard case .lines(let lines) = page.read(log, knowing: known, for: permissions) else {
                Issue.record("it is not read")
                return
            }
            let text = String(decoding: lines.lines, as: UTF8.self)
            #expect(text.contains("admin access of acme set"))
            #expect(text.contains("boss") == permissions.contains(.access))
            #expect(text.contains("x.example") == permissions.contains(.access))
        }
    }

    @Test func everyQuestionOfAViewerIsAsked() async throws {
        let desk = try await Self.desk()
        let readable = try await desk.ask("rights.list").result?.at("methods", "read")?.elements
            .compactMap(\.string)
        let fixed = [
            "service.list", "service.show", "level.list", "level.show", "monitor.show",
            "notice.show",
        ]
        #expect(
            Set(readable ?? []) == Set(Self.questions.map(\.key) + fixed + ["events.watch"]))
    }

    @Test func anEngineersOwnBookingShowsNone() async throws {
        let desk = try await Self.desk()
        let bookings = [
            #"{"ticket":1,"minutes":3000,"extra":true,"long":true}"#, #"{"ticket":2,"minutes":60}"#,
        ]
        for params in bookings {
            let whole = try await desk.ask("time.add", params.dry)
            #expect(whole.text.contains(Self.amount))
            let answer = try await desk.ask("time.add", params.dry, by: Self.engineer)
            #expect(answer.error == nil)
            #expect(!answer.text.contains(Self.amount), "\(answer.text)")
        }
    }

    @Test func aSubscriptionShowsNone() async throws {
        let desk = try await Self.desk()
        var watch = Watch(since: 0)
        let next = watch.nextPage(durable: try desk.state.sequence)
        let page = try #require(next)
        for withMoney in [true, false] {
            guard
                case .lines(let lines) = page.read(
                    desk.log, knowing: try desk.state,
                    for: withMoney ? [.read, .seeMoney] : [.read])
            else {
                Issue.record("it is not read")
                return
            }
            let text = String(decoding: lines.lines, as: UTF8.self)
            #expect(text.contains(Self.amount) == withMoney)
        }
    }
}

extension String {
    /// The parameters as those of a dry run.
    fileprivate var dry: String { dropLast() + #","dry_run":true}"# }
}
