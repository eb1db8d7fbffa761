import ArgumentParser
import SupportModel
import SupportWire

/// `supportc package show`.
struct PackageShowCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a package.",
        discussion: "Example:\n  supportc package show starter")

    @Argument(help: "The package.", transform: Reading.name)
    var package: Name<PackageOffer>

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> PackageShow { PackageShow(package: package) }

    func show(_ reply: PackageView, on page: inout Page) {
        page.line("package \(reply.package, .strong): \(reply.title)")
        page.facts([
            "hours": "\(reply.hours.map { "\($0)h a month" } ?? "agreed per contract")",
            "fee": "\(reply.monthlyFee) a month",
            "extra": "\(reply.extraRate) an hour",
            "week": "\(week(reply))",
            "rounding": "\(Words.rounding(reply.rounding))",
            "services": "\(reply.services.isEmpty ? "none" : Words.list(reply.services))",
            "not included": "\(Words.list(reply.servicesNotIncluded ?? []))",
        ])
        guard let targets = reply.targets, !targets.isEmpty else { return }
        page.heading("targets")
        page.table(TargetRows.table(targets), none: "")
    }

    private func week(_ package: PackageView) -> String {
        package.hours != nil && package.weeklyLimit != nil
            ? "at most \(PackageWords.week(package)) a week"
            : "at most \(PackageWords.week(package)) of the hours a week"
    }

    func identifiers(_ reply: PackageView) -> [String] { [reply.package.text] }
}
