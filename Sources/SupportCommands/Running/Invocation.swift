import SupportClient
import SupportModel
package import SupportTerminal
import SupportWire

/// Takes the terminal over as a whole, with colours where that is wanted.
package typealias ScreenOpening = (_ isColoured: Bool) throws -> any FullScreen

/// One run of `supportc`: where it reads and prints, and how it reaches the daemon.
struct Invocation {
    let console: any Console
    /// What the user has set.
    let settings: Settings
    /// For whom pages are drawn.
    let screen: Screen
    /// Takes the terminal over, with colours or without.
    let openScreen: ScreenOpening
    private let pager: Pager
    private let zoneRemark = ZoneRemark()

    /// - Parameter isPaged: whether a long answer may go through a pager.
    init(
        _ console: any Console, _ settings: Settings = Settings(), isPaged: Bool = true,
        openScreen: @escaping ScreenOpening = { try TerminalScreen(isColoured: $0) }
    ) {
        (self.console, self.settings, self.openScreen) = (console, settings, openScreen)
        screen = Screen(console, settings)
        pager = Pager(console, settings, isAsked: isPaged)
    }

    /// The same for what has no end, which is printed as it comes.
    var withoutPager: Invocation {
        Invocation(console, settings, isPaged: false, openScreen: openScreen)
    }

    /// The path that the daemon is expected at.
    func socketPath(_ options: some CallOptions) -> String {
        SocketPath.resolved(
            option: options.general.socket, environment: console.variable(SocketPath.variable),
            settings: settings.socket)
    }

    /// A new connection to the daemon.
    func connect(_ options: some CallOptions) throws(ClientFault) -> DaemonConnection {
        try DaemonConnection(
            socketPath: socketPath(options), timeout: .milliseconds(options.timeout))
    }

    /// Prints a page, its remarks last.
    func print(_ page: Page) throws(ClientFault) {
        if !page.text.isEmpty { try show(page.text) }
        if page.showsMoment, let trouble = screen.zone.trouble, zoneRemark.isFirst {
            console.complain("supportc: \(trouble)\n")
        }
        if !page.remarks.isEmpty { console.complain(page.remarks) }
    }

    /// Prints one JSON document.
    func print(document: [UInt8]) throws(ClientFault) {
        let shown = AnswerDocument.laidOut(document, onTerminal: console.outputIsTerminal)
        try show(String(decoding: shown, as: UTF8.self))
    }

    /// Prints a text as it is; on a terminal with escapes for what it would obey.
    func print(text: String) throws(ClientFault) {
        try show(console.outputIsTerminal ? PrintableText.text(text) : text)
    }

    /// Prints one JSON document on one line, with its end.
    func print(line json: [UInt8]) throws(ClientFault) {
        let shown = console.outputIsTerminal ? PrintableText.json(json) : json
        try console.write(shown + [10])
    }

    /// Prints plain lines.
    func print(lines: [String]) throws(ClientFault) {
        guard !lines.isEmpty else { return }
        try show(lines.joined(separator: "\n") + "\n")
    }

    /// Lets what is printed from now on go through the pager, of which the length is not known yet.
    func beginLongAnswer() {
        pager.start()
    }

    /// Writes a text; what does not fit the window goes through the pager.
    private func show(_ text: String) throws(ClientFault) {
        if let window = screen.window, Pager.isLong(text, in: window) { pager.start() }
        try console.write(Array(text.utf8))
    }
}

extension Invocation {
    /// Sends a request and prints the answer as the options say: for people, as JSON, or names.
    ///
    /// With `--json` the answer is printed even where a newer daemon says what we do not know. Of a
    /// dry run the page says that nothing was changed, and what was not made has no name.
    func ask<Asked: Request>(
        _ request: Asked, _ options: some CallOptions, showsDryRun: Bool = false,
        show: (Asked.Reply, inout Page) -> Void, identifiers: (Asked.Reply) -> [String],
        ending: (Asked.Reply) -> SupportWire.ExitCode = { _ in .done }
    ) throws -> SupportWire.ExitCode {
        var connection = try connect(options)
        return try ask(
            request, options, on: &connection, showsDryRun: showsDryRun, show: show,
            identifiers: identifiers, ending: ending)
    }

    /// The same over a connection that was used before.
    func ask<Asked: Request>(
        _ request: Asked, _ options: some CallOptions, on connection: inout DaemonConnection,
        showsDryRun: Bool = false, show: (Asked.Reply, inout Page) -> Void,
        identifiers: (Asked.Reply) -> [String],
        ending: (Asked.Reply) -> SupportWire.ExitCode = { _ in .done }
    ) throws -> SupportWire.ExitCode {
        let answer: Answer<Asked>
        do {
            answer = try connection.call(request, options: options.mutation)
        } catch let error as WireError where !options.json && !options.quiet {
            try report(error, of: request, options, &connection)
            throw error
        }
        if options.json {
            try print(document: AnswerDocument.of(answer.json))
            return (try? answer.reply).map(ending) ?? .done
        }
        let reply = try answer.reply
        let isUnsaid = options.dryRun && !showsDryRun
        if options.quiet {
            try print(lines: isUnsaid ? [] : identifiers(reply))
        } else {
            var page = Page(screen)
            page.screen.now = connection.hello.now
            if isUnsaid { page.line("dry run: nothing was changed; it would say:") }
            show(reply, &page)
            if options.dryRun, showsDryRun, !page.saysNothingChanged {
                page.line(EntryLines.nothingChanged)
            }
            try print(page)
        }
        return ending(reply)
    }

    /// Says with a refused version what others did since.
    private func report(
        _ error: WireError, of request: some Request, _ options: some CallOptions,
        _ connection: inout DaemonConnection
    ) throws(ClientFault) {
        let lines = ConflictReport.lines(
            of: error, request, options.mutation.ifVersion, &connection)
        guard !lines.isEmpty else { return }
        var page = Page(screen)
        page.screen.now = connection.hello.now
        for line in lines { page.remark(line) }
        try print(page)
    }
}
