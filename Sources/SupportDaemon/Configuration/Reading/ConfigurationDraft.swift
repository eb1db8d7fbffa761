import SupportModel
import SupportSystem

/// A configuration while its files are read one after another, with what is wrong so far.
struct ConfigurationDraft {
    private(set) var configuration = Configuration()
    var problems: [ConfigurationProblem] = []

    /// Where each key was last set, by its path.
    private var origins: [String: (file: String, line: Int)] = [:]
    /// The services that each package of a file names, also one that is wrong otherwise.
    private var namedServices: [[Name<Service>]] = []

    /// The defaults, before any file.
    init() {
        // Filled in at the end, from the services that are then known.
        for index in configuration.packages.indices {
            configuration.packages[index].services = nil
        }
    }

    /// Puts a file's settings over what is there.
    mutating func take(_ text: String, from file: String) {
        do throws(ConfigurationProblem) {
            let reading = try TOMLDocument.read(text, from: file, manual: "supportd.toml(5)") {
                readTables(&$0)
                readLists(&$0)
            }
            problems += reading.problems.sorted { $0.line ?? 0 < $1.line ?? 0 }
            origins.merge(reading.origins.mapValues { (file, $0) }) { $1 }
        } catch {
            problems.append(error)
        }
    }

    /// Checks what only the whole can show; pointless where a file could not be read at all.
    mutating func finish() {
        guard problems.allSatisfy({ $0.key != nil }) else { return }
        configuration.limits.check(&self)
        configuration.monitoring.check(&self)
        checkServices()
        configuration.settleServices()
    }

    /// Notes a problem that several keys make together, at the first of them that a file sets;
    /// not where one of them is wrong by itself.
    mutating func report(_ keys: [String], _ problem: String, _ hint: String) {
        guard !problems.contains(where: { keys.contains($0.key ?? "") }) else { return }
        let key = keys.first { origins[$0] != nil } ?? keys.first
        let origin = key.flatMap { origins[$0] }
        problems.append(
            ConfigurationProblem(
                file: origin?.file ?? "the defaults", line: origin?.line, key: key,
                problem: problem, hint: hint))
    }

    private mutating func readTables(_ root: inout TableReader) {
        root.table("daemon") { configuration.daemon.read(&$0) }
        root.table("limits") { configuration.limits.read(&$0) }
        root.table("journal") { configuration.journal.read(&$0) }
        root.table("clock") { configuration.clock.read(&$0) }
        root.table("access") { configuration.access.read(&$0) }
        root.table("tickets") { configuration.tickets.read(&$0) }
        root.table("monitoring") { configuration.monitoring.read(&$0) }
        root.table("agreement") { configuration.agreement.read(&$0) }
    }

    private mutating func readLists(_ root: inout TableReader) {
        if let services = root.tables("service", ServiceTable.read) {
            root.noDuplicates(services.map { $0?.name.text }, in: "service")
            configuration.services = services.compactMap(\.self)
        }
        if let packages = root.tables("package", PackageReading.init) {
            root.noDuplicates(packages.map { $0?.name?.text }, in: "package")
            configuration.packages = packages.compactMap { $0?.package }
            namedServices = packages.map { $0?.services ?? [] }
            origins = origins.filter { !$0.key.hasPrefix("package[") }
        }
        readLevels(&root)
    }

    private mutating func readLevels(_ root: inout TableReader) {
        let most = Level.allCases.count
        if let levels = root.tables("level", most: most, LevelTable.read) {
            root.noLevelTwice(levels.map { $0?.level }, in: "level")
            root.everyLevel(levels.map { $0?.level }, in: "level")
            configuration.levels = levels.compactMap(\.self).sorted { $0.level < $1.level }
        }
        if let targets = root.tables("target", most: most, TargetTable.read) {
            root.noLevelTwice(targets.map { $0?.level }, in: "target")
            root.everyLevel(targets.map { $0?.level }, in: "target")
            configuration.targets = targets.compactMap(\.self).sorted { $0.level < $1.level }
        }
    }

    private mutating func checkServices() {
        guard !problems.contains(where: { $0.key?.hasPrefix("service") ?? false }) else { return }
        let known = Set(configuration.services.map(\.name))
        let names = configuration.services.map(\.name.text).joined(separator: ", ")
        for (index, services) in namedServices.enumerated() {
            for (place, service) in services.enumerated() where !known.contains(service) {
                report(
                    ["package[\(index)].services[\(place)]"],
                    "there is no service \(service)", "the services are \(names)")
            }
        }
    }
}

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
