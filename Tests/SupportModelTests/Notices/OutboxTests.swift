import SupportModel
import SupportTestKit
import Testing

/// What is told to whom, once, and when.
struct OutboxTests {
    private let ops = NoticeDesk.route("ops", to: [.address("ops@example.com")])

    @Test("an outage is one message, though it opens a ticket")
    func oneOutage() throws {
        var desk = try NoticeDesk(ops)
        try desk.become(.down)
        #expect(desk.notices.map { $0.items.map(\.kind) } == [[.outage]])
        let notice = try #require(desk.last)
        #expect(notice.recipient == "ops@example.com")
        #expect((notice.ticket, notice.level) == (2, .emergency))
        #expect(desk.ready.isEmpty, "others may join")
        try desk.become(.down, "search")
        #expect(desk.notices.count == 2, "what may be told at night is not mixed with what may not")
        try desk.pass(seconds: 30)
        #expect(try desk.deliver().map(\.number) == [1, 2])
        #expect(desk.notices.allSatisfy { $0.state == .delivered })
        #expect(desk.ready.isEmpty)
    }

    @Test("what happens before a notice is sent joins it, and what happens after is another")
    func grouping() throws {
        var desk = try NoticeDesk(ops)
        try desk.become(.down)
        try desk.pass(seconds: 29)
        try desk.desk.perform(
            OpenTicket(client: "acme", level: .emergency, subject: "Payments fail"))
        #expect(desk.notices.map(\.items.count) == [2])
        try desk.pass(seconds: 1)
        try desk.begin(1)
        try desk.desk.perform(
            OpenTicket(client: "acme", level: .emergency, subject: "Still"))
        #expect(desk.notices.map(\.items.count) == [2, 1])
        let words = try #require(desk.words(1))
        #expect(words.subject == "shop is down (+1)")
        #expect(words.body.contains("HTTP 503"))
        #expect(words.body.contains("Payments fail"))
        #expect(desk.outbox.notices[1]?.identifier(domain: "d") == "supportd.1.t0@d")
        #expect(desk.outbox.notices[2]?.identifier(domain: "d") == "supportd.2.t4@d")
    }

    @Test func aRouteIsToldWhatItNamesAlone() throws {
        var desk = try NoticeDesk(
            NoticeDesk.route("pager", kinds: [.outage], levels: [.emergency, .partialOutage]),
            NoticeDesk.route("boot", clients: ["boot"]),
            NoticeDesk.route("people", to: [.assignee, .staff("mara"), .client]))
        try desk.become(.down, "search")
        #expect(desk.notices.map(\.route) == ["people"])
        #expect(desk.last?.recipient == "it@acme.example", "nobody else has an address")
        try desk.desk.perform(ChangeStaff(staff: "emil", mail: "emil@example.com"))
        try desk.desk.perform(AssignTicket(ticket: 1, to: "emil"))
        #expect(desk.last?.recipient == "emil@example.com")
        try desk.become(.down)
        #expect(desk.notices.filter { $0.route == "pager" }.map(\.recipient) == [nil])
        #expect(desk.notices.allSatisfy { $0.route != "boot" })
    }

    @Test("a problem that was not told has no recovery, and is not told any more")
    func unsent() throws {
        var desk = try NoticeDesk(ops)
        try desk.become(.down)
        try desk.pass(seconds: 10)
        try desk.become(.up)
        #expect(desk.notices.map(\.state) == [.withdrawn])
        try desk.pass(seconds: 100)
        #expect(desk.ready.isEmpty)
        #expect(desk.next == nil)
    }

    @Test("one that shares its notice with another is taken out of it")
    func unsentOfTwo() throws {
        var desk = try NoticeDesk(ops)
        try desk.become(.down)
        try desk.desk.perform(OpenTicket(client: "acme", level: .emergency, subject: "Slow"))
        try desk.become(.up)
        #expect(desk.notices.map { $0.items.map(\.kind) } == [[.ticketOpened]])
    }

    @Test func aRecoveryFollowsItsProblem() throws {
        var desk = try NoticeDesk(ops)
        try desk.become(.down)
        try desk.pass(seconds: 30)
        try desk.deliver()
        try desk.become(.up)
        #expect(desk.last?.items.map(\.kind) == [.recovery])
        try desk.pass(seconds: 30)
        #expect(try desk.deliver().map(\.number) == [2])
        #expect(desk.words(2)?.body.contains("up again after 30s") == true)
        // The next outage is told anew.
        try desk.become(.down)
        #expect(desk.last?.items.map(\.kind) == [.outage])
    }

    @Test("while it is not certain that a problem was told, its recovery waits")
    func uncertain() throws {
        var desk = try NoticeDesk(ops)
        try desk.become(.down)
        try desk.pass(seconds: 30)
        try desk.begin(1)
        try desk.become(.up)
        try desk.pass(seconds: 300)
        #expect(desk.ready.isEmpty)
        try desk.end(1, .failed("timed out"))
        try desk.pass(seconds: 300)
        #expect(desk.ready.map(\.number) == [1], "the problem first")
        try desk.deliver()
        #expect(try desk.deliver().map(\.number) == [2])
    }

    @Test("an outage that begins again before its end was sent goes on for whoever was told it")
    func again() throws {
        var desk = try NoticeDesk(ops)
        try desk.become(.down)
        try desk.pass(seconds: 30)
        try desk.deliver()
        try desk.become(.up)
        try desk.pass(seconds: 20)
        try desk.become(.down)
        try desk.pass(seconds: 60)
        #expect(desk.ready.isEmpty)
        #expect(desk.notices.map(\.state) == [.delivered, .withdrawn])
        try desk.become(.up)
        try desk.pass(seconds: 30)
        #expect(try desk.deliver().map { $0.items.map(\.kind) } == [[.recovery]])
    }

    @Test(
        "an outage that begins again while its end is being sent follows it, whatever becomes of it"
    )
    func againLater() throws {
        for end in [DeliveryEnd.delivered, .refused("550")] {
            var desk = try NoticeDesk(ops)
            try desk.become(.down)
            try desk.pass(seconds: 30)
            try desk.deliver()
            try desk.become(.up)
            try desk.pass(seconds: 30)
            try desk.begin(2)
            try desk.become(.down)
            try desk.pass(seconds: 60)
            #expect(desk.ready.isEmpty)
            try desk.end(2, end)
            #expect(desk.ready.map { $0.items.map(\.kind) } == [[.outage]])
        }
    }

    @Test("the recovery of a problem that is given up is withdrawn")
    func givenUp() throws {
        var desk = try NoticeDesk(ops)
        try desk.become(.down)
        try desk.pass(seconds: 30)
        try desk.begin(1)
        try desk.become(.up)
        try desk.end(1, .refused("550 no such user"))
        #expect(desk.notices.map(\.state) == [.givenUp, .withdrawn])
        #expect(desk.outbox.deadLetters == [1])
        try desk.pass(seconds: 3600)
        #expect(desk.ready.isEmpty)
        try desk.desk.perform(RetryNotices(dead: true))
        #expect(try desk.deliver().map(\.number) == [1])
        #expect(desk.outbox.deadCount == 0)
    }

    @Test func whatIsDiscardedIsNotSentAndNorIsTheEndOfIt() throws {
        var desk = try NoticeDesk(ops)
        try desk.become(.down)
        try desk.pass(seconds: 30)
        try desk.deliver(.failed("connection refused"))
        try desk.become(.up)
        #expect(desk.notices.map(\.state) == [.pending, .pending])
        try desk.desk.perform(DiscardNotices(notices: [1]))
        #expect(desk.notices.map(\.state) == [.withdrawn, .withdrawn])
        try desk.pass(seconds: 86_400)
        #expect(desk.ready.isEmpty && desk.outbox.problems.isEmpty)
        // What comes after it is told.
        try desk.become(.down)
        try desk.pass(seconds: 30)
        #expect(try desk.deliver().map(\.number) == [3])
        #expect(throws: Refusal.noticeState(1, .withdrawn)) {
            try desk.desk.perform(DiscardNotices(notices: [1]))
        }
        try desk.become(.up)
        try desk.pass(seconds: 30)
        try desk.deliver(.refused("550"))
        try desk.desk.perform(DiscardNotices(dead: true))
        #expect(desk.outbox.deadCount == 0 && desk.last?.state == .withdrawn)
        #expect(try desk.desk.perform(DiscardNotices(dead: true)).isEmpty)
    }

    @Test("an outage that waits for a discarded end of the one before is told all the same")
    func releasedByDiscarding() throws {
        var desk = try NoticeDesk(ops)
        try desk.become(.down)
        try desk.pass(seconds: 30)
        try desk.deliver()
        try desk.become(.up)
        try desk.pass(seconds: 30)
        try desk.deliver(.failed("timed out"))
        try desk.become(.down)
        try desk.pass(seconds: 3600)
        #expect(desk.ready.map(\.number) == [2])
        try desk.desk.perform(DiscardNotices(notices: [2]))
        #expect(desk.ready.map(\.number) == [3])
    }

    @Test("a problem that is retried while it lasts has a recovery")
    func retried() throws {
        var desk = try NoticeDesk(ops)
        try desk.become(.down)
        try desk.pass(seconds: 30)
        try desk.deliver(.refused("550"))
        try desk.desk.perform(RetryNotices(notices: [1]))
        try desk.deliver()
        try desk.become(.up)
        #expect(desk.last?.items.map(\.kind) == [.recovery])
    }

    @Test("attempts are repeated with growing pauses, and given up after the time")
    func backoff() throws {
        var desk = try NoticeDesk(ops)
        desk.desk.notices.giveUpMilliseconds = 86_400_000
        try desk.become(.down)
        try desk.pass(seconds: 30)
        var pauses: [Int64] = []
        while try !desk.deliver(.failed("connection refused")).isEmpty {
            let notice = try #require(desk.outbox.notices[1])
            guard notice.state == .pending else { break }
            pauses.append(notice.waitMilliseconds)
            try desk.pass(seconds: notice.waitMilliseconds / 1000 + 1)
        }
        #expect(desk.last?.state == .givenUp)
        for (attempt, pause) in pauses.enumerated() {
            let whole = min(Int64(30_000) << Int64(min(attempt, 20)), 3_600_000)
            #expect((whole / 2...whole).contains(pause), "attempt \(attempt + 1)")
        }
        #expect(pauses.count > 24)
        #expect(desk.last?.lastError == "connection refused")
        #expect(Set(pauses.suffix(8)).count > 1, "the pauses differ by chance")
    }

    @Test("a clock that goes wrong gives nothing up, and delays nothing for long")
    func wrongClock() throws {
        var desk = try NoticeDesk(ops)
        try desk.become(.down)
        try desk.pass(seconds: 30)
        try desk.deliver(.failed("timed out"))
        try desk.pass(seconds: 30 * 86_400)
        try desk.deliver(.failed("timed out"))
        #expect(desk.last?.state == .pending, "hardly tried")
        try desk.pass(seconds: -365 * 86_400)
        #expect(desk.ready.map(\.number) == [1], "a clock that was set back")
    }

    @Test("Levels 3 and 4 are told in open hours alone, whatever was tried before")
    func quietHours() throws {
        // 16:59:50 on a Friday; the office closes at 17:00.
        var desk = try NoticeDesk(at: "2026-10-09T16:59:50Z", ops)
        try desk.desk.perform(OpenTicket(client: "acme", level: .regular, subject: "Banner"))
        try desk.become(.down, "search")
        try desk.become(.down)
        try desk.pass(seconds: 30)
        #expect(desk.ready.map(\.level) == [.emergency])
        #expect(try desk.deliver().map(\.number) == [2])
        #expect(desk.next == "2026-10-12T09:00:00Z")
        // Whoever asks for it by hand does not wake anybody either.
        try desk.desk.perform(RetryNotices(notices: [1]))
        #expect(desk.ready.isEmpty)
        try desk.desk.advance(to: "2026-10-12T08:59:59.999Z")
        #expect(desk.ready.isEmpty)
        try desk.desk.advance(to: "2026-10-12T09:00:00Z")
        #expect(desk.ready.map(\.number) == [1])
        try desk.deliver(.failed("timed out"))
        try desk.desk.advance(to: "2026-10-12T17:00:00Z")
        #expect(desk.ready.isEmpty, "a repetition waits too")
        #expect(desk.next == "2026-10-13T09:00:00Z")
    }

    @Test("a night's regular tickets are one message in the morning")
    func morning() throws {
        var desk = try NoticeDesk(at: "2026-10-05T22:00:00Z", ops)
        for hour in 1...8 {
            try desk.pass(seconds: 3600)
            try desk.desk.perform(
                OpenTicket(client: "acme", level: .regular, subject: "Wish \(hour)"))
        }
        try desk.desk.advance(to: "2026-10-06T09:00:00Z")
        #expect(try desk.deliver().map(\.items.count) == [8])
    }

    @Test("a notice has a bounded length, and the outbox a bounded number of them")
    func bounds() throws {
        var desk = try NoticeDesk(ops)
        for number in 1...(Limits.noticeItemsMax + 1) {
            try desk.desk.perform(
                OpenTicket(client: "acme", level: .emergency, subject: "Wish \(number)"))
        }
        #expect(desk.notices.map(\.items.count) == [Limits.noticeItemsMax, 1])
        for _ in 0...Limits.noticesEndedMax {
            try desk.desk.perform(TestRoute(route: "ops"))
            try desk.pass(seconds: 60)
            try desk.deliver()
        }
        #expect(desk.notices.count == Limits.noticesEndedMax)
        #expect(desk.notices.first?.number != 1)
    }

    @Test func moreThanMayWaitAreDeadLetters() throws {
        var desk = try NoticeDesk()
        desk.desk.notices.routes = [ops]
        let steps = (0..<Limits.noticesLiveMax).map { _ in TestRoute(route: "ops") }
        try desk.desk.perform(Batch(steps))
        #expect(desk.outbox.liveCount == Limits.noticesLiveMax)
        try desk.become(.down)
        #expect(desk.last?.state == .givenUp)
        #expect(desk.outbox.liveCount == Limits.noticesLiveMax)
        #expect(throws: Refusal.noMail(.outboxFull)) {
            try desk.desk.perform(ReplyToTicket(ticket: 1, text: "Hello"))
        }
    }

    @Test func whatIsImportedIsNotTold() throws {
        var desk = try NoticeDesk(ops)
        try desk.desk.perform(
            ImportTickets(
                rows: rows(
                    ["key", "client", "level", "subject"], ["T-1", "acme", "1", "Imported"])))
        #expect(desk.notices.isEmpty)
    }

    @Test func onlyWhatCanBeSentAgainIsRetried() throws {
        var desk = try NoticeDesk(ops)
        try desk.become(.down)
        try desk.pass(seconds: 30)
        try desk.begin(1)
        #expect(throws: Refusal.noticeState(1, .sending)) {
            try desk.desk.perform(RetryNotices(notices: [1]))
        }
        try desk.end(1)
        #expect(throws: Refusal.noticeState(1, .delivered)) {
            try desk.desk.perform(RetryNotices(notices: [1]))
        }
        #expect(throws: Refusal.unknown(.notice, "9")) {
            try desk.desk.perform(RetryNotices(notices: [9]))
        }
        #expect(throws: Refusal.unknown(.route, "none")) {
            try desk.desk.perform(TestRoute(route: "none"))
        }
        desk.desk.notices.routes = [NoticeDesk.route("c", to: [.client])]
        #expect(throws: Refusal.noMail(.routeWithoutAddress("c"))) {
            try desk.desk.perform(TestRoute(route: "c"))
        }
    }
}
