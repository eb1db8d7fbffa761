import FoundationEssentials
import SupportJSON
import SupportTestKit
import Testing

/// A file that says what should be, through the real programs.
struct ApplyTests {
    /// The example that is kept with the sources.
    private func example() throws -> String {
        let here = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let bytes = try Data(contentsOf: URL(filePath: "/\(here)/config/example/apply.toml"))
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("a file makes a desk, again it changes nothing, changed it changes the difference")
    func apply() throws {
        let desk = try RunningDesk(.init(clock: "2026-11-16T12:00:00Z"))
        let path = "\(desk.directory)/agency.toml"
        try desk.write(example(), to: path)
        let dry = try desk.supportc("apply", "-f", path, "--dry-run")
        #expect(dry.0 == 0)
        #expect(try desk.client().call("desk.status").seq == 0)
        let first = try desk.supportc("apply", "-f", path)
        #expect(first.0 == 0)
        #expect(first.1 + "nothing was changed\n" == dry.1)
        #expect(first.1.hasPrefix("+ staff anna: role manager, mail anna@agency.example\n"))
        #expect(
            first.1.contains("+ contract 1 (acme, shop): package starter, hours 40h, from 2026"))
        #expect(try desk.client().call("desk.status").seq == 1)
        try desk.restart()
        let again = try desk.supportc("apply", "-f", path)
        #expect(again.0 == 0)
        #expect(again.1 == "nothing to change\n6 as described already\n")
        try desk.write(example().replacing("\"starter\"", with: "\"standard\""), to: path)
        let changed = try desk.supportc("apply", "-f", path)
        #expect(changed.1.contains("~ contract 1 (acme, shop): package starter -> standard"))
        #expect(changed.1.contains(", upgrade now: "))
        #expect(try desk.supportc("apply", "-f", path, "-q").1.isEmpty)
        try desk.write(example().replacing("\"anna\"", with: "\"ben\""), to: path)
        #expect(try desk.supportc("apply", "-f", path).0 == 2, "ben stands twice")
        try desk.write(
            example().replacing("manager = \"anna\"", with: "manager = \"ben\""), to: path)
        let refused = try desk.supportc("apply", "-f", path)
        #expect(refused.0 == 1)
        #expect(refused.1.contains("\(path) were refused, so nothing was changed\nline "))
        #expect(refused.1.contains("contract[0].manager: ben is an engineer; only an account"))
        #expect(try desk.supportc("apply", "-f", desk.directory).0 == 2)
        #expect(try desk.client().call("desk.status").seq == 2)
    }
}
