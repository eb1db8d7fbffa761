import SupportTOML

/// What the reader makes of a text, in one line that a test can hold against another.
enum TOMLText {
    /// The root table, or `LINE:COLUMN: fault`.
    static func read(_ text: String, takingMoments: Bool = true) -> String {
        do throws(TOMLFault) {
            return shown(try TOMLReader.read(Array(text.utf8), takingMoments: takingMoments))
        } catch {
            return shown(error)
        }
    }

    static func shown(_ fault: TOMLFault) -> String {
        "\(shown(fault.position)): \(fault.problem)"
    }

    /// Where each key and each value stands: `KEY LINE:COLUMN LINE:COLUMN`, inner ones after outer.
    static func places(_ text: String) throws -> [String] {
        places(in: try TOMLReader.read(Array(text.utf8)), "")
    }

    /// Keys in their order, values as TOML has them; a text as Swift does.
    static func shown(_ table: TOMLTable) -> String {
        let entries = table.keys.map { key in
            "\(key)=" + (table[key].map { shown($0.value) } ?? "nothing")
        }
        return "{\(entries.joined(separator: ","))}"
    }

    private static func shown(_ value: TOMLValue) -> String {
        switch value.content {
        case .text(let text): text.debugDescription
        case .integer(let integer): "\(integer)"
        case .float(let float): "\(float)"
        case .boolean(let boolean): "\(boolean)"
        case .moment(let moment): shown(moment)
        case .list(let list): "[\(list.map { shown($0) }.joined(separator: ","))]"
        case .table(let table): shown(table)
        }
    }

    private static func shown(_ moment: TOMLMoment) -> String {
        let date = moment.date.map { "\($0)" } ?? ""
        let time = moment.time.map { " \($0.hour):\($0.minute):\($0.second)+\($0.nanosecond)ns" }
        let offset = moment.offsetMinutes.map { " \($0)min" } ?? ""
        return date + (time ?? "") + offset
    }

    private static func shown(_ position: TOMLPosition) -> String {
        "\(position.line):\(position.column)"
    }

    private static func places(in table: TOMLTable, _ path: String) -> [String] {
        table.keys.flatMap { key -> [String] in
            guard let entry = table[key] else { return [] }
            let own = "\(path)\(key) \(shown(entry.key)) \(shown(entry.value.position))"
            return [own] + places(in: entry.value, "\(path)\(key)")
        }
    }

    private static func places(in value: TOMLValue, _ path: String) -> [String] {
        switch value.content {
        case .table(let table): places(in: table, path + ".")
        case .list(let list):
            list.enumerated().flatMap { index, element in
                ["\(path)[\(index)] \(shown(element.position))"]
                    + places(in: element, "\(path)[\(index)]")
            }
        default: []
        }
    }
}
