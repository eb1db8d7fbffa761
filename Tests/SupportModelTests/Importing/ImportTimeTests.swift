import SupportModel
import SupportTestKit
import Testing

/// Time entries out of a file: the rules of every booking, all or none, and each key once.
struct ImportTimeTests {
    private static let header = [
        "key", "ticket", "date", "minutes", "service", "note", "extra", "agreed_by", "reason",
    ]

    private func desk() throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-16T09:00:00Z", from: "2026-10-01")
    }

    private func time(_ lines: [String]...) -> ImportTime {
        ImportTime(rows: rows(Self.header, of: lines))
    }

    @Test("every row becomes an entry, in one record")
    func booked() throws {
        var desk = try desk()
        let before = desk.records.count
        try desk.perform(
            time(
                ["a-1", "1", "2026-10-05", "150", "", "Footer, \"new\"\nand old"],
                ["a-2", "1", "2026-10-05", "2h30m", "design"],
                ["a-3", "1", "2026-10-05", "17h", "", "", "", "mara", "the launch"],
                ["a-4", "1", "2026-10-06", "3h", "development", "", "yes"]))
        #expect(desk.records.count == before + 1)
        #expect(try desk.split(1) == "2h30m package, 0m extra")
        #expect(try desk.split(2) == "2h30m package, 0m extra")
        #expect(try desk.split(3) == "17h package, 0m extra")
        #expect(try desk.split(4) == "0m package, 3h extra")
        let entries = (1...4).compactMap { desk.state.entries[Identifier(after: $0 - 1)] }
        #expect(entries.map { $0.importKey?.text } == ["a-1", "a-2", "a-3", "a-4"])
        #expect(
            entries.map(\.service) == [
                "troubleshooting", "design", "troubleshooting", "development",
            ])
        #expect(entries[0].note == "Footer, \"new\"\nand old")
        #expect(entries[2].agreement == Agreement(by: "mara", reason: "the launch"))
        #expect(entries.map(\.extraAllowed) == [false, false, false, true])
        #expect(desk.state.tickets[1]?.entries.count == 4)
    }

    @Test("a row says who did the work, and one that says nothing leaves it as it is")
    func workers() throws {
        var desk = try desk()
        func file(_ staff: [String]) -> ImportTime {
            ImportTime(
                rows: rows(
                    ["key", "ticket", "date", "minutes", "staff"],
                    of: staff.enumerated().map { ["\($0)", "1", "2026-10-05", "30", $1] }))
        }
        try desk.perform(file(["emil", ""]))
        #expect(
            desk.state.entries.values.map(\.staff?.text).sorted { ($0 ?? "") < ($1 ?? "") } == [
                nil, "emil",
            ])
        #expect(try desk.perform(file(["", ""])).isEmpty)
        let refused = refusal(file(["mara", "nobody"]), on: desk)
        guard case .rowsRefused(let rows, _, _) = refused else {
            Issue.record("\(String(describing: refused))")
            return
        }
        #expect(rows.map(\.column) == ["staff", "staff"])
    }

    @Test("the weekly limit counts the rows above, and every row that fails is reported (R9, R10)")
    func everyRefusalIsReported() throws {
        let desk = try desk()
        let refused = refusal(
            time(
                ["1", "1", "2026-10-05", "15h"],
                ["2", "1", "2026-10-06", "6h"],
                ["3", "1", "2026-10-06", "5h"],
                ["4", "9", "2026-10-06", "5"],
                ["5", "1", "2026-10-17", "5"],
                ["6", "1", "2026-09-30", "5"],
                ["7", "1", "2026-13-01", "5"],
                ["8", "1", "2026-10-06", "0"],
                ["9", "1", "2026-10-06", "1", "gardening"],
                ["10", "1", "2026-10-06", "1", "", "", "", "emil", "he may not"],
                ["11", "1", "2026-10-06", "1", "", "", "perhaps"],
                ["12", "1", "2026-10-06", "1", "", "a\u{7}b"]), on: desk)
        #expect(
            rowWords(refused) == [
                "3 minutes: 2026-10-05 has 15h of 20h, room 5h, asked 6h, next none",
                "5 ticket: no ticket 9",
                "6 date: 2026-10-17 outside",
                "7 date: 2026-09-30 outside",
                "8 date: \"2026-13-01\" cannot be read",
                "9 minutes: the duration 0m cannot have been worked in one piece",
                "10 service: no service gardening",
                "11 agreed_by: emil is no manager",
                "12 extra: \"perhaps\" cannot be read",
                "13 note: the note holds a control character",
            ])
        guard case .rowsRefused(_, let count, let all) = refused else { return }
        #expect(count == 10 && all == 12)
    }

    @Test("what a row lacks, gives twice or gives for no column is reported with its place")
    func malformedRows() throws {
        let desk = try desk()
        let refused = refusal(
            ImportTime(rows: [
                ImportRow(line: 2, cells: ["key": "", "ticket": "1"]),
                ImportRow(line: 3, cells: ["key": "x", "ticket": "1", "minutes": "5"]),
                ImportRow(line: 4, cells: ["key": "y", "date": "2026-10-05", "minutes": "5"]),
                ImportRow(line: 5, cells: ["key": "z", "minuets": "5"]),
                ImportRow(line: 6, cells: ["key": String(repeating: "k", count: 129)]),
                ImportRow(
                    line: 7,
                    cells: ["key": "q", "ticket": "1", "date": "2026-10-05", "minutes": "1.5"]),
                ImportRow(
                    line: 8,
                    cells: [
                        "key": "r", "ticket": "1", "date": "2026-10-05", "minutes": "5",
                        "reason": "none",
                    ]),
                ImportRow(
                    line: 9,
                    cells: [
                        "key": "s", "ticket": "1", "date": "2026-10-05", "minutes": "5",
                        "agreed_by": "mara",
                    ]),
                ImportRow(
                    line: 10,
                    cells: [
                        "key": "q", "ticket_key": "T-1", "date": "2026-10-05", "minutes": "5",
                    ]),
            ]), on: desk)
        #expect(
            rowWords(refused) == [
                "2 key: the cell is empty",
                "3 date: the cell is empty",
                "4 ticket: the cell is empty, and so is ticket_key",
                "5 minuets: the column is not one of those that are imported",
                "6 key: \"\(String(repeating: "k", count: 40))…\" cannot be read",
                "7 minutes: \"1.5\" cannot be read",
                "8 agreed_by: the cell is empty, though a reason is given",
                "9 reason: the cell is empty, though somebody agreed",
                "10 ticket_key: the key T-1 is no imported ticket's",
            ])
    }

    @Test("twice is once, also after a void; other content under a known key is refused")
    func idempotent() throws {
        var desk = try desk()
        let first = time(["a", "1", "2026-10-05", "90", "", "n"], ["b", "1", "2026-10-05", "30"])
        try desk.perform(first)
        let image = desk.image
        #expect(try desk.perform(first).isEmpty)
        #expect(desk.image == image)
        try desk.perform(VoidTime(entry: 1, reason: "wrong client"))
        #expect(try desk.perform(first).isEmpty)
        try desk.perform(
            time(
                ["a", "1", "2026-10-05", "1h30m", "troubleshooting", "n"],
                ["c", "1", "2026-10-05", "5"]))
        #expect(desk.state.entries.count == 3)
        let refused = refusal(
            time(
                ["a", "1", "2026-10-05", "2h", "", "n"],
                ["b", "2", "2026-10-05", "30"],
                ["c", "1", "2026-10-06", "5", "design", "m", "yes"],
                ["d", "1", "2026-10-05", "5"], ["d", "1", "2026-10-05", "6"]), on: desk)
        #expect(
            rowWords(refused) == [
                "2 minutes: a made entry 1: 1h30m, not 2h",
                "3 ticket: b made entry 2: ticket 1, not 2",
                "4 date: c made entry 3: 2026-10-05, not 2026-10-06",
                "6 key: the key d stands on line 5 already",
            ])
    }

    @Test("an export of this desk imports as known, an export of another one as new")
    func exported() throws {
        var desk = try desk()
        try desk.book("1h", on: "2026-10-05")
        let header = ["key", "ticket", "ticket_key", "date", "minutes", "booked_by"]
        let here = rows(header, ["entry:1", "1", "ticket:1", "2026-10-05", "60", "ann:1000"])
        #expect(try desk.perform(ImportTime(rows: here)).isEmpty)
        try desk.perform(
            ImportTickets(
                rows: rows(
                    ["key", "client", "level", "subject"], ["ticket:1", "acme", "3", "Elsewhere"])))
        let elsewhere = rows(
            header, ["entry:1", "1", "ticket:1", "2026-10-06", "45", "bob:1001"],
            ["entry:7", "1", "ticket:1", "2026-10-06", "15", "bob:1001"])
        try desk.perform(ImportTime(rows: elsewhere))
        #expect(desk.state.entries.values.map(\.ticket.number).sorted() == [1, 2, 2])
        #expect(try desk.perform(ImportTime(rows: elsewhere)).isEmpty)
    }

    @Test("the most rows of one import, and one more")
    func mostRows() throws {
        var desk = try desk()
        // On demand: what a package's coverage costs is tested elsewhere.
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Footer", onDemand: true))
        let most = (0..<Limits.importRowsMax).map { place in
            ImportRow(
                line: place + 2,
                cells: ["key": "k\(place)", "ticket": "2", "date": "2026-10-05", "minutes": "1"])
        }
        // One event more opens the month.
        #expect(try desk.perform(ImportTime(rows: most)).count == Limits.importRowsMax + 1)
        let refused = refusal(ImportTime(rows: most + [most[0]]), on: desk)
        #expect(refused == .invalid(.rows, .row(.tooManyRows(Limits.importRowsMax + 1))))
    }

    @Test("the refusals that are listed are bounded, but all are counted")
    func mostRefusals() throws {
        for extra in [0, 1] {
            let count = Limits.rowRefusalsMax + extra
            let bad = (0..<count).map { ImportRow(line: $0 + 2, cells: [:]) }
            guard
                case .rowsRefused(let listed, let refused, let all) = refusal(
                    ImportTime(rows: bad), on: try desk())
            else { return #expect(Bool(false)) }
            #expect(listed.count == Limits.rowRefusalsMax && refused == count && all == count)
        }
    }

    @Test("a key has 1 to 128 bytes on one line")
    func keys() {
        let most = Limits.importKeyBytesMax
        for (text, fits) in [
            ("a", true), (String(repeating: "k", count: most), true),
            (String(repeating: "k", count: most + 1), false), ("", false), (" ", false),
            ("a\nb", false), ("a\u{2028}b", false), ("ä 7/3", true),
        ] {
            #expect((ImportKey(text) != nil) == fits, "\(text)")
        }
    }
}
