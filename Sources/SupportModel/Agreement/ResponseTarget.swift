/// How soon the agency means to answer a ticket of a level, and to have it solved.
package struct ResponseTarget: Hashable, Sendable, Codable {
    /// The level that it holds for.
    package var level: Level
    /// From the opening to the first response: 1 to `Limits.targetMinutesMax`.
    package var firstResponse: Minutes
    /// From the opening to the resolution: `firstResponse` to `Limits.targetMinutesMax`.
    package var resolution: Minutes

    package init(level: Level, firstResponse: Minutes, resolution: Minutes) {
        self.level = level
        self.firstResponse = firstResponse
        self.resolution = resolution
    }

    /// Whether its minutes are those of business time, which Levels 3 and 4 have; Levels 1 and 2
    /// run in real time, day and night.
    package var isInBusinessTime: Bool { level >= .highPriority }
}

extension Sequence<ResponseTarget> {
    /// The target of a level; nil where the level has none.
    package func target(of level: Level) -> ResponseTarget? { first { $0.level == level } }
}
