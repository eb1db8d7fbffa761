import Foundation
import SupportDaemon
import Testing

/// A folder for one test's configuration, removed with it.
final class ConfigurationFolder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "conf-\(UUID())")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "conf.d"), withIntermediateDirectories: true)
        path = folder.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var main: String { "\(path)/supportd.toml" }

    func write(_ text: String, to name: String = "supportd.toml") throws {
        try write(Data(text.utf8), to: name)
    }

    func write(_ data: Data, to name: String = "supportd.toml") throws {
        try data.write(to: URL(filePath: "\(path)/\(name)"))
    }

    /// What the folder's files give.
    func load() throws -> Configuration {
        try ConfigurationLoader(file: main).load().configuration
    }

    /// What is wrong with them, one line each, the folder's path left out.
    func problems() -> [String] {
        do {
            _ = try ConfigurationLoader(file: main).load()
            return []
        } catch {
            return error.problems.map {
                $0.description.replacing("\(path)/", with: "").replacing(path, with: "")
            }
        }
    }

    /// What one main file gives.
    static func load(_ text: String) throws -> Configuration {
        let folder = try ConfigurationFolder()
        try folder.write(text)
        return try folder.load()
    }

    /// What is wrong with one main file.
    static func problems(_ text: String) throws -> [String] {
        let folder = try ConfigurationFolder()
        try folder.write(text)
        return folder.problems()
    }
}
