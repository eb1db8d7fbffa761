import SupportModel
import SupportTestKit
import Testing

/// The working order: package before on demand (R4), then level, then age.
struct QueueTests {
    private func desk() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(ResolveTicket(ticket: 1))
        return desk
    }

    private func open(_ level: Level, onDemand: Bool = false) -> OpenTicket {
        OpenTicket(client: "acme", level: level, subject: "Work", onDemand: onDemand)
    }

    private func order(_ desk: DeskFixture) -> [Int] {
        desk.state.queue(at: desk.now).map(\.ticket.number.number)
    }

    @Test func packageThenLevelThenAge() throws {
        var desk = try desk()
        try desk.perform(open(.emergency, onDemand: true), at: "2026-10-05T10:00:00Z")
        try desk.perform(open(.regular), at: "2026-10-05T10:01:00Z")
        try desk.perform(open(.partialOutage), at: "2026-10-05T10:02:00Z")
        try desk.perform(open(.regular), at: "2026-10-05T10:03:00Z")
        try desk.perform(open(.regular, onDemand: true), at: "2026-10-05T10:04:00Z")
        try desk.perform(open(.emergency), at: "2026-10-05T10:05:00Z")
        #expect(order(desk) == [7, 4, 3, 5, 2, 6])
        #expect(desk.state.queue(at: desk.now).map(\.rank) == [1, 2, 3, 4, 5, 6])
    }

    @Test(
        "whatever changes, the order is that of sorting all live tickets, and the counts are theirs"
    )
    func theOrderIsKept() throws {
        for seed in 1...8 as ClosedRange<UInt64> {
            var random = SeededRandom(seed: seed)
            var desk = try desk()
            // More than a run holds, so that runs are cut and emptied.
            for number in 2...700 {
                let level = random.pick(Level.allCases)
                try desk.perform(open(level, onDemand: random.chance(30)))
                if random.chance(40) {
                    let old = try #require(
                        Identifier<Ticket>(Int.random(in: 2...number, using: &random)))
                    try change(old, in: &desk, &random)
                }
            }
            expectSorted(desk, "seed \(seed)")
            for number in 2...690 {
                let old = try #require(Identifier<Ticket>(number))
                _ = try? desk.perform(ResolveTicket(ticket: old))
            }
            expectSorted(desk, "seed \(seed), when most were done")
        }
    }

    private func change(
        _ ticket: Identifier<Ticket>, in desk: inout DeskFixture, _ random: inout SeededRandom
    ) throws {
        let isLive = desk.state.tickets[ticket]?.state.isLive ?? false
        if !isLive {
            try desk.perform(ReopenTicket(ticket: ticket, reason: "again"))
        } else if random.chance(50) {
            try desk.perform(ResolveTicket(ticket: ticket))
        } else {
            let level = random.pick(Level.allCases)
            _ = try? desk.perform(ChangeTicketLevel(ticket: ticket, level: level, reason: "so"))
        }
    }

    private func expectSorted(_ desk: DeskFixture, _ when: Comment) {
        let live = desk.state.tickets.values.filter(\.state.isLive)
        let sorted = live.sorted { left, right in
            let (leftOnDemand, rightOnDemand) = (left.contract == nil, right.contract == nil)
            if leftOnDemand != rightOnDemand { return rightOnDemand }
            if left.level != right.level { return left.level < right.level }
            if left.openedAt != right.openedAt { return left.openedAt < right.openedAt }
            return left.number < right.number
        }
        #expect(order(desk) == sorted.map(\.number.number), when)
        for level in Level.allCases {
            let count = live.count { $0.level == level }
            #expect(desk.state.liveCount(of: level) == count, when)
        }
        let few = desk.state.queue(at: desk.now, countMax: 3).map(\.ticket.number)
        #expect(few == Array(sorted.prefix(3).map(\.number)), when)
    }

    @Test func theRankSaysItsReason() throws {
        var desk = try desk()
        try desk.perform(open(.emergency, onDemand: true))
        try desk.perform(open(.partialOutage))
        #expect(
            desk.state.queue(at: "2026-10-05T12:30:59Z").map(\.reason) == [
                "package, level 2, waiting 3 h", "on demand, level 1, waiting 3 h",
            ])
        #expect(
            desk.state.queue(at: "2026-10-05T08:00:00Z").map(\.reason).first
                == "package, level 2, waiting 0 s", "a clock that was set back")
    }

    @Test func ofTheSameAgeTheLowerNumberIsFirst() throws {
        var desk = try desk()
        for _ in 0..<12 { try desk.perform(open(.regular)) }
        #expect(order(desk) == Array(2...13))
    }

    @Test func onlyLiveTicketsQueueAndAChangeOfLevelMovesThem() throws {
        var desk = try desk()
        for _ in 0..<4 { try desk.perform(open(.regular)) }
        try desk.perform(ResolveTicket(ticket: 3))
        try desk.perform(ChangeTicketLevel(ticket: 5, level: .emergency, reason: "orders fail"))
        #expect(order(desk) == [5, 2, 4])
        try desk.perform(ReopenTicket(ticket: 3, reason: "it came back"))
        #expect(order(desk) == [5, 2, 3, 4])
    }

    @Test("of the tickets that are asked for each keeps its rank among all")
    func thoseThatMatch() throws {
        var desk = try desk()
        for level in [Level.regular, .emergency, .regular, .partialOutage] {
            try desk.perform(open(level))
        }
        let regular = desk.state.queue(at: desk.now, QueueFilter(level: .regular))
        #expect(regular.map(\.ticket.number) == [2, 4])
        #expect(regular.map(\.rank) == [3, 4])
        let first = desk.state.queue(
            at: desk.now, countMax: 1, QueueFilter(level: .regular))
        #expect(first.map(\.rank) == [3])
    }
}
