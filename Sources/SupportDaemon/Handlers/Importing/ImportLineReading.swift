import SupportModel
import SupportWire

extension ImportRow {
    /// The model's form of a row.
    init(_ line: ImportLine) { self.init(line: line.line, cells: line.cells) }
}

extension ImportLine {
    /// The row's key; nil where it has none that could be one.
    var key: ImportKey? { cells["key"].flatMap { ImportKey($0) } }
}
