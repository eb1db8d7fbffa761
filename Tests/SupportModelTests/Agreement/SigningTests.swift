import SupportModel
import SupportTestKit
import Testing

/// R1, R5 and R7: what a client signs.
struct SigningTests {
    private func desk() throws -> DeskFixture {
        try DeskFixture.staffed(at: "2026-10-01T09:00:00Z")
    }

    private func sign(
        _ package: Name<PackageOffer> = "starter", months: Int = 12, hours: Minutes? = nil,
        manager: Name<Staff> = "mara", project: String? = nil
    ) -> SignContract {
        SignContract(
            client: "acme", package: package, from: "2026-10-01", months: months,
            manager: manager, project: project, hours: hours)
    }

    @Test func starterIncludesFortyHoursAMonth() throws {
        var desk = try desk()
        try desk.perform(sign())
        let contract = try #require(desk.state.contracts[1])
        #expect(contract.terms.included == "40h")
        #expect(contract.terms.weeklyLimit == "20h")
        #expect(try #require(desk.balance()).granted == "40h")
    }

    @Test("no hours are not an agreement, and one minute leaves a week none")
    func fewestHours() throws {
        var desk = try desk()
        func why(_ hours: Minutes) -> String? {
            let refused = refusal(sign("flexible", hours: hours), on: desk)
            guard case .invalid(.hours, _) = refused else { return nil }
            return refused?.message
        }
        #expect(why("0m") == "hours of 0m a month cannot be worked")
        #expect(
            why("1m")
                == "hours of 1m a month leave a week no whole minute: it may use 50 percent of them (R9)"
        )
        try desk.perform(sign("flexible", hours: "2m"))
        #expect(desk.state.contracts[1]?.terms.weeklyLimit == "1m")
    }

    @Test func flexibleHoursAreAgreedPerContract() throws {
        var desk = try desk()
        try desk.perform(sign("flexible", hours: "25h"))
        let terms = try #require(desk.state.contracts[1]).terms
        #expect(terms.included == "25h")
        #expect(terms.weeklyLimit == "12h30m", "half of 25 hours")
        guard case .invalid(.hours, _) = refusal(sign("flexible"), on: desk) else {
            Issue.record("Flexible without hours")
            return
        }
        guard case .invalid(.hours, _) = refusal(sign(hours: "41h"), on: desk) else {
            Issue.record("Starter with other hours than its own")
            return
        }
    }

    @Test(arguments: [(1, 0), (6, 0), (11, 0), (12, 10), (24, 10)])
    func aYearGetsTenPercentAndShorterTermsNone(months: Int, percent: Int) throws {
        var desk = try desk()
        try desk.perform(sign(months: months))
        #expect(try #require(desk.state.contracts[1]).terms.discountPercent == percent)
    }

    @Test func theDiscountNeverTouchesExtraHours() throws {
        var desk = try desk()
        try desk.perform(sign(months: 12))
        try desk.perform(sign(months: 6))
        let rates = desk.state.contracts.values.map(\.terms.extraRate)
        #expect(rates == [Money(minorUnits: 7500, currency: "EUR"), rates[0]])
        #expect(
            desk.state.contracts.values.allSatisfy { $0.terms.monthlyFee.minorUnits == 240_000 })
    }

    @Test func everyContractHasAnAccountManager() throws {
        let desk = try desk()
        #expect(refusal(sign(manager: "emil"), on: desk) == .notAManager("emil", .engineer))
        #expect(refusal(sign(manager: "vera"), on: desk) == .notAManager("vera", .viewer))
        var signed = desk
        try signed.perform(sign())
        #expect(signed.state.contracts[1]?.manager == "mara")
        let removed = refusal(RemoveStaff(staff: "mara"), on: signed)
        guard removed == .inUse(.staff("mara"), by: .managedContract(1)) else {
            Issue.record("the account manager of a running contract was removed: \(removed as Any)")
            return
        }
        let demoted = ChangeStaff(staff: "mara", role: .engineer, user: nil, mail: nil)
        guard case .inUse(.role("mara"), by: _) = refusal(demoted, on: signed) else {
            Issue.record("the account manager of a running contract was made an engineer")
            return
        }
    }

    @Test func aSignedContractKeepsItsTerms() throws {
        var desk = try desk()
        try desk.perform(sign())
        desk.catalogue.packages = []
        desk.catalogue.emergencyBeyondLimit = .refuse
        try desk.perform(OpenTicket(client: "acme", level: .emergency, subject: "Shop is down"))
        try desk.book("30h")
        #expect(try desk.split(1) == "30h package, 0m extra")
    }

    @Test func aContractMayBeginLater() throws {
        var desk = try desk()
        try desk.sign("starter", from: "2026-11-01", months: 1)
        let contract = try #require(desk.state.contracts[1])
        #expect(contract.standing(at: "2026-10-31T23:59:59.999Z") == .pending)
        #expect(contract.standing(at: "2026-11-01T00:00:00Z") == .active)
        let early = refusal(OpenTicket(client: "acme", level: .regular, subject: "Hi"), on: desk)
        let pending = Refusal.contractNotActive(
            1, .pending, start: "2026-11-01", end: "2026-12-01", use: .newTicket)
        #expect(early == pending)
        let named = OpenTicket(client: "acme", level: .regular, subject: "Hi", contract: 1)
        #expect(refusal(named, on: desk) == pending)
        try desk.advance(to: "2026-11-01T00:00:00Z")
        try desk.perform(named)
        try desk.advance(to: "2026-12-01T00:00:00Z")
        #expect(
            refusal(AddTime(ticket: 1, worked: "1h"), on: desk)
                == .contractNotActive(
                    1, .ended, start: "2026-11-01", end: "2026-12-01", use: .work("acme")))
    }
}
