import ArgumentParser
import SupportModel

/// What a monitor looks at, as options: one check, and what it judges by.
struct CheckOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Fetch a page.", valueName: "url"))
    var http: String?

    @Option(
        help: ArgumentHelp("The statuses that are right.", valueName: "low-high"),
        transform: CheckReading.statuses)
    var status: ClosedRange<Int>?

    @Option(help: ArgumentHelp("Text that the page must hold.", valueName: "text"))
    var textPresent: String?

    @Option(help: ArgumentHelp("Text that the page must not hold.", valueName: "text"))
    var textAbsent: String?

    @Option(
        help: ArgumentHelp("The longest that the answer may take.", valueName: "span"),
        transform: Reading.span)
    var maxResponse: Int?

    @Flag(help: "Judge a redirect itself; else it is followed.")
    var noRedirects = false

    @Flag(help: "Follow redirects to this host and its link too.")
    var allowLocalRedirects = false

    @Option(
        help: ArgumentHelp("Open a TCP connection.", valueName: "host:port"),
        transform: CheckReading.place)
    var tcp: TCPCheck?

    @Option(help: ArgumentHelp("See how full a file system of this host is.", valueName: "path"))
    var disk: String?

    @Option(
        help: ArgumentHelp("The least free room; 10 unless said.", valueName: "percent"),
        transform: Reading.integer(0...100))
    var freeMin: Int?

    @Flag(help: "See how much memory of this host is available.")
    var memory = false

    @Option(
        help: ArgumentHelp("The least available memory; 5 unless said.", valueName: "percent"),
        transform: Reading.integer(0...100))
    var availableMin: Int?

    @Flag(help: "See how loaded the processors of this host are.")
    var load = false

    @Option(
        help: ArgumentHelp("The highest load per processor; 2.00 unless said.", valueName: "x.yy"),
        transform: CheckReading.hundredths)
    var loadMax: Int?
}
