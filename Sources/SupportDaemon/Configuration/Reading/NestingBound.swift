/// Keeps texts from the parser that would make it nest tables deeper than a stack is.
///
/// The parser bounds how deep lists and inline tables nest, but not how many parts a key has, and it
/// builds and takes apart the tables of `a.a.a.…` by recursion: some thousand parts end the process.
enum NestingBound {
    /// The first line whose points could nest too deep; nil when there is none.
    ///
    /// A key stands on one line, so its parts are bounded by the points there. Only inline tables
    /// carry a nesting on to the next line, so lines with a brace are also counted together.
    static func lineTooDeep(in text: String) -> Int? {
        var bracePoints = 0
        let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !isComment(line) {
            let points = line.count { $0 == UInt8(ascii: ".") }
            if line.contains(UInt8(ascii: "{")) { bracePoints += points }
            if points > ConfigurationLimits.linePointsMax
                || bracePoints > ConfigurationLimits.bracePointsMax
            {
                return index + 1
            }
        }
        return nil
    }

    /// True also inside a text of many lines, where there is no key either.
    private static func isComment(_ line: Substring.UTF8View) -> Bool {
        line.first { $0 != 32 && $0 != 9 } == UInt8(ascii: "#")
    }
}
