import SupportDaemon
import SupportWire
import Testing

/// Whose turn it is: users in order, one long answer of each at a time.
struct FairTurnsTests {
    @Test("everybody gets a turn in order, however much one has waiting, and each in own order")
    func turns() {
        var turns = FairTurns<String, Int>()
        for number in 1...100 { turns.add(number, of: "greedy") }
        turns.add(1, of: "anna")
        turns.add(1, of: "ben")
        turns.add(2, of: "anna")
        #expect(turns.count == 3)
        var served: [Int] = []
        for _ in 1...6 { if let next = turns.next() { served.append(next) } }
        #expect(served == [1, 1, 1, 2, 2, 3], "greedy, anna, ben, greedy, anna, greedy")
        #expect(!turns.isWaiting("anna") && !turns.isWaiting("ben"))
        turns.add(3, of: "anna")
        served = []
        for _ in 1...3 { if let next = turns.next() { served.append(next) } }
        #expect(served == [4, 3, 5], "who comes later waits for one turn, not for all")
    }

    @Test("one who may not be served keeps the place, and holds nobody up")
    func passedOver() {
        var turns = FairTurns<String, String>()
        for who in ["anna", "ben", "carl"] { turns.add(who, of: who) }
        func next(_ mayServe: (String) -> Bool) -> String? { turns.next(where: mayServe) }
        #expect(next { $0 != "anna" } == "ben")
        #expect(next { _ in false } == nil)
        turns.add("ben", of: "ben")
        #expect(next { _ in true } == "anna")
        #expect(next { _ in true } == "carl")
        turns.remove(of: "ben") { _ in true }
        #expect(turns.isEmpty)
        #expect(next { _ in true } == nil)
    }

    /// Waiting answers by name, and who makes them.
    private struct Desk {
        var turns = ReadingTurns<String>(threads: 3)
        var running: [(name: String, lane: ReadingTurns<String>.Lane)] = []
        var full: Set<UInt32> = []

        mutating func wait(_ name: String, _ user: UInt32, _ cost: Cost = .long) {
            turns.wait(name, in: .init(user, cost))
        }

        /// Begins all that may be begun and gives their names.
        mutating func begin() -> [String] {
            var begun: [String] = []
            while let (name, lane) = turns.next(where: { [full] in !full.contains($0) }) {
                running.append((name, lane))
                begun.append(name)
            }
            return begun
        }

        mutating func end(_ name: String) {
            for answer in running where answer.name == name { turns.end(answer.lane) }
            running.removeAll { $0.name == name }
        }
    }

    @Test("a hundred long answers of one user take one thread; others find theirs at once")
    func threads() {
        var desk = Desk()
        func begin() -> [String] { desk.begin() }
        for number in 1...100 { desk.wait("greedy \(number)", 1) }
        #expect(begin() == ["greedy 1"])
        desk.wait("anna", 2)
        #expect(begin() == ["anna"])
        for user in 3...5 as ClosedRange<UInt32> { desk.wait("user \(user)", user) }
        #expect(begin() == ["user 3"], "three threads are busy")
        desk.end("greedy 1")
        #expect(
            desk.begin() == ["user 4"], "the greedy one waited since before, but has had a turn")
        desk.end("anna")
        #expect(begin() == ["user 5"])
        desk.end("user 3")
        #expect(begin() == ["greedy 2"], "nobody else waits")
    }

    @Test("what reads everything runs once in all, and beside the user's other answers")
    func whole() {
        var desk = Desk()
        func begin() -> [String] { desk.begin() }
        desk.wait("verify", 0, .whole)
        desk.wait("snapshot", 1, .whole)
        desk.wait("list", 0)
        #expect(begin() == ["verify", "list"])
        desk.end("verify")
        #expect(begin() == ["snapshot"])
    }

    @Test("one whose answers are not taken gets no more of them until they are")
    func room() {
        var desk = Desk()
        func begin() -> [String] { desk.begin() }
        desk.wait("one", 1)
        desk.wait("two", 2)
        desk.full = [1]
        #expect(begin() == ["two"])
        desk.turns.leave(.init(2, .long)) { _ in true }
        desk.full = []
        #expect(begin() == ["one"])
    }
}
