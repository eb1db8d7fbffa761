import Testing

/// `supportc wait ticket` follows the records and looks at the ticket again after each about it.
struct WaitTests {
    private static func ticket(_ state: String) -> FakeDesk.Act {
        .result(
            """
            {"ticket":\(Samples.ticket.replacing(#""state":"active""#, with: #""state":"\#(state)""#)),\
            "body":"","history":[],"entries":[]}
            """)
    }

    private static func event(_ seq: Int, about ticket: Int) -> String {
        let event = #"{"type":"ticket.noted","summary":"s","ticket":\#(ticket),"event":{}}"#
        return #"{"jsonrpc":"2.0","method":"events.record","params":{"seq":\#(seq),"#
            + #""at":"2026-11-23T18:32:54.000Z","by":"alice:1000","events":[\#(event)]}}"#
    }

    /// A desk on which ticket 12 has these states one after the other, and that tells of changes.
    private static func desk(
        _ states: String..., records: [String] = [event(8, about: 12), event(9, about: 12)]
    ) -> FakeDesk {
        FakeDesk { line, connection in
            guard connection > 1 else {
                return .lines([#"{"jsonrpc":"2.0","id":1,"seq":7,"result":{"since":7}}"#] + records)
            }
            return ticket(states[min(connection - 2, states.count - 1)])
        }
    }

    private static func run(_ desk: FakeDesk, _ state: String, _ more: String...) -> Run {
        Run(["wait", "ticket", "12", "--for", state] + more, desk: desk)
    }

    @Test("a ticket that is so already is not waited for")
    func atOnce() {
        let run = Self.run(Self.desk("resolved"), "resolved")
        #expect(run.output == "ticket 12 is resolved: Checkout fails with 500\n")
        #expect(run.code == 0)
        #expect(run.sent.count == 2)
        #expect(run.sent.first?.contains(#""method":"events.watch""#) == true)
        #expect(Self.run(Self.desk("closed"), "resolved", "-q").output == "12\n")
        let json = Self.run(Self.desk("active"), "active", "--json")
        #expect(json.output.hasPrefix(#"{"v":1,"ticket":{"ticket":12,"#) && json.code == 0)
    }

    @Test("it is looked at again after each record about it, and after no other")
    func later() {
        let records = [
            Self.event(8, about: 11), Self.event(9, about: 12), Self.event(10, about: 3),
            Self.event(11, about: 12),
        ]
        let run = Self.run(Self.desk("open", "active", "closed", records: records), "closed")
        #expect(run.output == "ticket 12 is closed: Checkout fails with 500\n")
        #expect(run.code == 0)
        #expect(run.sent.count { $0.contains("ticket.show") } == 3)
    }

    @Test("a ticket that is closed becomes nothing else, which ends with 3")
    func inVain() {
        let run = Self.run(Self.desk("open", "closed"), "active")
        #expect(run.code == 3 && run.output.isEmpty)
        #expect(
            run.errors == """
                supportc: ticket 12 is closed, and not active
                  -> supportc ticket reopen 12 opens it again

                """)
        let json = Self.run(Self.desk("closed"), "open", "--json")
        #expect(json.errors.hasPrefix(#"{"v":1,"error":{"code":3,"#))
        #expect(json.errors.contains(#""error":"wait-in-vain""#))
    }

    @Test("one that is not so in time ends with 6")
    func late() {
        let run = Self.run(Self.desk("resolved", records: []), "closed", "--within", "50ms")
        #expect(run.code == 6 && run.output.isEmpty)
        #expect(run.said.contains("ticket 12 is resolved still, and not closed; wait longer"))
    }

    @Test("a state that is none, and none at all, are refused before anything is asked")
    func mistyped() {
        let desk = Self.desk("open")
        #expect(Self.run(desk, "done").code == 2)
        #expect(Run(["wait", "ticket", "12"], desk: Self.desk("open")).code == 2)
        #expect(desk.lines.isEmpty)
    }
}
