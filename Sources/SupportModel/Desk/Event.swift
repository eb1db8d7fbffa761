/// Any event, with its type in its JSON: `{"type":"ticket.opened","number":12,…}`.
package struct Event: Sendable, Codable {
    /// What happened.
    package let body: any DeskEvent

    /// The event that a particular one is, ready to be recorded.
    package init(_ body: any DeskEvent) { self.body = body }

    private enum CodingKeys: CodingKey { case type }

    /// Fails for a type that this release does not know: a journal of a later one.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let name = try container.decode(String.self, forKey: .type)
        guard let type = EventTypes.byName[name] else {
            throw DecodingError.dataCorruptedError(
                forKey: .type, in: container,
                debugDescription: "this release knows no event \"\(name)\"")
        }
        body = try type.init(from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(type(of: body).type, forKey: .type)
        try body.encode(to: encoder)
    }
}
