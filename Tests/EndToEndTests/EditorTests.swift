import FoundationEssentials
import SupportTestKit
import Testing

/// The real client starts an editor at a real terminal.
struct EditorTests {
    /// Runs the words after it at a terminal of their own and prints what they write and end with.
    private static let terminal = #"""
        import os, pty, sys
        pid, terminal = pty.fork()
        if pid == 0:
            os.execvp(sys.argv[1], sys.argv[1:])
        shown = b""
        while True:
            try:
                part = os.read(terminal, 4096)
            except OSError:
                break
            if not part:
                break
            shown += part
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        print(shown.decode().replace("\r", ""), code, sep="")
        """#

    private func note(_ desk: RunningDesk, editor: String) throws -> String {
        let (_, output) = try RunningProgram.run(
            "/usr/bin/env",
            [
                "TERM=xterm", "NO_COLOR=1", "VISUAL=\(editor)", "TMPDIR=\(desk.directory)",
                "python3", "-c",
                Self.terminal, RunningPlace.program("supportc"), "--socket", desk.socket, "ticket",
                "note", "1",
            ])
        return output
    }

    private func leftovers(_ desk: RunningDesk) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: desk.directory)
            .filter { $0.hasPrefix("supportc-") }
    }

    @Test("a note is what the editor saves, from a file that is private and then gone")
    func note() throws {
        let desk = try RunningDesk()
        _ = try desk.supportc("client", "add", "acme", "--name", "Acme")
        _ = try desk.supportc(
            "ticket", "open", "acme", "--level", "4", "--subject", "s", "--on-demand")
        // A command with words of its own, which puts a backup beside the file.
        let editor =
            #"f() { stat -c %a "$1" "${1%/*}"; cp "$1" "$1~"; echo "it's ${0#-}" > "$1"; }; f"#
        let saved = try note(desk, editor: editor)
        #expect(saved.contains("600\n700\nnote written on ticket 1\n0\n"), "\(saved)")
        #expect(try desk.supportc("ticket", "show", "1").output.contains("it's "))
        #expect(try leftovers(desk).isEmpty)

        let failed = try note(desk, editor: "false")
        #expect(
            failed.contains("the editor `false` exited with status 1; nothing was changed"))
        #expect(failed.hasSuffix("\n2\n"))
        let untouched = try note(desk, editor: "true")
        #expect(untouched.contains("the text is empty; nothing was changed"))
        #expect(untouched.hasSuffix("\n3\n"))
        #expect(try leftovers(desk).isEmpty)
    }

    @Test("a text that the desk refuses is kept, and the error says where")
    func refused() throws {
        let desk = try RunningDesk()
        let refused = try note(desk, editor: "f() { echo lost > $1; }; f")
        #expect(refused.contains("there is no ticket 1"), "\(refused)")
        let folder = try #require(try leftovers(desk).first)
        let path = "\(desk.directory)/\(folder)/text.txt"
        #expect(refused.contains("your text is kept in \(path)"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "lost\n")
    }

    @Test("a configuration file that others may write is refused")
    func settings() throws {
        let desk = try RunningDesk()
        let path = "\(desk.directory)/config.toml"
        try desk.write("[aliases]\nc = \"client list\"\n", to: path)
        func run(_ mode: String) throws -> String {
            try RunningProgram.run(
                "/bin/sh",
                [
                    "-c", #"chmod "$1" "$2"; SUPPORTC_CONFIG=$2 "$3" --socket "$4" c; echo $?"#,
                    "sh", mode, path, RunningPlace.program("supportc"), desk.socket,
                ]
            ).output
        }
        #expect(try run("644") == "no clients\n0\n")
        for mode in ["664", "646", "666"] {
            #expect(
                try run(mode) == """
                    supportc: \(path): others may change it: its mode is 0\(mode)
                      -> chmod go-w \(path), as its aliases are commands of yours
                    2

                    """)
        }
    }
}
