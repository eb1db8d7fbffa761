import SupportModel
import SupportTestKit

/// A desk on which things happen by chance: a few clients, contracts of every policy that are near
/// the end of a cycle, bookings, voids, late ones too, tickets, outages, boundaries, and all that
/// can happen to a contract. The same seed gives the same history.
struct RandomHistory {
    private(set) var desk: DeskFixture
    var random: SeededRandom
    /// How many commands were done and how many refused.
    private(set) var done = 0
    private(set) var refused = 0

    private static let clients: [(Name<Client>, ZoneName)] = [
        ("acme", "UTC"), ("boot", "America/Sao_Paulo"), ("coat", "Asia/Tokyo"),
    ]

    /// What deadlines are computed with, in office hours of the contract's zone and in others.
    static let deadlines = DeadlineRules(
        calendars: [
            BusinessCalendar(name: "office"),
            BusinessCalendar(
                name: "late", zone: "Asia/Tokyo",
                week: Array(repeating: [960..<1440], count: 7),
                packages: ["flexible"]),
        ],
        targets: Level.allCases.map {
            ResponseTarget(
                level: $0, firstResponse: .hours($0.rawValue), resolution: .hours(8 * $0.rawValue))
        }, warnPercent: 60, ageingMilliseconds: ageingMilliseconds, zones: TestCalendar())

    /// How long a ticket on demand waits until it has aged.
    static let ageingMilliseconds: Int64 = 20 * 86_400_000

    init(seed: UInt64) throws(Refusal) {
        random = SeededRandom(seed: seed)
        let start = CivilDate(daysSinceEpoch: 17_800 + Int(seed % 700))
        let morning = Int64(start.daysSinceEpoch) * 86_400_000 + 43_200_000
        var catalogue = Catalogue.test
        catalogue.emergencyBeyondLimit = random.pick(EmergencyBeyondLimit.allCases)
        catalogue.targets = Self.deadlines.targets
        desk = DeskFixture(at: Instant(clamping: morning))
        desk.catalogue = catalogue
        desk.take(Self.deadlines)
        try desk.perform(AddStaff(staff: "mara", role: .manager))
        for (place, (client, zone)) in Self.clients.enumerated() {
            try desk.perform(
                AddClient(
                    client: client, name: "Client \(client)", zone: zone,
                    mails: ["ann@\(client).test"]))
            try desk.perform(
                SignContract(
                    client: client, package: place == 1 ? "flexible" : "starter",
                    from: start.advanced(byDays: -26 - place), months: 2 + place, manager: "mara",
                    hours: place == 1 ? "18h15m" : nil, extra: ExtraPolicy.allCases[place],
                    renewal: random.chance(20) ? .auto : nil))
            try desk.perform(OpenTicket(client: client, level: .regular, subject: "Work"))
            try desk.perform(OpenTicket(client: client, level: .emergency, subject: "Down"))
            try desk.perform(
                OpenTicket(client: client, level: .regular, subject: "Banner", onDemand: true))
        }
        try desk.perform(
            AddMonitor(monitor: "shop", client: "acme", check: .memory(MemoryCheck())))
    }

    /// Lets one thing happen, or be refused.
    mutating func step() throws(Refusal) {
        if random.chance(60) {
            // Mostly days with several bookings, so that weeks fill; now and then a month passes.
            let hours = Int64.random(in: random.chance(4) ? 600...900 : 1...36, using: &random)
            try desk.advance(to: desk.now.advanced(byMilliseconds: hours * 3_600_000))
            try desk.recordDeadlines()
        }
        stepAtOnce()
    }

    /// Lets one thing happen, or be refused, at the same moment.
    mutating func stepAtOnce() {
        do throws(Refusal) {
            try attempt()
            done += 1
        } catch {
            refused += 1
        }
    }

    /// A booking on one of the tickets that there are.
    mutating func booking() -> AddTime {
        let today = CivilDate(daysSinceEpoch: Int(desk.now.millisecondsSinceEpoch / 86_400_000))
        let agreed = random.chance(12) ? Agreement(by: "mara", reason: "the launch") : nil
        let back = random.chance(15) ? 0...45 : 0...9
        return AddTime(
            ticket: ticket(), worked: Minutes(Int.random(in: 1...900, using: &random)),
            date: today.advanced(byDays: -Int.random(in: back, using: &random)),
            service: random.chance(10) ? "development" : nil, extra: random.chance(30),
            agreement: agreed, late: random.chance(20) ? LateMark(reason: "by chance") : nil)
    }

    private mutating func attempt() throws(Refusal) {
        switch Int.random(in: 0..<26, using: &random) {
        case 0..<11: try desk.perform(booking())
        case 11..<13: try desk.perform(VoidTime(entry: entry(), reason: "by chance"))
        case 13:
            let new = booking()
            try desk.perform(
                EditTime(
                    entry: entry(), reason: "by chance",
                    minutes: random.chance(60) ? new.worked : nil,
                    on: random.chance(40) ? new.date.map(DayReference.date) : nil,
                    service: new.service,
                    extra: random.chance(40) ? true : nil, agreedBy: new.agreement?.by,
                    late: random.chance(40)))
        case 14: try desk.perform(ResolveTicket(ticket: ticket()))
        case 15: try desk.perform(ReopenTicket(ticket: ticket(), reason: "by chance"))
        case 16 where random.chance(40):
            try desk.perform(WaitForClient(ticket: ticket(), note: random.chance(30) ? "why" : nil))
        case 16 where random.chance(60): try desk.perform(ResumeTicket(ticket: ticket()))
        case 16: try desk.perform(CloseTicket(ticket: ticket()))
        case 17:
            let level = random.pick(Level.allCases)
            try desk.perform(ChangeTicketLevel(ticket: ticket(), level: level))
        case 19..<22: try attemptContract()
        case 22:
            // The month of work on demand that is open then ends elsewhere.
            let (client, zone) = random.pick(Self.clients)
            try desk.perform(ChangeClient(client: client, zone: random.chance(50) ? zone : "UTC"))
            desk.catalogue.onDemandRate = Money(
                minorUnits: Int.random(in: 1...20_000, using: &random), currency: "EUR")
        case 23, 24: try attemptAttachment()
        case 18 where random.chance(30): try desk.perform(TakeTicket(to: "mara"))
        case 18 where random.chance(50): try attemptRelation()
        case 18 where random.chance(50): try attemptMail()
        case 18: try desk.perform(AssignTicket(ticket: ticket(), to: "mara"))
        default:
            let state = random.pick([MonitorState.up, .failing, .down, .recovering, .unknown])
            try desk.perform(
                ChangeMonitorState(monitor: "shop", to: state, detail: "by chance"), by: .desk)
        }
    }

    private mutating func attemptRelation() throws(Refusal) {
        let one = ticket()
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
            let kind = random.pick(LinkKind.allCases)
            try desk.perform(
                LinkTickets(ticket: one, kind: kind, to: ticket(), remove: random.chance(30)))
        case 1: try desk.perform(NoteTicket(ticket: one, text: "by chance"))
        case 2:
            let notes = (desk.state.tickets[one]?.remarks ?? []).enumerated()
                .filter { $0.element.isNote && random.chance(50) }.map { $0.offset + 1 }
            guard desk.state.tickets.count < 30 else { return }
            try desk.perform(
                SplitTicket(ticket: one, subject: "Part", notes: notes.isEmpty ? nil : notes))
        default: try desk.perform(MergeTickets(ticket: one, into: ticket()))
        }
    }

    private mutating func attemptAttachment() throws(Refusal) {
        let name = random.pick(["a.png", "b.png", "c.txt"])
        let file = desk.attachment(name, random.pick(["a", "b", "c"]))
        if random.chance(30) {
            try desk.perform(
                DetachFromTicket(
                    ticket: ticket(), attachment: random.chance(50) ? name : "aaaaaa",
                    reason: "by chance"))
        } else {
            try desk.perform(
                AttachToTicket(
                    ticket: ticket(), files: [file], note: random.chance(30) ? "a note" : nil))
        }
    }

    /// A mail of a client or of a stranger, on a ticket or not, now and then one that came before; or a
    /// held one is filed or discarded.
    private mutating func attemptMail() throws(Refusal) {
        let held = desk.state.heldMails.keys.sorted().first
        if let held, random.chance(40) {
            if random.chance(30) {
                try desk.perform(DiscardMail(mail: held, reason: "spam"))
            } else {
                try desk.perform(FileMail(mail: held, ticket: ticket()))
            }
            return
        }
        let (client, _) = random.pick(Self.clients)
        try desk.perform(
            ReceiveMail(
                mail: .example(
                    Int.random(in: 0..<500, using: &random),
                    from: random.chance(70) ? "ann@\(client).test" : "who@x.test",
                    subject: random.chance(60) ? "[#\(ticket())] Work" : "Work",
                    kind: random.chance(85) ? .person : random.pick(MailKind.allCases))))
    }

    private mutating func attemptContract() throws(Refusal) {
        let number = Identifier<Contract>(
            after: Int.random(in: 0..<desk.state.contracts.count, using: &random))
        let one = ContractReference.number(number)
        let today = CivilDate(daysSinceEpoch: Int(desk.now.millisecondsSinceEpoch / 86_400_000))
        let day = today.advanced(byDays: Int.random(in: -9...20, using: &random))
        // Most of those that rest go on soon, so that work goes on.
        if desk.state.contracts[number]?.openSuspension != nil {
            try desk.perform(ResumeContract(contract: one, on: random.chance(70) ? nil : day))
            return
        }
        switch Int.random(in: 0..<14, using: &random) {
        case 0..<3:
            let package = random.pick(desk.catalogue.packages)
            let hours =
                package.hours == nil ? Minutes(Int.random(in: 300...5400, using: &random)) : nil
            try desk.perform(ChangeContract(contract: one, package: package.name, hours: hours))
        case 3..<6:
            let open = desk.state.contracts[number]?.account.closed.count ?? 0
            let first = random.chance(70) ? open : Int.random(in: 0...5, using: &random)
            try desk.perform(
                GroupHours(
                    contract: one, cycles: [first, first + 1],
                    agreement: Agreement(by: "mara", reason: "by chance"),
                    weeklyLimit: random.chance(30)
                        ? Minutes(Int.random(in: 300...3000, using: &random)) : nil))
        case 6: try desk.perform(UngroupHours(contract: one))
        case 7:
            try desk.perform(
                SuspendContract(
                    contract: one, from: day,
                    until: random.chance(30) ? day.advanced(byDays: 7) : nil, reason: "by chance"))
        case 8, 9: try desk.perform(ResumeContract(contract: one, on: day))
        case 10:
            if random.chance(50), desk.state.contracts[number]?.termination != nil {
                try desk.perform(KeepContract(contract: one))
                return
            }
            try desk.perform(RenewContract(contract: one))
        case 11:
            guard random.chance(40) else { return }
            try desk.perform(
                TerminateContract(contract: one, lastDay: day, reason: "by chance"))
            // The crossing of the two: a rest within what is left, and beyond it.
            guard random.chance(50) else { return }
            try desk.perform(
                SuspendContract(
                    contract: one,
                    from: day.advanced(byDays: -Int.random(in: 0...9, using: &random)),
                    until: random.chance(50) ? day.advanced(byDays: 1) : nil, reason: "by chance"))
        default: try desk.perform(VoidTime(entry: entry(), reason: "by chance", late: true))
        }
    }

    private mutating func ticket() -> Identifier<Ticket> {
        Identifier(after: Int.random(in: 0..<desk.state.tickets.count, using: &random))
    }

    private mutating func entry() -> Identifier<TimeEntry> {
        Identifier(after: Int.random(in: 0...desk.state.entries.count, using: &random))
    }
}
