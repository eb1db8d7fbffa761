import SupportModel
import SupportWire

/// Answers `staff.remove`.
enum StaffRemoveHandler: MutationHandler {
    static func command(_ request: StaffRemove, _ desk: DeskView) throws -> RemoveStaff {
        RemoveStaff(staff: request.staff)
    }

    static func reply(_ request: StaffRemove, _ done: Done) throws -> StaffRemove.Reply {
        StaffRemove.Reply(removed: request.staff)
    }
}
