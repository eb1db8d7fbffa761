package import SupportModel

/// A response target as the protocol shows it. Its amounts of time are minutes.
package struct TargetView: Codable, Hashable, Sendable {
    /// The level that it holds for.
    package var level: Level
    /// From a ticket's opening to the first response.
    package var firstResponse: Minutes
    /// From a ticket's opening to its resolution.
    package var resolution: Minutes
    /// True where only minutes of business time count, false where all do.
    package var businessTime: Bool

    /// What callers see of a target.
    package init(_ target: ResponseTarget) {
        level = target.level
        firstResponse = target.firstResponse
        resolution = target.resolution
        businessTime = target.isInBusinessTime
    }
}
