import FoundationEssentials
import Glibc
import SupportSystem
import SupportTestKit
import Testing

/// The real `supportc status --live` at a real terminal, with a real desk.
struct LiveTests {
    private static func desk() throws -> RunningDesk {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        // The test runs as the daemon's user, who has to be somebody to take a ticket.
        try client.result("staff.set", #"{"staff":"eve","user":"\#(getuid())"}"#)
        for number in 2...9 {
            try client.result(
                "ticket.open",
                #"{"client":"acme","level":3,"subject":"Nummer \#(number): größe 日本"}"#)
        }
        return desk
    }

    /// What a process has used of processors, as the kernel says.
    private static func processorMilliseconds(_ process: Int32) -> Int {
        let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let fields = text?.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Int(fields[11]), let kernel = Int(fields[12]) else {
            return 0
        }
        return (user + kernel) * 1000 / sysconf(Int32(_SC_CLK_TCK))
    }

    private static func session(_ desk: RunningDesk) throws -> TerminalSession {
        try TerminalSession(
            RunningPlace.program("supportc"), ["--socket", desk.socket, "status", "--live"])
    }

    @Test(
        "it shows, takes and notes by keys, resizes, outlives the desk, and gives the terminal back"
    )
    func works() throws {
        let desk = try Self.desk()
        let terminal = try Self.session(desk)
        let first = terminal.until("live  ")
        #expect(first.found, "\(first.screen)")
        #expect(first.screen.contains("Nummer 9: größe 日本"))
        #expect(!terminal.isAsBefore)
        terminal.type("t")
        #expect(terminal.until("assigned to eve").found)
        terminal.type("nGrüße 日本\r")
        #expect(terminal.until("note written on ticket").found)
        terminal.type("\r")
        let opened = terminal.until("Grüße 日本")
        #expect(opened.found, "\(opened.screen)")
        terminal.type("q")
        terminal.resize(columns: 40, rows: 10)
        // What was drawn for the larger window may come first.
        let small = terminal.until("? help  q quit", lines: 10)
        #expect(small.found, "\(small.screen)")
        terminal.resize(columns: 80, rows: 24)
        #expect(desk.terminate() == .exited(status: 0))
        let stale = terminal.until("STALE since ")
        #expect(stale.found && stale.screen.contains("the desk is away"), "\(stale.screen)")
        try desk.start()
        #expect(terminal.until("live  ").found)
        try desk.client().result("ticket.note", #"{"ticket":2,"text":"by another"}"#)
        terminal.type("/nummer 2\r")
        terminal.type("\r")
        let noted = terminal.until("by another")
        #expect(noted.found, "\(noted.screen)")
        terminal.type("qq")
        #expect(terminal.end() == .exited(status: 0))
        #expect(terminal.isAsBefore)
        #expect(terminal.rest.contains("\u{1B}[?1049l"), "back to the screen of before")
    }

    @Test(
        "a signal, and a crash, leave the terminal as it was",
        arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT, SIGILL, SIGUSR1])
    func signals(number: Int32) throws {
        let desk = try Self.desk()
        let terminal = try Self.session(desk)
        #expect(terminal.until("live  ").found)
        #expect(!terminal.isAsBefore)
        terminal.signal(number)
        let end = terminal.end()
        // `setsid` may wait for it, and says in its own status which signal it was.
        let by: Int32 =
            switch end {
            case .killed(let signal)?: signal
            case .exited(let status)?: status & 0x7F
            case nil: 0
            }
        #expect(by == number, "\(String(describing: end))")
        #expect(terminal.isAsBefore)
        #expect(terminal.rest.contains("\u{1B}[?1049l"))
    }

    @Test("stopped and continued it is there again; a terminal that goes away ends it")
    func stopped() throws {
        let desk = try Self.desk()
        let terminal = try Self.session(desk)
        #expect(terminal.until("live  ").found)
        terminal.signal(SIGSTOP)
        terminal.signal(SIGCONT)
        #expect(terminal.until("live  ").found)
        // No shell could continue it: the kernel does not stop it, and it goes on.
        terminal.type("\u{1A}")
        #expect(terminal.until("live  ").found)
        terminal.type("\u{3}")
        #expect(terminal.end() == .exited(status: 0))
        #expect(terminal.isAsBefore)
    }

    @Test("a terminal that the host does not know is refused, and left alone")
    func unknownTerminal() throws {
        let desk = try Self.desk()
        for name in ["no-such-terminal", "dumb"] {
            let shown = try desk.supportc(
                "status", "--live", columns: 80, environment: ["TERM": name])
            #expect(shown.code == 2, "\(shown.output)")
            #expect(!shown.output.contains("\u{1B}"))
        }
    }

    @Test("while nothing happens it takes hardly any of a processor, nor does the desk")
    func idle() throws {
        let desk = try Self.desk()
        let terminal = try Self.session(desk)
        #expect(terminal.until("live  ").found)
        let processes = [terminal.process, desk.process]
        let before = processes.map(Self.processorMilliseconds)
        ThisProcess.pause(.seconds(4))
        let used = zip(processes.map(Self.processorMilliseconds), before).map(-)
        // A development build: a release takes a tenth. A loop without a pause would take 4000.
        #expect(used[0] < 800 && used[1] < 400, "\(used)")
        terminal.type("q")
        #expect(terminal.end() == .exited(status: 0))
    }
}
