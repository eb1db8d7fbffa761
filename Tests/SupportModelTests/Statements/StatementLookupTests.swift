import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// Which statement is meant.
struct StatementLookupTests {
    private func cycle(_ reference: CycleReference?, _ desk: DeskFixture) throws -> Int {
        let contract = try #require(desk.state.contracts[1])
        return try desk.state.statement(of: contract, cycle: reference, titles: [:]).cycle.index + 1
    }

    @Test("unless said it is the cycle that closed last, before any has closed the open one")
    func unlessSaid() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        #expect(try cycle(nil, desk) == 1)
        try desk.advance(to: "2026-12-05T09:00:00Z")
        #expect(try cycle(nil, desk) == 2)
        try desk.advance(to: "2028-01-01T00:00:00Z")
        #expect(try cycle(nil, desk) == 12, "also once the contract has ended")
    }

    @Test("a cycle's name is written as it is read", arguments: ["3", "2026-09", "2026-10"])
    func isWrittenAsRead(name: String) { #expect(CycleReference(name)?.description == name) }

    @Test("a cycle is named by its number or by the month in which it begins")
    func byNumberAndMonth() throws {
        var desk = try DeskFixture.starter(at: "2026-10-15T09:00:00Z", from: "2026-10-15")
        try desk.advance(to: "2026-11-20T09:00:00Z")
        for (text, number) in [("1", 1), ("2", 2), ("2026-10", 1), ("2026-11", 2)] {
            let reference = try #require(CycleReference(text))
            #expect(try cycle(reference, desk) == number)
            #expect(reference.description == text)
        }
    }

    @Test("a cycle that there is not, or not yet, is refused with those that there are")
    func unknown() throws {
        var desk = try DeskFixture.starter(at: "2026-10-15T09:00:00Z", from: "2026-10-15")
        try desk.advance(to: "2026-11-20T09:00:00Z")
        let known = try #require(desk.state.contracts[1]).cycles
        #expect(known.map(\.index) == [0, 1])
        for text in ["3", "12", "2026-09", "2026-12", "0001-01", "9223372036854775807"] {
            let reference = try #require(CycleReference(text))
            #expect(throws: Refusal.unknownCycle(1, reference, known: known)) {
                try cycle(reference, desk)
            }
        }
    }

    @Test(arguments: [
        "", "0", "-1", "+1", "1.5", "2026", "2026-", "2026-1", "2026-13", "2026-00", "2026-10-01",
        "26-10", "next", " 3", "99999999999999999999",
    ])
    func whatIsNoCycle(text: String) {
        guard text != "2026" else {
            #expect(CycleReference(text) == .number(2026))
            return
        }
        #expect(CycleReference(text) == nil)
    }

    /// From the 30th; cycle 2 would begin on 28 February, but rests for that day: it begins on
    /// 1 March, all boundaries move by a day, and cycle 3 begins on 31 March.
    @Test(
        "two cycles that begin in one month differ by number; a month without one is unknown"
    )
    func twoInAMonth() throws {
        var desk = try DeskFixture.starter(at: "2027-01-30T09:00:00Z", from: "2027-01-30")
        try desk.perform(
            SuspendContract(
                contract: .number(1), from: "2027-02-28", until: "2027-03-01", reason: "moving"))
        try desk.advance(to: "2027-04-10T09:00:00Z")
        let cycles = try #require(desk.state.contracts[1]).cycles
        #expect(cycles.map(\.from) == ["2027-01-30", "2027-03-01", "2027-03-31"])
        let march = CycleReference.month(year: 2027, month: 3)
        #expect(throws: Refusal.cycleAmbiguous(1, march, found: Array(cycles.dropFirst()))) {
            try cycle(march, desk)
        }
        #expect(try cycle(.number(2), desk) == 2)
        let february = CycleReference.month(year: 2027, month: 2)
        #expect(throws: Refusal.unknownCycle(1, february, known: cycles)) {
            try cycle(february, desk)
        }
    }

    @Test("a cycle whose journal kept no statement has one made of what it froze")
    func remade() throws {
        var desk = try DeskFixture.quietMonth()
        let kept = try #require(desk.closed().first?.statement)
        let image = try LineJSONEncoder.encode(StateImage(desk.state))
        var text = String(decoding: image, as: UTF8.self)
        let start = try #require(text.firstRange(of: #","statement":{"#)).lowerBound
        let closing = #""closed_at":"2026-11-01T00:00:00.000Z"}"#
        let end = try #require(text[start...].firstRange(of: closing)).upperBound
        text.removeSubrange(start..<end)
        let read = try StrictJSONDecoder.decode(
            StateImage.self, from: try JSONDocument(text: text).root, unknownMembers: .refused)
        desk = DeskFixture(at: desk.now, state: State(read))
        #expect(desk.closed().first?.statement == nil)
        let contract = try #require(desk.state.contracts[1])
        let made = try desk.state.statement(
            of: contract, cycle: nil, titles: ["design": "Not the title of that day"])
        var expected = kept
        expected.format = 0
        expected.clientTitle = "acme"
        expected.work = kept.work.map { line in
            var line = line
            line.title = line.service.text
            return line
        }
        #expect(made == expected)
    }
}
