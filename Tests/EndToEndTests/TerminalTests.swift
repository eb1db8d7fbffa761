import FoundationEssentials
import Glibc
import SupportSystem
import SupportTestKit
import Testing

/// The real client at a real terminal: its window, its pager and its zone.
struct TerminalTests {
    /// A desk with thirty tickets.
    private static func desk(clock: String = "2026-01-05T09:00:00Z") throws -> RunningDesk {
        let desk = try RunningDesk(.init(clock: clock))
        let client = try desk.client()
        try client.result("client.add", #"{"client":"acme","name":"Acme","zone":"UTC"}"#)
        for number in 1...30 {
            try client.result(
                "ticket.open",
                #"{"client":"acme","on_demand":true,"level":3,"#
                    + #""subject":"Number \#(number) of a rather long line"}"#)
        }
        return desk
    }

    /// A program that shows what it is given, and what it was started with.
    private static func pager(in desk: RunningDesk, _ script: String) throws -> String {
        let path = "\(desk.directory)/pager"
        try desk.write("#!/bin/sh\n\(script)\n", to: path)
        chmod(path, 0o700)
        return path
    }

    @Test("a long list goes through the pager, with less told to end where it fits")
    func paged() throws {
        let desk = try Self.desk()
        let pager = try Self.pager(in: desk, #"echo "LESS=$LESS $1"; cat; echo end"#)
        let long = try desk.supportc(
            "ticket", "list", columns: 80, environment: ["PAGER": "\(pager) -x"])
        #expect(long.code == 0)
        #expect(long.output.hasPrefix("LESS=FRX -x\n"))
        #expect(long.output.hasSuffix("Number 1 of a rather long line\nend\n"), "\(long.output)")
        let own = try desk.supportc(
            "ticket", "list", columns: 80, environment: ["PAGER": pager, "LESS": "S"])
        #expect(own.output.hasPrefix("LESS=S \n"))
        let short = try desk.supportc(
            "ticket", "list", "--limit", "3", columns: 80, environment: ["PAGER": pager])
        #expect(!short.output.contains("end\n"))
        // It is said below what the pager left, not in the middle of it.
        #expect(short.output.hasSuffix("goes on\n"), "\(short.output)")
        let cut = try desk.supportc(
            "ticket", "list", "--limit", "25", columns: 80, environment: ["PAGER": pager])
        #expect(cut.output.contains("end\nonly 25 tickets are shown"), "\(cut.output)")
    }

    @Test("a pager that ends early, or is not there, or is not wanted, is no mistake")
    func withoutPager() throws {
        let desk = try Self.desk()
        let whole = try desk.supportc("ticket", "list", "--no-pager", columns: 80)
        #expect(whole.code == 0)
        #expect(whole.output.split(separator: "\n").count == 31)
        let early = try Self.pager(in: desk, "head -n 2; exit 3")
        let seen = try desk.supportc("ticket", "list", columns: 80, environment: ["PAGER": early])
        #expect(seen.code == 0)
        #expect(seen.output.split(separator: "\n").count == 2)
        let log = try desk.supportc(
            "log", "--since", "0", columns: 80, environment: ["PAGER": early])
        #expect(log.code == 0)
        #expect(log.output.split(separator: "\n").count == 2)
        for (pager, remark) in [("cat", false), ("", false), ("/nowhere/pager", true)] {
            let plain = try desk.supportc(
                "ticket", "list", columns: 80, environment: ["SUPPORTC_PAGER": pager])
            #expect(plain.code == 0)
            let lines = plain.output.split(separator: "\n")
            #expect(lines.count == (remark ? 32 : 31))
            #expect(plain.output.contains("which cannot be run") == remark)
        }
        // The shell alone knows that these are none.
        for pager in ["/usr", "$NOWHERE/pager"] {
            let plain = try desk.supportc(
                "ticket", "list", columns: 80, environment: ["SUPPORTC_PAGER": pager])
            #expect(plain.code == 0)
            #expect(plain.output.split(separator: "\n").count { $0.contains("open") } == 30)
            #expect(plain.output.contains("the pager cannot be run"))
        }
    }

    @Test("the exit code is the command's")
    func exitCode() throws {
        let desk = try Self.desk()
        let pager = try Self.pager(in: desk, "cat >/dev/null; exit 0")
        let missing = try desk.supportc(
            "ticket", "show", "99", columns: 80, rows: 2, environment: ["PAGER": pager])
        #expect(missing.code == 3)
        #expect(missing.output.contains("99"))
    }

    @Test("a table fits the window, and is whole in a pipe")
    func window() throws {
        let desk = try Self.desk()
        for columns in [30, 60, 80] as [UInt16] {
            let shown = try desk.supportc("ticket", "list", "--no-pager", columns: columns)
            let widest = shown.output.split(separator: "\n").map(\.count).max() ?? 0
            #expect(widest <= Int(columns), "\(shown.output)")
            #expect(shown.output.contains("SUBJECT"))
        }
        let narrow = try desk.supportc("ticket", "list", "--no-pager", columns: 30)
        #expect(narrow.output.contains("…"))
        let piped = try desk.supportc("ticket", "list")
        #expect(piped.output.contains("Number 1 of a rather long line\n"))
        #expect(piped.output.contains("CONTRACT"))
    }

    @Test(
        "times are in the zone of TZ",
        arguments: [
            ("Europe/Berlin", "2026-10-25 02:30 CEST", "2026-10-25 02:30 CET"),
            ("America/New_York", "2026-10-24 20:30 EDT", "2026-10-24 21:30 EDT"),
            ("Asia/Kathmandu", "2026-10-25 06:15 +0545", "2026-10-25 07:15 +0545"),
            ("XYZ-1", "2026-10-25 01:30 XYZ", "2026-10-25 02:30 XYZ"),
            ("UTC", "2026-10-25 00:30Z", "2026-10-25 01:30Z"),
        ])
    func zones(name: String, before: String, after: String) throws {
        let desk = try RunningDesk(.init(clock: "2026-10-25T00:30:00Z"))
        let client = try desk.client()
        try client.result("client.add", #"{"client":"acme","name":"Acme","zone":"UTC"}"#)
        let ticket = #"{"client":"acme","on_demand":true,"level":3,"subject":"a"}"#
        try client.result("ticket.open", ticket)
        try client.result("clock.advance", #"{"milliseconds":3600000}"#)
        try client.result("ticket.open", ticket)
        for (number, time) in [("1", "\(before) (1 h ago)"), ("2", "\(after) (now)")] {
            let shown = try desk.supportc(
                "ticket", "show", number, columns: 80, environment: ["TZ": name])
            #expect(shown.output.contains(" \(time) by "), "\(shown.output)")
        }
    }

    @Test("over the change of New York's clocks both half past ones are told apart")
    func newYork() throws {
        let desk = try RunningDesk(.init(clock: "2026-11-01T05:30:00Z"))
        let client = try desk.client()
        for time in ["2026-11-01 01:30:00 EDT", "2026-11-01 01:30:00 EST"] {
            let shown = try desk.supportc(
                "clock", "show", columns: 80, environment: ["TZ": "America/New_York"])
            #expect(shown.output.hasPrefix("now    \(time)\n"), "\(shown.output)")
            try client.result("clock.advance", #"{"milliseconds":3600000}"#)
        }
    }

    @Test("a TZ that is no zone is told, and UTC is shown")
    func wrongZone() throws {
        let desk = try RunningDesk()
        let shown = try desk.supportc(
            "clock", "show", columns: 80, environment: ["TZ": "Mars/Olympus"])
        #expect(shown.code == 0)
        #expect(shown.output.contains("2026-01-05 09:00:00Z\n"))
        #expect(
            shown.output.contains(
                "supportc: TZ is Mars/Olympus, which is no time zone; times are in UTC\n"))
    }
}
