import Foundation
import Testing

/// What `supportc doctor` says and ends with.
struct DoctorTests {
    private static func answer(_ findings: String...) -> String {
        #"{"at":"2026-11-23T18:41:00.000Z","findings":[\#(findings.joined(separator: ","))]}"#
    }

    private static let fine =
        #"{"area":"mail","verdict":"fine","code":"mail-addresses","message":"2 of 2"}"#
    private static let unknown =
        #"{"area":"backup","verdict":"unknown","code":"backup-unknown","message":"none was seen"}"#
    private static let advice = """
        {"area":"program","verdict":"advice","code":"program-replaced","message":"it was replaced",\
        "hint":"restart it"}
        """
    private static let problem = """
        {"area":"program","verdict":"problem","code":"changes-refused","message":"full",\
        "figures":{"x":"1"}}
        """

    @Test("where nothing is to be changed it ends with 0, whatever cannot be seen")
    func healthy() {
        let answer = Self.answer(Self.unknown, Self.fine)
        let run = Run("doctor", result: answer)
        #expect(
            run.output == """
                examined 2026-11-23 18:41Z: nothing is to be changed

                AREA    VERDICT  FINDING
                backup  unknown  none was seen (backup-unknown)
                mail    fine     2 of 2

                """)
        #expect(run.code == 0)
        #expect(Run("doctor", "-q", result: answer).output.isEmpty)
    }

    @Test("what is to be changed is counted, and it ends with 3 in every form")
    func toChange() {
        let answer = Self.answer(Self.fine, Self.problem, Self.advice)
        let run = Run("doctor", result: answer)
        #expect(
            run.output == """
                examined 2026-11-23 18:41Z: 1 problem, 1 to consider

                AREA     VERDICT  FINDING
                mail     fine     2 of 2
                program  problem  full (changes-refused)
                         advice   it was replaced (program-replaced)
                                  -> restart it

                """)
        #expect(run.code == 3)
        let quiet = Run("doctor", "-q", result: answer)
        #expect(quiet.output == "changes-refused\nprogram-replaced\n" && quiet.code == 3)
        let json = Run("doctor", "--json", result: answer)
        #expect(json.output == #"{"v":1,"# + answer.dropFirst() + "\n" && json.code == 3)
    }

    @Test("what the caller accepts does not count, and is shown")
    func accepted() {
        let answer = Self.answer(Self.problem, Self.advice)
        let one = Run("doctor", "--except", "program-replaced", result: answer)
        #expect(one.output.contains(": 1 problem\n"))
        #expect(one.output.contains("         accepted  it was replaced (program-replaced)\n"))
        #expect(!one.output.contains("restart it"))
        #expect(one.code == 3)
        let both = [
            "doctor", "--except", "program-replaced", "--except", "changes-refused",
        ]
        func run(_ more: String...) -> Run {
            Run(both + more, desk: FakeDesk(result: answer))
        }
        #expect(run().code == 0)
        #expect(run().output.hasPrefix("examined 2026-11-23 18:41Z: nothing is to be changed\n"))
        #expect(run("-q").output.isEmpty && run("-q").code == 0)
        #expect(run("--json").code == 0)
    }

    @Test("a code that no finding can have is a mistake in the command")
    func mistyped() {
        let run = Run("doctor", "--except", "Old Key", result: Self.answer(Self.fine))
        #expect(run.code == 2 && run.sent.isEmpty)
        #expect(run.said.contains("Old Key"))
    }

    @Test("whoever may not is told as everywhere")
    func notPermitted() {
        let desk = FakeDesk { _, _ in
            .error(#"{"code":7,"message":"no","data":{"error":"not-permitted"}}"#)
        }
        let run = Run(["doctor"], desk: desk)
        #expect(run.code == 7 && run.output.isEmpty)
    }

    // MARK: Where the desk does not answer

    @Test("of a socket that is gone the directory is looked at, and it ends with 3")
    func gone() {
        let desk = FakeDesk(result: "{}")
        desk.stop()
        let run = Run(["doctor"], desk: desk)
        #expect(run.code == 3 && run.errors.isEmpty)
        #expect(
            run.output.hasPrefix("the desk does not answer; from outside this is to be seen:\n"))
        #expect(run.output.contains("there is no socket \(desk.path): "))
        #expect(run.output.contains("-> systemctl status supportd; journalctl -u supportd; "))
        #expect(Run(["doctor", "-q"], desk: desk).output == "unreachable\nsocket-missing\n")
        let far = Run("doctor", "-q", "--socket", "/no/such/place/d.sock")
        #expect(far.output == "unreachable\nsocket-directory-missing\n" && far.code == 3)
    }

    @Test("a socket that nobody serves and a file that is none are told apart")
    func unserved() throws {
        let path = "/tmp/supportc-doctor-\(UInt64.random(in: 0...UInt64.max))"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data().write(to: URL(filePath: path))
        let file = Run("doctor", "-q", "--socket", path)
        #expect(file.output == "unreachable\nnot-a-socket\n")
        let json = Run("doctor", "--json", "--socket", path)
        #expect(json.code == 3)
        #expect(
            json.output.hasPrefix(
                #"{"v":1,"findings":[{"area":"sockets","verdict":"problem","code":"unreachable","#))
        #expect(
            json.output.contains(
                #""code":"not-a-socket","message":"\#(path) is no socket","hint":"#))
        try FileManager.default.removeItem(atPath: path)
        // A daemon that was killed leaves its socket.
        let left = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = bind(left, $0, length) }
        }
        close(left)
        let killed = Run("doctor", "-q", "--socket", path)
        #expect(killed.output == "unreachable\nsocket-unserved\n" && killed.code == 3)
    }

    @Test("a desk that turns away or is silent is a problem too")
    func turnedAway() {
        let full = FakeDesk(
            greeting:
                #"{"jsonrpc":"2.0","id":null,"error":{"code":5,"message":"full","#
                + #""data":{"error":"too-many-connections","hint":"wait"}}}"#, closesAtOnce: true)
        let turned = Run(["doctor", "-q"], desk: full)
        #expect(turned.output == "too-many-connections\n" && turned.code == 3)
        let silent = Run(["doctor", "-q", "--timeout", "100ms"], desk: FakeDesk(greeting: nil))
        #expect(silent.output == "timed-out\n" && silent.code == 3)
    }
}
