import Foundation

/// The statements of a form: what the desk answers, and how each is printed, to the byte.
struct GoldenStatements {
    /// The folder in `Golden`.
    let form: String

    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Golden")

    /// A statement as it is printed in a format, by the ending of its file.
    ///
    /// The file of a page holds the title's line and the body, `frame.html` what all pages share.
    func printed(_ name: String) throws -> String {
        let text = try Self.text("\(form)/\(name)")
        guard name.hasSuffix(".html") else { return text }
        let title = text.prefix { !$0.isNewline } + "\n"
        return try Self.text("frame.html")
            .replacing("{{title}}", with: title)
            .replacing("{{content}}", with: text.dropFirst(title.count))
    }

    /// A statement as the desk answers it.
    func answer(_ name: String) throws -> String {
        "{" + (try printed("\(name).json")).dropFirst(#"{"v":1,"#.count).dropLast()
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }
}
