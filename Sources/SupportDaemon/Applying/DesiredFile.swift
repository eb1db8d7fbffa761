import SupportModel
import SupportWire

/// Reads the file that says what should be on the desk: `[[staff]]`, `[[client]]`, `[[contract]]`.
enum DesiredFile {
    /// What the file says, or everything that is wrong with it at once.
    static func read(_ text: String, from file: String) throws(WireError) -> DesiredDesk {
        try expectText(text, file)
        var desired = DesiredDesk(file: file)
        var problems: [ConfigurationProblem]
        do {
            let reading = try TOMLDocument.read(text, from: file, manual: "supportc(1)") { root in
                desired.staff = things("staff", &root, \.name.text, DesiredStaff.init)
                desired.clients = things("client", &root, \.name.text, DesiredClient.init)
                // Which contract a table means only the desk knows, and so whether two mean one.
                desired.contracts = things("contract", &root, { _ in nil }, DesiredContract.init)
                refuseMonitors(&root)
            }
            problems = reading.problems
        } catch {
            problems = [error]
        }
        if problems.isEmpty, desired.isEmpty {
            problems.append(
                ConfigurationProblem(
                    file: file, problem: "the file describes nothing",
                    hint:
                        "write [[staff]], [[client]] or [[contract]] tables; supportc(1) shows one"
                ))
        }
        guard problems.isEmpty else { throw malformed(problems, file) }
        return desired
    }

    private static func things<Thing>(
        _ key: String, _ root: inout TableReader, _ name: (Thing) -> String?,
        _ read: (inout TableReader) -> Thing?
    ) -> [Thing] {
        let things = root.tables(key, most: Limits.desiredCountMax, read) ?? []
        root.noDuplicates(things.map { $0.flatMap(name) }, in: key)
        return things.compactMap(\.self)
    }

    private static func refuseMonitors(_ root: inout TableReader) {
        guard root.holds("monitor") else { return }
        _ = root.optional(
            "monitor",
            .refused(
                "this release does not take monitors from a file",
                "take it out and use supportc monitor add"))
    }

    /// Refuses a text that is too long, and one with the character U+0000.
    private static func expectText(_ text: String, _ file: String) throws(WireError) {
        guard (1...WireLimits.appliedNameBytesMax).contains(file.utf8.count) else {
            throw .badParameters(
                DeskApply.method.name,
                "file: a name has 1 to \(WireLimits.appliedNameBytesMax) bytes")
        }
        guard text.utf8.count <= WireLimits.appliedTextBytesMax else {
            throw .badParameters(
                DeskApply.method.name,
                "text: it is longer than \(WireLimits.appliedTextBytesMax) bytes")
        }
        guard let zero = text.utf8.firstIndex(of: 0) else { return }
        let line = text.utf8[..<zero].count { $0 == 10 } + 1
        throw malformed(
            [
                ConfigurationProblem(
                    file: file, line: line, problem: "it holds the character U+0000",
                    hint: "save it as text in UTF-8")
            ], file)
    }

    private static func malformed(
        _ problems: [ConfigurationProblem], _ file: String
    ) -> WireError {
        let listed = problems.sorted { $0.line ?? 1 < $1.line ?? 1 }.prefix(Limits.rowRefusalsMax)
        let rest = problems.count > listed.count ? "; the first \(listed.count) are told" : ""
        return WireError(
            .usage, "malformed-tables",
            "\(file) has \(problems.count) \(problems.count == 1 ? "mistake" : "mistakes"), "
                + "so nothing was changed\(rest)",
            hint: "mend the file and apply it again",
            figures: ["mistakes": "\(problems.count)"],
            errors: listed.map {
                RowError(
                    line: $0.line ?? 1, column: $0.key, error: "malformed-tables",
                    message: $0.problem, hint: $0.hint)
            })
    }
}

extension DesiredDesk {
    fileprivate var isEmpty: Bool { staff.isEmpty && clients.isEmpty && contracts.isEmpty }
}

extension DesiredStaff {
    /// A `[[staff]]` table; nil when it is wrong.
    init?(_ table: inout TableReader) {
        let name = table.required("name", .name(of: Staff.self))
        let role = table.required("role", .choice as Setting<Role>)
        let user = table.optional("user", .title)
        let mail = table.optional("mail", .text)
        guard let name, let role else { return nil }
        self.init(place: table.place, name: name, role: role, user: user, mail: mail)
    }
}

extension DesiredClient {
    /// A `[[client]]` table; nil when it is wrong.
    init?(_ table: inout TableReader) {
        let name = table.required("name", .name(of: Client.self))
        let title = table.required("title", .title)
        let zone = table.optional("zone", .zone)
        let mails = table.optional("mails", .texts)
        guard let name, let title else { return nil }
        self.init(place: table.place, name: name, title: title, zone: zone, mails: mails)
    }
}

extension DesiredContract {
    /// A `[[contract]]` table; nil when it is wrong.
    init?(_ table: inout TableReader) {
        let client = table.required("client", .name(of: Client.self))
        let project = table.optional("project", .title)
        let package = table.required("package", .name(of: PackageOffer.self))
        let from = table.optional("from", .date)
        let months = table.optional("months", .integer(1...Limits.termMonthsMax))
        let manager = table.required("manager", .name(of: Staff.self))
        let hours = table.optional("hours", .monthlyHours)
        let extra = table.optional("extra", .choice as Setting<ExtraPolicy>)
        let renewal = table.optional("renewal", .choice as Setting<RenewalPolicy>)
        guard let client, let package, let manager else { return nil }
        self.init(
            place: table.place, client: client, project: project, package: package, from: from,
            months: months, manager: manager, hours: hours, extra: extra, renewal: renewal)
    }
}
