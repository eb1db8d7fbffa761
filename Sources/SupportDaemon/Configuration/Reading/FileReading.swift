/// What comes to light while one file is read: its problems, and where its keys are set.
final class FileReading {
    private let file: String
    private let lines: KeyLines
    private(set) var problems: [ConfigurationProblem] = []
    /// The line of each key that was read, by its path.
    private(set) var origins: [String: Int] = [:]

    init(file: String, lines: KeyLines) {
        self.file = file
        self.lines = lines
    }

    /// Notes where a key is set.
    func note(_ path: SettingPath) {
        origins[path.text] = lines.line(of: path)
    }

    /// The line of a table or a key, or of what is around it.
    func line(of path: SettingPath) -> Int? { lines.line(of: path) }

    /// Notes what is wrong with a key, and what would be right.
    func report(_ path: SettingPath, _ problem: String, _ wayOut: String) {
        problems.append(
            ConfigurationProblem(
                file: file, line: lines.line(of: path), key: path.text, problem: problem,
                wayOut: wayOut))
    }

    /// Notes a zero character: the library would cut the text there and say nothing.
    func reportZero(_ line: Int) {
        problems.append(
            ConfigurationProblem(
                file: file, line: line, problem: "a text holds the character U+0000",
                wayOut: "take it out"))
    }
}
