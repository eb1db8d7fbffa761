/// Lets the options that every command takes stand before the noun and the verb too.
///
/// `supportc --json ticket list` becomes `supportc ticket list --json`.
package enum ArgumentOrder {
    /// Options of every command that are followed by a value, and those that are not.
    private static let valued: Set = ["--socket", "--timeout", "--key", "--if-version"]
    private static let bare: Set = ["--json", "-q", "--quiet"]
    /// Options whose value is a person's own text, which may begin with a dash.
    private static let texts: Set = [
        "--note", "--body", "--subject", "--reason", "--name", "--project", "--text-present",
        "--text-absent",
    ]

    /// An option at the front that is not followed by its value.
    package struct MissingValue: Error, Hashable {
        /// Its name, such as `--socket`.
        package let option: String
    }

    /// The arguments with such options moved from before the second word to the end, or in front of
    /// `--`. Without any word, and for `help`, they have no use and are dropped.
    package static func sorted(_ arguments: [String]) throws(MissingValue) -> [String] {
        var (words, moved) = ([String](), [String]())
        var at = 0
        while at < arguments.count, words.count < 2 {
            let argument = arguments[at]
            let name = argument.prefix { $0 != "=" }
            if valued.contains(argument) {
                guard at + 1 < arguments.count else { throw MissingValue(option: argument) }
                moved += [argument, arguments[at + 1]]
                at += 1
            } else if bare.contains(argument) || valued.contains(String(name)) {
                moved.append(argument)
            } else if argument.hasPrefix("-") {
                break
            } else {
                words.append(argument)
            }
            at += 1
        }
        if words.isEmpty || words.first == "help" { moved = [] }
        let rest = arguments[at...]
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return words + joiningTexts(rest[..<end]) + moved + rest[end...]
    }

    /// The first argument that is a number below zero, which nothing takes: a parser would see
    /// options in `-3h`.
    package static func negativeNumber(in arguments: [String]) -> String? {
        let bound = arguments.prefix { $0 != "--" }
        return zip([""] + bound, bound).first { before, argument in
            argument.first == "-" && argument.dropFirst().first?.isNumber ?? false
                && !texts.contains(before)
        }?.1
    }

    /// `--note`, `-5 x` becomes `--note=-5 x`.
    private static func joiningTexts(_ arguments: ArraySlice<String>) -> [String] {
        var joined: [String] = []
        for argument in arguments {
            // `--dry-run` after it is an option, and the text is missing.
            if let last = joined.last, texts.contains(last), argument.hasPrefix("-"),
                argument != "-", !argument.hasPrefix("--")
            {
                joined[joined.count - 1] = "\(last)=\(argument)"
            } else {
                joined.append(argument)
            }
        }
        return joined
    }
}
