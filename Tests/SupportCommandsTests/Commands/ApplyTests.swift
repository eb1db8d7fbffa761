import Testing

/// `supportc apply`: what is sent of a file, and what people see of the answer.
struct ApplyTests {
    private static let text = "[[staff]]\nname = \"mia\"\n"
    private static let done = #"""
        {"changes":[{"kind":"staff","name":"mia","what":"added","details":[\#
        {"field":"role","to":"manager"},{"field":"mail","to":"m@a.example"}]},\#
        {"kind":"client","name":"acme","what":"changed","details":[\#
        {"field":"title","from":"Acme","to":"Acme Ltd"},{"field":"mails","from":"a@b.c"}]},\#
        {"kind":"client","name":"boot","what":"unchanged","details":[]},\#
        {"kind":"contract","name":"3","client":"acme","what":"changed","details":[\#
        {"field":"package","from":"starter","to":"standard"}],"granted":1200},\#
        {"kind":"contract","name":"4","client":"acme","project":"shop","what":"changed","details":[\#
        {"field":"package","from":"standard","to":"starter"}],"holds_from":"2026-12-01"},\#
        {"kind":"contract","name":"2","client":"boot","what":"unchanged","details":[],\#
        "ended":true}],"dry_run":false}
        """#

    private func run(_ arguments: String..., result: String = done) -> Run {
        Run(["apply", "-f", "a.toml"] + arguments, desk: FakeDesk(result: result)) {
            $0.files["a.toml"] = Array(Self.text.utf8)
        }
    }

    @Test func theTextAndTheNameAreSent() {
        #expect(
            run("--dry-run").params
                == #"{"file":"a.toml","text":"[[staff]]\nname = \"mia\"\n","dry_run":true}"#)
        let piped = Run("apply", "--file", "-", result: Self.done) {
            $0.input = Array("\u{FEFF}[[staff]]\r\n".utf8)
        }
        #expect(
            piped.params == "{\"file\":\"standard input\",\"text\":\"\u{FEFF}[[staff]]\\r\\n\"}")
    }

    @Test func theDifferenceIsALineForEachThing() {
        let shown = """
            + staff mia: role manager, mail m@a.example
            ~ client acme: title Acme -> Acme Ltd, mails a@b.c -> nothing
            ~ contract 3 (acme): package starter -> standard, upgrade now: 20h granted
            ~ contract 4 (acme, shop): package standard -> starter, \
            downgrade with the next cycle, from 2026-12-01
            2 as described already, 1 contract ended since

            """
        #expect(run().output == shown)
        #expect(run().code == 0)
        let dry = Self.done.replacing("\"dry_run\":false", with: "\"dry_run\":true")
        #expect(run("--dry-run", result: dry).output == shown + "nothing was changed\n")
        #expect(run("-q").output == "mia\nacme\n3\n4\n")
        #expect(run("--json").output.hasPrefix(#"{"v":1,"changes":[{"kind":"staff""#))
    }

    @Test func aContractBesideAnotherIsReported() {
        let beside =
            #"{"changes":[{"kind":"contract","name":"4","client":"acme","what":"changed","#
            + #""details":[{"field":"extra","from":"allow","to":"ask"}],"beside":[3]}],"#
            + #""dry_run":false}"#
        #expect(
            run(result: beside).output.hasPrefix(
                "~ contract 4 (acme): extra allow -> ask, beside contract 3 for the same project "
                    + "(each is billed)\n"))
    }

    @Test func cyclesThatAreOverAreBilledAtOnce() {
        let total = #"{"minor_units":108000,"currency":"EUR"}"#
        let closing =
            #"{"cycle":1,"from":"2026-01-05","to":"2026-02-05","expired":2400,"total":\#(total)}"#
        let answer =
            #"{"changes":[{"kind":"contract","name":"4","client":"acme","what":"added","#
            + #""details":[{"field":"package","to":"starter"}],"closing":[\#(closing),"#
            + #"\#(closing)]}],"dry_run":true}"#
        #expect(
            run(result: answer).output.hasPrefix(
                "+ contract 4 (acme): package starter, 2 cycles over and closed at once "
                    + "(billed: 1080.00 EUR, 1080.00 EUR)\n"))
    }

    @Test func nothingToChange() {
        let none =
            #"{"changes":[{"kind":"staff","name":"mia","what":"unchanged","details":[]}],"dry_run":false}"#
        #expect(run(result: none).output == "nothing to change\n1 as described already\n")
        #expect(run(result: none).code == 0)
        #expect(run("-q", result: none).output.isEmpty)
    }

    @Test func mistakesAreALineEach() {
        let error =
            #"{"code":2,"message":"a.toml has 2 mistakes, so nothing was changed","data":"#
            + #"{"error":"malformed-tables","hint":"mend the file","errors":["#
            + #"{"line":7,"column":"staff[0].role","error":"malformed-tables","message":"no","#
            + #""hint":"give one"},{"line":8,"error":"malformed-tables","message":"worse"}]}}"#
        let run = Run(["apply", "-f", "a.toml"], desk: FakeDesk { _, _ in .error(error) }) {
            $0.files["a.toml"] = Array(Self.text.utf8)
        }
        #expect(run.code == 2)
        #expect(
            run.errors == """
                supportc: a.toml has 2 mistakes, so nothing was changed
                line 7, staff[0].role: no -> give one
                line 8: worse
                  -> mend the file

                """)
    }

    @Test func whatCannotBeReadIsNotSent() {
        #expect(Run("apply").code == 2)
        let missing = Run("apply", "-f", "b.toml")
        #expect(missing.code == 2)
        #expect(
            missing.errors == "supportc: cannot read b.toml: No such file or directory\n"
                + "  -> name a file that you may read\n")
        let bytes = Run("apply", "-f", "a.toml") { $0.files["a.toml"] = [35, 10, 35, 255, 10] }
        #expect(bytes.code == 2)
        #expect(bytes.sent.isEmpty)
        #expect(bytes.errors.contains("\nline 2: the line is not text in UTF-8 -> save it as"))
        for (count, code) in [(1_048_576, 0), (1_048_577, 2)] as [(Int, Int32)] {
            let run = Run("apply", "-f", "a.toml", result: Self.done) {
                $0.files["a.toml"] = [UInt8](repeating: 10, count: count)
            }
            #expect(run.code == code)
        }
    }
}
