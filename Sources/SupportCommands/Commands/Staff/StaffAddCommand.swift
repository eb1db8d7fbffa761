import ArgumentParser
import SupportModel
import SupportWire

/// `supportc staff add`.
struct StaffAddCommand: DeskCommand {
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

    func request(_ input: Input) -> StaffAdd {
        StaffAdd(staff: staff, role: role, user: user, mail: mail)
    }

    func show(_ reply: StaffView, on page: inout Page) {
        page.line("\(reply.staff, .strong) added as \(reply.role.rawValue)")
    }

    func identifiers(_ reply: StaffView) -> [String] { [reply.staff.text] }
}
