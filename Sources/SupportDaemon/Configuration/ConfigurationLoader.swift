/// Reads the configuration: the main file, then each `*.toml` of the directory `conf.d` beside it.
///
/// The files of the directory come in the order of their names, bytewise; those whose name begins
/// with a point are passed over. A later file overrides single keys of the earlier ones, and as a
/// whole the lists `[[service]]` and `[[package]]`. What no file says keeps its default.
package struct ConfigurationLoader: Sendable {
    /// Where the main file lies unless somebody names another.
    package static let defaultFile = "/etc/supportd/supportd.toml"

    private let file: String
    private let isNamed: Bool
    private let dropIns: String

    /// A loader for a main file that was named, which must then exist, or for the default one,
    /// which may be missing. The directory may be missing either way.
    package init(file: String? = nil, dropIns: String? = nil) {
        self.file = file ?? Self.defaultFile
        isNamed = file != nil
        self.dropIns = dropIns ?? Self.directory(of: self.file) + "conf.d"
    }

    /// A loader for a main file that may be missing, for tests and packagers.
    package init(optionalFile: String, dropIns: String? = nil) {
        file = optionalFile
        isNamed = false
        self.dropIns = dropIns ?? Self.directory(of: optionalFile) + "conf.d"
    }

    /// Reads and checks everything; throws all that is wrong at once.
    package func load() throws(ConfigurationReport) -> LoadedConfiguration {
        var draft = ConfigurationDraft()
        var files: [String] = []
        take(file, isOptional: !isNamed, &draft, &files)
        do throws(ConfigurationProblem) {
            for path in try ConfigurationFile.dropIns(in: dropIns) {
                take(path, isOptional: false, &draft, &files)
            }
        } catch {
            draft.problems.append(error)
        }
        // What a file says that could not be read now may be what the others lack.
        if !draft.problems.contains(where: { $0.isPassing }) { draft.finish() }
        guard draft.problems.isEmpty else {
            throw ConfigurationReport(files: files, problems: draft.problems)
        }
        return LoadedConfiguration(configuration: draft.configuration, files: files)
    }

    private func take(
        _ path: String, isOptional: Bool, _ draft: inout ConfigurationDraft, _ files: inout [String]
    ) {
        do throws(ConfigurationProblem) {
            guard let text = try ConfigurationFile.text(at: path, isOptional: isOptional) else {
                return
            }
            files.append(path)
            draft.take(text, from: path)
        } catch {
            files.append(path)
            draft.problems.append(error)
        }
    }

    private static func directory(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}

/// Why a configuration is not taken: everything that is wrong with it, not only the first.
package struct ConfigurationReport: Error, Hashable, Sendable, CustomStringConvertible {
    /// The files that were read, in order; a later one overrides an earlier one.
    package let files: [String]
    /// Never empty; in the order of the files, and of the lines within one.
    package let problems: [ConfigurationProblem]

    /// Whether a file could not be read for now, so that nobody knows yet what the configuration
    /// says.
    package var isPassing: Bool { problems.contains { $0.isPassing } }

    /// One line a problem, without a newline at the end.
    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}

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
    package var hint: String
    /// Whether the system only refused to show the file for now: another attempt may find it good.
    package var isPassing = false

    /// `FILE:LINE: key: problem; what would be right`.
    package var description: String {
        let place = file + (line.map { ":\($0)" } ?? "") + ": "
        return place + (key.map { "\($0): " } ?? "") + "\(problem); \(hint)"
    }
}
