import Testing

struct CompletionTests {
    private func lines(_ text: String) -> [Int] {
        found(
            { CompletionRules.thingsAreOffered($0, offered: "extension Client: OfferedThing {") },
            in: text, at: "Sources/SupportCommands/Sample.swift")
    }

    @Test func argumentsThatNameAThingAreCompleted() throws {
        #expect(lines("@Option(\"h\", value: \"v\", Reading.name)\nvar a: Name<Client>?") == [])
        #expect(lines("@Argument(help: \"h\")\nvar a: Name<Client>") == [])
        #expect(lines("@Argument(help: \"h\")\nvar a: Name<Project>") == [2])
        #expect(lines("@Argument var a: Name<Client>") == [])
        #expect(lines("@Argument var a: Name<Project>") == [1])
        #expect(lines("@Option(\n\"h\", value: \"v\")\nvar a: [Identifier<Disk>] = []") == [3])
        #expect(lines("@Argument(help: \"h\")\nvar a: Identifier<TimeEntry>") == [])
        let plain = "@Option(\nhelp: ArgumentHelp(\"h\"),\ntransform: Reading.name)\n"
        #expect(lines(plain + "var a: Name<Client>?") == [4])
        #expect(lines("let a: Name<Project>\nvar b: Name<Project>") == [])
        let table = try Repository.required(CompletionRules.table)
        expectKept { CompletionRules.thingsAreOffered($0, offered: table) }
    }
}
