/// A client as a file describes it.
package struct DesiredClient: Hashable, Sendable {
    /// The table of the file that describes it.
    package var place: TablePlace
    package var name: Name<Client>
    package var title: String
    /// The zone in which its contracts count days; nil: unchanged, UTC for a new client.
    package var zone: ZoneName?
    /// All the addresses that its mail comes from; nil: unchanged.
    package var mails: [String]?

    package init(
        place: TablePlace, name: Name<Client>, title: String, zone: ZoneName? = nil,
        mails: [String]? = nil
    ) {
        (self.place, self.name, self.title, self.zone) = (place, name, title, zone)
        self.mails = mails
    }
}

extension DesiredClient: DesiredThing {
    /// Refused for a client that is archived, as archiving cannot be undone.
    func command(on state: State, _ context: Context) throws(Refusal) -> (any Command)? {
        guard state.clients[name] != nil else {
            return AddClient(client: name, name: title, zone: zone, mails: mails)
        }
        let found = try state.currentClient(name)
        let change = ChangeClient(
            client: name, name: title.unless(found.title), zone: zone.unless(found.zone),
            mails: mails.unless(found.mails))
        let isSo = change.name == nil && change.zone == nil && change.mails == nil
        return isSo ? nil : change
    }

    func key(toBlame refusal: Refusal) -> String? {
        switch refusal {
        case .unknown(.zone, _): "zone"
        case .clientArchived: "name"
        default:
            switch refusal.field {
            case .clientName: "title"
            case .mail, .mails: "mails"
            default: nil
            }
        }
    }

    func change(from before: State, to after: State) -> AppliedChange {
        let (old, new) = (before.clients[name], after.clients[name])
        var change = AppliedChange(.client, name.text, isNew: old == nil)
        change.compare("title", old?.title, new?.title)
        change.compare("zone", old?.zone.text, new?.zone.text)
        change.compare("mails", old?.mailsText, new?.mailsText)
        return change
    }
}

extension Client {
    /// All its addresses in a line; nil where it has none.
    fileprivate var mailsText: String? {
        mails.isEmpty ? nil : mails.joined(separator: ", ")
    }
}

/// A member of staff as a file describes them.
package struct DesiredStaff: Hashable, Sendable {
    /// The table of the file that describes it.
    package var place: TablePlace
    package var name: Name<Staff>
    /// Their role.
    package var role: Role
    /// The Unix user that they connect as; nil: unchanged.
    package var user: String?
    /// Their mail address; nil: unchanged.
    package var mail: String?

    package init(
        place: TablePlace, name: Name<Staff>, role: Role, user: String? = nil, mail: String? = nil
    ) {
        (self.place, self.name, self.role, self.user, self.mail) = (place, name, role, user, mail)
    }
}

extension DesiredStaff: DesiredThing {
    func command(on state: State, _ context: Context) throws(Refusal) -> (any Command)? {
        guard let found = state.staff[name] else {
            return AddStaff(staff: name, role: role, user: user, mail: mail)
        }
        let change = ChangeStaff(
            staff: name, role: role.unless(found.role), user: user.unless(found.user),
            mail: mail.unless(found.mail))
        let isSo = change.role == nil && change.user == nil && change.mail == nil
        return isSo ? nil : change
    }

    func key(toBlame refusal: Refusal) -> String? {
        switch refusal.field {
        case .mail: "mail"
        case .unixUser: "user"
        case .role: "role"
        default: nil
        }
    }

    func change(from before: State, to after: State) -> AppliedChange {
        let (old, new) = (before.staff[name], after.staff[name])
        var change = AppliedChange(.staff, name.text, isNew: old == nil)
        change.compare("role", old?.role.rawValue, new?.role.rawValue)
        change.compare("user", old?.user, new?.user)
        change.compare("mail", old?.mail, new?.mail)
        return change
    }
}

extension Optional where Wrapped: Equatable {
    /// The wanted value; nil where the present one is equal.
    func unless(_ found: Wrapped?) -> Wrapped? { self == found ? nil : self }
}

extension Equatable {
    /// The wanted value; nil where the present one is equal.
    func unless(_ found: Self) -> Self? { self == found ? nil : self }
}
