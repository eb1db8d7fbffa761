/// Lets the options that every command takes stand before the noun and the verb too.
///
/// `supportc --json ticket list` becomes `supportc ticket list --json`.
package enum ArgumentOrder {
    /// Options of every command that are followed by a value, and those that are not.
    private static let valued: Set = ["--socket", "--timeout", "--key", "--if-version"]
    private static let bare: Set = ["--json", "-q", "--quiet"]

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
        return words + rest[..<end] + moved + rest[end...]
    }
}
