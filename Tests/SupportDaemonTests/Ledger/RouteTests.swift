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
        var access: String
        var testDescription: String { method }
    }

    @Test("a request that the protocol has is routed, with the right it states", arguments: stated)
    func routed(request: Stated) async throws {
        let desk = try LedgerUnderTest()
        let own = try await desk.ask(request.method, "{}")
        #expect(own.error?.data.error != "unknown-method")
        #expect(own.error?.code != .notPermitted)
        let other = try await desk.ask(request.method, "{}", by: LedgerUnderTest.stranger)
        #expect((other.error?.code == .notPermitted) == (request.access != "read"))
        if request.access != "read" {
            #expect(other.error?.message.contains("stranger (uid 2000)") == true)
            #expect(desk.log.submitted.isEmpty)
        }
    }

    @Test("the files of the requests were found")
    func found() {
        #expect(Self.stated.count >= 40)
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

    @Test("who may do what", arguments: [0, 1000, 1001] as [UInt32])
    func rights(uid: UInt32) {
        let caller = Caller(uid: uid, name: "u", owner: 1000)
        #expect(throws: Never.self) { try caller.expect(.read, for: "m") }
        for access in [Access.write, .operate] {
            let isRefused = (try? caller.expect(access, for: "m")) == nil
            #expect(isRefused == (uid == 1001))
        }
    }

    private static let stated: [Stated] = {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let root = here.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appending(path: "Sources/SupportWire/Requests")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.allObjects ?? []).compactMap { file in
            guard let url = file as? URL, url.pathExtension == "swift",
                let text = try? String(contentsOf: url, encoding: .utf8),
                let method = word(after: "static let method = \"", in: text),
                let access = word(after: "static let access = Access.", in: text)
            else { return nil }
            return Stated(method: method, access: access)
        }.sorted { $0.method < $1.method }
    }()

    private static func word(after opening: String, in text: String) -> String? {
        text.range(of: opening).map { range in
            String(text[range.upperBound...].prefix { $0.isLetter || ".-".contains($0) })
        }
    }
}
