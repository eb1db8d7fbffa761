import Testing

/// Every class of error ends with its own code, whatever the output.
struct ExitCodeTests {
    private static func error(_ code: Int) -> String {
        #"{"code":\#(code),"message":"contract 3 refused\u001b[2J","data":{"error":"weekly-limit","#
            + #""hint":"book less","figures":{"room_minutes":"30"},"later":1}}"#
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
    func anErrorOfTheDeskDecides(code: Int) {
        let desk = FakeDesk { _, _ in .error(Self.error(code)) }
        let run = Run(["time", "add", "12", "1h"], desk: desk)
        #expect(run.code == Int32(code))
        #expect(
            run.errors == "supportc: contract 3 refused\\u{1b}[2J\n  -> book less\n")
        #expect(run.output.isEmpty)
    }

    @Test func withJSONTheErrorIsADocumentOnStandardError() {
        let desk = FakeDesk { _, _ in .error(Self.error(1)) }
        let run = Run(["--json", "time", "add", "12", "1h"], desk: desk)
        #expect(run.code == 1)
        #expect(
            run.errors
                == #"{"v":1,"error":{"code":1,"message":"contract 3 refused\u001b[2J","data":"#
                + #"{"error":"weekly-limit","hint":"book less","#
                + #""figures":{"room_minutes":"30"}}}}"# + "\n")
        #expect(run.output.isEmpty)
    }

    @Test func quietErrorsAreStillReported() {
        let desk = FakeDesk { _, _ in .error(Self.error(3)) }
        let run = Run(["-q", "ticket", "show", "99"], desk: desk)
        #expect(run.code == 3)
        #expect(run.errors.hasPrefix("supportc: contract 3 refused"))
    }

    @Test func wrongUsageWithJSONIsADocumentToo() {
        let run = Run("ticket", "close", "--json")
        #expect(run.code == 2)
        #expect(
            run.errors
                == #"{"v":1,"error":{"code":2,"message":"Missing expected argument '<ticket>'","#
                + #""data":{"error":"usage","hint":"`supportc ticket close --help` shows how"}}}"#
                + "\n")
    }

    @Test func verifyEndsWithOneWhereSomethingDiffers() {
        let differs =
            #"{"records":10,"cycles":1,"differences":[{"contract":3,"cycle":0,"#
            + #""text":"used 20h recorded, 19h computed"}]}"#
        #expect(Run("verify", result: differs).code == 1)
        #expect(Run("verify", "--json", result: differs).code == 1)
        #expect(Run("verify", "-q", result: differs).output == "3\n")
        let same = #"{"records":10,"cycles":1,"differences":[]}"#
        #expect(Run("verify", result: same).code == 0)
    }
}
