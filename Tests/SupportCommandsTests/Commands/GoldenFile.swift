import Foundation

/// What a test compares with, from a folder of `Golden`.
enum GoldenFile {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Golden")

    /// A file's text.
    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    /// A page: its file holds the title's line and the body, `frame.html` what all pages share.
    static func page(_ path: String) throws -> String {
        let text = try text(path)
        let title = text.prefix { !$0.isNewline } + "\n"
        return try self.text("frame.html")
            .replacing("{{title}}", with: title)
            .replacing("{{content}}", with: text.dropFirst(title.count))
    }
}
