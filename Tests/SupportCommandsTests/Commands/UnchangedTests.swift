import Testing

/// What is so already is said in one sentence, and is no failure.
struct UnchangedTests {
    private static let ticket = String(Samples.ticket.dropLast()) + #","unchanged":true}"#
    private static let monitor = String(Samples.monitor.dropLast()) + #","unchanged":true}"#

    @Test(arguments: [
        ("ticket assign 12 olena", ticket, "ticket 12 is assigned to "),
        ("ticket level 12 1", ticket, "ticket 12 is level 1 "),
        ("ticket resolve 12", ticket, "ticket 12 is resolved "),
        ("ticket close 12", ticket, "ticket 12 is closed "),
        ("monitor pause acme-shop", monitor, "monitor acme-shop is paused "),
        ("monitor resume acme-shop", monitor, "monitor acme-shop runs "),
    ])
    func isSaid(words: String, reply: String, sentence: String) {
        let run = Run(line: words, result: reply)
        #expect(run.output.hasPrefix(sentence), "\(run.output)\(run.errors)")
        #expect(run.output.hasSuffix(" already; nothing was changed\n"))
        #expect(run.output.split(separator: "\n").count == 1)
        #expect(run.code == 0)
        let json = Run(line: words + " --json", result: reply)
        #expect(json.output.contains(#""unchanged":true"#))
    }

    @Test(
        "what was given with a change that was none is not kept, and that is said",
        arguments: [
            ("ticket level 12 1 --reason worse", ticket, "reason"),
            ("ticket resolve 12 --note done", ticket, "note"),
            ("monitor pause acme-shop --reason moving", monitor, "reason"),
        ])
    func isNotKept(words: String, reply: String, what: String) {
        let run = Run(line: words, result: reply)
        #expect(
            run.output.hasSuffix(" already; nothing was changed, and the \(what) was not kept\n"),
            "\(run.output)\(run.errors)")
        #expect(run.code == 0)
    }
}
