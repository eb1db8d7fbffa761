extension Decoder {
    /// Reads a text and turns it into a value; the error says what was expected instead.
    func scalar<Value>(_ expected: String, _ parse: (String) -> Value?) throws -> Value {
        let container = try singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = parse(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: codingPath, debugDescription: "expected \(expected)"))
        }
        return value
    }
}
