import Logging
import SupportDaemon
import SupportModel
import SupportSystem
import SupportTestKit

/// A whole desk in this process, with a socket, on a thread of its own.
final class InProcessDesk {
    private let place: RunningPlace
    /// The control socket.
    let socket: String
    private let orders = DeskOrders()
    private let thread: WorkerThread

    /// A new desk that serves.
    ///
    /// - Parameter change: what is other than usual about it.
    init(_ change: (inout DeskPlan) -> Void = { _ in }) throws {
        place = try RunningPlace()
        let socket = "\(place.path)/d.sock"
        self.socket = socket
        let configuration = Configuration()
        var plan = DeskPlan(
            state: "\(place.path)/state", newDesk: .given,
            control: ListeningSocket(path: socket),
            settings: DeskSettings(
                catalogue: configuration.catalogue, policy: configuration.policy,
                calendar: FoundationCalendar(),
                accessKey: CredentialKeyFile(inStateDirectory: "\(place.path)/state")),
            clock: TestDeskClock("2026-01-05T09:00:00Z"))
        change(&plan)
        let desk = try Desk(
            plan, orders, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        thread = try WorkerThread(name: "desk") { try? DeskRun(desk).run() }
        guard
            RunningProgram.eventually({
                (try? BlockingSocket(
                    connectingTo: socket, lineBytesMax: 65_536, within: .seconds(1))) != nil
            })
        else { throw NotServing() }
    }

    deinit {
        orders.give(.stop)
        thread.join()
    }

    /// A new connection.
    func client() throws -> WireClient { try WireClient(socket) }

    /// The desk ended where it was to serve.
    struct NotServing: Error {}
}
