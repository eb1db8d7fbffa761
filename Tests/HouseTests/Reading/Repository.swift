import Foundation
import Testing

/// The working copy that these tests were built from.
enum Repository {
    /// Every file that a commit of everything would hold, sorted, from the top of the repository;
    /// outside a clone, every file but those of a build.
    static let paths: [String] = {
        let listing = run(
            "git", "-c", "safe.directory=*", "-C", root.path, "ls-files", "-z", "--cached",
            "--others", "--exclude-standard")
        guard listing.status == 0 else { return filesOnDisk().sorted() }
        return listing.output.split(separator: "\0").map(String.init).sorted()
            .filter { FileManager.default.fileExists(atPath: location($0)) }
    }()

    private static func filesOnDisk() -> [String] {
        let walk = FileManager.default.enumerator(atPath: root.path)
        var files: [String] = []
        while let path = walk?.nextObject() as? String {
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(
                atPath: location(path), isDirectory: &isFolder)
            if isThere, isFolder.boolValue {
                if path.hasPrefix(".build") { walk?.skipDescendants() }
            } else if path != "Package.resolved" {
                files.append(path)
            }
        }
        return files
    }

    /// Every Swift source below `Sources` and `Tests`, read once.
    static let sources: [SourceFile] = paths.filter {
        $0.hasSuffix(".swift") && ($0.hasPrefix("Sources/") || $0.hasPrefix("Tests/"))
    }.map { SourceFile(path: $0, text: text($0) ?? "") }

    /// The contents of a file, or nil when there is none or it is not text.
    static func text(_ path: String) -> String? {
        try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The contents of a file that the house must have.
    static func required(_ path: String) throws -> String {
        try #require(text(path), "\(path) is missing: write it, the house needs it")
    }

    /// Where a file lies on this machine.
    static func location(_ path: String) -> String { root.appending(path: path).path }

    /// The files below a folder, with their contents.
    static func texts(below folder: String) -> [(path: String, text: String)] {
        paths.filter { $0.hasPrefix(folder + "/") }.compactMap { path in
            text(path).map { (path, $0) }
        }
    }

    /// Runs a program to its end; a status of 127 says that there is none of that name.
    static func run(_ command: String...) -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        do { try process.run() } catch { return (127, "\(error)") }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    // This file is Tests/HouseTests/Reading/Repository.swift.
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}
