import ArgumentParser
import SupportWire

/// `supportc clock confirm`.
struct ClockConfirmCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Say that a clock in doubt is right.",
        discussion:
            "Every cycle that has ended by it closes, and its unused hours expire; that cannot be "
            + "taken back. Without a doubt it ends with 1.\n\n"
            + "Example:\n  supportc clock confirm --dry-run")

    @Flag(help: "Only say what would close and expire.")
    var dryRun = false

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ClockConfirm { ClockConfirm(dryRun: dryRun ? true : nil) }

    func show(_ reply: ClockConfirm.Reply, on page: inout Page) {
        let closing = DoubtLines.closing(reply.closed, reply.expired)
        if reply.dryRun {
            page.line("if it is \(reply.now, .strong) now, confirming closes \(closing)")
        } else {
            page.line("confirmed: it is \(reply.now, .strong) now; closed \(closing)")
        }
        if !reply.contracts.isEmpty { page.table(Self.table(reply.contracts), none: "") }
        if reply.more {
            page.remark("only \(Words.count(reply.contracts.count, "contract")) shown")
        }
        if reply.dryRun { page.line(EntryLines.nothingChanged) }
    }

    func identifiers(_ reply: ClockConfirm.Reply) -> [String] {
        reply.contracts.map(\.contract.description)
    }

    private static func table(_ shares: [ClockConfirm.Share]) -> Table {
        var table = Table([
            .number("CONTRACT"), .text("CLIENT"), .number("CYCLES"), .number("EXPIRED"),
        ])
        for share in shares {
            table.row(
                "\(share.contract, .strong)", "\(share.client)", "\(share.closed)",
                "\(share.expired)")
        }
        return table
    }
}
