import FoundationEssentials
import SupportSystem
import SupportTestKit
import Testing

/// The examples for shell scripts in `supportc(1)`: each is run as it stands in the page.
struct ScriptExampleTests {
    /// An example of the page.
    struct Example: Sendable, CustomTestStringConvertible {
        /// The title of its section.
        var title: String
        /// Its text, as it would be written into a file.
        var script: String
        /// What the page says that it prints; nil where it says nothing.
        var output: String?
        var testDescription: String { title }
    }

    /// What surrounds an example: what happens before it, and what is true after it.
    struct Surroundings: Sendable {
        /// Commands of a shell in which `run` runs the example.
        var before = ""
        /// The arguments of the example.
        var arguments = ""
        /// The same, in which each command must succeed.
        var after = ""
        /// What those print.
        var says = ""
    }

    /// Every example, by its title.
    private static let surroundings: [String: Surroundings] = [
        "Stop at the first failure": Surroundings(
            after: "supportc --json ticket show 3 | jq -r .ticket.state,.ticket.assignee",
            says: "resolved\nolena\n"),
        "Tell the answers apart": Surroundings(
            after: "grep -o 'weekly limit' errors | head -n 1; supportc -q time list 2>/dev/null",
            says: "weekly limit\n"),
        // The first answer is lost on its way.
        "Repeat without doing it twice": Surroundings(
            before: """
                replace sleep 'echo "slept $1" >> slept'
                replace supportc '
                    [ -e answered ] || { touch answered; "$supportc" "$@" >/dev/null; exit 6; }
                    exec "$supportc" "$@"'
                """,
            after: "run; cat slept; supportc -q time list", says: "1\nslept 10\n1\n"),
        "Read answers with jq": Surroundings(),
        "Wait for a person": Surroundings(
            before: "(until supportc -q ticket resolve 3; do sleep 0.1; done) >resolved 2>&1 &",
            after: "wait; cat resolved | tail -n 1", says: "3\n"),
        // Somebody else writes a note between the look and the change, once.
        "Change only what was seen": Surroundings(
            before: """
                replace supportc '
                    case "$*" in *--if-version*)
                        [ -e noted ] || "$supportc" -q ticket note 1 Faster >noted ;;
                    esac
                    exec "$supportc" "$@"'
                """,
            after:
                "cat noted; grep -c 'version' errors; supportc --json ticket show 1 | jq .ticket.level",
            says: "1\n2\n3\n"),
        "Follow what happens, and go on later": Surroundings(
            arguments: "200ms",
            after: """
                run 200ms
                supportc -q ticket open acme --level 4 --subject Later
                run 200ms
                """, says: "3\nacme #3: Later\n"),
    ]

    /// The examples of a section of the page.
    static func examples(of section: String, in page: String) -> [Example] {
        let parts = page.components("\n.Sh \(section)\n").dropFirst().first?.components("\n.Sh ")
        return (parts?.first ?? "").components("\n.Ss ").dropFirst().map { text in
            let title = String(text.prefix { $0 != "\n" })
            let blocks = text.components("\n.Bd -literal -offset 2n\n").dropFirst().map {
                ($0.components("\n.Ed").first ?? "").replacing("\\e", with: "\\") + "\n"
            }
            return Example(
                title: title, script: blocks.first ?? "",
                output: blocks.dropFirst().first)
        }
    }

    private static let page = Result {
        let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return try String(contentsOfFile: "/\(folder)/man/supportc.1", encoding: .utf8)
    }

    private static let scripts = (try? page.get()).map { examples(of: "SCRIPTS", in: $0) } ?? []

    @Test("every example of the page is run, and says what it prints")
    func listed() {
        #expect(Set(Self.scripts.map(\.title)) == Set(Self.surroundings.keys))
        #expect(Self.scripts.allSatisfy { $0.script.hasPrefix("#!/bin/") && $0.output != nil })
    }

    @Test("an example of a script does what the page says", arguments: scripts)
    func run(example: Example) throws {
        let around = Self.surroundings[example.title] ?? Surroundings()
        let desk = try RunningDesk(.init(clock: "2026-12-01T09:00:00Z"))
        try desk.write(example.script, to: "\(desk.directory)/example")
        let shell = try #require(example.script.prefix { $0 != "\n" }.split(separator: "!").last)
        let (end, said) = try Self.shell(
            """
            run() { \(shell) example "$@" 2>>errors; }
            \(around.before)
            code=0
            run \(around.arguments) >output || code=$?
            set -e
            [ "$code" = 0 ] || { echo "status $code"; cat errors; }
            \(around.after)
            """, on: desk)
        let output = try String(contentsOfFile: "\(desk.directory)/output", encoding: .utf8)
        #expect(output == example.output)
        #expect(said == around.says)
        #expect(end == .exited(status: 0))
    }

    @Test("the other examples of the page work one after the other")
    func others() throws {
        let page = try Self.page.get()
        let section = page.components("\n.Sh EXAMPLES\n").last?.components("\n.Sh ").first ?? ""
        let blocks = section.components("\n.Bd -literal -offset indent\n").dropFirst().map {
            ($0.components("\n.Ed").first ?? "").replacing("\\e", with: "\\")
        }
        #expect(blocks.count == 4)
        let desk = try RunningDesk(.init(clock: "2026-12-01T09:00:00Z"))
        // A watch has no end by itself, and tickets have numbers up to 12 elsewhere.
        let (end, said) = try Self.shell(
            """
            set -e
            replace supportc '
                case "$1" in watch) exec "$supportc" "$@" --since 0 --count 5 ;; esac
                exec "$supportc" "$@"'
            \(blocks[0])
            for number in $(seq 2 12); do
                supportc -q ticket open acme --level 4 --subject "Number $number"
            done
            \(blocks[1])
            \(blocks[2])
            \(blocks[3])
            supportc -q ticket list --assignee olena | wc -l
            """, on: desk, asPrepared: "supportc staff add olena --role manager")
        #expect(end == .exited(status: 0), "\(said)")
        #expect(said.contains("ticket 1 opened for acme: level 2, on contract 1\n"))
        #expect(said.contains(#""type":"ticket.opened""#))
        #expect(said.hasSuffix("\n12\n"))
        let booked = try #require(try desk.client().result("time.list").at("entries"))
        #expect(Array(booked.elements).count == 1)
    }

    /// A client, a manager, a contract and two tickets.
    private static let usual = """
        supportc client add acme --name Acme
        supportc staff add olena --role manager
        supportc contract sign acme --package starter --from 2026-12-01 --months 12 --manager olena
        supportc ticket open acme --level 2 --subject 'No results in search'
        supportc ticket open acme --level 4 --subject 'New footer'
        """

    /// Runs commands in the desk's own directory.
    ///
    /// - Parameter preparation: what is on the desk before.
    private static func shell(
        _ commands: String, on desk: RunningDesk, asPrepared preparation: String = usual
    ) throws -> (end: ProcessEnd, output: String) {
        try RunningProgram.run(
            "/bin/bash",
            [
                "-c",
                """
                cd '\(desk.directory)'
                export HOME=$PWD SUPPORTD_SOCKET='\(desk.socket)' SUPPORTC_CONFIG=
                export supportc='\(RunningPlace.program("supportc"))'
                mkdir programs
                export PATH="$PWD/programs:$PATH"
                replace() {
                    printf '#!/bin/bash\\n%s\\n' "$2" >"programs/$1"
                    chmod +x "programs/$1"
                }
                replace supportc 'exec "$supportc" "$@"'
                { \(preparation)
                } >/dev/null || exit 9
                \(commands)
                """,
            ])
    }
}

extension String {
    /// The parts between separators.
    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
