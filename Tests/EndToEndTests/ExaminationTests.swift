import FoundationEssentials
import SupportSystem
import SupportTestKit
import Testing

/// `supportc doctor` on a real desk: what is broken is named, and what is mended is not.
struct ExaminationTests {
    /// What the machine of the test may lack, and no desk has to answer for.
    private static let accepted =
        ["clock-not-synchronised", "state-in-memory", "state-on-network", "disk-fills"]
        .flatMap { ["--except", $0] }

    /// The codes of what is to be changed, and how the command ended.
    private static func doctor(
        _ desk: RunningDesk, socket: String? = nil
    ) throws -> (codes: [String], end: ProcessEnd) {
        let (end, output) = try RunningProgram.run(
            RunningPlace.program("supportc"),
            ["doctor", "-q", "--socket", socket ?? desk.socket] + accepted)
        return (output.split(separator: "\n").map(String.init), end)
    }

    /// Expects these codes, and the exit status that goes with them.
    private static func expect(
        _ codes: [String], _ desk: RunningDesk, socket: String? = nil,
        at place: SourceLocation = #_sourceLocation
    ) throws {
        let found = try doctor(desk, socket: socket)
        #expect(found.codes == codes, sourceLocation: place)
        #expect(found.end == .exited(status: codes.isEmpty ? 0 : 3), sourceLocation: place)
    }

    @Test(
        "a desk that was just started has nothing to be changed; each trouble is found, and mended")
    func desk() throws {
        let desk = try RunningDesk(.init(clock: nil, startsWorker: true))
        #expect(try RunningProgram.eventually { try Self.doctor(desk).codes.isEmpty })
        try Self.expect([], desk)
        let text = try String(contentsOfFile: desk.configurationPath, encoding: .utf8)
        try desk.write(text + "log_levle = \"info\"\n", to: desk.configurationPath)
        try Self.expect(["config-wrong"], desk)
        try desk.write(text + "[tickets]\nreopen_days = 3\n", to: desk.configurationPath)
        try Self.expect(["config-changed"], desk)
        desk.signal(1)
        #expect(try RunningProgram.eventually { try Self.doctor(desk).codes.isEmpty })
        let moved = "\(desk.directory)/moved"
        try FileManager.default.moveItem(atPath: desk.socket, toPath: moved)
        try Self.expect(["socket-gone"], desk, socket: moved)
        try Self.expect(["unreachable", "socket-missing"], desk)
        try FileManager.default.moveItem(atPath: moved, toPath: desk.socket)
        try Self.expect([], desk)
        try desk.write("", to: "\(desk.state)/torn-3-4711")
        try Self.expect(["remains-kept"], desk)
        try FileManager.default.removeItem(atPath: "\(desk.state)/torn-3-4711")
        desk.kill()
        try Self.expect(["unreachable", "socket-unserved"], desk)
    }
}
