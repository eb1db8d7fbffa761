import Logging
import SupportSystem
import SupportSystemd

/// The listening sockets that the service manager passed to this process.
struct InheritedSockets: Hashable, Sendable {
    /// The control socket; nil where none was passed, and the desk binds its own.
    private(set) var control: CInt?
    /// The socket that only reads; nil where none was passed.
    private(set) var reading: CInt?

    /// What the units call each of them: by `FileDescriptorName=`, or else the unit's own name.
    private static let names: [String: any WritableKeyPath<InheritedSockets, CInt?> & Sendable] = [
        "control": \.control, "supportd.socket": \.control,
        "reading": \.reading, "supportd-reading.socket": \.reading,
    ]

    /// Takes them from the environment; to be called once, before a process is started.
    static func taken() throws(DaemonFault) -> InheritedSockets {
        do {
            return try InheritedSockets(try Supervisor.takeListeningDescriptors())
        } catch let fault as DaemonFault {
            throw fault
        } catch {
            throw DaemonFault("\(error); see the unit's sockets", .configuration)
        }
    }

    /// Throws where one was passed that the desk would leave unserved.
    init(_ passed: [ListeningDescriptor]) throws(DaemonFault) {
        for descriptor in passed {
            guard let place = Self.names[descriptor.name], descriptor.listens,
                self[keyPath: place] == nil
            else { throw Self.unknown(passed) }
            self[keyPath: place] = descriptor.number
        }
    }

    private static func unknown(_ passed: [ListeningDescriptor]) -> DaemonFault {
        let names = passed.map { $0.name.isEmpty ? "(no name)" : $0.name }
        return DaemonFault(
            "the service manager passed the sockets \(names.joined(separator: ", ")); supportd takes "
                + "one with FileDescriptorName=control and one with FileDescriptorName=reading, "
                + "both Unix stream sockets: see supportd.socket and supportd-reading.socket",
            .configuration)
    }
}

extension DeskPlan {
    /// Serves the sockets that were passed in place of the configured ones.
    mutating func take(_ sockets: InheritedSockets, _ logger: Logger) {
        if let descriptor = sockets.control {
            control.take(descriptor, unit: "supportd.socket", logger)
        }
        if let descriptor = sockets.reading {
            var socket = reading ?? ListeningSocket(path: "")
            socket.take(descriptor, unit: "supportd-reading.socket", logger)
            reading = socket
        }
    }
}

extension ListeningSocket {
    /// Takes over a socket that the manager's unit has opened.
    fileprivate mutating func take(_ descriptor: CInt, unit: String, _ logger: Logger) {
        inherited = descriptor
        guard let path = SocketFile.path(ofListening: descriptor), path != self.path else { return }
        if !self.path.isEmpty {
            logger.warning(
                "a socket is the service manager's, and not where it is configured",
                metadata: [
                    "socket": "\(path)", "configured": "\(self.path)",
                    "hint": "systemctl edit \(unit) moves it",
                ])
        }
        self.path = path
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
