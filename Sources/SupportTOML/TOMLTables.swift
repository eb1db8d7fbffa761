/// The tables of a text while it is read: decides which key and which header may stand where.
///
/// A table has one header, or is made by dotted keys under one header. Between the two nothing is
/// defined twice; what a header only passes through may still get a header of its own, once. An
/// inline table or list is a value, which nothing adds to.
struct TOMLTables {
    /// A name in a key or a header.
    struct Part {
        let key: TOMLKey
        let position: TOMLPosition
    }

    /// A table, which refers to others by their index.
    private struct Table {
        var origin: Origin
        /// Where it was defined; as long as it is only implied, where it was first named.
        var position: TOMLPosition
        var entries: [TOMLKey: Entry] = [:]
    }

    /// What made a table.
    private enum Origin: Equatable {
        /// A header of a table inside it.
        case implied
        case header
        /// Dotted keys below the header of this number.
        case dotted(Int)
    }

    /// What a key stands for, and where it was first named.
    private struct Entry {
        let position: TOMLPosition
        let content: Content
    }

    /// The kinds of what a key can stand for.
    private enum Content {
        case value(TOMLValue)
        /// An index in `tables`.
        case table(Int)
        /// An index in `lists`.
        case list(Int)
    }

    private var tables = [Table(origin: .header, position: TOMLPosition(line: 1, column: 1))]
    /// The tables of each `[[list]]`.
    private var lists: [[Int]] = []
    /// The table that keys go to.
    private var current = 0
    /// How many headers there were so far.
    private var headers = 0

    /// Begins the table of `[a.b]`.
    mutating func open(_ path: [Part]) throws(TOMLFault) {
        guard let (around, last) = try place(of: path) else { return }
        guard let earlier = tables[around].entries[last.key] else {
            current = add(last, to: around, .header)
            return
        }
        guard case .table(let index) = earlier.content, tables[index].origin == .implied else {
            throw refusal(of: last, earlier)
        }
        tables[index].origin = .header
        tables[index].position = last.position
        current = index
    }

    /// Begins the next table of `[[a.b]]`.
    mutating func append(_ path: [Part]) throws(TOMLFault) {
        guard let (around, last) = try place(of: path) else { return }
        current = tables.count
        if let earlier = tables[around].entries[last.key] {
            guard case .list(let list) = earlier.content else { throw refusal(of: last, earlier) }
            lists[list].append(current)
        } else {
            tables[around].entries[last.key] = Entry(
                position: last.position, content: .list(lists.count))
            lists.append([current])
        }
        tables.append(Table(origin: .header, position: last.position))
    }

    /// Sets a key of the table that was begun last, or of the root.
    mutating func set(_ path: [Part], to value: TOMLValue) throws(TOMLFault) {
        guard let last = path.last else { return }
        var table = current
        for part in path.dropLast() { table = try dotted(part, in: table) }
        if let earlier = tables[table].entries[last.key] {
            guard case .value = earlier.content else { throw refusal(of: last, earlier) }
            throw TOMLFault(
                last.position,
                "\(last.key.shown) is set on line \(earlier.position.line); "
                    + "expected each key once")
        }
        tables[table].entries[last.key] = Entry(position: last.position, content: .value(value))
    }

    /// All that was set.
    var root: TOMLTable { table(0) }

    private func table(_ index: Int) -> TOMLTable {
        TOMLTable(
            tables[index].entries.mapValues { entry in
                TOMLTable.Entry(key: entry.position, value: value(of: entry))
            })
    }

    private func value(of entry: Entry) -> TOMLValue {
        switch entry.content {
        case .value(let value): value
        case .table(let index): tableValue(index)
        case .list(let list): TOMLValue(.list(lists[list].map(tableValue)), at: entry.position)
        }
    }

    private func tableValue(_ index: Int) -> TOMLValue {
        TOMLValue(.table(table(index)), at: tables[index].position)
    }

    /// The table around the last part of a header, which may be implied, and that part.
    private mutating func place(of path: [Part]) throws(TOMLFault) -> (Int, Part)? {
        headers += 1
        guard let last = path.last else { return nil }
        var table = 0
        for part in path.dropLast() { table = try passed(part, in: table) }
        return (table, last)
    }

    /// The table that a header passes through.
    private mutating func passed(_ part: Part, in table: Int) throws(TOMLFault) -> Int {
        guard let earlier = tables[table].entries[part.key] else {
            return add(part, to: table, .implied)
        }
        switch earlier.content {
        case .table(let index): return index
        case .list(let list): return lists[list].last ?? table
        case .value: throw refusal(of: part, earlier)
        }
    }

    /// The table that a dotted key passes through.
    private mutating func dotted(_ part: Part, in table: Int) throws(TOMLFault) -> Int {
        guard let earlier = tables[table].entries[part.key] else {
            return add(part, to: table, .dotted(headers))
        }
        guard case .table(let index) = earlier.content,
            [.implied, .dotted(headers)].contains(tables[index].origin)
        else { throw refusal(of: part, earlier) }
        if tables[index].origin == .implied {
            tables[index].origin = .dotted(headers)
            tables[index].position = part.position
        }
        return index
    }

    private mutating func add(_ part: Part, to table: Int, _ origin: Origin) -> Int {
        let index = tables.count
        tables[table].entries[part.key] = Entry(position: part.position, content: .table(index))
        tables.append(Table(origin: origin, position: part.position))
        return index
    }

    /// Why a name cannot stand here, by what it stands for already.
    private func refusal(of part: Part, _ earlier: Entry) -> TOMLFault {
        let name = part.key.shown
        let line = earlier.position.line
        let problem =
            switch earlier.content {
            case .value: "\(name) is set as a whole on line \(line); expected nothing more for it"
            case .list: "\(name) is a list of tables since line \(line); expected [[\(name)]]"
            case .table(let index): refusal(of: name, tables[index])
            }
        return TOMLFault(part.position, problem)
    }

    private func refusal(of name: String, _ table: Table) -> String {
        let line = table.position.line
        return switch table.origin {
        case .implied: "\(name) is a table since line \(line); expected [\(name)]"
        case .header: "\(name) has its header on line \(line); expected its keys below that"
        case .dotted:
            "\(name) is made of dotted keys since line \(line); expected its keys beside those"
        }
    }
}
