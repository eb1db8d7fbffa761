/// The words of a refusal: its message or a part of it, and the hint.
struct RefusalText {
    var text: String
    var hint: String

    init(_ text: String, hint: String) {
        (self.text, self.hint) = (text, hint)
    }
}

extension WireError {
    /// The error whose message is the words.
    init(_ error: String, _ words: RefusalText, after: String = "", code: ExitCode = .refused) {
        self.init(error, "", words, after: after, code: code)
    }

    /// The error whose message is the words, between what comes before and after them.
    init(
        _ error: String, _ before: String, _ words: RefusalText, after: String = "",
        code: ExitCode = .refused
    ) {
        self.init(code, error, before + words.text + after, hint: words.hint)
    }
}
