import SupportJSON
import SupportSystem
import SupportTestKit
import Testing

/// Files through the real programs: in, twice, refused, out, and into another desk.
struct ImportTests {
    @Test("a file is booked once, all or nothing, also over a restart")
    func allOrNothing() throws {
        let desk = try RunningDesk(.init(clock: "2026-01-16T12:00:00Z"))
        try desk.client().sign()
        let path = "\(desk.directory)/time.csv"
        try desk.write(
            "\u{FEFF}key,ticket,date,minutes,note\r\n"
                + "a,1,2026-01-05,15h,\"Footer,\r\nnew and \"\"old\"\"\"\r\n"
                + "b,1,2026-01-06,6h,\r\nc,1,2026-01-12,90,\r\nd,1,2026-02-30,1,\r\n", to: path)
        let refused = try desk.supportc("import", "time", path)
        #expect(refused.0 == 1)
        #expect(refused.1.contains("supportc: 2 of 4 rows were refused, so nothing was changed\n"))
        #expect(refused.1.contains("\nline 4, column minutes: 6h would pass the weekly limit (R9)"))
        #expect(refused.1.contains("\nline 6, column date: \"2026-02-30\" cannot be read -> write"))
        #expect(try desk.supportc("time", "list").1.contains("no time entries"))

        try desk.write(
            "key,ticket,date,minutes,note\na,1,2026-01-05,15h,\"Footer,\r\nnew and \"\"old\"\"\"\n"
                + "b,1,2026-01-06,5h,\nc,1,2026-01-12,90,\n", to: path)
        #expect(
            try desk.supportc("import", "time", path, "--dry-run").1.hasSuffix(
                "nothing was changed\n"))
        #expect(
            try desk.supportc("import", "time", path).1.hasPrefix("3 time entries booked: 1-3\n"))
        let log = try desk.client().wholeLog().count
        try desk.restart()
        let again = try desk.supportc("import", "time", path)
        #expect(again.0 == 0)
        #expect(
            again.1 == "0 time entries booked\n3 time entries there already, left alone\n")
        #expect(try desk.client().wholeLog().count == log)
        #expect(
            try desk.client().result("hours.show", #"{"contract":"1"}"#).at("used")?.int == 1290)
        #expect(try desk.supportc("import", "time", "\(desk.directory)/none.csv").0 == 2)
        try desk.write("key;ticket\n", to: path)
        #expect(try desk.supportc("import", "time", path).0 == 2)
    }

    @Test("the longest import is one record of the real journal, and one answer")
    func longest() throws {
        let desk = try RunningDesk(.init(clock: "2026-01-16T12:00:00Z"))
        let client = try desk.client()
        try client.addPeople()
        try client.result(
            "ticket.open", #"{"client":"acme","level":4,"subject":"s","on_demand":true}"#)
        let before = try client.call("desk.status").seq ?? 0
        let rows = (1...2000).map { "k\($0),1,2026-01-05,1,\"work, piece \($0)\"\n" }.joined()
        let path = "\(desk.directory)/most.csv"
        try desk.write("key,ticket,date,minutes,note\n" + rows, to: path)
        #expect(
            try desk.supportc("import", "time", path).1 == """
                2000 time entries booked: 1-2000
                2026-01 of acme, on demand, comes to 3166.67 EUR, before 0.00 EUR

                """)
        #expect(try client.call("desk.status").seq == before + 1)
        let exported = try desk.supportc("export", "time", "-q").1
        #expect(exported == (1...2000).map { "\($0)\n" }.joined(), "two pages, none left out")
        try desk.restart()
        #expect(try desk.client().result("desk.verify").at("differences")?.array.isEmpty == true)
        #expect(
            try desk.supportc("import", "time", path).1.hasPrefix("0 time entries booked\n2000 "))
    }

    @Test(
        "what one desk exports another imports, in either form, and knows it again",
        arguments: [
            "csv", "jsonl",
        ])
    func fromDeskToDesk(format: String) throws {
        let (one, other) = (
            try RunningDesk(.init(clock: "2026-01-16T12:00:00Z")),
            try RunningDesk(.init(clock: "2026-01-16T12:00:00Z"))
        )
        try one.client().sign()
        let client = try one.client()
        try client.result(
            "ticket.open",
            #"{"client":"acme","level":4,"subject":"=cmd|' /C calc'!A0","body":"a\r\n\"b\",c"}"#)
        for (minutes, more) in [(90, #","note":"-1\tx""#), (45, #","extra":true"#), (30, "")] {
            _ = try client.book(minutes, on: "2026-01-07", more)
        }
        try client.result("time.void", #"{"entry":3,"reason":"twice"}"#)
        try other.client().addPeople()
        try other.client().result(
            "contract.sign",
            #"{"client":"acme","package":"starter","from":"2026-01-05","months":12,"manager":"mia"}"#
        )
        try other.client().result(
            "ticket.open", #"{"client":"acme","level":4,"subject":"other"}"#)

        for (what, count) in [("tickets", 2), ("time", 2)] {
            let path = "\(one.directory)/\(what).\(format)"
            let exported = try one.supportc("export", what, "--format", format)
            #expect(exported.0 == 0)
            try one.write(exported.1, to: path)
            let there = try one.supportc("import", what, path)
            #expect(there.0 == 0 && there.1.contains("\(count) ti"), "\(there.1)")
            #expect(there.1.hasPrefix("0 "), "\(there.1)")
            let new = try other.supportc("import", what, path)
            #expect(new.0 == 0 && new.1.hasPrefix("\(count) "), "\(new.1)")
            #expect(try other.supportc("import", what, path).1.hasPrefix("0 "))
        }
        let ticket = try other.client().result("ticket.show", #"{"ticket":3}"#)
        #expect(ticket.at("body")?.string == "a\r\n\"b\",c")
        #expect(ticket.at("ticket", "subject")?.string == "=cmd|' /C calc'!A0")
        let entries = try other.client().result("time.list").at("entries")?.array ?? []
        #expect(entries.compactMap { $0.at("ticket")?.int } == [2, 2])
        #expect(entries.compactMap { $0.at("note")?.string } == ["-1\tx"])
    }
}
