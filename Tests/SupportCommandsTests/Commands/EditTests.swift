import Testing

/// `time edit`, `contract terminate --cancel`, and the sums below `time list`.
struct EditTests {
    private static let old =
        #"{"entry":41,"ticket":12,"date":"2026-11-23","minutes":150,"service":"bugs","#
        + #""emergency":false,"booked_at":"2026-11-23T18:40:00.000Z","booked_by":"ann:1000","#
        + #""voided_at":"2026-11-24T08:00:00.000Z","void_reason":"a break","version":9}"#
    private static let new =
        #"{"entry":57,"ticket":12,"date":"2026-11-23","minutes":120,"rate":"#
        + #"{"minor_units":9500,"currency":"EUR"},"service":"bugs","note":"n","emergency":false,"#
        + #""replaces":41,"booked_at":"2026-11-24T08:00:00.000Z","booked_by":"ann:1000","version":9}"#
    private static let due =
        #"{"client":"acme","month":"2026-11","before":[{"minor_units":23750,"currency":"EUR"}],"#
        + #""after":[{"minor_units":19000,"currency":"EUR"}]}"#

    private func reply(dryRun: Bool) -> String {
        #"{"voided":\#(Self.old),"entry":\#(Self.new),"changes":[{"field":"minutes","from":"2h30m","#
            + #""to":"2h"},{"field":"note","to":"n"}],"dry_run":\#(dryRun),"on_demand":\#(Self.due)}"#
    }

    @Test func anEditShowsBothNumbersAndWhatChanged() {
        let arguments = ["time", "edit", "41", "--duration", "2h", "--note", "n", "--reason", "r"]
        let run = Run(arguments, desk: FakeDesk(result: reply(dryRun: false)))
        #expect(run.params == #"{"entry":41,"reason":"r","minutes":120,"note":"n"}"#)
        #expect(
            run.output == """
                entry 41 voided, entry 57 booked instead: 2h on ticket 12, 2026-11-23, bugs
                  changed    work 2h30m to 2h, the note
                  covered    on demand, at 95.00 EUR an hour = 190.00 EUR
                  statement  2026-11 of acme, on demand, comes to 190.00 EUR, before 237.50 EUR

                """)
        let trial = Run(arguments + ["--dry-run"], desk: FakeDesk(result: reply(dryRun: true)))
        #expect(trial.output.hasPrefix("entry 41 would be voided and booked anew: 2h on ticket 12"))
        #expect(trial.output.hasSuffix("\nnothing was changed\n"))
        let quiet = Run(arguments + ["-q"], desk: FakeDesk(result: reply(dryRun: false)))
        #expect(quiet.output == "57\n")
    }

    @Test(arguments: [
        (
            "time edit 41 --reason r",
            "name what is to be another: --duration, --on, --service, --note, --extra or --agreed-by"
        ),
        (
            "contract terminate 3 --cancel --reason r",
            "--cancel takes back what was planned; give it alone"
        ),
        (
            "contract terminate 3",
            "missing --reason <text>; say why, or take a termination back with --cancel"
        ),
        (
            "statement 3 --month 2026-11",
            "--month shows a client's work on demand: name the client instead of contract 3"
        ),
        (
            "statement acme --month 2026-11 --cycle 3",
            "--month is for work on demand and --cycle for a contract; choose one"
        ),
        (
            "time list --contract 3 --on-demand",
            "--on-demand and --contract do not go together; choose one"
        ),
    ])
    func whatDoesNotGoTogetherIsRefused(line: String, why: String) {
        let run = Run(line.split(separator: " ").map(String.init), desk: FakeDesk(result: "{}"))
        #expect(run.code == 2)
        #expect(run.said.contains(why), "\(run.errors)")
        #expect(run.sent.isEmpty)
    }

    @Test func aListEndsWithItsSums() {
        let sums =
            #"{"entries":2,"sum":{"minutes":270,"from_package":150,"grouped":0,"extra":0,"#
            + #""on_demand":120},"by_person":[{"by":"ann:1000","sum":{"minutes":150,"#
            + #""from_package":150,"grouped":0,"extra":0,"on_demand":0}},{"by":"emil:1001","sum":"#
            + #"{"minutes":120,"from_package":0,"grouped":0,"extra":0,"on_demand":120}}]}"#
        let run = Run(
            "time", "list", "--client", "acme", "--month", "2026-11",
            result: #"{"entries":[\#(Self.new)],"more":true,"totals":\#(sums)}"#)
        #expect(run.params == #"{"client":"acme","month":"2026-11"}"#)
        #expect(
            run.output.hasSuffix(
                """

                sums
                PERSON          WORK  PACKAGE  ON DEMAND
                ann:1000       2h30m    2h30m
                emil:1001         2h                  2h
                all 2 entries  4h30m    2h30m         2h

                """), "\(run.output)")
    }
}
