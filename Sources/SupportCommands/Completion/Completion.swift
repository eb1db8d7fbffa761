import SupportClient
import SupportModel
import SupportWire

/// Answers a shell that asks, while a command line is being written, what may come next.
///
/// Nothing but candidates is ever printed, and no error: somebody is typing.
enum Completion {
    /// What makes `supportc` answer: the shell's name and the words of the line follow.
    static let word = "---completion"
    /// How long the desk may take for each part of an answer: as much as is not felt while typing.
    private static let patience = Duration.milliseconds(50)

    /// Prints what may stand at the end of a line, one candidate a line, with what people read about
    /// it behind a tab. A line that begins with a tab has the shell complete files.
    static func answer(_ arguments: ArraySlice<String>, _ console: any Console) {
        guard let shell = arguments.first else { return }
        let settings = (try? Settings.ofUser(console)) ?? Settings()
        let line = PartialLine(Array(arguments.dropFirst()), settings)
        var text = ""
        for candidate in candidates(line, console, settings) {
            text += PrintableText.line(line.before + candidate.word)
            if shell != "bash", !candidate.says.isEmpty {
                text += "\t\(PrintableText.line(candidate.says))"
            }
            text += "\n"
        }
        if case .files(let endings) = line.wanted {
            text = "\tfiles\(endings.first.map { "\t\($0)" } ?? "")\n"
        }
        try? console.write(Array(text.utf8))
    }

    private static func candidates(
        _ line: PartialLine, _ console: any Console, _ settings: Settings
    ) -> [Candidate] {
        switch line.wanted {
        case .words(let words): return words
        case .files: return []
        case .offer(let offer):
            let socket = SocketPath.resolved(
                option: line.socket, environment: console.variable(SocketPath.variable),
                settings: settings.socket)
            do {
                var desk = try DaemonConnection(socketPath: socket, timeout: patience)
                return try offer.candidates(of: &desk, for: line.path)
            } catch {
                return []
            }
        }
    }
}

extension Offer {
    /// The things that the desk has, named as arguments name them.
    func candidates(
        of desk: inout DaemonConnection, for path: [String]
    ) throws -> [Candidate] {
        switch self {
        case .client:
            let archived = path.last == "restore"
            return try desk.call(ClientList(archived: archived ? true : nil)).reply.items
                .filter { $0.archived == archived }
                .map { Candidate(word: $0.client.text, says: $0.name) }
        case .ticket:
            return try desk.call(TicketChoice.list(for: path)).reply.items
                .map { Candidate(word: $0.ticket.description, says: "\($0.client): \($0.subject)") }
        case .staff:
            return try desk.call(StaffList()).reply.items
                .map { Candidate(word: $0.staff.text, says: $0.role.rawValue) }
        case .package:
            return try desk.call(PackageList()).reply.items
                .map { Candidate(word: $0.package.text, says: $0.title) }
        case .service:
            return try desk.call(ServiceList()).reply.items
                .map { Candidate(word: $0.service.text, says: $0.title) }
        case .level:
            return try desk.call(LevelList()).reply.items
                .map { Candidate(word: "\($0.level.rawValue)", says: $0.title) }
        case .monitor:
            return try desk.call(MonitorList()).reply.items
                .map {
                    Candidate(word: $0.monitor.text, says: "\($0.client), \($0.state.rawValue)")
                }
        case .notice:
            return try desk.call(NoticeList()).reply.items
                .map {
                    Candidate(
                        word: $0.notice.description, says: "\($0.state.rawValue), \($0.route)")
                }
        case .route:
            return try desk.call(NoticeList(limit: 1)).reply.routes
                .map { Candidate(word: $0.text, says: "") }
        case .contract: return ContractChoice.candidates(try desk.call(ContractList()).reply.items)
        case .mail:
            return try desk.call(MailList()).reply.items.map {
                Candidate(
                    word: $0.mail.description,
                    says: "\($0.sender?.address ?? "nobody"): \($0.subject)")
            }
        }
    }
}

/// Which tickets a command can be about.
private enum TicketChoice {
    /// The most that are offered.
    private static let most = 500

    static func list(for path: [String]) -> TicketList {
        let isOfAny = path == ["ticket", "show"] || path.first == "log" || path.first == "explain"
        switch path.last {
        case "close" where path.first == "ticket":
            return TicketList(state: OneOrMore([.resolved]), limit: most)
        case "reopen": return TicketList(state: OneOrMore([.resolved, .closed]), limit: most)
        default: return TicketList(all: isOfAny ? true : nil, limit: most)
        }
    }
}

/// What names a contract: a client that has just one which has not ended, and any number.
private enum ContractChoice {
    static func candidates(_ contracts: [ContractView]) -> [Candidate] {
        let live = contracts.filter { $0.standing != .ended }
        let clients = Dictionary(grouping: live, by: \.client).filter { $0.value.count == 1 }
        let byClient = clients.sorted { $0.key < $1.key }.compactMap { client, contracts in
            contracts.first.map { Candidate(word: client.text, says: words($0)) }
        }
        let byNumber = contracts.map {
            Candidate(word: $0.contract.description, says: "\($0.client), \(words($0))")
        }
        return byClient + byNumber
    }

    private static func words(_ contract: ContractView) -> String {
        let project = contract.project.map { ", \($0)" } ?? ""
        return "\(contract.package)\(project)"
    }
}
