/// A type, function, property or initializer, as far as the rules of the house care.
struct Declaration: Equatable {
    /// What declares it: `struct`, `enum`, `class`, `actor`, `protocol`, `typealias`, `extension`,
    /// `func`, `init`, `deinit`, `subscript`, `var`, `let`.
    let keyword: String
    /// The name; the keyword again where there is none.
    let name: String
    /// The line of its first modifier or keyword, from 1.
    let line: Int
    /// The words before the keyword, attributes left out.
    let modifiers: [String]
    /// The name of the protocol whose requirement this is, or nil.
    let requiredBy: String?
    /// How many types enclose it.
    let typeDepth: Int
    /// True inside a body of a function, accessor or closure.
    let isLocal: Bool
    /// The first label or parameter after the parenthesis, for functions and initializers.
    let firstLabel: String

    /// True for what introduces a name of a type.
    var isType: Bool { Self.typeKeywords.contains(keyword) && keyword != "extension" }
    /// True for what can hold statements of its own.
    var isFunction: Bool { Self.functionKeywords.contains(keyword) }
    /// True when other targets can see it.
    var isPackage: Bool { modifiers.contains("package") }
    /// True when other files cannot see it.
    var isPrivate: Bool { modifiers.contains("private") || modifiers.contains("fileprivate") }

    /// What opens a body of members.
    static let typeKeywords: Set = [
        "struct", "enum", "class", "actor", "protocol", "extension", "typealias",
    ]
    /// What opens a body of statements.
    static let functionKeywords: Set = ["func", "init", "deinit", "subscript"]
    /// What is a property.
    static let propertyKeywords: Set = ["var", "let"]
    /// What may stand before the keyword.
    static let modifierWords: Set = [
        "package", "private", "fileprivate", "internal", "public", "open", "static", "class",
        "final", "mutating", "nonmutating", "override", "required", "convenience", "indirect",
        "lazy", "weak", "unowned", "nonisolated", "isolated", "async", "consuming", "borrowing",
        "dynamic", "prefix", "postfix", "infix", "distributed",
    ]
}
