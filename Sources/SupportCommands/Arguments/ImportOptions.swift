import ArgumentParser
import SupportModel
import SupportWire

/// The file that an import reads, and how.
struct ImportOptions: ParsableArguments {
    @Argument(help: "The file; - reads standard input.")
    var file: String

    @Option(
        help: ArgumentHelp(
            "csv or jsonl; what the file's name ends in unless said.", valueName: "format"),
        transform: Reading.word)
    var format: FileFormat?

    @Flag(help: "Only say what would come of it.")
    var dryRun = false

    func validate() throws {
        guard format != nil || FileFormat(fileName: file) != nil else {
            throw ValidationError("say --format csv or --format jsonl; the file's name does not")
        }
    }

    /// What the request says of it: nothing where it is meant.
    var rehearses: Bool? { dryRun ? true : nil }

    /// The rows of the file; throws the mistakes that are in it.
    func rows<Column: ImportColumn>(
        of: Column.Type, _ input: Input
    ) throws -> [ImportLine] {
        let bytes = try input.file(file)
        do {
            switch format ?? FileFormat(fileName: file) ?? .csv {
            case .csv: return try CSVRows<Column>.read(bytes)
            case .jsonl: return try JSONLinesRows<Column>.read(bytes)
            }
        } catch {
            throw error.told(file == "-" ? "standard input" : file)
        }
    }

    /// The request, unless it is longer than one line may be: the desk would hang up on it.
    func fitting<Asked: Request>(_ request: Asked) throws -> Asked {
        let room = Asked.lineBytesMax - 1024
        guard ReplyLine.encoded(request).bytes.count <= room else {
            throw ValidationError(
                "the rows take more than \(room) bytes; import them in several files, "
                    + "each of which is all or nothing")
        }
        return request
    }
}
