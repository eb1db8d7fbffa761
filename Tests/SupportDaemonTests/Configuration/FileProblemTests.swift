import Foundation
import SupportDaemon
import SupportTOML
import Testing

/// Files that are refused before a single key of theirs is read.
struct FileProblemTests {
    private let folder: ConfigurationFolder

    init() throws {
        folder = try ConfigurationFolder()
    }

    @Test func aFileHasAMostLength() throws {
        let most = ConfigurationLimits.fileBytesMax
        try folder.write(String(repeating: "#", count: most))
        #expect(folder.problems() == [])
        try folder.write(String(repeating: "#", count: most + 1))
        #expect(
            folder.problems() == [
                "supportd.toml: it is longer than 1048576 bytes; "
                    + "name the configuration, or split it over conf.d"
            ])
    }

    @Test(arguments: [[0xFF, 10], [0xC3, 10], [65, 0, 10], [0xED, 0xA0, 0x80]] as [[UInt8]])
    func aFileIsText(bytes: [UInt8]) throws {
        try folder.write(Data(Array("# prose\n\n".utf8) + bytes))
        #expect(folder.problems() == ["supportd.toml:3: it is not text in UTF-8; save it as UTF-8"])
    }

    @Test func aFileIsAFile() throws {
        try FileManager.default.createDirectory(
            atPath: folder.main, withIntermediateDirectories: false)
        #expect(folder.problems().count == 1)
        #expect(folder.problems().first?.hasPrefix("supportd.toml: it is not a regular") == true)
    }

    @Test func aLinkToAFileIsRead() throws {
        try folder.write("[tickets]\nreopen_days = 3\n", to: "elsewhere")
        try FileManager.default.createSymbolicLink(
            atPath: folder.main, withDestinationPath: "\(folder.path)/elsewhere")
        #expect(try folder.load().tickets.reopenDays == 3)
    }

    @Test func aDirectoryHoldsAFewFiles() throws {
        try folder.write("")
        let most = ConfigurationLimits.dropInsMax
        for number in 0..<most { try folder.write("", to: "conf.d/\(number).toml") }
        #expect(folder.problems() == [])
        try folder.write("", to: "conf.d/more.toml")
        #expect(
            folder.problems() == [
                "conf.d: it holds more than 1000 files; put some of them together"
            ])
    }

    @Test func syntaxIsReportedByLine() throws {
        let problems = try ConfigurationFolder.problems("# prose\n[daemon]\nstate = /var\n")
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("supportd.toml:3: it is not TOML: ") == true)
        #expect(problems.first?.hasSuffix("; supportd.toml(5) shows how it is written") == true)
    }

    @Test func aKeyStandsOnce() throws {
        let problems = try ConfigurationFolder.problems(
            "[tickets]\nreopen_days = 1\nreopen_days = 1")
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("supportd.toml:3: it is not TOML: ") == true)
    }

    @Test func noTextIsCutAtAZero() throws {
        for zero in ["\\u0000", "\\U00000000"] {
            let problems = try ConfigurationFolder.problems("[daemon]\n\nstate = \"/a\(zero)b\"\n")
            #expect(problems == ["supportd.toml:3: a text holds the character U+0000; take it out"])
        }
        #expect(try ConfigurationFolder.problems("[daemon]\nstate = \"/a\\\\u0000\"\n") == [])
    }

    @Test func aZeroIsReportedWithTheRest() throws {
        let text = """
            [[package]]
            services = [
              "a",
              "\\u0000",
            ]
            [tickets]
            reopen_days = "\\u0000"
            more = 1
            """
        let problems = try ConfigurationFolder.problems(text)
        for expected in [
            "supportd.toml:4: a text holds the character U+0000; take it out",
            "supportd.toml:7: a text holds the character U+0000; take it out",
            "supportd.toml:8: tickets.more: there is no such key; the keys here are reopen_days",
        ] {
            #expect(problems.contains(expected), "\(problems)")
        }
    }

    @Test(arguments: ["[a", "a = [", "a = {b = ", "a.", "[[x", "a = \"\"\"", "a = '", "=", "]"])
    func whatIsNestedWithoutEndIsRefused(piece: String) throws {
        for count in [1, 100, 20_000] {
            let text = String(repeating: piece, count: count)
            #expect(!(try ConfigurationFolder.problems(text)).isEmpty)
        }
    }

    /// Some thousand parts of a key would end the process inside the parser.
    @Test(arguments: ["[a%]", "a% = 1", "[a%]\nx =", "a = { a% = 1 }"])
    func aKeyHasFewParts(text: String) throws {
        let expected =
            "supportd.toml:1: it is not TOML: a key has more than 8 parts; "
            + "supportd.toml(5) shows how it is written"
        for (parts, isTaken) in [(8, true), (9, false), (500_000, false)] {
            let text = text.replacing("%", with: String(repeating: ".a", count: parts - 1))
            let problems = try ConfigurationFolder.problems(text + "\n")
            #expect((problems == [expected]) == !isTaken, "\(parts)")
        }
    }

    @Test(arguments: [("[", "]"), ("{ a = ", "}")])
    func listsDoNotNestDeep(open: String, close: String) throws {
        func problems(_ depth: Int) throws -> [String] {
            try ConfigurationFolder.problems(
                "x = " + String(repeating: open, count: depth) + "1"
                    + String(repeating: close, count: depth))
        }
        let most = TOMLLimits.nestingMax
        #expect(try problems(most).first?.hasPrefix("supportd.toml:1: x: there is no") == true)
        #expect(try problems(most + 1).first?.contains("lists nest deeper than 32") == true)
    }

    @Test func aNumberHasFewDigits() throws {
        let most = TOMLLimits.plainValueBytesMax
        func problems(_ digits: Int) throws -> String? {
            try ConfigurationFolder.problems("x = 1." + String(repeating: "0", count: digits - 2))
                .first
        }
        #expect(try problems(most)?.contains("x: there is no such key") == true)
        #expect(try problems(most + 1)?.contains("a number has too many digits") == true)
    }

    /// The parser ends the process over the first four of these.
    @Test(arguments: [
        ("[=", "expected a key"),
        ("a = 1979-05-27TT07:32:00", "expected a value; a text stands in quotes"),
        ("a = [1979-05-27, 07:3]", "expected a value; a text stands in quotes"),
        ("a = [}", "expected a value; a text stands in quotes"), ("[]", "expected a key"),
        ("[[a]", "expected ]"), ("[a] b", "expected the end of the line"), ("a", "expected ="),
        ("a =", "expected a value; a text stands in quotes"),
        ("a = .5", "expected a value; a text stands in quotes"), ("a = [1 x]", "expected ,"),
        ("a = { b = 1 c = 2 }", "expected ,"), ("a = { b = 1\n}", "expected ,"),
        ("a. = 1", "expected a key"), ("a = \"x", "a text has no end"),
        ("a = '''x''", "a text has no end"), ("a = 1 b = 2", "expected the end of the line"),
        ("\"\"\"a\"\"\" = 1", "expected a key on one line"),
        ("a = [", "expected a value; a text stands in quotes"),
    ])
    func whatIsBuiltOtherwiseIsNoTOML(text: String, expected: String) throws {
        #expect(
            try ConfigurationFolder.problems("# prose\n" + text) == [
                "supportd.toml:2: it is not TOML: \(expected); "
                    + "supportd.toml(5) shows how it is written"
            ])
    }

    @Test func longKeysAreReportedShortened() throws {
        let long = "\"" + String(repeating: "k", count: 100_000) + "\" = 1\n"
        let problems = try ConfigurationFolder.problems(long)
        #expect(problems.count == 1)
        #expect(problems.allSatisfy { $0.utf8.count < 400 })
    }
}
