/// Where a text breaks the rules of TOML, and what was expected there.
struct TOMLFault: Error, Hashable {
    /// 1 for the first.
    let line: Int
    /// `expected a key`.
    let problem: String
}
