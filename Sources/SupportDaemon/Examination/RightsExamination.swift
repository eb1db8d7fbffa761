import SupportModel
import SupportSystem
import SupportWire

/// Rights: whether somebody can run the desk and agree, and whether users and groups are the host's.
enum RightsExamination {
    static func look(_ desk: ExaminedDesk) -> [Finding] {
        let rights = desk.view.settings.rights
        let staff = desk.view.state.staff.values.sorted { $0.name < $1.name }
        var found = table(rights, staff)
        do throws(SystemFault) {
            found += try groups(rights, desk.host) + users(staff, desk.host)
        } catch {
            found.append(.directoryUnread("\(error)"))
        }
        guard found.isEmpty else { return found }
        return [
            .rightsHeld(
                bound: staff.count { $0.user != nil }, staff: staff.count,
                groups: rights.groupNames.sorted())
        ]
    }

    /// What the table of roles, and who has them, lacks. A desk without staff is not in use yet.
    private static func table(_ rights: DeskRights, _ staff: [Staff]) -> [Finding] {
        var found: [Finding] = []
        for permission in [Permission.operate, .agree] where !staff.isEmpty {
            let roles = rights.permissions.roles(with: permission)
            let isHeld =
                roles.contains { !(rights.groups[$0] ?? []).isEmpty }
                || staff.contains { $0.user != nil && roles.contains($0.role) }
            if !isHeld { found.append(.nobodyMay(permission, roles: roles)) }
        }
        for role in Role.allCases where rights.permissions[role].isEmpty {
            let who = staff.filter { $0.role == role }.map(\.name.text)
            let all = who + (rights.groups[role] ?? []).map { "the group \($0)" }
            if !all.isEmpty { found.append(.emptyRole(role, all)) }
        }
        let more = rights.permissions[.viewer].subtracting([.read])
        if !more.isEmpty {
            found.append(.viewersMayMore(Permission.inOrder(more)))
        }
        return found
    }

    private static func groups(
        _ rights: DeskRights, _ host: any ExaminedHost
    ) throws(SystemFault) -> [Finding] {
        var found: [Finding] = []
        for role in Role.allCases {
            for name in rights.groups[role] ?? [] where UInt32(name) == nil {
                if try host.group(named: name) == nil { found.append(.noSuchGroup(name, role)) }
            }
        }
        return found
    }

    private static func users(
        _ staff: [Staff], _ host: any ExaminedHost
    ) throws(SystemFault) -> [Finding] {
        var found: [Finding] = []
        var numbers: [UInt32: [Name<Staff>]] = [:]
        for member in staff {
            guard let user = member.user else { continue }
            var number = UInt32(user)
            if number == nil { number = try host.user(named: user) }
            if let number {
                numbers[number, default: []].append(member.name)
            } else {
                found.append(.noSuchUser(user, of: member.name))
            }
        }
        let shared = numbers.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
        return found + shared.map { .sameUser($0.value, $0.key) }
    }
}
