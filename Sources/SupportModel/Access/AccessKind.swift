/// The three accesses that each project hands over (R6).
package enum AccessKind: String, Sendable, Codable, CaseIterable, Comparable {
    /// The admin panel of the site or shop.
    case admin
    case ftp
    case ssh

    /// In the order of the agreement: admin panel, ftp, ssh.
    package static func < (left: Self, right: Self) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
