import SupportJSON
import SupportModel
import SupportTestKit
import SupportWire
import Testing

/// The exact JSON of plans, and that a client reads it back as the same.
struct PlanViewTests {
    private func desk() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-26T09:00:00Z", from: "2026-10-01")
        try desk.perform(
            PlanTicket(
                ticket: 1, estimate: "25h", week: Week(containing: "2026-10-26"),
                due: "2026-10-30"))
        return desk
    }

    private static let work =
        #"{"ticket":1,"level":4,"subject":"Newsletter page","estimate":1500,"booked":0,"#
        + #""to_do":1500,"week":"2026-10-26","due":"2026-10-30"}"#

    private static let over =
        #"{"warning":true,"rule":"R9","text":"passes the weekly limit (R9) by 5h: 0m used and "#
        + #"25h planned of 20h"}"#

    private static let lost =
        #"{"warning":false,"rule":"R12","text":"20h cannot be used any more: the weekly limit "#
        + #"(R9) lets only 20h through before they expire"}"#

    @Test func aPlan() throws {
        let desk = try desk()
        let contract = try desk.state.contract(.number(1), at: desk.now)
        let plan = try desk.state.plan(of: contract, at: desk.now, today: "2026-10-26")
        try hold(
            PlanShow.Reply(plan, of: contract),
            #"{"contract":1,"client":"acme","title":"Starter","zone":"UTC","#
                + #""today":"2026-10-26","weeks":[{"week":"2026-10-26","cycles":[1,2],"#
                + #""limit":1200,"drawn":0,"planned":1500,"room":0,"over":300,"#
                + #""tickets":[{"ticket":1,"level":4,"minutes":1500}],"#
                + #""remarks":[\#(Self.over)]}],"hours":[{"cycles":[1],"#
                + #""expires":"2026-11-01","left":2400,"planned":1500,"usable":1200,"idle":0,"#
                + #""remarks":[\#(Self.lost)]}],"overdue":[],"elsewhere":[],"unplanned":[],"#
                + #""without_estimate":[]}"#)
    }

    @Test func aSuggestion() throws {
        let desk = try desk()
        let contract = try desk.state.contract(.number(1), at: desk.now)
        let suggestion = try desk.state.suggestPlan(
            of: contract, at: desk.now, today: "2026-10-26", replans: false)
        let ticket = try #require(suggestion.tickets.first)
        try hold(
            SuggestedTicketView(ticket),
            #"{"work":\#(Self.work),"parts":[{"week":"2026-10-26","minutes":1200},"#
                + #"{"week":"2026-11-02","minutes":300}],"kept":true,"late":true,"#
                + #""shortfall":{"minutes":300,"carried":300,"reason":"weekly-limit","#
                + #""options":["next-cycle","extra-hours","lift-limit","group-months"]}}"#)
        let reply = PlanSuggest.Reply(suggestion, of: contract)
        #expect(reply.changes == 1)
        try hold(reply, ReplyLine.encoded(reply).text)
    }

    @Test func whatIsSet() throws {
        let ticket = try desk().state.ticket(1)
        let view = PlanWorkView(try desk().state.work(of: ticket))
        try hold(
            PlanTicket.Reply(work: view, dryRun: true),
            #"{"work":\#(Self.work),"hours":[],"dry_run":true}"#)
        try hold(
            ApplySuggestion.Reply(
                contract: 1,
                changes: [ApplySuggestion.Change(ticket: 1, week: "2026-10-26"), .init(ticket: 2)]),
            #"{"contract":1,"changes":[{"ticket":1,"week":"2026-10-26"},{"ticket":2}]}"#)
    }
}
