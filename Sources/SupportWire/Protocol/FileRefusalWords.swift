package import SupportModel

/// The words for what a file is refused for: every row with its line, column and rule.
extension WireError {
    static func rowsRefused(
        _ rows: [RowRefusal], _ refusedCount: Int, of count: Int
    ) -> WireError {
        let listed = refusedCount > rows.count ? "; the first \(rows.count) are listed" : ""
        return WireError(
            .refused, "rows-refused",
            "\(refusedCount) of \(count) rows \(refusedCount == 1 ? "was" : "were") refused, "
                + "so nothing was changed\(listed)",
            hint: "mend the rows and import the whole file again",
            figures: ["refused": "\(refusedCount)", "rows": "\(count)"],
            errors: rows.map { RowError($0, hint: $0.refusal.hintInColumns) })
    }

    static func tablesRefused(
        _ file: String, _ tables: [RowRefusal], _ refusedCount: Int, of count: Int
    ) -> WireError {
        let listed = refusedCount > tables.count ? "; the first \(tables.count) are listed" : ""
        return WireError(
            .refused, "tables-refused",
            "\(refusedCount) of \(count) tables of \(file) "
                + "\(refusedCount == 1 ? "was" : "were") refused, so nothing was changed\(listed)",
            hint: "mend the tables and apply the whole file again",
            figures: ["refused": "\(refusedCount)", "tables": "\(count)"],
            errors: tables.map { RowError($0) })
    }

    static func importedOtherwise(_ it: ImportDifference) -> WireError {
        WireError(
            .conflict, "imported-otherwise",
            "the key \(it.key) made \(it.made), which has \(it.has) here; the row says \(it.row)",
            hint: "let the row say what \(it.made) says, change \(it.made) on the desk, "
                + "or give the row another key")
    }
}

extension RowError {
    /// What is said of a row that was refused.
    ///
    /// - Parameter hint: the way out where it is another one than everywhere else.
    package init(_ row: RowRefusal, hint: String? = nil) {
        let error = WireError(row.refusal)
        self.init(
            line: row.line, column: row.column, error: error.data.error, message: error.message,
            hint: hint ?? error.data.hint)
    }

    /// The same, with the nearest known name where the row names an unknown one.
    init(_ row: RowRefusal, nearest: (Subject, String) -> String?) {
        self.init(row)
        guard case .unknown(let subject, let name) = row.refusal,
            let nearest = nearest(subject, name)
        else { return }
        hint = WireError(row.refusal, nearest: nearest).data.hint
    }
}

/// The words for a row of an imported file, or for the whole file.
extension CellRule {
    var words: RefusalText {
        switch self {
        case .unknownColumn(let known):
            RefusalText(
                "the column is not one of those that are imported",
                hint: "the columns are \(known.joined(separator: ", "))")
        case .empty(let cell): cell.words
        case .unreadable(let text, let wanted):
            RefusalText("\(Self.quoted(text)) cannot be read", hint: wanted.words)
        case .keyTaken(let key, let line):
            RefusalText(
                "the key \(key) stands on line \(line) already",
                hint: "give every row a key of its own, or take one of the two out")
        case .noImportedTicket(let key):
            RefusalText(
                "the key \(key) is no imported ticket's",
                hint: "import the tickets first, or leave it out and name the ticket by its number")
        case .tooManyRows(let count):
            RefusalText(
                "the import has \(count) rows, more than \(Limits.importRowsMax)",
                hint: "import it in several files; each is all or nothing")
        }
    }

    /// A text in quotes, cut where it is long.
    private static func quoted(_ text: String) -> String {
        let head = text.prefix(40)
        return head.endIndex == text.endIndex ? "\"\(text)\"" : "\"\(head)…\""
    }
}

extension EmptyCell {
    fileprivate var words: RefusalText {
        switch self {
        case .required: RefusalText("the cell is empty", hint: "every row needs one")
        case .ticket:
            RefusalText(
                "the cell is empty, and so is ticket_key",
                hint: "name the ticket by its number, or in ticket_key by its import key")
        case .lateReason:
            RefusalText(
                "the cell is empty, though the work comes late",
                hint: "say why it comes after its cycle has closed")
        case .agreedBy:
            RefusalText(
                "the cell is empty, though a reason is given",
                hint: "name the manager who agreed, or leave the reason out")
        case .agreementReason:
            RefusalText(
                "the cell is empty, though somebody agreed",
                hint: "say why the limit was lifted, or leave agreed_by out")
        }
    }
}

extension WantedCell {
    fileprivate var words: String {
        switch self {
        case .flag: "write yes or no"
        case .name: "a name is \(Name<Client>.rule)"
        case .number: "write a whole number from 1"
        case .key: "a key is \(ImportKey.rule)"
        case .level: "write 1, 2, 3 or 4"
        case .date: "write YYYY-MM-DD, such as 2026-11-23"
        case .minutes: "write minutes, such as 150, or 2h30m"
        }
    }
}

/// The words for a table of an applied file, or for the whole file.
extension TableRule {
    var words: RefusalText {
        switch self {
        case .tooMany(let count):
            RefusalText(
                "the file has \(count) tables, more than \(Limits.desiredCountMax)",
                hint: "apply it in several files")
        case .sameContract(let client, let contract, let line):
            RefusalText(
                "client \(client) and its project mean contract \(contract), as the table on line "
                    + "\(line) does",
                hint: "describe each contract once")
        case .severalContracts(let client, let project, let contracts):
            Self.several(client, project, contracts)
        case .endedOtherwise(let months, let term):
            RefusalText(
                "months \(Self.words(months)), but \(term.words) and has ended",
                hint: "supportc contract renew \(term.contract) prolongs it, if it has just ended; "
                    + "a new contract begins on another day")
        case .start(let day, let term):
            RefusalText(
                "from is \(day), but \(term.words)",
                hint:
                    "write the day it began on; supportc contract renew \(term.contract) prolongs "
                    + "it, supportc contract sign signs another beside it")
        case .term(let months, let term):
            RefusalText(
                "months \(Self.words(months)), but \(term.words) (R5)",
                hint:
                    "write the term it has; supportc contract renew \(term.contract) prolongs it, "
                    + "supportc contract terminate \(term.contract) ends it sooner")
        case .startMissing: Self.missing("from", "the day of its first cycle")
        case .monthsMissing: Self.missing("months", "its term")
        }
    }

    private static func several(
        _ client: Name<Client>, _ project: String?, _ contracts: [Identifier<Contract>]
    ) -> RefusalText {
        let of = project.map { "for the project \($0)" } ?? "that name no project"
        let numbers = SentenceList.text(contracts)
        return RefusalText(
            "client \(client) has \(contracts.count) contracts in force \(of): \(numbers)",
            hint: "change one by its number, such as supportc contract change "
                + "\(contracts.first?.description ?? "NUMBER"), and take the table out of the file")
    }

    private static func missing(_ key: String, _ meaning: String) -> RefusalText {
        RefusalText(
            "\(key) is missing, and there is no such contract yet",
            hint: "a contract that is to be signed needs \(meaning)")
    }

    private static func words(_ months: Int?) -> String {
        months.map { "is \($0)" } ?? "is missing"
    }
}

extension AgreedTerm {
    /// `contract 3 was signed for 12 months from 2026-11-01`.
    fileprivate var words: String {
        "contract \(contract) \(isRenewed ? "runs, renewed," : "was signed") "
            + "for \(months) months from \(start)"
    }
}
