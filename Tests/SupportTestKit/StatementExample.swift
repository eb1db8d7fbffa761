package import SupportModel

extension Catalogue {
    /// The test catalogue with fees that differ, and a service that no package includes.
    ///
    /// Starter 1200.00 with 40 hours, Standard 1999.95 with 80; an extra hour 75.00 and 69.90.
    package static let priced: Catalogue = {
        var catalogue = Catalogue.test
        for place in catalogue.packages.indices {
            let isStarter = catalogue.packages[place].name.text == "starter"
            catalogue.packages[place].monthlyFee =
                Money(minorUnits: isStarter ? 120_000 : 199_995, currency: "EUR")
            catalogue.packages[place].extraRate =
                Money(minorUnits: isStarter ? 7500 : 6990, currency: "EUR")
            catalogue.packages[place].services.removeAll { $0.text == "training" }
        }
        return catalogue
    }()
}

extension DeskFixture {
    /// A desk whose contract 1 has closed one quiet cycle, October 2026: 10h30m of 40 used.
    package static func quietMonth() throws(Refusal) -> DeskFixture {
        var desk = try starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", catalogue: .priced)
        try desk.perform(
            OpenTicket(
                client: "acme", level: .highPriority, subject: "Autumn banner", service: "design"))
        try desk.book("7h30m", on: "2026-10-05")
        try desk.book("3h", on: "2026-10-05", ticket: 2)
        try desk.advance(to: "2026-11-01T00:00:00Z")
        return desk
    }

    /// A desk whose contract 1 has closed October and an eventful November 2026.
    ///
    /// November had an upgrade on the 16th, hours of December (R11), an emergency, a service that
    /// no package includes, a late entry and a void for October, and subjects that want escaping.
    package static func eventfulMonth() throws(Refusal) -> DeskFixture {
        var desk = try staffed(
            at: "2026-10-07T08:00:00Z", zone: "Europe/Berlin", catalogue: .priced)
        try desk.perform(
            ChangeClient(
                client: "acme", name: "Müller & Söhne <Outdoor> \"GmbH\"", zone: nil, mails: nil))
        try desk.perform(
            SignContract(
                client: "acme", package: "starter", from: "2026-10-01", months: 12,
                manager: "mara", project: "shop & café, <main>"))
        try desk.openTroublesomeTickets()
        try desk.book("10h", on: "2026-10-06")
        try desk.book("45m", on: "2026-10-07", service: "development")
        try desk.advance(to: "2026-11-02T08:00:00Z")
        try desk.perform(
            GroupHours(
                contract: .number(1), cycles: [1, 2],
                agreement: Agreement(
                    by: "mara", reason: "the fair is in November, \"so half\" of December's hours"),
                weeklyLimit: "30h"))
        try desk.advance(to: "2026-11-25T08:00:00Z", upgradingOn: "2026-11-16T10:00:00Z")
        try desk.bookNovember()
        try desk.perform(
            AddTime(
                ticket: 1, worked: "25h", date: "2026-10-20", extra: true,
                late: LateMark(reason: "=1+1; the note <was> found later"), long: true))
        try desk.perform(
            VoidTime(entry: 2, reason: "booked for the wrong client, \"sorry\"", late: true))
        try desk.advance(to: "2026-12-01T09:00:00Z")
        return desk
    }

    private mutating func openTroublesomeTickets() throws(Refusal) {
        let tickets: [(Level, String, Name<Service>)] = [
            (.regular, "Newsletter <b>\"bold\"</b> & 'quotes'", "troubleshooting"),
            (.emergency, "=HYPERLINK(\"http://example.org\") Checkout down", "troubleshooting"),
            (.highPriority, "Über-Banner 日本語 שלום 🛒, wide", "design"),
            (
                .regular, "@mail; \u{202E}dlo\u{202C} ${x} \\n </title><script>alert(1)</script>",
                "training"
            ),
        ]
        for (level, subject, service) in tickets {
            try perform(
                OpenTicket(client: "acme", level: level, subject: subject, service: service))
        }
    }

    private mutating func advance(
        to instant: Instant, upgradingOn day: Instant
    ) throws(Refusal) {
        try advance(to: day)
        try perform(ChangeContract(contract: .number(1), package: "standard"))
        try advance(to: instant)
    }

    private mutating func bookNovember() throws(Refusal) {
        try book("24h", on: "2026-11-03", ticket: 3)
        try book("12h30m", on: "2026-11-10")
        try book("26h", on: "2026-11-17", ticket: 3)
        try book("9h", on: "2026-11-24", ticket: 2)
        try book("2h20m", on: "2026-11-25", ticket: 4)
    }
}
