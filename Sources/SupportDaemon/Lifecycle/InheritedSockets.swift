import Logging
import SupportSystem
import SupportSystemd

/// The listening sockets that the service manager passed to this process.
struct InheritedSockets: Hashable, Sendable {
    /// The control socket; nil where none was passed, and the desk binds its own.
    let control: CInt?

    /// What the unit of the socket calls it.
    private static let controlNames: Set<String> = ["control", "supportd.socket"]

    /// Takes them from the environment; to be called once, before a process is started.
    ///
    /// Throws where one was passed that the desk would leave unserved.
    static func taken() throws(DaemonFault) -> InheritedSockets {
        let all: [ListeningDescriptor]
        do {
            all = try Supervisor.takeListeningDescriptors()
        } catch {
            throw DaemonFault("\(error); see the unit's sockets", .configuration)
        }
        guard let first = all.first else { return InheritedSockets(control: nil) }
        guard all.count == 1, controlNames.contains(first.name), first.listens else {
            let names = all.map { $0.name.isEmpty ? "(no name)" : $0.name }
            throw DaemonFault(
                "the service manager passed the sockets \(names.joined(separator: ", ")); supportd "
                    + "takes one, a Unix stream socket with FileDescriptorName=control: see "
                    + "supportd.socket", .configuration)
        }
        return InheritedSockets(control: first.number)
    }
}

extension DeskPlan {
    /// Serves the control socket that was passed, if one was, in place of the configured one.
    mutating func take(_ sockets: InheritedSockets, _ logger: Logger) {
        guard let control = sockets.control else { return }
        inheritedSocket = control
        guard let path = SocketFile.path(ofListening: control), path != socket else { return }
        logger.warning(
            "the control socket is the service manager's",
            metadata: [
                "socket": "\(path)", "configured": "\(socket)",
                "hint": "systemctl edit supportd.socket moves it",
            ])
        socket = path
    }
}

extension OutsideWorkers {
    /// The workers that the command line names; nil for none.
    init?(_ options: DaemonProgram.Options) throws(DaemonFault) {
        guard let name = options.workerUser else { return nil }
        let user: UInt32?
        do {
            user = try UserDatabase.user(named: name)
        } catch {
            throw DaemonFault("--worker-user: \(error)", .storageFailed)
        }
        guard let user else {
            throw DaemonFault(
                "--worker-user: there is no user \(name); systemd-sysusers makes those of the "
                    + "package", .configuration)
        }
        self.init(user: user, socket: options.workerSocket)
    }
}
