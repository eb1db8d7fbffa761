import SupportDaemon
import Testing

/// Values that are refused, with the line, the key, what is wrong and what would be right.
struct ValueProblemTests {
    @Test(arguments: [
        ("limits", "connections", 1, 65_536), ("limits", "line_seconds", 1, 3600),
        ("limits", "unread_bytes", 65_536, 1_073_741_824), ("limits", "unread_seconds", 1, 86_400),
        ("journal", "segment_bytes", 1_048_576, 1_073_741_824),
        ("journal", "snapshot_records", 0, 1_000_000_000),
        ("journal", "queue_bytes", 2_097_152, 4_294_967_296), ("tickets", "reopen_days", 0, 3650),
        ("deadlines", "warn_percent", 0, 99),
        ("queue", "ageing_days", 0, 366),
        ("clock", "forward_days", 1, 366), ("clock", "downtime_days", 1, 3660),
        ("monitoring", "failures", 1, 100), ("monitoring", "successes", 1, 100),
        ("agreement", "discount_months", 1, 120), ("agreement", "discount_percent", 0, 100),
    ])
    func anIntegerHasARange(table: String, key: String, least: Int, most: Int) throws {
        // The one limit that another bounds is put out of the way.
        let rest = key == "connections" ? "connections_per_user = 1\n" : ""
        for value in [least, most] {
            #expect(
                try ConfigurationFolder.problems("[\(table)]\n\(key) = \(value)\n\(rest)") == [])
        }
        for value in [least - 1, most + 1, Int.min + 1, Int.max] {
            #expect(
                try ConfigurationFolder.problems("[\(table)]\n\(key) = \(value)\n\(rest)") == [
                    "supportd.toml:2: \(table).\(key): \(value) is out of range; "
                        + "give an integer from \(least) to \(most)"
                ])
        }
    }

    @Test(arguments: [
        ("site_every", "1s", "1d"), ("site_timeout", "100ms", "5m"),
        ("resource_every", "1s", "1d"), ("resource_timeout", "100ms", "5m"),
    ])
    func aDurationHasARange(key: String, least: String, most: String) throws {
        let retry = "site_retry = \"1s\"\nresource_retry = \"1s\"\n"
        for value in [least, most] {
            #expect(
                try ConfigurationFolder.problems("[monitoring]\n\(key) = \"\(value)\"\n\(retry)")
                    == [])
        }
        for value in ["99ms", "0s", "1d1ms", "999999999d"] {
            #expect(
                try ConfigurationFolder.problems("[monitoring]\n\(key) = \"\(value)\"\n\(retry)")
                    == [
                        "supportd.toml:2: monitoring.\(key): \"\(value)\" is out of range; "
                            + "give a duration from \(least) to \(most), such as \"1m30s\""
                    ])
        }
    }

    @Test(arguments: [
        "", "60", "s", "1 s", "-1s", "1.5s", "1s1m", "1s1s", "9999999999s", "1S", "1x", "٣s",
    ])
    func whatIsNoDuration(text: String) throws {
        let problems = try ConfigurationFolder.problems("[monitoring]\nsite_every = \"\(text)\"\n")
        #expect(problems.count == 1)
        #expect(problems.first?.contains("\"\(text)\" is not a duration; give") == true)
    }

    @Test(arguments: [
        ("0", 0), ("0.01", 1), ("95.5", 9550), ("95.05", 9505), ("1000000000", 100_000_000_000),
        ("1000000000.00", 100_000_000_000),
    ])
    func money(text: String, minorUnits: Int) throws {
        let loaded = try ConfigurationFolder.load("[agreement]\non_demand_rate = \"\(text)\"\n")
        #expect(loaded.agreement.onDemandRateMinorUnits == minorUnits)
    }

    @Test(arguments: [
        "", ".", "1.", ".5", "1.005", "-1", "+1", "1,50", "1 000", "1e3", "1000000000.01",
        "9999999999999999999", "95.00 EUR", "٣",
    ])
    func whatIsNoMoney(text: String) throws {
        #expect(
            try ConfigurationFolder.problems("[agreement]\non_demand_rate = \"\(text)\"\n") == [
                "supportd.toml:2: agreement.on_demand_rate: \"\(text)\" is not such an amount; give "
                    + "an amount up to 1000000000 with at most two decimals in quotes, "
                    + "such as \"95.00\""
            ])
    }

    @Test(arguments: [
        ("daemon.state = \"relative\"", "\"relative\" does not fit; give a path"),
        ("daemon.state = \"\"", "\"\" does not fit; give a path"),
        ("daemon.state = \"/a\\nb\"", "\"/a\\nb\" does not fit; give a path"),
        ("daemon.socket = \"sock\"", "\"sock\" does not fit; give a path"),
        ("daemon.worker = \"bin/w\"", "\"bin/w\" does not fit; leave it empty, or give"),
        ("daemon.socket_mode = 660", "it is an integer; give octal permissions"),
        ("daemon.socket_mode = \"0577\"", "\"0577\" is not such permissions; give octal"),
        ("daemon.socket_mode = \"01777\"", "\"01777\" is not such permissions; give octal"),
        ("daemon.socket_mode = \"rw\"", "\"rw\" is not such permissions; give octal"),
        ("daemon.start_worker = \"yes\"", "it is a text; give true or false"),
        ("daemon.log_level = \"loud\"", "\"loud\" is not one of the words; give one of trace, "),
        ("agreement.currency = 978", "it is an integer; give three capital letters"),
        ("agreement.on_demand_rate = 95.0", "it is a number with a point; give an amount"),
        (
            "agreement.emergency_beyond_limit = \"no\"",
            "\"no\" is not one of the words; give one of package, extra, refuse, in quotes"
        ),
        ("limits.connections = [1]", "it is a list; give an integer"),
        ("limits.connections = true", "it is a boolean; give an integer"),
        ("limits.connections.most = 1", "it is a table; give an integer"),
    ])
    func aValueDoesNotFit(setting: String, problem: String) throws {
        let table = setting.prefix { $0 != "." }
        let line = setting.dropFirst(table.count + 1)
        let key = line.prefix { $0 != " " && $0 != "." }
        let problems = try ConfigurationFolder.problems("[\(table)]\n\(line)\n")
        #expect(problems.count == 1)
        let whole = "supportd.toml:2: \(table).\(key): \(problem)"
        #expect(problems.first?.hasPrefix(whole) == true, "\(problems)")
    }

    @Test func pathsHaveAMostLength() throws {
        func problems(_ key: String, _ bytes: Int) throws -> Int {
            let path = "/" + String(repeating: "p", count: bytes - 1)
            return try ConfigurationFolder.problems("[daemon]\n\(key) = \"\(path)\"\n").count
        }
        for (key, most) in [
            ("socket", ConfigurationLimits.socketPathBytesMax),
            ("state", ConfigurationLimits.pathBytesMax),
            ("worker", ConfigurationLimits.pathBytesMax),
        ] {
            #expect(try problems(key, most) == 0)
            #expect(try problems(key, most + 1) == 1)
        }
    }

    /// Expects this problem of a text alone, and none where the line goes with it.
    private func expect(
        _ problem: String, of text: String, mendedBy line: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(
            try ConfigurationFolder.problems(text) == [problem], sourceLocation: sourceLocation)
        #expect(
            try ConfigurationFolder.problems(text + line) == [], sourceLocation: sourceLocation)
    }

    @Test func limitsBoundEachOther() throws {
        let text = "[limits]\nconnections = 10\n"
        try expect(
            "supportd.toml:2: limits.connections: 128 for one user is more than the 10 for "
                + "everybody; give `connections_per_user` from 1 to `connections`", of: text,
            mendedBy: "connections_per_user = 10\n")
        // No second complaint about a key that is wrong by itself.
        #expect(try ConfigurationFolder.problems(text + "connections_per_user = 0\n").count == 1)
    }

    @Test(arguments: ["site", "resource"])
    func aRetryComesBeforeTheNextProbe(kind: String) throws {
        let text = "[monitoring]\n\(kind)_every = \"5s\"\n"
        try expect(
            "supportd.toml:2: monitoring.\(kind)_every: a retry after 10s comes later than the "
                + "next look, after 5s; give `\(kind)_retry` from 1s to `\(kind)_every`", of: text,
            mendedBy: "\(kind)_retry = \"5s\"\n")
        let late = try ConfigurationFolder.problems(text + "\(kind)_retry = \"5001ms\"\n")
        #expect(late.first?.hasPrefix("supportd.toml:3: monitoring.\(kind)_retry: ") == true)
    }
}
