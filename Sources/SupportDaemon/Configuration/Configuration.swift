package import SupportModel

/// What the operator and the agency have set: one member a table of `supportd.toml`.
///
/// A fresh value holds the defaults, which are those that the shipped file shows.
package struct Configuration: Hashable, Sendable {
    /// `[daemon]`: where it lives and what it starts; a change waits for a restart.
    package var daemon = DaemonTable()
    /// `[limits]`: how much callers may take up; a change waits for a restart.
    package var limits = LimitsTable()
    /// `[journal]`: how changes are kept; a change waits for a restart.
    package var journal = JournalTable()
    /// `[clock]`: how far the wall clock may go ahead before its time is doubted.
    package var clock = ClockTable()
    /// `[access]`: where the key of the access data lies.
    package var access = CredentialTable()
    /// `[rights]` and `[roles]`: what each role may do, and which Unix groups have one.
    package var rights = DeskRights()
    /// `[tickets]`: how tickets are treated.
    package var tickets = TicketsTable()
    /// `[attachments]`: how much files that belong to tickets may take.
    package var attachments = AttachmentsTable()
    /// `[mail]`: what is done with mail; the users who deliver it are part of `rights`.
    package var mail = MailTable()
    /// `[queue]`: the working order.
    package var queue = QueueTable()
    /// `[deadlines]`: what is recorded of response targets.
    package var deadlines = DeadlinesTable()
    /// The hours in which business time runs; the one that names no packages counts for what no other
    /// names.
    package var calendars = ShippedCatalogue.calendars
    /// `[notices]`: how messages go out.
    package var notices = NoticesTable()
    /// `[smtp]`: how mail goes out.
    package var smtp = SMTPTable()
    /// What is told to whom.
    package var routes: [RouteTable] = []
    /// Texts in place of those that the desk brings.
    package var templates: [TemplateTable] = []
    /// `[monitoring]`: the default timing of monitors.
    package var monitoring = MonitoringTable()
    /// `[agreement]`: what new contracts are given.
    package var agreement = AgreementTable()
    /// What tickets and time entries name (R2); never empty.
    package var services: [Service]
    /// What is for sale (R1); never empty.
    package var packages: [PackageTable]
    /// The levels in words, Level 1 first (R3); always all four.
    package var levels: [LevelWords]
    /// The response targets where a package has none of its own, Level 1 first; always all four.
    package var targets: [ResponseTarget]

    /// The configuration of a desk without a file: every key has its default.
    package init() {
        services = ShippedCatalogue.services
        packages = ShippedCatalogue.packages
        levels = LevelWords.shipped
        targets = ShippedCatalogue.targets
        settleServices()
    }

    /// What the agency sells, as the rules want it.
    package var catalogue: Catalogue {
        Catalogue(
            packages: packages.map { $0.offer(in: agreement.currency) }, services: services,
            onDemandRate: Money(
                minorUnits: agreement.onDemandRateMinorUnits, currency: agreement.currency),
            discountMonthsMin: agreement.discountMonths,
            discountPercent: agreement.discountPercent,
            emergencyBeyondLimit: agreement.emergencyBeyondLimit, levels: levels,
            targets: targets)
    }

    /// The desk's other defaults, as the rules want them.
    package var policy: DeskPolicy {
        var policy = DeskPolicy(
            reopenDays: tickets.reopenDays, siteTiming: monitoring.site,
            resourceTiming: monitoring.resource, attachments: attachments.policy)
        policy.mail = mail.policy
        return policy
    }

    /// What deadlines and the working order are computed with.
    package func deadlineRules(_ zones: any CivilCalendar) -> DeadlineRules {
        DeadlineRules(
            calendars: calendars, targets: targets,
            warnPercent: deadlines.warnPercent == 0 ? nil : deadlines.warnPercent,
            levelFirst: queue.order == .levelFirst,
            ageingMilliseconds: queue.ageingDays == 0
                ? nil : Int64(queue.ageingDays) * Instant.millisecondsPerDay,
            zones: zones)
    }

    /// The tables that differ from those of a running daemon and only a restart takes up.
    ///
    /// Everything else holds from the reload on.
    package func tablesForRestart(since running: Configuration) -> [String] {
        var tables: [String] = []
        if daemon != running.daemon { tables.append("daemon") }
        if limits != running.limits { tables.append("limits") }
        if journal != running.journal { tables.append("journal") }
        return tables
    }

    /// A package that names no services includes all of them.
    mutating func settleServices() {
        for index in packages.indices where packages[index].services == nil {
            packages[index].services = services.map(\.name)
        }
    }
}

/// A configuration that is right, and where it came from.
package struct LoadedConfiguration: Hashable, Sendable {
    package let configuration: Configuration
    /// The files that were read, in the order in which they hold; empty for the defaults alone.
    package let files: [String]
}
