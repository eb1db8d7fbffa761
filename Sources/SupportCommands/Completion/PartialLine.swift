import ArgumentParser
import SupportWire

/// A command line while it is being written: what may stand where its last word is.
struct PartialLine {
    /// The words of the command, without options: `ticket`, `show`.
    let path: [String]
    /// What goes there.
    let wanted: Wanted
    /// What stands before the value in the same word, `--level=`; empty where nothing does.
    let before: String
    /// The socket that the line names.
    let socket: String?

    /// What may stand in a place.
    enum Wanted {
        /// One of these words.
        case words([Candidate])
        /// A thing of the desk's.
        case offer(Offer)
        /// A file; with one of these endings where there are any.
        case files([String])
    }

    /// Takes the words apart that follow the program's name, the last one unfinished.
    init(_ words: [String], _ settings: Settings) {
        let last = words.last ?? ""
        var given = GivenWords(settings.expanded(Array(words.dropLast())))
        path = given.path
        socket = given.socket
        var before = ""
        if given.takesOption, last.hasPrefix("--"), let mark = last.firstIndex(of: "=") {
            given.take(option: String(last[..<mark]))
            before = String(last[...mark])
        }
        self.before = before
        if let option = given.pending {
            wanted = Self.value(of: option)
        } else if given.takesOption, last.hasPrefix("-") {
            wanted = .words(before.isEmpty ? given.options : [])
        } else {
            wanted = given.place(settings)
        }
    }

    /// What the value of an option may be.
    fileprivate static func value(of parameter: CommandGrammar.Parameter) -> Wanted {
        switch parameter.completion {
        case .list(let words): .words(words.map { Candidate(word: $0) })
        case .offer(let offer): .offer(offer)
        case .files(let endings): .files(endings)
        case nil: .words([])
        }
    }
}

/// A word that a shell can offer.
struct Candidate: Equatable {
    let word: String
    /// What people read beside it; empty for nothing.
    var says = ""
}

/// The finished words of a line: the command they name, and what it has got so far.
private struct GivenWords {
    private(set) var path: [String] = []
    /// The option whose value comes next.
    private(set) var pending: CommandGrammar.Parameter?
    /// Whether `--` was given, behind which there are no options.
    private var isAfterOptions = false
    /// What `--socket` says.
    private(set) var socket: String?
    private var command: any ParsableCommand.Type = RootCommand.self
    /// Nil behind a word that is no command.
    private var grammar = CommandGrammar(UnknownCommand.self)
    private var given: Set<String> = []
    private var positionalCount = 0

    init(_ words: [String]) {
        for word in words { take(word) }
    }

    private mutating func take(_ word: String) {
        if let option = pending {
            pending = nil
            if option.names.contains("--socket") { socket = word }
        } else if isAfterOptions {
            positionalCount += 1
        } else if word == "--" {
            isAfterOptions = true
        } else if DashedText.isOption(word) {
            take(option: word)
        } else if command.configuration.subcommands.isEmpty {
            positionalCount += 1
        } else if !(path.isEmpty && word == "help") {
            take(verb: word)
        }
    }

    private mutating func take(verb word: String) {
        let known = command.configuration.subcommands
        guard let next = known.first(where: { $0.configuration.commandName == word }) else {
            grammar = nil
            return
        }
        command = next
        path.append(word)
        if next.configuration.subcommands.isEmpty { grammar = CommandGrammar(next) }
    }

    /// Takes an option, perhaps with its value behind `=`.
    mutating func take(option word: String) {
        let name = String(word.prefix { $0 != "=" })
        if name == "--socket", name != word { socket = String(word.dropFirst(name.count + 1)) }
        guard let option = grammar?.option(name) else { return }
        if !option.isRepeating { given.formUnion(option.names) }
        pending = option.isFlag || word != name ? nil : option
    }

    /// Whether the next word can be an option.
    var takesOption: Bool { pending == nil && !isAfterOptions }

    /// The options that can still be given.
    var options: [Candidate] {
        (grammar?.options ?? []).filter { given.isDisjoint(with: $0.names) }.compactMap { option in
            option.names.last { $0.hasPrefix("--") }.map { Candidate(word: $0, says: option.says) }
        }
    }

    /// What may stand where a command or an argument can: where the command takes no argument any
    /// more, its options.
    func place(_ settings: Settings) -> PartialLine.Wanted {
        let commands = command.configuration.subcommands
        guard grammar != nil else { return .words([]) }
        guard commands.isEmpty else { return .words(verbs(commands, settings)) }
        let positionals = grammar?.positionals ?? []
        guard let last = positionals.last, positionalCount < positionals.count || last.isRepeating
        else { return .words(isAfterOptions ? [] : options) }
        return PartialLine.value(of: positionals[min(positionalCount, positionals.count - 1)])
    }

    private func verbs(
        _ commands: [any ParsableCommand.Type], _ settings: Settings
    ) -> [Candidate] {
        let verbs = commands.compactMap { command in
            command.configuration.commandName.map {
                Candidate(word: $0, says: command.configuration.abstract)
            }
        }
        guard path.isEmpty else { return verbs }
        let aliases = settings.aliases.sorted { $0.key < $1.key }
        return verbs
            + aliases.map { Candidate(word: $0.key, says: $0.value.joined(separator: " ")) }
    }
}
