import SupportModel
import SupportTestKit
import Testing

/// Over random histories and random files: twice is once, the rehearsal is the real thing, and what
/// a file does not name stays.
struct ApplyProperties {
    @Test(arguments: Seeds.lanes)
    func twiceIsOnce(lane: Int) throws {
        var applied = 0
        for seed in Seeds.lane(lane, share: 10) {
            var history = try RandomHistory(seed: seed)
            for round in 0..<4 {
                for _ in 0..<10 { try history.step() }
                let desired = Self.file(&history)
                let before = history.desk
                guard let after = try? before.preview(ApplyDesired(desired)) else { continue }
                applied += 1
                let place = "seed \(seed), round \(round)"
                #expect(try after.preview(ApplyDesired(desired)).image == after.image, "\(place)")
                let listed = desired.changes(from: before.state, to: after.state)
                let decided = try before.state.decide(ApplyDesired(desired), in: before.context())
                // What the record itself does, before cycles close that have ended long ago.
                var plain = before.state
                plain.apply(
                    Record(
                        stamp: Stamp(
                            sequence: plain.sequence + 1, at: before.now, by: DeskFixture.person),
                        events: decided.events))
                #expect(
                    decided.made == desired.changes(from: before.state, to: plain), "\(place)")
                #expect(
                    decided.events.isEmpty == listed.allSatisfy { $0.outcome == .unchanged },
                    "\(place)")
                let named = Set(desired.contracts.map(\.client))
                for (number, old) in before.state.contracts where !named.contains(old.client) {
                    #expect(after.state.contracts[number] == old, "\(place)")
                }
                let later = desired.changes(from: after.state, to: after.state)
                #expect(later.allSatisfy { $0.outcome == .unchanged }, "\(place)")
            }
        }
        #expect(applied > 0)
    }

    /// A file that mostly asks for what could be.
    private static func file(_ history: inout RandomHistory) -> DesiredDesk {
        let names: [Name<Client>] = ["acme", "boot", "coat", "dots"]
        var contracts: [DesiredContract] = []
        for name in names where history.random.chance(60) {
            let found = history.desk.state.contractsInForce(of: name).first
            let isNew = found == nil || history.random.chance(15)
            let package = history.random.pick(
                ["starter", "standard", "flexible"] as [Name<PackageOffer>])
            contracts.append(
                contract(
                    name, package, project: isNew ? "p" : found?.project,
                    from: isNew ? "2019-06-01" : found?.start,
                    months: isNew ? 12 : nil, manager: "mara",
                    hours: package == "flexible"
                        ? history.random.pick(["10h", "30h", "60h30m"] as [Minutes]) : nil,
                    extra: history.random.chance(50)
                        ? history.random.pick(ExtraPolicy.allCases) : nil,
                    renewal: history.random.chance(30)
                        ? history.random.pick(RenewalPolicy.allCases) : nil))
        }
        return SupportModelTests.file(
            [staff("mara", .manager, mail: history.random.pick(["a@b.c", "d@e.f"]))],
            [client("dots", history.random.pick(["Dots", "Dots Ltd"]))], contracts)
    }
}
