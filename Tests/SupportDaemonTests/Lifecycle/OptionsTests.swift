import SupportDaemon
import SupportModel
import Testing

struct OptionsTests {
    @Test func aTestClockStandsAtAnInstant() throws {
        #expect(try DaemonProgram.Options().testClock == nil)
        let options = try DaemonProgram.Options(testClock: "2026-11-01T00:00:00Z")
        #expect(options.testClock == Instant("2026-11-01T00:00:00Z"))
        #expect(options.testClock != nil)
    }

    @Test(arguments: ["", "now", "2026-11-01", "2026-11-01T00:00:00"])
    func anythingElseIsRefusedByName(text: String) throws {
        let fault = #expect(throws: DaemonFault.self) {
            try DaemonProgram.Options(testClock: text)
        }
        #expect(fault?.exit == .usage)
        #expect(fault?.description.hasPrefix("--test-clock: \(text) is not an instant") == true)
    }

    @Test func aSocketForWorkersIsSomebodys() throws {
        let fault = #expect(throws: DaemonFault.self) {
            try DaemonProgram.Options(workerSocket: "/x")
        }
        #expect(fault?.exit == .usage)
        #expect(fault?.description.hasPrefix("--worker-socket takes --worker-user") == true)
        #expect(try DaemonProgram.Options(workerUser: "a", workerSocket: "/x").workerUser == "a")
    }

    @Test func aNewDeskIsAskedForInOneWay() throws {
        #expect(try DaemonProgram.Options(makesDesk: true).newDesk == .given)
        #expect(try DaemonProgram.Options(orderFile: "/x").newDesk == .file("/x"))
        let fault = #expect(throws: DaemonFault.self) {
            try DaemonProgram.Options(makesDesk: true, orderFile: "/x")
        }
        #expect(fault?.exit == .usage)
        #expect(fault?.description.hasPrefix("--init and --init-if exclude each other") == true)
    }
}
