package import SupportModel

/// A level as the protocol shows it.
package struct LevelView: Codable, Hashable, Sendable {
    /// 1 for an emergency, up to 4 for regular work.
    package var level: Level
    /// The level in words: `partial outage`.
    package var title: String
    /// What belongs to it, for a person who must choose a level.
    package var examples: [String]

    /// What callers see of a level.
    package init(_ level: Level) {
        self.level = level
        title = level.title
        examples = level.examples
    }
}
