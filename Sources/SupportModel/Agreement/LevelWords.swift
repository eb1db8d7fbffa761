/// A level in words, for a person who must choose one (R3).
package struct LevelWords: Hashable, Sendable, Codable {
    /// The level that is described.
    package var level: Level
    /// A few words: `partial outage`.
    package var title: String
    /// What makes a ticket one of this level, in one line.
    package var text: String
    /// What belongs to it, each in one line.
    package var examples: [String]

    package init(level: Level, title: String, text: String, examples: [String]) {
        self.level = level
        self.title = title
        self.text = text
        self.examples = examples
    }

    /// The agency's own words for all four levels, Level 1 first.
    package static var shipped: [LevelWords] { Level.allCases.map(shipped) }

    /// The agency's own words for a level.
    package static func shipped(_ level: Level) -> LevelWords {
        LevelWords(
            level: level, title: level.title, text: text(of: level), examples: examples(of: level))
    }

    private static func text(of level: Level) -> String {
        switch level {
        case .emergency: "The site does not do its work at all, or is in danger."
        case .partialOutage: "A part is missing or disrupted, though orders still go through."
        case .highPriority: "Something that matters is broken, but it is no emergency."
        case .regular: "Work that can be planned."
        }
    }

    private static func examples(of level: Level) -> [String] {
        switch level {
        case .emergency:
            ["site down", "orders or payments impossible", "severe security breach"]
        case .partialOutage:
            [
                "part of the catalogue missing",
                "business logic disrupted though orders still go through",
                "critical transactional mail not sent",
            ]
        case .highPriority:
            ["search or filtering without results", "some pages corrupted"]
        case .regular:
            [
                "small bugs", "small design changes", "configuration", "extension installation",
                "new features",
            ]
        }
    }
}
