import SupportModel
import SupportTestKit

/// Rows under a header, the first on line 2; a cell that is missing at the end is empty.
func rows(_ header: [String], _ lines: [String]...) -> [ImportRow] { rows(header, of: lines) }

/// The same of a list of lines.
func rows(_ header: [String], of lines: [[String]]) -> [ImportRow] {
    lines.enumerated().map { place, cells in
        let named = zip(header, cells).map { ($0, $1) }
        return ImportRow(
            line: place + 2, cells: Dictionary(named, uniquingKeysWith: { first, _ in first }))
    }
}

/// What was refused: `2 date: …`, one for each row, as the refusal's own words.
func rowWords(_ refusal: Refusal?) -> [String] {
    guard case .rowsRefused(let rows, _, _) = refusal else {
        return ["\(String(describing: refusal))"]
    }
    return rows.map { row in
        let column = row.column.map { " \($0)" } ?? ""
        return "\(row.line)\(column): \(rowWords(of: row.refusal))"
    }
}

/// One refusal in its own words.
func rowWords(of refusal: Refusal) -> String {
    switch refusal {
    case .invalid: refusal.message
    case .importedOtherwise(let it): "\(it.key) made \(it.made): \(it.has), not \(it.row)"
    case .unknown(let subject, let name): "no \(subject) \(name)"
    case .dateOutside(let date, _): "\(date) outside"
    case .cycleClosed(let date, _, _): "\(date) closed"
    case .notAManager(let name, _): "\(name) is no manager"
    default: words(refusal)
    }
}
