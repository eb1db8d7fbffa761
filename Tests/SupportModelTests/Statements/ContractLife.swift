import SupportModel
import SupportTestKit

/// The life of one contract by chance: bookings, late entries and voids, groups, upgrades and
/// downgrades, rests and renewals, over many cycles. The same seed gives the same life.
struct ContractLife {
    private(set) var desk: DeskFixture
    private var random: SeededRandom
    /// How many commands were done, by what they are called.
    private(set) var done: [String: Int] = [:]

    init(seed: UInt64) throws(Refusal) {
        random = SeededRandom(seed: seed)
        desk = DeskFixture(at: "2026-01-20T12:00:00Z")
        desk.catalogue = .priced
        try desk.perform(AddClient(client: "acme", name: "Acme", zone: "Europe/Berlin"))
        try desk.perform(AddStaff(staff: "mara", role: .manager))
        try desk.perform(
            SignContract(
                client: "acme", package: "starter",
                from: random.pick(["2026-01-01", "2026-01-15", "2025-12-31"]),
                months: random.pick([2, 3, 12]), manager: "mara"))
        for level in Level.allCases {
            try desk.perform(OpenTicket(client: "acme", level: level, subject: "Level \(level)"))
        }
        if random.chance(70) {
            try desk.perform(ChangeContract(contract: .number(1), renewal: .auto))
        }
    }

    /// Lets one thing happen, or be refused.
    mutating func step() throws(Refusal) {
        if random.chance(70) {
            let hours = Int64.random(in: random.chance(10) ? 400...1600 : 6...90, using: &random)
            try desk.advance(to: desk.now.advanced(byMilliseconds: hours * 3_600_000))
        }
        let act = Int.random(in: 0..<20, using: &random)
        do throws(Refusal) {
            let name = try attempt(act)
            done[name, default: 0] += 1
        } catch {
            // A refusal is as good a step as any.
        }
    }

    private mutating func attempt(_ act: Int) throws(Refusal) -> String {
        switch act {
        case 0..<9: return try book(late: false)
        case 9..<12: return try book(late: true)
        case 12: return try void(late: false)
        case 13, 14: return try void(late: true)
        case 15, 16: return try group()
        case 17: return try change()
        case 18: return try rest()
        default:
            try desk.perform(RenewContract(contract: .number(1), months: 2))
            return "renewed"
        }
    }

    private mutating func book(late: Bool) throws(Refusal) -> String {
        let today = CivilDate(daysSinceEpoch: Int(desk.now.millisecondsSinceEpoch / 86_400_000))
        let back =
            late ? Int.random(in: 20...70, using: &random) : Int.random(in: 0...6, using: &random)
        try desk.perform(
            AddTime(
                ticket: Identifier(after: Int.random(in: 0...3, using: &random)),
                worked: Minutes(Int.random(in: 1...1500, using: &random)),
                date: today.advanced(byDays: -back),
                service: random.pick(["design", "training", "troubleshooting"]),
                extra: random.chance(50),
                agreement: random.chance(30) ? Agreement(by: "mara", reason: "by chance") : nil,
                late: late ? LateMark(reason: "by chance") : nil))
        return late ? "late" : "booked"
    }

    private mutating func void(late: Bool) throws(Refusal) -> String {
        let entry = Int.random(in: 0...max(0, desk.state.entries.count - 1), using: &random)
        try desk.perform(
            VoidTime(entry: Identifier(after: entry), reason: "by chance", late: late))
        return late ? "voided late" : "voided"
    }

    private mutating func group() throws(Refusal) -> String {
        if random.chance(20) {
            try desk.perform(UngroupHours(contract: .number(1)))
            return "ungrouped"
        }
        let next = desk.closed().count
        try desk.perform(
            GroupHours(
                contract: .number(1), cycles: [next, next + 1],
                agreement: Agreement(by: "mara", reason: "by chance"),
                weeklyLimit: random.chance(50) ? "35h" : nil))
        return "grouped"
    }

    private mutating func change() throws(Refusal) -> String {
        let name: Name<PackageOffer> = random.pick(["starter", "standard", "flexible"])
        let hours =
            name.text == "flexible" ? Minutes(Int.random(in: 600...7200, using: &random)) : nil
        try desk.perform(ChangeContract(contract: .number(1), package: name, hours: hours))
        return "changed"
    }

    private mutating func rest() throws(Refusal) -> String {
        let today = CivilDate(daysSinceEpoch: Int(desk.now.millisecondsSinceEpoch / 86_400_000))
        try desk.perform(
            SuspendContract(
                contract: .number(1), from: today.advanced(byDays: 1),
                until: today.advanced(byDays: Int.random(in: 2...40, using: &random)),
                reason: "by chance"))
        return "suspended"
    }
}
