import SupportJSON

/// What an exported row says in one column.
enum ExportCell {
    case text(String)
    case number(Int)
    case flag(Bool)
    case nothing

    /// The text of what there is, or nothing.
    init(_ value: (some CustomStringConvertible)?) {
        self = value.map { .text($0.description) } ?? .nothing
    }

    /// The number of what there is, or nothing.
    init(number: Int?) {
        self = number.map { .number($0) } ?? .nothing
    }

    /// As CSV shows it, before it is quoted.
    var csv: String {
        switch self {
        case .text(let text): FormulaGuard.guarded(text)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "yes" : "no"
        case .nothing: ""
        }
    }
}

extension JSONWriter {
    /// A member of a JSON line; a cell that says nothing is left out.
    mutating func member(_ name: String, _ cell: ExportCell) {
        switch cell {
        case .text(let text):
            self.name(name)
            string(text)
        case .number(let number):
            self.name(name)
            int(number)
        case .flag(let flag):
            self.name(name)
            bool(flag)
        case .nothing: break
        }
    }
}
