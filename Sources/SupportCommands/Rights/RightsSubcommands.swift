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

    func show(_ reply: PersonRights, on page: inout Page) {
        page.person(reply)
        guard !reply.permissions.isEmpty else { return }
        page.heading(reply.onlyReads ? "you may, on this socket, which only reads" : "you may")
        page.permissions(of: reply)
    }

    func identifiers(_ reply: PersonRights) -> [String] { [reply.staff?.text ?? reply.user] }
}

extension Page {
    /// Who somebody is, and in which roles.
    fileprivate mutating func person(_ person: PersonRights) {
        let number = person.uid.map { "uid \($0)" } ?? "this host has no such user"
        let user = person.user == person.uid.map(String.init) ? number : "\(person.user), \(number)"
        let capacity = (person.owner ? ["owner of the desk"] : []) + person.roles.map(\.rawValue)
        line("\(person.staff?.text ?? person.user, .strong) (\(user))")
        facts([
            "role": capacity.isEmpty ? person.lack : "\(Words.list(capacity))",
            "staff": person.staff.map { "\($0)" }
                ?? (capacity.isEmpty ? nil : "nobody of the staff has this user"),
        ])
    }

    /// What somebody may do, a line each.
    fileprivate mutating func permissions(of person: PersonRights) {
        for permission in person.permissions {
            line("  \(permission.rawValue, .strong): \(permission.words)")
        }
    }
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

    @Option(
        named: "for", "Only what this Unix user or member of the staff may do, and by what.",
        value: "user", Reading.text)
    var user: String?

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> RightsList { Self.request(for: user, input) }

    /// The request for a user of this host, with the groups of that user.
    private static func request(for user: String?, _ input: Input) -> RightsList {
        let account = user.flatMap(input.account)
        return RightsList(user: user, uid: account?.number, groups: account?.groups)
    }

    /// Asks once more where the name was that of a member of staff: the groups are the Unix user's.
    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        let input = Input(invocation.console)
        var asked = Self.request(for: user, input)
        if let user, asked.uid == nil {
            var connection = try invocation.connect(options)
            let found = try connection.call(asked, options: options.mutation).reply.person?.user
            if let found, found != user { asked = Self.request(for: found, input) }
        }
        return try invocation.ask(
            asked, options, show: { show($0, on: &$1) }, identifiers: identifiers)
    }

    func show(_ reply: RightsList.Reply, on page: inout Page) {
        if let person = reply.person { return show(person, by: reply.roles, on: &page) }
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
        page.heading("who")
        let holders = reply.roles.filter { !$0.holders.isEmpty }
        for role in holders {
            page.line("  \(role.role.rawValue, .strong): \(Words.list(role.holders))")
        }
        guard holders.isEmpty else { return }
        page.line("  nobody; root and the user of supportd may do everything")
    }

    private func show(_ person: PersonRights, by roles: [RoleView], on page: inout Page) {
        page.person(person)
        for role in roles where !role.groups.isEmpty {
            page.line("  \(role.role.rawValue, .strong) as \(Words.list(role.memberships))")
        }
        guard !person.permissions.isEmpty else { return }
        page.heading("may")
        page.permissions(of: person)
    }

    func identifiers(_ reply: RightsList.Reply) -> [String] {
        (reply.person?.roles ?? reply.roles.map(\.role)).map(\.rawValue)
    }
}

extension PersonRights {
    /// Why somebody has no role, and what gives them one.
    fileprivate var lack: StyledText {
        guard let staff else {
            return
                "none: an operator adds people with supportc staff add NAME --role ROLE --user USER"
        }
        return "none yet, without a Unix user: supportc staff set \(staff) --user USER binds one"
    }
}

extension RoleView {
    /// The groups by which somebody has the role.
    fileprivate var memberships: [String] { groups.map { "member of the group \($0)" } }

    /// Who has the role.
    fileprivate var holders: [String] {
        staff.map(\.text) + groups.map { "members of the group \($0)" }
    }
}

extension Permission {
    /// What it opens, for people.
    var words: String {
        switch self {
        case .read: "read everything but amounts of money and access data"
        case .seeMoney: "see fees, rates and statements"
        case .work: "open, take and work tickets, book your own time"
        case .deliver: "deliver mail, as a mail server does"
        case .monitor: "add and change monitors"
        case .access: "set, list and reveal the access data of clients"
        case .bookForOthers: "book, correct and import the time of others"
        case .manage: "sign and change contracts, keep clients, plan their work"
        case .agree: "agree to exceptions under your own name"
        case .operate: "run the desk: clock, backup, verification, staff, apply"
        }
    }
}
