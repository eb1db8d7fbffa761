import Foundation

/// Gets the text of configuration files from the disk, bounded and checked.
enum ConfigurationFile {
    /// The file's text; nil when it is missing and may be.
    static func text(at path: String, isOptional: Bool) throws(ConfigurationProblem) -> String? {
        guard FileManager.default.fileExists(atPath: path) else {
            if isOptional { return nil }
            throw ConfigurationProblem(
                file: path, problem: "there is no such file",
                wayOut: "create it, or name another with --config")
        }
        let bytes = try bytes(at: path)
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
        guard FileManager.default.fileExists(atPath: directory) else { return [] }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory)
        } catch {
            throw unreadable(directory, error)
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

    /// At most one byte more than a file may have. Anything but a regular file is refused: reading
    /// a pipe would wait for ever.
    private static func bytes(at path: String) throws(ConfigurationProblem) -> [UInt8] {
        do {
            let target = URL(filePath: path).resolvingSymlinksInPath()
            let kind = try target.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
            guard kind == true else {
                throw ConfigurationProblem(
                    file: path, problem: "it is not a regular file",
                    wayOut: "name a file that can be read to its end")
            }
            let handle = try FileHandle(forReadingFrom: target)
            defer { try? handle.close() }
            var bytes: [UInt8] = []
            while bytes.count <= ConfigurationLimits.fileBytesMax {
                let room = ConfigurationLimits.fileBytesMax + 1 - bytes.count
                guard let more = try handle.read(upToCount: room), !more.isEmpty else { break }
                bytes.append(contentsOf: more)
            }
            return bytes
        } catch let problem as ConfigurationProblem {
            throw problem
        } catch {
            throw unreadable(path, error)
        }
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

    private static func unreadable(_ path: String, _ error: any Error) -> ConfigurationProblem {
        let code = (error as? CocoaError)?.code
        let why =
            code == .fileReadNoPermission
            ? "the daemon's user may not read it" : "it cannot be read: \(reason(error))"
        return ConfigurationProblem(
            file: path, problem: why, wayOut: "see to it that the daemon's user can read it")
    }

    private static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        return (underlying ?? error as NSError).localizedDescription
    }
}
