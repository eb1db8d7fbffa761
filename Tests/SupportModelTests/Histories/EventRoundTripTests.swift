import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// Every kind of event that there is happens once, and its JSON reads back as the same.
struct EventRoundTripTests {
    @Test func everyEventsJSONReadsBack() throws {
        let desk = try everything()
        var seen: Set<String> = []
        for event in desk.records.flatMap(\.events) {
            let bytes = try LineJSONEncoder.encode(event)
            let document = try JSONDocument(bytes)
            let read = try StrictJSONDecoder.decode(
                Event.self, from: document.root, unknownMembers: .refused)
            let name = type(of: event.body).type
            #expect(type(of: read.body).type == name)
            #expect(document.root[member: "type"]?.string == name)
            #expect(try LineJSONEncoder.encode(read) == bytes)
            #expect(read.body.summary == event.body.summary)
            seen.insert(name)
        }
        #expect(seen == Set(EventTypes.all.map { $0.type }), "the example leaves some out")
        #expect(seen.count == EventTypes.all.count, "two events have one name")
    }

    @Test func anUnknownEventOrMemberIsRefused() throws {
        for text in [
            #"{"type":"ticket.exploded","ticket":1}"#, #"{"ticket":1}"#,
            #"{"type":"ticket.closed","ticket":1,"more":2}"#, #"{"type":"ticket.closed"}"#,
        ] {
            let document = try JSONDocument(text: text)
            #expect(throws: JSONDecodingFault.self) {
                try StrictJSONDecoder.decode(
                    Event.self, from: document.root, unknownMembers: .refused)
            }
        }
    }

    /// Everything that can happen to a contract after it was signed.
    private func agreements(_ desk: inout DeskFixture) throws {
        try desk.perform(ChangeContract(contract: .number(1), package: "standard"))
        try desk.perform(ChangeContract(contract: .number(1), package: "starter", renewal: .auto))
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        try desk.perform(
            GroupHours(contract: .number(1), cycles: [2, 3], agreement: agreed, weeklyLimit: "40h"))
        try desk.perform(UngroupHours(contract: .number(1), reason: "no relaunch"))
        try desk.book("40h", agreedBy: "mara")
        try desk.advance(to: "2026-11-01T00:00:00Z")
        try desk.book("30m", on: "2026-10-31", late: true)
        try desk.perform(VoidTime(entry: 3, reason: "twice", late: true))
        // On demand: October closed with an entry, which is voided then.
        let onDemand = try #require(
            desk.state.entries.values.first { $0.contract == nil && $0.isLive })
        try desk.perform(VoidTime(entry: onDemand.number, reason: "twice", late: true))
        try desk.perform(SuspendContract(contract: .number(1), reason: "no shop"))
        try desk.perform(ResumeContract(contract: .number(1), on: "2026-11-21"))
        try desk.perform(RenewContract(contract: .number(1), months: 3))
        try desk.perform(
            TerminateContract(contract: .number(1), lastDay: "2026-12-24", reason: "it closes"))
        try desk.perform(KeepContract(contract: .number(1)))
        try desk.perform(
            TerminateContract(contract: .number(1), lastDay: "2026-12-24", reason: "it closes"))
        try desk.advance(to: "2026-12-25T00:00:00Z")
    }

    @Test(
        "what was written before there were imports still reads",
        arguments: [
            #"{"type":"ticket.opened","number":1,"client":"acme","contract":1,"level":4,"service":"design","subject":"s","body":"","source":"client"}"#,
            #"{"type":"time.added","number":1,"ticket":1,"contract":1,"cycle":0,"date":"2026-10-05","actual":60,"billed":60,"service":"design","extra_allowed":false,"emergency":false}"#,
        ])
    func theFormBeforeImports(text: String) throws {
        let event = try StrictJSONDecoder.decode(
            Event.self, from: try JSONDocument(text: text).root, unknownMembers: .refused)
        #expect(String(decoding: try LineJSONEncoder.encode(event), as: UTF8.self) == text)
    }

    private func relations(_ desk: inout DeskFixture) throws {
        let last = try #require(desk.state.newestTicket?.number)
        try desk.perform(LinkTickets(ticket: 1, kind: .blocks, to: last))
        try desk.perform(LinkTickets(ticket: 1, kind: .blocks, to: last, remove: true))
        try desk.perform(SplitTicket(ticket: 1, subject: "Footer"))
        let split = try #require(desk.state.newestTicket?.number)
        try desk.perform(MergeTickets(ticket: split, into: 1))
    }

    private func monitors(_ desk: inout DeskFixture) throws {
        let checks: [Check] = [
            .http(HTTPCheck(url: "https://shop.example.com/")), .memory(MemoryCheck()),
            .tcp(TCPCheck(host: "shop", port: 22)), .disk(DiskCheck(path: "/")),
            .load(LoadCheck()),
        ]
        for check in checks {
            let name = try #require(Name<Monitor>("shop-\(check.type)"))
            try desk.perform(AddMonitor(monitor: name, client: "acme", check: check))
        }
        try desk.perform(
            ChangeMonitor(
                monitor: "shop-tcp", check: .disk(DiskCheck(path: "/srv")), timing: nil, level: nil)
        )
        try desk.perform(ChangeMonitorState(monitor: "shop-http", to: .down, detail: "HTTP 503"))
        try desk.perform(PauseMonitor(monitor: "shop-tcp", reason: "moving"))
        try desk.perform(ResumeMonitor(monitor: "shop-tcp"))
        try desk.perform(InterruptMonitoring(reason: "the desk was off"))
        try desk.perform(RemoveMonitor(monitor: "shop-http"))
    }

    private func accesses(_ desk: inout DeskFixture) throws {
        let place = CredentialPlace(client: "acme", kind: .ssh)
        try desk.perform(
            SetCredential(
                place: place, user: "deploy", address: "shop.example.com",
                sealed: SealedSecret(box: "AAAA", key: "0011")))
        try desk.perform(RevealCredential(place, reason: "ticket 1"))
        try desk.perform(
            NoteFailedReveal(place: place, reason: "ticket 1", why: "access-sealed"))
        try desk.perform(
            NoteTriedLogin(
                place: place, result: LoginResult(failedAt: .connect, detail: "refused")))
        try desk.perform(
            ResealCredentials(
                keys: [
                    ClientKey(
                        client: "acme", mark: "2233",
                        wrapped: SealedSecret(box: "CCCC", key: "4455"))
                ],
                boxes: [.init(place: place, sealed: SealedSecret(box: "BBBB", key: "2233"))]))
        try desk.perform(NoteClient(client: "acme", text: "call Ann,\nnever before ten"))
        for (number, address) in ["a@b", "who@x", "who@x"].enumerated() {
            try desk.perform(ReceiveMail(mail: .example(number, from: address)))
        }
        try desk.perform(FileMail(mail: 1, client: "acme"))
        try desk.perform(DiscardMail(mail: 2, reason: "spam"))
        try desk.perform(
            RemoveCredential(client: place.client, kind: place.kind, project: place.project))
    }

    private func notices(_ desk: inout DeskFixture) throws {
        desk.notices = NoticeRules(
            routes: [NoticeDesk.route("ops", to: [.address("ops@example.com")])], hasMail: true)
        try desk.perform(ReplyToTicket(ticket: 1, text: "Fixed."))
        try desk.perform(SendNotice(1), by: .desk)
        try desk.perform(EndNotice(1, .delivered), by: .desk)
        try desk.perform(ChangeTicketLevel(ticket: 1, level: .partialOutage))
        try desk.perform(WaitForClient(ticket: 1))
        try desk.perform(SendNotice(2), by: .desk)
        try desk.perform(EndNotice(2, .failed("timed out")), by: .desk)
        try desk.perform(SendNotice(2), by: .desk)
        try desk.perform(EndNotice(2, .refused("550")), by: .desk)
        try desk.perform(RetryNotices(dead: true))
        try desk.perform(
            AddMonitor(monitor: "cart", client: "acme", check: .memory(MemoryCheck())))
        try desk.perform(ChangeMonitorState(monitor: "cart", to: .down, detail: "x"), by: .desk)
        try desk.perform(ChangeMonitorState(monitor: "cart", to: .up, detail: "x"), by: .desk)
        desk.notices = NoticeRules()
    }

    private func everything() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(
            ChangeClient(client: "acme", name: "Acme \"&\" \u{1F600}", zone: nil, mails: ["a@b"]))
        try desk.perform(ChangeStaff(staff: "emil", role: nil, user: "emil", mail: nil))
        try desk.perform(RemoveStaff(staff: "vera"))
        try desk.perform(AddClient(client: "boot", name: "Boot Ltd"))
        try desk.perform(ArchiveClient(client: "boot"))
        try desk.perform(RestoreClient(client: "boot"))
        try desk.book("1h", agreedBy: "mara")
        try desk.perform(VoidTime(entry: 1, reason: "by chance"))
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Banner", onDemand: true))
        try desk.book("15m", ticket: 2)
        try desk.perform(
            ImportTickets(
                rows: rows(
                    ["key", "client", "level", "subject"], ["T-1", "acme", "4", "Imported"])))
        try desk.perform(
            ImportTime(
                rows: rows(
                    ["key", "ticket_key", "date", "minutes"], ["E-1", "T-1", "2026-10-05", "5"])))
        try desk.perform(StartTimer(ticket: 1, service: "design", note: "the footer"))
        try desk.perform(StopTimer(discard: true))
        try desk.perform(AssignTicket(ticket: 1, to: "emil"))
        try desk.perform(
            PlanTicket(
                ticket: 1, estimate: "6h", week: Week(containing: "2026-10-05"), due: "2026-10-30"))
        try desk.perform(PlanTicket(ticket: 1, taken: [.estimate, .week, .due]))
        try desk.perform(NoteTicket(ticket: 1, text: "two\nlines"))
        try desk.perform(ChangeTicketLevel(ticket: 1, level: .emergency))
        try desk.perform(WaitForClient(ticket: 1, note: "the login"))
        try desk.perform(ResumeTicket(ticket: 1))
        desk.take(RandomHistory.deadlines)
        try desk.perform(
            OpenTicket(client: "acme", level: .emergency, subject: "Down", onDemand: true))
        try desk.advance(to: desk.now.advanced(byMilliseconds: Instant.millisecondsPerDay))
        try desk.recordDeadlines()
        try relations(&desk)
        try desk.perform(ResolveTicket(ticket: 1, note: "done"))
        try desk.perform(CloseTicket(ticket: 1))
        try desk.perform(ReopenTicket(ticket: 1, reason: "again"))
        let file = desk.attachment("a.png", type: "image/png")
        try desk.perform(AttachToTicket(ticket: 1, files: [file], note: "as the client sees it"))
        try desk.perform(DetachFromTicket(ticket: 1, attachment: "a.png", reason: "by mistake"))
        try monitors(&desk)
        try desk.perform(
            DoubtClock(
                ClockDoubt(
                    cause: .setForward, since: "2026-10-05T09:00:00Z",
                    jumpedTo: "2027-10-05T09:00:00Z")))
        try desk.perform(TrustClock(.confirmed))
        try desk.perform(
            RecordDamage(file: "journal-1.jsonl", offset: 512, why: "it is damaged"), by: .desk)
        try accesses(&desk)
        try notices(&desk)
        try agreements(&desk)
        return desk
    }
}
