import Foundation
import SupportDaemon
import SupportModel
import Testing

/// The shipped file and the defaults in the program say the same.
struct ShippedFileTests {
    private let shipped: String

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        shipped = try String(
            contentsOf: root.appending(path: "config/supportd.toml"), encoding: .utf8)
    }

    /// The file with its `#key = value` and `#[[list]]` lines in force.
    private var inForce: String {
        shipped.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let isSetting = line.firstMatch(of: /^#([a-z_]+ = |\[)/) != nil
            return String(isSetting ? line.dropFirst() : line)
        }.joined(separator: "\n")
    }

    @Test func asItIsItChangesNothing() throws {
        #expect(try ConfigurationFolder.load(shipped) == Configuration())
    }

    @Test func withEverythingInForceItChangesNothing() throws {
        #expect(inForce.contains("\nlog_level = "))
        #expect(try ConfigurationFolder.load(inForce) == Configuration())
    }

    /// Every value in the file is read: another in its place makes another configuration.
    @Test func everyValueCounts() throws {
        let lines = inForce.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            guard let equals = line.firstRange(of: " = "), line.first != "#" else { continue }
            var changed = lines
            changed[index] = line[..<equals.upperBound] + "{}"
            let problems = try ConfigurationFolder.problems(changed.joined(separator: "\n"))
            #expect(problems.count == 1, "\(line)")
            #expect(problems.first?.hasPrefix("supportd.toml:\(index + 1): ") == true, "\(line)")
        }
    }

    @Test func theDefaultsAreTheAgencysTerms() throws {
        let catalogue = Configuration().catalogue
        #expect(catalogue.services.count == 8)
        #expect(
            catalogue.packages.map(\.name.text) == ["starter", "standard", "advanced", "flexible"])
        let starter = try #require(catalogue.packages.first)
        #expect(starter.hours == 40)
        #expect(starter.weeklySharePercent == 50)
        #expect(catalogue.packages.last?.hours == nil)
        #expect(catalogue.packages.allSatisfy { $0.services == catalogue.services.map(\.name) })
        #expect(catalogue.packages.allSatisfy { $0.rounding == nil && $0.targets.isEmpty })
        #expect(catalogue.levels == LevelWords.shipped)
        #expect(catalogue.targets.map(\.level) == Level.allCases)
        #expect(catalogue.discountMonthsMin == 12)
        #expect(catalogue.discountPercent == 10)
        #expect(catalogue.emergencyBeyondLimit == .package)
        #expect(catalogue.onDemandRate == Money(minorUnits: 9500, currency: "EUR"))
        #expect(Configuration().policy == DeskPolicy())
    }
}
