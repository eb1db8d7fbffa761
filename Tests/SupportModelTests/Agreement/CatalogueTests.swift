import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// What the catalogue says of levels and targets, and that a contract keeps what it was signed with.
struct CatalogueTests {
    private static func target(
        _ level: Level, _ firstResponse: Minutes, _ resolution: Minutes
    ) -> ResponseTarget {
        ResponseTarget(level: level, firstResponse: firstResponse, resolution: resolution)
    }

    /// Levels 1 and 4 have targets; Standard answers Level 1 sooner, and has one for Level 2.
    private static func catalogue() -> Catalogue {
        var catalogue = Catalogue.test
        catalogue.targets = [target(.regular, "8h", "40h"), target(.emergency, "1h", "4h")]
        catalogue.packages[1].targets = [
            target(.partialOutage, "2h", "8h"), target(.emergency, "15m", "2h"),
        ]
        return catalogue
    }

    @Test func thePackagesTargetGoesBeforeTheCatalogues() throws {
        let catalogue = Self.catalogue()
        let starter = try #require(catalogue.offer("starter"))
        #expect(
            catalogue.targets(of: starter) == [
                Self.target(.emergency, "1h", "4h"), Self.target(.regular, "8h", "40h"),
            ])
        let standard = try #require(catalogue.offer("standard"))
        #expect(
            catalogue.targets(of: standard) == [
                Self.target(.emergency, "15m", "2h"), Self.target(.partialOutage, "2h", "8h"),
                Self.target(.regular, "8h", "40h"),
            ])
    }

    @Test func levels1And2RunInRealTime() {
        let inBusinessTime = Level.allCases.filter { Self.target($0, "1h", "1h").isInBusinessTime }
        #expect(inBusinessTime == [.highPriority, .regular])
    }

    @Test func everyLevelHasWords() {
        var catalogue = Catalogue.test
        #expect(catalogue.levels.map(\.level) == Level.allCases)
        #expect(
            catalogue.levels.allSatisfy {
                !$0.title.isEmpty && !$0.text.isEmpty && !$0.examples.isEmpty
            })
        let own = LevelWords(level: .regular, title: "planned", text: "Later.", examples: ["a"])
        catalogue.levels = [own]
        #expect(catalogue.words(of: .regular) == own)
        #expect(catalogue.words(of: .emergency).title == "emergency")
    }

    @Test func aContractTakesOverRoundingAndTargets() throws {
        var catalogue = Self.catalogue()
        catalogue.packages[0].rounding = Rounding(stepMinutes: 15, mode: .nearest)
        let desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", catalogue: catalogue)
        let terms = try #require(desk.state.contracts[1]).terms
        #expect(terms.rounding == Rounding(stepMinutes: 15, mode: .nearest))
        #expect(terms.targets?.target(of: .emergency) == Self.target(.emergency, "1h", "4h"))
        #expect(terms.targets?.target(of: .partialOutage) == nil)
    }

    /// The invariant of the catalogue, at every figure that a contract has from it.
    @Test func aChangedCatalogueNeverRestatesAContract() throws {
        var catalogue = Self.catalogue()
        catalogue.packages[0].rounding = Rounding(stepMinutes: 15)
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", catalogue: catalogue)
        try desk.book("50m")
        let (terms, balance) = (desk.state.contracts[1]?.terms, desk.balance())
        var unchanged = desk
        desk.catalogue = Self.everythingElse()
        #expect(desk.state.contracts[1]?.terms == terms)
        #expect(desk.balance() == balance)
        // What happens from then on is what would have happened without the change.
        for (worked, service) in [("20m", "design"), ("19h", "design"), ("1h", "development")]
            as [(Minutes, Name<Service>)]
        {
            try desk.book(worked, service: service, extra: true)
            try unchanged.book(worked, service: service, extra: true)
        }
        try desk.advance(to: "2026-12-02T00:00:00Z")
        try unchanged.advance(to: "2026-12-02T00:00:00Z")
        #expect(desk.closed().map(\.cycle.index) == [0, 1])
        #expect(desk.image == unchanged.image)
        // While a contract that is signed now has the new terms.
        try desk.sign("starter", from: "2026-12-02", months: 12)
        #expect(desk.state.contracts[2]?.terms.title == "Starter 2")
        #expect(desk.state.contracts[2]?.terms.rounding == nil)
        #expect(desk.state.contracts[1]?.terms == terms)
    }

    /// The same names with every figure changed, and the services in every package.
    private static func everythingElse() -> Catalogue {
        var catalogue = Catalogue.test
        catalogue.packages = catalogue.packages.map { offer in
            PackageOffer(
                name: offer.name, title: "\(offer.title) 2", hours: offer.hours.map { $0 + 1 },
                monthlyFee: Money(minorUnits: 1, currency: "PLN"),
                extraRate: Money(minorUnits: 2, currency: "PLN"), weeklySharePercent: 100,
                services: catalogue.services.map(\.name), rounding: nil,
                targets: [target(.emergency, "1m", "2m")])
        }
        catalogue.onDemandRate = Money(minorUnits: 3, currency: "PLN")
        catalogue.discountMonthsMin = 1
        catalogue.discountPercent = 99
        catalogue.emergencyBeyondLimit = .refuse
        catalogue.levels = []
        catalogue.targets = []
        return catalogue
    }

    /// Terms as releases wrote them that knew neither: see also the golden files of the store.
    @Test func olderTermsHaveNeither() throws {
        let desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        let terms = try #require(desk.state.contracts[1]).terms
        let json = String(decoding: try LineJSONEncoder.encode(terms), as: UTF8.self)
        #expect(!json.contains("rounding") && !json.contains("targets"))
        let read = try StrictJSONDecoder.decode(
            ContractTerms.self, from: try JSONDocument(text: json).root, unknownMembers: .refused)
        #expect(read == terms)
    }

    @Test(
        "a week draws the package's share of the hours, rounded down to the minute (R9)",
        arguments: [
            ("40h", 50, "20h"), ("18h15m", 50, "9h7m"), ("1h39m", 50, "49m"), ("1h40m", 50, "50m"),
            ("1h41m", 50, "50m"), ("4h10m", 33, "1h22m"), ("99m", 1, "0m"), ("100m", 1, "1m"),
            ("199m", 1, "1m"), ("7h30m", 100, "7h30m"), ("74400h", 50, "37200h"),
        ] as [(Minutes, Int, Minutes)])
    func theShareOfAWeek(hours: Minutes, percent: Int, limit: Minutes) throws {
        var catalogue = Catalogue.test
        let place = try #require(catalogue.packages.firstIndex { $0.name == "flexible" })
        catalogue.packages[place].weeklySharePercent = percent
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z", catalogue: catalogue)
        let sign = SignContract(
            client: "acme", package: "flexible", from: "2026-10-01", months: 1, manager: "mara",
            hours: hours)
        if limit == .zero {
            let tooFew = AgreedHoursRule.tooFew(hours, percent: percent)
            #expect(
                refusal(sign, on: desk) == .invalid(.hours, .agreement(.hours(tooFew))))
        } else {
            try desk.perform(sign)
            #expect(desk.state.contracts[1]?.terms.weeklyLimit == limit)
        }
    }
}
