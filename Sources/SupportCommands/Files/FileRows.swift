import SupportJSON
import SupportModel
import SupportWire

/// The rows of a file of JSON Lines: an object a line, its members named like the columns.
///
/// A text, a whole number or a truth value is a cell; null is an empty one. Empty lines are passed
/// over, and so is a byte order mark at the beginning.
enum JSONLinesRows<Column: ImportColumn> {
    /// Reads a file; what cannot be read is reported with its line and its member.
    static func read(_ bytes: [UInt8]) throws(FileMistakes) -> [ImportRow] {
        var rows: [ImportRow] = []
        var mistakes = FileMistakes()
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        var number = 0
        for line in content.split(separator: 10, omittingEmptySubsequences: false) {
            number += 1
            guard !line.allSatisfy({ [9, 13, 32].contains($0) }) else { continue }
            guard !mistakes.isFull else { break }
            if let row = row(line, number, &mistakes) { rows.append(row) }
            try mistakes.expectFewEnough(rows)
        }
        try mistakes.stop()
        return rows
    }

    private static func row(
        _ line: ArraySlice<UInt8>, _ number: Int, _ mistakes: inout FileMistakes
    ) -> ImportRow? {
        let root: JSONValue
        do {
            root = try JSONDocument(copying: line, depthMax: WireLimits.depthMax).root
        } catch {
            mistakes.add(
                line: number, error.message, hint: "write one JSON object on the line")
            return nil
        }
        guard root.isObject else {
            mistakes.add(
                line: number, "the line is no JSON object",
                hint: #"write one, such as {"key":"a-1"}"#)
            return nil
        }
        var cells: [String: String] = [:]
        for (name, value) in root.members {
            ColumnCheck<Column>.checkName(name, line: number, &mistakes)
            guard let text = text(value) else {
                mistakes.add(
                    line: number, column: name, "the member is a list or an object",
                    hint: "write a text, a number, true or false")
                continue
            }
            if text.isEmpty || Column(rawValue: name)?.isReadOnly ?? true { continue }
            cells[name] = text
        }
        return ImportRow(line: number, cells: cells)
    }

    /// What a value says in a cell; nil for a list or an object.
    private static func text(_ value: JSONValue) -> String? {
        if let text = value.string { return text }
        if value.isNull { return "" }
        if let flag = value.bool { return flag ? "yes" : "no" }
        return value.isNumber ? String(decoding: value.rawBytes, as: UTF8.self) : nil
    }
}
