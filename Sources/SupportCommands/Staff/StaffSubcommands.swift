import ArgumentParser
import SupportModel
import SupportWire

/// `supportc staff`.
struct StaffCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "staff", "The people of the desk.",
        [
            StaffAddCommand.self, StaffSetCommand.self, StaffListCommand.self,
            StaffRemoveCommand.self,
        ])
}

/// `supportc staff add`.
struct StaffAddCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "add", "Add a person to the desk.",
        example: "supportc staff add olena --role manager --user olena")

    @Argument(new: "The short name of the person.", transform: Reading.name)
    var staff: Name<Staff>

    @Option("viewer, engineer, manager or operator.", value: "role", oneOf: Role.self)
    var role: Role

    @Option("The Unix user that they connect as.", value: "user")
    var user: String?

    @Option("Their address.", value: "address")
    var mail: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> AddStaff {
        AddStaff(staff: staff, role: role, user: user, mail: mail)
    }

    func show(_ reply: StaffView, on page: inout Page) {
        page.line("\(reply.staff, .strong) added as \(reply.role.rawValue)")
    }
}

/// `supportc staff set`.
struct StaffSetCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "set", "Change the role, the Unix user or the address of a person.",
        example: "supportc staff set olena --role engineer")

    @Argument var staff: Name<Staff>

    @Option("viewer, engineer, manager or operator.", value: "role", oneOf: Role.self)
    var role: Role?

    @Option("The Unix user that they connect as.", value: "user")
    var user: String?

    @Option("Their address.", value: "address")
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
}

/// `supportc staff list`.
typealias StaffListCommand = ListCommand<StaffTable>

/// The people of the desk.
enum StaffTable: ListedTable {
    static let configuration = CommandConfiguration.verb(
        "list", "List the people of the desk.", example: "supportc staff list")

    static let request = StaffList()

    static let none: StyledText = "no staff"

    static func table(_ people: [StaffView]) -> Table {
        var table = Table(
            "staff",
            [
                .text("STAFF"), .text("ROLE"), .text("USER", goes: 2),
                .text("MAIL", .cut(least: 20), goes: 1),
            ])
        for person in people {
            table.row(
                "\(person.staff, .strong)", "\(person.role.rawValue)", "\(person.user ?? "")",
                "\(person.mail ?? "")")
        }
        return table
    }
}

/// `supportc staff remove`.
struct StaffRemoveCommand: EndingCommand {
    static let configuration = CommandConfiguration.verb(
        "remove", "Take a person off the desk.", example: "supportc staff remove olena")

    @Argument var staff: Name<Staff>

    @OptionGroup var confirmation: ConfirmationOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    var act: String { "remove \(staff) from the staff" }

    func request(_ input: Input) -> RemoveStaff { RemoveStaff(staff: staff) }

    func show(_ reply: RemoveStaff.Reply, on page: inout Page) {
        page.line("\(reply.removed, .strong) removed")
    }
}
