import SupportDaemon
import SupportModel
import SupportTestKit
import SupportWire
import Testing

/// Who may call which method: every method, every role, however somebody comes by the role.
struct RoleTableTests {
    /// How somebody comes by a role.
    enum Way: CaseIterable {
        /// A member of staff has their Unix user.
        case staff
        /// A member of staff has their user's number.
        case number
        /// The group of the process has the role.
        case group
        /// A supplementary group has it.
        case supplementary
    }

    /// What each method takes, written down once more, by noun.
    private static let permissions: [Permission?: Set<String>] = [
        nil: ["rights.whoami"],
        .read: [
            "client.show", "client.list", "staff.list", "package.list", "package.show",
            "service.list", "service.show", "level.list", "level.show", "contract.list",
            "contract.show", "hours.show", "hours.forecast", "time.list", "time.explain",
            "time.export", "ticket.list", "ticket.show", "attachment.get", "ticket.explain",
            "ticket.export",
            "queue.list", "plan.show",
            "plan.suggest", "monitor.list", "monitor.show", "desk.status", "clock.show", "log.list",
            "events.watch", "rights.list", "notice.list", "notice.show",
            "report.desk", "report.hours",
        ],
        .seeMoney: ["statement.show", "statement.month"],
        .work: [
            "client.note", "ticket.open", "ticket.assign", "ticket.note", "ticket.level",
            "ticket.wait-client", "ticket.resume", "ticket.take",
            "ticket.link", "ticket.merge", "ticket.split",
            "ticket.resolve", "ticket.close", "ticket.reopen", "ticket.attach", "ticket.detach",
            "time.add", "time.void", "time.edit",
            "time.start", "time.stop",
            "ticket.reply", "notice.retry", "notice.discard",
            "mail.list", "mail.show", "mail.file", "mail.discard",
        ],
        .deliver: ["mail.receive", "attachment.put"],
        .monitor: [
            "monitor.add", "monitor.set", "monitor.remove", "monitor.pause", "monitor.resume",
            "monitor.check",
        ],
        .access: [
            "access.set", "access.list", "access.reveal", "access.remove", "access.try",
        ],
        .bookForOthers: ["time.import"],
        .manage: [
            "client.add", "client.set", "client.archive", "client.restore", "contract.sign",
            "contract.change", "contract.suspend", "contract.resume", "contract.renew",
            "contract.terminate", "contract.keep", "plan.set", "plan.apply", "ticket.import",
        ],
        .agree: ["contract.group", "contract.ungroup"],
        .operate: [
            "staff.add", "staff.set", "staff.remove", "desk.apply", "desk.verify", "desk.snapshot",
            "desk.backup", "desk.piece", "desk.examine",
            "access.verify", "access.reseal", "clock.confirm", "clock.advance",
            "notice.test",
        ],
    ]

    private static let table: [Role: Set<Permission>] = [
        .viewer: [.read], .engineer: [.read, .work, .deliver, .monitor, .access],
        .manager: [
            .read, .seeMoney, .work, .deliver, .monitor, .access, .bookForOthers, .manage, .agree,
        ],
        .operator: [.read, .monitor, .operate],
    ]

    @Test func everyMethodIsInTheTableOnce() async throws {
        let desk = try LedgerUnderTest()
        let listed = Self.permissions.values.flatMap(\.self)
        #expect(Set(listed).count == listed.count)
        let known = try await desk.ask("rights.list").result?.at("methods")?.members
            .flatMap { $0.value.elements.compactMap(\.string) }
        #expect(Set(known ?? []).union(["rights.whoami"]) == Set(listed))
    }

    @Test(arguments: Role.allCases, Way.allCases)
    func aRoleOpensItsMethodsAndNoOthers(role: Role, way: Way) async throws {
        let (desk, caller) = try await Self.desk(role, way)
        for (permission, methods) in Self.permissions {
            let isPermitted = permission.map { Self.table[role]?.contains($0) ?? false } ?? true
            for method in methods {
                // Without its parameters no method does anything.
                let answer = try await desk.ask(method, #"{"no":1}"#, by: caller)
                #expect(
                    (answer.error?.data.error == "not-permitted") == !isPermitted,
                    "\(method) as \(role) by \(way): \(answer.error?.message ?? "done")")
            }
        }
    }

    @Test(arguments: [UInt32(0), 1000])
    func rootAndTheDaemonsUserMayDoEverything(uid: UInt32) async throws {
        let desk = try LedgerUnderTest()
        let caller = Caller(uid: uid, name: "u", owner: 1000)
        for method in Self.permissions.values.flatMap(\.self) {
            let answer = try await desk.ask(method, #"{"no":1}"#, by: caller)
            #expect(answer.error?.data.error != "not-permitted", "\(method)")
        }
    }

    @Test func aStrangerMayOnlyAskWhoTheyAre() async throws {
        let (desk, _) = try await Self.desk(.operator, .staff)
        let strangers = [
            LedgerUnderTest.stranger,
            // Neither the name of a number nor that of a group makes anybody more.
            Caller(uid: 2000, name: "1001", groups: [28, 9], owner: 1000),
            Caller(uid: 2000, name: "adm", owner: 1000),
        ]
        for caller in strangers {
            for method in Self.permissions.values.flatMap(\.self) where method != "rights.whoami" {
                let error = try await desk.ask(method, #"{"no":1}"#, by: caller).error
                #expect(error?.data.error == "not-permitted", "\(method)")
                #expect(error?.code == .notPermitted)
                #expect(error?.message.contains("is not of the staff") == true)
                #expect(error?.data.hint?.contains("olena") == false, "a stranger learns no names")
            }
            let who = try await desk.ask("rights.whoami", by: caller)
            #expect(who.text.contains(#""roles":[],"permissions":[]"#))
        }
    }

    @Test(arguments: Role.allCases.map(Optional.some) + [nil])
    func theSocketThatOnlyReadsOpensNoMore(role: Role?) async throws {
        let desk = try LedgerUnderTest()
        if let role {
            _ = try await desk.ask(
                "staff.add", #"{"staff":"olena","role":"\#(role.rawValue)","user":"1001"}"#)
        }
        // Root, where it is nobody of the staff.
        let caller = Caller(uid: role == nil ? 0 : 1001, name: "u", owner: 1000, onlyReads: true)
        for (permission, methods) in Self.permissions {
            let isReading = permission.map { [.read, .seeMoney].contains($0) } ?? true
            let isPermitted = permission.map {
                role.flatMap { Self.table[$0] }?.contains($0) ?? true
            }
            let expected =
                !isReading ? "socket-only-reads" : isPermitted == false ? "not-permitted" : nil
            for method in methods {
                let error = try await desk.ask(method, #"{"no":1}"#, by: caller).error
                let refusal = error?.code == .notPermitted ? error?.data.error : nil
                #expect(refusal == expected, "\(method) as \(role?.rawValue ?? "root")")
            }
        }
        #expect(desk.log.submitted.count == (role == nil ? 0 : 1))
        let who = try await desk.ask("rights.whoami", by: caller).result
        #expect(who?.at("only_reads")?.bool == true)
        let seen = Self.permissions.keys.compactMap(\.self).filter {
            [.read, .seeMoney].contains($0) && role.flatMap { Self.table[$0] }?.contains($0) ?? true
        }
        #expect(
            Set(who?.at("permissions")?.elements.compactMap(\.string) ?? [])
                == Set(seen.map(\.rawValue)))
    }

    @Test func aRefusalNamesTheRoleAndWhoHasIt() async throws {
        let (desk, caller) = try await Self.desk(.engineer, .staff)
        let nobody = try await desk.ask("statement.show", by: caller).error
        #expect(
            nobody?.message
                == "olena (engineer) may not call statement.show; a manager may")
        #expect(
            nobody?.data.hint
                == "nobody of the staff is one: supportc staff add NAME --role manager --user USER, "
                + "or root")
        await desk.ledger.take(Self.settings(groups: [.manager: ["board"]]))
        let group = try await desk.ask("statement.show", by: caller).error
        #expect(group?.data.hint == "ask a member of the group board")
        _ = try await desk.ask("staff.add", #"{"staff":"petro","role":"manager"}"#)
        let somebody = try await desk.ask("statement.show", by: caller).error
        #expect(somebody?.data.hint == "ask petro")
        #expect(somebody?.data.figures == ["permission": "see-money", "roles": "manager"])
    }

    @Test func rightsFollowTheStaffAndTheConfigurationAtOnce() async throws {
        let (desk, caller) = try await Self.desk(.manager, .staff)
        #expect(try await desk.ask("statement.show", by: caller).error?.code != .notPermitted)
        _ = try await desk.ask("staff.set", #"{"staff":"olena","role":"viewer"}"#)
        #expect(try await desk.ask("statement.show", by: caller).error?.code == .notPermitted)
        _ = try await desk.ask("staff.remove", #"{"staff":"olena"}"#)
        #expect(try await desk.ask("ticket.list", by: caller).error?.code == .notPermitted)
        await desk.ledger.take(Self.settings(groups: [.viewer: ["wheel"]]))
        let member = Caller(uid: 1001, name: "olena", groups: [10], owner: 1000)
        #expect(try await desk.ask("ticket.list", by: member).error?.code == .notPermitted)
        await desk.ledger.take(groupNumbers: ["wheel": 10])
        #expect(try await desk.ask("ticket.list", by: member).error == nil)
    }

    @Test func whoLosesTheRightWhileARequestWaitsIsRefused() async throws {
        let waiting = [
            ("log.list", "{}"),
            ("client.list", "{}"), ("time.import", #"{"rows":[]}"#),
        ]
        for (method, params) in waiting {
            let (desk, caller) = try await Self.desk(.manager, .staff)
            let outcome = try await desk.outcome(method, params, by: caller)
            _ = try await desk.ask("staff.remove", #"{"staff":"olena"}"#)
            let before = desk.log.submitted.count
            let answer = try await desk.finish(outcome)
            #expect(answer.error?.data.error == "not-permitted", "\(method)")
            #expect(desk.log.submitted.count == before, "\(method)")
        }
    }

    @Test func whatAUserMayDoIsAskedForTheUserAndItsGroups() async throws {
        let (desk, _) = try await Self.desk(.engineer, .staff)
        await desk.ledger.take(
            Self.settings(groups: [.operator: ["adm", "sudo"], .viewer: ["web"]]))
        await desk.ledger.take(groupNumbers: ["adm": 4, "sudo": 27, "web": 33])
        let asked: [(params: String, expected: String)] = [
            (#"{"user":"olena","uid":1001,"groups":[1001,27]}"#, "olena: engineer operator"),
            (#"{"user":"olena"}"#, "olena: engineer"),
            (#"{"user":"www","uid":33,"groups":[33]}"#, "nobody: viewer"),
            (#"{"user":"nobody","uid":65534}"#, "nobody: "),
        ]
        for (params, expected) in asked {
            let person = try await desk.ask("rights.list", params).result?.at("person")
            let roles = (person?.at("roles")?.array ?? []).compactMap(\.string)
            let staff = person?.at("staff")?.string ?? "nobody"
            #expect("\(staff): \(roles.joined(separator: " "))" == expected)
        }
        let both = try await desk.ask("rights.list", asked[0].params).result?.at("roles")
        #expect(both?.at(1, "staff", 0)?.string == "olena")
        #expect(both?.at(3, "groups")?.array.map(\.string) == ["sudo"])
        #expect(both?.at(0, "groups")?.array.isEmpty == true, "only what they have")
        let root = try await desk.ask("rights.list", #"{"user":"root","uid":0}"#).result
        #expect(root?.at("person", "owner")?.bool == true)
        #expect(root?.at("person", "permissions")?.array.count == Permission.allCases.count)
        // Of nobody in particular: all who have a role.
        let all = try await desk.ask("rights.list").result
        #expect(all?.at("person") == nil)
        #expect(all?.at("roles", 3, "groups")?.array.count == 2)
        let lone = try await desk.ask("rights.list", #"{"uid":0}"#).error
        #expect(lone?.data.error == "bad-parameters")
    }

    @Test func rolesAddUp() async throws {
        let (desk, _) = try await Self.desk(.engineer, .staff)
        let caller = Caller(uid: 1001, name: "olena", groups: [4], owner: 1000)
        await desk.ledger.take(Self.settings(groups: [.operator: ["adm"]]))
        await desk.ledger.take(groupNumbers: ["adm": 4])
        let who = try await desk.ask("rights.whoami", by: caller).result
        #expect(who?.at("roles")?.elements.compactMap(\.string) == ["engineer", "operator"])
        #expect(try await desk.ask("desk.snapshot", by: caller).error?.code != .notPermitted)
        #expect(try await desk.ask("statement.show", by: caller).error?.code == .notPermitted)
    }

    /// A desk on which somebody has a role by one way only.
    private static func desk(_ role: Role, _ way: Way) async throws -> (LedgerUnderTest, Caller) {
        let desk = try LedgerUnderTest()
        let user = way == .number ? "1001" : "olena"
        if way == .staff || way == .number {
            _ = try await desk.ask(
                "staff.add", #"{"staff":"olena","role":"\#(role.rawValue)","user":"\#(user)"}"#)
        } else {
            await desk.ledger.take(settings(groups: [role: ["desk-\(role.rawValue)"]]))
            await desk.ledger.take(groupNumbers: ["desk-\(role.rawValue)": 77, "other": 78])
        }
        let groups: [UInt32] =
            switch way {
            case .staff, .number: [78]
            case .group: [77, 78]
            case .supplementary: [78, 5, 77]
            }
        let name = way == .staff ? "olena" : "somebody"
        return (desk, Caller(uid: 1001, name: name, groups: groups, owner: 1000))
    }

    private static func settings(groups: [Role: [String]]) -> DeskSettings {
        let configuration = Configuration()
        var rights = DeskRights()
        rights.groups = groups
        return DeskSettings(
            catalogue: configuration.catalogue, policy: configuration.policy,
            calendar: FoundationCalendar(), rights: rights,
            accessKey: CredentialKeyFile(named: "/nonexistent/access.key"))
    }
}
