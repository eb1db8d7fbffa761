import SupportModel
import SupportTestKit
import Testing

/// A change of the package, beside a renewed term for which another was agreed (R1, R5).
struct ReplacedTermsTests {
    private static let one = ContractReference.number(1)

    /// A contract of one month, for another package or for its own hours a month.
    private func desk(
        _ package: Name<PackageOffer>, hours: Minutes? = nil
    ) throws -> DeskFixture {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.perform(
            SignContract(
                client: "acme", package: package, from: "2026-10-01", months: 1, manager: "mara",
                hours: hours))
        try desk.perform(OpenTicket(client: "acme", level: .regular, subject: "Banner"))
        return desk
    }

    /// What is planned, such as `2 Starter 40h`.
    private func planned(_ desk: DeskFixture) -> [String]? {
        desk.state.contracts[1]?.planned?.map {
            "\($0.cycle + 1) \($0.terms.title) \($0.terms.included)"
        }
    }

    @Test("the package of today can be taken again for the term that another was agreed for")
    func thePackageOfToday() throws {
        for rests in [false, true] {
            var desk = try desk("starter")
            try desk.perform(RenewContract(contract: Self.one, months: 2, package: "standard"))
            #expect(planned(desk) == ["2 Standard 80h"])
            if rests {
                try desk.perform(
                    SuspendContract(contract: Self.one, from: "2026-11-01", reason: "no shop"))
                try desk.advance(to: "2026-11-10T09:00:00Z")
                #expect(desk.state.contracts[1]?.account.open == nil)
            }
            try desk.perform(ChangeContract(contract: Self.one, package: "starter"))
            #expect(planned(desk) == ["2 Starter 40h"], "resting: \(rests)")
        }
    }

    @Test("so can its hours of today, where the package is the same")
    func theHoursOfToday() throws {
        var desk = try desk("flexible", hours: "40h")
        try desk.perform(RenewContract(contract: Self.one, months: 2, hours: "50h"))
        #expect(planned(desk) == ["2 Flexible 50h"])
        try desk.perform(ChangeContract(contract: Self.one, hours: "40h"))
        #expect(planned(desk) == ["2 Flexible 40h"])
    }

    @Test("work that is extra already stands in no way of an upgrade that covers more")
    func extraAlready() throws {
        var desk = try desk("starter")
        try desk.book("3h", service: "development")
        #expect(try desk.split(1) == "0m package, 3h extra")
        try desk.perform(ChangeContract(contract: Self.one, package: "standard"))
        #expect(try desk.split(1) == "3h package, 0m extra")
    }

    @Test("a renewal leaves the cycle that runs as it is, with what upgrades granted")
    func theRunningCycle() throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: 2)
        try desk.advance(to: "2026-11-16T09:00:00Z")
        try desk.perform(ChangeContract(contract: Self.one, package: "standard"))
        let open = try #require(desk.state.contracts[1]?.account.open)
        #expect(open.granted == "60h", "15 of 30 days with 40 hours more")
        try desk.perform(RenewContract(contract: Self.one, months: 12))
        #expect(desk.state.contracts[1]?.account.open == open)
    }

    @Test("a contract that renews itself takes the hours that its package has by then")
    func renewingItself() throws {
        for (package, granted) in [("starter", "50h"), ("flexible", "30h")]
            as [(Name<PackageOffer>, Minutes)]
        {
            var desk = try desk(package, hours: package == "flexible" ? "30h" : nil)
            try desk.perform(ChangeContract(contract: Self.one, renewal: .auto))
            desk.catalogue.packages[0].hours = 50
            try desk.advance(to: "2026-11-05T09:00:00Z")
            #expect(desk.balance()?.granted == granted, "\(package)")
        }
    }

    @Test("what is agreed of extra hours holds for what is planned, too (R8)")
    func thePolicyOfAPlan() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.sign("standard", from: "2026-10-01", months: 12)
        try desk.perform(ChangeContract(contract: Self.one, package: "starter"))
        try desk.perform(ChangeContract(contract: Self.one, extra: .refuse))
        try desk.advance(to: "2026-11-05T09:00:00Z")
        let terms = try #require(desk.state.contracts[1]?.terms)
        #expect((terms.title, terms.extraPolicy) == ("Starter", .refuse))
    }

    @Test("an upgrade takes the place of a downgrade that was to come")
    func anUpgradeDropsThePlan() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.sign("standard", from: "2026-10-01", months: 12)
        try desk.perform(ChangeContract(contract: Self.one, package: "starter"))
        #expect(planned(desk) == ["2 Starter 40h"])
        try desk.perform(
            ChangeContract(contract: Self.one, package: "flexible", hours: "100h"))
        #expect(planned(desk) == nil)
        try desk.advance(to: "2026-11-05T09:00:00Z")
        #expect(desk.balance()?.granted == "100h")
    }

    @Test("a change says whether project or renewal was named")
    func namedAnew() throws {
        let desk = try desk("starter")
        for (change, isNamed) in [
            (ChangeContract(contract: Self.one, project: "shop"), true),
            (ChangeContract(contract: Self.one, renewal: .auto), true),
            (ChangeContract(contract: Self.one, project: "shop", renewal: .auto), true),
            (ChangeContract(contract: Self.one, extra: .ask), false),
        ] {
            let made = try desk.state.decide(change, in: desk.context()).made
            #expect(made.isNamedAnew == isNamed)
            #expect(made.upgrade == nil && made.planned == nil)
        }
    }
}
