/// An error as the protocol tells it: a class of exit code, a stable word, and a sentence.
package struct WireError: Error, Sendable, Hashable, Codable {
    /// The class, which is what `supportc` exits with.
    package var code: ExitCode
    /// One sentence: what was refused, by which rule, with the figures.
    package var message: String
    /// The parts of the error that a program can act on.
    package var data: Detail

    /// What a program reads.
    package struct Detail: Sendable, Hashable, Codable {
        /// Kebab-case, stable, never reused: `weekly-limit`.
        package var error: String
        /// What to do instead.
        package var wayOut: String?
        /// The figures that explain it, by name.
        package var figures: [String: String]?
        /// The rows of a file that were refused, in its order; missing for everything else.
        package var errors: [RowError]?
    }

    /// An error of a class, under a stable word, with its sentence; `wayOut`, `figures` and
    /// `errors` are left off the line where there are none.
    package init(
        _ code: ExitCode, _ error: String, _ message: String, wayOut: String? = nil,
        figures: [String: String]? = nil, errors: [RowError]? = nil
    ) {
        self.code = code
        self.message = message
        data = Detail(error: error, wayOut: wayOut, figures: figures, errors: errors)
    }
}
