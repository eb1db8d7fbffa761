import ArgumentParser
import SupportModel
import SupportWire

/// `supportc staff remove`.
struct StaffRemoveCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take a person off the desk.",
        discussion: "Example:\n  supportc staff remove olena")

    @Argument(help: "The person.", transform: Reading.name)
    var staff: Name<Staff>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> StaffRemove { StaffRemove(staff: staff) }

    func show(_ reply: StaffRemove.Reply, on page: inout Page) {
        page.line("\(reply.removed, .strong) removed")
    }

    func identifiers(_ reply: StaffRemove.Reply) -> [String] { [reply.removed.text] }
}
