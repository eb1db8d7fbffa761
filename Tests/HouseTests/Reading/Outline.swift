/// The declarations and bodies of a source, found by counting braces.
///
/// This is no parser: it knows that a brace belongs to the last declaring keyword that stands
/// before it, which is enough for code that swift-format has laid out.
struct Outline {
    /// Every declaration of a type, function or property, in order.
    private(set) var declarations: [Declaration] = []
    /// Every body of a function or accessor, and the statements of a `main.swift`.
    private(set) var bodies: [Body] = []

    private var tokens: [Token]
    private var position = 0
    private var frames: [Frame] = []
    /// The declaration that the next brace opens.
    private var pending: Declaration?
    private var parentheses = 0

    init(code: [UInt8]) {
        tokens = Token.tokens(of: code)
        while position < tokens.count {
            step(tokens[position])
            position += 1
        }
        // Not needed any more, and a source is kept for as long as the tests run.
        tokens = []
    }

    private mutating func step(_ token: Token) {
        switch token.text {
        case "{": open(token)
        case "}": close(token)
        case "(", "[": parentheses += 1
        case ")", "]": parentheses -= 1
        default: if parentheses == 0, !token.isMember { note(token) }
        }
    }

    // MARK: Braces

    private mutating func open(_ token: Token) {
        let kind: Frame.Kind
        if let pending, Declaration.typeKeywords.contains(pending.keyword) {
            kind = .type(pending)
        } else if let pending, pending.isFunction || !isInsideBody {
            kind = .body(pending.name)
        } else if isAccessor {
            kind = .body(frames.last?.name ?? token.text)
        } else {
            kind = isInsideBody ? .block : .body("the file's statements")
        }
        // A closure among the parameters is not yet the body.
        let outer = parentheses > 0 ? pending : nil
        frames.append(
            Frame(kind: kind, line: token.line, parentheses: parentheses, outer: outer))
        pending = nil
        parentheses = 0
    }

    private mutating func close(_ token: Token) {
        pending = nil
        guard let frame = frames.popLast() else { return }
        parentheses = frame.parentheses
        pending = frame.outer
        switch frame.kind {
        case .type: break
        case .body(let name):
            bodies.append(
                Body(
                    name: name, firstLine: frame.line, lastLine: token.line,
                    nesting: frame.nesting, deepestLine: frame.deepestLine))
        case .block where token.line > frame.line:
            guard !frames.isEmpty else { return }
            frames[frames.count - 1].holds(frame)
        case .block: break
        }
    }

    /// True within statements: a brace is then a block or a closure.
    private var isInsideBody: Bool {
        if case .type = frames.last?.kind { return false }
        return !frames.isEmpty
    }

    /// True before the brace of `get`, `set(x)`, `didSet` and the like.
    private var isAccessor: Bool {
        var index = position - 1
        while ["async", "throws"].contains(text(at: index)) { index -= 1 }
        if text(at: index) == ")", text(at: index - 2) == "(" { index -= 3 }
        return Self.accessors.contains(text(at: index)) && !tokens[index].isMember
            && frames.last?.name != nil
    }

    private static let accessors: Set = [
        "get", "set", "willSet", "didSet", "_read", "_modify",
    ]

    // MARK: Declarations

    private mutating func note(_ token: Token) {
        let keyword = token.text
        let isFunction = Declaration.functionKeywords.contains(keyword)
        let isType = Declaration.typeKeywords.contains(keyword)
        guard isFunction || isType || Declaration.propertyKeywords.contains(keyword) else { return }
        guard let declaration = declaration(keyword) else { return }
        declarations.append(declaration)
        // Within statements `let` declares no brace; an alias never does.
        if keyword == "typealias" || (isInsideBody && !isFunction && !isType) { return }
        pending = declaration
    }

    /// Reads around the keyword; nil when the word declares nothing here, as in `class func`.
    private func declaration(_ keyword: String) -> Declaration? {
        if Declaration.typeKeywords.contains(keyword), !isTypeName(at: position + 1) { return nil }
        var start = position
        while start > 0, isModifier(at: start - 1) { start -= 1 }
        let named = !["init", "deinit", "subscript"].contains(keyword)
        return Declaration(
            keyword: keyword, name: named ? name(at: position + 1) : keyword,
            line: tokens[start].line,
            modifiers: tokens[start..<position].map(\.text), requiredBy: enclosingProtocol,
            typeDepth: frames.count { $0.isType }, isLocal: isInsideBody,
            firstLabel: firstLabel)
    }

    /// Types begin with a capital, so `actor` and `class` can be distinguished from names and
    /// modifiers.
    private func isTypeName(at index: Int) -> Bool {
        text(at: index).first.map { $0.isUppercase || $0 == "_" || $0 == "`" } ?? false
    }

    /// Modifiers, and the parentheses of `private(set)` and `nonisolated(unsafe)`.
    private func isModifier(at index: Int) -> Bool {
        let token = tokens[index]
        let isArgument = ["set", "unsafe"].contains(token.text) && text(at: index + 1) == ")"
        switch token.text {
        case "set", "unsafe": return isArgument
        case "(": return ["set", "unsafe"].contains(text(at: index + 1))
        case ")": return ["set", "unsafe"].contains(text(at: index - 1))
        default:
            // A case named `open` may end the line before.
            return Declaration.modifierWords.contains(token.text) && !token.isMember
                && token.line == tokens[position].line
        }
    }

    private func text(at index: Int) -> String {
        tokens.indices.contains(index) ? tokens[index].text : ""
    }

    /// A name, or the marks of an operator joined.
    private func name(at start: Int) -> String {
        let first = text(at: start)
        if first == "`" { return text(at: start + 1) }
        if first.first.map({ $0.isLetter || $0 == "_" }) ?? true { return first }
        return tokens[start...].prefix(4).prefix { $0.text != "(" }.map(\.text).joined()
    }

    private var firstLabel: String {
        let rest = tokens[position...].prefix(12)
        guard let open = rest.firstIndex(where: { $0.text == "(" }) else { return "" }
        return text(at: open + 1)
    }

    private var enclosingProtocol: String? {
        guard case .type(let owner) = frames.last?.kind, owner.keyword == "protocol" else {
            return nil
        }
        return owner.isPackage ? owner.name : nil
    }
}

/// An open brace.
private struct Frame {
    /// What a brace holds.
    enum Kind {
        case type(Declaration)
        case body(String)
        case block
    }

    let kind: Kind
    let line: Int
    /// How many parentheses were open before it.
    let parentheses: Int
    /// What was about to be opened when it stands among parameters.
    let outer: Declaration?
    var nesting = 0
    var deepestLine = 0

    var isType: Bool {
        if case .type = kind { true } else { false }
    }

    var name: String? {
        if case .body(let name) = kind { name } else { nil }
    }

    mutating func holds(_ inner: Frame) {
        guard inner.nesting + 1 > nesting else { return }
        nesting = inner.nesting + 1
        deepestLine = inner.nesting == 0 ? inner.line : inner.deepestLine
    }
}
