import SupportModel
import SupportTestKit

/// One line of a worked example: an optional time, and words.
struct StoryStep {
    /// When it happens; nil: at the time of the step before.
    let at: Instant?
    /// The verb, or the label of an expectation.
    let verb: String
    private let words: [String]

    init(_ line: String) {
        var words = line.split(separator: " ").map(String.init)
        let first = String((words.first ?? "").dropLast())
        let day = CivilDate(first).flatMap { Instant("\($0)T12:00:00Z") }
        at = line.contains(": ") || line.hasSuffix(":") ? Instant(first) ?? day : nil
        if at != nil { words.removeFirst() }
        verb = words.first ?? ""
        self.words = Array(words.dropFirst())
    }

    /// The word after the verb.
    var object: String { words.first ?? "" }

    /// Whether a word stands among the others.
    func has(_ word: String) -> Bool { words.contains(word) }

    /// The word after a word.
    func value(_ name: String) -> String? {
        guard let place = words.firstIndex(of: name), place + 1 < words.count else { return nil }
        return words[place + 1]
    }

    func date(_ name: String) -> CivilDate? { value(name).flatMap { CivilDate($0) } }
    func minutes(_ name: String) -> Minutes? { value(name).flatMap { Minutes(text: $0) } }
    /// `25` or `7h30m`.
    func hours(_ name: String) -> Minutes? { number(name).map(Minutes.hours) ?? minutes(name) }
    func number(_ name: String) -> Int? { value(name).flatMap { Int($0) } }
    func name<Subject>(_ name: String) -> Name<Subject>? { value(name).flatMap { Name($0) } }
}
