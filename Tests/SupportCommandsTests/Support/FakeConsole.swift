import SupportClient
import SupportCommands

/// A console that keeps what is written to it.
final class FakeConsole: Console {
    var environment: [String: String] = [:]
    var outputIsTerminal = false
    var errorIsTerminal = false
    /// What standard input holds.
    var input: [UInt8] = []
    /// Output that fails from this byte on.
    var outputBytesMax = Int.max
    private(set) var output = ""
    private(set) var errors = ""
    private(set) var pauses: [Duration] = []

    func variable(_ name: String) -> String? { environment[name] }

    func write(_ bytes: [UInt8]) throws(ClientFault) {
        guard output.utf8.count + bytes.count <= outputBytesMax else {
            throw .stream(why: "cannot write to standard output: No space left on device")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if isPaging { paged += text } else { output += text }
    }

    func complain(_ text: String) { errors += text }

    func read(bytesMax: Int) throws(ClientFault) -> [UInt8] {
        defer { input.removeFirst(min(bytesMax, input.count)) }
        return Array(input.prefix(bytesMax))
    }

    /// What the files hold that there are.
    var files: [String: [UInt8]] = [:]

    func contents(ofFile path: String, bytesMax: Int) throws(ClientFault) -> [UInt8] {
        guard let bytes = files[path] else {
            throw .file(why: "cannot read \(path): No such file or directory")
        }
        return Array(bytes.prefix(bytesMax))
    }

    func reader(
        ofFile path: String
    ) throws(ClientFault) -> (_ bytesMax: Int) throws(ClientFault) -> [UInt8] {
        var rest = try contents(ofFile: path, bytesMax: .max)[...]
        return { bytesMax throws(ClientFault) in
            defer { rest = rest.dropFirst(bytesMax) }
            return Array(rest.prefix(bytesMax))
        }
    }

    func save(
        toFile path: String, isReplacing: Bool, _ body: (([UInt8]) throws -> Void) throws -> Void
    ) throws {
        guard isReplacing || files[path] == nil else {
            throw ClientFault.file(why: "\(path) is there already")
        }
        var bytes: [UInt8] = []
        try body { bytes += $0 }
        files[path] = bytes
    }

    func settings(
        inFile path: String, bytesMax: Int, isNamed: Bool
    ) throws(ClientFault) -> [UInt8]? {
        files[path].map { Array($0.prefix(bytesMax)) }
    }

    var inputIsTerminal = false
    /// What a person types when asked, line by line; the person gives up at the end.
    var typed: [String] = []

    func askHidden(_ prompt: String, bytesMax: Int) throws(ClientFault) -> [UInt8]? {
        errors += prompt + "\n"
        return typed.isEmpty ? nil : Array(typed.removeFirst().utf8)
    }

    /// What a person saves in the editor instead of what it began with; nil where it fails.
    var saved: ((String) -> String?)?
    /// The commands that texts were edited with.
    private(set) var editors: [String] = []
    private(set) var editedPath: String?

    func edit(
        _ text: String, with command: String, bytesMax: Int
    ) throws(ClientFault) -> [UInt8] {
        editors.append(command)
        guard let answer = saved?(text) else {
            throw .editor(why: "the editor `\(command)` exited with status 1")
        }
        editedPath = "/tmp/edited/text.txt"
        return Array(answer.utf8.prefix(bytesMax))
    }

    func removeEdited() { editedPath = nil }

    /// What happens meanwhile.
    var onPause: () -> Void = {}

    func pause(_ time: Duration) {
        pauses.append(time)
        onPause()
    }

    /// A window that holds whatever the tests print, unless said.
    var outputWindow: Window? = Window(columns: 500, rows: 10_000)

    var readerZone = ReaderZone.utc

    func zone(named name: String?) -> ReaderZone { readerZone }

    /// The programs that can be run.
    var commands: Set<String> = ["less"]

    /// The users of the host.
    var accounts: [String: (number: UInt32, groups: [UInt32])] = [:]

    func account(named name: String) -> (number: UInt32, groups: [UInt32])? { accounts[name] }

    func isCommand(_ name: String) -> Bool { commands.contains(name) }

    /// The commands of pagers that were started, and whether they end at once.
    private(set) var pagers: [String] = []
    var pagerIsOver = false
    /// What went through the pager, which is no part of the output.
    private(set) var paged = ""
    private var isPaging = false

    func startPager(_ command: String) -> Bool {
        pagers.append(command)
        isPaging = true
        return true
    }

    func endPager() { isPaging = false }

    /// Runs `supportc` with this console.
    func run(_ arguments: [String]) -> Int32 { Supportc.run(arguments, console: self) }
}
