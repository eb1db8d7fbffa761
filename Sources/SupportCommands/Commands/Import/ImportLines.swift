/// What an import did, in words.
struct ImportLines {
    private let one: String
    private let many: String
    private let did: String
    private let would: String
    private let isDryRun: Bool

    /// The things that were imported, and what was done, or would be, with them.
    init(_ one: String, _ many: String, did: String, would: String, isDryRun: Bool) {
        self.one = one
        self.many = many
        self.did = did
        self.would = would
        self.isDryRun = isDryRun
    }

    /// Adds `3 time entries booked: 41-43`, and how many were there already.
    func show(added: [Int], unchanged: Int, on page: inout Page) {
        let count = Words.count(added.count, one, many)
        if isDryRun {
            page.line("would \(would) \(count)")
        } else {
            page.line("\(count) \(did)\(Self.numbers(added))")
        }
        guard unchanged > 0 else { return }
        page.line("\(Words.count(unchanged, one, many)) there already, left alone")
    }

    /// `: 41-43`: an import numbers what it adds without gaps.
    private static func numbers(_ numbers: [Int]) -> StyledText {
        guard let first = numbers.min(), let last = numbers.max() else { return "" }
        return first == last ? ": \(first, .strong)" : ": \(first, .strong)-\(last, .strong)"
    }
}
