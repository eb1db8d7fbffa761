/// A value behind a reference, so that what changes it can stand in an expectation.
final class Held<Value> {
    private var value: Value

    init(_ value: Value) { self.value = value }

    @discardableResult
    func callAsFunction<Answer>(_ change: (inout Value) -> Answer) -> Answer { change(&value) }
}
