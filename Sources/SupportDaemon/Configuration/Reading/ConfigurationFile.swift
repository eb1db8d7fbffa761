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
                wayOut: "name the configuration, or split it over conf.d")
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
                wayOut: "put some of them together")
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
            wayOut: "save it as UTF-8")
    }

    /// What is wrong with a file that could not be read: an operator's to change, or trouble of the
    /// moment.
    private static func problem(of path: String, _ fault: SystemFault) -> ConfigurationProblem {
        guard fault.isOfName else {
            return ConfigurationProblem(
                file: path, problem: "it cannot be read now: \(fault.reason)",
                wayOut: "start again when that is over", isPassing: true)
        }
        if fault.isMissing {
            return ConfigurationProblem(
                file: path, problem: "there is no such file",
                wayOut: "create it, or name another with --config")
        }
        if fault.found != nil {
            return ConfigurationProblem(
                file: path, problem: "it is not a regular file",
                wayOut: "name a file that can be read to its end")
        }
        return ConfigurationProblem(
            file: path, problem: "it cannot be read: \(fault.reason)",
            wayOut: "see to it that the daemon's user can read it")
    }
}
