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
}
