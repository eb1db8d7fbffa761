import ArgumentParser
import SupportModel
import SupportWire

/// `supportc staff set`.
struct StaffSetCommand: DeskCommand {
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

    func request(_ input: Input) -> StaffSet {
        StaffSet(staff: staff, role: role, user: user, mail: mail)
    }

    func show(_ reply: StaffView, on page: inout Page) {
        let rest = [reply.user.map { "user \($0)" }, reply.mail].compactMap(\.self)
        let facts = Words.list([reply.role.rawValue] + rest)
        page.line("\(reply.staff, .strong) changed: \(facts)")
    }

    func identifiers(_ reply: StaffView) -> [String] { [reply.staff.text] }
}
