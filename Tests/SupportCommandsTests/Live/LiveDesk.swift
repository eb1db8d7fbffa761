import SupportCommands

/// A desk for the live screen, whose clock stands, and a run on a screen.
enum LiveDesk {
    /// Deadlines, wide characters, what a terminal would obey, and names of every length.
    static let queue: [String] =
        [
            place(1, 12, level: 1, "acme", "olena", "2026-11-23T18:40:00.000Z", "Checkout fails"),
            place(
                2, 1103, level: 2, "greenfield-logistics", nil, "2026-11-23T19:22:08.000Z",
                #"\u001b[31mRed\u001b[0m \u202e and reversed"#),
            place(
                3, 9, level: 4, "zoo", "bartholomew", "2026-12-04T07:00:00.000Z",
                "日本語のバナーを春の市に間に合わせて入れ替える件 🎉 naïve"),
            place(4, 10, level: 4, "zoo", nil, nil, String(repeating: "Long ", count: 40)),
        ] + (20..<40).map { place($0 - 15, $0, level: 3, "acme", nil, nil, "Number \($0)") }

    static func place(
        _ rank: Int, _ ticket: Int, level: Int, _ client: String, _ assignee: String?,
        _ due: String?, _ subject: String, version: Int = 50
    ) -> String {
        let deadline = due.map { #""deadline":{"kind":"resolution","at":"\#($0)"},"# } ?? ""
        let person = assignee.map { #""assignee":"\#($0)","# } ?? ""
        return #"{"rank":\#(rank),"reason":"r",\#(deadline)"ticket":{"ticket":\#(ticket),"#
            + #""client":"\#(client)","level":\#(level),"service":"bugs","#
            + #""subject":"\#(subject)","state":"open","source":"client",\#(person)"#
            + #""opened_at":"2026-11-20T07:00:00.000Z","opened_by":"alice:1000","#
            + #""version":\#(version)}}"#
    }

    static let status = StatusTests.status
        .replacing(#""test_clock":false"#, with: #""test_clock":true"#)
        .replacing(
            #""trouble":["#,
            with: #""hours":[\#(Samples.nearLimit)],"timers":[\#(Samples.timer)],"trouble":["#)

    static func person(_ permissions: String = #""read","work""#) -> String {
        #"{"uid":1000,"user":"alice","owner":false,"staff":"alice","roles":["engineer"],"#
            + #""permissions":[\#(permissions)],"only_reads":false}"#
    }

    static let ticket =
        #"{"ticket":\#(Samples.ticket),"body":"The cart is full, and then:\n\n  \u001b]0;x\u0007 500","#
        + #""history":[{"at":"2026-11-23T18:35:00.000Z","by":"bob:1001","text":"seen\nit too","#
        + #""note":true}],"entries":[\#(Samples.entry)]}"#

    /// What reads of the live screen are answered.
    static func answer(
        _ line: String, queue: [String] = queue, person: String = person()
    ) -> FakeDesk.Act? {
        func isFor(_ method: String) -> Bool { line.contains(#""method":"\#(method)""#) }
        if isFor("desk.status") { return .result(status) }
        if isFor("queue.list") {
            return .result(#"{"queue":[\#(queue.joined(separator: ","))],"more":false}"#)
        }
        if isFor("rights.whoami") { return .result(person) }
        if isFor("ticket.show") { return .result(ticket) }
        if isFor("events.watch") {
            return .lines([#"{"jsonrpc":"2.0","id":1,"seq":7,"result":{"since":7}}"#])
        }
        return nil
    }

    /// Runs the screen's script; gives how it ended, what was complained and what the desk got.
    static func run(
        _ screen: FakeScreen, _ desk: FakeDesk, coloured: Bool = false
    ) -> (code: Int32, errors: String, sent: [String]) {
        let console = FakeConsole()
        console.environment = ["SUPPORTD_SOCKET": desk.path, "TERM": "xterm"]
        if !coloured { console.environment["NO_COLOR"] = "1" }
        (console.outputIsTerminal, console.inputIsTerminal) = (true, true)
        let code = Supportc.run(
            ["status", "--live"], console: console, openScreen: { _ in screen })
        desk.stop()
        return (code, console.errors, desk.lines)
    }
}
