import SupportSystem
import SupportTestKit
import Testing

/// The shells themselves complete what the running desk has.
struct ShellCompletionTests {
    /// A shell, where it is installed, and how it is had complete a line without a terminal.
    enum Shell: String {
        case bash, zsh, fish

        var path: String { "/usr/bin/\(rawValue)" }

        /// A program that completes the line in `LINE` with the script in `SCRIPT`, and prints what
        /// is offered, with what is said of it where the shell shows that.
        var program: String {
            switch self {
            case .bash:
                #"""
                source "$SCRIPT"; read -ra COMP_WORDS <<<"${LINE//=/ = }"
                [[ $LINE == *' ' ]] && COMP_WORDS+=('')
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE=$LINE; COMP_POINT=${#LINE}
                COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
                _supportc supportc; printf '%s\n' "${COMPREPLY[@]}"
                """#
            case .zsh:
                #"""
                compdef() { }
                _describe() { print -rl -- "${(@P)argv[-1]}" }
                _files() { print files "$@" }
                source $SCRIPT; words=("${(@z)LINE}"); [[ $LINE == *' ' ]] && words+=('')
                CURRENT=${#words}; _supportc
                """#
            case .fish: #"source $SCRIPT; complete -C "$LINE""#
            }
        }

        /// How a candidate looks with what is said of it.
        func shown(_ word: String, _ says: String) -> String {
            switch self {
            case .bash: word
            case .zsh: "\(word):\(says)"
            case .fish: "\(word)\t\(says)"
            }
        }
    }

    private let place: RunningPlace
    private let bin: String

    init() throws {
        place = try RunningPlace()
        let program = RunningPlace.program("supportc")
        bin = program.lastIndex(of: "/").map { String(program[..<$0]) } ?? "."
    }

    private func complete(_ line: String, in shell: Shell, socket: String) throws -> [String] {
        let script = "\(place.path)/\(shell)"
        let run =
            #"supportc --generate-completion-script "$NAME" > "$SCRIPT" && "# + "exec $SHELL_PATH "
            + (shell == .bash ? "--norc -c" : shell == .zsh ? "-f -c" : "-N -c")
            + #" "$PROGRAM""#
        let (_, output) = try RunningProgram.run(
            "/usr/bin/env",
            [
                "PATH=\(bin):/usr/bin:/bin", "NAME=\(shell)", "SCRIPT=\(script)", "LINE=\(line)",
                "SHELL_PATH=\(shell.path)", "PROGRAM=\(shell.program)",
                "SUPPORTD_SOCKET=\(socket)", "HOME=\(place.path)", "/bin/sh", "-c", run,
            ])
        return output.split(separator: "\n").map(String.init).filter { !$0.isEmpty }
    }

    @Test("bash offers commands, options, clients and tickets")
    func bash() throws { try offers(.bash) }

    @Test(
        "zsh offers the same with names and subjects",
        .enabled(if: RunningProgram.exists(Shell.zsh.path), "needs zsh"))
    func zsh() throws { try offers(.zsh) }

    @Test(
        "fish offers the same with names and subjects",
        .enabled(if: RunningProgram.exists(Shell.fish.path), "needs fish"))
    func fish() throws { try offers(.fish) }

    private func offers(_ shell: Shell) throws {
        let desk = try RunningDesk()
        _ = try desk.supportc("client", "add", "acme", "--name", "Acme: Outdoor")
        _ = try desk.supportc(
            "ticket", "open", "acme", "--level", "3", "--subject", "It's slow: why", "--on-demand")
        func offered(_ line: String, _ socket: String? = nil) throws -> [String] {
            // On a busy machine the desk may answer later than completion waits.
            for _ in 1..<20 {
                let words = try complete(line, in: shell, socket: socket ?? desk.socket)
                if !words.isEmpty || socket == "/nowhere.sock" && !line.contains("--socket") {
                    return words
                }
            }
            return try complete(line, in: shell, socket: socket ?? desk.socket)
        }
        #expect(try offered("supportc client show ") == [shell.shown("acme", "Acme: Outdoor")])
        #expect(
            try offered("supportc ticket show ") == [shell.shown("1", "acme: It's slow: why")])
        #expect(try offered("supportc sna").contains { $0.hasPrefix("snapshot") })
        #expect(try offered("supportc --").contains { $0.hasPrefix("--socket") })
        #expect(try offered("supportc ticket list --state=o").contains { $0.hasSuffix("open") })
        let other = "supportc --socket \(desk.socket) client show "
        #expect(try offered(other, "/nowhere.sock").count == 1)
        #expect(try offered("supportc client show ", "/nowhere.sock") == [])
    }
}
