package import SupportModel

/// Examines the desk and its host, and says what an administrator should change.
///
/// Nothing is changed, and what does not answer in time is said to be unknown.
package struct DeskExamine: Request {
    package static let method = Method<Reply>.operate("desk.examine", .long)

    /// The request, which has no parameters.
    package init() {}

    /// What was found.
    package struct Reply: View {
        /// When, by the desk's clock.
        package var at: Instant
        /// By area, in the order of `ExaminedArea`; in each the worst first. None is without one.
        package var findings: [Finding]

        package init(at: Instant, findings: [Finding]) {
            (self.at, self.findings) = (at, findings)
        }
    }
}

/// What is examined.
package enum ExaminedArea: String, Hashable, Sendable, Codable, CaseIterable {
    /// The files of the configuration.
    case config
    /// Who may do what.
    case rights
    /// The state directory and its file system.
    case disk
    /// The wall clock and the zone data.
    case clock
    /// The records, their files, whether changes are stored.
    case journal
    /// The files that tickets have.
    case attachments
    /// The worker, and whether monitors are probed.
    case worker
    /// The key of the access data (R6).
    case key
    /// The sockets and their connections.
    case sockets
    /// Copies of the desk.
    case backup
    /// Mail addresses.
    case mail
    /// The daemon's program.
    case program
}

/// How a finding is to be taken, the worst first.
package enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    /// Something does not work, or will soon not.
    case problem
    /// Everything works, and something should be changed.
    case advice
    /// The desk cannot see it.
    case unknown
    /// Nothing is to be changed.
    case fine

    /// Whether an administrator should change something.
    package var asksForChange: Bool { self == .problem || self == .advice }
}

/// One thing that an examination has found.
package struct Finding: View {
    /// What it is about.
    package var area: ExaminedArea
    /// How it is to be taken.
    package var verdict: Verdict
    /// Kebab-case, stable, never reused: `changes-refused`.
    package var code: String
    /// One sentence with the figures.
    package var message: String
    /// What to do; missing where there is nothing to do.
    package var hint: String?
    /// The figures by name; missing for none.
    package var figures: [String: String]?

    package init(
        _ area: ExaminedArea, _ verdict: Verdict, _ code: String, _ message: String,
        hint: String? = nil, figures: [String: String]? = nil
    ) {
        (self.area, self.verdict, self.code) = (area, verdict, code)
        (self.message, self.hint, self.figures) = (message, hint, figures)
    }
}

extension [Finding] {
    /// By area, and in each the worst first; what is equal keeps its order.
    package var sortedForReading: [Finding] {
        ExaminedArea.allCases.flatMap { area in
            Verdict.allCases.flatMap { verdict in
                filter { $0.area == area && $0.verdict == verdict }
            }
        }
    }
}
