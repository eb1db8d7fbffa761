import ArgumentParser
import SupportWire

/// `supportc package list`.
struct PackageListCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the packages.",
        discussion: "Example:\n  supportc package list")

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> PackageList { PackageList() }

    func show(_ reply: PackageList.Reply, on page: inout Page) {
        var table = Table([
            .text("PACKAGE"), .text("TITLE"), .number("HOURS"), .number("MONTHLY FEE"),
            .number("EXTRA HOUR"), .number("A WEEK"), .text("ROUNDING"), .text("SERVICES"),
            .text("FIRST RESPONSE"),
        ])
        for package in reply.packages {
            table.row(
                "\(package.package, .strong)", "\(package.title)",
                "\(package.hours.map { "\($0)h" } ?? "agreed")", "\(package.monthlyFee)",
                "\(package.extraRate)", "\(PackageWords.week(package))",
                "\(PackageWords.rounding(package.rounding))", "\(PackageWords.services(package))",
                "\(PackageWords.responses(package.targets ?? []))")
        }
        page.table(table, none: "no packages")
    }

    func identifiers(_ reply: PackageList.Reply) -> [String] {
        reply.packages.map(\.package.text)
    }
}
