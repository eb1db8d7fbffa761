/// The term of a contract in months (R5).
enum Term {
    /// Refuses a number of months that is no term.
    static func check(_ months: Int) throws(Refusal) {
        guard (1...Limits.termMonthsMax).contains(months) else {
            throw .invalid(
                what: "the term of \(months) months", why: "is not a term",
                wayOut: "give 1 to \(Limits.termMonthsMax) months")
        }
    }
}
