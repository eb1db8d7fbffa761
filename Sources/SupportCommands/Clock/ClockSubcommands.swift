import ArgumentParser
import SupportModel
import SupportWire

/// `supportc clock`.
struct ClockCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "clock", "The clock of the desk.",
        [ClockShowCommand.self, ClockConfirmCommand.self, ClockAdvanceCommand.self])
}

/// `supportc clock show`.
struct ClockShowCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "show", "Say what time it is at the desk.", example: "supportc clock show")

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ClockShow { ClockShow() }

    func show(_ reply: ClockShow.Reply, on page: inout Page) {
        page.screen.now = reply.now
        if let doubt = reply.doubt { DoubtLines.show(doubt, on: &page) }
        page.facts([
            "now": "\(Words.second(reply.now), .strong)",
            "clock": reply.test ? "a test clock, which only moves on command" : "the real clock",
            "next boundary": reply.nextBoundary.map { "\(Words.minuteAndDistance($0))" },
        ])
    }
}

/// `supportc clock confirm`.
struct ClockConfirmCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Say that a clock in doubt is right.",
        discussion:
            "Every cycle that has ended by it closes, and its unused hours expire; that cannot be "
            + "taken back. Without a doubt it ends with 1.\n\n"
            + "Example:\n  supportc clock confirm --dry-run")

    @OptionGroup(title: "General options") var options: OperationOptions

    static let showsDryRun = true

    func request(_ input: Input) -> ClockConfirm { ClockConfirm() }

    func show(_ reply: ClockConfirm.Reply, on page: inout Page) {
        let closing = DoubtLines.closing(reply.closed, reply.months, reply.expired)
        if reply.dryRun {
            page.line(
                "if it is \(Words.second(reply.now), .strong) now, confirming closes \(closing)")
        } else {
            page.line("confirmed: it is \(Words.second(reply.now), .strong) now; closed \(closing)")
        }
        if !reply.contracts.isEmpty { page.table(Self.table(reply.contracts), none: "") }
        if reply.more {
            page.remark("only \(Words.count(reply.contracts.count, "contract")) shown")
        }
    }

    func identifiers(_ reply: ClockConfirm.Reply) -> [String] {
        reply.contracts.map(\.contract.description)
    }

    private static func table(_ shares: [DueCycles.Share]) -> Table {
        var table = Table(
            "confirmed-contracts",
            [
                .number("CONTRACT"), .text("CLIENT", .cut(least: 12)), .number("CYCLES"),
                .number("EXPIRED"),
            ])
        for share in shares {
            table.row(
                "\(share.contract, .strong)", "\(share.client)", "\(share.closed)",
                "\(share.expired)")
        }
        return table
    }
}

/// `supportc clock advance`.
struct ClockAdvanceCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "advance", "Move the test clock forward and do what becomes due.",
        details: "Works only with a daemon started with --test-clock.",
        example: "supportc clock advance 1d12h")

    @Argument(help: "How far, such as 30s or 1d12h.", transform: Reading.span)
    var span: Int

    @Flag(help: "Set the clock, as somebody sets the machine's, instead of letting time pass.")
    var set = false

    @Flag(help: "Set it back; goes with --set.")
    var back = false

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws {
        if back, !set { throw ValidationError("--back goes with --set: time only passes forward") }
    }

    func request(_ input: Input) -> ClockAdvance {
        ClockAdvance(milliseconds: Int64(back ? -span : span), jump: set ? true : nil)
    }

    func show(_ reply: ClockAdvance.Reply, on page: inout Page) {
        page.line(
            "it is \(Words.second(reply.now), .strong) now; \(DoubtLines.count(reply.closed, reply.months)) closed"
        )
        if let doubt = reply.doubt { DoubtLines.show(doubt, on: &page) }
    }
}

/// What the screen says while the clock is in doubt.
enum DoubtLines {
    /// Three lines: what is wrong, what that means, what to do.
    static func show(_ doubt: ClockDoubtView, on page: inout Page) {
        page.line("\("THE CLOCK IS IN DOUBT", .bad): \(cause(doubt))")
        page.line("  nothing expires and no time is booked until it is set right or confirmed")
        page.line(
            "  `supportc clock confirm` would close \(closing(doubt.cycles, doubt.months, doubt.expiring))"
        )
    }

    /// `12 cycles; 480h expire`.
    static func closing(_ cycles: Int, _ months: Int?, _ expired: Minutes) -> String {
        "\(count(cycles, months)); \(expired) expire"
    }

    /// `12 cycles`, or `12 cycles and 1 month on demand`.
    static func count(_ cycles: Int, _ months: Int?, _ cycle: String = "cycle") -> String {
        Words.count(cycles, cycle)
            + (months.map { " and \(Words.count($0, "month")) on demand" } ?? "")
    }

    private static func cause(_ doubt: ClockDoubtView) -> StyledText {
        let days = Words.count(doubt.days, "day")
        switch doubt.cause {
        case .setForward:
            return "it was set from \(Words.minute(doubt.since)) to "
                + "\(Words.minute(doubt.jumpedTo)), \(days) forward"
        case .longGap:
            return "it showed \(Words.minute(doubt.jumpedTo)) at the start, \(days) after "
                + "\(Words.minute(doubt.since)), and nothing keeps it right"
        }
    }
}
