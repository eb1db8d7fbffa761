import SupportModel

/// One `[[level]]`: a level of severity in words (R3).
enum LevelTable {
    /// Reads one; nil when something of it is missing or wrong.
    static func read(_ table: inout TableReader) -> LevelWords? {
        let level = table.required("level", .level)
        let title = table.required("title", .title)
        let text = table.required("text", .title)
        let examples = table.required(
            "examples", .lines(most: ConfigurationLimits.levelExamplesMax))
        guard let level, let title, let text, let examples else { return nil }
        return LevelWords(level: level, title: title, text: text, examples: examples)
    }
}
