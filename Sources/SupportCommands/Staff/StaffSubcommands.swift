import ArgumentParser
import SupportModel
import SupportWire

/// `supportc staff`.
struct StaffCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "The people of the desk.",
        subcommands: [
            StaffAddCommand.self, StaffSetCommand.self, StaffListCommand.self,
            StaffRemoveCommand.self,
        ])
}

/// `supportc staff add`.
struct StaffAddCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a person to the desk.",
        discussion: "Example:\n  supportc staff add olena --role manager --user olena")

    @Argument(help: "The short name of the person.", transform: Reading.name)
    var staff: Name<Staff>

    @Option(
        help: ArgumentHelp("manager, engineer or viewer.", valueName: "role"),
        completion: .list(Reading.words(of: Role.self)), transform: Reading.word)
    var role: Role

    @Option(help: ArgumentHelp("The Unix user that they connect as.", valueName: "user"))
    var user: String?

    @Option(help: ArgumentHelp("Their address.", valueName: "address"))
    var mail: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> AddStaff {
        AddStaff(staff: staff, role: role, user: user, mail: mail)
    }

    func show(_ reply: StaffView, on page: inout Page) {
        page.line("\(reply.staff, .strong) added as \(reply.role.rawValue)")
    }

    func identifiers(_ reply: StaffView) -> [String] { [reply.staff.text] }
}

/// `supportc staff set`.
struct StaffSetCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change the role, the Unix user or the address of a person.",
        discussion: "Example:\n  supportc staff set olena --role engineer")

    @Argument(help: "The person.", transform: Reading.name)
    var staff: Name<Staff>

    @Option(
        help: ArgumentHelp("manager, engineer or viewer.", valueName: "role"),
        completion: .list(Reading.words(of: Role.self)), transform: Reading.word)
    var role: Role?

    @Option(help: ArgumentHelp("The Unix user that they connect as.", valueName: "user"))
    var user: String?

    @Option(help: ArgumentHelp("Their address.", valueName: "address"))
    var mail: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        if role == nil, user == nil, mail == nil {
            throw ValidationError("nothing to change; give --role, --user or --mail")
        }
    }

    func request(_ input: Input) -> ChangeStaff {
        ChangeStaff(staff: staff, role: role, user: user, mail: mail)
    }

    func show(_ reply: StaffView, on page: inout Page) {
        let rest = [reply.user.map { "user \($0)" }, reply.mail].compactMap(\.self)
        let facts = Words.list([reply.role.rawValue] + rest)
        page.line("\(reply.staff, .strong) changed: \(facts)")
    }

    func identifiers(_ reply: StaffView) -> [String] { [reply.staff.text] }
}

/// `supportc staff list`.
struct StaffListCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the people of the desk.",
        discussion: "Example:\n  supportc staff list")

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> StaffList { StaffList() }

    func show(_ reply: StaffList.Reply, on page: inout Page) {
        var table = Table([.text("STAFF"), .text("ROLE"), .text("USER"), .text("MAIL")])
        for person in reply.items {
            table.row(
                "\(person.staff, .strong)", "\(person.role.rawValue)", "\(person.user ?? "")",
                "\(person.mail ?? "")")
        }
        page.table(table, none: "no staff")
    }

    func identifiers(_ reply: StaffList.Reply) -> [String] { reply.items.map(\.staff.text) }
}

/// `supportc staff remove`.
struct StaffRemoveCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take a person off the desk.",
        discussion: "Example:\n  supportc staff remove olena")

    @Argument(help: "The person.", transform: Reading.name)
    var staff: Name<Staff>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> RemoveStaff { RemoveStaff(staff: staff) }

    func show(_ reply: RemoveStaff.Reply, on page: inout Page) {
        page.line("\(reply.removed, .strong) removed")
    }

    func identifiers(_ reply: RemoveStaff.Reply) -> [String] { [reply.removed.text] }
}
