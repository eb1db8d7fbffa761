import SupportSystem

/// Gets the text of configuration files from the disk, bounded and checked.
enum ConfigurationFile {
    /// The file's text; nil when it is missing and may be.
    static func text(at path: String, isOptional: Bool) throws(ConfigurationProblem) -> String? {
        let bytes: [UInt8]
        do throws(SystemFault) {
            // One byte more shows that a file is too long.
            bytes = try RegularFile.read(path, bytesMax: ConfigurationLimits.fileBytesMax + 1)
        } catch {
            if isOptional, error.isMissing { return nil }
            throw problem(of: path, error)
        }
        guard bytes.count <= ConfigurationLimits.fileBytesMax else {
            throw ConfigurationProblem(
                file: path,
                problem: "it is longer than \(ConfigurationLimits.fileBytesMax) bytes",
                hint: "name the configuration, or split it over conf.d")
        }
        return try text(of: bytes, path)
    }

    /// The paths of a directory's `*.toml`, in the order of their names; none when it is missing.
    static func dropIns(in directory: String) throws(ConfigurationProblem) -> [String] {
        let names: [String]
        do throws(SystemFault) {
            names = try DirectoryEntries.names(in: directory)
        } catch {
            if error.isMissing { return [] }
            throw problem(of: directory, error)
        }
        let chosen = names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }
        guard chosen.count <= ConfigurationLimits.dropInsMax else {
            throw ConfigurationProblem(
                file: directory,
                problem: "it holds more than \(ConfigurationLimits.dropInsMax) files",
                hint: "put some of them together")
        }
        return chosen.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .map { "\(directory)/\($0)" }
    }

    private static func text(
        of bytes: [UInt8], _ path: String
    ) throws(ConfigurationProblem) -> String {
        if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) { return text }
        // No character holds a newline, so each line can be judged alone.
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        let line = lines.firstIndex {
            $0.contains(0) || String(validating: $0, as: UTF8.self) == nil
        }
        throw ConfigurationProblem(
            file: path, line: line.map { $0 + 1 }, problem: "it is not text in UTF-8",
            hint: "save it as UTF-8")
    }

    /// What is wrong with a file that could not be read: an operator's to change, or trouble of the
    /// moment.
    private static func problem(of path: String, _ fault: SystemFault) -> ConfigurationProblem {
        guard fault.isOfName else {
            return ConfigurationProblem(
                file: path, problem: "it cannot be read now: \(fault.reason)",
                hint: "start again when that is over", isPassing: true)
        }
        if fault.isMissing {
            return ConfigurationProblem(
                file: path, problem: "there is no such file",
                hint: "create it, or name another with --config")
        }
        if fault.found != nil {
            return ConfigurationProblem(
                file: path, problem: "it is not a regular file",
                hint: "name a file that can be read to its end")
        }
        return ConfigurationProblem(
            file: path, problem: "it cannot be read: \(fault.reason)",
            hint: "see to it that the daemon's user can read it")
    }
}

/// What comes to light while one file is read: its problems, and where its keys are set.
final class FileReading {
    private let file: String
    private(set) var problems: [ConfigurationProblem] = []
    /// The line of each key that was read, by its path.
    private(set) var origins: [String: Int] = [:]

    init(file: String) {
        self.file = file
    }

    /// Notes on which line a key is set.
    func note(_ path: SettingPath, _ line: Int) {
        origins[path.text] = line
    }

    /// Notes what is wrong with a key, and what would be right. A key that is missing has the line
    /// of the table around it, and in the root none.
    func report(_ path: SettingPath, _ line: Int?, _ problem: String, _ hint: String) {
        problems.append(
            ConfigurationProblem(
                file: file, line: line, key: path.text, problem: problem, hint: hint))
    }

    /// Notes a zero character, which would end a path or a name where the system reads it.
    func reportZero(_ line: Int) {
        problems.append(
            ConfigurationProblem(
                file: file, line: line, problem: "a text holds the character U+0000",
                hint: "take it out"))
    }
}
