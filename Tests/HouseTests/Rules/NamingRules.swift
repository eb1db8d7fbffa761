/// What types and files are called.
enum NamingRules {
    /// Endings that say nothing about what a type is.
    static let emptyEndings = [
        "Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Info", "Data",
    ]
    /// Words of the domain that end like that.
    static let domainWords: Set = ["AccountManager"]
    /// Targets where every file is about one type.
    static let oneTypeTargets: Set = [
        "SupportModel", "SupportWire", "SupportDaemon", "SupportCommands",
    ]

    static func namesSaySomething(_ file: SourceFile) -> [Finding] {
        file.outline.declarations.filter { declaration in
            declaration.isType && !domainWords.contains(declaration.name)
                && emptyEndings.contains { declaration.name.hasSuffix($0) }
        }.map {
            Finding(file.path, $0.line, "\($0.name): name it after what it is in the domain")
        }
    }

    static func oneTypeAFile(_ file: SourceFile) -> [Finding] {
        visibleTypes(file).dropFirst().map {
            Finding(
                file.path, $0.line,
                "\($0.name) is a second type: give it a file, or make it private if it is small")
        }
    }

    static func filesAreNamedAfterTheirType(_ file: SourceFile) -> [Finding] {
        guard let type = visibleTypes(file).first else { return [] }
        if file.stem.contains(type.name) || type.name.contains(file.stem) { return [] }
        return [
            Finding(
                file.path, type.line, "a file that holds \(type.name) is called \(type.name).swift")
        ]
    }

    private static func visibleTypes(_ file: SourceFile) -> [Declaration] {
        guard file.isProduct, oneTypeTargets.contains(file.target) else { return [] }
        return file.outline.declarations.filter {
            $0.isType && $0.typeDepth == 0 && !$0.isLocal && !$0.isPrivate
        }
    }
}
