package import SupportModel

/// A level as the protocol shows it.
package struct LevelView: Codable, Hashable, Sendable {
    package var level: Level
    package var title: String
    package var examples: [String]

    package init(_ level: Level) {
        self.level = level
        title = level.title
        examples = level.examples
    }
}
