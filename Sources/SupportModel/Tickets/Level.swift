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
    /// The agency's own words for the level; a catalogue may have others (`LevelWords`).
    package var title: String {
        switch self {
        case .emergency: "emergency"
        case .partialOutage: "partial outage"
        case .highPriority: "high priority, no emergency"
        case .regular: "regular"
        }
    }
}
