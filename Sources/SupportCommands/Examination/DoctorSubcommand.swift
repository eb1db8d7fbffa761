import ArgumentParser
import SupportClient
import SupportJSON
import SupportModel
import SupportWire

/// `supportc doctor`.
struct DoctorCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what an administrator should change.",
        discussion: """
            Looks at configuration, rights, disk, clock, journal, worker, key, sockets and backups. \
            Ends with 0 if nothing is to be changed, and with 3 if something is, also where the \
            desk cannot be reached: then it says what is to be seen from outside. With -q it prints \
            the codes of what is to be changed.

            Example:
              supportc doctor --except nobody-agrees
            """)

    @Option(
        "Do not count this finding; may be given more than once.", value: "code",
        each: FindingRows.code)
    var except: [String] = []

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> DeskExamine { DeskExamine() }

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        do {
            return try ask(in: invocation)
        } catch let fault as ClientFault where fault.isOfConnection {
            return try showOutside(fault, invocation)
        }
    }

    /// Shows what is to be seen where the desk does not answer.
    private func showOutside(
        _ fault: ClientFault, _ invocation: Invocation
    ) throws -> SupportWire.ExitCode {
        let findings = OutsideFindings.of(
            fault, at: invocation.socketPath(options),
            named: SocketOrigin(options.general.socket, invocation))
        if options.json {
            try invocation.print(document: AnswerDocument.of(["findings": findings.map(\.json)]))
        } else if options.quiet {
            try invocation.print(lines: findings.filter(isCounted).map(\.code))
        } else {
            var page = Page(invocation.screen)
            page.line("the desk does not answer; from outside this is to be seen:")
            show(findings, on: &page)
            try invocation.print(page)
        }
        return .notFound
    }

    func show(_ reply: DeskExamine.Reply, on page: inout Page) {
        page.screen.now = reply.at
        let counted = reply.findings.filter(isCounted)
        let parts = Verdict.allCases.compactMap { verdict -> String? in
            let count = counted.count { $0.verdict == verdict }
            guard count > 0 else { return nil }
            return verdict == .problem
                ? Words.count(count, "problem") : "\(count) to consider"
        }
        let sum: StyledText =
            parts.isEmpty
            ? StyledText("nothing is to be changed", .good)
            : StyledText(
                Words.list(parts),
                counted.contains { $0.verdict == .problem } ? .bad : .warning)
        page.line("examined \(Words.minute(reply.at)): \(sum)")
        show(reply.findings, on: &page)
    }

    private func show(_ findings: [Finding], on page: inout Page) {
        page.line()
        page.table(FindingRows.table(findings, accepted: except), none: "")
    }

    /// Whether a finding makes the command end with 3.
    private func isCounted(_ finding: Finding) -> Bool {
        finding.verdict.asksForChange && !except.contains(finding.code)
    }

    func identifiers(_ reply: DeskExamine.Reply) -> [String] {
        reply.findings.filter(isCounted).map(\.code)
    }

    func ending(_ reply: DeskExamine.Reply) -> SupportWire.ExitCode {
        reply.findings.contains(where: isCounted) ? .notFound : .done
    }
}

/// Findings as rows, each with its hint below.
enum FindingRows {
    /// - Parameter accepted: codes of findings that the caller does not count.
    static func table(_ findings: [Finding], accepted: [String] = []) -> Table {
        var table = Table(
            "findings",
            [.text("AREA"), .text("VERDICT"), .text("FINDING", .wrapped(least: 20))])
        var area: ExaminedArea?
        for finding in findings {
            let isAccepted = accepted.contains(finding.code) && finding.verdict.asksForChange
            let code = finding.verdict == .fine ? "" : " (\(finding.code))"
            table.row(
                finding.area == area ? "" : "\(finding.area.rawValue, .strong)",
                isAccepted ? StyledText("accepted", .faint) : word(finding.verdict),
                "\(finding.message)\(code, .faint)")
            if let hint = finding.hint, !isAccepted { table.row("", "", "-> \(hint)") }
            area = finding.area
        }
        return table
    }

    /// A code as a caller writes it.
    @Sendable static func code(_ text: String) throws -> String {
        let isCode = text.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }
        guard isCode, text.contains(where: \.isLetter) else {
            throw Reading.mistake(
                text, is: "not a code of a finding", "write one such as nobody-agrees")
        }
        return text
    }

    private static func word(_ verdict: Verdict) -> StyledText {
        switch verdict {
        case .problem: StyledText("problem", .bad)
        case .advice: StyledText("advice", .warning)
        case .unknown: StyledText("unknown", .faint)
        case .fine: StyledText("fine", .good)
        }
    }
}

extension Finding {
    /// As it stands in a document.
    fileprivate var json: RawJSON { ReplyLine.encoded(self) }
}
