import ArgumentParser
import SupportJSON
import SupportModel

/// The arguments of one command, as the parser describes them.
///
/// Only made for the error about a command line that the parser has refused, as the description takes
/// longer than the parse.
struct CommandGrammar {
    /// The positional arguments in order.
    let positionals: [Parameter]
    /// The options and flags that the command's help shows.
    let options: [Parameter]
    /// A whole command line that is right; nil where the help has none.
    let example: String?

    /// One argument, option or flag.
    struct Parameter {
        /// How it is written, with dashes; empty for a positional one.
        let names: [String]
        /// What the help calls its value.
        let value: String
        let isFlag: Bool
        let isOptional: Bool
        let isRepeating: Bool
        /// What it is for, in the words of the help.
        let says: String
        /// What a shell offers for its value; nil where nobody knows.
        let completion: Completion?

        /// What a shell can offer for a value.
        enum Completion: Equatable {
            case list([String])
            case offer(Offer)
            /// Files, with one of these endings where there are any.
            case files([String])
        }

        /// `--level <level>`, `<ticket>`.
        var words: String {
            guard let name = names.last(where: { $0.hasPrefix("--") }) ?? names.last else {
                return "<\(value)>"
            }
            return isFlag ? name : "\(name) <\(value)>"
        }
    }

    /// Nil where the parser describes it in another form than this release knows.
    init?(_ command: any ParsableCommand.Type) {
        guard let document = try? JSONDocument(text: command._dumpHelp()),
            let parameters = document.root[member: "command"]?[member: "arguments"]
        else { return nil }
        var positionals: [Parameter] = []
        var options: [Parameter] = []
        for parameter in parameters.elements
        where parameter[member: "shouldDisplay"]?.bool ?? true {
            if parameter[member: "kind"]?.string == "positional" {
                positionals.append(Parameter(parameter))
            } else {
                options.append(Parameter(parameter))
            }
        }
        self.positionals = positionals
        self.options = options
        let mark = "Example:\n  "
        let discussion = command.configuration.discussion
        example = discussion.firstRange(of: mark).map {
            String(discussion[$0.upperBound...].prefix { $0 != "\n" })
        }
    }

    /// The option or flag of a name with its dashes.
    func option(_ name: String) -> Parameter? { options.first { $0.names.contains(name) } }
}

extension CommandGrammar.Parameter {
    fileprivate init(_ json: JSONValue) {
        names = (json[member: "names"]?.elements.map(\.self) ?? []).compactMap { name in
            name[member: "name"]?.string.map {
                (name[member: "kind"]?.string == "long" ? "--" : "-") + $0
            }
        }
        value = json[member: "valueName"]?.string ?? "value"
        isFlag = json[member: "kind"]?.string == "flag"
        isOptional = json[member: "isOptional"]?.bool ?? true
        isRepeating = json[member: "isRepeating"]?.bool ?? false
        says = json[member: "abstract"]?.string ?? ""
        completion = json[member: "completionKind"].flatMap(Completion.init)
    }
}

extension CommandGrammar.Parameter.Completion {
    fileprivate init?(_ json: JSONValue) {
        let texts = { (list: JSONValue?) in list?.elements.compactMap(\.string) ?? [] }
        if let list = json[member: "list"] {
            self = .list(texts(list[member: "values"]))
        } else if let file = json[member: "file"] {
            self = .files(texts(file[member: "extensions"]))
        } else if let name = json[member: "shellCommand"]?[member: "command"]?.string {
            guard let offer = Offer(rawValue: name) else { return nil }
            self = .offer(offer)
        } else {
            return nil
        }
    }
}

/// A command line without its noun and verb, compared with the grammar of its command.
struct GivenArguments {
    private let grammar: CommandGrammar
    /// The values of positional arguments, in order.
    private var positionals: [String] = []
    /// The options that were given, as the grammar names them.
    private var given: Set<String> = []
    /// The first option that the command does not have.
    private var unknown: String?
    /// Whether the last option lacks its value, which the parser says better.
    private var isValueMissing = false

    init(_ arguments: [String], _ grammar: CommandGrammar) {
        self.grammar = grammar
        var rest = arguments[...]
        while let argument = rest.popFirst(), argument != "--" {
            if DashedText.isOption(argument) {
                take(option: argument, &rest)
            } else {
                positionals.append(DashedText.unmarked(argument))
            }
        }
        positionals += rest
    }

    private mutating func take(option argument: String, _ rest: inout ArraySlice<String>) {
        let isLong = argument.hasPrefix("--")
        let letters = argument.dropFirst().map { "-\($0)" }
        for name in isLong ? [String(argument.prefix { $0 != "=" })] : letters {
            guard let option = grammar.option(name) else {
                unknown = unknown ?? name
                continue
            }
            given.formUnion(option.names)
            guard !option.isFlag, !argument.contains("=") else { continue }
            if let value = rest.first, value != "--", !DashedText.isOption(value) {
                rest.removeFirst()
            } else {
                isValueMissing = true
            }
        }
    }

    /// What is wrong, after the words of the command; nil where the parser has to say it.
    func mistake(after path: [String]) -> CommandMistake? {
        let values = positionals.dropFirst(path.count)
        let places = grammar.positionals.count
        if let unknown {
            let near = nearest(to: unknown)
            return near == nil && values.count < places
                ? .dashedWord(unknown) : .unknownOption(unknown, nearest: near)
        }
        guard !isValueMissing else { return nil }
        if values.count > places, !(grammar.positionals.last?.isRepeating ?? false) {
            let extra = Array(values.dropFirst(places))
            if let first = extra.first, first.hasPrefix("-"), let near = nearest(to: first) {
                return .unknownOption(first, nearest: near)
            }
            return .unexpected(extra)
        }
        let missing =
            grammar.positionals.dropFirst(values.count).filter { !$0.isOptional }
            + grammar.options.filter { !$0.isOptional && given.isDisjoint(with: $0.names) }
        return missing.isEmpty ? nil : .missing(missing.map(\.words), example: grammar.example)
    }

    /// The option that is nearest to a word, or the only one that begins with it.
    private func nearest(to word: String) -> String? {
        let names = grammar.options.flatMap(\.names).filter { $0.hasPrefix("--") }
        let wanted = word.hasPrefix("--") ? word : "-\(word)"
        let begun = names.filter { $0.hasPrefix(wanted) }
        return begun.count == 1 ? begun.first : NearestWord.to(wanted, among: names)
    }
}
