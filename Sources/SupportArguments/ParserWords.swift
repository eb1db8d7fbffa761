package import ArgumentParser

/// What the argument parser says of a wrong command line, in the style of the programs' own errors:
/// one sentence without a capital and without a full stop.
package enum ParserWords {
    /// The sentence for an error that a command threw when it was parsed or validated.
    package static func sentence(
        of error: any Error, in command: any ParsableCommand.Type
    ) -> String {
        if let error = error as? ValidationError { return error.message }
        let lines = command.message(for: error).split(separator: "\n")
        return restyled(lines.joined(separator: " "))
    }

    /// `--at: 2026-11-31 is not a date; write YYYY-MM-DD` for what the parser says of a value, any
    /// other sentence without a capital.
    private static func restyled(_ message: String) -> String {
        if let sentence = invalidValue(message) { return sentence }
        let sentence = (message.prefix(1).lowercased() + message.dropFirst())
            .replacing(". Did you mean", with: "; did you mean")
        return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
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
