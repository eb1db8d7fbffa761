/// What types are called.
enum NamingRules {
    /// Endings that say nothing about what a type is.
    static let emptyEndings = [
        "Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Info", "Data",
    ]
    /// Words of the domain that end like that.
    static let domainWords: Set = ["AccountManager"]

    static func namesSaySomething(_ file: SourceFile) -> [Finding] {
        file.outline.declarations.filter { declaration in
            declaration.isType && !domainWords.contains(declaration.name)
                && emptyEndings.contains { declaration.name.hasSuffix($0) }
        }.map {
            Finding(file.path, $0.line, "\($0.name): name it after what it is in the domain")
        }
    }
}
