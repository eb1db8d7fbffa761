import ArgumentParser
import SupportModel
import SupportWire

/// In which form a report is given, and where.
struct LayoutOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "table, json, csv or html; that of the file's ending, else table, unless said.",
            valueName: "format"),
        completion: .list(Reading.words(of: LayoutFormat.self)), transform: Reading.word)
    var format: LayoutFormat?

    @Option(
        "The file that it is written to; standard output unless said.", value: "file",
        completion: .file())
    var output: String?

    @Flag(help: "Replace a file that is there.")
    var force = false

    /// The form that is wanted: what is said, else what the file's name says.
    var wanted: LayoutFormat {
        format ?? named ?? .table
    }

    /// The form that the ending of the file's name says; nil for none.
    private var named: LayoutFormat? {
        output.flatMap { name in
            LayoutFormat.allCases.first { name.lowercased().hasSuffix(".\($0.rawValue)") }
        }
    }

    /// Refuses what does not go together.
    func check(_ options: some CallOptions) throws {
        if options.quiet, format != nil || output != nil {
            throw ValidationError(
                "--quiet does not go with --\(format == nil ? "output" : "format"); choose one")
        }
        if options.json, format ?? .json != .json {
            throw ValidationError("--json and --format do not go together; choose one")
        }
        if options.json, format == nil, let output, let named, named != .json {
            throw ValidationError(
                "--json does not go with --output \(PrintableText.line(output)), "
                    + "whose ending says \(named.rawValue); choose one")
        }
        if force, output == nil { throw ValidationError("--force goes with --output") }
    }

    /// Prints it, or writes the file and says so: whole, or not at all.
    func put(
        _ layout: (any Layout)?, _ document: [UInt8], as format: LayoutFormat,
        in invocation: Invocation
    ) throws {
        guard let output, output != "-" else {
            guard let layout else { return try invocation.print(document: document) }
            switch format {
            case .csv: return try invocation.print(text: layout.csv)
            case .html: return try invocation.print(text: layout.html)
            case .table, .json:
                var page = Page(invocation.screen)
                layout.show(on: &page)
                return try invocation.print(page)
            }
        }
        let bytes =
            layout.map { Array(text(of: $0, format, invocation.screen).utf8) } ?? document + [10]
        try invocation.console.save(toFile: output, isReplacing: force) { try $0(bytes) }
        var page = Page(invocation.screen)
        page.remark("written to \(PrintableText.line(output), .strong)")
        try invocation.print(page)
    }

    private func text(of layout: any Layout, _ format: LayoutFormat, _ screen: Screen) -> String {
        switch format {
        case .csv: return layout.csv
        case .html: return layout.html
        case .table, .json:
            var page = Page(screen.ofFile)
            layout.show(on: &page)
            return page.text
        }
    }
}
