import ArgumentParser
import SupportModel
import SupportWire

/// `supportc staff list`.
struct StaffListCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the people of the desk.",
        discussion: "Example:\n  supportc staff list")

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> StaffList { StaffList() }

    func show(_ reply: StaffList.Reply, on page: inout Page) {
        var table = Table([.text("STAFF"), .text("ROLE"), .text("USER"), .text("MAIL")])
        for person in reply.staff {
            table.row(
                "\(person.staff, .strong)", "\(person.role.rawValue)", "\(person.user ?? "")",
                "\(person.mail ?? "")")
        }
        page.table(table, none: "no staff")
    }

    func identifiers(_ reply: StaffList.Reply) -> [String] { reply.staff.map(\.staff.text) }
}
