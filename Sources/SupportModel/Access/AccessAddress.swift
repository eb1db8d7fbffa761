/// What may stand for the place to log in to, which everybody at the desk can read.
enum AccessAddress {
    /// One line, without a password in it.
    static func checked(_ text: String) throws(Refusal) -> String {
        let line = try BoundedText.line(text, "the address")
        let rest = line.firstRange(of: "://").map { line[$0.upperBound...] } ?? line[...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if let mark = authority.lastIndex(of: "@"), authority[..<mark].contains(":") {
            throw .invalid(
                what: "the address", why: "holds a password, and the address is not kept secret",
                wayOut: "leave out the part before the @; the user goes into --user")
        }
        return line
    }
}
