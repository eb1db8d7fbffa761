/// A place where a rule of the house is broken, and what to do about it.
struct Finding: Hashable, CustomStringConvertible {
    /// The file, from the top of the repository.
    let path: String
    /// The line, from 1; 0 when the finding is about the file as a whole.
    let line: Int
    /// What is wrong and what to do.
    let advice: String

    init(_ path: String, _ line: Int = 0, _ advice: String) {
        self.path = path
        self.line = line
        self.advice = advice
    }

    var description: String {
        line > 0 ? "\(path):\(line): \(advice)" : "\(path): \(advice)"
    }
}
