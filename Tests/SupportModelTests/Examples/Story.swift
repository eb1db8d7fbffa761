import SupportModel
import SupportTestKit

/// Plays worked examples on a desk: every step is a command of the desk, in words.
struct Story {
    private(set) var desk: DeskFixture

    init() throws {
        desk = try DeskFixture.staffed(at: "2026-09-01T09:00:00Z")
        desk.catalogue.packages += Self.rounded(desk.catalogue)
    }

    /// Does a step; throws the refusal of a command that is refused.
    mutating func play(_ line: String) throws(Refusal) {
        let step = StoryStep(line)
        if let at = step.at { try desk.advance(to: at) }
        guard !step.verb.isEmpty else { return }
        if try !playContract(step), try !playWork(step) {
            preconditionFailure("no such step: \(line)")
        }
    }

    /// `quarter`: Starter whose entries are rounded up to quarters of an hour.
    private static func rounded(_ catalogue: Catalogue) -> [PackageOffer] {
        catalogue.packages.filter { $0.name == "starter" }.map {
            var offer = $0
            offer.name = "quarter"
            offer.rounding = Rounding(stepMinutes: 15, mode: .up)
            return offer
        }
    }

    private mutating func playContract(_ step: StoryStep) throws(Refusal) -> Bool {
        let one = ContractReference.number(Identifier(step.number("contract") ?? 1) ?? 1)
        let by: Name<Staff> = step.name("by") ?? "mara"
        let agreed = Agreement(by: by, reason: "the relaunch")
        switch step.verb {
        case "sign": try desk.perform(signing(step))
        case "change":
            try desk.perform(
                ChangeContract(
                    contract: one, package: Name(step.object), hours: step.hours("hours"),
                    extra: step.value("extra").flatMap { ExtraPolicy(rawValue: $0) },
                    renewal: step.value("renewal").flatMap { RenewalPolicy(rawValue: $0) }))
        case "group":
            let cycles = step.object.split(separator: ",").compactMap { Int($0) }.map { $0 - 1 }
            try desk.perform(
                GroupHours(
                    contract: one, cycles: cycles, agreement: agreed,
                    weeklyLimit: step.minutes("limit")))
        case "ungroup": try desk.perform(UngroupHours(contract: one))
        case "suspend":
            try desk.perform(
                SuspendContract(
                    contract: one, from: CivilDate(step.object), until: step.date("until"),
                    reason: "the shop is rebuilt"))
        case "resume": try desk.perform(ResumeContract(contract: one, on: CivilDate(step.object)))
        case "terminate":
            try desk.perform(
                TerminateContract(
                    contract: one, lastDay: CivilDate(step.object), reason: "the shop closes"))
        case "renew":
            try desk.perform(RenewContract(contract: one, months: Int(step.object)))
        default: return false
        }
        return true
    }

    private func signing(_ step: StoryStep) -> SignContract {
        SignContract(
            client: "acme", package: Name(step.object) ?? "starter",
            from: step.date("from") ?? "2026-10-01", months: step.number("months") ?? 12,
            manager: step.name("manager") ?? "mara", project: step.value("project"),
            hours: step.hours("hours"),
            extra: step.value("extra").flatMap { ExtraPolicy(rawValue: $0) } ?? .allow,
            renewal: step.value("renewal").flatMap { RenewalPolicy(rawValue: $0) })
    }

    private mutating func playWork(_ step: StoryStep) throws(Refusal) -> Bool {
        switch step.verb {
        case "ticket":
            let level = Int(step.object).flatMap { Level(rawValue: $0) } ?? .regular
            try desk.perform(
                OpenTicket(
                    client: "acme", level: level,
                    subject: "Ticket \(desk.state.tickets.count + 1)",
                    service: step.name("service"),
                    contract: step.number("contract").flatMap { Identifier($0) },
                    onDemand: step.has("on-demand")))
        case "book":
            let agreement = (step.name("agreed") as Name<Staff>?).map {
                Agreement(by: $0, reason: "the launch is on Friday")
            }
            try desk.perform(
                AddTime(
                    ticket: Identifier(step.number("ticket") ?? 1) ?? 1,
                    worked: Minutes(text: step.object) ?? .zero, date: step.date("for"),
                    service: step.name("service"), extra: step.has("extra"), agreement: agreement,
                    late: step.has("late") ? LateMark(reason: "found in the notes") : nil,
                    // One line may fill a month; `typed` is as somebody types it, without --long.
                    long: !step.has("typed")))
        case "void":
            try desk.perform(
                VoidTime(
                    entry: Identifier(Int(step.object) ?? 0) ?? 1,
                    reason: step.has("without-reason") ? " " : "booked twice",
                    late: step.has("late")))
        case "plan":
            try desk.perform(
                PlanTicket(
                    ticket: Identifier(Int(step.object) ?? 0) ?? 1,
                    estimate: step.minutes("estimate"),
                    week: step.date("week").map { Week(containing: $0) }))
        case "notify": try desk.perform(NotifyHours(contract: 1), by: .desk)
        case "hand-over":
            try desk.perform(
                SetCredential(
                    place: try accessPlace(step), sealed: SealedSecret(box: "AAAA", key: "0011")))
        case "reveal": try desk.perform(RevealCredential(try accessPlace(step), reason: "work"))
        default: return false
        }
        return true
    }

    private func accessPlace(_ step: StoryStep) throws(Refusal) -> CredentialPlace {
        CredentialPlace(client: "acme", kind: CredentialKind(rawValue: step.object) ?? .admin)
    }
}
