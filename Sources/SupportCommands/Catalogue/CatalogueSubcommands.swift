import ArgumentParser
import SupportModel
import SupportWire

/// `supportc package`.
struct PackageCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "package", "The support packages of the catalogue.",
        [PackageListCommand.self, PackageShowCommand.self])
}

/// `supportc package list`.
typealias PackageListCommand = ListCommand<PackageTable>

/// The packages of the catalogue.
enum PackageTable: ListedTable {
    static let configuration = CommandConfiguration.verb(
        "list", "List the packages.", example: "supportc package list")

    static let request = PackageList()

    static let none: StyledText = "no packages"

    static func table(_ packages: [PackageView]) -> Table {
        var table = Table(
            "packages",
            [
                .text("PACKAGE"), .text("TITLE", .cut(least: 12), goes: 4), .number("HOURS"),
                .number("MONTHLY FEE"), .number("EXTRA HOUR"), .number("A WEEK", goes: 5),
                .text("ROUNDING", goes: 2), .text("SERVICES", goes: 3),
                .text("FIRST RESPONSE", goes: 1),
            ])
        for package in packages {
            table.row(
                "\(package.package, .strong)", "\(package.title)",
                "\(package.hours.map { "\($0)h" } ?? "agreed")",
                "\(Words.amount(package.monthlyFee))",
                "\(Words.amount(package.extraRate))", "\(PackageWords.week(package))",
                "\(PackageWords.rounding(package.rounding))", "\(PackageWords.services(package))",
                "\(PackageWords.responses(package.targets ?? []))")
        }
        return table
    }
}

/// `supportc package show`.
struct PackageShowCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "show", "Show a package.", example: "supportc package show starter")

    @Argument(help: "The package.", transform: Reading.name)
    var package: Name<PackageOffer>

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> PackageShow { PackageShow(package: package) }

    func show(_ reply: PackageView, on page: inout Page) {
        page.line("package \(reply.package, .strong): \(reply.title)")
        page.facts([
            "hours": "\(reply.hours.map { "\($0)h a month" } ?? "agreed per contract")",
            "fee": reply.monthlyFee.map { "\($0) a month" },
            "extra": reply.extraRate.map { "\($0) an hour" },
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
}

/// `supportc service`.
struct ServiceCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "service", "The services of the catalogue.",
        [ServiceListCommand.self, ServiceShowCommand.self])
}

/// `supportc service list`.
typealias ServiceListCommand = ListCommand<ServiceTable>

/// The services of the catalogue.
enum ServiceTable: ListedTable {
    static let configuration = CommandConfiguration.verb(
        "list", "List the services.", example: "supportc service list")

    static let request = ServiceList()

    static let none: StyledText = "no services"

    static func table(_ services: [ServiceView]) -> Table {
        var table = Table("services", [.text("SERVICE"), .text("TITLE", .cut(least: 20))])
        for service in services {
            table.row("\(service.service, .strong)", "\(service.title)")
        }
        return table
    }
}

/// `supportc service show`.
struct ServiceShowCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "show", "Show a service and the packages that include it.",
        example: "supportc service show security")

    @Argument(help: "The service.", transform: Reading.name)
    var service: Name<Service>

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ServiceShow { ServiceShow(service: service) }

    func show(_ reply: ServiceShow.Reply, on page: inout Page) {
        page.line("service \(reply.service.service, .strong): \(reply.service.title)")
        let packages = reply.packages.isEmpty ? "no package" : Words.list(reply.packages)
        page.facts(["included in": "\(packages)"])
    }

    func identifiers(_ reply: ServiceShow.Reply) -> [String] { [reply.service.service.text] }
}

/// `supportc level`.
struct LevelCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "level", "The four levels of severity.",
        [LevelListCommand.self, LevelShowCommand.self])
}

/// `supportc level list`.
typealias LevelListCommand = ListCommand<LevelTable>

/// The levels with their words, targets and examples.
enum LevelTable: ListedTable {
    static let configuration = CommandConfiguration.verb(
        "list", "List the levels with their words, targets and examples.",
        example: "supportc level list")

    static let request = LevelList()

    static let none: StyledText = "no levels"

    static func table(_ levels: [LevelView]) -> Table {
        var table = Table(
            "levels",
            [
                .number("LEVEL"), .text("TITLE", .wrapped(least: 16)),
                .number("FIRST RESPONSE", goes: 2), .number("RESOLUTION", goes: 1),
                .text("EXAMPLES", .wrapped(least: 24)),
            ])
        for level in levels {
            table.row(
                Words.level(level.level), "\(level.title)",
                "\(level.target?.firstResponse.description ?? "")",
                "\(level.target?.resolution.description ?? "")",
                "\(level.examples.joined(separator: "; "))")
        }
        return table
    }
}

/// `supportc level show`.
struct LevelShowCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "show", "Show a level.", example: "supportc level show 1")

    @Argument(help: "The level, 1 to 4.", transform: Reading.level)
    var level: Level

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> LevelShow { LevelShow(level: level) }

    func show(_ reply: LevelView, on page: inout Page) {
        page.line("level \(Words.level(reply.level)): \(reply.title)")
        if let text = reply.text { page.line("\(text)") }
        for example in reply.examples { page.line("  \(example)") }
        guard let target = reply.target else { return }
        page.line(TargetRows.sentence(target))
    }
}
