import ArgumentParser
import SupportClient
import SupportModel
import SupportWire

/// Standard input and files, as commands read them: whole, and bounded.
struct Input {
    private let console: any Console

    init(_ console: any Console) {
        self.console = console
    }

    /// The bytes of a file, or for `-` all of standard input; at most so many.
    func file(_ path: String, bytesMax most: Int = ClientLimits.fileBytesMax) throws -> [UInt8] {
        let bytes =
            path == "-"
            ? try all(bytesMax: most) : try console.contents(ofFile: path, bytesMax: most + 1)
        guard bytes.count <= most else {
            throw ValidationError(
                "\(path == "-" ? "standard input" : path) holds more than \(most) bytes; "
                    + "give it in several files")
        }
        return bytes
    }

    /// A user of this host and its groups, by number; nil where there is none of the name.
    func account(named name: String) -> (number: UInt32, groups: [UInt32])? {
        console.account(named: name)
    }

    /// A secret: at a terminal asked for twice without being shown, else all of standard input.
    ///
    /// One line is kept without its line end, as passwords come out of `echo` and files; several
    /// lines are kept exactly, as private keys need theirs.
    func secret(_ what: String) throws -> String {
        let bytes = console.inputIsTerminal ? try askedSecret(what) : try pipedSecret()
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ValidationError(
                "the secret is not UTF-8 text; write what is binary in base64")
        }
        do throws(Refusal) {
            try SecretRule.check(text)
        } catch {
            throw WireError(error)
        }
        return text
    }

    private func askedSecret(_ what: String) throws -> [UInt8] {
        let most = Limits.secretBytesMax
        guard let first = try console.askHidden("secret for the \(what): ", bytesMax: most),
            let again = try console.askHidden("once more: ", bytesMax: most)
        else { throw ValidationError("given up; nothing was changed") }
        guard first == again else {
            throw ValidationError("the two were not the same; nothing was changed")
        }
        return first
    }

    private func pipedSecret() throws -> [UInt8] {
        var bytes: [UInt8] = []
        // A line end more than a secret may hold is still one that is dropped.
        while bytes.count <= Limits.secretBytesMax + 2 {
            let chunk = try console.read(bytesMax: 4096)
            if chunk.isEmpty { break }
            bytes += chunk
        }
        guard bytes.last == 10, bytes.firstIndex(of: 10) == bytes.count - 1 else { return bytes }
        bytes.removeLast()
        if bytes.last == 13 { bytes.removeLast() }
        return bytes
    }

    /// The text itself, or for `-` all of standard input without its last line end.
    func text(_ argument: String) throws -> String {
        guard argument == "-" else { return argument }
        var bytes = try all(bytesMax: ClientLimits.inputBytesMax)
        guard bytes.count <= ClientLimits.inputBytesMax else {
            throw ValidationError(
                "standard input holds more than \(ClientLimits.inputBytesMax) bytes; "
                    + "keep the text elsewhere and name the place")
        }
        if bytes.last == 10 { bytes.removeLast() }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ValidationError("standard input is not UTF-8 text")
        }
        return text
    }

    /// A text that must be given: what the argument says, else what a person at a terminal writes
    /// in an editor. `subject` says what it is, for the first line there: `a note on ticket 12`.
    func text(_ argument: String?, editing subject: String, missing: WireError) throws -> String {
        if let argument { return try text(argument) }
        guard console.inputIsTerminal, console.outputIsTerminal else { throw missing }
        return try edited(subject)
    }

    /// What a person writes in an editor. Throws where it is empty, and then nothing was changed.
    func edited(_ subject: String) throws -> String {
        let most = ClientLimits.inputBytesMax
        let bytes = try console.edit(
            EditedText.template(subject), with: EditedText.editor(console.variable),
            bytesMax: most + 1)
        let text = String(validating: bytes, as: UTF8.self).map(EditedText.withoutComments)
        guard let text, bytes.count <= most else {
            throw ValidationError("the text is not UTF-8 or longer than \(most) bytes")
        }
        guard !text.isEmpty else {
            console.removeEdited()
            throw WireError(
                .notFound, "empty-text", "the text is empty; nothing was changed",
                hint: "write it above the lines that begin with #, and save it")
        }
        return text
    }

    /// The next line of standard input, without blanks around it; empty at the end.
    func line() throws -> String {
        var bytes: [UInt8] = []
        // A terminal gives one line at a time.
        while bytes.count < 4096, !bytes.contains(10) {
            let chunk = try console.read(bytesMax: 4096)
            if chunk.isEmpty { break }
            bytes += chunk
        }
        let line = String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
        return String(line.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// All of standard input; where it is more than so much, that and a little more.
    private func all(bytesMax: Int) throws -> [UInt8] {
        if console.inputIsTerminal {
            console.complain("supportc: reading the text up to Ctrl-D on a line of its own\n")
        }
        var bytes: [UInt8] = []
        while bytes.count <= bytesMax {
            let chunk = try console.read(bytesMax: 65_536)
            if chunk.isEmpty { break }
            bytes += chunk
        }
        return bytes
    }
}
