import ArgumentParser
import SupportModel
import SupportWire

/// `supportc whoami`.
struct WhoamiCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "whoami", "Show who the desk takes you for, and what you may do.",
        example: "supportc whoami")

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> RightsWhoami { RightsWhoami() }

    func show(_ reply: RightsWhoami.Reply, on page: inout Page) {
        let roles = reply.roles.map(\.rawValue)
        let user =
            reply.user == "\(reply.uid)" ? "uid \(reply.uid)" : "\(reply.user), uid \(reply.uid)"
        let capacity = reply.owner ? ["owner of the desk"] + roles : roles
        page.line("\(reply.staff?.text ?? reply.user, .strong) (\(user))")
        page.facts([
            "role": capacity.isEmpty
                ? "none: an operator adds you with supportc staff add NAME --role ROLE --user USER"
                : "\(Words.list(capacity))",
            "staff": reply.staff.map { "\($0)" }
                ?? (capacity.isEmpty ? nil : "nobody of the staff has your user"),
        ])
        guard !reply.permissions.isEmpty else { return }
        page.heading("you may")
        for permission in reply.permissions {
            page.line("  \(permission.rawValue, .strong): \(permission.words)")
        }
    }

    func identifiers(_ reply: RightsWhoami.Reply) -> [String] { [reply.staff?.text ?? reply.user] }
}

/// `supportc rights`.
struct RightsCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "rights", "What each role may do, and who has it.", [RightsListCommand.self])
}

/// `supportc rights list`.
struct RightsListCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "list", "List the roles, what they permit, and who has them.",
        example: "supportc rights list --for olena")

    @Option(named: "for", "Only who has this name or Unix user.", value: "user", Reading.text)
    var user: String?

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> RightsList { RightsList(user: user) }

    func show(_ reply: RightsList.Reply, on page: inout Page) {
        var table = Table(
            "rights",
            [.text("RIGHT")] + reply.roles.map { .text($0.role.rawValue.uppercased()) }
                + [.text("WHAT IT OPENS", .wrapped(least: 20), goes: 1)])
        for permission in Permission.allCases {
            var cells: [StyledText] = ["\(permission.rawValue, .strong)"]
            cells += reply.roles.map { $0.permissions.contains(permission) ? "yes" : "" }
            table.row(of: cells + ["\(permission.words)"])
        }
        page.table(table, none: "")
        page.heading(user.map { "user \($0)" } ?? "who")
        let holders = reply.roles.filter { !$0.staff.isEmpty || !$0.groups.isEmpty }
        for role in holders {
            let people = role.staff.map(\.text) + role.groups.map { "members of the group \($0)" }
            page.line("  \(role.role.rawValue, .strong): \(Words.list(people))")
        }
        guard holders.isEmpty else { return }
        page.line(
            user == nil
                ? "  nobody; root and the user of supportd may do everything"
                : "  nobody of the staff; by a group of theirs they may have one: supportc whoami")
    }

    func identifiers(_ reply: RightsList.Reply) -> [String] { reply.roles.map(\.role.rawValue) }
}

extension Permission {
    /// What it opens, for people.
    var words: String {
        switch self {
        case .read: "read everything but amounts of money and access data"
        case .seeMoney: "see fees, rates and statements"
        case .work: "open, take and work tickets, book your own time"
        case .monitor: "add and change monitors"
        case .access: "set, list and reveal the access data of clients"
        case .bookForOthers: "book, correct and import the time of others"
        case .manage: "sign and change contracts, keep clients, plan their work"
        case .agree: "agree to exceptions under your own name"
        case .operate: "run the desk: clock, backup, verification, staff, apply"
        }
    }
}
