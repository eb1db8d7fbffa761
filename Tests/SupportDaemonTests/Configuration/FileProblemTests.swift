import Foundation
import SupportDaemon
import Testing

/// Files that are refused before a single key of theirs is looked at.
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

    @Test func syntaxIsToldByLine() throws {
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
        for (parts, isTaken) in [(32, true), (33, false), (500_000, false)] {
            let text = text.replacing("%", with: String(repeating: ".a", count: parts))
            let problems = try ConfigurationFolder.problems(text + "\n")
            let told =
                "supportd.toml:1: it has too many points in its keys; "
                + "the keys of supportd.toml(5) have three parts at most"
            #expect((problems == [told]) == !isTaken, "\(parts)")
        }
    }

    @Test func inlineTablesAreNoWayAroundIt() throws {
        let line = "{ a" + String(repeating: ".a", count: 31) + " = [\n"
        let problems = try ConfigurationFolder.problems(
            "x = [\n" + String(repeating: line, count: 200))
        #expect(problems.first?.hasPrefix("supportd.toml:10: it has too many points") == true)
    }

    @Test func aCommentHoldsAnyNumberOfPoints() throws {
        let ruler = "# " + String(repeating: ".", count: 90)
        #expect(try ConfigurationFolder.problems("\(ruler)\n[daemon]\n  \(ruler)\n") == [])
    }

    @Test func longKeysAreToldShortly() throws {
        let long = "\"" + String(repeating: "k", count: 100_000) + "\" = 1\n"
        let problems = try ConfigurationFolder.problems(long)
        #expect(problems.count == 1)
        #expect(problems.allSatisfy { $0.utf8.count < 300 })
    }
}
