import Foundation
import SupportDaemon
import SupportModel
import SupportTestKit
import Testing

struct LoadingTests {
    private let folder: ConfigurationFolder

    init() throws {
        folder = try ConfigurationFolder()
    }

    @Test func withoutAnyFileTheDefaultsHold() throws {
        let loaded = try ConfigurationLoader(optionalFile: folder.main).load()
        #expect(loaded.configuration == Configuration())
        #expect(loaded.files == [])
    }

    @Test func aNamedFileMustExist() {
        #expect(
            folder.problems() == [
                "supportd.toml: there is no such file; create it, or name another with --config"
            ])
    }

    @Test func everyKeyIsTakenUp() throws {
        try folder.write(Self.everyKey)
        let loaded = try folder.load()
        var wanted = Self.everySetting()
        let care = Service(name: "care", title: "Care")
        wanted.services = [care]
        wanted.packages = loaded.packages
        wanted.levels = Level.allCases.map {
            LevelWords(
                level: $0, title: "L\($0.rawValue)", text: "T\($0.rawValue)", examples: ["x", "y"])
        }
        wanted.targets = Level.allCases.map {
            ResponseTarget(level: $0, firstResponse: "1m", resolution: "1h30m")
        }
        #expect(loaded == wanted)
        #expect(
            loaded.catalogue.packages == [
                PackageOffer(
                    name: "only", title: "The one", hours: 10,
                    monthlyFee: Money(minorUnits: 100, currency: "PLN"),
                    extraRate: Money(minorUnits: 1, currency: "PLN"), weeklySharePercent: 100,
                    services: [care.name], rounding: Rounding(stepMinutes: 15, mode: .nearest),
                    targets: [
                        ResponseTarget(
                            level: .highPriority, firstResponse: "2h", resolution: "8784h")
                    ])
            ])
        #expect(loaded.catalogue.levels == wanted.levels)
        #expect(loaded.catalogue.targets == wanted.targets)
        #expect(loaded.policy.reopenDays == 4)
        #expect(loaded.policy.resourceTiming == wanted.monitoring.resource)
    }

    @Test func laterFilesOverrideSingleKeys() throws {
        try folder.write("[limits]\nconnections = 10\nconnections_per_user = 1\n")
        try folder.write("[limits]\nconnections = 20\n", to: "conf.d/10-more.toml")
        try folder.write("[limits]\nconnections = 30\n", to: "conf.d/9-last.toml")
        try folder.write("[limits]\nconnections = 40\n", to: "conf.d/.hidden.toml")
        try folder.write("[limits]\nconnections = 50\n", to: "conf.d/old.toml.bak")
        let loaded = try ConfigurationLoader(file: folder.main).load()
        #expect(loaded.configuration.limits.connections == 30)
        #expect(loaded.configuration.limits.connectionsPerUser == 1)
        #expect(
            loaded.files.map { $0.replacing("\(folder.path)/", with: "") } == [
                "supportd.toml", "conf.d/10-more.toml", "conf.d/9-last.toml",
            ])
    }

    @Test func aListIsReplacedAsAWhole() throws {
        try folder.write("[[service]]\nname = \"a\"\ntitle = \"A\"\n")
        try folder.write("[[service]]\nname = \"b\"\ntitle = \"B\"\n", to: "conf.d/b.toml")
        let loaded = try folder.load()
        #expect(loaded.services.map(\.name.text) == ["b"])
        // The packages that were not replaced include all services, whichever they are.
        #expect(loaded.catalogue.packages.allSatisfy { $0.services.map(\.text) == ["b"] })
    }

    @Test func problemsOfAllFilesAreReportedTogether() throws {
        try folder.write("[tickets]\nreopen_days = -1\n")
        try folder.write("x = \n", to: "conf.d/a.toml")
        try folder.write("[daemon]\nstate = 3\n", to: "conf.d/b.toml")
        let places = folder.problems().map { $0.prefix { $0 != " " } }
        #expect(places == ["supportd.toml:2:", "conf.d/a.toml:1:", "conf.d/b.toml:2:"])
    }

    @Test func whatNeedsARestartIsNamed() throws {
        let running = Configuration()
        try folder.write("[daemon]\nlog_level = \"error\"\n[journal]\nqueue_bytes = 3_000_000\n")
        #expect(try folder.load().tablesForRestart(since: running) == ["daemon", "journal"])
        try folder.write("[limits]\nline_seconds = 11\n")
        #expect(try folder.load().tablesForRestart(since: running) == ["limits"])
        try folder.write("[tickets]\nreopen_days = 1\n[agreement]\ncurrency = \"USD\"\n")
        #expect(try folder.load().tablesForRestart(since: running) == [])
    }

    /// A file that sets every key to another value than its default.
    private static let everyKey = """
        [daemon]
        state = "/s"
        socket = "/r"
        socket_mode = "600"
        worker = "/w"
        start_worker = false
        log_level = "debug"
        [limits]
        connections = 9
        connections_per_user = 8
        line_seconds = 7
        unread_bytes = 65536
        unread_seconds = 6
        [journal]
        segment_bytes = 1_048_577
        snapshot_records = 5
        queue_bytes = 2_097_153
        [access]
        key_file = "/k"
        [tickets]
        reopen_days = 4
        [monitoring]
        site_every = "2m"
        site_retry = "3s"
        site_timeout = "1500ms"
        resource_every = "1h30m"
        resource_retry = "1m30s"
        resource_timeout = "100ms"
        failures = 4
        successes = 1
        [agreement]
        currency = "PLN"
        on_demand_rate = "100.5"
        discount_months = 24
        discount_percent = 15
        emergency_beyond_limit = "extra"
        [[service]]
        name = "care"
        title = "Care"
        [[package]]
        name = "only"
        title = "The one"
        hours = 10
        monthly_fee = "1"
        extra_rate = "0.01"
        weekly_share_percent = 100
        services = ["care"]
        rounding_minutes = 15
        rounding = "nearest"
        [[package.target]]
        level = 3
        first_response = "2h"
        resolution = "8784h"

        """
        + [4, 2, 1, 3].map {
            """
            [[level]]
            level = \($0)
            title = "L\($0)"
            text = "T\($0)"
            examples = ["x", "y"]
            [[target]]
            level = \($0)
            first_response = "1m"
            resolution = "1h30m"

            """
        }.joined()

    /// What that file says, but for its services and packages.
    private static func everySetting() -> Configuration {
        var wanted = Configuration()
        wanted.daemon.state = "/s"
        wanted.daemon.socket = "/r"
        wanted.daemon.socketMode = 0o600
        wanted.daemon.worker = "/w"
        wanted.daemon.startWorker = false
        wanted.daemon.logLevel = .debug
        wanted.limits.connections = 9
        wanted.limits.connectionsPerUser = 8
        wanted.limits.lineSeconds = 7
        wanted.limits.unreadBytes = 65_536
        wanted.limits.unreadSeconds = 6
        wanted.journal.segmentBytes = 1_048_577
        wanted.journal.snapshotRecords = 5
        wanted.journal.queueBytes = 2_097_153
        wanted.access.keyFile = "/k"
        wanted.tickets.reopenDays = 4
        wanted.monitoring.site = MonitorTiming(
            intervalMilliseconds: 120_000, retryMilliseconds: 3000, timeoutMilliseconds: 1500,
            failuresToBelieve: 4, successesToBelieve: 1)
        wanted.monitoring.resource = MonitorTiming(
            intervalMilliseconds: 5_400_000, retryMilliseconds: 90_000, timeoutMilliseconds: 100,
            failuresToBelieve: 4, successesToBelieve: 1)
        wanted.agreement.currency = "PLN"
        wanted.agreement.onDemandRateMinorUnits = 10_050
        wanted.agreement.discountMonths = 24
        wanted.agreement.discountPercent = 15
        wanted.agreement.emergencyBeyondLimit = .extra
        return wanted
    }
}
