import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// Over random histories and random files: all or nothing, twice is once, and an import is the same
/// as its bookings one by one.
struct ImportProperties {
    @Test(arguments: Seeds.lanes)
    func allOrNothingAndTwiceIsOnce(lane: Int) throws {
        for seed in Seeds.lane(lane, share: 10) {
            var history = try RandomHistory(seed: seed)
            for _ in 0..<20 { try history.step() }
            for round in 0..<4 {
                let bookings = (0..<history.random.pick([1, 3, 8])).map { _ in history.booking() }
                let file = ImportTime(
                    rows: bookings.enumerated().map { Self.row("\(round)-\($0)", $0, $1) })
                try hold(file, bookings, on: &history, "seed \(seed), round \(round)")
                for _ in 0..<3 { try history.step() }
            }
        }
    }

    private func hold(
        _ file: ImportTime, _ bookings: [AddTime], on history: inout RandomHistory, _ place: String
    ) throws {
        let before = history.desk
        let single = try? before.preview(Batch(bookings))
        guard let after = try? before.preview(file) else {
            #expect(single == nil, "\(place): the rows one by one are not refused")
            // Without the rows that were refused the others go in.
            let refused = Self.linesRefused(file, on: before)
            let rest = ImportTime(rows: file.rows.filter { !refused.contains($0.line) })
            #expect((try? before.preview(rest)) != nil, "\(place): the rest does not go in")
            return
        }
        #expect(
            after.state.entries.count == before.state.entries.count + bookings.count, "\(place)")
        for (number, contract) in after.state.contracts {
            let other = single?.state.contracts[number]
            #expect(
                other.map { Coverage(of: $0) }
                    == Coverage(of: contract), "\(place)")
        }
        let again = try after.preview(file)
        #expect(again.image == after.image, "\(place): twice is not once")
        let restored = DeskFixture(at: after.now, state: State(StateImage(after.state)))
        #expect(restored.image == after.image, "\(place)")
    }

    @Test(
        "a decision that holds on a later state is the one that would be made there",
        arguments: Seeds.lanes)
    func rebased(lane: Int) throws {
        for seed in Seeds.lane(lane, share: 10) {
            var history = try RandomHistory(seed: seed)
            for round in 0..<8 {
                for _ in 0..<6 { try history.step() }
                let bookings = (0..<history.random.pick([1, 3, 8])).map { _ in history.booking() }
                try holdRebased(
                    bookings.enumerated().map { Self.row("\(round)-\($0)", $0, $1) }, on: &history,
                    "seed \(seed), round \(round)")
            }
        }
    }

    private func holdRebased(
        _ rows: [ImportRow], on history: inout RandomHistory, _ place: String
    ) throws {
        let refused = Self.linesRefused(ImportTime(rows: rows), on: history.desk)
        let file = ImportTime(rows: rows.filter { !refused.contains($0.line) })
        let base = history.desk
        guard let decision = try? file.decide(base.state, base.context()) else { return }
        for _ in 0..<history.random.pick([1, 2, 4]) { history.stepAtOnce() }
        let later = history.desk
        guard let moved = file.rebase(decision, from: base.state, onto: later.state) else { return }
        var context = later.context()
        context.catalogue = base.catalogue
        let anew = try file.decide(later.state, context)
        #expect(try moved.events.map(Self.text) == anew.events.map(Self.text), "\(place)")
        #expect(moved.made.added == anew.made.added, "\(place)")
        #expect(moved.made.onDemand == anew.made.onDemand, "\(place)")
        var (left, right) = (later, later)
        left.record(moved.events, by: DeskFixture.person)
        right.record(anew.events, by: DeskFixture.person)
        #expect(left.image == right.image, "\(place)")
        for (number, hours) in anew.made.hours {
            let contract = try #require(right.state.contracts[number])
            #expect(
                moved.made.hours[number]?.change(to: contract) == hours.change(to: contract),
                "\(place)")
            let (found, whole) = (moved.made.hours[number]?.coverage, Coverage(of: contract))
            #expect(found?.splits == whole.splits && found?.late == whole.late, "\(place)")
        }
    }

    private static func text(_ event: Event) throws -> String {
        String(decoding: try LineJSONEncoder.encode(event), as: UTF8.self)
    }

    private static func linesRefused(_ file: ImportTime, on desk: DeskFixture) -> [Int] {
        do throws(Refusal) {
            _ = try desk.preview(file)
            return []
        } catch {
            guard case .rowsRefused(let rows, _, _) = error else { return [] }
            return rows.map(\.line)
        }
    }

    private static func row(_ key: String, _ place: Int, _ booking: AddTime) -> ImportRow {
        var cells = [
            "key": key, "ticket": booking.ticket.description,
            "date": booking.date?.description ?? "", "minutes": booking.worked.description,
            "service": booking.service?.text ?? "", "extra": booking.extra ? "yes" : "no",
        ]
        cells["agreed_by"] = booking.agreement?.by.text
        cells["late"] = booking.late.map { _ in "yes" }
        cells["reason"] = booking.agreement?.reason ?? booking.late?.reason
        return ImportRow(line: place + 2, cells: cells)
    }
}
