import ArgumentParser
import SupportModel

/// How often a monitor looks and what it believes, as options.
struct TimingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Between two looks, 1s to 1d.", valueName: "span"),
        transform: Reading.span)
    var every: Int?

    @Option(
        help: ArgumentHelp("Between two looks while failures are counted.", valueName: "span"),
        transform: Reading.span)
    var retry: Int?

    @Option(
        help: ArgumentHelp("How long a look may take, 100ms to 5m.", valueName: "span"),
        transform: Reading.span)
    var probeTimeout: Int?

    @Option(
        help: ArgumentHelp("Failures in a row that are believed.", valueName: "number"),
        transform: Reading.integer(1...100))
    var failures: Int?

    @Option(
        help: ArgumentHelp("Successes in a row that are believed.", valueName: "number"),
        transform: Reading.integer(1...100))
    var successes: Int?

    @Option(
        help: ArgumentHelp("The level of its tickets, 1 to 4.", valueName: "level"),
        transform: Reading.level)
    var level: Level?

    /// True when none is given.
    var isEmpty: Bool {
        every == nil && retry == nil && probeTimeout == nil && failures == nil
            && successes == nil && level == nil
    }
}
