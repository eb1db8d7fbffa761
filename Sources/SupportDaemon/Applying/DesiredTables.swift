import SupportModel

extension DesiredStaff {
    /// A `[[staff]]` table; nil when it is wrong.
    init?(_ table: inout TableReader) {
        let name = table.required("name", .name(of: Staff.self))
        let role = table.required("role", .choice as Setting<Role>)
        let user = table.optional("user", .title)
        let mail = table.optional("mail", .title)
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
