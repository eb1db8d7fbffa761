package import SupportModel

/// Shows one level (R3).
package struct LevelShow: Request {
    package static let method = "level.show"
    package static let access = Access.read
    package static let cost = Cost.quick
    /// The level to show, 1 to 4.
    package var level: Level

    package init(level: Level) {
        self.level = level
    }

    package typealias Reply = LevelView
}
