import SupportModel
import SupportTestKit
import Testing

/// What a change of a contract does at once, what waits for the next cycle, and what is none (R8).
struct ContractChangeTests {
    private static let one = ContractReference.number(1)

    /// Contract 1 of a package, from 1 October; the clock stands at 5 October.
    private func desk(
        _ package: Name<PackageOffer> = "starter", hours: Int? = nil
    ) throws -> DeskFixture {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.perform(
            SignContract(
                client: "acme", package: package, from: "2026-10-01", months: 12,
                manager: "mara", hours: hours.map { .hours($0) }))
        return desk
    }

    private func change(_ package: Name<PackageOffer>) -> ChangeContract {
        ChangeContract(contract: Self.one, package: package)
    }

    /// `Starter now, Standard from cycle 2`.
    private func terms(_ desk: DeskFixture) -> String {
        guard let contract = desk.state.contracts[1] else { return "gone" }
        let planned = (contract.planned ?? []).map {
            ", \($0.terms.title) from cycle \($0.cycle + 1)"
        }
        return "\(contract.terms.title) now" + planned.joined()
    }

    /// The types of the events of a command.
    private func events(_ command: some Command, on desk: inout DeskFixture) throws -> [String] {
        try desk.perform(command).map { type(of: $0.body).type }
    }

    @Test func nothingIsNoChange() throws {
        for command in [ChangeContract(contract: Self.one), change("starter")] {
            guard case .invalid = refusal(command, on: try desk()) else {
                Issue.record("a change: \(command)")
                continue
            }
        }
    }

    @Test func thePackageOfTodayGoesWithAnotherChange() throws {
        var other = try desk()
        try other.perform(AddStaff(staff: "nora", role: .manager))
        #expect(
            try events(
                ChangeContract(contract: Self.one, package: "starter", manager: "nora"),
                on: &other) == ["contract.changed"])
        #expect(other.state.contracts[1]?.manager == "nora")
    }

    @Test func whatIsSaidOfExtraHoursHoldsInThePackageThatIsTakenWithIt() throws {
        var more = try desk()
        try more.perform(
            ChangeContract(contract: Self.one, package: "standard", extra: .refuse))
        #expect(more.state.contracts[1]?.terms.extraPolicy == .refuse)
        var less = try desk("standard")
        try less.perform(
            ChangeContract(contract: Self.one, package: "starter", extra: .refuse))
        #expect(less.state.contracts[1]?.terms.extraPolicy == .refuse)
        #expect(less.state.contracts[1]?.planned?.map(\.terms.extraPolicy) == [.refuse])
    }

    @Test func anUpgradeOnTheLastDayIsOfOneDay() throws {
        var desk = try desk()
        try desk.advance(to: "2026-10-31T23:59:59.999Z")
        try desk.perform(change("standard"))
        // 40 hours more in 31 days: 77 minutes a day.
        let grant = try #require(desk.state.contracts[1]?.account.open?.upgrades?.first)
        #expect((grant.on, grant.days, grant.daysOfCycle) == ("2026-10-31", 1, 31))
        #expect(grant.minutes == "1h17m")
    }

    @Test func asManyHoursAreNoUpgrade() throws {
        var desk = try desk()
        #expect(
            try events(
                ChangeContract(contract: Self.one, package: "flexible", hours: "40h"), on: &desk)
                == ["contract.terms-planned"])
        #expect(terms(desk) == "Starter now, Flexible from cycle 2")
        var more = try self.desk()
        #expect(
            try events(
                ChangeContract(contract: Self.one, package: "flexible", hours: "41h"), on: &more)
                == ["contract.upgraded"])
    }

    @Test func thePackageOfTodayDropsWhatWasPlanned() throws {
        var desk = try desk("standard")
        try desk.perform(change("starter"))
        #expect(terms(desk) == "Standard now, Starter from cycle 2")
        try desk.perform(change("standard"))
        #expect(terms(desk) == "Standard now")
    }

    @Test func itDoesSoAlsoWhereTheCatalogueHasAnotherPriceToday() throws {
        var desk = try desk("standard")
        try desk.perform(change("starter"))
        let place = try #require(desk.catalogue.packages.firstIndex { $0.name == "standard" })
        desk.catalogue.packages[place].extraRate = Money(minorUnits: 9900, currency: "EUR")
        try desk.perform(change("standard"))
        #expect(terms(desk) == "Standard now")
        // Without a plan the new price waits for the next cycle.
        try desk.perform(change("standard"))
        #expect(terms(desk) == "Standard now, Standard from cycle 2")
    }

    @Test func otherHoursOfFlexibleAreAnotherPlan() throws {
        var less = try desk("flexible", hours: 30)
        for hours in [20, 10] {
            try less.perform(
                ChangeContract(contract: Self.one, package: "flexible", hours: .hours(hours)))
            #expect(less.state.contracts[1]?.planned?.map(\.terms.included) == [.hours(hours)])
        }
        try less.perform(ChangeContract(contract: Self.one, hours: "30h"))
        #expect(less.state.contracts[1]?.planned == nil)
    }

    @Test func whatHasEndedIsNotChanged() throws {
        var desk = try desk()
        try desk.perform(
            TerminateContract(contract: Self.one, lastDay: "2026-10-20", reason: "it closes"))
        // Until then it may stop to renew itself, and not begin to.
        #expect(
            refusal(ChangeContract(contract: Self.one, renewal: .auto), on: desk)?.message
                == "contract 1 was terminated, and does not renew itself (R5)")
        try desk.perform(ChangeContract(contract: Self.one, renewal: .manual))
        try desk.advance(to: "2026-10-21T00:00:00Z")
        let ended = refusal(ChangeContract(contract: Self.one, extra: .ask), on: desk)
        #expect(ended?.message == "contract 1 was terminated and ended after 2026-10-20")
        #expect(ended?.hint == "sign a new one")
    }
}
