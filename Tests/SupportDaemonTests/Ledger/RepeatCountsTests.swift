import SupportDaemon
import Testing

struct RepeatCountsTests {
    @Test("the first is reported at once, the others at the end of the period, once")
    func firstAndRest() {
        let held = Held(RepeatCounts<String>())
        #expect(held { $0.happened("a") })
        for _ in 1...1000 { #expect(!held { $0.happened("a") }) }
        #expect(held { $0.happened("b") })
        #expect(held({ $0.endWhile() }).map { "\($0.subject) \($0.count)" } == ["a 1000"])
        #expect(!held { $0.happened("a") }, "it continues: reported at the end of this period")
        #expect(held { $0.happened("b") }, "it was quiet for a while")
        #expect(held({ $0.endWhile() }).map { "\($0.subject) \($0.count)" } == ["a 1"])
        #expect(held({ $0.endWhile() }).isEmpty)
        #expect(held { $0.isEmpty })
    }

    @Test("as many subjects as the most, and one more")
    func subjects() {
        let held = Held(RepeatCounts<Int>())
        for subject in 0..<RepeatCounts<Int>.subjectsMax { #expect(held { $0.happened(subject) }) }
        #expect(!held { $0.happened(-1) })
        #expect(!held { $0.happened(-1) })
        #expect(held({ $0.endWhile() }).isEmpty)
    }
}
