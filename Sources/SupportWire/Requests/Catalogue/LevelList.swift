/// Lists the four levels with their words and examples (R3).
package struct LevelList: Request {
    package static let method = "level.list"
    package static let access = Access.read
    package static let cost = Cost.quick

    /// The request, which has no parameters.
    package init() {}

    /// The levels, most severe first.
    package struct Reply: Codable, Hashable, Sendable {
        /// All four, level 1 first.
        package var levels: [LevelView]

        package init(levels: [LevelView]) {
            self.levels = levels
        }
    }
}
