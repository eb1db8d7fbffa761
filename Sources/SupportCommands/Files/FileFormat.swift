/// How a file of rows is written.
enum FileFormat: String, CaseIterable {
    case csv, jsonl

    /// What the name of a file says; nil where it says nothing.
    init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        switch fileName[fileName.index(after: dot)...].lowercased() {
        case "csv": self = .csv
        case "jsonl", "ndjson": self = .jsonl
        default: return nil
        }
    }
}
