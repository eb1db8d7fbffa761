import SupportDaemon
import Testing

/// When memory that a peak has left is given back. Figures are MiB.
struct MemoryWatchTests {
    /// Whether to give back after each reading.
    private func verdicts(_ watch: Held<MemoryWatch>, _ readings: [Int]) -> [Bool] {
        readings.map { reading in watch { $0.mustGiveBack(resident: reading << 20) } }
    }

    @Test("after a peak, once it grows no more")
    func peak() {
        let watch = Held(MemoryWatch())
        #expect(
            verdicts(watch, [100, 100, 300, 500, 505]) == [false, false, false, false, true])
        watch { $0.gaveBack(resident: 110 << 20) }
        #expect(verdicts(watch, [110, 110, 112]) == [false, false, false])
    }

    @Test("a desk that has grown is not swept again and again")
    func growth() {
        let watch = Held(MemoryWatch())
        #expect(verdicts(watch, [100, 400, 400]) == [false, false, true])
        watch { $0.gaveBack(resident: 395 << 20) }
        #expect(verdicts(watch, [400, 410, 420, 430]) == [false, false, false, false])
    }

    @Test("a little that lies free is left, to the byte")
    func little() {
        let watch = Held(MemoryWatch())
        _ = watch { $0.mustGiveBack(resident: 40 << 20) }
        let most = (50 << 20) + MemoryWatch.spareBytesMax
        #expect(!watch { $0.mustGiveBack(resident: most) })
        #expect(!watch { $0.mustGiveBack(resident: most) })
        #expect(watch { $0.mustGiveBack(resident: most + 1) })
    }

    @Test("what is needed less is needed from then on")
    func shrinks() {
        let watch = Held(MemoryWatch())
        #expect(verdicts(watch, [400, 100, 200, 200]) == [false, false, false, true])
    }
}
