import SupportSystem
import SupportWire

/// The sockets: whether callers find them, with which rights, and how many connections are left.
enum SocketExamination {
    static func look(_ desk: ExaminedDesk) -> [Finding] {
        desk.plan.sockets.enumerated().flatMap { place, socket in
            look(at: socket, connections: place == 0 ? desk.connections : nil, desk)
        } + scarcity(desk)
    }

    private static func look(
        at socket: ExaminedPlan.Socket, connections: Int?, _ desk: ExaminedDesk
    ) -> [Finding] {
        let (isManagers, path) = (socket.mode == nil, socket.path)
        let file: FileFacts?
        do throws(SystemFault) {
            file = try desk.host.file(at: path)
        } catch {
            if error.isMissing { return [.socketGone(path, isManagers: isManagers)] }
            file = nil
        }
        if let file, file.kind != .socket { return [.socketGone(path, isManagers: isManagers)] }
        if let file, let wanted = socket.mode, file.mode & 0o777 != wanted {
            return [.socketMode(path, file.mode & 0o777, wanted: wanted)]
        }
        return [
            .socketOpen(
                path, mode: file.map { $0.mode & 0o777 }, isManagers: isManagers,
                connections: connections.map { ($0, desk.plan.connectionsMax) })
        ]
    }

    private static func scarcity(_ desk: ExaminedDesk) -> [Finding] {
        var found: [Finding] = []
        let most = desk.plan.connectionsMax
        if let now = desk.connections, now * 100 >= most * ExaminationLimits.connectionsPercentMax {
            found.append(.connectionsScarce(now, of: most))
        }
        if let why = desk.view.shortage { found.append(.connectionsShort(why)) }
        return found
    }
}
