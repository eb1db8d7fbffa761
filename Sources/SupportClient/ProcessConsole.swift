import SupportSystem

/// The console of the running process.
package final class ProcessConsole: Console {
    /// The pager that runs.
    private var pager: PagerProcess?
    /// What went through the pager, as far as it is kept for one that cannot be run.
    private var paged: [UInt8] = []
    /// The most of an answer that is kept for a pager that cannot be run: 4 MiB.
    private static let pagedBytesMax = 4 << 20
    /// What is to be complained once the pager has ended.
    private var complaints = ""

    /// The text that is being edited.
    private var edited: EditedFile?

    /// The console of this process; of several only one may start a pager or an editor.
    package init() {}

    /// What the program was started with, its name not included; nil when unknown.
    package var arguments: [String]? { ProcessArguments.all().map { Array($0.dropFirst()) } }

    /// What the environment says.
    package func variable(_ name: String) -> String? { ThisProcess.variable(name) }

    /// Whether a person reads standard output.
    package var outputIsTerminal: Bool { StandardStream.output.isTerminal }

    /// Whether a person reads standard error.
    package var errorIsTerminal: Bool { StandardStream.error.isTerminal }

    /// Writes all of it to standard output or the pager; the fault `stream` when that fails.
    package func write(_ bytes: [UInt8]) throws(ClientFault) {
        do {
            guard let pager else { return try StandardStream.output.write(bytes) }
            if paged.count + bytes.count <= Self.pagedBytesMax { paged += bytes }
            try pager.write(bytes)
        } catch {
            throw .stream(why: error.description)
        }
    }

    /// Writes to standard error, if it can; once the pager has ended.
    package func complain(_ text: String) {
        if pager != nil {
            complaints += text
            return
        }
        try? StandardStream.error.write(Array(text.utf8))
    }

    /// Reads from standard input; the fault `stream` when that fails.
    package func read(bytesMax: Int) throws(ClientFault) -> [UInt8] {
        do {
            return try StandardStream.input.read(bytesMax: bytesMax)
        } catch {
            throw .stream(why: error.description)
        }
    }

    /// Reads a file; the fault `file`, naming it, when that fails.
    package func contents(
        ofFile path: String, bytesMax: Int
    ) throws(ClientFault) -> [UInt8] {
        do {
            return try SmallFile.read(path, bytesMax: bytesMax)
        } catch {
            throw .file(why: "cannot read \(path): \(error)")
        }
    }

    /// Opens a regular file; the fault `file`, naming it, when that or reading fails.
    package func reader(
        ofFile path: String
    ) throws(ClientFault) -> (_ bytesMax: Int) throws(ClientFault) -> [UInt8] {
        do throws(SystemFault) {
            let file = try RegularFile.open(path)
            var offset = 0
            return { bytesMax throws(ClientFault) in
                do throws(SystemFault) {
                    let bytes = try file.read(at: offset, count: bytesMax)
                    offset += bytes.count
                    return bytes
                } catch {
                    throw .file(why: error.description)
                }
            }
        } catch {
            throw .file(why: error.description)
        }
    }

    /// Writes beside it, syncs and renames; the fault `output` when that fails.
    package func save(
        toFile path: String, isReplacing: Bool, _ body: (([UInt8]) throws -> Void) throws -> Void
    ) throws {
        try SavedFile.write(path, isReplacing: isReplacing, body)
    }

    /// Reads the user's own file; the fault `file`, naming it and the way out, when that fails.
    package func settings(
        inFile path: String, bytesMax: Int, isNamed: Bool
    ) throws(ClientFault) -> [UInt8]? {
        do {
            return try TrustedFile.read(path, bytesMax: bytesMax)
        } catch {
            if !isNamed, Self.isOutOfReach(error) { return nil }
            guard let why = Self.words(error, path) else { return nil }
            throw .settings(path: path, why: why.problem, hint: why.hint)
        }
    }

    /// Whether the file is another user's, or lies where this process may not look.
    private static func isOutOfReach(_ fault: PrivateFile.Fault) -> Bool {
        switch fault {
        case .foreign: true
        case .system(let fault): fault.isPermission
        case .missing, .notAFile, .open: false
        }
    }

    /// What is wrong with the user's own file; nil where it is only missing.
    private static func words(
        _ fault: PrivateFile.Fault, _ path: String
    ) -> (problem: String, hint: String)? {
        switch fault {
        case .missing: nil
        case .notAFile: ("it is not a regular file", "make it a file")
        case .open(let mode):
            (
                "others may change it: its mode is 0\(String(mode, radix: 8))",
                "chmod go-w \(path), as its aliases are commands of yours"
            )
        case .foreign(let owner):
            (
                "it belongs to another user, \(owner)",
                "make it yours with chown, as its aliases are commands of yours"
            )
        case .system(let fault):
            ("it cannot be read: \(fault.reason)", "see to it that you can read it")
        }
    }

    /// Whether a person types standard input.
    package var inputIsTerminal: Bool { StandardStream.input.isTerminal }

    /// Asks with the terminal's echo off; the fault `stream` when that fails.
    package func askHidden(
        _ prompt: String, bytesMax: Int
    ) throws(ClientFault) -> [UInt8]? {
        do {
            return try StandardStream.input.askHidden(prompt, bytesMax: bytesMax)
        } catch {
            throw .stream(why: error.description)
        }
    }

    /// Sleeps; a signal may cut it short.
    package func pause(_ time: Duration) { ThisProcess.pause(time) }

    /// What the kernel says.
    package var outputWindow: Window? {
        StandardStream.output.window.map { Window(columns: $0.columns, rows: $0.rows) }
    }

    /// As the C library has it; a name is taken for the whole process.
    package func zone(named name: String?) -> ReaderZone {
        ReaderZone.ofProcess(named: name, environment: variable)
    }

    /// Asks the host's databases.
    package func account(named name: String) -> (number: UInt32, groups: [UInt32])? {
        (try? UserDatabase.account(named: name)).map { ($0.number, $0.groups) }
    }

    /// Whether it is a program, by its path or in a directory of `PATH`.
    package func isCommand(_ name: String) -> Bool { ExecutableFile.isCommand(name) }

    /// Starts it, once.
    package func startPager(_ command: String) -> Bool {
        if pager == nil { pager = try? PagerProcess(command: command) }
        return pager != nil
    }

    /// Waits for its end, then writes what was complained meanwhile.
    package func endPager() {
        let isShown = pager?.finish() ?? true
        pager = nil
        if !isShown {
            try? StandardStream.output.write(paged)
            complain("supportc: the pager cannot be run; the answer is printed without it\n")
        }
        if !complaints.isEmpty { complain(complaints) }
        complaints = ""
    }

    /// Whether it takes no more.
    package var pagerIsOver: Bool { pager?.isOver ?? false }

    /// Runs the command with the text in a file that nobody else can read.
    package func edit(
        _ text: String, with command: String, bytesMax: Int
    ) throws(ClientFault) -> [UInt8] {
        do {
            let file = try EditedFile(Array(text.utf8), name: "text.txt")
            let end = try ForegroundProgram.run(command, on: file.path)
            guard end == .exited(status: 0) else {
                file.remove()
                throw ClientFault.editor(why: "the editor `\(command)` \(end)")
            }
            edited = file
            return try file.read(bytesMax: bytesMax)
        } catch let fault as SystemFault {
            throw .editor(why: fault.description)
        } catch let fault as ClientFault {
            throw fault
        } catch {
            throw .editor(why: "\(error)")
        }
    }

    /// The file that the editor left.
    package var editedPath: String? { edited?.path }

    /// Removes it with whatever the editor put beside it.
    package func removeEdited() {
        edited?.remove()
        edited = nil
    }

    /// Ends the process with a status.
    package func end(status: Int32) -> Never { ThisProcess.end(status: status) }
}
