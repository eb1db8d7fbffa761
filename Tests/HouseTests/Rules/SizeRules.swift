/// How long and how deep code may be: what a reader can hold in mind.
enum SizeRules {
    /// The longest file, in lines.
    static let fileLinesMax = 400
    /// The longest function or accessor, in lines between its braces.
    static let functionLinesMax = 60
    /// The most braces inside each other in a function, its own not counted, nor those that close
    /// on the line they open on.
    static let nestingMax = 3
    /// The longest `main.swift`, in lines.
    static let mainLinesMax = 60

    static func fileLength(_ file: SourceFile) -> [Finding] {
        guard file.lineCount > fileLinesMax else { return [] }
        return [
            Finding(
                file.path, file.lineCount,
                "\(file.lineCount) lines; at most \(fileLinesMax): split it by what it is about")
        ]
    }

    static func functionLength(_ file: SourceFile) -> [Finding] {
        file.outline.bodies.filter { $0.lineCount > functionLinesMax }.map {
            Finding(
                file.path, $0.firstLine,
                "\($0.name) has \($0.lineCount) lines; at most \(functionLinesMax): name its parts")
        }
    }

    static func nesting(_ file: SourceFile) -> [Finding] {
        file.outline.bodies.filter { $0.nesting > nestingMax }.map {
            Finding(
                file.path, $0.deepestLine,
                "\($0.name) nests \($0.nesting) deep; at most \(nestingMax): return early, or "
                    + "move the inside to a function with a name")
        }
    }

    static func mainLength(_ file: SourceFile) -> [Finding] {
        guard file.stem == "main", file.lineCount > mainLinesMax else { return [] }
        return [
            Finding(
                file.path, file.lineCount,
                "\(file.lineCount) lines; a program only starts a library, in at most "
                    + "\(mainLinesMax)")
        ]
    }
}
