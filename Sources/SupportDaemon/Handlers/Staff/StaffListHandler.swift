import SupportModel
import SupportWire

/// Answers `staff.list`.
enum StaffListHandler: ReadHandler {
    static func answer(_ request: StaffList, _ desk: DeskView) throws -> StaffList.Reply {
        let staff = desk.state.staff.values.sorted { $0.name < $1.name }
        return StaffList.Reply(staff: staff.map(StaffView.init))
    }
}
