import Glibc
import SupportModel
import SupportProbes
import SupportSystem
import Synchronization
import Testing

extension SerialTests {
    struct EngineTests {
        @Test func anOpenPortIsASuccess() throws {
            let server = try LoopbackServer { _ in .hangs }
            let seen = try EngineRun.observe(.tcp(TCPCheck(host: "127.0.0.1", port: server.port)))
            #expect(seen.outcome == .success && seen.detail.hasPrefix("connected in "))
            let phases = try #require(seen.phases)
            #expect(phases.connect != nil && phases.firstByte == nil && phases.tls == nil)
        }

        @Test func aClosedPortIsAFailure() throws {
            let port = try LoopbackServer.deadPort()
            let seen = try EngineRun.observe(.tcp(TCPCheck(host: "127.0.0.1", port: port)))
            #expect(seen.outcome == .failure && seen.detail == "connection refused")
        }

        @Test func addressesOfBothKindsAreConnectedTo() throws {
            let port = try LoopbackServer.deadPort()
            for host in ["::1", "localhost"] {
                let seen = try EngineRun.observe(.tcp(TCPCheck(host: host, port: port)))
                // Where the host has no IPv6, the address is unreachable; it is never parsed as
                // another one.
                let expected = ["connection refused", "Cannot assign", "unreachable", "family"]
                #expect(expected.contains { seen.detail.contains($0) }, "\(seen.detail)")
            }
        }

        @Test func noDescriptorIsKept() throws {
            let server = try LoopbackServer { $0.isEmpty ? .closes : LoopbackServer.http(200) }
            let engine = try ProbeEngine()
            let tcp = try assignment("t", .tcp(TCPCheck(host: "127.0.0.1", port: server.port)))
            let http = try assignment(
                "h", .http(HTTPCheck(url: "http://127.0.0.1:\(server.port)/")))
            let before = try openDescriptors()
            for _ in 0..<5 {
                let seen = try EngineRun.observe([tcp, http, tcp, http], on: engine)
                #expect(seen.allSatisfy { $0.outcome == .success })
            }
            #expect(try openDescriptors() < before + 15)
        }

        /// In a process of its own, because the limit holds for all threads of one.
        @Test func withoutDescriptorsNothingIsSaidOfTheSite() async {
            await #expect(processExitsWith: .success) {
                let server = try LoopbackServer { _ in LoopbackServer.http(200) }
                let engine = try ProbeEngine()
                let probe = try assignment(
                    "m", .http(HTTPCheck(url: "http://127.0.0.1:\(server.port)/")))
                var limit = rlimit()
                let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
                try #require(getrlimit(resource, &limit) == 0)
                var none = limit
                none.rlim_cur = 1
                try #require(setrlimit(resource, &none) == 0)
                defer { _ = setrlimit(resource, &limit) }
                let seen = try EngineRun.observe([probe], on: engine)
                #expect(seen.map(\.outcome) == [.unknown])
                #expect(seen.first?.detail == "could not probe: Too many open files")
            }
        }

        @Test func aCancelledProbeIsNotReported() throws {
            let server = try LoopbackServer { _ in .hangs }
            let engine = try ProbeEngine()
            let check = Check.http(HTTPCheck(url: "http://127.0.0.1:\(server.port)/"))
            engine.start(
                Probe(number: 77, assignment: try assignment("gone", check, timeout: 100)))
            _ = try engine.turn(until: BootClock.milliseconds + 20)
            engine.cancel(77)
            let seen = try EngineRun.observe([assignment("m", check, timeout: 300)], on: engine)
            #expect(seen.map(\.monitor.text) == ["m"])
        }

        @Test func manyProbesRunAtOnce() throws {
            let server = try LoopbackServer { _ in .hangs }
            let check = Check.http(HTTPCheck(url: "http://127.0.0.1:\(server.port)/"))
            let many = try (0..<50).map { try assignment("m\($0)", check, timeout: 300) }
            let began = BootClock.milliseconds
            let seen = try EngineRun.observe(many)
            #expect(Set(seen.map(\.monitor)).count == 50)
            #expect(BootClock.milliseconds - began < 5000, "one after the other takes 15 s")
        }

        @Test func thisHostIsProbed() throws {
            let seen = try EngineRun.observe([
                assignment("disk", .disk(DiskCheck(path: "/", freePercentMin: 0))),
                assignment("memory", .memory(MemoryCheck(availablePercentMin: 0))),
                assignment("load", .load(LoadCheck(loadPerProcessorHundredthsMax: 1_000_000))),
            ])
            #expect(ProcessorCount.online() >= 1)
            #expect(
                seen.count == 3 && seen.allSatisfy { $0.outcome == .success && $0.phases == nil })
        }

        @Test func aPathThatIsGoneIsUnknown() throws {
            let seen = try EngineRun.observe(.disk(DiskCheck(path: "/no/such/place")))
            #expect(seen.outcome == .unknown)
            #expect(seen.detail == "could not probe: the path /no/such/place does not exist")
        }

        private func openDescriptors() throws -> Int {
            let directory = try #require(opendir("/proc/self/fd"))
            defer { _ = closedir(directory) }
            var count = 0
            while readdir(directory) != nil { count += 1 }
            return count
        }
    }
}
