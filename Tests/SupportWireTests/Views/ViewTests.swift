import SupportJSON
import SupportModel
import SupportTestKit
import SupportWire
import Testing

/// The exact JSON of what the desk shows, and that a client reads it back as the same.
struct ViewTests {
    private func desk() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.book("1h30m", agreedBy: "mara")
        return desk
    }

    @Test func people() throws {
        let state = try desk().state
        try hold(
            ClientView(try state.client("acme")),
            #"{"client":"acme","name":"Acme Outdoor GmbH","zone":"UTC","mails":[],"#
                + #""archived":false,"added_at":"2026-10-05T09:00:00.000Z","version":1}"#)
        try hold(
            StaffView(try state.member("mara")),
            #"{"staff":"mara","role":"manager","user":"mara","version":2}"#)
    }

    @Test func catalogue() throws {
        let offer = try #require(Catalogue.test.offer("flexible"))
        var short = offer
        short.services = ["design"]
        var catalogue = Catalogue.test
        catalogue.services.removeLast(6)
        catalogue.targets = [
            ResponseTarget(level: .emergency, firstResponse: "30m", resolution: "4h")
        ]
        try hold(
            PackageView(short, in: catalogue),
            #"{"package":"flexible","title":"Flexible","#
                + #""monthly_fee":{"minor_units":240000,"currency":"EUR"},"#
                + #""extra_rate":{"minor_units":7500,"currency":"EUR"},"#
                + #""weekly_share_percent":50,"services":["design"],"#
                + #""services_not_included":["monitoring","security-updates"],"#
                + #""targets":[{"level":1,"first_response":30,"resolution":240,"#
                + #""business_time":false}]}"#)
        short.hours = 41
        short.rounding = Rounding(stepMinutes: 15, mode: .nearest)
        let fixed = ReplyLine.encoded(PackageView(short, in: Catalogue.test)).text
        #expect(
            fixed.contains(
                #""weekly_limit":1230,"rounding":{"step_minutes":15,"mode":"nearest"},"targets":[]"#
            ))
        let service = try #require(Catalogue.test.service("design"))
        try hold(
            ServiceShow.Reply(service: ServiceView(service), packages: ["starter"]),
            #"{"service":{"service":"design","title":"The service design"},"packages":["starter"]}"#
        )
        try hold(
            LevelList.Reply([LevelView(.highPriority, in: Catalogue.test)]),
            #"{"levels":[{"level":3,"title":"high priority, no emergency","#
                + #""text":"Something that matters is broken, but it is no emergency.","#
                + #""examples":["search or filtering without results","some pages corrupted"]}]}"#)
        let words = LevelWords(level: .regular, title: "later", text: "Soon.", examples: ["a"])
        let target = ResponseTarget(level: .regular, firstResponse: "8h", resolution: "40h")
        try hold(
            LevelView(words, target: target),
            #"{"level":4,"title":"later","text":"Soon.","examples":["a"],"target":{"level":4,"#
                + #""first_response":480,"resolution":2400,"business_time":true}}"#)
    }

    @Test func theTermsOfAContractAreItsOwn() throws {
        var catalogue = Catalogue.test
        catalogue.packages[0].rounding = Rounding(stepMinutes: 15)
        catalogue.targets = [
            ResponseTarget(level: .regular, firstResponse: "8h", resolution: "40h")
        ]
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", catalogue: catalogue)
        desk.catalogue = .test
        let contract = try #require(desk.state.contracts[1])
        let json = ReplyLine.encoded(ContractView(contract, at: "2026-10-05T09:00:00Z")).text
        #expect(
            json.contains(
                #","rounding":{"step_minutes":15,"mode":"up"},"targets":[{"level":4,"#
                    + #""first_response":480,"resolution":2400,"business_time":true}],"cycle":"#))
        try desk.book("50m")
        let entry = EntryView(try desk.state.entry(1), split: nil)
        #expect(ReplyLine.encoded(entry).text.contains(#""minutes":60,"worked":50,"#))
    }

    private static let cycle =
        #"{"cycle":1,"from":"2026-10-01","to":"2026-11-01","start":"2026-10-01T00:00:00.000Z","#
        + #""end":"2026-11-01T00:00:00.000Z","granted":2400"#

    @Test func contractAndCycles() throws {
        let contract = try #require(try desk().state.contracts[1])
        let json = ReplyLine.encoded(ContractView(contract, at: "2026-10-05T09:00:00Z")).text
        #expect(json.contains(#""closed_cycles":[]"#))
        try hold(
            ContractView(contract, at: "2026-10-05T09:00:00Z"),
            #"{"contract":1,"client":"acme","package":"starter","title":"Starter","#
                + #""manager":"mara","zone":"UTC","standing":"active","start":"2026-10-01","#
                + #""end":"2027-10-01","months":12,"renewal":"manual","included":2400,"weekly_limit":1200,"#
                + #""monthly_fee":{"minor_units":240000,"currency":"EUR"},"discount_percent":10,"#
                + #""extra_rate":{"minor_units":7500,"currency":"EUR"},"extra":"allow","#
                + #""emergency_beyond_limit":"package","services":["monitoring","#
                + #""security-updates","troubleshooting","design","project-management","#
                + #""quality-assurance","training"],"cycle":\#(Self.cycle)},"closed_cycles":[],"#
                + #""signed_at":"2026-10-05T09:00:00.000Z","version":7}"#)
    }

    @Test func aClosedCycleAndItsBalance() throws {
        var desk = try desk()
        try desk.advance(to: "2026-11-02T00:00:00Z")
        let contract = try #require(desk.state.contracts[1])
        let closed = try #require(contract.account.closed.first)
        let cycle =
            Self.cycle + #","used":90,"extra":0,"expired":2310,"#
            + #""closed_at":"2026-11-01T00:00:00.000Z"}"#
        try hold(CycleView(closed), cycle)
        try hold(
            BalanceView(closed, of: contract),
            #"{"contract":1,"client":"acme","title":"Starter","zone":"UTC","cycle":\#(cycle),"#
                + #""granted":2400,"used":90,"extra":0,"expired":2310,"left":0}"#)
    }

    @Test func aBalance() throws {
        let desk = try desk()
        let contract = try #require(desk.state.contracts[1])
        let balance = try #require(desk.balance())
        try hold(
            BalanceView(balance, of: contract),
            #"{"contract":1,"client":"acme","title":"Starter","zone":"UTC","#
                + #""cycle":\#(Self.cycle)},"granted":2400,"used":90,"extra":0,"expired":0,"left":2310,"#
                + #""expires":"2026-11-01","week":"2026-10-05","week_limit":1200,"week_drawn":90,"week_room":1110,"#
                + #""next_week":"2026-10-12","usable":2310}"#)
    }

    @Test("what saving the hours for the last week would delay")
    func aBalanceInTheSecondHalf() throws {
        var desk = try desk()
        try desk.advance(to: "2026-10-17T09:00:00Z")
        let contract = try #require(desk.state.contracts[1])
        let view = BalanceView(try #require(desk.balance()), of: contract)
        // 38h30m are left, and the week of the 26th takes 20.
        try hold(
            try #require(view.lastWeek),
            #"{"week":"2026-10-26","fits":1200,"delayed":1110,"until":"2026-11-01","#
                + #""extra":"allow"}"#)
        #expect(
            ReplyLine.encoded(view).text.hasSuffix(
                #""usable":2310,"last_week":\#(ReplyLine.encoded(try #require(view.lastWeek)).text)}"#
            ))
    }

    private static let entry =
        #"{"entry":1,"ticket":1,"contract":1,"cycle":1,"date":"2026-10-05","minutes":90,"#
        + #""from_package":90,"extra":0,"service":"troubleshooting","agreed_by":"mara","#
        + #""reason":"the launch is on Friday","emergency":false,"#
        + #""booked_at":"2026-10-05T09:00:00.000Z","booked_by":"ann:1000","version":7}"#

    @Test func entries() throws {
        var desk = try desk()
        let explained = try desk.state.explain(1)
        let view = EntryView(explained.entry, split: explained.split)
        try hold(view, Self.entry)
        try hold(
            TimeAdd.Reply(EntryChangeView(entry: view, dryRun: true), AccountEffect()),
            #"{"entry":\#(Self.entry),"dry_run":true}"#)
        try hold(
            TimeExplain.Reply(entry: view, lines: Array(explained.lines.prefix(1))),
            #"{"entry":\#(Self.entry),"lines":[{"rule":"R10","text":"work of 2026-10-05 falls in "#
                + #"cycle 1 of contract 1, which is open"}]}"#)
        try desk.perform(VoidTime(entry: 1, reason: "wrong client"))
        let void = ReplyLine.encoded(EntryView(try desk.state.entry(1), split: nil)).text
        #expect(!void.contains("from_package"))
        #expect(
            void.contains(
                #""voided_at":"2026-10-05T09:00:00.000Z","void_reason":"wrong client""#))
    }

    @Test func ticketsAndTheQueue() throws {
        let desk = try desk()
        let ticket = try desk.state.ticket(1)
        let json =
            #"{"ticket":1,"client":"acme","contract":1,"level":4,"service":"troubleshooting","#
            + #""subject":"Newsletter page","state":"active","source":"client","#
            + #""opened_at":"2026-10-05T09:00:00.000Z","opened_by":"ann:1000","version":7}"#
        try hold(TicketView(ticket), json)
        let place = try #require(desk.state.queue(at: "2026-10-05T12:00:00Z").first)
        try hold(
            QueueList.Reply([QueuePlaceView(place)], more: false),
            #"{"queue":[{"rank":1,"reason":"package, level 4, waiting 3 h","ticket":\#(json)}],"#
                + #""more":false}"#)
        try hold(
            TicketShow.Reply(ticket, entries: []),
            #"{"ticket":\#(json),"body":"","history":[{"at":"2026-10-05T09:00:00.000Z","#
                + #""by":"ann:1000","text":"1h30m booked as entry 1","note":false}],"entries":[]}"#)
    }

    @Test func monitors() throws {
        var desk = try desk()
        try desk.perform(
            AddMonitor(monitor: "shop", client: "acme", check: .disk(DiskCheck(path: "/srv"))))
        let monitor = try desk.state.monitor("shop")
        var tracker = MonitorTracker()
        let seen = ProbeObservation(
            monitor: "shop", outcome: .success, detail: "9 % used",
            phases: ProbePhases(firstByte: 7, total: 9))
        _ = tracker.take(seen, of: monitor, at: desk.now, uptime: 0)
        try hold(
            MonitorView(monitor, lastLook: tracker.lastProbe("shop")),
            #"{"monitor":"shop","client":"acme","#
                + #""check":{"type":"disk","path":"/srv","free_percent_min":10},"level":2,"#
                + #""state":"pending","since":"2026-10-05T09:00:00.000Z","#
                + #""detail":"not looked at yet","timing":{"interval_milliseconds":60000,"#
                + #""retry_milliseconds":10000,"timeout_milliseconds":10000,"#
                + #""failures_to_believe":3,"successes_to_believe":2},"#
                + #""last_look":{"at":"2026-10-05T09:00:00.000Z","outcome":"success","#
                + #""detail":"9 % used","phases":{"first_byte":7,"total":9},"streak":1},"#
                + #""version":8}"#)
    }

    @Test func theLog() throws {
        let event = try JSONDocument(text: #"{"type":"ticket.closed","ticket":1}"#).root
        let record = LoggedRecord(
            Stamp(sequence: 9, at: "2026-10-05T09:00:00Z", by: .desk),
            events: [
                LoggedEvent(type: "ticket.closed", summary: "ticket 1 closed", stored: event)
            ])
        try hold(
            LogList.Reply(records: [record], next: 9),
            #"{"records":[{"seq":9,"at":"2026-10-05T09:00:00.000Z","by":"desk","events":["#
                + #"{"type":"ticket.closed","summary":"ticket 1 closed","#
                + #""event":{"type":"ticket.closed","ticket":1}}]}],"next":9}"#)
        try hold(EventsWatch.Reply(since: 41), #"{"since":41}"#)
        try hold(PassedRecords(seq: 41), #"{"seq":41}"#)
    }

    @Test("a record says who is bound to its user, an event what it is about")
    func aboutWhat() throws {
        let desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        let text = #"{"type":"ticket.noted","ticket":1,"text":"\n  call Ann,\nthen Bob"}"#
        let record = LoggedRecord(
            Stamp(sequence: 9, at: "2026-10-05T09:00:00Z", by: .user(uid: 1000, name: "eb")),
            staff: "emil",
            events: [
                LoggedEvent(
                    type: "ticket.noted", summary: "ticket 1 noted", client: "acme",
                    ticket: desk.state.tickets[1], stored: try JSONDocument(text: text).root)
            ])
        let subject = try #require(desk.state.tickets[1]?.subject)
        try hold(
            record,
            #"{"seq":9,"at":"2026-10-05T09:00:00.000Z","by":"eb:1000","staff":"emil","events":["#
                + #"{"type":"ticket.noted","summary":"ticket 1 noted","client":"acme","ticket":1,"#
                + #""subject":"\#(subject)","note":"call Ann,","event":\#(text)}]}"#)
    }

    @Test("the first words of a note are cut, and left out where the summary has them")
    func firstWords() throws {
        func note(_ member: String, _ text: String, summary: String = "s") throws -> String? {
            var writer = JSONWriter()
            writer.beginObject()
            writer.member(member, text)
            writer.endObject()
            let stored = try JSONDocument(writer.take()).root
            return LoggedEvent(type: "t", summary: summary, stored: stored).note
        }
        let most = WireLimits.loggedNoteBytesMax
        let fitting = String(repeating: "x", count: most)
        #expect(try note("text", fitting) == fitting)
        #expect(try note("text", fitting + "x") == String(repeating: "x", count: most - 3) + "...")
        #expect(try note("note", "done") == "done")
        #expect(try note("reason", "twice") == "twice")
        #expect(try note("reason", "twice", summary: "entry 1 voided: twice") == nil)
        #expect(try note("text", " \n\n ") == nil)
        #expect(try note("subject", "x") == nil)
    }

    @Test("the cycles of an event, which the journal counts from 0, count from 1")
    func cyclesOfEvents() throws {
        func shown(_ type: String, _ text: String) throws -> String {
            let event = LoggedEvent(
                type: type, summary: "s", stored: try JSONDocument(text: text).root)
            return String(decoding: event.event.bytes, as: UTF8.self)
        }
        #expect(
            try shown("time.added", #"{"type":"time.added","cycle":0,"note":"\"cycle\":0"}"#)
                == #"{"type":"time.added","cycle":1,"note":"\"cycle\":0"}"#)
        #expect(
            try shown("time.voided", #"{"credit":{"cycle":0,"settled_in":1,"rate":null}}"#)
                == #"{"credit":{"cycle":1,"settled_in":2,"rate":null}}"#)
        #expect(
            try shown(
                "cycle.closed", #"{"closed":{"cycle":{"index":0,"granted":1.5}},"next":[{}]}"#)
                == #"{"closed":{"cycle":{"index":1,"granted":1.5}},"next":[{}]}"#)
        #expect(
            try shown("hours.grouped", #"{"contract":1,"first":0}"#)
                == #"{"contract":1,"first":1}"#)
        #expect(try shown("ticket.noted", #"{"cycle":0}"#) == #"{"cycle":0}"#)
    }

    @Test func theWorker() throws {
        try hold(
            WorkerStanding(
                connected: true, since: "2026-10-05T09:00:00Z", silentSeconds: 9,
                note: "in place of one that hung"),
            #"{"connected":true,"since":"2026-10-05T09:00:00.000Z","silent_seconds":9,"#
                + #""note":"in place of one that hung"}"#)
        try hold(WorkerStanding(connected: false), #"{"connected":false}"#)
    }

    @Test func theDesk() throws {
        try hold(
            DeskStatus.Reply(
                release: "0.1.0", seq: 9, now: "2026-10-05T09:00:00Z",
                startedAt: "2026-10-05T08:00:00Z", testClock: false, storage: "ok",
                worker: WorkerStanding(connected: true, since: "2026-10-05T08:00:01Z"), clients: 1,
                activeContracts: 1, liveTickets: ["4": 1],
                monitors: ["up": 2], nextBoundary: "2026-11-01T00:00:00Z", next: [], trouble: []),
            #"{"release":"0.1.0","seq":9,"now":"2026-10-05T09:00:00.000Z","#
                + #""started_at":"2026-10-05T08:00:00.000Z","test_clock":false,"storage":"ok","#
                + #""worker":{"connected":true,"since":"2026-10-05T08:00:01.000Z"},"#
                + #""clients":1,"active_contracts":1,"live_tickets":{"4":1},"#
                + #""monitors":{"up":2},"next_boundary":"2026-11-01T00:00:00.000Z","next":[],"#
                + #""trouble":[]}"#)
        try hold(
            JournalVerdict(at: "2026-10-05T09:00:00Z", through: 9),
            #"{"at":"2026-10-05T09:00:00.000Z","through":9}"#)
        try hold(
            JournalVerdict(at: "2026-10-05T09:00:00Z", through: 9, problem: "p", damaged: true),
            #"{"at":"2026-10-05T09:00:00.000Z","through":9,"problem":"p","damaged":true}"#)
        try hold(
            ClockShow.Reply(now: "2026-10-05T09:00:00Z", test: true),
            #"{"now":"2026-10-05T09:00:00.000Z","test":true}"#)
        try hold(
            ClockAdvance.Reply(now: "2026-10-05T09:00:00Z", closed: 3),
            #"{"now":"2026-10-05T09:00:00.000Z","closed":3}"#)
        try clock()
        try hold(DeskSnapshot.Reply(seq: 9, bytes: 512), #"{"seq":9,"bytes":512}"#)
        try hold(
            DeskVerify.Reply(records: 9, cycles: 1, differences: []),
            #"{"records":9,"cycles":1,"differences":[]}"#)
    }

    private func clock() throws {
        var desk = try desk()
        let doubt = ClockDoubt(
            cause: .setForward, since: "2026-10-05T09:00:00Z", jumpedTo: "2026-12-05T09:00:00Z")
        try desk.perform(DoubtClock(doubt))
        try desk.advance(to: "2026-12-05T09:00:00Z")
        let due = DueCycles(desk.state, desk.context(by: .desk))
        let view = ClockDoubtView(doubt, due: due)
        let json =
            #"{"cause":"set-forward","since":"2026-10-05T09:00:00.000Z","#
            + #""jumped_to":"2026-12-05T09:00:00.000Z","days":61,"cycles":2,"expiring":4710}"#
        try hold(view, json)
        try hold(
            ClockShow.Reply(now: "2026-12-05T09:00:00Z", test: false, doubt: view),
            #"{"now":"2026-12-05T09:00:00.000Z","test":false,"doubt":\#(json)}"#)
        try hold(
            ClockAdvance.Reply(now: "2026-12-05T09:00:00Z", closed: 0, doubt: view),
            #"{"now":"2026-12-05T09:00:00.000Z","closed":0,"doubt":\#(json)}"#)
        try hold(
            ClockConfirm.Reply(now: "2026-12-05T09:00:00Z", due: due, dryRun: true),
            #"{"now":"2026-12-05T09:00:00.000Z","closed":2,"expired":4710,"contracts":["#
                + #"{"contract":1,"client":"acme","closed":2,"expired":4710}],"#
                + #""more":false,"dry_run":true}"#)
    }
}
