import Foundation
import SupportJSON
import SupportModel
import SupportTestKit
import SupportWire
import Testing

/// The exact JSON of statements, which `supportc` prints and lays out.
struct StatementViewTests {
    private static func golden(_ name: String) throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../SupportCommandsTests/Golden/statement-1/\(name).json")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return "{" + text.dropFirst(#"{"v":1,"#.count).dropLast()
    }

    private func hold(_ desk: DeskFixture, _ cycle: Int, _ name: String) throws {
        let contract = try #require(desk.state.contracts[1])
        let view = StatementView(
            try desk.state.statement(
                of: contract, cycle: .number(cycle), titles: desk.catalogue.serviceTitles))
        let json = try Self.golden(name)
        #expect(ReplyLine.encoded(view).text == json)
        let read = try StrictJSONDecoder.decode(
            StatementView.self, from: try JSONDocument(text: json).root, unknownMembers: .refused)
        #expect(read == view)
    }

    @Test("a quiet month") func quiet() throws { try hold(.quietMonth(), 1, "quiet") }

    @Test("a month with everything") func eventful() throws {
        try hold(.eventfulMonth(), 2, "eventful")
    }

    @Test("the open month after it, which gave it hours") func open() throws {
        try hold(.eventfulMonth(), 3, "open")
    }
}
