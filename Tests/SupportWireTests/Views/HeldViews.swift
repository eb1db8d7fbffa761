import SupportJSON
import SupportWire
import Testing

/// Holds a view, which must be there, against its JSON, and the JSON against the view.
func hold<View: Codable & Equatable>(
    _ view: View?, _ json: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let view = try #require(view, sourceLocation: sourceLocation)
    #expect(ReplyLine.encoded(view).text == json, sourceLocation: sourceLocation)
    let root = try JSONDocument(text: json).root
    let read = try StrictJSONDecoder.decode(View.self, from: root, unknownMembers: .refused)
    #expect(read == view, sourceLocation: sourceLocation)
}
