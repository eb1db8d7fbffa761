import Foundation
import Glibc
import SupportTestKit
import Testing

/// R6 in the memory of the programs: a secret stays there only while a request needs it.
struct AccessMemoryTests {
    /// What every planted secret holds, and no other text of the test.
    private static let mark = "ZqXw7919"

    /// A secret of 14 to 6000 bytes with the mark at its beginning and, if it is long, at its middle
    /// and end.
    private static func secret(_ number: Int) -> String {
        let fill = String(repeating: "k", count: [0, 3, 20, 300, 3000][number % 5])
        return "\(mark)-\(number)" + (fill.isEmpty ? "" : "\(fill)\(mark)\"\\\(fill)\(mark)")
    }

    /// A desk with access of 67 clients, each set and every second one revealed, on connections that
    /// stay.
    private func plant(_ desk: RunningDesk) throws -> [WireClient] {
        let kinds = ["admin", "ftp", "ssh"]
        let first = try desk.client()
        var clients = [first]
        for number in 0..<200 {
            let secret = Self.secret(number)
            let json = secret.replacing("\\", with: #"\\"#).replacing("\"", with: #"\""#)
            let name = "client-\(number / 3)"
            if number % 3 == 0 {
                try first.result("client.add", #"{"client":"\#(name)","name":"Findable \#(name)"}"#)
            }
            if number % 7 == 0 { clients.append(try desk.client()) }
            let place = #""client":"\#(name)","kind":"\#(kinds[number % 3])""#
            let client = clients[clients.count - 1]
            let key = number % 4 == 0 ? #","idempotency_key":"k\#(number)""# : ""
            try client.result("access.set", #"{\#(place),"secret":"\#(json)"\#(key)}"#)
            guard number % 2 == 0 else { continue }
            let shown = try client.result("access.reveal", #"{\#(place),"reason":"ticket 1"}"#)
            #expect(shown.at("secret")?.string == secret)
        }
        try first.result("access.verify")
        return clients
    }

    @Test(
        "of 200 secrets none is in memory, files, log or arguments after use, and no key in memory",
        .enabled(if: geteuid() == 0, "needs root"))
    func memoryAfterUse() throws {
        let desk = try RunningDesk(.init(startsWorker: true))
        let clients = try plant(desk)
        let key = try #require(FileManager.default.contents(atPath: "\(desk.state)/access.key"))
        let control = Array("Findable client-3".utf8)
        #expect(
            try ProcessMemory.found([control], in: desk.process) == [control],
            "what is there is found")
        let texts = [Array(Self.mark.utf8), Array(key.prefix(16)), Array(key.suffix(16))]
        for process in [desk.process] + RunningProgram.children(of: desk.process) {
            #expect(try ProcessMemory.found(texts, in: process) == [])
        }
        #expect(clients.count > 20, "the connections are still open")
        try clients[0].result("desk.snapshot")
        let files = try FileManager.default.contentsOfDirectory(atPath: desk.state)
            .filter { $0 != "access.key" }.map { "\(desk.state)/\($0)" }
        for path in files + ["environ", "cmdline"].map({ "/proc/\(desk.process)/\($0)" }) {
            let bytes = FileManager.default.contents(atPath: path) ?? Data()
            #expect(bytes.range(of: Data(Self.mark.utf8)) == nil, "\(path)")
        }
        #expect(!desk.log.contains(Self.mark))
    }

    @Test("no core is written of the desk or its worker")
    func noCore() throws {
        let unlimited = ["/bin/sh", "-c", #"ulimit -c unlimited; exec "$@""#, "sh"]
        let desk = try RunningDesk(.init(startsWorker: true, wrapper: unlimited))
        let isThere = RunningProgram.eventually {
            !RunningProgram.children(of: desk.process).isEmpty
        }
        #expect(isThere)
        for process in [desk.process] + RunningProgram.children(of: desk.process) {
            #expect(
                RunningProgram.eventually {
                    let limits = try? String(
                        contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
                    let core = limits?.split(separator: "\n").first {
                        $0.hasPrefix("Max core file")
                    }
                    return core?.split(separator: " ").dropFirst(4).first == "0"
                })
        }
    }
}
