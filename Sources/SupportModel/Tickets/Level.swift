/// How severe a ticket is (R3): 1 is an emergency, 4 is regular work. Its JSON is the number.
package enum Level: Int, Sendable, Codable, CaseIterable, Comparable {
    /// The site is down, orders or payments are impossible, or security is severely breached.
    case emergency = 1
    /// A part is missing or disrupted, though orders still go through.
    case partialOutage = 2
    /// High priority, no emergency.
    case highPriority = 3
    /// Small bugs and changes, configuration, new features.
    case regular = 4

    package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
}

extension Level {
    /// The level's words and examples, as `supportc level list` shows them.
    package var title: String {
        switch self {
        case .emergency: "emergency"
        case .partialOutage: "partial outage"
        case .highPriority: "high priority, no emergency"
        case .regular: "regular"
        }
    }

    /// What belongs to the level, for a person who must choose one.
    package var examples: [String] {
        switch self {
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
