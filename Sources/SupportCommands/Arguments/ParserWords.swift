/// The sentences of the argument parser in the style of the desk's own.
enum ParserWords {
    /// `--at: 2026-11-31 is not a date; write YYYY-MM-DD` for what the parser says of a value, any
    /// other sentence without a capital.
    static func restyled(_ message: String) -> String {
        let sentence = invalidValue(message) ?? message.prefix(1).lowercased() + message.dropFirst()
        return sentence.replacing(". Did you mean", with: "; did you mean")
    }

    /// The sentence about a value that a reader refused, which names the value itself.
    private static func invalidValue(_ message: String) -> String? {
        guard message.hasPrefix("The value '"),
            let middle = message.firstRange(of: "' is invalid for '"),
            let end = message[middle.upperBound...].firstRange(of: "': ")
        else { return nil }
        let place = message[middle.upperBound..<end.lowerBound]
        let name = place.prefix { $0 != " " }.filter { $0 != "<" && $0 != ">" }
        return "\(name): \(message[end.upperBound...])"
    }
}
