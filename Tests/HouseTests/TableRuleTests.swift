import Testing

struct TableRuleTests {
    @Test func everyTableIsShownAtSeveralWidths() {
        let sample = SourceFile(
            path: "Sources/SupportCommands/A.swift",
            text: "var a = Table(\"b\", [])\nvar c = Table(\n    \"d\", [])\n")
        let folder = TableRules.folder
        #expect(
            TableRules.everyTableHasAGoldenFile([sample], paths: ["\(folder)/b.txt"]).map(\.line)
                == [2])
        #expect(
            TableRules.everyGoldenFileHasATable(
                [sample], paths: ["\(folder)/b.txt", "\(folder)/e.json", "b.txt"]
            ).map(\.path) == ["\(folder)/e.json"])
        let client = Repository.sources.filter { $0.path.hasPrefix("Sources/SupportCommands/") }
        #expect(!client.isEmpty)
        expectNone(TableRules.everyTableHasAGoldenFile(client, paths: Repository.paths))
        expectNone(TableRules.everyGoldenFileHasATable(client, paths: Repository.paths))
    }
}
