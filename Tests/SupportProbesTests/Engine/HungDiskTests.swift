import Glibc
import SupportModel
import SupportProbes
import SupportSystem
import Testing

extension SerialTests {
    /// File systems that do not answer.
    struct HungDiskTests {
        @Test func aHungFileSystemHoldsUpNothingElse() throws {
            let gate = Gate()
            let engine = try ProbeEngine { check in
                if check.path == "/hung" { gate.wait() }
                return Verdict(.success, "fine")
            }
            let hung = try assignment("hung", .disk(DiskCheck(path: "/hung")), timeout: 100)
            let behind = try assignment("behind", .disk(DiskCheck(path: "/good")), timeout: 100)
            let memory = try assignment("memory", .memory(MemoryCheck(availablePercentMin: 0)))

            let seen = try EngineRun.observe([hung, behind, memory], on: engine)
            let details = Dictionary(
                uniqueKeysWithValues: seen.map { ($0.monitor.text, $0.detail) })
            #expect(seen.first?.monitor.text == "memory" && seen.first?.outcome == .success)
            #expect(details["hung"] == "the file system of /hung does not answer")
            #expect(details["behind"] == "not looked at: the file system of /hung does not answer")
            #expect(seen.dropFirst().allSatisfy { $0.outcome == .unknown })

            let again = try EngineRun.observe([hung, behind], on: engine)
            #expect(again.allSatisfy { $0.outcome == .unknown })

            gate.open()
            let bound = BootClock.milliseconds + 5000
            var last: ProbeObservation?
            while last?.outcome != .success, BootClock.milliseconds < bound {
                last = try EngineRun.observe([behind], on: engine).first
            }
            #expect(last?.detail == "fine")
        }

        /// Blocks a thread until it is opened.
        private final class Gate: Sendable {
            private let ends: (CInt, CInt)

            init() {
                var pair: [CInt] = [-1, -1]
                _ = pipe(&pair)
                ends = (pair[0], pair[1])
            }

            deinit {
                _ = close(ends.0)
                _ = close(ends.1)
            }

            func wait() {
                var byte: UInt8 = 0
                _ = read(ends.0, &byte, 1)
            }

            func open() {
                var byte: UInt8 = 1
                _ = write(ends.1, &byte, 1)
            }
        }
    }
}
