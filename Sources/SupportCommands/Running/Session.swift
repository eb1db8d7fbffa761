import SupportClient

/// One run of `supportc`: where it reads and prints, and how it reaches the desk.
struct Session {
    let console: any Console
    let palette: Palette

    init(_ console: any Console) {
        self.console = console
        palette = Palette(console)
    }

    /// The path that the daemon is expected at.
    func socketPath(_ options: ReadOptions) -> String {
        SocketPath.resolved(
            option: options.socket, environment: console.variable(SocketPath.variable))
    }

    /// A new connection to the desk.
    func connect(_ options: ReadOptions) throws(ClientFault) -> DeskConnection {
        try DeskConnection(
            socketPath: socketPath(options), timeout: .milliseconds(options.timeout))
    }

    /// Prints a page, its remarks last.
    func print(_ page: Page) throws(ClientFault) {
        if !page.text.isEmpty { try console.write(Array(page.text.utf8)) }
        if !page.remarks.isEmpty { console.complain(page.remarks) }
    }

    /// Prints one JSON document.
    func print(document: [UInt8]) throws(ClientFault) {
        try console.write(
            AnswerDocument.laidOut(document, onTerminal: console.outputIsTerminal))
    }

    /// Prints a text as it is; on a terminal with escapes for what it would obey.
    func print(text: String) throws(ClientFault) {
        let shown = console.outputIsTerminal ? PrintableText.text(text) : text
        try console.write(Array(shown.utf8))
    }

    /// Prints one JSON document on one line, with its end.
    func print(line json: [UInt8]) throws(ClientFault) {
        let shown = console.outputIsTerminal ? PrintableText.json(json) : json
        try console.write(shown + [10])
    }

    /// Prints plain lines.
    func print(lines: [String]) throws(ClientFault) {
        guard !lines.isEmpty else { return }
        try console.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
}
