/// One thing as a file says that it should be.
protocol DesiredThing: Sendable {
    /// Where the file says it.
    var place: TablePlace { get }
    /// What makes it so; nil where it is so already.
    func command(on state: State, _ context: Context) throws(Refusal) -> (any Command)?
    /// The key that a refusal is about; nil for the thing as a whole.
    func key(toBlame refusal: Refusal) -> String?
    /// The thing as it was and as it is.
    func change(from before: State, to after: State) -> AppliedChange
}

extension Refusal {
    /// The first key whose words begin what is wrong here.
    func key(_ words: KeyValuePairs<String, String>) -> String? {
        let what: String
        switch self {
        case .invalid(let subject, _, _), .inUse(let subject, _, _): what = subject
        default: return nil
        }
        return words.first { what.hasPrefix($0.key) }?.value
    }
}
