import SupportModel
import SupportWire

/// Answers `staff.add`.
enum StaffAddHandler: MutationHandler {
    static func command(_ request: StaffAdd, _ desk: DeskView) throws -> AddStaff {
        AddStaff(
            staff: request.staff, role: request.role, user: request.user, mail: request.mail)
    }

    static func reply(_ request: StaffAdd, _ done: Done) throws -> StaffView {
        StaffView(try done.view.state.member(request.staff))
    }
}
