import Foundation
import SupportDaemon
import Testing

/// Whatever a file holds, the answer is a configuration or problems on lines that exist.
struct DamagedFileTests {
    private static let text = """
        [daemon]
        state = "/var/lib/\\u00e9" # é
        worker = '''/a'b'''
        [monitoring]
        site_every = \"""
        60s\"""
        [[service]]
        name = "a"
        title = "A"
        [[package]]
        name = "one"
        title = "One"
        monthly_fee = "1.00"
        extra_rate = '2.5'
        services = [
            "a", # the only one
        ]
        rounding_minutes = 5
        [[package.target]]
        level = 4
        first_response = "1h"
        resolution = "1h30m"
        """

    @Test func theTextIsRightBeforeItIsDamaged() throws {
        #expect(try ConfigurationFolder.problems(Self.text) == [])
    }

    @Test func aTextThatIsCutIsReportedByLine() throws {
        for length in 0..<Self.text.utf8.count {
            try check(Array(Self.text.utf8.prefix(length)))
        }
    }

    @Test func aTextWithAnotherByteIsReportedByLine() throws {
        let bytes = Array(Self.text.utf8)
        for place in bytes.indices {
            let others = Array("\"'[]{}=.,#\\\n0\u{1}".utf8) + [0, 0xFF]
            var changed = bytes
            changed[place] = others[place % others.count]
            try check(changed)
        }
    }

    private func check(_ bytes: [UInt8]) throws {
        let folder = try ConfigurationFolder()
        try folder.write(Data(bytes))
        let loader = ConfigurationLoader(file: folder.main)
        do throws(ConfigurationReport) {
            _ = try loader.load()
        } catch {
            let last = bytes.count { $0 == 10 } + 1
            let lines = error.problems.map { $0.line ?? 0 }
            #expect(!lines.isEmpty && lines.allSatisfy((1...last).contains), "\(error)")
        }
    }
}
