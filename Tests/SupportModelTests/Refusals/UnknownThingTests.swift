import SupportModel
import SupportTestKit
import Testing

/// Names that the desk does not know, names that are taken, and versions that are out of date.
struct UnknownThingTests {
    private func desk() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(
            AddMonitor(monitor: "shop", client: "acme", check: .memory(MemoryCheck())))
        try desk.book("1h")
        return desk
    }

    @Test func unknownNames() throws {
        let desk = try desk()
        let sign = SignContract(
            client: "acme", package: "starter", from: "2026-10-01", months: 1, manager: "nils")
        var package = sign
        package.package = "gold"
        var client = sign
        client.client = "nobody"
        let rows: [(any Command, Subject, String)] = [
            (ChangeClient(client: "nobody", name: "X", zone: nil, mails: nil), .client, "nobody"),
            (ArchiveClient(client: "nobody"), .client, "nobody"),
            (OpenTicket(client: "nobody", level: .regular, subject: "X"), .client, "nobody"),
            (client, .client, "nobody"), (package, .package, "gold"), (sign, .staff, "nils"),
            (AddClient(client: "b", name: "B", zone: "Mars/Olympus"), .zone, "Mars/Olympus"),
            (ChangeClient(client: "acme", name: nil, zone: "Mars/X", mails: nil), .zone, "Mars/X"),
            (ChangeStaff(staff: "nils", role: .viewer, user: nil, mail: nil), .staff, "nils"),
            (RemoveStaff(staff: "nils"), .staff, "nils"),
            (AssignTicket(ticket: 1, to: "nils"), .staff, "nils"),
            (AssignTicket(ticket: 9, to: nil), .ticket, "9"),
            (NoteTicket(ticket: 9, text: "X"), .ticket, "9"),
            (ChangeTicketLevel(ticket: 9, level: .regular), .ticket, "9"),
            (ResolveTicket(ticket: 9), .ticket, "9"), (CloseTicket(ticket: 9), .ticket, "9"),
            (ReopenTicket(ticket: 9, reason: "X"), .ticket, "9"),
            (PlanTicket(ticket: 9, estimate: "1h"), .ticket, "9"),
            (ApplySuggestion(contract: .number(9)), .contract, "9"),
            (AddTime(ticket: 9, worked: "1h"), .ticket, "9"),
            (AddTime(ticket: 1, worked: "1h", service: "tea"), .service, "tea"),
            (
                OpenTicket(client: "acme", level: .regular, subject: "X", service: "tea"), .service,
                "tea"
            ),
            (
                OpenTicket(client: "acme", level: .regular, subject: "X", contract: 9), .contract,
                "9"
            ),
            (VoidTime(entry: 9, reason: "X"), .entry, "9"),
            (
                AddMonitor(monitor: "m", client: "nobody", check: .memory(MemoryCheck())), .client,
                "nobody"
            ),
            (ChangeMonitor(monitor: "m", check: nil, timing: nil, level: .regular), .monitor, "m"),
            (PauseMonitor(monitor: "m"), .monitor, "m"),
            (ResumeMonitor(monitor: "m"), .monitor, "m"),
            (RemoveMonitor(monitor: "m"), .monitor, "m"),
        ]
        for (command, subject, name) in rows {
            #expect(refusal(command, on: desk) == .unknown(subject, name), "\(command)")
            #expect(
                refusal(command, on: desk, ifVersion: 1).map { $0 == .unknown(subject, name) }
                    ?? false || command.version(in: desk.state) != nil,
                "a version does not hide that it is not there: \(command)")
        }
    }

    @Test func namesThatAreTaken() throws {
        let desk = try desk()
        let memory = Check.memory(MemoryCheck())
        #expect(
            refusal(AddClient(client: "acme", name: "X"), on: desk) == .exists(.client, "acme"))
        #expect(
            refusal(AddStaff(staff: "emil", role: .viewer), on: desk) == .exists(.staff, "emil"))
        #expect(
            refusal(AddMonitor(monitor: "shop", client: "acme", check: memory), on: desk)
                == .exists(.monitor, "shop"))
        for command in [
            AddStaff(staff: "otto", role: .viewer, user: "mara") as any Command,
            ChangeStaff(staff: "emil", role: nil, user: "mara", mail: nil),
        ] {
            #expect(
                refusal(command, on: desk) == .inUse(.unixUser("mara"), by: .staff("mara")),
                "two people with one user: \(command)")
        }
        var same = desk
        try same.perform(ChangeStaff(staff: "mara", role: nil, user: "mara", mail: nil))
    }

    @Test func changesThatNameNothingOrDoNotFit() throws {
        let desk = try desk()
        let rows: [any Command] = [
            ChangeClient(client: "acme", name: nil, zone: nil, mails: nil),
            ChangeStaff(staff: "emil", role: nil, user: nil, mail: nil),
            ChangeMonitor(monitor: "shop", check: nil, timing: nil, level: nil),
            AssignTicket(ticket: 1, to: "vera"), PlanTicket(ticket: 1),
        ]
        for command in rows {
            guard case .invalid = refusal(command, on: desk) else {
                Issue.record("took \(command)")
                continue
            }
        }
        var paused = desk
        #expect(try paused.perform(ResumeMonitor(monitor: "shop")).isEmpty)
        try paused.perform(PauseMonitor(monitor: "shop"))
        #expect(try paused.perform(PauseMonitor(monitor: "shop", reason: "again")).isEmpty)
        #expect(
            refusal(PauseMonitor(monitor: "shop", reason: " "), on: paused)
                == .invalid(.reason, .text(.empty)))
        var busy = desk
        try busy.perform(AssignTicket(ticket: 1, to: "emil"))
        #expect(
            refusal(RemoveStaff(staff: "emil"), on: busy)
                == .inUse(.staff("emil"), by: .assignedTicket(1)))
    }

    @Test func versions() throws {
        let desk = try desk()
        let rows: [(any Command, UInt64?)] = [
            (ChangeClient(client: "acme", name: "X", zone: nil, mails: nil), 1),
            (ChangeStaff(staff: "emil", role: .viewer, user: nil, mail: nil), 3),
            (RemoveStaff(staff: "vera"), 4), (AssignTicket(ticket: 1, to: "emil"), 8),
            (NoteTicket(ticket: 1, text: "X"), 8), (ResolveTicket(ticket: 1), 8),
            (ChangeTicketLevel(ticket: 1, level: .emergency), 8),
            (PlanTicket(ticket: 1, estimate: "1h"), 8),
            (VoidTime(entry: 1, reason: "X"), 8), (PauseMonitor(monitor: "shop"), 7),
            (ChangeMonitor(monitor: "shop", check: nil, timing: nil, level: .regular), 7),
            (RemoveMonitor(monitor: "shop"), 7),
        ]
        for (command, version) in rows {
            #expect(command.version(in: desk.state) == version, "\(command)")
            let found = try #require(version)
            for wanted in [0, found - 1, found + 1, .max] {
                #expect(
                    refusal(command, on: desk, ifVersion: wanted)
                        == .versionConflict(wanted: wanted, found: found))
            }
            var changed = desk
            try changed.perform(command, ifVersion: found)
            #expect(changed.state.sequence == desk.state.sequence + 1)
        }
        guard
            case .invalid(.version, .noVersion) = refusal(
                OpenTicket(client: "acme", level: .regular, subject: "X"), on: desk, ifVersion: 1)
        else {
            Issue.record("a new thing has a version")
            return
        }
    }
}
