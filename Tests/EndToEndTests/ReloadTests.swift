import Glibc
import SupportTestKit
import Testing

/// The configuration: at the start, and read again while the desk runs.
struct ReloadTests {
    private static func packages(_ hours: String) -> String {
        """
        [daemon]
        start_worker = false
        [[package]]
        name = "starter"
        title = "Starter"
        hours = \(hours)
        monthly_fee = "100.00"
        extra_rate = "10.00"
        """
    }

    @Test(
        "SIGHUP takes up a good file, keeps the old settings on a bad one, and never ends the desk")
    func reload() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        func hours() throws -> Int? {
            try client.result("package.show", #"{"package":"starter"}"#).at("hours")?.int
        }
        #expect(try hours() == 40)
        try desk.write(Self.packages("60"), to: desk.configurationPath)
        desk.signal(SIGHUP)
        #expect(try RunningProgram.eventually { try hours() == 60 })
        #expect(
            try client.result("hours.show", #"{"contract":"acme"}"#).at("granted")?.int == 2400,
            "a contract keeps the terms it was signed with")
        try desk.write(Self.packages("\"many\""), to: desk.configurationPath)
        desk.signal(SIGHUP)
        #expect(
            try RunningProgram.eventually { desk.log.contains("the configuration is wrong") })
        #expect(try hours() == 60)
        #expect(desk.log.contains("supportd.toml:6"), "file and line are named: \(desk.log)")
    }

    @Test("a bad file at the start ends with 78, naming file, line and key")
    func badAtStart() throws {
        let refused = try #require(throws: RunningDesk.StartFault.self) {
            try RunningDesk(.init(configuration: "sockett = \"/run/x.sock\"\n"))
        }
        #expect(refused.end == .exited(status: 78))
        #expect(refused.log.contains("supportd.toml:3"))
        #expect(refused.log.contains("sockett"))
    }
}
