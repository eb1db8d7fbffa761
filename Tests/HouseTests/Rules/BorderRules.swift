/// Which modules a target reaches, and how.
enum BorderRules {
    /// Imports that the table of `Borders` does not allow.
    static func imports(_ file: SourceFile) -> [Finding] {
        guard file.isProduct else { return [] }
        let target = file.target
        guard let allowed = Borders.allowed[target] else {
            return [
                Finding(
                    file.path, 0,
                    "\(target) is not in Tests/HouseTests/Rules/Borders.swift: say there what it "
                        + "may import")
            ]
        }
        return modules(file).filter { !allowed.contains($0.name) }.map { module in
            Finding(
                file.path, module.line,
                "\(target) may not import \(module.name); it may import "
                    + (allowed.isEmpty ? "nothing" : allowed.sorted().joined(separator: ", ")))
        }
    }

    /// Modules that the table lets a target import and no file of it does.
    static func unused(_ files: [SourceFile], allowed: [String: Set<String>]) -> [Finding] {
        var used: [String: Set<String>] = [:]
        for file in files where file.isProduct {
            used[file.target, default: []].formUnion(modules(file).map(\.name))
        }
        return allowed.sorted { $0.key < $1.key }.flatMap { target, names in
            names.subtracting(used[target] ?? []).sorted().map {
                Finding(
                    "Tests/HouseTests/Rules/Borders.swift", 0,
                    "\(target) imports \($0) nowhere: take it out of the table and the manifest")
            }
        }
    }

    private static func modules(_ file: SourceFile) -> [(name: String, line: Int)] {
        file.codeLines.enumerated().compactMap { index, line in
            let words = line.split(separator: " ")
            guard let word = words.firstIndex(of: "import"), words[..<word].allSatisfy(isPrefix)
            else { return nil }
            // `import struct Module.Name` names a kind first.
            let rest = words[(word + 1)...]
            let path = rest.count > 1 ? rest.dropFirst().first : rest.first
            guard let module = path?.split(separator: ".").first else { return nil }
            return (String(module), index + 1)
        }
    }

    private static func isPrefix(_ word: Substring) -> Bool {
        word.first == "@" || ["package", "internal", "private", "fileprivate"].contains(word)
    }
}
