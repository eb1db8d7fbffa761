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

/// Answers `staff.remove`.
enum StaffRemoveHandler: MutationHandler {
    static func command(_ request: StaffRemove, _ desk: DeskView) throws -> RemoveStaff {
        RemoveStaff(staff: request.staff)
    }

    static func reply(_ request: StaffRemove, _ done: Done) throws -> StaffRemove.Reply {
        StaffRemove.Reply(removed: request.staff)
    }
}

/// Answers `staff.list`.
enum StaffListHandler: ReadHandler {
    static func answer(_ request: StaffList, _ desk: DeskView) throws -> StaffList.Reply {
        let staff = desk.state.staff.values.sorted { $0.name < $1.name }
        return StaffList.Reply(staff: staff.map(StaffView.init))
    }
}
