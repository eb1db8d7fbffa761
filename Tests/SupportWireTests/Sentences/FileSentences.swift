import SupportModel
import SupportTestKit

extension Sentence {
    private static func cell(_ rule: CellRule, _ message: String, hint: String) -> Sentence {
        Sentence(.invalid(.cell, .row(rule)), message, hint: hint)
    }

    private static func unreadable(_ wanted: WantedCell, hint: String) -> Sentence {
        cell(.unreadable("?", wanted), "\"?\" cannot be read", hint: hint)
    }

    private static let key = ImportKey(standingFor: Identifier<TimeEntry>(after: 40))

    /// What the cells and keys of an imported file may be.
    static let cells = [
        cell(
            .unknownColumn(known: ["key", "ticket", "date"]),
            "the column is not one of those that are imported",
            hint: "the columns are key, ticket, date"),
        cell(.empty(.required), "the cell is empty", hint: "every row needs one"),
        cell(
            .empty(.ticket), "the cell is empty, and so is ticket_key",
            hint: "name the ticket by its number, or in ticket_key by its import key"),
        cell(
            .empty(.lateReason), "the cell is empty, though the work comes late",
            hint: "say why it comes after its cycle has closed"),
        cell(
            .empty(.agreedBy), "the cell is empty, though a reason is given",
            hint: "name the manager who agreed, or leave the reason out"),
        cell(
            .empty(.agreementReason), "the cell is empty, though somebody agreed",
            hint: "say why the limit was lifted, or leave agreed_by out"),
        cell(
            .unreadable(String(repeating: "a", count: 40), .flag),
            "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\" cannot be read",
            hint: "write yes or no"),
        cell(
            .unreadable(String(repeating: "a", count: 41), .flag),
            "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…\" cannot be read",
            hint: "write yes or no"),
        unreadable(
            .name,
            hint: "a name is 1 to 64 characters: a lower-case letter, then letters, digits, - _ ."),
        unreadable(.number, hint: "write a whole number from 1"),
        unreadable(.key, hint: "a key is one line of 1 to 128 bytes"),
        unreadable(.level, hint: "write 1, 2, 3 or 4"),
        unreadable(.date, hint: "write YYYY-MM-DD, such as 2026-11-23"),
        unreadable(.minutes, hint: "write minutes, such as 150, or 2h30m"),
        cell(
            .keyTaken(key, line: 9), "the key entry:41 stands on line 9 already",
            hint: "give every row a key of its own, or take one of the two out"),
        cell(
            .noImportedTicket(key), "the key entry:41 is no imported ticket's",
            hint: "import the tickets first, or leave it out and name the ticket by its number"),
        cell(
            .tooManyRows(2001), "the import has 2001 rows, more than 2000",
            hint: "import it in several files; each is all or nothing"),
        Sentence(
            .importedOtherwise(
                ImportDifference(key: key, made: "entry 41", has: "1h30m", row: "2h")),
            "the key entry:41 made entry 41, which has 1h30m here; the row says 2h",
            hint: "let the row say what entry 41 says, change entry 41 on the desk, "
                + "or give the row another key"),
        Sentence(
            .rowsRefused([], refusedCount: 2, of: 9),
            "2 of 9 rows were refused, so nothing was changed; the first 0 are listed",
            hint: "mend the rows and import the whole file again"),
        Sentence(
            .tablesRefused(file: "agency.toml", [], refusedCount: 1, of: 9),
            "1 of 9 tables of agency.toml was refused, so nothing was changed; "
                + "the first 0 are listed",
            hint: "mend the tables and apply the whole file again"),
    ]

    private static func table(_ rule: TableRule, _ message: String, hint: String) -> Sentence {
        Sentence(.invalid(.file, .table(rule)), message, hint: hint)
    }

    /// What the tables of an applied file may be; a term that differs is in `AgreedTermTests`.
    static let tables = [
        table(
            .tooMany(2001), "the file has 2001 tables, more than 2000",
            hint: "apply it in several files"),
        table(
            .sameContract("acme", 3, line: 9),
            "client acme and its project mean contract 3, as the table on line 9 does",
            hint: "describe each contract once"),
        table(
            .severalContracts("acme", project: nil, [3, 5]),
            "client acme has 2 contracts in force that name no project: 3, 5",
            hint: "change one by its number, such as supportc contract change 3, and take the "
                + "table out of the file"),
        table(
            .severalContracts("acme", project: "shop", [3, 5]),
            "client acme has 2 contracts in force for the project shop: 3, 5",
            hint: "change one by its number, such as supportc contract change 3, and take the "
                + "table out of the file"),
        table(
            .startMissing, "from is missing, and there is no such contract yet",
            hint: "a contract that is to be signed needs the day of its first cycle"),
        table(
            .monthsMissing, "months is missing, and there is no such contract yet",
            hint: "a contract that is to be signed needs its term"),
    ]
}
