/// One thing that is wrong with the configuration, and what would be right.
package struct ConfigurationProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path of the file that it stands in.
    package var file: String
    /// 1 for the first; nil where the file as a whole is meant.
    package var line: Int?
    /// Where in the tables: `limits.connections`, `package[0].hours`; nil where no key is meant.
    package var key: String?
    /// What is wrong there: `it is a boolean`.
    package var problem: String
    /// What would be right: `give an integer from 1 to 100`.
    package var wayOut: String
    /// Whether the system only refused to show the file for now: another attempt may find it good.
    package var isPassing: Bool

    package init(
        file: String, line: Int? = nil, key: String? = nil, problem: String, wayOut: String,
        isPassing: Bool = false
    ) {
        self.file = file
        self.line = line
        self.key = key
        self.problem = problem
        self.wayOut = wayOut
        self.isPassing = isPassing
    }

    /// `FILE:LINE: key: problem; what would be right`.
    package var description: String {
        let place = file + (line.map { ":\($0)" } ?? "") + ": "
        return place + (key.map { "\($0): " } ?? "") + "\(problem); \(wayOut)"
    }
}
