package import SupportModel

extension DeskFixture {
    /// A desk with client `acme`, manager `mara`, engineer `emil` and viewer `vera`.
    package static func staffed(
        at now: Instant, zone: ZoneName = "UTC", catalogue: Catalogue = .test
    ) throws(Refusal) -> DeskFixture {
        var desk = DeskFixture(at: now)
        desk.catalogue = catalogue
        try desk.perform(AddClient(client: "acme", name: "Acme Outdoor GmbH", zone: zone))
        try desk.perform(AddStaff(staff: "mara", role: .manager, user: "mara"))
        try desk.perform(AddStaff(staff: "emil", role: .engineer))
        try desk.perform(AddStaff(staff: "vera", role: .viewer))
        return desk
    }

    /// The same with contract 1, Starter for 12 months from the clock's day, and ticket 1 of Level 4.
    package static func starter(
        at now: Instant, from start: CivilDate, zone: ZoneName = "UTC", months: Int = 12,
        extra: ExtraPolicy = .allow, catalogue: Catalogue = .test
    ) throws(Refusal) -> DeskFixture {
        var desk = try staffed(at: now, zone: zone, catalogue: catalogue)
        try desk.perform(
            SignContract(
                client: "acme", package: "starter", from: start, months: months, manager: "mara",
                extra: extra))
        try desk.perform(OpenTicket(client: "acme", level: .regular, subject: "Newsletter page"))
        return desk
    }

    /// Books work on a ticket, today unless another day is named; more than 24 hours in one entry
    /// unless said otherwise, so that one line fills a month.
    package mutating func book(
        _ worked: Minutes, on date: CivilDate? = nil, ticket: Identifier<Ticket> = 1,
        service: Name<Service>? = nil, extra: Bool = false, agreedBy: Name<Staff>? = nil,
        late: Bool = false, long: Bool = true
    ) throws(Refusal) {
        try perform(
            AddTime(
                ticket: ticket, worked: worked, date: date, service: service, extra: extra,
                agreement: agreedBy.map { Agreement(by: $0, reason: "the launch is on Friday") },
                late: late ? LateMark(reason: "the note was found later") : nil, long: long))
    }

    /// How a live entry is covered, such as `5h package, 0m extra`, in an open or a closed cycle; nil
    /// for one that is not.
    package func split(_ entry: Identifier<TimeEntry>) throws(Refusal) -> String? {
        try state.explain(entry).split.map { "\($0.package) package, \($0.extra) extra" }
    }

    /// Where the hours of a contract's open cycle stand; nil once it has none.
    package func balance(_ number: Identifier<Contract> = 1) -> HourBalance? {
        guard let contract = state.contracts[number], let open = contract.account.open,
            let zone = calendar.zone(named: contract.zone)
        else { return nil }
        return HourBalance(
            contract: contract, cycle: open,
            coverage: Coverage(of: contract),
            today: zone.date(at: now))
    }

    /// The cycles of a contract that have closed, in order.
    package func closed(_ number: Identifier<Contract> = 1) -> [ClosedCycle] {
        state.contracts[number]?.account.closed ?? []
    }
}
