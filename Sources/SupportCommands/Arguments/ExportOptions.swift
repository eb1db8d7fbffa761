import ArgumentParser
import SupportModel

/// What an export chooses, and how it is written.
struct ExportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only of this contract.", valueName: "contract"),
        transform: Reading.contract)
    var contract: ContractReference?

    @Option(
        help: ArgumentHelp("Only of this client.", valueName: "client"), transform: Reading.name)
    var client: Name<Client>?

    @Option(
        help: ArgumentHelp("Only of this day and later.", valueName: "date"),
        transform: Reading.date)
    var from: CivilDate?

    @Option(
        help: ArgumentHelp("Only of this day and earlier.", valueName: "date"),
        transform: Reading.date)
    var to: CivilDate?

    @Option(
        help: ArgumentHelp("csv or jsonl; csv unless said.", valueName: "format"),
        transform: Reading.word)
    var format = FileFormat.csv

    /// How many rows are asked for at a time.
    static let pageCount = 1000

    func validate() throws {
        if let from, let to, to < from {
            throw ValidationError("--to \(to) is before --from \(from); swap them")
        }
    }
}
