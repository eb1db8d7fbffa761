import FoundationEssentials
import SupportTestKit
import Testing

/// The pages on backups in `supportd-guide(7)`: every command of them is run, in their order.
struct BackupGuideTests {
    /// The lines of a shell that the examples of a section type, in order.
    private static func commands(of section: String) throws -> [String] {
        let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let page = try String(contentsOfFile: "/\(folder)/man/supportd-guide.7", encoding: .utf8)
        let start = try #require(page.range(of: ".Ss \(section)\n"))
        let rest = page[start.upperBound...]
        let text = rest[..<(rest.range(of: "\n.Ss ")?.lowerBound ?? rest.endIndex)]
        var commands: [String] = []
        var goesOn = false
        for line in text.split(separator: "\n") {
            let isPrompt = line.hasPrefix("# ") || line.hasPrefix("$ ")
            guard isPrompt || goesOn else { continue }
            goesOn = line.hasSuffix("\\e")
            let typed = String(isPrompt ? line.dropFirst(2) : line)
            let words = typed.replacing("\\e", with: "\\")
            if isPrompt {
                commands.append(words)
            } else {
                commands[commands.count - 1] += "\n\(words)"
            }
        }
        return commands
    }

    /// Puts programs in place of those of the host: its service, and what acts on other places.
    private static func makeHost(_ desk: RunningDesk) throws {
        let (place, socket) = (desk.directory, desk.socket)
        let supportd = RunningPlace.program("supportd")
        let supportc = RunningPlace.program("supportc")
        let programs = [
            "supportd": """
            case " $* " in *" --config "*) exec '\(supportd)' "$@" ;; esac
            exec '\(supportd)' --config '\(desk.configurationPath)' "$@"
            """,
            // A daemon that was just started may not listen yet.
            "supportc": """
            for attempt in $(seq 100); do
                code=0
                '\(supportc)' "$@" || code=$?
                [ $code = 5 ] || exit $code
                sleep 0.1
            done
            exit 5
            """,
            "systemctl": """
            case $1 in
            stop) kill "$(cat '\(place)/pid')"; flock '\(place)/var/supportd' true ;;
            start)
                supportd --test-clock 2026-12-01T09:00:00Z $3 \
                    </dev/null >>'\(place)/log' 2>&1 &
                echo $! > '\(place)/pid'
                supportc status >/dev/null ;;
            esac
            """,
            "chown": #"[ "$2" = supportd:supportd ]"#,
            "rsync": """
            while [ $# -gt 2 ]; do shift; done
            mkdir -p "$2"
            cp -a "$1/." "$2"
            """,
        ]
        try FileManager.default.createDirectory(
            atPath: "\(place)/bin", withIntermediateDirectories: false)
        for (name, text) in programs {
            let head = "#!/bin/sh\nexport SUPPORTD_SOCKET='\(socket)'\n"
            try desk.write("\(head)\(text)\n", to: "\(place)/bin/\(name)")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: "\(place)/bin/\(name)")
        }
    }

    /// Runs commands on such a host; fails where one of them does.
    private static func run(_ commands: [String], _ desk: RunningDesk) throws -> String {
        let place = desk.directory
        let script = commands.joined(separator: "\n")
            .replacing("/var/lib/supportd", with: "\(place)/var/supportd")
            .replacing("/srv/backup", with: "\(place)/backup")
            .replacing("/media/safe", with: "\(place)/safe")
            .replacing("away:", with: "\(place)/away/")
            .replacing("/tmp/then", with: "\(place)/then")
        let (end, output) = try RunningProgram.run(
            "/bin/sh",
            [
                "-c",
                """
                set -eu
                trap '[ $? = 0 ] || kill "$(cat '\(place)/pid')"' EXIT
                PATH='\(place)/bin':$PATH
                \(script)
                """,
            ])
        #expect(end == .exited(status: 0), "\(script)\n\(output)")
        return output
    }

    @Test("what the guide says of backups works, line by line")
    func guide() throws {
        let desk = try RunningDesk()
        let place = desk.directory
        for name in ["var", "backup", "safe", "away"] {
            try FileManager.default.createDirectory(
                atPath: "\(place)/\(name)", withIntermediateDirectories: false)
        }
        #expect(desk.terminate() == .exited(status: 0))
        try desk.write(
            """
            [daemon]
            start_worker = false
            state = "\(place)/var/supportd"
            socket = "\(desk.socket)"

            """, to: desk.configurationPath)
        try Self.makeHost(desk)
        let people = [
            "systemctl start supportd --init",
            "supportc client add acme --name Acme", "echo secret | supportc access set acme admin",
        ]
        let backup = try Self.commands(of: "Back up")
        #expect(backup.count >= 4)
        let made = try Self.run(people + backup, desk)
        #expect(made.contains("the key of 1 secret is not in it"), "\(made)")
        #expect(made.contains("nothing differs"), "\(made)")

        let restore = try Self.commands(of: "Restore")
        #expect(restore.count >= 15)
        // The state directory is lost twice: the second time the host with it.
        let second = try #require(restore.firstIndex { $0.hasPrefix("rsync") })
        let lost = "systemctl stop supportd\nrm -r /var/lib/supportd /srv/backup/desk"
        let all = Array(restore[..<second]) + [lost] + Array(restore[second...])
        let restored = try Self.run(all + ["systemctl stop supportd"], desk)
        #expect(restored.contains("1 secret, key"), "\(restored)")
        #expect(restored.contains("client acme: Acme"), "\(restored)")
    }
}
