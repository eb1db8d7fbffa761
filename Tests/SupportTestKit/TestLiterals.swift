package import SupportModel

// Literals for the small values of the model, so that a test reads like the sentence it checks. One
// that cannot be stops the test run: it is a mistake in the test.

/// The value, or the end of a test run whose source is wrong.
private func known<Value>(_ value: Value?, _ text: String) -> Value {
    guard let value else { preconditionFailure("\"\(text)\" is no \(Value.self)") }
    return value
}

/// A value that is made of its text, or not at all.
package protocol TextLiteral: ExpressibleByStringLiteral {
    /// Nil for a text that is no such value.
    init?(_ text: String)
}

extension TextLiteral {
    package init(stringLiteral text: String) { self = known(Self(text), text) }
}

extension Name: TextLiteral {}
extension ZoneName: TextLiteral {}
extension CivilDate: TextLiteral {}
extension DayReference: TextLiteral {}
extension CivilMonth: TextLiteral {}
extension Instant: TextLiteral {}

extension Minutes: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = known(Self(text: text), text) }
}

extension Identifier: ExpressibleByIntegerLiteral {
    package init(integerLiteral number: Int) { self = known(Self(number), "\(number)") }
}
