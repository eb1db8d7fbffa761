import SupportModel
import SupportWire

/// Answers `staff.set`.
enum StaffSetHandler: MutationHandler {
    static func command(_ request: StaffSet, _ desk: DeskView) throws -> ChangeStaff {
        ChangeStaff(
            staff: request.staff, role: request.role, user: request.user, mail: request.mail)
    }

    static func reply(_ request: StaffSet, _ done: Done) throws -> StaffView {
        StaffView(try done.view.state.member(request.staff))
    }
}
