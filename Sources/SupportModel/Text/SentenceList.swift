/// The names of things in a sentence, which stays readable however many there are.
package enum SentenceList {
    /// The most things that are named; of others it is only said how many there are.
    package static let namedMax = 10

    /// The names with commas between them: `4, 5, 9`, of more than ten the first ten and
    /// `and 290 more`.
    package static func text(_ parts: some Collection<some CustomStringConvertible>) -> String {
        let named = parts.prefix(namedMax).map(\.description).joined(separator: ", ")
        let rest = parts.count - namedMax
        return rest > 0 ? "\(named) and \(rest) more" : named
    }
}
