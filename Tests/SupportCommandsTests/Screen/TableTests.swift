import Foundation
import SupportClient
import SupportCommands
import Testing

/// Every table at several widths, to the character.
///
/// Each has two files in `Golden/tables`: what the desk answers (`NAME.json`) and what people see of
/// it (`NAME.txt`), first in windows of several widths, then in a pipe.
struct TableTests {
    /// The command that shows each table, and the table's name.
    private static let commands: KeyValuePairs = [
        "access": "access list",
        "attachments": "ticket show 12",
        "closing-cycles":
            "contract sign acme --package starter --from 2026-08-01 --months 12 --manager olena",
        "clients": "client list",
        "confirmed-contracts": "clock confirm",
        "contracts": "contract list",
        "cycles": "contract show acme",
        "entries": "time list",
        "findings": "doctor --except config-waits",
        "forecast-cycles": "forecast acme --at 2027-01-31",
        "forecast-weeks": "forecast acme --at 2027-01-31",
        "grouped-hours": "contract show acme",
        "levels": "level list",
        "mails": "mail list",
        "monitors": "monitor list",
        "near-limits": "status",
        "notices": "notice list --all",
        "on-demand-adjustments": "statement zoo --month 2026-10",
        "on-demand-tickets": "statement zoo --month 2026-10",
        "on-demand-work": "statement zoo --month 2026-10",
        "owed": "contract terminate acme --reason closes",
        "owed-tickets": "contract terminate acme --reason closes",
        "packages": "package list",
        "plan-hours": "plan show acme",
        "plan-tickets": "plan show acme",
        "plan-weeks": "plan show acme",
        "queue": "queue",
        "reasons": "explain time 41",
        "services": "service list",
        "report-clients": "report desk",
        "report-course": "report desk",
        "report-promises": "report desk",
        "report-tickets": "report desk",
        "report-work": "report hours",
        "rights": "rights list",
        "staff": "staff list",
        "statement-adjustments": "statement acme",
        "statement-tickets": "statement acme",
        "statement-work": "statement acme",
        "suggestion": "plan suggest acme",
        "sums": "statement acme",
        "suspensions": "contract show acme",
        "targets": "package show starter",
        "tickets": "ticket list",
        "time-sums": "time list",
        "timers": "status",
        "upgrades": "contract show acme",
    ]

    private static var names: [String] { commands.map(\.key) }
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Golden/tables")

    private static func file(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    /// What people see of an answer in a window of this width; in a pipe where there is none.
    private static func shown(_ name: String, columns: Int?) throws -> String {
        let command = commands.first { $0.key == name }?.value ?? ""
        let answer = try file("\(name).json")
        let desk = FakeDesk(greeting: FakeDesk.greeting(at: "2026-11-23T18:41:00.000Z")) { _, _ in
            .result(answer)
        }
        let run = Run(command.split(separator: " ").map(String.init), desk: desk) { console in
            console.outputIsTerminal = columns != nil
            console.environment["NO_COLOR"] = "1"
            console.outputWindow = columns.map { Window(columns: $0, rows: 1000) }
        }
        #expect(run.errors.isEmpty)
        return run.output
    }

    @Test("every table is as its golden file has it", arguments: names)
    func golden(name: String) throws {
        var text = ""
        for columns in [60, 80, 120] {
            text += "-- \(columns) columns\n\(try Self.shown(name, columns: columns))"
        }
        text += "-- a pipe\n\(try Self.shown(name, columns: nil))"
        if ProcessInfo.processInfo.environment["SUPPORTD_WRITE_GOLDEN"] != nil {
            try Data(text.utf8).write(to: Self.folder.appending(path: "\(name).txt"))
        }
        #expect(text == (try Self.file("\(name).txt")))
    }

    @Test("no line of a table passes the edge of a window", arguments: names)
    func width(name: String) throws {
        for columns in [40, 60, 80, 100, 120] {
            for line in try Self.shown(name, columns: columns).split(separator: "\n")
            // A line of a history begins with its time, and is no table.
            where line.drop(while: { $0 == " " }).contains("  ") && !line.hasPrefix("2026-") {
                #expect(DisplayWidth.columns(of: String(line)) <= columns, "\(columns): \(line)")
            }
        }
    }
}
