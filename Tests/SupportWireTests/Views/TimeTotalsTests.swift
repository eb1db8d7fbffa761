import SupportModel
import SupportTestKit
import SupportWire
import Testing

/// The sums below a list of time entries.
struct TimeTotalsTests {
    @Test("by what covers them and by person; a void one counts nowhere")
    func sums() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Banner", onDemand: true))
        try desk.book("3h")
        try desk.book("2h", service: "development")
        try desk.perform(
            AddTime(ticket: 2, worked: "9h"), by: .user(uid: 1001, name: "emil"),
            acting: Acting(
                staff: "emil", capacity: .role(.engineer), permissions: Permission.all))
        try desk.book("1h")
        try desk.perform(VoidTime(entry: 4, reason: "twice"))
        let coverage = Coverage(of: try #require(desk.state.contracts[1]))
        let entries = desk.state.entries.values.map { ($0, coverage.split(of: $0.number)) }
        let totals = try #require(TimeTotals(entries))
        #expect(totals.entries == 3)
        #expect(
            ReplyLine.encoded(totals.sum).text
                == #"{"minutes":840,"from_package":180,"grouped":0,"extra":120,"on_demand":540}"#)
        #expect(totals.byPerson.map(\.staff) == ["emil", nil])
        #expect(totals.byPerson.map(\.by?.description) == [nil, "ann:1000"])
        #expect(totals.byPerson.map(\.sum.minutes) == ["9h", "5h"])
        #expect(TimeTotals([]) == nil)
    }
}
