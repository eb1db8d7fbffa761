import SupportDaemon
import SupportModel
import SupportTestKit
import Testing

/// What is refused in the lists of levels and response targets.
struct LevelProblemTests {
    private static let package =
        "[[package]]\nname = \"one\"\ntitle = \"One\"\nmonthly_fee = \"1\"\nextra_rate = \"1\"\n"

    private static func level(_ number: Int, _ rest: String = "examples = [\"e\"]") -> String {
        "[[level]]\nlevel = \(number)\ntitle = \"L\"\ntext = \"T\"\n\(rest)\n"
    }

    private static func target(
        _ level: Int, _ first: String = "1h", _ resolution: String = "2h",
        in list: String = "target"
    ) -> String {
        "[[\(list)]]\nlevel = \(level)\nfirst_response = \"\(first)\"\n"
            + "resolution = \"\(resolution)\"\n"
    }

    @Test func allFourLevelsAreWritten() throws {
        let three = Self.level(1) + Self.level(2) + Self.level(4)
        #expect(
            try ConfigurationFolder.problems("\n" + three) == [
                "supportd.toml:2: level: it leaves out level 3; "
                    + "write all four, each under [[level]], or none"
            ])
        #expect(try ConfigurationFolder.problems(three + Self.level(3)) == [])
        #expect(
            try ConfigurationFolder.problems(Self.target(2)) == [
                "supportd.toml:1: target: it leaves out levels 1, 3, 4; "
                    + "write all four, each under [[target]], or none"
            ])
        let four = (1...4).map { Self.target($0) }.joined()
        #expect(try ConfigurationFolder.problems(four) == [])
        #expect(
            try ConfigurationFolder.problems(four + Self.target(4)) == [
                "supportd.toml:1: target: it holds 5; write 1 to 4 tables, each under [[target]]"
            ])
    }

    @Test func eachLevelStandsOnce() throws {
        let text = Self.level(1) + Self.level(2) + Self.level(2) + Self.level(3)
        #expect(
            try ConfigurationFolder.problems(text) == [
                "supportd.toml:1: level: it leaves out level 4; "
                    + "write all four, each under [[level]], or none",
                "supportd.toml:12: level[2].level: 2 is the level of level[1] already; "
                    + "give each level once",
            ])
        let own = Self.target(1, in: "package.target") + Self.target(1, in: "package.target")
        #expect(
            try ConfigurationFolder.problems(Self.package + own) == [
                "supportd.toml:11: package[0].target[1].level: 1 is the level of "
                    + "package[0].target[0] already; give each level once"
            ])
    }

    @Test func whatALevelNeedsIsNamed() throws {
        #expect(
            try ConfigurationFolder.problems("[[level]]\n").map { $0.prefix { $0 != ";" } } == [
                "supportd.toml:1: level[0].level: it is missing",
                "supportd.toml:1: level[0].title: it is missing",
                "supportd.toml:1: level[0].text: it is missing",
                "supportd.toml:1: level[0].examples: it is missing",
            ])
        #expect(
            try ConfigurationFolder.problems("[[target]]\n").map { $0.prefix { $0 != ";" } } == [
                "supportd.toml:1: target[0].level: it is missing",
                "supportd.toml:1: target[0].first_response: it is missing",
                "supportd.toml:1: target[0].resolution: it is missing",
            ])
    }

    @Test(arguments: [
        ("examples = []", "examples: it holds 0; give a list of 1 to 50 lines"),
        ("examples = \"e\"", "examples: it is a text; give a list of 1 to 50 lines"),
        ("examples = [\"e\", \" \"]", "examples[1]: it is empty; give a list"),
        ("examples = [\"e\", 1]", "examples[1]: it is an integer; give a list"),
        (
            "examples = [\"e\"]\nexample = 1",
            "example: there is no such key; did you mean examples?"
        ),
    ])
    func aLevelDoesNotFit(lines: String, why: String) throws {
        let problems = try ConfigurationFolder.problems(Self.level(1, lines))
        let place = lines.contains("\n") ? 6 : 5
        let whole = "supportd.toml:\(place): level[0].\(why)"
        #expect(problems.contains { $0.hasPrefix(whole) }, "\(problems)")
    }

    @Test(arguments: [0, 5, -1, Int.max])
    func thereAreFourLevels(number: Int) throws {
        #expect(
            try ConfigurationFolder.problems(Self.level(number)) == [
                "supportd.toml:2: level[0].level: \(number) is out of range; "
                    + "give an integer from 1 to 4"
            ])
    }

    @Test func examplesHaveAMostCount() throws {
        func problems(_ count: Int) throws -> [String] {
            let list = (0..<count).map { "\"e\($0)\"" }.joined(separator: ",")
            return try ConfigurationFolder.problems(
                Self.level(1, "examples = [\(list)]") + (2...4).map { Self.level($0) }.joined())
        }
        #expect(try problems(ConfigurationLimits.levelExamplesMax) == [])
        #expect(try problems(ConfigurationLimits.levelExamplesMax + 1).count == 1)
    }

    @Test(arguments: [
        ("0m", "\"0m\" is out of range"), ("8784h1m", "\"8784h1m\" is out of range"),
        ("", "\"\" is no hours and minutes"), ("90", "\"90\" is no hours and minutes"),
        ("30s", "\"30s\" is no hours and minutes"), ("1h60m", "\"1h60m\" is no hours and minutes"),
        ("2d", "\"2d\" is no hours and minutes: how long a day is, no key says"),
        ("9999999999h", "\"9999999999h\" is no hours and minutes"),
    ])
    func aTimeDoesNotFit(text: String, why: String) throws {
        #expect(
            try ConfigurationFolder.problems(
                Self.package + Self.target(1, text, in: "package.target"))
                == [
                    "supportd.toml:8: package[0].target[0].first_response: \(why); give hours and "
                        + "minutes from 1m to 8784h in quotes, such as \"1h30m\""
                ])
    }

    @Test func nothingIsSolvedBeforeItIsAnswered() throws {
        let why = "2h to the resolution is shorter than 2h1m to the first response; "
        #expect(
            try ConfigurationFolder.problems(
                Self.package + Self.target(4, "2h1m", in: "package.target"))
                == [
                    "supportd.toml:9: package[0].target[0].resolution: \(why)"
                        + "give at least `first_response`"
                ])
        #expect(
            try ConfigurationFolder.problems(Self.target(4, "2h1m")) == [
                "supportd.toml:4: target[0].resolution: \(why)give at least `first_response`"
            ])
        let equal = Self.package + Self.target(4, "2h", in: "package.target")
        #expect(try ConfigurationFolder.problems(equal) == [])
        #expect(ConfigurationLimits.targetMinutesMax == Limits.targetMinutesMax)
    }

    @Test func aPackageTakesTheTargetsThatItDoesNotGive() throws {
        let own = Self.target(3, in: "package.target") + Self.target(1, in: "package.target")
        let catalogue = try ConfigurationFolder.load(Self.package + own).catalogue
        let offer = try #require(catalogue.packages.first)
        #expect(
            catalogue.targets(of: offer).map(\.firstResponse) == ["1h", "1h", "1h", "8h"])
        #expect(offer.targets.map(\.level) == [.highPriority, .emergency])
    }

    @Test func theListsAreReplacedAsAWhole() throws {
        let folder = try ConfigurationFolder()
        try folder.write((1...4).map { Self.target($0) }.joined())
        try folder.write(
            (1...4).reversed().map { Self.target($0, "3h", "3h") }.joined(), to: "conf.d/t.toml")
        let targets = try folder.load().targets
        #expect(targets.map(\.level) == Level.allCases)
        #expect(targets.allSatisfy { $0.firstResponse == "3h" })
    }
}
