/// What lies where in the repository.
enum LayoutRules {
    /// The entries at the top besides dotfiles.
    static let topLevel: Set = [
        "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "Package.swift", "README.md",
        "Sources", "Tests", "config", "man", "systemd",
    ]

    // Put together here, so that this file does not hold them.
    private static let machinePaths = ["home", "root", "work", "Users", "tmp/wt"].map { "/\($0)/" }

    static func topLevelIsTidy(_ paths: [String]) -> [Finding] {
        let entries = Set(paths.map { $0.prefix { $0 != "/" } })
        return entries.filter { $0.first != "." && !topLevel.contains(String($0)) }.sorted().map {
            Finding(String($0), 0, "does not belong at the top: find it a folder")
        }
    }

    static func nothingBuiltIsKept(_ paths: [String]) -> [Finding] {
        paths.filter { $0.hasPrefix(".build") || $0.hasSuffix("Package.resolved") }.map {
            Finding($0, 0, "is made by the build: `git rm --cached` it")
        }
    }

    static func noMachineIsNamed(_ path: String, _ text: String) -> [Finding] {
        guard machinePaths.contains(where: { text.contains($0) }) else { return [] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().flatMap { index, line in
            machinePaths.filter { line.contains($0) }.map {
                Finding(path, index + 1, "`\($0)` is a path of one machine: name it otherwise")
            }
        }
    }

    /// The version that a source of `Release` states.
    static func version(inRelease text: String) -> String? {
        guard let start = text.firstRange(of: "static let version = \"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }

    static func changesOfVersionAreListed(_ version: String, changelog: String) -> [Finding] {
        let isListed = changelog.split(separator: "\n").contains { $0.hasPrefix("## [\(version)]") }
        if isListed { return [] }
        return [
            Finding(
                "CHANGELOG.md", 0,
                "has no `## [\(version)]`, the version in Sources/SupportModel/Release.swift")
        ]
    }

    /// The paragraphs of `Tests/Mutants/explained` whose line their file does not hold any more.
    ///
    /// - Parameter text: the text of a file below Sources; nil where there is none.
    static func explainedLinesAreThere(
        _ explained: String, path: String, text: (String) -> String?
    ) -> [Finding] {
        var file: Substring = ""
        return explained.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .compactMap { index, line in
                if line.hasPrefix("file: ") { file = line.dropFirst(6) }
                guard line.hasPrefix("line: ") else { return nil }
                let isThere = text("Sources/\(file)")?.contains(line.dropFirst(6)) ?? false
                return isThere
                    ? nil
                    : Finding(
                        path, index + 1,
                        "\(file) has no such line: adapt the paragraph or remove it")
            }
    }

    /// The words of the Makefile's `--filter` that name no type and no folder of the tests: with such
    /// a filter a target would run nothing, and say that all passed.
    static func filtersAreOfTests(makefile: String, tests: [String]) -> [Finding] {
        makefile.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .flatMap { index, line -> [Finding] in
                guard let mark = line.firstRange(of: "--filter ") else { return [] }
                let words = line[mark.upperBound...].split { !$0.isLetter }
                return words.filter { word in
                    !tests.contains { test in
                        ["struct \(word)", "\(word) {", "/\(word)/"].contains { test.contains($0) }
                    }
                }.map { Finding("Makefile", index + 1, "no test is called \($0)") }
            }
    }
}
