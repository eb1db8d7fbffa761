import SupportClient
import SupportModel
import SupportWire

/// What a user has set in the client's configuration file; nil and empty where nothing is set.
///
/// An option on the command line and a variable of the environment hold before it.
struct Settings: Equatable {
    /// The daemon's socket.
    var socket: String?
    /// How answers are printed.
    var format: OutputFormat?
    /// The zone that times are shown in.
    var zone: ZoneName?
    /// The command that long answers are read with; empty for none.
    var pager: String?
    /// Short commands: the words that each stands for, at least one.
    var aliases: [String: [String]] = [:]
}

/// How answers are printed.
enum OutputFormat: String, CaseIterable, Sendable {
    /// Tables and sentences, for people.
    case table
    /// One JSON document.
    case json
    /// Only numbers and names, one a line.
    case quiet
}

extension Settings {
    /// Names another file than the usual one; empty for none at all.
    static let pathVariable = "SUPPORTC_CONFIG"
    /// Says how answers are printed, before the file.
    static let formatVariable = "SUPPORTC_FORMAT"

    /// The settings of whoever runs the client. Throws what is wrong with the file.
    static func ofUser(_ console: any Console) throws -> Settings {
        let named = console.variable(pathVariable)
        guard let path = named ?? usualPath(console), !path.isEmpty else { return Settings() }
        let bytes = try console.settings(
            inFile: path, bytesMax: SettingsFile.bytesMax + 1, isNamed: named != nil)
        guard let bytes else {
            guard named != nil else { return Settings() }
            throw ClientFault.settings(
                path: path, why: "there is no such file",
                hint: "write it, or name another with \(pathVariable), which may be empty")
        }
        return try SettingsFile.read(bytes, from: path)
    }

    /// The file of the XDG Base Directory Specification; nil where no home is known.
    private static func usualPath(_ console: any Console) -> String? {
        let file = "supportc/config.toml"
        // The specification has a path that is not absolute ignored.
        if let folder = console.variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
            return "\(folder)/\(file)"
        }
        guard let home = console.variable("HOME"), home.hasPrefix("/") else { return nil }
        return "\(home)/.config/\(file)"
    }
}

extension Settings {
    /// The arguments with an alias replaced by what it stands for and the format said, where it is
    /// not said on the line.
    func applied(to arguments: [String], _ console: any Console) throws -> [String] {
        let expanded = expanded(arguments)
        guard FormatOnLine.isOpen(expanded), let flag = try format(console)?.flag else {
            return expanded
        }
        return [flag] + expanded
    }

    /// The arguments with an alias replaced, once: what it stands for is a command, not an alias.
    func expanded(_ arguments: [String]) -> [String] {
        guard !aliases.isEmpty, let place = CommandWords.place(in: arguments),
            let words = aliases[arguments[place]]
        else { return arguments }
        return arguments[..<place] + words + arguments[(place + 1)...]
    }

    private func format(_ console: any Console) throws(WireError) -> OutputFormat? {
        guard let text = console.variable(Self.formatVariable), !text.isEmpty else {
            return format
        }
        guard let format = OutputFormat(rawValue: text) else {
            throw WireError(
                .usage, "usage",
                "\(Self.formatVariable): \(text) is not one of "
                    + Words.list(OutputFormat.allCases.map(\.rawValue)))
        }
        return format
    }
}

extension OutputFormat {
    /// The flag that says the same on the line; nil for what is printed without any.
    fileprivate var flag: String? {
        switch self {
        case .table: nil
        case .json: "--json"
        case .quiet: "--quiet"
        }
    }
}

/// Whether a command line leaves open how the answer is printed.
private enum FormatOnLine {
    private static let flags: Set = ["--json", "--quiet", "--table", "--live"]
    /// Commands that print something else than an answer.
    private static let nouns: Set = ["export", "call", "help"]

    static func isOpen(_ arguments: [String]) -> Bool {
        let noun = CommandWords.place(in: arguments).map { arguments[$0] } ?? ""
        guard !nouns.contains(noun) else { return false }
        return arguments.prefix { $0 != "--" }.allSatisfy {
            !flags.contains($0) && !isQuiet($0) && !(noun == "statement" && isFormat($0))
        }
    }

    /// `-q`, also among other letters: `-qf`.
    private static func isQuiet(_ argument: String) -> Bool {
        DashedText.isOption(argument) && !argument.hasPrefix("--") && argument.contains("q")
    }

    private static func isFormat(_ argument: String) -> Bool {
        argument == "--format" || argument.hasPrefix("--format=")
    }
}

/// Where the noun stands in a command line.
enum CommandWords {
    /// Options that may stand before a noun, with a value.
    private static let valued: Set = ["--socket", "--timeout", "--key", "--if-version"]

    /// The place of the first word that is neither an option nor its value; nil without one.
    static func place(in arguments: [String]) -> Int? {
        var isValue = false
        for (place, argument) in arguments.enumerated() {
            if argument == "--" { return nil }
            if !isValue, !argument.hasPrefix("-") { return place }
            isValue = !isValue && valued.contains(argument)
        }
        return nil
    }
}
