import SupportClient
import SupportWire
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
                == #"{"v":1,"error":{"code":2,"message":"missing <ticket>","#
                + #""data":{"error":"usage","hint":"such as `supportc ticket close 12`"}}}"#
                + "\n")
    }

    @Test func verifyEndsWithOneWhereSomethingDiffers() {
        let differs =
            #"{"records":10,"cycles":1,"differences":[{"contract":3,"cycle":1,"#
            + #""text":"used 20h recorded, 19h computed"}]}"#
        #expect(Run("verify", result: differs).code == 1)
        #expect(Run("verify", "--json", result: differs).code == 1)
        #expect(Run("verify", "-q", result: differs).output == "3\n")
        let same = #"{"records":10,"cycles":1,"differences":[]}"#
        #expect(Run("verify", result: same).code == 0)
    }

    @Test("a socket that one may not open ends with 7 and names its group")
    func notPermitted() {
        let error = ClientFault.notPermitted(
            path: "/run/supportd/supportd.sock", why: "Permission denied", group: "agency"
        ).wireError
        #expect(error.code == .notPermitted)
        #expect(error.message == "you may not connect to supportd: Permission denied")
        #expect(error.data.hint?.contains("is for the group agency") ?? false)
        #expect(error.data.hint?.contains("usermod -aG agency") ?? false)
        let unseen = ClientFault.notPermitted(path: "/p", why: "w", group: nil).wireError
        #expect(unseen.code == .notPermitted)
        #expect(unseen.data.hint?.contains("run it as the user that supportd runs as") ?? false)
    }
}
