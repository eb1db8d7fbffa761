package import SupportModel

/// A level as the protocol shows it, in the words of the catalogue.
package struct LevelView: Codable, Hashable, Sendable {
    /// 1 for an emergency, up to 4 for regular work.
    package var level: Level
    /// The level in a few words: `partial outage`.
    package var title: String
    /// What makes a ticket one of this level; missing from older desks.
    package var text: String?
    /// What belongs to it, for a person who must choose a level.
    package var examples: [String]
    /// The target of work on demand, and of every package that has none of its own; missing where
    /// the catalogue has none.
    package var target: TargetView?

    /// What callers see of a level.
    package init(_ words: LevelWords, target: ResponseTarget?) {
        level = words.level
        title = words.title
        text = words.text
        examples = words.examples
        self.target = target.map(TargetView.init)
    }

    /// What callers see of a level of a catalogue.
    package init(_ level: Level, in catalogue: Catalogue) {
        self.init(catalogue.words(of: level), target: catalogue.targets.target(of: level))
    }
}
