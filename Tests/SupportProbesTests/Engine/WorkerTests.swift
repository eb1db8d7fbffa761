import SupportLink
import SupportModel
import SupportProbes
import SupportSystem
import Synchronization
import Testing

extension SerialTests {
    /// The whole worker, with a test in the desk's place.
    struct WorkerTests {
        /// A worker on a thread of its own, which ends with its desk.
        private final class Running: Sendable {
            let lines = Mutex<[String]>([])
            let ending = Mutex<String?>(nil)

            init(
                _ path: String, leavesWithDesk: Bool = true,
                monitorsMax: Int = ProbeLimits.monitorsMax,
                aliveMilliseconds: Int = LinkLimits.aliveMilliseconds
            ) throws {
                _ = try WorkerThread(name: "probe-worker") { [self] in
                    do {
                        let settings = Worker.Settings(
                            deskPath: path, leavesWithDesk: leavesWithDesk, release: "9.9.9",
                            aliveMilliseconds: aliveMilliseconds)
                        let worker = try Worker(settings, monitorsMax: monitorsMax) { _, line in
                            self.lines.withLock { $0.append(line) }
                        }
                        try worker.run()
                        ending.withLock { $0 = "left" }
                    } catch {
                        ending.withLock { $0 = "\(error)" }
                    }
                }
            }

            /// Expects that it ends when the desk hangs up.
            func expectToLeave(_ desk: DeskStub, _ location: SourceLocation = #_sourceLocation) {
                desk.hangUp()
                #expect(end() == "left", sourceLocation: location)
            }

            /// How the worker ended; waits at most 5 seconds.
            func end() -> String? {
                let bound = BootClock.milliseconds + 5000
                while BootClock.milliseconds < bound {
                    if let ending = ending.withLock({ $0 }) { return ending }
                    let poll = EventPoll()
                    _ = try? poll.wait(milliseconds: 5)
                }
                return nil
            }
        }

        /// A desk and a worker that has introduced itself.
        private static func met(
            leavesWithDesk: Bool = true, monitorsMax: Int = ProbeLimits.monitorsMax,
            aliveMilliseconds: Int = LinkLimits.aliveMilliseconds
        ) throws -> (DeskStub, Running) {
            let desk = try DeskStub()
            let worker = try Running(
                desk.path, leavesWithDesk: leavesWithDesk, monitorsMax: monitorsMax,
                aliveMilliseconds: aliveMilliseconds)
            try desk.accept()
            _ = try desk.line()
            return (desk, worker)
        }

        private static let hello =
            #"{"hello":{"release":"9.9.9","protocol_version":\#(WorkerHello.protocolVersion),"#
            + #""handover_key":""#

        private func order(_ monitor: String, _ check: String, interval: Int = 3_600_000) -> String
        {
            #"{"assign":[{"monitor":"\#(monitor)","check":\#(check),"interval_milliseconds":"#
                + #"\#(interval),"retry_milliseconds":1000,"timeout_milliseconds":300,"#
                + #""failures_to_believe":1}]}"#
        }

        private static let memory = #"{"type":"memory","available_percent_min":0}"#

        @Test func itIntroducesItselfProbesAndLeaves() throws {
            let desk = try DeskStub()
            let worker = try Running(desk.path)
            try desk.accept()
            #expect(try desk.line()?.hasPrefix(Self.hello) == true)
            try desk.send(order("m", Self.memory))
            let seen = try #require(try desk.line())
            #expect(seen.contains(#""monitor":"m","outcome":"success""#), "\(seen)")
            try desk.send(#"{"probe":"m"}"#)
            #expect(try desk.line()?.contains(#""monitor":"m""#) == true)
            worker.expectToLeave(desk)
        }

        @Test func itReportsThatItLivesAndHowBusyItIs() throws {
            let server = try LoopbackServer { _ in .hangs }
            let (desk, worker) = try Self.met(aliveMilliseconds: 20)
            let idle = try #require(try desk.anyLine())
            #expect(
                idle == #"{"alive":{"monitors":0,"running":0,"waiting":0,"late_milliseconds":0}}"#)
            try desk.send(order("m", #"{"type":"tcp","host":"127.0.0.1","port":1}"#))
            let hanging =
                #"{"type":"http","url":"http://127.0.0.1:\#(server.port)/","status_lowest":200,"#
                + #""status_highest":399,"follows_redirects":true}"#
            try desk.send(order("n", hanging))
            var seen = ""
            while !seen.contains(#""monitors":2,"running":1,"waiting":0"#) {
                seen = try #require(try desk.anyLine())
            }
            worker.expectToLeave(desk)
        }

        @Test func aWorkerWithoutMonitorsSaysSoOnceAndThenSleeps() throws {
            let (desk, worker) = try Self.met(aliveMilliseconds: 20)
            let idle = #"{"alive":{"monitors":0,"running":0,"waiting":0,"late_milliseconds":0}}"#
            #expect(try desk.anyLine() == idle)
            ThisProcess.pause(.milliseconds(200))
            try desk.send(order("m", Self.memory))
            // Ten signs of life would have come meanwhile.
            try expectStart(desk)
            try desk.send(#"{"withdraw":["m"]}"#)
            let withdrawn = #"{"alive":{"monitors":0,"#
            while try !#require(try desk.anyLine()).hasPrefix(withdrawn) {}
            try desk.send(order("m", Self.memory))
            try expectStart(desk)
            worker.expectToLeave(desk)
        }

        /// Reads until the first monitor was reported and probed, in either order, and expects no
        /// other report meanwhile.
        private func expectStart(_ desk: DeskStub) throws {
            var (isReported, isProbed) = (false, false)
            while !isReported || !isProbed {
                let line = try #require(try desk.anyLine())
                if line.contains(#""monitor":"m","outcome":"success""#) {
                    isProbed = true
                } else {
                    try #require(line.hasPrefix(#"{"alive":{"monitors":1,"#), "\(line)")
                    isReported = true
                }
            }
        }

        @Test func theProbeIsReportedWithItsPhases() throws {
            let server = try LoopbackServer { _ in LoopbackServer.http(404) }
            let (desk, worker) = try Self.met()
            let check =
                #"{"type":"http","url":"http://127.0.0.1:\#(server.port)/","status_lowest":200,"#
                + #""status_highest":399,"follows_redirects":true}"#
            try desk.send(order("shop", check))
            let seen = try #require(try desk.line())
            #expect(seen.contains("HTTP 404, expected 200 to 399") && seen.contains("first_byte"))
            worker.expectToLeave(desk)
        }

        @Test func whatCannotBeProbedIsReportedAtOnce() throws {
            let (desk, worker) = try Self.met()
            try desk.send(order("m", Self.memory, interval: 5))
            #expect(
                try desk.line() == #"{"observed":[{"monitor":"m","outcome":"unknown","detail":"#
                    + #""could not probe: this worker does not accept the check"}]}"#
            )
            worker.expectToLeave(desk)
        }

        @Test(arguments: ["what?", #"{"probe":"Not A Name"}"#, "{}"])
        func aBadOrderEndsTheConnection(line: String) throws {
            let (desk, worker) = try Self.met()
            try desk.send(line)
            #expect(try desk.line() == nil)
            #expect(worker.end() == "left")
            #expect(
                worker.lines.withLock { $0 }.contains {
                    $0.hasPrefix("the desk sent what is not an order: ")
                })
        }

        @Test(arguments: [(0, true), (1, false)])
        func anOrderIsTakenUpToTheLimitOfALine(past: Int, isTaken: Bool) throws {
            let (desk, worker) = try Self.met()
            let line = order("m", Self.memory)
            let blanks = LinkLimits.lineBytesMax + past - line.utf8.count
            try desk.send(line + String(repeating: " ", count: blanks))
            #expect((try desk.line() != nil) == isTaken)
            worker.expectToLeave(desk)
            let logged = worker.lines.withLock { $0 }
            #expect(
                logged.contains { $0.hasSuffix("a line of more than 4194304 bytes") } != isTaken)
        }

        @Test func itComesBackWithoutItsMonitors() throws {
            let (desk, worker) = try Self.met(leavesWithDesk: false)
            try desk.send(order("m", Self.memory))
            _ = try desk.line()
            desk.hangUp()
            try desk.accept()
            #expect(try desk.line()?.hasPrefix(Self.hello) == true)
            try desk.send(#"{"probe":"m"}"#)
            try desk.send(order("n", Self.memory))
            let seen = try #require(try desk.line())
            #expect(seen.contains(#""monitor":"n""#) && !seen.contains(#""monitor":"m""#))
            #expect(worker.ending.withLock { $0 } == nil)
        }

        @Test func noMoreMonitorsThanTheMostAreKept() throws {
            let (desk, worker) = try Self.met(monitorsMax: 2)
            for monitor in ["a", "b", "c", "a"] { try desk.send(order(monitor, Self.memory)) }
            var text = ""
            while text.split(separator: #""monitor":"#).count < 4 {
                text += try #require(try desk.line())
            }
            #expect(
                text.contains(
                    #""c","outcome":"unknown","detail":"could not probe: this worker watches 2"#))
            #expect(text.split(separator: #""outcome":"success""#).count == 3)
            worker.expectToLeave(desk)
        }

        @Test func aDeskThatReadsLateLosesNothing() throws {
            let (desk, worker) = try Self.met()
            let bad = (0..<2500).map { number in
                #"{"monitor":"m\#(number)","check":{"type":"tcp","host":"","port":1},"#
                    + #""interval_milliseconds":1000,"retry_milliseconds":1000,"#
                    + #""timeout_milliseconds":1000,"failures_to_believe":1}"#
            }
            // Five such answers exceed what may wait; the last order is not read until they are.
            for _ in 0..<5 {
                try desk.send(#"{"assign":["# + bad.joined(separator: ",") + "]}")
            }
            try desk.send(order("last", Self.memory))
            for _ in 0..<5 {
                let line = try #require(try desk.line())
                #expect(line.split(separator: "does not accept the check").count == 2501)
            }
            #expect(try desk.line()?.contains(#""monitor":"last""#) == true)
            worker.expectToLeave(desk)
        }

        @Test func withoutADeskItDoesNotStay() throws {
            let worker = try Running("/no/such/desk")
            let ending = try #require(worker.end())
            #expect(ending.hasPrefix("cannot connect to the desk at /no/such/desk: "))
        }

        @Test func aPathThatIsTooLongIsRefused() throws {
            let path = "/" + String(repeating: "x", count: LocalStream.pathBytesMax)
            #expect(throws: DeskLoss.self) { try DeskLink(path: path, release: "1") }
        }
    }
}
