import Foundation
import SupportDaemon
import Testing

/// The catalog of `journalctl -x` and the messages that it explains.
struct LogMessageTests {
    private static let catalog: [String] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: "systemd/supportd.catalog")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { $0.hasPrefix("-- ") }.map {
            String($0.dropFirst(3))
        }
    }()

    @Test("each message that has an identifier is explained, and nothing else is")
    func complete() {
        #expect(Set(Self.catalog) == Set(LogMessage.identifiers.values))
        #expect(Self.catalog.count == LogMessage.identifiers.count, "one identifier for two")
        #expect(
            Self.catalog.allSatisfy {
                $0.utf8.count == 32 && $0.allSatisfy { $0.isHexDigit && !$0.isUppercase }
            })
    }
}
