import Testing

/// One sentence of the agreement and a case of it, written for an account manager: what is given,
/// what happens, and the figures that must come of it, computed by hand.
///
/// Every line of `when` and `then` is a step of a `Story`. A date before it moves the clock to noon
/// of that day, UTC; a full time to that time.
struct WorkedExample: Sendable, CustomTestStringConvertible {
    /// The rule: `R9`, or `hours` for "How hours are counted".
    let rule: String
    /// The sentence that the example is about.
    let sentence: String
    let given: [String]
    let when: [String]
    let then: [String]

    init(
        _ rule: String, _ sentence: String, given: [String] = Self.starter, when: [String] = [],
        then: [String]
    ) {
        self.rule = rule
        self.sentence = sentence
        self.given = given
        self.when = when
        self.then = then
    }

    /// A year of Starter from 1 October 2026, and ticket 1 of Level 4. 5 October is a Monday.
    /// Starter: 40 hours, 2400.00 a month, 75.00 an extra hour, without `development`.
    static let starter = ["2026-10-01: sign starter from 2026-10-01 months 12", "ticket 4"]

    var testDescription: String { "\(rule): \(sentence)" }
}
