import SupportJSON
import SupportModel
import SupportTestKit
import SupportWire
import Testing

/// The exact JSON of what happens to a contract after it was signed, and that a client reads it back.
struct ContractLifeViewTests {
    private func view(_ desk: DeskFixture) throws -> ContractView {
        ContractView(try #require(desk.state.contracts[1]), at: desk.now)
    }

    @Test func packages() throws {
        var desk = try DeskFixture.starter(at: "2026-10-16T09:00:00Z", from: "2026-10-01")
        try desk.perform(ChangeContract(contract: .number(1), package: "standard", renewal: .auto))
        try desk.perform(ChangeContract(contract: .number(1), package: "starter"))
        try desk.perform(RenewContract(contract: .number(1), months: 6))
        let view = try view(desk)
        #expect(view.renewal == .auto)
        #expect(view.months == 18)
        #expect(view.termMonths == 6)
        // 16 of October's 31 days are left: 2400 minutes x 16 / 31 = 1238.7.
        try hold(
            view.cycle?.upgrades?.first,
            #"{"on":"2026-10-16","title":"Standard","#
                + #""fee_before":{"minor_units":240000,"currency":"EUR"},"#
                + #""days":16,"days_of_cycle":31,"minutes":1239,"#
                + #""fee":{"minor_units":0,"currency":"EUR"}}"#)
        #expect(view.planned?.count == 2)
        try hold(
            view.planned?.first,
            #"{"cycle":2,"from":"2026-11-01","renewal":false,"package":"starter","#
                + #""title":"Starter","included":2400,"weekly_limit":1200,"#
                + #""monthly_fee":{"minor_units":240000,"currency":"EUR"},"discount_percent":10,"#
                + #""extra_rate":{"minor_units":7500,"currency":"EUR"}}"#)
        let renewed = try #require(view.planned?.last)
        #expect(renewed.renewal)
        #expect(renewed.cycle == 13)
        #expect(renewed.from == "2027-10-01")
        #expect(renewed.discountPercent == 0)
    }

    @Test func whatWouldBeginAfterTheEndIsNotPlanned() throws {
        var desk = try DeskFixture.starter(at: "2026-10-16T09:00:00Z", from: "2026-10-01")
        try desk.perform(
            ChangeContract(contract: .number(1), package: "flexible", hours: "10h", renewal: .auto))
        #expect(try view(desk).planned?.count == 1)
        try desk.perform(
            TerminateContract(contract: .number(1), lastDay: "2026-10-31", reason: "it closes"))
        #expect(try view(desk).planned == nil)
        #expect(try view(desk).renewal == .manual)
    }

    @Test func groupsAndTheirEnd() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        try desk.perform(
            GroupHours(contract: .number(1), cycles: [0, 1], agreement: agreed, weeklyLimit: "30h"))
        let view = try view(desk)
        #expect(view.cycle?.grouped == "40h")
        try hold(
            view.groups?.first,
            #"{"cycles":[1,2],"agreed_by":"mara","reason":"the relaunch","#
                + #""at":"2026-10-05T09:00:00.000Z","weekly_limit":1800}"#)
        try desk.perform(
            TerminateContract(contract: .number(1), lastDay: "2026-10-20", reason: "it closes"))
        let ending = try self.view(desk)
        #expect(ending.groups == nil)
        #expect(ending.end == "2026-10-21")
        #expect(ending.standing == .active)
        try hold(
            ending.termination,
            #"{"last_day":"2026-10-20","reason":"it closes","at":"2026-10-05T09:00:00.000Z","#
                + #""by":"ann:1000"}"#)
    }

    @Test func rest() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(SuspendContract(contract: .number(1), reason: "no shop"))
        let resting = try view(desk)
        #expect(resting.standing == .suspended)
        #expect(resting.cycle?.held == true)
        try hold(resting.suspensions?.first, #"{"from":"2026-10-05","reason":"no shop"}"#)
        try desk.perform(ResumeContract(contract: .number(1), on: "2026-10-15"))
        let going = try view(desk)
        #expect(going.cycle?.held == nil)
        #expect(going.cycle?.to == "2026-11-11")
        #expect(going.end == "2027-10-11")
        try hold(
            going.suspensions?.first,
            #"{"from":"2026-10-05","to":"2026-10-15","days":10,"reason":"no shop"}"#)
    }

    @Test func whatIsOwed() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.book("2h", service: "development")
        try desk.book("10h")
        let contract = try #require(desk.state.contracts[1])
        let open = try #require(contract.account.open)
        let statement = desk.state.statement(
            of: contract, open, Coverage(of: contract), titles: [:])
        // Development is extra hours in Starter: 2 x 75.00. The discount is 10% of 2400.00.
        try hold(
            OwedView(statement),
            #"{"cycle":1,"from":"2026-10-01","to":"2026-11-01","#
                + #""monthly_fee":{"minor_units":240000,"currency":"EUR"},"discount_percent":10,"#
                + #""discount":{"minor_units":24000,"currency":"EUR"},"#
                + #""fee":{"minor_units":216000,"currency":"EUR"},"extra":120,"#
                + #""extra_rate":{"minor_units":7500,"currency":"EUR"},"#
                + #""extra_amount":{"minor_units":15000,"currency":"EUR"},"adjustments":0,"#
                + #""adjusted":{"minor_units":0,"currency":"EUR"},"#
                + #""total":{"minor_units":231000,"currency":"EUR"},"expiring":1800}"#)
    }
}
