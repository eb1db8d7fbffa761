import SupportProbes
import Testing

struct RhythmTests {
    @Test func hashIsFNV1aOf64Bits() {
        #expect(StableHash.of("") == 0xcbf2_9ce4_8422_2325)
        #expect(StableHash.of("a") == 0xaf63_dc4c_8601_ec8c)
        #expect(StableHash.of("foobar") == 0x8594_4171_f739_67e8)
    }

    @Test func regularTimesAreOneIntervalApartAndInPhase() {
        let rhythm = Rhythm(name: "acme-shop", intervalMilliseconds: 60_000)
        var time: Int64 = 12_345
        for _ in 0..<5 {
            let next = rhythm.next(after: time)
            #expect(next > time && next - time <= 60_000)
            #expect((next - rhythm.phase) % 60_000 == 0)
            time = next
        }
    }

    @Test func nextIsAlwaysLaterEvenAtTheTimeItself() {
        let rhythm = Rhythm(name: "acme-shop", intervalMilliseconds: 1000)
        #expect(rhythm.next(after: rhythm.phase) == rhythm.phase + 1000)
        #expect(rhythm.next(after: rhythm.phase - 1) == rhythm.phase)
    }

    @Test func firstProbeIsWithinASecondAndWithinTheInterval() {
        for number in 0..<200 {
            let long = Rhythm(name: "m\(number)", intervalMilliseconds: 3_600_000)
            #expect((0..<1000).contains(long.first(after: 0)))
        }
    }

    @Test func extremesDoNotTrap() {
        let rhythm = Rhythm(name: "m", intervalMilliseconds: .max)
        #expect(rhythm.next(after: .max) == .max)
        #expect(Rhythm(name: "m", intervalMilliseconds: -5).next(after: .min) > .min)
    }
}
