import SupportModel

/// A configuration while its files are read one after another, with what is wrong so far.
struct ConfigurationDraft {
    private(set) var configuration = Configuration()
    var problems: [ConfigurationProblem] = []

    /// Where each key was last set, by its path.
    private var origins: [String: (file: String, line: Int)] = [:]
    /// The services that each package of a file names, also one that is wrong otherwise.
    private var namedServices: [[Name<Service>]] = []

    /// The defaults, before any file.
    init() {
        // Filled in at the end, from the services that are then known.
        for index in configuration.packages.indices {
            configuration.packages[index].services = nil
        }
    }

    /// Puts a file's settings over what is there.
    mutating func take(_ text: String, from file: String) {
        do throws(ConfigurationProblem) {
            let reading = try TOMLDocument.read(text, from: file, manual: "supportd.toml(5)") {
                readTables(&$0)
                readLists(&$0)
            }
            problems += reading.problems.sorted { $0.line ?? 0 < $1.line ?? 0 }
            origins.merge(reading.origins.mapValues { (file, $0) }) { $1 }
        } catch {
            problems.append(error)
        }
    }

    /// Checks what only the whole can show; pointless where a file could not be read at all.
    mutating func finish() {
        guard problems.allSatisfy({ $0.key != nil }) else { return }
        configuration.daemon.check(&self)
        configuration.limits.check(&self)
        configuration.monitoring.check(&self)
        configuration.attachments.check(&self)
        configuration.smtp.check(&self)
        checkServices()
        checkCalendars()
        checkRoutes()
        configuration.settleServices()
    }

    /// Notes a problem that several keys make together, at the first of them that a file sets;
    /// not where one of them is wrong by itself.
    mutating func report(_ keys: [String], _ problem: String, _ hint: String) {
        guard !problems.contains(where: { keys.contains($0.key ?? "") }) else { return }
        let key = keys.first { origins[$0] != nil } ?? keys.first
        let origin = key.flatMap { origins[$0] }
        problems.append(
            ConfigurationProblem(
                file: origin?.file ?? "the defaults", line: origin?.line, key: key,
                problem: problem, hint: hint))
    }

    private mutating func readTables(_ root: inout TableReader) {
        root.table("daemon") { configuration.daemon.read(&$0) }
        root.table("limits") { configuration.limits.read(&$0) }
        root.table("journal") { configuration.journal.read(&$0) }
        root.table("clock") { configuration.clock.read(&$0) }
        root.table("access") { configuration.access.read(&$0) }
        root.table("rights") { configuration.rights.readPermissions(&$0) }
        root.table("roles") { configuration.rights.readGroups(&$0) }
        root.table("tickets") { configuration.tickets.read(&$0) }
        root.table("attachments") { configuration.attachments.read(&$0) }
        root.table("mail") {
            configuration.rights.readDeliverers(&$0)
            configuration.mail.read(&$0)
        }
        root.table("queue") { configuration.queue.read(&$0) }
        root.table("deadlines") { configuration.deadlines.read(&$0) }
        root.table("notices") { configuration.notices.read(&$0) }
        root.table("smtp") { configuration.smtp.read(&$0) }
        root.table("monitoring") { configuration.monitoring.read(&$0) }
        root.table("agreement") { configuration.agreement.read(&$0) }
    }

    private mutating func readLists(_ root: inout TableReader) {
        if let services = root.tables("service", ServiceTable.read) {
            root.noDuplicates(services.map { $0?.name.text }, in: "service")
            configuration.services = services.compactMap(\.self)
        }
        if let packages = root.tables("package", PackageReading.init) {
            root.noDuplicates(packages.map { $0?.name?.text }, in: "package")
            configuration.packages = packages.compactMap { $0?.package }
            namedServices = packages.map { $0?.services ?? [] }
            origins = origins.filter { !$0.key.hasPrefix("package[") }
        }
        readLevels(&root)
        let most = ConfigurationLimits.calendarsMax
        if let calendars = root.tables("calendar", most: most, CalendarTable.read) {
            root.noDuplicates(calendars.map { $0?.name.text }, in: "calendar")
            configuration.calendars = calendars.compactMap(\.self)
        }
        readNotices(&root)
    }

    private mutating func readNotices(_ root: inout TableReader) {
        if let routes = root.tables("route", most: Limits.noticeRoutesMax, RouteTable.read) {
            root.noDuplicates(routes.map { $0?.name.text }, in: "route")
            configuration.routes = routes.compactMap(\.self)
        }
        if let templates = root.tables("template", TemplateTable.read) {
            configuration.templates = templates.compactMap(\.self)
        }
    }

    /// A route names a calendar that there is, and mail can be sent where one writes mail.
    private mutating func checkRoutes() {
        guard !problems.contains(where: { $0.key?.hasPrefix("route") ?? false }) else { return }
        let known = configuration.calendars.map(\.name)
        for (index, route) in configuration.routes.enumerated() {
            if let calendar = route.calendar, !known.contains(calendar) {
                report(
                    ["route[\(index)].calendar"], "there is no calendar \(calendar)",
                    "the calendars are \(known.map(\.text).joined(separator: ", "))")
            }
            if route.to != nil, !configuration.smtp.isUsable {
                report(
                    ["route[\(index)].to", "smtp.from", "smtp.host", "smtp.sendmail"],
                    "it writes mail, and no mail can be sent",
                    "give [smtp] `from`, and `host` or `sendmail`")
            }
        }
    }

    private mutating func readLevels(_ root: inout TableReader) {
        let most = Level.allCases.count
        if let levels = root.tables("level", most: most, LevelTable.read) {
            root.noLevelTwice(levels.map { $0?.level }, in: "level")
            root.everyLevel(levels.map { $0?.level }, in: "level")
            configuration.levels = levels.compactMap(\.self).sorted { $0.level < $1.level }
        }
        if let targets = root.tables("target", most: most, TargetTable.read) {
            root.noLevelTwice(targets.map { $0?.level }, in: "target")
            root.everyLevel(targets.map { $0?.level }, in: "target")
            configuration.targets = targets.compactMap(\.self).sorted { $0.level < $1.level }
        }
    }

    private mutating func checkCalendars() {
        checkPackagesOfCalendars()
        let zones = FoundationCalendar()
        for (index, calendar) in configuration.calendars.enumerated() {
            if let zone = calendar.zone, zones.zone(named: zone) == nil {
                report(
                    ["calendar[\(index)].zone"], "this host has no zone \(zone)",
                    "give a name of the IANA database, such as \"Europe/Berlin\"")
            }
        }
    }

    /// Every package has one calendar: its own, or the one that names none.
    private mutating func checkPackagesOfCalendars() {
        guard
            !problems.contains(where: {
                $0.key?.hasPrefix("calendar") ?? false || $0.key?.hasPrefix("package") ?? false
            })
        else { return }
        let defaults = configuration.calendars.filter { $0.packages.isEmpty }
        if defaults.count != 1 {
            report(
                ["calendar"],
                "\(defaults.count) calendars name no packages, and one counts for what no other names",
                "leave `packages` out of one calendar, and name them in all others")
        }
        let known = Set(configuration.packages.map(\.name))
        var named: Set<Name<PackageOffer>> = []
        for (index, calendar) in configuration.calendars.enumerated() {
            for package in calendar.packages.sorted() {
                let key = "calendar[\(index)].packages"
                if !known.contains(package) {
                    let names = known.sorted().map(\.text).joined(separator: ", ")
                    report([key], "there is no package \(package)", "the packages are \(names)")
                } else if !named.insert(package).inserted {
                    report(
                        [key], "another calendar names the package \(package)",
                        "name each package in one calendar")
                }
            }
        }
    }

    private mutating func checkServices() {
        guard !problems.contains(where: { $0.key?.hasPrefix("service") ?? false }) else { return }
        let known = Set(configuration.services.map(\.name))
        let names = configuration.services.map(\.name.text).joined(separator: ", ")
        for (index, services) in namedServices.enumerated() {
            for (place, service) in services.enumerated() where !known.contains(service) {
                report(
                    ["package[\(index)].services[\(place)]"],
                    "there is no service \(service)", "the services are \(names)")
            }
        }
    }
}
