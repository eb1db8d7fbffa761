/// Arguments that begin with a dash and are no options, which the parser would read as bundled flags.
enum DashedText {
    /// Options whose value is a person's own text, which may begin with a dash.
    private static let options: Set = [
        "--note", "--body", "--subject", "--reason", "--name", "--project", "--text-present",
        "--text-absent",
    ]

    /// The arguments with such a text joined to its option: `--note`, `-5 x` becomes `--note=-5 x`.
    ///
    /// The parser's own strategy `.unconditional` would not do: a text such as `-q` is read by the
    /// root command, which does not know the option before it, and `--dry-run` would be a text too.
    static func joined(_ arguments: [String]) -> [String] {
        var joined: [String] = []
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        for argument in arguments[..<end] {
            // `--dry-run` after it is an option, and the text is missing.
            if let last = joined.last, options.contains(last), argument.hasPrefix("-"),
                argument != "-", !argument.hasPrefix("--")
            {
                joined[joined.count - 1] = "\(last)=\(argument)"
            } else {
                joined.append(argument)
            }
        }
        return joined + arguments[end...]
    }

    /// The first argument that is a number below zero, which nothing takes: in `-5h` the parser
    /// would see `-h` and show help.
    static func negativeNumber(in joined: [String]) -> String? {
        joined.prefix { $0 != "--" }.first { argument in
            argument.first == "-" && argument.dropFirst().first?.isNumber ?? false
        }
    }
}
