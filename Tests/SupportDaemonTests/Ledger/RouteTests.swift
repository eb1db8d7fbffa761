import Foundation
import SupportDaemon
import SupportModel
import SupportWire
import Testing

/// Every request of the protocol has a handler, and the right that its type states.
struct RouteTests {
    /// A request as its file in `SupportWire` states it.
    struct Stated: Sendable, CustomTestStringConvertible {
        var method: String
        /// Nil for a change, which is decided at once.
        var cost: String?
        var testDescription: String { method }
    }

    @Test(
        "a request that the protocol has is routed, and no stranger may make it", arguments: stated)
    func routed(request: Stated) async throws {
        let desk = try LedgerUnderTest()
        let own = try await desk.ask(request.method, "{}")
        #expect(own.error?.data.error != "unknown-method")
        #expect(own.error?.code != .notPermitted)
        let other = try await desk.ask(request.method, "{}", by: LedgerUnderTest.stranger)
        let isOpen = request.method == "rights.whoami"
        #expect((other.error?.code == .notPermitted) == !isOpen)
        if !isOpen {
            #expect(other.error?.message.contains("stranger (uid 2000)") == true)
            #expect(desk.log.submitted.isEmpty)
        }
    }

    @Test(
        "what a request costs it says, and a small desk answers long ones in turns, others at once")
    func costs() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        for request in Self.stated {
            let params =
                ["contract.show", "hours.show"].contains(request.method)
                ? #"{"contract":"acme"}"# : "{}"
            let outcome = try await desk.outcome(request.method, params)
            let waits =
                switch outcome {
                case .later, .suspended: true
                case .reply, .error, .watch: false
                }
            // What needs the key of the access data waits for its file.
            let isLong = ["long", "whole", "file"].contains(request.cost)
            #expect(waits == (isLong || request.method == "access.reseal"), "\(request.method)")
        }
    }

    @Test("status is answered at once while the desk is small, and in turns when it is large")
    func counted() async throws {
        let desk = try LedgerUnderTest()
        func isAtOnce() async throws -> Bool {
            if case .reply = try await desk.outcome("desk.status") { true } else { false }
        }
        for number in 1...LedgerLimits.countedAtOnceMax {
            let params = #"{"client":"c\#(number)","name":"C"}"#
            #expect(try await desk.ask("client.add", params).error == nil)
        }
        let few = try await isAtOnce()
        #expect(few)
        _ = try await desk.ask("client.add", #"{"client":"last","name":"C"}"#)
        let many = try await isAtOnce()
        #expect(!many)
        let answer = try await desk.ask("desk.status")
        #expect(answer.result?[member: "clients"]?.int == LedgerLimits.countedAtOnceMax + 1)
    }

    @Test("the files of the requests were found")
    func found() {
        #expect(Self.stated.count == 110)
        #expect(Set(Self.stated.map(\.method)).count == Self.stated.count)
    }

    @Test("a method that nobody knows is an error that names it, however long")
    func unknown() async throws {
        let desk = try LedgerUnderTest()
        let answer = try await desk.ask(String(repeating: "x", count: 5000))
        #expect(answer.error?.data.error == "unknown-method")
        #expect((answer.error?.message.utf8.count ?? .max) < 200)
        let stranger = try await desk.ask("no.such", by: LedgerUnderTest.stranger)
        #expect(stranger.error?.data.error == "unknown-method")
    }

    private static let stated: [Stated] = {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let root = here.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appending(path: "Sources/SupportWire")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.allObjects ?? []).flatMap { file -> [Stated] in
            guard let url = file as? URL, url.pathExtension == "swift",
                let text = try? String(contentsOf: url, encoding: .utf8)
            else { return [] }
            return text.matches(of: Self.statement).map {
                Stated(
                    method: String($0.1), cost: $0.2.map { String($0) })
            }
        }.sorted { $0.method < $1.method }
    }()

    /// `static let method = Method<Reply>.read("noun.verb", .quick)`, or `.write("noun.verb", for: .work,
    /// carries: .file)`, which is long.
    private static var statement: Regex<(Substring, Substring, Substring?)> {
        /static let method = Method<.+>\.[a-z]+\(\s*\u{22}([a-z.-]+)\u{22}(?:, for: [.a-zA-Z]+)?(?:, (?:carries: )?\.([a-zA-Z]+))?/
    }
}
