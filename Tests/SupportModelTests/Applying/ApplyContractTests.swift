import SupportModel
import SupportTestKit
import Testing

/// Contracts out of a file: found by client and project, signed, changed, or as they should be.
struct ApplyContractTests {
    /// Contract 1: acme's Starter from 1 October 2026 for 12 months, on 5 October.
    private func desk() throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
    }

    private func appliedLines(_ contracts: DesiredContract..., on desk: inout DeskFixture) throws
        -> [String]
    {
        try desk.apply(file([], [], contracts))
    }

    private func refused(_ contracts: DesiredContract..., on desk: DeskFixture) -> [String] {
        tableWords(refusal(ApplyDesired(file([], [], contracts)), on: desk))
    }

    @Test("what it has already is no change, said in full or only in part")
    func same() throws {
        var desk = try desk()
        let full = contract(extra: .allow, renewal: .manual)
        #expect(try appliedLines(full, on: &desk) == ["= contract 1"])
        #expect(try appliedLines(contract(from: nil, months: nil), on: &desk) == ["= contract 1"])
    }

    @Test("more hours are granted at once")
    func upgrade() throws {
        var desk = try desk()
        // 27 of 31 days are left of 40 more hours: 34 h 50 min.
        #expect(
            try appliedLines(contract("acme", "standard"), on: &desk) == [
                "~ contract 1: package starter -> standard, hours 40h -> 80h, granted 34h50m"
            ])
    }

    @Test("fewer hours wait for the next cycle, and are already so from then on")
    func downgrade() throws {
        var desk = try desk()
        try desk.perform(ChangeContract(contract: .number(1), package: "standard"))
        let starter = contract()
        #expect(
            try appliedLines(starter, on: &desk) == [
                "~ contract 1: package standard -> starter, hours 80h -> 40h, from 2026-11-01"
            ])
        var kept = desk
        #expect(
            try appliedLines(contract("acme", "standard"), on: &kept)
                == ["~ contract 1: planned package starter -> nothing"])
        try desk.advance(to: "2026-11-05T09:00:00Z")
        #expect(try appliedLines(starter, on: &desk) == ["= contract 1"])
        #expect(desk.state.contracts[1]?.terms.package == "starter")
    }

    @Test("hours of a package that leaves them open, the manager, extra hours, renewal")
    func values() throws {
        var desk = try desk()
        try desk.perform(AddStaff(staff: "olena", role: .manager))
        let flexible = contract("acme", "flexible", project: "shop", hours: "20h", extra: .refuse)
        #expect(
            try appliedLines(flexible, on: &desk) == [
                "+ contract 2: package flexible, hours 20h, from 2026-10-01, months 12, "
                    + "manager mara, extra refuse, renewal manual"
            ])
        let other = contract(
            "acme", "flexible", project: "shop", manager: "olena", hours: "10h", extra: .ask,
            renewal: .auto)
        #expect(
            try appliedLines(contract(), other, on: &desk) == [
                "= contract 1",
                "~ contract 2: hours 20h -> 10h, manager mara -> olena, extra refuse -> ask, "
                    + "renewal manual -> auto, from 2026-11-01",
            ])
        var silent = other
        (silent.hours, silent.extra, silent.renewal) = (nil, nil, nil)
        #expect(try appliedLines(silent, on: &desk) == ["= contract 2"])
    }

    @Test("a changed catalogue restates nothing, and a package that is offered no more may stay")
    func catalogue() throws {
        var desk = try desk()
        desk.catalogue.packages[0].hours = 50
        #expect(try appliedLines(contract(), on: &desk) == ["= contract 1"])
        desk.catalogue.packages.removeFirst()
        #expect(try appliedLines(contract(), on: &desk) == ["= contract 1"])
        #expect(
            refused(contract(project: "shop"), on: desk) == [
                "13 contract[0].package: no package starter"
            ])
    }

    @Test("the first day and the term stand; renewed, its term is the new one or all of it")
    func term() throws {
        var desk = try desk()
        let six = contract(from: "2026-11-01", months: 6)
        #expect(
            refused(six, on: desk) == [
                "14 contract[0].from: from is 2026-11-01, but contract 1 was signed for 12 months "
                    + "from 2026-10-01"
            ])
        #expect(
            refused(contract(months: 6), on: desk) == [
                "15 contract[0].months: months is 6, but contract 1 was signed for 12 months from "
                    + "2026-10-01 (R5)"
            ])
        try desk.perform(RenewContract(contract: .number(1), months: 6, package: "standard"))
        for (months, package) in [(12, "starter"), (6, "starter"), (18, "standard")] {
            let wanted = contract("acme", try #require(Name(package)), months: months)
            #expect(try appliedLines(wanted, on: &desk) == ["= contract 1"], "\(months)")
        }
        #expect(
            refused(contract(months: 7), on: desk) == [
                "15 contract[0].months: months is 7, but contract 1 runs, renewed, for 18 months "
                    + "from 2026-10-01 (R5)"
            ])
    }

    @Test("a new one needs its first day and its term")
    func missing() throws {
        let desk = try desk()
        #expect(
            refused(contract(project: "shop", from: nil), on: desk)
                == [
                    "10 contract[0].from: from is missing, and there is no such contract yet"
                ].map { $0.replacing("10", with: "14") })
        #expect(
            refused(contract(project: "shop", months: nil), on: desk) == [
                "15 contract[0].months: months is missing, and there is no such contract yet"
            ])
    }

    @Test("one that has ended is not signed again; its successor is")
    func ended() throws {
        var desk = try desk()
        let first = contract()
        try desk.advance(to: "2027-10-02T09:00:00Z")
        #expect(try appliedLines(first, on: &desk) == ["= contract 1: ended"])
        #expect(
            refused(contract(months: 24), on: desk) == [
                "15 contract[0].months: months is 24, but contract 1 was signed for 12 months from "
                    + "2026-10-01 and has ended"
            ])
        let next = contract(from: "2027-10-01", months: 6)
        #expect(
            try appliedLines(next, on: &desk)[0].hasPrefix(
                "+ contract 2: package starter, hours 40h"))
        #expect(try appliedLines(next, on: &desk) == ["= contract 2"])
        // One that was over when it was signed is known as well.
        let past = contract(project: "shop", from: "2024-01-01", months: 1)
        #expect(try appliedLines(past, on: &desk)[0].hasPrefix("+ contract 3"))
        #expect(try appliedLines(past, on: &desk) == ["= contract 3: ended"])
    }

    @Test("several that could be meant are refused, unless the first day decides which")
    func several() throws {
        var desk = try desk()
        try desk.sign("standard", from: "2026-12-01", months: 3)
        #expect(
            refused(contract(from: nil), on: desk) == [
                "11 contract[0].client: client acme has 2 contracts in force that name no project: "
                    + "1, 2"
            ])
        let second = contract("acme", "standard", from: "2026-12-01", months: 3, line: 30)
        #expect(
            try appliedLines(contract(), second, on: &desk) == ["= contract 1", "= contract 2"])
        #expect(
            refused(contract(), contract("acme", "standard", line: 30), on: desk) == [
                "31 contract[0].client: client acme and its project mean contract 1, as the table "
                    + "on line 10 does"
            ])
        #expect(
            refused(
                contract(project: "a"), contract(project: "a", from: "2027-10-01", line: 30),
                on: desk) == [
                    "34 contract[0].from: from is 2027-10-01, but contract 3 was signed for 12 "
                        + "months from 2026-10-01"
                ])
        let new = contract(project: "shop")
        #expect(
            refused(new, contract(project: "shop", line: 30), on: desk) == [
                "31 contract[0].client: client acme and its project mean contract 3, as the table "
                    + "on line 10 does"
            ])
    }

    @Test("what a rule refuses is reported at its key, with all other mistakes")
    func rules() throws {
        var desk = try desk()
        #expect(
            refused(
                contract("acme", "gold"), contract(project: "a", manager: "emil", line: 30),
                contract(project: "b", manager: "nobody", line: 50),
                contract(project: "c", hours: "30h", line: 70),
                contract("acme", "flexible", project: "d", line: 90),
                contract("acme", "starter", project: "e", from: "1999-01-01", line: 110),
                contract("acme", "starter", project: "f", months: 121, line: 130),
                contract(project: "g\th", line: 150), on: desk) == [
                    "13 contract[0].package: no package gold",
                    "36 contract[0].manager: emil is no manager",
                    "56 contract[0].manager: no staff nobody",
                    "77 contract[0].hours: hours of Starter are fixed: 40 a month (R1)",
                    "97 contract[0].hours: hours of Flexible are agreed per contract (R1)",
                    "114 contract[0].from: the start 1999-01-01 is not in the years 2000 to 2199",
                    "135 contract[0].months: the term of 121 months is not a term",
                    "152 contract[0].project: the project's name holds a control character",
                ])
        #expect(
            refused(contract(hours: "40h"), on: desk) == [
                "17 contract[0].hours: hours of Starter are fixed: 40 a month (R1)"
            ])
        try desk.perform(SuspendContract(contract: .number(1), reason: "the winter"))
        #expect(
            refused(contract("acme", "standard"), on: desk).first?.hasPrefix(
                "13 contract[0].package: contractState(1") == true)
        #expect(try appliedLines(contract(), on: &desk) == ["= contract 1"])
    }
}
