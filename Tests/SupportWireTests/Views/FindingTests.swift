import SupportModel
import SupportTestKit
import SupportWire
import Testing

/// Findings as the protocol has them.
struct FindingTests {
    @Test("a finding has its members, and leaves out what there is nothing of")
    func members() throws {
        let reply = DeskExamine.Reply(
            at: "2026-10-05T09:00:00Z",
            findings: [
                .stateReadOnly("/s"),
                Finding(.mail, .fine, "mail-addresses", "m", figures: ["staff": "2"]),
            ])
        #expect(
            ReplyLine.encoded(reply).text == """
                {"at":"2026-10-05T09:00:00.000Z","findings":[{"area":"disk","verdict":"problem",\
                "code":"state-read-only","message":"the file system of /s is mounted read-only",\
                "hint":"dmesg says whether the kernel did that after an error of the disk; mount it \
                again with the right to write"},{"area":"mail","verdict":"fine",\
                "code":"mail-addresses","message":"m","figures":{"staff":"2"}}]}
                """)
    }

    @Test("findings are read by area, in each the worst first, and in their order otherwise")
    func order() {
        let findings = [
            Finding(.disk, .fine, "a", ""), Finding(.config, .unknown, "b", ""),
            Finding(.disk, .problem, "c", ""), Finding(.config, .advice, "d", ""),
            Finding(.disk, .problem, "e", ""),
        ]
        #expect(findings.sortedForReading.map(\.code) == ["d", "b", "c", "e", "a"])
        #expect(Verdict.allCases.filter(\.asksForChange) == [.problem, .advice])
    }

    @Test("one and many are said rightly")
    func numbers() {
        #expect(
            Finding.secretsClosed(1, of: 3).message == "of 3 secrets 1 does not open")
        #expect(Finding.keyWorks(2, mark: "ab").message == "2 secrets open with key ab")
        #expect(Finding.configWrong("x", more: 0).message.hasSuffix("configuration: x"))
        #expect(Finding.configRead(0, at: "2026-10-05T09:00:00Z").message.hasPrefix("no file, so "))
        #expect(
            Finding.workerMissing(
                WorkerStanding(connected: false, since: "2026-10-05T09:00:00Z"), monitors: 2
            ).message
                == "no worker is connected since 2026-10-05 09:00Z, and 2 monitors are not probed"
        )
        #expect(
            Finding.unanswered(.rights, seconds: 10).message.hasPrefix(
                "it could not be seen within"))
    }
}
