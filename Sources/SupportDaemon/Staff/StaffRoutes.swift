import SupportModel
import SupportWire

/// The methods of the staff.
enum StaffRoutes {
    static let all: [Route] = [
        .change(AddStaff.self, reply: view),
        .change(ChangeStaff.self, reply: view),
        .change(RemoveStaff.self) { RemoveStaff.Reply(removed: $0.made) },
        .read(StaffList.self, answer: list),
    ]

    private static func view(_ done: Done<Name<Staff>>) -> StaffView {
        StaffView(done.state.staff.made(done.made))
    }

    private static func list(_ request: StaffList, _ desk: DeskView) throws -> StaffList.Reply {
        let staff = desk.state.staff.values.sorted { $0.name < $1.name }
        return Listing(staff.map(StaffView.init))
    }
}
