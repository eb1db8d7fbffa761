/// Which declarations owe their reader a sentence.
enum DocumentationRules {
    /// Members that say what their protocol has already said.
    static let witnesses: Set<String> = [
        "==", "<", "body", "configuration", "debugDescription", "description", "errorDescription",
        "encode(to", "hash(into", "id", "init(from", "init(rawValue", "method", "permission",
        "cost",
        "rawValue", "run", "validate", "Reply", "Made", "CodingKeys",
    ]

    /// The types of figures: a stored member of such a type says its unit and its range.
    static let figures: Set<String> = [
        "Int", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Double", "Minutes",
        "Duration", "TimeAmount", "Ratio",
    ]

    /// Types, figures, functions and initializers with `package`, and requirements of `package`
    /// protocols, without a comment. Other stored members say with name and type what they are.
    static func everythingIsDocumented(_ file: SourceFile) -> [Finding] {
        guard file.isProduct else { return [] }
        return file.outline.declarations.filter { owes($0, in: file) && !isDocumented($0, file) }
            .map {
                Finding(
                    file.path, $0.line,
                    "\($0.keyword) \($0.name) has no doc comment: one sentence that a stranger "
                        + "understands, then units, ranges, guarantees, errors")
            }
    }

    private static func owes(_ declaration: Declaration, in file: SourceFile) -> Bool {
        guard !declaration.isLocal, declaration.keyword != "extension" else { return false }
        let labelled = "\(declaration.name)(\(declaration.firstLabel)"
        if witnesses.contains(declaration.name) || witnesses.contains(labelled) { return false }
        if declaration.keyword == "init", isMemberwise(declaration, file) { return false }
        if isStored(declaration, file), declaration.requiredBy == nil {
            return declaration.isPackage && isFigure(declaration, file)
        }
        return declaration.isType || declaration.isPackage || declaration.requiredBy != nil
    }

    /// True when the lines above, attributes aside, end in a doc comment.
    private static func isDocumented(_ declaration: Declaration, _ file: SourceFile) -> Bool {
        let above = file.lines[..<(declaration.line - 1)].reversed().lazy
            .map { $0.drop { $0 == " " } }
        guard let line = above.first(where: { $0.first != "@" && $0.first != ")" }) else {
            return false
        }
        return line.hasPrefix("///") || line.hasSuffix("*/")
    }

    private static func isStored(_ declaration: Declaration, _ file: SourceFile) -> Bool {
        guard Declaration.propertyKeywords.contains(declaration.keyword) else { return false }
        let line = file.codeLines[declaration.line - 1]
        return !line.hasSuffix("{") && !line.hasSuffix("}")
    }

    /// True where the line names a type of `figures`, or gives a number.
    private static func isFigure(_ declaration: Declaration, _ file: SourceFile) -> Bool {
        let line = file.codeLines[declaration.line - 1]
        let value = line.drop { $0 != "=" }.dropFirst().drop { $0 == " " }
        if value.first?.isNumber ?? false { return true }
        return line.drop { $0 != ":" }.prefix { $0 != "=" }
            .split { !$0.isLetter && !$0.isNumber }.contains { figures.contains(String($0)) }
    }

    /// True when every line of the body is `self.a = a` or `(self.a, self.b) = (a, b)`: its
    /// parameters are the members.
    private static func isMemberwise(_ declaration: Declaration, _ file: SourceFile) -> Bool {
        let body = file.outline.bodies.first {
            $0.name == "init" && $0.firstLine >= declaration.line
        }
        guard let body, body.lastLine > body.firstLine else { return false }
        return file.codeLines[body.firstLine..<(body.lastLine - 1)].allSatisfy { line in
            let sides = line.split(separator: "=", maxSplits: 1).map(names)
            return sides.count == 2 && sides[0] == sides[1].map { "self." + $0 }
        }
    }

    /// The names in `a`, or in `(a, b)`.
    private static func names(_ side: Substring) -> [String] {
        side.split { " (),".contains($0) }.map(String.init)
    }
}
