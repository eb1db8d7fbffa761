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

    /// Prints a text as it is.
    func print(text: String) throws(ClientFault) {
        try console.write(Array(text.utf8))
    }

    /// Prints plain lines.
    func print(lines: [String]) throws(ClientFault) {
        guard !lines.isEmpty else { return }
        try console.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
}
