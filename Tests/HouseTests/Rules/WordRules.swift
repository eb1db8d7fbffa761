/// Words that may not stand in code.
enum WordRules {
    /// Words that no source may hold, and what to do instead.
    static let forbidden: [(word: String, advice: String)] = [
        ("public", "cross a border with `package`"),
        ("@testable", "test what `package` shows"),
        ("try!", "throw, or handle the error"),
        ("as!", "use `as?`, or a type that needs no cast"),
        ("fatalError", "throw; for our own mistakes there is `precondition`"),
    ]

    /// Words that set the compiler's checks aside.
    static let unsafe: Set<String> = pointers.union([
        "@unchecked", "nonisolated(unsafe)", "unowned(unsafe)", "unsafeBitCast", "unsafeDowncast",
    ])

    /// Words that reach memory by address.
    static let pointers: Set<String> = [
        "UnsafePointer", "UnsafeMutablePointer", "UnsafeRawPointer", "UnsafeMutableRawPointer",
        "UnsafeBufferPointer", "UnsafeMutableBufferPointer", "UnsafeRawBufferPointer",
        "UnsafeMutableRawBufferPointer", "OpaquePointer", "Unmanaged", "withUnsafeBytes",
        "withUnsafeMutableBytes", "withUnsafePointer", "withUnsafeMutablePointer",
        "withUnsafeBufferPointer", "withUnsafeMutableBufferPointer",
        "withContiguousStorageIfAvailable", "withContiguousMutableStorageIfAvailable",
        "withUnsafeTemporaryAllocation", "withMemoryRebound", "assumingMemoryBound", "bindMemory",
    ]

    // Put together here, so that this file does not hold them.
    private static let promises = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]

    /// Words that are forbidden everywhere, tests included.
    static func noForbiddenWord(_ file: SourceFile) -> [Finding] {
        file.codeLines.enumerated().flatMap { index, line in
            forbidden.filter { SourceFile.line(line, holdsWord: $0.word) }.map {
                Finding(file.path, index + 1, "`\($0.word)` is not used here: \($0.advice)")
            }
        }
    }

    /// Words of `unsafe` in the programs, outside the floor that is there for them.
    static func noUnsafeWord(_ file: SourceFile) -> [Finding] {
        guard file.isProduct else { return [] }
        return file.codeLines.enumerated().flatMap { index, line in
            mayHoldUnsafe(line) ? noUnsafeWord(file.path, index + 1, line) : []
        }
    }

    private static func noUnsafeWord(_ path: String, _ number: Int, _ line: String) -> [Finding] {
        unsafe.filter {
            SourceFile.line(line, holdsWord: $0) && !Exceptions.allow($0, in: path)
        }.sorted().map {
            Finding(
                path, number,
                "`\($0)` belongs in SupportSystem; an exception goes into "
                    + "Tests/HouseTests/Rules/Exceptions.swift with its reason")
        }
    }

    /// Cheap, for the many lines that hold none of the words.
    private static func mayHoldUnsafe(_ line: String) -> Bool {
        ["nsafe", "Pointer", "@unchecked", "Unmanaged", "Storage", "Memory"].contains {
            line.contains($0)
        }
    }

    /// Texts of the model that name a command of `supportc` or one of its options: a refusal holds
    /// figures, and SupportWire makes the sentences and the hints.
    static func noCommandInTheModel(_ file: SourceFile) -> [Finding] {
        guard file.target == "SupportModel" else { return [] }
        return file.lines.enumerated().flatMap { index, line in
            let isComment = line.drop { $0 == " " }.hasPrefix("//")
            return isComment
                ? []
                : ["supportc ", " --", "\"--"].filter(line.contains).prefix(1).map { word in
                    Finding(
                        file.path, index + 1,
                        "`\(word)` is for callers: give the refusal a case with its figures, and "
                            + "write the hint in Sources/SupportWire/Protocol")
                }
        }
    }

    /// Notes to oneself: what is not done goes into an issue, or is done.
    static func noPromise(_ file: SourceFile) -> [Finding] {
        file.lines.enumerated().flatMap { index, line in
            promises.filter { SourceFile.line(String(line), holdsWord: $0) }.map {
                Finding(file.path, index + 1, "`\($0)`: do it, or open an issue and say nothing")
            }
        }
    }
}
