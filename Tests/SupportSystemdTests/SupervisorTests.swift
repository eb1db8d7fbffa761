import Glibc
import SupportSystemd
import Testing

/// Each runs in a process of its own: the environment is one for all tests, and changing it while
/// another thread reads it is not safe.
struct SupervisorTests {
    @Test func nobodyListensWithoutNotifySocket() async {
        await #expect(processExitsWith: .success) { () throws in
            unsetenv("NOTIFY_SOCKET")
            #expect(try !Supervisor.notify(.ready))
        }
    }

    @Test func noticesArriveInOneDatagram() async {
        await #expect(processExitsWith: .success) { () throws in
            let socket = try NotifySocket()
            setenv("NOTIFY_SOCKET", socket.address, 1)
            #expect(try Supervisor.notify(.ready, .status("3 monitors down")))
            #expect(try socket.receive() == "READY=1\nSTATUS=3 monitors down")
            #expect(try Supervisor.notify(.alive))
            #expect(try socket.receive() == "WATCHDOG=1")
            #expect(try Supervisor.notify(.stopping))
            #expect(try socket.receive() == "STOPPING=1")
        }
    }

    @Test func reloadingSaysTheMonotonicTime() async {
        await #expect(processExitsWith: .success) { () throws in
            let socket = try NotifySocket()
            setenv("NOTIFY_SOCKET", socket.address, 1)
            try Supervisor.notify(.reloading)
            let lines = try socket.receive().split(separator: "\n")
            #expect(lines.first == "RELOADING=1")
            let words = lines.last?.split(separator: "=") ?? []
            #expect(words.first == "MONOTONIC_USEC")
            #expect(try #require(UInt64(words.last ?? "")) > 0)
        }
    }

    @Test func aSocketThatIsGoneIsAFault() async {
        await #expect(processExitsWith: .success) { () throws in
            setenv("NOTIFY_SOCKET", "@supportd-test-nobody-is-here", 1)
            let fault = #expect(throws: SupervisorFault.self) { try Supervisor.notify(.ready) }
            #expect(fault?.errno == ECONNREFUSED)
            #expect(fault?.description.contains("NOTIFY_SOCKET") == true)
        }
    }

    @Test func theWatchdogIntervalIsWhatTheUnitSays() async {
        await #expect(processExitsWith: .success) { () throws in
            unsetenv("WATCHDOG_USEC")
            #expect(try Supervisor.watchdogInterval() == nil)
            setenv("WATCHDOG_USEC", "30000000", 1)
            setenv("WATCHDOG_PID", "\(getpid())", 1)
            #expect(try Supervisor.watchdogInterval() == .seconds(30))
            // Asking does not use the answer up.
            #expect(try Supervisor.watchdogInterval() == .seconds(30))
            // Meant for another process: no watchdog here.
            setenv("WATCHDOG_PID", "\(getppid())", 1)
            #expect(try Supervisor.watchdogInterval() == nil)
            setenv("WATCHDOG_PID", "\(getpid())", 1)
            setenv("WATCHDOG_USEC", "soon", 1)
            #expect(throws: SupervisorFault.self) { try Supervisor.watchdogInterval() }
        }
    }

    @Test func socketsForAnotherProcessAreNotTaken() async {
        await #expect(processExitsWith: .success) { () throws in
            unsetenv("LISTEN_FDS")
            #expect(try Supervisor.takeListeningDescriptors() == [])
            setenv("LISTEN_FDS", "1", 1)
            setenv("LISTEN_PID", "\(getppid())", 1)
            #expect(try Supervisor.takeListeningDescriptors() == [])
        }
    }

    @Test func socketsAreTakenOnce() async {
        await #expect(processExitsWith: .success) { () throws in
            // systemd numbers them from 3; whatever stood there in this process gives way.
            dup2(STDERR_FILENO, 3)
            dup2(STDERR_FILENO, 4)
            setenv("LISTEN_FDS", "2", 1)
            setenv("LISTEN_FDNAMES", "control", 1)
            setenv("LISTEN_PID", "\(getpid())", 1)
            let taken = try Supervisor.takeListeningDescriptors()
            let closedOnExec = fcntl(3, F_GETFD) & FD_CLOEXEC
            guard taken.map(\.number) == [3, 4], taken.map(\.name) == ["control", ""],
                closedOnExec != 0, getenv("LISTEN_FDS") == nil, getenv("LISTEN_FDNAMES") == nil
            else { exit(1) }
        }
    }

    @Test func onlyAUnixSocketThatListensIsOne() async {
        await #expect(processExitsWith: .success) { () throws in
            let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            let descriptor = ListeningDescriptor(name: "control", number: socket)
            guard !descriptor.listens else { exit(1) }
            guard listen(socket, 1) != 0 || descriptor.listens else { exit(2) }
            guard !ListeningDescriptor(name: "", number: STDERR_FILENO).listens else { exit(3) }
        }
    }
}
